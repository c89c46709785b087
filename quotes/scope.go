package quotes

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// ScopeOf returns what the actor may see: a rep the own quotes and the team's,
// a manager those of the team and the teams under it, an approver what is asked
// of them, the order desk what has been accepted and, because purchase orders
// arrive for them, the offers that are out; administrators, the service
// itself and API keys that may read quotes see all of their tenant's.
func ScopeOf(actor identity.Actor) Scope {
	if !actor.Can(identity.ReadQuotes) && !actor.Can(identity.ReadOrders) {
		return Scope{}
	}
	var s Scope
	switch {
	case actor.Kind == identity.System, actor.Kind == identity.Machine && actor.Can(identity.ReadQuotes),
		slices.Contains(actor.Permissions, identity.Administer):
		return Scope{All: true}
	case actor.Kind == identity.Machine:
		return Scope{Won: true}
	}
	if actor.Has(identity.Rep) || actor.Has(identity.Manager) {
		s.Owner, s.Teams = actor.ID, actor.Teams
	}
	if actor.Has(identity.OrderDesk) {
		s.Won, s.Out = true, true
	}
	if actor.Can(identity.ApproveQuote) {
		s.Approver, s.ApproverRoles = actor.ID, actor.Roles
	}
	return s
}

// covers reports whether the scope holds the case.
func (s Scope) covers(c *Case) bool {
	switch {
	case s.All:
		return true
	case s.Owner != identity.Nil && c.Family.Owner == s.Owner:
		return true
	case slices.Contains(s.Teams, c.Family.Team):
		return true
	case s.Won && c.Won() != nil:
		return true
	case s.Out && c.Lead().State == Sent:
		return true
	}
	return s.Approver != identity.Nil && slices.ContainsFunc(c.Revisions, s.approves)
}

// standingIn adds what the actor sees in the place of those who have delegated
// their approvals.
func (s Scope) standingIn(delegations []Delegation, today civil.Date) Scope {
	for _, d := range delegations {
		if s.Approver != identity.Nil && d.To == s.Approver && !today.Before(d.Start) && !today.After(d.End) {
			s.Absent = append(s.Absent, d.From)
			s.ApproverRoles = append(slices.Clone(s.ApproverRoles), d.Roles...)
		}
	}
	return s
}

// approves reports whether a step of the revision is or was the scope's.
func (s Scope) approves(r *Revision) bool {
	return slices.ContainsFunc(r.Approvals, func(step ApprovalStep) bool {
		return step.Person == s.Approver || step.DecidedBy == s.Approver || slices.Contains(s.Absent, step.Person) ||
			step.Person == identity.Nil && slices.Contains(s.ApproverRoles, step.Role)
	})
}

// see returns NotFound unless the actor may see the case on the day.
func (c *Case) see(actor identity.Actor, today civil.Date) error {
	if actor.Kind == BuyerKind && c.Target != nil && actor.ID == c.Target.ID {
		return nil
	}
	if ScopeOf(actor).standingIn(c.Settings.Delegations, today).covers(c) {
		return nil
	}
	return fault.New(fault.NotFound, "quote-not-found", "there is no such quote")
}
