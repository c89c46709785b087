-- +goose Up
-- Who may come in: users, teams, sessions and API keys (package auth), and the
-- answers kept for retried requests.

create table user_account (
    tenant_id     uuid        not null references tenant (tenant_id),
    user_id       uuid        not null,
    email         text        not null check (email <> '' and email = lower(email)),
    name          text        not null check (name <> ''),
    phone         text        not null default '',
    roles         text[]      not null check (cardinality(roles) > 0),
    -- see_cost grants the permission of that name beside those of the roles
    see_cost      boolean     not null default false,
    language      text        not null,
    -- password_hash is argon2id in PHC form; '' means no sign-in by password
    password_hash text        not null default '',
    active        boolean     not null default true,
    version       bigint      not null default 1,
    created_at    timestamptz not null,
    updated_at    timestamptz not null,
    primary key (tenant_id, user_id),
    constraint user_email_unique unique (tenant_id, email)
);
create index user_account_email on user_account (email);
create index user_account_name on user_account (tenant_id, name, user_id);
select tenant_policy('user_account');
select tenant_lookup('user_account');
grant select, insert, update on user_account to quotient_app;

create table team (
    tenant_id  uuid        not null references tenant (tenant_id),
    team_id    uuid        not null,
    parent_id  uuid,
    name       text        not null check (name <> ''),
    created_at timestamptz not null,
    primary key (tenant_id, team_id),
    constraint team_name_unique unique (tenant_id, name),
    foreign key (tenant_id, parent_id) references team (tenant_id, team_id),
    check (parent_id is distinct from team_id)
);
select tenant_policy('team');
grant select, insert, update on team to quotient_app;

-- Past memberships stay, because figures use the team as of an event's date.
create table team_member (
    tenant_id  uuid not null,
    user_id    uuid not null,
    valid_from date not null,
    -- the last day; null is open
    valid_to   date,
    team_id    uuid not null,
    primary key (tenant_id, user_id, valid_from),
    foreign key (tenant_id, user_id) references user_account (tenant_id, user_id),
    foreign key (tenant_id, team_id) references team (tenant_id, team_id),
    check (valid_to >= valid_from)
);
create index team_member_team on team_member (tenant_id, team_id);
select tenant_policy('team_member');
grant select, insert, update, delete on team_member to quotient_app;

create table session (
    tenant_id  uuid        not null,
    session_id uuid        not null,
    user_id    uuid        not null,
    -- token_hash is the SHA-256 of the cookie, which is stored nowhere
    token_hash bytea       not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, session_id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, user_id) references user_account (tenant_id, user_id)
);
create index session_token on session (token_hash);
create index session_user_id on session (tenant_id, user_id);
select tenant_policy('session');
select tenant_lookup('session');
grant select, insert, update, delete on session to quotient_app;

create table api_key (
    tenant_id    uuid        not null references tenant (tenant_id),
    api_key_id   uuid        not null,
    name         text        not null check (name <> ''),
    -- prefix are the first characters, to recognise the key by
    prefix       text        not null,
    key_hash     bytea       not null,
    scopes       text[]      not null check (cardinality(scopes) > 0),
    created_by   uuid        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    primary key (tenant_id, api_key_id),
    unique (tenant_id, key_hash)
);
create index api_key_hash on api_key (key_hash);
select tenant_policy('api_key');
select tenant_lookup('api_key');
grant select, insert, update on api_key to quotient_app;

-- The answer to a request with an Idempotency-Key, written in the transaction
-- of its effect.
create table idempotency (
    tenant_id    uuid        not null references tenant (tenant_id),
    principal_id uuid        not null,
    route        text        not null,
    key          text        not null,
    -- fingerprint is the SHA-256 of the request's method, path and body
    fingerprint  bytea       not null,
    status       integer     not null,
    headers      jsonb       not null,
    body         bytea       not null,
    created_at   timestamptz not null,
    primary key (tenant_id, principal_id, route, key)
);
create index idempotency_created on idempotency (tenant_id, created_at);
select tenant_policy('idempotency');
grant select, insert, delete on idempotency to quotient_app;

-- The tenant is not known before these three have answered; they return ids
-- only, and everything else is then read inside the tenant.

-- +goose StatementBegin
create function users_by_email(wanted text) returns table (tenant_id uuid, user_id uuid)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
    select u.tenant_id, u.user_id from user_account u where u.email = wanted and u.active and u.password_hash <> '' order by 1;
end;
-- +goose StatementEnd

-- +goose StatementBegin
create function session_by_hash(wanted bytea) returns table (tenant_id uuid, session_id uuid)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
    select s.tenant_id, s.session_id from session s where s.token_hash = wanted;
end;
-- +goose StatementEnd

-- +goose StatementBegin
create function api_key_by_hash(wanted bytea) returns table (tenant_id uuid, api_key_id uuid)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
    select k.tenant_id, k.api_key_id from api_key k where k.key_hash = wanted;
end;
-- +goose StatementEnd

revoke execute on function users_by_email(text), session_by_hash(bytea), api_key_by_hash(bytea) from public;
grant execute on function users_by_email(text), session_by_hash(bytea), api_key_by_hash(bytea) to quotient_app;
