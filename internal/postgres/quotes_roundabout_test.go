package postgres_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// What was approved cannot be turned into something else afterwards: whichever
// way it is changed, it is approved anew before it can be sent.
func TestNoWayRoundOnceApproved(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	ok := must[quotes.RevisionView](t)
	edit := func(t testing.TB, v quotes.RevisionView, changes quotes.Changes) quotes.RevisionView {
		t.Helper()
		return must[quotes.RevisionView](t)(d.Edit(ctx, d.Rep, on(v), changes))
	}
	usd, term := money.MustParseCurrency("USD"), 24
	quantity := money.FromInt(4)
	target := line("BIKE", "10")
	target.Manual = quotes.Adjustment{Kind: quotes.TargetNet, Value: money.MustParse("800")}
	for name, change := range map[string]func(t testing.TB, v quotes.RevisionView) quotes.RevisionView{
		"duplicated into a quote of its own": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			return must[quotes.RevisionView](t)(d.Clone(ctx, d.Rep, v.ID, quotes.CloneInput{}))
		},
		"duplicated for somebody else": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			return must[quotes.RevisionView](t)(d.Clone(ctx, d.Rep, v.ID, quotes.CloneInput{Title: "Same again", Reprice: true}))
		},
		"as another variant": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			w := must[quotes.RevisionView](t)(d.AddVariant(ctx, d.Rep, on(v), "B"))
			return edit(t, w, quotes.Changes{Change: []quotes.LinePatch{{ID: w.Lines[0].ID, Manual: percentOff("30")}}})
		},
		"split into two lines and deeper": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			return edit(t, v, quotes.Changes{Change: []quotes.LinePatch{{ID: v.Lines[0].ID, Quantity: &quantity}}, Add: []quotes.NewLine{discounted("BIKE", "6", "24")}})
		},
		"in another currency": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			return edit(t, v, quotes.Changes{Header: &quotes.ContentPatch{Currency: &usd}})
		},
		"a discount on the whole": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			return edit(t, v, quotes.Changes{Header: &quotes.ContentPatch{Discount: percentOff("5")}})
		},
		"a line for nothing": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			return edit(t, v, quotes.Changes{Add: []quotes.NewLine{discounted("LOCK", "10", "100")}})
		},
		"an optional line for nothing": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			free := discounted("BIKE", "1", "100")
			free.Optional = true
			return edit(t, v, quotes.Changes{Add: []quotes.NewLine{free}})
		},
		"lines imported": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			return must[quotes.RevisionView](t)(d.ImportLines(ctx, d.Rep, on(v), quotes.LineImport{Lines: []quotes.NewLine{discounted("BIKE", "1", "50")}}))
		},
		"everything replaced by an import": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			return must[quotes.RevisionView](t)(d.ImportLines(ctx, d.Rep, on(v), quotes.LineImport{Replace: true, Lines: []quotes.NewLine{discounted("BIKE", "1", "50")}}))
		},
		"sold in another term and cheaper": func(t testing.TB, v quotes.RevisionView) quotes.RevisionView {
			return edit(t, v, quotes.Changes{Header: &quotes.ContentPatch{TermMonths: &term, Discount: percentOff("1")}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			v := change(t, d.approved(t))
			if v.State != quotes.Draft {
				t.Fatalf("changed it is %s", v.State)
			}
			if v = d.submit(t, v); v.State != quotes.PendingApproval {
				t.Errorf("submitted it is %s; steps %+v", v.State, v.Approvals)
			}
			if _, err := d.Send(ctx, d.Rep, on(v)); err == nil {
				t.Error("it was sent")
			}
		})
	}
	t.Run("a later price book", func(t *testing.T) {
		later := setup(t)
		v := later.submit(t, later.draft(t, target))
		v = ok(later.Approve(ctx, later.Approver, on(v), quotes.Decision{}))
		bike := later.catalog["BIKE"]
		bike.Price = money.FromInt(1200)
		later.catalog["BIKE"] = bike
		v = ok(later.Edit(ctx, later.Rep, on(v), quotes.Changes{Reprice: true}))
		if v.State != quotes.Draft || !v.Lines[0].Price.UnitNet.Equal(money.FromInt(800)) {
			t.Fatalf("repriced it is %s at %s", v.State, v.Lines[0].Price.UnitNet)
		}
		if v = later.submit(t, v); v.State != quotes.PendingApproval {
			t.Errorf("the same net off a higher list is %s; steps %+v", v.State, v.Approvals)
		}
	})
	d.checked(t)
}
