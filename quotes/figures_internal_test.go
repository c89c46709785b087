package quotes

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// anyLine is a one-off line with some discount.
func anyLine(t *rapid.T) Line {
	list := money.New(rapid.Int64Range(0, 100_000).Draw(t, "list"), -2)
	net := list.Mul(money.New(rapid.Int64Range(0, 110).Draw(t, "share"), -2)).Round(2)
	cost := list.Mul(money.New(rapid.Int64Range(10, 90).Draw(t, "cost"), -2)).Round(2)
	l := Line{ID: identity.NewID(), Quantity: one, Resolved: Resolved{Period: OneOff},
		Price: LinePrice{ListAmount: list, BeforeManual: list, FinalNet: net, TCV: net, Cost: &cost}}
	switch rapid.IntRange(0, 3).Draw(t, "kind") {
	case 0:
		l.Optional = true
	case 1:
		l.Alternative = rapid.SampledFrom([]string{"a", "b"}).Draw(t, "group")
	}
	return l
}

// propose makes the first line of each alternative the proposed one.
func propose(lines []Line) {
	seen := map[string]bool{}
	for n, l := range lines {
		lines[n].Proposed = l.Alternative != "" && !seen[l.Alternative]
		seen[l.Alternative] = true
	}
}

// selections calls visit with every choice a buyer has.
func selections(lines []Line, visit func([]Line)) {
	groups := map[string]bool{}
	for _, l := range lines {
		if l.Alternative != "" {
			groups[l.Alternative] = true
		}
	}
	for mask := range 1 << len(lines) {
		taken := map[string]int{}
		var chosen []Line
		legal := true
		for n, l := range lines {
			in := mask>>n&1 == 1
			switch {
			case l.Alternative != "":
				if in {
					taken[l.Alternative]++
				}
			case !l.Optional && !in:
				legal = false
			}
			if in {
				chosen = append(chosen, l)
			}
		}
		for g := range groups {
			legal = legal && taken[g] == 1
		}
		if legal {
			visit(chosen)
		}
	}
}

// hasBase reports whether there is anything to divide by.
func hasBase(f ratio, lines []Line) bool {
	sum := zero
	for _, l := range lines {
		_, base, _ := f(l)
		sum = sum.Add(base)
	}
	return !sum.IsZero()
}

// The worst ratio is the largest over everything a buyer can choose that has a
// base; a choice of nothing but free lines counts as 0 when it is proposed, and
// not at all otherwise.
func TestWorstRatioIsTheLargestOverAllChoices(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(rapid.Custom(anyLine), 1, 7).Draw(t, "lines")
		propose(lines)
		for name, f := range map[string]ratio{"discretionary": discretionary, "total": total, "loss": loss} {
			got, ok := f.worst(lines).Decimal()
			proposed := slices.DeleteFunc(slices.Clone(lines), func(l Line) bool { return !l.Selected() })
			if !ok || !hasBase(f, proposed) {
				continue
			}
			var want money.Decimal
			found := false
			selections(lines, func(chosen []Line) {
				if q, ok := f.of(chosen...).Decimal(); ok && hasBase(f, chosen) && (!found || q.Cmp(want) > 0) {
					want, found = q, true
				}
			})
			if !got.Equal(want) {
				t.Fatalf("%s: worst is %s, over all choices it is %s", name, got, want)
			}
		}
	})
}

// Whatever the parts in which a line is ordered, their nets sum to the accepted
// one, and the steps of each lead to its net.
func TestSharesOfALineSumExactly(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		quantity := rapid.Int64Range(1, 50).Draw(t, "quantity")
		net := money.New(rapid.Int64Range(0, 1_000_000).Draw(t, "net"), -2)
		off := money.New(rapid.Int64Range(0, 5_000).Draw(t, "off"), -2)
		l := Line{Quantity: money.FromInt(quantity), Resolved: Resolved{Period: OneOff}, Price: LinePrice{FinalNet: net, TCV: net,
			Steps: []PriceStep{{Code: "list", Amount: net.Add(off)}, {Code: "manual", Amount: off.Neg()}}}}
		b := Balance{Accepted: l.Quantity, Remaining: l.Quantity, RemainingNet: net}
		sum := zero
		for b.Remaining.Sign() > 0 {
			left, _ := b.Remaining.Int64()
			q := money.FromInt(rapid.Int64Range(1, left).Draw(t, "part"))
			part := b.take(q, 2)
			sum = sum.Add(part)
			share := l.share(q, part, 2)
			steps := zero
			for _, s := range share.Price.Steps {
				steps = steps.Add(s.Amount)
			}
			if !steps.Equal(part) || !share.Price.TCV.Equal(part) {
				t.Fatalf("a part of %s has steps of %s and a TCV of %s", part, steps, share.Price.TCV)
			}
		}
		if !sum.Equal(net) || !b.RemainingNet.IsZero() {
			t.Fatalf("the parts sum to %s of %s, %s remain", sum, net, b.RemainingNet)
		}
	})
}

func TestVerifyChainNamesTheFirstBrokenEntry(t *testing.T) {
	t.Parallel()
	c := &Case{Settings: DefaultSettings(), Family: Family{ID: identity.NewID()}}
	for range 3 {
		if err := c.record(stamp{}, Event{Type: EventUpdated}, nil, []Change{{Field: "title", After: "x"}}, map[string]string{"actor": "A"}); err != nil {
			t.Fatal(err)
		}
	}
	entries := c.writes.Entries
	length, head := c.Family.Audit()
	if err := VerifyChain(entries, length, head); err != nil {
		t.Fatal(err)
	}
	entries[1].Personal = nil // erasure
	if err := VerifyChain(entries, length, head); err != nil {
		t.Errorf("erasing personal data broke the chain: %v", err)
	}
	for name, tamper := range map[string]func([]Entry) []Entry{
		"payload":  func(e []Entry) []Entry { e[1].Payload = []byte(`{}`); return e },
		"changes":  func(e []Entry) []Entry { e[2].Changes = []byte(`[]`); return e },
		"removed":  func(e []Entry) []Entry { return append(e[:1:1], e[2:]...) },
		"cut":      func(e []Entry) []Entry { return e[:2] },
		"reversed": func(e []Entry) []Entry { return []Entry{e[1], e[0], e[2]} },
	} {
		copied := append([]Entry(nil), entries...)
		if err := VerifyChain(tamper(copied), length, head); err == nil {
			t.Errorf("%s: nothing was found", name)
		}
	}
}
