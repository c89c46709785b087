package pricing

import (
	"reflect"
	"slices"

	"github.com/quotient-cpq/quotient/internal/money"
)

// Take makes the request the draft's own and prices what differs from the one
// before: a few lines changed, added at the end or removed, or other discounts.
// Anything else is priced as a whole. What the request's slices and pointers
// lead to must not be changed afterwards.
func (d *Draft) Take(request Request) {
	gone, put, ok := d.edits(&request)
	if !ok {
		d.request = request
		d.request.Lines = slices.Clone(request.Lines)
		d.all()
		return
	}
	if len(gone) > 0 {
		d.Remove(gone...)
	}
	if len(put) > 0 {
		d.Put(put...)
	}
	if !slices.Equal(request.Adjustments, d.request.Adjustments) || !slices.EqualFunc(request.Sections, d.request.Sections, sameSection) {
		d.Discount(request.Sections, request.Adjustments)
	}
}

// edits are the lines to remove and to put that lead from the draft's request to
// another one; ok is false where it is better, or the only way, to price all of
// it.
func (d *Draft) edits(to *Request) (gone []string, put []Line, ok bool) {
	if !sameHead(&d.request, to) || !d.editable() {
		return nil, nil, false
	}
	i := 0
	for n := range d.request.Lines {
		old := &d.request.Lines[n]
		if i == len(to.Lines) || to.Lines[i].ID != old.ID {
			gone = append(gone, old.ID)
			continue
		}
		if !old.same(&to.Lines[i]) {
			put = append(put, to.Lines[i])
		}
		i++
	}
	added := to.Lines[i:]
	for n := range added {
		// A line that has only moved, or that stands twice, is none to be added.
		if d.run.byID[added[n].ID] != nil || slices.ContainsFunc(added[:n], func(l Line) bool { return l.ID == added[n].ID }) {
			return nil, nil, false
		}
	}
	put = append(put, added...)
	return gone, put, 4*(len(gone)+len(put)) <= len(to.Lines)
}

// sameHead reports whether everything but lines and discounts is the same.
func sameHead(a, b *Request) bool {
	return a.Date == b.Date && a.Currency == b.Currency && a.Base == b.Base && a.Customer == b.Customer && a.Seller == b.Seller &&
		a.ShipTo == b.ShipTo && a.Region == b.Region && a.Channel == b.Channel && a.Term == b.Term && slices.Equal(a.Coupons, b.Coupons)
}

func sameSection(a, b Section) bool {
	return a.ID == b.ID && slices.Equal(a.Adjustments, b.Adjustments)
}

// same reports whether two lines are priced alike. It may say no of lines that
// differ in form alone.
func (l *Line) same(o *Line) bool {
	return l.ID == o.ID && l.Quantity == o.Quantity && l.Section == o.Section && l.Item == o.Item && l.Model == o.Model &&
		l.Optional == o.Optional && l.Ticked == o.Ticked && l.Alternative == o.Alternative && l.Chosen == o.Chosen &&
		l.ShipTo == o.ShipTo && l.Term == o.Term && l.Start == o.Start && l.End == o.End &&
		slices.Equal(l.Adjustments, o.Adjustments) && slices.Equal(l.Ramp, o.Ramp) &&
		(l.Kept == nil && o.Kept == nil || reflect.DeepEqual(l.Kept, o.Kept)) &&
		(l.Special == nil && o.Special == nil || reflect.DeepEqual(l.Special, o.Special)) &&
		slices.EqualFunc(l.Selection, o.Selection, sameSelected)
}

func sameSelected(a, b Selected) bool {
	if len(a.Label) != len(b.Label) {
		return false
	}
	for tag, text := range a.Label {
		if b.Label[tag] != text {
			return false
		}
	}
	return a.Path == b.Path && a.Component == b.Component && a.Attribute == b.Attribute && a.Option == b.Option &&
		a.Item == b.Item && a.Quantity == b.Quantity && sameNumber(a.Number, b.Number)
}

func sameNumber(a, b *money.Decimal) bool { return a == b || a != nil && b != nil && *a == *b }
