package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// Catalog stores items and publications; it implements catalog.Store.
type Catalog struct {
	db  Transactor
	now func() time.Time
}

var _ catalog.Store = (*Catalog)(nil)

// NewCatalog returns the catalogue's store. now stamps changes.
func NewCatalog(db Transactor, now func() time.Time) *Catalog { return &Catalog{db: db, now: now} }

// CustomersByExternalID implements catalog.Store.
func (c *Catalog) CustomersByExternalID(ctx context.Context, tenant identity.ID, system, id string) (found []identity.ID, err error) {
	err = c.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		found, err = named(ctx, tx, tenant, "customer", quotes.ExternalTerm(system, id))
		return err
	})
	return found, err
}

// CustomersByNumber implements catalog.Store.
func (c *Catalog) CustomersByNumber(ctx context.Context, tenant identity.ID, number catalog.Number, value string) (found []identity.ID, err error) {
	field := map[catalog.Number]string{catalog.VATNumber: "vat_number", catalog.RegistrationNumber: "registration_number"}[number]
	err = c.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("customers_by_number"), tenant, field, value)
		if err != nil {
			return err
		}
		uuids, err := pgx.CollectRows(rows, pgx.RowTo[identity.ID])
		found = ids(uuids)
		return err
	})
	return found, err
}

// SaveItems implements catalog.Store.
func (c *Catalog) SaveItems(ctx context.Context, tenant identity.ID, items []catalog.Item) ([]catalog.Item, error) {
	skus := make([]string, len(items))
	var saved []catalog.Item
	err := c.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		batch := &pgx.Batch{}
		for n, i := range items {
			skus[n] = i.SKU
			batch.Queue(query("item_save"), tenant, identity.NewID(), i.SKU, text(i.Name), text(i.Description), i.Unit,
				i.QuantityPrecision, i.Family, i.TaxClass, i.Weight, i.LeadTimeDays, i.Discountable, i.Image,
				text(i.ExternalIDs), c.now())
		}
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		var err error
		saved, err = readItems(ctx, tx, "items_by_sku", tenant, skus)
		return err
	})
	return saved, err
}

// text keeps an absent map from being stored as JSON null.
func text[M ~map[string]string](m M) M {
	if m == nil {
		return M{}
	}
	return m
}

// ItemsBySKU implements catalog.Store.
func (c *Catalog) ItemsBySKU(ctx context.Context, tenant identity.ID, skus []string) ([]catalog.Item, error) {
	return c.items(ctx, "items_by_sku", tenant, skus)
}

// Items implements catalog.Store.
func (c *Catalog) Items(ctx context.Context, tenant identity.ID, search, after string, limit int) ([]catalog.Item, error) {
	return c.items(ctx, "items_page", tenant, after, search, limit)
}

func (c *Catalog) items(ctx context.Context, name string, tenant identity.ID, args ...any) (items []catalog.Item, err error) {
	err = c.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		items, err = readItems(ctx, tx, name, tenant, args...)
		return err
	})
	return items, err
}

func readItems(ctx context.Context, tx pgx.Tx, name string, tenant identity.ID, args ...any) ([]catalog.Item, error) {
	rows, err := tx.Query(ctx, query(name), append([]any{tenant}, args...)...)
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (i catalog.Item, err error) {
		err = row.Scan(&i.ID, &i.SKU, &i.Name, &i.Description, &i.Unit, &i.QuantityPrecision, &i.Family, &i.TaxClass,
			&i.Weight, &i.LeadTimeDays, &i.Discountable, &i.Image, &i.ExternalIDs, &i.Version, &i.UpdatedAt)
		return i, err
	})
}

// Publish implements catalog.Store.
func (c *Catalog) Publish(ctx context.Context, p catalog.Publication) (out catalog.Publication, err error) {
	err = c.db.Tenant(ctx, p.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		batch := &pgx.Batch{}
		batch.Queue(query("publication_lock"), p.Tenant, p.Kind, p.Code)
		batch.Queue(query("publication_insert"), p.Tenant, p.Kind, p.Code, p.Version, text(p.Label), p.Entry, p.Source,
			p.PublishedAt, p.PublishedBy)
		batch.Queue(query("publication_make_current"), p.Tenant, p.Kind, p.Code, p.Version)
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		out, err = readPublication(ctx, tx, p.Tenant, p.Ref())
		return err
	})
	return out, err
}

// Publication implements catalog.Store.
func (c *Catalog) Publication(ctx context.Context, tenant identity.ID, kind catalog.Kind, code, version string) (out catalog.Publication, err error) {
	err = c.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		out, err = readPublication(ctx, tx, tenant, catalog.Ref{Kind: kind, Code: code, Version: version})
		return err
	})
	return out, err
}

func readPublication(ctx context.Context, tx pgx.Tx, tenant identity.ID, ref catalog.Ref) (catalog.Publication, error) {
	rows, err := tx.Query(ctx, query("publication_read"), tenant, ref.Kind, ref.Code, ref.Version)
	if err != nil {
		return catalog.Publication{}, err
	}
	p, err := pgx.CollectExactlyOneRow(rows, scanPublication(tenant))
	if errors.Is(err, pgx.ErrNoRows) {
		return p, noPublication(ref)
	}
	return p, err
}

func noPublication(ref catalog.Ref) error {
	return fault.New(fault.NotFound, "publication-not-found", "no %s %q is published in this version", ref.Kind, ref.Code)
}

// Heads implements catalog.Store.
func (c *Catalog) Heads(ctx context.Context, tenant identity.ID, refs []catalog.Ref) (out []catalog.Publication, err error) {
	kinds, codes, versions := make([]string, len(refs)), make([]string, len(refs)), make([]string, len(refs))
	for n, r := range refs {
		kinds[n], codes[n], versions[n] = string(r.Kind), r.Code, r.Version
	}
	out, err = c.heads(ctx, "publication_heads", tenant, kinds, codes, versions)
	for n, r := range refs {
		if err == nil && (n >= len(out) || out[n].Kind != r.Kind || out[n].Code != r.Code) {
			return nil, noPublication(r)
		}
	}
	return out, err
}

func scanPublication(tenant identity.ID) pgx.RowToFunc[catalog.Publication] {
	return func(row pgx.CollectableRow) (catalog.Publication, error) {
		p := catalog.Publication{Tenant: tenant}
		err := row.Scan(&p.Kind, &p.Code, &p.Version, &p.Number, &p.Label, &p.Entry, &p.Source, &p.Current,
			&p.PublishedAt, &p.PublishedBy, &p.WithdrawnAt)
		return p, err
	}
}

// Publications implements catalog.Store.
func (c *Catalog) Publications(ctx context.Context, tenant identity.ID, kind catalog.Kind, code string) ([]catalog.Publication, error) {
	if code == "" {
		return c.heads(ctx, "publications_current", tenant, kind)
	}
	return c.heads(ctx, "publications_of_code", tenant, kind, code)
}

// Current implements catalog.Store.
func (c *Catalog) Current(ctx context.Context, tenant identity.ID) ([]catalog.Publication, error) {
	return c.heads(ctx, "publications_all_current", tenant)
}

func (c *Catalog) heads(ctx context.Context, name string, tenant identity.ID, args ...any) (out []catalog.Publication, err error) {
	err = c.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query(name), append([]any{tenant}, args...)...)
		if err != nil {
			return err
		}
		out, err = pgx.CollectRows(rows, scanPublication(tenant))
		return err
	})
	return out, err
}

// Withdraw implements catalog.Store.
func (c *Catalog) Withdraw(ctx context.Context, tenant identity.ID, ref catalog.Ref) (out catalog.Publication, err error) {
	err = c.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		batch := &pgx.Batch{}
		batch.Queue(query("publication_lock"), tenant, ref.Kind, ref.Code)
		batch.Queue(query("publication_withdraw"), tenant, ref.Kind, ref.Code, ref.Version, c.now())
		batch.Queue(query("publication_unset_current"), tenant, ref.Kind, ref.Code, ref.Version)
		batch.Queue(query("publication_fall_back"), tenant, ref.Kind, ref.Code)
		if err := tx.SendBatch(ctx, batch).Close(); err != nil {
			return err
		}
		out, err = readPublication(ctx, tx, tenant, ref)
		return err
	})
	return out, err
}
