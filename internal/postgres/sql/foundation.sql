-- name: tenant_ids
select tenant_ids();

-- name: role_check
select r.rolsuper or r.rolbypassrls,
       exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v'))
from pg_roles r
where r.rolname = current_user;


-- name: tenant_insert
insert into tenant (tenant_id, name, country, base_currency, time_zone, languages, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $7);

-- name: tenant_mark
select settings -> $2::text from tenant where tenant_id = $1;

-- name: tenant_mark_save
update tenant set settings = settings || jsonb_build_object($2::text, $3::jsonb) where tenant_id = $1;
