package money_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/quotient-cpq/quotient/internal/money"
)

func ExampleAllocate() {
	parts, _ := money.Allocate(dec("100"), []money.Decimal{dec("1"), dec("1"), dec("1")}, 2)
	fmt.Println(parts)
	// Output: [33.34 33.33 33.33]
}

func ExampleFormat() {
	price := money.Of(dec("1234.5"), money.MustParseCurrency("EUR"))
	fmt.Printf("%+q\n%s\n", money.Format(price, "fr"), money.Format(price, "en"))
	// Output:
	// "1\u202f234,50\u00a0\u20ac"
	// €1,234.50
}

func TestMinorUnits(t *testing.T) {
	t.Parallel()
	for code, minor := range map[string]int{"EUR": 2, "USD": 2, "JPY": 0, "TND": 3, "KWD": 3, "CLP": 0, "XOF": 0, "CHF": 2, "ISK": 0} {
		c, err := money.ParseCurrency(code)
		if err != nil || c.Minor() != minor || c.Code() != code {
			t.Errorf("%s has %d decimals (%v), want %d", code, c.Minor(), err, minor)
		}
	}
	for _, bad := range []string{"", "eur", "FRF", "XXX", "EURO", "€"} {
		if c, err := money.ParseCurrency(bad); err == nil {
			t.Errorf("ParseCurrency(%q) = %s", bad, c)
		}
	}
	if !slices.IsSortedFunc(money.Currencies(), func(a, b money.Currency) int {
		if a.Code() < b.Code() {
			return -1
		}
		return 1
	}) {
		t.Error("the table is not sorted: look-ups by bisection would fail")
	}
}

func TestCurrencyEncodings(t *testing.T) {
	t.Parallel()
	var got struct{ C, None money.Currency }
	if err := json.Unmarshal([]byte(`{"C":"JPY","None":""}`), &got); err != nil {
		t.Fatal(err)
	}
	if got.C != money.MustParseCurrency("JPY") || !got.None.IsZero() {
		t.Errorf("got %+v", got)
	}
	if err := json.Unmarshal([]byte(`{"C":"ABC"}`), &got); err == nil {
		t.Error("an unknown currency was accepted")
	}
	var c money.Currency
	if err := c.Scan("TND"); err != nil || c.Minor() != 3 {
		t.Errorf("Scan = %s, %v", c, err)
	}
	if err := c.Scan(nil); err != nil || !c.IsZero() {
		t.Errorf("Scan(nil) = %s, %v", c, err)
	}
	if v, err := c.Value(); v != nil || err != nil {
		t.Errorf("no currency is stored as %v, %v", v, err)
	}
}

func TestAllocate(t *testing.T) {
	t.Parallel()
	list := func(ss ...string) (out []money.Decimal) {
		for _, s := range ss {
			out = append(out, dec(s))
		}
		return out
	}
	for name, tc := range map[string]struct {
		total   string
		weights []money.Decimal
		places  int
		want    []money.Decimal
	}{
		"even":                   {"10", list("1", "1"), 2, list("5", "5")},
		"largest remainder":      {"0.05", list("1", "1", "1"), 2, list("0.02", "0.02", "0.01")},
		"not the first":          {"1", list("1", "2"), 0, list("0", "1")},
		"negative total":         {"-100", list("1", "1", "1"), 2, list("-33.34", "-33.33", "-33.33")},
		"zero weight":            {"10", list("0", "3"), 2, list("0", "10")},
		"decimal weights":        {"100", list("19.9", "0.1"), 2, list("99.5", "0.5")},
		"no minor unit":          {"100", list("1", "1", "1"), 0, list("34", "33", "33")},
		"beyond the fast form":   {"1e30", list("1e20", "2e20", "3e20"), 2, list("166666666666666666666666666666.67", "333333333333333333333333333333.33", "5e29")},
		"nothing to allocate":    {"0", list("0", "0"), 2, list("0", "0")},
		"no line":                {"0", nil, 2, nil},
		"one cent, first equal":  {"0.01", list("5", "5"), 2, list("0.01", "0")},
		"three decimals (dinar)": {"1", list("1", "1", "1"), 3, list("0.334", "0.333", "0.333")},
	} {
		got, err := money.Allocate(dec(tc.total), tc.weights, tc.places)
		if err != nil || !slices.EqualFunc(got, tc.want, money.Decimal.Equal) {
			t.Errorf("%s: got %v, %v; want %v", name, got, err, tc.want)
		}
	}
	for name, tc := range map[string]struct {
		total   string
		weights []money.Decimal
		want    error
	}{
		"negative weight": {"1", list("2", "-1"), money.ErrNegativeWeight},
		"no weight":       {"1", list("0"), money.ErrNoWeight},
		"no line":         {"1", nil, money.ErrNoWeight},
		"too precise":     {"0.001", list("1"), money.ErrTooPrecise},
	} {
		if _, err := money.Allocate(dec(tc.total), tc.weights, 2); !errors.Is(err, tc.want) {
			t.Errorf("%s: error %v, want %v", name, err, tc.want)
		}
	}
}

func TestFormat(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ amount, currency, fr, en string }{
		{"1234567.891", "EUR", "1\u202f234\u202f567,891\u00a0€", "€1,234,567.891"},
		{"-1234.5", "USD", "-1\u202f234,50\u00a0$US", "-$1,234.50"},
		{"123456", "JPY", "123\u202f456\u00a0JPY", "¥123,456"},
		{"0.5", "TND", "0,500\u00a0TND", "TND\u00a00.500"},
		{"-12", "CHF", "-12,00\u00a0CHF", "-CHF\u00a012.00"},
	} {
		a := money.Of(dec(tc.amount), money.MustParseCurrency(tc.currency))
		if got := money.Format(a, "fr"); got != tc.fr {
			t.Errorf("Format(%s, fr) = %+q, want %+q", a, got, tc.fr)
		}
		if got := money.Format(a, "en"); got != tc.en {
			t.Errorf("Format(%s, en) = %+q, want %+q", a, got, tc.en)
		}
	}
	if got := money.FormatDecimal(dec("18.25"), 1, "fr"); got != "18,3" {
		t.Errorf("FormatDecimal = %s", got)
	}
}

func TestAmount(t *testing.T) {
	t.Parallel()
	eur, usd := money.MustParseCurrency("EUR"), money.MustParseCurrency("USD")
	sum, err := money.Of(dec("1.005"), eur).Add(money.Of(dec("2"), eur))
	if err != nil || sum.Round().String() != "3.01 EUR" || sum.String() != "3.005 EUR" {
		t.Errorf("sum = %s, %v", sum, err)
	}
	if _, err := sum.Add(money.Of(dec("1"), usd)); err == nil {
		t.Error("euros and dollars were added")
	}
	out, _ := json.Marshal(money.Of(dec("3"), usd))
	if string(out) != `{"amount":"3","currency":"USD"}` {
		t.Errorf("JSON %s", out)
	}
}
