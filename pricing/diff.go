package pricing

import (
	"fmt"
	"maps"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// ChangeKind says what became of a part.
type ChangeKind string

// The kinds of change.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Changed ChangeKind = "changed"
)

// PartChange is a part of a price document that another version changes.
type PartChange struct {
	// Part is what kind of part of the document it is, such as "entry", "tier" or
	// "step"; Key names it among its kind.
	Part   string     `json:"part"`
	Key    string     `json:"key"`
	Change ChangeKind `json:"change"`
	// Before and After are the canonical JSON of both versions, or empty.
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// Diff returns what the later version of a book changes: in the order of the
// parts, then of the keys.
func (b *Book) Diff(later *Book) []PartChange { return b.parts().diff(later.parts()) }

func (b *Book) parts() *parts {
	out := &parts{kinds: []string{"book", "entry", "matrix", "tier", "term", "charge", "promotion", "contract"}}
	head := *b
	head.Version, head.Table = "", ""
	head.Entries, head.Matrices, head.Tiers, head.Terms, head.Charges, head.Promotions, head.Contracts = nil, nil, nil, nil, nil, nil, nil
	out.add("book", b.Code, head)
	for i := range b.Entries {
		e := &b.Entries[i]
		out.add("entry", e.key()+e.narrowing(), e)
	}
	for i := range b.Matrices {
		out.add("matrix", b.Matrices[i].Code, b.Matrices[i])
	}
	for i := range b.Tiers {
		out.add("tier", b.Tiers[i].Code, b.Tiers[i])
	}
	for _, t := range b.Terms {
		out.add("term", fmt.Sprintf("%03d months %s%s", t.Months, t.Family, t.Item), t)
	}
	for i := range b.Charges {
		out.add("charge", b.Charges[i].Code, b.Charges[i])
	}
	for i := range b.Promotions {
		out.add("promotion", b.Promotions[i].Code, b.Promotions[i])
	}
	for i := range b.Contracts {
		out.add("contract", b.Contracts[i].Code, b.Contracts[i])
	}
	return out
}

// narrowing tells entries of one key apart: for whom, in what, since when.
func (e *Entry) narrowing() string {
	var out string
	for _, n := range []struct{ name, value string }{
		{"customer", e.Customer}, {"segment", e.Segment}, {"region", e.Region}, {"channel", e.Channel},
		{"currency", e.Currency.Code()}, {"from", e.From.String()},
	} {
		if n.value != "" {
			out += " " + n.name + " " + n.value
		}
	}
	return out
}

// Gaps returns an issue for every stretch of days between two entries of the
// same key, customers and currency on which none of them is valid. A gap is not
// a mistake; publishing shows it.
func (b *Book) Gaps() []fault.Issue {
	groups := map[string][]*Entry{}
	for i := range b.Entries {
		e := &b.Entries[i]
		dateless := *e
		dateless.From = Entry{}.From
		key := e.key() + dateless.narrowing()
		groups[key] = append(groups[key], e)
	}
	var out []fault.Issue
	for _, key := range slices.Sorted(maps.Keys(groups)) {
		group := groups[key]
		slices.SortStableFunc(group, func(a, b *Entry) int { return a.From.Compare(b.From) })
		for i := 1; i < len(group); i++ {
			last, next := group[i-1].To, group[i].From
			if !last.IsZero() && !next.IsZero() && last.AddDays(1).Before(next) {
				out = append(out, fault.Issue{Kind: "gap", Position: group[i].Position, Message: fmt.Sprintf(
					"%s has no price from %s to %s", key, last.AddDays(1), next.AddDays(-1))})
			}
		}
	}
	return out
}
