package localpg

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// patience is how long a start waits for a server of before to end, and for
// its own to answer (longer, because it may have to recover).
const (
	patience = 10 * time.Second
	recovery = 2 * time.Minute
	pause    = 10 * time.Millisecond
)

// server is one run of the postgres program.
type server struct {
	process *os.Process
	done    chan struct{} // closed after the process has been waited for
}

// launch starts the server, again and again while the one of before still
// holds its pid file, and waits until it answers.
func (c *Cluster) launch(ctx context.Context, bin Binaries, acc account, opts Options) error {
	deadline := time.Now().Add(patience)
	for {
		if err := c.clearOrphan(deadline); err != nil {
			return err
		}
		srv, err := c.run(bin, acc, opts)
		if err != nil {
			return err
		}
		err = c.answer(ctx, srv)
		if err == nil {
			c.server = srv
			return nil
		}
		if stopErr := srv.stop(patience); stopErr != nil {
			return errors.Join(err, stopErr)
		}
		reason := c.complaint()
		if leftBehind(reason) && time.Now().Before(deadline) {
			time.Sleep(pause)
			continue
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return fmt.Errorf("PostgreSQL did not start: %s (log: %s)", reason, c.Log())
	}
}

// leftBehind reports whether a start failed because processes of a server that
// was killed are still ending: they hold its pid file or its shared memory.
func leftBehind(reason string) bool {
	return strings.Contains(reason, "already exists") || strings.Contains(reason, "is still in use")
}

// run starts the program. The thread that starts it lives as long as it does,
// because the kernel ties the child to its parent thread.
func (c *Cluster) run(bin Binaries, acc account, opts Options) (*server, error) {
	log, err := c.openLog()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(filepath.Join(bin.Dir, "postgres"), c.arguments(opts)...)
	cmd.Dir = "/"
	cmd.Stdout, cmd.Stderr = log, log
	cmd.SysProcAttr = attributes(acc, !opts.Detached)
	srv := &server{done: make(chan struct{})}
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		defer runtime.UnlockOSThread()
		defer log.Close()
		err := cmd.Start()
		srv.process = cmd.Process
		started <- err
		if err == nil {
			_ = cmd.Wait() // how it ended is in its log
		}
		close(srv.done)
	}()
	if err := <-started; err != nil {
		return nil, fmt.Errorf("PostgreSQL did not start: %w", err)
	}
	return srv, nil
}

func (c *Cluster) arguments(opts Options) []string {
	settings := map[string]string{
		"listen_addresses":        "",
		"unix_socket_directories": c.sockets,
		"unix_socket_permissions": "0700",
		"max_connections":         "100",
		"shared_buffers":          "128MB",
		"log_min_messages":        "warning",
		"timezone":                "UTC",
		"log_timezone":            "UTC",
	}
	if opts.Disposable {
		maps.Copy(settings, map[string]string{
			"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off",
			"max_wal_size": "4GB", "checkpoint_timeout": "1h", "autovacuum": "off",
			"wal_level": "minimal", "max_wal_senders": "0",
		})
	}
	maps.Copy(settings, opts.Settings)
	args := []string{"-D", c.Data()}
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		args = append(args, "-c", name+"="+settings[name])
	}
	return args
}

// openLog starts a new log file and keeps the one of the run before.
func (c *Cluster) openLog() (*os.File, error) {
	if err := os.Rename(c.Log(), c.Log()+".1"); err != nil && !errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("the data directory %s cannot be written: %w", c.dir, err)
	}
	f, err := os.OpenFile(c.Log(), os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the data directory %s cannot be written: %w", c.dir, err)
	}
	return f, nil
}

// answer waits until the server takes connections, or has ended.
func (c *Cluster) answer(ctx context.Context, srv *server) error {
	ctx, cancel := context.WithTimeout(ctx, recovery)
	defer cancel()
	for {
		conn, err := pgx.Connect(ctx, c.DSN(Superuser, "postgres"))
		if err == nil {
			if err := conn.Close(ctx); err != nil {
				return err
			}
			if c.holds(srv) {
				return nil
			}
		}
		select {
		case <-srv.done:
			return errors.New("the server ended")
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}

// holds reports whether the running server is the one started here.
func (c *Cluster) holds(srv *server) bool {
	pid, err := readPID(c.pidFile())
	return err == nil && pid == srv.process.Pid
}

// complaint is the last fatal line of the log.
func (c *Cluster) complaint() string {
	content, err := os.ReadFile(c.Log())
	if err != nil {
		return err.Error()
	}
	lines := strings.Split(strings.TrimSpace(string(content)), "\n")
	for _, line := range slices.Backward(lines) {
		if _, message, ok := strings.Cut(line, "FATAL:  "); ok {
			return message
		}
	}
	return lines[len(lines)-1]
}

// stop asks for a fast shutdown and, after the time given, for an immediate
// one, which costs a recovery at the next start but no data.
func (s *server) stop(grace time.Duration) error {
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGQUIT} {
		if err := s.process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return fmt.Errorf("stop PostgreSQL: %w", err)
		}
		select {
		case <-s.done:
			return nil
		case <-time.After(grace):
		}
	}
	return errors.New("PostgreSQL did not stop (process " + strconv.Itoa(s.process.Pid) + ")")
}
