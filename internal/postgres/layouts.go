package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// SaveTemplate implements quotes.Store.
func (q *Quotes) SaveTemplate(ctx context.Context, tenant identity.ID, t quotes.TemplateVersion) (quotes.TemplateVersion, error) {
	err := q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, query("template_lock"), tenant, t.Template.Code); err != nil {
			return err
		}
		return tx.QueryRow(ctx, query("template_insert"), tenant, t.Template.Code, text(t.Template.Name), t.Source, t.PublishedAt, t.PublishedBy).Scan(&t.Number)
	})
	return t, err
}

// Template implements quotes.Store.
func (q *Quotes) Template(ctx context.Context, tenant identity.ID, code string, number int) (t quotes.TemplateVersion, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		err := tx.QueryRow(ctx, query("template_read"), tenant, code, number).Scan(&t.Number, &t.Source, &t.PublishedAt, &t.PublishedBy)
		if err != nil {
			return notFound(err, "template-not-found", "document template")
		}
		return readTemplate(&t, code)
	})
	return t, err
}

// readTemplate parses the source, which was checked when it was published.
func readTemplate(t *quotes.TemplateVersion, code string) (err error) {
	if t.Template, err = layout.Parse(code+".yaml", []byte(t.Source)); err != nil {
		return fmt.Errorf("read document template %s, version %d: %w", code, t.Number, err)
	}
	return nil
}

// Templates implements quotes.Store.
func (q *Quotes) Templates(ctx context.Context, tenant identity.ID, code string) (all []quotes.TemplateVersion, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("templates"), tenant, code)
		if err != nil {
			return err
		}
		all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (t quotes.TemplateVersion, err error) {
			var of string
			if err := row.Scan(&of, &t.Number, &t.Source, &t.PublishedAt, &t.PublishedBy); err != nil {
				return t, err
			}
			err = readTemplate(&t, of)
			t.Source = ""
			return t, err
		})
		return err
	})
	return all, err
}

// SaveAsset implements quotes.Store.
func (q *Quotes) SaveAsset(ctx context.Context, tenant identity.ID, a quotes.Asset) (quotes.Asset, error) {
	err := q.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		batch := &pgx.Batch{}
		batch.Queue(query("quote_content_insert"), tenant, a.ID, a.Bytes)
		batch.Queue(query("asset_insert"), tenant, a.ID, a.MediaType, a.Name, a.CreatedAt, a.CreatedBy)
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		stored, err := readAssets(ctx, tx, tenant, []string{a.ID}, false)
		if err == nil && len(stored) == 1 {
			a = stored[0]
		}
		return err
	})
	return a, err
}

// Assets implements quotes.Store.
func (q *Quotes) Assets(ctx context.Context, tenant identity.ID, digests []string, bytes bool) (all []quotes.Asset, err error) {
	err = q.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		all, err = readAssets(ctx, tx, tenant, digests, bytes)
		return err
	})
	return all, err
}

func readAssets(ctx context.Context, tx pgx.Tx, tenant identity.ID, digests []string, bytes bool) ([]quotes.Asset, error) {
	name := "assets"
	if bytes {
		name = "assets_bytes"
	}
	rows, err := tx.Query(ctx, query(name), tenant, digests)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (a quotes.Asset, err error) {
		into := []any{&a.ID, &a.MediaType, &a.Name, &a.CreatedAt, &a.CreatedBy}
		if bytes {
			into = append(into, &a.Bytes)
		}
		return a, row.Scan(into...)
	})
}
