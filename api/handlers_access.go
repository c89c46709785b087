package api

import (
	"context"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// userCursor is a place in the list of users.
type userCursor struct {
	Name string      `json:"n"`
	ID   identity.ID `json:"i"`
}

// ListUsers implements GET /v1/users.
func (h handlers) ListUsers(ctx context.Context, in gen.ListUsersRequestObject) (gen.ListUsersResponseObject, error) {
	var after userCursor
	if err := readCursor(in.Params.Cursor, &after); err != nil {
		return nil, err
	}
	limit := limitOf(in.Params.Limit)
	users, err := h.auth.Users(ctx, actor(ctx), after.Name, after.ID, limit+1)
	if err != nil {
		return nil, err
	}
	users, more := cut(users, limit)
	if more {
		last := users[len(users)-1]
		after = userCursor{last.Name, last.ID}
	}
	return gen.ListUsers200JSONResponse{
		Body:    gen.UserPage{Items: each(users, toUser)},
		Headers: gen.ListUsers200ResponseHeaders{Link: link(requestOf(ctx).URL, more, after)},
	}, nil
}

// CreateUser implements POST /v1/users.
func (h handlers) CreateUser(ctx context.Context, in gen.CreateUserRequestObject) (gen.CreateUserResponseObject, error) {
	b := in.Body
	u, err := h.auth.AddUser(ctx, actor(ctx), auth.NewUser{Email: b.Email, Name: b.Name, Roles: b.Roles,
		SeeCost: value(b.SeeCost), Language: string(value(b.Language)), Password: value(b.Password)})
	if err != nil {
		return nil, err
	}
	location := "/v1/users/" + u.ID.String()
	return gen.CreateUser201JSONResponse{UserCreatedJSONResponse: gen.UserCreatedJSONResponse{Body: toUser(u),
		Headers: gen.UserCreatedResponseHeaders{ETag: etag(u.Version), Location: &location}}}, nil
}

// User implements GET /v1/users/{user_id}.
func (h handlers) User(ctx context.Context, in gen.UserRequestObject) (gen.UserResponseObject, error) {
	u, err := h.auth.User(ctx, actor(ctx), in.UserId)
	if err != nil {
		return nil, err
	}
	return gen.User200JSONResponse{UserJSONResponse: userAnswer(u)}, nil
}

// UpdateUser implements PATCH /v1/users/{user_id}.
func (h handlers) UpdateUser(ctx context.Context, in gen.UpdateUserRequestObject) (gen.UpdateUserResponseObject, error) {
	seen, err := version(in.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	b := in.Body
	u, err := h.auth.ChangeUser(ctx, actor(ctx), in.UserId, seen, auth.UserPatch{Name: b.Name, Roles: b.Roles,
		SeeCost: b.SeeCost, Language: (*string)(b.Language), Active: b.Active, Password: b.Password})
	if err != nil {
		return nil, err
	}
	return gen.UpdateUser200JSONResponse{UserJSONResponse: userAnswer(u)}, nil
}

func userAnswer(u auth.User) gen.UserJSONResponse {
	return gen.UserJSONResponse{Body: toUser(u), Headers: gen.UserResponseHeaders{ETag: etag(u.Version)}}
}

func toUser(u auth.User) gen.User {
	return gen.User{Id: u.ID, Email: text(u.Email), Name: u.Name, Roles: list(u.Roles), SeeCost: u.SeeCost,
		Language: gen.Language(u.Language), Active: u.Active, TeamId: id(u.Team), Version: u.Version, CreatedAt: u.CreatedAt.UTC()}
}

// ListTeams implements GET /v1/teams.
func (h handlers) ListTeams(ctx context.Context, _ gen.ListTeamsRequestObject) (gen.ListTeamsResponseObject, error) {
	teams, err := h.auth.Teams(ctx, actor(ctx))
	return gen.ListTeams200JSONResponse{Items: each(teams, toTeam)}, err
}

// CreateTeam implements POST /v1/teams.
func (h handlers) CreateTeam(ctx context.Context, in gen.CreateTeamRequestObject) (gen.CreateTeamResponseObject, error) {
	t, err := h.auth.AddTeam(ctx, actor(ctx), in.Body.Name, value(in.Body.ParentId))
	return gen.CreateTeam201JSONResponse{TeamCreatedJSONResponse: teamAnswer(t)}, err
}

// AddMember implements POST /v1/teams/{team_id}/members.
func (h handlers) AddMember(ctx context.Context, in gen.AddMemberRequestObject) (gen.AddMemberResponseObject, error) {
	t, err := h.auth.Join(ctx, actor(ctx), in.TeamId, auth.Membership{User: in.Body.UserId, From: in.Body.From, Until: value(in.Body.Until)})
	return gen.AddMember201JSONResponse{TeamCreatedJSONResponse: teamAnswer(t)}, err
}

func teamAnswer(t auth.Team) gen.TeamCreatedJSONResponse {
	location := "/v1/teams"
	return gen.TeamCreatedJSONResponse{Body: toTeam(t), Headers: gen.TeamCreatedResponseHeaders{Location: &location}}
}

func toTeam(t auth.Team) gen.Team {
	return gen.Team{Id: t.ID, Name: t.Name, ParentId: id(t.Parent), Members: each(t.Members, func(m auth.Membership) gen.Membership {
		return gen.Membership{UserId: m.User, Name: m.Name, From: m.From, Until: day(m.Until)}
	})}
}

// day returns nil for the zero date.
func day(d civil.Date) *civil.Date {
	if d.IsZero() {
		return nil
	}
	return &d
}

// ListApiKeys implements GET /v1/api-keys.
func (h handlers) ListApiKeys(ctx context.Context, _ gen.ListApiKeysRequestObject) (gen.ListApiKeysResponseObject, error) {
	keys, err := h.auth.Keys(ctx, actor(ctx))
	return gen.ListApiKeys200JSONResponse{Items: each(keys, toKey)}, err
}

// CreateApiKey implements POST /v1/api-keys.
func (h handlers) CreateApiKey(ctx context.Context, in gen.CreateApiKeyRequestObject) (gen.CreateApiKeyResponseObject, error) {
	k, secret, err := h.auth.AddKey(ctx, actor(ctx), in.Body.Name, in.Body.Scopes, value(in.Body.ExpiresAt))
	return gen.CreateApiKey201JSONResponse{Key: toKey(k), Secret: secret}, err
}

// RevokeApiKey implements DELETE /v1/api-keys/{api_key_id}.
func (h handlers) RevokeApiKey(ctx context.Context, in gen.RevokeApiKeyRequestObject) (gen.RevokeApiKeyResponseObject, error) {
	return gen.RevokeApiKey204Response{}, h.auth.RevokeKey(ctx, actor(ctx), in.ApiKeyId)
}

func toKey(k auth.APIKey) gen.ApiKey {
	return gen.ApiKey{Id: k.ID, Name: k.Name, Prefix: k.Prefix, Scopes: k.Scopes, CreatedAt: k.CreatedAt.UTC(),
		ExpiresAt: moment(k.ExpiresAt), LastUsedAt: moment(k.LastUsedAt), RevokedAt: moment(k.RevokedAt)}
}
