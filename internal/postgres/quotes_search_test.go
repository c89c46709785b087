package postgres_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/quotestest"
)

func TestQuotesAreFoundAndFiltered(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	other := quotestest.Customer()
	other.Name, other.ExternalIDs = "Société Générale de Déménagement", map[string]string{"erp": "C1"}
	other = must[quotes.Customer](t)(d.SaveCustomer(ctx, d.Rep, other))
	sent := d.sent(t)
	draft := d.draft(t, line("LOCK", "3"))
	theirs := must[quotes.RevisionView](t)(d.Create(ctx, d.Colleague, quotes.NewQuote{Customer: other.ID, Title: "Camions"}))
	d.clock.AdvanceDays(1)
	big, small := money.FromInt(1000), money.FromInt(999)
	for name, c := range map[string]struct {
		filter quotes.Filter
		want   []quotes.RevisionView
	}{
		"everything, newest update first": {quotes.Filter{}, []quotes.RevisionView{theirs, draft, sent}},
		"number":                          {quotes.Filter{Text: "Q-2026-000001"}, []quotes.RevisionView{sent}},
		"end of a number":                 {quotes.Filter{Text: "000001"}, []quotes.RevisionView{sent}},
		"title":                           {quotes.Filter{Text: "camion"}, []quotes.RevisionView{theirs}},
		"customer without accents":        {quotes.Filter{Text: "demenag societe"}, []quotes.RevisionView{theirs}},
		"no such word":                    {quotes.Filter{Text: "camion velos"}, nil},
		"a wildcard is no wildcard":       {quotes.Filter{Text: "%"}, []quotes.RevisionView{theirs, draft, sent}},
		"state":                           {quotes.Filter{States: []quotes.State{quotes.Draft}}, []quotes.RevisionView{theirs, draft}},
		"customer":                        {quotes.Filter{Customer: other.ID}, []quotes.RevisionView{theirs}},
		"owner":                           {quotes.Filter{Owner: d.Colleague.ID}, []quotes.RevisionView{theirs}},
		"product":                         {quotes.Filter{Product: "LOCK"}, []quotes.RevisionView{draft}},
		"at least":                        {quotes.Filter{MinTCV: &big}, []quotes.RevisionView{sent}},
		"at most":                         {quotes.Filter{MaxTCV: &small}, []quotes.RevisionView{theirs, draft}},
		"expiring":                        {quotes.Filter{ExpiringBefore: d.clock.Today().AddDays(40)}, []quotes.RevisionView{sent}},
		"not expiring":                    {quotes.Filter{ExpiringBefore: d.clock.Today().AddDays(3)}, nil},
		"sent since":                      {quotes.Filter{SentFrom: d.clock.Now().AddDate(0, 0, -2)}, []quotes.RevisionView{sent}},
		"updated since":                   {quotes.Filter{UpdatedFrom: d.clock.Now()}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			var got, want []identity.ID
			for _, s := range must[[]quotes.Summary](t)(d.Quotes(ctx, d.Rep, c.filter)) {
				got = append(got, s.ID)
			}
			for _, v := range c.want {
				want = append(want, v.Family)
			}
			slices.SortFunc(want, func(a, b identity.ID) int { return slices.Compare(b[:], a[:]) })
			slices.SortFunc(got, func(a, b identity.ID) int { return slices.Compare(b[:], a[:]) })
			if !slices.Equal(got, want) {
				t.Errorf("found %v, want %v", got, want)
			}
		})
	}
	d.clock.AdvanceDays(40)
	if found := must[[]quotes.Summary](t)(d.Quotes(ctx, d.Rep, quotes.Filter{States: []quotes.State{quotes.Expired}})); len(found) != 1 {
		t.Errorf("%d expired quotes before any job has recorded it", len(found))
	}
}

func TestQuotePagesMissNothing(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	want := map[identity.ID]bool{}
	for range 7 {
		want[d.draft(t).Family] = true // all at the same instant
	}
	var after quotes.Cursor
	for page := 0; ; page++ {
		found := must[[]quotes.Summary](t)(d.Quotes(ctx, d.Rep, quotes.Filter{After: after, Limit: 3}))
		for _, s := range found {
			if !want[s.ID] {
				t.Errorf("page %d repeats %s", page, s.ID)
			}
			delete(want, s.ID)
			after = quotes.Cursor{At: s.UpdatedAt, ID: s.ID}
		}
		if len(found) < 3 {
			break
		}
	}
	if len(want) > 0 {
		t.Errorf("%d quotes are on no page", len(want))
	}
}

func TestCustomersAreFoundByNameAndExternalID(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	for n := range 12 {
		c := quotestest.Customer()
		c.Name, c.ExternalIDs = fmt.Sprintf("Été %c", 'A'+n), map[string]string{"erp": fmt.Sprintf("C%d", n)}
		must[quotes.Customer](t)(d.SaveCustomer(ctx, d.Rep, c))
	}
	find := must[[]quotes.Customer](t)
	if found := find(d.Customers(ctx, d.Rep, quotes.CustomerFilter{System: "erp", ExternalID: "C1"})); len(found) != 1 || found[0].Name != "Été B" {
		t.Errorf("by external id: %v", found)
	}
	goods := postgres.NewCatalog(d.db, d.clock.Now)
	for id, want := range map[string]int{"C1": 1, "C": 0, "C99": 0} {
		if found, err := goods.CustomersByExternalID(ctx, d.Rep.Tenant, "erp", id); err != nil || len(found) != want {
			t.Errorf("a contract that names erp:%s finds %d customers, %v", id, len(found), err)
		}
	}
	numbered := quotestest.Customer()
	numbered.VATNumber, numbered.RegistrationNumber = "FR 32 123456782", "123 456 782"
	numbered = must[quotes.Customer](t)(d.SaveCustomer(ctx, d.Rep, numbered))
	for _, c := range []struct {
		number catalog.Number
		value  string
		found  bool
	}{{catalog.VATNumber, "fr32123456782", true}, {catalog.VATNumber, "FR 32 123 456 782", true}, {catalog.RegistrationNumber, "123456782", true},
		{catalog.VATNumber, "123456782", false}, {catalog.VATNumber, "FR32", false}, {catalog.VATNumber, "-", false}} {
		found, err := goods.CustomersByNumber(ctx, d.Rep.Tenant, c.number, c.value)
		if err != nil || (len(found) == 1 && found[0] == numbered.ID) != c.found {
			t.Errorf("a contract that names %s:%s finds %v, %v", c.number, c.value, found, err)
		}
	}
	if found := find(d.Customers(ctx, d.Rep, quotes.CustomerFilter{Text: "ete c11"})); len(found) != 1 || found[0].Name != "Été L" {
		t.Errorf("by words: %d found", len(found))
	}
	first := find(d.Customers(ctx, d.Rep, quotes.CustomerFilter{Text: "été", Limit: 5}))
	rest := find(d.Customers(ctx, d.Rep, quotes.CustomerFilter{Text: "été", Limit: 50, AfterName: first[4].Name, AfterID: first[4].ID}))
	if len(first) != 5 || len(rest) != 7 || rest[0].Name != "Été F" {
		t.Errorf("pages of %d and %d", len(first), len(rest))
	}
}

func TestRenamedCustomersQuotesAreFoundByTheNewName(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	v := d.draft(t)
	c := d.customer
	c.Name = "Cyclotopia"
	_, err := d.SaveCustomer(ctx, d.Rep, quotes.Customer{ID: c.ID, Name: "x"})
	wantCode(t, err, fault.PreconditionFailed)
	must[quotes.Customer](t)(d.SaveCustomer(ctx, d.Rep, c))
	if found := must[[]quotes.Summary](t)(d.Quotes(ctx, d.Rep, quotes.Filter{Text: "cyclo"})); len(found) != 1 || found[0].ID != v.Family {
		t.Errorf("by the new name: %v", found)
	}
	if found := must[[]quotes.Summary](t)(d.Quotes(ctx, d.Rep, quotes.Filter{Text: "rhône"})); len(found) != 0 {
		t.Errorf("by the old name: %v", found)
	}
}
