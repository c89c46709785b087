package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/pgtest"
)

// A company imports its history and has its figures made anew from the log.
func TestImportHistoryAndRebuildFigures(t *testing.T) {
	t.Parallel()
	dsn := pgtest.Empty(t)
	steps := func(args ...string) outcome {
		return execute(t.Context(), append(args, "--dsn", dsn)...)
	}
	if got := steps("company", "Fontaine", "--admin-email", "root@fontaine.example", "--password", "a long enough password"); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	file := filepath.Join(t.TempDir(), "past.csv")
	write := func(team string) {
		text := "number,customer,owner,team,state,created_on,sent_on,amount\nA1,ACME,root@fontaine.example," + team + ",sent,2025-01-02,2025-01-03,10\n"
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("Nort")
	if got := steps("import", "history", file); got.code != 1 || !strings.Contains(got.stdout, `2:4: there is no team "Nort"`) {
		t.Errorf("a team that is not: %+v", got)
	}
	write("")
	if got := steps("import", "history", file); got.code != 1 || !strings.Contains(got.stdout, "was in no team on 2025-01-02") {
		t.Errorf("an owner without a team: %+v", got)
	}
	if got := steps("figures", "rebuild", "--rollups"); got.code != 0 || !strings.Contains(got.stdout, "0 quotes of 0 events replayed, 0 repaired") {
		t.Errorf("rebuilt: %+v", got)
	}
}
