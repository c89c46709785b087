package localpg_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/localpg"
)

// dataDir returns an empty directory that PostgreSQL's account can reach, also
// when the tests run as root.
func dataDir(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("", "localpg-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, "data")
}

func start(t *testing.T, opts localpg.Options) *localpg.Cluster {
	t.Helper()
	c, err := localpg.Start(t.Context(), opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Stop(); err != nil {
			t.Error(err)
		}
	})
	return c
}

func execute(t *testing.T, dsn, sql string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	if _, err := conn.Exec(t.Context(), sql); err != nil {
		t.Fatal(err)
	}
}

func scan[T any](t *testing.T, dsn, sql string) T {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.Background())
	var out T
	if err := conn.QueryRow(t.Context(), sql).Scan(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDataOutlivesAStop(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	c := start(t, localpg.Options{Dir: dir})
	dsn := c.DSN(localpg.Superuser, "postgres")
	execute(t, dsn, "create table kept as select 42 as n")
	for setting, want := range map[string]string{"fsync": "on", "data_checksums": "on", "listen_addresses": ""} {
		if got := scan[string](t, dsn, "select current_setting('"+setting+"')"); got != want {
			t.Errorf("%s = %q, want %q", setting, got, want)
		}
	}
	if err := c.Stop(); err != nil {
		t.Fatal(err)
	}
	select {
	case <-c.Done():
	default:
		t.Error("Done is open after Stop")
	}
	start(t, localpg.Options{Dir: dir})
	if n := scan[int](t, dsn, "select n from kept"); n != 42 {
		t.Errorf("n = %d", n)
	}
}

func TestOnlyTheOwnerMayEnter(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	start(t, localpg.Options{Dir: dir, Disposable: true})
	for _, sub := range []string{"postgres", "run"} {
		info, err := os.Stat(filepath.Join(dir, sub))
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o700 {
			t.Errorf("%s has mode %v", sub, info.Mode())
		}
	}
}

// A directory of os.MkdirTemp is closed to everybody else, PostgreSQL's account
// among them when root starts it.
func TestAClosedDirectoryIsOpenedForPassing(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	c := start(t, localpg.Options{Dir: dir, Disposable: true})
	execute(t, c.DSN(localpg.Superuser, "postgres"), "select 1")
}

func TestLongPathsGetAShortSocket(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(dataDir(t), strings.Repeat("long/", 30))
	c := start(t, localpg.Options{Dir: dir, Disposable: true})
	execute(t, c.DSN(localpg.Superuser, "postgres"), "select 1")
	if got := localpg.SocketDSN(dir, "a", "b"); got != c.DSN("a", "b") {
		t.Errorf("SocketDSN = %s, DSN = %s", got, c.DSN("a", "b"))
	}
}

func TestASecondServiceIsRefused(t *testing.T) {
	t.Parallel()
	dir := dataDir(t)
	start(t, localpg.Options{Dir: dir, Disposable: true})
	_, err := localpg.Start(t.Context(), localpg.Options{Dir: dir})
	if !localpg.InUse(err) || !strings.Contains(err.Error(), "process "+strconv.Itoa(os.Getpid())) {
		t.Errorf("error %v, want one that names the process in the way", err)
	}
}

func TestBadDirectories(t *testing.T) {
	t.Parallel()
	older := dataDir(t)
	if err := os.MkdirAll(filepath.Join(older, "postgres"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(older, "postgres", "PG_VERSION"), []byte("9\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	file := dataDir(t)
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		opts localpg.Options
		want string
	}{
		"of another version": {localpg.Options{Dir: older}, "was made by PostgreSQL 9, but version"},
		"a file":             {localpg.Options{Dir: file}, "cannot be written"},
		"not writable":       {localpg.Options{Dir: "/proc/quotient"}, "cannot be written"},
		"no programs":        {localpg.Options{Dir: dataDir(t), BinDir: "/nowhere"}, "no PostgreSQL server programs (initdb, postgres) in /nowhere"},
	} {
		t.Run(name, func(t *testing.T) {
			cluster, err := localpg.Start(t.Context(), c.opts)
			if err == nil {
				cluster.Stop()
				t.Fatal("it started")
			}
			if !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %q, want one line with %q", err, c.want)
			}
		})
	}
}

func TestRootNeedsAReachableDirectory(t *testing.T) {
	t.Parallel()
	if os.Geteuid() != 0 {
		if err := localpg.Reachable("/root/x"); err != nil {
			t.Errorf("without root every directory is our own affair: %v", err)
		}
		return
	}
	closed := filepath.Join(dataDir(t), "closed")
	if err := os.MkdirAll(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := localpg.Start(t.Context(), localpg.Options{Dir: filepath.Join(closed, "data")})
	if err == nil || !strings.Contains(err.Error(), "out of reach of user postgres") {
		t.Errorf("error %v", err)
	}
}

// A pid file whose pid now belongs to an unrelated process (pids start over in
// a restarted container) must not keep the cluster from starting.
func TestAStalePidFileIsRemoved(t *testing.T) {
	t.Parallel()
	if _, err := os.Stat("/proc/self/cwd"); err != nil {
		t.Log("only Linux tells whose process it is; elsewhere the start reports the pid")
		return
	}
	dir := dataDir(t)
	c := start(t, localpg.Options{Dir: dir, Disposable: true})
	if err := c.Stop(); err != nil {
		t.Fatal(err)
	}
	stranger := exec.Command("sleep", "60")
	if err := stranger.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stranger.Process.Kill(); stranger.Wait() })
	content := strconv.Itoa(stranger.Process.Pid) + "\n" + filepath.Join(dir, "postgres") + "\n"
	if err := os.WriteFile(filepath.Join(dir, "postgres", "postmaster.pid"), []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	start(t, localpg.Options{Dir: dir, Disposable: true})
	if err := stranger.Process.Signal(syscall.Signal(0)); err != nil {
		t.Errorf("the stranger was harmed: %v", err)
	}
}

// TestServiceProcess is not a test: it is the service that
// TestKilledServiceFindsItsData starts and kills.
func TestServiceProcess(t *testing.T) {
	dir := os.Getenv("LOCALPG_TEST_SERVICE")
	if dir == "" {
		return
	}
	detached := os.Getenv("LOCALPG_TEST_DETACHED") != ""
	c, err := localpg.Start(context.Background(), localpg.Options{Dir: dir, Detached: detached})
	if err != nil {
		t.Fatal(err)
	}
	execute(t, c.DSN(localpg.Superuser, "postgres"), "create table kept as select 42 as n")
	if err := os.WriteFile(filepath.Join(dir, "ready"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Hour)
}

func TestKilledServiceFindsItsData(t *testing.T) {
	t.Parallel()
	for name, detached := range map[string]string{"server dies too": "", "server is orphaned": "1"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := dataDir(t)
			service := exec.Command(os.Args[0], "-test.run=^TestServiceProcess$")
			service.Env = append(os.Environ(), "LOCALPG_TEST_SERVICE="+dir, "LOCALPG_TEST_DETACHED="+detached)
			if err := service.Start(); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { service.Process.Kill(); service.Wait() })
			for {
				if _, err := os.Stat(filepath.Join(dir, "ready")); err == nil {
					break
				}
				time.Sleep(10 * time.Millisecond)
			}
			if err := service.Process.Kill(); err != nil {
				t.Fatal(err)
			}
			service.Wait()
			c := start(t, localpg.Options{Dir: dir})
			if n := scan[int](t, c.DSN(localpg.Superuser, "postgres"), "select n from kept"); n != 42 {
				t.Errorf("n = %d", n)
			}
		})
	}
}
