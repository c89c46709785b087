package money_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/money"
)

func TestParseLocal(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct{ language, in, want string }{
		{"fr", "1 234,50", "1234.5"}, {"fr", "1\u202f234\u202f567,891", "1234567.891"}, {"fr", "1\u00a0234", "1234"}, {"fr", "0,5", "0.5"},
		{"fr", "-12,30", "-12.3"}, {"fr", "\u221212,30", "-12.3"}, {"fr", " 19.90 ", "19.9"}, {"fr", "1234", "1234"}, {"fr", "- 5", "-5"},
		{"en", "1,234.50", "1234.5"}, {"en", "1,234,567", "1234567"}, {"en", "0.5", "0.5"}, {"en", "-1,000", "-1000"}, {"en", "+3", "3"},
	} {
		got, err := money.ParseLocal(tc.in, tc.language)
		if err != nil || !got.Equal(dec(tc.want)) {
			t.Errorf("%s %q = %s, %v; want %s", tc.language, tc.in, got, err, tc.want)
		}
	}
	for _, tc := range []struct{ language, in string }{
		{"fr", "1.234,50"}, {"fr", "1 23,5"}, {"fr", "12 34"}, {"fr", "1 2345"}, {"fr", "1,5,2"}, {"fr", "12,3 456"}, {"fr", ""}, {"fr", "-"}, {"fr", "--5"}, {"fr", "5 €"},
		{"en", "1,5"}, {"en", "1 234"}, {"en", "1,23,456"}, {"en", ",500"}, {"en", "1,234,"}, {"en", "abc"}, {"en", "-+5"}, {"fr", "1 2345 678"},
	} {
		if got, err := money.ParseLocal(tc.in, tc.language); err == nil {
			t.Errorf("%s %q was read as %s", tc.language, tc.in, got)
		}
	}
}

func TestLocalFormatsReadBack(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := dec(decimals().Draw(t, "d"))
		language := rapid.SampledFrom([]string{"fr", "en"}).Draw(t, "language")
		text := money.FormatDecimal(d, d.Scale(), language)
		if got, err := money.ParseLocal(text, language); err != nil || !got.Equal(d) {
			t.Fatalf("%s in %s is %q, which reads %s, %v", d, language, text, got, err)
		}
	})
}

func FuzzParseLocal(f *testing.F) {
	for _, s := range []string{"1 234,50", "1,234.50", "-0,5", "1\u202f000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, language := range []string{"fr", "en"} {
			if d, err := money.ParseLocal(s, language); err == nil && d.Overflowed() {
				t.Fatalf("%q overflows", s)
			}
		}
	})
}
