package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
)

// Steps implements kpi.Store.
func (k *KPI) Steps(ctx context.Context, tenant identity.ID, sel kpi.Selector) ([]kpi.Step, error) {
	settings, err := k.Settings(ctx, tenant)
	if err != nil {
		return nil, err
	}
	sel.Measure = kpi.MeasureSent
	s := newSelection(tenant, sel)
	rate, known := "(r.sent->>'rate')::numeric", "r.sent_base is not null"
	if sel.Rates != nil {
		rate = s.constantRate()
		known = rate + " is not null"
	}
	sql := fmt.Sprintf(`select code, sum(amount) from (
			select step->>'code' as code,
				case when r.currency = r.base then (step->>'amount')::numeric
				     else round((step->>'amount')::numeric * %[3]s, %[1]s) end as amount
			from (select r.* %[2]s and %[4]s) r, jsonb_array_elements(coalesce(r.sent->'steps', '[]')) step
		) priced group by code order by code collate "C"`, s.arg(settings.Base.Minor())+"::int", s.from, rate, known)
	return readRows(ctx, k.db, tenant, func(row pgx.CollectableRow) (out kpi.Step, err error) {
		err = row.Scan(&out.Code, &out.Amount)
		return out, err
	}, sql, s.args...)
}

// Outcomes implements kpi.Store.
func (k *KPI) Outcomes(ctx context.Context, tenant identity.ID, sel kpi.Selector) ([]kpi.Outcome, error) {
	end := sel.To
	then := sel
	then.Measure, then.AsOf, then.Now, then.Slices = kpi.MeasureOpen, sel.From, sel.From, nil
	s := newSelection(tenant, then)
	age := s.expand("floor(date_part('epoch', @now - r.sent_at) / 86400)::int")
	s.sel.AsOf = sel.AsOf
	sql := fmt.Sprintf(`select was.age, count(*), count(*) filter (where f.ordered_at < %s)
		from (select r.tenant_id, r.family_id, %s as age %s) was
		join %s f on f.tenant_id = was.tenant_id and f.family_id = was.family_id
		group by 1 order by 1`, s.arg(end), age, s.from, s.facts())
	return readRows(ctx, k.db, tenant, func(row pgx.CollectableRow) (out kpi.Outcome, err error) {
		err = row.Scan(&out.Age, &out.N, &out.Ordered)
		return out, err
	}, sql, s.args...)
}
