package api_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/api"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Another site's page can make the browser send the cookie; it cannot make it
// send the token or hide where it comes from.
func TestOtherSitesCannotUseTheSession(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rep := w.user("Julie", identity.Rep)
	body := object{"name": "ACME"}
	rep.post("/v1/customers", body, fresh(), header{"X-CSRF-Token", ""}).problem(http.StatusForbidden, "csrf-token")
	rep.post("/v1/customers", body, fresh(), header{"X-CSRF-Token", "guess"}).problem(http.StatusForbidden, "csrf-token")
	rep.post("/v1/customers", body, fresh(), header{"Sec-Fetch-Site", "cross-site"}).problem(http.StatusForbidden, "cross-origin")
	rep.post("/v1/customers", body, fresh(), header{"Sec-Fetch-Site", "same-site"}).problem(http.StatusForbidden, "cross-origin")
	rep.post("/v1/customers", body, fresh(), header{"Origin", "https://evil.example"}).problem(http.StatusForbidden, "cross-origin")
	rep.post("/v1/customers", body, fresh(), header{"Origin", w.url}, header{"Sec-Fetch-Site", "same-origin"}).want(http.StatusCreated)
	w.anybody().post("/v1/session", object{"email": "julie@fontaine.example", "password": password}, header{"Origin", "https://evil.example"}).
		problem(http.StatusForbidden, "cross-origin")
	key := w.key("ERP", identity.ReadQuotes, identity.WriteQuotes)
	key.post("/v1/customers", body, fresh(), header{"Origin", "https://erp.example"}).want(http.StatusCreated)
}

func TestTheSessionsCookie(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct {
		behindTLS  bool
		want, miss []string
	}{
		"over TLS":        {true, []string{"__Host-quotient=", "Path=/", "HttpOnly", "Secure", "SameSite=Lax"}, []string{"Domain"}},
		"over plain HTTP": {false, []string{"quotient=", "Path=/", "HttpOnly", "SameSite=Lax"}, []string{"Secure", "__Host-"}},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, func(c *api.Config) { c.TLSInFront = tt.behindTLS })
			if _, err := w.auth.AddUser(context.Background(), w.root, newUser("julie@fontaine.example")); err != nil {
				t.Fatal(err)
			}
			a := w.anybody().post("/v1/session", object{"email": "julie@fontaine.example", "password": password}).want(http.StatusOK)
			cookie := a.header.Get("Set-Cookie")
			for _, part := range tt.want {
				if !strings.Contains(cookie, part) {
					t.Errorf("%q lacks %q", cookie, part)
				}
			}
			for _, part := range tt.miss {
				if strings.Contains(cookie, part) {
					t.Errorf("%q has %q", cookie, part)
				}
			}
		})
	}
}

func TestSigningInAndOutOverHTTP(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rep := w.user("Julie", identity.Rep)
	reloaded := rep.get("/v1/session").want(http.StatusOK)
	if reloaded.text("csrf_token") != rep.csrf || reloaded.text("user/email") != "julie@fontaine.example" || reloaded.text("user/tenant/name") == "" {
		t.Errorf("the session after a reload: %s", reloaded.body)
	}
	if me := rep.patch("/v1/me", object{"language": "fr", "name": "Julie B."}).want(http.StatusOK); me.text("language") != "fr" {
		t.Errorf("me: %s", me.body)
	}
	other := w.anybody()
	other.signIn("julie@fontaine.example")
	rep.do(http.MethodPut, "/v1/me/password", object{"current": "wrong", "new": "another long password"}).problem(http.StatusUnprocessableEntity, "invalid-access")
	rep.do(http.MethodPut, "/v1/me/password", object{"current": password, "new": "another long password"}).want(http.StatusNoContent)
	other.get("/v1/me").problem(http.StatusUnauthorized, "session-ended")
	stolen := *rep
	address, _ := url.Parse(w.url)
	cookies := rep.http.Jar.Cookies(address)
	rep.do(http.MethodDelete, "/v1/session", nil).want(http.StatusNoContent)
	rep.get("/v1/me").problem(http.StatusUnauthorized, "unauthenticated")
	stolen.get("/v1/me", header{"Cookie", cookies[0].String()}).problem(http.StatusUnauthorized, "session-ended")
	w.anybody().post("/v1/session", object{"email": "julie@fontaine.example", "password": "wrong"}).problem(http.StatusUnauthorized, "wrong-credentials")
}

func TestAPIKeysOverHTTP(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	admin := w.user("Claire", identity.Admin)
	made := admin.post("/v1/api-keys", object{"name": "ERP", "scopes": list{"orders:read"}}).want(http.StatusCreated)
	erp := w.anybody()
	erp.bearer = made.text("secret")
	if me := erp.get("/v1/me").want(http.StatusOK); me.text("kind") != "api_key" || me.text("name") != "ERP" {
		t.Errorf("me: %s", me.body)
	}
	erp.get("/v1/orders").want(http.StatusOK)
	if a := erp.get("/v1/quotes").problem(http.StatusForbidden, "permission-missing"); a.text("details/permission") != "quotes:read" {
		t.Errorf("the missing scope is not named: %s", a.body)
	}
	erp.get("/v1/session").problem(http.StatusForbidden, "caller-not-allowed")
	listed := admin.get("/v1/api-keys").want(http.StatusOK)
	if strings.Contains(string(listed.body), made.text("secret")) || listed.text("items/0/prefix") != made.text("secret")[:11] {
		t.Errorf("the list of keys: %s", listed.body)
	}
	admin.post("/v1/api-keys", object{"name": "X", "scopes": list{"see_cost"}}).problem(http.StatusUnprocessableEntity, "invalid-access")
	admin.do(http.MethodDelete, "/v1/api-keys/"+made.text("key/id"), nil).want(http.StatusNoContent)
	erp.get("/v1/orders").problem(http.StatusUnauthorized, "unknown-api-key")
	admin.do(http.MethodDelete, "/v1/api-keys/"+identity.NewID().String(), nil).problem(http.StatusNotFound, "api-key-not-found")
	for _, authorization := range []string{"Bearer", "Bearer x", "Basic cXVvdGllbnQ6eA==", "qk_x"} {
		w.anybody().get("/v1/me", header{"Authorization", authorization}).want(http.StatusUnauthorized)
	}
}

// What another company has is not there.
func TestOtherCompaniesThingsAreNotThere(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	rep := w.user("Julie", identity.Rep)
	theirs := rep.post("/v1/customers", object{"name": "ACME"}, fresh()).want(http.StatusCreated)
	other := w.otherCompany()
	stranger := other.user("Eve", identity.Admin, identity.Rep)
	stranger.get(theirs.header.Get("Location")).want(http.StatusNotFound)
	stranger.patch(theirs.header.Get("Location"), object{"name": "Mine"}, ifMatch(theirs)).want(http.StatusNotFound)
	stranger.get("/v1/users/" + rep.get("/v1/me").text("id")).want(http.StatusNotFound)
	if a := stranger.get("/v1/customers").want(http.StatusOK); a.count("items") != 0 {
		t.Errorf("a stranger sees %s", a.body)
	}
}

func TestHeadersOfEveryAnswer(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(c *api.Config) {
		c.UI = http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(rw, "the interface") })
	})
	for _, path := range []string{"/healthz", "/v1/me", "/", "/docs", "/nothing"} {
		a := w.anybody().get(path, header{"Request-Id", "trace-me.7"})
		csp := a.header.Get("Content-Security-Policy")
		if strings.Contains(csp, "unsafe") || !strings.Contains(csp, "default-src 'self'") || !strings.Contains(csp, "frame-ancestors 'none'") {
			t.Errorf("%s: Content-Security-Policy %q", path, csp)
		}
		if a.header.Get("Request-Id") != "trace-me.7" || a.header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: headers %v", path, a.header)
		}
	}
	if a := w.anybody().get("/healthz", header{"Request-Id", "no good: {}"}); a.header.Get("Request-Id") == "no good: {}" {
		t.Error("a request id that could forge log lines was kept")
	}
}

func TestRateLimits(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(c *api.Config) { c.Limits = api.Limits{Rate: 0.001, Burst: 6, SignIns: 3} })
	for range 3 {
		w.anybody().post("/v1/session", object{"email": "a@b.c", "password": "x"}).problem(http.StatusUnauthorized, "wrong-credentials")
	}
	refused := w.anybody().post("/v1/session", object{"email": "a@b.c", "password": "x"}).problem(http.StatusTooManyRequests, "too-many-sign-ins")
	if refused.header.Get("Retry-After") == "" {
		t.Error("no Retry-After")
	}
	w.anybody().get("/healthz").want(http.StatusOK)
	w.anybody().get("/healthz").want(http.StatusOK)
	w.anybody().get("/healthz").problem(http.StatusTooManyRequests, "rate-limited")
}

func TestReadiness(t *testing.T) {
	t.Parallel()
	var broken error
	w := newWorld(t, func(c *api.Config) { c.Ready = func(context.Context) error { return broken } })
	w.anybody().get("/readyz").want(http.StatusOK)
	broken = errors.New("the database is on fire at 10.1.2.3")
	a := w.anybody().get("/readyz").problem(http.StatusServiceUnavailable, "not-ready")
	if strings.Contains(string(a.body), "10.1.2.3") || a.header.Get("Retry-After") == "" {
		t.Errorf("the answer tells too much or too little: %s", a.body)
	}
	broken = nil
	w.anybody().get("/readyz").want(http.StatusOK)
}

func TestMetrics(t *testing.T) {
	t.Parallel()
	w := newWorld(t, func(c *api.Config) { c.MetricsToken = "let-me-in" })
	w.anybody().get("/v1/me")
	a := w.anybody().get("/metrics").want(http.StatusOK)
	if !strings.Contains(string(a.body), `quotient_http_requests_total{operation="me",status="401"} 1`) {
		t.Errorf("metrics:\n%s", a.body)
	}
	w.anybody().get("/metrics", header{"Authorization", "Bearer let-me-in"}).want(http.StatusOK)
	w.anybody().get("/metrics", header{"Authorization", "Bearer guess"}).problem(http.StatusForbidden, "metrics-not-public")
}
