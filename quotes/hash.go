package quotes

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// commercial is everything an approval is about. What is not in it (language,
// layout, cover text, contacts, internal notes, external ids) may be changed
// without asking again.
type commercial struct {
	Customer     identity.ID      `json:"customer"`
	Currency     money.Currency   `json:"currency"`
	PaymentTerms string           `json:"payment_terms"`
	Delivery     string           `json:"delivery"`
	Incoterm     string           `json:"incoterm"`
	ShipTo       string           `json:"ship_to"`
	ValidityDays int              `json:"validity_days"`
	ValidUntil   string           `json:"valid_until"`
	TermMonths   int              `json:"term_months"`
	Coupons      []string         `json:"coupons,omitempty"`
	Discount     Adjustment       `json:"discount"`
	Schedule     []Milestone      `json:"schedule"`
	Sections     []Adjustment     `json:"sections"`
	Lines        []commercialLine `json:"lines"`
	Taxes        []Tax            `json:"taxes"`
	Charges      []Charge         `json:"charges"`
	Totals       Totals           `json:"totals"`
	Pins         Pins             `json:"pins"`
	// Annexes are the digests of what is printed behind the offer.
	Annexes []string `json:"annexes,omitempty"`
}

type commercialLine struct {
	Item         string         `json:"item"`
	Model        string         `json:"model"`
	ModelVersion string         `json:"model_version"`
	Options      []string       `json:"options"`
	Special      string         `json:"special"`
	SpecialPrice *money.Decimal `json:"special_price"`
	SpecialCost  *money.Decimal `json:"special_cost"`
	Quantity     money.Decimal  `json:"quantity"`
	Site         string         `json:"site"`
	Optional     bool           `json:"optional"`
	Alternative  string         `json:"alternative"`
	Proposed     bool           `json:"proposed"`
	PriceKept    bool           `json:"price_kept"`
	Manual       Adjustment     `json:"manual"`
	UnitNet      money.Decimal  `json:"unit_net"`
	Net          money.Decimal  `json:"net"`
	FinalNet     money.Decimal  `json:"final_net"`
	Cost         *money.Decimal `json:"cost"`
	Period       Period         `json:"period"`
	ServiceTerm
	Schedule []pricing.Due `json:"schedule,omitempty"`
}

// commercialHash is the SHA-256, in hex, of the canonical JSON of everything an
// approval of r is about. It needs the revision's lines.
func commercialHash(customer identity.ID, r *Revision) (string, error) {
	c := commercial{
		Customer: customer, Currency: r.Currency, PaymentTerms: r.PaymentTerms, Delivery: r.Delivery, Incoterm: r.Incoterm,
		ShipTo: r.ShipTo, ValidityDays: r.ValidityDays, ValidUntil: r.givenUntil(), TermMonths: r.TermMonths, Coupons: r.Coupons,
		Discount: r.Discount, Schedule: r.Schedule, Taxes: r.Taxes, Charges: r.Charges, Totals: r.Totals, Pins: r.Pins,
	}
	for _, s := range r.Sections {
		c.Sections = append(c.Sections, s.Discount)
	}
	for _, f := range r.Attachments {
		if f.Annex {
			c.Annexes = append(c.Annexes, f.SHA256)
		}
	}
	for _, l := range r.Lines {
		c.Lines = append(c.Lines, commercialOf(l))
	}
	text, err := json.Marshal(c)
	if err != nil {
		return "", fmt.Errorf("encode the commercial content: %w", err)
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:]), nil
}

func commercialOf(l Line) commercialLine {
	out := commercialLine{
		Item: l.Item, Model: l.Model, ModelVersion: l.Resolved.ModelVersion, Special: l.Special,
		SpecialPrice: l.SpecialPrice, SpecialCost: l.SpecialCost, Quantity: l.Quantity, Site: l.Site,
		Optional: l.Optional, Alternative: l.Alternative, Proposed: l.Proposed, PriceKept: l.PriceKept, Manual: l.Manual,
		UnitNet: l.Price.UnitNet, Net: l.Price.Net, FinalNet: l.Price.FinalNet, Cost: l.Price.Cost, Period: l.Resolved.Period,
		ServiceTerm: l.ServiceTerm, Schedule: l.Price.Schedule,
	}
	out.Manual.Note = ""
	for _, o := range l.Resolved.Options {
		out.Options = append(out.Options, o.Path+"="+o.Code)
	}
	slices.SortFunc(out.Options, cmp.Compare[string])
	return out
}
