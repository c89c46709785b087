package kpi_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/kpi/kpitest"
)

// A manager sees the company's targets and those of the own teams and people.
func TestTargets(t *testing.T) {
	january, april, july := civil.MustParse("2026-01-01"), civil.MustParse("2026-04-01"), civil.MustParse("2026-07-01")
	mine, other, rep := identity.ID{1}, identity.ID{2}, identity.ID{3}
	store := &kpitest.Memory{Records: kpi.Records{Targets: []kpi.TargetRecord{
		{From: april, To: july, Amount: money.FromInt(4)},
		{From: january, To: april, Amount: money.FromInt(1)},
		{From: january, To: april, Team: mine, Amount: money.FromInt(2)},
		{From: january, To: april, Team: other, Amount: money.FromInt(9)},
		{From: january, To: april, Team: mine, Owner: rep, Amount: money.FromInt(3)},
	}}}
	s := company(t, store, day(0))
	boss := identity.Actor{Kind: identity.Person, Roles: []identity.Role{identity.Manager}, Teams: []identity.ID{mine},
		Permissions: []identity.Permission{identity.ReadKPI}}
	got, err := s.Targets(t.Context(), boss, january, july)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"1", "2", "3", "4"} {
		if i >= len(got) || got[i].Amount.String() != want {
			t.Fatalf("the targets are %+v, want those of 1, 2, 3 and 4", got)
		}
	}
	if len(got) != 4 {
		t.Errorf("%d targets, one of them of another team", len(got))
	}
	if _, err := s.Targets(t.Context(), boss, july, january); fault.CodeOf(err) != fault.Invalid {
		t.Errorf("days out of order give %v", err)
	}
	if _, err := s.Targets(t.Context(), identity.Actor{}, january, july); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("nobody in particular gets %v", err)
	}
}
