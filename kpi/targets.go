package kpi

import (
	"cmp"
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Targets returns the targets whose days overlap those from from to to
// (exclusive) and that the actor may see, in order of first day: those of the
// company, of the actor's teams and their people. It fails with Forbidden when
// the actor may not read KPIs, and with Invalid when the days are not in order.
func (s *Service) Targets(ctx context.Context, actor identity.Actor, from, to civil.Date) ([]TargetRecord, error) {
	if !actor.Can(identity.ReadKPI) {
		return nil, fault.New(fault.Forbidden, "kpi-forbidden", "figures need the permission %s", identity.ReadKPI)
	}
	if !from.Before(to) {
		return nil, fault.New(fault.Invalid, "invalid-period", "the period ends on %s, before it begins on %s", to, from)
	}
	all, err := s.store.Targets(ctx, actor.Tenant, from, to)
	if err != nil {
		return nil, err
	}
	scope := ScopeOf(actor)
	all = slices.DeleteFunc(all, func(t TargetRecord) bool { return t.level() != "" && !t.wanted(nil, scope) })
	slices.SortFunc(all, func(a, b TargetRecord) int {
		return cmp.Or(a.From.Compare(b.From), cmp.Compare(a.Team.String(), b.Team.String()), cmp.Compare(a.Owner.String(), b.Owner.String()))
	})
	return all, nil
}
