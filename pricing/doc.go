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
//
// # The order of a price
//
// Standard is the built-in procedure. Per unit, exactly: list price (or the
// contract's), what was selected, quantity scale, agreed and term discounts,
// promotions, manual adjustments. Then the unit net is rounded to the price
// precision and the line net to the currency's minor unit. Lines that are a
// percentage of others follow, then section and quote discounts, spread over
// the discountable lines by largest remainder, then charges, the floor check,
// and VAT on the summed bases of each category and rate.
//
// A line counts as firm unless it is optional or an alternative that was not
// chosen. Only firm lines count for scales, shares, spread amounts and charges
// of the whole quote. An optional line is priced on top of the firm ones, and an
// alternative in place of the chosen one; ticking an optional line therefore
// adds exactly its printed net (and the charges printed for it) to the totals.
//
// # Files
//
// LoadBook, LoadProcedure, LoadTaxes and LoadRates read YAML (or JSON, which is
// YAML). Field names are the json tags of the types, with the short forms shown
// here; every mistake is reported with file, line and column.
//
//	book: bikes-eur
//	name: {en: Bikes, fr: Vélos}
//	currency: EUR
//	precision: 2                # decimals of unit nets; default: the minor unit
//	from: 2026-01-01            # validity, both days included; open by default
//	items:                      # SKU: price, or fields, or a list of either
//	  HELMET: 59.90
//	  LOCK: {price: 39.90, cost: 18, floor: 30, hard_floor: true}
//	  SERVICE:
//	    - {price: 120, period: year}
//	    - {price: 99, period: year, segment: dealer}
//	  MAINTENANCE: {percent_of: {percent: 18, families: [hardware]}, period: year}
//	  SCREWS: {price: 12, per: 100}                  # 0.12 each
//	  STARTER-KIT: {bundle: [{item: HELMET, quantity: 1, discount: 10}, {item: LOCK, quantity: 1}]}
//	models:
//	  city-bike:                # the base price, with any fields of an entry
//	    price: 1990
//	    cost: 1100
//	    options:                # attribute: option: surcharge, or fields
//	      motor: {m250: 0, m500: {price: 450, cost: 260}}
//	      finish: {matt: {percent: 3}}               # percent of the list price
//	  conveyor:
//	    formula: 800 + config.length * 0.45
//	    attributes:             # attribute: price of its number
//	      length: {price: 0.9, per_number: true, per: 100}
//	      width: {price: 85, per_number: true, per_number_of: length, per: 1000000}
//	      boxes/size: {matrix: box}                  # inside component "boxes"
//	entries:                    # the full form, for any key
//	  - {item: HELMET, price: 55, customer: C-1001, to: 2026-06-30}
//	matrices:
//	  - {code: box, lookup: next_larger, rows: size, row_steps: [100, 200], prices: [[12], [19.5]]}
//	tiers:                      # kind: range, graduated (from 0) or block (prices)
//	  - {code: fleet, model: city-bike, kind: range, slabs: [{from: 10, percent: 5}]}
//	terms:
//	  - {months: 24, percent: 5, family: services}
//	charges:                    # kind: fixed, weight, unit or percent
//	  - {code: freight, name: {en: Freight, fr: Port}, kind: weight, slabs: [{from: 0, price: 15}, {from: 30, price: 49}],
//	     when: quote.net < 2000}
//	promotions:
//	  - {code: SPRING, name: {en: Spring, fr: Printemps}, from: 2026-03-01, to: 2026-05-31, percent: 10, families: [bikes]}
//	contracts:
//	  - {code: K-7, customer: C-1001, prices: [{item: LOCK, price: 35}], discounts: [{family: bikes, percent: 4}]}
//	derived: {from: bikes-eur, factor: 1.08, ending: 0.90}   # in a book made from another
//
//	procedure: house
//	steps:                      # see StepKind
//	  - {id: list, kind: list}
//	  - {id: loyalty, kind: percent, when: customer.segment == "dealer", value: 2}
//	  - {id: carbon, kind: amount, model: city-bike, when: config.motor == "m500", value: "20"}
//	  - {id: manual, kind: manual}
//	  - {id: rounding, kind: rounding}
//	  - {id: tax, kind: tax}
//
//	taxes: fr                   # the first rule that fits decides
//	rules:
//	  - {classes: [reduced], seller: FR, ship_to: FR, category: S, rate: 5.5}
//	  - {seller: FR, ship_to: EU, status: business, category: K, rate: 0, reason: {en: Intra-Community supply, fr: Livraison intracommunautaire}}
//	  - {category: S, rate: 20}
//
//	rates:
//	  - {from: EUR, to: USD, date: 2026-01-02, rate: 1.0824}
//
// A book's "table: prices.csv" names a CSV file beside it with more entries, one a
// row; see Book.WithRows for its columns.
//
// Conditions and formulas are in the language of package rules. About a line
// they read line.quantity, .sku, .family, .unit, .model, .section, .period,
// .optional, .contract, .term, .weight, .price (the running price), .list and
// .configured; customer.code, .segment and .status; quote.date, .currency,
// .region, .channel, .ship_to and .term; and for the lines of a model
// config.<attribute>. Conditions of charges and of section and quote steps read
// customer and quote, with quote.net and quote.weight of the firm one-off lines.
package pricing
