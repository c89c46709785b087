package pricing

import (
	"slices"
	"strconv"

	"github.com/quotient-cpq/quotient/internal/money"
)

// ChangeKind says what became of a line.
type ChangeKind string

// The kinds of change.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Changed ChangeKind = "changed"
)

// Comparison says how one result differs from an earlier one, in the currency
// of both.
type Comparison struct {
	// Lines are those that differ: in the order of the later result, then those
	// removed in the order of the earlier one.
	Lines []LineChange `json:"lines,omitempty"`
	// Charges is the difference of all counted charges.
	Charges money.Decimal `json:"charges"`
	// Net is the difference of the net per period, TCV that of the contract
	// values.
	Net struct {
		OneOff money.Decimal `json:"one_off"`
		Month  money.Decimal `json:"month"`
		Year   money.Decimal `json:"year"`
	} `json:"net"`
	TCV money.Decimal `json:"tcv"`
}

// LineChange is a line that differs.
type LineChange struct {
	ID     string     `json:"id"`
	Change ChangeKind `json:"change"`
	// Before and After are the final nets; 0 where there is no line.
	Before money.Decimal `json:"before"`
	After  money.Decimal `json:"after"`
	// Steps are those of the waterfall that moved the price, in order: their
	// differences add up to After - Before.
	Steps []StepChange `json:"steps,omitempty"`
}

// StepChange is a step that adds something else to the line than before. Was or
// Is is nil where the step is in one waterfall only.
type StepChange struct {
	ID   string `json:"id"`
	Rule string `json:"rule,omitempty"`
	// Difference is what the step adds to the line more than before.
	Difference money.Decimal `json:"difference"`
	Was        *Step         `json:"was,omitempty"`
	Is         *Step         `json:"is,omitempty"`
}

// Empty reports whether the results are the same to the customer.
func (c *Comparison) Empty() bool {
	return len(c.Lines) == 0 && c.Charges.IsZero() && c.Net.OneOff.IsZero() && c.Net.Month.IsZero() && c.Net.Year.IsZero() && c.TCV.IsZero()
}

// Compare returns how after differs from before, line by line, with the steps
// that moved. Compare the Public results for those who may not see costs.
func Compare(before, after Result) Comparison {
	var c Comparison
	old := make(map[string]*LineResult, len(before.Lines))
	for i := range before.Lines {
		old[before.Lines[i].ID] = &before.Lines[i]
	}
	for i := range after.Lines {
		l := &after.Lines[i]
		was := old[l.ID]
		delete(old, l.ID)
		switch {
		case was == nil:
			c.Lines = append(c.Lines, LineChange{ID: l.ID, Change: Added, After: l.FinalNet, Steps: moved(nil, l.Steps)})
		case !sameLine(was, l):
			c.Lines = append(c.Lines, LineChange{ID: l.ID, Change: Changed, Before: was.FinalNet, After: l.FinalNet, Steps: moved(was.Steps, l.Steps)})
		}
	}
	for i := range before.Lines {
		if l := &before.Lines[i]; old[l.ID] == l {
			c.Lines = append(c.Lines, LineChange{ID: l.ID, Change: Removed, Before: l.FinalNet, Steps: moved(l.Steps, nil)})
		}
	}
	c.Charges = chargesOf(after).Sub(chargesOf(before))
	c.Net.OneOff = after.Totals.OneOff.Net.Sub(before.Totals.OneOff.Net)
	c.Net.Month = after.Totals.Month.Net.Sub(before.Totals.Month.Net)
	c.Net.Year = after.Totals.Year.Net.Sub(before.Totals.Year.Net)
	c.TCV = after.Totals.TCV.Sub(before.Totals.TCV)
	return c
}

// sameLine reports whether two versions of a line are the same to the customer.
func sameLine(a, b *LineResult) bool {
	return a.Quantity.Equal(b.Quantity) && a.Per.Equal(b.Per) && a.Period == b.Period && a.Counted == b.Counted && a.Priced == b.Priced &&
		a.UnitNet.Equal(b.UnitNet) && a.Net.Equal(b.Net) && a.FinalNet.Equal(b.FinalNet) && a.TCV.Equal(b.TCV) &&
		a.Tax.Category == b.Tax.Category && a.Tax.Rate.Equal(b.Tax.Rate) && len(moved(a.Steps, b.Steps)) == 0
}

func chargesOf(r Result) (sum money.Decimal) {
	for _, c := range r.Charges {
		if c.Counted {
			sum = sum.Add(c.Net)
		}
	}
	return sum
}

// moved pairs the steps of two waterfalls by id, rule and occurrence, and
// returns the pairs that add different amounts.
func moved(before, after []Step) []StepChange {
	was := make(map[string]*Step, len(before))
	keys := stepKeys(before)
	for i := range before {
		was[keys[i]] = &before[i]
	}
	var out []StepChange
	for i, key := range stepKeys(after) {
		is := &after[i]
		old := was[key]
		delete(was, key)
		change := StepChange{ID: is.ID, Rule: is.Rule, Difference: is.Amount, Was: old, Is: is}
		if old != nil {
			change.Difference = is.Amount.Sub(old.Amount)
		}
		if !change.Difference.IsZero() {
			out = append(out, change)
		}
	}
	for i, key := range keys {
		if s := was[key]; s != nil && !s.Amount.IsZero() {
			gone := StepChange{ID: s.ID, Rule: s.Rule, Difference: s.Amount.Neg(), Was: s}
			out = slices.Insert(out, placeOf(out, before[:i]), gone)
		}
	}
	return out
}

// placeOf is where a step that is gone belongs among the changes: behind the
// last one that stood before it.
func placeOf(changes []StepChange, earlier []Step) int {
	for i := len(changes) - 1; i >= 0; i-- {
		for j := range earlier {
			if changes[i].Was == &earlier[j] {
				return i + 1
			}
		}
	}
	return 0
}

func stepKeys(steps []Step) []string {
	seen := make(map[string]int, len(steps))
	keys := make([]string, len(steps))
	for i := range steps {
		key := steps[i].ID + "\x00" + string(steps[i].Kind) + "\x00" + steps[i].Rule
		keys[i] = key + "\x00" + strconv.Itoa(seen[key])
		seen[key]++
	}
	return keys
}
