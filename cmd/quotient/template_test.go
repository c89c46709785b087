package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTemplateCommands(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	good, bad := write("good.yaml", "template: house\npaper: letter\n"), write("bad.yaml", "template: house\npapr: letter\nfont: comic\n")
	var out, errs bytes.Buffer
	if code := run(t.Context(), []string{"template", "check", good}, &out, &errs); code != 0 || !strings.Contains(out.String(), "house") {
		t.Errorf("%d %s%s", code, out.String(), errs.String())
	}
	out.Reset()
	if code := run(t.Context(), []string{"template", "check", bad}, &out, &errs); code != 1 {
		t.Errorf("a template with mistakes: exit code %d", code)
	}
	for _, want := range []string{"bad.yaml:2:1", "bad.yaml:3:7"} {
		if !strings.Contains(out.String()+errs.String(), want) {
			t.Errorf("%s is not told: %s%s", want, out.String(), errs.String())
		}
	}
	if code := run(t.Context(), []string{"template", "preview", good, "--out", dir}, &out, &errs); code != 0 {
		t.Errorf("preview: %d %s", code, errs.String())
	}
	made, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
	if err != nil || len(made) != 12 {
		t.Errorf("%d documents, %v", len(made), err)
	}
}
