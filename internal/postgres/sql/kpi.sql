-- Events, facts and intake entries (package kpi).

-- name: kpi_facts_for_update
select family_id, reference,
       owner_id, team_id, customer_id, region, segment, product_family, channel, source, campaign, new_customer,
       attribution, requested_at, created_at, submitted_at, approved_at, sent_at, viewed_at, ordered_at,
       sent, accepted, offers, ordered_base, ordered_gaps, cancelled_base, cancelled_gaps,
    returned_base, returned_gaps, orders,
       submissions, returns, revisions, revision_reasons, corrected, mismatched, motive, imported, events,
       recorded_from
from quote_fact
where tenant_id = $1 and family_id = any ($2)
order by family_id
for update

-- name: kpi_events_present
select event_id from quote_event where tenant_id = $1 and event_id = any ($2)

-- name: kpi_event_insert
insert into quote_event (
    tenant_id, event_id, family_id, reference, type, occurred_at, recorded_at,
    offer_id, main, supersedes, expires_at, requested_at, order_id, matches,
    owner_id, team_id, customer_id, region, segment, product_family, channel, source, campaign, new_customer,
    currency, base, rate, net, list, cost, costed_net, steps,
    reason, competitor, motive, imported)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
    $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36)

-- name: kpi_fact_keep
insert into quote_fact_past
select f.*, $3::timestamptz from quote_fact f where f.tenant_id = $1 and f.family_id = $2

-- name: kpi_fact_write
insert into quote_fact (
    tenant_id, family_id, reference,
    owner_id, team_id, customer_id, region, segment, product_family, channel, source, campaign, new_customer,
    attribution, requested_at, created_at, submitted_at, approved_at, sent_at, viewed_at, ordered_at,
    sent, accepted, offers, ordered_base, ordered_gaps, cancelled_base, cancelled_gaps,
    returned_base, returned_gaps, orders,
    submissions, returns, revisions, revision_reasons, corrected, mismatched, motive, imported, events,
    recorded_from,
    accepted_at, lapses_at, closed_at, closed_as, loss_reason, competitor, currency, base, sent_net, sent_base,
    sent_list, list_base, accepted_on)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
    $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43,
    $44, $45, $46, $47, $48, $49, $50, $51, $52, $53, $54)
on conflict (tenant_id, family_id) do update set
    reference = excluded.reference, owner_id = excluded.owner_id, team_id = excluded.team_id,
    customer_id = excluded.customer_id, region = excluded.region, segment = excluded.segment,
    product_family = excluded.product_family, channel = excluded.channel, source = excluded.source,
    campaign = excluded.campaign, new_customer = excluded.new_customer, attribution = excluded.attribution,
    requested_at = excluded.requested_at, created_at = excluded.created_at, submitted_at = excluded.submitted_at,
    approved_at = excluded.approved_at, sent_at = excluded.sent_at, viewed_at = excluded.viewed_at,
    ordered_at = excluded.ordered_at, sent = excluded.sent, accepted = excluded.accepted,
    offers = excluded.offers, ordered_base = excluded.ordered_base, ordered_gaps = excluded.ordered_gaps,
    cancelled_base = excluded.cancelled_base, cancelled_gaps = excluded.cancelled_gaps,
    returned_base = excluded.returned_base, returned_gaps = excluded.returned_gaps, orders = excluded.orders,
    submissions = excluded.submissions, returns = excluded.returns, revisions = excluded.revisions,
    revision_reasons = excluded.revision_reasons, corrected = excluded.corrected,
    mismatched = excluded.mismatched, motive = excluded.motive, imported = excluded.imported,
    events = excluded.events, recorded_from = excluded.recorded_from, accepted_at = excluded.accepted_at,
    lapses_at = excluded.lapses_at, closed_at = excluded.closed_at, closed_as = excluded.closed_as,
    loss_reason = excluded.loss_reason, competitor = excluded.competitor, currency = excluded.currency,
    base = excluded.base, sent_net = excluded.sent_net, sent_base = excluded.sent_base,
    sent_list = excluded.sent_list, list_base = excluded.list_base, accepted_on = excluded.accepted_on

-- name: kpi_entry_insert
insert into intake_entry (
    tenant_id, event_id, family_id, order_id, type, at, recorded_at,
    owner_id, team_id, customer_id, region, segment, product_family, channel, source, campaign, new_customer,
    currency, base, rate, net, net_base, list, list_base, cost, cost_base,
    costed_net, costed_base)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22,
    $23, $24, $25, $26, $27, $28)

-- name: kpi_settings
select time_zone, base_currency from tenant where tenant_id = $1

-- name: kpi_watermark
select coalesce((select position from quote_event where tenant_id = $1 and recorded_at <= $2
    order by recorded_at desc, position desc limit 1), 0)

-- name: kpi_targets
select owner_id, team_id, from_day, to_day, amount from kpi_target
where tenant_id = $1 and from_day < $3 and to_day > $2
order by owner_id, team_id, from_day

-- name: kpi_source_costs
select source, campaign, from_day, to_day, cost from kpi_source_cost
where tenant_id = $1 and from_day < $3 and to_day > $2
order by source, campaign, from_day

-- name: fiscal_periods
select name, from_day, to_day from fiscal_period where tenant_id = $1 order by from_day, name

-- name: kpi_target_save
insert into kpi_target (tenant_id, owner_id, team_id, from_day, to_day, amount, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (tenant_id, owner_id, team_id, from_day) do update
set to_day = excluded.to_day, amount = excluded.amount, recorded_at = excluded.recorded_at

-- name: kpi_source_cost_save
insert into kpi_source_cost (tenant_id, source, campaign, from_day, to_day, cost, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (tenant_id, source, campaign, from_day) do update
set to_day = excluded.to_day, cost = excluded.cost, recorded_at = excluded.recorded_at

-- name: kpi_activity_save
insert into kpi_activity (tenant_id, day, owner_id, team_id, contacts, meetings, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (tenant_id, day, owner_id) do update
set team_id = excluded.team_id, contacts = excluded.contacts, meetings = excluded.meetings, recorded_at = excluded.recorded_at

-- name: kpi_survey_save
insert into kpi_survey (tenant_id, day, reference, owner_id, team_id, score, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (tenant_id, day, reference) do update
set owner_id = excluded.owner_id, team_id = excluded.team_id, score = excluded.score, recorded_at = excluded.recorded_at

-- name: kpi_pulse_save
insert into kpi_pulse (tenant_id, day, team_id, answer, score, note, recorded_at)
values ($1, $2, $3, $4, $5, $6, $7)
on conflict (tenant_id, day, team_id, answer) do update
set score = excluded.score, note = excluded.note, recorded_at = excluded.recorded_at

-- name: fiscal_period_save
insert into fiscal_period (tenant_id, name, from_day, to_day, recorded_at)
values ($1, $2, $3, $4, $5)
on conflict (tenant_id, name) do update
set from_day = excluded.from_day, to_day = excluded.to_day, recorded_at = excluded.recorded_at

-- name: kpi_rates
select currency, from_day, rate from kpi_rate where tenant_id = $1 order by currency, from_day

-- name: kpi_rate_save
insert into kpi_rate (tenant_id, currency, from_day, rate, recorded_at)
values ($1, $2, $3, $4, $5)
on conflict (tenant_id, currency, from_day) do update set rate = excluded.rate, recorded_at = excluded.recorded_at

-- name: kpi_names
select lower(email), user_id, false from user_account where tenant_id = $1
union all
select lower(name), team_id, true from team where tenant_id = $1

-- Of each number the family with an order, and the latest one of several.
-- name: kpi_families_named
select distinct on (reference) reference, family_id from quote_fact
where tenant_id = $1 and reference = any ($2::text[]) and ordered_at is not null
order by reference, ordered_at desc

-- name: kpi_views
select view_id, owner_id, name, shared, content, updated_at from kpi_view
where tenant_id = $1 and (owner_id = $2 or shared) order by lower(name), view_id

-- name: kpi_view_add
insert into kpi_view (tenant_id, view_id, owner_id, name, shared, content, updated_at)
values ($1, $2, $3, $4, $5, $6, $7)

-- name: kpi_view_save
update kpi_view set name = $4, shared = $5, content = $6, updated_at = $7
where tenant_id = $1 and view_id = $2 and owner_id = $3

-- name: kpi_view_delete
delete from kpi_view where tenant_id = $1 and view_id = $2 and owner_id = $3

-- name: kpi_facts_lock
select from quote_fact where tenant_id = $1 and family_id = any ($2) order by family_id for update

-- name: kpi_families_after
select family_id from quote_event where tenant_id = $1 and family_id > $2
group by family_id order by family_id limit $3

-- name: kpi_events_of
select event_id, family_id, coalesce(reference, ''), type, occurred_at, recorded_at,
       offer_id, main, supersedes, expires_at, requested_at, order_id, matches,
       owner_id, team_id, customer_id, region, segment, product_family, channel, source, campaign, new_customer,
       currency, base, coalesce(rate, 0), coalesce(net, 0), coalesce(list, 0), coalesce(cost, 0), coalesce(costed_net, 0), steps,
       reason, competitor, motive, imported
from quote_event
where tenant_id = $1 and family_id = any ($2)
order by family_id, position

-- name: kpi_past_of
select family_id, reference,
       owner_id, team_id, customer_id, region, segment, product_family, channel, source, campaign, new_customer,
       attribution, requested_at, created_at, submitted_at, approved_at, sent_at, viewed_at, ordered_at,
       sent, accepted, offers, ordered_base, ordered_gaps, cancelled_base, cancelled_gaps,
       returned_base, returned_gaps, orders,
       submissions, returns, revisions, revision_reasons, corrected, mismatched, motive, imported, events,
       recorded_from
from quote_fact_past
where tenant_id = $1 and family_id = any ($2)
order by family_id, recorded_from

-- name: kpi_entries_of
select family_id, count(*), sum(net) from intake_entry where tenant_id = $1 and family_id = any ($2) group by family_id

-- name: kpi_fact_forget
delete from quote_fact where tenant_id = $1 and family_id = $2

-- name: kpi_past_forget
delete from quote_fact_past where tenant_id = $1 and family_id = $2

-- name: kpi_entries_forget
delete from intake_entry where tenant_id = $1 and family_id = $2

-- name: kpi_delta_insert
insert into kpi_delta (tenant_id, measure, day, owner_id, team_id, slices, lag, k, n, value, of, gaps)
select $1, measure, day, owner_id, team_id, slices::jsonb, lag, k, n, value, of, gaps
from unnest($2::text[], $3::date[], $4::uuid[], $5::uuid[], $6::text[], $7::integer[], $8::bigint[], $9::bigint[],
    $10::numeric[], $11::numeric[], $12::bigint[]) u (measure, day, owner_id, team_id, slices, lag, k, n, value, of, gaps)

-- Takes up to $2 waiting changes and adds them to all rollups; $3 names the
-- dimensions of kpi_slice: all, the team, and those of "slices".
-- name: kpi_fold
with taken as (
    delete from kpi_delta where tenant_id = $1 and (measure, day, delta_id) in (
        select measure, day, delta_id from kpi_delta where tenant_id = $1 order by measure, day, delta_id limit $2 for update skip locked)
    returning measure, day, owner_id, team_id, slices, lag, k, n, value, of, gaps
), folded as (
    insert into kpi_rollup as r (tenant_id, measure, day, owner_id, team_id, k, n, value, of, gaps)
    select $1, measure, day, owner_id, team_id, sum(k), sum(n), sum(value), sum(of), sum(gaps)
    from taken where measure not like 'lag/%' group by measure, day, owner_id, team_id order by measure, day, owner_id, team_id
    on conflict (tenant_id, measure, day, owner_id, team_id) do update
    set k = r.k + excluded.k, n = r.n + excluded.n, value = r.value + excluded.value,
        of = r.of + excluded.of, gaps = r.gaps + excluded.gaps
), sliced as (
    insert into kpi_slice as r (tenant_id, measure, dimension, day, key, k, n, value, of, gaps)
    select $1, measure, ($3::text[])[place], day, key, sum(k), sum(n), sum(value), sum(of), sum(gaps)
    from taken, lateral (
        select key, 2 + place as place from jsonb_array_elements_text(slices) with ordinality e (key, place)
        union all values ('', 1), (team_id::text, 2)) u
    where measure not like 'lag/%'
    group by measure, place, day, key order by measure, ($3::text[])[place], day, key
    on conflict (tenant_id, measure, dimension, day, key) do update
    set k = r.k + excluded.k, n = r.n + excluded.n, value = r.value + excluded.value,
        of = r.of + excluded.of, gaps = r.gaps + excluded.gaps
), lagged as (
    insert into kpi_lag as r (tenant_id, measure, monthly, day, lag, k, n)
    select $1, measure, monthly, began, lag, sum(k), sum(n)
    from taken, lateral (values (false, day), (true, date_trunc('month', day)::date)) u (monthly, began)
    where measure like 'lag/%' group by measure, monthly, began, lag order by measure, monthly, began, lag
    on conflict (tenant_id, measure, monthly, day, lag) do update set k = r.k + excluded.k, n = r.n + excluded.n
)
select count(*) from taken

-- name: kpi_fold_lock
select pg_try_advisory_xact_lock_shared(hashtextextended('kpi_rollup ' || $1::uuid, 0))

-- name: kpi_rebuild_lock
select pg_advisory_xact_lock(hashtextextended('kpi_rollup ' || $1::uuid, 0))

-- name: kpi_rollup_stale
select exists (select from kpi_rollup_stale where tenant_id = $1)

-- name: kpi_rollup_made
delete from kpi_rollup_stale where tenant_id = $1

-- name: kpi_rollup_forget
delete from kpi_rollup where tenant_id = $1

-- name: kpi_slice_forget
delete from kpi_slice where tenant_id = $1

-- name: kpi_lag_forget
delete from kpi_lag where tenant_id = $1

-- name: kpi_delta_forget
delete from kpi_delta where tenant_id = $1

-- name: kpi_lag_months
insert into kpi_lag (tenant_id, measure, monthly, day, lag, k, n)
select tenant_id, measure, true, date_trunc('month', day)::date, lag, sum(k), sum(n) from kpi_lag
where tenant_id = $1 and not monthly group by 1, 2, 4, 5
