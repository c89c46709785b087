package postgres

import (
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgtype"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// useWireForms has ids, decimals and days sent in PostgreSQL's binary form.
// Without it each is written as text, refused, parsed and written again, which
// is a third of what recording a transition takes.
func useWireForms(types *pgtype.Map) {
	forms := []pgtype.TryWrapEncodePlanFunc{
		wireForm(func(id identity.ID) any { return pgtype.UUID{Bytes: id, Valid: true} }),
		wireForm(func(d money.Decimal) any { return numeric(d) }),
		wireForm(func(d civil.Date) any {
			return pgtype.Date{Time: d.Midnight(time.UTC), Valid: !d.IsZero()}
		}),
	}
	types.TryWrapEncodePlanFuncs = append(forms, types.TryWrapEncodePlanFuncs...)
}

// wireForm encodes a T as the value that form makes of it.
func wireForm[T any](form func(T) any) pgtype.TryWrapEncodePlanFunc {
	return func(value any) (pgtype.WrappedEncodePlanNextSetter, any, bool) {
		v, ok := value.(T)
		if !ok {
			return nil, nil, false
		}
		return &wirePlan[T]{form: form}, form(v), true
	}
}

type wirePlan[T any] struct {
	form func(T) any
	next pgtype.EncodePlan
}

func (p *wirePlan[T]) SetNext(next pgtype.EncodePlan) { p.next = next }

func (p *wirePlan[T]) Encode(value any, buf []byte) ([]byte, error) {
	return p.next.Encode(p.form(value.(T)), buf)
}

// numeric is a decimal that knows its binary form.
type numeric money.Decimal

// NumericValue implements pgtype.NumericValuer.
func (n numeric) NumericValue() (pgtype.Numeric, error) {
	d := money.Decimal(n)
	if _, err := d.Value(); err != nil {
		return pgtype.Numeric{}, err
	}
	whole, places, _ := strings.Cut(d.String(), ".")
	digits, ok := new(big.Int).SetString(whole+places, 10)
	if !ok {
		return pgtype.Numeric{}, fmt.Errorf("the decimal %s cannot be written", d)
	}
	return pgtype.Numeric{Int: digits, Exp: -int32(len(places)), Valid: true}, nil
}
