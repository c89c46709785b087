drop table if exists curve;
-- The Aalen-Johansen curve of the families that began in a span.
create temp table curve (what text, span text, days int, f float8, s float8, k bigint, n bigint, goal_of_all boolean);
insert into curve
with began as (
    select what, 'period' as span, days, ended, other from lag where began >= '$from' and began < '$to'
    union all select what, 'past', days, ended, other from lag where what = 'time_to_order' and began >= '$now'::timestamptz - interval '2 years' and began < '$now'
), by_day as (
    select what, span, days, sum(ended) as ended, sum(ended + other) as ends, count(*) as all_ from began group by 1, 2, 3
), risk as (
    select *, sum(all_) over (partition by what, span order by days desc)::float8 as risk from by_day
), open as (
    select *, coalesce(exp(sum(ln(greatest(1 - ends / risk, 1e-200))) over (partition by what, span order by days rows between unbounded preceding and 1 preceding)), 1) as before_,
        exp(sum(ln(greatest(1 - ends / risk, 1e-200))) over (partition by what, span order by days)) as after_
    from risk
)
select what, span, days, sum(before_ * ended / risk) over (partition by what, span order by days), after_,
    sum(ended) over (partition by what, span order by days), sum(all_) over (partition by what, span), what <> 'time_to_order'
from open;
