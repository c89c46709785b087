package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"time"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
)

// modelCommand groups what a modeller does with files.
type modelCommand struct {
	Check   modelCheckCommand   `cmd:"" help:"Read models and report every mistake."`
	Test    modelTestCommand    `cmd:"" help:"Run the tests that models carry."`
	Analyse modelAnalyseCommand `cmd:"" help:"Look for dead options, contradictions and idle rules."`
	Diff    modelDiffCommand    `cmd:"" help:"Say what differs between two versions of a model."`
	Bench   modelBenchCommand   `cmd:"" help:"Measure random configuring sessions."`
	Schema  modelSchemaCommand  `cmd:"" help:"Print the JSON Schema of the model format."`
}

// modelFlags are what all commands about model files take.
type modelFlags struct {
	Files []string `arg:"" name:"file" help:"Model files." type:"existingfile"`
	Date  string   `help:"Day for which the models are compiled, YYYY-MM-DD; today if not given."`
	JSON  bool     `name:"json" help:"Print one JSON document."`
}

var errModels = errors.New("not all models are as they should be, see above")

// day is the day asked for.
func (f modelFlags) day() (civil.Date, error) { return dayOr(f.Date) }

func dayOr(date string) (civil.Date, error) {
	if date == "" {
		return civil.Of(time.Now()), nil
	}
	return civil.Parse(date)
}

// loadModel reads and compiles one file; the model may read files beside and
// below it.
func loadModel(file string, day civil.Date) (*configurator.Model, *configurator.Compiled, error) {
	dir, name := filepath.Split(file)
	if dir == "" {
		dir = "."
	}
	if other := notAModel(file); other != "" {
		return nil, nil, fault.FromIssues("not-a-model", "this is not a product model", []fault.Issue{{Kind: "not-a-model",
			Position: fault.Position{File: file}, Message: "this is " + other + "; use quotient price check"}})
	}
	m, err := configurator.Load(os.DirFS(dir), name)
	if err != nil {
		place(dir, fault.IssuesOf(err))
		return nil, nil, err
	}
	c, err := configurator.Compile(m, day)
	return m, c, err
}

// notAModel says what other document a file is, "" for a model and for what
// cannot be told.
func notAModel(file string) string {
	text, err := os.ReadFile(file)
	if err != nil || firstKeys.Find(text) == nil && (!codeKey.Match(text) || attributesKey.Match(text)) {
		return ""
	}
	return map[catalog.Kind]string{catalog.BookKind: "a price book", catalog.ProcedureKind: "a price procedure", catalog.TaxKind: "a tax table",
		catalog.RatesKind: "a list of exchange rates", catalog.ContractKind: "a contract", catalog.PromotionKind: "a promotion"}[kindOf(string(text))]
}

// A promotion has a code of its own and, unlike a model whose first line is
// wrong, no attributes.
var (
	codeKey       = regexp.MustCompile(`(?m)^\s*\{?\s*"?code"?\s*:`)
	attributesKey = regexp.MustCompile(`(?m)^\s*"?attributes"?\s*:`)
)

// place names the files of issues as an editor opened here finds them: the
// loader knows only the model's own folder.
func place(dir string, issues []fault.Issue) {
	here, err := os.Getwd()
	for n := range issues {
		file := &issues[n].Position.File
		if *file == "" {
			continue
		}
		*file = filepath.Join(dir, *file)
		if relative, relErr := filepath.Rel(here, *file); err == nil && relErr == nil && filepath.IsLocal(relative) {
			*file = relative
		}
	}
}

// printJSON writes one indented document.
func printJSON(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// eachModel loads every file and hands it over; it goes on after a failure, so
// that all of them are seen.
func (f modelFlags) eachModel(p *process, visit func(file string, m *configurator.Model, c *configurator.Compiled, err error) error) error {
	day, err := f.day()
	if err != nil {
		return err
	}
	failed := false
	for _, file := range f.Files {
		if err := p.ctx.Err(); err != nil {
			return err
		}
		m, c, err := loadModel(file, day)
		if err := visit(file, m, c, err); errors.Is(err, errModels) {
			failed = true
		} else if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	if failed {
		return errModels
	}
	return nil
}
