package quotes

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Entry is one link of a family's audit chain: an event, its canonical bytes
// and the hash that chains it to the one before.
//
// Hash = SHA-256(previous hash, 8 bytes of big-endian length of Payload,
// Payload, Changes). Personal holds what may be erased (the actor's name, the
// signer) and is not hashed, so erasure leaves the chain valid.
type Entry struct {
	Event Event `json:"event"`
	// Payload is the event's JSON exactly as hashed and stored.
	Payload []byte `json:"-"`
	// Changes is the JSON list of what changed, exactly as hashed.
	Changes  []byte            `json:"-"`
	Personal map[string]string `json:"personal,omitempty"`
	Prev     [32]byte          `json:"-"`
	Hash     [32]byte          `json:"-"`
}

// Change is one field an action changed, for timelines.
type Change struct {
	Field  string `json:"field"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
	// Cost marks figures that are not shown without see_cost.
	Cost bool `json:"cost,omitempty"`
}

// chainHash computes the hash of an entry from its parts.
func chainHash(prev [32]byte, payload, changes []byte) [32]byte {
	h := sha256.New()
	h.Write(prev[:])
	var n [8]byte
	binary.BigEndian.PutUint64(n[:], uint64(len(payload)))
	h.Write(n[:])
	h.Write(payload)
	h.Write(changes)
	return [32]byte(h.Sum(nil))
}

// VerifyChain checks that the entries of one family are its whole history: the
// sequence has no gap, every hash follows from the one before and from the
// bytes stored, and the last hash is the head that the family keeps. It returns
// an Internal fault naming the first entry that does not fit.
func VerifyChain(entries []Entry, length int64, head [32]byte) error {
	var prev [32]byte
	for n, e := range entries {
		broken := func(why string) error {
			return fault.New(fault.Internal, "audit-chain-broken", "audit entry %d of quote %s: %s", n+1, e.Event.Family, why)
		}
		switch {
		case e.Event.Seq != int64(n+1):
			return broken(fmt.Sprintf("carries the sequence number %d", e.Event.Seq))
		case e.Prev != prev:
			return broken("does not follow the entry before it")
		case chainHash(e.Prev, e.Payload, e.Changes) != e.Hash:
			return broken("its content has been altered")
		}
		prev = e.Hash
	}
	if int64(len(entries)) != length || prev != head {
		return fault.New(fault.Internal, "audit-chain-broken", "the audit chain has %d entries, the quote counts %d", len(entries), length)
	}
	return nil
}

// record appends an event about r (nil for the family) to the case's writes,
// filling in what every event carries.
func (c *Case) record(by stamp, e Event, r *Revision, changes []Change, personal map[string]string) error {
	f := &c.Family
	f.auditSeq++
	if by.now.After(f.UpdatedAt) {
		f.UpdatedAt = by.now
	}
	e.ID, e.Tenant, e.Schema, e.Seq = identity.NewID(), f.Tenant, EventSchema, f.auditSeq
	e.RecordedAt = by.now
	if e.OccurredAt.IsZero() {
		e.OccurredAt = by.now
	}
	e.ActorID, e.ActorKind = by.actor.ID, by.actor.Kind
	c.describe(&e, r)

	entry := Entry{Event: e, Prev: f.auditHead, Personal: map[string]string{}}
	for k, v := range personal {
		if v != "" {
			entry.Personal[k] = v
		}
	}
	if by.actor.Name != "" {
		entry.Personal["actor"] = by.actor.Name
	}
	var err error
	if entry.Payload, err = json.Marshal(e); err != nil {
		return fmt.Errorf("encode event: %w", err)
	}
	if changes == nil {
		changes = []Change{}
	}
	if entry.Changes, err = json.Marshal(changes); err != nil {
		return fmt.Errorf("encode changes: %w", err)
	}
	entry.Hash = chainHash(entry.Prev, entry.Payload, entry.Changes)
	f.auditHead = entry.Hash
	c.writes.Entries = append(c.writes.Entries, entry)
	return nil
}

// describe fills the dimensions and measures of an event.
func (c *Case) describe(e *Event, r *Revision) {
	f := c.Family
	e.Family, e.Number = f.ID, f.Number
	if e.Number == "" {
		e.Number = f.Reference
	}
	e.Imported = f.Imported
	e.RequestedAt, e.FirstSentAt = f.RequestedAt, f.FirstSentAt
	e.Dimensions = Dimensions{
		Owner: f.Owner, Team: f.Team, Customer: f.Customer,
		Region: c.Customer.Region, Segment: c.Customer.Segment, Channel: c.Customer.Channel,
		Source: f.Source, Campaign: f.Campaign, NewCustomer: c.Customer.FirstOrderAt.IsZero() || !e.OccurredAt.After(c.Customer.FirstOrderAt),
	}
	if a, ok := c.Customer.Address(""); ok {
		e.Country = a.Country
	}
	if r == nil {
		return
	}
	e.Revision, e.Variant, e.Ordinal = r.ID, r.Letter, r.Number
	e.Main = f.variant(r.Variant).Main
	e.ValidUntil, e.ExpiresAt = r.ValidUntil, r.ExpiresAt(c.Zone())
	e.SubmittedAt = r.SubmittedAt
	e.Measures = Measures{Currency: r.Currency, Base: r.Base, Rate: r.Rate,
		Totals: r.Totals, Families: r.Families, Lines: r.LineCount}
	if r.Acceptance != nil && r.Acceptance.Totals != nil {
		e.Totals, e.Families, e.Lines = *r.Acceptance.Totals, r.Acceptance.Families, len(r.Acceptance.Chosen)
	}
}

// stamp is who does something and when.
type stamp struct {
	actor identity.Actor
	now   time.Time
}
