package quotes

import (
	"context"
	"fmt"
	"maps"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// FromCatalog makes the catalogue's service the Catalog that quotes are
// resolved and priced with.
func FromCatalog(s *catalog.Service) Catalog { return catalogue{s} }

type catalogue struct{ service *catalog.Service }

// Price implements Catalog.
func (c catalogue) Price(ctx context.Context, tenant identity.ID, r PriceRequest) (PriceResult, error) {
	q := toCatalog(r)
	answer, err := c.service.PriceQuote(ctx, tenant, q)
	if err != nil {
		return PriceResult{}, err
	}
	out := PriceResult{Lines: make([]LineResult, len(r.Lines))}
	for n := range r.Lines {
		out.Lines[n] = LineResult{
			Resolved: resolvedOf(answer.Lines[n], answer.Price.Lines[n]),
			Price:    linePriceOf(answer.Price.Lines[n], answer.Price.Issues),
			Facts:    LineFacts{Item: answer.Items[n], ShipTo: q.Request.Lines[n].ShipTo},
		}
		out.Issues = append(out.Issues, lineIssues(n, answer.Lines[n].Issues)...)
	}
	out.Issues = append(out.Issues, priceIssues(r.Lines, answer.Price.Issues)...)
	facts := r.facts()
	out.Facts = &facts
	out.Pins = pinsOf(answer.Pins)
	for _, l := range r.Lines {
		// The pin of a withdrawn version stays: without it the next edit would
		// take the present version unasked.
		if version := r.Pins.Models[l.Model]; version != "" && out.Pins.Models[l.Model] == "" {
			out.Pins.Models[l.Model] = version
		}
	}
	out.Base, out.Rate = r.Base, answer.Rate
	out.Totals, out.Taxes, out.Charges = totalsFrom(answer.Price), taxesFrom(answer.Price), chargesFrom(answer.Price)
	out.InputHash, out.OutputHash, out.Semantics = answer.InputHash, answer.OutputHash, answer.Price.Semantics
	return out, nil
}

// Reverse implements Catalog.
func (c catalogue) Reverse(ctx context.Context, tenant identity.ID, r PriceRequest, goal pricing.Goal) (pricing.Answer, error) {
	return c.service.ReverseQuote(ctx, tenant, toCatalog(r), goal)
}

// Newer implements Catalog.
func (c catalogue) Newer(ctx context.Context, tenant identity.ID, pins Pins) ([]catalog.Ref, error) {
	return c.service.Newer(ctx, tenant, catalogPins(pins))
}

// Try implements Catalog.
func (c catalogue) Try(ctx context.Context, actor identity.Actor, d catalog.Draft) (catalog.Ref, Catalog, error) {
	p, service, err := c.service.Try(ctx, actor, d)
	return p.Ref(), catalogue{service}, err
}

// Ended implements Catalog.
func (c catalogue) Ended(ctx context.Context, tenant identity.ID, r PriceRequest, today civil.Date) ([]fault.Issue, error) {
	return c.service.Ended(ctx, tenant, toCatalog(r), today)
}

// toCatalog converts the request; every line keeps its place.
func toCatalog(r PriceRequest) catalog.Quote {
	f := r.facts()
	q := catalog.Quote{
		Request: pricing.Request{
			Date: r.AsOf, Currency: r.Currency, Base: f.Base, Term: r.TermMonths, Coupons: r.Coupons,
			Customer: f.Customer, Seller: f.Seller, ShipTo: f.ShipTo, Region: f.Region, Channel: f.Channel,
			Adjustments: adjustmentOf(r.Discount),
		},
		Pins: catalogPins(r.Pins), Editing: r.Editing, Items: r.items(),
	}
	for _, s := range r.Sections {
		q.Request.Sections = append(q.Request.Sections, pricing.Section{ID: s.ID.String(), Adjustments: adjustmentOf(s.Discount)})
	}
	for _, l := range r.Lines {
		line := pricingLine(l)
		line.ShipTo = r.siteCountry(l)
		q.Request.Lines = append(q.Request.Lines, line)
		q.Products = append(q.Products, productOf(l, r.AsOf, f))
	}
	return q
}

func catalogPins(p Pins) catalog.Pins {
	out := catalog.Pins{}
	for code, version := range p.Models {
		out[catalog.Ref{Kind: catalog.ModelKind, Code: code}.Key()] = version
	}
	maps.Copy(out, p.Others)
	return out
}

// taxStatus is the customer's status in tax determination; a company is a
// business unless it says otherwise.
func taxStatus(c Customer) string {
	if c.VATStatus == "" {
		return "business"
	}
	return c.VATStatus
}

func adjustmentOf(a Adjustment) []pricing.Adjustment {
	if a.IsZero() {
		return nil
	}
	return []pricing.Adjustment{{Kind: pricing.AdjustmentKind(a.Kind), Value: a.Value, Note: a.Note}}
}

func pricingLine(l Line) pricing.Line {
	out := pricing.Line{
		ID: l.ID.String(), Quantity: l.Quantity, Optional: l.Optional,
		Alternative: l.Alternative, Chosen: l.Proposed, Adjustments: adjustmentOf(l.Manual),
		Term: l.TermMonths, Start: l.Start, End: l.End, Ramp: l.Ramp,
	}
	if l.Section != identity.Nil {
		out.Section = l.Section.String()
	}
	if l.Special != "" {
		out.Special = &pricing.Special{Price: l.SpecialPrice, Cost: l.SpecialCost}
	}
	if k := l.Kept; k != nil {
		out.Kept = &pricing.Kept{Price: k.Price, Per: k.Per, Period: pricing.Period(k.Period), Cost: k.Cost, Floor: k.Floor, Version: k.Version}
	}
	return out
}

// productOf says what the line sells; the quantity and whom it is for are
// context that models may read. What is not known yet, such as a prospect's
// country, is left out: it is none to a rule, not a value that no model has.
func productOf(l Line, day civil.Date, f Facts) catalog.Product {
	p := catalog.Product{Item: l.Item, Model: l.Model, Context: map[string]configurator.Value{
		"quantity": configurator.Number(l.Quantity),
		"date":     configurator.Date(day),
	}}
	for name, code := range map[string]string{
		"country": f.Country, "segment": f.Customer.Segment, "channel": f.Channel,
	} {
		if code != "" {
			p.Context[name] = configurator.Text(code)
		}
	}
	for _, pick := range l.Picks {
		p.Picks = append(p.Picks, configurator.Pick{Path: pick.Path, Op: configurator.Op(pick.Op), Value: configurator.Text(pick.Value)})
	}
	return p
}

// lineIssues makes pointers of one line those of the quote.
func lineIssues(n int, issues []fault.Issue) []fault.Issue {
	out := make([]fault.Issue, len(issues))
	for i, issue := range issues {
		issue.Pointer = fmt.Sprintf("/lines/%d%s", n, issue.Pointer)
		out[i] = issue
	}
	return out
}

// priceIssues are the price's findings that keep the quote from being
// submitted.
func priceIssues(lines []Line, issues []pricing.Issue) []fault.Issue {
	at := make(map[string]int, len(lines))
	for n, l := range lines {
		at[l.ID.String()] = n
	}
	var out []fault.Issue
	for _, i := range issues {
		if i.Severity == pricing.Warning {
			continue
		}
		pointer := ""
		if n, ok := at[i.Line]; ok {
			pointer = fmt.Sprintf("/lines/%d", n)
		}
		out = append(out, fault.Issue{Kind: i.Kind, Pointer: pointer, Position: i.Position, Rule: i.Rule, Message: i.Message.In("en")})
	}
	return out
}

func pinsOf(p catalog.Pins) Pins {
	out := Pins{Models: map[string]string{}, Others: map[string]string{}}
	for key, version := range p {
		ref := catalog.ParseKey(key)
		switch ref.Kind {
		case catalog.ModelKind:
			out.Models[ref.Code] = version
			continue
		case catalog.BookKind:
			out.Book = version
		case catalog.ProcedureKind:
			out.Procedure = version
		case catalog.TaxKind:
			out.Tax = version
		case catalog.RatesKind:
			out.Rates = version
		}
		out.Others[key] = version
	}
	return out
}

func totalsFrom(p pricing.Result) Totals {
	t := Totals{
		OneOff: PeriodTotal(p.Totals.OneOff), Month: PeriodTotal(p.Totals.Month), Year: PeriodTotal(p.Totals.Year),
		TCV: p.Totals.TCV, LargestTCV: p.Totals.LargestTCV, List: p.Totals.List, BeforeManual: p.Totals.BeforeManual,
	}
	if m := p.Totals.Margin; m != nil {
		t.Cost, t.CostedNet = m.Cost, m.Cost.Add(m.Amount)
	}
	t.Steps = stepTotals(p)
	return t
}

// stepTotals sums the waterfalls of the counted lines over the committed term.
func stepTotals(p pricing.Result) []StepTotal {
	var out []StepTotal
	at := map[string]int{}
	add := func(code string, amount money.Decimal) {
		n, ok := at[code]
		if !ok {
			n = len(out)
			at[code] = n
			out = append(out, StepTotal{Code: code})
		}
		out[n].Amount = out[n].Amount.Add(amount)
	}
	rest := p.Totals.TCV
	for _, l := range p.Lines {
		if !l.Counted {
			continue
		}
		term := termOf(Period(l.Period), l.Months)
		unsaid := l.TCV // by the steps: a ramp, and days of a period
		for _, s := range l.Steps {
			amount := s.Amount.Mul(term)
			add(s.ID, amount)
			unsaid = unsaid.Sub(amount)
		}
		if !unsaid.IsZero() {
			add(termStep, unsaid)
		}
		rest = rest.Sub(l.TCV)
	}
	if !rest.IsZero() {
		add("charges", rest)
	}
	return out
}

func chargesFrom(p pricing.Result) []Charge {
	var out []Charge
	for _, c := range p.Charges {
		line, _ := identity.Parse(c.Line)
		out = append(out, Charge{Code: c.Code, Name: c.Name, Line: line, Period: Period(c.Period), Net: c.Net,
			TaxCategory: string(c.Tax.Category), TaxRate: c.Tax.Rate, Counted: c.Counted, OverTerm: c.OverTerm})
	}
	return out
}

func taxesFrom(p pricing.Result) []Tax {
	out := make([]Tax, len(p.VAT))
	for n, v := range p.VAT {
		out[n] = Tax{Category: string(v.Category), Rate: v.Rate, Period: Period(v.Period), Base: v.Base, Amount: v.Amount, Reason: v.Reason}
	}
	return out
}
