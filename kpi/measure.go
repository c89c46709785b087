package kpi

// Measure is a counting rule: which rows are counted (n), which of them are
// hits (k), and what is summed. Metric definitions name one; stores implement
// each of them over facts and entries.
type Measure string

// The measures.
const (
	// MeasureSent counts families by their first send.
	MeasureSent Measure = "sent"
	// MeasureIntake sums order movements by their own date; n counts orders.
	MeasureIntake Measure = "intake"
	// MeasureOrderedWithin counts, of the families first sent in the period
	// and at least Window days old, those ordered within Window days.
	MeasureOrderedWithin Measure = "ordered_within"
)

// Measures lists every measure.
func Measures() []Measure {
	return []Measure{MeasureSent, MeasureIntake, MeasureOrderedWithin}
}

// Dimension is what a figure can be sliced or filtered by.
type Dimension string

// The dimensions. ByDay to ByYear slice by the figure's own date in the
// tenant's zone; BySize by the band of the first-sent value.
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
	ByDay           Dimension = "day"
	ByWeek          Dimension = "week"
	ByMonth         Dimension = "month"
	ByYear          Dimension = "year"
)

// AllDimensions lists every dimension, those of time last.
func AllDimensions() []Dimension {
	return []Dimension{ByOwner, ByTeam, ByCustomer, ByRegion, BySegment, ByProductFamily, ByChannel,
		BySource, ByCampaign, ByCurrency, BySize, ByNewCustomer, ByDay, ByWeek, ByMonth, ByYear}
}

// OfTime reports whether the dimension is a calendar unit, which can slice but
// not filter.
func (d Dimension) OfTime() bool {
	return d == ByDay || d == ByWeek || d == ByMonth || d == ByYear
}
