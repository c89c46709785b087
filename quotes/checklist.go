package quotes

import (
	"context"
	"errors"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// Requirement is one thing that a revision needs before it may be sent.
type Requirement struct {
	// Kind is that of the issue which a send reports while it is not there.
	Kind string `json:"kind"`
	// Pointer is what lacks or carries it: "/customer/addresses", "/seller/rcs",
	// "/payment_terms"; "" for the quote as a whole.
	Pointer string    `json:"pointer,omitempty"`
	What    lang.Text `json:"what"`
	Done    bool      `json:"done"`
	// Issues say what is wrong in detail, where there is detail.
	Issues []fault.Issue `json:"issues,omitempty"`
}

// Checklist is everything that a send asks for.
type Checklist struct {
	// Ready is true when every requirement is met.
	Ready bool          `json:"ready"`
	Items []Requirement `json:"items"`
}

// Checklist returns what an open revision needs before it may be sent, met or
// not, from the same guards and mentions that decide on the send itself. Whoever
// sees the revision may ask.
func (s *Service) Checklist(ctx context.Context, actor identity.Actor, revision identity.ID) (Checklist, error) {
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{Lines: true})
	if err != nil {
		return Checklist{}, err
	}
	a := &attempt{stamp: s.by(actor), c: c, r: c.Target}
	if !a.r.State.Open() {
		return Checklist{}, conflict("not-open", "the quote is %s: what a send needs is asked of a quote that is not out yet", a.state())
	}
	seen, err := s.inspect(ctx, c, a.stamp)
	if err != nil {
		return Checklist{}, err
	}
	a.hash, a.found = seen.hash, seen.issues
	out := Checklist{Ready: true}
	add := func(done bool, r Requirement) {
		r.Done = done
		out.Ready = out.Ready && done
		out.Items = append(out.Items, r)
	}
	for _, g := range []struct {
		Guard
		what   lang.Text
		always bool
	}{
		{notTemplate, lang.New("a quote, not a template", "un devis, et non un modèle"), false},
		{nothingWon, lang.New("no other revision accepted", "aucune autre révision acceptée"), false},
		{hasLines, lang.New("at least one line", "au moins une ligne"), true},
		{contentClean, lang.New("configurations complete and valid, prices known, rules of the quote kept", "configurations complètes et valides, prix connus, règles du devis respectées"), true},
		{validityAhead, lang.New("a validity that is not past", "une validité non dépassée"), false},
	} {
		var f *fault.Error
		err := g.check(a)
		if err != nil && !errors.As(err, &f) {
			return Checklist{}, err
		}
		if err != nil || g.always {
			add(err == nil, Requirement{Kind: g.Kind, What: g.what, Issues: fault.IssuesOf(err)})
		}
	}
	for _, m := range mentions(c, a.r) {
		add(m.Done, m)
	}
	approved := a.r.State == Approved && a.hash == a.r.CommercialHash && len(unapproved(seen.steps)) == 0
	add(approved, Requirement{Kind: "approval-missing", What: lang.New("the approval of what is sent", "la validation de ce qui est envoyé")})
	return out, nil
}
