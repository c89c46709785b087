package pgtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/localpg"
)

// EnvDSN names the environment variable with an administrator's connection
// string to the server to use.
const EnvDSN = "QUOTIENT_TEST_DSN"

// shared is this process's use of the shared cluster: the lock that keeps the
// server running is held until the process ends.
var shared = sync.OnceValues(join)

// server returns an administrator's connection string.
func server(t testing.TB) string {
	t.Helper()
	if dsn := os.Getenv(EnvDSN); dsn != "" {
		return dsn
	}
	use, err := shared()
	if err != nil {
		t.Fatalf("tests need PostgreSQL: %v", err)
	}
	return use.dsn
}

// use is one process's share in the cluster.
type use struct {
	dsn   string
	users *os.File // locked (shared) as long as the process lives
}

// join makes sure that the shared cluster runs, and keeps it running while
// this process does.
func join() (*use, error) {
	bin, err := localpg.FindBinaries("")
	if err != nil {
		return nil, err
	}
	dir, err := cacheDir(bin.Major)
	if err != nil {
		return nil, err
	}
	// One process at a time looks and starts.
	starting, err := lockFile(dir+".starting", syscall.LOCK_EX)
	if err != nil {
		return nil, err
	}
	defer starting.Close()
	users, err := lockFile(dir+".users", syscall.LOCK_SH)
	if err != nil {
		return nil, err
	}
	dsn := localpg.SocketDSN(dir, localpg.Superuser, "postgres")
	if answers(dsn) {
		return &use{dsn: dsn, users: users}, nil
	}
	if err := start(dir, bin); err != nil {
		users.Close()
		return nil, err
	}
	return &use{dsn: dsn, users: users}, nil
}

// start starts the server and, before it, the guard that stops it when no
// process holds the users' lock. Data that the server refuses (it runs without
// fsync, so a power cut may spoil it) is thrown away.
func start(dir string, bin localpg.Binaries) error {
	opts := localpg.Options{Dir: dir, BinDir: bin.Dir, Disposable: true, Detached: true,
		Settings: map[string]string{"max_connections": "300"}}
	_, err := localpg.Start(context.Background(), opts)
	if err != nil {
		if err := os.RemoveAll(dir); err != nil {
			return err
		}
		if _, err = localpg.Start(context.Background(), opts); err != nil {
			return err
		}
	}
	if err := dropLeftovers(localpg.SocketDSN(dir, localpg.Superuser, "postgres")); err != nil {
		return err
	}
	return guard(dir)
}

// guard starts a process that waits for the users' lock, which it gets when
// the last test process has ended, and then asks the server to stop. Where
// flock(1) is missing the server simply stays.
func guard(dir string) error {
	flock, _ := exec.LookPath("flock")
	if flock == "" {
		return nil
	}
	pidFile := filepath.Join(dir, "postgres", "postmaster.pid")
	script := `pid=$(head -n 1 "$0") && kill -INT "$pid" && while kill -0 "$pid" 2>/dev/null; do sleep 0.1; done`
	cmd := exec.Command(flock, dir+".users", "sh", "-c", script, pidFile)
	cmd.Dir = "/"
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	return cmd.Start()
}

// dropLeftovers removes the databases of tests that were killed.
func dropLeftovers(dsn string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return err
	}
	defer conn.Close(ctx)
	rows, err := conn.Query(ctx, `select datname from pg_database where datname ~ '^(test|draft)_'`)
	if err != nil {
		return err
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		return err
	}
	for _, name := range names {
		if _, err := conn.Exec(ctx, "drop database "+pgx.Identifier{name}.Sanitize()+" with (force)"); err != nil {
			return err
		}
	}
	return nil
}

// cacheDir is the shared cluster's directory for a version: in the user's
// cache, or in the temporary directory when PostgreSQL's account may not go
// there.
func cacheDir(major int) (string, error) {
	name := "pgtest-" + strconv.Itoa(major)
	if cache, err := os.UserCacheDir(); err == nil {
		dir := filepath.Join(cache, "quotient", name)
		if localpg.Reachable(dir) == nil {
			return dir, os.MkdirAll(filepath.Dir(dir), 0o755)
		}
	}
	dir := filepath.Join(os.TempDir(), fmt.Sprintf("quotient-%d", os.Geteuid()), name)
	return dir, os.MkdirAll(filepath.Dir(dir), 0o755)
}

func lockFile(path string, how int) (*os.File, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	for {
		err = syscall.Flock(int(f.Fd()), how)
		if !errors.Is(err, syscall.EINTR) {
			break
		}
	}
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	return f, nil
}

func answers(dsn string) bool {
	conn, err := pgx.Connect(context.Background(), dsn)
	if err != nil {
		return false
	}
	return conn.Close(context.Background()) == nil
}
