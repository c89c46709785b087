package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/pricing"
)

type priceCheckCommand struct {
	Files []string `arg:"" name:"file" help:"Files of price documents, and of the models that they read." type:"existingfile"`
	JSON  bool     `name:"json" help:"Print one JSON document."`
}

func (c priceCheckCommand) Run(p *process) error {
	drafts, err := draftsOf(c.Files)
	if err != nil {
		return err
	}
	issues := catalog.CheckTogether(drafts)
	if c.JSON {
		if err := printJSON(p.stdout, map[string][]fault.Issue{"issues": append([]fault.Issue{}, issues...)}); err != nil {
			return err
		}
	} else {
		printIssues(p, issues)
	}
	if len(issues) > 0 {
		return errPrices
	}
	if !c.JSON {
		fmt.Fprintf(p.stdout, "%d files fit together\n", len(c.Files))
	}
	return nil
}

func draftsOf(files []string) ([]catalog.Draft, error) {
	drafts := make([]catalog.Draft, len(files))
	for n, file := range files {
		var err error
		if drafts[n], err = draftOf(file); err != nil {
			return nil, err
		}
	}
	return drafts, nil
}

type priceRunCommand struct {
	Request  string   `arg:"" help:"Request to price, YAML or JSON." type:"existingfile"`
	With     []string `help:"Files of price documents and models." short:"w" type:"existingfile" required:""`
	Against  string   `help:"A result that --json printed earlier: say whether it comes out the same, or the first step that differs." type:"existingfile"`
	Language string   `help:"Language of the words: en or fr." default:"en" enum:"en,fr"`
	JSON     bool     `name:"json" help:"Print the result as one JSON document."`
}

func (c priceRunCommand) Run(p *process) error {
	drafts, err := draftsOf(c.With)
	if err != nil {
		return err
	}
	dir, name := filepath.Split(c.Request)
	request, err := pricing.LoadRequest(os.DirFS(cmp.Or(dir, ".")), name)
	if err != nil {
		return told(p, err)
	}
	pricer, err := catalog.CompileTogether(drafts, request.Currency)
	if err != nil {
		return told(p, err)
	}
	if c.Against != "" {
		return c.compare(p, pricer, request)
	}
	result := pricer.Price(*request)
	if c.JSON {
		return printJSON(p.stdout, result)
	}
	printResult(p, result, c.Language)
	if !result.Complete {
		return errPrices
	}
	return nil
}

// compare replays the request against an earlier result.
func (c priceRunCommand) compare(p *process, pricer *pricing.Pricer, request *pricing.Request) error {
	text, err := os.ReadFile(c.Against)
	if err != nil {
		return err
	}
	var stored pricing.Result
	if err := json.Unmarshal(text, &stored); err != nil {
		return fmt.Errorf("%s is no result: %w", c.Against, err)
	}
	r, err := pricer.Replay(request.JSON(), stored.JSON())
	switch {
	case err != nil:
		return err
	case c.JSON:
		if err := printJSON(p.stdout, r); err != nil {
			return err
		}
	case !r.Replayable:
		fmt.Fprintf(p.stdout, "made by rules of computation %d, which this program does not have\n", r.Semantics)
	case r.Same:
		fmt.Fprintln(p.stdout, "the same, to the byte")
	default:
		fmt.Fprintf(p.stdout, "line %q, step %q: %s was %s, is %s\n", r.Line, r.Step, r.Pointer, r.Stored, r.Now)
	}
	if !r.Same {
		return errPrices
	}
	return nil
}

// printResult prints the waterfall of every line, then the sums.
func printResult(p *process, r pricing.Result, language string) {
	for _, l := range r.Lines {
		fmt.Fprintf(p.stdout, "%s: %s x %s = %s\n", l.ID, l.Quantity, l.UnitNet, l.FinalNet)
		for _, s := range l.Steps {
			fmt.Fprintf(p.stdout, "  %-12s %14s %14s %14s  %s\n", s.ID, s.Before, s.After, s.Amount, s.Message().In(language))
		}
	}
	for _, v := range r.VAT {
		fmt.Fprintf(p.stdout, "VAT %s %s %% of %s: %s  %s\n", v.Category, v.Rate, v.Base, v.Amount, v.Reason.In(language))
	}
	for _, t := range []struct {
		period lang.Text
		pricing.PeriodTotal
	}{
		{lang.New("once", "une fois"), r.Totals.OneOff}, {lang.New("a month", "par mois"), r.Totals.Month}, {lang.New("a year", "par an"), r.Totals.Year},
	} {
		if !t.Gross.IsZero() {
			fmt.Fprintf(p.stdout, "%s: %s + %s = %s %s\n", t.period.In(language), t.Net, t.VAT, t.Gross, r.Currency)
		}
	}
	for _, i := range r.Issues {
		fmt.Fprintf(p.stdout, "%s %s %s: %s\n", i.Severity, i.Kind, i.Line, i.Message.In(language))
	}
}

type priceDiffCommand struct {
	Before string `arg:"" help:"File of the older version." type:"existingfile"`
	After  string `arg:"" help:"File of the newer version." type:"existingfile"`
	JSON   bool   `name:"json" help:"Print one JSON document."`
}

func (c priceDiffCommand) Run(p *process) error {
	drafts, err := draftsOf([]string{c.Before, c.After})
	if err != nil {
		return err
	}
	changes, err := catalog.CompareDrafts(drafts[0], drafts[1])
	if err != nil {
		return told(p, err)
	}
	if c.JSON {
		return printJSON(p.stdout, append([]pricing.PartChange{}, changes...))
	}
	for _, d := range changes {
		switch d.Change {
		case pricing.Added:
			fmt.Fprintf(p.stdout, "+ %s %s  %s\n", d.Part, d.Key, d.After)
		case pricing.Removed:
			fmt.Fprintf(p.stdout, "- %s %s  %s\n", d.Part, d.Key, d.Before)
		default:
			fmt.Fprintf(p.stdout, "~ %s %s  %s -> %s\n", d.Part, d.Key, d.Before, d.After)
		}
	}
	return nil
}
