package rules

import "fmt"

// Frame holds the values of the names of one Schema: of a whole model, or of
// one instance of a list. Reading is by slot, never by name. A Frame may be
// read by many goroutines at a time, and written by one alone.
type Frame struct {
	schema *Schema
	slots  []any
	parent *Frame
	// siblings are the instances of the list the frame belongs to, index its
	// place among them.
	siblings []any
	index    int
}

// NewFrame returns a frame in which every name holds none.
func (s *Schema) NewFrame() *Frame {
	return &Frame{schema: s, slots: make([]any, len(s.slots))}
}

// Schema returns the schema whose names the frame holds.
func (f *Frame) Schema() *Schema { return f.schema }

// At returns the value in a slot.
func (f *Frame) At(slot int) Value { return Value{f.slots[slot]} }

// Set stores a value. It panics when the value does not fit the slot's type:
// the caller has mixed up two schemas.
func (f *Frame) Set(slot int, v Value) {
	if s := f.schema.slots[slot]; !v.fits(s.Type) {
		panic(fmt.Sprintf("rules: %s (%s) does not fit %s (%s)", v, v.Kind(), s.Path, s.Type.Kind))
	}
	f.slots[slot] = v.raw
}

// SetName is Set by the dotted path of a name ("customer.country"). It reports
// whether the schema has that name.
func (f *Frame) SetName(path string, v Value) bool {
	slot, ok := f.schema.Slot(path)
	if ok {
		f.Set(slot, v)
	}
	return ok
}

// SetList stores the instances of a list and makes f their parent. The frames
// must come from Schema.Element of the slot.
func (f *Frame) SetList(slot int, instances ...*Frame) {
	list := make([]any, len(instances))
	for i, instance := range instances {
		if instance.schema != f.schema.elements[slot] {
			panic("rules: an instance of another list than " + f.schema.slots[slot].Path)
		}
		list[i] = instance
		instance.parent, instance.siblings, instance.index = f, list, i
	}
	f.slots[slot] = list
}

// sibling returns the neighbour at a distance, or nil at the ends.
func (f *Frame) sibling(distance int) *Frame {
	i := f.index + distance
	if i < 0 || i >= len(f.siblings) {
		return nil
	}
	return f.siblings[i].(*Frame)
}
