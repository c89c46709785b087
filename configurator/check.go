package configurator

import (
	"fmt"
	"maps"
	"regexp"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

var (
	identifier = regexp.MustCompile(`^[a-z][a-z0-9_]{0,63}$`)
	optionCode = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$`)
)

// checker verifies what the reader cannot see in one place: codes, references
// between parts, defaults and sizes.
type checker struct {
	issues []fault.Issue
}

func (c *checker) bad(pos fault.Position, kind, format string, args ...any) *fault.Issue {
	c.issues = append(c.issues, fault.Issue{Kind: kind, Position: pos, Message: fmt.Sprintf(format, args...)})
	return &c.issues[len(c.issues)-1]
}

// check returns the mistakes in the structure of m.
func check(m *Model, file string) []fault.Issue {
	c := &checker{}
	top := fault.Position{File: file, Line: 1, Column: 1}
	if !optionCode.MatchString(m.Code) {
		c.bad(top, "wrong-code", "a model needs a code of letters, digits, '.', '_', '-' in the field model; %q is none", m.Code)
	}
	names := map[string]fault.Position{}
	for _, a := range m.Context {
		c.name(names, a.Code, a.Pos)
		c.attribute(a, nil)
		if !a.Computed.IsZero() || !a.Active.IsZero() {
			c.bad(a.Pos, "wrong-context", "context input %q can be neither computed nor switched off", a.Code)
		}
	}
	c.body(&m.Body, names, 0)
	c.tables(m.Tables)
	c.needs(m.Needs)
	c.tests(m.Tests)
	return c.issues
}

func (c *checker) name(names map[string]fault.Position, code string, pos fault.Position) {
	if !identifier.MatchString(code) {
		c.bad(pos, "wrong-code", "%q is not a code: a lower-case letter, then letters, digits and _", code)
		return
	}
	if mistake := rules.CheckName(code); mistake != "" {
		c.bad(pos, "wrong-code", "%q cannot be a code: %s", code, mistake)
		return
	}
	if code == needsWord {
		c.bad(pos, "wrong-code", "%q cannot be a code: the paths of needs begin with it", code)
		return
	}
	if first, twice := names[code]; twice {
		c.bad(pos, "duplicate-code", "%q is already used at %s", code, first)
		return
	}
	names[code] = pos
}

// needsWord begins the paths of needs, so nothing else may have it.
const needsWord = "needs"

func (c *checker) body(b *Body, names map[string]fault.Position, depth int) {
	groups := map[string]fault.Position{}
	for _, g := range b.Groups {
		c.name(groups, g.Code, g.Pos)
	}
	name := func(code string, pos fault.Position) {
		c.name(names, code, pos)
		if own := rules.CheckElementName(code); depth > 0 && own != rules.CheckName(code) {
			c.bad(pos, "wrong-code", "%q cannot be a code: %s", code, own)
		}
	}
	for _, a := range b.Attributes {
		name(a.Code, a.Pos)
		c.attribute(a, groups)
	}
	for _, k := range b.Components {
		name(k.Code, k.Pos)
	}
	c.formerCodes(b, names)
	for _, k := range b.Components {
		c.group(groups, k.Group, k.Pos)
		c.body(&k.Body, map[string]fault.Position{}, depth+1)
	}
	rules := map[string]fault.Position{}
	for _, r := range b.Rules {
		if r.Name == "" {
			c.bad(r.Pos, "missing-field", "a rule needs a name")
		} else if first, twice := rules[r.Name]; twice {
			c.bad(r.Pos, "duplicate-code", "rule %q is already defined at %s", r.Name, first)
		}
		rules[r.Name] = r.Pos
	}
}

// formerCodes refuses former codes of a body that could mean two things.
func (c *checker) formerCodes(b *Body, names map[string]fault.Position) {
	taken := map[string]bool{}
	for code := range names {
		taken[code] = true
	}
	for _, a := range b.Attributes {
		c.former(taken, a.Was, "attribute", a.Pos)
	}
	for _, k := range b.Components {
		c.former(taken, k.Was, "component", k.Pos)
	}
}

func (c *checker) former(taken map[string]bool, was []string, what string, pos fault.Position) {
	for _, code := range was {
		if taken[code] {
			c.bad(pos, "duplicate-code", "the former code %q of this %s means something else too", code, what)
		}
		taken[code] = true
	}
}

func (c *checker) group(groups map[string]fault.Position, code string, pos fault.Position) {
	if code == "" || groups == nil {
		return
	}
	if _, known := groups[code]; !known {
		issue := c.bad(pos, "unknown-group", "there is no group %q here", code)
		issue.Suggestion = fault.Closest(code, keys(groups))
	}
}

func (c *checker) attribute(a *Attribute, groups map[string]fault.Position) {
	c.group(groups, a.Group, a.Pos)
	switch a.Type {
	case ChoiceType, MultiType:
		if len(a.Options) == 0 && a.Computed.IsZero() {
			c.bad(a.Pos, "no-options", "attribute %q needs options", a.Code)
		}
	case BoolType, IntegerType, DecimalType, DateType, TextType:
		if len(a.Options) > 0 {
			c.bad(a.Pos, "wrong-field", "a %s has no options", a.Type)
		}
	default:
		known := []string{"choice", "multi", "bool", "integer", "decimal", "date", "text"}
		c.bad(a.Pos, "unknown-type", "attribute %q has the unknown type %q", a.Code, a.Type).Suggestion = fault.Closest(string(a.Type), known)
		return
	}
	if !a.Computed.IsZero() && (a.Required || len(a.Default) > 0 || a.Type == TextType || a.Type == MultiType) {
		c.bad(a.Pos, "wrong-computed", "computed attribute %q can be neither required, multi, text nor have a default", a.Code)
	}
	if a.Type == IntegerType && a.Scale != 0 {
		c.bad(a.Pos, "wrong-scale", "an integer has no decimals")
	}
	codes := map[string]bool{}
	for _, o := range a.Options {
		if !optionCode.MatchString(o.Code) {
			c.bad(o.Pos, "wrong-code", "%q is not an option code: letters, digits and . _ + -", o.Code)
		} else if codes[o.Code] {
			c.bad(o.Pos, "duplicate-code", "option %q is given twice", o.Code)
		}
		codes[o.Code] = true
	}
	for _, o := range a.Options {
		c.former(codes, o.Was, "option", o.Pos)
	}
	c.text(a)
	if len(a.Default) > 1 && a.Type != MultiType {
		c.bad(a.Pos, "wrong-default", "attribute %q can have one default", a.Code)
	}
	for _, v := range a.Default {
		if _, why := a.coerce(v); why != nil {
			why.Position = a.Pos
			c.issues = append(c.issues, *why)
		}
	}
}

// text checks what a text attribute says about length and form.
func (c *checker) text(a *Attribute) {
	if a.Type != TextType {
		if a.Pattern != "" {
			c.bad(a.Pos, "wrong-field", "a %s has no pattern", a.Type)
		}
		return
	}
	if _, err := regexp.Compile(a.Pattern); err != nil {
		c.bad(a.Pos, "wrong-pattern", "the pattern of attribute %q cannot be read: %v", a.Code, err)
	}
	bounded := a.Max.Sign() != 0
	if !a.Min.IsInt() || !a.Max.IsInt() || a.Min.Sign() < 0 || a.Max.Sign() < 0 || bounded && a.Max.Cmp(a.Min) < 0 {
		c.bad(a.Pos, "wrong-length", "min and max of text %q are numbers of characters, the smaller first", a.Code)
	}
}

func (c *checker) tables(tables []*Table) {
	names := map[string]fault.Position{}
	for _, t := range tables {
		c.name(names, t.Code, t.Pos)
		if len(t.Columns) == 0 {
			c.bad(t.Pos, "missing-field", "table %q needs columns", t.Code)
		}
		seen := map[string]bool{}
		for _, col := range t.Columns {
			if !identifier.MatchString(col) || seen[col] {
				c.bad(t.Pos, "wrong-code", "column %q of table %q is no code, or used twice", col, t.Code)
			}
			seen[col] = true
		}
		if t.Keys < 0 || t.Keys > len(t.Columns) {
			c.bad(t.Pos, "wrong-keys", "table %q has %d columns and cannot have %d keys", t.Code, len(t.Columns), t.Keys)
			continue
		}
		c.uniqueRows(t)
	}
}

// uniqueRows refuses two rows with the same keys: a look-up must have one answer.
func (c *checker) uniqueRows(t *Table) {
	if t.Keys == 0 {
		return
	}
	first := map[string]int{}
	for i, row := range t.Rows {
		key := ""
		for _, v := range row[:t.Keys] {
			key += v.String() + "\x00"
		}
		if j, twice := first[key]; twice {
			c.bad(t.RowPos[i], "ambiguous-row", "this row of table %q has the keys of the row at %s", t.Code, t.RowPos[j])
			continue
		}
		first[key] = i
	}
}

func (c *checker) needs(needs []*Need) {
	codes := map[string]fault.Position{}
	for _, n := range needs {
		c.name(codes, n.Code, n.Pos)
		if len(n.Answers) == 0 {
			c.bad(n.Pos, "missing-field", "need %q has no answers", n.Code)
		}
		seen := map[string]bool{}
		for _, a := range n.Answers {
			if !optionCode.MatchString(a.Code) || seen[a.Code] {
				c.bad(a.Pos, "wrong-code", "answer %q is no code, or used twice", a.Code)
			}
			seen[a.Code] = true
		}
	}
}

func (c *checker) tests(tests []*Test) {
	seen := map[string]bool{}
	for _, t := range tests {
		if t.Name == "" || seen[t.Name] {
			c.bad(t.Pos, "wrong-code", "a test needs a name of its own; %q is missing or used twice", t.Name)
		}
		seen[t.Name] = true
	}
}

func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// gridSize is the number of values of a numeric attribute.
func (a *Attribute) gridSize() int64 {
	q, err := a.Max.Sub(a.Min).QuoRound(a.Step, 0, money.Floor)
	if err != nil {
		return 1
	}
	n, _ := q.Int64()
	return n + 1
}
