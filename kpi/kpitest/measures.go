package kpitest

import (
	"cmp"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/kpi"
)

const year = 365 * 24 * time.Hour

// countEntry applies a measure of order movements.
func countEntry(e kpi.Entry, sel kpi.Selector) (counted, bool) {
	v := e.Value
	c := counted{dims: e.Dimensions, at: e.At, id: e.Event, size: v, entry: true,
		hit: e.Type == kpi.Ordered, value: inBase(sel, v, v.Net)}
	switch sel.Measure {
	case kpi.MeasureNative:
		c.value = amount{v.Net, true}
	case kpi.MeasureOrders:
		return c, e.Type == kpi.Ordered
	case kpi.MeasureBunched:
		day := civil.In(e.At, sel.Zone)
		quarter := civil.Date{Year: day.Year, Month: (day.Month-1)/3*3 + 1, Day: 1}
		c.hit = quarter.AddMonths(3).Sub(day) <= sel.Window
		return c, e.Type == kpi.Ordered
	case kpi.MeasureRealisation:
		c.of = inBase(sel, v, v.List)
	case kpi.MeasureMargin:
		c.hit = !v.CostedNet.IsZero()
		c.of = inBase(sel, v, v.CostedNet)
		c.value = c.of.minus(inBase(sel, v, v.Cost))
	}
	return c, true
}

// countFact applies a measure of families.
func countFact(f kpi.Fact, sel kpi.Selector) (counted, bool) {
	sent := inBase(sel, f.Sent.Value, f.Sent.Net)
	list := inBase(sel, f.Sent.Value, f.Sent.List)
	won := !f.OrderedAt.IsZero()
	standing := f.Standing()
	status, decided := f.StatusAt(sel.Now)
	window := time.Duration(sel.Window) * 24 * time.Hour
	open := !f.SentAt.IsZero() && status == kpi.Open
	c := counted{fact: f, dims: f.Dimensions, at: f.SentAt, id: f.Family, size: f.Sent.Value, value: sent}
	wasSent := !f.SentAt.IsZero()
	switch sel.Measure {
	case kpi.MeasureSent:
		c.hit = true
		return c, wasSent
	case kpi.MeasureImmature:
		c.hit = f.SentAt.Add(window).After(sel.Now)
		return c, wasSent
	case kpi.MeasureRecreated, kpi.MeasureSplit:
		return c, wasSent
	case kpi.MeasureOrderedWithin:
		c.hit = won && f.OrderedAt.Before(f.SentAt.Add(window))
		return c, wasSent && !f.SentAt.Add(window).After(sel.Now)
	case kpi.MeasureDecided:
		c.at, c.hit = decided, won
		return c, wasSent && status.Decided()
	case kpi.MeasureCohort:
		if c.hit, c.of = won, sent; !won {
			c.value.base = money.Decimal{}
		}
		return c, wasSent
	case kpi.MeasureViewed:
		if c.hit, c.of = !f.ViewedAt.IsZero(), sent; !c.hit {
			c.value.base = money.Decimal{}
		}
		return c, wasSent
	case kpi.MeasureAccepted:
		if c.hit, c.of = won || !f.Accepted.At.IsZero(), sent; !c.hit {
			c.value.base = money.Decimal{}
		}
		return c, wasSent
	case kpi.MeasureErosion:
		c.at, c.hit, c.of, c.value = f.OrderedAt, true, sent, amount{f.Ordered.Base, sent.known}
		return c, won && wasSent && f.Ordered.Gaps == 0
	case kpi.MeasureDiscount:
		c.hit, c.value, c.of = f.Sent.List.Cmp(f.Sent.Net) > 0, list.minus(sent), list
		return c, wasSent
	case kpi.MeasureApproval:
		c.at, c.hit = f.SubmittedAt, !f.ApprovedAt.IsZero()
		return c, !f.SubmittedAt.IsZero()
	case kpi.MeasureFirstPass:
		c.at, c.hit = f.ApprovedAt, f.Returns == 0
		return c, !f.ApprovedAt.IsZero()
	case kpi.MeasureCorrected:
		c.at, c.hit = f.Accepted.At, f.Corrected
		return c, !f.Accepted.At.IsZero()
	case kpi.MeasureMatch:
		c.at, c.hit = f.OrderedAt, !f.Mismatched
		return c, won
	case kpi.MeasureCancelled:
		return takenBack(c, f, f.Cancelled)
	case kpi.MeasureReturned:
		return takenBack(c, f, f.Returned)
	case kpi.MeasureOpen:
		c.hit = !standing.AcceptedAt.IsZero()
		return c, open
	case kpi.MeasureStale:
		c.hit = f.SentAt.Add(window).Before(sel.Now)
		return c, open
	case kpi.MeasureExpiring:
		c.hit = !standing.LapsesAt.After(sel.Now.Add(window))
		return c, open && standing.AcceptedAt.IsZero()
	case kpi.MeasureRevisions:
		c.hit, c.value = f.Revisions > 0, amount{money.FromInt(int64(f.Revisions)), true}
		return c, wasSent
	case kpi.MeasureLost:
		c.at, c.hit = decided, standing.Reason != ""
		return c, wasSent && status.Decided() && !won
	case kpi.MeasureAwaiting:
		c.at, c.hit = f.SubmittedAt, f.SubmittedAt.Add(window).Before(sel.Now)
		return c, !f.SubmittedAt.IsZero() && f.ApprovedAt.IsZero() && !wasSent
	}
	return c, false
}

func takenBack(c counted, f kpi.Fact, part kpi.Total) (counted, bool) {
	c.at, c.hit = f.OrderedAt, !part.Base.IsZero()
	c.value, c.of = amount{part.Base, true}, amount{f.Ordered.Base, true}
	return c, !f.OrderedAt.IsZero() && f.Ordered.Gaps == 0 && part.Gaps == 0
}

// countCustomers applies a measure of customers, each represented by one of
// its won families.
func countCustomers(facts map[identity.ID]kpi.Fact, sel kpi.Selector) []counted {
	won := map[identity.ID][]kpi.Fact{}
	for _, f := range facts {
		if !f.OrderedAt.IsZero() {
			won[f.Dimensions.Customer] = append(won[f.Dimensions.Customer], f)
		}
	}
	var out []counted
	for _, all := range won {
		slices.SortFunc(all, func(a, b kpi.Fact) int {
			return cmp.Or(a.OrderedAt.Compare(b.OrderedAt), cmp.Compare(a.Family.String(), b.Family.String()))
		})
		f := all[0]
		if sel.Measure == kpi.MeasureLapsed {
			f = all[len(all)-1]
		}
		c := counted{fact: f, dims: f.Dimensions, at: f.OrderedAt, id: f.Family, size: f.Sent.Value, hit: true, value: inBase(sel, f.Sent.Value, f.Sent.Net)}
		old := !f.OrderedAt.Add(year).After(sel.Now)
		switch sel.Measure {
		case kpi.MeasureLapsed:
			c.hit = old
		case kpi.MeasureRepeat:
			if !old {
				continue
			}
			c.hit = len(all) > 1 && all[1].OrderedAt.Before(f.OrderedAt.Add(year))
		}
		out = append(out, c)
	}
	return out
}

// suspect looks for another family of the same customer that makes this one a
// hit of the measures that do.
func suspect(f kpi.Fact, facts map[identity.ID]kpi.Fact, sel kpi.Selector) bool {
	window := time.Duration(sel.Window) * 24 * time.Hour
	for _, o := range facts {
		if o.Family == f.Family || o.SentAt.IsZero() || o.Dimensions.Customer != f.Dimensions.Customer {
			continue
		}
		switch sel.Measure {
		case kpi.MeasureSplit:
			if o.Dimensions.Owner == f.Dimensions.Owner && o.SentAt.After(f.SentAt.Add(-window)) && o.SentAt.Before(f.SentAt.Add(window)) {
				return true
			}
		case kpi.MeasureRecreated:
			s := o.Standing()
			ended := s.ClosedAt
			if s.LapsesAt.After(ended) {
				ended = s.LapsesAt
			}
			if o.Dimensions.ProductFamily == f.Dimensions.ProductFamily && o.SentAt.Before(f.SentAt) && o.OrderedAt.IsZero() &&
				s.AcceptedAt.IsZero() && !ended.After(f.SentAt) && ended.Add(window).After(f.SentAt) {
				return true
			}
		}
	}
	return false
}
