package rules

import "github.com/quotient-cpq/quotient/internal/lang"

// Kind is the class of a type.
type Kind uint8

// The kinds. Integers and decimals are both NumberKind: inside rules every
// number is an exact decimal.
const (
	NoKind     Kind = iota
	BoolKind        // true or false
	NumberKind      // an exact decimal
	ChoiceKind      // one option of Type.Options
	MultiKind       // a set of options of Type.Options
	DateKind        // a calendar day
	TextKind        // a text
	ListKind        // instances with the names Type.Fields (components, quote lines)
	ObjectKind      // a group of names Type.Fields (customer, line); never a value
)

// Type is the type of a name or of an expression.
type Type struct {
	Kind Kind
	// Options are those of a choice or a multi.
	Options *Options
	// Fields are the names inside an object, or inside each instance of a list.
	Fields []Name
	// Max is the most instances a list can have; it bounds the work of a rule.
	Max int
	// Ordered lists give their instances .position (from 1), .next and .prev.
	Ordered bool
}

// The types without parameters.
var (
	Bool   = Type{Kind: BoolKind}
	Number = Type{Kind: NumberKind}
	Date   = Type{Kind: DateKind}
	Text   = Type{Kind: TextKind}
)

// Choice is the type of one of the options.
func Choice(options *Options) Type { return Type{Kind: ChoiceKind, Options: options} }

// Multi is the type of a set of the options.
func Multi(options *Options) Type { return Type{Kind: MultiKind, Options: options} }

// List is the type of at most limit instances, each with the fields.
func List(limit int, fields ...Name) Type { return Type{Kind: ListKind, Max: limit, Fields: fields} }

// Object is a group of names, read as object.field.
func Object(fields ...Name) Type { return Type{Kind: ObjectKind, Fields: fields} }

// Name declares one name that rules can read.
type Name struct {
	Name string
	Type Type
	// Optional names may hold none (optional or inactive attributes).
	Optional bool
}

// kindNames are what people call the kinds.
var kindNames = [...]lang.Text{
	NoKind:     lang.New("nothing", "rien"),
	BoolKind:   lang.New("a yes/no value", "une valeur oui/non"),
	NumberKind: lang.New("a number", "un nombre"),
	ChoiceKind: lang.New("a choice", "un choix"),
	MultiKind:  lang.New("a set of options", "un ensemble d'options"),
	DateKind:   lang.New("a date", "une date"),
	TextKind:   lang.New("a text", "un texte"),
	ListKind:   lang.New("a list", "une liste"),
	ObjectKind: lang.New("a group of names", "un groupe de noms"),
}

// Label says what people call the kind.
func (k Kind) Label() lang.Text { return kindNames[k] }

// String returns the English label.
func (k Kind) String() string { return kindNames[k].In("en") }
