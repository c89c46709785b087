package document

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// merge appends the pages of annexes, if any, to an offer, and writes it anew: the
// library that makes the offer numbers pictures in the order of a map, and lists
// one that is used twice twice. The same input gives the same bytes. The library
// that reads the files is not used to write them: it numbers objects in the order
// of a map, too, and states the time of writing. Of an annex only what its pages
// need is taken over: no forms, outlines or names.
func merge(offer []byte, annexes [][]byte) (out []byte, err error) {
	defer func() { // the library panics on some broken files
		if caught := recover(); caught != nil {
			err = fmt.Errorf("merge annexes: %v", caught)
		}
	}()
	m := &merger{numbers: map[place]int{}}
	root, pages, info := m.reserve(), m.reserve(), m.reserve()
	var kids types.Array
	count := 0
	for n, text := range append([][]byte{offer}, annexes...) {
		ctx, err := readPDF(text)
		if err != nil {
			return nil, fmt.Errorf("merge annexes: file %d: %w", n, err)
		}
		m.files = append(m.files, ctx)
		catalog, err := ctx.Catalog()
		if err != nil {
			return nil, fmt.Errorf("merge annexes: file %d: %w", n, err)
		}
		tree := m.copied(n, catalog["Pages"]).(types.IndirectRef)
		m.parents = append(m.parents, tree.ObjectNumber.Value())
		kids, count = append(kids, tree), count+ctx.PageCount
		if n == 0 {
			if found, err := ctx.DereferenceDict(*ctx.Info); err == nil {
				m.objects[info] = m.copied(n, found)
			}
		}
	}
	m.objects[root] = types.Dict{"Type": types.Name("Catalog"), "Pages": reference(pages)}
	m.objects[pages] = types.Dict{"Type": types.Name("Pages"), "Kids": kids, "Count": types.Integer(count)}
	m.follow()
	for _, tree := range m.parents {
		node := m.objects[tree].(types.Dict)
		node["Parent"] = reference(pages)
	}
	return m.bytes(root, info), nil
}

// place is where an object comes from.
type place struct{ file, number int }

// merger collects objects under new numbers, in the order in which they are
// reached.
type merger struct {
	files   []*model.Context
	objects []types.Object // by number, from 1
	numbers map[place]int
	waiting []place
	parents []int
}

// reserve returns the next number.
func (m *merger) reserve() int {
	if len(m.objects) == 0 {
		m.objects = append(m.objects, nil)
	}
	m.objects = append(m.objects, types.Dict{})
	return len(m.objects) - 1
}

func reference(number int) types.IndirectRef { return *types.NewIndirectRef(number, 0) }

// follow copies what has been referred to until there is nothing more.
func (m *merger) follow() {
	for len(m.waiting) > 0 {
		next := m.waiting[0]
		m.waiting = m.waiting[1:]
		entry, ok := m.files[next.file].Find(next.number)
		if !ok || entry.Free {
			m.objects[m.numbers[next]] = nil
			continue
		}
		m.objects[m.numbers[next]] = m.copied(next.file, entry.Object)
	}
}

// copied returns an object of a file with the new numbers in its references.
func (m *merger) copied(file int, o types.Object) types.Object {
	switch v := o.(type) {
	case types.IndirectRef:
		at := place{file, v.ObjectNumber.Value()}
		number, known := m.numbers[at]
		if !known {
			number = m.reserve()
			m.numbers[at] = number
			m.waiting = append(m.waiting, at)
		}
		return reference(number)
	case types.Array:
		out := make(types.Array, len(v))
		for i, item := range v {
			out[i] = m.copied(file, item)
		}
		return out
	case types.Dict:
		out := types.Dict{}
		for _, key := range sortedKeys(v) {
			if v[key] != nil {
				out[key] = m.copied(file, v[key])
			}
		}
		return out
	case types.StreamDict:
		v.Dict = m.copied(file, v.Dict).(types.Dict)
		v.Dict["Length"] = types.Integer(len(v.Raw))
		return v
	}
	return o
}

func sortedKeys(d types.Dict) []string {
	keys := make([]string, 0, len(d))
	for key := range d {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

// bytes writes the file with a plain table of cross references.
func (m *merger) bytes(root, info int) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(m.objects))
	for n, o := range m.objects[1:] {
		offsets[n+1] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n", n+1)
		switch v := o.(type) {
		case nil:
			b.WriteString("null")
		case types.StreamDict:
			b.WriteString(v.Dict.PDFString())
			b.WriteString("\nstream\n")
			b.Write(v.Raw)
			b.WriteString("\nendstream")
		default:
			b.WriteString(v.PDFString())
		}
		b.WriteString("\nendobj\n")
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(m.objects))
	for _, at := range offsets[1:] {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	id := sha256.Sum256(b.Bytes())
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(m.objects), root, info, id[:16], id[:16], start)
	return b.Bytes()
}
