package kpi

import (
	"fmt"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Query asks for figures. Its canonical JSON is part of every receipt.
type Query struct {
	Metrics []string `json:"metrics"`
	// From and To bound the period by days in the tenant's zone; To is the
	// first day after it. Period names one of the fiscal calendar instead.
	From   civil.Date `json:"from,omitzero"`
	To     civil.Date `json:"to,omitzero"`
	Period string     `json:"period,omitempty"`
	// Compare asks for the figures of another period too; nil for none.
	Compare *Compare `json:"compare,omitempty"`
	// CurrencyMode says at which rates amounts are converted, frozen ones where
	// empty; RatesOn is the day of constant ones, the first of the period where
	// zero.
	CurrencyMode CurrencyMode `json:"currency_mode,omitempty"`
	RatesOn      civil.Date   `json:"rates_on,omitzero"`
	// Slices split each figure; Filter keeps part of the rows.
	Slices []Dimension `json:"slices,omitempty"`
	Filter Filter      `json:"filter,omitempty"`
	// Window overrides the definition's W days; 0 keeps it.
	Window int `json:"window_days,omitempty"`
	// AsOf asks what was known at that instant; zero means now.
	AsOf time.Time `json:"as_of,omitzero"`
}

// Bounds of what one query may ask.
const (
	maxMetrics = 40
	maxSlices  = 3
	maxWindow  = 3650
)

// check returns everything wrong with the query.
func (q Query) check(metrics *Metrics, now time.Time) []fault.Issue {
	var out []fault.Issue
	bad := func(kind, pointer, suggestion, format string, args ...any) {
		out = append(out, fault.Issue{Kind: kind, Pointer: pointer, Suggestion: suggestion, Message: fmt.Sprintf(format, args...)})
	}
	if len(q.Metrics) == 0 || len(q.Metrics) > maxMetrics {
		bad("invalid-query", "/metrics", "", "a query names 1 to %d metrics, not %d", maxMetrics, len(q.Metrics))
	}
	for i, id := range q.Metrics {
		if _, ok := metrics.byID[id]; !ok {
			bad("unknown-metric", fmt.Sprintf("/metrics/%d", i), fault.Closest(id, metrics.ids), "there is no metric %q", id)
		}
	}
	q.checkModes(bad)
	switch {
	case q.Period != "" && q.From.IsZero() && q.To.IsZero():
	case q.Period != "":
		bad("invalid-period", "/period", "", "a query gives a fiscal period or days, not both")
	case q.From.IsZero():
		bad("invalid-period", "/from", "", "the period needs its first day")
	case q.To.IsZero():
		bad("invalid-period", "/to", "", "the period needs the first day after it")
	case !q.From.Before(q.To):
		bad("invalid-period", "/to", "", "the period ends on %s, before it begins on %s", q.To, q.From)
	}
	if len(q.Slices) > maxSlices {
		bad("invalid-query", "/slices", "", "a figure can be sliced by at most %d dimensions", maxSlices)
	}
	for i, d := range q.Slices {
		if !slices.Contains(AllDimensions(), d) {
			bad("unknown-slice", fmt.Sprintf("/slices/%d", i), closest(d), "there is no slice %q", d)
		}
	}
	for d := range q.Filter {
		if !slices.Contains(AllDimensions(), d) || d.OfTime() {
			bad("unknown-filter", "/filter/"+string(d), closest(d), "nothing can be filtered by %q", d)
		}
	}
	if q.Window < 0 || q.Window > maxWindow {
		bad("invalid-query", "/window_days", "", "a window of %d days is outside 1 to %d", q.Window, maxWindow)
	}
	if q.AsOf.After(now) {
		bad("invalid-query", "/as_of", "", "what will be known at %s cannot be asked yet", q.AsOf.Format(time.RFC3339))
	}
	return out
}

func closest(d Dimension) string {
	var names []string
	for _, known := range AllDimensions() {
		names = append(names, string(known))
	}
	return fault.Closest(string(d), names)
}

// Result is the answer to a query.
type Result struct {
	AsOf time.Time `json:"as_of"`
	// Watermark is the position in the log up to which events are in the
	// figures.
	Watermark int64  `json:"watermark"`
	Currency  string `json:"currency"`
	// From and To are the days of the period, and Compared those of the period
	// compared with, nil without one.
	From     civil.Date `json:"from"`
	To       civil.Date `json:"to"`
	Compared *Compare   `json:"compared,omitempty"`
	Answers  []Answer   `json:"answers"`
}

// Answer is one metric's figures with what is needed to trust them.
type Answer struct {
	Metric  Metric   `json:"metric"`
	Window  int      `json:"window_days,omitempty"`
	Figures []Figure `json:"figures"`
	// Compared are the figures of the period compared with.
	Compared []Figure `json:"compared,omitempty"`
	// CurrencyMode is the one used: sums of several orders of one quote, price
	// erosion among them, keep frozen rates.
	CurrencyMode CurrencyMode `json:"currency_mode"`
	Receipt      Receipt      `json:"receipt"`
}

// Figure is one number. N is the rows counted and, for rates, K the hits.
type Figure struct {
	// Key has one value per slice of the query.
	Key []string `json:"key,omitempty"`
	K   int64    `json:"k"`
	N   int64    `json:"n"`
	// Value is nil where there is nothing to say: no rows, or a rate of fewer
	// than MinShown rows, of which only k and n are shown.
	Value *money.Decimal `json:"value,omitempty"`
	// Low and High bound the interval that the metric names: of 95 % for a
	// rate, of 80 % for a forecast.
	Low  *money.Decimal `json:"low,omitempty"`
	High *money.Decimal `json:"high,omitempty"`
	// P90 is the 90th percentile beside a median of days.
	P90 *money.Decimal `json:"p90,omitempty"`
	// Reference is what the value is to be compared with: the score of a
	// forecast that always says the mean, the orders expected of a person, the
	// amount of a target. Bias
	// is the mean chance given less what came true.
	Reference *money.Decimal `json:"reference,omitempty"`
	Bias      *money.Decimal `json:"bias,omitempty"`
	// Amount is the sum of values beside a share, Days a median of days.
	Amount *money.Decimal `json:"amount,omitempty"`
	Days   *money.Decimal `json:"days,omitempty"`
	// Gaps are amounts without a rate, named and never added.
	Gaps []Gap `json:"gaps,omitempty"`
	// Note says why Value is missing: "no-rows", "too-few", "not-reached" (a
	// median beyond what was observed), "no-target" or "target-reached"; or, beside a value, "reversed"
	// when mixing alone makes the raw share look better or worse.
	Note string `json:"note,omitempty"`
}

// MinShown is the smallest n for which a rate is shown as a percentage.
const MinShown = 10
