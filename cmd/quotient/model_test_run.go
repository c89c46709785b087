package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/fault"
)

type modelTestCommand struct {
	modelFlags
	With []string `help:"Price documents, and items (.csv), to check expected prices with." short:"w" type:"existingfile"`
}

// tested is what the tests of one file gave.
type tested struct {
	File string `json:"file"`
	// Issues are the mistakes for which no test could run.
	Issues []fault.Issue `json:"issues,omitempty"`
	configurator.TestReport
}

func (c modelTestCommand) Run(p *process) error {
	priced, err := c.priced()
	if err != nil {
		return told(p, err)
	}
	var out []tested
	err = c.eachModel(p, func(file string, m *configurator.Model, compiled *configurator.Compiled, err error) error {
		var pricer configurator.Pricer
		if err == nil {
			pricer, err = priced(m)
		}
		if err != nil {
			out = append(out, tested{File: file, Issues: mistakes(err)})
			return errModels
		}
		report, err := compiled.RunTests(p.ctx, pricer)
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

// priced reads the files to price with; without any, prices are not checked.
func (c modelTestCommand) priced() (func(*configurator.Model) (configurator.Pricer, error), error) {
	if len(c.With) == 0 {
		return func(*configurator.Model) (configurator.Pricer, error) { return nil, nil }, nil
	}
	day, err := c.day()
	if err != nil {
		return nil, err
	}
	var items []catalog.Item
	var documents []string
	for _, name := range c.With {
		if filepath.Ext(name) != ".csv" {
			documents = append(documents, name)
			continue
		}
		content, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		more, err := catalog.ReadItems(filepath.Base(name), bytes.NewReader(content))
		if err != nil {
			return nil, err
		}
		items = append(items, more...)
	}
	drafts, err := draftsOf(documents)
	if err != nil {
		return nil, err
	}
	return func(m *configurator.Model) (configurator.Pricer, error) {
		return catalog.PricerTogether(drafts, items, m, day)
	}, nil
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
