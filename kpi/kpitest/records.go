package kpitest

import (
	"cmp"
	"context"
	"math/rand/v2"
	"slices"
	"strconv"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// countRecords applies a measure of imported records.
func (m *Memory) countRecords(sel kpi.Selector) []counted {
	var out []counted
	add := func(day civil.Date, owner, team identity.ID, value money.Decimal, hit bool) {
		out = append(out, counted{dims: kpi.Dimensions{Owner: owner, Team: team}, at: day.Midnight(sel.Zone),
			value: amount{value, true}, hit: hit, entry: true})
	}
	switch sel.Measure {
	case kpi.MeasureContacts:
		for _, a := range m.Activities {
			add(a.Day, a.Owner, a.Team, money.FromInt(a.Contacts), true)
		}
	case kpi.MeasureMeetings:
		for _, a := range m.Activities {
			add(a.Day, a.Owner, a.Team, money.FromInt(a.Meetings), true)
		}
	case kpi.MeasureSurveys:
		for _, s := range m.Surveys {
			var score money.Decimal
			if s.Score != nil {
				score = *s.Score
			}
			add(s.Day, s.Owner, s.Team, score, s.Score != nil)
		}
	case kpi.MeasurePulse:
		for _, p := range m.Pulses {
			add(p.Day, identity.Nil, p.Team, money.FromInt(p.Score), true)
		}
	}
	return out
}

// Targets implements kpi.Store.
func (m *Memory) Targets(_ context.Context, _ identity.ID, from, to civil.Date) ([]kpi.TargetRecord, error) {
	return slices.DeleteFunc(slices.Clone(m.Records.Targets), func(t kpi.TargetRecord) bool {
		return !t.From.Before(to) || !from.Before(t.To)
	}), nil
}

// SourceCosts implements kpi.Store.
func (m *Memory) SourceCosts(_ context.Context, _ identity.ID, from, to civil.Date) ([]kpi.SourceCost, error) {
	return slices.DeleteFunc(slices.Clone(m.Costs), func(c kpi.SourceCost) bool {
		return !c.From.Before(to) || !from.Before(c.To)
	}), nil
}

// Periods implements kpi.Store.
func (m *Memory) Periods(context.Context, identity.ID) ([]kpi.FiscalPeriod, error) {
	return m.Records.Periods, nil
}

// Names implements kpi.Store; it knows nobody by name.
func (m *Memory) Names(context.Context, identity.ID) (kpi.Names, error) { return kpi.Names{}, nil }

// Views implements kpi.Store; it keeps none.
func (m *Memory) Views(context.Context, identity.ID, identity.ID) ([]kpi.View, error) {
	return nil, nil
}

// AddView implements kpi.Store; it keeps none.
func (m *Memory) AddView(context.Context, identity.ID, kpi.View) error { return nil }

// SaveView implements kpi.Store; it keeps none.
func (m *Memory) SaveView(context.Context, identity.ID, kpi.View) error { return nil }

// DeleteView implements kpi.Store; there is none.
func (m *Memory) DeleteView(context.Context, identity.ID, identity.ID, identity.ID) error { return nil }

// Rates implements kpi.Store.
func (m *Memory) Rates(context.Context, identity.ID) ([]kpi.CurrencyRate, error) {
	return m.Records.Rates, nil
}

// SaveRecords implements kpi.Store; it appends, without looking at keys.
func (m *Memory) SaveRecords(_ context.Context, _ identity.ID, r kpi.Records, _ time.Time) error {
	m.Records.Targets = append(m.Records.Targets, r.Targets...)
	m.Costs = append(m.Costs, r.Costs...)
	m.Activities = append(m.Activities, r.Activities...)
	m.Surveys = append(m.Surveys, r.Surveys...)
	m.Pulses = append(m.Pulses, r.Pulses...)
	m.Records.Periods = append(m.Records.Periods, r.Periods...)
	m.Records.Rates = append(m.Records.Rates, r.Rates...)
	return nil
}

// Steps implements kpi.Store.
func (m *Memory) Steps(_ context.Context, _ identity.ID, sel kpi.Selector) ([]kpi.Step, error) {
	sel.Measure = kpi.MeasureSent
	sums := map[string]money.Decimal{}
	for _, r := range m.rows(sel) {
		for _, s := range r.size.Steps {
			if a := inBase(sel, r.size, s.Amount); a.known {
				sums[s.Code] = sums[s.Code].Add(a.base)
			}
		}
	}
	var out []kpi.Step
	for code, sum := range sums {
		out = append(out, kpi.Step{Code: code, Amount: sum})
	}
	slices.SortFunc(out, func(a, b kpi.Step) int { return cmp.Compare(a.Code, b.Code) })
	return out, nil
}

// Outcomes implements kpi.Store.
func (m *Memory) Outcomes(_ context.Context, _ identity.ID, sel kpi.Selector) ([]kpi.Outcome, error) {
	now, _ := m.Replay(sel.AsOf)
	then := sel
	then.Measure, then.AsOf, then.Now = kpi.MeasureOpen, sel.From, sel.From
	byAge := map[int]*kpi.Outcome{}
	for _, r := range m.rows(then) {
		age, err := strconv.Atoi(familyKey(r.fact, kpi.ByAge, sel.From))
		if err != nil {
			continue
		}
		if byAge[age] == nil {
			byAge[age] = &kpi.Outcome{Age: age}
		}
		byAge[age].N++
		if at := now[r.fact.Family].OrderedAt; !at.IsZero() && at.Before(sel.To) {
			byAge[age].Ordered++
		}
	}
	var out []kpi.Outcome
	for _, o := range byAge {
		out = append(out, *o)
	}
	slices.SortFunc(out, func(a, b kpi.Outcome) int { return cmp.Compare(a.Age, b.Age) })
	return out, nil
}

// RandomRecords returns activities, surveys and pulses of the owners and teams
// that History gives quotes to.
func RandomRecords(r *rand.Rand) kpi.Records {
	var out kpi.Records
	first := civil.Of(Start())
	for n := range 60 {
		day, owner := first.AddDays(r.IntN(400)), r.IntN(5)
		out.Activities = append(out.Activities, kpi.Activity{Day: first.AddDays(6*n + r.IntN(6)), Owner: fixed(1, owner), Team: fixed(2, owner/2),
			Contacts: r.Int64N(20), Meetings: r.Int64N(4)})
		survey := kpi.Survey{Day: day, Reference: strconv.Itoa(n), Owner: fixed(1, owner), Team: fixed(2, owner/2)}
		if r.IntN(2) == 0 {
			score := money.FromInt(r.Int64N(11))
			survey.Score = &score
		}
		out.Surveys = append(out.Surveys, survey)
		out.Pulses = append(out.Pulses, kpi.Pulse{Day: day, Team: fixed(2, owner/2), Answer: strconv.Itoa(n), Score: 1 + r.Int64N(5)})
	}
	return out
}
