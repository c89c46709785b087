// Package catalog is what a company sells: the item master, the published
// versions of models and prices, and every answer that needs configuration and
// price together.
//
// It composes configurator and pricing, which know nothing of each other:
// configuring with prices and price differences, repairs with what they cost,
// the resolution and pricing of the lines of a quote, and the gate through
// which models and prices are published.
//
// # Invariants
//
//   - A published version never changes and is named by its content; a quote
//     that pins its versions gets the same answer for ever.
//   - What has mistakes, or whose tests fail, is not published: all mistakes are
//     reported at once and nothing is stored.
//   - Caches key on content alone, so answers do not depend on them.
//   - Costs leave only towards an actor with the permission to see them.
package catalog
