package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

// taskOrders are the SQL of the orders; %s stands for the expected value.
var taskOrders = map[kpi.TaskOrder]string{
	kpi.ByLapse:    "r.lapses_at",
	kpi.BySubmit:   "r.submitted_at",
	kpi.ByAccept:   "r.accepted_at",
	kpi.ByExpected: "%s desc nulls last",
	kpi.ByValue:    "r.sent_base desc nulls last",
}

// Tasks implements kpi.Store.
func (k *KPI) Tasks(ctx context.Context, tenant identity.ID, sel kpi.TaskSelector) (n int64, out []kpi.Row, err error) {
	s := newSelection(tenant, sel.Selector)
	chance := "null::numeric"
	if sel.Chances != nil {
		chance = fmt.Sprintf("case when r.sent_at is not null then (%s::float8[])[least(greatest(floor(extract(epoch from %s - r.sent_at) / 86400), 0), %d)::int + 1]::numeric end",
			s.arg(sel.Chances), s.expand("@now"), len(sel.Chances)-1)
	}
	hits := ""
	if !sel.All {
		hits = " and " + s.expand(s.hit)
	}
	order := taskOrders[sel.Order]
	if sel.Order == kpi.ByExpected {
		order = fmt.Sprintf(order, "r.sent_base * "+chance)
	}
	sql := fmt.Sprintf("select r.tenant_id, r.family_id, %s as hit_, %s as chance_, count(*) over () as n_, "+
		"row_number() over (order by %s, r.family_id) as place_ %s%s order by place_ limit %d",
		s.expand(s.hit), chance, order, s.from, hits, sel.Limit)
	sql = fmt.Sprintf("select %s, h.chance_, case when h.chance_ is not null then round(f.sent_base * h.chance_, 2) end, h.n_ from (%s) h %s order by h.place_",
		fmt.Sprintf(drillColumns, s.arg(sel.Now)), sql, fmt.Sprintf(drillJoins, s.facts()))
	err = k.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, sql, s.args...)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (r kpi.Row, err error) {
			var chance, expected *money.Decimal
			r, err = scanDrill(row, &chance, &expected, &n)
			r.Chance, r.Expected = chance, expected
			return r, err
		})
		return err
	})
	return n, out, err
}
