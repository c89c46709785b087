-- +goose Up
-- Files attached to quotes.

-- Attached files by content, so that a file carried from revision to revision
-- is kept once. What no revision refers to any more is removed.
create table attachment_content (
    tenant_id uuid  not null references tenant (tenant_id),
    sha256    text  not null,
    bytes     bytea not null,
    primary key (tenant_id, sha256),
    check (sha256 = encode(sha256(bytes), 'hex'))
);
-- PDFs and pictures are compressed already.
alter table attachment_content alter column bytes set storage external;
select tenant_policy('attachment_content');
grant select, insert, delete on attachment_content to quotient_app;
create trigger frozen before update on attachment_content for each row execute function frozen();

-- The files of each revision; their names and order are in its document.
create table quote_attachment (
    tenant_id   uuid not null,
    revision_id uuid not null,
    sha256      text not null,
    primary key (tenant_id, sha256, revision_id),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id),
    foreign key (tenant_id, sha256) references attachment_content (tenant_id, sha256)
);
create index quote_attachment_revision on quote_attachment (tenant_id, revision_id);
select tenant_policy('quote_attachment');
grant select, insert, delete on quote_attachment to quotient_app;

-- The files of what has been sent never change.
-- +goose StatementBegin
create function quote_attachment_frozen() returns trigger
language plpgsql
set search_path = public, pg_temp
as $$
begin
    if exists (select from changed c join quote_revision r using (tenant_id, revision_id)
               where r.state not in ('draft', 'pending_approval', 'approved')) then
        raise exception 'the files of a sent quote never change' using errcode = 'integrity_constraint_violation', constraint = 'frozen';
    end if;
    return null;
end
$$;
-- +goose StatementEnd
create trigger quote_attachment_insert after insert on quote_attachment referencing new table as changed for each statement execute function quote_attachment_frozen();
create trigger quote_attachment_delete after delete on quote_attachment referencing old table as changed for each statement execute function quote_attachment_frozen();
create trigger frozen before update on quote_attachment for each row execute function frozen();

-- What approvals were given for, as it was then: the last of each revision.
create table quote_approved (
    tenant_id   uuid        not null,
    revision_id uuid        not null,
    approved_at timestamptz not null,
    content     json        not null,
    primary key (tenant_id, revision_id),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id)
);
select tenant_policy('quote_approved');
grant select, insert, update on quote_approved to quotient_app;

create index quote_revision_pending on quote_revision (tenant_id, revision_id) where state = 'pending_approval';

-- Lines that people keep to use again.
create table favourite (
    tenant_id    uuid        not null references tenant (tenant_id),
    favourite_id uuid        not null,
    user_id      uuid        not null,
    doc          jsonb       not null,
    created_at   timestamptz not null,
    primary key (tenant_id, favourite_id)
);
create index favourite_user on favourite (tenant_id, user_id, created_at desc, favourite_id desc);
select tenant_policy('favourite');
grant select, insert, delete on favourite to quotient_app;

-- How far the send of a long quote has come: its document is made by a job.
create table quote_sending (
    tenant_id   uuid        not null,
    revision_id uuid        not null,
    stage       text        not null check (stage in ('waiting', 'rendering', 'storing')),
    attempts    integer     not null default 0 check (attempts >= 0),
    problem     text        not null default '',
    started_at  timestamptz not null,
    updated_at  timestamptz not null,
    primary key (tenant_id, revision_id),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id)
);
select tenant_policy('quote_sending');
grant select, insert, update on quote_sending to quotient_app;
