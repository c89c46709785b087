package demo

import (
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// Password is everybody's in the example company.
const Password = "quotient-demo"

// member is one person of the example company.
type member struct {
	name, email string
	language    string
	team        string
	roles       []identity.Role
	// skill shifts the chance to win; eager reps give discounts sooner.
	skill, eager float64
	division     division
}

// teams are the company's teams, each after its parent.
var teams = []struct{ name, parent string }{
	{"Fontaine", ""},
	{"Cycles France", "Fontaine"},
	{"Cycles Export", "Fontaine"},
	{"Convoyeurs", "Fontaine"},
}

// staff are the people; those with the role rep quote.
var staff = []member{
	{name: "Claire Fontaine", email: "claire", language: "fr", team: "Fontaine", roles: []identity.Role{identity.Admin}},
	{name: "Nicolas Mercier", email: "nicolas", language: "fr", team: "Fontaine", roles: []identity.Role{identity.Manager}},
	{name: "Sarah Whitfield", email: "sarah", language: "en", team: "Cycles Export", roles: []identity.Role{identity.Manager}},
	{name: "Philippe Garnier", email: "philippe", language: "fr", team: "Fontaine", roles: []identity.Role{identity.Approver}},
	{name: "Helen Ward", email: "helen", language: "en", team: "Fontaine", roles: []identity.Role{identity.Approver}},
	{name: "Julie Bernard", email: "julie", language: "fr", team: "Cycles France", roles: []identity.Role{identity.Rep}, skill: 0.07, eager: 0.25, division: bikes},
	{name: "Karim Haddad", email: "karim", language: "fr", team: "Cycles France", roles: []identity.Role{identity.Rep}, skill: 0.01, eager: 0.55, division: bikes},
	{name: "Tom Hughes", email: "tom", language: "en", team: "Cycles Export", roles: []identity.Role{identity.Rep}, skill: -0.04, eager: 0.4, division: bikes},
	{name: "Emma Clarke", email: "emma", language: "en", team: "Cycles Export", roles: []identity.Role{identity.Rep}, skill: 0.04, eager: 0.3, division: bikes},
	{name: "Lucas Petit", email: "lucas", language: "fr", team: "Convoyeurs", roles: []identity.Role{identity.Rep}, skill: -0.02, eager: 0.45, division: conveyors},
	{name: "Inès Moreau", email: "ines", language: "fr", team: "Convoyeurs", roles: []identity.Role{identity.Rep}, skill: 0.05, eager: 0.3, division: conveyors},
	{name: "Nadia Lefèvre", email: "nadia", language: "fr", team: "Fontaine", roles: []identity.Role{identity.OrderDesk}},
	{name: "James Cole", email: "james", language: "en", team: "Fontaine", roles: []identity.Role{identity.OrderDesk}},
	{name: "Antoine Roux", email: "antoine", language: "fr", team: "Fontaine", roles: []identity.Role{identity.Modeller}},
	{name: "Olivia Grant", email: "olivia", language: "en", team: "Fontaine", roles: []identity.Role{identity.PricingAdmin}},
}

// address is the log-in of a member.
func (m member) address() string { return m.email + "@fontaine.example" }

// settings are the company's rules for its quotes.
func settings() quotes.Settings {
	s := quotes.DefaultSettings()
	s.Seller = quotes.Seller{
		Name: "Fontaine SAS", LegalForm: "SAS au capital de 250 000 €",
		Address: quotes.Address{Code: "seat", Street: "14 quai des Ateliers", PostalCode: "69007", City: "Lyon", Country: "FR"},
		SIREN:   "552 100 554", SIRET: "552 100 554 00013", RCS: "RCS Lyon 552 100 554", VATNumber: "FR40552100554",
		Phone: "+33 4 00 00 00 00", Email: "devis@fontaine.example", Website: "https://fontaine.example",
		IBAN: "FR76 3000 6000 0112 3456 7890 189", Colour: "#0f4c5c",
	}
	s.Terms = lang.New(
		"Goods remain our property until they are paid in full. Prices exclude VAT. Late payment bears interest at three times the legal rate and a fixed charge of €40 for recovery.",
		"Les marchandises restent notre propriété jusqu'au paiement complet. Prix hors taxes. Tout retard de paiement porte intérêt à trois fois le taux légal et une indemnité forfaitaire de recouvrement de 40 €.")
	s.Approvals = []quotes.ApprovalRule{
		{Code: "discount-12", When: "discretionary_discount > 0.12",
			Message: lang.New("The discount is above 12 %", "La remise dépasse 12 %"),
			Steps:   []quotes.ApprovalAsk{{Stage: 1, Role: identity.Manager, EscalateHours: 24}}},
		{Code: "discount-20", When: "discretionary_discount > 0.20",
			Message: lang.New("The discount is above 20 %", "La remise dépasse 20 %"),
			Steps:   []quotes.ApprovalAsk{{Stage: 2, Role: identity.Approver, EscalateHours: 48}}},
		{Code: "large", When: "total > 150000",
			Message: lang.New("The quote is above €150,000", "Le devis dépasse 150 000 €"),
			Steps:   []quotes.ApprovalAsk{{Stage: 2, Role: identity.Approver, EscalateHours: 48}}},
	}
	s.Limits = []quotes.ApprovalLimit{
		{Role: identity.Manager, UpTo: money.FromInt(1_000_000), Currency: s.BaseCurrency},
		{Role: identity.Approver, UpTo: money.FromInt(5_000_000), Currency: s.BaseCurrency},
	}
	return s
}

// Login is one way to sign in to the example company.
type Login struct {
	Name, Email string
	Roles       []identity.Role
	Language    string
}

// Logins lists the people in the order of their introduction.
func Logins() []Login {
	out := make([]Login, len(staff))
	for n, m := range staff {
		out[n] = Login{m.name, m.address(), m.roles, m.language}
	}
	return out
}
