package configurator

import (
	"context"
	"math/rand/v2"
	"os"
	"sort"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
)

func TestZZR(t *testing.T) {
	for _, f := range []string{"bikes/city-bike.yaml", "bikes/cargo-bike.yaml", "conveyor/belt-conveyor.yaml"} {
		m, err := Load(os.DirFS("../examples"), f)
		if err != nil {
			t.Fatal(err)
		}
		s := time.Now()
		c, err := Compile(m, civil.MustParse("2026-01-01"))
		if err != nil {
			t.Fatal(err)
		}
		t.Log(f, "compile", time.Since(s))
		var took []time.Duration
		r := rand.New(rand.NewPCG(1, 2))
		for range 30 {
			var picks []Pick
			for range 12 {
				s := time.Now()
				st, err := c.State(context.Background(), Request{Picks: picks})
				if err != nil {
					t.Fatal(err)
				}
				took = append(took, time.Since(s))
				var cand []Pick
				for _, a := range st.Attributes {
					for _, v := range a.Values {
						if v.Status == Available {
							cand = append(cand, Pick{Path: a.Path, Op: Set, Value: v.Value})
						}
					}
					for _, iv := range a.Intervals {
						cand = append(cand, Pick{Path: a.Path, Op: Set, Value: iv.Min})
					}
				}
				if len(cand) == 0 {
					break
				}
				picks = append(picks, cand[r.IntN(len(cand))])
			}
		}
		sort.Slice(took, func(i, j int) bool { return took[i] < took[j] })
		n := len(took)
		t.Log(f, n, "p50", took[n/2], "p95", took[n*95/100], "max", took[n-1])
	}
}
