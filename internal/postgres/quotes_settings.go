package postgres

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// settingsCache holds the last settings read of each tenant. Every read asks
// the database whether they are still those, and for the content only when not.
type settingsCache struct{ byTenant sync.Map }

type heldSettings struct {
	etag identity.ID
	quotes.Settings
}

func (c *settingsCache) held(tenant identity.ID) heldSettings {
	if held, ok := c.byTenant.Load(tenant); ok {
		return held.(heldSettings)
	}
	return heldSettings{}
}

// scan reads a row of the query quote_settings, which was asked with the etag
// held; currency and zone are the tenant's own.
func (c *settingsCache) scan(tenant identity.ID, held heldSettings, row pgx.Row) (quotes.Settings, error) {
	var base money.Currency
	var zone string
	var etag *identity.ID
	var doc []byte
	var version int64
	var updated time.Time
	if err := row.Scan(&base, &zone, &etag, &doc, &version, &updated); err != nil {
		return quotes.Settings{}, err
	}
	read := held.Settings
	switch {
	case doc != nil:
		read = quotes.Settings{}
		if err := json.Unmarshal(doc, &read); err != nil {
			return read, err
		}
	case etag == nil:
		read = quotes.DefaultSettings()
	}
	read.Version, read.UpdatedAt, read.BaseCurrency, read.Zone = version, updated, base, zone
	if doc != nil {
		c.byTenant.Store(tenant, heldSettings{*etag, read})
	}
	return read, nil
}

// Settings implements quotes.Store.
func (q *Quotes) Settings(ctx context.Context, tenant identity.ID) (s quotes.Settings, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		held := q.settings.held(tenant)
		s, err = q.settings.scan(tenant, held, tx.QueryRow(ctx, query("quote_settings"), tenant, held.etag))
		return notFound(err, "tenant-not-found", "company")
	})
	return s, err
}

// SaveSettings implements quotes.Store.
func (q *Quotes) SaveSettings(ctx context.Context, tenant identity.ID, s quotes.Settings) (quotes.Settings, error) {
	doc, err := json.Marshal(s)
	if err != nil {
		return s, err
	}
	err = q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		err := tx.QueryRow(ctx, query("quote_settings_save"), tenant, doc, s.Version, s.UpdatedAt).Scan(&s.Version)
		if errors.Is(err, pgx.ErrNoRows) {
			return changed("settings")
		}
		if err != nil {
			return err
		}
		_, err = tx.Exec(ctx, query("quote_tenant_save"), tenant, s.BaseCurrency, s.Zone, s.UpdatedAt)
		return err
	})
	return s, err
}
