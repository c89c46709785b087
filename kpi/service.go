package kpi

import (
	"context"
	"io"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Service answers queries. It is safe for concurrent use.
type Service struct {
	store   Store
	metrics *Metrics
	now     func() time.Time
}

// NewService returns a service that reads from store and computes the given
// definitions; now is the clock.
func NewService(store Store, metrics *Metrics, now func() time.Time) *Service {
	return &Service{store: store, metrics: metrics, now: now}
}

// Metrics returns the definitions.
func (s *Service) Metrics() *Metrics { return s.metrics }

// Query computes the figures asked for. It fails with Forbidden when the actor
// may not read KPIs, and with Invalid and all issues when the query is wrong.
func (s *Service) Query(ctx context.Context, actor identity.Actor, q Query) (Result, error) {
	plan, err := s.plan(ctx, actor, q)
	if err != nil {
		return Result{}, err
	}
	result := Result{AsOf: plan.asOf, Currency: plan.settings.Base.Code(), From: plan.query.From, To: plan.query.To, Compared: plan.query.Compare}
	if result.Watermark, err = s.store.Watermark(ctx, actor.Tenant, plan.asOf); err != nil {
		return Result{}, err
	}
	for _, id := range q.Metrics {
		metric := s.metrics.byID[id]
		if err := metric.needsCost(actor); err != nil {
			return Result{}, err
		}
		answer, err := s.answer(ctx, actor.Tenant, plan, metric)
		if err != nil {
			return Result{}, err
		}
		if answer.Receipt, err = newReceipt(plan, metric, result.Watermark, answer); err != nil {
			return Result{}, err
		}
		result.Answers = append(result.Answers, answer)
	}
	return result, nil
}

// answer computes one metric, of the period and of the one compared with.
func (s *Service) answer(ctx context.Context, tenant identity.ID, p plan, metric Metric) (Answer, error) {
	window := p.selector(metric).Window
	out := Answer{Metric: metric.within(window), Window: window, CurrencyMode: metric.currencyMode(p.query.CurrencyMode)}
	c := computation{plan: p, ctx: ctx, store: s.store, tenant: tenant, metric: metric}
	var err error
	if out.Figures, err = c.figures(); err != nil || p.query.Compare == nil {
		return out, err
	}
	c.query.From, c.query.To = p.query.Compare.From, p.query.Compare.To
	out.Compared, err = c.figures()
	return out, err
}

// Drill returns the quotes behind one metric of the query, newest first, and
// the cursor of the next page ("" at the end). The query must name exactly one
// metric; its slices are ignored, its filter says which figure is meant. Part
// asks for the k or for the others only.
func (s *Service) Drill(ctx context.Context, actor identity.Actor, q Query, part Part, cursor string, limit int) ([]Row, string, error) {
	plan, err := s.plan(ctx, actor, q)
	if err != nil {
		return nil, "", err
	}
	if len(q.Metrics) != 1 {
		return nil, "", fault.New(fault.Invalid, "invalid-query", "the quotes behind a figure are asked for one metric at a time")
	}
	metric := s.metrics.byID[q.Metrics[0]]
	sel := plan.selector(metric)
	sel.Slices, sel.Part = nil, part
	if metric.Form == Stale {
		c := computation{plan: plan, ctx: ctx, store: s.store, tenant: actor.Tenant, metric: metric}
		if sel.Window, err = c.staleAge(); err != nil {
			return nil, "", err
		}
	}
	return s.store.Families(ctx, actor.Tenant, sel, cursor, limit)
}

// plan is a checked query with what it needs to be run.
type plan struct {
	query    Query
	settings Settings
	scope    Scope
	asOf     time.Time
	past     bool
	// rates are constant rates by currency, nil for frozen ones.
	rates map[string]money.Decimal
	// calendar is the fiscal one.
	calendar []FiscalPeriod
}

func (s *Service) plan(ctx context.Context, actor identity.Actor, q Query) (plan, error) {
	if err := readable(actor); err != nil {
		return plan{}, err
	}
	now := s.now().UTC().Truncate(time.Microsecond)
	if err := fault.FromIssues("invalid-query", "the query cannot be answered", q.check(s.metrics, now)); err != nil {
		return plan{}, err
	}
	settings, err := s.store.Settings(ctx, actor.Tenant)
	if err != nil {
		return plan{}, err
	}
	p := plan{settings: settings, scope: ScopeOf(actor), asOf: now}
	if p.calendar, err = s.store.Periods(ctx, actor.Tenant); err != nil {
		return plan{}, err
	}
	if p.query, err = q.resolve(p.calendar); err != nil {
		return plan{}, err
	}
	if q.CurrencyMode == ConstantRates {
		rates, err := s.store.Rates(ctx, actor.Tenant)
		if err != nil {
			return plan{}, err
		}
		p.rates = ratesOn(rates, p.query.RatesOn, settings.Base)
	}
	if !q.AsOf.IsZero() {
		p.asOf, p.past = q.AsOf.UTC().Truncate(time.Microsecond), true
	}
	return p, nil
}

func (p plan) selector(m Metric) Selector {
	sel := Selector{
		Measure: m.Measure,
		From:    p.query.From.Midnight(p.settings.Zone),
		To:      p.query.To.Midnight(p.settings.Zone),
		Now:     p.asOf,
		Window:  m.Window,
		Slices:  p.query.Slices,
		Filter:  p.query.Filter,
		Scope:   p.scope,
		Zone:    p.settings.Zone,
		Rates:   p.rates,
		Places:  p.settings.Base.Minor(),
	}
	if p.past {
		sel.AsOf = p.asOf
	}
	if m.Window > 0 && p.query.Window > 0 {
		sel.Window = p.query.Window
	}
	return sel
}

// Import reads a spreadsheet of records and saves them, all or none, and returns
// how many; records with the key of earlier ones replace them. It is for
// managers and administrators.
func (s *Service) Import(ctx context.Context, actor identity.Actor, kind RecordKind, in io.Reader) (int, error) {
	if !actor.Can(identity.Administer) && !actor.Has(identity.Manager) {
		return 0, fault.New(fault.Forbidden, "import-forbidden", "targets and other records are imported by managers and administrators")
	}
	names, err := s.store.Names(ctx, actor.Tenant)
	if err != nil {
		return 0, err
	}
	records, err := ParseRecords(kind, in, names)
	if err != nil {
		return 0, err
	}
	return records.count(), s.store.SaveRecords(ctx, actor.Tenant, records, s.now().UTC())
}

// Calendar returns the fiscal calendar, in order of first day.
func (s *Service) Calendar(ctx context.Context, actor identity.Actor) ([]FiscalPeriod, error) {
	if err := readable(actor); err != nil {
		return nil, err
	}
	return s.store.Periods(ctx, actor.Tenant)
}
