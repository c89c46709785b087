package demo

import (
	"context"
	"slices"

	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// customerCount is how many companies ask for quotes.
const customerCount = 140

// establish makes everything that is there before the first request: people,
// teams, rules, the catalogue, customers, and what they will ask for.
func (c Config) establish(ctx context.Context, w *company) error {
	system := identity.Actor{Tenant: c.Tenant, Kind: identity.System, Name: "Demo"}
	if err := c.employ(ctx, w, system); err != nil {
		return err
	}
	if _, err := c.Lanes[0].Quotes.SaveSettings(ctx, system, settings()); err != nil {
		return err
	}
	if err := c.aim(ctx, system); err != nil {
		return err
	}
	if err := c.publish(ctx, w, system); err != nil {
		return err
	}
	w.clients = map[division][]client{}
	for _, client := range clients(random(c.Seed, "customers", 0), customerCount) {
		saved, err := c.Lanes[0].Quotes.SaveCustomer(ctx, system, client.Customer)
		if err != nil {
			return err
		}
		client.Customer = saved
		w.clients[client.trade.division] = append(w.clients[client.trade.division], client)
	}
	return nil
}

// employ adds teams and people, and what each of them may do.
func (c Config) employ(ctx context.Context, w *company, system identity.Actor) error {
	ids := map[string]identity.ID{}
	for _, t := range teams {
		made, err := c.Auth.AddTeam(ctx, system, t.name, ids[t.parent])
		if err != nil {
			return err
		}
		ids[t.name] = made.ID
	}
	today := civil.In(c.Lanes[0].Clock.Now(), c.Zone)
	for _, m := range staff {
		u, err := c.Auth.AddUser(ctx, system, auth.NewUser{Email: m.address(), Name: m.name, Roles: m.roles,
			Language: m.language, Phone: "+33 4 00 00 00 00", Password: Password})
		if err != nil {
			return err
		}
		if _, err := c.Auth.Join(ctx, system, ids[m.team], auth.Membership{User: u.ID, From: today}); err != nil {
			return err
		}
		actor := identity.Actor{Tenant: c.Tenant, ID: u.ID, Kind: identity.Person, Name: m.name, Roles: m.roles,
			Permissions: u.Permissions(), Team: ids[m.team], Teams: []identity.ID{ids[m.team]}, Language: m.language}
		if slices.Contains(m.roles, identity.Manager) {
			actor.Teams = below(ids, m.team)
		}
		w.people = append(w.people, person{m, actor})
	}
	return nil
}

// below returns a team and the teams under it.
func below(ids map[string]identity.ID, name string) []identity.ID {
	out := []identity.ID{ids[name]}
	for _, t := range teams {
		if t.parent == name {
			out = append(out, below(ids, t.name)...)
		}
	}
	return out
}
