package main

import (
	"fmt"
	"os"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// importCommand groups what is taken over from other systems.
type importCommand struct {
	History importHistoryCommand `cmd:"" help:"Take over past quotes and orders from a CSV file, all or nothing."`
}

type importHistoryCommand struct {
	companyFlags
	File   string `arg:"" help:"The file, with the columns of docs/reference/history.md." type:"existingfile"`
	System string `help:"The name of the system that the quotes come from; the same number of the same system is taken over once." default:"history" placeholder:"NAME"`
}

func (c importHistoryCommand) Run(p *process) error {
	file, err := os.Open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	return c.with(p, func(s *services, who identity.Actor) error {
		found, taken, err := s.quotes.ImportHistory(p.ctx, who, c.System, file, func(done, of int) {
			fmt.Fprintf(p.stderr, "%d of %d quotes\n", done, of)
		})
		if err != nil {
			return told(p, err)
		}
		if c.JSON {
			return printJSON(p.stdout, map[string]int{"quotes": found, "taken": taken})
		}
		fmt.Fprintf(p.stdout, "%d of %d quotes taken over; the others were here already\n", taken, found)
		return nil
	})
}
