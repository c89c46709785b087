package postgres_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/pgtest"
)

// Ids, decimals and days come back from PostgreSQL as they went there, alone,
// in lists, as NULL, and where the column is text.
func TestWhatIsSentComesBack(t *testing.T) {
	t.Parallel()
	db := pgtest.New(t)
	tenant := pgtest.Tenant(t, db)
	rapid.Check(t, func(r *rapid.T) {
		var id identity.ID
		copy(id[:], rapid.SliceOfN(rapid.Byte(), 16, 16).Draw(r, "id"))
		d := money.New(rapid.Int64().Draw(r, "digits"), rapid.Int32Range(-18, 12).Draw(r, "exponent"))
		day := civil.FromDays(rapid.IntRange(-700_000, 2_900_000).Draw(r, "day"))
		type row struct {
			ID             identity.ID
			D              money.Decimal
			Day            civil.Date
			IDs            []identity.ID
			Ds             []money.Decimal
			Days           []civil.Date
			Text, TextD    string
			None           *money.Decimal
			NoDay          civil.Date
			Pointed        money.Decimal
			Wide, Computed money.Decimal
		}
		wide := d.Mul(d)
		want := row{id, d, day, []identity.ID{id, identity.Nil}, []money.Decimal{d, {}}, []civil.Date{day}, id.String(), d.String(), nil, civil.Date{}, d, wide, d.Add(d)}
		var got row
		err := db.Tenant(t.Context(), tenant, func(ctx context.Context, tx pgx.Tx) error {
			return tx.QueryRow(ctx, `select $1::uuid, $2::numeric, $3::date, $4::uuid[], $5::numeric[], $6::date[], $7::text, $8::text, $9::numeric, $10::date,
				$11::numeric, $12::numeric, $2::numeric + $2::numeric`, id, d, day, want.IDs, want.Ds, want.Days, id, d, (*money.Decimal)(nil), civil.Date{}, &d, wide).
				Scan(&got.ID, &got.D, &got.Day, &got.IDs, &got.Ds, &got.Days, &got.Text, &got.TextD, &got.None, &got.NoDay, &got.Pointed, &got.Wide, &got.Computed)
		})
		if err != nil {
			r.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			r.Fatalf("(-sent +read):\n%s", diff)
		}
	})
}
