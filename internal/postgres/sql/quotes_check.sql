-- Invariants of the stored quotes: each query returns what breaks one of them,
-- a subject and a message.

-- name: check_balances
select coalesce(f.number, f.reference), format('line %s: accepted %s, closed %s, remaining %s, ordered %s',
       b.line_id, b.accepted, b.closed, b.remaining, coalesce(o.quantity, 0))
from quote_balance b
join quote_revision r using (tenant_id, revision_id)
join quote_family f using (tenant_id, family_id)
left join lateral (
    select sum(l.quantity) as quantity from sales_order_line l join sales_order s using (tenant_id, order_id)
    where l.tenant_id = b.tenant_id and l.revision_id = b.revision_id and l.line_id = b.line_id and s.status <> 'cancelled') o on true
where b.tenant_id = $1 and (b.accepted - b.closed - b.remaining <> coalesce(o.quantity, 0) or b.remaining < 0)

-- name: check_order_totals
select o.number, format('net %s, its lines and charges sum to %s', o.one_off + o.month + o.year, l.net + c.net)
from sales_order o
cross join lateral (select coalesce(sum(net), 0) as net from sales_order_line l where l.tenant_id = o.tenant_id and l.order_id = o.order_id) l
cross join lateral (select coalesce(sum((x ->> 'net')::numeric), 0) as net from jsonb_array_elements(o.charges) x) c
where o.tenant_id = $1 and o.one_off + o.month + o.year <> l.net + c.net

-- name: check_totals
select coalesce(f.number, f.reference), format('revision %s: TCV %s, its lines and charges sum to %s', r.revision_id, r.tcv, l.tcv + c.tcv)
from quote_revision r
join quote_family f using (tenant_id, family_id)
cross join lateral (
    select coalesce(sum((l.doc #>> '{price,tcv}')::numeric), 0) as tcv from quote_line l
    where l.tenant_id = r.tenant_id and l.revision_id = r.revision_id
      and not coalesce((l.doc ->> 'optional')::boolean, false)
      and (coalesce(l.doc ->> 'alternative', '') = '' or coalesce((l.doc ->> 'proposed')::boolean, false))) l
cross join lateral (
    select coalesce(sum((x ->> 'net')::numeric), 0) as tcv from jsonb_array_elements(coalesce(r.doc -> 'charges', '[]')) x
    where coalesce((x ->> 'counted')::boolean, false) and x ->> 'period' = 'one_off') c
where r.tenant_id = $1 and not r.imported and r.tcv <> l.tcv + c.tcv
  and not exists (select from jsonb_array_elements(coalesce(r.doc -> 'charges', '[]')) x where x ->> 'period' <> 'one_off')

-- name: check_snapshots
select coalesce(f.number, f.reference), format('the snapshot of revision %s is not what was frozen', s.revision_id)
from quote_snapshot s
join quote_revision r using (tenant_id, revision_id)
join quote_family f using (tenant_id, family_id)
where s.tenant_id = $1 and encode(sha256(convert_to(s.content::text, 'UTF8')), 'hex') <> s.content_hash

-- name: check_documents
select coalesce(f.number, f.reference), format('revision %s is %s, document %s, stored %s', r.revision_id, r.state,
       coalesce(nullif(r.doc ->> 'document_hash', ''), 'none'), coalesce(d.sha256, 'none'))
from quote_revision r
join quote_family f using (tenant_id, family_id)
left join quote_document d using (tenant_id, revision_id)
where r.tenant_id = $1 and not r.imported
  and ((r.sent_at is not null) <> (d.sha256 is not null) or d.sha256 <> r.doc ->> 'document_hash')

-- name: check_document_bytes
select d.revision_id::text, format('the stored document %s has other bytes', d.sha256)
from quote_document d join document_content c using (tenant_id, sha256)
where d.tenant_id = $1 and encode(sha256(c.bytes), 'hex') <> d.sha256

-- name: check_numbers
select format('%s %s', c.series, c.year), format('the counter is at %s, %s numbers are in use', c.last, n.used)
from quote_counter c
cross join lateral (
    select count(*) as used from (
        select number from quote_family where tenant_id = c.tenant_id and c.series = 'quote' and not imported
        union all
        select number from sales_order where tenant_id = c.tenant_id and c.series = 'order') x
    where x.number like case c.series when 'quote' then 'Q-' else 'O-' end || c.year || '-%') n
where c.tenant_id = $1 and n.used <> c.last

-- name: check_outbox
select a.event_id::text, format('%s of quote %s was never put into the outbox', a.type, a.family_id)
from quote_audit a left join outbox o using (tenant_id, event_id)
where a.tenant_id = $1 and o.event_id is null

-- name: check_leads
select coalesce(f.number, f.reference), format('stands as %s, its revision is %s', f.lead_state, r.state)
from quote_family f
join quote_revision r on r.tenant_id = f.tenant_id and r.revision_id = f.lead_revision_id
where f.tenant_id = $1
  and (f.lead_state <> r.state or f.lead_tcv <> r.tcv
       or f.won <> exists (select from quote_revision w where w.tenant_id = f.tenant_id and w.family_id = f.family_id and w.state in ('accepted', 'ordered')))

-- name: check_ordered
select coalesce(f.number, f.reference), format('revision %s is %s with %s orders', r.revision_id, r.state, o.n)
from quote_revision r
join quote_family f using (tenant_id, family_id)
cross join lateral (select count(*) as n from sales_order s where s.tenant_id = r.tenant_id and s.revision_id = r.revision_id) o
where r.tenant_id = $1 and not r.imported and ((r.state = 'ordered') <> (o.n > 0))

-- name: check_facts
select coalesce(f.number, f.reference), 'has no fact, so figures do not know it'
from quote_family f left join quote_fact k using (tenant_id, family_id)
where f.tenant_id = $1 and not f.template and k.family_id is null

-- name: check_histories
select f.family_id, f.audit_seq, f.audit_head, a.payload, a.changes, a.prev, a.hash,
       case when coalesce(a.seq, 1) = 1 then (
           select jsonb_object_agg(r.revision_id, r.state) from quote_revision r
           where r.tenant_id = f.tenant_id and r.family_id = f.family_id) end
from quote_family f left join quote_audit a using (tenant_id, family_id)
where f.tenant_id = $1 and ($2::uuid is null or f.family_id = $2) order by f.family_id, a.seq
