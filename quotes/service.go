package quotes

import (
	"context"
	"slices"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Service is everything that can be done with quotes. It is safe for
// concurrent use.
//
// Every method answers NotFound for what the actor may not see, and takes away
// costs and margins from what it returns unless the actor has see_cost.
type Service struct {
	store     Store
	catalog   Catalog
	renderer  Renderer
	directory Directory
	imports   Imports
	now       func() time.Time
	rules     *ruleCache
}

// Config is what a Service needs; every field is required.
type Config struct {
	Store     Store
	Catalog   Catalog
	Renderer  Renderer
	Directory Directory
	Imports   Imports
	// Now is the clock.
	Now func() time.Time
}

// New returns a service.
func New(c Config) *Service {
	return &Service{store: c.Store, catalog: c.Catalog, renderer: c.Renderer, directory: c.Directory, imports: c.Imports, now: c.Now, rules: newRuleCache()}
}

func (s *Service) by(actor identity.Actor) stamp { return stamp{actor, s.now()} }

// require returns a Forbidden fault unless the actor has the permission.
func require(actor identity.Actor, p identity.Permission) error {
	if actor.Can(p) {
		return nil
	}
	return fault.New(fault.Forbidden, "permission-missing", "this needs the permission %q", p).With("permission", p)
}

// load reads the case of what the actor may see.
func (s *Service) load(ctx context.Context, actor identity.Actor, at At, want Want) (*Case, error) {
	c, err := s.store.Load(ctx, actor.Tenant, at, want)
	if err != nil {
		return nil, err
	}
	return c, s.see(c, actor)
}

// see returns NotFound unless the actor may see the case today.
func (s *Service) see(c *Case, actor identity.Actor) error {
	return c.see(actor, civil.In(s.now(), c.Zone()))
}

// act runs one transition on a revision in one transaction: it locks the
// family, checks that the actor sees the revision and saw its version, permits
// the action and calls do. An offer found past its last day is recorded as
// expired first.
func (s *Service) act(ctx context.Context, actor identity.Actor, t Target, action Action, do func(*attempt) error) (RevisionView, error) {
	return s.acting(ctx, actor, t, action, func(*attempt) error { return nil }, do)
}

// acting is act with a function that completes the attempt before it is
// permitted.
func (s *Service) acting(ctx context.Context, actor identity.Actor, t Target, action Action, prepare, do func(*attempt) error) (RevisionView, error) {
	return s.actingOn(ctx, actor, t, everything, action, prepare, do)
}

// actingOn is acting on a case with the parts wanted.
func (s *Service) actingOn(ctx context.Context, actor identity.Actor, t Target, want Want, action Action, prepare, do func(*attempt) error) (RevisionView, error) {
	var view RevisionView
	var done *attempt
	err := s.store.Update(ctx, actor.Tenant, At{Revision: t.Revision}, want, func(c *Case) error {
		a := &attempt{stamp: s.by(actor), c: c, r: c.Target}
		if err := s.see(c, actor); err != nil {
			return err
		}
		if err := checkVersion(t.Version, c.Target.Version, "revision"); err != nil {
			return err
		}
		if err := prepare(a); err != nil {
			return err
		}
		if err := a.permit(action); err != nil {
			return err
		}
		if err := a.settleExpiry(); err != nil {
			return err
		}
		if err := do(a); err != nil {
			return err
		}
		var err error
		view, err = s.view(a)
		done = a
		return err
	})
	if err != nil {
		return RevisionView{}, err
	}
	return view, s.flag(ctx, &view, done.c, done.r)
}

// settleExpiry records that a sent offer has expired, at the instant at which
// it did, before anything else is done with it.
func (a *attempt) settleExpiry() error {
	if a.r.State == a.state() {
		return nil
	}
	a.r.State, a.r.DecidedAt = Expired, a.r.ExpiresAt(a.c.Zone())
	a.c.touch(a.r)
	clock := stamp{identity.Actor{Tenant: a.actor.Tenant, Kind: identity.System}, a.now}
	err := a.c.record(clock, Event{Type: EventExpired, OccurredAt: a.r.DecidedAt, From: Sent, To: Expired}, a.r, nil, nil)
	return err
}

// move changes the state of r and records the event, which must name its type.
func (a *attempt) move(r *Revision, to State, e Event, changes []Change, personal map[string]string) error {
	e.From, e.To = r.State, to
	r.State = to
	r.UpdatedAt = a.now
	a.c.touch(r)
	err := a.c.record(a.stamp, e, r, changes, personal)
	return err
}

// view is what the actor gets to see of the attempt's revision.
func (s *Service) view(a *attempt) (RevisionView, error) {
	v := RevisionView{Revision: *a.r, Effective: a.state(), Quote: a.c.Family, Customer: a.c.Customer,
		Allowed: a.allowed(), Balances: a.c.Balances}
	if a.r.State == Draft {
		var err error
		if v.Needed, err = s.rules.ask(a.c, a.r, a.now); err != nil {
			return v, err
		}
		if v.Findings, err = s.rules.findings(a.c, a.r); err != nil {
			return v, err
		}
		a.c.carry(a.r, v.Needed, "")
	}
	return v.redacted(a.actor), nil
}

// Revision returns a revision with its lines, and what the actor may do with it.
func (s *Service) Revision(ctx context.Context, actor identity.Actor, id identity.ID) (RevisionView, error) {
	c, err := s.load(ctx, actor, At{Revision: id}, everything)
	if err != nil {
		return RevisionView{}, err
	}
	view, err := s.view(&attempt{stamp: s.by(actor), c: c, r: c.Target})
	if err != nil {
		return RevisionView{}, err
	}
	return view, s.flag(ctx, &view, c, c.Target)
}

// Quote returns a family with the heads of all its revisions.
func (s *Service) Quote(ctx context.Context, actor identity.Actor, id identity.ID) (QuoteView, error) {
	c, err := s.load(ctx, actor, At{Family: id}, Want{})
	if err != nil {
		return QuoteView{}, err
	}
	return s.quoteView(c, actor), nil
}

func (s *Service) quoteView(c *Case, actor identity.Actor) QuoteView {
	v := QuoteView{Family: c.Family, Customer: c.Customer, Revisions: []Revision{}}
	sortRevisions(c.Revisions)
	now := s.now()
	for _, r := range c.Revisions {
		shown := r.redacted(actor)
		shown.State = r.Effective(now, c.Zone())
		v.Revisions = append(v.Revisions, shown)
	}
	return v
}

// Quotes returns a page of what the actor may see, newest update first.
func (s *Service) Quotes(ctx context.Context, actor identity.Actor, f Filter) ([]Summary, error) {
	if err := require(actor, identity.ReadQuotes); err != nil {
		return nil, err
	}
	settings, err := s.store.Settings(ctx, actor.Tenant)
	if err != nil {
		return nil, err
	}
	f.Today = civil.In(s.now(), settings.Location())
	f.Scope = ScopeOf(actor).standingIn(settings.Delegations, f.Today)
	f.Limit = pageSize(f.Limit)
	return s.store.List(ctx, actor.Tenant, f)
}

// pageSize bounds a page: 50 by default, at most 200.
func pageSize(n int) int {
	if n <= 0 {
		return 50
	}
	return min(n, 200)
}

// Timeline returns everything that happened to a family, oldest first.
func (s *Service) Timeline(ctx context.Context, actor identity.Actor, family identity.ID) ([]Entry, error) {
	if _, err := s.load(ctx, actor, At{Family: family}, Want{}); err != nil {
		return nil, err
	}
	entries, err := s.store.Entries(ctx, actor.Tenant, family)
	if err != nil {
		return nil, err
	}
	for n := range entries {
		entries[n] = entries[n].redacted(actor)
	}
	return entries, nil
}

// familyEvents are what changes a family itself and not only a revision of it.
var familyEvents = []EventType{EventUpdated, EventReassigned, EventVariantAdded, EventSending, EventSent}

// Since returns the last n things that happened to what at names (a family, a
// revision or an order), oldest first: for somebody who has missed n changes.
func (s *Service) Since(ctx context.Context, actor identity.Actor, at At, n int) ([]Entry, error) {
	c, err := s.load(ctx, actor, at, Want{})
	if err != nil {
		return nil, err
	}
	entries, err := s.Timeline(ctx, actor, c.Family.ID)
	if err != nil {
		return nil, err
	}
	entries = slices.DeleteFunc(entries, func(e Entry) bool {
		switch {
		case at.Order != identity.Nil:
			return e.Event.Order == nil || e.Event.Order.ID != at.Order
		case at.Revision != identity.Nil:
			return e.Event.Revision != at.Revision
		}
		return !slices.Contains(familyEvents, e.Event.Type)
	})
	return entries[max(0, len(entries)-n):], nil
}

// Document returns the stored PDF of a sent revision.
func (s *Service) Document(ctx context.Context, actor identity.Actor, revision identity.ID) (Document, error) {
	if _, err := s.load(ctx, actor, At{Revision: revision}, Want{}); err != nil {
		return Document{}, err
	}
	return s.store.Document(ctx, actor.Tenant, revision)
}

// Snapshot returns what a sent revision printed.
func (s *Service) Snapshot(ctx context.Context, actor identity.Actor, revision identity.ID) (Snapshot, error) {
	if _, err := s.load(ctx, actor, At{Revision: revision}, Want{}); err != nil {
		return Snapshot{}, err
	}
	return s.store.Snapshot(ctx, actor.Tenant, revision)
}
