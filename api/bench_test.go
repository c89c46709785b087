package api_test

import (
	"io"
	"net/http"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// benchmark sends one request over and over, without reading the contract.
func benchmark(b *testing.B, c *client, method, path string, body any, headers func() []header) {
	b.Helper()
	b.ReportAllocs()
	for b.Loop() {
		req, err := c.request(method, path, body, headers()...)
		if err != nil {
			b.Fatal(err)
		}
		resp, err := c.http.Do(req)
		if err != nil {
			b.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, resp.Body)
		_ = resp.Body.Close()
		if resp.StatusCode >= http.StatusBadRequest {
			b.Fatalf("%s %s: %d", method, path, resp.StatusCode)
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "requests/s")
}

func none() []header { return nil }

// One client over a real connection and a real database:
//
//	GOMAXPROCS=1 go test ./api -run '^$' -bench .
func BenchmarkRequests(b *testing.B) {
	w := newWorld(b)
	w.company()
	rep := w.user("Julie", identity.Rep)
	created := rep.post("/v1/quotes", w.quoteOf(20), fresh()).want(http.StatusCreated)
	b.Run("configure", func(b *testing.B) {
		benchmark(b, rep, http.MethodPost, "/v1/models/city-bike/configure", object{"picks": cityBike, "reasons": true, "price": object{"currency": "EUR"}}, none)
	})
	b.Run("price", func(b *testing.B) {
		benchmark(b, rep, http.MethodPost, "/v1/price", object{"lines": list{object{"model": "city-bike", "picks": cityBike, "quantity": "3"}}}, none)
	})
	b.Run("read a quote of 20 lines", func(b *testing.B) {
		benchmark(b, rep, http.MethodGet, "/v1/revisions/"+created.text("id"), nil, none)
	})
	b.Run("list quotes", func(b *testing.B) {
		benchmark(b, rep, http.MethodGet, "/v1/quotes?limit=50", nil, none)
	})
	b.Run("create a quote of 1 line", func(b *testing.B) {
		benchmark(b, rep, http.MethodPost, "/v1/quotes", w.quoteOf(1), func() []header { return []header{fresh()} })
	})
	b.Run("create a quote of 20 lines", func(b *testing.B) {
		benchmark(b, rep, http.MethodPost, "/v1/quotes", w.quoteOf(20), func() []header { return []header{fresh()} })
	})
}

// quoteOf is a new quote of so many configured lines.
func (w *world) quoteOf(lines int) object {
	all := list{}
	for range lines {
		all = append(all, object{"model": "city-bike", "picks": cityBike, "quantity": "2"})
	}
	return object{"customer": object{"name": "ACME", "country": "FR"}, "lines": all}
}
