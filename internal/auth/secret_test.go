package auth

import (
	"strings"
	"testing"
)

func TestParseHashNeverPanics(t *testing.T) {
	p, err := newPasswords(Cost{Memory: 64, Passes: 1, Lanes: 1}, 1)
	if err != nil {
		t.Fatal(err)
	}
	whole, err := p.hash(t.Context(), "secret")
	if err != nil {
		t.Fatal(err)
	}
	if ok, stale, err := p.matches(t.Context(), whole, "secret"); !ok || stale || err != nil {
		t.Errorf("own hash: %v %v %v", ok, stale, err)
	}
	for _, broken := range []string{"", "$", "$argon2id$", strings.Replace(whole, "argon2id", "argon2i", 1),
		strings.Replace(whole, "t=1", "t=0", 1), strings.Replace(whole, "p=1", "p=x", 1), whole[:len(whole)-30], whole + "$x"} {
		if _, _, err := p.matches(t.Context(), broken, "secret"); err == nil {
			t.Errorf("%q was taken for a hash", broken)
		}
	}
}

func FuzzParseHash(f *testing.F) {
	f.Add("$argon2id$v=19$m=64,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaA")
	f.Fuzz(func(t *testing.T, text string) {
		cost, _, sum, err := parseHash(text)
		if err == nil && (cost.Passes == 0 || cost.Lanes == 0 || len(sum) < 16) {
			t.Errorf("%q gives %+v", text, cost)
		}
	})
}

func TestCSRFTokensBelongToOneSession(t *testing.T) {
	a, b := newSecret(), newSecret()
	if !CheckCSRF(a, CSRFToken(a)) {
		t.Error("a session's own token is refused")
	}
	if CheckCSRF(a, CSRFToken(b)) || CheckCSRF(a, "") || CheckCSRF(a, a) {
		t.Error("another token is taken")
	}
}
