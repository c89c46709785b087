package constraint

import "github.com/quotient-cpq/quotient/rules"

// maxRows is the largest number of rows and of pairs of values that are spelt
// out in a formula.
const maxRows = 2000

// textCase is one text a node can be, and when it is.
type textCase struct {
	text string
	when *Formula
}

// cases lists what a choice or text can be; false for free text.
func (b *Builder) cases(n *rules.Node, at place) ([]textCase, bool) {
	switch n.Op {
	case rules.OpConst:
		return []textCase{{n.Value.Text(), truth(true)}}, true
	case rules.OpRead:
		return b.casesRead(n, at)
	case rules.OpIf:
		yes, okYes := b.cases(n.Args[1], at)
		no, okNo := b.cases(n.Args[2], at)
		if !okYes || !okNo {
			return nil, false
		}
		cond := b.lower(n.Args[0], at)
		return b.merge(append(b.caseWhen(cond, yes), b.caseWhen(b.Not(cond), no)...)), true
	case rules.OpLookup:
		rows, ok := b.rows(n, at)
		var out []textCase
		for _, r := range rows {
			if v := n.Table.Cell(r.row, n.Column); !v.IsNone() {
				out = append(out, textCase{v.Text(), r.when})
			}
		}
		return b.merge(out), ok
	default:
		return nil, false
	}
}

func (b *Builder) casesRead(n *rules.Node, at place) ([]textCase, bool) {
	r := n.Ref
	if r.Element && at.element == nil {
		if r.Property < 0 {
			return []textCase{{at.options.At(at.option).Code, truth(true)}}, true
		}
		if v := at.options.Property(at.option, r.Property); !v.IsNone() {
			return []textCase{{v.Text(), truth(true)}}, true
		}
		return nil, true
	}
	t := at.follow(r)
	if t.absent {
		return nil, true
	}
	v := t.instance.vars[r.Slot]
	if d, defined := b.definitions[v]; defined {
		if r.Property >= 0 {
			return nil, false
		}
		inner, ok := b.cases(d.node, place{frame: d.at})
		return b.caseWhen(d.active, inner), ok
	}
	options := b.space.vars[v].Options
	if options == nil {
		return nil, false
	}
	var out []textCase
	for o := range options.Len() {
		text := options.At(o).Code
		if r.Property >= 0 {
			value := options.Property(o, r.Property)
			if value.IsNone() {
				continue
			}
			text = value.Text()
		}
		out = append(out, textCase{text, b.Option(v, o)})
	}
	return b.merge(out), true
}

func (b *Builder) caseWhen(cond *Formula, cases []textCase) []textCase {
	var out []textCase
	for _, c := range cases {
		out = append(out, textCase{c.text, b.And(cond, c.when)})
	}
	return out
}

// merge joins cases of one text.
func (b *Builder) merge(cases []textCase) []textCase {
	var out []textCase
	index := make(map[string]int)
	for _, c := range cases {
		if i, ok := index[c.text]; ok {
			out[i].when = b.Or(out[i].when, c.when)
			continue
		}
		index[c.text] = len(out)
		out = append(out, c)
	}
	return out
}

// sameText is x == y for choices and texts.
func (b *Builder) sameText(n, x, y *rules.Node, at place) *Formula {
	left, okLeft := b.cases(x, at)
	right, okRight := b.cases(y, at)
	if !okLeft || !okRight {
		return b.opaque(n, at)
	}
	other := make(map[string]*Formula, len(right))
	for _, c := range right {
		other[c.text] = c.when
	}
	var out []*Formula
	for _, c := range left {
		if when := other[c.text]; when != nil {
			out = append(out, b.And(c.when, when))
		}
	}
	return b.Or(out...)
}

// sameTruth is x == y for bools; false if either is none.
func (b *Builder) sameTruth(x, y *rules.Node, at place) *Formula {
	p, q := b.lower(x, at), b.lower(y, at)
	same := b.And(b.Implies(p, q), b.Implies(q, p))
	return b.And(b.has(x, at), b.has(y, at), same)
}

// textTest is startsWith, endsWith, contains or matches.
func (b *Builder) textTest(n *rules.Node, at place) *Formula {
	left, ok := b.cases(n.Args[0], at)
	if !ok {
		return b.opaque(n, at)
	}
	right := []textCase{{"", truth(true)}}
	if n.Op != rules.OpMatches {
		if right, ok = b.cases(n.Args[1], at); !ok || len(left)*len(right) > maxRows {
			return b.opaque(n, at)
		}
	}
	var out []*Formula
	for _, x := range left {
		for _, y := range right {
			if n.Apply(rules.TextValue(x.text), rules.TextValue(y.text)).Truth() {
				out = append(out, b.And(x.when, y.when))
			}
		}
	}
	return b.Or(out...)
}
