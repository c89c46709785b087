package pricing

import (
	"bytes"
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// parts is a document taken apart: the canonical JSON of each part, by its kind
// and its key. The kinds are in the order in which a diff tells of them.
type parts struct {
	kinds []string
	all   map[partKey][]byte
}

type partKey struct {
	kind int
	key  string
}

// add adds a part; a second one of the same key is told apart by a number.
func (p *parts) add(kind, key string, part any) {
	rank := slices.Index(p.kinds, kind)
	if rank < 0 {
		rank = len(p.kinds)
		p.kinds = append(p.kinds, kind)
	}
	k := partKey{rank, key}
	for n := 2; p.all[k] != nil; n++ {
		k.key = fmt.Sprintf("%s (%d)", key, n)
	}
	if p.all == nil {
		p.all = map[partKey][]byte{}
	}
	p.all[k] = canonical(part)
}

// diff returns what the later version changes. Both must know the same kinds.
func (p *parts) diff(later *parts) []PartChange {
	keys := maps.Clone(p.all)
	maps.Copy(keys, later.all)
	var out []PartChange
	for _, key := range slices.SortedFunc(maps.Keys(keys), func(a, b partKey) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.key, b.key))
	}) {
		was, is := p.all[key], later.all[key]
		change := PartChange{Part: p.kinds[key.kind], Key: key.key, Change: Changed, Before: string(was), After: string(is)}
		switch {
		case bytes.Equal(was, is):
			continue
		case was == nil:
			change.Change = Added
		case is == nil:
			change.Change = Removed
		}
		out = append(out, change)
	}
	return out
}

// Diff returns what the later version of a procedure changes; the order of its
// steps is part of it.
func (p *Procedure) Diff(later *Procedure) []PartChange { return p.parts().diff(later.parts()) }

func (p *Procedure) parts() *parts {
	out := &parts{kinds: []string{"procedure", "step", "test"}}
	head := *p
	head.Version, head.Steps, head.Tests = "", nil, nil
	order := make([]string, len(p.Steps))
	for i, s := range p.Steps {
		order[i] = s.ID
		out.add("step", s.ID, s)
	}
	for _, t := range p.Tests {
		out.add("test", t.Name, t)
	}
	out.add("procedure", p.Code, struct {
		Procedure
		Order []string `json:"order"`
	}{head, order})
	return out
}

// Diff returns what the later version of a tax table changes; the order of its
// rules is part of it, for the first that fits decides.
func (t *TaxTable) Diff(later *TaxTable) []PartChange { return t.parts().diff(later.parts()) }

func (t *TaxTable) parts() *parts {
	out := &parts{kinds: []string{"tax_table", "rule"}}
	order := make([]string, len(t.Rules))
	for i := range t.Rules {
		order[i] = t.Rules[i].conditions()
		out.add("rule", order[i], t.Rules[i])
	}
	out.add("tax_table", t.Code, order)
	return out
}

// conditions says for what a rule is.
func (t *TaxRule) conditions() string {
	words := slices.Clone(t.Classes)
	for _, c := range []struct{ name, value string }{
		{"seller", t.Seller}, {"ship_to", t.ShipTo}, {"status", t.Status}, {"seller_status", t.SellerStatus},
		{"from", t.From.String()},
	} {
		if c.value != "" {
			words = append(words, c.name+" "+c.value)
		}
	}
	return cmp.Or(strings.Join(words, ", "), "all")
}

// Diff returns what the later version of the rates changes.
func (r *Rates) Diff(later *Rates) []PartChange { return r.parts().diff(later.parts()) }

func (r *Rates) parts() *parts {
	out := &parts{kinds: []string{"rate"}}
	for _, x := range r.Rates {
		out.add("rate", fmt.Sprintf("%s to %s on %s", x.From, x.To, x.Date), x)
	}
	return out
}

// Diff returns what the later version of a contract changes.
func (c *Contract) Diff(later *Contract) []PartChange { return c.parts().diff(later.parts()) }

func (c *Contract) parts() *parts {
	out := &parts{kinds: []string{"contract", "price", "discount"}}
	head := *c
	head.Version, head.Prices, head.Discounts = "", nil, nil
	out.add("contract", c.Code, head)
	for _, p := range c.Prices {
		out.add("price", p.Model+p.Item, p)
	}
	for _, d := range c.Discounts {
		out.add("discount", cmp.Or(d.Item+d.Model+d.Family, "all"), d)
	}
	return out
}

// Diff returns what the later version of a promotion changes.
func (p *Promotion) Diff(later *Promotion) []PartChange { return p.parts().diff(later.parts()) }

func (p *Promotion) parts() *parts {
	head := *p
	head.Version = ""
	out := &parts{kinds: []string{"promotion"}}
	out.add("promotion", p.Code, head)
	return out
}
