package postgres_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// Every query is valid for the tables that the migrations make.
func TestEveryQueryPrepares(t *testing.T) {
	t.Parallel()
	conn := pgtest.Admin(t, pgtest.DSN(t))
	if _, err := conn.Exec(t.Context(), "set role quotient_app"); err != nil {
		t.Fatal(err)
	}
	for name, text := range postgres.Statements() {
		t.Run(name, func(t *testing.T) {
			if _, err := conn.Prepare(t.Context(), name, text); err != nil {
				t.Error(err)
			}
		})
	}
}
