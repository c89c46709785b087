package pricing

import (
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// matrix looks the price up in the entry's matrix by the numbers selected.
func (w *work) matrix(s *step, f found, prefix string, rec *Step) (money.Decimal, bool) {
	m := f.book.matrices[f.Matrix]
	rec.Inputs = append(rec.Inputs, Input{"matrix", m.Code})
	var at [2]money.Decimal
	for i, attribute := range m.axes() {
		n, ok := w.number(prefix, attribute)
		if !ok {
			w.failMissing(s, f, attribute)
			return money.Decimal{}, false
		}
		rec.Inputs = append(rec.Inputs, Input{attribute, w.r.mem.texts.of(n)})
		at[i] = n
	}
	price, ok := m.at(at[0], at[1])
	if !ok {
		w.fail(Issue{Kind: "outside-matrix", Step: s.ID, Rule: m.Code, Position: m.Position, Message: lang.New(
			fmt.Sprintf("matrix %s has no price for these values", m.Code),
			fmt.Sprintf("la grille %s n'a pas de prix pour ces valeurs", m.Code))})
		return money.Decimal{}, false
	}
	return w.entryAmount(f, price), true
}

// axes returns the attributes that the matrix reads.
func (m *Matrix) axes() []string {
	if m.Columns == "" {
		return []string{m.Rows}
	}
	return []string{m.Rows, m.Columns}
}

// at returns the price for a row and column value, and whether there is one.
func (m *Matrix) at(row, column money.Decimal) (money.Decimal, bool) {
	r, ok := m.Lookup.place(m.RowSteps, row)
	c := place{weight: one}
	if m.Columns != "" && ok {
		c, ok = m.Lookup.place(m.ColumnSteps, column)
	}
	if !ok {
		return money.Decimal{}, false
	}
	cell := func(i, j int) money.Decimal { return m.Prices[i][j] }
	low := blend(cell(r.low, c.low), cell(r.high, c.low), r)
	high := blend(cell(r.low, c.high), cell(r.high, c.high), r)
	price, _ := blend(low, high, c).Quo(r.span().Mul(c.span()))
	return price, true
}

// place says between which steps a value lies: at low + weight x (high - low)
// of width, with everything kept as integers of the scale until one division.
type place struct {
	low, high     int
	weight, width money.Decimal
}

// span is the divisor that blend leaves to be applied.
func (p place) span() money.Decimal {
	if p.low == p.high {
		return one
	}
	return p.width
}

// blend weighs two prices by the place between them, times its span.
func blend(low, high money.Decimal, p place) money.Decimal {
	if p.low == p.high {
		return low
	}
	return low.Mul(p.width.Sub(p.weight)).Add(high.Mul(p.weight))
}

// place finds a value among ascending steps.
func (l Lookup) place(steps []money.Decimal, v money.Decimal) (place, bool) {
	i, exact := slices.BinarySearchFunc(steps, v, money.Decimal.Cmp)
	switch {
	case exact:
		return place{low: i, high: i}, true
	case l == NextLarger && i < len(steps):
		return place{low: i, high: i}, true
	case l == Interpolate && i > 0 && i < len(steps):
		return place{low: i - 1, high: i, weight: v.Sub(steps[i-1]), width: steps[i].Sub(steps[i-1])}, true
	}
	return place{}, false
}
