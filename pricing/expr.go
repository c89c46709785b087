package pricing

// Expr is an expression of the rule language and where its text begins. Its JSON
// form is the text.
type Expr struct {
	Text     string
	Position Position
}

// IsZero reports whether there is no expression.
func (e Expr) IsZero() bool { return e.Text == "" }

// MarshalText writes the text.
func (e Expr) MarshalText() ([]byte, error) { return []byte(e.Text), nil }

// UnmarshalText reads the text.
func (e *Expr) UnmarshalText(text []byte) error {
	*e = Expr{Text: string(text)}
	return nil
}
