package ubl

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// Order is what a UBL Order asks for.
type Order struct {
	ID        string
	Quotation string // the reference of the quote it answers
	Currency  string
	Lines     []OrderLine
}

// OrderLine is one position of an order.
type OrderLine struct {
	ID       string
	Quantity money.Decimal
	Unit     string
	Price    money.Decimal // per unit, excluding VAT
}

// maxOrder bounds the size of an order document.
const maxOrder = 4 << 20

// orderDoc is the part of an Order that is read; names match in any namespace
// prefix.
type orderDoc struct {
	XMLName   xml.Name
	ID        string `xml:"ID"`
	Currency  string `xml:"DocumentCurrencyCode"`
	Quotation string `xml:"QuotationDocumentReference>ID"`
	Lines     []struct {
		ID       string `xml:"LineItem>ID"`
		Quantity struct {
			Unit  string `xml:"unitCode,attr"`
			Value string `xml:",chardata"`
		} `xml:"LineItem>Quantity"`
		Price string `xml:"LineItem>Price>PriceAmount"`
	} `xml:"OrderLine"`
}

// ParseOrder reads a UBL 2.1 Order. Documents with a DOCTYPE are refused: they
// are the way to external entities. All mistakes are reported at once.
func ParseOrder(in io.Reader) (Order, error) {
	text, err := io.ReadAll(io.LimitReader(in, maxOrder+1))
	if err != nil {
		return Order{}, fault.Wrap(err, fault.Malformed, "unreadable-order", "the order cannot be read")
	}
	if len(text) > maxOrder {
		return Order{}, fault.New(fault.TooLarge, "order-too-large", "an order document has at most %d MiB", maxOrder>>20)
	}
	if err := refuseDoctype(text); err != nil {
		return Order{}, err
	}
	var doc orderDoc
	if err := xml.Unmarshal(text, &doc); err != nil {
		return Order{}, fault.Wrap(err, fault.Malformed, "malformed-order", "the order is not well-formed XML")
	}
	if doc.XMLName.Space != namespaceDoc+"Order-2" || doc.XMLName.Local != "Order" {
		return Order{}, fault.New(fault.Malformed, "not-an-order", "the document is a %q, not a UBL 2 Order", doc.XMLName.Local)
	}
	return doc.order()
}

func refuseDoctype(text []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(text))
	for {
		token, err := decoder.RawToken()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fault.Wrap(err, fault.Malformed, "malformed-order", "the order is not well-formed XML")
		}
		if _, ok := token.(xml.Directive); ok {
			return fault.New(fault.Malformed, "doctype-refused", "an order must not have a DOCTYPE")
		}
	}
}

func (d orderDoc) order() (Order, error) {
	out := Order{ID: d.ID, Quotation: d.Quotation, Currency: d.Currency}
	var issues []fault.Issue
	bad := func(format string, args ...any) {
		issues = append(issues, fault.Issue{Kind: "invalid-order", Message: fmt.Sprintf(format, args...)})
	}
	if d.ID == "" {
		bad("the order has no ID")
	}
	if d.Quotation == "" {
		bad("the order names no quotation")
	}
	if len(d.Lines) == 0 {
		bad("the order has no lines")
	}
	for n, l := range d.Lines {
		line := OrderLine{ID: l.ID, Unit: l.Quantity.Unit}
		var err error
		if line.Quantity, err = money.Parse(l.Quantity.Value); err != nil || line.Quantity.Sign() <= 0 {
			bad("line %d: %q is not a quantity", n+1, l.Quantity.Value)
		}
		if line.Price, err = money.Parse(l.Price); err != nil {
			bad("line %d: %q is not a price", n+1, l.Price)
		}
		out.Lines = append(out.Lines, line)
	}
	return out, fault.FromIssues("invalid-order", "the order has mistakes", issues)
}

// Input is an order that fits the offer, as it is placed.
func Input(o Order, s quotes.Snapshot) quotes.OrderInput {
	at := map[string]int{}
	out := quotes.OrderInput{PONumber: o.ID}
	offered := selected(s)
	for _, l := range o.Lines {
		if n, twice := at[l.ID]; twice {
			out.Lines[n].Quantity = out.Lines[n].Quantity.Add(l.Quantity)
			continue
		}
		for _, offer := range offered {
			if offer.Position == l.ID {
				at[l.ID] = len(out.Lines)
				out.Lines = append(out.Lines, quotes.OrderQuantity{Line: offer.ID, Quantity: l.Quantity})
			}
		}
	}
	return out
}

// Check compares an order with the quote it answers and returns every reason
// not to take it: another revision or currency, unknown lines, larger
// quantities, other units or prices. None means it can be taken.
func Check(o Order, s quotes.Snapshot) []string {
	var reasons []string
	bad := func(format string, args ...any) { reasons = append(reasons, fmt.Sprintf(format, args...)) }
	if o.Quotation != Reference(s) {
		bad("the order answers %s, the offer is %s", o.Quotation, Reference(s))
	}
	if o.Currency != "" && o.Currency != s.Currency.Code() {
		bad("the order is in %s, the offer in %s", o.Currency, s.Currency.Code())
	}
	offered := map[string]quotes.SnapshotLine{}
	for _, l := range selected(s) {
		offered[l.Position] = l
	}
	ordered := map[string]money.Decimal{}
	for _, l := range o.Lines {
		offer, ok := offered[l.ID]
		if !ok {
			bad("line %s is not in the offer", l.ID)
			continue
		}
		ordered[l.ID] = ordered[l.ID].Add(l.Quantity)
		if ordered[l.ID].Cmp(offer.Quantity) > 0 {
			bad("line %s: %s ordered, %s offered", l.ID, ordered[l.ID], offer.Quantity)
		}
		if l.Unit != offer.Unit {
			bad("line %s: ordered in %s, offered in %s", l.ID, l.Unit, offer.Unit)
		}
		if !l.Price.Equal(offer.UnitNet) {
			bad("line %s: price %s, offered at %s", l.ID, l.Price, offer.UnitNet)
		}
	}
	return reasons
}
