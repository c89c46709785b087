package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/sheet"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/quotes"
)

type priceListCommand struct {
	companyFlags
	Document string `arg:"" optional:"" help:"Kind and code, such as price_book/standard-eur, to list all its versions."`
}

func (c priceListCommand) Run(p *process) error {
	return c.with(p, func(s *services, who identity.Actor) error {
		kinds, code := catalog.Kinds()[1:], ""
		if c.Document != "" {
			ref := catalog.ParseKey(c.Document)
			kinds, code = []catalog.Kind{ref.Kind}, ref.Code
		}
		all := []catalog.Publication{}
		for _, kind := range kinds {
			found, err := s.catalog.Publications(p.ctx, who, kind, code)
			if err != nil {
				return err
			}
			all = append(all, found...)
		}
		if c.JSON {
			return printJSON(p.stdout, all)
		}
		for _, v := range all {
			printVersion(p, v)
		}
		return nil
	})
}

func printVersion(p *process, v catalog.Publication) {
	state := ""
	switch {
	case v.WithdrawnAt != nil:
		state = "withdrawn"
	case v.Current:
		state = "current"
	}
	fmt.Fprintf(p.stdout, "%s/%s %d %s %s %s %s\n", v.Kind, v.Code, v.Number, v.Version, v.PublishedAt.Format("2006-01-02 15:04"), v.PublishedBy, state)
}

type pricePublishCommand struct {
	companyFlags
	File  string `arg:"" help:"The price document." type:"existingfile"`
	Check bool   `help:"Check everything and store nothing."`
}

func (c pricePublishCommand) Run(p *process) error {
	draft, err := draftOf(c.File)
	if err != nil {
		return err
	}
	return c.with(p, func(s *services, who identity.Actor) error { return c.publish(p, s, who, draft, c.Check) })
}

// publish publishes or checks a draft and tells what came of it.
func (f companyFlags) publish(p *process, s *services, who identity.Actor, draft catalog.Draft, check bool) error {
	run := s.catalog.Publish
	if check {
		run = s.catalog.Check
	}
	v, err := run(p.ctx, who, draft)
	if err != nil {
		return told(p, err)
	}
	if f.JSON {
		v.Source = nil
		return printJSON(p.stdout, v)
	}
	for _, i := range v.Warnings {
		fmt.Fprintln(p.stdout, "warning:", i)
	}
	printVersion(p, v)
	return nil
}

type priceEffectCommand struct {
	companyFlags
	File string `arg:"" help:"The price document, or the model." type:"existingfile"`
}

func (c priceEffectCommand) Run(p *process) error {
	draft, err := draftOf(c.File)
	if err != nil {
		return err
	}
	return c.with(p, func(s *services, who identity.Actor) error {
		report, err := s.quotes.Effect(p.ctx, who, draft)
		if err != nil {
			return told(p, err)
		}
		if c.JSON {
			return printJSON(p.stdout, report)
		}
		printEffect(p, report)
		return nil
	})
}

func printEffect(p *process, r quotes.EffectReport) {
	for _, e := range r.Effects {
		fmt.Fprintf(p.stdout, "%s %s (%s): %s -> %s %s (%s)\n", e.Number, e.Label, e.State, e.Before, e.After, e.Currency, e.Delta)
		for _, l := range e.Lines {
			var steps []string
			for _, m := range l.Moves {
				steps = append(steps, fmt.Sprintf("%s %s -> %s", strings.TrimSpace(m.Code+" "+m.Rule), m.Left, m.Right))
			}
			fmt.Fprintf(p.stdout, "  %s %s: %s  %s\n", l.Kind, l.SKU, l.Delta, strings.Join(steps, ", "))
		}
		for _, i := range e.Issues {
			fmt.Fprintln(p.stdout, "  issue:", i)
		}
	}
	fmt.Fprintf(p.stdout, "%d of %d open quotes change, %d lines", r.Changed, r.Quotes, r.Lines)
	for _, currency := range slices.Sorted(maps.Keys(r.Delta)) {
		fmt.Fprintf(p.stdout, "; %s %s", r.Delta[currency], currency)
	}
	fmt.Fprintln(p.stdout)
}

type priceRestoreCommand struct {
	companyFlags
	Document string `arg:"" help:"Kind and code, such as price_book/standard-eur."`
	Version  string `arg:"" help:"The version, sha256:..., as list shows it."`
}

func (c priceRestoreCommand) Run(p *process) error {
	return c.with(p, func(s *services, who identity.Actor) error {
		ref := catalog.ParseKey(c.Document)
		ref.Version = c.Version
		v, err := s.catalog.Restore(p.ctx, who, ref)
		if err != nil {
			return told(p, err)
		}
		if c.JSON {
			v.Source = nil
			return printJSON(p.stdout, v)
		}
		printVersion(p, v)
		return nil
	})
}

type priceExportCommand struct {
	companyFlags
	Book string `arg:"" help:"The code of the price book."`
	File string `arg:"" help:"The file to write; its ending, .csv or .xlsx, says the format." type:"path"`
}

func (c priceExportCommand) Run(p *process) error {
	return c.with(p, func(s *services, who identity.Actor) error {
		rows, err := s.catalog.Entries(p.ctx, who, c.Book, "")
		if err != nil {
			return err
		}
		text := pricing.WriteCSV(rows)
		if strings.HasSuffix(c.File, ".xlsx") {
			var b bytes.Buffer
			if err := sheet.Write(&b, c.Book, rows, func(n int) bool { return pricing.IsNumberColumn(rows[0][n]) }); err != nil {
				return err
			}
			text = b.Bytes()
		}
		fmt.Fprintf(p.stdout, "%d entries\n", len(rows)-1)
		return os.WriteFile(c.File, text, 0o600)
	})
}

type priceImportCommand struct {
	companyFlags
	Book     string `arg:"" help:"The code of the price book."`
	File     string `arg:"" help:"The table, .csv or .xlsx." type:"existingfile"`
	Language string `help:"How numbers and dates are written: en or fr." default:"en" enum:"en,fr"`
	Check    bool   `help:"Check everything and store nothing."`
}

func (c priceImportCommand) Run(p *process) error {
	text, err := os.ReadFile(c.File)
	if err != nil {
		return err
	}
	rows, err := pricing.ReadCSV(c.File, text)
	if strings.HasSuffix(c.File, ".xlsx") {
		rows, err = sheet.Read(bytes.NewReader(text))
	}
	if err != nil {
		return told(p, err)
	}
	return c.with(p, func(s *services, who identity.Actor) error {
		draft, err := s.catalog.WithEntries(p.ctx, who, c.Book, rows, c.Language)
		if err != nil {
			return told(p, err)
		}
		return c.publish(p, s, who, draft, c.Check)
	})
}

type priceReplayCommand struct {
	companyFlags
	Revisions []string `arg:"" optional:"" name:"revision" help:"Ids of revisions; all of the company where none is given."`
}

func (c priceReplayCommand) Run(p *process) error {
	return c.with(p, func(s *services, who identity.Actor) error {
		t := &replayed{p: p}
		if len(c.Revisions) == 0 {
			if err := s.quotes.ReplayAll(p.ctx, who, t.take); err != nil {
				return err
			}
		}
		for _, text := range c.Revisions {
			id, err := identity.Parse(text)
			if err != nil {
				return err
			}
			r, err := s.quotes.Replay(p.ctx, who, id)
			if err != nil {
				return err
			}
			_ = t.take(r) // keeps, and never fails
		}
		return t.report(c.JSON)
	})
}

// replayed gathers the outcomes.
type replayed struct {
	p             *process
	same, unknown int
	different     []quotes.Replayed
}

func (t *replayed) take(r quotes.Replayed) error {
	switch {
	case !r.Replayable:
		t.unknown++
	case r.Same:
		t.same++
	default:
		t.different = append(t.different, r)
	}
	return nil
}

func (t *replayed) report(asJSON bool) error {
	if asJSON {
		return printJSON(t.p.stdout, map[string]any{"same": t.same, "not_replayable": t.unknown, "different": append([]quotes.Replayed{}, t.different...)})
	}
	for _, r := range t.different {
		fmt.Fprintf(t.p.stdout, "%s:", r.Revision)
		if r.InputChanged {
			fmt.Fprint(t.p.stdout, " what is stored of its content or facts has changed;")
		}
		if d := r.First; d != nil {
			fmt.Fprintf(t.p.stdout, " line %d, step %q: %s was %s, is %s", d.Position, d.Step, d.Field, d.Stored, d.Now)
		}
		fmt.Fprintln(t.p.stdout)
	}
	fmt.Fprintf(t.p.stdout, "%d the same, %d different, %d not replayable\n", t.same, len(t.different), t.unknown)
	if len(t.different) > 0 {
		return errPrices
	}
	return nil
}
