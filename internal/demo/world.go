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

// world is what the tasks of one lane of a day may use: the services of its
// transaction, and who and what there is.
type world struct {
	ctx    context.Context
	clock  *Clock
	quotes *quotes.Service
	*company
	// planned are tasks for later days; tally is what this lane did.
	planned []task
	tally   Tally
}

// company is who and what there is. A day's lanes only read it.
type company struct {
	tenant  identity.ID
	people  []person
	clients map[division][]client
	recipes map[division][]recipe
	extras  map[division][]string // SKUs of plain items
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

func (t *Tally) add(o Tally) {
	t.Quotes, t.Sent, t.Accepted = t.Quotes+o.Quotes, t.Sent+o.Sent, t.Accepted+o.Accepted
	t.Rejected, t.Expired, t.Orders = t.Rejected+o.Rejected, t.Expired+o.Expired, t.Orders+o.Orders
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

// later plans the next step of a story. It is on another day, so that the
// tasks of one day do not depend on each other.
func (w *world) later(s *story, wait time.Duration, do func(*world) error) {
	w.plan(task{story: s, do: do}, wait)
}

// laterNumbered is later for a step that takes a number.
func (w *world) laterNumbered(s *story, takes series, wait time.Duration, do func(*world) error) {
	w.plan(task{story: s, do: do, takes: takes}, wait)
}

func (w *world) plan(t task, wait time.Duration) {
	now := w.clock.Now()
	t.at = now.Add(wait)
	if t.at.Before(endOfDay(now)) {
		t.at = endOfDay(now).Add(8*time.Hour + wait)
	}
	w.planned = append(w.planned, t)
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
