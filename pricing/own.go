package pricing

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// stepOwn runs a step of the company's own: a percent, amount or price computed
// by an expression.
func (w *work) stepOwn(s *step) {
	if w.line.Item.Fixed && s.Kind != PriceStep {
		return
	}
	value, ok := w.evaluate(s, s.value, s.ID, s.Position)
	if !ok {
		return
	}
	rec := Step{Origin: w.r.mem.origin(s, s, s.ID, w.r.p.procedure.Code, w.r.p.procedure.Version), Label: s.Name}
	switch s.Kind {
	case PercentStep:
		w.recordPercent(s, rec, value)
		return
	case AmountStep:
		value = w.price.Sub(value)
	}
	if !value.Equal(w.price) {
		w.record(rec, value)
	}
}

// formula computes a price by the entry's expression.
func (w *work) formula(s *step, f found, rec *Step) (money.Decimal, bool) {
	value, ok := w.evaluate(s, f.formula, f.ID, f.Position)
	if !ok {
		return value, false
	}
	rec.Inputs = append(rec.Inputs, Input{"formula", f.Formula.Text}, Input{"value", w.r.mem.texts.of(value)})
	return w.entryAmount(f, value), true
}

// evaluate computes a number, or fails the line saying why there is none.
func (w *work) evaluate(s *step, p *rules.Program, rule string, at Position) (money.Decimal, bool) {
	if p == nil {
		w.failModel(s, rule, at)
		return money.Decimal{}, false
	}
	frame := w.r.frames.line(w, p.Schema())
	value, ok := p.Decimal(frame)
	switch {
	case ok && value.Overflowed():
		w.fail(Issue{Kind: "overflow", Step: s.ID, Rule: rule, Position: at, Message: lang.New(
			"the formula's value has too many digits", "la valeur de la formule a trop de chiffres")})
		return value, false
	case ok:
		return value, true
	}
	for _, d := range p.Reads() {
		if d.Schema == p.Schema() && frame.At(d.Slot).IsNone() {
			name := p.Schema().Slots()[d.Slot].Path
			w.fail(Issue{Kind: "missing-attribute", Step: s.ID, Rule: rule, Position: at, Message: lang.New(
				fmt.Sprintf("the formula reads %q, which has no value", name),
				fmt.Sprintf("la formule lit %q, qui n'a pas de valeur", name))})
			return value, false
		}
	}
	w.fail(Issue{Kind: "division-by-zero", Step: s.ID, Rule: rule, Position: at, Message: lang.New(
		"the formula has no value: it divides by zero", "la formule n'a pas de valeur : elle divise par zéro")})
	return value, false
}

// failModel reports an expression that needs a model which the set lacks.
func (w *work) failModel(s *step, rule string, at Position) {
	w.fail(Issue{Kind: "unknown-model", Step: s.ID, Rule: rule, Position: at, Message: lang.New(
		fmt.Sprintf("the expression reads attributes of model %q, which is not among the pinned versions", w.line.Model),
		fmt.Sprintf("l'expression lit des attributs du modèle %q, absent des versions épinglées", w.line.Model))})
}
