package localpg

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// oldest is the first major version with everything the schema uses.
const oldest = 15

// Binaries is one installed version of PostgreSQL's server programs.
type Binaries struct {
	// Dir holds initdb and postgres.
	Dir string
	// Major is the major version, 15 or later.
	Major int
}

// FindBinaries returns the newest usable version installed, looking in dir
// when it is not empty and else where Debian, Fedora and Homebrew put it, and
// on PATH.
func FindBinaries(dir string) (Binaries, error) {
	candidates := []string{dir}
	if dir == "" {
		candidates = searchPath()
	}
	var best Binaries
	for _, c := range candidates {
		if b, err := inspect(c); err == nil && b.Major > best.Major {
			best = b
		}
	}
	switch {
	case best.Major == 0 && dir != "":
		return best, fmt.Errorf("no PostgreSQL server programs (initdb, postgres) in %s", dir)
	case best.Major == 0:
		return best, fmt.Errorf("PostgreSQL's server programs are missing: install the package postgresql (apt-get install postgresql), or set QUOTIENT_DSN to a running server")
	case best.Major < oldest:
		return best, fmt.Errorf("PostgreSQL %d in %s is too old: install version %d or later (package postgresql)", best.Major, best.Dir, oldest)
	}
	return best, nil
}

// installed returns the binaries of the given major version, if installed.
func installed(major int) (Binaries, bool) {
	for _, c := range searchPath() {
		if b, err := inspect(c); err == nil && b.Major == major {
			return b, true
		}
	}
	return Binaries{}, false
}

func searchPath() []string {
	var dirs []string
	for _, pattern := range []string{
		"/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin",
		"/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin",
	} {
		found, err := filepath.Glob(pattern)
		if err == nil {
			dirs = append(dirs, found...)
		}
	}
	if p, err := exec.LookPath("postgres"); err == nil {
		dirs = append(dirs, filepath.Dir(p))
	}
	return slices.Compact(dirs)
}

func inspect(dir string) (Binaries, error) {
	if _, err := os.Stat(filepath.Join(dir, "initdb")); err != nil {
		return Binaries{}, err
	}
	out, err := exec.Command(filepath.Join(dir, "postgres"), "--version").Output()
	if err != nil {
		return Binaries{}, err
	}
	// "postgres (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)"
	fields := strings.Fields(string(out))
	if len(fields) < 3 {
		return Binaries{}, fmt.Errorf("unreadable version %q", out)
	}
	digits := fields[2]
	if end := strings.IndexFunc(digits, func(r rune) bool { return r < '0' || r > '9' }); end >= 0 {
		digits = digits[:end]
	}
	major, err := strconv.Atoi(digits)
	if err != nil {
		return Binaries{}, fmt.Errorf("unreadable version %q", out)
	}
	return Binaries{Dir: dir, Major: major}, nil
}
