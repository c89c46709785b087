package kpi

import (
	"maps"
	"math/big"
	"slices"

	"github.com/quotient-cpq/quotient/internal/money"
)

// Segment is one kind of quote in one period: how many were sent, how many
// orders were taken and what they brought.
type Segment struct {
	Kind   string
	Quotes int64
	Orders int64
	// Intake is in the base currency at the rates frozen on the orders. Of the
	// later period, Constant is the same at the earlier period's rates.
	Intake   money.Decimal
	Constant money.Decimal
}

// Bridge explains the change of order intake between two periods by causes
// that sum to it exactly.
type Bridge struct {
	From money.Decimal `json:"from"`
	To   money.Decimal `json:"to"`
	// Volume is what more or fewer quotes made at the earlier mix, conversion
	// and price; Mix what other kinds of quotes made; Conversion what more or
	// fewer orders per quote made; Price what larger or smaller orders made;
	// Currency what rates made.
	Volume     money.Decimal `json:"volume"`
	Mix        money.Decimal `json:"mix"`
	Conversion money.Decimal `json:"conversion"`
	Price      money.Decimal `json:"price"`
	Currency   money.Decimal `json:"currency"`
}

// NewBridge explains the change from one period to the next, replacing first
// the number of quotes, then their mix, conversion, price and rates, in exact
// fractions; the five causes are then rounded to places decimals so that they
// sum to To - From with no remainder. What a kind brought without quotes of
// the same period counts as volume where it was, as conversion where it is.
func NewBridge(before, after []Segment, places int) Bridge {
	was, is := byKind(before), byKind(after)
	var b Bridge
	totalWas, totalIs := new(big.Rat), new(big.Rat)
	for _, s := range before {
		b.From = b.From.Add(s.Intake)
		totalWas.Add(totalWas, ratio(s.Quotes, 1))
	}
	for _, s := range after {
		b.To = b.To.Add(s.Intake)
		totalIs.Add(totalIs, ratio(s.Quotes, 1))
	}
	growth := new(big.Rat).SetInt64(1)
	if totalWas.Sign() > 0 {
		growth.Quo(totalIs, totalWas)
	}
	// steps are the intake after each replacement, beginning with From.
	steps := make([]*big.Rat, 6)
	for i := range steps {
		steps[i] = new(big.Rat)
	}
	kinds := map[string]bool{}
	for kind := range was {
		kinds[kind] = true
	}
	for kind := range is {
		kinds[kind] = true
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		for i, value := range replace(was[kind], is[kind], growth) {
			steps[i].Add(steps[i], value)
		}
	}
	parts := make([]*big.Rat, 5)
	for i := range parts {
		parts[i] = new(big.Rat).Sub(steps[i+1], steps[i])
	}
	rounded := roundTo(parts, b.To.Sub(b.From), places)
	b.Volume, b.Mix, b.Conversion, b.Price, b.Currency = rounded[0], rounded[1], rounded[2], rounded[3], rounded[4]
	return b
}

// replace returns a kind's intake before, and with volume, mix, conversion,
// price and rates replaced one after the other.
func replace(was, is Segment, growth *big.Rat) [6]*big.Rat {
	mul := func(xs ...*big.Rat) *big.Rat {
		out := new(big.Rat).SetInt64(1)
		for _, x := range xs {
			out.Mul(out, x)
		}
		return out
	}
	quotesWas, quotesIs := ratio(was.Quotes, 1), ratio(is.Quotes, 1)
	convertedWas, convertedIs := ratio(was.Orders, was.Quotes), ratio(is.Orders, is.Quotes)
	priceWas, priceIs := amountPer(was.Intake, was.Orders), amountPer(is.Constant, is.Orders)
	if is.Orders == 0 {
		priceIs = priceWas
	}
	if was.Orders == 0 {
		priceWas = priceIs
	}
	if is.Quotes == 0 {
		convertedIs = convertedWas
	}
	if was.Quotes == 0 {
		convertedWas = convertedIs
	}
	return [6]*big.Rat{
		rat(was.Intake),
		mul(quotesWas, growth, convertedWas, priceWas),
		mul(quotesIs, convertedWas, priceWas),
		mul(ratio(is.Orders, 1), priceWas),
		mul(ratio(is.Orders, 1), priceIs),
		rat(is.Intake),
	}
}

func byKind(segments []Segment) map[string]Segment {
	out := map[string]Segment{}
	for _, s := range segments {
		sum := out[s.Kind]
		out[s.Kind] = Segment{Kind: s.Kind, Quotes: sum.Quotes + s.Quotes, Orders: sum.Orders + s.Orders,
			Intake: sum.Intake.Add(s.Intake), Constant: sum.Constant.Add(s.Constant)}
	}
	return out
}

// ratio is a/b, 0 for b = 0.
func ratio(a, b int64) *big.Rat {
	if b == 0 {
		return new(big.Rat)
	}
	return big.NewRat(a, b)
}

func amountPer(amount money.Decimal, n int64) *big.Rat {
	if n == 0 {
		return new(big.Rat)
	}
	return new(big.Rat).Quo(rat(amount), big.NewRat(n, 1))
}

func rat(d money.Decimal) *big.Rat {
	out, ok := new(big.Rat).SetString(d.String())
	if !ok {
		return new(big.Rat)
	}
	return out
}

// roundTo rounds the parts to places decimals so that they sum to total: the
// largest one in magnitude takes what rounding left.
func roundTo(parts []*big.Rat, total money.Decimal, places int) []money.Decimal {
	out := make([]money.Decimal, len(parts))
	largest, rest := 0, total
	for i, p := range parts {
		out[i] = money.MustParse(p.FloatString(places))
		rest = rest.Sub(out[i])
		if new(big.Rat).Abs(p).Cmp(new(big.Rat).Abs(parts[largest])) > 0 {
			largest = i
		}
	}
	out[largest] = out[largest].Add(rest)
	return out
}
