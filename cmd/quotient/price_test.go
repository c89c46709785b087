package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/quotes"
)

const prices = "../../examples/prices/"

// edited writes an example file, changed, and returns its name.
func edited(t *testing.T, name string, pairs ...string) string {
	t.Helper()
	text, err := os.ReadFile(prices + name)
	if err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(out, []byte(strings.NewReplacer(pairs...).Replace(string(text))), 0o600); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPricesInFiles(t *testing.T) {
	t.Parallel()
	all := []string{prices + "eur.yaml", prices + "usd.yaml", prices + "taxes.yaml", prices + "rates.yaml"}
	if got := execute(t.Context(), append([]string{"price", "check"}, all...)...); got.code != 0 || !strings.Contains(got.stdout, "4 files fit together") {
		t.Errorf("check: %+v", got)
	}
	broken := edited(t, "eur.yaml", "price: 34.90", "prize: 34.90", "price: 39,", "price: x,")
	if got := execute(t.Context(), "price", "check", broken); got.code != 1 || strings.Count(got.stdout, "eur.yaml:") < 2 || !strings.Contains(got.stdout, `did you mean "price"`) {
		t.Errorf("mistakes: %+v", got)
	}
	changed := edited(t, "eur.yaml", "price: 34.90", "price: 36")
	if got := execute(t.Context(), "price", "diff", prices+"eur.yaml", changed); got.code != 0 || strings.Count(got.stdout, "\n") != 1 || !strings.HasPrefix(got.stdout, "~ entry EX-PUMP") {
		t.Errorf("diff: %+v", got)
	}
	if got := execute(t.Context(), "price", "diff", prices+"eur.yaml", prices+"taxes.yaml"); got.code != 1 || !strings.Contains(got.stderr, "not price documents of one kind") {
		t.Errorf("diff of two kinds: %+v", got)
	}
	request := filepath.Join(t.TempDir(), "request.yaml")
	if err := os.WriteFile(request, []byte("date: 2026-03-01\ncurrency: EUR\nseller: {country: FR}\nlines: [{id: a, item: {sku: EX-PUMP}, quantity: 3}]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := execute(t.Context(), "price", "run", request, "--language", "fr", "-w", changed, "-w", prices+"taxes.yaml"); got.code != 0 ||
		!strings.Contains(got.stdout, "a: 3 x 36 = 108") || !strings.Contains(got.stdout, "Prix catalogue") || !strings.Contains(got.stdout, "108 + 21.6 = 129.6 EUR") {
		t.Errorf("run: %+v", got)
	}
	stored := filepath.Join(t.TempDir(), "result.json")
	result := execute(t.Context(), "price", "run", request, "--json", "-w", changed, "-w", prices+"taxes.yaml")
	if err := os.WriteFile(stored, []byte(result.stdout), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := execute(t.Context(), "price", "run", request, "--against", stored, "-w", changed, "-w", prices+"taxes.yaml"); got.code != 0 || !strings.Contains(got.stdout, "the same, to the byte") {
		t.Errorf("replay: %+v", got)
	}
	if got := execute(t.Context(), "price", "run", request, "--against", stored, "-w", prices+"eur.yaml", "-w", prices+"taxes.yaml"); got.code != 1 || !strings.Contains(got.stdout, "/pins/book") {
		t.Errorf("replay with other prices: %+v", got)
	}
	if got := execute(t.Context(), "price", "run", request, "-w", prices+"usd.yaml"); got.code == 0 {
		t.Errorf("run without a book for the currency: %+v", got)
	}
}

// The documents of the guide are read, and the tests in them pass.
func TestTheGuideForPricingAdmins(t *testing.T) {
	t.Parallel()
	guide, err := os.ReadFile("../../docs/guide/pricing.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindAllStringSubmatch(string(guide), -1)
	if len(blocks) < 2 {
		t.Fatal("the guide shows no documents")
	}
	for n, block := range blocks {
		file := filepath.Join(t.TempDir(), fmt.Sprintf("block-%d.yaml", n))
		if err := os.WriteFile(file, []byte(block[1]), 0o600); err != nil {
			t.Fatal(err)
		}
		args := []string{"price", "check", file, prices + "taxes.yaml"}
		if strings.HasPrefix(block[1], "procedure:") {
			args = append(args, prices+"eur.yaml")
		}
		if got := execute(t.Context(), args...); got.code != 0 {
			t.Errorf("block %d: %+v", n, got)
		}
	}
}

func TestPricesOfACompany(t *testing.T) {
	t.Parallel()
	dsn := pgtest.DSN(t)
	db := pgtest.Open(t, dsn)
	tenant := pgtest.Tenant(t, db)
	price := func(args ...string) outcome {
		return execute(t.Context(), append(append([]string{"price"}, args...), "--dsn", dsn, "--company", tenant.String())...)
	}
	for _, name := range []string{"rates.yaml", "taxes.yaml", "eur.yaml"} {
		if got := price("publish", prices+name); got.code != 0 || !strings.Contains(got.stdout, "current") {
			t.Fatalf("publish %s: %+v", name, got)
		}
	}
	revision := draftWithAPump(t, db, tenant)

	dearer := edited(t, "eur.yaml", "price: 34.90", "price: 36")
	effect := price("effect", dearer)
	if effect.code != 0 || !strings.Contains(effect.stdout, "69.8 -> 72 EUR (2.2)") || !strings.Contains(effect.stdout, "list EX-PUMP 69.8 -> 72") ||
		!strings.Contains(effect.stdout, "1 of 1 open quotes change, 1 lines; 2.2 EUR") {
		t.Errorf("effect: %+v", effect)
	}
	if got := price("publish", "--check", dearer); got.code != 0 {
		t.Errorf("check: %+v", got)
	}
	if got := price("publish", dearer, "--json"); got.code != 0 || !strings.Contains(got.stdout, `"number": 2`) {
		t.Errorf("publish: %+v", got)
	}
	var versions []catalog.Publication
	if got := price("list", "price_book/standard-eur", "--json"); json.Unmarshal([]byte(got.stdout), &versions) != nil || len(versions) != 2 {
		t.Fatalf("list: %+v", got)
	}
	if got := price("restore", "price_book/standard-eur", versions[1].Version); got.code != 0 || !strings.Contains(got.stdout, "price_book/standard-eur 1 ") {
		t.Errorf("restore: %+v", got)
	}
	for _, ending := range []string{".csv", ".xlsx"} {
		file := filepath.Join(t.TempDir(), "table"+ending)
		if got := price("export", "standard-eur", file); got.code != 0 {
			t.Errorf("export %s: %+v", ending, got)
		}
		if got := price("import", "standard-eur", file, "--check"); got.code != 0 {
			t.Errorf("import %s: %+v", ending, got)
		}
	}
	wrong := filepath.Join(t.TempDir(), "wrong.csv")
	if err := os.WriteFile(wrong, []byte("item;price\nA;1 2\nB;x\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := price("import", "standard-eur", wrong, "--language", "fr"); got.code != 1 || strings.Count(got.stdout, "\n") != 2 {
		t.Errorf("import with mistakes: %+v", got)
	}
	if got := price("replay"); got.code != 0 || !strings.Contains(got.stdout, "1 the same, 0 different") {
		t.Errorf("replay: %+v", got)
	}
	if _, err := catalogOf(t, db).SaveItems(t.Context(), system(tenant), []catalog.Item{{SKU: "EX-PUMP", Name: lang.New("Pump", "Pompe"), TaxClass: "reduced"}}); err != nil {
		t.Fatal(err)
	}
	if got := price("replay", revision.String()); got.code != 0 || !strings.Contains(got.stdout, "1 the same") {
		t.Errorf("replay after a change of the item: %+v", got)
	}
	tamper := func(path, value string) {
		t.Helper()
		err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
			_, err := tx.Exec(ctx, "update quote_line set doc = jsonb_set(doc, $1::text[], to_jsonb($2::text))", path, value)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	tamper("{price,steps,0,amount}", "60")
	if got := price("replay", revision.String()); got.code != 1 || !strings.Contains(got.stdout, `: line 1, step "list": amount was 60, is 69.8`) {
		t.Errorf("replay of a step tampered with: %+v", got)
	}
	tamper("{price,steps,0,amount}", "69.8")
	tamper("{facts,item,tax_class}", "reduced")
	if got := price("replay", revision.String()); got.code != 1 || !strings.Contains(got.stdout, "has changed; line 1, step \"\": tax_rate was 20, is 5.5") {
		t.Errorf("replay of facts tampered with: %+v", got)
	}
	if got := execute(t.Context(), "price", "list", "--dsn", dsn, "--company", "nobody"); got.code != 1 {
		t.Errorf("no company: %+v", got)
	}
}

func catalogOf(t *testing.T, db *postgres.DB) *catalog.Service {
	t.Helper()
	s, err := newServices(db, postage{})
	if err != nil {
		t.Fatal(err)
	}
	return s.catalog
}

// draftWithAPump stores a draft of two pumps and returns its id.
func draftWithAPump(t *testing.T, db *postgres.DB, tenant identity.ID) identity.ID {
	t.Helper()
	s, err := newServices(db, postage{})
	if err != nil {
		t.Fatal(err)
	}
	settings := quotes.DefaultSettings()
	settings.Seller = quotes.Seller{Name: "Fontaine", Address: quotes.Address{Code: "seat", Country: "FR"}}
	if _, err := s.quotes.SaveSettings(t.Context(), system(tenant), settings); err != nil {
		t.Fatal(err)
	}
	if _, err := s.catalog.SaveItems(t.Context(), system(tenant), []catalog.Item{{SKU: "EX-PUMP", Name: lang.New("Pump", "Pompe")}}); err != nil {
		t.Fatal(err)
	}
	draft, err := s.quotes.Create(t.Context(), system(tenant), quotes.NewQuote{Prospect: "ACME", Lines: []quotes.NewLine{{Item: "EX-PUMP", Quantity: money.FromInt(2)}}})
	if err != nil {
		t.Fatal(err)
	}
	return draft.ID
}
