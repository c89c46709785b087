-- Cases: a family with everything a transition may read.

-- name: quote_settings
select t.base_currency, t.time_zone, s.etag, case when s.etag = $2 then null else s.doc end, coalesce(s.version, 0),
       coalesce(s.updated_at, t.updated_at)
from tenant t left join quote_settings s using (tenant_id)
where t.tenant_id = $1

-- name: quote_settings_save
insert into quote_settings (tenant_id, doc, version, updated_at) values ($1, $2, 1, $4)
on conflict (tenant_id) do update set doc = excluded.doc, etag = gen_random_uuid(), version = quote_settings.version + 1, updated_at = excluded.updated_at
where quote_settings.version = $3
returning version

-- name: quote_tenant_save
update tenant set base_currency = $2, time_zone = $3, updated_at = $4 where tenant_id = $1

-- name: quote_family
-- A bare coalesce may leak what row security hides, as PostgreSQL sees it, and
-- would keep the index from being used; the answer of a subquery may not.
select doc, audit_seq, audit_head, version from quote_family
where tenant_id = $1 and family_id = (select coalesce($2::uuid,
    (select family_id from quote_revision where tenant_id = $1 and revision_id = $3::uuid),
    (select family_id from sales_order where tenant_id = $1 and order_id = $4::uuid)))

-- name: quote_family_lock
select doc, audit_seq, audit_head, version from quote_family
where tenant_id = $1 and family_id = (select coalesce($2::uuid,
    (select family_id from quote_revision where tenant_id = $1 and revision_id = $3::uuid),
    (select family_id from sales_order where tenant_id = $1 and order_id = $4::uuid)))
for no key update

-- name: quote_customer
select doc, version from customer where tenant_id = $1 and customer_id = $2

-- name: quote_revisions
select doc from quote_revision where tenant_id = $1 and family_id = $2 order by created_at, revision_id

-- name: quote_steps
select s.revision_id, s.doc from approval_step s join quote_revision r using (tenant_id, revision_id)
where s.tenant_id = $1 and r.family_id = $2 and not s.retired order by s.stage, s.asked_at, s.step_id

-- name: quote_lines
select doc, digest from quote_line where tenant_id = $1 and revision_id = $2 order by position

-- name: quote_won_lines
select l.doc, l.digest from quote_line l join quote_revision r using (tenant_id, revision_id)
where l.tenant_id = $1 and r.family_id = $2 and r.state in ('accepted', 'ordered') order by l.position

-- name: quote_orders
select order_id, number, family_id, revision_id, customer_id, status, po_number, currency, one_off, month, year,
       external_ids, charges, erp_status, reason, placed_by, placed_at, updated_at, version
from sales_order where tenant_id = $1 and family_id = $2 order by placed_at, number

-- name: quote_balances
select b.line_id, b.accepted, b.remaining, b.closed, b.remaining_net
from quote_balance b join quote_revision r using (tenant_id, revision_id) join quote_line l using (tenant_id, revision_id, line_id)
where b.tenant_id = $1 and r.family_id = $2 and r.state in ('accepted', 'ordered') order by l.position

-- name: quote_revision_snapshot
select s.content from quote_revision r
join quote_snapshot s on s.tenant_id = r.tenant_id and s.snapshot_id = (r.doc ->> 'snapshot_id')::uuid
where r.tenant_id = $1 and r.revision_id = $2

-- Writes.

-- name: quote_number_take
insert into quote_counter (tenant_id, series, year, last) values ($1, $2, $3, 1)
on conflict (tenant_id, series, year) do update set last = quote_counter.last + 1
returning last

-- name: quote_customer_write
insert into customer (tenant_id, customer_id, name, prospect, segment, region, channel, external_ids, doc, first_order_at, version, updated_at, name_key)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
on conflict (tenant_id, customer_id) do update set
    name = excluded.name, name_key = excluded.name_key, prospect = excluded.prospect, segment = excluded.segment, region = excluded.region,
    channel = excluded.channel, external_ids = excluded.external_ids, doc = excluded.doc,
    first_order_at = excluded.first_order_at, version = excluded.version, updated_at = excluded.updated_at
where customer.version = excluded.version - 1

-- name: quote_family_insert
insert into quote_family (tenant_id, family_id, reference, number, title, customer_id, owner_id, team_id, source, campaign,
    follow_up, external_ids, imported, template, doc, audit_seq, audit_head, lead_revision_id, lead_state, lead_valid_until,
    lead_tcv, lead_base_tcv, won, first_sent_at, created_at, updated_at, version)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27)

-- name: quote_family_update
update quote_family set reference = $3, number = $4, title = $5, customer_id = $6, owner_id = $7, team_id = $8, source = $9,
    campaign = $10, follow_up = $11, external_ids = $12, imported = $13, template = $14, doc = $15, audit_seq = $16,
    audit_head = $17, lead_revision_id = $18, lead_state = $19, lead_valid_until = $20, lead_tcv = $21, lead_base_tcv = $22,
    won = $23, first_sent_at = $24, created_at = $25, updated_at = $26, version = $27
where tenant_id = $1 and family_id = $2

-- name: quote_variant_write
insert into quote_variant (tenant_id, variant_id, family_id, letter, name, main) values ($1, $2, $3, $4, $5, $6)
on conflict (tenant_id, variant_id) do update set name = excluded.name, main = excluded.main

-- name: quote_revision_insert
insert into quote_revision (tenant_id, revision_id, family_id, variant_id, number, state, version, valid_until, sent_at,
    sending, imported, tcv, doc, created_at, updated_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)

-- name: quote_revision_update
update quote_revision set state = $6, version = $7, valid_until = $8, sent_at = $9, sending = $10, imported = $11, tcv = $12,
    doc = $13, updated_at = $15
where tenant_id = $1 and revision_id = $2 and family_id = $3 and variant_id = $4 and number = $5 and created_at = $14

-- name: quote_lines_remove
delete from quote_line where tenant_id = $1 and revision_id = $2 and line_id <> all ($3::uuid[])

-- name: quote_lines_write
insert into quote_line (tenant_id, revision_id, line_id, position, item, model, quantity, net, digest, doc)
select $1, $2, * from unnest($3::uuid[], $4::int[], $5::text[], $6::text[], $7::numeric[], $8::numeric[], $9::text[], $10::jsonb[])
on conflict (tenant_id, revision_id, line_id) do update set position = excluded.position, item = excluded.item,
    model = excluded.model, quantity = excluded.quantity, net = excluded.net, digest = excluded.digest, doc = excluded.doc

-- name: quote_steps_retire
update approval_step set retired = true where tenant_id = $1 and revision_id = $2 and not retired and step_id <> all ($3::uuid[])

-- name: quote_step_write
insert into approval_step (tenant_id, step_id, revision_id, rule, stage, role, person_id, state, decided_by, doc, asked_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
on conflict (tenant_id, step_id) do update set state = excluded.state, decided_by = excluded.decided_by, doc = excluded.doc

-- name: quote_snapshot_insert
insert into quote_snapshot (tenant_id, snapshot_id, revision_id, content, content_hash, created_at) values ($1, $2, $3, $4, $5, $6)

-- name: quote_content_insert
insert into document_content (tenant_id, sha256, bytes) values ($1, $2, $3) on conflict do nothing

-- name: quote_document_insert
insert into quote_document (tenant_id, revision_id, snapshot_id, sha256, stored_at) values ($1, $2, $3, $4, $5)

-- name: attachment_content_insert
insert into attachment_content (tenant_id, sha256, bytes) values ($1, $2, $3) on conflict do nothing

-- name: attachment_insert
insert into quote_attachment (tenant_id, revision_id, sha256) select distinct $1::uuid, $2::uuid, d from unnest($3::text[]) d on conflict do nothing

-- name: attachment_remove
-- A content that another transaction is about to use makes this one fail: the
-- foreign key keeps it.
with gone as (
    delete from quote_attachment where tenant_id = $1 and revision_id = $2 and sha256 <> all ($3::text[]) returning sha256)
delete from attachment_content c using gone where c.tenant_id = $1 and c.sha256 = gone.sha256
  and not exists (select from quote_attachment o where o.tenant_id = $1 and o.sha256 = c.sha256 and o.revision_id <> $2)

-- name: attachment_file
select c.bytes from quote_attachment a join attachment_content c using (tenant_id, sha256)
where a.tenant_id = $1 and a.revision_id = $2 and a.sha256 = $3

-- name: quote_balance_write
insert into quote_balance (tenant_id, revision_id, line_id, accepted, remaining, closed, remaining_net)
select $1, $2, * from unnest($3::uuid[], $4::numeric[], $5::numeric[], $6::numeric[], $7::numeric[])
on conflict (tenant_id, revision_id, line_id) do update set accepted = excluded.accepted, remaining = excluded.remaining,
    closed = excluded.closed, remaining_net = excluded.remaining_net

-- name: quote_order_write
insert into sales_order (tenant_id, order_id, number, family_id, revision_id, customer_id, status, po_number, currency,
    one_off, month, year, external_ids, charges, erp_status, reason, placed_by, placed_at, updated_at, version)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20)
on conflict (tenant_id, order_id) do update set status = excluded.status, external_ids = excluded.external_ids,
    erp_status = excluded.erp_status, reason = excluded.reason, updated_at = excluded.updated_at, version = excluded.version

-- name: quote_order_lines_insert
insert into sales_order_line (tenant_id, order_id, revision_id, line_id, position, quantity, net, doc)
select $1, $2, $3, * from unnest($4::uuid[], $5::int[], $6::numeric[], $7::numeric[], $8::jsonb[])

-- name: quote_audit_insert
insert into quote_audit (tenant_id, family_id, seq, event_id, revision_id, type, occurred_at, recorded_at, actor_id, payload,
    changes, personal, prev, hash)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

-- Reads.

-- name: quote_audit_entries
select payload, changes, personal, prev, hash from quote_audit where tenant_id = $1 and family_id = $2 order by seq

-- name: quote_document
select c.bytes, d.sha256, d.stored_at from quote_document d join document_content c using (tenant_id, sha256)
where d.tenant_id = $1 and d.revision_id = $2

-- name: quote_order
select order_id, number, family_id, revision_id, customer_id, status, po_number, currency, one_off, month, year,
       external_ids, charges, erp_status, reason, placed_by, placed_at, updated_at, version
from sales_order where tenant_id = $1 and order_id = $2

-- name: quote_order_lines
select doc from sales_order_line where tenant_id = $1 and order_id = $2 order by position

-- name: quote_order_page
select o.order_id, o.number, o.family_id, o.revision_id, o.customer_id, o.status, o.po_number, o.currency, o.one_off, o.month,
       o.year, o.external_ids, o.charges, o.erp_status, o.reason, o.placed_by, o.placed_at, o.updated_at, o.version
from sales_order o join quote_family f using (tenant_id, family_id)
where o.tenant_id = $1
  and ($2 or $3 or f.owner_id = $4 or f.team_id = any ($5::uuid[]))
  and ($6::uuid is null or o.family_id = $6)
  and ($7::uuid is null or o.customer_id = $7)
  and (cardinality($8::text[]) = 0 or o.status = any ($8))
  and ($9 = '' or o.po_number = $9)
  and ($10::timestamptz is null or o.updated_at >= $10)
  and ($11::timestamptz is null or (o.placed_at, o.order_id) < ($11, $12::uuid))
order by o.placed_at desc, o.order_id desc limit $13

-- name: quote_overdue
select revision_id from quote_revision where tenant_id = $1 and state = 'sent' and valid_until < $2 order by valid_until, revision_id limit $3

-- name: quote_revisions_after
select revision_id from quote_revision where tenant_id = $1 and revision_id > $2 order by revision_id limit $3

-- name: quote_open_after
select revision_id from quote_revision
where tenant_id = $1 and revision_id > $2 and state in ('draft', 'pending_approval', 'approved') order by revision_id limit $3

-- name: quote_steps_due
select distinct r.revision_id from approval_step s join quote_revision r using (tenant_id, revision_id)
where s.tenant_id = $1 and s.state = 'open' and not s.retired and r.state = 'pending_approval'
  and (s.doc ->> 'due_at')::timestamptz <= $2 and not coalesce((s.doc ->> 'escalated')::boolean, false)
order by r.revision_id limit $3

-- name: quote_list
select f.family_id, coalesce(f.number, f.reference), f.title, f.customer_id, c.name, f.owner_id, f.team_id, f.lead_revision_id,
       r.doc ->> 'variant', r.number, case when f.lead_state = 'sent' and f.lead_valid_until < $2 then 'expired' else f.lead_state end,
       r.doc ->> 'currency', f.lead_tcv, (r.doc #>> '{totals,one_off,gross}')::numeric, f.lead_valid_until, f.follow_up, r.sent_at,
       (r.doc ->> 'first_viewed_at')::timestamptz,
       (select count(*) from quote_variant v where v.tenant_id = f.tenant_id and v.family_id = f.family_id), f.created_at, f.updated_at
from quote_family f
join customer c using (tenant_id, customer_id)
join quote_revision r on r.tenant_id = f.tenant_id and r.revision_id = f.lead_revision_id
where f.tenant_id = $1
  and ($3 or f.owner_id = $4 or f.team_id = any ($5::uuid[]) or ($6 and f.won) or ($28 and f.lead_state = 'sent')
       or ($7::uuid is not null and exists (
            select from approval_step s join quote_revision x using (tenant_id, revision_id)
            where s.tenant_id = f.tenant_id and x.family_id = f.family_id and not s.retired
              and (s.person_id = $7 or s.person_id = any ($26::uuid[]) or s.decided_by = $7
                   or s.person_id is null and s.role = any ($8::text[])))))
  and ($9::uuid[] is null or f.family_id = any ($9))
  and not exists (select from unnest($27::text[]) as w(word) where not exists (
        select from search_term s where s.tenant_id = f.tenant_id and s.kind = 'quote' and s.subject_id = f.family_id
          and s.term >= w.word and s.term < w.word || U&'\+10FFFF'))
  and (cardinality($10::text[]) = 0
       or case when f.lead_state = 'sent' and f.lead_valid_until < $2 then 'expired' else f.lead_state end = any ($10))
  and ($11::uuid is null or f.customer_id = $11)
  and ($12::uuid is null or f.owner_id = $12)
  and ($13::uuid is null or f.team_id = $13)
  and ($14 = '' or exists (select from quote_line l where l.tenant_id = f.tenant_id and l.revision_id = f.lead_revision_id
                           and (l.item = $14 or l.model = $14)))
  and ($15::timestamptz is null or f.updated_at >= $15)
  and ($16::timestamptz is null or f.updated_at < $16)
  and ($17::timestamptz is null or f.first_sent_at >= $17)
  and ($18::timestamptz is null or f.first_sent_at < $18)
  and ($19::date is null or (f.lead_state = 'sent' and f.lead_valid_until >= $2 and f.lead_valid_until < $19))
  and ($20::numeric is null or f.lead_base_tcv >= $20)
  and ($21::numeric is null or f.lead_base_tcv <= $21)
  and f.template = $22
  and ($23::timestamptz is null or (f.updated_at, f.family_id) < ($23, $24::uuid))
order by f.updated_at desc, f.family_id desc limit $25

-- name: quote_customer_page
select c.doc, c.version from customer c
where c.tenant_id = $1 and ($2::uuid[] is null or c.customer_id = any ($2))
  and not exists (select from unnest($3::text[]) as w(word) where not exists (
        select from search_term s where s.tenant_id = c.tenant_id and s.kind = 'customer' and s.subject_id = c.customer_id
          and s.term >= w.word and s.term < w.word || U&'\+10FFFF'))
  and ($4 = '' or (c.name_key, c.customer_id) > ($4, $5::uuid))
order by c.name_key, c.customer_id limit $6

-- name: search_subjects
select subject_id from search_term
where tenant_id = $1 and kind = $2 and term >= $3 and term < $3 || U&'\+10FFFF' limit $4

-- name: search_exact
select subject_id from search_term where tenant_id = $1 and kind = $2 and term = $3

-- name: customers_by_number
-- Reads all of the tenant's customers: it is asked when a contract is published.
select customer_id from customer
where tenant_id = $1 and regexp_replace(upper($3), '[^A-Z0-9]', '', 'g') <> ''
  and regexp_replace(upper(doc ->> $2::text), '[^A-Z0-9]', '', 'g') = regexp_replace(upper($3::text), '[^A-Z0-9]', '', 'g')

-- name: search_terms_remove
delete from search_term where tenant_id = $1 and kind = $2 and subject_id = $3 and term <> all ($4::text[])

-- name: search_terms_add
insert into search_term (tenant_id, kind, subject_id, term) select $1, $2, $3, * from unnest($4::text[]) on conflict do nothing

-- name: quote_families_of_customer
select doc from quote_family where tenant_id = $1 and customer_id = $2
