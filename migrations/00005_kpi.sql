-- +goose Up
-- The event log of quotes, and the facts and intake entries projected from it
-- (package kpi). The log is the truth; what is projected can be made anew from
-- it, and only for that may the application delete it.

-- Append-only: the application may insert and read, nothing else. An event
-- carries every dimension and measure that figures need, so that replaying
-- reads no other table. Columns are null where the event says nothing.
create table quote_event (
    tenant_id      uuid        not null references tenant (tenant_id),
    event_id       uuid        not null,
    -- position numbers the log; transactions commit out of its order, so
    -- readers that follow the log compare xid with pg_snapshot_xmin.
    position       bigint      not null generated always as identity,
    xid            xid8        not null default pg_current_xact_id(),
    family_id      uuid        not null,
    reference      text,
    type           text        not null check (type <> ''),
    occurred_at    timestamptz not null,
    recorded_at    timestamptz not null,
    offer_id       uuid,
    main           boolean     not null default false,
    supersedes     uuid[],
    expires_at     timestamptz,
    requested_at   timestamptz,
    order_id       uuid,
    matches        boolean     not null default false,
    owner_id       uuid        not null,
    team_id        uuid        not null,
    customer_id    uuid        not null,
    region         text        not null default '',
    segment        text        not null default '',
    product_family text        not null default '',
    channel        text        not null default '',
    source         text        not null default '',
    campaign       text        not null default '',
    new_customer   boolean     not null default false,
    currency       char(3),
    base           char(3),
    rate           numeric,
    net            numeric,
    list           numeric,
    cost           numeric,
    costed_net     numeric,
    steps          jsonb,
    reason         text        not null default '',
    competitor     text        not null default '',
    motive         text        not null default '',
    imported       boolean     not null default false,
    primary key (tenant_id, event_id)
);
create index quote_event_family on quote_event (tenant_id, family_id, position);
create index quote_event_recorded on quote_event (tenant_id, recorded_at, position);
create index quote_event_occurred on quote_event using brin (occurred_at);
select tenant_policy('quote_event');
grant select, insert on quote_event to quotient_app;

-- What the log says now about each family. sent_base is null where the
-- currency has no rate.
create table quote_fact (
    tenant_id        uuid        not null references tenant (tenant_id),
    family_id        uuid        not null,
    reference        text        not null,
    owner_id         uuid        not null,
    team_id          uuid        not null,
    customer_id      uuid        not null,
    region           text        not null,
    segment          text        not null,
    product_family   text        not null,
    channel          text        not null,
    source           text        not null,
    campaign         text        not null,
    new_customer     boolean     not null,
    attribution      jsonb       not null,
    requested_at     timestamptz,
    created_at       timestamptz,
    submitted_at     timestamptz,
    approved_at      timestamptz,
    sent_at          timestamptz,
    viewed_at        timestamptz,
    ordered_at       timestamptz,
    -- the standing of the offers: see kpi.Standing
    accepted_at      timestamptz,
    lapses_at        timestamptz,
    closed_at        timestamptz,
    closed_as        text        not null,
    loss_reason      text        not null,
    competitor       text        not null,
    -- value at the first send
    currency         char(3),
    base             char(3),
    sent_net         numeric     not null,
    sent_list        numeric     not null,
    sent_base        numeric,
    list_base        numeric,
    -- the latest acceptance, standing or not
    accepted_on      timestamptz,
    sent             jsonb       not null,
    accepted         jsonb       not null,
    offers           jsonb       not null,
    ordered_base     numeric     not null,
    ordered_gaps     integer     not null,
    cancelled_base   numeric     not null,
    cancelled_gaps   integer     not null,
    returned_base    numeric     not null,
    returned_gaps    integer     not null,
    orders           integer     not null,
    submissions      integer     not null,
    returns          integer     not null,
    revisions        integer     not null,
    revision_reasons jsonb       not null,
    corrected        boolean     not null,
    mismatched       boolean     not null,
    motive           text        not null,
    imported         boolean     not null,
    events           integer     not null,
    recorded_from    timestamptz not null,
    primary key (tenant_id, family_id)
) with (fillfactor = 80);
create index quote_fact_sent on quote_fact (tenant_id, sent_at);
create index quote_fact_ordered on quote_fact (tenant_id, ordered_at) where ordered_at is not null;
create index quote_fact_customer on quote_fact (tenant_id, customer_id, sent_at);
create index quote_fact_lapses on quote_fact (tenant_id, lapses_at) where ordered_at is null;
select tenant_policy('quote_fact');
grant select, insert, update, delete on quote_fact to quotient_app;

-- The versions of facts that later events replaced, for "as known then".
create table quote_fact_past (
    like quote_fact,
    recorded_to timestamptz not null check (recorded_to > recorded_from),
    primary key (tenant_id, family_id, recorded_from)
);
create index quote_fact_past_to on quote_fact_past (tenant_id, recorded_to);
select tenant_policy('quote_fact_past');
grant select, insert, delete on quote_fact_past to quotient_app;

-- Order movements on their own date; amounts carry their sign.
create table intake_entry (
    tenant_id      uuid        not null references tenant (tenant_id),
    event_id       uuid        not null,
    family_id      uuid        not null,
    order_id       uuid        not null,
    type           text        not null check (type in ('ordered', 'order_cancelled', 'goods_returned')),
    at             timestamptz not null,
    recorded_at    timestamptz not null,
    owner_id       uuid        not null,
    team_id        uuid        not null,
    customer_id    uuid        not null,
    region         text        not null,
    segment        text        not null,
    product_family text        not null,
    channel        text        not null,
    source         text        not null,
    campaign       text        not null,
    new_customer   boolean     not null,
    currency       char(3)     not null,
    base           char(3)     not null,
    rate           numeric     not null,
    net            numeric     not null,
    net_base       numeric,
    list           numeric     not null,
    list_base      numeric,
    cost           numeric     not null,
    cost_base      numeric,
    costed_net     numeric     not null,
    costed_base    numeric,
    primary key (tenant_id, event_id)
);
create index intake_entry_at on intake_entry (tenant_id, at);
create index intake_entry_family on intake_entry (tenant_id, family_id);
select tenant_policy('intake_entry');
grant select, insert, delete on intake_entry to quotient_app;

-- Sums of what measures count, by day, owner and team: writers append signed
-- changes to kpi_delta in their own transaction, and a job folds those it can
-- see into kpi_rollup. Readers add up both, so figures have no lag.
create table kpi_delta (
    tenant_id uuid    not null references tenant (tenant_id),
    delta_id  bigint  not null generated always as identity,
    measure   text    not null,
    day       date    not null,
    owner_id  uuid    not null,
    team_id   uuid    not null,
    k         bigint  not null,
    n         bigint  not null,
    value     numeric not null,
    of        numeric not null,
    gaps      bigint  not null,
    primary key (tenant_id, delta_id)
);
select tenant_policy('kpi_delta');
grant select, insert, update, delete on kpi_delta to quotient_app;

create table kpi_rollup (
    tenant_id uuid    not null references tenant (tenant_id),
    measure   text    not null,
    day       date    not null,
    owner_id  uuid    not null,
    team_id   uuid    not null,
    k         bigint  not null,
    n         bigint  not null,
    value     numeric not null,
    of        numeric not null,
    gaps      bigint  not null,
    primary key (tenant_id, measure, day, owner_id, team_id)
) with (fillfactor = 80);
select tenant_policy('kpi_rollup');
grant select, insert, update, delete on kpi_rollup to quotient_app;

-- Small records imported from spreadsheets. Days "to_day" are exclusive; zero
-- ids mean "not of one owner", "not of one team".
create table kpi_target (
    tenant_id   uuid        not null references tenant (tenant_id),
    owner_id    uuid        not null,
    team_id     uuid        not null,
    from_day    date        not null,
    to_day      date        not null check (to_day > from_day),
    amount      numeric     not null check (amount >= 0),
    recorded_at timestamptz not null,
    primary key (tenant_id, owner_id, team_id, from_day)
);

create table kpi_source_cost (
    tenant_id   uuid        not null references tenant (tenant_id),
    source      text        not null check (source <> ''),
    campaign    text        not null default '',
    from_day    date        not null,
    to_day      date        not null check (to_day > from_day),
    cost        numeric     not null check (cost >= 0),
    recorded_at timestamptz not null,
    primary key (tenant_id, source, campaign, from_day)
);

create table kpi_activity (
    tenant_id   uuid        not null references tenant (tenant_id),
    day         date        not null,
    owner_id    uuid        not null,
    team_id     uuid        not null,
    contacts    bigint      not null check (contacts >= 0),
    meetings    bigint      not null check (meetings >= 0),
    recorded_at timestamptz not null,
    primary key (tenant_id, day, owner_id)
);

create table kpi_survey (
    tenant_id   uuid        not null references tenant (tenant_id),
    day         date        not null,
    reference   text        not null check (reference <> ''),
    owner_id    uuid        not null,
    team_id     uuid        not null,
    score       numeric, -- null until answered
    recorded_at timestamptz not null,
    primary key (tenant_id, day, reference)
);

-- Anonymous: an answer belongs to a team, not to a person.
create table kpi_pulse (
    tenant_id   uuid        not null references tenant (tenant_id),
    day         date        not null,
    team_id     uuid        not null,
    answer      text        not null,
    score       bigint      not null check (score between 1 and 5),
    note        text        not null default '',
    recorded_at timestamptz not null,
    primary key (tenant_id, day, team_id, answer)
);

create table fiscal_period (
    tenant_id   uuid        not null references tenant (tenant_id),
    name        text        not null check (name <> ''),
    from_day    date        not null,
    to_day      date        not null check (to_day > from_day),
    recorded_at timestamptz not null,
    primary key (tenant_id, name)
);

select tenant_policy('kpi_target'), tenant_policy('kpi_source_cost'), tenant_policy('kpi_activity'),
       tenant_policy('kpi_survey'), tenant_policy('kpi_pulse'), tenant_policy('fiscal_period');
grant select, insert, update on kpi_target, kpi_source_cost, kpi_activity, kpi_survey, kpi_pulse, fiscal_period to quotient_app;
