-- +goose Up
-- Erasing a person: what mails say to whom, and receipts of what they accepted.
grant update (doc) on mail_message to quotient_app;

-- Frozen content stays frozen but for erase_receipts, which alone has both the
-- right and the word.
drop trigger frozen on buyer_receipt;
create trigger frozen before update or delete on buyer_receipt for each row
    when (current_setting('app.erasing', true) is distinct from 'receipts') execute function frozen();
drop trigger frozen on document_content;
create trigger frozen before update or delete on document_content for each row
    when (current_setting('app.erasing', true) is distinct from 'receipts') execute function frozen();

-- Removes the receipts of the families' acceptances, inside the tenant of the
-- transaction. The next reader gets one made from what is left.
-- +goose StatementBegin
create function erase_receipts(families uuid[]) returns void
language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
    tenant uuid := nullif(current_setting('app.tenant', true), '')::uuid;
    gone   text[];
begin
    perform set_config('app.erasing', 'receipts', true);
    with erased as (
        delete from buyer_receipt b using quote_revision r
        where b.tenant_id = tenant and r.tenant_id = tenant and r.revision_id = b.revision_id and r.family_id = any (families)
        returning b.sha256
    )
    select array_agg(sha256) into gone from erased;
    delete from document_content c
    where c.tenant_id = tenant and c.sha256 = any (gone)
      and not exists (select from buyer_receipt o where o.tenant_id = tenant and o.sha256 = c.sha256)
      and not exists (select from quote_document o where o.tenant_id = tenant and o.sha256 = c.sha256)
      and not exists (select from asset o where o.tenant_id = tenant and o.sha256 = c.sha256);
    perform set_config('app.erasing', '', true);
end
$$;
-- +goose StatementEnd
revoke execute on function erase_receipts(uuid[]) from public;
grant execute on function erase_receipts(uuid[]) to quotient_app;
