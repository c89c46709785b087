// Command withpostgres runs a command with a PostgreSQL server of its own,
// named to it by QUOTIENT_TEST_DSN, and throws the server away after:
//
//	go run ./internal/pgtest/withpostgres go test ./...
//
// An environment that already names a server is left as it is.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/quotient-cpq/quotient/internal/localpg"
	"github.com/quotient-cpq/quotient/internal/pgtest"
)

func main() {
	// The command gets Ctrl-C too and ends by itself; the server waits for it.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := run(ctx, os.Args[1:])
	stop()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		os.Exit(max(1, exit.ExitCode()))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "withpostgres:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, command []string) (err error) {
	if len(command) == 0 {
		return errors.New("usage: withpostgres COMMAND [ARGUMENT...]")
	}
	if os.Getenv(pgtest.EnvDSN) == "" {
		cluster, remove, startErr := server(ctx)
		if startErr != nil {
			return startErr
		}
		defer func() { err = errors.Join(err, cluster.Stop(), remove()) }()
		dsn := cluster.DSN(localpg.Superuser, "postgres")
		if err := os.Setenv(pgtest.EnvDSN, dsn); err != nil {
			return err
		}
	}
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	return cmd.Run()
}

func server(ctx context.Context) (*localpg.Cluster, func() error, error) {
	dir, err := os.MkdirTemp("", "quotient-test-")
	if err != nil {
		return nil, nil, err
	}
	remove := func() error { return os.RemoveAll(dir) }
	if err := os.Chmod(dir, 0o755); err != nil { // PostgreSQL's own account passes
		return nil, nil, errors.Join(err, remove())
	}
	cluster, err := localpg.Start(ctx, localpg.Options{Dir: filepath.Join(dir, "data"), Disposable: true,
		Settings: map[string]string{"max_connections": "300"}})
	if err != nil {
		return nil, nil, errors.Join(err, remove())
	}
	return cluster, remove, nil
}
