package api_test

import (
	"io"
	"net/http"
	"testing"

	"github.com/quotient-cpq/quotient/api"
)

// Every address that is no operation belongs to the screens, the root too; an
// unknown address below /v1 is a problem, not a screen.
func TestScreensHaveEveryOtherAddress(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(c *api.Config) {
		c.UI = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "screen "+r.URL.Path) })
	})
	for address, want := range map[string]int{"/": 200, "/quotes": 200, "/quotes/1/edit": 200, "/v1/nothing": 404, "/v1": 200} {
		response, err := http.Get(w.url + address)
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(response.Body)
		_ = response.Body.Close()
		if response.StatusCode != want || want == 200 && string(body) != "screen "+address {
			t.Errorf("%s answers %d %q, want %d", address, response.StatusCode, body, want)
		}
	}
}
