package api_test

import (
	"bytes"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/sheet"
)

func TestImportOfLines(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	path := "/v1/revisions/" + s.draft["revision_id"]
	file := bytesOf("application/octet-stream")
	draft := owner.get(path).want(http.StatusOK)

	french := "Chapitre;Article;Quantité;Remise\nCasques;EX-HELMET;1 000;2,5\n;EX-LOCK;2;\n"
	first := owner.post(path+"/line-table?language=fr", french, file, ifMatch(draft)).want(http.StatusOK)
	if first.text("imported") != "2" || first.text("line_count") != "3" || first.count("issues") != 0 {
		t.Errorf("imported: %s", first.body)
	}
	now := owner.get(path).want(http.StatusOK)
	if now.header.Get("ETag") != first.header.Get("ETag") || now.text("lines/1/quantity") != "1000" || now.text("lines/1/manual/value") != "2.5" ||
		now.text("sections/0/title") != "Casques" || now.text("lines/1/section_id") != now.text("sections/0/id") || now.text("lines/2/section_id") != "" {
		t.Errorf("the revision: %s", now.body)
	}

	var book bytes.Buffer
	if err := sheet.Write(&book, "Lines", [][]string{{"section", "item", "quantity"}, {"Casques", "EX-HELMET", "7"}, {"New", "EX-LOCK", "1"}}, func(c int) bool { return c == 2 }); err != nil {
		t.Fatal(err)
	}
	owner.post(path+"/line-table", book.String(), file, ifMatch(first)).want(http.StatusOK)
	again := owner.get(path).want(http.StatusOK)
	if again.count("sections") != 2 || again.count("lines") != 5 || again.text("lines/3/quantity") != "7" {
		t.Errorf("a spreadsheet: %s", again.body)
	}

	latin := "article;quantit\xe9;remise\nEX-HELMET;7,5;2,5\n" // as a French spreadsheet saves it
	if half := owner.post(path+"/line-table?language=fr", latin, file, ifMatch(again)).want(http.StatusUnprocessableEntity); half.text("errors/0/kind") != "quantity-precision" ||
		half.text("errors/0/position/line") != "2" || half.text("errors/0/position/column") != "2" {
		t.Errorf("half a helmet: %s", half.body)
	}

	replaced := owner.post(path+"/lines", object{"replace": true, "lines": list{object{"item": "EX-LOCK", "quantity": "4"},
		object{"model": "city-bike", "picks": cityBike, "quantity": "1"}}}, ifMatch(again)).want(http.StatusOK)
	if replaced.text("line_count") != "2" {
		t.Errorf("replaced: %s", replaced.body)
	}
	// What is only incomplete is imported and said.
	open := owner.post(path+"/lines", object{"lines": list{object{"model": "city-bike", "quantity": "1"}}}, ifMatch(replaced)).want(http.StatusOK)
	if open.count("issues") == 0 || !strings.Contains(open.text("issues/0/pointer"), "/lines/2") {
		t.Errorf("an incomplete bike: %s", open.body)
	}
}

// All mistakes of an import come at once, and then nothing is stored.
func TestMistakesInImports(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	path := "/v1/revisions/" + s.draft["revision_id"]
	draft := owner.get(path).want(http.StatusOK)
	file := bytesOf("application/octet-stream")
	bad := owner.post(path+"/line-table?language=fr", "quantité;article\n1;EX-HELMET\n2;NOPE\n\n3;EX-LOKC\n", file, ifMatch(draft)).
		problem(http.StatusUnprocessableEntity, "invalid-lines")
	if bad.count("errors") != 2 || bad.text("errors/0/position/line") != "3" || bad.text("errors/0/position/column") != "2" || bad.text("errors/1/position/line") != "5" {
		t.Errorf("unknown items: %s", bad.body)
	}
	bad = owner.post(path+"/line-table?language=fr", "quantité;article\nune;EX-HELMET\n-1;EX-LOCK\n", file, ifMatch(draft)).
		problem(http.StatusUnprocessableEntity, "invalid-lines")
	if bad.count("errors") != 2 || bad.text("errors/1/position/line") != "3" || bad.text("errors/1/position/column") != "1" {
		t.Errorf("quantities: %s", bad.body)
	}
	bad = owner.post(path+"/lines", object{"lines": list{object{"item": "EX-HELMET", "quantity": "1"}, object{"item": "NOPE", "quantity": "1"},
		object{"model": "unicycle", "quantity": "1"}}}, ifMatch(draft)).problem(http.StatusUnprocessableEntity, "invalid-lines")
	if got := strings.Join(bad.pointers(), " "); got != "/lines/1/item /lines/2/model" {
		t.Errorf("pointers %s: %s", got, bad.body)
	}
	bad = owner.post(path+"/lines", object{"lines": list{object{"quantity": "1"}, object{"item": "EX-HELMET", "quantity": "-1"}}}, ifMatch(draft)).
		problem(http.StatusUnprocessableEntity, "invalid-lines")
	if got := strings.Join(bad.pointers(), " "); got != "/lines/0 /lines/1/quantity" {
		t.Errorf("pointers %s", got)
	}
	if now := owner.get(path); now.header.Get("ETag") != draft.header.Get("ETag") {
		t.Errorf("a refused import has changed the revision: %s", now.body)
	}
}

// 10,000 lines in one import; QUOTIENT_FULL_IMPORT, else 300.
func TestLargeImports(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	path := "/v1/revisions/" + s.draft["revision_id"]
	n := 300
	if os.Getenv("QUOTIENT_FULL_IMPORT") != "" {
		n = 10_000
	}
	draft := owner.get(path).want(http.StatusOK)
	csv := owner.post(path+"/line-table?language=fr&replace=true", manyLines(n), bytesOf("application/octet-stream"), ifMatch(draft)).want(http.StatusOK)
	if csv.text("line_count") != strconv.Itoa(n) {
		t.Errorf("imported: %s", csv.body)
	}
	lines := make(list, n)
	for i := range lines {
		lines[i] = object{"item": []string{"EX-HELMET", "EX-LOCK"}[i%2], "quantity": strconv.Itoa(i%9 + 1), "id": identity.NewID().String()}
	}
	all := owner.post(path+"/lines", object{"replace": true, "lines": lines}, ifMatch(csv)).want(http.StatusOK)
	if all.text("totals/one_off/net") == "0" || all.text("line_count") != strconv.Itoa(n) {
		t.Errorf("imported: %s", all.body)
	}
}

// manyLines is a table of n lines.
func manyLines(n int) string {
	var b strings.Builder
	b.WriteString("article;quantité;remise\n")
	for i := range n {
		b.WriteString([]string{"EX-HELMET", "EX-LOCK"}[i%2] + ";" + strconv.Itoa(i%9+1) + ";2,5\n")
	}
	return b.String()
}

// The import of 10,000 lines by CSV over HTTP.
func BenchmarkImport(b *testing.B) {
	w := newWorld(b)
	w.company()
	rep := w.user("Rep", identity.Rep)
	draft := rep.post("/v1/quotes", object{"customer": object{"name": "ACME", "country": "FR"}, "lines": list{}}, fresh()).want(http.StatusCreated)
	path, text := "/v1/revisions/"+draft.text("id"), manyLines(10_000)
	for b.Loop() {
		draft = rep.post(path+"/line-table?language=fr&replace=true", text, bytesOf("application/octet-stream"), ifMatch(draft)).want(http.StatusOK)
	}
}
