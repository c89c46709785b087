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
	if cursor != "" {
		at, last, err := parseCursor(cursor)
		if err != nil {
			return nil, "", err
		}
		after = fmt.Sprintf(" and (%s, %s) < (%s, %s)", date, id, s.arg(at), s.arg(last))
	}
	sql := fmt.Sprintf("select r.*, %s as hit_, %s as date_, %s as id_ %s%s order by date_ desc, id_ desc limit %d",
		s.expand(s.hit), date, id, s.from, after, limit)
	sql = fmt.Sprintf(`select h.family_id, f.reference, f.owner_id, f.team_id, f.customer_id, f.region, f.segment,
		f.product_family, f.channel, f.source, f.campaign, f.new_customer, f.sent_at, f.ordered_at,
		case when f.ordered_at is not null then 'won'
		     when f.sent_at is null then 'unsent'
		     when f.accepted_at is not null or f.lapses_at > %[1]s then 'open'
		     when f.closed_at is null or f.lapses_at > f.closed_at then 'expired'
		     else f.closed_as end,
		coalesce(f.currency, ''), f.sent_net, coalesce(h.hit_, false), h.date_, h.id_
		from (%[2]s) h join %[3]s f on f.tenant_id = h.tenant_id and f.family_id = h.family_id
		order by h.date_ desc, h.id_ desc`, s.arg(sel.Now), sql, s.facts())
	err = k.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, sql, s.args...)
		if err != nil {
			return err
		}
		page, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (kpi.Row, error) {
			r, at, last, err := scanDrill(row)
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

func scanDrill(row pgx.CollectableRow) (r kpi.Row, at time.Time, id identity.ID, err error) {
	d := &r.Dimensions
	err = row.Scan(&r.Family, &r.Reference, &d.Owner, &d.Team, &d.Customer, &d.Region, &d.Segment,
		&d.ProductFamily, &d.Channel, &d.Source, &d.Campaign, &d.NewCustomer,
		(*zeronull.Timestamptz)(&r.SentAt), (*zeronull.Timestamptz)(&r.OrderedAt),
		&r.Status, &r.Currency, &r.Net, &r.Hit, &at, &id)
	utc(&r.SentAt)
	utc(&r.OrderedAt)
	return r, at, id, err
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
