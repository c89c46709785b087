-- name: mail_insert
insert into mail_message (tenant_id, message_id, family_id, revision_id, kind, recipient, language, doc, cause, state, created_by, created_at, changed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, nullif($9, ''), $10, $11, $12, $12)
on conflict on constraint mail_message_cause do nothing;

-- name: mail_message
select message_id, family_id, revision_id, kind, recipient, language, doc, state, tries, word, subject, created_by, created_at, changed_at, sent_at
from mail_message where tenant_id = $1 and message_id = $2;

-- name: mail_messages
select message_id, family_id, revision_id, kind, recipient, language, doc, state, tries, word, subject, created_by, created_at, changed_at, sent_at
from mail_message where tenant_id = $1 and family_id = $2 order by created_at desc, message_id desc;

-- name: mail_latest
select message_id, family_id, revision_id, kind, recipient, language, doc, state, tries, word, subject, created_by, created_at, changed_at, sent_at
from mail_message where tenant_id = $1 and revision_id = $2 and kind = $3
order by created_at desc, message_id desc limit 1;

-- name: mail_for_attempt
select message_id, family_id, revision_id, kind, recipient, language, doc, state, tries, word, subject, created_by, created_at, changed_at, sent_at
from mail_message where tenant_id = $1 and kind = 'code' and revision_id = (
    select l.revision_id from buyer_attempt a join buyer_link l using (tenant_id, link_id) where a.tenant_id = $1 and a.attempt_id = $2)
  and doc ->> 'attempt_id' = $2::uuid::text
order by created_at desc limit 1;

-- name: mail_note
update mail_message set recipient = $3, language = $4, state = $5, tries = $6, word = $7, subject = $8, changed_at = $9, sent_at = $10
where tenant_id = $1 and message_id = $2;

-- name: mail_follow_ups
select f.family_id, f.lead_revision_id from quote_family f
where f.tenant_id = $1 and f.follow_up = $2::date and f.lead_state = 'sent' and f.lead_valid_until >= $2::date and not f.template
  and not exists (select from mail_message m where m.tenant_id = f.tenant_id and m.kind = 'follow_up'
                    and m.cause = 'follow-up ' || f.family_id::text || ' ' || $2)
order by f.family_id limit $3;
