-- Every figure of the catalogue for the period $from to $to, as one row a
-- figure: metric, key, k, n and value.
drop table if exists answer, stratum, segment;
create temp table answer (metric text, key text, k numeric, n numeric, value float8);

create temp table stratum as
select *, concat_ws('/', product_family, band, new_customer::text) as kind, (ordered is not null)::int as won,
    case when list = 0 or list is null then '' else (array['<1%', '1%-', '5%-', '10%-', '15%-', '20%-', '30%-'])[1 + (pct >= 1)::int + (pct >= 5)::int + (pct >= 10)::int
        + (pct >= 15)::int + (pct >= 20)::int + (pct >= 30)::int] end as discount
from (select *, 100 * (list - net) / nullif(list, 0) as pct, coalesce(case when abs(sent_base) >= 100000 then '100000-' when abs(sent_base) >= 25000 then '25000-'
        when abs(sent_base) >= 5000 then '5000-' when abs(sent_base) >= 1000 then '1000-' when sent_base is not null then '<1000' end, '') as band
    from family where sent is not null and decided >= '$from' and decided < '$to') f;

-- Counts and sums of families, each by its own date.
insert into answer
select metric, '', count(*) filter (where hit), count(*), case form
    when 'n' then count(*) when 'k' then count(*) filter (where hit) when 'sum' then coalesce(sum(value), 0)
    when 'share' then count(*) filter (where hit)::float8 / nullif(count(*), 0)
    when 'ratio' then coalesce(sum(value), 0) / nullif(sum(of_) filter (where value is not null), 0)
    when 'mean' then coalesce(sum(value), 0) / nullif(count(*), 0) end
from family f cross join lateral (values
    ('quotes_sent', 'n', sent, sent is not null, true, sent_base, null::numeric),
    ('cohort_conversion', 'share', sent, sent is not null, ordered is not null, sent_base, null),
    ('quotes_viewed', 'share', sent, sent is not null, viewed is not null, sent_base, null),
    ('quotes_accepted', 'share', sent, sent is not null, accepted_on is not null or ordered is not null, sent_base, null),
    ('value_conversion', 'ratio', sent, sent is not null, ordered is not null, case when ordered is not null or sent_base is null then sent_base else 0 end, sent_base),
    ('conversion_within', 'share', sent, sent + interval '90 days' <= '$now', coalesce(ordered < sent + interval '90 days', false), sent_base, null),
    ('win_rate', 'share', decided, sent is not null, ordered is not null, sent_base, null),
    ('loss_reasons', 'share', decided, sent is not null and ordered is null, reason <> '', sent_base, null),
    ('price_erosion', 'ratio', ordered, sent is not null and ordered_gaps = 0, true, case when sent_base is not null then ordered_base end, sent_base),
    ('discount_depth', 'ratio', sent, sent is not null, list > net, list_base - sent_base, list_base),
    ('approval_rate', 'share', submitted, true, approved is not null, sent_base, null),
    ('first_pass', 'share', approved, true, returns = 0, sent_base, null),
    ('quote_error_rate', 'share', accepted_on, true, corrected, sent_base, null),
    ('order_match', 'share', ordered, true, not mismatched, sent_base, null),
    ('cancellation_rate', 'ratio', ordered, ordered_gaps + cancelled_gaps = 0, cancelled_base <> 0, cancelled_base, ordered_base),
    ('return_rate', 'ratio', ordered, ordered_gaps + returned_gaps = 0, returned_base <> 0, returned_base, ordered_base),
    ('revisions_per_quote', 'mean', sent, sent is not null, revisions > 0, revisions, null),
    ('immature_share', 'share', sent, sent is not null, sent + interval '90 days' > '$now', sent_base, null),
    ('recreated_quotes', 'share', sent, sent is not null, exists (select from family o where o.customer_id = f.customer_id and o.product_family = f.product_family
        and o.family_id <> f.family_id and o.sent < f.sent and o.ordered is null and o.stands is null
        and greatest(o.closed, o.lapses) <= f.sent and greatest(o.closed, o.lapses) > f.sent - interval '30 days'), sent_base, null),
    ('split_quotes', 'share', sent, sent is not null, exists (select from family o where o.customer_id = f.customer_id and o.owner_id = f.owner_id
        and o.family_id <> f.family_id and abs(extract(epoch from o.sent - f.sent)) < 7 * 86400), sent_base, null)
) m (metric, form, at, counts, hit, value, of_)
where counts and at >= '$from' and at < '$to' group by metric, form;

-- How things stand now, whatever the period.
insert into answer
select metric, '', count(*) filter (where hit), count(*), case metric when 'open_pipeline' then coalesce(sum(sent_base), 0)
    when 'expiring_quotes' then count(*) filter (where hit) else count(*) end
from family f cross join lateral (values
    ('open_pipeline', sent is not null and ordered is null and (stands is not null or lapses > '$now'), stands is not null),
    ('expiring_quotes', sent is not null and ordered is null and stands is null and lapses > '$now', lapses <= '$now'::timestamptz + interval '7 days'),
    ('awaiting_approval', submitted is not null and approved is null and sent is null, submitted < '$now'::timestamptz - interval '3 days')
) m (metric, counts, hit) where counts group by metric;
insert into answer
select 'stale_quotes', '', count(*) filter (where sent + max_ * interval '1 day' < '$now'), count(*), avg((sent + max_ * interval '1 day' < '$now')::int)
from family, (select greatest(1, coalesce((select percentile_disc(0.9) within group (order by days) from lag where what = 'time_to_order'
    and ended + other = 1 and began >= '$now'::timestamptz - interval '2 years' and began < '$now'), 90)) as max_) m
where sent is not null and ordered is null and (stands is not null or lapses > '$now');

-- Movements of orders.
insert into answer
select metric, '', count(*) filter (where hit), count(*), case metric
    when 'order_intake' then coalesce(sum(net_base), 0) when 'average_order' then coalesce(sum(net_base), 0) / count(*)
    when 'median_order' then percentile_disc(0.5) within group (order by net_base)
    when 'price_realisation' then sum(net_base) / nullif(sum(list_base), 0)
    when 'margin' then sum(costed_base - cost_base) / nullif(sum(costed_base), 0)
    else count(*) filter (where hit)::float8 / count(*) end
from entry cross join lateral (values
    ('order_intake', true, type = 'ordered'), ('average_order', type = 'ordered', true), ('median_order', type = 'ordered', true),
    ('price_realisation', true, type = 'ordered'), ('margin', true, costed_net <> 0), ('costed_orders', true, costed_net <> 0),
    ('quarter_end_orders', type = 'ordered',
        (date_trunc('quarter', (at at time zone '$zone')) + interval '3 months')::date - (at at time zone '$zone')::date between 1 and 5)
) m (metric, counts, hit)
where counts and at >= '$from' and at < '$to' group by metric;

-- Nothing is nothing, not a missing answer.
insert into answer select m, '', 0, 0, 0 from unnest(array['quotes_sent', 'order_intake', 'open_pipeline']) m
where not exists (select from answer a where a.metric = m);

-- Customers.
insert into answer
with won as (select customer_id, ordered, row_number() over w as nth, lead(ordered) over w as next_ from family where ordered is not null
    window w as (partition by customer_id order by ordered, family_id))
select 'new_customers', '', count(*), count(*), count(*) from won where nth = 1 and ordered >= '$from' and ordered < '$to'
union all select 'repeat_purchase', '', count(*) filter (where next_ < ordered + interval '365 days'), count(*), avg(coalesce(next_ < ordered + interval '365 days', false)::int)
from won where nth = 1 and ordered >= '$from' and ordered < '$to' and ordered + interval '365 days' <= '$now'
union all select 'lapsed_customers', '', count(*) filter (where ordered + interval '365 days' <= '$now'), count(*), avg((ordered + interval '365 days' <= '$now')::int)
from won where next_ is null;

-- Small records.
insert into answer
select 'contacts_per_quote', '', c.n, q.n, c.n::float8 / nullif(q.n, 0) from (select n from answer where metric = 'quotes_sent') q,
    (select coalesce(sum(contacts), 0) as n from kpi_activity where tenant_id = '$tenant' and day >= '$first' and day < '$last') c
union all select 'meetings_per_quote', '', c.n, q.n, c.n::float8 / nullif(q.n, 0) from (select n from answer where metric = 'quotes_sent') q,
    (select coalesce(sum(meetings), 0) as n from kpi_activity where tenant_id = '$tenant' and day >= '$first' and day < '$last') c
union all select 'satisfaction', '', count(score), count(*), avg(score) from kpi_survey where tenant_id = '$tenant' and day >= '$first' and day < '$last'
union all select 'rep_sentiment', '', count(*), count(*), avg(score) from kpi_pulse where tenant_id = '$tenant' and day >= '$first' and day < '$last';

insert into answer
with goal as (select sum(round(amount * (least(to_day, '$last'::date) - greatest(from_day, '$first'::date)) / (to_day - from_day), 2)) as amount
    from kpi_target where tenant_id = '$tenant' and from_day < '$last' and to_day > '$first'),
passed as (select extract(epoch from least(greatest('$now'::timestamptz, '$from'::timestamptz), '$to'::timestamptz) - '$from'::timestamptz) / extract(epoch from '$to'::timestamptz - '$from'::timestamptz) as share)
select m, '', a.k, a.n, case m when 'coverage' then o.value / (amount - a.value) when 'pace' then a.value / (amount * share) else a.value / amount end
from goal, passed, unnest(array['target_attainment', 'pace', 'coverage']) m, (select * from answer where metric = 'order_intake') a, (select * from answer where metric = 'open_pipeline') o;
update answer a set k = o.k, n = o.n from answer o where a.metric = 'coverage' and o.metric = 'open_pipeline';

insert into answer
select 'source_roi', c.source, t.k, t.n, (coalesce(m.margin, 0) - c.cost) / c.cost
from (select source, sum(round(cost * (least(to_day, '$last'::date) - greatest(from_day, '$first'::date)) / (to_day - from_day), 2)) as cost
    from kpi_source_cost where tenant_id = '$tenant' and from_day < '$last' and to_day > '$first' group by 1) c
left join (select source, sum(costed_base - cost_base) as margin from entry where at >= '$from' and at < '$to' group by 1) m using (source),
(select count(*) filter (where source <> '') as k, count(*) as n from entry where at >= '$from' and at < '$to') t;

-- Durations and incidence.
insert into answer
select what, '', max(k), max(n), (select min(days) from curve d where d.what = c.what and d.span = 'period'
    and d.f >= 0.5 * case when goal_of_all then 1 else (select max(f) from curve m where m.what = c.what and m.span = 'period') end - 1e-9)
from curve c where span = 'period' and what in ('quote_turnaround', 'approval_time', 'time_to_order') group by what, goal_of_all;
insert into answer
select 'cumulative_incidence', '', coalesce(max(k) filter (where days <= 90), 0), max(n), coalesce(max(f) filter (where days <= 90), 0)
from curve where span = 'period' and what = 'time_to_order';
insert into answer
select 'incidence_curve', day::text, coalesce((select max(k) from curve c where what = 'time_to_order' and span = 'period' and days <= day), 0), null::numeric,
    coalesce((select max(f) from curve c where what = 'time_to_order' and span = 'period' and days <= day), 0) from generate_series(0, 90) day;
insert into answer
select 'funnel', stage, a.k, a.n, case when stage = 'sent' then 1 else a.value end from (values ('sent', 'quotes_sent'), ('viewed', 'quotes_viewed'), ('accepted', 'quotes_accepted'),
    ('ordered', 'cohort_conversion')) s (stage, metric) join answer a using (metric);

-- What is expected at the end: intake, and each open quote by its chance.
insert into answer
select 'landing_forecast', '', i.k, o.n, i.value + coalesce((select sum(sent_base * least(1, greatest(0, (f2 - f1) / s1)))
    from (select sent_base, coalesce((select max(f) from curve where span = 'past' and days <= age + $left), 0) as f2,
            coalesce((select max(f) from curve where span = 'past' and days <= age), 0) as f1,
            coalesce((select min(s) from curve where span = 'past' and days <= age), 1) as s1
        from (select sent_base, floor(extract(epoch from '$now'::timestamptz - sent) / 86400)::int as age from family
            where sent is not null and ordered is null and (stands is not null or lapses > '$now') and sent_base is not null) x) y where s1 > 1e-100), 0)
from (select * from answer where metric = 'order_intake') i, (select * from answer where metric = 'open_pipeline') o;

-- Chances given at the start of the period, as known then (tables made before
-- these), against what came.
insert into answer
select 'forecast_accuracy', '', sum(hit), count(*), avg((hit - p) ^ 2)
from (select (f.ordered < '$to')::int as hit, case when t.s1 < 1e-100 then 0 else least(1, greatest(0, (t.f2 - t.f1) / t.s1)) end as p
    from chance_then t join family f using (family_id)) c;
update answer set k = coalesce((select count(*) from chance_then join family using (family_id) where ordered < '$to'), 0),
    value = (select avg((coalesce((ordered < '$to')::int, 0) - case when s1 < 1e-100 then 0 else least(1, greatest(0, (f2 - f1) / s1)) end) ^ 2) from chance_then join family using (family_id))
where metric = 'forecast_accuracy';

-- Comparison of like with like.
insert into answer
select 'discount_response', b.bin, b.k, b.n, (select sum(coalesce(c.share, k.share) * k.n) / sum(k.n)
    from (select kind, avg(won) as share, count(*) as n from stratum group by 1) k
    left join (select kind, avg(won) as share from stratum where discount = b.bin group by 1) c using (kind))
from (select bin, count(discount) filter (where won = 1) as k, count(discount) as n
    from unnest(array['<1%', '1%-', '5%-', '10%-', '15%-', '20%-', '30%-']) bin left join stratum on discount = bin group by 1) b;
insert into answer
select 'observed_expected', owner_id::text, sum(won), count(*), sum(won) / nullif(sum(k.share), 0)
from stratum join (select kind, avg(won) as share from stratum group by 1) k using (kind) group by owner_id;

-- The waterfall.
insert into answer
with sent as (select * from family where sent >= '$from' and sent < '$to'), n as (select count(*) as n from sent),
steps as (select step ->> 'code' as code, sum(pg_temp.conv((step ->> 'amount')::numeric, currency, rate)) as amount
    from sent, jsonb_array_elements(steps) step where sent_base is not null group by 1)
select 'price_waterfall', 'list', null::numeric, n, coalesce((select sum(list_base) from sent), 0) from n
union all select 'price_waterfall', code, null, n, amount from steps, n
union all select 'price_waterfall', 'net', null, n, coalesce((select sum(sent_base) from sent), 0) from n;

-- The bridge from the same days a year before, cause by cause.
create temp table segment as
select era, kind, currency, sum(quotes) as quotes, sum(orders) as orders, sum(intake) as intake, sum(native) as native
from (select era, product_family || '/' || currency as kind, currency::text, 1 as quotes, 0 as orders, 0::numeric as intake, 0::numeric as native
      from family, (values ('was', '$yfrom'::timestamptz, '$yto'::timestamptz), ('is', '$from', '$to')) e (era, a, b) where sent >= a and sent < b
    union all select era, product_family || '/' || currency, currency, 0, (type = 'ordered')::int, coalesce(net_base, 0), net
      from entry, (values ('was', '$yfrom'::timestamptz, '$yto'::timestamptz), ('is', '$from', '$to')) e (era, a, b) where at >= a and at < b) x group by 1, 2, 3;
insert into answer
with rates as (select e.currency, sum(net_base) / nullif(sum(net), 0) as rate from entry e where at >= '$yfrom' and at < '$yto'
    group by 1 having count(*) filter (where net_base is null) = 0),
growth as (select case when sum(quotes) filter (where era = 'was') > 0 then coalesce(sum(quotes) filter (where era = 'is'), 0)::float8 / sum(quotes) filter (where era = 'was') else 1 end as g from segment),
both_ as (select kind, coalesce(max(quotes) filter (where era = 'was'), 0)::float8 as q0, coalesce(max(quotes) filter (where era = 'is'), 0)::float8 as q1,
    coalesce(max(orders) filter (where era = 'was'), 0)::float8 as o0, coalesce(max(orders) filter (where era = 'is'), 0)::float8 as o1,
    coalesce(max(intake) filter (where era = 'was'), 0)::float8 as i0, coalesce(max(intake) filter (where era = 'is'), 0)::float8 as i1,
    coalesce(max(case when rate is null then intake else round(native * rate, 2) end) filter (where era = 'is'), 0)::float8 as c1
    from segment left join rates using (currency) group by kind),
per as (select *, case when q0 > 0 then o0 / q0 end as r0, case when q1 > 0 then o1 / q1 end as r1, case when o0 > 0 then i0 / o0 end as p0, case when o1 > 0 then c1 / o1 end as p1 from both_),
full_ as (select *, coalesce(r0, r1, 0) as x0, coalesce(p0, p1, 0) as y0, coalesce(p1, p0, 0) as y1 from per),
sums as (select sum(i0) as s0, sum(q0 * g * x0 * y0) as s1, sum(q1 * x0 * y0) as s2, sum(o1 * y0) as s3, sum(o1 * y1) as s4, sum(i1) as s5 from full_, growth)
select 'intake_bridge', key, null::numeric, null::numeric, value from sums, lateral (values ('from', s0), ('volume', s1 - s0), ('mix', s2 - s1), ('conversion', s3 - s2),
    ('price', s4 - s3), ('currency', s5 - s4), ('to', s5)) v (key, value);
