package kpi

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Delta is a signed change of one cell of a rollup: what a measure counts on
// one day, of one owner and team.
type Delta struct {
	// Measure is a Measure, or one with the number of days of its window
	// ("ordered_within/90"), or "accepted_open": open families that accepted.
	Measure   string
	Day       civil.Date
	Owner     identity.ID
	Team      identity.ID
	K, N      int64
	Value, Of money.Decimal
	// Gaps counts amounts without a rate, left out of Value.
	Gaps int64
}

// RolledWindows are the windows for which "ordered within" is rolled up.
func RolledWindows() []int { return []int{30, 60, 90, 180, 365} }

// AcceptedOpen names the rollup of families that are open and accepted.
const AcceptedOpen = "accepted_open"

// WithinKey names the rollup of "ordered within" of a window.
func WithinKey(days int) string { return string(MeasureOrderedWithin) + "/" + strconv.Itoa(days) }

// RolledUp reports whether figures of the measure can be read from rollups.
func (m Measure) RolledUp(window int) bool {
	if m == MeasureOrderedWithin {
		return slices.Contains(RolledWindows(), window)
	}
	return slices.Contains([]Measure{MeasureSent, MeasureCohort, MeasureDecided, MeasureOpen, MeasureDiscount,
		MeasureIntake, MeasureOrders, MeasureRealisation, MeasureMargin}, m)
}

// Deltas returns how the rollups change when a family's fact goes from old to
// next and the entries are added; days are those of zone. Cells that do not
// change are left out.
func Deltas(old, next Fact, entries []Entry, zone *time.Location) []Delta {
	var sums Rollup
	for _, d := range familyCells(next, zone) {
		sums.add(d, 1)
	}
	for _, d := range familyCells(old, zone) {
		sums.add(d, -1)
	}
	for _, e := range entries {
		sums.Add(entryCells(e, zone))
	}
	return sums.Deltas()
}

// Rollup adds up deltas by cell. Its zero value is empty and ready for use.
type Rollup struct{ cells map[deltaKey]Delta }

type deltaKey struct {
	measure     string
	day         civil.Date
	owner, team identity.ID
}

// Add adds deltas.
func (r *Rollup) Add(deltas []Delta) {
	for _, d := range deltas {
		r.add(d, 1)
	}
}

func (r *Rollup) add(d Delta, sign int64) {
	if r.cells == nil {
		r.cells = map[deltaKey]Delta{}
	}
	key := deltaKey{d.Measure, d.Day, d.Owner, d.Team}
	factor, sum := money.FromInt(sign), r.cells[key]
	d.K, d.N, d.Gaps = sum.K+sign*d.K, sum.N+sign*d.N, sum.Gaps+sign*d.Gaps
	d.Value, d.Of = sum.Value.Add(d.Value.Mul(factor)), sum.Of.Add(d.Of.Mul(factor))
	r.cells[key] = d
}

// Deltas returns the cells that are not zero, in order.
func (r *Rollup) Deltas() []Delta {
	var out []Delta
	for _, d := range r.cells {
		if d.K != 0 || d.N != 0 || d.Gaps != 0 || !d.Value.IsZero() || !d.Of.IsZero() {
			out = append(out, d)
		}
	}
	slices.SortFunc(out, func(a, b Delta) int {
		return cmp.Or(strings.Compare(a.Measure, b.Measure), a.Day.Compare(b.Day),
			bytes.Compare(a.Owner[:], b.Owner[:]), bytes.Compare(a.Team[:], b.Team[:]))
	})
	return out
}

// familyCells is what one family contributes: everything a rollup can know
// without asking what time it is. A family that will lapse counts as decided
// on the day it lapses; readers leave out days still to come.
func familyCells(f Fact, zone *time.Location) []Delta {
	if f.SentAt.IsZero() {
		return nil
	}
	base, ok := f.Sent.Converted(f.Sent.Net)
	list, _ := f.Sent.Converted(f.Sent.List)
	won := !f.OrderedAt.IsZero()
	var out []Delta
	add := func(measure string, at time.Time, hit bool, value, of money.Decimal) {
		d := Delta{Measure: measure, Day: civil.In(at, zone), Owner: f.Dimensions.Owner, Team: f.Dimensions.Team, N: 1, Value: value, Of: of}
		if hit {
			d.K = 1
		}
		if !ok {
			d.Value, d.Of, d.Gaps = money.Decimal{}, money.Decimal{}, 1
		}
		out = append(out, d)
	}
	var none, wonValue money.Decimal
	if won {
		wonValue = base
	}
	add(string(MeasureSent), f.SentAt, true, base, none)
	add(string(MeasureCohort), f.SentAt, won, wonValue, base)
	add(string(MeasureDiscount), f.SentAt, f.Sent.List.Cmp(f.Sent.Net) > 0, list.Sub(base), list)
	for _, days := range RolledWindows() {
		window := time.Duration(days) * 24 * time.Hour
		add(WithinKey(days), f.SentAt, won && f.OrderedAt.Before(f.SentAt.Add(window)), base, none)
	}
	if status, at := f.StatusAt(endOfTime); status.Decided() {
		add(string(MeasureDecided), at, won, base, none)
	} else {
		add(AcceptedOpen, f.SentAt, true, base, none)
	}
	return out
}

// endOfTime is after every validity: only accepted families are open then.
var endOfTime = time.Date(9999, time.December, 31, 0, 0, 0, 0, time.UTC)

func entryCells(e Entry, zone *time.Location) []Delta {
	v := e.Value
	net, ok := v.Converted(v.Net)
	list, _ := v.Converted(v.List)
	costed, _ := v.Converted(v.CostedNet)
	cost, _ := v.Converted(v.Cost)
	var out []Delta
	add := func(m Measure, hit bool, value, of money.Decimal) {
		d := Delta{Measure: string(m), Day: civil.In(e.At, zone), Owner: e.Dimensions.Owner, Team: e.Dimensions.Team, N: 1, Value: value, Of: of}
		if hit {
			d.K = 1
		}
		if !ok {
			d.Value, d.Of, d.Gaps = money.Decimal{}, money.Decimal{}, 1
		}
		out = append(out, d)
	}
	ordered := e.Type == Ordered
	add(MeasureIntake, ordered, net, money.Decimal{})
	add(MeasureRealisation, ordered, net, list)
	add(MeasureMargin, !v.CostedNet.IsZero(), costed.Sub(cost), costed)
	if ordered {
		add(MeasureOrders, true, net, money.Decimal{})
	}
	return out
}
