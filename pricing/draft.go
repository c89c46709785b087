package pricing

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/money"
)

// Draft is a quote under edit. It keeps the price of every line and computes
// anew only what an edit touches: the edited lines, those of the same quantity
// scale when its quantity has changed, those priced as a share of what has
// changed, and the shares of header discounts. Its Result is equal, byte for
// byte, to that of Pricer.Price for the same request.
//
// A Draft belongs to one goroutine. What it has returned is not changed by later
// edits.
type Draft struct {
	p       *Pricer
	request Request
	run     *run
	sums    *tally
	result  *Result // nil until asked for
}

// Draft prices the request and keeps it for editing. What the request's slices
// and pointers lead to must not be changed afterwards.
func (p *Pricer) Draft(request Request) *Draft {
	d := &Draft{p: p, request: request}
	d.request.Lines = slices.Clone(request.Lines)
	d.all()
	return d
}

// Request returns the request as edited so far. The caller must not change it.
func (d *Draft) Request() Request { return d.request }

// Result returns the price of the request as edited so far.
func (d *Draft) Result() Result {
	if d.result == nil {
		r := d.run.result(d.sums)
		r.Lines = make([]LineResult, len(d.run.lines))
		for i, w := range d.run.lines {
			r.Lines[i] = *w.res
		}
		d.result = &r
	}
	return *d.result
}

// all prices everything.
func (d *Draft) all() {
	d.run = newRun(d.p, &d.request)
	d.run.resolve()
	d.run.priceLines()
	d.run.priceShares()
	d.conclude()
}

// conclude computes what depends on all lines together.
func (d *Draft) conclude() { d.sums, d.result = d.run.conclude(), nil }

// editable reports whether lines can be edited one by one: with ids that occur
// twice they cannot.
func (d *Draft) editable() bool { return len(d.run.byID) == len(d.request.Lines) }

// Put replaces the lines with the same ids and adds the others at the end.
func (d *Draft) Put(lines ...Line) {
	e := newEdit(d.run)
	for _, line := range lines {
		if !d.editable() {
			d.store(line)
			continue
		}
		w := d.run.byID[line.ID]
		if w == nil {
			w = &work{r: d.run, at: len(d.run.lines), res: new(LineResult)}
			d.run.lines, d.run.byID[line.ID] = append(d.run.lines, w), w
			d.request.Lines = append(d.request.Lines, line)
			e.begin(w, &d.request.Lines[w.at])
			e.reshare = true
			continue
		}
		e.leave(w)
		before := e.baseOf(w)
		d.request.Lines[w.at] = line
		e.begin(w, &d.request.Lines[w.at])
		e.reshare = e.reshare || before != e.baseOf(w) || w.isShare()
	}
	if !d.editable() {
		d.all()
		return
	}
	e.finish()
	d.conclude()
}

// store puts a line into a request that is priced as a whole.
func (d *Draft) store(line Line) {
	i := slices.IndexFunc(d.request.Lines, func(l Line) bool { return l.ID == line.ID })
	if i < 0 {
		d.request.Lines = append(d.request.Lines, line)
		return
	}
	d.request.Lines[i] = line
}

// Remove deletes the lines with the ids. Ids that do not occur are ignored.
func (d *Draft) Remove(ids ...string) {
	gone := func(id string) bool { return slices.Contains(ids, id) }
	editable := d.editable()
	e := newEdit(d.run)
	d.request.Lines = slices.DeleteFunc(slices.Clone(d.request.Lines), func(l Line) bool { return gone(l.ID) })
	if !editable {
		d.all()
		return
	}
	d.run.lines = slices.DeleteFunc(d.run.lines, func(w *work) bool {
		if !gone(w.line.ID) {
			return false
		}
		e.leave(w)
		delete(d.run.byID, w.line.ID)
		e.reshare = true
		return true
	})
	for i, w := range d.run.lines {
		w.at, w.line = i, &d.request.Lines[i]
	}
	e.finish()
	d.conclude()
}

// Discount replaces the sections, with their discounts, and the quote discounts.
func (d *Draft) Discount(sections []Section, adjustments []Adjustment) {
	same := slices.EqualFunc(sections, d.request.Sections, func(a, b Section) bool { return a.ID == b.ID })
	d.request.Sections, d.request.Adjustments = sections, adjustments
	if !same {
		d.all()
		return
	}
	d.run.readHeader()
	d.conclude()
}

// edit collects what one change of a draft touches.
type edit struct {
	r       *run
	touched map[*work]bool
	// stale are the groups left or joined, with the quantity they had before.
	stale map[*tierGroup]money.Decimal
	// reshare is set when lines that are shares of others, or the lines they are
	// shares of, may have become others.
	reshare bool
}

func newEdit(r *run) *edit {
	return &edit{r: r, touched: map[*work]bool{}, stale: map[*tierGroup]money.Decimal{}}
}

// base is what decides which lines are a share of a line.
type base struct {
	sku, family, section string
	period               Period
	firm, share          bool
}

func (e *edit) baseOf(w *work) base {
	return base{w.line.Item.SKU, w.line.Item.Family, w.line.Section, w.res.Period, w.firm(), w.isShare()}
}

// leave takes a line out of its group.
func (e *edit) leave(w *work) {
	if w.group == nil {
		return
	}
	e.mark(w.group)
	w.group.count(w, w.line.Quantity.Neg())
}

func (e *edit) mark(g *tierGroup) {
	if _, known := e.stale[g]; !known {
		e.stale[g] = g.quantity
	}
}

// begin opens a line anew.
func (e *edit) begin(w *work, line *Line) {
	w.open(e.r, line)
	w.join()
	if g := w.group; g != nil {
		if _, known := e.stale[g]; !known {
			before := g.quantity
			if w.firm() {
				before = before.Sub(line.Quantity)
			}
			e.stale[g] = before
		}
	}
	e.touched[w] = true
}

// again opens a line anew that has not been edited.
func (e *edit) again(w *work) {
	if w.group != nil {
		w.group.count(w, w.line.Quantity.Neg())
	}
	w.open(e.r, w.line)
	w.join()
	e.touched[w] = true
}

// finish prices what the edit has touched, up to the line nets.
func (e *edit) finish() {
	for _, w := range e.r.lines {
		if before, stale := e.stale[w.group]; stale && w.group != nil && !e.touched[w] &&
			(len(w.group.chosen) > 0 || !w.group.quantity.Equal(before)) {
			e.again(w)
		}
	}
	for w := range e.touched {
		switch {
		case w.isShare():
			e.reshare = true
		case !w.failed:
			w.run()
		}
	}
	if e.reshare || e.shared() {
		for _, w := range e.r.lines {
			if w.isShare() && !e.touched[w] {
				e.again(w)
			}
		}
		e.r.priceShares()
	}
}

// shared reports whether any line is a share of one that was touched.
func (e *edit) shared() bool {
	for _, p := range e.r.pots {
		for w := range e.touched {
			if p.of.covers(p.section, w) {
				return true
			}
		}
	}
	return false
}
