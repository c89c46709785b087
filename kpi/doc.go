// Package kpi turns the events of quotes into figures a manager can trust.
//
// It owns three things: the Event that every step of a quote's life leaves in
// an append-only log, the Fact (one per quote family) and the intake Entries
// that the pure function Project derives from it, and the metric definitions
// (metrics/*.yaml) with the Service that answers queries about them.
//
// Invariants:
//
//   - The unit is the quote family: a quote with five revisions counts once,
//     from its first sent date.
//   - Won means first order. An accepted family without an order is open.
//   - Expiry is derived from the offers' validity, never an overwritten state.
//   - Project does not depend on the order in which a family's events arrive,
//     so late events and corrections are exact, and replaying the log gives
//     the stored facts.
//   - Amounts of different currencies are never added: what has no rate is
//     reported as a gap beside the sum.
//   - Every rate carries k and n; with n under 10 it has no percentage.
//
// The package knows neither SQL nor the quotes package: internal/postgres maps
// quotes' events to Event in the transaction that records them, and implements
// Store.
package kpi
