package money_test

import (
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/money"
)

var dec = money.MustParse

func ExampleDecimal() {
	price, discount := dec("19.90"), dec("12.5")
	net := price.Sub(price.Mul(discount.Shift(-2)))
	fmt.Println(net, net.Round(2), net.StringFixed(2))
	// Output: 17.4125 17.41 17.41
}

func TestCanonical(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"0": "0", "-0.00": "0", "19.90": "19.9", "+7": "7", "007": "7", "1e3": "1000", "1.5E-3": "0.0015",
		"-0.05": "-0.05", "1000": "1000", "0e200": "0", "12.000000000000000000000000": "12",
		"9223372036854775807": "9223372036854775807", "-9223372036854775808": "-9223372036854775808",
		"9223372036854775808.5":                 "9223372036854775808.5",
		"0.0000000000000000001":                 "0.0000000000000000001",
		"123456789012345678901234567890.120":    "123456789012345678901234567890.12",
		"1e-19":                                 "0.0000000000000000001",
		"1.00000000000000000000000000000000000": "1",
	} {
		got, err := money.Parse(in)
		if err != nil {
			t.Errorf("Parse(%q): %v", in, err)
			continue
		}
		if got.String() != want {
			t.Errorf("Parse(%q) = %s, want %s", in, got, want)
		}
	}
	if dec("19.90") != dec("19.9") || dec("1e2") != dec("100.000") {
		t.Error("equal values of the fast form differ under ==")
	}
}

func TestParseRefuses(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"", "-", "+", ".", ".5", "5.", "1,5", "1 000", "0x10", "1_000", "NaN", "Infinity", "--1", "1e", "1e+", "1e++2", "1e1.5", "e5", "٣",
		"1e257", "1e-257", "1e999999999", "1e99999999999999999999", "-1e-999999999", strings.Repeat("9", 257), "0." + strings.Repeat("0", 300) + "1",
	} {
		if got, err := money.Parse(in); err == nil {
			t.Errorf("Parse(%.30q) = %s, want an error", in, got)
		}
	}
}

func TestArithmeticAcrossTheFastForm(t *testing.T) {
	t.Parallel()
	largest := money.FromInt(math.MaxInt64)
	for name, tc := range map[string]struct{ got, want money.Decimal }{
		"add overflows int64":      {largest.Add(dec("1")), dec("9223372036854775808")},
		"and comes back":           {largest.Add(dec("1")).Sub(dec("1")), largest},
		"scales far apart":         {largest.Add(dec("0.000000000000000001")), dec("9223372036854775807.000000000000000001")},
		"mul overflows":            {largest.Mul(dec("10")), dec("92233720368547758070")},
		"mul scale":                {dec("0.0000000001").Mul(dec("0.0000000001")), dec("1e-20")},
		"mul scale strips":         {dec("0.0000000002").Mul(dec("0.0000000005")), dec("1e-19")},
		"min int64 negates":        {money.FromInt(math.MinInt64).Neg(), dec("9223372036854775808")},
		"new with exponent":        {money.New(5, 3), dec("5000")},
		"shift down":               {dec("12.5").Shift(-2), dec("0.125")},
		"shift up":                 {dec("12.5").Shift(3), dec("12500")},
		"shift wide":               {dec("5").Shift(30), dec("5e30")},
		"negative sum":             {dec("-1.1").Add(dec("-2.2")), dec("-3.3")},
		"sum helper":               {money.Sum(dec("0.1"), dec("0.2"), dec("-0.3")), money.Decimal{}},
		"max":                      {money.Max(dec("1"), dec("3"), dec("2")), dec("3")},
		"min":                      {money.Min(dec("1"), dec("-3"), dec("2")), dec("-3")},
		"abs":                      {dec("-7.5").Abs(), dec("7.5")},
		"wide minus wide is small": {dec("1e30").Sub(dec("1e30").Sub(dec("2.5"))), dec("2.5")},
	} {
		if !tc.got.Equal(tc.want) {
			t.Errorf("%s: got %s, want %s", name, tc.got, tc.want)
		}
	}
	if got := dec("1e30").Sub(dec("1e30").Sub(dec("2.5"))); got != dec("2.5") {
		t.Error("a value that returned to the fast form is not equal with ==")
	}
}

func TestOverflowIsContagiousAndNeverStored(t *testing.T) {
	t.Parallel()
	big := dec("1e200")
	over := big.Mul(big)
	if !over.Overflowed() {
		t.Fatalf("1e200 squared = %s", over)
	}
	one := dec("1")
	for name, got := range map[string]money.Decimal{
		"add": one.Add(over), "sub": one.Sub(over), "mul": one.Mul(over), "neg": over.Neg(), "round": over.Round(2),
		"new": money.New(1, 300), "tiny": money.New(1, -600), "shift": one.Shift(300), "mul zero": money.Decimal{}.Mul(over),
	} {
		if !got.Overflowed() {
			t.Errorf("%s of an overflow = %s", name, got)
		}
	}
	if q, err := one.Quo(over); err != nil || !q.Overflowed() {
		t.Errorf("1/overflow = %v, %v", q, err)
	}
	if over.Cmp(big) != 1 || big.Cmp(over) != -1 || over.Cmp(over) != 0 || over.Sign() != 1 {
		t.Error("an overflow is not greater than every number")
	}
	if _, err := json.Marshal(over); err == nil {
		t.Error("an overflow was written as JSON")
	}
	if _, err := over.Value(); err == nil {
		t.Error("an overflow was stored")
	}
}

func TestJSON(t *testing.T) {
	t.Parallel()
	var got struct{ S, N, Null money.Decimal }
	if err := json.Unmarshal([]byte(`{"S":"19.90","N":0.1234567890123456789,"Null":null}`), &got); err != nil {
		t.Fatal(err)
	}
	out, err := json.Marshal(got)
	if err != nil {
		t.Fatal(err)
	}
	if want := `{"S":"19.9","N":"0.1234567890123456789","Null":"0"}`; string(out) != want {
		t.Errorf("got %s, want %s", out, want)
	}
	for _, bad := range []string{`{"S":true}`, `{"S":"1e400"}`, `{"N":1e400}`, `{"S":"\u0031"}`, `{"S":[1]}`, `{"S":""}`} {
		if err := json.Unmarshal([]byte(bad), &got); err == nil {
			t.Errorf("%s was accepted", bad)
		}
	}
}

func TestScan(t *testing.T) {
	t.Parallel()
	for _, src := range []any{"12.50", []byte("12.5"), int64(12)} {
		var d money.Decimal
		if err := d.Scan(src); err != nil || d.Floor(0) != dec("12") {
			t.Errorf("Scan(%v) = %s, %v", src, d, err)
		}
	}
	for _, src := range []any{nil, 12.5, "NaN", "Infinity", true} {
		var d money.Decimal
		if err := d.Scan(src); err == nil {
			t.Errorf("Scan(%v) was accepted as %s", src, d)
		}
	}
}

func TestRoundModes(t *testing.T) {
	t.Parallel()
	modes := []money.Mode{money.HalfAway, money.HalfEven, money.AwayFromZero, money.TowardZero, money.Ceiling, money.Floor}
	for _, tc := range []struct {
		in     string
		places int
		want   [6]string
	}{
		{"2.5", 0, [6]string{"3", "2", "3", "2", "3", "2"}},
		{"3.5", 0, [6]string{"4", "4", "4", "3", "4", "3"}},
		{"-2.5", 0, [6]string{"-3", "-2", "-3", "-2", "-2", "-3"}},
		{"1.005", 2, [6]string{"1.01", "1", "1.01", "1", "1.01", "1"}},
		{"1.0049", 2, [6]string{"1", "1", "1.01", "1", "1.01", "1"}},
		{"0.0000000000000000000000025", 24, [6]string{"3e-24", "2e-24", "3e-24", "2e-24", "3e-24", "2e-24"}},
		{"150", -2, [6]string{"200", "200", "200", "100", "200", "100"}},
		{"250", -2, [6]string{"300", "200", "300", "200", "300", "200"}},
		{"123456789012345678901234567890.5", 0, [6]string{"123456789012345678901234567891", "123456789012345678901234567890",
			"123456789012345678901234567891", "123456789012345678901234567890", "123456789012345678901234567891", "123456789012345678901234567890"}},
		{"7", -30, [6]string{"0", "0", "1e30", "0", "1e30", "0"}},
		{"12.3", 5, [6]string{"12.3", "12.3", "12.3", "12.3", "12.3", "12.3"}},
	} {
		for i, mode := range modes {
			if got := dec(tc.in).RoundMode(tc.places, mode); !got.Equal(dec(tc.want[i])) {
				t.Errorf("%s at %d in mode %d = %s, want %s", tc.in, tc.places, mode, got, tc.want[i])
			}
		}
	}
}

func TestQuo(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ a, b, want string }{
		{"1", "3", "0.333333333333"}, {"2", "3", "0.666666666667"}, {"-2", "3", "-0.666666666667"},
		{"10", "4", "2.5"}, {"1e30", "3", "333333333333333333333333333333.333333333333"}, {"0", "5", "0"},
		{"1", "8e12", "0"}, {"1", "1.6e12", "0.000000000001"}, {"123.45", "0.000000000000000001", "123450000000000000000"},
	} {
		got, err := dec(tc.a).Quo(dec(tc.b))
		if err != nil || !got.Equal(dec(tc.want)) {
			t.Errorf("%s / %s = %s, %v; want %s", tc.a, tc.b, got, err, tc.want)
		}
	}
	if _, err := dec("1").Quo(money.Decimal{}); err != money.ErrDivisionByZero {
		t.Errorf("1/0 = %v", err)
	}
}

func TestStringFixed(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		in     string
		places int
		want   string
	}{{"19.9", 2, "19.90"}, {"19.995", 2, "20.00"}, {"5", 0, "5"}, {"-0.004", 2, "0.00"}, {"1234", -2, "1200"}, {"1e20", 3, "100000000000000000000.000"}} {
		if got := dec(tc.in).StringFixed(tc.places); got != tc.want {
			t.Errorf("StringFixed(%s, %d) = %s, want %s", tc.in, tc.places, got, tc.want)
		}
	}
}

func TestInt64(t *testing.T) {
	t.Parallel()
	if n, ok := dec("42.0").Int64(); !ok || n != 42 {
		t.Errorf("Int64(42.0) = %d, %v", n, ok)
	}
	for _, s := range []string{"42.5", "1e30"} {
		if _, ok := dec(s).Int64(); ok {
			t.Errorf("Int64(%s) claims to fit", s)
		}
	}
}

// Numbers of very different scales are compared without being brought to one.
func TestCmpOfDistantScales(t *testing.T) {
	t.Parallel()
	large, small := money.New(1, 24), money.MustParse("0.00000000000000000000000000000000000001")
	for _, c := range []struct {
		a, b money.Decimal
		want int
	}{
		{large, small, 1}, {small, large, -1}, {large.Neg(), small.Neg(), -1}, {small.Neg(), large.Neg(), 1},
		{large, small.Neg(), 1}, {money.Decimal{}, small, -1}, {small, money.Decimal{}, 1},
		{large, large.Add(small), -1}, {large.Add(small), large, 1},
	} {
		if got := c.a.Cmp(c.b); got != c.want {
			t.Errorf("%s against %s: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}
