package constraint_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
	"github.com/quotient-cpq/quotient/rules/constraint"
)

// boxes is a box that encloses the assignments it was made of.
type boxes []constraint.Domain

func (b boxes) Domain(v constraint.Var) constraint.Domain { return b[v] }

// enclose returns the smallest box around assignments.
func enclose(s *constraint.Space, all ...values) boxes {
	out, some := make(boxes, s.Len()), make([]bool, s.Len())
	for v := range out {
		d := &out[v]
		d.Low = money.FromInt(1) // nothing yet
		kind := s.Variable(constraint.Var(v)).Kind
		if kind == rules.NumberKind {
			d.Step = money.New(5, -1)
		}
		for i, a := range all {
			x := a[v]
			first := !some[v]
			d.None = d.None || x.IsNone()
			some[v] = some[v] || !x.IsNone()
			switch {
			case kind == rules.MultiKind:
				encloseSet(d, x.Set(), i == 0)
			case x.IsNone():
			case kind == rules.BoolKind:
				d.True, d.False = d.True || x.Truth(), d.False || !x.Truth()
			case kind == rules.ChoiceKind:
				d.Options = with(d.Options, x.Option().Index())
			case kind == rules.TextKind:
				encloseText(d, x.Text(), first)
			default:
				encloseNumber(d, x, first)
			}
		}
		d.NoText = !some[v]
	}
	return out
}

func with(bits []uint64, o int) []uint64 {
	if bits == nil {
		bits = make([]uint64, 1)
	}
	bits[0] |= 1 << o
	return bits
}

func encloseSet(d *constraint.Domain, set *rules.Set, first bool) {
	var here []uint64
	for o := range 3 {
		if set != nil && set.Has(o) {
			here, d.Options = with(here, o), with(d.Options, o)
		}
	}
	switch {
	case first:
		d.Required = here
	case here == nil || d.Required == nil:
		d.Required = nil
	default:
		d.Required[0] &= here[0]
	}
}

func encloseText(d *constraint.Domain, s string, first bool) {
	if first {
		d.Text = &s
	} else if d.Text == nil || *d.Text != s {
		d.Text = nil
	}
}

func encloseNumber(d *constraint.Domain, x rules.Value, first bool) {
	n, ok := x.Decimal()
	if !ok {
		n = money.FromInt(int64(x.Date().Days()))
	}
	if first {
		d.Low, d.High = n, n
	}
	d.Low, d.High = money.Min(d.Low, n), money.Max(d.High, n)
}

// TestBoundsEnclose checks, for random rules, that a box is never decided
// against an assignment inside it, by formula or by opaque evaluation, and that
// a box of one assignment is always decided.
func TestBoundsEnclose(t *testing.T) {
	t.Parallel()
	schema := newSchema(t)
	space := newSpace(schema)
	rapid.Check(t, func(t *rapid.T) {
		source := grammar{t: t}.truth(rapid.IntRange(1, 5).Draw(t, "budget"))
		p, _ := rules.Compile(schema, rules.Source{Text: source}, rules.Bool)
		if p == nil {
			t.Skip("refused")
		}
		b := constraint.NewBuilder(space)
		f, err := b.Lower(p, space.Root())
		if err != nil {
			t.Skip(err)
		}
		q, err := b.Quantity(p, space.Root())
		if err != nil {
			t.Skip(err)
		}
		all := []values{drawValues(t, space), drawValues(t, space), drawValues(t, space)}
		wide := enclose(space, all...)
		for _, a := range all {
			want := constraint.No
			if f.Eval(a) {
				want = constraint.Yes
			}
			for name, bound := range map[string]func(constraint.Box) constraint.Truth{"formula": f.Bounds, "evaluation": q.Truth} {
				if got := bound(wide); got != constraint.Unknown && got != want {
					t.Fatalf("%s\n%s: box decided %v, but it can be %v\n%s", source, name, got, want, describe(space, a))
				}
				if got := bound(enclose(space, a)); got != want {
					t.Fatalf("%s\n%s: one assignment gives %v, want %v\n%s", source, name, got, want, describe(space, a))
				}
			}
		}
	})
}

// TestIntervalEncloses is the same for numbers.
func TestIntervalEncloses(t *testing.T) {
	t.Parallel()
	schema := newSchema(t)
	space := newSpace(schema)
	rapid.Check(t, func(t *rapid.T) {
		source := grammar{t: t}.number(rapid.IntRange(1, 5).Draw(t, "budget"))
		p, _ := rules.Compile(schema, rules.Source{Text: source}, rules.Number)
		if p == nil {
			t.Skip("refused")
		}
		q, err := constraint.NewBuilder(space).Quantity(p, space.Root())
		if err != nil {
			t.Skip(err)
		}
		all := []values{drawValues(t, space), drawValues(t, space)}
		wide := q.Interval(enclose(space, all...))
		for _, a := range all {
			got := q.Eval(a)
			if want := p.Value(space.Frames(a).Of(space.Root())); !got.Equal(want) {
				t.Fatalf("%s: evaluates to %s, the program to %s\n%s", source, got, want, describe(space, a))
			}
			only := q.Interval(enclose(space, a))
			for _, i := range []constraint.Interval{wide, only} {
				if d, ok := got.Decimal(); !ok && !i.None || ok && (!i.Some || !i.Unbounded && (d.Cmp(i.Low) < 0 || d.Cmp(i.High) > 0)) {
					t.Fatalf("%s: %s is outside %+v\n%s", source, got, i, describe(space, a))
				}
			}
			if only.Some == only.None || only.Unbounded || only.Some && !only.Low.Equal(only.High) {
				t.Fatalf("%s: one assignment is enclosed by %+v", source, only)
			}
		}
	})
}

// TestLookupSeesThatEveryKeyHasARow shows that a look-up over a range or over a
// choice is not held to be none where no key can miss.
func TestLookupSeesThatEveryKeyHasARow(t *testing.T) {
	t.Parallel()
	var rows [][]rules.Value
	for i := range int64(5) {
		rows = append(rows, []rules.Value{rules.IntValue(i), rules.TextValue("u"), rules.IntValue(10 + i)},
			[]rules.Value{rules.IntValue(i), rules.TextValue("v"), rules.IntValue(20 + i)})
	}
	table, err := rules.NewTable("f", []rules.Column{{Name: "n", Type: rules.Number}, {Name: "c", Type: rules.Text}, {Name: "y", Type: rules.Number}}, rows)
	if err != nil {
		t.Fatal(err)
	}
	schema, err := rules.NewSchema([]rules.Name{{Name: "n", Type: rules.Number}, {Name: "c", Type: rules.Choice(options(t, []string{"u", "v"}, nil, nil))}}, table)
	if err != nil {
		t.Fatal(err)
	}
	p, _ := rules.Compile(schema, rules.Source{Text: `lookup("f", n, c, "y")`}, rules.Number)
	space := newSpace(schema)
	q, err := constraint.NewBuilder(space).Quantity(p, space.Root())
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		low, high, step string
		none            bool
	}{
		"every whole number": {"1", "4", "1", false},
		"every second one":   {"0", "4", "2", false},
		"one number":         {"3", "3", "0", false},
		"beyond the rows":    {"1", "5", "1", true},
		"halves between":     {"1", "4", "0.5", true},
		"an unknown step":    {"1", "4", "0", true},
	} {
		domains := boxes{{Low: money.MustParse(c.low), High: money.MustParse(c.high), Step: money.MustParse(c.step)}, {Options: []uint64{3}}}
		i := q.Interval(domains)
		if i.None != c.none || !i.Some {
			t.Errorf("%s: %+v", name, i)
		}
	}
}
