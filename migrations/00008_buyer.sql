-- +goose Up
-- How an offer reaches its buyer: links, acceptances being confirmed, receipts
-- (package buyer) and the mails that go out (package mail).

create table buyer_link (
    tenant_id   uuid        not null,
    link_id     uuid        not null,
    revision_id uuid        not null,
    -- token_hash is the SHA-256 of the token, which is stored nowhere
    token_hash  bytea       not null check (length(token_hash) = 32),
    -- email is whom it was sent to; '' for a link that was copied
    email       text        not null default '',
    created_by  uuid,
    created_at  timestamptz not null,
    viewed_at   timestamptz,
    revoked_at  timestamptz,
    primary key (tenant_id, link_id),
    unique (tenant_id, token_hash),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id)
);
create index buyer_link_token on buyer_link (token_hash);
create index buyer_link_revision on buyer_link (tenant_id, revision_id, created_at);
select tenant_policy('buyer_link');
select tenant_lookup('buyer_link');
grant select, insert on buyer_link to quotient_app;
grant update (email, viewed_at, revoked_at) on buyer_link to quotient_app;

-- The tenant is not known before this has answered; it returns ids only.
-- +goose StatementBegin
create function buyer_link_by_hash(wanted bytea) returns table (tenant_id uuid, link_id uuid)
language sql stable security definer
set search_path = public, pg_temp
begin atomic
    select l.tenant_id, l.link_id from buyer_link l where l.token_hash = wanted;
end;
-- +goose StatementEnd
revoke execute on function buyer_link_by_hash(bytea) from public;
grant execute on function buyer_link_by_hash(bytea) to quotient_app;

-- An acceptance that waits for its confirmation. Rows go when they are old: what
-- was accepted is in the quote.
create table buyer_attempt (
    tenant_id   uuid        not null,
    attempt_id  uuid        not null,
    link_id     uuid        not null,
    -- doc is what the buyer entered, as package buyer writes it
    doc         jsonb       not null,
    -- code_hash is the salted digest of the code, null until one is sent
    code_hash   bytea,
    code_until  timestamptz,
    tries       integer     not null default 0 check (tries >= 0),
    created_at  timestamptz not null,
    primary key (tenant_id, attempt_id),
    foreign key (tenant_id, link_id) references buyer_link (tenant_id, link_id)
);
create index buyer_attempt_link on buyer_attempt (tenant_id, link_id, created_at);
create index buyer_attempt_created on buyer_attempt (tenant_id, created_at);
select tenant_policy('buyer_attempt');
grant select, insert, delete on buyer_attempt to quotient_app;
grant update (code_hash, code_until, tries) on buyer_attempt to quotient_app;

-- The receipt of an acceptance, made once.
create table buyer_receipt (
    tenant_id   uuid        not null,
    revision_id uuid        not null,
    sha256      text        not null,
    stored_at   timestamptz not null,
    primary key (tenant_id, revision_id),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id),
    foreign key (tenant_id, sha256) references document_content (tenant_id, sha256)
);
select tenant_policy('buyer_receipt');
grant select, insert on buyer_receipt to quotient_app;
create trigger frozen before update or delete on buyer_receipt for each row execute function frozen();

-- Mails about quotes: what is to be said to whom, and what has become of it.
create table mail_message (
    tenant_id   uuid        not null,
    message_id  uuid        not null,
    family_id   uuid        not null,
    revision_id uuid        not null,
    kind        text        not null check (kind <> ''),
    recipient   text        not null,
    language    text        not null,
    -- doc is what its template needs, as package mail writes it
    doc         jsonb       not null,
    -- cause makes sure that one event or day brings one mail; null for none
    cause       text,
    state       text        not null check (state in ('queued', 'sent', 'refused', 'bounced', 'dropped')),
    tries       integer     not null default 0 check (tries >= 0),
    -- word is what the mail server said last
    word        text        not null default '',
    subject     text        not null default '',
    created_by  uuid,
    created_at  timestamptz not null,
    changed_at  timestamptz not null,
    sent_at     timestamptz,
    primary key (tenant_id, message_id),
    constraint mail_message_cause unique (tenant_id, cause, kind, recipient),
    foreign key (tenant_id, family_id) references quote_family (tenant_id, family_id),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id)
);
create index mail_message_family on mail_message (tenant_id, family_id, created_at);
create index mail_message_revision on mail_message (tenant_id, revision_id, kind, created_at);
create index mail_message_queued on mail_message (tenant_id, changed_at) where state = 'queued';
select tenant_policy('mail_message');
grant select, insert on mail_message to quotient_app;
grant update (recipient, language, state, tries, word, subject, changed_at, sent_at) on mail_message to quotient_app;
