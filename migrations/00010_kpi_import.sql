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

-- Figures of the quotes sent in a period, by whatever slice, and of those open,
-- are read from these alone, without the wide rows of facts.
drop index quote_fact_sent;
create index quote_fact_sent on quote_fact (tenant_id, sent_at) include (ordered_at, sent_base, owner_id, team_id, customer_id, region,
    segment, product_family, channel, source, campaign, new_customer, currency, accepted_at, lapses_at, closed_at, viewed_at, accepted_on,
    list_base, sent_net, sent_list);
create index quote_fact_open on quote_fact (tenant_id, (case when accepted_at is not null then 'infinity'::timestamptz else lapses_at end))
    include (sent_at, ordered_at, accepted_at, lapses_at, closed_at, sent_base, sent_net, currency, owner_id, team_id, customer_id, region,
    segment, product_family, channel, source, campaign, new_customer)
    where sent_at is not null and ordered_at is null;

create index quote_fact_ends on quote_fact (tenant_id, (coalesce(ordered_at, case when accepted_at is null then greatest(closed_at, lapses_at) end)), family_id)
    include (sent_at, ordered_at, accepted_at, lapses_at, closed_at, sent_base, sent_net, sent_list, currency, loss_reason, competitor,
    owner_id, team_id, customer_id, region, segment, product_family, channel, source, campaign, new_customer)
    where sent_at is not null;
drop index quote_fact_customer;
create index quote_fact_customer on quote_fact (tenant_id, customer_id, sent_at)
    include (family_id, owner_id, product_family, ordered_at, accepted_at, closed_at, lapses_at);
create index quote_fact_won on quote_fact (tenant_id, customer_id, ordered_at, family_id)
    include (sent_base, sent_net, currency, owner_id, team_id) where ordered_at is not null;
create index quote_fact_submitted on quote_fact (tenant_id, submitted_at) include (approved_at, owner_id, team_id);
create index quote_fact_requested on quote_fact (tenant_id, requested_at) include (sent_at, owner_id, team_id);

-- Tenants whose rollups lack measures that this version rolls up: their figures
-- are read from facts until the rollups are made anew.
create table kpi_rollup_stale (
    tenant_id uuid primary key references tenant (tenant_id)
);
select tenant_policy('kpi_rollup_stale');
grant select, delete on kpi_rollup_stale to quotient_app;
-- +goose StatementBegin
do $$
declare
    t uuid;
begin
    for t in select tenant_ids() loop
        perform set_config('app.tenant', t::text, true);
        insert into kpi_rollup_stale values (t);
    end loop;
    perform set_config('app.tenant', '', true);
end
$$;
-- +goose StatementEnd
