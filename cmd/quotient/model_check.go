package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/fault"
)

type modelCheckCommand struct{ modelFlags }

// checked is what check found in one file.
type checked struct {
	File    string        `json:"file"`
	Model   string        `json:"model,omitempty"`
	Version string        `json:"version,omitempty"`
	Issues  []fault.Issue `json:"issues"`
	// Warnings do not stop a model from being published.
	Warnings []fault.Issue `json:"warnings"`
}

func (c modelCheckCommand) Run(p *process) error {
	var out []checked
	err := c.eachModel(p, func(file string, m *configurator.Model, compiled *configurator.Compiled, err error) error {
		found := checked{File: file, Issues: []fault.Issue{}, Warnings: []fault.Issue{}}
		if err != nil {
			found.Issues, err = mistakes(err), errModels
		} else {
			found.Model, found.Version = m.Code, m.Version
			found.Warnings = append(found.Warnings, compiled.Warnings()...)
			place(filepath.Dir(file), found.Warnings)
		}
		out = append(out, found)
		return err
	})
	if err != nil && !errors.Is(err, errModels) {
		return err
	}
	if c.JSON {
		return errors.Join(printJSON(p.stdout, out), err)
	}
	for _, f := range out {
		printIssues(p, f.Issues)
		for _, i := range f.Warnings {
			fmt.Fprintln(p.stdout, "warning:", i)
		}
		if len(f.Issues) == 0 {
			fmt.Fprintf(p.stdout, "%s: %s %s\n", f.File, f.Model, f.Version)
		}
	}
	return err
}

// mistakes are the issues of an error, or the error as the only one.
func mistakes(err error) []fault.Issue {
	if issues := fault.IssuesOf(err); len(issues) > 0 {
		return issues
	}
	return []fault.Issue{{Kind: "unusable", Message: err.Error()}}
}
