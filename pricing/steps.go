package pricing

import (
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/rules"
)

// procedure is a procedure made ready to run: the unit steps in order, and the
// others by what they do.
type procedure struct {
	*Procedure
	unit                                                 []step
	rounding, shares, section, quote, charge, floor, tax *step
}

// step is a step with its expressions compiled.
type step struct {
	ProcedureStep
	when, value *rules.Program
	schema      *rules.Schema
	// lacksModel is set when the step is about a model that the set lacks.
	lacksModel bool
}

// phases ranks the kinds of step: those of equal rank may stand in any order.
var phases = map[StepKind]int{
	ListStep: 1, ContractStep: 1, SelectionStep: 1, TierStep: 1, AgreedStep: 1, TermStep: 1, PromotionStep: 1, ManualStep: 1,
	PercentStep: 1, AmountStep: 1, PriceStep: 1,
	RoundingStep: 2, PercentOfStep: 3, SectionStep: 4, QuoteStep: 5, ChargeStep: 6, FloorStep: 7, TaxStep: 8,
}

const unitPhase = 1

// procedure checks and compiles the steps.
func (c *compiler) procedure(p *Procedure) *procedure {
	out := &procedure{Procedure: p}
	ids := map[string]bool{}
	last := 0
	for i := range p.Steps {
		s := step{ProcedureStep: p.Steps[i], schema: c.schemas.line}
		pointer := fmt.Sprintf("/steps/%d", i)
		phase := phases[s.Kind]
		switch {
		case phase == 0:
			c.bad("invalid-step", s.Position, pointer, "%q is not a kind of step", s.Kind)
		case phase < last:
			c.bad("invalid-step", s.Position, pointer, "step %q (%s) must stand before what follows the unit prices", s.ID, s.Kind)
		case s.ID == "" || ids[s.ID]:
			c.bad("invalid-step", s.Position, pointer, "each step needs an id of its own; %q is not", s.ID)
		}
		ids[s.ID], last = true, max(last, phase)
		c.step(&s, pointer)
		out.add(s)
	}
	if out.rounding == nil || out.tax == nil {
		c.bad("invalid-procedure", p.Position, "/steps", "a procedure needs the steps rounding and tax")
		out.rounding = &step{}
	}
	return out
}

func (out *procedure) add(s step) {
	if phases[s.Kind] == unitPhase {
		out.unit = append(out.unit, s)
		return
	}
	place := map[StepKind]**step{RoundingStep: &out.rounding, PercentOfStep: &out.shares, SectionStep: &out.section, QuoteStep: &out.quote,
		ChargeStep: &out.charge, FloorStep: &out.floor, TaxStep: &out.tax}[s.Kind]
	if place != nil {
		*place = &s
	}
}

// step compiles the expressions of a step against the names it can read.
func (c *compiler) step(s *step, pointer string) {
	bad := func(format string, args ...any) { c.bad("invalid-step", s.Position, pointer, format, args...) }
	own := s.Kind == PercentStep || s.Kind == AmountStep || s.Kind == PriceStep
	switch {
	case own == s.Value.IsZero():
		bad("step %q: the kinds percent, amount and price need a value, the others have none", s.ID)
	case s.Of != "" && (s.Of != ofList || !slices.Contains([]StepKind{PercentStep, TierStep, AgreedStep, TermStep}, s.Kind)):
		bad("step %q: of can be \"list\", for a percentage", s.ID)
	case !s.When.IsZero() && slices.Contains([]StepKind{RoundingStep, PercentOfStep, TaxStep}, s.Kind):
		bad("step %q: %s cannot be skipped", s.ID, s.Kind)
	case s.Model != "" && phases[s.Kind] != unitPhase:
		bad("step %q: only unit steps can be about one model", s.ID)
	}
	switch {
	case s.Model != "":
		s.schema = c.schemas.models[s.Model]
		s.lacksModel = s.schema == nil && !(s.When.IsZero() && s.Value.IsZero())
	case s.Kind == SectionStep || s.Kind == QuoteStep || s.Kind == ChargeStep:
		s.schema = c.schemas.quote
	}
	if s.schema == nil {
		return
	}
	if !s.When.IsZero() {
		s.when = c.expression(s.schema, s.When, pointer+"/when", rules.Bool)
	}
	if !s.Value.IsZero() {
		s.value = c.expression(s.schema, s.Value, pointer+"/value", rules.Number)
	}
}
