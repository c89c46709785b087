-- What waits for approval, what has been approved, and what people keep.

-- name: quote_waiting
select f.doc, r.doc, a.steps, c.name
from quote_revision r
join quote_family f using (tenant_id, family_id)
join customer c using (tenant_id, customer_id)
cross join lateral (
    select jsonb_agg(s.doc order by s.stage, s.asked_at, s.step_id) as steps,
           bool_or(s.state = 'open' and (s.person_id = $2 or s.person_id = any ($3::uuid[]) or s.person_id is null and s.role = any ($4::text[])
                   or f.team_id = any ($5::uuid[]) and (s.doc ->> 'due_at')::timestamptz <= $6)) as mine
    from approval_step s where s.tenant_id = r.tenant_id and s.revision_id = r.revision_id and not s.retired) a
where r.tenant_id = $1 and r.state = 'pending_approval' and a.mine
  and ($7::timestamptz is null or ((r.doc ->> 'submitted_at')::timestamptz, r.revision_id) > ($7, $8::uuid))
order by (r.doc ->> 'submitted_at')::timestamptz, r.revision_id limit $9

-- name: quote_approved_write
insert into quote_approved (tenant_id, revision_id, approved_at, content) values ($1, $2, $3, $4)
on conflict (tenant_id, revision_id) do update set approved_at = excluded.approved_at, content = excluded.content

-- name: quote_approved_last
select a.content, a.approved_at from quote_revision r join quote_approved a using (tenant_id, revision_id)
where r.tenant_id = $1 and (r.variant_id = $2 or r.revision_id = $3::uuid) order by a.approved_at desc limit 1

-- name: favourites
select doc from favourite where tenant_id = $1 and user_id = $2 order by created_at desc, favourite_id desc

-- name: favourite_insert
insert into favourite (tenant_id, favourite_id, user_id, doc, created_at) values ($1, $2, $3, $4, $5)

-- name: favourite_remove
delete from favourite where tenant_id = $1 and favourite_id = $2 and user_id = $3

-- The progress of sends.

-- name: quote_sending_write
insert into quote_sending (tenant_id, revision_id, stage, started_at, updated_at) values ($1, $2, $3, $4, $5)
on conflict (tenant_id, revision_id) do update set stage = excluded.stage, attempts = 0, problem = '', started_at = excluded.started_at, updated_at = excluded.updated_at

-- name: quote_sending_note
update quote_sending set stage = $3, problem = $4, updated_at = $5, attempts = attempts + case when $3 = 'rendering' and $4 = '' then 1 else 0 end
where tenant_id = $1 and revision_id = $2

-- name: quote_sending
select revision_id, stage, attempts, problem, started_at, updated_at from quote_sending where tenant_id = $1 and revision_id = $2
