package identity_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

func ExamplePermissionsOf() {
	fmt.Println(identity.PermissionsOf([]identity.Role{identity.OrderDesk}))
	// Output: [catalog:read quotes:read orders:write orders:read]
}

func TestAdminDoesNotImplySeeCost(t *testing.T) {
	admin := identity.Actor{Kind: identity.Person, Permissions: identity.PermissionsOf([]identity.Role{identity.Admin})}
	if admin.Can(identity.SeeCost) {
		t.Error("an administrator sees costs without having been granted it")
	}
	if !admin.Can(identity.WritePrices) {
		t.Error("an administrator cannot write prices")
	}
}

func TestZeroActorMayDoNothing(t *testing.T) {
	for _, p := range identity.Permissions() {
		if (identity.Actor{}).Can(p) {
			t.Errorf("the zero actor can %s", p)
		}
	}
}

func TestEveryRoleGrantsSomethingKnown(t *testing.T) {
	for _, r := range identity.Roles() {
		if len(r.Grants()) == 0 {
			t.Errorf("role %s grants nothing", r)
		}
		for _, p := range r.Grants() {
			if !slices.Contains(identity.Permissions(), p) {
				t.Errorf("role %s grants unknown %s", r, p)
			}
		}
	}
}

func TestIDs(t *testing.T) {
	a, b := identity.NewID(), identity.NewID()
	if a.String() >= b.String() {
		t.Errorf("ids do not sort by time: %s, %s", a, b)
	}
	if _, err := identity.Parse("{" + a.String() + "}"); err == nil {
		t.Error("a braced id was accepted")
	}
	if got, err := identity.Parse(a.String()); err != nil || got != a {
		t.Errorf("Parse = %v, %v", got, err)
	}
}
