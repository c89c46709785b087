package pricing

import (
	"cmp"
	"fmt"
	"maps"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/rules"
)

// compiler turns a set into a pricer and collects what is wrong with it.
type compiler struct {
	set     Set
	schemas schemas
	// used are the slots that expressions read, by schema.
	used   map[*rules.Schema]map[int]bool
	issues []fault.Issue
}

func newCompiler(set Set) *compiler {
	return &compiler{set: set, schemas: newSchemas(), used: map[*rules.Schema]map[int]bool{}}
}

// bad adds a mistake at a place: the position in its file, or a description of
// where it stands.
func (c *compiler) bad(kind string, at Position, pointer, format string, args ...any) {
	issue := fault.Issue{Kind: kind, Position: at, Message: fmt.Sprintf(format, args...)}
	if at.Line == 0 {
		issue.Pointer = pointer
	}
	c.issues = append(c.issues, issue)
}

func (c *compiler) compile() *Pricer {
	if c.set.Book == nil {
		c.bad("missing-book", Position{}, "/book", "a set needs a price book")
		return nil
	}
	c.models()
	p := &Pricer{rates: c.set.Rates, taxes: c.set.Taxes}
	p.book = c.book(c.set.Book)
	c.derive(p.book)
	procedure := c.set.Procedure
	if procedure == nil {
		procedure = Standard()
	}
	p.procedure = c.procedure(procedure)
	p.contracts = c.contracts(slices.Concat(c.set.Book.Contracts, c.set.Contracts))
	p.promotions = c.promotions(slices.Concat(c.set.Book.Promotions, c.set.Promotions))
	p.charges = c.charges(c.set.Book.Charges)
	c.rates(c.set.Rates)
	c.taxes(c.set.Taxes)
	p.pins = c.pins(procedure)
	p.plans = make(map[*rules.Schema]*plan, len(c.used))
	for schema, used := range c.used {
		p.plans[schema] = newPlan(schema, used)
	}
	return p
}

func (c *compiler) pins(procedure *Procedure) Pins {
	pins := Pins{Book: c.set.Book.Version, Procedure: procedure.Version}
	if c.set.Taxes != nil {
		pins.Taxes = c.set.Taxes.Version
	}
	if c.set.Rates != nil {
		pins.Rates = c.set.Rates.Version
	}
	for _, x := range c.set.Contracts {
		pins.Contracts = with(pins.Contracts, x.Code, x.Version)
	}
	for _, x := range c.set.Promotions {
		pins.Promotions = with(pins.Promotions, x.Code, x.Version)
	}
	return pins
}

func with(m map[string]string, key, value string) map[string]string {
	if m == nil {
		m = make(map[string]string)
	}
	m[key] = value
	return m
}

func (c *compiler) models() {
	for _, m := range c.set.Models {
		schema, err := modelSchema(m)
		if err != nil {
			c.bad("invalid-model", Position{}, "/models/"+m.Code, "model %q cannot be read by prices: %v", m.Code, err)
			continue
		}
		c.schemas.models[m.Code] = schema
	}
}

// derive links a book with those it derives from.
func (c *compiler) derive(b *bookIndex) {
	seen := map[string]bool{b.book.Code: true}
	for b.book.Derived != nil {
		d := b.book.Derived
		i := slices.IndexFunc(c.set.Parents, func(p *Book) bool { return p.Code == d.From })
		switch {
		case i < 0:
			c.bad("unknown-book", d.Position, "/derived/from", "book %q derives from %q, which is not given", b.book.Code, d.From)
			return
		case seen[d.From]:
			c.bad("circular-book", d.Position, "/derived/from", "book %q derives from itself through %q", d.From, b.book.Code)
			return
		case d.Factor.Sign() <= 0:
			c.bad("invalid-derivation", d.Position, "/derived/factor", "factor %s of book %q must be positive", d.Factor, b.book.Code)
		}
		if d.Ending != nil && d.Ending.Sign() <= 0 {
			c.bad("invalid-derivation", d.Position, "/derived/ending", "ending %s of book %q must be positive", d.Ending, b.book.Code)
			return
		}
		seen[d.From] = true
		b.parent = c.book(c.set.Parents[i])
		b = b.parent
	}
}

// expression compiles a condition or formula, and reports its mistakes.
func (c *compiler) expression(schema *rules.Schema, e Expr, pointer string, want rules.Type) *rules.Program {
	program, issues := rules.Compile(schema, rules.Source{Text: e.Text, Position: e.Position}, want)
	for _, i := range issues {
		if e.Position.Line == 0 {
			i.Pointer, i.Position = pointer, fault.Position{}
		}
		c.issues = append(c.issues, i)
	}
	if program != nil {
		if c.used[schema] == nil {
			c.used[schema] = map[int]bool{}
		}
		for _, d := range program.Reads() {
			c.used[schema][d.Slot] = true
		}
	}
	return program
}

// book indexes and checks one book.
func (c *compiler) book(b *Book) *bookIndex {
	idx := &bookIndex{book: b, items: map[string][]*price{}, models: map[string][]*price{}, options: map[optionKey][]*price{},
		matrices: map[string]*Matrix{}}
	if b.Currency.IsZero() {
		c.bad("missing-currency", b.Position, "/currency", "book %q has no currency", b.Code)
	}
	if b.Precision != nil && (*b.Precision < 0 || *b.Precision > 6) {
		c.bad("invalid-precision", b.Position, "/precision", "precision %d is outside 0 to 6", *b.Precision)
	}
	for i := range b.Matrices {
		m := &b.Matrices[i]
		c.matrix(m, fmt.Sprintf("/matrices/%d", i))
		if idx.matrices[m.Code] != nil {
			c.bad("duplicate-matrix", m.Position, fmt.Sprintf("/matrices/%d", i), "matrix %q is declared twice", m.Code)
		}
		idx.matrices[m.Code] = m
	}
	for i := range b.Entries {
		c.entry(idx, b.Entries[i], fmt.Sprintf("/entries/%d", i))
	}
	c.overlaps(idx)
	c.tiers(idx)
	c.terms(b)
	return idx
}

// entry adds an entry to the index, with its defaults.
func (c *compiler) entry(idx *bookIndex, e Entry, pointer string) {
	p := &price{Entry: e, book: idx}
	if p.Currency.IsZero() {
		p.Currency = idx.book.Currency
	}
	if p.Per.IsZero() {
		p.Per = one
	}
	p.Period = cmp.Or(p.Period, OneOff)
	if p.ID == "" {
		p.ID = e.key()
	}
	c.checkEntry(p, pointer)
	if !e.Formula.IsZero() {
		schema := c.schemas.line
		if e.Model != "" {
			schema = c.schemas.models[e.Model]
		}
		if schema != nil {
			p.formula = c.expression(schema, e.Formula, pointer+"/formula", rules.Number)
		}
	}
	switch {
	case e.Attribute != "":
		key := optionKey{e.Model, e.Attribute, e.Option}
		idx.options[key] = append(idx.options[key], p)
	case e.Model != "":
		idx.models[e.Model] = append(idx.models[e.Model], p)
	default:
		idx.items[e.Item] = append(idx.items[e.Item], p)
	}
}

// key is the default name of an entry.
func (e *Entry) key() string {
	switch {
	case e.Item != "":
		return e.Item
	case e.Attribute == "":
		return e.Model
	case e.Option == "":
		return e.Model + "/" + e.Attribute
	}
	return e.Model + "/" + e.Attribute + "=" + e.Option
}

// overlaps refuses two entries that are equally specific for the same key at
// the same time.
func (c *compiler) overlaps(idx *bookIndex) {
	for _, group := range idx.groups() {
		for i, a := range group {
			for _, b := range group[:i] {
				if a.Customer == b.Customer && a.Segment == b.Segment && a.Region == b.Region && a.Channel == b.Channel &&
					a.Currency == b.Currency && overlap(a.From, a.To, b.From, b.To) {
					c.bad("overlapping-entries", a.Position, "/entries", "entry %q is valid at the same time and for the same customers as %s",
						a.ID, cmp.Or(b.Position.String(), fmt.Sprintf("entry %q", b.ID)))
				}
			}
		}
	}
}

// groups returns the entries of each key, in the order of the keys.
func (idx *bookIndex) groups() [][]*price {
	var out [][]*price
	for _, key := range slices.Sorted(maps.Keys(idx.items)) {
		out = append(out, idx.items[key])
	}
	for _, key := range slices.Sorted(maps.Keys(idx.models)) {
		out = append(out, idx.models[key])
	}
	for _, key := range slices.SortedFunc(maps.Keys(idx.options), func(a, b optionKey) int {
		return cmp.Or(cmp.Compare(a.model, b.model), cmp.Compare(a.attribute, b.attribute), cmp.Compare(a.option, b.option))
	}) {
		out = append(out, idx.options[key])
	}
	return out
}
