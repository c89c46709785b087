package quotes

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/money"
)

// What moved a line is told by step and by what decided in it; the moves add up
// to the difference, a ramp and part of a period included.
func TestMovesOfALineNameWhatDecided(t *testing.T) {
	t.Parallel()
	d := money.MustParse
	line := func(tcv string, steps ...PriceStep) Line {
		return Line{Resolved: Resolved{Period: Monthly}, Price: LinePrice{Months: 12, TCV: d(tcv), Steps: steps}}
	}
	step := func(code, rule, version, amount string) PriceStep {
		return PriceStep{Code: code, Rule: rule, Version: version, Amount: d(amount)}
	}
	left := line("1320", step("list", "BIKE", "v1", "100"), step("selection", "motor=m250", "v1", "10"))
	right := line("1100", step("list", "BIKE", "v1", "100"), step("selection", "motor=m500", "v1", "30"), step("manual", "", "", "-20"))
	var got []string
	sum := money.Decimal{}
	for _, m := range stepMoves(left, right) {
		got = append(got, m.Code+" "+m.Rule+": "+m.Left.String()+" -> "+m.Right.String())
		sum = sum.Add(m.Right.Sub(m.Left))
	}
	want := []string{"selection motor=m250: 120 -> 0", "term : 0 -> -220", "selection motor=m500: 0 -> 360", "manual : 0 -> -240"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("moves (-want +got):\n%s", diff)
	}
	if !sum.Equal(d("-220")) {
		t.Errorf("the moves sum to %s, the line moved by -220", sum)
	}
	if again := stepMoves(left, left); len(again) != 0 {
		t.Errorf("a line differs from itself: %+v", again)
	}
}
