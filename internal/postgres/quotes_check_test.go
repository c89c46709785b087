package postgres_test

import (
	"slices"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/quotes"
)

// ordered is a desk with one ordered quote.
func ordered(t testing.TB) (*desk, quotes.RevisionView) {
	t.Helper()
	d := setup(t)
	v := d.accepted(t)
	must[quotes.Order](t)(d.Order(t.Context(), d.Desk, on(v), take(v.Lines[0].ID, "4")))
	return d, v
}

// What has been sent cannot be changed, not even by somebody at the database
// with the service's rights, nor by its owner.
func TestSentContentIsFrozen(t *testing.T) {
	t.Parallel()
	d, _ := ordered(t)
	conn := pgtest.Admin(t, d.dsn)
	for _, role := range []string{"quotient_app", "postgres"} {
		for name, sql := range map[string]string{
			"line":           "update quote_line set net = 1",
			"line removed":   "delete from quote_line",
			"line added":     "insert into quote_line select tenant_id, revision_id, gen_random_uuid(), 2, item, model, quantity, net, digest, doc from quote_line",
			"snapshot":       "update quote_snapshot set content = '{}'",
			"document":       "update quote_document set stored_at = now()",
			"bytes":          "update document_content set bytes = 'x'",
			"bytes removed":  "delete from document_content",
			"order line":     "update sales_order_line set quantity = 1",
			"too much taken": "update quote_balance set remaining = remaining - 100",
		} {
			t.Run(role+" "+name, func(t *testing.T) {
				err := pgx.BeginFunc(t.Context(), conn, func(tx pgx.Tx) error {
					if _, err := tx.Exec(t.Context(), "set local role "+role); err != nil {
						return err
					}
					if _, err := tx.Exec(t.Context(), "select set_config('app.tenant', $1, true)", d.Rep.Tenant.String()); err != nil {
						return err
					}
					_, err := tx.Exec(t.Context(), sql)
					return err
				})
				if err == nil {
					t.Errorf("%s was allowed: %s", role, sql)
				}
			})
		}
	}
	d.checked(t)
}

// The checker finds what somebody with all rights has tampered with.
func TestCheckFindsTampering(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		sql  string
		want []string
	}{
		"altered event":      {"update quote_audit set payload = replace(payload::text, 'quote.sent', 'quote.view')::json where type = 'quote.sent'", []string{"audit-chain", "state-history"}},
		"altered change":     {"update quote_audit set changes = '[{}]' where seq = 2", []string{"audit-chain"}},
		"removed last entry": {"delete from outbox where event_id in (select event_id from quote_audit where type = 'order.placed'); delete from quote_audit where type = 'order.placed'", []string{"audit-chain", "state-history"}},
		"state":              {"update quote_revision set state = 'sent'", []string{"leads", "ordered", "state-history"}},
		"balance":            {"update quote_balance set remaining = 5", []string{"balances"}},
		"snapshot":           {"update quote_snapshot set content = '{}'", []string{"snapshots"}},
		"document":           {"alter table document_content drop constraint document_content_check; update document_content set bytes = 'x'", []string{"document_bytes"}},
		"line":               {`update quote_line set doc = jsonb_set(doc, '{price,tcv}', '"1"')`, []string{"totals"}},
		"order":              {"update sales_order set one_off = 1", []string{"order_totals"}},
		"number":             {"update quote_counter set last = 7 where series = 'order'", []string{"numbers"}},
		"outbox":             {"delete from outbox where type = 'quote.sent'", []string{"outbox"}},
		"fact":               {"delete from quote_fact", []string{"facts"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d, _ := ordered(t)
			conn := pgtest.Admin(t, d.dsn)
			if _, err := conn.Exec(t.Context(), "set session_replication_role = replica; "+c.sql); err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range must[[]quotes.Finding](t)(d.store.Check(t.Context(), d.Rep.Tenant)) {
				got = append(got, f.Check)
			}
			slices.Sort(got)
			if got = slices.Compact(got); !slices.Equal(got, c.want) {
				t.Errorf("found %v, want %v", got, c.want)
			}
		})
	}
}
