// Package identity says who acts: ids, roles, permissions and the Actor that
// every service call carries.
//
// It owns no storage and no cryptography (see internal/auth for those). An
// Actor is a value: it is built once per request from a session or an API key
// and never changes.
package identity

import (
	"fmt"
	"slices"

	"github.com/google/uuid"
)

// ID is the key of every stored thing: a UUID version 7, so keys sort by the
// time at which they were made.
type ID = uuid.UUID

// Nil is the absent ID.
var Nil = uuid.Nil

// NewID returns a fresh id. It is safe for concurrent use.
func NewID() ID { return uuid.Must(uuid.NewV7()) }

// Parse reads the canonical 36-character form.
func Parse(s string) (ID, error) {
	id, err := uuid.Parse(s)
	if err != nil || len(s) != 36 {
		return Nil, fmt.Errorf("%q is not an id", s)
	}
	return id, nil
}

// Role is what a person does in the company; a user has one or more.
type Role string

// The roles.
const (
	Rep          Role = "rep"
	Manager      Role = "manager"
	Approver     Role = "approver"
	OrderDesk    Role = "order_desk"
	Modeller     Role = "modeller"
	PricingAdmin Role = "pricing_admin"
	Admin        Role = "admin"
)

// Roles lists every role, in the order in which it is shown.
func Roles() []Role {
	return []Role{Rep, Manager, Approver, OrderDesk, Modeller, PricingAdmin, Admin}
}

// Permission is a single right that roles and API-key scopes grant.
type Permission string

// The permissions. Their values are also the scopes of API keys.
const (
	ReadCatalog  Permission = "catalog:read"
	WriteModels  Permission = "models:write"
	WritePrices  Permission = "prices:write"
	ReadQuotes   Permission = "quotes:read"
	WriteQuotes  Permission = "quotes:write"
	ApproveQuote Permission = "quotes:approve"
	PlaceOrders  Permission = "orders:write"
	ReadOrders   Permission = "orders:read"
	ReadKPI      Permission = "kpi:read"
	SeeCost      Permission = "see_cost"
	Administer   Permission = "admin"
)

// Permissions lists every permission, in the order in which it is shown.
func Permissions() []Permission {
	return []Permission{ReadCatalog, WriteModels, WritePrices, ReadQuotes, WriteQuotes,
		ApproveQuote, PlaceOrders, ReadOrders, ReadKPI, SeeCost, Administer}
}

// Grants returns the permissions that come with a role by default.
func (r Role) Grants() []Permission {
	switch r {
	case Rep:
		return []Permission{ReadCatalog, ReadQuotes, WriteQuotes, ReadOrders, ReadKPI}
	case Manager:
		return []Permission{ReadCatalog, ReadQuotes, WriteQuotes, ApproveQuote, ReadOrders, PlaceOrders, ReadKPI, SeeCost}
	case Approver:
		return []Permission{ReadCatalog, ReadQuotes, ApproveQuote, SeeCost}
	case OrderDesk:
		return []Permission{ReadCatalog, ReadQuotes, ReadOrders, PlaceOrders}
	case Modeller:
		return []Permission{ReadCatalog, WriteModels}
	case PricingAdmin:
		return []Permission{ReadCatalog, WritePrices, SeeCost}
	case Admin:
		return []Permission{Administer, ReadCatalog, ReadQuotes, ReadOrders, ReadKPI}
	}
	return nil
}

// Kind tells people from machines.
type Kind string

// The kinds of actor. System is the service's own clock and jobs.
const (
	Person  Kind = "user"
	Machine Kind = "api_key"
	System  Kind = "system"
)

// Actor is who a call is made for. Its zero value may do nothing.
type Actor struct {
	Tenant ID
	// ID is the user's or API key's id; Nil for the system.
	ID   ID
	Kind Kind
	// Name is what audit rows and timelines show.
	Name  string
	Roles []Role
	// Permissions is the union of what roles or scopes grant.
	Permissions []Permission
	// Team is the actor's team today, Nil for none.
	Team ID
	// Teams are the teams whose quotes the actor may see: the own one for a
	// rep, the whole subtree for a manager.
	Teams []ID
	// Language is the actor's preferred language ("fr", "en").
	Language string
}

// Can reports whether the actor has the permission. Administer implies every
// other one except SeeCost, which is never implied.
func (a Actor) Can(p Permission) bool {
	if a.Kind == System || slices.Contains(a.Permissions, p) {
		return true
	}
	return p != SeeCost && slices.Contains(a.Permissions, Administer)
}

// Has reports whether the actor has the role.
func (a Actor) Has(r Role) bool { return slices.Contains(a.Roles, r) }

// PermissionsOf returns the union of the roles' default permissions, in the
// order of Permissions.
func PermissionsOf(roles []Role) []Permission {
	var out []Permission
	for _, p := range Permissions() {
		if slices.ContainsFunc(roles, func(r Role) bool { return slices.Contains(r.Grants(), p) }) {
			out = append(out, p)
		}
	}
	return out
}
