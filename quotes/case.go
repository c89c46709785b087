package quotes

import (
	"cmp"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Case is one family with what a transition may read and change, loaded by the
// Store: under the family's lock inside Update, without it from Load. It is
// used by one goroutine.
type Case struct {
	Settings Settings
	Customer Customer
	Family   Family
	// Revisions are all of the family, oldest first. Lines are loaded only as
	// asked for by Want.
	Revisions []*Revision
	// Target is the revision named by At, nil where none was.
	Target *Revision
	// Orders are the family's, oldest first, without their lines.
	Orders   []*Order
	Balances []Balance
	Snapshot *Snapshot
	// Take returns the next number of a gapless series ("quote", "order") of a
	// year; only inside Update.
	Take func(series string, year int) (int64, error)

	zone   *time.Location
	writes Writes
}

// Writes is what a transition changed, for the Store to write.
type Writes struct {
	// FamilyNew and FamilyChanged ask for an insert or an update of the family
	// and its variants. Any entry moves the family's audit head as well.
	FamilyNew, FamilyChanged bool
	// NewRevisions come with their lines, if any.
	NewRevisions []*Revision
	// Revisions changed in anything but their lines.
	Revisions []*Revision
	// Lines are the revisions whose lines are to be replaced.
	Lines []*Revision
	// Steps are the revisions whose approval steps changed.
	Steps []*Revision
	// Attachments are the revisions whose files changed; File is the content of
	// one that was added.
	Attachments []*Revision
	File        *File
	// Approved is the content that has just been approved.
	Approved *Approval
	// Sending is the progress of a send that has just begun.
	Sending  *SendProgress
	Snapshot *Snapshot
	Document *Document
	// Balances replace those of their line.
	Balances []Balance
	// NewOrders come with lines; Orders changed in anything but them.
	NewOrders, Orders []*Order
	// Customer is set when the customer changed (first order, no prospect).
	Customer *Customer
	Entries  []Entry
}

// Writes returns what fn changed, for the Store.
func (c *Case) Writes() *Writes { return &c.writes }

// Revision returns the revision with the id, or nil.
func (c *Case) Revision(id identity.ID) *Revision {
	for _, r := range c.Revisions {
		if r.ID == id {
			return r
		}
	}
	return nil
}

// Won returns the accepted or ordered revision, or nil.
func (c *Case) Won() *Revision {
	for _, r := range c.Revisions {
		if r.State.Won() {
			return r
		}
	}
	return nil
}

// siblings returns the other revisions of r's variant.
func (c *Case) siblings(r *Revision) []*Revision {
	var out []*Revision
	for _, other := range c.Revisions {
		if other.Variant == r.Variant && other.ID != r.ID {
			out = append(out, other)
		}
	}
	return out
}

// openIn returns the open revision of a variant, or nil.
func (c *Case) openIn(variant identity.ID) *Revision {
	for _, r := range c.Revisions {
		if r.Variant == variant && r.State.Open() {
			return r
		}
	}
	return nil
}

// Zone is the tenant's time zone.
func (c *Case) Zone() *time.Location {
	if c.zone == nil {
		c.zone = c.Settings.Location()
	}
	return c.zone
}

// checkVersion compares the version the caller saw with the present one.
func checkVersion(given, present int64, what string) error {
	if given == 0 || given == present {
		return nil
	}
	return fault.New(fault.PreconditionFailed, "stale-version",
		"the %s has been changed meanwhile: you saw version %d, it is now version %d", what, given, present).
		With("version", present)
}

// touch notes that the head of r changed.
func (c *Case) touch(r *Revision) {
	if !slices.Contains(c.writes.Revisions, r) && !slices.Contains(c.writes.NewRevisions, r) {
		r.Version++
		c.writes.Revisions = append(c.writes.Revisions, r)
	}
}

// touchLines notes that the lines of r changed too.
func (c *Case) touchLines(r *Revision) {
	c.touch(r)
	if !slices.Contains(c.writes.Lines, r) && !slices.Contains(c.writes.NewRevisions, r) {
		c.writes.Lines = append(c.writes.Lines, r)
	}
}

// touchSteps notes that the approval steps of r changed.
func (c *Case) touchSteps(r *Revision) {
	c.touch(r)
	if !slices.Contains(c.writes.Steps, r) {
		c.writes.Steps = append(c.writes.Steps, r)
	}
}

// touchAttachments notes that the files of r changed.
func (c *Case) touchAttachments(r *Revision) {
	c.touch(r)
	if !slices.Contains(c.writes.Attachments, r) {
		c.writes.Attachments = append(c.writes.Attachments, r)
	}
}

// touchFamily notes that the family changed.
func (c *Case) touchFamily(now time.Time) {
	if !c.writes.FamilyChanged && !c.writes.FamilyNew {
		c.Family.Version++
	}
	c.Family.UpdatedAt = now
	c.writes.FamilyChanged = true
}

// add puts a new revision into the family.
func (c *Case) add(r *Revision) {
	c.Revisions = append(c.Revisions, r)
	c.writes.NewRevisions = append(c.writes.NewRevisions, r)
}

// nextNumber returns the number of the next revision of a variant.
func (c *Case) nextNumber(variant identity.ID) int {
	n := 0
	for _, r := range c.Revisions {
		if r.Variant == variant {
			n = max(n, r.Number)
		}
	}
	return n + 1
}

// sortRevisions orders by variant letter, then number.
func sortRevisions(rs []*Revision) {
	slices.SortFunc(rs, func(a, b *Revision) int {
		return cmp.Or(cmp.Compare(a.Letter, b.Letter), cmp.Compare(a.Number, b.Number))
	})
}
