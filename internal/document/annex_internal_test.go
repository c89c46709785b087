package document

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/quotes"
)

func sheet(t *testing.T, number string) []byte {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	out, err := r.Render(t.Context(), quotes.Snapshot{Number: number, Language: "fr"})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func tool(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "in.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, a := range args {
		args[i] = strings.ReplaceAll(a, "FILE", path)
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

func TestMergeIsCompleteAndTheSameEachTime(t *testing.T) {
	offer, terms, plan := sheet(t, "OFFER"), sheet(t, "TERMS"), sheet(t, "PLAN")
	first, err := merge(offer, [][]byte{terms, plan})
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		again, err := merge(offer, [][]byte{terms, plan})
		if err != nil || !bytes.Equal(first, again) {
			t.Fatalf("other bytes for the same input: %v", err)
		}
	}
	tool(t, first, "qpdf", "--check", "FILE")
	text := tool(t, first, "pdftotext", "FILE", "-")
	at := -1
	for _, word := range []string{"OFFER", "TERMS", "PLAN"} {
		next := strings.Index(text, word)
		if next < at || next < 0 {
			t.Errorf("%s is not in its place", word)
		}
		at = next
	}
	if info := tool(t, first, "pdfinfo", "FILE"); !strings.Contains(info, "Devis OFFER") {
		t.Errorf("the properties are not the quote's:\n%s", info)
	}
}

func TestCheckAnnexRefuses(t *testing.T) {
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	good := sheet(t, "TERMS")
	if err := r.CheckAnnex(good); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	plain, locked := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(plain, good, 0o600); err != nil {
		t.Fatal(err)
	}
	encrypted := func(password string) []byte {
		if out, err := exec.Command("qpdf", "--encrypt", password, "owner", "256", "--", plain, locked).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		text, err := os.ReadFile(locked)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	script := tool(t, good, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-")
	scripted := strings.Replace(script, "/Type /Catalog", "/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>", 1)
	launching := strings.Replace(script, "/Type /Catalog", "/Type /Catalog /OpenAction << /S /Launch /F (calc.exe) >>", 1)
	for name, c := range map[string]struct {
		pdf  []byte
		kind string
	}{
		"password":    {encrypted("secret"), "annex-locked"},
		"permissions": {encrypted(""), "annex-locked"},
		"no PDF":      {[]byte("hello"), "annex-unreadable"},
		"empty":       {nil, "annex-unreadable"},
		"cut off":     {good[:len(good)/3], "annex-unreadable"},
		"script":      {[]byte(scripted), "annex-active"},
		"launch":      {[]byte(launching), "annex-active"},
	} {
		err := r.CheckAnnex(c.pdf)
		var refused *fault.Error
		if !errors.As(err, &refused) || refused.Kind != c.kind {
			t.Errorf("%s: %v, want %s", name, err, c.kind)
		}
	}
}
