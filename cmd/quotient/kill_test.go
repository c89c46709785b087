package main

import (
	"flag"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/quotient-cpq/quotient/internal/localpg"
)

// How hard the service is treated. Small by default; the sizes that the project
// promises: go test ./cmd/quotient -run 'Kill|Restart|Drain' -writers 50 -kills 50 -restarts 20.
var (
	writerCount = flag.Int("writers", 20, "writers of the tests that break the service")
	kills       = flag.Int("kills", 1, "times that the service is killed under its writers")
)

// Writers in the middle of their quotes' lives, a kill -9, and a new start:
// what was acknowledged is there, what was not can be sent again, nothing is
// there twice, and every invariant holds. And again on the same data.
func TestKillLosesNothingAcknowledged(t *testing.T) {
	t.Parallel()
	data := dataDir(t)
	found(t, databaseFlags{Data: data})
	s := startService(t, "--data", data)
	secrets := s.keys(*writerCount)
	told := newLedger()
	for round := range *kills {
		enough := told.at(10 * *writerCount)
		var writers sync.WaitGroup
		for n, secret := range secrets {
			writers.Go(func() { told.write(s, secret, fmt.Sprintf("r%02d-w%02d", round, n), false, nil) })
		}
		ended := make(chan struct{})
		go func() { writers.Wait(); close(ended) }()
		select {
		case <-enough:
		case <-ended: // a writer said why
		}
		s.kill()
		<-ended
		if t.Failed() {
			return
		}

		s = startService(t, "--data", data)
		for _, l := range told.lives {
			if l.inFlight {
				l.resend(s)
			}
		}
		first := told.lives[0]
		again := &life{title: first.title, secret: first.secret}
		if status, _ := again.send(s); status != http.StatusCreated || again.revision != first.revision {
			t.Errorf("an acknowledged creation, sent again: status %d, revision %s, want %s", status, again.revision, first.revision)
		}
		told.check(t, localpg.SocketDSN(data, localpg.Superuser, databaseName))
		if t.Failed() {
			t.Fatalf("after kill %d", round+1)
		}
	}
	if status, _, _ := s.do(http.MethodGet, "/readyz", "", nil); status != http.StatusOK {
		t.Errorf("readyz answers %d", status)
	}
	s.kill()
	if got := execute(t.Context(), "audit", "--data", data); got.code != 0 || !strings.Contains(got.stdout, "every invariant holds") {
		t.Errorf("audit: %s%s", got.stdout, got.stderr)
	}
}
