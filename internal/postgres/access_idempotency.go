package postgres

import (
	"bytes"
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/idempotency"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Idempotency keeps the answers to requests with an Idempotency-Key; it
// implements idempotency.Runner.
type Idempotency struct {
	joined Joined
	now    func() time.Time
}

var _ idempotency.Runner = (*Idempotency)(nil)

// NewIdempotency returns a runner whose transactions all stores over joined
// take part in.
func NewIdempotency(joined Joined, now func() time.Time) *Idempotency {
	return &Idempotency{joined: joined, now: now}
}

// Once implements idempotency.Runner.
func (i *Idempotency) Once(ctx context.Context, r idempotency.Request, fn func(ctx context.Context) (idempotency.Answer, error)) (answer idempotency.Answer, replayed bool, err error) {
	err = i.joined.together(ctx, r.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		var free bool
		if err := tx.QueryRow(ctx, query("idempotency_lock"), r.Tenant, r.Principal, r.Route, r.Key).Scan(&free); err != nil {
			return err
		}
		if !free {
			return fault.New(fault.Conflict, "idempotency-in-flight", "a request with this Idempotency-Key is still running; try again")
		}
		answer, replayed, err = readAnswer(ctx, tx, r)
		if err != nil || replayed {
			return err
		}
		if answer, err = fn(ctx); err != nil {
			return err
		}
		_, err = tx.Exec(ctx, query("idempotency_insert"), r.Tenant, r.Principal, r.Route, r.Key, r.Fingerprint[:],
			answer.Status, text(answer.Headers), answer.Body, i.now())
		return err
	})
	return answer, replayed, err
}

// errTried ends a transaction that is only a try.
var errTried = errors.New("tried")

// Try implements idempotency.Runner.
func (i *Idempotency) Try(ctx context.Context, tenant identity.ID, fn func(ctx context.Context) (idempotency.Answer, error)) (answer idempotency.Answer, err error) {
	err = i.joined.together(ctx, tenant, func(ctx context.Context, _ pgx.Tx) error {
		if answer, err = fn(ctx); err != nil {
			return err
		}
		return errTried
	})
	if errors.Is(err, errTried) {
		return answer, nil
	}
	return answer, err
}

func readAnswer(ctx context.Context, tx pgx.Tx, r idempotency.Request) (answer idempotency.Answer, found bool, err error) {
	var fingerprint []byte
	err = tx.QueryRow(ctx, query("idempotency_read"), r.Tenant, r.Principal, r.Route, r.Key).
		Scan(&fingerprint, &answer.Status, &answer.Headers, &answer.Body)
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return answer, false, nil
	case err != nil:
		return answer, false, err
	case !bytes.Equal(fingerprint, r.Fingerprint[:]):
		return answer, false, fault.New(fault.Invalid, "idempotency-key-reused",
			"this Idempotency-Key was used for another request; take a fresh one")
	}
	return answer, true, nil
}
