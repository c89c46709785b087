package kpi

import (
	"io"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/table"
)

// RecordKind names a spreadsheet of records.
type RecordKind string

// The kinds, each with its columns; days are as 2026-03-31 and last days are
// included. Owners are given by id or e-mail address, teams by id or name.
// Optional columns are in brackets.
const (
	TargetSheet   RecordKind = "targets"    // first_day last_day amount [team] [owner]
	CostSheet     RecordKind = "costs"      // source first_day last_day cost [campaign]
	ActivitySheet RecordKind = "activities" // day owner team contacts meetings
	SurveySheet   RecordKind = "surveys"    // day quote owner team [score]
	PulseSheet    RecordKind = "pulses"     // day team answer score [note]
	PeriodSheet   RecordKind = "periods"    // name first_day last_day
	RateSheet     RecordKind = "rates"      // currency first_day rate
	ReturnSheet   RecordKind = "returns"    // return quote day amount
)

// sheet is the columns of a kind and how a row of it is read.
type sheet struct {
	required, optional []string
	read               func(*table.Reader, Names, *Records)
}

var sheets = map[RecordKind]sheet{
	TargetSheet: {[]string{"first_day", "last_day", "amount"}, []string{"team", "owner"}, func(r *table.Reader, n Names, out *Records) {
		t := TargetRecord{Amount: r.Amount("amount"), Team: r.Ref("team", n.Teams), Owner: r.Ref("owner", n.Owners)}
		t.From, t.To = r.Span()
		out.Targets = append(out.Targets, t)
	}},
	CostSheet: {[]string{"source", "first_day", "last_day", "cost"}, []string{"campaign"}, func(r *table.Reader, _ Names, out *Records) {
		c := SourceCost{Source: r.Text("source"), Campaign: r.Cell("campaign"), Cost: r.Amount("cost")}
		c.From, c.To = r.Span()
		out.Costs = append(out.Costs, c)
	}},
	ActivitySheet: {[]string{"day", "owner", "team", "contacts", "meetings"}, nil, func(r *table.Reader, n Names, out *Records) {
		out.Activities = append(out.Activities, Activity{Day: r.Day("day"), Owner: r.Ref("owner", n.Owners), Team: r.Ref("team", n.Teams),
			Contacts: r.Whole("contacts", 0, 100_000), Meetings: r.Whole("meetings", 0, 100_000)})
	}},
	SurveySheet: {[]string{"day", "quote", "owner", "team"}, []string{"score"}, func(r *table.Reader, n Names, out *Records) {
		s := Survey{Day: r.Day("day"), Reference: r.Text("quote"), Owner: r.Ref("owner", n.Owners), Team: r.Ref("team", n.Teams)}
		if r.Cell("score") != "" {
			score := r.Amount("score")
			s.Score = &score
		}
		out.Surveys = append(out.Surveys, s)
	}},
	PulseSheet: {[]string{"day", "team", "answer", "score"}, []string{"note"}, func(r *table.Reader, n Names, out *Records) {
		out.Pulses = append(out.Pulses, Pulse{Day: r.Day("day"), Team: r.Ref("team", n.Teams), Answer: r.Text("answer"),
			Score: r.Whole("score", 1, 5), Note: r.Cell("note")})
	}},
	PeriodSheet: {[]string{"name", "first_day", "last_day"}, nil, func(r *table.Reader, _ Names, out *Records) {
		p := FiscalPeriod{Name: r.Text("name")}
		p.From, p.To = r.Span()
		out.Periods = append(out.Periods, p)
	}},
	RateSheet: {[]string{"currency", "first_day", "rate"}, nil, func(r *table.Reader, _ Names, out *Records) {
		c := CurrencyRate{Currency: r.Currency("currency", money.Currency{}), From: r.Day("first_day"), Rate: r.Amount("rate")}
		r.Text("currency")
		if c.Rate.IsZero() {
			r.Bad("rate", "a rate must be above 0")
		}
		out.Rates = append(out.Rates, c)
	}},
	ReturnSheet: {[]string{"return", "quote", "day", "amount"}, nil, func(r *table.Reader, _ Names, out *Records) {
		out.Returns = append(out.Returns, ReturnRecord{Number: r.Text("return"), Reference: r.Text("quote"), Day: r.Day("day"),
			Amount: r.Amount("amount"), Line: r.Line()})
	}},
}

// RecordKinds lists the kinds, in order.
func RecordKinds() []RecordKind {
	return []RecordKind{TargetSheet, CostSheet, ActivitySheet, SurveySheet, PulseSheet, PeriodSheet, RateSheet, ReturnSheet}
}

// Names are how spreadsheets call people (e-mail addresses) and teams, in lower
// case.
type Names struct {
	Owners map[string]identity.ID
	Teams  map[string]identity.ID
}

// ParseRecords reads a spreadsheet saved as CSV: UTF-8, a header row with the
// kind's columns in any order, commas or semicolons between cells, decimal
// points or commas. Every mistake of every row is reported, as an issue with
// its line and column; with any mistake there are no records.
func ParseRecords(kind RecordKind, in io.Reader, names Names) (Records, error) {
	s, ok := sheets[kind]
	if !ok {
		err := fault.New(fault.Invalid, "unknown-records", "there are no records called %q", kind)
		err.Issues = []fault.Issue{{Kind: "unknown-records", Message: err.Message, Suggestion: fault.Closest(string(kind), kindNames())}}
		return Records{}, err
	}
	r, err := table.Open(in, s.required, s.optional)
	if err != nil {
		return Records{}, err
	}
	var out Records
	for r.Next() {
		s.read(r, names, &out)
	}
	if err := fault.FromIssues("invalid-import", "the spreadsheet has mistakes; nothing was imported", r.Issues()); err != nil {
		return Records{}, err
	}
	return out, nil
}

func kindNames() []string {
	var out []string
	for _, k := range RecordKinds() {
		out = append(out, string(k))
	}
	return out
}
