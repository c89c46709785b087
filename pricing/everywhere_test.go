package pricing_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/pricing"
)

// TestResultsAreTheSameEverywhere hashes the results of random quotes and
// compares with the digest of the present semantics: on every machine, and
// compiled to WebAssembly, the same request has the same bytes. A change that
// moves the digest on purpose raises pricing.Semantics.
func TestResultsAreTheSameEverywhere(t *testing.T) {
	t.Parallel()
	const golden = "testdata/results.sha256"
	h := sha256.New()
	for seed := range uint64(40) {
		r := newRandom(9_000_000 + seed)
		p, err := pricing.Compile(r.set())
		if err != nil {
			t.Fatal(err)
		}
		for range 10 {
			h.Write(p.Price(r.request()).JSON())
		}
	}
	got := hex.EncodeToString(h.Sum(nil))
	if *update {
		if err := os.WriteFile(golden, []byte(got+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.TrimSpace(string(want)) {
		t.Errorf("results have other bytes than those of semantics %d: digest %s", pricing.Semantics, got)
	}
}
