package kpi

import (
	"io"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/table"
)

// RecordKind names a spreadsheet of records.
type RecordKind string

// The kinds, each with its columns; days are as 2026-03-31 and last days are
// included. Optional columns are in brackets.
const (
	TargetSheet   RecordKind = "targets"    // first_day last_day amount [team_id] [owner_id]
	CostSheet     RecordKind = "costs"      // source first_day last_day cost [campaign]
	ActivitySheet RecordKind = "activities" // day owner_id team_id contacts meetings
	SurveySheet   RecordKind = "surveys"    // day quote owner_id team_id [score]
	PulseSheet    RecordKind = "pulses"     // day team_id answer score [note]
	PeriodSheet   RecordKind = "periods"    // name first_day last_day
)

// sheet is the columns of a kind and how a row of it is read.
type sheet struct {
	required, optional []string
	read               func(*table.Reader, *Records)
}

var sheets = map[RecordKind]sheet{
	TargetSheet: {[]string{"first_day", "last_day", "amount"}, []string{"team_id", "owner_id"}, func(r *table.Reader, out *Records) {
		t := TargetRecord{Amount: r.Amount("amount"), Team: r.ID("team_id"), Owner: r.ID("owner_id")}
		t.From, t.To = r.Span()
		out.Targets = append(out.Targets, t)
	}},
	CostSheet: {[]string{"source", "first_day", "last_day", "cost"}, []string{"campaign"}, func(r *table.Reader, out *Records) {
		c := SourceCost{Source: r.Text("source"), Campaign: r.Cell("campaign"), Cost: r.Amount("cost")}
		c.From, c.To = r.Span()
		out.Costs = append(out.Costs, c)
	}},
	ActivitySheet: {[]string{"day", "owner_id", "team_id", "contacts", "meetings"}, nil, func(r *table.Reader, out *Records) {
		out.Activities = append(out.Activities, Activity{Day: r.Day("day"), Owner: r.ID("owner_id"), Team: r.ID("team_id"),
			Contacts: r.Whole("contacts", 0, 100_000), Meetings: r.Whole("meetings", 0, 100_000)})
	}},
	SurveySheet: {[]string{"day", "quote", "owner_id", "team_id"}, []string{"score"}, func(r *table.Reader, out *Records) {
		s := Survey{Day: r.Day("day"), Reference: r.Text("quote"), Owner: r.ID("owner_id"), Team: r.ID("team_id")}
		if r.Cell("score") != "" {
			score := r.Amount("score")
			s.Score = &score
		}
		out.Surveys = append(out.Surveys, s)
	}},
	PulseSheet: {[]string{"day", "team_id", "answer", "score"}, []string{"note"}, func(r *table.Reader, out *Records) {
		out.Pulses = append(out.Pulses, Pulse{Day: r.Day("day"), Team: r.ID("team_id"), Answer: r.Text("answer"),
			Score: r.Whole("score", 1, 5), Note: r.Cell("note")})
	}},
	PeriodSheet: {[]string{"name", "first_day", "last_day"}, nil, func(r *table.Reader, out *Records) {
		p := FiscalPeriod{Name: r.Text("name")}
		p.From, p.To = r.Span()
		out.Periods = append(out.Periods, p)
	}},
}

// RecordKinds lists the kinds, in order.
func RecordKinds() []RecordKind {
	return []RecordKind{TargetSheet, CostSheet, ActivitySheet, SurveySheet, PulseSheet, PeriodSheet}
}

// ParseRecords reads a spreadsheet saved as CSV: UTF-8, a header row with the
// kind's columns in any order, commas or semicolons between cells, decimal
// points or commas. Every mistake of every row is reported, as an issue with
// its line and column; with any mistake there are no records.
func ParseRecords(kind RecordKind, in io.Reader) (Records, error) {
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
		s.read(r, &out)
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
