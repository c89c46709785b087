package configurator

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Type is the type of an attribute.
type Type string

// The attribute types.
const (
	ChoiceType  Type = "choice"  // one of the options
	MultiType   Type = "multi"   // a set of the options
	BoolType    Type = "bool"    // yes or no
	IntegerType Type = "integer" // min, max and step required to be finite
	DecimalType Type = "decimal" // like integer, at a fixed scale
	DateType    Type = "date"    // a day between min and max
	TextType    Type = "text"    // takes no part in reasoning

	// CountType and InstanceType occur in answers only: the number of instances
	// of a component, and one instance.
	CountType    Type = "count"
	InstanceType Type = "instance"
)

// Numeric reports whether values of the type are ordered numbers (dates are:
// they count days).
func (t Type) Numeric() bool { return t == IntegerType || t == DecimalType || t == DateType }

// Model is one product model as its author wrote it. A loaded Model is
// immutable and safe for concurrent use; Version names its exact content.
type Model struct {
	Code string
	// Version is "sha256:" and the hash of the model file and everything it
	// includes.
	Version string
	Label   lang.Text
	Help    lang.Text
	Image   string
	// Item is the item code of the configured product itself, or "".
	Item string
	// Context are the read-only inputs (country, segment, quantity): they act
	// as picks the user cannot change.
	Context []*Attribute
	Body
	Tables []*Table
	// Needs are guided-selling questions whose answers constrain attributes.
	Needs []*Need
	// LeadTime yields calendar days from order to delivery; the zero Expr is none.
	LeadTime Expr
	Tests    []*Test
	// Files are the names of the files that were read, the model file first.
	Files []string

	// bound is the model with its expressions compiled against boundTables.
	bound       *bound
	boundTables []*Table
}

// Body is what a model and a component have in common.
type Body struct {
	Groups      []*Group
	Attributes  []*Attribute
	Components  []*Component
	Rules       []*Rule
	Preferences []*Preference
	BOM         []*BOMLine
	Routing     []*Operation
}

// Expr is one expression of the rule language with its place in the source.
// An Expr with empty Text is absent.
type Expr struct {
	Text string
	Pos  fault.Position
}

// IsZero reports whether the expression is absent.
func (e Expr) IsZero() bool { return e.Text == "" }

// Window is the time during which something is in force, both days included;
// a zero day is open.
type Window struct {
	From, To civil.Date
}

// String renders the window, "" when it is open on both sides.
func (w Window) String() string {
	if w.From.IsZero() && w.To.IsZero() {
		return ""
	}
	return w.From.String() + " to " + w.To.String()
}

// Contains reports whether day lies in the window.
func (w Window) Contains(day civil.Date) bool {
	return (w.From.IsZero() || !day.Before(w.From)) && (w.To.IsZero() || !day.After(w.To))
}

// Group is a step of the configurator: attributes and components name it.
type Group struct {
	Code   string
	Label  lang.Text
	Help   lang.Text
	Image  string
	Active Expr
	Pos    fault.Position
}

// Attribute is one decision, or one computed value.
type Attribute struct {
	Code  string
	Type  Type
	Label lang.Text
	Help  lang.Text
	Image string
	Group string
	// Unit is shown beside numbers ("mm"); it takes no part in reasoning.
	Unit string
	// Item is the item code billed for a number or a bool that is chosen, or "".
	Item     string
	Required bool
	// Default is laid on when the picks leave it possible; nil is none given.
	// A multi may have several.
	Default []Value
	Options []*Option
	// Min and Max bound numbers and dates (days since 1970-01-01), and the
	// number of options of a multi; for text, the length in characters.
	Min, Max money.Decimal
	// Step counts from Min; 1 at the attribute's scale when not given.
	Step money.Decimal
	// Scale is the number of decimals of a DecimalType.
	Scale int32
	// Pattern is an RE2 expression a text must match as a whole, or "".
	Pattern string
	// Active is false while the attribute is absent; Visible only hides it.
	Active, Visible Expr
	// Computed is the expression of an attribute nobody picks.
	Computed Expr
	// Technical attributes are printed as technical data on the quote.
	Technical bool
	// Was are former codes, for upgrade.
	Was []string
	Pos fault.Position
}

// Option is one value of a choice or multi attribute.
type Option struct {
	Code  string
	Label lang.Text
	Help  lang.Text
	Image string
	// Item is the item code of the option, or "".
	Item string
	// Quantity is how many of Item one option stands for; 1 when not given.
	Quantity money.Decimal
	// Properties are read by rules as attribute.property: numbers, bools or texts.
	Properties map[string]Value
	Window     Window
	// Synonyms help the search in the configurator.
	Synonyms []string
	Was      []string
	Pos      fault.Position
}

// Table lists allowed combinations, or look-up rows.
type Table struct {
	Code string
	// Columns name the columns; each takes the type of its values.
	Columns []string
	// Keys is the number of leading columns that identify a row in lookup.
	Keys   int
	Rows   [][]Value
	Window Window
	Pos    fault.Position
	// RowPos holds the position of each row.
	RowPos []fault.Position

	// csv names the file beside the model that holds the rows; cells are the
	// rows as written, before the columns take their types.
	csv   string
	cells [][]scalar
}

// Component is a nested sub-model with instances.
type Component struct {
	Code  string
	Label lang.Text
	Help  lang.Text
	Image string
	Group string
	// Item is the item code of one instance, or "".
	Item string
	// Min and Max bound the number of instances.
	Min, Max int
	// Default is the number of instances laid on by default; Min when absent.
	Default int
	// Ordered components give their instances .position, .next and .prev.
	Ordered         bool
	Active, Visible Expr
	Was             []string
	Body
	Pos fault.Position
}

// Severity tells what a violated rule does.
type Severity string

// The severities of a rule.
const (
	ErrorSeverity    Severity = "error"    // narrows domains
	WarningSeverity  Severity = "warning"  // is shown, never narrows
	ApprovalSeverity Severity = "approval" // passes subject to sign-off, never narrows
)

// Rule is a constraint: When implies Require.
type Rule struct {
	Name     string
	Label    lang.Text
	Message  lang.Text
	When     Expr
	Require  Expr
	Severity Severity
	Window   Window
	Pos      fault.Position
}

// Preference is a soft wish with a weight, honoured by Complete.
type Preference struct {
	Name   string
	Prefer Expr
	Weight int64
	Pos    fault.Position
}

// BOMLine is one line of the 150 % bill of materials.
type BOMLine struct {
	// Item is the item code; ItemOf an expression that yields it. One of them.
	Item     string
	ItemOf   Expr
	Label    lang.Text
	Quantity Expr // 1 when absent
	Unit     string
	When     Expr // always when absent
	// Sales lines belong to the sales BOM as well as to the manufacturing BOM.
	Sales    bool
	Children []*BOMLine
	Pos      fault.Position
}

// Operation is one step of the routing. Times are minutes.
type Operation struct {
	Code   string
	Label  lang.Text
	Centre string
	Setup  Expr
	Run    Expr
	When   Expr
	Pos    fault.Position
}

// Need is a guided-selling question; each answer requires something.
type Need struct {
	Code    string
	Label   lang.Text
	Help    lang.Text
	Answers []*Answer
	Pos     fault.Position
}

// Answer is one answer to a Need and what it requires.
type Answer struct {
	Code    string
	Label   lang.Text
	Require Expr
	Pos     fault.Position
}

// Test is an example of use that must stay true for a model to be published.
type Test struct {
	Name  string
	Given []Pick
	// GivenPos holds the position of each pick.
	GivenPos []fault.Position
	Context  map[string]Value
	Expect   Expectation
	Pos      fault.Position
}

// Expectation is what a Test demands; absent members demand nothing.
type Expectation struct {
	Valid    *bool
	Complete *bool
	// Because names rules of which at least one must explain an invalid test.
	Because []string
	// Values are attribute values after defaults, by path.
	Values []ExpectedValue
	// Price is the net price a Pricer must return.
	Price *money.Decimal
	// BOM lists items and quantities that must appear.
	BOM      []ExpectedItem
	LeadTime *int
}

// ExpectedValue demands a state of one value of an attribute.
type ExpectedValue struct {
	Path  string
	Value Value
	// State is the state the value must have; "" demands that the attribute
	// has the value.
	State ValueStatus
	Pos   fault.Position
}

// ExpectedItem demands an item with a quantity in the manufacturing BOM.
type ExpectedItem struct {
	Item     string
	Quantity money.Decimal
	Pos      fault.Position
}
