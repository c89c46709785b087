package kpitest

import (
	"cmp"
	"context"
	"fmt"
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
	value kpi.Value
	hit   bool
}

// rows returns the rows of the selector, newest first.
func (m *Memory) rows(sel kpi.Selector) []counted {
	facts, entries := m.Replay(sel.AsOf)
	var out []counted
	add := func(c counted) {
		if !c.at.IsZero() && !c.at.Before(sel.From) && c.at.Before(sel.To) && m.visible(c, sel) {
			out = append(out, c)
		}
	}
	window := time.Duration(sel.Window) * 24 * time.Hour
	switch sel.Measure {
	case kpi.MeasureIntake:
		for _, e := range entries {
			add(counted{facts[e.Family], e.Dimensions, e.At, e.Event, e.Value, e.Type == kpi.Ordered})
		}
	case kpi.MeasureSent:
		for _, f := range facts {
			add(counted{f, f.Dimensions, f.SentAt, f.Family, f.Sent.Value, true})
		}
	case kpi.MeasureOrderedWithin:
		for _, f := range facts {
			if !f.SentAt.IsZero() && !f.SentAt.Add(window).After(sel.Now) {
				hit := !f.OrderedAt.IsZero() && f.OrderedAt.Before(f.SentAt.Add(window))
				add(counted{f, f.Dimensions, f.SentAt, f.Family, f.Sent.Value, hit})
			}
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
		return c.value.Currency.Code()
	case kpi.BySize:
		if base, ok := c.value.Converted(c.value.Net); ok {
			return kpi.SizeBand(base)
		}
		return ""
	case kpi.ByWeek:
		year, week := at.ISOWeek()
		return fmt.Sprintf("%04d-W%02d", year, week)
	}
	return at.Format(map[kpi.Dimension]string{kpi.ByDay: "2006-01-02", kpi.ByMonth: "2006-01", kpi.ByYear: "2006"}[d])
}

// Aggregate implements kpi.Store.
func (m *Memory) Aggregate(_ context.Context, _ identity.ID, sel kpi.Selector) ([]kpi.Cell, error) {
	cells := map[string]*kpi.Cell{}
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
	}
	var out []kpi.Cell
	for _, c := range cells {
		slices.SortFunc(c.Gaps, func(a, b kpi.Gap) int { return cmp.Compare(a.Currency, b.Currency) })
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b kpi.Cell) int { return slices.Compare(a.Key, b.Key) })
	return out, nil
}

func count(c *kpi.Cell, r counted) {
	c.N++
	if r.hit {
		c.K++
	}
	if base, ok := r.value.Converted(r.value.Net); ok {
		c.Value = c.Value.Add(base)
		return
	}
	code := r.value.Currency.Code()
	i := slices.IndexFunc(c.Gaps, func(g kpi.Gap) bool { return g.Currency == code })
	if i < 0 {
		i, c.Gaps = len(c.Gaps), append(c.Gaps, kpi.Gap{Currency: code})
	}
	c.Gaps[i].N++
	c.Gaps[i].Amount = c.Gaps[i].Amount.Add(r.value.Net)
}

// Families implements kpi.Store; its cursor is the number of rows before.
func (m *Memory) Families(_ context.Context, _ identity.ID, sel kpi.Selector, cursor string, limit int) ([]kpi.Row, string, error) {
	rows := m.rows(sel)
	skip, _ := strconv.Atoi(cursor)
	rows = rows[min(skip, len(rows)):]
	next := ""
	if len(rows) > limit {
		rows, next = rows[:limit], strconv.Itoa(skip+limit)
	}
	var out []kpi.Row
	for _, r := range rows {
		f := r.fact
		status, _ := f.StatusAt(sel.Now)
		out = append(out, kpi.Row{Family: f.Family, Reference: f.Reference, Dimensions: f.Dimensions,
			SentAt: f.SentAt, OrderedAt: f.OrderedAt, Status: status,
			Currency: f.Sent.Currency.Code(), Net: f.Sent.Net, Hit: r.hit})
	}
	return out, next, nil
}
