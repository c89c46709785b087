-- What the raw log says of each family, in plain SQL that shares nothing with
-- the product: $tenant, $known and $now are replaced before it runs.
drop table if exists known, attributed, valued, offer, standing, family, entry, lag;

create temp table known as
select * from quote_event where tenant_id = '$tenant' and recorded_at <= '$known';

-- Base currency EUR, two decimals; null without a rate.
create or replace function pg_temp.conv(amount numeric, currency text, rate numeric) returns numeric language sql as $$
    select case when currency = 'EUR' then amount when coalesce(rate, 0) = 0 then null else round(amount * rate, 2) end $$;

create temp table attributed as
select distinct on (family_id) * from known
order by family_id, (type = 'sent') desc, case when type = 'sent' then occurred_at end, case when type = 'sent' then event_id end,
    occurred_at desc, event_id desc;

create temp table valued as
select distinct on (family_id) * from known where type = 'sent' order by family_id, main desc, occurred_at, event_id;

create temp table offer as
select o.*, c.closed_at, c.closed_as, c.closed_reason,
    o.superseded_by_event or exists (select from known s where s.family_id = o.family_id and o.offer_id = any (s.supersedes)) as superseded
from (select family_id, offer_id, max(expires_at) filter (where type = 'sent') as expires,
        max(occurred_at) filter (where type = 'accepted') as accepted,
        max(occurred_at) filter (where type = 'acceptance_cancelled') as cancelled, bool_or(type = 'superseded') as superseded_by_event
    from known where type in ('sent', 'accepted', 'acceptance_cancelled', 'rejected', 'withdrawn', 'superseded') group by 1, 2) o
left join (select distinct on (family_id, offer_id) family_id, offer_id, occurred_at as closed_at, type as closed_as, reason as closed_reason
    from known where type in ('rejected', 'withdrawn', 'acceptance_cancelled')
    order by family_id, offer_id, occurred_at desc, position desc) c using (family_id, offer_id);

create temp table standing as
select family_id, max(accepted) filter (where accepted > coalesce(cancelled, '-infinity')) as stands,
    max(expires) filter (where closed_at is null) as lapses, max(closed_at) as closed,
    (array_agg(closed_reason order by closed_at desc) filter (where closed_at is not null))[1] as reason
from offer where not superseded group by 1;

create temp table family as
select a.family_id, a.owner_id, a.team_id, a.customer_id, a.product_family, a.new_customer, v.currency, v.rate, v.net, v.list, v.steps,
    l.*, s.stands, s.lapses, s.closed, coalesce(s.reason, '') as reason,
    case when v.family_id is null then 0 else pg_temp.conv(v.net, v.currency, v.rate) end as sent_base,
    case when v.family_id is null then 0 else pg_temp.conv(v.list, v.currency, v.rate) end as list_base,
    case when l.ordered is not null then l.ordered
         when l.sent is null or s.stands is not null or s.lapses > '$now' then null
         when s.closed is null or s.lapses > s.closed then s.lapses else s.closed end as decided
from attributed a left join valued v using (family_id) left join standing s using (family_id)
join lateral (select min(requested_at) as requested, min(occurred_at) filter (where type = 'submitted') as submitted,
        min(occurred_at) filter (where type = 'approved') as approved, min(occurred_at) filter (where type = 'sent') as sent,
        min(occurred_at) filter (where type = 'viewed') as viewed, min(occurred_at) filter (where type = 'ordered') as ordered,
        max(occurred_at) filter (where type = 'accepted') as accepted_on, count(*) filter (where type = 'returned') as returns,
        count(*) filter (where type = 'revised') as revisions, bool_or(type = 'acceptance_cancelled') as corrected,
        bool_or(type = 'ordered' and not matches) as mismatched,
        coalesce(sum(pg_temp.conv(k.net, k.currency, k.rate)) filter (where type = 'ordered'), 0) as ordered_base,
        coalesce(sum(pg_temp.conv(k.net, k.currency, k.rate)) filter (where type = 'order_cancelled'), 0) as cancelled_base,
        coalesce(sum(pg_temp.conv(k.net, k.currency, k.rate)) filter (where type = 'goods_returned'), 0) as returned_base,
        count(*) filter (where type = 'ordered' and pg_temp.conv(k.net, k.currency, k.rate) is null) as ordered_gaps,
        count(*) filter (where type = 'order_cancelled' and pg_temp.conv(k.net, k.currency, k.rate) is null) as cancelled_gaps,
        count(*) filter (where type = 'goods_returned' and pg_temp.conv(k.net, k.currency, k.rate) is null) as returned_gaps
    from known k where k.family_id = a.family_id) l on true;

create temp table entry as
select family_id, event_id, type, occurred_at as at, owner_id, product_family, source, currency, s * net as net, costed_net,
    s * pg_temp.conv(net, currency, rate) as net_base, s * pg_temp.conv(list, currency, rate) as list_base,
    s * pg_temp.conv(cost, currency, rate) as cost_base, s * pg_temp.conv(costed_net, currency, rate) as costed_base
from (select *, case type when 'ordered' then 1 else -1 end as s from known where type in ('ordered', 'order_cancelled', 'goods_returned')) k;

-- Days from one step to another, of each family that began: how it ended.
create temp table lag as
select what, family_id, began, greatest(0, floor(extract(epoch from coalesce(ended, other, '$now'::timestamptz) - began) / 86400))::int as days,
    (ended is not null)::int as ended, (ended is null and other is not null)::int as other
from (select 'quote_turnaround' as what, family_id, requested as began, sent as ended, null::timestamptz as other from family
    union all select 'approval_time', family_id, submitted, approved, null from family
    union all select 'time_to_order', family_id, sent, ordered, decided from family
    union all select 'viewed', family_id, sent, viewed, decided from family
    union all select 'accepted', family_id, sent, coalesce(accepted_on, ordered), decided from family) l
where began is not null;
