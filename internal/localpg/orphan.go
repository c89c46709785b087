package localpg

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// clearOrphan deals with the pid file of a server that a killed process left:
// a server still working in this data directory is asked to stop and waited
// for until the deadline; a pid that now belongs to something else (pids start
// over when a container restarts) makes the file stale, and it is removed.
// PostgreSQL itself removes the file of a dead process.
func (c *Cluster) clearOrphan(deadline time.Time) error {
	file := c.pidFile()
	for {
		pid, err := readPID(file)
		if err != nil || pid == 0 || !alive(pid) {
			return err
		}
		ours, known := serves(pid, c.Data())
		if known && !ours {
			return os.Remove(file)
		}
		if ours {
			if err := syscall.Kill(pid, syscall.SIGINT); err != nil && !errors.Is(err, syscall.ESRCH) {
				return fmt.Errorf("the data directory %s has a PostgreSQL server of before (process %d) that cannot be stopped: %w", c.dir, pid, err)
			}
		}
		if time.Now().After(deadline) {
			return fmt.Errorf("the data directory %s still has a running PostgreSQL server (process %d): stop it with kill -INT %d", c.dir, pid, pid)
		}
		time.Sleep(pause)
	}
}

func (c *Cluster) pidFile() string { return filepath.Join(c.Data(), "postmaster.pid") }

// readPID reads the first line of a pid file; 0 means that there is none, or
// that it is just being written.
func readPID(file string) (int, error) {
	content, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	line, _, _ := strings.Cut(string(content), "\n")
	pid, _ := strconv.Atoi(strings.TrimSpace(line))
	return pid, nil
}

func alive(pid int) bool {
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}
