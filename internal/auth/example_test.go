package auth_test

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/identity"
)

func ExampleUser_Permissions() {
	u := auth.User{Roles: []identity.Role{identity.OrderDesk}, SeeCost: true}
	fmt.Println(u.Permissions())
	// Output: [catalog:read quotes:read orders:write orders:read see_cost]
}
