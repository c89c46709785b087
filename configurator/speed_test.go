//go:build unix

package configurator_test

import (
	"context"
	"io/fs"
	"math/rand/v2"
	"path"
	"slices"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/configurator/bench"
	"github.com/quotient-cpq/quotient/configurator/synthetic"
	"github.com/quotient-cpq/quotient/examples"
)

// processorTime is a clock that shows how long this process has been at work:
// on a shared machine that says more than the time of day.
func processorTime() time.Time {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return time.Time{}
	}
	return time.Unix(0, usage.Utime.Nano()+usage.Stime.Nano())
}

// BenchmarkClick measures random sessions over the examples and a generated
// model; b.N is the number of sessions.
func BenchmarkClick(b *testing.B) {
	generated := synthetic.Model(synthetic.Options{Attributes: 300, Rules: 1000, Components: 6, Seed: 1})
	click(b, fstest.MapFS{"synthetic-300x1000": {Data: []byte(generated)}}, "synthetic-300x1000")
	for _, name := range exampleFiles(b) {
		click(b, examples.Files, name)
	}
}

func click(b *testing.B, files fs.FS, name string) {
	b.Run(path.Base(name), func(b *testing.B) {
		start := processorTime()
		m, c := loadAndCompile(b, files, name)
		b.ReportMetric(float64(processorTime().Sub(start).Microseconds())/1000, "load-ms")
		o := bench.Options{Sessions: b.N, Clicks: 20, Seed: 1, Now: processorTime}
		r, err := bench.Run(context.Background(), bench.OfModel(m, c), o)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(r.First, "first-ms")
		b.ReportMetric(r.P50, "p50-ms")
		b.ReportMetric(r.P95, "p95-ms")
		b.ReportMetric(r.P99, "p99-ms")
		b.ReportMetric(r.Solves, "solves/click")
	})
}

// refusals are values that a few random picks have made impossible.
func refusals(b *testing.B, c *configurator.Compiled) (requests []configurator.Request, paths []string, values []configurator.Value) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 30 {
		var req configurator.Request
		for range 8 {
			s, err := c.State(context.Background(), req)
			if err != nil {
				b.Fatal(err)
			}
			var free []configurator.Pick
			for _, a := range s.Attributes {
				for _, v := range a.Values {
					switch {
					case v.Value.IsNone() || a.Context:
					case v.Status == configurator.Excluded:
						requests, paths, values = append(requests, req), append(paths, a.Path), append(values, v.Value)
					case v.Status == configurator.Available:
						free = append(free, configurator.Pick{Path: a.Path, Value: v.Value})
					}
				}
			}
			if len(free) == 0 {
				break
			}
			req.Picks = append(slices.Clone(req.Picks), free[random.IntN(len(free))])
		}
	}
	return requests, paths, values
}

// overRefusals measures one question about every refusal of every example and
// reports the 95th percentile of its processor time.
func overRefusals(b *testing.B, ask func(*configurator.Compiled, configurator.Request, string, configurator.Value) error) {
	for name, c := range exampleModels(b) {
		b.Run(name, func(b *testing.B) {
			requests, paths, values := refusals(b, c)
			if len(requests) == 0 {
				b.Skip("nothing is ever refused")
			}
			times := make([]time.Duration, 0, b.N)
			b.ResetTimer()
			for n := range b.N {
				i := n * 7919 % len(requests)
				before := processorTime()
				if err := ask(c, requests[i], paths[i], values[i]); err != nil {
					b.Fatal(err)
				}
				times = append(times, processorTime().Sub(before))
			}
			slices.Sort(times)
			b.ReportMetric(float64(times[len(times)*95/100].Microseconds())/1000, "p95-ms")
			b.ReportMetric(float64(times[len(times)-1].Microseconds())/1000, "max-ms")
		})
	}
}

func BenchmarkExplain(b *testing.B) {
	overRefusals(b, func(c *configurator.Compiled, req configurator.Request, path string, v configurator.Value) error {
		_, err := c.Explain(context.Background(), req, path, v)
		return err
	})
}

func BenchmarkRepair(b *testing.B) {
	overRefusals(b, func(c *configurator.Compiled, req configurator.Request, path string, v configurator.Value) error {
		_, err := c.Repair(context.Background(), req, path, v, 3)
		return err
	})
}
