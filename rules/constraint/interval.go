package constraint

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// Interval encloses what a number can be.
type Interval struct {
	// None is true when there may be no number.
	None bool
	// Some is true when there may be a number; it lies in [Low, High] then.
	Some      bool
	Low, High money.Decimal
	// Unbounded is true when nothing is known about the number; Low and High
	// mean nothing then.
	Unbounded bool
}

func point(d money.Decimal) Interval { return Interval{Some: true, Low: d, High: d} }

// nothing is the interval of none.
func nothing() Interval { return Interval{None: true} }

func anything(none bool) Interval { return Interval{None: none, Some: true, Unbounded: true} }

// union encloses both.
func (i Interval) union(j Interval) Interval {
	switch {
	case !j.Some:
		i.None = i.None || j.None
		return i
	case !i.Some:
		j.None = i.None || j.None
		return j
	}
	return Interval{
		None: i.None || j.None, Some: true, Unbounded: i.Unbounded || j.Unbounded,
		Low: money.Min(i.Low, j.Low), High: money.Max(i.High, j.High),
	}
}

// known reports whether both intervals enclose numbers, and what to answer for
// an operation on them if not.
func (i Interval) known(j Interval) (out Interval, ok bool) {
	switch {
	case !i.Some || !j.Some:
		return nothing(), false
	case i.Unbounded || j.Unbounded:
		return anything(i.None || j.None), false
	}
	return Interval{None: i.None || j.None, Some: true}, true
}

// checked gives up an enclosure that has overflowed.
func (i Interval) checked() Interval {
	if i.Low.Overflowed() || i.High.Overflowed() {
		return anything(true)
	}
	return i
}

func (i Interval) plus(j Interval) Interval {
	out, ok := i.known(j)
	if ok {
		out.Low, out.High = i.Low.Add(j.Low), i.High.Add(j.High)
	}
	return out.checked()
}

func (i Interval) minus(j Interval) Interval { return i.plus(j.negated()) }

// combine applies an operation that is monotone in each argument to the corners.
func combine(i, j Interval, f func(a, b money.Decimal) money.Decimal) Interval {
	out, ok := i.known(j)
	if !ok {
		return out
	}
	corners := [4]money.Decimal{f(i.Low, j.Low)}
	n := 1
	wideI, wideJ := !i.Low.Equal(i.High), !j.Low.Equal(j.High)
	if wideI {
		corners[n] = f(i.High, j.Low)
		n++
	}
	if wideJ {
		corners[n] = f(i.Low, j.High)
		n++
	}
	if wideI && wideJ {
		corners[n] = f(i.High, j.High)
		n++
	}
	out.Low, out.High = money.Min(corners[0], corners[1:n]...), money.Max(corners[0], corners[1:n]...)
	return out.checked()
}

// times encloses i * j. Most numbers of products are not negative, which leaves
// two corners.
func (i Interval) times(j Interval) Interval {
	out, ok := i.known(j)
	if !ok || i.Low.Sign() < 0 || j.Low.Sign() < 0 {
		return combine(i, j, money.Decimal.Mul)
	}
	out.Low, out.High = i.Low.Mul(j.Low), i.High.Mul(j.High)
	return out.checked()
}

// each applies a monotone operation to the ends.
func (i Interval) each(f func(a money.Decimal) money.Decimal) Interval {
	if !i.Some || i.Unbounded {
		return i
	}
	low, high := f(i.Low), f(i.High)
	i.Low, i.High = money.Min(low, high), money.Max(low, high)
	return i.checked()
}

// quotient encloses i / j; a divisor that can be zero leaves it unbounded.
func (i Interval) quotient(j Interval) Interval {
	if !i.Some || !j.Some {
		return nothing()
	}
	if j.Unbounded || j.Low.Sign() <= 0 && j.High.Sign() >= 0 {
		if !j.Unbounded && j.Low.IsZero() && j.High.IsZero() {
			return nothing()
		}
		return anything(true)
	}
	return combine(i, j, func(a, b money.Decimal) money.Decimal {
		q, err := a.Quo(b)
		if err != nil {
			panic("constraint: a divisor inside an interval without zero is zero")
		}
		return q
	})
}

// remainder encloses i % j, which has the sign of i and is smaller than j.
func (i Interval) remainder(j Interval) Interval {
	if !i.Some || !j.Some {
		return nothing()
	}
	zero := money.Decimal{}
	none := i.None || j.None || j.Unbounded || j.Low.Sign() <= 0 && j.High.Sign() >= 0
	if i.Unbounded || j.Unbounded {
		return anything(none)
	}
	if j.Low.IsZero() && j.High.IsZero() {
		return nothing()
	}
	if out, ok := i.sameStep(j); ok {
		out.None = none
		return out
	}
	size := money.Max(j.Low.Abs(), j.High.Abs())
	return Interval{
		None: none, Some: true,
		Low:  money.Max(money.Min(i.Low, zero), size.Neg()),
		High: money.Min(money.Max(i.High, zero), size),
	}
}

// sameStep is the remainder by one divisor where all of i has one quotient.
func (i Interval) sameStep(j Interval) (Interval, bool) {
	if !j.Low.Equal(j.High) {
		return Interval{}, false
	}
	q, errLow := i.Low.QuoRound(j.Low, 0, money.TowardZero)
	r, errHigh := i.High.QuoRound(j.Low, 0, money.TowardZero)
	if errLow != nil || errHigh != nil || !q.Equal(r) || i.Low.Sign()*i.High.Sign() < 0 {
		return Interval{}, false
	}
	step := q.Mul(j.Low)
	return Interval{Some: true, Low: i.Low.Sub(step), High: i.High.Sub(step)}, true
}

func (i Interval) magnitude() Interval {
	if !i.Some || i.Unbounded {
		return i
	}
	out := Interval{None: i.None, Some: true, High: money.Max(i.Low.Abs(), i.High.Abs())}
	if i.Low.Sign() > 0 || i.High.Sign() < 0 {
		out.Low = money.Min(i.Low.Abs(), i.High.Abs())
	}
	return out
}

// extreme encloses the least or greatest of the numbers that are there.
func extreme(op rules.Op, items []Interval) Interval {
	greatest := op == rules.OpMax || op == rules.OpMost
	out := nothing()
	certain := nothing()
	for _, i := range items {
		if greatest {
			i = i.negated()
		}
		if !i.None {
			if certain.Some {
				certain.High = money.Min(certain.High, i.High)
			} else {
				certain = i
			}
		}
		out = out.union(i)
	}
	if certain.Some {
		out.None, out.High = false, certain.High
	}
	if greatest {
		out = out.negated()
	}
	return out
}

func (i Interval) negated() Interval {
	i.Low, i.High = i.High.Neg(), i.Low.Neg()
	return i
}

// compare is the truth of i op j; a none on either side makes it false.
func (i Interval) compare(op rules.Op, j Interval) Truth {
	if !i.Some || !j.Some {
		return No
	}
	if i.Unbounded || j.Unbounded {
		return Unknown
	}
	mayBeNone := i.None || j.None
	low, high := i.Low.Cmp(j.High), i.High.Cmp(j.Low) // signs of the least and greatest difference
	switch op {
	case rules.OpEq:
		return decide(low <= 0 && high >= 0, mayBeNone || low != 0 || high != 0)
	case rules.OpLt:
		return decide(low < 0, mayBeNone || high >= 0)
	case rules.OpLe:
		return decide(low <= 0, mayBeNone || high > 0)
	case rules.OpGt:
		return decide(high > 0, mayBeNone || low <= 0)
	default:
		return decide(high >= 0, mayBeNone || low < 0)
	}
}
