-- Of each family open at an instant, the chance then to be ordered within $days.
drop table if exists chance_then;
create temp table chance_then as
select family_id, coalesce((select max(f) from curve where span = 'past' and days <= age + $days), 0) as f2,
    coalesce((select max(f) from curve where span = 'past' and days <= age), 0) as f1,
    coalesce((select min(s) from curve where span = 'past' and days <= age), 1) as s1
from (select family_id, floor(extract(epoch from '$now'::timestamptz - sent) / 86400)::int as age from family
    where sent is not null and ordered is null and (stands is not null or lapses > '$now')) x;
