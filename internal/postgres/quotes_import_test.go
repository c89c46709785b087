package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/quotes"
)

const pastFile = `number;customer;owner;team;state;created_on;sent_on;valid_until;decided_on;ordered_on;amount;list_amount;cost;currency;rate;product;product_family;quantity;loss_reason;competitor;region
A-1;Mairie de Lyon;claire@example.com;;ordered;2025-01-08;2025-01-10;2025-02-10;2025-01-20;2025-01-21;1 000,50;1200;700;;;BIKE;bikes;3;;;south
A-1;;;;;;;;;;500;;;;;;spares;1;;;
A-2;Mairie de Lyon;claire@example.com;North;rejected;2025-01-08;2025-01-12;;2025-02-01;;2000;;;;;BIKE;bikes;;price;acme;
A-3;Nantes Métropole;claire@example.com;;expired;2025-02-08;2025-02-12;2025-03-01;;;3000;;;USD;0.9;BIKE;bikes;;;;west
A-4;Nantes Métropole;claire@example.com;;expired;2025-02-08;2025-02-12;2025-03-01;;;3000;;;CHF;;BIKE;bikes;;;;
`

// What an import says of the past is what figures of the past say, with the
// days then and known only since now; the file again changes nothing.
func TestImportedHistoryCounts(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	ask := func(metric string, q kpi.Query) []kpi.Figure {
		t.Helper()
		metrics := must[*kpi.Metrics](t)(kpi.Definitions())
		q.Metrics, q.From, q.To = []string{metric}, civil.MustParse("2025-01-01"), civil.MustParse("2026-01-01")
		return must[kpi.Result](t)(kpi.NewService(postgres.NewKPI(d.db), metrics, d.clock.Now).Query(ctx, d.Admin, q)).Answers[0].Figures
	}
	before := d.clock.Now()
	d.clock.Advance(time.Second)
	told := len(d.told)
	for _, want := range []int{4, 0} {
		found, taken, err := d.ImportHistory(ctx, d.Admin, "old", strings.NewReader(pastFile), nil)
		if err != nil || found != 4 || taken != want {
			t.Fatalf("%d of %d taken over, want %d: %v", taken, found, want, err)
		}
	}
	var relived int
	for _, e := range d.told[told:] {
		if e.OfThePast() {
			relived++
		}
	}
	if relived != len(d.told)-told || relived == 0 {
		t.Errorf("%d of %d events are of the past", relived, len(d.told)-told)
	}
	sent := ask("quotes_sent", kpi.Query{})[0]
	if sent.N != 4 || len(sent.Gaps) != 1 || sent.Gaps[0].Currency != "CHF" {
		t.Errorf("sent %+v, want 4 of which CHF has no rate", sent)
	}
	if got := ask("order_intake", kpi.Query{})[0]; got.Value.String() != "1500.5" {
		t.Errorf("intake %s", got.Value)
	}
	if got := ask("win_rate", kpi.Query{})[0]; got.K != 1 || got.N != 4 {
		t.Errorf("won %d of %d", got.K, got.N)
	}
	if got := ask("loss_reasons", kpi.Query{Slices: []kpi.Dimension{kpi.ByReason}}); len(got) != 2 || got[1].Key[0] != "price" {
		t.Errorf("reasons %+v", got)
	}
	if got := ask("new_customers", kpi.Query{})[0]; got.N != 1 {
		t.Errorf("%d new customers", got.N)
	}
	if got := ask("quotes_sent", kpi.Query{AsOf: before})[0]; got.N != 0 {
		t.Errorf("%d quotes were known before the import", got.N)
	}
	found := must[[]quotes.Summary](t)(d.Quotes(ctx, d.Rep, quotes.Filter{Text: "old:A-1"}))
	if len(found) != 1 || found[0].State != quotes.Ordered || found[0].TCV.String() != "1500.5" {
		t.Errorf("found %+v", found)
	}
	d.checked(t)
}

// Every mistake of every row is told at once, and nothing is stored.
func TestMistakesInHistory(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	file := "number,customer,owner,state,created_on,sent_on,decided_on,ordered_on,amount,currency,team\n" +
		"1,X,claire@example.com,sent,2025-02-30,2025-03-01,,,10,,\n" +
		"2,X,claire@example.com,sent,2025-03-02,2025-03-01,,,ten,,\n" +
		"3,,nobody@example.com,lost,2025-03-02,2025-03-03,,,10,EURO,\n" +
		"4,X,claire@example.com,ordered,2025-03-02,2025-03-03,2025-03-09,2025-03-08,10,,West\n" +
		"5,X,claire@example.com,rejected,2025-03-02,2025-03-03,2999-03-09,,10,,\n" +
		"6,X,claire@example.com,sent,2025-03-02,2025-03-03,,,10,,\n" +
		"6,Y,,,,,,,,,\n"
	_, _, err := d.ImportHistory(ctx, d.Admin, "old", strings.NewReader(file), nil)
	var got []string
	for _, i := range fault.IssuesOf(err) {
		got = append(got, i.Position.String())
	}
	want := []string{"2:5", "2:5", "3:6", "3:9", "4:2", "4:3", "4:4", "4:10", "5:8", "5:11", "6:7", "8:2", "8:9"}
	for _, w := range want {
		if !strings.Contains(" "+strings.Join(got, " ")+" ", " "+w+" ") {
			t.Errorf("nothing is said about %s", w)
		}
	}
	if t.Failed() {
		t.Log(err)
	}
	if n := len(must[[]quotes.Summary](t)(d.Quotes(ctx, d.Rep, quotes.Filter{Text: "old:6"}))); n != 0 {
		t.Errorf("%d quotes were stored", n)
	}
	_, _, err = d.ImportHistory(ctx, d.Rep, "old", strings.NewReader(file), nil)
	wantCode(t, err, fault.Forbidden)
}

// An import in the background tells how far it has come, and what is cancelled
// leaves nothing.
func TestImportsInTheBackground(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	var asked []identity.ID
	imports := postgres.NewImports(d.db, func(_ context.Context, _ pgx.Tx, _, id identity.ID) error {
		asked = append(asked, id)
		return nil
	})
	d.withImports(imports)
	_, err := d.StartImport(ctx, d.Admin, "old", []byte("number\n"))
	wantCode(t, err, fault.Invalid)
	started := must[quotes.HistoryImport](t)(d.StartImport(ctx, d.Admin, "old", []byte(pastFile)))
	if len(asked) != 1 || asked[0] != started.ID || started.State != quotes.ImportWaiting || started.Quotes != 4 {
		t.Fatalf("started %+v, asked for %v", started, asked)
	}
	for range 2 { // a job may run twice
		if err := d.RunImport(ctx, d.Admin, started.ID); err != nil {
			t.Fatal(err)
		}
		done := must[quotes.HistoryImport](t)(d.Import(ctx, d.Admin, started.ID))
		if done.State != quotes.ImportDone || done.Done != 4 || done.Taken != 4 || done.FinishedAt.IsZero() {
			t.Errorf("at the end %+v", done)
		}
	}
	_, err = d.CancelImport(ctx, d.Admin, started.ID)
	wantCode(t, err, fault.Conflict)
	_, err = d.Import(ctx, d.Outsider, started.ID)
	if err == nil {
		t.Error("another company sees the import")
	}

	other := strings.ReplaceAll(pastFile, "A-", "B-")
	started = must[quotes.HistoryImport](t)(d.StartImport(ctx, d.Admin, "old", []byte(other)))
	must[quotes.HistoryImport](t)(d.CancelImport(ctx, d.Admin, started.ID))
	if err := d.RunImport(ctx, d.Admin, started.ID); err != nil {
		t.Fatal(err)
	}
	if i := must[quotes.HistoryImport](t)(d.Import(ctx, d.Admin, started.ID)); i.State != quotes.ImportCancelled || i.Taken != 0 {
		t.Errorf("cancelled %+v", i)
	}
	if n := len(must[[]quotes.Summary](t)(d.Quotes(ctx, d.Rep, quotes.Filter{Text: "old:B-1"}))); n != 0 {
		t.Errorf("%d quotes of a cancelled import are here", n)
	}
	d.checked(t)
}

// history is a file of n past quotes of every state.
func history(n int) string {
	var b strings.Builder
	b.WriteString("number,customer,owner,state,created_on,sent_on,valid_until,decided_on,ordered_on,amount,list_amount,product,product_family,loss_reason\n")
	states := []string{"ordered", "rejected", "expired", "sent", "ordered"}
	for i := range n {
		sent := civil.MustParse("2023-01-02").AddDays(i % 700)
		decided, ordered := sent.AddDays(9).String(), ""
		switch state := states[i%5]; state {
		case "ordered":
			ordered = decided
		case "expired", "sent":
			decided = ""
		}
		fmt.Fprintf(&b, "N%d,Customer %d,claire@example.com,%s,%s,%s,%s,%s,%s,%d,%d,SKU-%d,bikes,%s\n", i, i%997, states[i%5], sent.AddDays(-3), sent,
			sent.AddDays(30), decided, ordered, 100+i, 120+i, i%50, map[bool]string{true: "price"}[states[i%5] == "rejected"])
	}
	return b.String()
}

// Larger than one part, stopped in the middle, and once more to the end.
// QUOTIENT_IMPORT_ROWS sets the size.
func TestAnInterruptedImportLeavesNothing(t *testing.T) {
	t.Parallel()
	d := setup(t)
	rows := 600
	if text := os.Getenv("QUOTIENT_IMPORT_ROWS"); text != "" {
		rows = must[int](t)(strconv.Atoi(text))
	}
	file := history(rows)
	ctx, stop := context.WithCancel(t.Context())
	_, _, err := d.ImportHistory(ctx, d.Admin, "old", strings.NewReader(file), func(done, of int) {
		if done < of {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped: %v", err)
	}
	var steps []int
	began := d.clock.Now()
	found, taken, err := d.ImportHistory(t.Context(), d.Admin, "old", strings.NewReader(file), func(done, _ int) { steps = append(steps, done) })
	if err != nil || found != rows || taken != rows || len(steps) < 2 || steps[len(steps)-1] != rows {
		t.Errorf("%d of %d, in steps %v: %v", taken, found, steps[:min(5, len(steps))], err)
	}
	if rows > 1000 {
		return
	}
	d.checked(t)
	got, err := postgres.RebuildFacts(t.Context(), d.db, d.Rep.Tenant, func(postgres.Rebuilt) {})
	if diff := cmp.Diff(postgres.Rebuilt{Families: int64(rows), Events: got.Events}, got); diff != "" || err != nil {
		t.Errorf("facts of the import (-want +got): %s %v; begun %s", diff, err, began)
	}
}
