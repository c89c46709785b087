package pricing

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// Replayed is the outcome of pricing a stored request again.
type Replayed struct {
	// Same is true when the result has the stored bytes.
	Same bool `json:"same"`
	// Replayable is false when the stored result was made under semantics that
	// this binary does not have: then the stored output is the truth, and
	// nothing was compared.
	Replayable bool `json:"replayable"`
	Semantics  int  `json:"semantics"`
	// Pointer is the JSON pointer of the first difference; Line and Step name
	// the line and the waterfall step it is in, if any; Stored and Now are the
	// values there, "" where there is none.
	Pointer string `json:"pointer,omitempty"`
	Line    string `json:"line,omitempty"`
	Step    string `json:"step,omitempty"`
	Stored  string `json:"stored,omitempty"`
	Now     string `json:"now,omitempty"`
}

// Replays lists the semantics that this binary reproduces.
func Replays() []int { return []int{Semantics} }

// Replay prices the stored request with p, which must hold the pins of the
// stored result, and compares the bytes. Both are the canonical JSON of Request
// and Result. The error is a Malformed fault when they cannot be read.
func (p *Pricer) Replay(request, stored []byte) (Replayed, error) {
	var head struct {
		Semantics int `json:"semantics"`
	}
	if err := json.Unmarshal(stored, &head); err != nil {
		return Replayed{}, fault.Wrap(err, fault.Malformed, "unreadable-result", "the stored result cannot be read")
	}
	out := Replayed{Semantics: head.Semantics, Replayable: slices.Contains(Replays(), head.Semantics)}
	if !out.Replayable {
		return out, nil
	}
	var r Request
	decoder := json.NewDecoder(bytes.NewReader(request))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&r); err != nil {
		return Replayed{}, fault.Wrap(err, fault.Malformed, "unreadable-request", "the stored request cannot be read")
	}
	now := p.Price(r).JSON()
	if out.Same = bytes.Equal(stored, now); out.Same {
		return out, nil
	}
	return out, out.locate(stored, now)
}

// locate fills in the first difference.
func (out *Replayed) locate(stored, now []byte) error {
	var a, b any
	if err := json.Unmarshal(stored, &a); err != nil {
		return fault.Wrap(err, fault.Malformed, "unreadable-result", "the stored result cannot be read")
	}
	if err := json.Unmarshal(now, &b); err != nil {
		return fault.Wrap(err, fault.Internal, "unreadable-result", "the new result cannot be read")
	}
	path, found := difference(a, b, nil)
	if !found {
		// Equal values in other bytes: the stored text is not canonical.
		out.Stored, out.Now = "other bytes", "the canonical bytes of the same values"
		return nil
	}
	out.Pointer = "/" + strings.Join(path.keys, "/")
	out.Stored, out.Now = path.a, path.b
	out.Line = name(a, b, path.keys, "lines", "id")
	if out.Line != "" && len(path.keys) > 3 && path.keys[2] == "steps" {
		out.Step = name(child(a, path.keys[:2]), child(b, path.keys[:2]), path.keys[2:], "steps", "id")
	}
	return nil
}

// mismatch is where two values differ, and what they are there.
type mismatch struct {
	keys []string
	a, b string
}

// order of the fields in which a reader wants to hear of the first difference:
// what comes first in the price comes first.
var order = []string{"semantics", "date", "currency", "pins", "lines", "id", "quantity", "per", "entry", "steps", "list", "configured",
	"before_manual", "unit_net", "net", "final_net"}

// difference finds the first place in which two decoded documents differ.
func difference(a, b any, keys []string) (mismatch, bool) {
	switch x := a.(type) {
	case map[string]any:
		if y, ok := b.(map[string]any); ok {
			for _, key := range fields(x, y) {
				if m, found := difference(x[key], y[key], append(slices.Clone(keys), key)); found {
					return m, true
				}
			}
			return mismatch{}, false
		}
	case []any:
		if y, ok := b.([]any); ok {
			for i := range max(len(x), len(y)) {
				if m, found := difference(at(x, i), at(y, i), append(slices.Clone(keys), fmt.Sprint(i))); found {
					return m, true
				}
			}
			return mismatch{}, false
		}
	default:
		if a == b {
			return mismatch{}, false
		}
	}
	return mismatch{keys: keys, a: text(a), b: text(b)}, true
}

// fields returns the keys of both documents in the order of telling.
func fields(x, y map[string]any) []string {
	var out []string
	for key := range x {
		out = append(out, key)
	}
	for key := range y {
		if _, both := x[key]; !both {
			out = append(out, key)
		}
	}
	rank := func(key string) int {
		if i := slices.Index(order, key); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortFunc(out, func(a, b string) int {
		if d := rank(a) - rank(b); d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	return out
}

func at(list []any, i int) any {
	if i < len(list) {
		return list[i]
	}
	return nil
}

func text(v any) string {
	if v == nil {
		return ""
	}
	if s, ok := v.(string); ok {
		return s
	}
	out, _ := json.Marshal(v) // decoded from JSON
	return string(out)
}

// child follows keys into a decoded document.
func child(v any, keys []string) any {
	for _, key := range keys {
		switch x := v.(type) {
		case map[string]any:
			v = x[key]
		case []any:
			i := 0
			_, _ = fmt.Sscan(key, &i) // made by difference
			v = at(x, i)
		default:
			return nil
		}
	}
	return v
}

// name returns the field of the element of a list that keys lead into.
func name(a, b any, keys []string, list, field string) string {
	if len(keys) < 2 || keys[0] != list {
		return ""
	}
	for _, v := range []any{a, b} {
		if m, ok := child(v, keys[:2]).(map[string]any); ok {
			if s, ok := m[field].(string); ok {
				return s
			}
		}
	}
	return ""
}
