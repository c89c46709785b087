package constraint

import "github.com/quotient-cpq/quotient/rules"

// Var is a variable of a Space, counted from 0.
type Var int32

// NoVar is the absence of a variable.
const NoVar Var = -1

// Variable describes a Var.
type Variable struct {
	// Kind is BoolKind, NumberKind, ChoiceKind, MultiKind, DateKind or TextKind.
	Kind rules.Kind
	// Options are those of a choice or multi.
	Options *rules.Options
	// Nullable is true when the variable can be none: it is optional, or belongs
	// to an instance that can be absent.
	Nullable bool
	// Instance holds the variable; Slot is its slot there, or -1 for the
	// presence of the instance itself.
	Instance *Instance
	Slot     int
}

// Instance is a frame made of variables: the root, or a possible instance of a
// list.
type Instance struct {
	Schema *rules.Schema
	// Parent holds the list in slot Slot, in which the instance is number Index.
	Parent *Instance
	Slot   int
	Index  int
	// Presence is the bool variable that says whether the instance is there;
	// NoVar for the root and for instances that always are.
	Presence Var

	vars  []Var
	lists map[int][]*Instance
}

// Var returns the variable of a slot, NoVar for a list.
func (i *Instance) Var(slot int) Var { return i.vars[slot] }

// List returns the possible instances of a list slot, in order.
func (i *Instance) List(slot int) []*Instance { return i.lists[slot] }

// Size says how many instances of the list in a slot of the holder there are at
// least and could be at most.
type Size func(holder *Instance, slot int) (least, most int)

// Space is the variables of everything a model could contain.
type Space struct {
	root *Instance
	vars []Variable
}

// NewSpace grounds the schema. size is asked once for every list of every
// instance.
func NewSpace(schema *rules.Schema, size Size) *Space {
	s := &Space{}
	s.root = s.instance(schema, size, &Instance{Presence: NoVar}, false)
	return s
}

// Root returns the outermost instance.
func (s *Space) Root() *Instance { return s.root }

// Len returns the number of variables.
func (s *Space) Len() int { return len(s.vars) }

// Variable describes a variable.
func (s *Space) Variable(v Var) Variable { return s.vars[v] }

func (s *Space) add(v Variable) Var {
	s.vars = append(s.vars, v)
	return Var(len(s.vars) - 1)
}

// instance fills in the variables of an instance and of its lists.
func (s *Space) instance(schema *rules.Schema, size Size, i *Instance, absent bool) *Instance {
	i.Schema, i.lists = schema, make(map[int][]*Instance)
	i.vars = make([]Var, len(schema.Slots()))
	for slot, d := range schema.Slots() {
		if d.Type.Kind == rules.ListKind {
			i.vars[slot] = NoVar
			s.list(i, slot, size, absent)
			continue
		}
		i.vars[slot] = s.add(Variable{
			Kind: d.Type.Kind, Options: d.Type.Options, Nullable: d.Optional || absent, Instance: i, Slot: slot,
		})
	}
	return i
}

func (s *Space) list(holder *Instance, slot int, size Size, absent bool) {
	least, most := size(holder, slot)
	for k := range most {
		e := &Instance{Parent: holder, Slot: slot, Index: k, Presence: NoVar}
		maybe := absent || k >= least
		if maybe {
			e.Presence = s.add(Variable{Kind: rules.BoolKind, Instance: e, Slot: -1})
		}
		s.instance(holder.Schema.Element(slot), size, e, maybe)
		holder.lists[slot] = append(holder.lists[slot], e)
	}
}
