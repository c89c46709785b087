// Package idempotency names the parts of a request that is carried out once,
// however often it is sent, or not at all but for its answer.
//
// A Runner carries a request out and keeps its answer in the same transaction,
// so there is never an effect without the answer or an answer without the
// effect. It is a convenience for callers: that nothing is ordered twice is
// guaranteed by the data's own constraints.
package idempotency

import (
	"context"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Keep is how long an answer is kept.
const Keep = 30 * 24 * time.Hour

// Request identifies one attempt of a caller.
type Request struct {
	// Tenant, Principal, Route and Key are the scope: the same key of somebody
	// else, or on another route, is another one.
	Tenant    identity.ID
	Principal identity.ID
	Route     string
	Key       string
	// Fingerprint is the SHA-256 of everything that makes the request what it
	// is; a different one under the same key is refused.
	Fingerprint [32]byte
}

// Answer is what the caller got, to be repeated byte for byte.
type Answer struct {
	Status  int
	Headers map[string]string
	Body    []byte
}

// Runner carries requests out once.
type Runner interface {
	// Once returns the kept answer and true, or runs fn in a transaction that
	// the stores called with fn's context take part in, keeps fn's answer and
	// commits. An error of fn undoes everything and leaves the key free.
	//
	// A key in use by a request that is still running is a Conflict fault of
	// the kind "idempotency-in-flight", and one with another fingerprint an
	// Invalid fault of the kind "idempotency-key-reused".
	Once(ctx context.Context, r Request, fn func(ctx context.Context) (Answer, error)) (Answer, bool, error)
	// Try runs fn in a transaction that the stores called with fn's context take
	// part in, and undoes everything it did: the answer is what would have been.
	Try(ctx context.Context, tenant identity.ID, fn func(ctx context.Context) (Answer, error)) (Answer, error)
}
