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

-- Families of the customer that hold something of a person: as whose contact, or
-- as the address ($4, lower case) that accepted, and those that only wrote to it.
-- name: personal_families
select f.family_id, coalesce(f.number, f.reference), coalesce(f.doc ->> 'contact_id' = $3::uuid::text, false) or a.accepted
from quote_family f, lateral (select $4 <> '' and exists (select from quote_revision r
    where r.tenant_id = f.tenant_id and r.family_id = f.family_id and lower(r.doc -> 'acceptance' ->> 'email') = $4) as accepted) a
where f.tenant_id = $1 and f.customer_id = $2
  and (f.doc ->> 'contact_id' = $3::uuid::text or a.accepted or $4 <> '' and (
    exists (select from mail_message m where m.tenant_id = f.tenant_id and m.family_id = f.family_id and lower(m.recipient) = $4)
    or exists (select from buyer_link l join quote_revision r using (tenant_id, revision_id)
               where r.tenant_id = f.tenant_id and r.family_id = f.family_id and lower(l.email) = $4)))
order by f.created_at, f.family_id

-- What the families' acceptances say is the person's too.
-- name: personal_addresses
select distinct lower(doc -> 'acceptance' ->> 'email') from quote_revision
where tenant_id = $1 and family_id = any ($2::uuid[]) and doc -> 'acceptance' ->> 'email' <> ''

-- name: personal_revisions
select r.family_id, r.revision_id, r.doc -> 'acceptance', r.sent_at is not null, b.sha256 is not null
from quote_revision r left join buyer_receipt b using (tenant_id, revision_id)
where r.tenant_id = $1 and r.family_id = any ($2::uuid[]) order by r.created_at, r.revision_id

-- name: personal_entries
select family_id, seq, personal from quote_audit
where tenant_id = $1 and family_id = any ($2::uuid[]) and (personal ?| '{signer,address,agent}' or payload ->> 'actor_kind' = 'buyer') order by family_id, seq

-- name: personal_mails
select family_id, kind, recipient, coalesce(doc ->> 'name', ''), subject, coalesce(doc ->> 'text', ''), created_at from mail_message
where tenant_id = $1 and family_id = any ($2::uuid[]) and recipient <> '' and lower(recipient) = any ($3::text[]) order by created_at, message_id

-- name: personal_links
select r.family_id, l.link_id, l.email, l.created_at, l.viewed_at from buyer_link l join quote_revision r using (tenant_id, revision_id)
where r.tenant_id = $1 and r.family_id = any ($2::uuid[]) and l.email <> '' and lower(l.email) = any ($3::text[]) order by l.created_at, l.link_id

-- name: personal_erase_entries
update quote_audit set personal = case when payload ->> 'actor_kind' = 'buyer' then '{}' else personal - '{signer,email,salt,address,agent}'::text[] end
where tenant_id = $1 and family_id = any ($2::uuid[]) and (personal ?| '{signer,address,agent}' or payload ->> 'actor_kind' = 'buyer')

-- name: personal_erase_acceptances
update quote_revision set doc = doc #- '{acceptance,signer}' #- '{acceptance,email}' #- '{acceptance,address}' #- '{acceptance,agent}'
where tenant_id = $1 and family_id = any ($2::uuid[]) and doc -> 'acceptance' is not null

-- A mail that still waits is not sent any more.
-- name: personal_erase_mails
update mail_message set recipient = '', subject = '', word = '', doc = '{}', state = case state when 'queued' then 'dropped' else state end
where tenant_id = $1 and family_id = any ($2::uuid[]) and recipient <> '' and lower(recipient) = any ($3::text[])

-- What tells the company of a buyer's answer may name the buyer in its subject.
-- name: personal_erase_subjects
update mail_message set subject = ''
where tenant_id = $1 and family_id = any ($2::uuid[]) and kind in ('accepted', 'declined', 'question')

-- name: personal_erase_links
update buyer_link l set email = '' from quote_revision r
where r.tenant_id = $1 and r.family_id = any ($2::uuid[]) and l.tenant_id = $1 and l.revision_id = r.revision_id
  and l.email <> '' and lower(l.email) = any ($3::text[])

-- What buyers entered and have not confirmed: $4 are the person's own quotes.
-- name: personal_erase_attempts
delete from buyer_attempt t using buyer_link l, quote_revision r
where t.tenant_id = $1 and l.tenant_id = $1 and l.link_id = t.link_id and r.tenant_id = $1 and r.revision_id = l.revision_id
  and r.family_id = any ($2::uuid[]) and (r.family_id = any ($4::uuid[]) or lower(t.doc ->> 'email') = any ($3::text[]))

-- name: personal_erase_receipts
select erase_receipts($1::uuid[])
