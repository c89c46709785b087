// Package pricing prices quotes: exactly, explained and replayable.
//
// It owns price books, procedures, contracts, promotions, rates and tax tables
// as values, and the one pure function that turns a Request into a Result:
//
//	pricer, err := pricing.Compile(set)    // once per set of pinned versions
//	result := pricer.Price(request)        // as often as wanted, concurrently
//
// # Invariants
//
//   - No input and output, no clock, no global state: the same set and request
//     give the same bytes (Result.JSON) on every machine.
//   - Every amount is an exact decimal. Only division rounds, to 12 decimals half
//     away from zero, until the unit net is rounded to the price precision.
//   - The Amounts of a line's steps add up to its FinalNet; the FinalNets of the
//     counted lines and charges add up to the totals, to the cent.
//   - The net price is the truth; a percentage is never used to compute a price
//     back.
//   - What is wrong with a line is an Issue on that line. The other lines are
//     still priced.
package pricing
