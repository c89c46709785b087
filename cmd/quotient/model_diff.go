package main

import (
	"fmt"

	"github.com/quotient-cpq/quotient/configurator"
)

type modelDiffCommand struct {
	Before string `arg:"" help:"Model file of the older version." type:"existingfile"`
	After  string `arg:"" help:"Model file of the newer version." type:"existingfile"`
	Date   string `help:"Day for which the models are compiled, YYYY-MM-DD; today if not given."`
	JSON   bool   `name:"json" help:"Print one JSON document."`
}

func (c modelDiffCommand) Run(p *process) error {
	day, err := dayOr(c.Date)
	if err != nil {
		return err
	}
	before, _, err := loadModel(c.Before, day)
	if err != nil {
		return err
	}
	after, _, err := loadModel(c.After, day)
	if err != nil {
		return err
	}
	differences := configurator.Diff(before, after)
	if c.JSON {
		return printJSON(p.stdout, differences)
	}
	for _, d := range differences {
		switch d.Kind {
		case "added":
			fmt.Fprintf(p.stdout, "+ %s  %s\n", d.Path, d.After)
		case "removed":
			fmt.Fprintf(p.stdout, "- %s  %s\n", d.Path, d.Before)
		default:
			fmt.Fprintf(p.stdout, "~ %s  %s -> %s\n", d.Path, d.Before, d.After)
		}
	}
	return nil
}
