package kpi

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"
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

func newReceipt(p plan, m Metric, watermark int64, figures []Figure) (Receipt, error) {
	r := Receipt{Metric: m.ID, Version: m.Version, Query: p.query, AsOf: p.asOf, Watermark: watermark}
	r.Query.Metrics, r.Query.AsOf = []string{m.ID}, p.asOf
	for _, f := range figures {
		r.K += f.K
		r.N += f.N
	}
	canonical, err := json.Marshal(struct {
		Receipt Receipt
		Scope   Scope
		Figures []Figure
	}{r, p.scope, figures})
	if err != nil {
		return Receipt{}, fmt.Errorf("encode receipt: %w", err)
	}
	sum := sha256.Sum256(canonical)
	r.Hash = hex.EncodeToString(sum[:])
	return r, nil
}
