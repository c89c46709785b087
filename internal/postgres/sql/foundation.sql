-- name: tenant_ids
select tenant_ids();

-- name: role_check
select r.rolsuper or r.rolbypassrls,
       exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p', 'v'))
from pg_roles r
where r.rolname = current_user;

