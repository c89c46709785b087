package api_test

import (
	"net/http"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// A company that has saved no settings reads the product's, as the contract
// says (the client checks every answer), and can save them as they are.
func TestSettingsBeforeAnyIsSaved(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin := w.user("Root", identity.Admin)
	got := admin.get("/v1/settings").want(http.StatusOK)
	if got.text("seller/name") != "" || got.text("seller/address/country") != "FR" || got.text("validity_days") != "30" {
		t.Errorf("settings: %s", got.body)
	}
	saved := admin.do(http.MethodPut, "/v1/settings", got.at(""), ifMatch(got)).want(http.StatusOK)
	if saved.text("version") != "1" {
		t.Errorf("saved: %s", saved.body)
	}
	admin.do(http.MethodPut, "/v1/settings", got.at(""), ifMatch(got)).problem(http.StatusPreconditionFailed, "stale-version")
}
