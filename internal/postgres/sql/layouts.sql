-- Document templates, pictures and PDF files (package quotes/layout).

-- name: template_lock
select pg_advisory_xact_lock(hashtextextended('template ' || $1::uuid::text || $2::text, 0))

-- name: template_insert
insert into document_template (tenant_id, code, number, name, source, published_at, published_by)
values ($1, $2, 1 + coalesce((select max(number) from document_template where tenant_id = $1 and code = $2), 0), $3, $4, $5, $6)
returning number

-- name: template_read
select number, source, published_at, published_by from document_template
where tenant_id = $1 and code = $2 and number = coalesce(nullif($3::int, 0),
      (select max(number) from document_template where tenant_id = $1 and code = $2))

-- name: templates
select code, number, source, published_at, published_by from document_template t
where tenant_id = $1 and (code = $2 or $2 = ''
      and number = (select max(number) from document_template l where l.tenant_id = t.tenant_id and l.code = t.code))
order by code, number desc

-- name: asset_insert
insert into asset (tenant_id, sha256, media_type, name, created_at, created_by) values ($1, $2, $3, $4, $5, $6)
on conflict do nothing

-- name: assets
select sha256, media_type, name, created_at, created_by from asset where tenant_id = $1 and sha256 = any ($2::text[])
order by sha256

-- name: assets_bytes
select a.sha256, a.media_type, a.name, a.created_at, a.created_by, c.bytes
from asset a join document_content c using (tenant_id, sha256)
where a.tenant_id = $1 and a.sha256 = any ($2::text[]) order by a.sha256
