// Package sat decides whether clauses over boolean variables can hold together.
//
// [Solver] is a conflict-driven clause learning solver made for interactive
// configuration: it is asked thousands of small questions about one growing set
// of clauses, under assumptions that change little between questions. So it
// keeps what it learned, keeps the part of its trail that two questions share,
// decides the literals a caller cares about first, and counts its work in
// steps, so that a bounded answer is the same on every machine.
//
// # Invariants
//
//   - Learned clauses follow from the added clauses alone, never from
//     assumptions: answers do not depend on what was asked before.
//   - After Solve returned Unsat, Core is a subset of the assumptions that is
//     contradictory together with the clauses.
//   - The solver is deterministic and uses no clock, no randomness and no
//     goroutines. A Solver must not be used by two goroutines at a time.
package sat
