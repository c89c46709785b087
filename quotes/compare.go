package quotes

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// Comparison is what differs between two revisions, from left to right.
type Comparison struct {
	Left  identity.ID `json:"left"`
	Right identity.ID `json:"right"`
	// Header lists terms that differ.
	Header []Change   `json:"header,omitempty"`
	Lines  []LineDiff `json:"lines"`
	// Moves say by how much each step of the waterfall moved the total; they sum
	// to Delta when both are in one currency.
	Moves []StepMove `json:"moves,omitempty"`
	// Delta is the difference of the TCVs, zero between currencies.
	Delta money.Decimal `json:"delta"`
}

// DiffKind is what became of a line.
type DiffKind string

// The kinds.
const (
	Added     DiffKind = "added"
	Removed   DiffKind = "removed"
	Changed   DiffKind = "changed"
	Unchanged DiffKind = "unchanged"
)

// LineDiff is one line of either revision, or the same line of both.
type LineDiff struct {
	Kind  DiffKind     `json:"kind"`
	Left  *identity.ID `json:"left,omitempty"`
	Right *identity.ID `json:"right,omitempty"`
	SKU   string       `json:"sku,omitempty"`
	// Changes are the fields that differ, options by path.
	Changes []Change `json:"changes,omitempty"`
	// Delta is the difference of the final nets over the term, and Moves the
	// steps that make it.
	Delta money.Decimal `json:"delta"`
	Moves []StepMove    `json:"moves,omitempty"`
}

// StepMove is a step of the waterfall whose amount differs.
type StepMove struct {
	Code string `json:"code"`
	// Rule is what decided in a line's step: the entry, tier, promotion.
	Rule  string        `json:"rule,omitempty"`
	Left  money.Decimal `json:"left"`
	Right money.Decimal `json:"right"`
	// Rule and version differ where another version of prices moved the step.
	LeftVersion  string `json:"left_version,omitempty"`
	RightVersion string `json:"right_version,omitempty"`
}

// Compare compares two revisions the actor may see, of one quote or of two.
func (s *Service) Compare(ctx context.Context, actor identity.Actor, left, right identity.ID) (Comparison, error) {
	l, err := s.load(ctx, actor, At{Revision: left}, Want{Lines: true})
	if err != nil {
		return Comparison{}, err
	}
	r, err := s.load(ctx, actor, At{Revision: right}, Want{Lines: true})
	if err != nil {
		return Comparison{}, err
	}
	return compare(l.Target.redacted(actor), r.Target.redacted(actor)), nil
}

// compare pairs lines by their origin, so that moving one is no change.
func compare(left, right Revision) Comparison {
	out := Comparison{Left: left.ID, Right: right.ID, Header: headerChanges(left, right), Lines: []LineDiff{}}
	same := left.Currency == right.Currency
	at := make(map[identity.ID]int, len(left.Lines))
	for n, l := range left.Lines {
		at[l.origin()] = n
	}
	seen := map[identity.ID]bool{}
	for _, r := range right.Lines {
		n, ok := at[r.origin()]
		if !ok {
			out.Lines = append(out.Lines, LineDiff{Kind: Added, Right: &r.ID, SKU: r.name(), Delta: r.selectedTCV()})
			continue
		}
		seen[r.origin()] = true
		out.Lines = append(out.Lines, lineDiff(left.Lines[n], r, same))
	}
	for _, l := range left.Lines {
		if !seen[l.origin()] {
			out.Lines = append(out.Lines, LineDiff{Kind: Removed, Left: &l.ID, SKU: l.name(), Delta: l.selectedTCV().Neg()})
		}
	}
	if same {
		out.Delta = right.Totals.TCV.Sub(left.Totals.TCV)
		out.Moves = totalMoves(left.Totals.Steps, right.Totals.Steps)
	}
	return out
}

// origin is the first line that this one descends from.
func (l Line) origin() identity.ID {
	if l.Origin != identity.Nil {
		return l.Origin
	}
	return l.ID
}

func (l Line) name() string {
	if l.Special != "" {
		return l.Special
	}
	return l.Resolved.SKU
}

// selectedTCV is what the line adds to the total.
func (l Line) selectedTCV() money.Decimal {
	if !l.Selected() {
		return zero
	}
	return l.Price.TCV
}

func lineDiff(l, r Line, same bool) LineDiff {
	d := LineDiff{Kind: Unchanged, Left: &l.ID, Right: &r.ID, SKU: r.name(), Changes: lineChanges(l, r)}
	if same {
		d.Delta = r.selectedTCV().Sub(l.selectedTCV())
		d.Moves = stepMoves(l, r)
	}
	if len(d.Changes) > 0 || !d.Delta.IsZero() || len(d.Moves) > 0 {
		d.Kind = Changed
	}
	return d
}

// noter collects fields that differ.
type noter []Change

func (n *noter) note(field, before, after string) {
	if before != after {
		*n = append(*n, Change{Field: field, Before: before, After: after})
	}
}

func headerChanges(l, r Revision) []Change {
	var n noter
	n.note("currency", l.Currency.Code(), r.Currency.Code())
	n.note("language", l.Language, r.Language)
	n.note("as_of", l.AsOf.String(), r.AsOf.String())
	n.note("validity_days", itoa(l.ValidityDays), itoa(r.ValidityDays))
	n.note("valid_until", l.givenUntil(), r.givenUntil())
	n.note("payment_terms", l.PaymentTerms, r.PaymentTerms)
	n.note("delivery_terms", l.Delivery, r.Delivery)
	n.note("incoterm", l.Incoterm, r.Incoterm)
	n.note("term_months", itoa(l.TermMonths), itoa(r.TermMonths))
	n.note("coupons", strings.Join(l.Coupons, ", "), strings.Join(r.Coupons, ", "))
	n.note("ship_to", l.ShipTo, r.ShipTo)
	n.note("bill_to", l.BillTo, r.BillTo)
	n.note("discount", l.Discount.text(), r.Discount.text())
	n.note("cover", l.Cover, r.Cover)
	n.note("payment_schedule", encoded(l.Schedule), encoded(r.Schedule))
	n.note("sections", encoded(l.Sections), encoded(r.Sections))
	return n
}

func lineChanges(l, r Line) []Change {
	var n noter
	n.note("item", l.Item, r.Item)
	n.note("model", l.Model, r.Model)
	n.note("model_version", l.Resolved.ModelVersion, r.Resolved.ModelVersion)
	n.note("special", l.Special, r.Special)
	n.note("quantity", l.Quantity.String(), r.Quantity.String())
	n.note("optional", yes(l.Optional), yes(r.Optional))
	n.note("alternative", l.Alternative, r.Alternative)
	n.note("proposed", yes(l.Proposed), yes(r.Proposed))
	n.note("manual", l.Manual.text(), r.Manual.text())
	n.note("term_months", someMonths(l.TermMonths), someMonths(r.TermMonths))
	n.note("start", l.Start.String(), r.Start.String())
	n.note("end", l.End.String(), r.End.String())
	n.note("ramp", rampText(l.Ramp), rampText(r.Ramp))
	n.note("price_kept", yes(l.PriceKept), yes(r.PriceKept))
	n.note("site", l.Site, r.Site)
	n.note("note", l.Note, r.Note)
	n.note("tax", l.Price.tax(), r.Price.tax())
	n.note("unit_net", l.Price.UnitNet.String(), r.Price.UnitNet.String())
	options := map[string][2]string{}
	var paths []string
	collect := func(side int, of []ChosenOption) {
		for _, o := range of {
			pair, known := options[o.Path]
			if !known {
				paths = append(paths, o.Path)
			}
			if pair[side] != "" {
				pair[side] += ", "
			}
			pair[side] += o.Code
			options[o.Path] = pair
		}
	}
	collect(0, l.Resolved.Options)
	collect(1, r.Resolved.Options)
	for _, path := range paths {
		n.note("options/"+path, options[path][0], options[path][1])
	}
	return n
}

// tax is the category and rate in one word.
func (p LinePrice) tax() string { return p.TaxCategory + " " + p.TaxRate.String() }

// givenUntil is the last day that the rep has set, "" where it follows from the
// day of the send.
func (r Revision) givenUntil() string {
	if !r.UntilGiven {
		return ""
	}
	return r.ValidUntil.String()
}

func yes(b bool) string {
	if b {
		return "true"
	}
	return ""
}

// someMonths is a number of months, "" for none.
func someMonths(n int) string {
	if n == 0 {
		return ""
	}
	return itoa(n)
}

// rampText is a ramp in one line: "1: 50 %, 2: 80 %".
func rampText(ramp []pricing.RampYear) string {
	parts := make([]string, len(ramp))
	for n, y := range ramp {
		parts[n] = itoa(y.Year) + ": " + y.Percent.String() + " %"
	}
	return strings.Join(parts, ", ")
}

// text is the adjustment as a rep would write it.
func (a Adjustment) text() string {
	switch a.Kind {
	case Percent:
		return "-" + a.Value.String() + "%"
	case AmountOff:
		return "-" + a.Value.String()
	case TargetNet:
		return "=" + a.Value.String()
	}
	return ""
}

// encoded is the JSON of a part that is compared as a whole.
func encoded(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	if s := string(text); s != "null" && s != "[]" {
		return s
	}
	return ""
}

// stepMoves lists the steps of a line whose amounts over the term differ, by
// what decided in them. They add up to the difference of the TCVs.
func stepMoves(l, r Line) []StepMove {
	var out []StepMove
	at := func(code, rule string) *StepMove {
		n := slices.IndexFunc(out, func(m StepMove) bool { return m.Code == code && m.Rule == rule })
		if n < 0 {
			n = len(out)
			out = append(out, StepMove{Code: code, Rule: rule})
		}
		return &out[n]
	}
	rest := l.Price.TCV
	for _, s := range l.Price.Steps {
		m, amount := at(s.Code, s.Rule), l.over(s.Amount)
		m.Left, m.LeftVersion, rest = m.Left.Add(amount), s.Version, rest.Sub(amount)
	}
	at(termStep, "").Left = rest
	rest = r.Price.TCV
	for _, s := range r.Price.Steps {
		m, amount := at(s.Code, s.Rule), r.over(s.Amount)
		m.Right, m.RightVersion, rest = m.Right.Add(amount), s.Version, rest.Sub(amount)
	}
	at(termStep, "").Right = rest
	return slices.DeleteFunc(out, func(m StepMove) bool { return m.Left.Equal(m.Right) && m.LeftVersion == m.RightVersion })
}

func totalMoves(left, right []StepTotal) []StepMove {
	var out []StepMove
	for _, s := range left {
		out = append(out, StepMove{Code: s.Code, Left: s.Amount})
	}
	for _, s := range right {
		n := slices.IndexFunc(out, func(m StepMove) bool { return m.Code == s.Code })
		if n < 0 {
			n = len(out)
			out = append(out, StepMove{Code: s.Code})
		}
		out[n].Right = s.Amount
	}
	return slices.DeleteFunc(out, func(m StepMove) bool { return m.Left.Equal(m.Right) })
}
