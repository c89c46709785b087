package auth

import (
	"context"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// Teams returns the tenant's teams with their members, parents before
// children, siblings by name.
func (s *Service) Teams(ctx context.Context, actor identity.Actor) ([]Team, error) {
	teams, err := s.store.Teams(ctx, actor.Tenant)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(teams, func(a, b Team) int { return strings.Compare(a.Name, b.Name) })
	return arrange(teams, identity.Nil), nil
}

// arrange returns the teams below the parent, depth first.
func arrange(teams []Team, parent identity.ID) []Team {
	var out []Team
	for _, t := range teams {
		if t.Parent == parent {
			out = append(append(out, t), arrange(teams, t.ID)...)
		}
	}
	return out
}

// AddTeam adds a team below parent, Nil for the top; it needs the permission
// admin.
func (s *Service) AddTeam(ctx context.Context, actor identity.Actor, name string, parent identity.ID) (Team, error) {
	if err := administrator(actor); err != nil {
		return Team{}, err
	}
	t := Team{ID: identity.NewID(), Parent: parent, Name: strings.TrimSpace(name), CreatedAt: s.now()}
	var issues []fault.Issue
	if t.Name == "" {
		issues = append(issues, fault.Issue{Kind: "invalid-team", Pointer: "/name", Message: "a team needs a name"})
	}
	if parent != identity.Nil {
		if _, err := s.team(ctx, actor.Tenant, parent); fault.CodeOf(err) == fault.NotFound {
			issues = append(issues, fault.Issue{Kind: "unknown-team", Pointer: "/parent_id", Message: "there is no such team"})
		} else if err != nil {
			return Team{}, err
		}
	}
	if err := invalid(issues...); err != nil {
		return Team{}, err
	}
	return t, s.store.InsertTeam(ctx, actor.Tenant, t)
}

// Join puts a user into a team from a day on and returns the team; it needs
// the permission admin. Another membership that is still running ends the day
// before; one that would begin later is replaced.
func (s *Service) Join(ctx context.Context, actor identity.Actor, team identity.ID, m Membership) (Team, error) {
	if err := administrator(actor); err != nil {
		return Team{}, err
	}
	if _, err := s.team(ctx, actor.Tenant, team); err != nil {
		return Team{}, err
	}
	var issues []fault.Issue
	if m.From.IsZero() {
		issues = append(issues, fault.Issue{Kind: "invalid-membership", Pointer: "/from", Message: "a membership needs its first day"})
	}
	if !m.Until.IsZero() && m.Until.Before(m.From) {
		issues = append(issues, fault.Issue{Kind: "invalid-membership", Pointer: "/until", Message: "the last day is before the first"})
	}
	if _, err := s.store.User(ctx, actor.Tenant, m.User, s.now()); fault.CodeOf(err) == fault.NotFound {
		issues = append(issues, fault.Issue{Kind: "unknown-user", Pointer: "/user_id", Message: "there is no such user"})
	} else if err != nil {
		return Team{}, err
	}
	if err := invalid(issues...); err != nil {
		return Team{}, err
	}
	if err := s.store.Join(ctx, actor.Tenant, team, m); err != nil {
		return Team{}, err
	}
	return s.team(ctx, actor.Tenant, team)
}

func (s *Service) team(ctx context.Context, tenant, id identity.ID) (Team, error) {
	teams, err := s.store.Teams(ctx, tenant)
	if err != nil {
		return Team{}, err
	}
	for _, t := range teams {
		if t.ID == id {
			return t, nil
		}
	}
	return Team{}, fault.New(fault.NotFound, "team-not-found", "there is no such team")
}
