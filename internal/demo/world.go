package demo

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// world is what a task may use: the services of the day's transaction, and who
// and what there is.
type world struct {
	ctx    context.Context
	quotes *quotes.Service
	*company
}

// company is who and what there is, the same on every day.
type company struct {
	clock    *Clock
	agenda   agenda
	tenant   identity.ID
	people   []person
	clients  map[division][]client
	recipes  map[division][]recipe
	extras   map[division][]string // SKUs of plain items
	requests int                   // how many have been made
	tally    Tally
}

// person is a member who can act.
type person struct {
	member
	identity.Actor
}

// Tally counts what the history holds.
type Tally struct {
	Quotes, Sent, Accepted, Rejected, Expired, Orders int
}

// having returns the people with a role, in the order of the staff.
func (c *company) having(role identity.Role) []person {
	return slices.DeleteFunc(slices.Clone(c.people), func(p person) bool { return !p.Has(role) })
}

// reps returns the reps of a division.
func (c *company) reps(d division) []person {
	return slices.DeleteFunc(c.having(identity.Rep), func(p person) bool { return p.division != d })
}

// buyer is whoever holds the link of the offer.
func (c *company) buyer(revision identity.ID) identity.Actor {
	return identity.Actor{Tenant: c.tenant, ID: revision, Kind: quotes.BuyerKind, Name: "Buyer"}
}

// later plans a task at a time from the present one on.
func (w *world) later(wait time.Duration, do func(*world) error) {
	w.agenda.add(w.clock.Now().Add(wait), do)
}

// target names a revision as it is now.
func target(v quotes.RevisionView) quotes.Target {
	return quotes.Target{Revision: v.ID, Version: v.Revision.Version}
}

// random returns the source for one part of the history: parts do not disturb
// each other when one of them draws more.
func random(seed uint64, part string, number int) *rand.Rand {
	h := seed
	for _, c := range fmt.Sprintf("%s/%d", part, number) {
		h = (h ^ uint64(c)) * 0x100000001b3
	}
	return rand.New(rand.NewPCG(seed, h))
}
