package pricing_test

import (
	"flag"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

var quotes = flag.Int("quotes", 20_000, "how many random quotes to compare with the second implementation")

// quotesPerBook random quotes share a random book.
const quotesPerBook = 25

// books is how many random books so many quotes take; a short run has a tenth.
func books(quotes int) uint64 {
	if testing.Short() {
		quotes /= 10
	}
	return uint64((quotes + quotesPerBook - 1) / quotesPerBook)
}

// TestAgainstTheSecondImplementation prices random quotes by both and demands
// equality of every amount and issue.
func TestAgainstTheSecondImplementation(t *testing.T) {
	t.Parallel()
	for seed := range books(*quotes) {
		r := newRandom(seed)
		set := r.set()
		var more *extension
		if seed%2 == 1 {
			more = r.extend(&set)
		}
		pricer, err := pricing.Compile(set)
		if err != nil {
			t.Fatalf("book %d: %v", seed, err)
		}
		for n := range quotesPerBook {
			request := r.request()
			result := pricer.Price(request)
			if more != nil && slices.ContainsFunc(result.Issues, func(i pricing.Issue) bool { return i.Kind == "overflow" }) {
				continue // rational numbers have no most digits
			}
			if difference := disagreement(set, more, request, result); difference != "" {
				t.Fatalf("book %d, quote %d: %s\nrequest %s", seed, n, difference, request.JSON())
			}
		}
	}
}

// disagreement returns the first figure that the second implementation sees
// otherwise, or "".
func disagreement(set pricing.Set, more *extension, request pricing.Request, got pricing.Result) string {
	o := &oracle{set: set, extension: more, req: &request}
	o.run()
	for i := range got.Lines {
		if d := lineDisagreement(&got.Lines[i], o.lines[i], o.minor); d != "" {
			return fmt.Sprintf("line %s: %s", got.Lines[i].ID, d)
		}
		if d := o.termDisagreement(&got.Lines[i], o.lines[i]); d != "" {
			return fmt.Sprintf("line %s: %s", got.Lines[i].ID, d)
		}
	}
	if d := chargeDisagreement(got.Charges, o.charges); d != "" {
		return d
	}
	net, vat, tcv := o.totals()
	for period, total := range map[pricing.Period]pricing.PeriodTotal{
		pricing.OneOff: got.Totals.OneOff, pricing.Month: got.Totals.Month, pricing.Year: got.Totals.Year,
	} {
		if d := differs("total net "+string(period), total.Net, net[period]); d != "" {
			return d
		}
		if d := differs("VAT "+string(period), total.VAT, vat[period]); d != "" {
			return d
		}
	}
	if d := differs("TCV", got.Totals.TCV, tcv); d != "" {
		return d
	}
	if d := o.sumDisagreement(&got.Totals, tcv); d != "" {
		return d
	}
	var kinds []string
	for _, i := range got.Issues {
		kinds = append(kinds, i.Kind+" "+i.Line)
	}
	slices.Sort(kinds)
	slices.Sort(o.issues)
	if !slices.Equal(kinds, o.issues) {
		return fmt.Sprintf("issues %q, expected %q", kinds, o.issues)
	}
	return ""
}

func (o *oracle) sumDisagreement(got *pricing.Totals, tcv rat) string {
	acv, mrr := o.recurring()
	list, before, cost, costed := o.termSums()
	for _, f := range []struct {
		name string
		got  money.Decimal
		want rat
	}{
		{"ACV", got.ACV, round(acv, o.minor)}, {"MRR", got.MRR, round(mrr, o.minor)}, {"ARR", got.ARR, round(times(mrr, integer(12)), o.minor)},
		{"list", got.List, list}, {"before manual", got.BeforeManual, before}, {"largest TCV", got.LargestTCV, o.largest(tcv)},
	} {
		if d := differs(f.name, f.got, f.want); d != "" {
			return d
		}
	}
	if got.Margin == nil {
		return ""
	}
	if d := differs("cost", got.Margin.Cost, cost); d != "" {
		return d
	}
	return differs("margin", got.Margin.Amount, minus(costed, cost))
}

// termDisagreement compares what a line with a ramp or service dates comes to.
func (o *oracle) termDisagreement(got *pricing.LineResult, want *oracleLine) string {
	if got.OverTerm == nil {
		return ""
	}
	for _, f := range []struct {
		name      string
		got, each money.Decimal
	}{
		{"list over the term", got.OverTerm.List, got.ConfiguredAmount},
		{"net before manual steps over the term", got.OverTerm.BeforeManual, got.BeforeManualAmount},
	} {
		if d := differs(f.name, f.got, o.overTerm(want, q(f.each), true)); d != "" {
			return d
		}
	}
	if got.Margin == nil {
		return ""
	}
	return differs("cost over the term", *got.Margin.TermCost, o.overTerm(want, q(got.Margin.Cost), false))
}

func lineDisagreement(got *pricing.LineResult, want *oracleLine, minor int) string {
	if got.Priced != want.priced {
		return fmt.Sprintf("priced is %t", got.Priced)
	}
	if !want.priced {
		return ""
	}
	for _, f := range []struct {
		name string
		got  money.Decimal
		want rat
	}{
		{"list", got.List, want.list}, {"configured", got.Configured, want.configured}, {"before manual", got.BeforeManual, want.before},
		{"unit net", got.UnitNet, want.unitNet}, {"net", got.Net, want.net}, {"final net", got.FinalNet, want.final},
		{"configured amount", got.ConfiguredAmount, want.configuredAmount}, {"amount before manual", got.BeforeManualAmount, want.beforeAmt},
		{"TCV", got.TCV, want.tcv},
	} {
		if d := differs(f.name, f.got, f.want); d != "" {
			return d
		}
	}
	if got.BelowFloor != want.belowFloor || (got.Margin != nil) != (want.cost != nil) || got.Period != want.period {
		return fmt.Sprintf("below floor %t, margin %v, period %s", got.BelowFloor, got.Margin, got.Period)
	}
	if want.cost != nil {
		cost := over(times(q(got.Quantity), want.cost), want.per)
		return differs("cost", got.Margin.Cost, round(cost, minor))
	}
	return ""
}

func chargeDisagreement(got []pricing.ChargeResult, want []oracleCharge) string {
	if len(got) != len(want) {
		return fmt.Sprintf("%d charges, expected %d", len(got), len(want))
	}
	for _, c := range got {
		i := slices.IndexFunc(want, func(w oracleCharge) bool {
			return w.code == c.Code && w.line == c.Line && w.net.Cmp(q(c.Net)) == 0 && w.counted == c.Counted && w.period == c.Period
		})
		if i < 0 {
			return fmt.Sprintf("charge %s %s of %s is not expected", c.Code, c.Line, c.Net)
		}
		want = slices.Delete(slices.Clone(want), i, i+1)
	}
	return ""
}

func differs(name string, got money.Decimal, want *big.Rat) string {
	if q(got).Cmp(want) == 0 {
		return ""
	}
	return fmt.Sprintf("%s is %s, expected %s", name, got, want.FloatString(15))
}
