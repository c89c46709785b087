package kpi

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Receipt is what an answer can be recomputed and checked from: the log is
// append-only, so the same receipt gives the same figures next year.
type Receipt struct {
	Metric    string    `json:"metric"`
	Version   int       `json:"version"`
	Query     Query     `json:"query"`
	AsOf      time.Time `json:"as_of"`
	Watermark int64     `json:"watermark"`
	K         int64     `json:"k"`
	N         int64     `json:"n"`
	// Hash is the hex SHA-256 of the canonical JSON of the fields above, of
	// who could see what, and of every figure.
	Hash string `json:"hash"`
}

func newReceipt(p plan, m Metric, watermark int64, a Answer) (Receipt, error) {
	r := Receipt{Metric: m.ID, Version: m.Version, Query: p.query, AsOf: p.asOf, Watermark: watermark}
	r.Query.Metrics, r.Query.AsOf = []string{m.ID}, p.asOf
	for _, f := range a.Figures {
		r.K += f.K
		r.N += f.N
	}
	canonical, err := json.Marshal(struct {
		Receipt  Receipt
		Scope    Scope
		Figures  []Figure
		Compared []Figure
	}{r, p.scope, a.Figures, a.Compared})
	if err != nil {
		return Receipt{}, fmt.Errorf("encode receipt: %w", err)
	}
	sum := sha256.Sum256(canonical)
	r.Hash = hex.EncodeToString(sum[:])
	return r, nil
}

// Verification is the outcome of recomputing a receipt.
type Verification struct {
	// Same is true when the log still gives the figures the receipt was made
	// of, to someone who may see the same quotes.
	Same bool `json:"same"`
	// Receipt is that of the figures computed now.
	Receipt Receipt  `json:"receipt"`
	Figures []Figure `json:"figures"`
}

// Verify recomputes the figures of a receipt from what was known at its as-of
// instant. It fails with Conflict when the definition has changed since.
func (s *Service) Verify(ctx context.Context, actor identity.Actor, r Receipt) (Verification, error) {
	metric, err := s.metrics.Find(r.Metric)
	if err != nil {
		return Verification{}, err
	}
	if metric.Version != r.Version {
		return Verification{}, fault.New(fault.Conflict, "metric-changed",
			"the receipt is of version %d of %q, which is now version %d", r.Version, r.Metric, metric.Version)
	}
	q := r.Query
	q.Metrics, q.AsOf = []string{r.Metric}, r.AsOf
	result, err := s.Query(ctx, actor, q)
	if err != nil {
		return Verification{}, err
	}
	now := result.Answers[0]
	return Verification{Same: now.Receipt.Hash == r.Hash, Receipt: now.Receipt, Figures: now.Figures}, nil
}
