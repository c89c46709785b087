package pricing

import (
	"iter"

	"github.com/quotient-cpq/quotient/internal/money"
)

// OpenQuote is a quote whose price a new version may move.
type OpenQuote struct {
	ID      string
	Request Request
}

// Effect is what new prices would do to one open quote.
type Effect struct {
	ID         string         `json:"id"`
	Currency   money.Currency `json:"currency"`
	Comparison Comparison     `json:"comparison"`
	// Broken are the kinds of issue that the quote has under the new prices and
	// did not have before.
	Broken []Issue `json:"broken,omitempty"`
}

// EffectReport sums up what new prices would do to the open quotes.
type EffectReport struct {
	Quotes  int `json:"quotes"`
	Changed int `json:"changed"`
	// Lines is the number of lines whose final net would change.
	Lines int `json:"lines"`
	// TCV is the difference of all contract values, by currency code.
	TCV     map[string]money.Decimal `json:"tcv,omitempty"`
	Effects []Effect                 `json:"effects,omitempty"`
}

// Effects prices every open quote with the present and with the new prices and
// reports what would change. The quotes are taken one at a time, so that any
// number of them needs the memory of one and of what changes.
func Effects(present, next *Pricer, quotes iter.Seq[OpenQuote]) EffectReport {
	var out EffectReport
	for q := range quotes {
		out.Quotes++
		before, after := present.Price(q.Request), next.Price(q.Request)
		e := Effect{ID: q.ID, Currency: q.Request.Currency, Comparison: Compare(before, after), Broken: newIssues(before, after)}
		if e.Comparison.Empty() && len(e.Broken) == 0 {
			continue
		}
		out.Changed++
		for _, l := range e.Comparison.Lines {
			out.Lines += btoi(!l.Before.Equal(l.After))
		}
		if out.TCV == nil {
			out.TCV = make(map[string]money.Decimal)
		}
		code := q.Request.Currency.Code()
		out.TCV[code] = out.TCV[code].Add(e.Comparison.TCV)
		out.Effects = append(out.Effects, e)
	}
	return out
}

// newIssues returns the issues of after that before has not, by kind and line.
func newIssues(before, after Result) []Issue {
	type key struct{ kind, line, rule string }
	had := make(map[key]bool, len(before.Issues))
	for _, i := range before.Issues {
		had[key{i.Kind, i.Line, i.Rule}] = true
	}
	var out []Issue
	for _, i := range after.Issues {
		if !had[key{i.Kind, i.Line, i.Rule}] {
			out = append(out, i)
		}
	}
	return out
}
