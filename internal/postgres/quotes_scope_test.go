package postgres_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// Who sees a quote in which state: in a list, by id, its timeline and its
// document alike.
func TestWhoSeesWhat(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	draft := d.draft(t, line("BIKE", "1"))
	pending := d.submit(t, d.draft(t, discounted("BIKE", "1", "20")))
	sent := d.sent(t)
	accepted := d.accepted(t)
	noScope := d.ERP
	noScope.Permissions = []identity.Permission{identity.ReadCatalog}
	orders := d.ERP
	orders.Permissions = []identity.Permission{identity.ReadOrders}
	elsewhere := d.Manager
	elsewhere.Teams = []identity.ID{d.Stranger.Team}
	above := d.Manager
	above.Team, above.Teams = identity.NewID(), []identity.ID{d.Stranger.Team, d.Rep.Team}
	for _, c := range []struct {
		name  string
		actor identity.Actor
		sees  []quotes.RevisionView
	}{
		{"owner", d.Rep, []quotes.RevisionView{draft, pending, sent, accepted}},
		{"colleague of the team", d.Colleague, []quotes.RevisionView{draft, pending, sent, accepted}},
		{"rep of another team", d.Stranger, nil},
		{"manager of the team", d.Manager, []quotes.RevisionView{draft, pending, sent, accepted}},
		{"manager of the teams above", above, []quotes.RevisionView{draft, pending, sent, accepted}},
		{"manager of another team", elsewhere, nil},
		{"approver", d.Approver, []quotes.RevisionView{pending}},
		{"order desk", d.Desk, []quotes.RevisionView{sent, accepted}},
		{"administrator", d.Admin, []quotes.RevisionView{draft, pending, sent, accepted}},
		{"API key for quotes", d.ERP, []quotes.RevisionView{draft, pending, sent, accepted}},
		{"API key for orders", orders, []quotes.RevisionView{accepted}},
		{"API key for the catalogue", noScope, nil},
		{"another tenant", d.Outsider, nil},
		{"nobody", identity.Actor{Tenant: d.Rep.Tenant}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			seen := map[identity.ID]bool{}
			for _, v := range c.sees {
				seen[v.Family] = true
			}
			listed := map[identity.ID]bool{}
			if c.actor.Can(identity.ReadQuotes) && c.actor.Tenant == d.Rep.Tenant {
				for _, s := range must[[]quotes.Summary](t)(d.Quotes(ctx, c.actor, quotes.Filter{})) {
					listed[s.ID] = true
				}
			}
			for _, v := range []quotes.RevisionView{draft, pending, sent, accepted} {
				want := fault.Code("")
				if !seen[v.Family] {
					want = fault.NotFound
				}
				_, err := d.Revision(ctx, c.actor, v.ID)
				wantCode(t, err, want)
				_, err = d.Quote(ctx, c.actor, v.Family)
				wantCode(t, err, want)
				_, err = d.Timeline(ctx, c.actor, v.Family)
				wantCode(t, err, want)
				if v.State == quotes.Sent || v.State == quotes.Accepted {
					_, err = d.Document(ctx, c.actor, v.ID)
					wantCode(t, err, want)
				}
				if c.actor.Can(identity.ReadQuotes) && listed[v.Family] != seen[v.Family] {
					t.Errorf("%s quote: in the list %v, by id %v", v.State, listed[v.Family], seen[v.Family])
				}
			}
		})
	}
}

// Everything a revision, its quote, its timeline, its orders and a comparison
// tell, as JSON.
func everythingTold(t *testing.T, d *desk, actor identity.Actor, v, other quotes.RevisionView) string {
	t.Helper()
	ctx := t.Context()
	var all []any
	all = append(all, must[quotes.RevisionView](t)(d.Revision(ctx, actor, v.ID)))
	all = append(all, must[quotes.QuoteView](t)(d.Quote(ctx, actor, v.Family)))
	all = append(all, must[quotes.Comparison](t)(d.Compare(ctx, actor, v.ID, other.ID)))
	all = append(all, must[quotes.Snapshot](t)(d.Snapshot(ctx, actor, v.ID)))
	for _, e := range must[[]quotes.Entry](t)(d.Timeline(ctx, actor, v.Family)) {
		all = append(all, e, string(e.Payload), string(e.Changes))
	}
	all = append(all, must[[]quotes.Order](t)(d.Orders(ctx, actor, quotes.OrderFilter{})))
	text, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Without see_cost no cost, no margin and nothing that a rule on them has read
// is in any answer.
func TestCostsAreToldOnlyToWhoMaySeeThem(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	d.with(t, rule("margin", "margin < 0.9", byRole(0, identity.Approver)))
	cost := d.catalog["BIKE"]
	marked := "613.37"
	*cost.Cost = mustDecimal(marked)
	v := d.submit(t, d.draft(t, line("BIKE", "1")))
	v = must[quotes.RevisionView](t)(d.Approve(ctx, d.Approver, on(v), quotes.Decision{}))
	v = must[quotes.RevisionView](t)(d.Send(ctx, d.Rep, on(v)))
	v = must[quotes.RevisionView](t)(d.RecordAcceptance(ctx, d.Rep, on(v), quotes.AcceptanceInput{FileHash: "ab", Signer: "Sophie Durand"}))
	must[quotes.Order](t)(d.Order(ctx, d.ERP, on(v), quotes.OrderInput{}))
	other := d.draft(t, line("BIKE", "1"))

	if told := everythingTold(t, d, d.Manager, v, other); !strings.Contains(told, marked) {
		t.Fatal("a manager does not see the cost, so this test proves nothing")
	}
	for name, actor := range map[string]identity.Actor{"rep": d.Rep, "administrator": d.Admin, "API key": d.ERP} {
		told := everythingTold(t, d, actor, v, other)
		margin := "0.38663" // (1000 - 613.37) / 1000
		for _, secret := range []string{marked, margin} {
			if at := strings.Index(told, secret); at >= 0 {
				t.Errorf("%s is told %s in ...%s...", name, secret, told[max(0, at-120):min(len(told), at+40)])
			}
		}
	}
}
