package quotestest

import (
	"context"
	"strings"
	"sync"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// Clock is a time that tests move. It is safe for concurrent use.
type Clock struct {
	mu  sync.Mutex
	now time.Time
}

// NewClock returns a clock that stands at a Monday morning.
func NewClock() *Clock { return &Clock{now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)} }

// Now returns the time.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

// Advance moves the clock forward.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// AdvanceDays moves the clock forward by days.
func (c *Clock) AdvanceDays(n int) { c.Advance(time.Duration(n) * 24 * time.Hour) }

// People are the users of one company, by what they do.
type People struct {
	Rep, Colleague, Stranger identity.Actor // Stranger is a rep of another team
	Manager, Approver, Admin identity.Actor
	Desk, ERP, Outsider      identity.Actor // Outsider belongs to another tenant
}

// NewPeople returns the people of a tenant.
func NewPeople(tenant identity.ID) People {
	north, south := identity.NewID(), identity.NewID()
	person := func(name string, team identity.ID, roles ...identity.Role) identity.Actor {
		return identity.Actor{Tenant: tenant, ID: identity.NewID(), Kind: identity.Person, Name: name, Roles: roles,
			Permissions: identity.PermissionsOf(roles), Team: team, Teams: []identity.ID{team}, Language: "fr"}
	}
	return People{
		Rep: person("Claire Martin", north, identity.Rep), Colleague: person("Hugo Petit", north, identity.Rep),
		Stranger: person("Emma Leroy", south, identity.Rep), Manager: person("Louis Bernard", north, identity.Manager),
		Approver: person("Jeanne Roux", identity.NewID(), identity.Approver), Admin: person("Paul Girard", north, identity.Admin),
		Desk: person("Nadia Faure", identity.NewID(), identity.OrderDesk),
		ERP: identity.Actor{Tenant: tenant, ID: identity.NewID(), Kind: identity.Machine, Name: "ERP",
			Permissions: []identity.Permission{identity.ReadQuotes, identity.ReadOrders, identity.PlaceOrders, identity.WriteQuotes}},
		Outsider: identity.Actor{Tenant: identity.NewID(), ID: identity.NewID(), Kind: identity.Person, Roles: []identity.Role{identity.Admin},
			Permissions: identity.Permissions()},
	}
}

// BuyerOf is whoever holds the link of a sent revision.
func BuyerOf(tenant, revision identity.ID) identity.Actor {
	return identity.Actor{Tenant: tenant, ID: revision, Kind: quotes.BuyerKind, Name: "Acheteuse"}
}

// Person implements quotes.Directory for everybody alike.
func (p People) Person(_ context.Context, _, id identity.ID) (quotes.Person, error) {
	return quotes.Person{ID: id, Name: "Claire Martin", Email: "claire@example.com"}, nil
}

// Staff implements quotes.Directory: the teams North and South, with everybody
// of the two by their first name at example.com.
func (p People) Staff(context.Context, identity.ID) (quotes.Staff, error) {
	out := quotes.Staff{Teams: []quotes.Team{{ID: p.Rep.Team, Name: "North"}, {ID: p.Stranger.Team, Name: "South"}}}
	for _, a := range []identity.Actor{p.Rep, p.Colleague, p.Stranger} {
		first, _, _ := strings.Cut(strings.ToLower(a.Name), " ")
		out.People = append(out.People, quotes.Person{ID: a.ID, Name: a.Name, Email: first + "@example.com"})
		out.Members = append(out.Members, quotes.Member{Person: a.ID, Team: a.Team, From: civil.MustParse("2020-01-01")})
	}
	return out, nil
}

// Settings are those of a French company that asks a manager above 15 % of
// discretionary discount.
func Settings() quotes.Settings {
	s := quotes.DefaultSettings()
	s.Seller = quotes.Seller{
		Name: "Ateliers Fontaine", LegalForm: "SAS au capital de 100 000 €", SIREN: "123456782", SIRET: "12345678200010",
		RCS: "RCS Lyon 123 456 782", VATNumber: "FR32123456782",
		Address: quotes.Address{Code: "seat", Street: "12 rue des Ateliers", PostalCode: "69007", City: "Lyon", Country: "FR"},
	}
	s.Approvals = []quotes.ApprovalRule{{
		Code: "discount", When: "discretionary_discount > 0.15",
		Message: lang.New("Discount above 15 %", "Remise supérieure à 15 %"),
		Steps:   []quotes.ApprovalAsk{{Role: identity.Approver}},
	}}
	return s
}

// Customer is a French company with one address and one contact.
func Customer() quotes.Customer {
	return quotes.Customer{
		Name: "Vélos du Rhône", Segment: "retail", Region: "ARA", Channel: "direct", Language: "fr",
		Currency:  money.MustParseCurrency("EUR"),
		Addresses: []quotes.Address{{Code: "seat", Street: "3 quai Rambaud", PostalCode: "69002", City: "Lyon", Country: "FR"}},
		Contacts:  []quotes.Contact{{Name: "Sophie Durand", Email: "sophie@example.com"}},
	}
}

// Renderer makes a document of the snapshot's number.
var Renderer = quotes.RendererFunc(func(_ context.Context, s quotes.Snapshot) ([]byte, error) {
	return []byte("%PDF " + s.Number + " " + s.Label), nil
})

// Today is the date of the clock in Paris.
func (c *Clock) Today() civil.Date {
	zone, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		zone = time.UTC
	}
	return civil.In(c.Now(), zone)
}
