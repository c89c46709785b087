package quotes

import (
	"context"
	"maps"
	"slices"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// EffectReport says what publishing a document would do to the quotes that are
// still being made.
type EffectReport struct {
	Document catalog.Ref `json:"document"`
	// Quotes is how many open revisions there are, Changed how many of them would
	// have another price, and Lines how many of their lines.
	Quotes  int `json:"quotes"`
	Changed int `json:"changed"`
	Lines   int `json:"lines"`
	// Delta is the difference of all total contract values, by currency code.
	Delta   map[string]money.Decimal `json:"delta"`
	Effects []Effect                 `json:"effects"`
}

// Effect is what a document would do to one revision.
type Effect struct {
	Quote    identity.ID    `json:"quote_id"`
	Revision identity.ID    `json:"revision_id"`
	Number   string         `json:"number"` // draft reference before the first send
	Label    string         `json:"label"`
	State    State          `json:"state"`
	Currency money.Currency `json:"currency"`
	Before   money.Decimal  `json:"before"`
	After    money.Decimal  `json:"after"`
	Delta    money.Decimal  `json:"delta"`
	// Lines are those that change, with the steps that move.
	Lines []LineDiff `json:"lines"`
	Moves []StepMove `json:"moves,omitempty"`
	// Issues are what would newly keep it from being submitted.
	Issues []fault.Issue `json:"issues,omitempty"`
}

// revisionPage is how many revisions are looked up at a time.
const revisionPage = 200

// Effect checks a draft of a model or a price document and prices every open
// revision with it in place of the version that the revision pins, all else as
// pinned: what comes out is the document's doing alone. Nothing is changed. It
// needs the permission to publish the document, and looks at the quotes of the
// whole company.
func (s *Service) Effect(ctx context.Context, actor identity.Actor, d catalog.Draft) (EffectReport, error) {
	ref, next, err := s.catalog.Try(ctx, actor, d)
	if err != nil {
		return EffectReport{}, err
	}
	out := EffectReport{Document: ref, Delta: map[string]money.Decimal{}, Effects: []Effect{}}
	trying := *s
	trying.catalog = next
	return out, s.eachRevision(ctx, actor.Tenant, true, func(id identity.ID) error {
		return trying.effectOn(ctx, actor, ref, id, &out)
	})
}

// eachRevision visits the revisions of a company, or the open ones, page by
// page.
func (s *Service) eachRevision(ctx context.Context, tenant identity.ID, open bool, visit func(identity.ID) error) error {
	for after := identity.Nil; ; {
		ids, err := s.store.RevisionIDs(ctx, tenant, open, after, revisionPage)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if err := visit(id); err != nil {
				return err
			}
		}
		if len(ids) < revisionPage {
			return nil
		}
		after = ids[len(ids)-1]
	}
}

// effectOn adds the effect on one revision to the report. s prices with the
// document.
func (s *Service) effectOn(ctx context.Context, actor identity.Actor, ref catalog.Ref, id identity.ID, out *EffectReport) error {
	c, err := s.store.Load(ctx, actor.Tenant, At{Revision: id}, Want{Lines: true})
	if fault.CodeOf(err) == fault.NotFound {
		return nil // discarded meanwhile
	}
	if err != nil {
		return err
	}
	out.Quotes++
	next, concerned := c.Target.pinning(ref)
	if !concerned {
		return nil
	}
	switch err := s.priceAgain(ctx, c, next); fault.CodeOf(err) {
	case fault.Conflict, fault.NotFound: // it would have no price at all
		next.Issues = append(next.Issues, fault.Issue{Kind: "not-priced", Message: err.Error()})
	default:
		if err != nil {
			return err
		}
	}
	before, after := c.Target.redacted(actor), next.redacted(actor)
	difference := compare(before, after)
	e := Effect{Quote: c.Family.ID, Revision: id, Number: c.Family.Number, Label: before.Label(), State: before.State, Currency: before.Currency,
		Before: before.Totals.TCV, After: after.Totals.TCV, Delta: difference.Delta, Moves: difference.Moves,
		Lines: slices.DeleteFunc(difference.Lines, LineDiff.same), Issues: newIssues(before.Issues, after.Issues)}
	if e.Number == "" {
		e.Number = c.Family.Reference
	}
	if len(e.Lines) == 0 && len(e.Issues) == 0 && e.Delta.IsZero() {
		return nil
	}
	out.Changed++
	out.Lines += len(e.Lines)
	out.Delta[e.Currency.Code()] = out.Delta[e.Currency.Code()].Add(e.Delta)
	out.Effects = append(out.Effects, e)
	return nil
}

// same reports whether a customer sees no difference: other versions that give
// the same amounts are none.
func (d LineDiff) same() bool {
	return d.Kind != Added && d.Kind != Removed && d.Delta.IsZero() &&
		!slices.ContainsFunc(d.Changes, func(c Change) bool { return c.Field != "model_version" }) &&
		!slices.ContainsFunc(d.Moves, func(m StepMove) bool { return !m.Left.Equal(m.Right) })
}

// pinning returns a copy of r that pins the document; false where r has nothing
// to do with it.
func (r *Revision) pinning(ref catalog.Ref) (*Revision, bool) {
	next := *r
	next.Lines = slices.Clone(r.Lines)
	next.Pins.Models, next.Pins.Others = maps.Clone(r.Pins.Models), maps.Clone(r.Pins.Others)
	switch ref.Kind {
	case catalog.ModelKind:
		if _, used := r.Pins.Models[ref.Code]; !used {
			return nil, false
		}
		next.Pins.Models[ref.Code] = ref.Version
		return &next, true
	case catalog.BookKind:
		if _, used := r.Pins.Others[ref.Key()]; !used {
			return nil, false
		}
	}
	if next.Pins.Others == nil {
		next.Pins.Others = map[string]string{}
	}
	next.Pins.Others[ref.Key()] = ref.Version
	return &next, true
}

// newIssues returns the issues of after that before has not, by kind and place.
func newIssues(before, after []fault.Issue) []fault.Issue {
	return slices.DeleteFunc(slices.Clone(after), func(i fault.Issue) bool {
		return slices.ContainsFunc(before, func(old fault.Issue) bool { return old.Kind == i.Kind && old.Pointer == i.Pointer })
	})
}
