// Package rules is the expression language of the whole product:
// configuration rules, computed values, bill-of-material conditions, price
// steps and approval conditions are all compiled and evaluated here.
//
// The syntax and the virtual machine are those of expr-lang/expr. Everything
// between is ours: a typed Schema of the names an expression may read, a walk
// that finds all mistakes at once with positions and suggestions, exact decimals
// instead of floats, the semantics of none, and a sandbox.
//
// # The language
//
// Literals are numbers (12.5), texts ("m500") and true or false. Operators are
// and or not, == != < <= > >=, in, + - * / %, and ? :. Beside them:
//
//	motor == "m500"                  an option; an unknown one is refused
//	motor.power >= 500               a property of the chosen option
//	"usb" in ports                   an option of a set
//	size in ["s", "m"], n in 1..9    one of several
//	has(x)                           x has a value
//	implies(a, b)                    not a or b
//	allowed("table", x, y)           the values are a row of the table
//	lookup("table", x, "column")     the cell of the row whose first cells are the keys
//	count(wheels, .size == 28)       how many instances; also any, all, none, one
//	sum(modules, .power)             over instances; also min and max
//	filter(modules, .kind == "a")    a list with fewer instances, inside an aggregate
//	min(a, b), max(a, b), abs(x), round(x, 2), floor(x), ceil(x)
//	delivery >= "2026-03-31"         a date; date + days, date - date
//	text startsWith "A", endsWith, contains, matches, len(text)
//
// Inside an instance, parent reads the frame around it; in an ordered list
// .position, .next and .prev read the neighbours. In an aggregate over a set of
// options, # is the option and .power its property.
//
// # None
//
// Optional and inactive names hold none. has tests it. A comparison that reads a
// none, also through arithmetic or a property, is false; != is the negation of
// ==, so it is true. A bool that is none counts as false, a set that is none is
// empty. sum, count, min and max skip nones. A look-up without a row, a division
// by zero, min or max of nothing and a number beyond money.MaxDigits are none.
// Logic stays two-valued, and no expression can fail when it runs.
//
// # Invariants
//
//   - Every number is a money.Decimal; no float occurs in any program.
//   - A Program that compiles always ends, within MaxSteps node evaluations.
//   - Names are resolved to slots of a Frame when compiling, never when running.
//   - Schema, Options, Table, Program and Node are immutable and safe for
//     concurrent use; a Frame has one writer.
//
// Package constraint, below, turns programs into formulas for a solver.
package rules
