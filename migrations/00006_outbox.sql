-- +goose Up
-- Every event of quotes that others are to be told of (package jobs relays
-- them). The queue forgets finished jobs; this remembers what was told.

create table outbox (
    tenant_id   uuid        not null references tenant (tenant_id),
    event_id    uuid        not null,
    type        text        not null check (type <> ''),
    recorded_at timestamptz not null,
    -- relayed_at is null until every follower has taken the event
    relayed_at  timestamptz,
    primary key (tenant_id, event_id),
    foreign key (tenant_id, event_id) references quote_audit (tenant_id, event_id)
);
create index outbox_waiting on outbox (tenant_id, recorded_at) where relayed_at is null;
select tenant_policy('outbox');
grant select, insert on outbox to quotient_app;
grant update (relayed_at) on outbox to quotient_app;
