package localpg

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"time"
)

// Superuser is the role that initdb creates. It is for making roles and
// databases, never for serving.
const Superuser = "postgres"

// Options say where a cluster lives and how it runs.
type Options struct {
	// Dir is the data directory; it is created when missing. Required.
	Dir string
	// BinDir holds PostgreSQL's programs; empty means the newest installed.
	BinDir string
	// Disposable trades safety for speed (no fsync, no synchronous commit):
	// for tests, whose data may be lost when the machine stops.
	Disposable bool
	// Detached leaves the server running when this process ends, and takes no
	// lock on the directory: the caller arranges both.
	Detached bool
	// Settings are further server settings, by name.
	Settings map[string]string
}

// Cluster is a running server. Its methods are safe for concurrent use.
type Cluster struct {
	dir     string
	sockets string
	lock    *os.File // nil when detached
	server  *server
}

// Start makes the cluster in opts.Dir if there is none, starts its server and
// waits until it answers. A server that a killed process left behind is
// stopped first.
func Start(ctx context.Context, opts Options) (*Cluster, error) {
	dir, err := filepath.Abs(opts.Dir)
	if err != nil {
		return nil, err
	}
	acc, err := serverAccount()
	if err != nil {
		return nil, err
	}
	if err := Reachable(dir); err != nil {
		return nil, err
	}
	if err := acc.makeOpen(dir); err != nil {
		return nil, fmt.Errorf("the data directory %s cannot be written: %w", dir, err)
	}
	dir = resolve(dir)
	c := &Cluster{dir: dir, sockets: socketDir(dir)}
	if !opts.Detached {
		if c.lock, err = lockDir(dir); err != nil {
			return nil, err
		}
	}
	if err := c.start(ctx, opts, acc); err != nil {
		c.unlock()
		return nil, err
	}
	return c, nil
}

func (c *Cluster) start(ctx context.Context, opts Options, acc account) error {
	bin, err := c.binaries(opts.BinDir)
	if err != nil {
		return err
	}
	if err := acc.mkdir(c.sockets); err != nil {
		return fmt.Errorf("the socket directory %s cannot be made: %w", c.sockets, err)
	}
	if err := c.initialise(ctx, bin, acc, opts.Disposable); err != nil {
		return err
	}
	return c.launch(ctx, bin, acc, opts)
}

// binaries picks the version that wrote the data, or the newest for new data.
func (c *Cluster) binaries(dir string) (Binaries, error) {
	bin, err := FindBinaries(dir)
	if err != nil {
		return bin, err
	}
	major, err := dataVersion(c.Data())
	if err != nil || major == 0 || major == bin.Major {
		return bin, err
	}
	if other, ok := installed(major); ok && dir == "" {
		return other, nil
	}
	return bin, fmt.Errorf("the data directory %s was made by PostgreSQL %d, but version %d is installed: install the package postgresql-%d, or choose another directory with --data", c.dir, major, bin.Major, major)
}

// Data is PostgreSQL's own data directory inside the cluster's.
func (c *Cluster) Data() string { return filepath.Join(c.dir, "postgres") }

// Log is the path of the server's log file.
func (c *Cluster) Log() string { return filepath.Join(c.dir, "postgres.log") }

// DSN is the connection string of a database for a role. No password is
// needed: who may enter the socket directory is trusted.
func (c *Cluster) DSN(role, database string) string {
	return dsn(c.sockets, role, database)
}

// SocketDSN is the connection string that a cluster in dir has while it runs.
func SocketDSN(dir, role, database string) string {
	return dsn(socketDir(dir), role, database)
}

func dsn(sockets, role, database string) string {
	query := url.Values{"host": {sockets}, "user": {role}}
	return (&url.URL{Scheme: "postgres", Path: "/" + database, RawQuery: query.Encode()}).String()
}

// Done is closed when the server has ended, for whatever reason.
func (c *Cluster) Done() <-chan struct{} { return c.server.done }

// Stop ends the server: open transactions are rolled back, committed data is
// on disk when Stop returns. Stopping twice is harmless.
func (c *Cluster) Stop() error {
	defer c.unlock()
	return c.server.stop(10 * time.Second)
}

func (c *Cluster) unlock() {
	if c.lock != nil {
		c.lock.Close() // releases the lock; the file stays
	}
}

var errInUse = errors.New("in use")

// InUse reports whether err means that another process uses the directory.
func InUse(err error) bool { return errors.Is(err, errInUse) }
