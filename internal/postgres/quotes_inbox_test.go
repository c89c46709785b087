package postgres_test

import (
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// inbox is the labels of what the actor may decide now, page by page.
func (d *desk) inbox(t testing.TB, actor identity.Actor, limit int) (out []identity.ID) {
	t.Helper()
	var after quotes.Cursor
	for {
		asked, behind, more, err := d.Inbox(t.Context(), actor, after, limit)
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range asked {
			if may := must[quotes.RevisionView](t)(d.Revision(t.Context(), actor, a.Quote.Revision)); !allows(may, quotes.Approve) {
				t.Errorf("%s is in the inbox and may not be approved", a.Quote.Number)
			}
			out = append(out, a.Quote.Revision)
		}
		if !more {
			return out
		}
		after = behind
	}
}

func allows(v quotes.RevisionView, action quotes.Action) bool {
	for _, a := range v.Allowed {
		if a.Action == action {
			return true
		}
	}
	return false
}

func TestTheInboxHasWhatMayBeDecidedNow(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	var waiting []identity.ID
	for range 3 {
		d.clock.Advance(1)
		v := d.submit(t, d.draft(t, discounted("BIKE", "10", "20")))
		if v.State != quotes.PendingApproval {
			t.Fatalf("20 %% off is %s", v.State)
		}
		waiting = append(waiting, v.ID)
	}
	d.submit(t, d.draft(t, line("BIKE", "1"))) // needs nobody
	approver := d.Approver
	if got := d.inbox(t, approver, 2); len(got) != 3 || got[0] != waiting[0] || got[2] != waiting[2] {
		t.Errorf("the inbox has %v, want %v", got, waiting)
	}
	if got := d.inbox(t, d.Manager, 50); len(got) != 0 {
		t.Errorf("who is not asked has %v", got)
	}
	if _, _, _, err := d.Inbox(ctx, d.Rep, quotes.Cursor{}, 50); fault.CodeOf(err) != fault.Forbidden {
		t.Errorf("a rep's inbox: %v", err)
	}
	// A deputy decides what is asked of somebody away.
	today := d.clock.Today()
	if err := d.Delegate(ctx, approver, d.Manager.ID, today, today.AddDays(3)); err != nil {
		t.Fatal(err)
	}
	if got := d.inbox(t, d.Manager, 50); len(got) != 3 {
		t.Errorf("the deputy has %v", got)
	}
	verdicts := []quotes.Verdict{
		{Target: quotes.Target{Revision: waiting[0]}}, {Target: quotes.Target{Revision: identity.NewID()}},
		{Target: quotes.Target{Revision: waiting[1]}, Decision: quotes.Decision{Comment: "Too much"}, Return: true},
		{Target: quotes.Target{Revision: waiting[0]}}, {Target: quotes.Target{Revision: waiting[2]}, Return: true},
	}
	views, errs := d.DecideAll(ctx, approver, verdicts)
	for n, want := range []fault.Code{"", fault.NotFound, "", fault.Conflict, fault.Invalid} {
		if fault.CodeOf(errs[n]) != want && (errs[n] != nil || want != "") {
			t.Errorf("decision %d: %v, want %q", n, errs[n], want)
		}
	}
	if views[0].State != quotes.Approved || views[2].State != quotes.Draft {
		t.Errorf("decided %s and %s", views[0].State, views[2].State)
	}
	if got := d.inbox(t, approver, 50); len(got) != 1 || got[0] != waiting[2] {
		t.Errorf("left are %v", got)
	}
}

// What an approver is shown is the change since the content that was approved,
// whatever has been edited, sent or revised in between.
func TestChangesSinceTheLastApproval(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	ok := must[quotes.RevisionView](t)
	v := d.submit(t, d.draft(t, discounted("BIKE", "10", "20"), line("LOCK", "1")))
	_, _, err := d.SinceApproval(ctx, d.Approver, v.ID)
	wantCode(t, err, fault.NotFound)
	v = ok(d.Approve(ctx, d.Approver, on(v), quotes.Decision{}))
	for _, percent := range []string{"22", "25"} { // two edits, of which neither was approved
		v = ok(d.Edit(ctx, d.Rep, on(v), quotes.Changes{Change: []quotes.LinePatch{{ID: v.Lines[0].ID, Manual: percentOff(percent)}}}))
	}
	c, _, err := d.SinceApproval(ctx, d.Approver, v.ID)
	if err != nil {
		t.Fatal(err)
	}
	if want := money.FromInt(-500); !c.Delta.Equal(want) || len(c.Lines) != 2 || c.Lines[0].Kind != quotes.Changed || c.Lines[1].Kind != quotes.Unchanged {
		t.Errorf("since the approval %s moved in %+v, want %s", c.Delta, c.Lines, want)
	}
	v = ok(d.Approve(ctx, d.Approver, on(d.submit(t, v)), quotes.Decision{}))
	v = ok(d.Send(ctx, d.Rep, on(v)))
	v = ok(d.Revise(ctx, d.Rep, on(v), "customer_change"))
	c, at, err := d.SinceApproval(ctx, d.Approver, v.ID)
	if err != nil || !c.Delta.IsZero() || at.IsZero() {
		t.Errorf("a new revision of what was approved: %v, delta %s", err, c.Delta)
	}
	v = ok(d.Edit(ctx, d.Rep, on(v), quotes.Changes{Remove: []identity.ID{v.Lines[1].ID}}))
	if c, _, err = d.SinceApproval(ctx, d.Approver, v.ID); err != nil || len(c.Lines) != 2 || c.Lines[1].Kind != quotes.Removed {
		t.Errorf("after a removal: %v, %+v", err, c.Lines)
	}
}

func TestFavouritesAreTheirOwners(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	kept := must[quotes.Favourite](t)(d.KeepFavourite(ctx, d.Rep, quotes.Favourite{Name: " City ", Model: "city-bike", Picks: []quotes.Pick{{Path: "frame", Op: "set", Value: "steel"}}}))
	if kept.Name != "City" || kept.Quantity.String() != "1" {
		t.Errorf("kept %+v", kept)
	}
	all := must[[]quotes.Favourite](t)(d.Favourites(ctx, d.Rep))
	if len(all) != 1 || all[0].ID != kept.ID || all[0].Picks[0].Value != "steel" {
		t.Errorf("kept are %+v", all)
	}
	if others := must[[]quotes.Favourite](t)(d.Favourites(ctx, d.Colleague)); len(others) != 0 {
		t.Errorf("a colleague has %+v", others)
	}
	wantCode(t, d.DropFavourite(ctx, d.Colleague, kept.ID), fault.NotFound)
	if err := d.DropFavourite(ctx, d.Rep, kept.ID); err != nil {
		t.Error(err)
	}
	_, err := d.KeepFavourite(ctx, d.Rep, quotes.Favourite{Item: "A", Model: "B"})
	if issues := fault.IssuesOf(err); len(issues) != 2 {
		t.Errorf("mistakes %v", issues)
	}
}

func TestCommentsStandInTheTimeline(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	v := d.sent(t)
	must[quotes.Entry](t)(d.Comment(ctx, d.Colleague, v.Family, v.ID, "Calls back on Monday"))
	must[quotes.Entry](t)(d.Comment(ctx, d.Rep, v.Family, identity.Nil, "Yes"))
	entries := must[[]quotes.Entry](t)(d.Timeline(ctx, d.Rep, v.Family))
	last := entries[len(entries)-2:]
	if last[0].Event.Type != quotes.EventCommented || last[0].Personal["comment"] != "Calls back on Monday" || last[0].Event.Revision != v.ID || last[1].Event.Revision != identity.Nil {
		t.Errorf("the timeline ends in %+v", last)
	}
	_, err := d.Comment(ctx, d.Rep, v.Family, identity.Nil, " ")
	wantCode(t, err, fault.Invalid)
	_, err = d.Comment(ctx, d.Rep, v.Family, identity.NewID(), "x")
	wantCode(t, err, fault.Invalid)
	_, err = d.Comment(ctx, d.Stranger, v.Family, identity.Nil, "x")
	wantCode(t, err, fault.NotFound)
}
