package money_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/money"
)

// decimals draws numbers of every size: of a few digits, around 64 and 128 bits,
// and far beyond, with few or many decimals.
func decimals() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`-?[0-9]{1,6}(\.[0-9]{1,6})?`),
		rapid.StringMatching(`-?[0-9]{15,22}(\.[0-9]{1,20})?`),
		rapid.StringMatching(`-?(0\.)?[0-9]{36,40}`),
		rapid.StringMatching(`-?[0-9]{1,60}(\.[0-9]{1,45})?`),
		rapid.StringMatching(`-?[1-9]0{0,40}(\.0{1,40}[1-9])?`),
		rapid.SampledFrom([]string{"0", "1", "-1", "9223372036854775807", "-9223372036854775808", "18446744073709551615", "18446744073709551616",
			"340282366920938463463374607431768211455", "340282366920938463463374607431768211456", "0.00000000000000000000000000000000000001"}),
	)
}

func exactly(t *rapid.T, s string) *big.Rat {
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is no rational", s)
	}
	return r
}

// same demands equal values and the one canonical form of each.
func same(t *rapid.T, what string, got money.Decimal, want *big.Rat) {
	t.Helper()
	if got.Overflowed() {
		if len(want.Num().String()) < money.MaxDigits-80 {
			t.Fatalf("%s overflowed at %s", what, want)
		}
		return
	}
	if exactly(t, got.String()).Cmp(want) != 0 {
		t.Fatalf("%s = %s, want %s", what, got, want.FloatString(60))
	}
	again := money.MustParse(got.String())
	if !got.Equal(again) || got.String() != again.String() {
		t.Fatalf("%s: %s does not equal itself read again", what, got)
	}
	if got == money.MustParse("0") != (want.Sign() == 0) {
		t.Fatalf("%s: zero has two forms", what)
	}
}

func TestArithmeticAgainstRationals(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		as, bs := decimals().Draw(t, "a"), decimals().Draw(t, "b")
		a, b := dec(as), dec(bs)
		x, y := exactly(t, as), exactly(t, bs)
		same(t, "a", a, x)
		same(t, "a+b", a.Add(b), new(big.Rat).Add(x, y))
		same(t, "a-b", a.Sub(b), new(big.Rat).Sub(x, y))
		same(t, "a*b", a.Mul(b), new(big.Rat).Mul(x, y))
		same(t, "-a", a.Neg(), new(big.Rat).Neg(x))
		same(t, "|a|", a.Abs(), new(big.Rat).Abs(x))
		same(t, "max", money.Max(a, b), map[bool]*big.Rat{true: x, false: y}[x.Cmp(y) >= 0])
		if a.Cmp(b) != x.Cmp(y) || a.Equal(b) != (x.Cmp(y) == 0) || a.Sign() != x.Sign() || a.IsInt() != x.IsInt() {
			t.Fatalf("comparison of %s and %s: %d, want %d", a, b, a.Cmp(b), x.Cmp(y))
		}
		n := rapid.IntRange(-45, 45).Draw(t, "n")
		power := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(n, -n))), nil))
		if n < 0 {
			power.Inv(power)
		}
		same(t, "shift", a.Shift(n), new(big.Rat).Mul(x, power))
	})
}

func TestDivisionAndRoundingAgainstRationals(t *testing.T) {
	t.Parallel()
	modes := []money.Mode{money.HalfAway, money.HalfEven, money.AwayFromZero, money.TowardZero, money.Ceiling, money.Floor}
	rapid.Check(t, func(t *rapid.T) {
		as, bs := decimals().Draw(t, "a"), decimals().Draw(t, "b")
		a, b := dec(as), dec(bs)
		x, y := exactly(t, as), exactly(t, bs)
		places := rapid.IntRange(-6, 40).Draw(t, "places")
		mode := rapid.SampledFrom(modes).Draw(t, "mode")
		same(t, "round", a.RoundMode(places, mode), rounded(x, places, mode))
		q, err := a.QuoRound(b, places, mode)
		if y.Sign() == 0 {
			if err != money.ErrDivisionByZero {
				t.Fatalf("%s / 0: %v", a, err)
			}
			return
		}
		same(t, "a/b", q, rounded(new(big.Rat).Quo(x, y), places, mode))
	})
}

// rounded rounds a rational by the definition of the mode.
func rounded(x *big.Rat, places int, mode money.Mode) *big.Rat {
	unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil))
	if places > 0 {
		unit.Inv(unit)
	}
	scaled := new(big.Rat).Quo(x, unit)
	floor := new(big.Int).Div(scaled.Num(), scaled.Denom()) // Euclidean: the floor
	down := new(big.Rat).SetInt(floor)
	if down.Cmp(scaled) == 0 {
		return x
	}
	up := new(big.Rat).Add(down, big.NewRat(1, 1))
	half := new(big.Rat).Sub(scaled, down).Cmp(big.NewRat(1, 2))
	negative := x.Sign() < 0
	takeUp := false
	switch mode {
	case money.HalfAway:
		takeUp = half > 0 || half == 0 && !negative
	case money.HalfEven:
		takeUp = half > 0 || half == 0 && floor.Bit(0) == 1
	case money.AwayFromZero:
		takeUp = !negative
	case money.TowardZero:
		takeUp = negative
	case money.Ceiling:
		takeUp = true
	}
	if takeUp {
		down = up
	}
	return down.Mul(down, unit)
}

func TestAllocationIsExactAndFair(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.IntRange(0, 3).Draw(t, "places")
		total := money.New(rapid.Int64Range(-1_000_000_000, 1_000_000_000).Draw(t, "units"), int32(-places))
		if rapid.Bool().Draw(t, "huge") {
			total = total.Shift(25).Round(places)
		}
		var weights []money.Decimal
		var sum money.Decimal
		for _, s := range rapid.SliceOfN(rapid.OneOf(rapid.StringMatching(`[0-9]{1,7}(\.[0-9]{1,4})?`), rapid.StringMatching(`[0-9]{15,30}`), rapid.Just("0")), 1, 12).Draw(t, "weights") {
			weights = append(weights, dec(s))
			sum = sum.Add(dec(s))
		}
		parts, err := money.Allocate(total, weights, places)
		if sum.IsZero() && !total.IsZero() {
			if err != money.ErrNoWeight {
				t.Fatalf("no weight: %v", err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if got := money.Sum(parts...); !got.Equal(total) {
			t.Fatalf("parts sum to %s, not %s", got, total)
		}
		unit := money.New(1, int32(-places))
		over := func(i int) money.Decimal { return parts[i].Abs().Mul(sum).Sub(total.Abs().Mul(weights[i])) }
		for i := range parts {
			for j := range parts {
				// A part rounded up had the remainder unit - over, one rounded down -over.
				if up, down := over(i), over(j); up.Sign() > 0 && down.Sign() <= 0 && unit.Mul(sum).Sub(up).Cmp(down.Neg()) < 0 {
					t.Fatalf("part %d has a smaller remainder than part %d and got its unit", i, j)
				}
			}
		}
		for i, p := range parts {
			// |part x sum - total x weight| < unit x sum: no part is a unit off.
			off := p.Mul(sum).Sub(total.Mul(weights[i])).Abs()
			if !total.IsZero() && off.Cmp(unit.Mul(sum)) >= 0 {
				t.Fatalf("part %d is %s of %s by %s of %s", i, p, total, weights[i], sum)
			}
			for j := range i {
				if weights[j].Cmp(weights[i]) >= 0 && parts[j].Abs().Cmp(p.Abs()) < 0 && weights[j].Cmp(weights[i]) > 0 {
					t.Fatalf("the larger weight %s got %s, the smaller %s got %s", weights[j], parts[j], weights[i], p)
				}
				if weights[j].Equal(weights[i]) && parts[j].Abs().Cmp(p.Abs()) < 0 {
					t.Fatalf("of equal weights the later got more")
				}
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"0", "-19.90", "1e3", "1E-12", "00012.500", "9223372036854775808", "1e256", "0.1e-255", "+5", "1.e3", "NaN"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := money.Parse(s)
		if err != nil {
			return
		}
		want, ok := new(big.Rat).SetString(s)
		if !ok {
			t.Fatalf("%q was read as %s", s, d)
		}
		got, _ := new(big.Rat).SetString(d.String())
		if got.Cmp(want) != 0 {
			t.Fatalf("%q was read as %s", s, d)
		}
		text, err := d.MarshalJSON()
		var again money.Decimal
		if err != nil || again.UnmarshalJSON(text) != nil || !again.Equal(d) {
			t.Fatalf("%s does not survive JSON: %s, %v", d, text, err)
		}
	})
}

func FuzzDecimalJSON(f *testing.F) {
	for _, s := range []string{`"19.9"`, `19.90`, `null`, `"1e999"`, `true`, `{`, `"`, `""`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		var d money.Decimal
		if d.UnmarshalJSON(data) == nil && d.Overflowed() {
			t.Fatalf("%s was read as an overflow", data)
		}
	})
}

func BenchmarkDecimal(b *testing.B) {
	price, factor, long := dec("1990.95"), dec("0.985"), dec("1234.567890123456789012345")
	b.Run("add", func(b *testing.B) {
		for b.Loop() {
			_ = price.Add(factor)
		}
	})
	b.Run("mul", func(b *testing.B) {
		for b.Loop() {
			_ = price.Mul(factor)
		}
	})
	b.Run("mul128", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_ = long.Mul(factor)
		}
	})
	b.Run("quo", func(b *testing.B) {
		for b.Loop() {
			_, _ = price.Quo(factor)
		}
	})
	b.Run("round", func(b *testing.B) {
		for b.Loop() {
			_ = long.Round(2)
		}
	})
	b.Run("string", func(b *testing.B) {
		for b.Loop() {
			_ = price.String()
		}
	})
}
