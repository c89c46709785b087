package money

import "fmt"

// Amount is a number of units of a currency.
type Amount struct {
	Value    Decimal  `json:"amount"`
	Currency Currency `json:"currency"`
}

// Of returns an amount of value in currency.
func Of(value Decimal, currency Currency) Amount { return Amount{value, currency} }

// Add returns a + b, or an error when the currencies differ.
func (a Amount) Add(b Amount) (Amount, error) {
	if a.Currency != b.Currency {
		return Amount{}, fmt.Errorf("cannot add %s to %s", b.Currency, a.Currency)
	}
	return Amount{a.Value.Add(b.Value), a.Currency}, nil
}

// Round returns a at its currency's minor unit, half away from zero.
func (a Amount) Round() Amount {
	return Amount{a.Value.Round(a.Currency.Minor()), a.Currency}
}

// String returns the amount with all its decimals and at least those of the
// minor unit, then the code: "19.90 EUR".
func (a Amount) String() string {
	return a.Value.StringFixed(max(a.Value.Scale(), a.Currency.Minor())) + " " + a.Currency.Code()
}
