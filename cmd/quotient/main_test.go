package main

import (
	"bytes"
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/pgtest"
)

// asService is the environment variable that makes the test program the
// service itself, so that tests can kill it.
const asService = "QUOTIENT_TEST_AS_SERVICE"

func TestMain(m *testing.M) {
	if os.Getenv(asService) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// outcome is what one command line did.
type outcome struct {
	code           int
	stdout, stderr string
}

func execute(ctx context.Context, args ...string) outcome {
	var stdout, stderr bytes.Buffer
	code := run(ctx, args, &stdout, &stderr)
	return outcome{code, stdout.String(), stderr.String()}
}

// dataDir returns a data directory that does not exist yet and that
// PostgreSQL's account can reach, also when root runs the tests.
func dataDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "quotient-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "data")
}

func TestTroubleIsOneLine(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { taken.Close() })
	older := dataDir(t)
	if err := os.MkdirAll(filepath.Join(older, "postgres"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(older, "postgres", "PG_VERSION"), []byte("9\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"taken port":             {[]string{"serve", "--listen", taken.Addr().String(), "--data", dataDir(t)}, "is taken by another program"},
		"taken port, demo":       {[]string{"demo", "--listen", taken.Addr().String(), "--data", dataDir(t)}, "is taken by another program"},
		"data of other version":  {[]string{"serve", "--listen", "127.0.0.1:0", "--data", older}, "made by PostgreSQL 9"},
		"data not writable":      {[]string{"demo", "--listen", "127.0.0.1:0", "--data", "/proc/quotient"}, "cannot be written"},
		"no server at the DSN":   {[]string{"serve", "--listen", "127.0.0.1:0", "--dsn", "postgres:///x?host=/nowhere"}, "the database does not answer"},
		"reset of a foreign one": {[]string{"demo", "--listen", "127.0.0.1:0", "--dsn", "postgres:///x", "--reset"}, "--reset is for the private database"},
		"bad network":            {[]string{"serve", "--listen", "127.0.0.1:0", "--dsn", pgtest.DSN(t), "--trusted-proxies", "here"}, "is not a network"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := execute(t.Context(), c.args...)
			if got.code != 1 || !strings.Contains(got.stderr, c.want) {
				t.Errorf("exit code %d, %q; want 1 and %q", got.code, got.stderr, c.want)
			}
			if n := strings.Count(strings.TrimSpace(got.stderr), "\n"); n != 0 {
				t.Errorf("%d lines instead of one: %s", n+1, got.stderr)
			}
		})
	}
}

func TestWrongFlagsShowTheUsage(t *testing.T) {
	t.Parallel()
	got := execute(t.Context(), "serve", "--lisen", "x")
	if got.code != 2 || !strings.Contains(got.stderr, "--listen") {
		t.Errorf("exit code %d: %s", got.code, got.stderr)
	}
	if got = execute(t.Context(), "serve", "--help"); got.code != 0 || !strings.Contains(got.stdout, "QUOTIENT_LISTEN") {
		t.Errorf("exit code %d: %s", got.code, got.stdout)
	}
}

func TestMigrateIsDoneOnce(t *testing.T) {
	t.Parallel()
	dsn := pgtest.Empty(t)
	first := execute(t.Context(), "migrate", "--dsn", dsn)
	if first.code != 0 || strings.HasPrefix(first.stdout, "0 ") {
		t.Errorf("first: %+v", first)
	}
	if again := execute(t.Context(), "migrate", "--dsn", dsn); again.code != 0 || !strings.HasPrefix(again.stdout, "0 migrations") {
		t.Errorf("again: %+v", again)
	}
}

func TestDoctorFindsEverythingAtOnce(t *testing.T) {
	t.Parallel()
	well := execute(t.Context(), "doctor", "--listen", "127.0.0.1:0", "--dsn", pgtest.DSN(t))
	if well.code != 0 || strings.Contains(well.stdout, "WRONG") {
		t.Errorf("healthy: %+v", well)
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	ill := execute(t.Context(), "doctor", "--listen", taken.Addr().String(), "--dsn", "postgres:///x?host=/nowhere")
	if ill.code != 1 || strings.Count(ill.stdout, "WRONG") != 2 {
		t.Errorf("two things are wrong: %+v", ill)
	}
}

func TestInterruptedWorkIsNoSuccess(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	got := execute(ctx, "migrate", "--data", dataDir(t))
	if got.code != 130 || !strings.HasPrefix(got.stderr, "quotient: interrupted: ") {
		t.Errorf("exit code %d, %q", got.code, got.stderr)
	}
}
