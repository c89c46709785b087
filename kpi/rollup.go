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
// one day, of one owner and team and one value of each other dimension.
type Delta struct {
	// Measure is a Measure, or one with the number of days of its window
	// ("ordered_within/90"), or the LagKey of a duration. That of open families
	// counts, on each day, those that are open until then if nothing happens, and
	// accepted ones at the end of time.
	Measure string
	Day     civil.Date
	Owner   identity.ID
	Team    identity.ID
	Slices  Slices
	// Lag is the number of days of a duration that began on Day, and K of the N
	// ended as meant. Durations are of no owner, team or slice.
	Lag       int
	K, N      int64
	Value, Of money.Decimal
	// Gaps counts amounts without a rate, left out of Value.
	Gaps int64
}

// Slices are the values of the RolledSlices, in their order.
type Slices [12]string

// RolledSlices are the dimensions, beside owner and team, by any one of which
// rollups can be sliced or filtered.
func RolledSlices() []Dimension {
	return []Dimension{ByRegion, BySegment, ByProductFamily, ByChannel, BySource, ByCampaign, ByNewCustomer, ByCurrency, BySize,
		ByReason, ByCompetitor, ByDiscount}
}

func (d Dimensions) slices(v Value) Slices {
	out := Slices{d.Region, d.Segment, d.ProductFamily, d.Channel, d.Source, d.Campaign, strconv.FormatBool(d.NewCustomer), v.Currency.Code()}
	if base, ok := v.Converted(v.Net); ok {
		out[8] = SizeBand(base)
	}
	return out
}

// LagKey names the rollup of a duration.
func LagKey(d Duration) string { return "lag/" + string(d) }

// RolledWindows are the windows for which "ordered within" is rolled up.
func RolledWindows() []int { return []int{30, 60, 90, 180, 365} }

// WithinKey names the rollup of "ordered within" of a window.
func WithinKey(days int) string { return string(MeasureOrderedWithin) + "/" + strconv.Itoa(days) }

// RolledUp reports whether figures of the measure can be read from rollups.
func (m Measure) RolledUp(window int) bool {
	if m == MeasureOrderedWithin {
		return slices.Contains(RolledWindows(), window)
	}
	return slices.Contains([]Measure{MeasureSent, MeasureCohort, MeasureViewed, MeasureAccepted, MeasureRevisions, MeasureDecided, MeasureLost,
		MeasureOpen, MeasureDiscount, MeasureApproval, MeasureFirstPass, MeasureCorrected, MeasureMatch, MeasureErosion, MeasureCancelled,
		MeasureReturned, MeasureIntake, MeasureOrders, MeasureRealisation, MeasureMargin}, m)
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
	slices      Slices
	lag         int
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
	key := deltaKey{d.Measure, d.Day, d.Owner, d.Team, d.Slices, d.Lag}
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
			bytes.Compare(a.Owner[:], b.Owner[:]), bytes.Compare(a.Team[:], b.Team[:]),
			slices.Compare(a.Slices[:], b.Slices[:]), cmp.Compare(a.Lag, b.Lag))
	})
	return out
}

// familyCells is what one family contributes: everything a rollup can know
// without asking what time it is. A family that will lapse counts as decided
// on the day it lapses; readers leave out days still to come.
func familyCells(f Fact, zone *time.Location) []Delta {
	c := cells{fact: f, zone: zone}
	c.sent, c.known = f.Sent.Converted(f.Sent.Net)
	c.slices = f.Dimensions.slices(f.Sent.Value)
	standing := f.Standing()
	c.slices[9], c.slices[10], c.slices[11] = standing.Reason, standing.Competitor, f.Sent.DiscountBand()
	c.approvals()
	c.lags()
	if !f.OrderedAt.IsZero() {
		c.orders()
	}
	if !f.SentAt.IsZero() {
		c.offers()
	}
	return c.out
}

// cells gathers what one family contributes.
type cells struct {
	fact Fact
	zone *time.Location
	// sent is the first-sent value in the base currency, if it is known.
	sent   money.Decimal
	known  bool
	slices Slices
	out    []Delta
}

// add adds a cell whose amounts are known.
func (c *cells) add(measure string, at time.Time, hit bool, value, of money.Decimal) {
	d := Delta{Measure: measure, Day: civil.In(at, c.zone), Owner: c.fact.Dimensions.Owner, Team: c.fact.Dimensions.Team, Slices: c.slices,
		N: 1, Value: value, Of: of}
	if hit {
		d.K = 1
	}
	c.out = append(c.out, d)
}

// valued adds a cell whose amounts need the first-sent value.
func (c *cells) valued(measure string, at time.Time, hit bool, value, of money.Decimal) {
	c.add(measure, at, hit, value, of)
	if last := &c.out[len(c.out)-1]; !c.known {
		last.Value, last.Of, last.Gaps = money.Decimal{}, money.Decimal{}, 1
	}
}

func (c *cells) approvals() {
	var none money.Decimal
	f := c.fact
	if !f.SubmittedAt.IsZero() {
		c.valued(string(MeasureApproval), f.SubmittedAt, !f.ApprovedAt.IsZero(), c.sent, none)
	}
	if !f.ApprovedAt.IsZero() {
		c.valued(string(MeasureFirstPass), f.ApprovedAt, f.Returns == 0, c.sent, none)
	}
	if !f.Accepted.At.IsZero() {
		c.valued(string(MeasureCorrected), f.Accepted.At, f.Corrected, c.sent, none)
	}
}

func (c *cells) orders() {
	f := c.fact
	c.valued(string(MeasureMatch), f.OrderedAt, !f.Mismatched, c.sent, money.Decimal{})
	if !f.SentAt.IsZero() && f.Ordered.Gaps == 0 {
		c.valued(string(MeasureErosion), f.OrderedAt, true, f.Ordered.Base, c.sent)
	}
	for _, back := range []struct {
		measure Measure
		total   Total
	}{{MeasureCancelled, f.Cancelled}, {MeasureReturned, f.Returned}} {
		if f.Ordered.Gaps+back.total.Gaps == 0 {
			c.add(string(back.measure), f.OrderedAt, !back.total.Base.IsZero(), back.total.Base, f.Ordered.Base)
		}
	}
}

func (c *cells) offers() {
	f, won := c.fact, !c.fact.OrderedAt.IsZero()
	list, _ := f.Sent.Converted(f.Sent.List)
	var none money.Decimal
	part := func(hit bool) money.Decimal {
		if hit {
			return c.sent
		}
		return none
	}
	c.valued(string(MeasureSent), f.SentAt, true, c.sent, none)
	c.valued(string(MeasureCohort), f.SentAt, won, part(won), c.sent)
	viewed, accepted := !f.ViewedAt.IsZero(), won || !f.Accepted.At.IsZero()
	c.valued(string(MeasureViewed), f.SentAt, viewed, part(viewed), c.sent)
	c.valued(string(MeasureAccepted), f.SentAt, accepted, part(accepted), c.sent)
	c.add(string(MeasureRevisions), f.SentAt, f.Revisions > 0, money.FromInt(int64(f.Revisions)), none)
	c.valued(string(MeasureDiscount), f.SentAt, f.Sent.List.Cmp(f.Sent.Net) > 0, list.Sub(c.sent), list)
	for _, days := range RolledWindows() {
		window := time.Duration(days) * 24 * time.Hour
		c.valued(WithinKey(days), f.SentAt, won && f.OrderedAt.Before(f.SentAt.Add(window)), c.sent, none)
	}
	status, at := f.StatusAt(endOfTime)
	if status.Decided() && at.IsZero() { // no offer stands, none ended
		return
	}
	if !status.Decided() {
		c.valued(string(MeasureOpen), endOfTime, true, c.sent, none)
		return
	}
	if status == Lapsed {
		c.valued(string(MeasureOpen), at, false, c.sent, none)
	}
	c.valued(string(MeasureDecided), at, won, c.sent, none)
	if !won {
		c.valued(string(MeasureLost), at, f.Standing().Reason != "", c.sent, none)
	}
}

// lags adds how long the durations took that have ended, or will have if
// nothing happens; readers count those still running.
func (c *cells) lags() {
	f := c.fact
	c.lag(Turnaround, f.RequestedAt, f.SentAt, time.Time{})
	c.lag(ApprovalTime, f.SubmittedAt, f.ApprovedAt, time.Time{})
	if f.SentAt.IsZero() {
		return
	}
	_, decided := f.StatusAt(endOfTime)
	accepted := f.Accepted.At
	if accepted.IsZero() {
		accepted = f.OrderedAt
	}
	c.lag(TimeToOrder, f.SentAt, f.OrderedAt, decided)
	c.lag(TimeToView, f.SentAt, f.ViewedAt, decided)
	c.lag(TimeToAccept, f.SentAt, accepted, decided)
}

// lag adds a duration, which ended as meant or, where that is zero, otherwise.
func (c *cells) lag(of Duration, began, ended, otherwise time.Time) {
	d := Delta{Measure: LagKey(of), Day: civil.In(began, c.zone), N: 1}
	if !ended.IsZero() {
		d.K, otherwise = 1, ended
	}
	if began.IsZero() || otherwise.IsZero() {
		return
	}
	d.Lag = max(0, int(otherwise.Sub(began)/(24*time.Hour)))
	c.out = append(c.out, d)
}

// endOfTime is after every validity: only accepted families are open then. It
// is a day of year 9999 in every zone.
var endOfTime = time.Date(9999, time.December, 30, 0, 0, 0, 0, time.UTC)

func entryCells(e Entry, zone *time.Location) []Delta {
	v := e.Value
	net, ok := v.Converted(v.Net)
	list, _ := v.Converted(v.List)
	costed, _ := v.Converted(v.CostedNet)
	cost, _ := v.Converted(v.Cost)
	keys := e.Dimensions.slices(v)
	var out []Delta
	add := func(m Measure, hit bool, value, of money.Decimal) {
		d := Delta{Measure: string(m), Day: civil.In(e.At, zone), Owner: e.Dimensions.Owner, Team: e.Dimensions.Team, Slices: keys, N: 1, Value: value, Of: of}
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
