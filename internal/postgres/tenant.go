package postgres

import (
	"context"
	"encoding/json"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Tenant is one company that sells.
type Tenant struct {
	ID   identity.ID
	Name string
	// Country and BaseCurrency are ISO 3166-1 alpha-2 and ISO 4217 codes.
	Country, BaseCurrency string
	// TimeZone is the IANA name of the zone whose days count.
	TimeZone string
	// Languages are those it sells in, the default first.
	Languages []string
}

// CreateTenant adds a company. One that exists is a Conflict fault.
func (db *DB) CreateTenant(ctx context.Context, t Tenant, now time.Time) error {
	if _, err := time.LoadLocation(t.TimeZone); err != nil || t.TimeZone == "" {
		return fault.New(fault.Invalid, "unknown-time-zone", "%q is not the name of a time zone, such as Europe/Paris", t.TimeZone)
	}
	return db.Tenant(ctx, t.ID, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query("tenant_insert"), t.ID, t.Name, t.Country, t.BaseCurrency, t.TimeZone, t.Languages, now)
		return err
	})
}

// SaveTenantMark notes a value under a name with the company, for programs
// that must know later what they did.
func (db *DB) SaveTenantMark(ctx context.Context, tenant identity.ID, name string, value any) error {
	content, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query("tenant_mark_save"), tenant, name, string(content))
		return err
	})
}

// TenantMark reads what SaveTenantMark noted into value, and reports whether
// there was anything.
func (db *DB) TenantMark(ctx context.Context, tenant identity.ID, name string, value any) (bool, error) {
	var content []byte
	err := db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, query("tenant_mark"), tenant, name).Scan(&content)
	})
	if err != nil || content == nil {
		return false, err
	}
	return true, json.Unmarshal(content, value)
}
