package postgres

import "github.com/quotient-cpq/quotient/kpi"

// kpiMeasure is the SQL of one counting rule over rows with the alias r. Its
// fragments may use @now and @window, @open, @ends and @decided_at.
type kpiMeasure struct {
	table kpiTable
	date  string // the rule's own date
	rows  string // further condition on the rows counted, "" for none
	hit   string // which of them are hits
	value string // what is summed, null for what has no rate
	of    string // what the sum is compared with, "" for nothing
}

// kpiTable is what the rows of a measure are.
type kpiTable int

const (
	factRows     kpiTable = iota // families
	entryRows                    // order movements
	customerRows                 // won families with nth and next_at among their customer's
	recordRows                   // imported records
)

// kpiOpen holds for families that were sent and are not decided, kpiDecidedAt
// is when the others were; both say what kpi.Fact.StatusAt says.
const (
	// The index quote_fact_open has the expression of kpiOpen.
	kpiOpen = "(r.sent_at is not null and r.ordered_at is null and case when r.accepted_at is not null then 'infinity' else r.lapses_at end > @now)"

	// kpiEnds is when a family sent was decided, or will be if nothing happens
	// before; the index quote_fact_ends has its expression.
	// Row security lets only the simplest expressions use an index: no coalesce.
	kpiEnds = `(case when r.ordered_at is not null then r.ordered_at when r.accepted_at is not null then null
		when r.closed_at is null or r.lapses_at > r.closed_at then r.lapses_at else r.closed_at end)`

	kpiDecidedAt = `(case when r.ordered_at is not null then r.ordered_at
		when r.sent_at is null or r.accepted_at is not null or r.lapses_at > @now then null
		when r.closed_at is null or r.lapses_at > r.closed_at then r.lapses_at
		else r.closed_at end)`
)

// kpiMeasures are the counting rules. Their meaning is that of the constants'
// comments in package kpi, and a test compares each with a walk over replayed
// facts.
var kpiMeasures = map[kpi.Measure]kpiMeasure{
	kpi.MeasureSent:   {date: "r.sent_at", hit: "true", value: "r.sent_base"},
	kpi.MeasureIntake: {table: entryRows, date: "r.at", hit: "r.type = 'ordered'", value: "r.net_base"},
	kpi.MeasureNative: {table: entryRows, date: "r.at", hit: "r.type = 'ordered'", value: "r.net"},
	kpi.MeasureOrders: {table: entryRows, date: "r.at", rows: "r.type = 'ordered'", hit: "true", value: "r.net_base"},
	kpi.MeasureOrderedWithin: {date: "r.sent_at", rows: "r.sent_at + @window <= @now",
		hit: "r.ordered_at < r.sent_at + @window", value: "r.sent_base"},
	kpi.MeasureDecided: {date: "@ends", rows: "r.sent_at is not null and (r.ordered_at is not null or @ends <= @now)", hit: "r.ordered_at is not null", value: "r.sent_base"},
	kpi.MeasureCohort: {date: "r.sent_at", hit: "r.ordered_at is not null",
		value: "case when r.ordered_at is not null then r.sent_base when r.sent_base is not null then 0 end", of: "r.sent_base"},
	kpi.MeasureViewed: {date: "r.sent_at", hit: "r.viewed_at is not null",
		value: "case when r.viewed_at is not null then r.sent_base when r.sent_base is not null then 0 end", of: "r.sent_base"},
	kpi.MeasureAccepted: {date: "r.sent_at", hit: "coalesce(r.accepted_on, r.ordered_at) is not null",
		value: "case when coalesce(r.accepted_on, r.ordered_at) is not null then r.sent_base when r.sent_base is not null then 0 end", of: "r.sent_base"},
	kpi.MeasureErosion: {date: "r.ordered_at", rows: "r.sent_at is not null and r.ordered_gaps = 0", hit: "true",
		value: "case when r.sent_base is not null then r.ordered_base end", of: "r.sent_base"},
	kpi.MeasureDiscount:    {date: "r.sent_at", hit: "r.sent_list > r.sent_net", value: "r.list_base - r.sent_base", of: "r.list_base"},
	kpi.MeasureRealisation: {table: entryRows, date: "r.at", hit: "r.type = 'ordered'", value: "r.net_base", of: "r.list_base"},
	kpi.MeasureMargin: {table: entryRows, date: "r.at", hit: "r.costed_net <> 0",
		value: "r.costed_base - r.cost_base", of: "r.costed_base"},
	kpi.MeasureApproval:  {date: "r.submitted_at", hit: "r.approved_at is not null", value: "r.sent_base"},
	kpi.MeasureFirstPass: {date: "r.approved_at", hit: "r.returns = 0", value: "r.sent_base"},
	kpi.MeasureCorrected: {date: "r.accepted_on", hit: "r.corrected", value: "r.sent_base"},
	kpi.MeasureMatch:     {date: "r.ordered_at", hit: "not r.mismatched", value: "r.sent_base"},
	kpi.MeasureCancelled: {date: "r.ordered_at", rows: "r.ordered_gaps + r.cancelled_gaps = 0", hit: "r.cancelled_base <> 0",
		value: "r.cancelled_base", of: "r.ordered_base"},
	kpi.MeasureReturned: {date: "r.ordered_at", rows: "r.ordered_gaps + r.returned_gaps = 0", hit: "r.returned_base <> 0",
		value: "r.returned_base", of: "r.ordered_base"},
	kpi.MeasureRepeat: {table: customerRows, date: "r.ordered_at", rows: "r.nth = 1 and r.ordered_at + interval '365 days' <= @now",
		hit: "r.next_at < r.ordered_at + interval '365 days'", value: "r.sent_base"},
	kpi.MeasureLapsed: {table: customerRows, date: "r.ordered_at", rows: "r.next_at is null",
		hit: "r.ordered_at + interval '365 days' <= @now", value: "r.sent_base"},
	kpi.MeasureNewCustomers: {table: customerRows, date: "r.ordered_at", rows: "r.nth = 1", hit: "true", value: "r.sent_base"},
	kpi.MeasureOpen:         {date: "r.sent_at", rows: "@open", hit: "r.accepted_at is not null", value: "r.sent_base"},
	kpi.MeasureStale:        {date: "r.sent_at", rows: "@open", hit: "r.sent_at + @window < @now", value: "r.sent_base"},
	kpi.MeasureExpiring: {date: "r.sent_at", rows: "@open and r.accepted_at is null",
		hit: "r.lapses_at <= @now + @window", value: "r.sent_base"},
	kpi.MeasureRevisions: {date: "r.sent_at", hit: "r.revisions > 0", value: "r.revisions::numeric"},
	kpi.MeasureLost: {date: "@ends", rows: "r.sent_at is not null and r.ordered_at is null and @ends <= @now",
		hit: "r.loss_reason <> ''", value: "r.sent_base"},
	kpi.MeasureAwaiting: {date: "r.submitted_at", rows: "r.submitted_at is not null and r.approved_at is null and r.sent_at is null",
		hit: "r.submitted_at + @window < @now", value: "r.sent_base"},
	kpi.MeasureImmature: {date: "r.sent_at", hit: "r.sent_at + @window > @now", value: "r.sent_base"},
	kpi.MeasureRecreated: {date: "r.sent_at", value: "r.sent_base",
		hit: `exists (select from @facts o where o.tenant_id = r.tenant_id and o.customer_id = r.customer_id
			and o.product_family = r.product_family and o.family_id <> r.family_id and o.sent_at < r.sent_at and o.ordered_at is null
			and o.accepted_at is null and greatest(o.closed_at, o.lapses_at) <= r.sent_at
			and greatest(o.closed_at, o.lapses_at) + @window > r.sent_at)`},
	kpi.MeasureSplit: {date: "r.sent_at", value: "r.sent_base",
		hit: `exists (select from @facts o where o.tenant_id = r.tenant_id and o.customer_id = r.customer_id and o.owner_id = r.owner_id
			and o.family_id <> r.family_id and o.sent_at > r.sent_at - @window and o.sent_at < r.sent_at + @window)`},
	kpi.MeasureBunched: {table: entryRows, date: "r.at", rows: "r.type = 'ordered'", value: "r.net_base",
		hit: `(date_trunc('quarter', r.at at time zone @zone) + interval '3 months')::date - (r.at at time zone @zone)::date
			<= extract(epoch from @window) / 86400`},
	kpi.MeasureContacts: {table: recordRows, date: "r.at", hit: "true", value: "r.contacts::numeric"},
	kpi.MeasureMeetings: {table: recordRows, date: "r.at", hit: "true", value: "r.meetings::numeric"},
	kpi.MeasureSurveys:  {table: recordRows, date: "r.at", hit: "r.score is not null", value: "coalesce(r.score, 0)"},
	kpi.MeasurePulse:    {table: recordRows, date: "r.at", hit: "true", value: "r.score::numeric"},
}

// kpiDuration is the SQL of a duration: when it began, when it ended as meant,
// and when it ended otherwise.
type kpiDuration struct{ began, ended, otherwise string }

var kpiDurations = map[kpi.Duration]kpiDuration{
	kpi.Turnaround:   {"r.requested_at", "r.sent_at", "null"},
	kpi.ApprovalTime: {"r.submitted_at", "r.approved_at", "null"},
	kpi.TimeToOrder:  {"r.sent_at", "r.ordered_at", "case when r.ordered_at is null then @decided_at end"},
	kpi.TimeToView:   {"r.sent_at", "r.viewed_at", "case when r.viewed_at is null then @decided_at end"},
	kpi.TimeToAccept: {"r.sent_at", "coalesce(r.accepted_on, r.ordered_at)", "case when coalesce(r.accepted_on, r.ordered_at) is null then @decided_at end"},
}
