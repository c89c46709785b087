package postgres

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
)

// kpiMeasure is the SQL of one counting rule over facts or entries, whose rows
// have the alias r.
type kpiMeasure struct {
	entries bool   // rows are intake entries, not facts
	date    string // the rule's own date
	rows    string // further condition on the rows counted, "" for none
	hit     string // which of them are hits
	n       string // what is counted, "count(*)" where empty
	value   string // what is summed in the base currency
}

// kpiMeasures may use the parameters @now and @window of selection.
var kpiMeasures = map[kpi.Measure]kpiMeasure{
	kpi.MeasureSent: {
		date: "r.sent_at", hit: "true", value: "r.sent_base",
	},
	kpi.MeasureIntake: {
		entries: true, date: "r.at", hit: "r.type = 'ordered'", value: "r.net_base",
	},
	kpi.MeasureOrderedWithin: {
		date: "r.sent_at",
		rows: "r.sent_at + @window <= @now",
		hit:  "r.ordered_at < r.sent_at + @window", value: "r.sent_base",
	},
}

// kpiDimensions are the SQL of the dimensions as text. @date stands for the
// measure's date, @value for its amount in the base currency.
var kpiDimensions = map[kpi.Dimension]string{
	kpi.ByOwner:         "r.owner_id::text",
	kpi.ByTeam:          "r.team_id::text",
	kpi.ByCustomer:      "r.customer_id::text",
	kpi.ByRegion:        "r.region",
	kpi.BySegment:       "r.segment",
	kpi.ByProductFamily: "r.product_family",
	kpi.ByChannel:       "r.channel",
	kpi.BySource:        "r.source",
	kpi.ByCampaign:      "r.campaign",
	kpi.ByCurrency:      "coalesce(r.currency, '')",
	kpi.BySize:          "coalesce((@sizes::text[])[width_bucket(abs(@value), @bounds::numeric[]) + 1], '')",
	kpi.ByNewCustomer:   "r.new_customer::text",
	kpi.ByDay:           "to_char(@date at time zone @zone, 'YYYY-MM-DD')",
	kpi.ByWeek:          `to_char(@date at time zone @zone, 'IYYY-"W"IW')`,
	kpi.ByMonth:         "to_char(@date at time zone @zone, 'YYYY-MM')",
	kpi.ByYear:          "to_char(@date at time zone @zone, 'YYYY')",
}

// selection is a selector turned into SQL: a common table "r" of the rows
// counted, and its arguments.
type selection struct {
	kpiMeasure
	sel  kpi.Selector
	args []any
	from string
}

func newSelection(tenant identity.ID, sel kpi.Selector) *selection {
	s := &selection{kpiMeasure: kpiMeasures[sel.Measure], sel: sel}
	where := []string{"r.tenant_id = " + s.arg(tenant), s.expand("@date >= ") + s.arg(sel.From), s.expand("@date < ") + s.arg(sel.To)}
	if s.rows != "" {
		where = append(where, s.expand(s.rows))
	}
	for _, d := range slices.Sorted(maps.Keys(sel.Filter)) {
		where = append(where, s.dimension(d)+" = any ("+s.arg(sel.Filter[d])+"::text[])")
	}
	if !sel.Scope.All {
		where = append(where, fmt.Sprintf("(r.team_id = any (%s::uuid[]) or r.owner_id = %s)", s.arg(sel.Scope.Teams), s.arg(sel.Scope.Owner)))
	}
	s.from = "from " + s.source() + " r where " + strings.Join(where, " and ")
	return s
}

// source is the table read.
func (s *selection) source() string {
	if !s.entries {
		return s.facts()
	}
	if s.sel.AsOf.IsZero() {
		return "intake_entry"
	}
	return "(select * from intake_entry where recorded_at <= " + s.arg(s.sel.AsOf) + ")"
}

// facts are the families' facts: as of a past instant, the version of each
// that the log gave then.
func (s *selection) facts() string {
	if s.sel.AsOf.IsZero() {
		return "quote_fact"
	}
	return fmt.Sprintf("(select f.*, null::timestamptz as recorded_to from quote_fact f where recorded_from <= %[1]s "+
		"union all select * from quote_fact_past where recorded_from <= %[1]s and recorded_to > %[1]s)", s.arg(s.sel.AsOf))
}

func (s *selection) arg(v any) string {
	s.args = append(s.args, v)
	return "$" + strconv.Itoa(len(s.args))
}

func (s *selection) dimension(d kpi.Dimension) string { return s.expand(kpiDimensions[d]) }

// expand replaces the named parameters of a fragment.
func (s *selection) expand(fragment string) string {
	for _, p := range []struct {
		name  string
		value func() string
	}{
		{"@date", func() string { return s.date }},
		{"@value", func() string { return s.value }},
		{"@now", func() string { return s.arg(s.sel.Now) + "::timestamptz" }},
		{"@window", func() string { return s.arg(time.Duration(s.sel.Window)*24*time.Hour) + "::interval" }},
		{"@zone", func() string { return s.arg(s.sel.Zone.String()) + "::text" }},
		{"@sizes", func() string { return s.arg(kpi.SizeLabels()) }},
		{"@bounds", func() string { return s.arg(kpi.SizeBands()) }},
	} {
		if strings.Contains(fragment, p.name) {
			fragment = strings.ReplaceAll(fragment, p.name, p.value())
		}
	}
	return fragment
}

// keys are the slices as one array, and the "group by" that goes with them ("",
// without slices).
func (s *selection) keys() (list, groupBy string) {
	var exprs []string
	for _, d := range s.sel.Slices {
		exprs = append(exprs, s.dimension(d))
	}
	if len(exprs) == 0 {
		return "array[]::text[]", ""
	}
	return "array[" + strings.Join(exprs, ", ") + "]", " group by 1 order by 1"
}
