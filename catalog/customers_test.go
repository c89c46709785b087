package catalog_test

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Contracts and price entries name customers as another system does; what is
// published says for good whom that was.
func TestDocumentsNameCustomersAsOtherSystemsDo(t *testing.T) {
	s := newShop(t)
	acme := identity.NewID()
	s.store.customers = map[string][]identity.ID{"erp:4711": {acme}, "crm:twice": {identity.NewID(), identity.NewID()}}
	s.store.numbers = map[string][]identity.ID{"vat FR32 123 456 782": {acme}, "registration 123456782": {acme}, "vat FR-TWICE": {acme, identity.NewID()}}
	contract := func(customer string) catalog.Draft {
		return catalog.Draft{Kind: catalog.ContractKind, Source: catalog.Source{"k.yaml": "code: K-7\ncustomer: " + customer + "\ncurrency: EUR\nprices: [{item: EX-PUMP, price: 30}]\n"}}
	}
	published, err := s.Publish(t.Context(), s.admin, contract("erp:4711 # not erp:47110"))
	if err != nil {
		t.Fatal(err)
	}
	stored, err := s.Publication(t.Context(), s.admin, catalog.ContractKind, "K-7", published.Version)
	if err != nil || stored.Source["k.yaml"] != "code: K-7\ncustomer: "+acme.String()+" # not erp:47110\ncurrency: EUR\nprices: [{item: EX-PUMP, price: 30}]\n" {
		t.Errorf("stored %q, %v", stored.Source["k.yaml"], err)
	}
	q := s.quote("EUR", catalog.Product{Item: "EX-PUMP"})
	q.Request.Customer.Code = acme.String()
	priced, err := s.PriceQuote(t.Context(), s.rep.Tenant, q)
	if err != nil || priced.Price.Lines[0].UnitNet.String() != "30" {
		t.Errorf("under the contract: %+v, %v", priced.Price.Lines, err)
	}
	for _, number := range []string{"vat:FR32 123 456 782", "registration:123456782"} {
		published, err := s.Publish(t.Context(), s.admin, contract(number))
		if err != nil {
			t.Errorf("%s: %v", number, err)
			continue
		}
		if stored, err := s.Publication(t.Context(), s.admin, catalog.ContractKind, "K-7", published.Version); err != nil || !strings.Contains(stored.Source["k.yaml"], "customer: "+acme.String()+"\n") {
			t.Errorf("%s: stored %q, %v", number, stored.Source["k.yaml"], err)
		}
	}
	for name, what := range map[string]string{"vat:FR99": `0 customers have the VAT number "FR99"`, "vat:FR-TWICE": `2 customers have the VAT number "FR-TWICE"`,
		"registration:1": `0 customers have the registration number "1"`} {
		_, err := s.Publish(t.Context(), s.admin, contract(name))
		if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Position.Line == 0 || !strings.HasPrefix(issues[0].Message, what) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, name := range []string{"erp:4712", "crm:twice"} {
		_, err := s.Publish(t.Context(), s.admin, contract(name))
		if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Kind != "unknown-customer" || issues[0].Position.Line == 0 || !strings.Contains(issues[0].Message, name[4:]) {
			t.Errorf("%s: %v", name, err)
		}
	}
	table := [][]string{{"item", "price", "customer"}, {"EX-PUMP", "34.9", ""}, {"EX-PUMP", "31", "erp:4711"}}
	draft, err := s.WithEntries(t.Context(), s.admin, "standard-usd", table, "en")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Publish(t.Context(), s.admin, draft); err != nil {
		t.Fatal(err)
	}
	rows, err := s.Entries(t.Context(), s.admin, "standard-usd", "")
	if err != nil || !strings.Contains(strings.Join(rows[1], ";")+strings.Join(rows[2], ";"), acme.String()) {
		t.Errorf("the table: %q, %v", rows, err)
	}
}
