-- name: buyer_find_link
select tenant_id, link_id from buyer_link_by_hash($1);

-- name: buyer_link
select link_id, revision_id, email, created_by, created_at, viewed_at, revoked_at
from buyer_link where tenant_id = $1 and link_id = $2;

-- name: buyer_links
select link_id, revision_id, email, created_by, created_at, viewed_at, revoked_at
from buyer_link where tenant_id = $1 and revision_id = $2 order by created_at desc, link_id desc;

-- name: buyer_link_insert
insert into buyer_link (tenant_id, link_id, revision_id, token_hash, email, created_by, created_at)
values ($1, $2, $3, $4, $5, $6, $7);

-- name: buyer_link_revoke
update buyer_link set revoked_at = coalesce(revoked_at, $4) where tenant_id = $1 and revision_id = $2 and link_id = $3;

-- name: buyer_link_viewed
update buyer_link set viewed_at = $3 where tenant_id = $1 and link_id = $2 and (viewed_at is null or viewed_at < $4);

-- name: buyer_attempt
select link_id, doc, code_hash, code_until, tries, created_at from buyer_attempt where tenant_id = $1 and attempt_id = $2;

-- name: buyer_attempt_insert
insert into buyer_attempt (tenant_id, attempt_id, link_id, doc, created_at) values ($1, $2, $3, $4, $5);

-- name: buyer_attempts_since
select count(*) from buyer_attempt where tenant_id = $1 and link_id = $2 and created_at >= $3;

-- name: buyer_attempt_code
update buyer_attempt set code_hash = $3, code_until = $4 where tenant_id = $1 and attempt_id = $2;

-- name: buyer_attempt_try
update buyer_attempt set tries = tries + 1 where tenant_id = $1 and attempt_id = $2
returning link_id, doc, code_hash, code_until, tries, created_at;

-- name: buyer_attempts_purge
delete from buyer_attempt where tenant_id = $1 and created_at < $2;

-- name: buyer_receipt
select c.bytes, r.sha256, r.stored_at from buyer_receipt r join document_content c using (tenant_id, sha256)
where r.tenant_id = $1 and r.revision_id = $2;

-- name: buyer_receipt_content
insert into document_content (tenant_id, sha256, bytes) values ($1, $2, $3) on conflict do nothing;

-- name: buyer_receipt_insert
insert into buyer_receipt (tenant_id, revision_id, sha256, stored_at) values ($1, $2, $3, $4) on conflict do nothing;
