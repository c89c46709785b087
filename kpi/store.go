package kpi

import (
	"context"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Store reads the log, the facts and the entries of one installation.
// Implementations are safe for concurrent use; every method reads only the
// tenant's rows.
type Store interface {
	// Settings returns the tenant's reporting settings.
	Settings(ctx context.Context, tenant identity.ID) (Settings, error)
	// Aggregate returns one cell per combination of slice values that has
	// rows, ordered by key, and a single cell with an empty key when the
	// selector has no slices.
	Aggregate(ctx context.Context, tenant identity.ID, sel Selector) ([]Cell, error)
	// Lags returns, for each combination of slice values, how long the
	// duration took in the families in which it began in the period (the
	// selector's Measure is not read), ordered by key and day.
	Lags(ctx context.Context, tenant identity.ID, d Duration, sel Selector) ([]Lag, error)
	// Targets and SourceCosts return the records whose days overlap those from
	// from to to (exclusive).
	Targets(ctx context.Context, tenant identity.ID, from, to civil.Date) ([]TargetRecord, error)
	SourceCosts(ctx context.Context, tenant identity.ID, from, to civil.Date) ([]SourceCost, error)
	// Periods returns the fiscal calendar, in order of first day.
	Periods(ctx context.Context, tenant identity.ID) ([]FiscalPeriod, error)
	// Rates returns the rate table.
	Rates(ctx context.Context, tenant identity.ID) ([]CurrencyRate, error)
	// Names returns how people and teams are called in spreadsheets.
	Names(ctx context.Context, tenant identity.ID) (Names, error)
	// SaveRecords inserts or replaces records by their keys, all or none. Returns
	// of quotes without an order are an Invalid fault that names each.
	SaveRecords(ctx context.Context, tenant identity.ID, r Records, now time.Time) error
	// Steps sums the steps of the price waterfall of the families first sent in
	// the period, in the base currency, in order of code.
	Steps(ctx context.Context, tenant identity.ID, sel Selector) ([]Step, error)
	// Outcomes returns, by age, the families that were open at the selector's
	// From as known then, and how many of them were ordered in the period. From
	// must not be after the selector's Now.
	Outcomes(ctx context.Context, tenant identity.ID, sel Selector) ([]Outcome, error)
	// Families returns the rows that Aggregate counts for the selector, newest
	// first, at most limit of them from the cursor on, and the next cursor
	// ("" at the end). Imported records have none.
	Families(ctx context.Context, tenant identity.ID, sel Selector, cursor string, limit int) ([]Row, string, error)
	// Tasks returns how many quotes a task is about and the first of them.
	Tasks(ctx context.Context, tenant identity.ID, sel TaskSelector) (int64, []Row, error)
	// Views returns the views that are the owner's or shared, in order of name.
	Views(ctx context.Context, tenant, owner identity.ID) ([]View, error)
	// AddView inserts a view.
	AddView(ctx context.Context, tenant identity.ID, v View) error
	// SaveView replaces a view of its owner; another's is NotFound.
	SaveView(ctx context.Context, tenant identity.ID, v View) error
	// DeleteView removes a view of the owner; another's is NotFound.
	DeleteView(ctx context.Context, tenant, owner, id identity.ID) error
	// Watermark returns the position of the last event of the tenant recorded
	// at or before asOf, 0 when there is none.
	Watermark(ctx context.Context, tenant identity.ID, asOf time.Time) (int64, error)
}

// Settings are what figures need to know about the tenant.
type Settings struct {
	Zone *time.Location
	Base money.Currency
}

// Selector describes one aggregation.
type Selector struct {
	Measure Measure
	// From and To bound the measure's own date, half-open.
	From, To time.Time
	// Now is the instant at which age and expiry are judged.
	Now time.Time
	// AsOf truncates what is known to what was recorded until then; zero means
	// everything recorded.
	AsOf time.Time
	// Window is the number of days of measures that name one, in periods of 24
	// hours.
	Window int
	Slices []Dimension
	Filter Filter
	Scope  Scope
	// Part is for Families: all rows, or only the hits or the others.
	Part Part
	// Spread asks for Squares and Median of the cells.
	Spread bool
	// Zone is used by the dimensions of time.
	Zone *time.Location
	// Rates, by currency code, replace the rates frozen on events where amounts
	// are summed; nil keeps those. Places are the decimals of the base currency,
	// to which each amount is rounded.
	Rates  map[string]money.Decimal
	Places int
}

// Part is which of the rows counted are meant.
type Part string

// The parts; the zero value means all rows.
const (
	PartHits   Part = "hits"   // the k
	PartMisses Part = "misses" // the n less the k
)

// Filter keeps the rows whose dimension has one of the values; dimensions are
// combined with "and".
type Filter map[Dimension][]string

// Scope is what the asker may see: everything, or the quotes of teams and the
// own ones.
type Scope struct {
	All   bool
	Teams []identity.ID
	Owner identity.ID
}

// ScopeOf returns the scope of an actor: administrators, machines and the
// system see the whole tenant, people their teams and their own quotes.
func ScopeOf(a identity.Actor) Scope {
	if a.Kind != identity.Person || a.Can(identity.Administer) {
		return Scope{All: true}
	}
	return Scope{Teams: a.Teams, Owner: a.ID}
}

// Cell is one aggregated row: K hits of N counted, and their sum.
type Cell struct {
	// Key has one value per slice of the selector.
	Key []string
	K   int64
	N   int64
	// Value is the sum, in the base currency for measures of money.
	Value money.Decimal
	// Of is what Value is compared with, for measures that say so.
	Of money.Decimal
	// Squares sums the squares of the amounts summed, and Median is the middle
	// one (the lower of two); only where the selector asks for them.
	Squares money.Decimal
	Median  money.Decimal
	// Gaps are the amounts left out of Value because they have no rate.
	Gaps []Gap
}

// Lag counts the families whose duration lasted Days whole periods of 24
// hours: until it ended as meant, until it ended otherwise, or until now
// without an end.
type Lag struct {
	Key                     []string
	Days                    int
	Ended, Otherwise, Waits int64
}

// Gap is an amount that has no rate to the base currency.
type Gap struct {
	Currency string        `json:"currency"`
	N        int64         `json:"n"`
	Amount   money.Decimal `json:"amount"`
}

// Target is an amount of money set for a team, an owner, a source or, with an
// empty key, for the whole.
type Target struct {
	Key    []string
	Amount money.Decimal
}

// Outcome is what became of the quotes of one age.
type Outcome struct {
	Age        int
	N, Ordered int64
}

// Row is one quote family behind a figure.
type Row struct {
	Family    identity.ID `json:"family"`
	Reference string      `json:"reference"`
	Dimensions
	// CustomerName is the customer's present name, "" once erased.
	CustomerName string        `json:"customer_name,omitempty"`
	SubmittedAt  time.Time     `json:"submitted_at,omitzero"`
	AcceptedAt   time.Time     `json:"accepted_at,omitzero"`
	LapsesAt     time.Time     `json:"lapses_at,omitzero"`
	SentAt       time.Time     `json:"sent_at,omitzero"`
	OrderedAt    time.Time     `json:"ordered_at,omitzero"`
	Status       Status        `json:"status"`
	Currency     string        `json:"currency"`
	Net          money.Decimal `json:"net"`
	// Value is the first-sent net in the base currency, nil without a rate.
	Value *money.Decimal `json:"value,omitempty"`
	// Chance is that of an order within the next 30 days, from the quote's age
	// alone; Expected is Value times Chance. Only where a task asks for them.
	Chance   *money.Decimal `json:"chance,omitempty"`
	Expected *money.Decimal `json:"expected,omitempty"`
	// Hit tells whether the row is one of the k.
	Hit bool `json:"hit"`
}
