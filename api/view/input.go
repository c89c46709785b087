package view

import (
	"encoding/json"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// NewCustomer is a customer to add; Country alone stands for an address of
// which only that is known.
type NewCustomer struct {
	quotes.Customer
	Country string `json:"country"`
}

// Domain returns the customer to save.
func (c NewCustomer) Domain() quotes.Customer {
	out := c.Customer
	if c.Country != "" && len(out.Addresses) == 0 {
		out.Addresses = []quotes.Address{{Code: "main", Country: c.Country}}
	}
	for i := range out.Contacts {
		if out.Contacts[i].ID == identity.Nil {
			out.Contacts[i].ID = identity.NewID()
		}
	}
	return out
}

// NewQuote is a quote to create; the header's fields stand beside the quote's
// own.
type NewQuote struct {
	quotes.NewQuote
	quotes.ContentPatch
	Customer *NewCustomer `json:"customer"`
	Lines    []LineInput  `json:"lines"`
}

// Domain returns the quote to create, without the customer written in it.
func (n NewQuote) Domain() quotes.NewQuote {
	out := n.NewQuote
	out.Header = n.ContentPatch
	out.Lines = lines(n.Lines)
	return out
}

// LineInput is a line to add. A pick's value may be written as a text, a
// number or a truth value.
type LineInput struct {
	quotes.NewLine
	Picks []configurator.Pick `json:"picks"`
}

func lines(in []LineInput) []quotes.NewLine {
	out := make([]quotes.NewLine, len(in))
	for i, l := range in {
		out[i] = l.NewLine
		out[i].Picks = Picks(l.Picks)
	}
	return out
}

// LineChange is a merge patch of one line: an absent field stays, null clears.
type LineChange struct {
	quotes.LinePatch
}

// UnmarshalJSON reads a merge patch.
func (c *LineChange) UnmarshalJSON(b []byte) error {
	var patch Merge
	if err := json.Unmarshal(b, &patch); err != nil {
		return err
	}
	if raw, ok := patch["picks"]; ok {
		var picks []configurator.Pick
		if err := json.Unmarshal(raw, &picks); err != nil {
			return err
		}
		domain := Picks(picks)
		c.Picks = &domain
		delete(patch, "picks")
	}
	return patch.Apply(&c.LinePatch)
}

// LineEdits is one edit of a revision's lines.
type LineEdits struct {
	Add    []LineInput   `json:"add"`
	Change []LineChange  `json:"change"`
	Remove []identity.ID `json:"remove"`
	Order  []identity.ID `json:"order"`
}

// Domain returns the changes to make.
func (e LineEdits) Domain() quotes.Changes {
	out := quotes.Changes{Add: lines(e.Add), Remove: e.Remove, Order: e.Order}
	for _, c := range e.Change {
		out.Change = append(out.Change, c.LinePatch)
	}
	return out
}

// Picks returns a line's picks with every value as text, the form that is kept
// and that any attribute type reads.
func Picks(in []configurator.Pick) []quotes.Pick {
	out := make([]quotes.Pick, len(in))
	for i, p := range in {
		op := p.Op
		if op == "" {
			op = configurator.Set
		}
		out[i] = quotes.Pick{Path: p.Path, Op: string(op), Value: p.Value.String()}
	}
	return out
}

// LineImport are lines to add to a revision.
type LineImport struct {
	Lines   []LineInput `json:"lines"`
	Replace bool        `json:"replace"`
}

// Domain returns the lines to import.
func (l LineImport) Domain() quotes.LineImport {
	return quotes.LineImport{Lines: lines(l.Lines), Replace: l.Replace}
}

// NewFavourite is a line to keep.
type NewFavourite struct {
	quotes.Favourite
	Picks []configurator.Pick `json:"picks"`
}

// Domain returns the favourite to keep.
func (f NewFavourite) Domain() quotes.Favourite {
	out := f.Favourite
	out.Picks = Picks(f.Picks)
	return out
}
