package kpi

import (
	"context"
	"encoding/json"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// View is a saved question: what a screen of figures was about, under a name.
type View struct {
	ID    identity.ID `json:"id"`
	Owner identity.ID `json:"owner_id"`
	Name  string      `json:"name"`
	// Shared views are seen by everybody who may read figures, and changed by
	// their owner. What somebody sees in them is what they may see.
	Shared bool `json:"shared"`
	// Content is the query, or the state of a screen, as its maker wrote it.
	Content   json.RawMessage `json:"content"`
	UpdatedAt time.Time       `json:"updated_at"`
}

// Bounds of a view.
const (
	maxViewName    = 100
	maxViewContent = 16 << 10
)

// Views returns the actor's own views and the shared ones, in order of name.
func (s *Service) Views(ctx context.Context, actor identity.Actor) ([]View, error) {
	if err := readable(actor); err != nil {
		return nil, err
	}
	return s.store.Views(ctx, actor.Tenant, actor.ID)
}

// SaveView stores a view of the actor: a new one where its ID is Nil, and else
// in place of the one it had.
func (s *Service) SaveView(ctx context.Context, actor identity.Actor, v View) (View, error) {
	if err := readable(actor); err != nil {
		return View{}, err
	}
	var issues []fault.Issue
	bad := func(pointer, message string) {
		issues = append(issues, fault.Issue{Kind: "invalid-view", Pointer: pointer, Message: message})
	}
	if v.Name = strings.TrimSpace(v.Name); v.Name == "" || len(v.Name) > maxViewName {
		bad("/name", "a view needs a name of at most 100 bytes")
	}
	if len(v.Content) > maxViewContent || !json.Valid(v.Content) {
		bad("/content", "the content of a view is JSON of at most 16 KiB")
	}
	if err := fault.FromIssues("invalid-view", "the view cannot be saved", issues); err != nil {
		return View{}, err
	}
	v.Owner, v.UpdatedAt = actor.ID, s.now().UTC()
	if v.ID == identity.Nil {
		v.ID = identity.NewID()
		return v, s.store.AddView(ctx, actor.Tenant, v)
	}
	return v, s.store.SaveView(ctx, actor.Tenant, v)
}

// DeleteView removes a view of the actor.
func (s *Service) DeleteView(ctx context.Context, actor identity.Actor, id identity.ID) error {
	if err := readable(actor); err != nil {
		return err
	}
	return s.store.DeleteView(ctx, actor.Tenant, actor.ID, id)
}

func readable(actor identity.Actor) error {
	if actor.Can(identity.ReadKPI) {
		return nil
	}
	return fault.New(fault.Forbidden, "kpi-forbidden", "figures need the permission %s", identity.ReadKPI)
}
