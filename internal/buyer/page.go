package buyer

import (
	"cmp"
	"html/template"
	"slices"
	"strconv"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// page is what a template shows. The fields of an offer are set on all but the
// page for links that lead to none.
type page struct {
	voice
	// Title is the window's, Heading and Lead those of a page that only says
	// something.
	Title, Heading, Lead, Help string
	// Colour is the seller's, without its #; Logo is true where there is one.
	Colour string
	Logo   bool
	LogoAt template.URL
	Assets assetNames
	// Preview is true on a page that colleagues look at before it is out.
	Preview bool

	Offer quotes.Offer
	Rep   person
	// Open offers can be answered; Accepted ones show their receipt.
	Open, Accepted bool
	DaysLeft       int
	Sections       []section
	Sums           []sum
	// TCV is shown beside recurring amounts; TermMonths is what it is over.
	TCV        string
	TermMonths int
	Delivery   string

	// Mail is true where a code is sent.
	Mail  bool
	Entry Entry
	// Wrong names the mistakes of a form, by field.
	Wrong  mistakes
	Notice string
	// Question and Loss are what was entered in the other forms.
	Question, Asker string
	Loss            quotes.Loss
	// Attempt is what is to be confirmed.
	Attempt *Attempt
}

// person is whom the buyer may turn to.
type person struct{ Name, Email, Phone string }

// section is a titled part of the offer.
type section struct {
	Title     string
	Items     []item
	Subtotals []string
}

// item is a line, or the lines of one alternative.
type item struct {
	Line line
	// Choices are the lines of an alternative, none for a plain line.
	Choices []line
}

// line is one printed position.
type line struct {
	quotes.SnapshotLine
	Amount, Unit, Many string
	// Group is the form field of an alternative.
	Group    string
	Chosen   bool
	Proposed bool
}

// sum is the calculation of one charging period.
type sum struct {
	// Per is "" for one-off amounts.
	Per string
	// Steps lead from the lines to the net, none where the lines alone make it.
	Steps      []row
	Net, Gross string
	Taxes      []row
}

type row struct{ Label, Amount string }

// newPage fills a page with the offer, in the language.
func newPage(o quotes.Offer, language string, today civil.Date, mail bool, a assetNames) *page {
	s := o.Snapshot
	p := &page{voice: voice{language, s.Currency, o.Zone}, Offer: o, Colour: colourOf(s.Seller.Colour), Logo: len(s.Seller.Logo) > 0, LogoAt: "logo",
		Assets: a, Mail: mail, Wrong: mistakes{}}
	p.Title = p.Say("quote") + " " + s.Number + " · " + s.Seller.Name
	p.Rep = person{cmp.Or(s.Rep.Name, s.Seller.Name), cmp.Or(s.Rep.Email, s.Seller.Email), cmp.Or(s.Rep.Phone, s.Seller.Phone)}
	p.Accepted = o.Acceptance != nil && o.State.Won()
	p.Open = o.State == quotes.Sent
	p.DaysLeft = s.ValidUntil.Sub(today)
	p.Entry.Email, p.Entry.Name = o.Contact.Email, o.Contact.Name
	p.Entry.Chosen = o.Chosen
	p.sections()
	p.sums()
	p.TermMonths = cmp.Or(s.TermMonths, 12)
	if len(p.Sums) > 1 || len(p.Sums) == 1 && p.Sums[0].Per != "" {
		p.TCV = p.Money(o.Totals.TCV)
	}
	p.Delivery = s.Delivery
	return p
}

// ToBuyer says something to a company, or as the law words it for a consumer.
func (p *page) ToBuyer(what string, args ...any) string {
	if p.Offer.Snapshot.Customer.Consumer {
		what += " consumer"
	}
	return p.Say(what, args...)
}

func (p *page) sections() {
	groups := map[string]string{}
	for _, from := range p.Offer.Snapshot.Sections {
		out := section{Title: from.Title}
		at := map[string]int{}
		sums := map[quotes.Period]money.Decimal{}
		for _, l := range from.Lines {
			taken := p.Offer.Takes(l.ID)
			if taken {
				sums[l.Period] = sums[l.Period].Add(l.Net)
			}
			if p.Accepted && !taken {
				continue
			}
			shown := p.line(l)
			if l.Alternative == "" || p.Accepted {
				out.Items = append(out.Items, item{Line: shown})
				continue
			}
			if groups[l.Alternative] == "" {
				groups[l.Alternative] = "alternative-" + strconv.Itoa(len(groups)+1)
			}
			shown.Group = groups[l.Alternative]
			n, begun := at[l.Alternative]
			if !begun {
				n, at[l.Alternative] = len(out.Items), len(out.Items)
				out.Items = append(out.Items, item{})
			}
			out.Items[n].Choices = append(out.Items[n].Choices, shown)
		}
		for _, period := range periods {
			if net, ok := sums[period]; ok {
				out.Subtotals = append(out.Subtotals, p.amount(net, period))
			}
		}
		if len(out.Items) > 0 {
			p.Sections = append(p.Sections, out)
		}
	}
}

func (p *page) line(l quotes.SnapshotLine) line {
	out := line{SnapshotLine: l, Chosen: p.Offer.Takes(l.ID), Proposed: l.Selected}
	out.Amount, out.Unit = p.amount(l.Net, l.Period), p.Money(l.UnitNet)
	if l.OnRequest {
		out.Amount, out.Unit = p.Say("on request"), ""
	}
	if l.Optional && !l.OnRequest && !p.Accepted {
		out.Amount = "+\u00a0" + out.Amount
	}
	if !l.Quantity.Equal(money.FromInt(1)) || l.Unit != "" && !slices.Contains([]string{"C62", "H87", "EA"}, l.Unit) {
		out.Many = p.Quantity(l.Quantity, l.Unit)
	}
	return out
}

// amount is an amount with its period.
func (p *page) amount(d money.Decimal, period quotes.Period) string {
	if per := p.Per(period); per != "" {
		return p.Money(d) + " " + per
	}
	return p.Money(d)
}

// periods are the charging periods in the order in which they are shown.
var periods = []quotes.Period{quotes.OneOff, quotes.Monthly, quotes.Yearly}

// sums shows how each period's total comes about, from the chosen lines down.
func (p *page) sums() {
	t := p.Offer.Totals
	for n, total := range []quotes.PeriodTotal{t.OneOff, t.Month, t.Year} {
		period := periods[n]
		if total.Net.IsZero() && total.Gross.IsZero() && (n > 0 || !t.TCV.IsZero()) {
			continue
		}
		out := sum{Per: p.Per(period), Net: p.Money(total.Net), Gross: p.Money(total.Gross)}
		var lines, spread money.Decimal
		for _, s := range p.Offer.Snapshot.Sections {
			for _, l := range s.Lines {
				if l.Period == period && p.Offer.Takes(l.ID) {
					lines, spread = lines.Add(l.Net), spread.Add(l.FinalNet.Sub(l.Net))
				}
			}
		}
		steps := p.charges(period)
		if !spread.IsZero() {
			steps = append([]row{{p.Say("discount"), p.Money(spread)}}, steps...)
		}
		if len(steps) > 0 {
			out.Steps = append([]row{{p.Say("lines total"), p.Money(lines)}}, steps...)
		}
		for _, tax := range p.Offer.Taxes {
			if tax.Period == period {
				out.Taxes = append(out.Taxes, row{p.Say("vat on", p.Percent(tax.Rate), p.Money(tax.Base)), p.Money(tax.Amount)})
			}
		}
		p.Sums = append(p.Sums, out)
	}
}

// charges are those of a period, equal names added up.
func (p *page) charges(period quotes.Period) []row {
	var labels []string
	amounts := map[string]money.Decimal{}
	for _, c := range p.Offer.Charges {
		if c.Period != period {
			continue
		}
		label := p.In(c.Name)
		if !slices.Contains(labels, label) {
			labels = append(labels, label)
		}
		amounts[label] = amounts[label].Add(c.Net)
	}
	var out []row
	for _, label := range labels {
		out = append(out, row{label, p.Money(amounts[label])})
	}
	return out
}

// Due says when an instalment is to be paid.
func (p *page) Due(code string) string {
	switch code {
	case "order":
		return p.Say("due order")
	case "delivery":
		return p.Say("due deliver")
	}
	if days, err := strconv.Atoi(code); err == nil {
		return p.Say("due days", days)
	}
	return code
}

// TaxReasons says why where there is no VAT, each reason once.
func (p *page) TaxReasons() []string {
	var out []string
	for _, t := range p.Offer.Taxes {
		if reason := p.In(t.Reason); reason != "" && !slices.Contains(out, reason) {
			out = append(out, reason)
		}
	}
	return out
}

// Left says how long the offer is still valid.
func (p *page) Left() string {
	switch {
	case p.DaysLeft <= 0:
		return p.Say("last day")
	case p.DaysLeft == 1:
		return p.Say("one day")
	}
	return p.Say("days left", p.DaysLeft)
}

// Choosable reports whether there is anything to tick or to choose.
func (p *page) Choosable() bool {
	for _, s := range p.Sections {
		for _, i := range s.Items {
			if i.Line.Optional || len(i.Choices) > 0 {
				return true
			}
		}
	}
	return false
}

// Extras are the chosen lines that the buyer decided on.
func (p *page) Extras() []quotes.SnapshotLine {
	var out []quotes.SnapshotLine
	for _, s := range p.Offer.Snapshot.Sections {
		for _, l := range s.Lines {
			if (l.Optional || l.Alternative != "") && p.Offer.Takes(l.ID) {
				out = append(out, l)
			}
		}
	}
	return out
}

// ChosenExtras are the ids of Extras, for the form.
func (p *page) ChosenExtras() []identity.ID {
	var out []identity.ID
	for _, l := range p.Extras() {
		out = append(out, l.ID)
	}
	return out
}

// shown is a line with its page, for the templates.
type shown struct {
	Page *page
	Line line
}

// With gives a line its page.
func (p *page) With(l line) shown { return shown{p, l} }

// mistake is what is wrong with a field, for the templates.
type mistake struct {
	Page        *page
	Field, What string
}

// Mistake gives a field's mistake its page.
func (p *page) Mistake(field string) mistake { return mistake{p, field, p.Wrong[field]} }
