package postgres

import (
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// dimensionArgs are the values of the dimension columns, which every table of
// figures has in this order.
func dimensionArgs(d kpi.Dimensions) []any {
	return []any{d.Owner, d.Team, d.Customer, d.Region, d.Segment, d.ProductFamily, d.Channel, d.Source, d.Campaign, d.NewCustomer}
}

func eventArgs(e kpi.Event) []any {
	v := e.Value
	args := []any{e.Tenant, e.ID, e.Family, zeronull.Text(e.Reference), string(e.Type), e.OccurredAt, e.RecordedAt,
		zeronull.UUID(e.Offer), e.Main, e.Supersedes, zeronull.Timestamptz(e.ExpiresAt),
		zeronull.Timestamptz(e.RequestedAt), zeronull.UUID(e.Order), e.Matches}
	args = append(args, dimensionArgs(e.Dimensions)...)
	if v.Currency.IsZero() {
		args = append(args, nil, nil, nil, nil, nil, nil, nil, nil)
	} else {
		args = append(args, v.Currency, v.Base, v.Rate, v.Net, v.List, v.Cost, v.CostedNet, jsonOrNull(v.Steps))
	}
	return append(args, e.Reason, e.Competitor, e.Motive, e.Imported)
}

// jsonOrNull stores an empty list as NULL.
func jsonOrNull(steps []kpi.Step) any {
	if len(steps) == 0 {
		return nil
	}
	return steps
}

func factArgs(f kpi.Fact) []any {
	args := append([]any{f.Tenant, f.Family, f.Reference}, dimensionArgs(f.Dimensions)...)
	args = append(args, f.Attribution)
	for _, t := range []time.Time{f.RequestedAt, f.CreatedAt, f.SubmittedAt, f.ApprovedAt, f.SentAt, f.ViewedAt, f.OrderedAt} {
		args = append(args, zeronull.Timestamptz(t))
	}
	offers, reasons := f.Offers, f.RevisionReasons
	if offers == nil {
		offers = []kpi.Offer{}
	}
	if reasons == nil {
		reasons = map[string]int{}
	}
	args = append(args, f.Sent, f.Accepted, offers,
		f.Ordered.Base, f.Ordered.Gaps, f.Cancelled.Base, f.Cancelled.Gaps, f.Returned.Base, f.Returned.Gaps, f.Orders,
		f.Submissions, f.Returns, f.Revisions, reasons, f.Corrected, f.Mismatched, f.Motive, f.Imported, f.Events,
		f.RecordedFrom)
	s := f.Standing()
	return append(args, zeronull.Timestamptz(s.AcceptedAt), zeronull.Timestamptz(s.LapsesAt), zeronull.Timestamptz(s.ClosedAt),
		string(s.ClosedAs), s.Reason, s.Competitor,
		f.Sent.Currency, f.Sent.Base, f.Sent.Net, converted(f.Sent.Value, f.Sent.Net),
		f.Sent.List, converted(f.Sent.Value, f.Sent.List), zeronull.Timestamptz(f.Accepted.At))
}

// converted is the amount in the base currency, NULL where no rate is known.
func converted(v kpi.Value, amount money.Decimal) any {
	if base, ok := v.Converted(amount); ok {
		return base
	}
	return nil
}

// scanFact reads a row in the order of kpi_facts_for_update.
func scanFact(rows pgx.CollectableRow) (kpi.Fact, error) {
	var f kpi.Fact
	d := &f.Dimensions
	instants := []*time.Time{&f.RequestedAt, &f.CreatedAt, &f.SubmittedAt, &f.ApprovedAt, &f.SentAt, &f.ViewedAt, &f.OrderedAt}
	dest := []any{&f.Family, &f.Reference,
		&d.Owner, &d.Team, &d.Customer, &d.Region, &d.Segment, &d.ProductFamily, &d.Channel, &d.Source, &d.Campaign, &d.NewCustomer,
		&f.Attribution}
	for _, t := range instants {
		dest = append(dest, (*zeronull.Timestamptz)(t))
	}
	dest = append(dest, &f.Sent, &f.Accepted, &f.Offers,
		&f.Ordered.Base, &f.Ordered.Gaps, &f.Cancelled.Base, &f.Cancelled.Gaps, &f.Returned.Base, &f.Returned.Gaps, &f.Orders,
		&f.Submissions, &f.Returns, &f.Revisions, &f.RevisionReasons, &f.Corrected, &f.Mismatched, &f.Motive, &f.Imported, &f.Events,
		&f.RecordedFrom)
	if err := rows.Scan(dest...); err != nil {
		return f, err
	}
	for _, t := range append(instants, &f.RecordedFrom) {
		utc(t)
	}
	return f, nil
}

// utc moves an instant read in the session's zone to UTC; zero stays zero.
func utc(t *time.Time) {
	if !t.IsZero() {
		*t = t.UTC()
	}
}

func entryArgs(e kpi.Entry) []any {
	v := e.Value
	args := []any{e.Tenant, e.Event, e.Family, nilOr(e.Order, e.Event), string(e.Type), e.At, e.RecordedAt}
	args = append(args, dimensionArgs(e.Dimensions)...)
	return append(args, v.Currency, v.Base, v.Rate, v.Net, converted(v, v.Net), v.List, converted(v, v.List),
		v.Cost, converted(v, v.Cost), v.CostedNet, converted(v, v.CostedNet))
}

// nilOr names an order that has no id of its own (an imported one) by the
// event that reported it.
func nilOr(id, other identity.ID) identity.ID {
	if id == identity.Nil {
		return other
	}
	return id
}
