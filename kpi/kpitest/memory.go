package kpitest

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// Memory is a kpi.Store of one tenant that replays its log for every answer.
// It is safe for concurrent reads.
type Memory struct {
	Zone   *time.Location
	Base   money.Currency
	Events []kpi.Event // in the order recorded
	kpi.Records
}

// Settings implements kpi.Store.
func (m *Memory) Settings(context.Context, identity.ID) (kpi.Settings, error) {
	return kpi.Settings{Zone: m.Zone, Base: m.Base}, nil
}

// Watermark implements kpi.Store.
func (m *Memory) Watermark(_ context.Context, _ identity.ID, asOf time.Time) (int64, error) {
	return int64(len(m.known(asOf))), nil
}

// known is the log truncated at asOf; a zero asOf truncates nothing.
func (m *Memory) known(asOf time.Time) []kpi.Event {
	var out []kpi.Event
	for _, e := range m.Events {
		if asOf.IsZero() || !e.RecordedAt.After(asOf) {
			out = append(out, e)
		}
	}
	return out
}

// Replay projects the log truncated at asOf (zero: the whole log) and returns
// the facts by family and the entries.
func (m *Memory) Replay(asOf time.Time) (map[identity.ID]kpi.Fact, []kpi.Entry) {
	facts, seen := map[identity.ID]kpi.Fact{}, map[identity.ID]bool{}
	var entries []kpi.Entry
	for _, e := range m.known(asOf) {
		if seen[e.ID] {
			continue
		}
		seen[e.ID] = true
		next, made := kpi.Project(facts[e.Family], e)
		facts[e.Family] = next
		entries = append(entries, made...)
	}
	return facts, entries
}

// counted is one row that a measure counts.
type counted struct {
	fact  kpi.Fact
	dims  kpi.Dimensions
	at    time.Time
	id    identity.ID
	size  kpi.Value // whose band the row is in
	value amount
	of    amount
	hit   bool
	entry bool
}

// amount is a sum's part; known is false for what has no rate.
type amount struct {
	base  money.Decimal
	known bool
}

// inBase converts an amount of v at the rates that the selector asks for.
func inBase(sel kpi.Selector, v kpi.Value, d money.Decimal) amount {
	if sel.Rates == nil || !sel.Measure.Convertible() || v.Currency.IsZero() {
		base, ok := v.Converted(d)
		return amount{base, ok}
	}
	rate, ok := sel.Rates[v.Currency.Code()]
	return amount{d.Mul(rate).Round(sel.Places), ok}
}

func (a amount) minus(b amount) amount { return amount{a.base.Sub(b.base), a.known && b.known} }

// rows returns the rows of the selector, newest first.
func (m *Memory) rows(sel kpi.Selector) []counted {
	facts, entries := m.Replay(sel.AsOf)
	var all []counted
	switch {
	case sel.Measure.OfRecords():
		all = m.countRecords(sel)
	case sel.Measure.OfEntries():
		for _, e := range entries {
			if c, ok := countEntry(e, sel); ok {
				c.fact = facts[e.Family]
				all = append(all, c)
			}
		}
	case slices.Contains([]kpi.Measure{kpi.MeasureRepeat, kpi.MeasureLapsed, kpi.MeasureNewCustomers}, sel.Measure):
		all = countCustomers(facts, sel)
	default:
		for _, f := range facts {
			if c, ok := countFact(f, sel); ok {
				c.hit = c.hit || suspect(f, facts, sel)
				all = append(all, c)
			}
		}
	}
	var out []counted
	for _, c := range all {
		inPeriod := sel.Measure.Stock() || !c.at.IsZero() && !c.at.Before(sel.From) && c.at.Before(sel.To)
		if inPeriod && m.visible(c, sel) {
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(a, b counted) int {
		return cmp.Or(b.at.Compare(a.at), cmp.Compare(b.id.String(), a.id.String()))
	})
	return out
}

func (m *Memory) visible(c counted, sel kpi.Selector) bool {
	for d, values := range sel.Filter {
		if !slices.Contains(values, m.key(c, d, sel)) {
			return false
		}
	}
	s := sel.Scope
	return s.All || c.dims.Owner == s.Owner || slices.Contains(s.Teams, c.dims.Team)
}

func (m *Memory) key(c counted, d kpi.Dimension, sel kpi.Selector) string {
	at := c.at.In(sel.Zone)
	switch d {
	case kpi.ByOwner:
		return c.dims.Owner.String()
	case kpi.ByTeam:
		return c.dims.Team.String()
	case kpi.ByCustomer:
		return c.dims.Customer.String()
	case kpi.ByRegion:
		return c.dims.Region
	case kpi.BySegment:
		return c.dims.Segment
	case kpi.ByProductFamily:
		return c.dims.ProductFamily
	case kpi.ByChannel:
		return c.dims.Channel
	case kpi.BySource:
		return c.dims.Source
	case kpi.ByCampaign:
		return c.dims.Campaign
	case kpi.ByNewCustomer:
		return strconv.FormatBool(c.dims.NewCustomer)
	case kpi.ByCurrency:
		return c.size.Currency.Code()
	case kpi.BySize:
		if base, ok := c.size.Converted(c.size.Net); ok && !sel.Measure.OfRecords() {
			return kpi.SizeBand(base)
		}
		return ""
	case kpi.ByReason, kpi.ByCompetitor, kpi.ByDiscount, kpi.ByAge:
		if c.entry {
			return ""
		}
		return familyKey(c.fact, d, sel.Now)
	case kpi.ByWeek:
		year, week := at.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	}
	return at.Format(map[kpi.Dimension]string{kpi.ByDay: "2006-01-02", kpi.ByMonth: "2006-01", kpi.ByYear: "2006"}[d])
}

// Aggregate implements kpi.Store.
func (m *Memory) Aggregate(_ context.Context, _ identity.ID, sel kpi.Selector) ([]kpi.Cell, error) {
	cells, members := map[string]*kpi.Cell{}, map[string][]counted{}
	if len(sel.Slices) == 0 {
		cells[""] = &kpi.Cell{Key: []string{}}
	}
	for _, r := range m.rows(sel) {
		key := []string{}
		for _, d := range sel.Slices {
			key = append(key, m.key(r, d, sel))
		}
		at := strings.Join(key, "\x00")
		if cells[at] == nil {
			cells[at] = &kpi.Cell{Key: key}
		}
		count(cells[at], r)
		members[at] = append(members[at], r)
	}
	var out []kpi.Cell
	for at, c := range cells {
		if sel.Spread {
			spread(c, members[at])
		}
		slices.SortFunc(c.Gaps, func(a, b kpi.Gap) int { return cmp.Compare(a.Currency, b.Currency) })
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b kpi.Cell) int { return slices.Compare(a.Key, b.Key) })
	return out, nil
}

func familyKey(f kpi.Fact, d kpi.Dimension, now time.Time) string {
	switch d {
	case kpi.ByReason:
		return f.Standing().Reason
	case kpi.ByCompetitor:
		return f.Standing().Competitor
	case kpi.ByDiscount:
		return f.Sent.DiscountBand()
	}
	if f.SentAt.IsZero() {
		return ""
	}
	return strconv.Itoa(wholeDays(f.SentAt, now))
}

func wholeDays(from, to time.Time) int { return int(math.Floor(to.Sub(from).Hours() / 24)) }

func count(c *kpi.Cell, r counted) {
	c.N++
	if r.hit {
		c.K++
	}
	if r.value.known {
		c.Value = c.Value.Add(r.value.base)
		if r.of.known {
			c.Of = c.Of.Add(r.of.base)
		}
		return
	}
	code := r.size.Currency.Code()
	i := slices.IndexFunc(c.Gaps, func(g kpi.Gap) bool { return g.Currency == code })
	if i < 0 {
		i, c.Gaps = len(c.Gaps), append(c.Gaps, kpi.Gap{Currency: code})
	}
	c.Gaps[i].N++
	c.Gaps[i].Amount = c.Gaps[i].Amount.Add(r.size.Net)
}

// spread computes what only some figures need.
func spread(c *kpi.Cell, rows []counted) {
	var all []money.Decimal
	for _, r := range rows {
		if r.value.known {
			all = append(all, r.value.base)
			c.Squares = c.Squares.Add(r.value.base.Mul(r.value.base))
		}
	}
	slices.SortFunc(all, money.Decimal.Cmp)
	if n := len(all); n > 0 {
		c.Median = all[(n-1)/2]
	}
}

// Lags implements kpi.Store.
func (m *Memory) Lags(_ context.Context, _ identity.ID, d kpi.Duration, sel kpi.Selector) ([]kpi.Lag, error) {
	facts, _ := m.Replay(sel.AsOf)
	sel.Measure = ""
	lags := map[string]*kpi.Lag{}
	for _, f := range facts {
		began, ended, otherwise := span(f, d, sel.Now)
		c := counted{fact: f, dims: f.Dimensions, at: began, size: f.Sent.Value}
		if began.IsZero() || began.Before(sel.From) || !began.Before(sel.To) || !m.visible(c, sel) {
			continue
		}
		l := kpi.Lag{Key: []string{}}
		for _, d := range sel.Slices {
			l.Key = append(l.Key, m.key(c, d, sel))
		}
		switch {
		case !ended.IsZero():
			l.Days, l.Ended = wholeDays(began, ended), 1
		case !otherwise.IsZero():
			l.Days, l.Otherwise = wholeDays(began, otherwise), 1
		default:
			l.Days, l.Waits = wholeDays(began, sel.Now), 1
		}
		l.Days = max(0, l.Days)
		at := fmt.Sprint(l.Key, l.Days)
		if lags[at] == nil {
			lags[at] = &kpi.Lag{Key: l.Key, Days: l.Days}
		}
		lags[at].Ended += l.Ended
		lags[at].Otherwise += l.Otherwise
		lags[at].Waits += l.Waits
	}
	var out []kpi.Lag
	for _, l := range lags {
		out = append(out, *l)
	}
	slices.SortFunc(out, func(a, b kpi.Lag) int { return cmp.Or(slices.Compare(a.Key, b.Key), cmp.Compare(a.Days, b.Days)) })
	return out, nil
}

func span(f kpi.Fact, d kpi.Duration, now time.Time) (began, ended, otherwise time.Time) {
	switch d {
	case kpi.Turnaround:
		return f.RequestedAt, f.SentAt, time.Time{}
	case kpi.ApprovalTime:
		return f.SubmittedAt, f.ApprovedAt, time.Time{}
	case kpi.TimeToView:
		ended = f.ViewedAt
	case kpi.TimeToAccept:
		if ended = f.Accepted.At; ended.IsZero() {
			ended = f.OrderedAt
		}
	default:
		ended = f.OrderedAt
	}
	if _, at := f.StatusAt(now); ended.IsZero() {
		otherwise = at
	}
	return f.SentAt, ended, otherwise
}

// Families implements kpi.Store; its cursor is the number of rows before.
func (m *Memory) Families(_ context.Context, _ identity.ID, sel kpi.Selector, cursor string, limit int) ([]kpi.Row, string, error) {
	if sel.Measure.OfRecords() {
		return nil, "", nil
	}
	rows := m.rows(sel)
	if sel.Part != "" {
		rows = slices.DeleteFunc(rows, func(c counted) bool { return c.hit != (sel.Part == kpi.PartHits) })
	}
	skip, _ := strconv.Atoi(cursor)
	rows = rows[min(skip, len(rows)):]
	next := ""
	if len(rows) > limit {
		rows, next = rows[:limit], strconv.Itoa(skip+limit)
	}
	var out []kpi.Row
	for _, r := range rows {
		out = append(out, m.row(r, sel.Now))
	}
	return out, next, nil
}

func (m *Memory) row(r counted, now time.Time) kpi.Row {
	f := r.fact
	status, _ := f.StatusAt(now)
	standing := f.Standing()
	out := kpi.Row{Family: f.Family, Reference: f.Reference, Dimensions: f.Dimensions,
		SubmittedAt: f.SubmittedAt, AcceptedAt: standing.AcceptedAt, LapsesAt: standing.LapsesAt,
		SentAt: f.SentAt, OrderedAt: f.OrderedAt, Status: status,
		Currency: f.Sent.Currency.Code(), Net: f.Sent.Net, Hit: r.hit}
	if value := inBase(kpi.Selector{}, f.Sent.Value, f.Sent.Net); value.known && !f.SentAt.IsZero() {
		out.Value = &value.base
	}
	return out
}

// Tasks implements kpi.Store.
func (m *Memory) Tasks(_ context.Context, _ identity.ID, sel kpi.TaskSelector) (int64, []kpi.Row, error) {
	var out []kpi.Row
	for _, c := range m.rows(sel.Selector) {
		if !c.hit && !sel.All {
			continue
		}
		r := m.row(c, sel.Now)
		if sel.Chances != nil && !r.SentAt.IsZero() {
			age := min(max(0, wholeDays(r.SentAt, sel.Now)), len(sel.Chances)-1)
			chance := money.MustParse(strconv.FormatFloat(sel.Chances[age], 'f', -1, 64))
			if r.Chance = &chance; r.Value != nil {
				expected := r.Value.Mul(chance).Round(2)
				r.Expected = &expected
			}
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b kpi.Row) int {
		return cmp.Or(earlier(a, b, sel.Order), cmp.Compare(a.Family.String(), b.Family.String()))
	})
	return int64(len(out)), out[:min(len(out), sel.Limit)], nil
}

// earlier compares two rows by the order of a task; amounts that are not known
// come last.
func earlier(a, b kpi.Row, by kpi.TaskOrder) int {
	larger := func(a, b *money.Decimal) int {
		switch {
		case a == nil && b == nil:
			return 0
		case a == nil:
			return 1
		case b == nil:
			return -1
		}
		return b.Cmp(*a)
	}
	switch by {
	case kpi.ByLapse:
		return a.LapsesAt.Compare(b.LapsesAt)
	case kpi.BySubmit:
		return a.SubmittedAt.Compare(b.SubmittedAt)
	case kpi.ByAccept:
		return a.AcceptedAt.Compare(b.AcceptedAt)
	case kpi.ByExpected:
		if a.Value != nil && b.Value != nil {
			return b.Value.Mul(*b.Chance).Cmp(a.Value.Mul(*a.Chance))
		}
	}
	return larger(a.Value, b.Value)
}
