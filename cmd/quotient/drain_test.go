package main

import (
	"fmt"
	"net/http"
	"sync"
	"syscall"
	"testing"

	"github.com/quotient-cpq/quotient/internal/localpg"
)

// Told to stop under load, the service first says that it is not ready, and
// those who heed that, as a load balancer does, see every request answered; it
// ends by itself with success.
func TestDrainFailsNoRequest(t *testing.T) {
	t.Parallel()
	data := dataDir(t)
	found(t, databaseFlags{Data: data})
	s := startService(t, "--data", data, "--drain-delay", "3s")

	told, stop := newLedger(), make(chan struct{})
	enough := told.at(10 * *writerCount)
	var writers sync.WaitGroup
	for n, secret := range s.keys(*writerCount) {
		writers.Go(func() { told.write(s, secret, fmt.Sprintf("w%02d", n), false, stop) })
	}
	ended := make(chan struct{})
	go func() { writers.Wait(); close(ended) }()
	select {
	case <-enough:
	case <-ended:
	}
	if err := s.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	s.waitReady(http.StatusServiceUnavailable)
	close(stop)
	<-ended
	if err := s.cmd.Wait(); err != nil {
		t.Errorf("the service ended with %v", err)
	}
	if told.failures != 0 || told.unavailable != 0 {
		t.Errorf("%d requests got no answer and %d got 503", told.failures, told.unavailable)
	}

	s = startService(t, "--data", data)
	told.check(t, localpg.SocketDSN(data, localpg.Superuser, databaseName))
}
