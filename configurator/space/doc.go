// Package space knows the whole solution space of a finite problem: which
// values still have a completion, why others have none, and what a cheapest
// completion is.
//
// A [Builder] collects the problem once: boolean formulas as hash-consed
// literals, enums (exactly one of n values), ranges (integers between bounds,
// reasoned about through literals x <= c only at constants that matter), tables
// as decision diagrams, sums as sorted totals, and conditions decided by
// evaluation ([Pred]). [Builder.Build] yields an immutable [Space], from which
// any number of [Engine] values answer questions.
//
// # Conditions decided by evaluation
//
// A condition over wide ranges is not encoded. A candidate model is checked by
// evaluating it over the box of values the candidate leaves open. Where it is
// contradicted, other numbers are looked for at which all conditions hold, and the
// rest of the candidate is patched to them; failing that, the contradiction is
// widened to the largest box on which evaluation still decides it, and that box
// becomes a clause. Where a box is undecided it is split. The clauses follow from
// the problem alone, so an engine keeps them.
//
// # Queries
//
// A [Query] is one list of assumptions. It looks through the known configurations
// once, and every answer about the same assumptions builds on what it found.
//
// # Invariants
//
//   - A domain is exact unless the budget ended, and then it says so.
//   - Every clause an engine learns follows from the problem, never from a
//     question.
//   - An Engine must not be used by two goroutines at a time; a Space may.
package space
