package quotes

import (
	"context"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Waiting is a revision that waits for approval, and what it stands for.
type Waiting struct {
	Family   Family
	Revision Revision // with its steps, without lines
	Customer string   // the customer's name
}

// WaitingFilter says whose steps are looked for; nothing else is left out.
type WaitingFilter struct {
	// Person, Absent and Roles are who may be asked; Teams are those whose
	// escalated steps count at Now.
	Person identity.ID
	Absent []identity.ID
	Roles  []identity.Role
	Teams  []identity.ID
	Now    time.Time
	// After continues behind a revision: longest waiting first, then id.
	After Cursor
	Limit int
}

// Asked is a step that the actor may decide now.
type Asked struct {
	Step  ApprovalStep
	Quote Summary
}

// Inbox returns the steps that the actor may decide now, the longest waiting
// first, and the place behind them; more is false at the end. A page can have
// fewer steps than the limit, or several of one revision.
func (s *Service) Inbox(ctx context.Context, actor identity.Actor, after Cursor, limit int) (asked []Asked, behind Cursor, more bool, err error) {
	if err := require(actor, identity.ApproveQuote); err != nil {
		return nil, behind, false, err
	}
	settings, err := s.store.Settings(ctx, actor.Tenant)
	if err != nil {
		return nil, behind, false, err
	}
	by := s.by(actor)
	scope := ScopeOf(actor)
	scope.Approver = actor.ID
	scope = scope.standingIn(settings.Delegations, civil.In(by.now, settings.Location()))
	limit = pageSize(limit)
	found, err := s.store.Waiting(ctx, actor.Tenant, WaitingFilter{Person: actor.ID, Absent: scope.Absent, Roles: append(slices.Clone(actor.Roles), scope.ApproverRoles...),
		Teams: actor.Teams, Now: by.now, After: after, Limit: limit + 1})
	if err != nil {
		return nil, behind, false, err
	}
	if more = len(found) > limit; more {
		found = found[:limit]
	}
	for _, w := range found {
		behind = Cursor{At: w.Revision.SubmittedAt, ID: w.Revision.ID}
		a := &attempt{stamp: by, c: &Case{Settings: settings, Family: w.Family, Revisions: []*Revision{&w.Revision}}, r: &w.Revision}
		if !slices.ContainsFunc(a.allowed(), func(may Allowed) bool { return may.Action == Approve }) {
			continue
		}
		shown := w.Revision.redacted(actor)
		for _, step := range a.openSteps() {
			n := slices.IndexFunc(shown.Approvals, func(s ApprovalStep) bool { return s.ID == step.ID })
			asked = append(asked, Asked{Step: shown.Approvals[n], Quote: w.summary()})
		}
	}
	return asked, behind, more, nil
}

func (w Waiting) summary() Summary {
	f, r := w.Family, w.Revision
	out := Summary{ID: f.ID, Number: f.Number, Title: f.Title, Customer: f.Customer, CustomerName: w.Customer, Owner: f.Owner, Team: f.Team,
		Revision: r.ID, Label: r.Label(), State: r.State, Currency: r.Currency, TCV: r.Totals.TCV, Gross: r.Totals.OneOff.Gross,
		ValidUntil: r.ValidUntil, FollowUp: f.FollowUp, Variants: len(f.Variants), CreatedAt: f.CreatedAt, UpdatedAt: f.UpdatedAt}
	if out.Number == "" {
		out.Number = f.Reference
	}
	return out
}

// Approval is what an approval was given for, with its lines, as it was then.
type Approval struct {
	Revision   Revision
	ApprovedAt time.Time
}

// SinceApproval compares a revision with what was last approved of its variant,
// or of the revision that it was made from. What nobody has approved yet is a
// NotFound fault.
func (s *Service) SinceApproval(ctx context.Context, actor identity.Actor, revision identity.ID) (Comparison, time.Time, error) {
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{Lines: true})
	if err != nil {
		return Comparison{}, time.Time{}, err
	}
	last, err := s.store.LastApproved(ctx, actor.Tenant, c.Target.Variant, c.Target.Based)
	if err != nil {
		return Comparison{}, time.Time{}, err
	}
	return compare(last.Revision.redacted(actor), c.Target.redacted(actor)), last.ApprovedAt, nil
}

// approvedContent keeps what has just been approved, for later comparisons.
// What is made to build and to deliver is not compared, so it is left out.
func (a *attempt) approvedContent() {
	kept := *a.r
	kept.Approvals, kept.Lines = nil, slices.Clone(kept.Lines)
	for n := range kept.Lines {
		kept.Lines[n].Resolved.BOM, kept.Lines[n].Resolved.Routing = nil, nil
	}
	a.c.writes.Approved = &Approval{Revision: kept, ApprovedAt: a.now}
}

// Verdict is an approver's decision on one of several revisions.
type Verdict struct {
	Target
	Decision
	// Return gives it back instead of approving it.
	Return bool
}

// DecideAll decides on several revisions, each by itself: a failure of one is
// its answer and keeps no other from being decided.
func (s *Service) DecideAll(ctx context.Context, actor identity.Actor, all []Verdict) ([]RevisionView, []error) {
	views, errs := make([]RevisionView, len(all)), make([]error, len(all))
	for n, v := range all {
		decide := s.Approve
		if v.Return {
			decide = s.Return
		}
		views[n], errs[n] = decide(ctx, actor, v.Target, v.Decision)
	}
	return views, errs
}
