package localpg

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

// longestSocketDir keeps "<dir>/.s.PGSQL.5432" under the 108 (macOS: 104)
// bytes that the system allows for a socket's path.
const longestSocketDir = 103 - len("/.s.PGSQL.5432")

// socketDir is the directory of the server's socket: inside the data
// directory, or, when that path is too long, one in the temporary directory
// whose name follows from it.
func socketDir(dir string) string {
	abs := resolve(dir)
	if inside := filepath.Join(abs, "run"); len(inside) <= longestSocketDir {
		return inside
	}
	sum := sha256.Sum256([]byte(abs))
	return filepath.Join(os.TempDir(), "quotient-"+strconv.Itoa(os.Geteuid())+"-"+hex.EncodeToString(sum[:6]))
}

// resolve is the absolute path without symbolic links, as the system itself
// names the directory.
func resolve(dir string) string {
	abs, err := filepath.Abs(dir)
	if err != nil {
		return dir
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	return abs
}

// makeOpen makes dir and its missing parents so that the account may pass
// through, whatever the umask, and checks that it can be written.
func (a account) makeOpen(dir string) error {
	if info, err := os.Stat(dir); err == nil {
		return a.open(dir, info)
	}
	if err := os.MkdirAll(filepath.Dir(dir), 0o755); err != nil {
		return plain(err)
	}
	if err := os.Mkdir(dir, 0o755); err != nil {
		return plain(err)
	}
	return os.Chmod(dir, 0o755)
}

// open checks an existing directory. One that is closed to the account, as
// temporary directories are made, is opened for passing through: what is inside
// keeps its own rights.
func (a account) open(dir string, info os.FileInfo) error {
	if !info.IsDir() {
		return fmt.Errorf("%s is a file", dir)
	}
	probe, err := os.CreateTemp(dir, ".probe-*")
	if err != nil {
		return plain(err)
	}
	if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil || passable(info, a) {
		return err
	}
	return os.Chmod(dir, info.Mode().Perm()|0o011)
}

// plain drops the operation and path that *fs.PathError repeats.
func plain(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// lockDir takes the directory for this process alone, until the file is closed
// or the process ends.
func lockDir(dir string) (*os.File, error) {
	f, err := os.OpenFile(filepath.Join(dir, "lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("the data directory %s cannot be locked: %w", dir, plain(err))
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		owner, readErr := os.ReadFile(f.Name())
		f.Close()
		by := ""
		if pid := strings.TrimSpace(string(owner)); readErr == nil && pid != "" {
			by = " (process " + pid + ")"
		}
		return nil, fmt.Errorf("the data directory %s is %w by another service%s: stop that one, or choose another with --data", dir, errInUse, by)
	}
	if err := errors.Join(f.Truncate(0), writePID(f)); err != nil {
		f.Close()
		return nil, fmt.Errorf("the data directory %s cannot be locked: %w", dir, err)
	}
	return f, nil
}

func writePID(f *os.File) error {
	_, err := f.WriteAt([]byte(strconv.Itoa(os.Getpid())+"\n"), 0)
	return err
}

// dataVersion is the major version that wrote the data, 0 for no data yet.
func dataVersion(data string) (int, error) {
	content, err := os.ReadFile(filepath.Join(data, "PG_VERSION"))
	if errors.Is(err, os.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("the data directory %s cannot be read: %w", data, plain(err))
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(content)))
	if err != nil {
		return 0, fmt.Errorf("%s is not a PostgreSQL data directory: its PG_VERSION reads %q", data, content)
	}
	return major, nil
}

// initialise runs initdb beside the final place and renames, so that data is
// either whole or absent.
func (c *Cluster) initialise(ctx context.Context, bin Binaries, acc account, disposable bool) error {
	if major, err := dataVersion(c.Data()); err != nil || major != 0 {
		return err
	}
	fresh := c.Data() + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	if err := acc.mkdir(fresh); err != nil {
		return err
	}
	args := []string{"-D", fresh, "-U", Superuser, "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "--data-checksums"}
	if disposable {
		args = append(args, "--no-sync")
	}
	cmd := exec.CommandContext(ctx, filepath.Join(bin.Dir, "initdb"), args...)
	cmd.Dir = "/"
	cmd.SysProcAttr = attributes(acc, false)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("PostgreSQL's initdb failed in %s: %s", fresh, lastLine(out, err))
	}
	if err := os.Rename(fresh, c.Data()); err != nil {
		return fmt.Errorf("the data directory %s cannot be written: %w", c.dir, plain(err))
	}
	return nil
}

// lastLine is the last line of a program's output, or its error without any.
func lastLine(out []byte, err error) string {
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if last := strings.TrimSpace(lines[len(lines)-1]); last != "" {
		return last
	}
	return err.Error()
}
