package catalog

import (
	"context"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/pricing"
)

// Ended returns an issue for everything a quote uses that was in force on its
// own day but no longer is on today: an option or rule of a model, a price, a
// promotion. What has only begun since is no issue. Pointers name the line,
// "/lines/3".
func (s *Service) Ended(ctx context.Context, tenant identity.ID, q Quote, today civil.Date) ([]fault.Issue, error) {
	if !today.After(q.Request.Date) {
		return nil, nil
	}
	s, err := s.snapshot(ctx, tenant, q)
	if err != nil {
		return nil, err
	}
	then, err := s.PriceQuote(ctx, tenant, q)
	if err != nil {
		return nil, err
	}
	var issues []fault.Issue
	for n := range q.Products {
		more, err := s.endedModel(ctx, tenant, q, n, then.Lines[n], today)
		if err != nil {
			return nil, err
		}
		issues = append(issues, more...)
	}
	set, err := s.prices(ctx, tenant, q.Request.Currency, q.Pins)
	if err != nil {
		return nil, err
	}
	for n, l := range then.Price.Lines {
		at := fmt.Sprintf("/lines/%d", n)
		if e := l.Entry; e != nil && past(e.To, today) {
			issues = append(issues, fault.Issue{Kind: "price-ended", Pointer: at,
				Message: fmt.Sprintf("price %s was valid until %s", e.ID, e.To)})
		}
		for _, p := range set.offers {
			if past(p.To, today) && usesOffer(l, p) {
				issues = append(issues, fault.Issue{Kind: "offer-ended", Pointer: at,
					Message: fmt.Sprintf("%s %s was valid until %s", p.Kind, p.Code, p.To)})
			}
		}
	}
	return issues, nil
}

// endedModel replays a configuration that was fine on the quote's day with the
// rules and options of today.
func (s *Service) endedModel(ctx context.Context, tenant identity.ID, q Quote, n int, then Resolved, today civil.Date) ([]fault.Issue, error) {
	if then.Model == nil || !then.Sellable() || then.Model.Segment(today) == then.Model.Segment(q.Request.Date) {
		return nil, nil
	}
	later := q
	later.Request.Date = today
	var now Resolved
	if err := s.configure(ctx, s.engineOf(ctx, tenant, later, q.Products[n].Model), later.Request.Date, q.Products[n], &now); err != nil || now.Sellable() {
		return nil, err
	}
	out := make([]fault.Issue, len(now.Issues))
	for i, issue := range now.Issues {
		issue.Kind, issue.Pointer = "option-ended", fmt.Sprintf("/lines/%d", n)
		out[i] = issue
	}
	return out, nil
}

func past(end, today civil.Date) bool { return !end.IsZero() && end.Before(today) }

// offer is a promotion or contract with the day it ends.
type offer struct {
	Kind Kind
	Code string
	To   civil.Date
}

// offersOf lists what of a set ends on a day of its own.
func offersOf(set pricing.Set) []offer {
	var out []offer
	promotions := slices.Concat(set.Promotions, set.Book.Promotions)
	contracts := slices.Concat(set.Contracts, set.Book.Contracts)
	for _, p := range promotions {
		out = append(out, offer{PromotionKind, p.Code, p.To})
	}
	for _, c := range contracts {
		out = append(out, offer{ContractKind, c.Code, c.To})
	}
	return out
}

// usesOffer reports whether the line's price came about with the offer.
func usesOffer(l pricing.LineResult, o offer) bool {
	if o.Kind == ContractKind {
		return l.Contract == o.Code
	}
	return slices.ContainsFunc(l.Steps, func(s pricing.Step) bool {
		return s.Kind == pricing.PromotionStep && s.Rule == o.Code
	})
}
