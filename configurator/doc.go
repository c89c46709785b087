// Package configurator holds product models and the engine that reasons about
// them.
//
// A [Model] is one text document (YAML or JSON), read by [Load] with all its
// mistakes at once and named by its content hash. [Compile] turns it, for a
// day, into an immutable [Compiled] model that any number of goroutines may
// ask. Every question is a [Request]: the user's picks in order and the context.
// The answers are
//
//   - State: every value of every attribute as available, selected (by user,
//     rule or default), excluded, in conflict or unknown;
//   - Explain: one jointly irreducible set of picks, context and rules behind
//     an excluded or forced value;
//   - Repair: irreducible sets of picks to drop so that a value becomes possible;
//   - Complete: a full valid configuration, by defaults and preferences, or
//     cheapest by weights, with a proven bound;
//   - Selection, BOM, Routing, LeadTime: what the configuration consists of.
//
// Each is a method of *Compiled with the shape
// State(ctx context.Context, r Request) (State, error); Explain and Repair also
// take a path and a value, Repair the number of repairs, Complete an Objective.
//
// # Invariants
//
//   - Domains are complete: a value is available if and only if some valid
//     completion of the picks contains it. Where a budget ends first its state
//     is unknown, never a guess.
//   - Defaults never narrow a domain and are never a reason.
//   - Answers depend on the version, the day and the request alone; budgets
//     count solver steps, never time. A context that ends only aborts.
//   - What is not unknown is exact, so two servers never contradict each other.
//     Where a budget ends, the answer is that of an engine that has learned
//     nothing, the same on every server; one that has learned may get by without
//     it ending. A request with a budget of its own gets the same on both.
//   - No price enters: objectives take weights, model tests a [Pricer].
package configurator
