package main

import (
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/localpg"
)

// What a pricing admin does, and checks of what is stored, work while the service
// runs its own database.
func TestCommandsBesideARunningService(t *testing.T) {
	t.Parallel()
	data := dataDir(t)
	if got := execute(t.Context(), "company", "Fontaine", "--admin-email", "root@fontaine.example", "--data", data); got.code != 0 {
		t.Fatalf("company: %+v", got)
	}
	running, err := localpg.Start(t.Context(), localpg.Options{Dir: data})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { running.Stop() })
	if got := execute(t.Context(), "price", "publish", prices+"rates.yaml", "--data", data); got.code != 0 || !strings.Contains(got.stdout, "current") {
		t.Errorf("publish: %+v", got)
	}
	if got := execute(t.Context(), "price", "list", "--data", data); got.code != 0 || !strings.Contains(got.stdout, "rates") {
		t.Errorf("list: %+v", got)
	}
	for _, audit := range [][]string{{"audit", "verify", "--data", data}, {"audit", "--data", data}} {
		if got := execute(t.Context(), audit...); got.code != 0 || !strings.Contains(got.stdout, "1 companies checked: every invariant holds") {
			t.Errorf("%q: %+v", audit, got)
		}
	}
	if got := execute(t.Context(), "figures", "rebuild", "--data", data); got.code != 0 {
		t.Errorf("figures: %+v", got)
	}
	if got := execute(t.Context(), "migrate", "--data", data); got.code == 0 {
		t.Errorf("a command that needs the database for itself joined: %+v", got)
	}
}
