package postgres

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// kpiDimensions are the SQL of the dimensions as text. @date stands for the
// measure's date, @size for the amount whose band is meant.
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
	kpi.BySize:          "coalesce((@labels::text[])[width_bucket(abs(@size), @bounds::numeric[]) + 1], '')",
	kpi.ByNewCustomer:   "r.new_customer::text",
	kpi.ByReason:        "r.loss_reason",
	kpi.ByCompetitor:    "r.competitor",
	kpi.ByDiscount: "coalesce((@discounts::text[])[width_bucket(100 * (r.sent_list - r.sent_net) / nullif(r.sent_list, 0), " +
		"@percents::numeric[]) + 1], '')",
	kpi.ByAge:   "coalesce(floor(date_part('epoch', @now - r.sent_at) / 86400)::text, '')",
	kpi.ByDay:   "to_char(@date at time zone @zone, 'YYYY-MM-DD')",
	kpi.ByWeek:  `to_char(@date at time zone @zone, 'IYYY-"W"IW')`,
	kpi.ByMonth: "to_char(@date at time zone @zone, 'YYYY-MM')",
	kpi.ByYear:  "to_char(@date at time zone @zone, 'YYYY')",
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
	s.from = s.where(tenant, !sel.Measure.Stock())
	return s
}

// where is the "from" and "where" of the rows counted.
func (s *selection) where(tenant identity.ID, period bool) string {
	source := s.source()
	where := []string{"r.tenant_id = " + s.arg(tenant)}
	if period {
		where = append(where, s.expand("@date >= ")+s.arg(s.sel.From), s.expand("@date < ")+s.arg(s.sel.To))
	}
	if s.rows != "" {
		where = append(where, s.expand(s.rows))
	}
	for _, d := range slices.Sorted(maps.Keys(s.sel.Filter)) {
		where = append(where, s.dimension(d)+" = any ("+s.arg(s.sel.Filter[d])+"::text[])")
	}
	if scope := s.sel.Scope; !scope.All {
		where = append(where, fmt.Sprintf("(r.team_id = any (%s::uuid[]) or r.owner_id = %s)", s.arg(scope.Teams), s.arg(scope.Owner)))
	}
	return "from " + source + " r where " + strings.Join(where, " and ")
}

// source is the table read.
func (s *selection) source() string {
	switch {
	case s.table == customerRows:
		return fmt.Sprintf(customerSource, s.facts())
	case s.table == recordRows:
		return s.records()
	case s.table == factRows:
		return s.facts()
	case s.sel.AsOf.IsZero():
		return "intake_entry"
	}
	return "(select * from intake_entry where recorded_at <= " + s.arg(s.sel.AsOf) + ")"
}

// records are imported records in the shape of other rows: at the start of
// their day, without the dimensions they lack.
func (s *selection) records() string {
	known := ""
	if !s.sel.AsOf.IsZero() {
		known = " where recorded_at <= " + s.arg(s.sel.AsOf)
	}
	return fmt.Sprintf(`(select t.*, day::timestamp at time zone %[1]s as at, '00000000-0000-0000-0000-000000000000'::uuid as customer_id,
		'' as region, '' as segment, '' as product_family, '' as channel, '' as source, '' as campaign, false as new_customer,
		'' as currency, null::numeric as net_base from %[2]s t%[3]s)`, s.expand("@zone"), recordTables[s.sel.Measure], known)
}

// recordTables give imported records an owner where they have none.
var recordTables = map[kpi.Measure]string{
	kpi.MeasureContacts: "kpi_activity",
	kpi.MeasureMeetings: "kpi_activity",
	kpi.MeasureSurveys:  "kpi_survey",
	kpi.MeasurePulse:    "(select p.*, '00000000-0000-0000-0000-000000000000'::uuid as owner_id from kpi_pulse p)",
}

// customerSource is the won families with their place in the order of their
// customer's orders.
const customerSource = `(select f.*,
	row_number() over (partition by f.tenant_id, f.customer_id order by f.ordered_at, f.family_id) as nth,
	lead(f.ordered_at) over (partition by f.tenant_id, f.customer_id order by f.ordered_at, f.family_id) as next_at
	from %s f where f.ordered_at is not null)`

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

func (s *selection) dimension(d kpi.Dimension) string {
	if d.OfFamilies() && (s.table == entryRows || s.table == recordRows) {
		return "''"
	}
	return s.expand(kpiDimensions[d])
}

// ownAmounts are the columns summed at frozen rates, with the amounts in their
// own currency that they come from.
var ownAmounts = map[kpiTable]map[string]string{
	factRows:     {"r.sent_base": "r.sent_net", "r.list_base": "r.sent_list"},
	customerRows: {"r.sent_base": "r.sent_net"},
	entryRows:    {"r.net_base": "r.net", "r.list_base": "r.list", "r.cost_base": "r.cost", "r.costed_base": "r.costed_net"},
}

var amountColumn = regexp.MustCompile(`r\.[a-z]+_base\b`)

// amounts is a fragment with its amounts at the rates that the selector names.
func (s *selection) amounts(fragment string) string {
	if s.sel.Rates == nil || !s.sel.Measure.Convertible() {
		return fragment
	}
	own := ownAmounts[s.table]
	return amountColumn.ReplaceAllStringFunc(fragment, func(frozen string) string {
		if own[frozen] == "" {
			return frozen
		}
		return fmt.Sprintf("(case when r.currency is null then %s else round(%s * %s, %s::int) end)", frozen, own[frozen],
			s.constantRate(), s.arg(s.sel.Places))
	})
}

// constantRate is the selector's rate of a row's currency, null where there is
// none.
func (s *selection) constantRate() string {
	codes := slices.Sorted(maps.Keys(s.sel.Rates))
	rates := make([]money.Decimal, len(codes))
	for n, code := range codes {
		rates[n] = s.sel.Rates[code]
	}
	return fmt.Sprintf("(%s::numeric[])[array_position(%s::text[], r.currency::text)]", s.arg(rates), s.arg(codes))
}

// expand replaces the named parameters of a fragment.
func (s *selection) expand(fragment string) string {
	for _, alias := range [][2]string{{"@date", s.date}, {"@size", s.size()}, {"@open", kpiOpen}, {"@ends", kpiEnds}, {"@decided_at", kpiDecidedAt}} {
		fragment = strings.ReplaceAll(fragment, alias[0], alias[1])
	}
	for _, p := range []struct {
		name  string
		value func() string
	}{
		{"@facts", s.facts},
		{"@now", func() string { return s.arg(s.sel.Now) + "::timestamptz" }},
		{"@window", func() string { return s.arg(time.Duration(s.sel.Window)*24*time.Hour) + "::interval" }},
		{"@zone", func() string { return s.arg(s.sel.Zone.String()) + "::text" }},
		{"@labels", func() string { return s.arg(kpi.SizeLabels()) }},
		{"@bounds", func() string { return s.arg(kpi.SizeBands()) }},
		{"@discounts", func() string { return s.arg(kpi.DiscountLabels()) }},
		{"@percents", func() string { return s.arg(kpi.DiscountBands()) }},
	} {
		if strings.Contains(fragment, p.name) {
			fragment = strings.ReplaceAll(fragment, p.name, p.value())
		}
	}
	return fragment
}

// size is the amount by whose band rows are sliced.
func (s *selection) size() string {
	if s.table == entryRows || s.table == recordRows {
		return "r.net_base"
	}
	return "r.sent_base"
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
