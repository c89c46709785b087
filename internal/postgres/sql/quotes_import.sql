-- Past quotes taken over from other systems.

-- name: quote_taken_over
insert into quote_taken_over (tenant_id, system, number)
select $1, system, number from unnest($2::text[], $3::text[]) t (system, number)
on conflict do nothing
returning system, number

-- name: quote_customers_named
select doc, version from customer where tenant_id = $1 and name_key = any ($2::text[]) order by customer_id desc

-- name: history_import_add
insert into history_import (tenant_id, import_id, system, state, quotes, done, taken, content, started_by, started_at)
values ($1, $2, $3, $4, $5, 0, 0, $6, $7, $8)

-- name: history_import
select import_id, system, state, quotes, done, taken, message, started_by, started_at, finished_at
from history_import where tenant_id = $1 and import_id = $2

-- name: history_import_file
select content from history_import where tenant_id = $1 and import_id = $2 and content is not null

-- An import whose last part is written can no longer be cancelled: it is about
-- to commit.
-- name: history_import_save
update history_import set state = $3, done = $4, taken = $5, message = $6, finished_at = $7,
    content = case when $7::timestamptz is null then content end
where tenant_id = $1 and import_id = $2 and finished_at is null
    and not ($3 = 'cancelled' and state = 'running' and done = quotes)
