package kpi

import "slices"

// Measure is a counting rule: which rows are counted (n), which of them are
// hits (k), what is summed and what the sum is compared with. Metric
// definitions name one; stores implement each of them.
type Measure string

// The measures. "In the period" is about the date named first.
const (
	// MeasureSent: families by first send; sums the first-sent value.
	MeasureSent Measure = "sent"
	// MeasureIntake: order movements; hits are orders; sums signed amounts.
	MeasureIntake Measure = "intake"
	// MeasureNative is MeasureIntake with amounts in their own currency; it is
	// only of use sliced by currency.
	MeasureNative Measure = "native"
	// MeasureOrders: orders alone; sums their amounts.
	MeasureOrders Measure = "orders"
	// MeasureOrderedWithin: families by first send and at least Window days
	// old; hits were ordered within Window days.
	MeasureOrderedWithin Measure = "ordered_within"
	// MeasureDecided: families by the date they were won, lost, expired or
	// withdrawn; hits are won.
	MeasureDecided Measure = "decided"
	// MeasureCohort: families by first send; hits have an order; sums the
	// first-sent value of hits, of the first-sent value of all.
	MeasureCohort Measure = "cohort"
	// MeasureViewed and MeasureAccepted are like MeasureCohort with hits that the
	// customer has looked at, or has ever accepted or ordered.
	MeasureViewed   Measure = "viewed"
	MeasureAccepted Measure = "accepted"
	// MeasureErosion: won families by first order; sums what was ordered, of
	// the first-sent value.
	MeasureErosion Measure = "erosion"
	// MeasureDiscount: families by first send; sums list less net, of list.
	MeasureDiscount Measure = "discount"
	// MeasureRealisation: order movements; sums net, of list.
	MeasureRealisation Measure = "realisation"
	// MeasureMargin: order movements; hits have a cost; sums net less cost, of
	// the net whose cost is known.
	MeasureMargin Measure = "margin"
	// MeasureApproval: families by first submit; hits were approved.
	MeasureApproval Measure = "approval"
	// MeasureFirstPass: families by first approval; hits were never returned.
	MeasureFirstPass Measure = "first_pass"
	// MeasureCorrected: families by latest acceptance; hits had an acceptance
	// taken back.
	MeasureCorrected Measure = "corrected"
	// MeasureMatch: families by first order; hits have only orders identical
	// to the accepted revision.
	MeasureMatch Measure = "match"
	// MeasureCancelled and MeasureReturned: families by first order; hits had
	// a cancellation or a return; sum its amount, of what was ordered.
	MeasureCancelled Measure = "cancelled"
	MeasureReturned  Measure = "returned"
	// MeasureRepeat: customers by first order, at least 365 days ago; hits
	// ordered another quote within 365 days.
	MeasureRepeat Measure = "repeat"
	// MeasureLapsed: customers by latest order; hits ordered nothing for 365
	// days. A stock.
	MeasureLapsed Measure = "lapsed"
	// MeasureNewCustomers: customers by first order.
	MeasureNewCustomers Measure = "new_customers"
	// MeasureOpen: families open now; hits are accepted; sums the first-sent
	// value. A stock, like the following ones.
	MeasureOpen Measure = "open"
	// MeasureStale: families open now; hits are older than Window days.
	MeasureStale Measure = "stale"
	// MeasureExpiring: families open now and not accepted; hits lapse within
	// Window days.
	MeasureExpiring Measure = "expiring"
	// MeasureRevisions: families by first send; hits were revised; sums the
	// number of revisions.
	MeasureRevisions Measure = "revisions"
	// MeasureLost: families by the date they were lost, expired or withdrawn;
	// hits give a reason; sums the first-sent value.
	MeasureLost Measure = "lost"
	// MeasureAwaiting: families by first submit that wait for approval; hits
	// have waited longer than Window days. A stock.
	MeasureAwaiting Measure = "awaiting"
	// MeasureImmature: families by first send; hits are younger than Window
	// days, too young to judge.
	MeasureImmature Measure = "immature"
	// MeasureRecreated: families by first send; hits follow, within Window
	// days, another family of the same customer and product family that was
	// decided without an order: the age of the first was reset.
	MeasureRecreated Measure = "recreated"
	// MeasureSplit: families by first send; hits were sent within Window days
	// of another of the same owner and customer: one deal may have been split.
	MeasureSplit Measure = "split"
	// MeasureBunched: orders; hits were taken in the last Window days of a
	// calendar quarter.
	MeasureBunched Measure = "bunched"
	// MeasureContacts, MeasureMeetings: imported daily counts; sum them.
	MeasureContacts Measure = "contacts"
	MeasureMeetings Measure = "meetings"
	// MeasureSurveys: customers asked, by the day; hits answered; sums scores.
	MeasureSurveys Measure = "surveys"
	// MeasurePulse: answers of the team to the pulse, all hits; sums scores.
	MeasurePulse Measure = "pulse"
)

// Measures lists every measure.
func Measures() []Measure {
	return []Measure{MeasureSent, MeasureIntake, MeasureOrders, MeasureOrderedWithin, MeasureDecided, MeasureCohort,
		MeasureViewed, MeasureAccepted, MeasureNative,
		MeasureErosion, MeasureDiscount, MeasureRealisation, MeasureMargin, MeasureApproval, MeasureFirstPass,
		MeasureCorrected, MeasureMatch, MeasureCancelled, MeasureReturned, MeasureRepeat, MeasureLapsed,
		MeasureNewCustomers, MeasureOpen, MeasureStale, MeasureExpiring, MeasureRevisions, MeasureLost, MeasureAwaiting,
		MeasureImmature, MeasureRecreated, MeasureSplit, MeasureBunched,
		MeasureContacts, MeasureMeetings, MeasureSurveys, MeasurePulse}
}

// OfRecords reports whether the measure counts imported records, which have an
// owner and a team but no other dimension.
func (m Measure) OfRecords() bool {
	return slices.Contains([]Measure{MeasureContacts, MeasureMeetings, MeasureSurveys, MeasurePulse}, m)
}

// Stock reports whether the measure is about how things stand now, whatever
// the period.
func (m Measure) Stock() bool {
	return slices.Contains([]Measure{MeasureOpen, MeasureStale, MeasureExpiring, MeasureLapsed, MeasureAwaiting}, m)
}

// OfEntries reports whether the measure counts order movements, not families.
func (m Measure) OfEntries() bool {
	return slices.Contains([]Measure{MeasureIntake, MeasureNative, MeasureOrders, MeasureRealisation, MeasureMargin, MeasureBunched}, m)
}

// Convertible reports whether the amounts of the measure can be converted at
// rates other than those frozen on the events: those of one send or of one
// movement can, sums over the orders of a family cannot.
func (m Measure) Convertible() bool {
	return !slices.Contains([]Measure{MeasureErosion, MeasureCancelled, MeasureReturned}, m)
}

// Duration is a span of a family's life whose length is measured, with the
// families in which it has not ended yet.
type Duration string

// The durations.
const (
	// Turnaround is from the customer's request to the first send.
	Turnaround Duration = "turnaround"
	// ApprovalTime is from the first submit to the first approval.
	ApprovalTime Duration = "approval_time"
	// TimeToOrder is from the first send to the first order; families that
	// were lost, expired or withdrawn ended otherwise.
	TimeToOrder Duration = "time_to_order"
	// TimeToView and TimeToAccept are from the first send to the first look and
	// to the acceptance.
	TimeToView   Duration = "time_to_view"
	TimeToAccept Duration = "time_to_accept"
)

// Durations lists every duration.
func Durations() []Duration {
	return []Duration{Turnaround, ApprovalTime, TimeToOrder, TimeToView, TimeToAccept}
}

// Dimension is what a figure can be sliced or filtered by.
type Dimension string

// The dimensions. ByDay to ByYear slice by the figure's own date in the
// tenant's zone; BySize by the band of the first-sent value, or of the order.
const (
	ByOwner         Dimension = "owner"
	ByTeam          Dimension = "team"
	ByCustomer      Dimension = "customer"
	ByRegion        Dimension = "region"
	BySegment       Dimension = "segment"
	ByProductFamily Dimension = "product_family"
	ByChannel       Dimension = "channel"
	BySource        Dimension = "source"
	ByCampaign      Dimension = "campaign"
	ByCurrency      Dimension = "currency"
	BySize          Dimension = "size"
	ByNewCustomer   Dimension = "new_customer"
	// ByReason and ByCompetitor slice families by how the latest of their
	// offers ended.
	ByReason     Dimension = "reason"
	ByCompetitor Dimension = "competitor"
	// ByDiscount slices families by the band of their first-sent discount.
	ByDiscount Dimension = "discount"
	// ByAge slices families by the whole days since their first send.
	ByAge   Dimension = "age"
	ByDay   Dimension = "day"
	ByWeek  Dimension = "week"
	ByMonth Dimension = "month"
	ByYear  Dimension = "year"
)

// AllDimensions lists every dimension, those of time last.
func AllDimensions() []Dimension {
	return []Dimension{ByOwner, ByTeam, ByCustomer, ByRegion, BySegment, ByProductFamily, ByChannel,
		BySource, ByCampaign, ByCurrency, BySize, ByNewCustomer, ByReason, ByCompetitor, ByDiscount, ByAge,
		ByDay, ByWeek, ByMonth, ByYear}
}

// OfTime reports whether the dimension is a calendar unit, which can slice but
// not filter.
func (d Dimension) OfTime() bool {
	return d == ByDay || d == ByWeek || d == ByMonth || d == ByYear
}

// OfFamilies reports whether only families have the dimension: order movements
// are all in its empty slice.
func (d Dimension) OfFamilies() bool {
	return d == ByReason || d == ByCompetitor || d == ByDiscount || d == ByAge
}
