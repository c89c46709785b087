package auth_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
)

// cheap keeps the tests fast; the cost is a part of each hash.
var cheap = auth.Cost{Memory: 64, Passes: 1, Lanes: 1}

const password = "a long enough password"

type fixture struct {
	*auth.Service
	db     *postgres.DB
	store  *postgres.Access
	tenant identity.ID
	root   identity.Actor // the service itself, which may do all
	clock  *clock
}

type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

func setup(t *testing.T) *fixture {
	t.Helper()
	db := pgtest.New(t)
	f := &fixture{db: db, store: postgres.NewAccess(db, db), tenant: pgtest.Tenant(t, db),
		clock: &clock{at: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)}}
	f.root = identity.Actor{Tenant: f.tenant, Kind: identity.System}
	f.Service = f.service(t, cheap)
	return f
}

func (f *fixture) service(t *testing.T, cost auth.Cost) *auth.Service {
	t.Helper()
	s, err := auth.NewService(f.store, f.clock.Now, auth.Options{Cost: cost, Idle: time.Hour, Longest: 3 * time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (f *fixture) user(t *testing.T, email string, roles ...identity.Role) auth.User {
	t.Helper()
	u, err := f.AddUser(t.Context(), f.root, auth.NewUser{Email: email, Name: strings.ToUpper(email[:1]), Roles: roles, Password: password})
	if err != nil {
		t.Fatal(err)
	}
	return u
}

func (f *fixture) signIn(t *testing.T, email string) auth.SignedIn {
	t.Helper()
	in, err := f.SignIn(t.Context(), email, password, identity.Nil)
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func kindOf(t *testing.T, err error, code fault.Code) string {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != code {
		t.Fatalf("error = %v, want a %s fault", err, code)
	}
	return f.Kind
}

func TestSignInAndOut(t *testing.T) {
	t.Parallel()
	f := setup(t)
	u := f.user(t, "claire@example.com", identity.Rep)
	in := f.signIn(t, "  Claire@Example.COM ")
	p, session, err := f.Session(t.Context(), in.Token)
	if err != nil {
		t.Fatal(err)
	}
	want := identity.Actor{Tenant: f.tenant, ID: u.ID, Kind: identity.Person, Name: "C", Roles: []identity.Role{identity.Rep},
		Permissions: identity.PermissionsOf([]identity.Role{identity.Rep}), Language: "en"}
	if diff := cmp.Diff(want, p.Actor); diff != "" {
		t.Error(diff)
	}
	if !session.ExpiresAt.Equal(f.clock.Now().Add(time.Hour)) {
		t.Errorf("session ends %v", session.ExpiresAt)
	}
	if err := f.SignOut(t.Context(), in.Token); err != nil {
		t.Fatal(err)
	}
	if _, _, err := f.Session(t.Context(), in.Token); kindOf(t, err, fault.Unauthenticated) != "session-ended" {
		t.Error(err)
	}
	if err := f.SignOut(t.Context(), in.Token); err != nil {
		t.Errorf("signing out twice: %v", err)
	}
}

// Nothing tells an unknown address from a wrong password.
func TestSignInRefuses(t *testing.T) {
	t.Parallel()
	f := setup(t)
	gone := f.user(t, "gone@example.com", identity.Rep)
	f.user(t, "here@example.com", identity.Rep)
	if _, err := f.AddUser(t.Context(), f.root, auth.NewUser{Email: "nopassword@example.com", Name: "N", Roles: []identity.Role{identity.Rep}}); err != nil {
		t.Fatal(err)
	}
	inactive := false
	if _, err := f.ChangeUser(t.Context(), f.root, gone.ID, 1, auth.UserPatch{Active: &inactive}); err != nil {
		t.Fatal(err)
	}
	var messages []string
	for name, try := range map[string][2]string{
		"unknown address":  {"nobody@example.com", password},
		"wrong password":   {"here@example.com", "another long password"},
		"inactive user":    {"gone@example.com", password},
		"without password": {"nopassword@example.com", ""},
		"empty":            {"", ""},
	} {
		_, err := f.SignIn(t.Context(), try[0], try[1], identity.Nil)
		if kind := kindOf(t, err, fault.Unauthenticated); kind != "wrong-credentials" {
			t.Errorf("%s: %s", name, kind)
		}
		messages = append(messages, err.Error())
	}
	for _, m := range messages {
		if m != messages[0] {
			t.Errorf("answers differ: %q and %q", m, messages[0])
		}
	}
}

func TestSameAccountInTwoCompanies(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.user(t, "both@example.com", identity.Rep)
	other := pgtest.Tenant(t, f.db)
	if _, err := f.AddUser(t.Context(), identity.Actor{Tenant: other, Kind: identity.System},
		auth.NewUser{Email: "both@example.com", Name: "B", Roles: []identity.Role{identity.Rep}, Password: password}); err != nil {
		t.Fatal(err)
	}
	_, err := f.SignIn(t.Context(), "both@example.com", password, identity.Nil)
	if kindOf(t, err, fault.Conflict) != "company-needed" {
		t.Fatal(err)
	}
	in, err := f.SignIn(t.Context(), "both@example.com", password, other)
	if err != nil {
		t.Fatal(err)
	}
	if in.Principal.Actor.Tenant != other {
		t.Error("signed in to the wrong company")
	}
}

func TestSessionsEnd(t *testing.T) {
	t.Parallel()
	f := setup(t)
	u := f.user(t, "rep@example.com", identity.Rep)
	alive := func(token string) bool {
		_, _, err := f.Session(t.Context(), token)
		return err == nil
	}
	t.Run("when nobody uses them", func(t *testing.T) {
		in := f.signIn(t, u.Email)
		f.clock.advance(59 * time.Minute)
		if !alive(in.Token) {
			t.Fatal("ended too early")
		}
		f.clock.advance(59 * time.Minute)
		if !alive(in.Token) {
			t.Fatal("was not extended by its use")
		}
		f.clock.advance(time.Hour)
		if alive(in.Token) {
			t.Error("outlives its idle time")
		}
	})
	t.Run("at the latest after the longest time", func(t *testing.T) {
		in := f.signIn(t, u.Email)
		for range 7 {
			f.clock.advance(25 * time.Minute)
			if !alive(in.Token) {
				t.Fatal("ended while in use")
			}
		}
		f.clock.advance(6 * time.Minute)
		if alive(in.Token) {
			t.Error("lives longer than the longest time")
		}
	})
	t.Run("all but this one when the password changes", func(t *testing.T) {
		here, elsewhere := f.signIn(t, u.Email), f.signIn(t, u.Email)
		if err := f.ChangePassword(t.Context(), here.Principal.Actor, here.Token, password, "another long password"); err != nil {
			t.Fatal(err)
		}
		if !alive(here.Token) || alive(elsewhere.Token) {
			t.Error("want this session alive and the other one ended")
		}
	})
	t.Run("when the user is made inactive", func(t *testing.T) {
		in, err := f.SignIn(t.Context(), u.Email, "another long password", identity.Nil)
		if err != nil {
			t.Fatal(err)
		}
		inactive := false
		if _, err := f.ChangeUser(t.Context(), f.root, u.ID, 2, auth.UserPatch{Active: &inactive}); err != nil {
			t.Fatal(err)
		}
		if alive(in.Token) {
			t.Error("an inactive user's session is alive")
		}
	})
}

// A hash made with another cost is renewed by the next sign-in.
func TestHashesAreRenewed(t *testing.T) {
	t.Parallel()
	f := setup(t)
	u := f.user(t, "rep@example.com", identity.Rep)
	before, _ := f.store.User(t.Context(), f.tenant, u.ID, f.clock.Now())
	dearer := f.service(t, auth.Cost{Memory: 128, Passes: 1, Lanes: 1})
	if _, err := dearer.SignIn(t.Context(), u.Email, password, identity.Nil); err != nil {
		t.Fatal(err)
	}
	after, _ := f.store.User(t.Context(), f.tenant, u.ID, f.clock.Now())
	if !strings.Contains(before.User.PasswordHash, "m=64,") || !strings.Contains(after.User.PasswordHash, "m=128,") {
		t.Errorf("before %q, after %q", before.User.PasswordHash, after.User.PasswordHash)
	}
	if _, err := f.SignIn(t.Context(), u.Email, password, identity.Nil); err != nil {
		t.Errorf("the renewed hash does not match: %v", err)
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()
	f := setup(t)
	admin := f.signInAs(t, "admin@example.com", identity.Admin)
	_, _, err := f.AddKey(t.Context(), admin, "", []identity.Permission{identity.ReadOrders, "fly", identity.SeeCost}, f.clock.Now())
	kindOf(t, err, fault.Invalid)
	var pointers []string
	for _, i := range fault.IssuesOf(err) {
		pointers = append(pointers, i.Pointer)
	}
	if diff := cmp.Diff([]string{"/expires_at", "/name", "/scopes/1", "/scopes/2"}, pointers); diff != "" {
		t.Error("a key that nobody may make: " + diff)
	}
	k, secret, err := f.AddKey(t.Context(), admin, "ERP", []identity.Permission{identity.ReadOrders}, f.clock.Now().Add(time.Hour))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(secret, k.Prefix) || !auth.IsKey(secret) {
		t.Errorf("secret %q does not begin with %q", secret, k.Prefix)
	}
	p, err := f.Key(t.Context(), secret)
	if err != nil {
		t.Fatal(err)
	}
	if p.Actor.Kind != identity.Machine || !p.Actor.Can(identity.ReadOrders) || p.Actor.Can(identity.PlaceOrders) || p.Actor.Tenant != f.tenant {
		t.Errorf("actor %+v", p.Actor)
	}
	keys, err := f.Keys(t.Context(), admin)
	if err != nil || len(keys) != 1 || !keys[0].LastUsedAt.Equal(f.clock.Now()) || keys[0].Hash != nil {
		t.Errorf("keys %+v, %v", keys, err)
	}
	for name, spoiled := range map[string]string{"unknown": "qk_nope", "changed": secret[:len(secret)-1] + "!", "empty": ""} {
		if _, err := f.Key(t.Context(), spoiled); fault.CodeOf(err) != fault.Unauthenticated {
			t.Errorf("%s key: %v", name, err)
		}
	}
	f.clock.advance(time.Hour)
	if _, err := f.Key(t.Context(), secret); fault.CodeOf(err) != fault.Unauthenticated {
		t.Errorf("an expired key: %v", err)
	}
	f.clock.advance(-2 * time.Hour)
	if err := f.RevokeKey(t.Context(), admin, k.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Key(t.Context(), secret); fault.CodeOf(err) != fault.Unauthenticated {
		t.Errorf("a revoked key: %v", err)
	}
	if err := f.RevokeKey(t.Context(), admin, identity.NewID()); fault.CodeOf(err) != fault.NotFound {
		t.Errorf("an unknown key: %v", err)
	}
}

func (f *fixture) signInAs(t *testing.T, email string, roles ...identity.Role) identity.Actor {
	t.Helper()
	f.user(t, email, roles...)
	return f.signIn(t, email).Principal.Actor
}

func TestAdministrationIsForAdministrators(t *testing.T) {
	t.Parallel()
	f := setup(t)
	rep := f.signInAs(t, "rep@example.com", identity.Rep, identity.Manager)
	for name, err := range map[string]error{
		"AddUser":    second(f.AddUser(t.Context(), rep, auth.NewUser{})),
		"ChangeUser": second(f.ChangeUser(t.Context(), rep, rep.ID, 1, auth.UserPatch{})),
		"AddTeam":    second(f.AddTeam(t.Context(), rep, "x", identity.Nil)),
		"Join":       second(f.Join(t.Context(), rep, identity.Nil, auth.Membership{})),
		"Keys":       second(f.Keys(t.Context(), rep)),
		"RevokeKey":  f.RevokeKey(t.Context(), rep, identity.Nil),
	} {
		if fault.CodeOf(err) != fault.Forbidden {
			t.Errorf("%s: %v", name, err)
		}
	}
	f.user(t, "other@example.com", identity.Rep)
	others, err := f.Users(t.Context(), rep, "", identity.Nil, 10)
	if err != nil || len(others) != 2 {
		t.Fatalf("%d users, %v", len(others), err)
	}
	for _, u := range others {
		if (u.Email != "") != (u.ID == rep.ID) || u.PasswordHash != "" {
			t.Errorf("a rep sees %+v", u)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestUserMistakesAllAtOnce(t *testing.T) {
	t.Parallel()
	f := setup(t)
	_, err := f.AddUser(t.Context(), f.root, auth.NewUser{Email: "no address", Roles: []identity.Role{"chef"}, Language: "tlh", Password: "short"})
	var got []string
	for _, i := range fault.IssuesOf(err) {
		got = append(got, i.Pointer)
	}
	if diff := cmp.Diff([]string{"/email", "/language", "/name", "/password", "/roles/0"}, got); diff != "" {
		t.Error(diff)
	}
	f.user(t, "twice@example.com", identity.Rep)
	_, err = f.AddUser(t.Context(), f.root, auth.NewUser{Email: "TWICE@example.com", Name: "T", Roles: []identity.Role{identity.Rep}})
	if kindOf(t, err, fault.Conflict) != "email-taken" {
		t.Error(err)
	}
}

func TestNobodyRaisesThemselves(t *testing.T) {
	t.Parallel()
	f := setup(t)
	admin := f.signInAs(t, "admin@example.com", identity.Admin)
	yes, no := true, false
	for name, patch := range map[string]auth.UserPatch{
		"see_cost":      {SeeCost: &yes},
		"manager's own": {Roles: &[]identity.Role{identity.Admin, identity.Manager}},
		"locked out":    {Roles: &[]identity.Role{identity.Rep}},
		"inactive":      {Active: &no},
	} {
		if _, err := f.ChangeUser(t.Context(), admin, admin.ID, 1, patch); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := f.ChangeUser(t.Context(), admin, admin.ID, 7, auth.UserPatch{}); fault.CodeOf(err) != fault.PreconditionFailed {
		t.Errorf("a stale version: %v", err)
	}
}

func TestTeamsOfTheDay(t *testing.T) {
	t.Parallel()
	f := setup(t)
	team := func(name string, parent identity.ID) auth.Team {
		tm, err := f.AddTeam(t.Context(), f.root, name, parent)
		if err != nil {
			t.Fatal(err)
		}
		return tm
	}
	sales := team("Sales", identity.Nil)
	north, south := team("North", sales.ID), team("South", sales.ID)
	lyon := team("Lyon", south.ID)
	rep, boss := f.user(t, "rep@example.com", identity.Rep), f.user(t, "boss@example.com", identity.Manager)
	join := func(team, user identity.ID, from string) {
		if _, err := f.Join(t.Context(), f.root, team, auth.Membership{User: user, From: civil.MustParse(from)}); err != nil {
			t.Fatal(err)
		}
	}
	join(north.ID, rep.ID, "2026-01-01")
	join(lyon.ID, rep.ID, "2026-03-03")
	join(south.ID, boss.ID, "2026-01-01")
	actorOf := func(email string) identity.Actor { return f.signIn(t, email).Principal.Actor }

	if got := actorOf(rep.Email); got.Team != north.ID || !cmp.Equal(got.Teams, []identity.ID{north.ID}) {
		t.Errorf("on 2 March the rep is in %v", got.Teams)
	}
	// 23:30 UTC on the 2nd is the 3rd in Paris, where the company is.
	f.clock.advance(14*time.Hour + 30*time.Minute)
	if got := actorOf(rep.Email); got.Team != lyon.ID {
		t.Errorf("on 3 March, Paris time, the rep is in %v, want Lyon", got.Team)
	}
	got := actorOf(boss.Email)
	if got.Team != south.ID || len(got.Teams) != 2 {
		t.Errorf("the manager of South sees %v, want South and Lyon", got.Teams)
	}
	teams, err := f.Teams(t.Context(), f.root)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tm := range teams {
		names = append(names, tm.Name)
	}
	if diff := cmp.Diff([]string{"Sales", "North", "South", "Lyon"}, names); diff != "" {
		t.Error("parents before children: " + diff)
	}
	past := auth.Membership{User: rep.ID, Name: "R", From: civil.MustParse("2026-01-01"), Until: civil.MustParse("2026-03-02")}
	if diff := cmp.Diff([]auth.Membership{past}, teams[1].Members); diff != "" {
		t.Error("the past membership: " + diff)
	}
	if _, err := f.AddTeam(t.Context(), f.root, "North", identity.NewID()); len(fault.IssuesOf(err)) != 1 {
		t.Errorf("a parent that is not there: %v", err)
	}
	if _, err := f.AddTeam(t.Context(), f.root, "North", identity.Nil); kindOf(t, err, fault.Conflict) != "team-exists" {
		t.Error(err)
	}
}

// Sixteen people sign in at once; each hash takes memory, so they queue.
func TestManySignInsAtOnce(t *testing.T) {
	t.Parallel()
	f := setup(t)
	f.user(t, "rep@example.com", identity.Rep)
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			if _, err := f.SignIn(t.Context(), "rep@example.com", password, identity.Nil); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}
