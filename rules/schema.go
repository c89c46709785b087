package rules

import (
	"fmt"
	"strings"
	"sync"

	"github.com/expr-lang/expr/conf"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// Limits of a schema.
const (
	// MaxDepth is how deep lists may nest.
	MaxDepth = 6
	// MaxInstances is the most instances one list may have.
	MaxInstances = 10000
)

// Slot is one place of a Frame.
type Slot struct {
	// Path is the dotted name: "motor", "customer.country".
	Path     string
	Type     Type
	Optional bool
}

// Schema is the typed set of names that expressions can read, with the tables
// they can use. It is immutable and safe for concurrent use; build one per
// model version.
type Schema struct {
	slots []Slot
	// names resolves a dotted path: of a value to its slot, of an object to -1.
	names map[string]int
	// order lists the first-level names, objects included, as declared.
	order    []string
	elements map[int]*Schema
	parent   *Schema
	// place is the slot of the list in the parent.
	place int
	// ordered is set on the schema of instances of an ordered list.
	ordered bool
	limit   int
	shared  *shared
}

// shared is what a schema and the schemas of its lists have in common.
type shared struct {
	tables     map[string]*Table
	tableOrder []string
	machines   sync.Pool
	// config is expr's; its type cache is written while compiling.
	compiling sync.Mutex
	config    *conf.Config
}

// NewSchema returns the schema of the names and tables. The error is a
// *fault.Error with every mistake: reserved, malformed or repeated names, lists
// nested deeper than MaxDepth or longer than MaxInstances.
func NewSchema(names []Name, tables ...*Table) (*Schema, error) {
	b := &schemaBuilder{}
	common := &shared{tables: make(map[string]*Table, len(tables)), config: newConfig(), machines: sync.Pool{New: newMachine}}
	for _, t := range tables {
		if common.tables[t.Name] != nil {
			b.add("duplicate-name", "table %q is declared twice", t.Name)
		}
		common.tables[t.Name] = t
		common.tableOrder = append(common.tableOrder, t.Name)
	}
	s := b.schema(names, nil, common, 0)
	if err := fault.FromIssues("invalid-schema", "the names of the rules have mistakes", b.issues); err != nil {
		return nil, err
	}
	return s, nil
}

type schemaBuilder struct{ issues []fault.Issue }

func (b *schemaBuilder) add(kind, format string, args ...any) {
	b.issues = append(b.issues, fault.Issue{Kind: kind, Message: fmt.Sprintf(format, args...)})
}

func (b *schemaBuilder) schema(names []Name, parent *Schema, common *shared, depth int) *Schema {
	s := &Schema{names: make(map[string]int), elements: make(map[int]*Schema), parent: parent, shared: common}
	for _, n := range names {
		s.order = append(s.order, n.Name)
	}
	b.names(s, "", names, depth)
	return s
}

// names gives each name its slot; the fields of objects follow in place.
func (b *schemaBuilder) names(s *Schema, prefix string, names []Name, depth int) {
	for _, n := range names {
		path := prefix + n.Name
		problem := CheckName(n.Name)
		if s.parent != nil {
			problem = CheckElementName(n.Name)
		}
		if problem != "" {
			b.add("invalid-name", "%q: %s", path, problem)
		}
		if _, twice := s.names[path]; twice {
			b.add("duplicate-name", "%q is declared twice", path)
		}
		if n.Type.Kind == ObjectKind {
			s.names[path] = -1
			b.names(s, path+".", n.Type.Fields, depth)
			continue
		}
		slot := len(s.slots)
		s.names[path] = slot
		s.slots = append(s.slots, Slot{Path: path, Type: n.Type, Optional: n.Optional})
		if n.Type.Kind == ListKind {
			b.list(s, slot, path, n.Type, depth+1)
		}
	}
}

func (b *schemaBuilder) list(s *Schema, slot int, path string, t Type, depth int) {
	if depth > MaxDepth {
		b.add("too-deep", "%q: lists nest at most %d deep", path, MaxDepth)
		return
	}
	if t.Max < 0 || t.Max > MaxInstances {
		b.add("too-long", "%q: a list has at most %d instances, not %d", path, MaxInstances, t.Max)
	}
	e := b.schema(t.Fields, s, s.shared, depth)
	e.place, e.ordered, e.limit = slot, t.Ordered, t.Max
	s.elements[slot] = e
}

// Slot returns the slot of a dotted path, and whether it names a value.
func (s *Schema) Slot(path string) (int, bool) {
	slot, ok := s.names[path]
	return slot, ok && slot >= 0
}

// Slots returns the description of every slot. The caller must not change it.
func (s *Schema) Slots() []Slot { return s.slots }

// Element returns the schema of the instances of the list in a slot, or nil.
func (s *Schema) Element(slot int) *Schema { return s.elements[slot] }

// Table returns the named table, or nil.
func (s *Schema) Table(name string) *Table { return s.shared.tables[name] }

// words are never names, because the language uses them.
var words = map[string]bool{
	"true": true, "false": true, "nil": true, "not": true, "and": true, "or": true, "in": true,
	"matches": true, "contains": true, "startsWith": true, "endsWith": true, "let": true,
	"if": true, "else": true, "parent": true,
}

// CheckName returns why a word cannot be a name in rules, or "". Names are
// ASCII letters, digits and underscores, and begin with a letter.
func CheckName(name string) string {
	switch {
	case name == "":
		return "a name cannot be empty"
	case words[name]:
		return "the word belongs to the rule language"
	case strings.Trim(name, nameCharacters) != "" || !strings.ContainsRune(nameLetters, rune(name[0])):
		return "a name has letters a-z, digits and underscores only, and begins with a letter"
	}
	return ""
}

// CheckElementName is CheckName for what the instances of a list have.
func CheckElementName(name string) string {
	if name == "position" || name == "next" || name == "prev" {
		return "instances of a list have a " + name + " of their own"
	}
	return CheckName(name)
}

const (
	nameLetters    = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	nameCharacters = nameLetters + "0123456789_"
)
