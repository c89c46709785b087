package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/fault"
)

type modelAnalyseCommand struct {
	modelFlags
	Budget int64 `help:"Solver steps for each question." default:"20000000"`
}

// analysed is what analysis found in one file.
type analysed struct {
	File string `json:"file"`
	// Issues are the mistakes for which nothing could be analysed.
	Issues []fault.Issue `json:"issues,omitempty"`
	configurator.Analysis
}

func (c modelAnalyseCommand) Run(p *process) error {
	var out []analysed
	err := c.eachModel(p, func(file string, _ *configurator.Model, compiled *configurator.Compiled, err error) error {
		if err != nil {
			out = append(out, analysed{File: file, Issues: mistakes(err)})
			return errModels
		}
		a, err := compiled.Analyse(p.ctx, c.Budget)
		if err == nil && (!a.Possible || len(a.Dead) > 0) {
			err = errModels
		}
		out = append(out, analysed{File: file, Analysis: a})
		return err
	})
	if err != nil && !errors.Is(err, errModels) {
		return err
	}
	if c.JSON {
		return errors.Join(printJSON(p.stdout, out), err)
	}
	for _, a := range out {
		printAnalysis(p, a)
	}
	return err
}

func printAnalysis(p *process, a analysed) {
	if len(a.Issues) > 0 {
		printIssues(p, a.Issues)
		return
	}
	line := func(format string, args ...any) { fmt.Fprintf(p.stdout, a.File+": "+format+"\n", args...) }
	if !a.Possible {
		line("no configuration is possible: these rules contradict each other: %s", strings.Join(a.Contradiction, ", "))
		return
	}
	for _, d := range a.Dead {
		line("%s=%s can never be chosen (%s): %s", d.Path, d.Value, d.Verdict, strings.Join(d.Because, ", "))
	}
	for _, f := range a.Forced {
		line("%s=%s is always chosen (%s): %s", f.Path, f.Value, f.Verdict, strings.Join(f.Because, ", "))
	}
	for _, r := range a.Idle {
		line("rule %s never fires (%s)", r.Rule, r.Verdict)
	}
	for _, r := range a.Redundant {
		line("rule %s follows from the others (%s)", r.Rule, r.Verdict)
	}
	if n := a.Configurations; n.Exact {
		line("%s configurations", n.AtLeast)
	} else {
		line("at least %s configurations", n.AtLeast)
	}
	line("%d dead, %d always chosen, %d idle and %d redundant rules", len(a.Dead), len(a.Forced), len(a.Idle), len(a.Redundant))
}
