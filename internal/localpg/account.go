package localpg

import (
	"fmt"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
)

// account is the system user that the server runs as.
type account struct {
	name     string
	uid, gid int
	// drop says that this process is root and must become the account.
	drop bool
}

// serverAccount is the present user, or "postgres" when that is root.
func serverAccount() (account, error) {
	if os.Geteuid() != 0 {
		return account{uid: os.Geteuid(), gid: os.Getegid()}, nil
	}
	u, err := user.Lookup("postgres")
	if err != nil {
		return account{}, fmt.Errorf("PostgreSQL refuses to run as root and there is no user postgres: install the package postgresql, or run as another user")
	}
	uid, err := strconv.Atoi(u.Uid)
	if err != nil {
		return account{}, fmt.Errorf("user postgres: %w", err)
	}
	gid, err := strconv.Atoi(u.Gid)
	if err != nil {
		return account{}, fmt.Errorf("user postgres: %w", err)
	}
	return account{name: u.Username, uid: uid, gid: gid, drop: true}, nil
}

// mkdir makes sure that dir exists, belongs to the account and is closed to
// everybody else.
func (a account) mkdir(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	if a.drop {
		if err := os.Chown(dir, a.uid, a.gid); err != nil {
			return err
		}
	}
	return os.Chmod(dir, 0o700)
}

// Reachable reports, as an error, that the server's account may not pass
// through a parent of dir. It is nil when this process is not root, because
// then the account is our own.
func Reachable(dir string) error {
	acc, err := serverAccount()
	if err != nil || !acc.drop {
		return err
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return err
	}
	for p := filepath.Dir(abs); p != "/"; p = filepath.Dir(p) {
		info, err := os.Stat(p)
		if err != nil {
			continue // does not exist yet: made by us, open to all
		}
		if !passable(info, acc) {
			return fmt.Errorf("%s is out of reach of user %s, as whom PostgreSQL runs when started by root (%s is closed to it): choose another data directory with --data, or run as another user", abs, acc.name, p)
		}
	}
	return nil
}
