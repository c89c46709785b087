package quotes

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// This file is what a Store needs to write and read back a Case.

// Audit returns the length and the last hash of the family's audit chain.
func (f Family) Audit() (seq int64, head [32]byte) { return f.auditSeq, f.auditHead }

// WithAudit returns the family with the state of its audit chain.
func (f Family) WithAudit(seq int64, head [32]byte) Family {
	f.auditSeq, f.auditHead = seq, head
	return f
}

// Lead returns the revision that stands for the family in lists: the accepted
// one, else the newest of the main variant that was not discarded, else the
// newest of it.
func (c *Case) Lead() *Revision {
	if won := c.Won(); won != nil {
		return won
	}
	var lead *Revision
	main := c.Family.Main().ID
	for _, r := range c.Revisions {
		if r.Variant != main {
			continue
		}
		if lead == nil || better(r, lead) {
			lead = r
		}
	}
	return lead
}

func better(r, than *Revision) bool {
	if (r.State == Cancelled) != (than.State == Cancelled) {
		return than.State == Cancelled
	}
	return r.Number > than.Number
}

// Locate sets the target of a case that has just been loaded, and gives it the
// lines that Want asked for: those of the revision named, or of the accepted
// one. ordered are the lines of the order named.
func (c *Case) Locate(at At, lines []Line, ordered []OrderLine) {
	switch {
	case at.Revision != identity.Nil:
		c.Target = c.Revision(at.Revision)
	case at.Order != identity.Nil:
		for _, o := range c.Orders {
			if o.ID == at.Order {
				o.Lines = ordered
				c.Target = c.Revision(o.Revision)
			}
		}
	}
	if c.Target != nil && lines != nil {
		c.Target.Lines = lines
	}
}

// BaseTCV is the TCV in the tenant's base currency; ok is false without a rate.
func (r Revision) BaseTCV() (tcv money.Decimal, ok bool) {
	switch {
	case r.Currency == r.Base:
		return r.Totals.TCV, true
	case r.Rate.IsZero():
		return money.Decimal{}, false
	}
	return r.Totals.TCV.Mul(r.Rate).Round(r.Base.Minor()), true
}

// Encode returns the revision's JSON without its lines and approval steps,
// which are stored apart.
func (r Revision) Encode() ([]byte, error) {
	r.Lines, r.Approvals = nil, nil
	return json.Marshal(r)
}

// Encode returns the line's JSON and its digest.
func (l Line) Encode() (doc []byte, digest string, err error) {
	doc, err = json.Marshal(l)
	if err != nil {
		return nil, "", fmt.Errorf("encode line %s: %w", l.ID, err)
	}
	sum := sha256.Sum256(doc)
	return doc, hex.EncodeToString(sum[:]), nil
}

// Encode returns the snapshot's JSON, the bytes that are frozen, and their
// SHA-256 in hex.
func (s Snapshot) Encode() (content []byte, hash string, err error) {
	content, err = json.Marshal(s)
	if err != nil {
		return nil, "", fmt.Errorf("encode snapshot: %w", err)
	}
	sum := sha256.Sum256(content)
	return content, hex.EncodeToString(sum[:]), nil
}
