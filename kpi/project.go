package kpi

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Project applies one event to its family's fact and returns the next fact and
// the intake entry the event makes, if any. It is pure: f is not changed.
//
// The result does not depend on the order in which a family's events are
// applied (but for RecordedFrom, which is the latest RecordedAt), so an event
// reported late gives the same figures as one reported in time. The caller
// must not apply an event twice; stores guard that by the event's ID.
func Project(f Fact, e Event) (Fact, []Entry) {
	e = e.Normal()
	f.Tenant, f.Family = e.Tenant, e.Family
	f.Offers = slices.Clone(f.Offers)
	f.Events++
	f.RecordedFrom = later(f.RecordedFrom, e.RecordedAt)
	f.RequestedAt = earlier(f.RequestedAt, e.RequestedAt)
	f.Imported = f.Imported || e.Imported
	f.Reference = max(f.Reference, e.Reference)
	f.attribute(e)
	switch e.Type {
	case Created:
		f.CreatedAt = earlier(f.CreatedAt, e.OccurredAt)
	case Submitted:
		f.SubmittedAt = earlier(f.SubmittedAt, e.OccurredAt)
		f.Submissions++
	case Approved:
		f.ApprovedAt = earlier(f.ApprovedAt, e.OccurredAt)
	case Returned:
		f.Returns++
	case Viewed:
		f.ViewedAt = earlier(f.ViewedAt, e.OccurredAt)
	case Revised:
		f.Revisions++
		f.RevisionReasons = maps.Clone(f.RevisionReasons)
		if f.RevisionReasons == nil {
			f.RevisionReasons = map[string]int{}
		}
		f.RevisionReasons[e.Reason]++
	case Sent, Accepted, AcceptanceCancelled, Rejected, Withdrawn, Superseded:
		f.applyOffer(e)
	case Ordered, OrderCancelled, GoodsReturned:
		return f, f.applyOrder(e)
	}
	return f, nil
}

// Replay projects the events of one family onto the empty fact.
func Replay(events []Event) (Fact, []Entry) {
	var f Fact
	var entries []Entry
	for _, e := range events {
		var made []Entry
		f, made = Project(f, e)
		entries = append(entries, made...)
	}
	return f, entries
}

// Normal returns e with its instants in UTC and whole microseconds, the
// precision that stores keep.
func (e Event) Normal() Event {
	for _, t := range []*time.Time{&e.OccurredAt, &e.RecordedAt, &e.ExpiresAt, &e.RequestedAt} {
		if !t.IsZero() {
			*t = t.UTC().Truncate(time.Microsecond)
		}
	}
	return e
}

// attribute takes the event's dimensions when it outranks the one that set
// them: the first send, or the latest event while nothing was sent.
func (f *Fact) attribute(e Event) {
	next := Attribution{Sent: e.Type == Sent, At: e.OccurredAt, By: e.ID}
	if f.Attribution.By == identity.Nil || next.outranks(f.Attribution) {
		f.Attribution, f.Dimensions = next, e.Dimensions
	}
}

func (a Attribution) outranks(b Attribution) bool {
	if a.Sent != b.Sent {
		return a.Sent
	}
	if a.Sent {
		return a.compare(b) < 0
	}
	return a.compare(b) > 0
}

// compare orders events by when they occurred, equals by their ids.
func (a Attribution) compare(b Attribution) int {
	return cmp.Or(a.At.Compare(b.At), bytes.Compare(a.By[:], b.By[:]))
}

// applyOffer updates the revision the event is about.
func (f *Fact) applyOffer(e Event) {
	o := f.offer(e.Offer)
	switch e.Type {
	case Sent:
		o.SentAt = earlier(o.SentAt, e.OccurredAt)
		o.ExpiresAt = later(o.ExpiresAt, e.ExpiresAt)
		f.SentAt = earlier(f.SentAt, e.OccurredAt)
		if s := e.stamped(); f.Sent.By == identity.Nil || s.precedes(f.Sent) {
			f.Sent = s
		}
	case Accepted:
		o.AcceptedAt = later(o.AcceptedAt, e.OccurredAt)
		if s := e.stamped(); f.Accepted.By == identity.Nil || f.Accepted.before(s) {
			f.Accepted, f.Motive = s, e.Motive
		}
	case AcceptanceCancelled:
		f.Corrected = true
		o.CancelledAt = later(o.CancelledAt, e.OccurredAt)
		o.close(e, Retracted)
	case Rejected:
		o.close(e, Lost)
	case Withdrawn:
		o.close(e, Retracted)
	case Superseded:
		o.Superseded = true
	}
	f.put(o)
	for _, id := range e.Supersedes {
		old := f.offer(id)
		old.Superseded = true
		f.put(old)
	}
}

// close records an explicit end; the latest one holds.
func (o *Offer) close(e Event, as Status) {
	if o.ClosedAt.After(e.OccurredAt) {
		return
	}
	o.ClosedAt, o.ClosedAs, o.Reason, o.Competitor = e.OccurredAt, as, e.Reason, e.Competitor
}

func (e Event) stamped() Stamped {
	return Stamped{Value: e.Value, Main: e.Main, At: e.OccurredAt, By: e.ID}
}

// precedes orders sends by which of them gives the first-sent value: the main
// variant's before others, then the earlier.
func (s Stamped) precedes(t Stamped) bool {
	if s.Main != t.Main {
		return s.Main
	}
	return s.before(t)
}

func (s Stamped) before(t Stamped) bool {
	return Attribution{At: s.At, By: s.By}.compare(Attribution{At: t.At, By: t.By}) < 0
}

func (f *Fact) offer(id identity.ID) Offer {
	if i, ok := f.find(id); ok {
		return f.Offers[i]
	}
	return Offer{ID: id}
}

func (f *Fact) put(o Offer) {
	i, ok := f.find(o.ID)
	if ok {
		f.Offers[i] = o
		return
	}
	f.Offers = slices.Insert(f.Offers, i, o)
}

func (f *Fact) find(id identity.ID) (int, bool) {
	return slices.BinarySearchFunc(f.Offers, id, func(o Offer, id identity.ID) int {
		return bytes.Compare(o.ID[:], id[:])
	})
}

// applyOrder adds the event's amount to the family's totals and returns the
// intake entry. Cancellations and returns net intake on their own date and
// never unconvert.
func (f *Fact) applyOrder(e Event) []Entry {
	value := e.Value
	switch e.Type {
	case Ordered:
		f.OrderedAt = earlier(f.OrderedAt, e.OccurredAt)
		f.Orders++
		f.Mismatched = f.Mismatched || !e.Matches
		f.Ordered = f.Ordered.plus(value)
	case OrderCancelled:
		f.Cancelled = f.Cancelled.plus(value)
		value = value.negated()
	case GoodsReturned:
		f.Returned = f.Returned.plus(value)
		value = value.negated()
	}
	return []Entry{{
		Event: e.ID, Tenant: e.Tenant, Family: e.Family, Order: e.Order, Type: e.Type,
		At: e.OccurredAt, RecordedAt: e.RecordedAt, Dimensions: e.Dimensions, Value: value,
	}}
}

func (t Total) plus(v Value) Total {
	base, ok := v.Converted(v.Net)
	if !ok {
		return Total{Base: t.Base, Gaps: t.Gaps + 1}
	}
	return Total{Base: t.Base.Add(base), Gaps: t.Gaps}
}

func (v Value) negated() Value {
	for _, d := range []*money.Decimal{&v.Net, &v.List, &v.Cost, &v.CostedNet} {
		*d = d.Neg()
	}
	v.Steps = slices.Clone(v.Steps)
	for i := range v.Steps {
		v.Steps[i].Amount = v.Steps[i].Amount.Neg()
	}
	return v
}
