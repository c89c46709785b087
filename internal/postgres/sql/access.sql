-- name: access_users_by_email
select tenant_id, user_id from users_by_email($1);

-- name: access_session_by_hash
select tenant_id, session_id from session_by_hash($1);

-- name: access_key_by_hash
select tenant_id, api_key_id from api_key_by_hash($1);

-- name: access_user
-- The team is the one on the day that $3 is in the tenant's zone; subtree is
-- that team with all below it.
with recursive today as (
    select ($3::timestamptz at time zone t.time_zone)::date as day, t.name from tenant t where t.tenant_id = $1
), current_team as (
    select m.team_id from team_member m, today
    where m.tenant_id = $1 and m.user_id = $2 and m.valid_from <= today.day and coalesce(m.valid_to, 'infinity') >= today.day
    order by m.valid_from desc limit 1
), subtree as (
    select team_id from current_team
    union
    select t.team_id from team t join subtree s on t.parent_id = s.team_id where t.tenant_id = $1
)
select u.user_id, u.email, u.name, u.phone, u.roles, u.see_cost, u.language, u.active, u.password_hash,
       (select team_id from current_team), u.created_at, u.updated_at, u.version,
       (select name from today), array(select team_id from subtree)
from user_account u
where u.tenant_id = $1 and u.user_id = $2;

-- name: access_users
select u.user_id, u.email, u.name, u.phone, u.roles, u.see_cost, u.language, u.active, u.password_hash,
       (select m.team_id from team_member m
        where m.tenant_id = $1 and m.user_id = u.user_id and m.valid_from <= d.day and coalesce(m.valid_to, 'infinity') >= d.day
        order by m.valid_from desc limit 1),
       u.created_at, u.updated_at, u.version
from user_account u,
     (select ($2::timestamptz at time zone t.time_zone)::date as day from tenant t where t.tenant_id = $1) d
where u.tenant_id = $1 and (u.name, u.user_id) > ($3, $4::uuid)
order by u.name, u.user_id
limit $5;

-- name: access_user_insert
insert into user_account (tenant_id, user_id, email, name, phone, roles, see_cost, language, password_hash, active,
    version, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);

-- name: access_user_update
update user_account
set name = $4, phone = $5, roles = $6, see_cost = $7, language = $8, password_hash = $9, active = $10,
    version = $3, updated_at = $11
where tenant_id = $1 and user_id = $2 and version = $3 - 1;

-- name: access_user_version
select version from user_account where tenant_id = $1 and user_id = $2;

-- name: access_teams
select team_id, parent_id, name, created_at from team where tenant_id = $1 order by name;

-- name: access_members
select m.team_id, m.user_id, u.name, m.valid_from, m.valid_to
from team_member m join user_account u using (tenant_id, user_id)
where m.tenant_id = $1
order by m.valid_from, u.name;

-- name: access_team_insert
insert into team (tenant_id, team_id, parent_id, name, created_at) values ($1, $2, $3, $4, $5);

-- name: access_member_lock
select user_id from user_account where tenant_id = $1 and user_id = $2 for update;

-- name: access_member_replace
delete from team_member where tenant_id = $1 and user_id = $2 and valid_from >= $3;

-- name: access_member_cut
update team_member set valid_to = $3::date - 1
where tenant_id = $1 and user_id = $2 and valid_from < $3 and coalesce(valid_to, 'infinity') >= $3;

-- name: access_member_insert
insert into team_member (tenant_id, user_id, valid_from, valid_to, team_id) values ($1, $2, $3, $4, $5);

-- name: access_session
select user_id, created_at, expires_at from session where tenant_id = $1 and session_id = $2;

-- name: access_session_insert
insert into session (tenant_id, session_id, user_id, token_hash, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6);

-- name: access_session_extend
update session set expires_at = $3 where tenant_id = $1 and session_id = $2;

-- name: access_session_delete
delete from session where tenant_id = $1 and session_id = $2;

-- name: access_sessions_delete
delete from session where tenant_id = $1 and user_id = $2 and session_id <> $3;

-- name: access_key
select k.api_key_id, k.name, k.prefix, k.scopes, k.created_by, k.created_at, k.expires_at, k.last_used_at, k.revoked_at,
       t.name
from api_key k join tenant t using (tenant_id)
where k.tenant_id = $1 and k.api_key_id = $2;

-- name: access_keys
select k.api_key_id, k.name, k.prefix, k.scopes, k.created_by, k.created_at, k.expires_at, k.last_used_at, k.revoked_at,
       t.name
from api_key k join tenant t using (tenant_id)
where k.tenant_id = $1
order by k.created_at desc, k.api_key_id;

-- name: access_key_insert
insert into api_key (tenant_id, api_key_id, name, prefix, key_hash, scopes, created_by, created_at, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- name: access_key_revoke
update api_key set revoked_at = coalesce(revoked_at, $3) where tenant_id = $1 and api_key_id = $2;

-- name: access_key_touch
update api_key set last_used_at = $3 where tenant_id = $1 and api_key_id = $2;

-- name: access_person
select user_id, name, email, phone, language,
       (select m.team_id from team_member m
        where m.tenant_id = $1 and m.user_id = $2 and m.valid_to is null
        order by m.valid_from desc limit 1)
from user_account where tenant_id = $1 and user_id = $2;

-- name: access_people
select user_id, name, email from user_account where tenant_id = $1 order by email;

-- name: access_names
select user_id, name from user_account where tenant_id = $1 and user_id = any ($2)
union all
select api_key_id, name from api_key where tenant_id = $1 and api_key_id = any ($2);

-- name: access_purge_sessions
delete from session where tenant_id = $1 and expires_at < $2;

-- name: access_purge_idempotency
delete from idempotency where tenant_id = $1 and created_at < $2;

-- name: idempotency_lock
-- Held to the end of the transaction: a second request with the same key finds
-- it taken and is told so at once instead of waiting.
select pg_try_advisory_xact_lock(hashtextextended(concat_ws('/', $1::uuid, $2::uuid, $3::text, $4::text), 0));

-- name: idempotency_read
select fingerprint, status, headers, body from idempotency
where tenant_id = $1 and principal_id = $2 and route = $3 and key = $4;

-- name: idempotency_insert
insert into idempotency (tenant_id, principal_id, route, key, fingerprint, status, headers, body, created_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
