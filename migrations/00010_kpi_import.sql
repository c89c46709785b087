-- +goose Up
-- Files of past quotes that are taken over in the background (quotes.HistoryImport).
create table history_import (
    tenant_id   uuid        not null references tenant (tenant_id),
    import_id   uuid        not null,
    system      text        not null check (system <> ''),
    state       text        not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    quotes      integer     not null check (quotes >= 0),
    done        integer     not null check (done between 0 and quotes),
    taken       integer     not null check (taken between 0 and quotes),
    message     text        not null default '',
    -- the file, until the import is over
    content     bytea,
    started_by  uuid        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    primary key (tenant_id, import_id),
    check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
    check ((content is null) = (finished_at is not null))
);
select tenant_policy('history_import');
grant select, insert on history_import to quotient_app;
grant update (state, done, taken, message, content, finished_at) on history_import to quotient_app;

-- The rate table of figures at constant rates: base currency per unit of the
-- currency from a day on.
create table kpi_rate (
    tenant_id   uuid        not null references tenant (tenant_id),
    currency    char(3)     not null check (currency ~ '^[A-Z]{3}$'),
    from_day    date        not null,
    rate        numeric     not null check (rate > 0),
    recorded_at timestamptz not null,
    primary key (tenant_id, currency, from_day)
);
select tenant_policy('kpi_rate');
grant select, insert, update on kpi_rate to quotient_app;

-- Saved questions of people.
create table kpi_view (
    tenant_id  uuid        not null references tenant (tenant_id),
    view_id    uuid        not null,
    owner_id   uuid        not null,
    name       text        not null check (name <> ''),
    shared     boolean     not null,
    content    jsonb       not null,
    updated_at timestamptz not null,
    primary key (tenant_id, view_id)
);
create index kpi_view_owner on kpi_view (tenant_id, owner_id);
select tenant_policy('kpi_view');
grant select, insert, update, delete on kpi_view to quotient_app;
