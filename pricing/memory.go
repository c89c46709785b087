package pricing

import (
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/money"
)

// memory is what the results of a run are made of. What lines have in common
// they share, and the rest is cut from pieces: large enough for the collector to
// have little to look at, small enough to be in the processor's cache still when
// they are filled.
type memory struct {
	works   arena[work]
	steps   arena[Step]
	inputs  arena[Input]
	own     arena[Origin]
	margins arena[marginBox]
	texts   texts
	origins map[originKey]*shared
	last    *shared // the origin asked for last
	entries map[*price]*EntryRef
}

// originKey names what steps have in common: the step of the procedure, and the
// entry, tier, contract, promotion or step that decided.
type originKey struct {
	step *step
	of   any
}

// shared is an origin with the inputs that its last step had.
type shared struct {
	Origin
	inputs []Input
}

func newMemory(lines int) memory {
	return memory{
		works: arena[work]{chunk: min(lines, 64)}, steps: arena[Step]{chunk: min(16*lines, 512)}, inputs: arena[Input]{chunk: min(16*lines, 1024)},
		own: arena[Origin]{chunk: min(lines, 256)}, margins: arena[marginBox]{chunk: min(lines, 128)},
		origins: make(map[originKey]*shared), entries: make(map[*price]*EntryRef),
	}
}

// origin returns the one origin of all steps that of has decided in s.
func (m *memory) origin(s *step, of any, rule, document, version string) *Origin {
	key := originKey{s, of}
	o := m.origins[key]
	if o == nil {
		o = &shared{Origin: Origin{ID: s.ID, Kind: s.Kind, Rule: rule, Document: document, Version: version}}
		m.origins[key] = o
	}
	m.last = o
	return &o.Origin
}

// keep returns inputs of a step that last: those of an earlier step, where it
// has the same.
func (m *memory) keep(inputs []Input, of *Origin) []Input {
	if m.last == nil || of != &m.last.Origin {
		return m.inputs.keep(inputs, 0)
	}
	if !slices.Equal(inputs, m.last.inputs) {
		m.last.inputs = m.inputs.keep(inputs, 0)
	}
	return m.last.inputs
}

// ownOrigin returns the origin of a step that no other line has.
func (m *memory) ownOrigin(o Origin) *Origin {
	own := m.own.next()
	*own = o
	return own
}

// entry returns the one reference to a price of the book.
func (m *memory) entry(f found) *EntryRef {
	ref := m.entries[f.price]
	if ref == nil {
		ref = &EntryRef{ID: f.ID, Book: f.book.book.Code, Version: f.book.book.Version, Scope: scope(f.bits), To: f.To}
		m.entries[f.price] = ref
	}
	return ref
}

// texts cuts the texts of numbers from large pieces.
type texts struct{ piece strings.Builder }

// pieceSize is the size of a piece in bytes.
const pieceSize = 4096

// of returns d as its String does.
func (t *texts) of(d money.Decimal) string {
	var buffer [48]byte // holds every usual number
	text := d.Append(buffer[:0])
	if t.piece.Cap()-t.piece.Len() < len(text) {
		t.piece.Reset()
		t.piece.Grow(max(pieceSize, len(text)))
	}
	at := t.piece.Len()
	t.piece.Write(text)
	return t.piece.String()[at:]
}
