package api_test

import (
	"bytes"
	"image"
	"image/png"
	"net/http"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

const standard = "/v1/document-templates/standard/versions"

func template(source string) object { return object{"source": "template: standard\n" + source} }

// An administrator designs, a rep looks before sending, and what was sent stays
// as it was.
func TestTemplatesThroughTheirLife(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	admin, rep, manager := w.user("Admin", identity.Admin), w.user("Rep", identity.Rep), w.user("Manager", identity.Admin, identity.Manager)

	rep.post(standard, template("")).problem(http.StatusForbidden, "permission-missing")
	broken := admin.post(standard, template("papier: a4\nfont: comic\nlogo: abc\n")).want(http.StatusUnprocessableEntity)
	if broken.count("errors") != 3 || broken.text("errors/0/position/line") != "2" || broken.text("errors/0/suggestion") != "paper" {
		t.Errorf("mistakes: %s", broken.body)
	}
	missing := admin.post(standard, template("logo: "+strings.Repeat("0", 64)+"\n")).want(http.StatusUnprocessableEntity)
	if missing.text("errors/0/position/line") != "2" {
		t.Errorf("a logo that is not there: %s", missing.body)
	}
	admin.post(standard, object{"source": "template: other\n"}).problem(http.StatusUnprocessableEntity, "other-code")
	logo := admin.post("/v1/assets?name=logo.png", string(picture(t)), bytesOf("application/octet-stream")).want(http.StatusCreated).text("id")
	if stored := rep.get("/v1/assets/" + logo).want(http.StatusOK); !bytes.HasPrefix(stored.body, []byte("\xff\xd8")) {
		t.Error("the logo is not kept as a JPEG")
	}
	for name, file := range map[string][]byte{"text": []byte("hello"), "half a picture": picture(t)[:60], "half a PDF": []byte("%PDF-1.7\n1 0 obj")} {
		if answer := admin.post("/v1/assets", string(file), bytesOf("application/octet-stream")); answer.status != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d %s", name, answer.status, answer.body)
		}
	}
	rep.post("/v1/assets", string(picture(t)), bytesOf("application/octet-stream")).problem(http.StatusForbidden, "permission-missing")

	first := "logo: " + logo + "\ntexts: {closing: {en: First version., fr: Première version.}}\n"
	if tried := admin.post(standard+"?validate_only=true", template(first)).want(http.StatusOK); tried.text("number") != "1" {
		t.Errorf("what publishing would do: %s", tried.body)
	}
	admin.get(standard).problem(http.StatusNotFound, "template-not-found")
	for range 2 { // publishing the same again changes nothing
		if p := admin.post(standard, template(first)).want(http.StatusOK); p.text("number") != "1" {
			t.Errorf("published: %s", p.body)
		}
	}

	revision := "/v1/revisions/" + rep.post("/v1/quotes", object{"customer": object{"name": "ACME",
		"addresses": list{object{"code": "seat", "street": "1 rue", "postal_code": "69001", "city": "Lyon", "country": "FR"}}},
		"lines": list{object{"item": "EX-LOCK", "quantity": "2"}}}, fresh()).want(http.StatusCreated).text("id")
	look := func(c *client, body object) string {
		return pdfText(t, c.post(revision+"/preview", body).want(http.StatusOK).body)
	}
	if got := look(rep, object{}); !strings.Contains(got, "Première version.") || !strings.Contains(got, "NE VAUT PAS OFFRE") {
		t.Errorf("the preview reads:\n%s", got)
	}
	if got := look(rep, object{"source": "template: trial\ntexts: {closing: Un essai.}\n"}); !strings.Contains(got, "Un essai.") {
		t.Errorf("the trial reads:\n%s", got)
	}
	if got := look(rep, object{"internal": true}); !strings.Contains(got, "formation des prix") || strings.Contains(got, "Marge") {
		t.Errorf("the rep's internal copy reads:\n%s", got)
	}
	if got := look(manager, object{"internal": true}); !strings.Contains(got, "Marge") {
		t.Errorf("the manager's internal copy has no margin:\n%s", got)
	}
	rep.post(revision+"/preview", object{"template": "nobody"}).problem(http.StatusNotFound, "template-not-found")

	tag := header{"If-Match", rep.get(revision).header.Get("ETag")}
	tag.value = rep.post(revision+"/submit", nil, tag).want(http.StatusOK).header.Get("ETag")
	rep.post(revision+"/send", nil, tag).want(http.StatusOK)
	sent := rep.get(revision + "/document").want(http.StatusOK).body
	if p := admin.post(standard, template("texts: {closing: Seconde version.}\n")).want(http.StatusOK); p.text("number") != "2" {
		t.Errorf("published: %s", p.body)
	}
	if versions := rep.get(standard).want(http.StatusOK); versions.count("items") != 2 || versions.text("items/0/number") != "2" {
		t.Errorf("versions: %s", versions.body)
	}
	if old := rep.get(standard + "/1").want(http.StatusOK); !strings.Contains(old.text("source"), "First version") {
		t.Errorf("the first version: %s", old.body)
	}
	if got := pdfText(t, sent); !strings.Contains(got, "Première version.") || strings.Contains(got, "OFFRE") || strings.Contains(got, "formation des prix") {
		t.Errorf("what was sent reads:\n%s", got)
	}
	if again := rep.get(revision + "/document").want(http.StatusOK).body; !bytes.Equal(sent, again) {
		t.Error("what was sent has changed")
	}
	if rep.get("/v1/document-templates").want(http.StatusOK).count("items") != 1 {
		t.Error("there is not one template")
	}
}

// picture is a small PNG with a transparent corner.
func picture(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, image.NewNRGBA(image.Rect(0, 0, 40, 20))); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}
