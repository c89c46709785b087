package pricing_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/rules"
)

// TestWorkedExamples prices each archive of testdata/examples and compares the
// waterfall and sums, as a pricing admin reads them, with the file "want".
func TestWorkedExamples(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/examples/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			want := &archive.Files[slices.IndexFunc(archive.Files, func(f txtar.File) bool { return f.Name == "want" })]
			set, request := example(t, archive)
			pricer, err := pricing.Compile(set)
			if err != nil {
				t.Fatal(err)
			}
			result := pricer.Price(request)
			checkSums(t, result)
			got := render(result)
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("the price differs (-want +got):\n%s", diff)
			}
		})
	}
}

// example reads the files of an archive. Without a tax table of its own
// everything is taxed at 20 %.
func example(t *testing.T, archive *txtar.Archive) (pricing.Set, pricing.Request) {
	t.Helper()
	fsys, err := txtar.FS(archive)
	if err != nil {
		t.Fatal(err)
	}
	set := pricing.Set{
		Taxes:  &pricing.TaxTable{Rules: []pricing.TaxRule{{Category: pricing.StandardRated, Rate: dec("20")}}},
		Models: []pricing.Model{conveyor(t)},
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	has := func(name string) bool { _, err := fs.Stat(fsys, name); return err == nil }
	set.Book, err = pricing.LoadBook(fsys, "book.yaml")
	must(err)
	if has("parent.yaml") {
		parent, err := pricing.LoadBook(fsys, "parent.yaml")
		must(err)
		set.Parents = []*pricing.Book{parent}
	}
	if has("taxes.yaml") {
		set.Taxes, err = pricing.LoadTaxes(fsys, "taxes.yaml")
		must(err)
	}
	if has("rates.yaml") {
		set.Rates, err = pricing.LoadRates(fsys, "rates.yaml")
		must(err)
	}
	if has("procedure.yaml") {
		set.Procedure, err = pricing.LoadProcedure(fsys, "procedure.yaml")
		must(err)
	}
	request, err := pricing.LoadRequest(fsys, "request.yaml")
	must(err)
	return set, *request
}

// conveyor is the model that formulas in the examples read.
func conveyor(t *testing.T) pricing.Model {
	t.Helper()
	motors, err := rules.NewOptions([]string{"m250", "m500"}, []rules.Property{{Name: "power", Type: rules.Number}},
		[][]rules.Value{{rules.IntValue(250)}, {rules.IntValue(500)}})
	if err != nil {
		t.Fatal(err)
	}
	return pricing.Model{Code: "conveyor", Version: "1", Names: []rules.Name{
		{Name: "length", Type: rules.Number}, {Name: "width", Type: rules.Number},
		{Name: "motor", Type: rules.Choice(motors)}, {Name: "guard", Type: rules.Bool},
	}}
}

// checkSums verifies the laws of addition that hold for every result.
func checkSums(t interface {
	Helper()
	Errorf(string, ...any)
}, r pricing.Result) {
	t.Helper()
	net := map[pricing.Period]money.Decimal{}
	for _, l := range r.Lines {
		var steps money.Decimal
		for i, s := range l.Steps {
			steps = steps.Add(s.Amount)
			if i > 0 && s.Kind != pricing.LineRoundingStep && s.Kind != pricing.SectionStep && s.Kind != pricing.QuoteStep &&
				!s.Before.Equal(l.Steps[i-1].After) {
				t.Errorf("line %s: step %s begins at %s, the one before ends at %s", l.ID, s.ID, s.Before, l.Steps[i-1].After)
			}
		}
		if !steps.Equal(l.FinalNet) {
			t.Errorf("line %s: its steps add up to %s, not %s", l.ID, steps, l.FinalNet)
		}
		if l.Counted {
			net[l.Period] = net[l.Period].Add(l.FinalNet)
		}
	}
	for _, c := range r.Charges {
		if c.Counted {
			net[c.Period] = net[c.Period].Add(c.Net)
		}
	}
	base := map[pricing.Period]money.Decimal{}
	vat := map[pricing.Period]money.Decimal{}
	for _, row := range r.VAT {
		base[row.Period] = base[row.Period].Add(row.Base)
		vat[row.Period] = vat[row.Period].Add(row.Amount)
	}
	for period, total := range map[pricing.Period]pricing.PeriodTotal{
		pricing.OneOff: r.Totals.OneOff, pricing.Month: r.Totals.Month, pricing.Year: r.Totals.Year,
	} {
		if !total.Net.Equal(net[period]) {
			t.Errorf("%s: the total is %s, the lines and charges add up to %s", period, total.Net, net[period])
		}
		if !total.Gross.Equal(total.Net.Add(total.VAT)) || !total.VAT.Equal(vat[period]) {
			t.Errorf("%s: %+v does not add up with VAT %s", period, total, vat[period])
		}
		if len(r.VAT) > 0 && r.Complete && !base[period].Equal(total.Net) {
			t.Errorf("%s: VAT bases add up to %s, not %s", period, base[period], total.Net)
		}
	}
}

// render writes a result as a pricing admin reads it.
func render(r pricing.Result) string {
	var out strings.Builder
	for _, l := range r.Lines {
		fmt.Fprintf(&out, "line %s: %s x %s", l.ID, l.Quantity, l.UnitNet)
		if l.Per != dec("1") {
			fmt.Fprintf(&out, " per %s", l.Per)
		}
		fmt.Fprintf(&out, " = %s, final %s", l.Net, l.FinalNet)
		if l.Period != pricing.OneOff {
			fmt.Fprintf(&out, " a %s, %d months, TCV %s", l.Period, l.Months, l.TCV)
			for _, d := range l.Schedule {
				fmt.Fprintf(&out, ", year %d %s", d.Year, d.Net)
			}
		}
		for _, flag := range []struct {
			set  bool
			text string
		}{{!l.Priced, "no price"}, {l.OnRequest, "on request"}, {!l.Counted, "not counted"}, {l.BelowFloor, "below floor"}, {l.PriceKept, "kept"}} {
			if flag.set {
				out.WriteString(", " + flag.text)
			}
		}
		if l.Entry != nil && l.Entry.Scope != "base" {
			out.WriteString(", by " + l.Entry.Scope)
		}
		if m := l.Margin; m != nil {
			fmt.Fprintf(&out, ", cost %s, margin %s", m.Cost, m.Amount)
		}
		out.WriteString("\n")
		w := tabwriter.NewWriter(&out, 0, 1, 2, ' ', tabwriter.AlignRight)
		for _, s := range l.Steps {
			fmt.Fprintf(w, "  %s\t%s\t%s\t%s\t", s.ID, s.Before, s.After, s.Amount)
			fmt.Fprintf(w, "  %s\n", s.Message().In("en"))
		}
		_ = w.Flush()
	}
	for _, c := range r.Charges {
		fmt.Fprintf(&out, "charge %s %s: %s, %s %s %%\n", c.Code, c.Line, c.Net, c.Tax.Category, c.Tax.Rate)
	}
	for _, s := range r.Sections {
		fmt.Fprintf(&out, "section %s: one-off %s, month %s, year %s\n", s.ID, s.OneOff, s.Month, s.Year)
	}
	for _, v := range r.VAT {
		fmt.Fprintf(&out, "VAT %s %s %s %% on %s: %s %s\n", v.Period, v.Category, v.Rate, v.Base, v.Amount, v.Reason.In("en"))
	}
	for _, p := range []struct {
		name  string
		total pricing.PeriodTotal
	}{{"one-off", r.Totals.OneOff}, {"month", r.Totals.Month}, {"year", r.Totals.Year}} {
		if !p.total.Net.IsZero() {
			fmt.Fprintf(&out, "total %s: net %s, VAT %s, gross %s\n", p.name, p.total.Net, p.total.VAT, p.total.Gross)
		}
	}
	t := r.Totals
	if !t.MRR.IsZero() {
		fmt.Fprintf(&out, "TCV %s, ACV %s, MRR %s, ARR %s\n", t.TCV, t.ACV, t.MRR, t.ARR)
	}
	if !t.LargestTCV.Equal(t.TCV) {
		fmt.Fprintf(&out, "largest TCV %s\n", t.LargestTCV)
	}
	for _, i := range r.Issues {
		fmt.Fprintf(&out, "%s %s: %s\n", i.Severity, strings.TrimSpace(i.Kind+" "+i.Line), i.Message.In("en"))
	}
	return out.String()
}
