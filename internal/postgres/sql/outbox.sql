-- name: outbox_insert
insert into outbox (tenant_id, event_id, type, recorded_at, relayed_at)
values ($1, $2, $3, $4, case when $5 then $4::timestamptz end);

-- name: outbox_event
select event_id, type, recorded_at, relayed_at from outbox where tenant_id = $1 and event_id = $2;

-- name: outbox_relayed
update outbox set relayed_at = coalesce(relayed_at, $3) where tenant_id = $1 and event_id = $2;

-- name: outbox_waiting
select event_id from outbox
where tenant_id = $1 and relayed_at is null and recorded_at < $2
order by recorded_at
limit $3;
