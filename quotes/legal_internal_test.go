package quotes

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// lawful is a quote of a French company that lacks nothing.
func lawful() (*Case, *Revision) {
	c := &Case{
		Settings: Settings{Seller: Seller{Name: "Fontaine", LegalForm: "SAS au capital de 100 000 €", SIREN: "123456782", RCS: "RCS Lyon 123 456 782", VATNumber: "FR32123456782",
			Address: Address{Street: "12 rue des Ateliers", PostalCode: "69007", City: "Lyon", Country: "FR"}}},
		Customer: Customer{Name: "Client", VATNumber: "DE123456789", Addresses: []Address{{Code: "seat", City: "Lyon", Country: "FR"}}},
	}
	r := &Revision{Content: Content{Language: "fr", PaymentTerms: "30 jours", ValidityDays: 30, BillTo: "seat"}}
	r.Taxes = []Tax{{Category: "S", Rate: money.MustParse("20")}}
	return c, r
}

// Every mention that is missing is told, and only those.
func TestLegalIssues(t *testing.T) {
	reason := lang.New("why", "pourquoi")
	building := func(c *Case) {
		c.Settings.Seller.Trade, c.Settings.Seller.Insurance, c.Settings.Seller.Waste = BuildingTrade, "Assurances du Rhône", "Déchèterie"
	}
	for _, c := range []struct {
		name string
		edit func(*Case, *Revision)
		want []string
	}{
		{"complete", func(*Case, *Revision) {}, nil},
		{"no name", func(c *Case, _ *Revision) { c.Settings.Seller.Name = "" }, []string{"/seller/name"}},
		{"no street", func(c *Case, _ *Revision) { c.Settings.Seller.Address.Street = "" }, []string{"/seller/address"}},
		{"no register", func(c *Case, _ *Revision) { c.Settings.Seller.RCS = "" }, []string{"/seller/rcs"}},
		{"no legal form", func(c *Case, _ *Revision) { c.Settings.Seller.LegalForm = "" }, []string{"/seller/legal_form"}},
		{"no number", func(c *Case, _ *Revision) { c.Settings.Seller.SIREN = "" }, []string{"/seller/siret"}},
		{"the establishment's number will do", func(c *Case, _ *Revision) { c.Settings.Seller.SIREN, c.Settings.Seller.SIRET = "", "12345678200010" }, nil},
		{"no VAT number", func(c *Case, _ *Revision) { c.Settings.Seller.VATNumber = "" }, []string{"/seller/vat_number"}},
		{"a German seller has no RCS", func(c *Case, _ *Revision) {
			s := &c.Settings.Seller
			s.Address.Country, s.LegalForm, s.SIREN, s.RCS = "DE", "", "", ""
		}, nil},
		{"exempt seller", func(c *Case, r *Revision) {
			c.Settings.Seller.TaxStatus, c.Settings.Seller.VATNumber = "franchise", ""
			r.Taxes = []Tax{{Category: "E", Reason: reason}}
		}, nil},
		{"exempt seller without the mention", func(c *Case, r *Revision) {
			c.Settings.Seller.TaxStatus = "franchise"
			r.Taxes = []Tax{{Category: "E"}}
		}, []string{"/taxes"}},
		{"exempt seller who charges", func(c *Case, _ *Revision) { c.Settings.Seller.TaxStatus = "franchise" }, []string{"/seller/tax_status"}},
		{"reverse charge", func(_ *Case, r *Revision) { r.Taxes = append(r.Taxes, Tax{Category: "AE", Reason: reason}) }, nil},
		{"reverse charge without number and mention", func(c *Case, r *Revision) {
			c.Customer.VATNumber = ""
			r.Taxes = []Tax{{Category: "AE"}}
		}, []string{"/taxes", "/customer/vat_number"}},
		{"intra-Community supply without number", func(c *Case, r *Revision) {
			c.Customer.VATNumber = ""
			r.Taxes = []Tax{{Category: "K", Reason: reason}}
		}, []string{"/customer/vat_number"}},
		{"building trade", func(c *Case, _ *Revision) { building(c) }, nil},
		{"building trade without mentions", func(c *Case, _ *Revision) {
			building(c)
			c.Settings.Seller.Insurance, c.Settings.Seller.Waste = "", ""
		}, []string{"/seller/insurance", "/seller/waste"}},
		{"consumer", func(c *Case, r *Revision) {
			c.Customer.VATStatus, r.Delivery = "consumer", "15 jours"
			s := &c.Settings.Seller
			s.Phone, s.Email, s.Withdrawal, s.Mediator = "+33 4 00 00 00 00", "devis@fontaine.example", "14 jours, sans motif", "Médiation de la consommation, Lyon"
		}, nil},
		{"consumer without mentions", func(c *Case, _ *Revision) { c.Customer.VATStatus = "consumer" },
			[]string{"/seller/phone", "/seller/withdrawal", "/seller/mediator", "/delivery_terms"}},
		{"a German seller's consumer", func(c *Case, _ *Revision) {
			c.Customer.VATStatus, c.Settings.Seller.Address.Country = "consumer", "DE"
		}, nil},
		{"no customer's address", func(c *Case, _ *Revision) { c.Customer.Addresses = nil }, []string{"/customer/addresses"}},
		{"a customer's address without a city", func(c *Case, _ *Revision) { c.Customer.Addresses[0].City = "" }, []string{"/customer/addresses"}},
		{"no terms, no validity", func(_ *Case, r *Revision) { r.PaymentTerms, r.ValidityDays = "", 0 }, []string{"/payment_terms", "/validity_days"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			quote, r := lawful()
			c.edit(quote, r)
			var got []string
			for _, i := range legalIssues(quote, r) {
				if i.Kind != "mention-missing" || i.Message == "" {
					t.Errorf("%+v", i)
				}
				got = append(got, i.Pointer)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestReducedRates(t *testing.T) {
	s := Snapshot{Seller: Seller{Trade: BuildingTrade, Address: Address{Country: "FR"}}, Taxes: []SnapshotTax{
		{Category: "S", Rate: money.MustParse("20")}, {Category: "S", Rate: money.MustParse("10")}, {Category: "S", Rate: money.MustParse("5.5")},
		{Category: "S", Rate: money.MustParse("10.0"), Period: Monthly}, {Category: "AE"},
	}}
	if got := s.ReducedRates(); len(got) != 2 || got[0].String() != "10" || got[1].String() != "5.5" {
		t.Errorf("reduced rates %v", got)
	}
	s.Seller.Trade = ""
	if got := s.ReducedRates(); got != nil {
		t.Errorf("outside the building trades: %v", got)
	}
}
