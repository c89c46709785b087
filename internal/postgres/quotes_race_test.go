package postgres_test

import (
	"context"
	"flag"
	"fmt"
	"sync"
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/quotestest"
)

// How often each race is run, and by how many: go test -run Rac -rounds 200 -racers 100.
var (
	rounds = flag.Int("rounds", 2, "rounds of every race between quotes' actions")
	racers = flag.Int("racers", 25, "how many want the same at once")
	sends  = flag.Int("sends", 20, "offers sent at once")
)

// together runs all functions at once and returns their errors.
func together(fns ...func() error) []error {
	errs := make([]error, len(fns))
	var start, done sync.WaitGroup
	start.Add(1)
	for n, fn := range fns {
		done.Go(func() {
			start.Wait()
			errs[n] = fn()
		})
	}
	start.Done()
	done.Wait()
	return errs
}

func times(n int, fn func(int) error) []func() error {
	out := make([]func() error, n)
	for i := range out {
		out[i] = func() error { return fn(i) }
	}
	return out
}

func succeeded(errs []error) int {
	n := 0
	for _, err := range errs {
		if err == nil {
			n++
		}
	}
	return n
}

func TestRaceOfFullOrdersHasOneWinner(t *testing.T) {
	t.Parallel()
	d := setup(t)
	defer d.checked(t)
	for range *rounds {
		v := d.accepted(t)
		errs := together(times(*racers, func(int) error {
			_, err := d.Order(context.Background(), d.Desk, quotes.Target{Revision: v.ID}, quotes.OrderInput{})
			return err
		})...)
		if n := succeeded(errs); n != 1 {
			t.Fatalf("%d full orders succeeded", n)
		}
		placed := must[[]quotes.Order](t)(d.Orders(t.Context(), d.Desk, quotes.OrderFilter{Family: v.Family}))
		if len(placed) != 1 {
			t.Fatalf("%d orders are stored", len(placed))
		}
		for _, err := range errs {
			if err == nil {
				continue
			}
			if f := faultOf(t, err); f.Code != fault.Conflict || f.Details["order"] != placed[0].ID {
				t.Fatalf("a loser got %v with %v, want the order %s named", err, f.Details, placed[0].ID)
			}
		}
	}
}

func TestRaceForSingleUnitsSellsEachOnce(t *testing.T) {
	t.Parallel()
	d := setup(t)
	defer d.checked(t)
	for range *rounds {
		v := d.accepted(t) // of 10 bikes
		errs := together(times(*racers, func(int) error {
			_, err := d.Order(context.Background(), d.Desk, quotes.Target{Revision: v.ID}, take(v.Lines[0].ID, "1"))
			return err
		})...)
		if n := succeeded(errs); n != 10 {
			t.Fatalf("%d of 10 units were ordered", n)
		}
	}
}

func TestRaceOfTwoEditorsLosesNoUpdate(t *testing.T) {
	t.Parallel()
	d := setup(t)
	v := d.draft(t, line("BIKE", "1"))
	for round := range 5 * *rounds {
		errs := together(times(2, func(n int) error {
			note := fmt.Sprintf("round %d editor %d", round, n)
			_, err := d.Edit(context.Background(), d.Rep, on(v), quotes.Changes{Header: &quotes.ContentPatch{Notes: &note}})
			return err
		})...)
		winner := 0
		if errs[0] != nil {
			winner = 1
		}
		if succeeded(errs) != 1 || fault.CodeOf(errs[1-winner]) != fault.PreconditionFailed {
			t.Fatalf("the editors got %v", errs)
		}
		v = must[quotes.RevisionView](t)(d.Revision(t.Context(), d.Rep, v.ID))
		if want := fmt.Sprintf("round %d editor %d", round, winner); v.Notes != want {
			t.Fatalf("stored are the notes %q, want %q", v.Notes, want)
		}
	}
	d.checked(t)
}

func TestRaceOfSendsNumbersWithoutGap(t *testing.T) {
	t.Parallel()
	d := setup(t)
	defer d.checked(t)
	count := max(*sends, 2)
	drafts := make([]quotes.RevisionView, count)
	for n := range drafts {
		drafts[n] = must[quotes.RevisionView](t)(d.Submit(t.Context(), d.Rep, on(d.draft(t, line("BIKE", "1")))))
	}
	var mu sync.Mutex
	numbers := map[string]bool{}
	errs := together(times(count, func(n int) error {
		v, err := d.Send(context.Background(), d.Rep, on(drafts[n]))
		mu.Lock()
		defer mu.Unlock()
		numbers[v.Quote.Number] = true
		return err
	})...)
	if n := succeeded(errs); n != count {
		t.Fatalf("%d of %d sends succeeded: %v", n, count, errs)
	}
	for n := range count {
		if want := fmt.Sprintf("Q-2026-%06d", n+1); !numbers[want] {
			t.Errorf("nobody has the number %s", want)
		}
	}
}

// Whichever of two actions comes first, the history is legal and the other is
// refused or follows it.
func TestRacingPairsLeaveALegalHistory(t *testing.T) {
	t.Parallel()
	d := setup(t)
	defer d.checked(t)
	boss := d.Manager
	boss.Roles = []identity.Role{identity.Manager, identity.Approver}
	type act func(context.Context, quotes.Target) error
	submit := act(func(ctx context.Context, r quotes.Target) error { return view(d.Submit(ctx, d.Rep, r)) })
	send := act(func(ctx context.Context, r quotes.Target) error { return view(d.Send(ctx, d.Rep, r)) })
	discard := act(func(ctx context.Context, r quotes.Target) error { return view(d.Discard(ctx, d.Rep, r, "")) })
	approve := act(func(ctx context.Context, r quotes.Target) error {
		return view(d.Approve(ctx, boss, r, quotes.Decision{}))
	})
	giveBack := act(func(ctx context.Context, r quotes.Target) error {
		return view(d.Return(ctx, boss, r, quotes.Decision{Comment: "no"}))
	})
	recall := act(func(ctx context.Context, r quotes.Target) error { return view(d.Recall(ctx, d.Rep, r)) })
	accept := act(func(ctx context.Context, r quotes.Target) error {
		return view(d.Accept(ctx, quotestest.BuyerOf(d.Rep.Tenant, r.Revision), r, quotes.AcceptanceInput{}))
	})
	record := act(func(ctx context.Context, r quotes.Target) error {
		return view(d.RecordAcceptance(ctx, d.Rep, r, quotes.AcceptanceInput{FileHash: "ab", Signer: "Sophie Durand"}))
	})
	reject := act(func(ctx context.Context, r quotes.Target) error {
		return view(d.Reject(ctx, d.Rep, r, quotes.Loss{Reason: "price"}))
	})
	withdraw := act(func(ctx context.Context, r quotes.Target) error { return view(d.Withdraw(ctx, d.Rep, r, "no")) })
	revise := act(func(ctx context.Context, r quotes.Target) error { return view(d.Revise(ctx, d.Rep, r, "price")) })
	order := act(func(ctx context.Context, r quotes.Target) error {
		_, err := d.Order(ctx, d.ERP, r, quotes.OrderInput{})
		return err
	})
	undo := act(func(ctx context.Context, r quotes.Target) error {
		return view(d.CancelAcceptance(ctx, d.Manager, r, "no"))
	})
	draft := func(percent string) func(testing.TB) quotes.RevisionView {
		return func(t testing.TB) quotes.RevisionView { return d.draft(t, discounted("BIKE", "10", percent)) }
	}
	submitted := func(percent string) func(testing.TB) quotes.RevisionView {
		return func(t testing.TB) quotes.RevisionView {
			return must[quotes.RevisionView](t)(d.Submit(t.Context(), d.Rep, on(draft(percent)(t))))
		}
	}
	for _, c := range []struct {
		name  string
		start func(testing.TB) quotes.RevisionView
		a, b  act
	}{
		{"submit, discard", draft("0"), submit, discard},
		{"submit, submit", draft("20"), submit, submit},
		{"approve, recall", submitted("20"), approve, recall},
		{"approve, return", submitted("20"), approve, giveBack},
		{"approve, discard", submitted("20"), approve, discard},
		{"send, send", submitted("0"), send, send},
		{"send, discard", submitted("0"), send, discard},
		{"accept, withdraw", d.sent, accept, withdraw},
		{"accept, reject", d.sent, accept, reject},
		{"accept, record", d.sent, accept, record},
		{"accept, revise", d.sent, accept, revise},
		{"reject, withdraw", d.sent, reject, withdraw},
		{"revise, revise", d.sent, revise, revise},
		{"order, cancel acceptance", d.accepted, order, undo},
		{"order, order", d.accepted, order, order},
	} {
		t.Run(c.name, func(t *testing.T) {
			for range *rounds {
				v := c.start(t)
				r := quotes.Target{Revision: v.ID}
				errs := together(func() error { return c.a(context.Background(), r) }, func() error { return c.b(context.Background(), r) })
				if succeeded(errs) == 0 {
					t.Fatalf("both were refused: %v", errs)
				}
				for _, err := range errs {
					if code := fault.CodeOf(err); err != nil && code != fault.Conflict && code != fault.PreconditionFailed {
						t.Fatalf("a loser got %v", err)
					}
				}
			}
		})
	}
}
