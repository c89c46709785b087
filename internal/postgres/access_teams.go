package postgres

import (
	"context"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// Teams implements auth.Store.
func (a *Access) Teams(ctx context.Context, tenant identity.ID) (teams []auth.Team, err error) {
	err = a.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("access_teams"), tenant)
		if err != nil {
			return err
		}
		teams, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (t auth.Team, err error) {
			return t, row.Scan(&t.ID, (*zeronull.UUID)(&t.Parent), &t.Name, &t.CreatedAt)
		})
		if err != nil {
			return err
		}
		return readMembers(ctx, tx, tenant, teams)
	})
	return teams, err
}

func readMembers(ctx context.Context, tx pgx.Tx, tenant identity.ID, teams []auth.Team) error {
	byID := make(map[identity.ID]*auth.Team, len(teams))
	for i := range teams {
		byID[teams[i].ID] = &teams[i]
	}
	rows, err := tx.Query(ctx, query("access_members"), tenant)
	if err != nil {
		return err
	}
	var team identity.ID
	var m auth.Membership
	_, err = pgx.ForEachRow(rows, []any{&team, &m.User, &m.Name, &m.From, &m.Until}, func() error {
		byID[team].Members = append(byID[team].Members, m)
		return nil
	})
	return err
}

// InsertTeam implements auth.Store.
func (a *Access) InsertTeam(ctx context.Context, tenant identity.ID, t auth.Team) error {
	err := a.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, query("access_team_insert"), tenant, t.ID, zeronull.UUID(t.Parent), t.Name, t.CreatedAt)
		return err
	})
	if violates(err, "team_name_unique") {
		return fault.Wrap(err, fault.Conflict, "team-exists", "there is a team with this name already")
	}
	return err
}

// Join implements auth.Store.
func (a *Access) Join(ctx context.Context, tenant, team identity.ID, m auth.Membership) error {
	return a.db.Tenant(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		var user identity.ID
		if err := tx.QueryRow(ctx, query("access_member_lock"), tenant, m.User).Scan(&user); err != nil {
			return err
		}
		for _, name := range []string{"access_member_replace", "access_member_cut"} {
			if _, err := tx.Exec(ctx, query(name), tenant, m.User, m.From); err != nil {
				return err
			}
		}
		_, err := tx.Exec(ctx, query("access_member_insert"), tenant, m.User, m.From, m.Until, team)
		return err
	})
}

// Person implements quotes.Directory.
func (a *Access) Person(ctx context.Context, tenant, id identity.ID) (quotes.Person, error) {
	var p quotes.Person
	err := a.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, query("access_person"), tenant, id).Scan(&p.ID, &p.Name, &p.Email, &p.Phone, &p.Language, (*zeronull.UUID)(&p.Team))
	})
	if fault.CodeOf(err) == fault.NotFound {
		return quotes.Person{}, nil
	}
	return p, err
}

// Staff implements quotes.Directory.
func (a *Access) Staff(ctx context.Context, tenant identity.ID) (quotes.Staff, error) {
	var out quotes.Staff
	teams, err := a.Teams(ctx, tenant)
	if err != nil {
		return out, err
	}
	for _, t := range teams {
		out.Teams = append(out.Teams, quotes.Team{ID: t.ID, Name: t.Name})
		for _, m := range t.Members {
			out.Members = append(out.Members, quotes.Member{Person: m.User, Team: t.ID, From: m.From, Until: m.Until})
		}
	}
	out.People, err = readRows(ctx, a.db, tenant, func(row pgx.CollectableRow) (p quotes.Person, err error) {
		err = row.Scan(&p.ID, &p.Name, &p.Email)
		return p, err
	}, query("access_people"), tenant)
	return out, err
}

// Names returns the names of users and API keys by id; unknown ids are left
// out.
func (a *Access) Names(ctx context.Context, tenant identity.ID, ids []identity.ID) (map[identity.ID]string, error) {
	names := make(map[identity.ID]string, len(ids))
	err := a.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("access_names"), tenant, ids)
		if err != nil {
			return err
		}
		var id identity.ID
		var name string
		_, err = pgx.ForEachRow(rows, []any{&id, &name}, func() error {
			names[id] = name
			return nil
		})
		return err
	})
	return names, err
}
