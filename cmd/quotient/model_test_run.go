package main

import (
	"errors"
	"fmt"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/fault"
)

type modelTestCommand struct{ modelFlags }

// tested is what the tests of one file gave.
type tested struct {
	File string `json:"file"`
	// Issues are the mistakes for which no test could run.
	Issues []fault.Issue `json:"issues,omitempty"`
	configurator.TestReport
}

func (c modelTestCommand) Run(p *process) error {
	var out []tested
	err := c.eachModel(p, func(file string, _ *configurator.Model, compiled *configurator.Compiled, err error) error {
		if err != nil {
			out = append(out, tested{File: file, Issues: mistakes(err)})
			return errModels
		}
		report, err := compiled.RunTests(p.ctx, nil)
		if err == nil && !report.Passed {
			err = errModels
		}
		out = append(out, tested{File: file, TestReport: report})
		return err
	})
	if err != nil && !errors.Is(err, errModels) {
		return err
	}
	if c.JSON {
		return errors.Join(printJSON(p.stdout, out), err)
	}
	for _, t := range out {
		printTests(p, t)
	}
	return err
}

func printTests(p *process, t tested) {
	if len(t.Issues) > 0 {
		printIssues(p, t.Issues)
		return
	}
	for _, r := range t.Results {
		verdict := "ok    "
		if !r.Passed {
			verdict = "FAILED"
		}
		fmt.Fprintf(p.stdout, "%s %s: %s\n", verdict, t.File, r.Name)
		for _, f := range r.Failures {
			fmt.Fprintln(p.stdout, "      ", f)
		}
		for _, s := range r.Skipped {
			fmt.Fprintf(p.stdout, "       the %s was not checked: that needs a price book\n", s)
		}
	}
	fmt.Fprintf(p.stdout, "%s: tests show %d of %d rules and %d of %d options\n", t.File,
		t.Rules-len(t.UntestedRules), t.Rules, t.Options-len(t.UntestedOptions), t.Options)
}
