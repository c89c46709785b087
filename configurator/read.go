package configurator

import (
	"maps"
	"regexp"
	"slices"

	"github.com/goccy/go-yaml/ast"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

func readModel(o *object) *Model {
	m := &Model{
		Code:    o.text("model"),
		Label:   o.wording("label"),
		Help:    o.wording("help"),
		Image:   o.text("image"),
		Item:    o.text("item"),
		Context: listOf(o, "context", readAttribute),
		Body:    readBody(o),
		Tables:  listOf(o, "tables", readTable),
		Needs:   listOf(o, "needs", readNeed),
	}
	m.LeadTime = o.expression("lead_time")
	m.Tests = listOf(o, "tests", readTest)
	return m
}

func readBody(o *object) Body {
	return Body{
		Groups:      listOf(o, "groups", readGroup),
		Attributes:  listOf(o, "attributes", readAttribute),
		Components:  listOf(o, "components", readComponent),
		Rules:       listOf(o, "rules", readRule),
		Preferences: listOf(o, "preferences", readPreference),
		BOM:         listOf(o, "bom", readBOMLine),
		Routing:     listOf(o, "routing", readOperation),
	}
}

func readGroup(o *object) *Group {
	defer o.done("a group")
	return &Group{
		Code: o.text("code"), Label: o.wording("label"), Help: o.wording("help"),
		Image: o.text("image"), Active: o.expression("active"), Pos: o.pos,
	}
}

func readAttribute(o *object) *Attribute {
	defer o.done("an attribute")
	a := &Attribute{
		Code: o.text("code"), Type: Type(o.text("type")),
		Label: o.wording("label"), Help: o.wording("help"), Image: o.text("image"),
		Group: o.text("group"), Unit: o.text("unit"), Item: o.text("item"),
		Required: o.flag("required"), Technical: o.flag("technical"), Pattern: o.text("pattern"),
		Active: o.expression("active"), Visible: o.expression("visible"), Computed: o.expression("computed"),
		Was: o.texts("was"), Pos: o.pos,
	}
	for _, n := range o.items("options") {
		a.Options = append(a.Options, o.option(n))
	}
	for _, n := range o.items("default") {
		if s, ok := o.scalar(n); ok {
			a.Default = append(a.Default, s.as(a.Type))
		}
	}
	o.bounds(a)
	if _, err := regexp.Compile(a.Pattern); err != nil {
		o.bad(o.where("pattern"), "wrong-pattern", "pattern: %v", err)
	}
	return a
}

// as gives the value the shape the type wants where the notation is ambiguous:
// an option code may look like a number.
func (s scalar) as(t Type) Value {
	switch t {
	case ChoiceType, MultiType, TextType, DateType:
		if s.value.Kind() != NoneValue {
			return Text(s.raw)
		}
	}
	return s.value
}

// bounds reads min, max, step and scale in the attribute's own unit: days for
// dates, characters for texts, options for multi.
func (o *object) bounds(a *Attribute) {
	a.Scale = int32(o.integer("scale", 0))
	if a.Scale < 0 || a.Scale > 9 {
		o.bad(o.where("scale"), "wrong-scale", "scale must be 0 to 9 decimals")
		a.Scale = 0
	}
	var hasMin, hasMax bool
	if a.Type == DateType {
		from, to := o.day("min"), o.day("max")
		hasMin, hasMax = !from.IsZero(), !to.IsZero()
		a.Min, a.Max = money.FromInt(int64(from.Days())), money.FromInt(int64(to.Days()))
	} else {
		a.Min, hasMin = o.number("min")
		a.Max, hasMax = o.number("max")
	}
	step, hasStep := o.number("step")
	a.Step = step
	if !a.Type.Numeric() || !a.Computed.IsZero() {
		return
	}
	if !hasMin || !hasMax {
		o.bad(o.pos, "unbounded-domain", "attribute %q needs min and max: every domain is finite", a.Code)
		return
	}
	if !hasStep {
		a.Step = money.New(1, -a.Scale)
	}
	o.checkGrid(a)
}

func (o *object) checkGrid(a *Attribute) {
	if a.Max.Cmp(a.Min) < 0 {
		o.bad(o.where("max"), "empty-domain", "max %s is less than min %s", a.Max, a.Min)
	}
	if a.Step.Sign() <= 0 {
		o.bad(o.where("step"), "wrong-step", "step %s must be positive", a.Step)
		a.Step = money.New(1, -a.Scale)
	}
	for _, f := range []struct {
		name  string
		value money.Decimal
	}{{"min", a.Min}, {"max", a.Max}, {"step", a.Step}} {
		if !f.value.Round(int(a.Scale)).Equal(f.value) {
			o.bad(o.where(f.name), "wrong-scale", "%s %s has more than %d decimals", f.name, f.value, a.Scale)
		}
	}
	if steps, err := a.Max.Sub(a.Min).QuoRound(a.Step, 0, money.Floor); err != nil || steps.Cmp(money.FromInt(maxSteps)) > 0 {
		o.bad(o.where("max"), "too-large-domain", "attribute %q has more than %d values", a.Code, int64(maxSteps))
		a.Max = a.Min
	}
}

// maxSteps bounds the values of one number.
const maxSteps = 1_000_000_000_000

func (r *reader) option(n ast.Node) *Option {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
	default:
		s, _ := r.scalar(n)
		return &Option{Code: s.raw, Pos: s.pos, Quantity: money.FromInt(1)}
	}
	o := r.object(n, "an option")
	defer o.done("an option")
	opt := &Option{
		Code: o.text("code"), Label: o.wording("label"), Help: o.wording("help"), Image: o.text("image"),
		Item: o.text("item"), Window: o.window(), Synonyms: o.texts("synonyms"), Was: o.texts("was"), Pos: o.pos,
	}
	var given bool
	if opt.Quantity, given = o.number("quantity"); !given {
		opt.Quantity = money.FromInt(1)
	}
	opt.Properties = o.values("properties")
	return opt
}

// values reads a mapping of names to single values.
func (o *object) values(name string) map[string]Value {
	n := o.take(name)
	if n == nil {
		return nil
	}
	m := o.object(n, name)
	out := make(map[string]Value, len(m.keys))
	for _, k := range m.keys {
		if s, ok := o.scalar(m.fields[k]); ok {
			out[k] = s.value
		}
	}
	return out
}

func readComponent(o *object) *Component {
	defer o.done("a component")
	c := &Component{
		Code: o.text("code"), Label: o.wording("label"), Help: o.wording("help"), Image: o.text("image"),
		Group: o.text("group"), Item: o.text("item"), Ordered: o.flag("ordered"),
		Active: o.expression("active"), Visible: o.expression("visible"), Was: o.texts("was"), Pos: o.pos,
	}
	c.Min, c.Max = o.integer("min", 0), o.integer("max", -1)
	c.Default = o.integer("default", c.Min)
	switch {
	case c.Max < 0:
		o.bad(o.pos, "unbounded-domain", "component %q needs max: every domain is finite", c.Code)
		c.Max = max(c.Min, 1)
	case c.Min < 0 || c.Min > c.Max:
		o.bad(o.where("min"), "empty-domain", "component %q: min %d does not lie in 0..%d", c.Code, c.Min, c.Max)
	case c.Default < c.Min || c.Default > c.Max:
		o.bad(o.where("default"), "wrong-default", "component %q: default %d does not lie in %d..%d", c.Code, c.Default, c.Min, c.Max)
	}
	c.Body = readBody(o)
	return c
}

func readRule(o *object) *Rule {
	defer o.done("a rule")
	r := &Rule{
		Name: o.text("name"), Label: o.wording("label"), Message: o.wording("message"),
		When: o.expression("when"), Require: o.expression("require"), Severity: Severity(o.text("severity")),
		Window: o.window(), Pos: o.pos,
	}
	switch r.Severity {
	case "":
		r.Severity = ErrorSeverity
	case ErrorSeverity, WarningSeverity, ApprovalSeverity:
	default:
		known := []string{string(ErrorSeverity), string(WarningSeverity), string(ApprovalSeverity)}
		o.bad(o.where("severity"), "unknown-severity", "severity %q is none of error, warning, approval", r.Severity).
			Suggestion = fault.Closest(string(r.Severity), known)
	}
	if r.Require.IsZero() {
		o.bad(o.pos, "missing-field", "rule %q needs require", r.Name)
	}
	return r
}

func readPreference(o *object) *Preference {
	defer o.done("a preference")
	p := &Preference{Name: o.text("name"), Prefer: o.expression("prefer"), Weight: int64(o.integer("weight", 1)), Pos: o.pos}
	if p.Prefer.IsZero() {
		o.bad(o.pos, "missing-field", "preference %q needs prefer", p.Name)
	}
	if p.Weight <= 0 {
		o.bad(o.where("weight"), "wrong-weight", "weight must be positive")
		p.Weight = 1
	}
	return p
}

func readBOMLine(o *object) *BOMLine {
	defer o.done("a bill of materials line")
	l := &BOMLine{
		Item: o.text("item"), ItemOf: o.expression("item_of"), Label: o.wording("label"),
		Quantity: o.expression("quantity"), Unit: o.text("unit"), When: o.expression("when"), Sales: o.flag("sales"),
		Children: listOf(o, "children", readBOMLine), Pos: o.pos,
	}
	if (l.Item == "") == l.ItemOf.IsZero() {
		o.bad(o.pos, "missing-field", "a bill of materials line needs either item or item_of")
	}
	return l
}

func readOperation(o *object) *Operation {
	defer o.done("an operation")
	return &Operation{
		Code: o.text("code"), Label: o.wording("label"), Centre: o.text("centre"),
		Setup: o.expression("setup"), Run: o.expression("run"), When: o.expression("when"), Pos: o.pos,
	}
}

func readNeed(o *object) *Need {
	defer o.done("a need")
	return &Need{
		Code: o.text("code"), Label: o.wording("label"), Help: o.wording("help"),
		Answers: listOf(o, "answers", func(a *object) *Answer {
			defer a.done("an answer")
			return &Answer{Code: a.text("code"), Label: a.wording("label"), Require: a.expression("require"), Pos: a.pos}
		}),
		Pos: o.pos,
	}
}

func readTest(o *object) *Test {
	defer o.done("a test")
	t := &Test{Name: o.text("name"), Context: o.values("context"), Pos: o.pos}
	for _, op := range []struct {
		field string
		op    Op
	}{{"given", Set}, {"exclude", Exclude}} {
		for _, v := range o.pairs(op.field) {
			t.Given = append(t.Given, Pick{Path: v.Path, Op: op.op, Value: v.Value})
			t.GivenPos = append(t.GivenPos, v.Pos)
		}
	}
	t.Expect = readExpectation(o.object(o.take("expect"), "expect"))
	return t
}

// pairs reads a mapping of paths to one or several values, in written order.
func (o *object) pairs(name string) []ExpectedValue {
	m := o.object(o.take(name), name)
	var out []ExpectedValue
	for _, path := range m.keys {
		for _, n := range m.items(path) {
			if s, ok := o.scalar(n); ok {
				out = append(out, ExpectedValue{Path: path, Value: s.value, Pos: s.pos})
			}
		}
	}
	return out
}

func readExpectation(o *object) Expectation {
	defer o.done("expect")
	e := Expectation{Valid: o.optionalFlag("valid"), Complete: o.optionalFlag("complete"), Because: o.texts("because")}
	for _, s := range []struct {
		field  string
		status ValueStatus
	}{{"values", ""}, {"available", Available}, {"excluded", Excluded}, {"forced", SelectedRule}, {"default", SelectedDefault}} {
		for _, v := range o.pairs(s.field) {
			v.State = s.status
			e.Values = append(e.Values, v)
		}
	}
	if d, ok := o.number("price"); ok {
		e.Price = &d
	}
	if o.take("lead_time") != nil {
		days := o.integer("lead_time", 0)
		e.LeadTime = &days
	}
	bom := o.values("bom")
	for _, item := range slices.Sorted(maps.Keys(bom)) {
		e.BOM = append(e.BOM, ExpectedItem{Item: item, Quantity: bom[item].Decimal(), Pos: o.where("bom")})
	}
	return e
}

func (o *object) optionalFlag(name string) *bool {
	if o.take(name) == nil {
		return nil
	}
	b := o.flag(name)
	return &b
}

func readTable(o *object) *Table {
	defer o.done("a table")
	t := &Table{Code: o.text("code"), Columns: o.texts("columns"), Window: o.window(), Pos: o.pos, csv: o.text("csv")}
	t.Keys = o.integer("keys", 0)
	for _, n := range o.items("rows") {
		pos := o.at(n)
		seq, ok := n.(*ast.SequenceNode)
		if !ok {
			o.bad(pos, "wrong-type", "a row of table %q must be a list of values", t.Code)
			continue
		}
		row := make([]scalar, 0, len(seq.Values))
		for _, cell := range seq.Values {
			s, _ := o.scalar(cell)
			row = append(row, s)
		}
		t.cells, t.RowPos = append(t.cells, row), append(t.RowPos, pos)
	}
	return t
}
