-- name: item_save
-- Updates only what differs, so that an unchanged item keeps its version.
insert into item as i (tenant_id, item_id, sku, name, description, unit, quantity_precision, family,
    tax_class, weight, lead_time_days, discountable, image, external_ids, version, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15)
on conflict (tenant_id, sku) do update set
    name = excluded.name, description = excluded.description, unit = excluded.unit,
    quantity_precision = excluded.quantity_precision, family = excluded.family,
    tax_class = excluded.tax_class, weight = excluded.weight, lead_time_days = excluded.lead_time_days,
    discountable = excluded.discountable, image = excluded.image, external_ids = excluded.external_ids,
    version = i.version + 1, updated_at = excluded.updated_at
where (i.name, i.description, i.unit, i.quantity_precision, i.family, i.tax_class, i.weight,
       i.lead_time_days, i.discountable, i.image, i.external_ids)
   is distinct from
      (excluded.name, excluded.description, excluded.unit, excluded.quantity_precision, excluded.family,
       excluded.tax_class, excluded.weight, excluded.lead_time_days, excluded.discountable, excluded.image,
       excluded.external_ids);

-- name: items_by_sku
select item_id, sku, name, description, unit, quantity_precision, family, tax_class, weight,
       lead_time_days, discountable, image, external_ids, version, updated_at
from item
where tenant_id = $1 and sku = any ($2)
order by sku;

-- name: items_page
select item_id, sku, name, description, unit, quantity_precision, family, tax_class, weight,
       lead_time_days, discountable, image, external_ids, version, updated_at
from item
where tenant_id = $1 and sku > $2
  and ($3 = '' or sku ilike '%' || $3 || '%' or family ilike '%' || $3 || '%' or name::text ilike '%' || $3 || '%')
order by sku
limit $4;

-- name: publication_lock
-- One publication of a code at a time, so that numbers have no gap.
select pg_advisory_xact_lock(hashtextextended($1::uuid::text || $2 || '/' || $3, 0));

-- name: publication_insert
insert into publication (tenant_id, kind, code, version, number, label, entry, source, published_at, published_by)
select $1, $2, $3, $4, coalesce(max(number), 0) + 1, $5, $6, $7, $8, $9
from publication
where tenant_id = $1 and kind = $2 and code = $3
on conflict (tenant_id, kind, code, version) do nothing;

-- name: publication_make_current
insert into publication_current (tenant_id, kind, code, version)
values ($1, $2, $3, $4)
on conflict (tenant_id, kind, code) do update set version = excluded.version;

-- name: publication_read
-- An empty version means the current one.
select p.kind, p.code, p.version, p.number, p.label, p.entry, p.source, c.version is not null as current,
       p.published_at, p.published_by, p.withdrawn_at
from publication p
left join publication_current c using (tenant_id, kind, code, version)
where p.tenant_id = $1 and p.kind = $2 and p.code = $3
  and case when $4 = '' then c.version is not null else p.version = $4 end;

-- name: publication_heads
select p.kind, p.code, p.version, p.number, p.label, p.entry, null::jsonb as source, c.version is not null as current,
       p.published_at, p.published_by, p.withdrawn_at
from unnest($2::text[], $3::text[], $4::text[]) with ordinality as want (kind, code, version, n)
join publication p on p.tenant_id = $1 and p.kind = want.kind and p.code = want.code
left join publication_current c on (c.tenant_id, c.kind, c.code, c.version) = (p.tenant_id, p.kind, p.code, p.version)
where case when want.version = '' then c.version is not null else p.version = want.version end
order by want.n;

-- name: publications_current
select p.kind, p.code, p.version, p.number, p.label, p.entry, null::jsonb as source, true as current,
       p.published_at, p.published_by, p.withdrawn_at
from publication_current c
join publication p using (tenant_id, kind, code, version)
where c.tenant_id = $1 and c.kind = $2
order by p.code;

-- name: publications_all_current
select p.kind, p.code, p.version, p.number, p.label, p.entry, null::jsonb as source, true as current,
       p.published_at, p.published_by, p.withdrawn_at
from publication_current c
join publication p using (tenant_id, kind, code, version)
where c.tenant_id = $1
order by p.kind, p.code;

-- name: publications_of_code
select p.kind, p.code, p.version, p.number, p.label, p.entry, null::jsonb as source, c.version is not null as current,
       p.published_at, p.published_by, p.withdrawn_at
from publication p
left join publication_current c using (tenant_id, kind, code, version)
where p.tenant_id = $1 and p.kind = $2 and p.code = $3
order by p.number desc;

-- name: publication_withdraw
update publication set withdrawn_at = coalesce(withdrawn_at, $5)
where tenant_id = $1 and kind = $2 and code = $3 and version = $4;

-- name: publication_unset_current
delete from publication_current
where tenant_id = $1 and kind = $2 and code = $3 and version = $4;

-- name: publication_fall_back
-- After a withdrawal the newest version still usable becomes current.
insert into publication_current (tenant_id, kind, code, version)
select tenant_id, kind, code, version
from publication
where tenant_id = $1 and kind = $2 and code = $3 and withdrawn_at is null
order by number desc
limit 1
on conflict do nothing;
