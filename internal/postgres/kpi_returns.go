package postgres

import (
	"context"
	"crypto/sha256"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// saveReturns appends the returns to the log, as events about the first order of
// their quote with its dimensions and rate. The number of a return makes the
// event's id, so that one known already changes nothing.
func saveReturns(ctx context.Context, tx pgx.Tx, tenant identity.ID, returns []kpi.ReturnRecord, now time.Time) error {
	if len(returns) == 0 {
		return nil
	}
	orders, err := firstOrders(ctx, tx, tenant, returns)
	if err != nil {
		return err
	}
	var settings kpi.Settings
	if err := scanSettings(tx.QueryRow(ctx, query("kpi_settings"), tenant), &settings); err != nil {
		return err
	}
	var issues []fault.Issue
	var events []kpi.Event
	for _, r := range returns {
		order, ok := orders[r.Reference]
		if !ok {
			issues = append(issues, fault.Issue{Kind: "invalid-import", Position: fault.Position{Line: r.Line, Column: 1},
				Message: "quote: there is no ordered quote " + r.Reference})
			continue
		}
		events = append(events, returned(order, r, settings.Zone, now))
	}
	if err := fault.FromIssues("invalid-import", "the spreadsheet has mistakes; nothing was imported", issues); err != nil {
		return err
	}
	return RecordKPIEvents(ctx, tx, events)
}

// firstOrders are the events of the first orders, by the number of the quote.
func firstOrders(ctx context.Context, tx pgx.Tx, tenant identity.ID, returns []kpi.ReturnRecord) (map[string]kpi.Event, error) {
	references := make([]string, len(returns))
	for n, r := range returns {
		references[n] = r.Reference
	}
	rows, err := tx.Query(ctx, query("kpi_families_named"), tenant, references)
	if err != nil {
		return nil, err
	}
	named := map[identity.ID]string{}
	var families []identity.ID
	var reference string
	var family identity.ID
	if _, err := pgx.ForEachRow(rows, []any{&reference, &family}, func() error {
		named[family], families = reference, append(families, family)
		return nil
	}); err != nil {
		return nil, err
	}
	log, err := readEvents(ctx, tx, tenant, families)
	if err != nil {
		return nil, err
	}
	out := map[string]kpi.Event{}
	for _, e := range log {
		if first, ok := out[named[e.Family]]; e.Type == kpi.Ordered && (!ok || e.OccurredAt.Before(first.OccurredAt)) {
			out[named[e.Family]] = e
		}
	}
	return out, nil
}

// returned is the event of goods of an order that came back at noon of a day.
func returned(order kpi.Event, r kpi.ReturnRecord, zone *time.Location, now time.Time) kpi.Event {
	sum := sha256.Sum256(append(append([]byte("return:"), order.Tenant[:]...), r.Number...))
	e := kpi.Event{Tenant: order.Tenant, Family: order.Family, Reference: order.Reference, Type: kpi.GoodsReturned, Order: order.Order,
		OccurredAt: r.Day.Midnight(zone).Add(12 * time.Hour), RecordedAt: now, Dimensions: order.Dimensions}
	copy(e.ID[:], sum[:])
	e.ID[6], e.ID[8] = e.ID[6]&0x0f|0x80, e.ID[8]&0x3f|0x80 // a UUID of version 8: made of its content
	e.Value = kpi.Value{Currency: order.Value.Currency, Base: order.Value.Base, Rate: order.Value.Rate, Net: r.Amount, List: r.Amount}
	// List and cost come back in proportion to what was paid for them.
	part := func(of money.Decimal) money.Decimal {
		share, err := of.Mul(r.Amount).QuoRound(order.Value.Net, order.Value.Currency.Minor(), money.HalfAway)
		if err != nil { // an order of nothing
			return money.Decimal{}
		}
		return share
	}
	e.Value.List, e.Value.Cost, e.Value.CostedNet = part(order.Value.List), part(order.Value.Cost), part(order.Value.CostedNet)
	return e
}
