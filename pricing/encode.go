package pricing

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// JSON returns the canonical bytes of the result: fields in declared order,
// decimals as strings without trailing zeros, keys of maps sorted. It panics
// only on a result that Price has not made.
func (r Result) JSON() []byte { return canonical(r) }

// Hash returns the SHA-256 of the canonical bytes in hex.
func (r Result) Hash() string { return digest(r.JSON()) }

// JSON returns the canonical bytes of the request.
func (r Request) JSON() []byte { return canonical(r) }

// Hash returns the SHA-256 of the canonical bytes in hex.
func (r Request) Hash() string { return digest(r.JSON()) }

func canonical(v any) []byte {
	out, err := json.Marshal(v)
	if err != nil {
		panic("pricing: a value of this package does not encode: " + err.Error())
	}
	return out
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// Public returns the result as those see it who may not see costs: without
// margins, cost-plus inputs, and the figures of steps that read costs.
func (r Result) Public() Result {
	r.Totals.Margin, r.Totals.Uncosted = nil, nil
	sections := make([]SectionResult, len(r.Sections))
	for i, s := range r.Sections {
		s.Margin = nil
		sections[i] = s
	}
	r.Sections = sections
	lines := make([]LineResult, len(r.Lines))
	for i, l := range r.Lines {
		l.Margin = nil
		l.Steps = publicSteps(l.Steps)
		lines[i] = l
	}
	r.Lines = lines
	return r
}

func publicSteps(steps []Step) []Step {
	out := make([]Step, len(steps))
	for i, s := range steps {
		if s.Secret {
			s.Inputs = nil
		}
		out[i] = s
	}
	return out
}
