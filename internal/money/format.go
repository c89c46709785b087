package money

import "strings"

// The spaces of typeset numbers.
const (
	noBreakSpace       = "\u00a0"
	narrowNoBreakSpace = "\u202f"
)

// style is how a language writes numbers and amounts.
type style struct {
	group, point string
	symbolFirst  bool
}

// styleOf returns the style of a language; French or, for every other, English.
func styleOf(language string) style {
	if language == "fr" {
		return style{group: narrowNoBreakSpace, point: ","}
	}
	return style{group: ",", point: ".", symbolFirst: true}
}

// Format writes an amount for people at its currency's minor unit, or with all
// its decimals when it has more: "1 234,50 €" in French (a narrow no-break space
// groups, a no-break space stands before the symbol), "€1,234.50" in English.
func Format(a Amount, language string) string {
	places := max(a.Currency.Minor(), a.Value.Scale())
	number := FormatDecimal(a.Value, places, language)
	symbol := Symbol(a.Currency, language)
	if symbol == "" {
		return number
	}
	if !styleOf(language).symbolFirst {
		return number + noBreakSpace + symbol
	}
	if symbol == a.Currency.Code() {
		symbol += noBreakSpace
	}
	if rest, negative := strings.CutPrefix(number, "-"); negative {
		return "-" + symbol + rest
	}
	return symbol + number
}

// FormatDecimal writes a number for people, rounded half away from zero, with
// exactly the given number of decimals and grouped thousands.
func FormatDecimal(d Decimal, places int, language string) string {
	if d.Overflowed() {
		return d.String()
	}
	st := styleOf(language)
	number := d.StringFixed(places)
	digits, negative := strings.CutPrefix(number, "-")
	whole, fraction, hasPoint := strings.Cut(digits, ".")
	var b strings.Builder
	if negative {
		b.WriteByte('-')
	}
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(st.group)
		}
		b.WriteByte(whole[i])
	}
	if hasPoint {
		b.WriteString(st.point + fraction)
	}
	return b.String()
}

// Symbol returns how a language writes the currency beside a number: its symbol
// or, where that would be unclear, its code.
func Symbol(c Currency, language string) string {
	french := language == "fr"
	switch c.code {
	case "EUR":
		return "€"
	case "USD":
		if french {
			return "$US"
		}
		return "$"
	case "GBP":
		if french {
			return "£GB"
		}
		return "£"
	case "JPY":
		if !french {
			return "¥"
		}
	case "XOF":
		return "F" + noBreakSpace + "CFA"
	case "CAD":
		if french {
			return "$CA"
		}
		return "CA$"
	}
	return c.code
}
