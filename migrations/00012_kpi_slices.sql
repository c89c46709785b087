-- +goose Up
-- Changes of rollups carry every dimension of theirs, and the days that
-- durations took; folding adds them up by each.
alter table kpi_delta
    add column slices jsonb not null default '[]', -- in the order of kpi.RolledSlices
    add column lag    integer not null default 0;  -- of durations only

-- Readers look for the few changes of a measure and its days.
alter table kpi_delta drop constraint kpi_delta_pkey;
alter table kpi_delta add primary key (tenant_id, measure, day, delta_id);

-- What kpi_rollup holds by owner and team, by the values of one dimension; that
-- of no name is the whole.
create table kpi_slice (
    tenant_id uuid    not null references tenant (tenant_id),
    measure   text    not null,
    dimension text    not null,
    day       date    not null,
    key       text    not null,
    k         bigint  not null,
    n         bigint  not null,
    value     numeric not null,
    of        numeric not null,
    gaps      bigint  not null,
    primary key (tenant_id, measure, dimension, day, key)
) with (fillfactor = 80);

-- How many families' durations took how many days, by the day and by the month
-- (its first day) in which they began.
create table kpi_lag (
    tenant_id uuid    not null references tenant (tenant_id),
    measure   text    not null,
    monthly   boolean not null,
    day       date    not null,
    lag       integer not null,
    k         bigint  not null, -- ended as meant
    n         bigint  not null, -- ended at all
    primary key (tenant_id, measure, monthly, day, lag)
) with (fillfactor = 80);

select tenant_policy('kpi_slice'), tenant_policy('kpi_lag');
grant select, insert, update, delete on kpi_slice, kpi_lag to quotient_app;

-- Durations still running are counted from these alone.
drop index quote_fact_open;
create index quote_fact_open on quote_fact (tenant_id, (case when accepted_at is not null then 'infinity'::timestamptz else lapses_at end))
    include (family_id, sent_at, ordered_at, accepted_at, lapses_at, closed_at, viewed_at, accepted_on, sent_base, sent_net, currency, owner_id, team_id,
    customer_id, region, segment, product_family, channel, source, campaign, new_customer)
    where sent_at is not null and ordered_at is null;
drop index quote_fact_ends;
create index quote_fact_ends on quote_fact (tenant_id, (case when ordered_at is not null then ordered_at when accepted_at is not null then null
    when closed_at is null or lapses_at > closed_at then lapses_at else closed_at end), family_id)
    include (recorded_from, sent_at, ordered_at, accepted_at, lapses_at, closed_at, sent_base, sent_net, sent_list, currency, loss_reason, competitor,
    owner_id, team_id, customer_id, region, segment, product_family, channel, source, campaign, new_customer)
    where sent_at is not null;
create index quote_fact_live on quote_fact (tenant_id, sent_at) include (ordered_at, accepted_at, lapses_at, closed_at, viewed_at, accepted_on)
    where sent_at is not null and ordered_at is null and (accepted_at is not null or lapses_at is not null);
create index quote_fact_stranded on quote_fact (tenant_id, sent_at) include (ordered_at, accepted_at, lapses_at, closed_at, viewed_at, accepted_on)
    where sent_at is not null and ordered_at is null and accepted_at is null and lapses_at is null and closed_at is null;
create index quote_fact_unsent on quote_fact (tenant_id, requested_at) where sent_at is null;
create index quote_fact_unapproved on quote_fact (tenant_id, submitted_at) where approved_at is null;

-- What was known then is read from these alone.
create index quote_fact_past_sent on quote_fact_past (tenant_id, sent_at) include (recorded_from, recorded_to, ordered_at, sent_base, owner_id, team_id,
    customer_id, region, segment, product_family, channel, source, campaign, new_customer, currency, accepted_at, lapses_at, closed_at, viewed_at,
    accepted_on, list_base, sent_net, sent_list) where sent_at is not null;
drop index quote_fact_sent;
create index quote_fact_sent on quote_fact (tenant_id, sent_at) include (recorded_from, ordered_at, sent_base, owner_id, team_id, customer_id,
    region, segment, product_family, channel, source, campaign, new_customer, currency, accepted_at, lapses_at, closed_at, viewed_at, accepted_on,
    list_base, sent_net, sent_list);
analyze quote_fact;

-- +goose StatementBegin
do $$
declare
    t uuid;
begin
    for t in select tenant_ids() loop
        perform set_config('app.tenant', t::text, true);
        insert into kpi_rollup_stale values (t) on conflict do nothing;
    end loop;
    perform set_config('app.tenant', '', true);
end
$$;
-- +goose StatementEnd
