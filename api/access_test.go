package api_test

import (
	"context"
	"flag"
	"fmt"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/pgtest"
)

var update = flag.Bool("update", false, "write the golden files")

// accessFile is the table of who gets what from each operation.
const accessFile = "testdata/access.txt"

// callers are the columns of the table. The requests are those that the right
// person would have done: what is refused is refused because of who asks.
var callers = []string{"owner", "team", "other", "approver", "desk", "manager", "key", "keyless", "foreign", "nobody", "ended", "expired"}

// Every operation of the contract, asked for by everybody, against the table
// that a reviewer reads. Changes are tried only (validate_only), so that each
// caller meets the same state.
func TestWhoGetsWhat(t *testing.T) {
	t.Parallel()
	s := newStage(t)
	other := s.otherCompany()
	settings, err := s.quotes.Settings(context.Background(), s.root)
	if err != nil {
		t.Fatal(err)
	}
	settings.Version = 0
	if _, err := s.quotes.SaveSettings(context.Background(), other.root, settings); err != nil {
		t.Fatal(err)
	}
	people := map[string]*client{"owner": s.people["owner"], "team": s.people["teammate"], "other": s.people["stranger"], "approver": s.people["approver"],
		"desk": s.people["desk"], "manager": s.people["manager"], "keyless": s.key("scopes of nothing here", identity.SeeCost),
		"foreign": other.user("Foreign", identity.Roles()...), "nobody": s.anybody()}
	people["ended"], people["expired"] = s.outOfDate(t)
	forged := s.anybody()
	forged.bearer = "qk_" + strings.Repeat("A", 43)
	forged.get("/v1/me").want(http.StatusUnauthorized)
	keys := map[string]*client{}
	want := readAccess(t)
	var table strings.Builder
	fmt.Fprintf(&table, "%-22s %s\n", "operation", strings.Join(callers, " "))
	for _, a := range s.requests() {
		if a.open || a.id == "signOut" {
			continue
		}
		if a.tries {
			a.query = maps.Clone(a.query)
			a.query.Set("validate_only", "true")
		}
		row := make([]string, len(callers))
		for n, name := range callers {
			c := people[name]
			if name == "key" {
				c = s.scoped(keys, a)
			}
			row[n] = fmt.Sprint(a.send(c.in(t)).status)
			a.mustBe(t, name, row[n])
		}
		got := strings.Join(row, " ")
		fmt.Fprintf(&table, "%-22s %s\n", a.id, got)
		if want[a.id] != got && !*update {
			t.Errorf("%s: %s\n%40s: %s (%s)", a.id, got, "the table says", want[a.id], strings.Join(callers, " "))
		}
	}
	if *update {
		if err := os.WriteFile(accessFile, []byte(table.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// mustBe is what holds whatever the table says.
func (a attempt) mustBe(t *testing.T, caller, status string) {
	t.Helper()
	needsNothing := slices.ContainsFunc(a.scopes, func(s []string) bool { return len(s) == 0 })
	var allowed []string
	switch {
	case slices.Contains([]string{"nobody", "ended", "expired"}, caller):
		allowed = []string{"401"}
	case caller == "keyless" && (a.people || !needsNothing):
		allowed = []string{"403"}
	case caller == "foreign" && a.named:
		allowed = []string{"404"}
	case caller == "other" && a.family:
		allowed = []string{"403", "404"}
	}
	if allowed != nil && !slices.Contains(allowed, status) {
		t.Errorf("%s answers %s with %s", a.id, caller, status)
	}
}

// scoped is an API key that may read, and has the scopes of the operation's
// first way in.
func (s *stage) scoped(keys map[string]*client, a attempt) *client {
	s.t.Helper()
	scopes := []identity.Permission{identity.ReadQuotes, identity.ReadOrders} // to see what it acts on
	if len(a.scopes) > 0 {
		for _, name := range a.scopes[0] {
			if p := identity.Permission(name); !slices.Contains(scopes, p) {
				scopes = append(scopes, p)
			}
		}
	}
	name := fmt.Sprint(scopes)
	if keys[name] == nil {
		keys[name] = s.key("ERP "+name, scopes...)
	}
	return keys[name]
}

// outOfDate are a person whose session has ended and an API key that has
// expired.
func (s *stage) outOfDate(t *testing.T) (person, machine *client) {
	t.Helper()
	person = s.user("Gone", identity.Rep)
	_, secret, err := s.auth.AddKey(context.Background(), s.root, "Old ERP", []identity.Permission{identity.ReadQuotes, identity.WriteQuotes}, time.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	machine = s.anybody()
	machine.bearer = secret
	machine.get("/v1/me").want(http.StatusOK)
	conn := pgtest.Admin(t, s.dsn)
	for _, statement := range []string{
		"update session set expires_at = now() - interval '1 hour' where user_id = (select user_id from user_account where email like 'gone@%')",
		"update api_key set expires_at = now() - interval '1 hour' where name = 'Old ERP'",
	} {
		if _, err := conn.Exec(t.Context(), statement); err != nil {
			t.Fatal(err)
		}
	}
	return person, machine
}

// readAccess reads the table by operation.
func readAccess(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile(accessFile)
	if err != nil && !*update {
		t.Fatal(err)
	}
	out := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if operation, row, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			out[operation] = strings.TrimSpace(row)
		}
	}
	return out
}
