package web_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/web"
)

func ExampleFiles() {
	page, err := fs.ReadFile(web.Files(), "index.html")
	fmt.Println(strings.Contains(string(page), "<title>Quotient</title>"), err)
	// Output: true <nil>
}

// A page that names a file which was not committed would be a blank screen.
func TestEveryFileThatThePageNamesIsEmbedded(t *testing.T) {
	t.Parallel()
	page, err := fs.ReadFile(web.Files(), "index.html")
	if err != nil {
		t.Fatal(err)
	}
	found := regexp.MustCompile(`(?:src|href)="/([^"]+)"`).FindAllStringSubmatch(string(page), -1)
	if len(found) == 0 {
		t.Fatal("index.html names no file")
	}
	for _, m := range found {
		if _, err := fs.Stat(web.Files(), m[1]); err != nil {
			t.Errorf("index.html names /%s: %v", m[1], err)
		}
	}
}

// The content security policy of the server forbids inline code and styles.
func TestThePageHasNothingInline(t *testing.T) {
	t.Parallel()
	page, err := fs.ReadFile(web.Files(), "index.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<style", " style=", "<script>", " onload="} {
		if strings.Contains(string(page), bad) {
			t.Errorf("index.html contains %q", bad)
		}
	}
}
