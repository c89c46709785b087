package pricing

import (
	"cmp"
	"slices"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// step runs one unit step of the procedure on the line.
func (w *work) step(s *step) {
	if w.line.Special != nil || w.line.Kept != nil {
		w.stepGiven(s)
		return
	}
	if s.Model != "" && s.Model != w.line.Model {
		return
	}
	if s.lacksModel {
		w.failModel(s, s.ID, s.Position)
		return
	}
	if s.when != nil && !s.when.Bool(w.r.frames.line(w, s.schema)) {
		return
	}
	switch s.Kind {
	case ListStep:
		w.stepList(s)
	case ContractStep:
		w.stepContract(s)
	case SelectionStep:
		w.stepSelection(s)
	case TierStep:
		w.stepTier(s)
	case AgreedStep:
		w.stepAgreed(s)
	case TermStep:
		w.stepTerm(s)
	case PromotionStep:
		w.stepPromotions(s)
	case ManualStep:
		w.stepManual(s)
	default:
		w.stepOwn(s)
	}
}

// stepGiven runs the steps of a line whose price a person has given: a kept or
// special price in place of everything before the manual steps.
func (w *work) stepGiven(s *step) {
	switch {
	case s.Kind == ManualStep:
		w.stepManual(s)
	case s.Kind != ListStep:
	case w.line.Special != nil:
		w.stepSpecial(s)
	default:
		w.res.PriceKept = true
		w.record(Step{Origin: w.r.mem.ownOrigin(Origin{ID: s.ID, Kind: KeptStep, Version: w.line.Kept.Version})}, w.line.Kept.Price)
		w.setList()
		w.setConfigured()
	}
}

// keep takes from a kept price what an entry would say of any other line.
func (w *work) keep(k *Kept) {
	if k.Per.Sign() < 0 || k.Period != "" && !slices.Contains(periods[:], k.Period) {
		w.fail(Issue{Kind: "invalid-kept-price", Message: lang.New(
			"a kept price needs a positive base quantity, and one_off, month or year as its period",
			"un prix maintenu demande une quantité de base positive, et one_off, month ou year comme période")})
		return
	}
	w.res.Period = cmp.Or(k.Period, OneOff)
	if !k.Per.IsZero() {
		w.res.Per = k.Per
	}
	w.costKnown = k.Cost != nil
	if k.Cost != nil {
		w.cost = *k.Cost
	}
	if k.Floor != nil {
		w.floor, w.hasFloor = *k.Floor, true
	}
}

func (w *work) stepSpecial(s *step) {
	given := w.line.Special
	if given.Price == nil {
		w.onRequest(s, "")
		return
	}
	w.costKnown = given.Cost != nil
	if given.Cost != nil {
		w.cost = *given.Cost
	}
	w.record(Step{Origin: w.r.mem.ownOrigin(Origin{ID: s.ID, Kind: SpecialStep})}, *given.Price)
	w.setList()
	w.setConfigured()
}

// onRequest leaves the line to the pricing desk.
func (w *work) onRequest(s *step, rule string) {
	w.res.OnRequest = true
	w.note(Issue{Kind: "price-on-request", Step: s.ID, Rule: rule, Message: lang.New(
		"the price is on request: the pricing desk has to give it", "prix sur demande : le service tarification doit le donner")})
}

// record adds a step to the waterfall that takes the running price to after.
// Steps that change nothing are not shown.
func (w *work) record(s Step, after money.Decimal) {
	amount := w.lineAmount(after)
	if tooLarge(after) || tooLarge(amount) {
		w.failOverflow(s.ID, s.Rule)
		return
	}
	s.Before, s.After, s.Amount = w.price, after, amount.Sub(w.amount)
	s.Inputs = w.r.mem.keep(s.Inputs, s.Origin)
	w.price, w.amount = after, amount
	w.r.steps = append(w.r.steps, s)
}

// inputs gathers the inputs of the step at hand; record keeps a copy of them.
func (w *work) inputs(in ...Input) []Input { return append(w.r.inputs[:0], in...) }

// mostDecimals is the most that an exact intermediate price may have.
const mostDecimals = 100

// tooLarge reports whether no price, amount or quantity has as many digits as d:
// beyond it a sum over many lines could have more than a number holds.
func tooLarge(d money.Decimal) bool {
	return d.Overflowed() || d.Scale() > mostDecimals || d.Abs().Cmp(largest) >= 0
}

// lineAmount returns quantity x price / base quantity, at 12 decimals where the
// division does not end.
func (w *work) lineAmount(price money.Decimal) money.Decimal {
	total := w.line.Quantity.Mul(price)
	if w.res.Per == one {
		return total
	}
	q, _ := total.Quo(w.res.Per)
	return q
}

// setList fixes the list price at the running price.
func (w *work) setList() { w.res.List = w.price }

// setConfigured fixes the configured list price, once.
func (w *work) setConfigured() {
	if !w.isConfigured {
		w.isConfigured = true
		w.res.Configured = w.price
	}
}

// percentOff returns the running price reduced by percent of it, or of the
// configured list.
func (w *work) percentOff(percent money.Decimal, of string) money.Decimal {
	base := w.price
	if of == ofList {
		base = w.res.Configured
	}
	return w.price.Sub(base.Mul(percent.Shift(-2)))
}

// ofList makes a percent apply to the configured list price.
const ofList = "list"
