package kpi

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
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
	read               func(*rowReader, *Records)
}

var sheets = map[RecordKind]sheet{
	TargetSheet: {[]string{"first_day", "last_day", "amount"}, []string{"team_id", "owner_id"}, func(r *rowReader, out *Records) {
		t := TargetRecord{Amount: r.amount("amount"), Team: r.id("team_id"), Owner: r.id("owner_id")}
		t.From, t.To = r.span()
		out.Targets = append(out.Targets, t)
	}},
	CostSheet: {[]string{"source", "first_day", "last_day", "cost"}, []string{"campaign"}, func(r *rowReader, out *Records) {
		c := SourceCost{Source: r.text("source"), Campaign: r.cell("campaign"), Cost: r.amount("cost")}
		c.From, c.To = r.span()
		out.Costs = append(out.Costs, c)
	}},
	ActivitySheet: {[]string{"day", "owner_id", "team_id", "contacts", "meetings"}, nil, func(r *rowReader, out *Records) {
		out.Activities = append(out.Activities, Activity{Day: r.day("day"), Owner: r.id("owner_id"), Team: r.id("team_id"),
			Contacts: r.whole("contacts", 0, 100_000), Meetings: r.whole("meetings", 0, 100_000)})
	}},
	SurveySheet: {[]string{"day", "quote", "owner_id", "team_id"}, []string{"score"}, func(r *rowReader, out *Records) {
		s := Survey{Day: r.day("day"), Reference: r.text("quote"), Owner: r.id("owner_id"), Team: r.id("team_id")}
		if r.cell("score") != "" {
			score := r.amount("score")
			s.Score = &score
		}
		out.Surveys = append(out.Surveys, s)
	}},
	PulseSheet: {[]string{"day", "team_id", "answer", "score"}, []string{"note"}, func(r *rowReader, out *Records) {
		out.Pulses = append(out.Pulses, Pulse{Day: r.day("day"), Team: r.id("team_id"), Answer: r.text("answer"),
			Score: r.whole("score", 1, 5), Note: r.cell("note")})
	}},
	PeriodSheet: {[]string{"name", "first_day", "last_day"}, nil, func(r *rowReader, out *Records) {
		p := FiscalPeriod{Name: r.text("name")}
		p.From, p.To = r.span()
		out.Periods = append(out.Periods, p)
	}},
}

// RecordKinds lists the kinds, in order.
func RecordKinds() []RecordKind {
	return []RecordKind{TargetSheet, CostSheet, ActivitySheet, SurveySheet, PulseSheet, PeriodSheet}
}

// maxRows bounds one spreadsheet.
const maxRows = 100_000

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
	text, err := io.ReadAll(in)
	if err != nil {
		return Records{}, fault.Wrap(err, fault.Malformed, "unreadable-import", "the file cannot be read")
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	r := &rowReader{csv: csv.NewReader(bytes.NewReader(text))}
	header, _, _ := bytes.Cut(text, []byte("\n"))
	if bytes.Count(header, []byte(";")) > bytes.Count(header, []byte(",")) {
		r.csv.Comma = ';'
	}
	r.csv.TrimLeadingSpace = true
	var out Records
	if r.header(s) {
		for r.next() {
			s.read(r, &out)
		}
	}
	if err := fault.FromIssues("invalid-import", "the spreadsheet has mistakes; nothing was imported", r.issues); err != nil {
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

// rowReader reads the cells of one row after another and collects issues.
type rowReader struct {
	csv     *csv.Reader
	columns map[string]int
	row     []string
	line    int
	rows    int
	issues  []fault.Issue
}

func (r *rowReader) bad(column, format string, args ...any) {
	at := fault.Position{Line: max(1, r.line), Column: r.columns[column] + 1}
	r.issues = append(r.issues, fault.Issue{Kind: "invalid-import", Position: at, Message: fmt.Sprintf(format, args...)})
}

// header reads the names of the columns; false when they are not as they must
// be.
func (r *rowReader) header(s sheet) bool {
	row, err := r.csv.Read()
	if err != nil {
		r.bad("", "the file has no header row")
		return false
	}
	known := slices.Concat(s.required, s.optional)
	r.columns = map[string]int{}
	for i, name := range row {
		name = strings.ToLower(strings.TrimSpace(name))
		if !slices.Contains(known, name) {
			r.columns[name] = i
			r.bad(name, "unknown column %q", name)
			r.issues[len(r.issues)-1].Suggestion = fault.Closest(name, known)
			continue
		}
		r.columns[name] = i
	}
	for _, name := range s.required {
		if _, ok := r.columns[name]; !ok {
			r.bad("", "the column %q is missing", name)
		}
	}
	return len(r.issues) == 0
}

// next reads a row; false at the end or when the file stops being CSV.
func (r *rowReader) next() bool {
	row, err := r.csv.Read()
	if errors.Is(err, io.EOF) {
		return false
	}
	if parse, ok := errors.AsType[*csv.ParseError](err); ok {
		r.line = parse.StartLine
		r.bad("", "%v", parse.Err)
		return errors.Is(err, csv.ErrFieldCount) && r.next()
	}
	r.line, _ = r.csv.FieldPos(0)
	if r.rows++; r.rows > maxRows {
		r.bad("", "more than %d rows", maxRows)
		return false
	}
	r.row = row
	return true
}

// cell is the trimmed text of a column, "" where the sheet has none.
func (r *rowReader) cell(column string) string {
	i, ok := r.columns[column]
	if !ok {
		return ""
	}
	return strings.TrimSpace(r.row[i])
}

func (r *rowReader) text(column string) string {
	s := r.cell(column)
	if s == "" {
		r.bad(column, "%s is empty", column)
	}
	return s
}

func (r *rowReader) day(column string) civil.Date {
	d, err := civil.Parse(r.cell(column))
	if err != nil {
		r.bad(column, "%s: %v", column, err)
	}
	return d
}

// span reads first_day and last_day and returns the first day and the one
// after the last.
func (r *rowReader) span() (from, to civil.Date) {
	n := len(r.issues)
	from, to = r.day("first_day"), r.day("last_day").AddDays(1)
	if len(r.issues) == n && !from.Before(to) {
		r.bad("last_day", "last_day %s is before first_day %s", to.AddDays(-1), from)
	}
	return from, to
}

func (r *rowReader) id(column string) identity.ID {
	s := r.cell(column)
	if s == "" {
		return identity.Nil
	}
	id, err := identity.Parse(s)
	if err != nil {
		r.bad(column, "%s: %v", column, err)
	}
	return id
}

// amount reads a number that is not negative, with a decimal point or comma.
func (r *rowReader) amount(column string) money.Decimal {
	s := strings.NewReplacer("\u00a0", "", "\u202f", "", " ", "").Replace(r.cell(column))
	if !strings.Contains(s, ".") {
		s = strings.Replace(s, ",", ".", 1)
	}
	d, err := money.Parse(s)
	if err != nil || d.Sign() < 0 {
		r.bad(column, "%s: %q is not an amount", column, r.cell(column))
		return money.Decimal{}
	}
	return d
}

func (r *rowReader) whole(column string, low, high int64) int64 {
	n, err := strconv.ParseInt(r.cell(column), 10, 64)
	if err != nil || n < low || n > high {
		r.bad(column, "%s: %q is not a whole number from %d to %d", column, r.cell(column), low, high)
	}
	return n
}
