package postgres

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
)

// Families implements kpi.Store; no quotes are behind imported records. A cursor is the date and the id of the last
// row of the page before.
func (k *KPI) Families(ctx context.Context, tenant identity.ID, sel kpi.Selector, cursor string, limit int) (page []kpi.Row, next string, err error) {
	if sel.Measure.OfRecords() {
		return nil, "", nil
	}
	s := newSelection(tenant, sel)
	id := "r.family_id"
	if s.table == entryRows {
		id = "r.event_id"
	}
	date := s.expand(s.date)
	after := ""
	switch sel.Part {
	case kpi.PartHits:
		after = " and " + s.expand(s.hit)
	case kpi.PartMisses:
		after = " and not coalesce(" + s.expand(s.hit) + ", false)"
	}
	if cursor != "" {
		at, last, err := parseCursor(cursor)
		if err != nil {
			return nil, "", err
		}
		after += fmt.Sprintf(" and (%s, %s) < (%s, %s)", date, id, s.arg(at), s.arg(last))
	}
	sql := fmt.Sprintf("select r.tenant_id, r.family_id, %s as hit_, %s as date_, %s as id_ %s%s order by date_ desc, id_ desc limit %d",
		s.expand(s.hit), date, id, s.from, after, limit)
	sql = fmt.Sprintf(`select %[1]s, h.date_, h.id_ from (%[2]s) h %[3]s order by h.date_ desc, h.id_ desc`,
		fmt.Sprintf(drillColumns, s.arg(sel.Now)), sql, fmt.Sprintf(drillJoins, s.facts()))
	err = k.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, sql, s.args...)
		if err != nil {
			return err
		}
		page, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (kpi.Row, error) {
			var at time.Time
			var last identity.ID
			r, err := scanDrill(row, &at, &last)
			next = at.UTC().Format(time.RFC3339Nano) + "_" + last.String()
			return r, err
		})
		return err
	})
	if len(page) < limit {
		next = ""
	}
	return page, next, err
}

// drillColumns are what a kpi.Row is made of, from the joins that follow: h is
// what was selected, with its hit_. They need the instant of the question.
const (
	drillColumns = `h.family_id, f.reference, f.owner_id, f.team_id, f.customer_id, f.region, f.segment,
		f.product_family, f.channel, f.source, f.campaign, f.new_customer, coalesce(c.name, ''),
		f.submitted_at, f.accepted_at, f.lapses_at, f.sent_at, f.ordered_at,
		case when f.ordered_at is not null then 'won'
		     when f.sent_at is null then 'unsent'
		     when f.accepted_at is not null or f.lapses_at > %[1]s then 'open'
		     when f.closed_at is null or f.lapses_at > f.closed_at then 'expired'
		     else f.closed_as end,
		coalesce(f.currency, ''), f.sent_net,
		case when f.sent_at is not null then f.sent_base end, coalesce(h.hit_, false)`

	drillJoins = `join %s f on f.tenant_id = h.tenant_id and f.family_id = h.family_id
		left join customer c on c.tenant_id = f.tenant_id and c.customer_id = f.customer_id`
)

func scanDrill(row pgx.CollectableRow, more ...any) (r kpi.Row, err error) {
	d := &r.Dimensions
	times := []*time.Time{&r.SubmittedAt, &r.AcceptedAt, &r.LapsesAt, &r.SentAt, &r.OrderedAt}
	into := []any{&r.Family, &r.Reference, &d.Owner, &d.Team, &d.Customer, &d.Region, &d.Segment,
		&d.ProductFamily, &d.Channel, &d.Source, &d.Campaign, &d.NewCustomer, &r.CustomerName}
	for _, t := range times {
		into = append(into, (*zeronull.Timestamptz)(t))
	}
	into = append(into, &r.Status, &r.Currency, &r.Net, &r.Value, &r.Hit)
	err = row.Scan(append(into, more...)...)
	for _, t := range times {
		utc(t)
	}
	return r, err
}

func parseCursor(cursor string) (at time.Time, id identity.ID, err error) {
	date, tail, _ := strings.Cut(cursor, "_")
	if at, err = time.Parse(time.RFC3339Nano, date); err == nil {
		id, err = identity.Parse(tail)
	}
	if err != nil {
		return at, id, fault.Wrap(err, fault.Invalid, "invalid-cursor", "the cursor is not one that this list gave")
	}
	return at, id, nil
}
