package main

import (
	"errors"
	"fmt"
	"net"
	"os"

	"github.com/quotient-cpq/quotient/internal/localpg"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// doctorCommand looks at everything the service needs and says what is wrong
// and how to mend it, all of it at once. It changes nothing.
type doctorCommand struct {
	databaseFlags
	listenFlags
}

// check is one thing to look at: it returns what was found.
type check struct {
	name string
	look func(*process) (string, error)
}

func (c doctorCommand) Run(p *process) error {
	c.Data = orDefault(c.Data, serveData())
	checks := []check{{"address", c.address}}
	if c.DSN != "" {
		checks = append(checks, check{"database", c.database})
	} else {
		checks = append(checks, check{"postgresql", c.programs}, check{"data directory", c.directory})
	}
	var failed bool
	for _, ch := range checks {
		found, err := ch.look(p)
		verdict := "ok   "
		if err != nil {
			verdict, found, failed = "WRONG", err.Error(), true
		}
		fmt.Fprintf(p.stdout, "%s %s: %s\n", verdict, ch.name, found)
	}
	if failed {
		return errors.New("something is wrong, see above")
	}
	return nil
}

func (c doctorCommand) address(*process) (string, error) {
	l, err := c.listen()
	if err != nil {
		return "", err
	}
	return l.Addr().(*net.TCPAddr).String() + " is free", l.Close()
}

func (c doctorCommand) programs(*process) (string, error) {
	bin, err := localpg.FindBinaries("")
	return fmt.Sprintf("version %d in %s", bin.Major, bin.Dir), err
}

func (c doctorCommand) directory(*process) (string, error) {
	if err := localpg.Reachable(c.Data); err != nil {
		return "", err
	}
	info, err := os.Stat(c.Data)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return c.Data + " will be made", nil
	case err != nil:
		return "", err
	case !info.IsDir():
		return "", fmt.Errorf("%s is a file: choose another with --data", c.Data)
	}
	return c.Data, nil
}

func (c doctorCommand) database(p *process) (string, error) {
	db, err := postgres.Open(p.ctx, c.DSN, postgres.Options{MaxConns: 1})
	if err != nil {
		return "", err
	}
	defer db.Close()
	return "answers, and keeps tenants apart", nil
}
