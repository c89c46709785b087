package pgtest_test

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/pgtest"
)

func TestNewIsMigratedAndBoundByRowSecurity(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	tenant := pgtest.Tenant(t, db)
	var role, name string
	err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, "select current_user, name from tenant").Scan(&role, &name)
	})
	if err != nil {
		t.Fatal(err)
	}
	if role != "quotient_app" || name == "" {
		t.Errorf("role %q, tenant %q", role, name)
	}
}

func TestEachTestHasItsOwnDatabase(t *testing.T) {
	t.Parallel()
	one, two := pgtest.New(t), pgtest.New(t)
	pgtest.Tenant(t, one)
	ids, err := two.TenantIDs(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(ids) != 0 {
		t.Errorf("the second database sees tenants of the first: %v", ids)
	}
	if ids, err = one.TenantIDs(t.Context()); err != nil || len(ids) != 1 {
		t.Errorf("the first database lists %v, %v", ids, err)
	}
}
