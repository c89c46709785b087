package quotes

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// maxLines bounds a revision, as far as rules can read lines.
const maxLines = 10_000

// editor applies Changes to a draft and collects everything wrong with them.
type editor struct {
	r  *Revision
	at map[identity.ID]int
	// versions are those that models are to have from now on.
	versions map[string]string
	issues   []fault.Issue
}

// apply changes the draft or, with any mistake, returns one Invalid fault
// naming all of them by JSON pointer; the draft is then to be thrown away.
func (ch Changes) apply(r *Revision) error {
	e := &editor{r: r, versions: map[string]string{}}
	if ch.Header != nil {
		e.header(*ch.Header)
	}
	e.index()
	for n, p := range ch.Change {
		e.change(fmt.Sprintf("/change/%d", n), p)
	}
	e.remove(ch.Remove)
	for n, l := range ch.Add {
		e.add(fmt.Sprintf("/add/%d", n), l)
	}
	e.reorder(ch.Order)
	if len(r.Lines) > maxLines {
		return fault.New(fault.TooLarge, "too-many-lines", "a quote has at most %d lines", maxLines)
	}
	for n := range r.Lines {
		r.Lines[n].Position = n + 1
	}
	r.LineCount = len(r.Lines)
	e.alternatives()
	e.sections()
	return fault.FromIssues("invalid-edit", "the quote cannot be changed like this; nothing was", e.issues)
}

func (e *editor) bad(kind, pointer, format string, args ...any) {
	e.issues = append(e.issues, fault.Issue{Kind: kind, Pointer: pointer, Message: fmt.Sprintf(format, args...)})
}

func (e *editor) index() {
	e.at = make(map[identity.ID]int, len(e.r.Lines))
	for n, l := range e.r.Lines {
		e.at[l.ID] = n
	}
}

// set writes *from to *to when it is given.
func set[T any](to *T, from *T) {
	if from != nil {
		*to = *from
	}
}

func (e *editor) header(p ContentPatch) {
	c := &e.r.Content
	set(&c.Language, p.Language)
	set(&c.ValidityDays, p.ValidityDays)
	if p.ValidUntil != nil {
		c.ValidUntil, c.UntilGiven = *p.ValidUntil, !p.ValidUntil.IsZero()
	}
	set(&c.PaymentTerms, p.PaymentTerms)
	set(&c.Delivery, p.Delivery)
	set(&c.Incoterm, p.Incoterm)
	set(&c.TermMonths, p.TermMonths)
	set(&c.Coupons, p.Coupons)
	set(&c.ShipTo, p.ShipTo)
	set(&c.BillTo, p.BillTo)
	set(&c.Cover, p.Cover)
	set(&c.Notes, p.Notes)
	set(&c.Template, p.Template)
	set(&c.Schedule, p.Schedule)
	if p.Currency != nil && *p.Currency != c.Currency {
		c.Currency = *p.Currency
		e.r.Pins = Pins{}
		e.r.doubtAmounts()
		e.r.releasePrices()
	}
	set(&c.Discount, p.Discount)
	set(&c.Sections, p.Sections)
	if c.ValidityDays < 0 || c.ValidityDays > 3660 {
		e.bad("invalid-validity", "/header/validity_days", "validity of %d days is outside 0 to 3660", c.ValidityDays)
	}
	if c.TermMonths < 0 || c.TermMonths > 600 {
		e.bad("invalid-term", "/header/term_months", "a term of %d months is outside 0 to 600", c.TermMonths)
	}
	e.adjustment("/header/discount", c.Discount)
	e.schedule(c.Schedule)
}

func (e *editor) schedule(ms []Milestone) {
	for _, issue := range pricing.CheckInstalments(instalments(ms)) {
		issue.Pointer = "/header/payment_schedule" + issue.Pointer
		e.issues = append(e.issues, issue)
	}
}

func (e *editor) adjustment(pointer string, a Adjustment) {
	switch a.Kind {
	case NoAdjustment:
	case Percent:
		if a.Value.Cmp(money.FromInt(100)) > 0 {
			e.bad("invalid-adjustment", pointer+"/value", "a reduction of %s %% is above 100 %%", a.Value)
		}
	case TargetNet:
		if a.Value.Sign() < 0 {
			e.bad("invalid-adjustment", pointer+"/value", "a target net of %s is negative", a.Value)
		}
	case AmountOff:
	default:
		kinds := []string{string(Percent), string(AmountOff), string(TargetNet)}
		e.issues = append(e.issues, fault.Issue{Kind: "invalid-adjustment", Pointer: pointer + "/kind",
			Message: fmt.Sprintf("%q is not a kind of adjustment", a.Kind), Suggestion: fault.Closest(string(a.Kind), kinds)})
	}
}

func (e *editor) change(at string, p LinePatch) {
	n, ok := e.at[p.ID]
	if !ok {
		e.bad("line-not-found", at+"/id", "the quote has no line %s", p.ID)
		return
	}
	l := &e.r.Lines[n]
	set(&l.Section, p.Section)
	if p.Picks != nil && !slices.Equal(l.Picks, *p.Picks) {
		l.Picks, l.PriceKept, l.Kept = *p.Picks, false, nil // what was kept was the price of something else
	}
	if p.ModelVersion != nil {
		e.pin(at, *l, *p.ModelVersion)
	}
	set(&l.Quantity, p.Quantity)
	set(&l.Optional, p.Optional)
	set(&l.Alternative, p.Alternative)
	set(&l.Proposed, p.Proposed)
	set(&l.Manual, p.Manual)
	set(&l.TermMonths, p.TermMonths)
	set(&l.Start, p.Start)
	set(&l.End, p.End)
	set(&l.Ramp, p.Ramp)
	set(&l.Site, p.Site)
	set(&l.Note, p.Note)
	set(&l.SpecialPrice, p.SpecialPrice)
	set(&l.SpecialCost, p.SpecialCost)
	if p.PriceKept != nil {
		e.keep(at, l, *p.PriceKept)
	}
	e.line(at, *l)
}

// pin sets the version of the model of a line, which is that of all its lines.
func (e *editor) pin(at string, l Line, version string) {
	switch asked, twice := e.versions[l.Model]; {
	case l.Model == "":
		e.bad("invalid-model-version", at+"/model_version", "only a configured line has a model")
	case twice && asked != version:
		e.bad("invalid-model-version", at+"/model_version", "the lines of %s cannot use two versions of it", l.Model)
	case !twice:
		models := map[string]string{} // the revision before the edit keeps its own
		maps.Copy(models, e.r.Pins.Models)
		models[l.Model], e.versions[l.Model] = version, version
		e.r.Pins.Models = models
	}
}

// keep keeps the price that the line has, or lets it go.
func (e *editor) keep(at string, l *Line, keep bool) {
	switch {
	case keep && l.Kept != nil:
	case !keep:
		l.PriceKept, l.Kept = false, nil
	case l.Special != "" || l.Price.OnRequest || l.Price.UnitBeforeManual.IsZero():
		e.bad("nothing-to-keep", at+"/price_kept", "the line has no price of the catalogue that could be kept")
	default:
		l.PriceKept, l.Kept = true, l.kept(e.r.Pins.Book)
	}
}

// kept is what the line's present price is made of. The cost of a base quantity
// is taken back from the line's.
func (l *Line) kept(book string) *KeptPrice {
	k := &KeptPrice{Price: l.Price.UnitBeforeManual, Per: l.Price.Per, Period: l.Resolved.Period, Floor: l.Price.Floor, Version: book}
	if l.Price.Cost != nil {
		per := one
		if !k.Per.IsZero() {
			per = k.Per
		}
		if cost, err := l.Price.Cost.Mul(per).Quo(l.Quantity); err == nil {
			k.Cost = &cost
		}
	}
	return k
}

// releasePrices lets kept prices go: they were kept for another customer or in
// another currency.
func (r *Revision) releasePrices() {
	for n := range r.Lines {
		r.Lines[n].PriceKept, r.Lines[n].Kept = false, nil
	}
}

func (e *editor) line(at string, l Line) {
	if l.Quantity.Sign() <= 0 {
		e.bad("invalid-quantity", at+"/quantity", "a quantity must be above 0")
	}
	if l.Optional && l.Alternative != "" {
		e.bad("invalid-alternative", at+"/optional", "a line is optional or one of an alternative, not both")
	}
	if l.Model == "" && len(l.Picks) > 0 {
		e.bad("invalid-picks", at+"/picks", "only a configured line has picks")
	}
	e.adjustment(at+"/manual", l.Manual)
	e.serviceTerm(at, l.ServiceTerm)
}

func (e *editor) remove(ids []identity.ID) {
	if len(ids) == 0 {
		return
	}
	gone := make(map[identity.ID]bool, len(ids))
	for n, id := range ids {
		if _, ok := e.at[id]; !ok {
			e.bad("line-not-found", fmt.Sprintf("/remove/%d", n), "the quote has no line %s", id)
		}
		gone[id] = true
	}
	e.r.Lines = slices.DeleteFunc(slices.Clone(e.r.Lines), func(l Line) bool { return gone[l.ID] })
	e.index()
}

func (e *editor) add(at string, in NewLine) {
	l := Line{ID: in.ID, Section: in.Section, Item: strings.TrimSpace(in.Item), Model: in.Model, Picks: in.Picks,
		Special: in.Special, Quantity: in.Quantity, Optional: in.Optional, Alternative: in.Alternative,
		Proposed: in.Proposed, Manual: in.Manual, ServiceTerm: in.ServiceTerm, Site: in.Site, Note: in.Note}
	if l.ID == identity.Nil {
		l.ID = identity.NewID()
	}
	given := 0
	for _, s := range []string{l.Item, l.Model, l.Special} {
		if s != "" {
			given++
		}
	}
	if given != 1 {
		e.bad("invalid-line", at, "a line names exactly one of item, model and special")
	}
	if _, twice := e.at[l.ID]; twice {
		e.bad("duplicate-line", at+"/id", "the quote already has a line %s", l.ID)
		return
	}
	e.line(at, l)
	place := len(e.r.Lines)
	if in.After != identity.Nil {
		n := slices.IndexFunc(e.r.Lines, func(l Line) bool { return l.ID == in.After })
		if n < 0 {
			e.bad("line-not-found", at+"/after", "the quote has no line %s", in.After)
			return
		}
		place = n + 1
	}
	e.r.Lines = slices.Insert(e.r.Lines, place, l)
	e.at[l.ID] = place
}

func (e *editor) reorder(ids []identity.ID) {
	if len(ids) == 0 {
		return
	}
	e.index()
	seen := make(map[identity.ID]bool, len(ids))
	lines := make([]Line, 0, len(ids))
	for n, id := range ids {
		place, ok := e.at[id]
		if !ok || seen[id] {
			e.bad("invalid-order", fmt.Sprintf("/order/%d", n), "line %s is not of this quote or is named twice", id)
			return
		}
		seen[id] = true
		lines = append(lines, e.r.Lines[place])
	}
	if len(lines) != len(e.r.Lines) {
		e.bad("invalid-order", "/order", "the order names %d of %d lines", len(lines), len(e.r.Lines))
		return
	}
	e.r.Lines = lines
}

// alternatives makes sure that each group proposes exactly one line.
func (e *editor) alternatives() {
	proposed := map[string]int{}
	first := map[string]int{}
	for n, l := range e.r.Lines {
		if l.Alternative == "" {
			e.r.Lines[n].Proposed = false
			continue
		}
		if _, ok := first[l.Alternative]; !ok {
			first[l.Alternative] = n
		}
		if l.Proposed {
			proposed[l.Alternative]++
		}
	}
	for group, n := range first {
		switch proposed[group] {
		case 0:
			e.r.Lines[n].Proposed = true
		case 1:
		default:
			e.bad("invalid-alternative", fmt.Sprintf("/lines/%d/proposed", n), "alternative %q proposes %d lines, not one", group, proposed[group])
		}
	}
}

// sections makes sure that lines name sections that exist.
func (e *editor) sections() {
	known := make(map[identity.ID]bool, len(e.r.Sections))
	for n, s := range e.r.Sections {
		at := fmt.Sprintf("/header/sections/%d", n)
		if s.ID == identity.Nil {
			e.r.Sections[n].ID = identity.NewID()
		}
		if known[s.ID] {
			e.bad("duplicate-section", at+"/id", "the quote already has a section %s", s.ID)
		}
		if strings.TrimSpace(s.Title) == "" {
			e.bad("invalid-section", at+"/title", "a section needs a title")
		}
		e.adjustment(at+"/discount", s.Discount)
		known[e.r.Sections[n].ID] = true
	}
	for n, l := range e.r.Lines {
		if l.Section != identity.Nil && !known[l.Section] {
			e.bad("section-not-found", fmt.Sprintf("/lines/%d/section_id", n), "line %d is in the section %s, which the quote does not have", n+1, l.Section)
		}
	}
}
