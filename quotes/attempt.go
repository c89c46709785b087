package quotes

import (
	"errors"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// BuyerKind is the kind of an actor who holds the link of a sent offer.
const BuyerKind identity.Kind = "buyer"

// attempt is somebody trying an action on a revision, with the action's input.
type attempt struct {
	stamp
	c *Case
	r *Revision

	reason     string
	acceptance *AcceptanceInput
	loss       *Loss
	decision   Decision
	step       *ApprovalStep
	// approvedHash is the commercial hash of the content now.
	hash string
	// found are issues of the content, or of the choice from it, that were computed
	// before the action was permitted.
	found []fault.Issue
}

// state is the effective one: a sent offer past its last day is expired.
func (a *attempt) state() State { return a.r.Effective(a.now, a.c.Zone()) }

// permit decides whether the action is legal now, in the order in which a
// caller can do something about it: state (409), person (403), guards (409 or
// 422, with everything found).
func (a *attempt) permit(action Action) error {
	t, ok := find(action, a.state())
	if !ok {
		return a.illegal(action)
	}
	if !slices.ContainsFunc(t.Who, a.is) {
		return fault.New(fault.Forbidden, "not-yours", "only %s may %s this quote", whoList(t.Who), action).
			With("action", action).With("who", t.Who)
	}
	return a.guard(t)
}

// guard checks every guard of a row; several violations become one fault with
// all issues, the present state and what is allowed in it, to whom.
func (a *attempt) guard(t Transition) error {
	var first *fault.Error
	for _, g := range t.Guards {
		var f *fault.Error
		if err := g.check(a); err == nil {
			continue
		} else if !errors.As(err, &f) {
			return err
		}
		if first == nil {
			first = f.With("state", a.state()).With("action", t.Action).With("allowed", a.open())
			continue
		}
		merged := *first
		if len(f.Issues) == 0 {
			merged.Issues = append(slices.Clone(merged.Issues), fault.Issue{Kind: f.Kind, Message: f.Message})
		}
		merged.Issues = append(slices.Clone(merged.Issues), f.Issues...)
		first = &merged
	}
	if first == nil {
		return nil
	}
	return first
}

// openAction is an action that the present state has, and who may do it.
type openAction struct {
	Action Action `json:"action"`
	Who    []Who  `json:"who"`
}

func (a *attempt) open() []openAction {
	var out []openAction
	for _, t := range transitions {
		if slices.Contains(t.From, a.state()) && !t.Implied {
			out = append(out, openAction{t.Action, t.Who})
		}
	}
	return out
}

// illegal says what the present state is and what is allowed in it, to whom.
func (a *attempt) illegal(action Action) error {
	state := a.state()
	return fault.New(fault.Conflict, "illegal-transition",
		"a quote that is %s cannot be changed by %q; that needs %s", state, action, stateList(startsFrom(action))).
		With("state", state).With("action", action).With("allowed", a.open())
}

// allowed lists what the actor may do in the present state. Guards that depend
// on the action's input are not asked.
func (a *attempt) allowed() []Allowed {
	out := []Allowed{}
	for _, t := range transitions {
		if t.Implied || !slices.Contains(t.From, a.state()) || !slices.ContainsFunc(t.Who, a.is) {
			continue
		}
		if !slices.ContainsFunc(t.Guards, func(g Guard) bool { return standing[g.Kind] && g.check(a) != nil }) {
			out = append(out, Allowed{t.Action, t.Label})
		}
	}
	return out
}

// standing are the guards that do not depend on an action's input, so that a
// list of allowed actions can respect them.
var standing = map[string]bool{
	notSending.Kind: true, notTemplate.Kind: true, nothingWon.Kind: true, noOpenDraft.Kind: true,
	pastValidity.Kind: true, noOrder.Kind: true, hasOrder.Kind: true, hasQuestion.Kind: true, notOwnWork.Kind: true,
}

// is reports whether the actor is of the kind for this family.
func (a *attempt) is(w Who) bool {
	who, f := a.actor, a.c.Family
	admin := slices.Contains(who.Permissions, identity.Administer)
	leads := who.Has(identity.Manager) && slices.Contains(who.Teams, f.Team)
	switch w {
	case Clock:
		return who.Kind == identity.System
	case Buyer:
		return who.Kind == BuyerKind
	case Admins:
		return admin || who.Kind == identity.System
	}
	if who.Kind == BuyerKind || who.Kind == identity.System {
		return false
	}
	switch w {
	case AnyRep, TeamMember:
		return who.Can(identity.WriteQuotes)
	case Owner:
		return who.Can(identity.WriteQuotes) && (who.ID == f.Owner || who.Kind == identity.Machine || leads || admin)
	case Author:
		return who.Can(identity.WriteQuotes) && who.ID == a.r.Author || a.is(Owner)
	case StepHolder:
		return who.Can(identity.ApproveQuote) && len(a.openSteps()) > 0
	case Desk:
		return who.Can(identity.PlaceOrders)
	case TeamLead:
		return leads || admin
	}
	return false
}

func whoList(who []Who) string {
	out := ""
	for n, w := range who {
		if n > 0 {
			out += " or "
		}
		out += string(w)
	}
	return out
}

func stateList(states []State) string {
	out := ""
	for n, s := range states {
		if n > 0 {
			out += " or "
		}
		out += string(s)
	}
	return out
}
