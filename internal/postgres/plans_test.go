package postgres_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// Row security keeps PostgreSQL from using an index for a condition that might
// leak what it hides (a coalesce, a function); such a query reads all rows of
// the tenant at each call, which nobody notices while they are few. No query
// may look for a key other than by an index on it.
func TestEveryQueryFindsKeysByIndex(t *testing.T) {
	t.Parallel()
	conn := pgtest.Admin(t, pgtest.DSN(t))
	fillEveryTable(t, conn, 2000, identity.NewID(), identity.NewID())
	if _, err := conn.Exec(t.Context(), `analyze; set plan_cache_mode = force_generic_plan;
		set role quotient_app; select set_config('app.tenant', gen_random_uuid()::text, false)`); err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(postgres.Statements())) {
		if strings.HasPrefix(name, "check_") {
			continue // an audit reads everything
		}
		for _, found := range plan(t, conn, name).unindexed() {
			t.Errorf("%s: %s", name, found)
		}
	}
}

// node is a node of a plan as EXPLAIN writes it.
type node struct {
	Type      string `json:"Node Type"`
	Relation  string `json:"Relation Name"`
	IndexCond string `json:"Index Cond"`
	Filter    string `json:"Filter"`
	Plans     []node `json:"Plans"`
}

// key is a condition on something that names one row.
var key = regexp.MustCompile(`\b(?:\w+_id|\w+_hash|sku|email|code|number) = `)

// unindexed returns where the plan reads all of a tenant's rows to find those
// with a key.
func (n node) unindexed() []string {
	var out []string
	cond := n.IndexCond
	for _, child := range n.Plans {
		if child.Type == "Bitmap Index Scan" {
			cond += child.IndexCond
		}
		out = append(out, child.unindexed()...)
	}
	if n.Relation == "" || strings.HasPrefix(n.Relation, "pg_") {
		return out
	}
	byTenant := slices.DeleteFunc(key.FindAllString(cond, -1), func(k string) bool { return k == "tenant_id = " })
	rest := slices.DeleteFunc(key.FindAllString(n.Filter, -1), func(k string) bool { return k == "tenant_id = " })
	// An optional condition of a list ("$5 is null or ...") is no search for a key.
	if len(byTenant) == 0 && len(rest) > 0 && !strings.Contains(n.Filter, " OR ") {
		out = append(out, fmt.Sprintf("%s on %s by %q finds %s", n.Type, n.Relation, cond, n.Filter))
	}
	return out
}

// plan explains a named query with its parameters unknown.
func plan(t *testing.T, conn *pgx.Conn, name string) node {
	t.Helper()
	prepared, err := conn.Prepare(t.Context(), name, postgres.Statements()[name])
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return node{}
	}
	arguments := ""
	if n := len(prepared.ParamOIDs); n > 0 {
		arguments = "(" + strings.TrimSuffix(strings.Repeat("null, ", n), ", ") + ")"
	}
	var text string
	sql := fmt.Sprintf("explain (format json) execute %s%s", pgx.Identifier{name}.Sanitize(), arguments)
	if err := conn.QueryRow(t.Context(), sql, pgx.QueryExecModeSimpleProtocol).Scan(&text); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if !strings.Contains(text, `"Plan"`) {
		return node{} // a lock has no plan
	}
	var plans []struct{ Plan node }
	if err := json.Unmarshal([]byte(text), &plans); err != nil {
		t.Errorf("%s: %v", name, err)
		return node{}
	}
	return plans[0].Plan
}
