-- Seals over the audit chains, and personal data.

-- name: seal_lock
select pg_advisory_xact_lock(hashtextextended('seal ' || $1::uuid::text, 0))

-- name: seal_last
select number, hash from audit_seal where tenant_id = $1 order by number desc limit 1

-- name: seal_heads
select f.family_id, f.audit_seq, f.audit_head from quote_family f
where f.tenant_id = $1
  and not exists (select from audit_seal_head h where h.tenant_id = f.tenant_id and h.family_id = f.family_id and h.seq = f.audit_seq)
order by f.family_id

-- name: seal_insert
insert into audit_seal (tenant_id, number, sealed_at, prev, hash) values ($1, $2, $3, $4, $5)

-- name: seal_heads_insert
insert into audit_seal_head (tenant_id, number, family_id, seq, head)
select $1, $2, * from unnest($3::uuid[], $4::bigint[], $5::bytea[])

-- name: seal_all
select s.number, s.sealed_at, s.prev, s.hash, h.family_id, h.seq, h.head, a.hash
from audit_seal s
left join audit_seal_head h using (tenant_id, number)
left join quote_audit a on a.tenant_id = h.tenant_id and a.family_id = h.family_id and a.seq = h.seq
where s.tenant_id = $1 order by s.number, h.family_id

-- name: personal_families
select family_id, coalesce(number, reference) from quote_family
where tenant_id = $1 and customer_id = $2 and doc ->> 'contact_id' = $3::uuid::text order by created_at, family_id

-- name: personal_revisions
select r.family_id, r.revision_id, r.doc -> 'acceptance', r.sent_at is not null
from quote_revision r where r.tenant_id = $1 and r.family_id = any ($2::uuid[]) order by r.created_at, r.revision_id

-- name: personal_entries
select family_id, seq, personal from quote_audit
where tenant_id = $1 and family_id = any ($2::uuid[]) and (personal ?| '{signer,address,agent}' or payload ->> 'actor_kind' = 'buyer') order by family_id, seq

-- name: personal_erase_entries
update quote_audit set personal = case when payload ->> 'actor_kind' = 'buyer' then '{}' else personal - '{signer,email,salt,address,agent}'::text[] end
where tenant_id = $1 and family_id = any ($2::uuid[]) and (personal ?| '{signer,address,agent}' or payload ->> 'actor_kind' = 'buyer')

-- name: personal_erase_acceptances
update quote_revision set doc = doc #- '{acceptance,signer}' #- '{acceptance,email}' #- '{acceptance,address}' #- '{acceptance,agent}'
where tenant_id = $1 and family_id = any ($2::uuid[]) and doc -> 'acceptance' is not null
