package main

import (
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/localpg"
)

var restarts = flag.Int("restarts", 2, "times that PostgreSQL is killed and started again under the service's writers")

// PostgreSQL dies under load in every way it can and comes back: the service
// answers 503 meanwhile and never anything worse, connects again by itself,
// and no writer that goes on loses or doubles anything.
func TestRestartOfPostgreSQLIsSurvived(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	start := func() *localpg.Cluster {
		cluster, err := localpg.Start(t.Context(), localpg.Options{Dir: dir})
		if err != nil {
			t.Fatal(err)
		}
		return cluster
	}
	cluster := start()
	t.Cleanup(func() { cluster.Stop() })
	if err := makeDatabase(t.Context(), cluster); err != nil {
		t.Fatal(err)
	}
	database := databaseFlags{DSN: cluster.DSN(localpg.Superuser, databaseName)}
	found(t, database)
	s := startService(t, "--dsn", database.DSN)

	told, stop := newLedger(), make(chan struct{})
	enough := told.at(5 * *writerCount)
	var writers sync.WaitGroup
	for n, secret := range s.keys(*writerCount) {
		writers.Go(func() { told.write(s, secret, fmt.Sprintf("w%02d", n), true, stop) })
	}
	ended := make(chan struct{})
	go func() { writers.Wait(); close(ended) }()
	ways := []syscall.Signal{syscall.SIGKILL, syscall.SIGQUIT, syscall.SIGINT} // killed, immediate, fast
	for round := range *restarts {
		select {
		case <-enough:
		case <-ended:
			t.Fatal("the writers ended")
		}
		if err := syscall.Kill(serverPID(t, dir), ways[round%len(ways)]); err != nil {
			t.Fatal(err)
		}
		<-cluster.Done()
		s.waitReady(http.StatusServiceUnavailable)
		if err := cluster.Stop(); err != nil {
			t.Fatal(err)
		}
		cluster = start()
		s.waitReady(http.StatusOK)
		enough = told.at(2 * *writerCount)
	}
	select {
	case <-enough: // work goes on after the last start
	case <-ended:
	}
	close(stop)
	<-ended
	if told.unavailable == 0 {
		t.Error("no writer was told 503")
	}
	told.check(t, cluster.DSN(localpg.Superuser, databaseName))
	if got := execute(t.Context(), "audit", "--dsn", database.DSN); got.code != 0 || !strings.Contains(got.stdout, "every invariant holds") {
		t.Errorf("audit: %s%s", got.stdout, got.stderr)
	}
}

// waitReady waits until readiness is answered with a status.
func (s *service) waitReady(want int) {
	s.t.Helper()
	var got int
	for range 600 {
		if got, _, _ = s.do(http.MethodGet, "/readyz", "", nil); got == want {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	s.t.Fatalf("readyz answers %d and not %d", got, want)
}

// serverPID reads which process serves a cluster's data.
func serverPID(t *testing.T, dir string) int {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, "postgres", "postmaster.pid"))
	line, _, _ := strings.Cut(string(content), "\n")
	pid, bad := strconv.Atoi(line)
	if err := errors.Join(err, bad); err != nil {
		t.Fatal(err)
	}
	return pid
}
