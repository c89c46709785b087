package api_test

import (
	"io"
	"net/http"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// loadRate is the requests a second of BenchmarkPriceUnderLoad.
const loadRate = 200

// POST /v1/price with 20 configured lines, sent at a fixed rate whether or not
// the answers have come: latencies count from the time at which a request was
// due, so that a service that falls behind cannot hide it.
//
//	go test ./api -run '^$' -bench PriceUnderLoad -benchtime 2000x
func BenchmarkPriceUnderLoad(b *testing.B) {
	w := newWorld(b)
	w.company()
	rep := w.user("Julie", identity.Rep)
	rep.http.Transport = &http.Transport{MaxIdleConnsPerHost: loadRate}
	body := object{"lines": w.quoteOf(20)["lines"]}
	rep.post("/v1/price", body).want(http.StatusOK)

	took := make([]time.Duration, b.N)
	failed := make([]bool, b.N)
	var all sync.WaitGroup
	start := time.Now()
	b.ResetTimer()
	for n := range b.N {
		due := start.Add(time.Duration(n) * time.Second / loadRate)
		time.Sleep(time.Until(due))
		all.Go(func() {
			req, err := rep.request(http.MethodPost, "/v1/price", body)
			if err != nil {
				failed[n] = true
				return
			}
			resp, err := rep.http.Do(req)
			if err != nil {
				failed[n] = true
				return
			}
			_, _ = io.Copy(io.Discard, resp.Body)
			_ = resp.Body.Close()
			took[n], failed[n] = time.Since(due), resp.StatusCode != http.StatusOK
		})
	}
	all.Wait()
	if slices.Contains(failed, true) {
		b.Fatal("a request failed")
	}
	slices.Sort(took)
	at := func(share float64) float64 { return float64(took[int(share*float64(b.N-1))].Microseconds()) / 1000 }
	b.ReportMetric(at(0.50), "p50-ms")
	b.ReportMetric(at(0.99), "p99-ms")
	b.ReportMetric(float64(b.N)/time.Since(start).Seconds(), "requests/s")
}
