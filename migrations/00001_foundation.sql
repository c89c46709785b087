-- +goose Up
-- What every other migration builds on: the tenant, and one way to make a
-- table private to its tenant. Roles are made before (roles.sql), and
-- migrations run as quotient_owner.

-- tenant_policy makes a table visible to its tenant only, also for the owner
-- (FORCE). The tenant is set inside each transaction; after the transaction the
-- setting reads '', not NULL, and both mean: no rows.
-- +goose StatementBegin
create function tenant_policy(target regclass) returns void
language plpgsql
set search_path = public, pg_temp
as $$
begin
    execute format('alter table %s enable row level security', target);
    execute format('alter table %s force row level security', target);
    execute format(
        'create policy tenant on %s '
        'using (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid) '
        'with check (tenant_id = nullif(current_setting(''app.tenant'', true), '''')::uuid)', target);
end
$$;
-- +goose StatementEnd

-- tenant_lookup lets the owner read a table across tenants, for SECURITY
-- DEFINER functions that find a tenant from a secret's hash and return ids
-- only. The application role is not the owner and gains nothing.
-- +goose StatementBegin
create function tenant_lookup(target regclass) returns void
language plpgsql
set search_path = public, pg_temp
as $$
begin
    execute format('create policy lookup on %s for select to quotient_owner using (true)', target);
end
$$;
-- +goose StatementEnd

revoke execute on function tenant_policy(regclass), tenant_lookup(regclass) from public;

-- A tenant is one company that sells.
create table tenant (
    tenant_id       uuid        primary key,
    name            text        not null check (name <> ''),
    country         char(2)     not null check (country ~ '^[A-Z]{2}$'),
    base_currency   char(3)     not null check (base_currency ~ '^[A-Z]{3}$'),
    time_zone       text        not null default 'UTC',
    -- languages are those it sells in, the first one by default
    languages       text[]      not null default '{fr,en}' check (cardinality(languages) > 0),
    -- seller is what its documents must say about it: address, registers, VAT
    seller          jsonb       not null default '{}',
    -- settings are its choices, by name: windows, policies, limits
    settings        jsonb       not null default '{}',
    version         bigint      not null default 1,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);
select tenant_policy('tenant');
select tenant_lookup('tenant');
grant select, insert, update on tenant to quotient_app;

-- tenant_ids lists every tenant, for the clock's jobs, which then work inside
-- one tenant at a time.
-- +goose StatementBegin
create function tenant_ids() returns setof uuid
language sql stable security definer
set search_path = public, pg_temp
begin atomic
    select tenant_id from tenant order by tenant_id;
end;
-- +goose StatementEnd
revoke execute on function tenant_ids() from public;
grant execute on function tenant_ids() to quotient_app;
