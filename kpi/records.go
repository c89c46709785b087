package kpi

import (
	"maps"
	"slices"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Records are the small things that figures need beside the events of quotes,
// imported from spreadsheets. Importing a record with the key of an earlier
// one replaces it, but for returns.
type Records struct {
	Targets    []TargetRecord
	Costs      []SourceCost
	Activities []Activity
	Surveys    []Survey
	Pulses     []Pulse
	Periods    []FiscalPeriod
	Rates      []CurrencyRate
	Returns    []ReturnRecord
}

// ReturnRecord is goods of a quote's orders that came back on a day: an event of
// the log. Its key is the number; one known already is left as it is.
type ReturnRecord struct {
	Number    string
	Reference string // the quote's number
	Day       civil.Date
	Amount    money.Decimal // net, in the quote's currency
	Line      int           // in its file
}

func (r Records) count() int {
	return len(r.Targets) + len(r.Costs) + len(r.Activities) + len(r.Surveys) + len(r.Pulses) + len(r.Periods) + len(r.Rates) + len(r.Returns)
}

// TargetRecord is the order intake set for the days From to To (exclusive), of
// an owner, of a team or, with neither, of the company. Its key is owner, team
// and From.
type TargetRecord struct {
	Owner  identity.ID   `json:"owner,omitzero"`
	Team   identity.ID   `json:"team,omitzero"`
	From   civil.Date    `json:"from"`
	To     civil.Date    `json:"to"`
	Amount money.Decimal `json:"amount"` // base currency
}

// SourceCost is what a source cost over the days From to To (exclusive). Its
// key is source, campaign and From.
type SourceCost struct {
	Source   string
	Campaign string
	From     civil.Date
	To       civil.Date
	Cost     money.Decimal // base currency
}

// Activity counts what someone did on a day. Its key is day and owner.
type Activity struct {
	Day      civil.Date
	Owner    identity.ID
	Team     identity.ID
	Contacts int64
	Meetings int64
}

// Survey is a customer asked on a day; Score is nil until answered. Its key is
// day and reference.
type Survey struct {
	Day       civil.Date
	Reference string // the quote's number
	Owner     identity.ID
	Team      identity.ID
	Score     *money.Decimal
}

// Pulse is one anonymous answer, 1 to 5, of a member of a team. Its key is day,
// team and Answer, the number of the answer in its form.
type Pulse struct {
	Day    civil.Date
	Team   identity.ID
	Answer string
	Score  int64
	Note   string
}

// FiscalPeriod is a named span of the fiscal calendar, such as "2026-Q1"; with
// a table, 4-4-5 calendars are possible. Its key is the name.
type FiscalPeriod struct {
	Name string     `json:"name"`
	From civil.Date `json:"from"`
	To   civil.Date `json:"to"` // exclusive
}

// prorate is the part of an amount over [from, to) that falls into [a, b), by
// days, rounded to cents.
func prorate(amount money.Decimal, from, to, a, b civil.Date) money.Decimal {
	if a.Before(from) {
		a = from
	}
	if b.After(to) {
		b = to
	}
	days := b.Sub(a)
	if days <= 0 {
		return money.Decimal{}
	}
	part, err := amount.Mul(money.FromInt(int64(days))).QuoRound(money.FromInt(int64(to.Sub(from))), 2, money.HalfAway)
	if err != nil {
		return money.Decimal{}
	}
	return part
}

// targetsFor picks the targets of the level that the question is about and
// adds them up: of owners or teams when sliced or filtered by them, of the
// company otherwise, or else the sum of its teams'.
func targetsFor(records []TargetRecord, q Query, scope Scope) []Target {
	sums := map[string]money.Decimal{}
	take := func(level Dimension, key func(TargetRecord) string) {
		for _, r := range records {
			if r.level() == level && r.wanted(q.Filter, scope) {
				k := key(r)
				sums[k] = sums[k].Add(prorate(r.Amount, r.From, r.To, q.From, q.To))
			}
		}
	}
	whole := func(TargetRecord) string { return "" }
	switch {
	case len(q.Slices) > 0:
		take(q.Slices[0], TargetRecord.key)
	case q.Filter[ByOwner] != nil:
		take(ByOwner, whole)
	case q.Filter[ByTeam] != nil || !scope.All:
		take(ByTeam, whole)
	default:
		if take("", whole); len(sums) == 0 {
			take(ByTeam, whole)
		}
	}
	if len(q.Slices) == 0 && len(sums) == 0 {
		return []Target{{Key: []string{}}}
	}
	var out []Target
	for _, k := range slices.Sorted(maps.Keys(sums)) {
		t := Target{Key: []string{}, Amount: sums[k]}
		if len(q.Slices) > 0 {
			t.Key = []string{k}
		}
		out = append(out, t)
	}
	return out
}

// level is whose target it is: an owner's, a team's or ("") the company's.
func (r TargetRecord) level() Dimension {
	switch {
	case r.Owner != identity.Nil:
		return ByOwner
	case r.Team != identity.Nil:
		return ByTeam
	}
	return ""
}

func (r TargetRecord) key() string {
	if r.level() == ByOwner {
		return r.Owner.String()
	}
	return r.Team.String()
}

// wanted applies the filter and the scope of a question.
func (r TargetRecord) wanted(f Filter, scope Scope) bool {
	if owners := f[ByOwner]; owners != nil && r.level() == ByOwner && !slices.Contains(owners, r.Owner.String()) {
		return false
	}
	if teams := f[ByTeam]; teams != nil && !slices.Contains(teams, r.Team.String()) {
		return false
	}
	return scope.All || slices.Contains(scope.Teams, r.Team) || r.Owner != identity.Nil && r.Owner == scope.Owner
}

// costsFor adds up what each source cost in the period.
func costsFor(records []SourceCost, q Query) []Target {
	sums := map[string]money.Decimal{}
	for _, r := range records {
		if sources := q.Filter[BySource]; sources == nil || slices.Contains(sources, r.Source) {
			sums[r.Source] = sums[r.Source].Add(prorate(r.Cost, r.From, r.To, q.From, q.To))
		}
	}
	var out []Target
	for _, source := range slices.Sorted(maps.Keys(sums)) {
		out = append(out, Target{Key: []string{source}, Amount: sums[source]})
	}
	return out
}
