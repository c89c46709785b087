package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// priceCommand groups what a pricing admin does: the first three with files, the
// others with what a company has published.
type priceCommand struct {
	Check priceCheckCommand `cmd:"" help:"Read price documents and models, check them together, and run the tests of the procedure."`
	Run   priceRunCommand   `cmd:"" help:"Price a request with files, and show every step."`
	Diff  priceDiffCommand  `cmd:"" help:"Say what differs between two versions of a price document."`

	List    priceListCommand    `cmd:"" help:"List the published versions of a company."`
	Publish pricePublishCommand `cmd:"" help:"Publish a price document."`
	Effect  priceEffectCommand  `cmd:"" help:"Say what a price document would do to open quotes."`
	Restore priceRestoreCommand `cmd:"" help:"Make an earlier version the current one again."`
	Export  priceExportCommand  `cmd:"" help:"Write the entries of a price book as CSV or XLSX."`
	Import  priceImportCommand  `cmd:"" help:"Publish a price book with the entries of a CSV or XLSX file."`
	Replay  priceReplayCommand  `cmd:"" help:"Price stored revisions again, and name the first step that differs."`
}

var errPrices = errors.New("not all is as it should be, see above")

// companyFlags say whose prices a command is about.
type companyFlags struct {
	databaseFlags
	Company string `help:"The company's id; needed when there are several." env:"QUOTIENT_COMPANY" placeholder:"ID"`
	JSON    bool   `name:"json" help:"Print one JSON document."`
}

// with opens the database and runs do with the services, for the company. It may
// run beside the service.
func (f companyFlags) with(p *process, do func(s *services, who identity.Actor) error) error {
	f.Data = orDefault(f.Data, serveData())
	db, err := f.openBeside(p)
	if err != nil {
		return err
	}
	return errors.Join(f.in(p.ctx, db.DB, do), db.stop())
}

func (f companyFlags) in(ctx context.Context, db *postgres.DB, do func(s *services, who identity.Actor) error) error {
	tenant, err := f.tenant(ctx, db)
	if err != nil {
		return err
	}
	s, err := newServices(db, postage{})
	if err != nil {
		return err
	}
	return do(s, system(tenant))
}

func (f companyFlags) tenant(ctx context.Context, db *postgres.DB) (identity.ID, error) {
	if f.Company != "" {
		return identity.Parse(f.Company)
	}
	all, err := db.TenantIDs(ctx)
	switch {
	case err != nil:
		return identity.Nil, err
	case len(all) == 0:
		return identity.Nil, errors.New("there is no company yet: add one with quotient company")
	case len(all) > 1:
		return identity.Nil, fmt.Errorf("there are %d companies: name one with --company, such as %s", len(all), all[0])
	}
	return all[0], nil
}

// draftOf reads a file, and the tables beside it, as something to publish.
func draftOf(file string) (catalog.Draft, error) {
	dir, name := filepath.Split(file)
	source, err := catalog.ReadSource(os.DirFS(cmp.Or(dir, ".")), name, ".csv")
	if err != nil {
		return catalog.Draft{}, err
	}
	kind := kindOf(source[name])
	if kind != catalog.ModelKind && !strings.Contains(source[name], ".csv") {
		source = catalog.Source{name: source[name]} // a table beside it that it does not name is none of its files
	}
	return catalog.Draft{Kind: kind, Entry: name, Source: source}, nil
}

var firstKeys = regexp.MustCompile(`(?m)^\s*"?(model|book|procedure|taxes|rates|customer)"?\s*:`)

// kindOf tells documents apart by the field that only they have.
func kindOf(text string) catalog.Kind {
	kinds := map[string]catalog.Kind{"model": catalog.ModelKind, "book": catalog.BookKind, "procedure": catalog.ProcedureKind,
		"taxes": catalog.TaxKind, "rates": catalog.RatesKind, "customer": catalog.ContractKind}
	if found := firstKeys.FindStringSubmatch(text); found != nil {
		return kinds[found[1]]
	}
	return catalog.PromotionKind
}

// printIssues prints each finding on a line of its own.
func printIssues(p *process, issues []fault.Issue) {
	for _, i := range issues {
		fmt.Fprintln(p.stdout, i)
		if i.Snippet != "" {
			fmt.Fprintln(p.stdout, i.Snippet)
		}
	}
}

// told turns an error with findings into those findings and one line.
func told(p *process, err error) error {
	issues := fault.IssuesOf(err)
	if len(issues) == 0 {
		return err
	}
	printIssues(p, issues)
	return errPrices
}
