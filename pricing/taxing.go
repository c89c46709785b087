package pricing

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// The places of delivery that a tax rule can name beside a country code.
const (
	otherMemberState = "EU"
	outsideUnion     = "world"
)

// union lists the member states of the European Union by ISO 3166 code, sorted.
var union = [...]string{"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
	"LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}

func inUnion(country string) bool {
	_, ok := slices.BinarySearch(union[:], country)
	return ok
}

// StandardClass is the tax class of an item that names none.
const StandardClass = "standard"

// tax determines how the line is taxed.
func (w *work) tax() {
	class := cmp.Or(w.line.Item.TaxClass, StandardClass)
	tax, ok := w.r.taxOf(class, cmp.Or(w.line.ShipTo, w.r.req.ShipTo))
	if !ok {
		w.note(missingTax(class))
		return
	}
	w.res.Tax = tax
}

func missingTax(class string) Issue {
	return Issue{Kind: "missing-tax", Rule: class, Message: lang.New(
		fmt.Sprintf("no rule of the tax table fits the tax class %q here", class),
		fmt.Sprintf("aucune règle de TVA ne convient à la classe %q ici", class))}
}

// taxOf returns what the first fitting rule of the tax table says.
func (r *run) taxOf(class, shipTo string) (Tax, bool) {
	if r.p.taxes == nil {
		return Tax{}, false
	}
	shipTo = cmp.Or(shipTo, r.req.Seller.Country)
	for i := range r.p.taxes.Rules {
		rule := &r.p.taxes.Rules[i]
		if rule.fits(r.req, class, shipTo) {
			return Tax{Category: rule.Category, Rate: rule.Rate, Reason: rule.Reason}, true
		}
	}
	return Tax{}, false
}

func (t *TaxRule) fits(r *Request, class, shipTo string) bool {
	return anyOf(t.Classes, class) && within(r.Date, t.From, t.To) &&
		(t.Seller == "" || t.Seller == r.Seller.Country) &&
		(t.Status == "" || t.Status == r.Customer.Status) &&
		(t.SellerStatus == "" || t.SellerStatus == r.Seller.Status) &&
		t.reaches(r.Seller.Country, shipTo)
}

func (t *TaxRule) reaches(seller, shipTo string) bool {
	switch t.ShipTo {
	case "":
		return true
	case otherMemberState:
		return shipTo != seller && inUnion(shipTo)
	case outsideUnion:
		return shipTo != seller && !inUnion(shipTo)
	}
	return t.ShipTo == shipTo
}

// vat sums the bases per period, category and rate, and computes the tax on the
// sums.
type vat struct{ rows []VATRow }

func (v *vat) add(period Period, tax Tax, base money.Decimal) {
	if tax.Category == "" {
		return
	}
	for i := range v.rows {
		row := &v.rows[i]
		if row.Period == period && row.Category == tax.Category && row.Rate.Equal(tax.Rate) {
			row.Base = row.Base.Add(base)
			return
		}
	}
	v.rows = append(v.rows, VATRow{Period: period, Category: tax.Category, Rate: tax.Rate, Base: base, Reason: tax.Reason})
}

// close computes the tax and puts the rows in order: period, category, the
// higher rate first.
func (v *vat) close(minor int) []VATRow {
	for i := range v.rows {
		v.rows[i].Amount = v.rows[i].Base.Mul(v.rows[i].Rate.Shift(-2)).Round(minor)
	}
	slices.SortFunc(v.rows, func(a, b VATRow) int {
		return cmp.Or(cmp.Compare(a.Period.index(), b.Period.index()),
			cmp.Compare(a.Category, b.Category), b.Rate.Cmp(a.Rate))
	})
	return v.rows
}
