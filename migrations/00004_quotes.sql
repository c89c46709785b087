-- +goose Up
-- Customers, quotes, their audit chain, approvals, frozen content and orders
-- (package quotes).

create table customer (
    tenant_id      uuid        not null references tenant (tenant_id),
    customer_id    uuid        not null,
    name           text        not null check (name <> ''),
    -- name_key orders lists: lower case, without accents
    name_key       text        collate "C" not null,
    prospect       boolean     not null default false,
    segment        text        not null default '',
    region         text        not null default '',
    channel        text        not null default '',
    external_ids   jsonb       not null default '{}',
    -- doc is the whole customer as package quotes writes it, contacts and
    -- addresses included; the columns above repeat what is searched.
    doc            jsonb       not null,
    first_order_at timestamptz,
    version        bigint      not null check (version > 0),
    updated_at     timestamptz not null,
    primary key (tenant_id, customer_id)
);
create index customer_name on customer (tenant_id, name_key, customer_id);
select tenant_policy('customer');
grant select, insert, update on customer to quotient_app;

-- The words by which quotes and customers are found. Under row security only
-- leakproof operators can use an index: comparing texts is one, LIKE and full
-- text search are not, so a word is looked up as a range of this table.
create table search_term (
    tenant_id  uuid not null references tenant (tenant_id),
    kind       text collate "C" not null check (kind in ('quote', 'customer')),
    subject_id uuid not null,
    term       text collate "C" not null check (term <> ''),
    primary key (tenant_id, kind, subject_id, term)
);
create index search_term_term on search_term (tenant_id, kind, term, subject_id);
select tenant_policy('search_term');
grant select, insert, delete on search_term to quotient_app;

create table quote_settings (
    tenant_id  uuid        not null references tenant (tenant_id),
    doc        jsonb       not null,
    -- another one at each save, also where a save was rolled back, so that a
    -- process can keep what it has read
    etag       uuid        not null default gen_random_uuid(),
    version    bigint      not null check (version > 0),
    updated_at timestamptz not null,
    primary key (tenant_id)
);
select tenant_policy('quote_settings');
grant select, insert, update on quote_settings to quotient_app;

-- Numbers without a gap: a number is taken in the transaction that uses it.
create table quote_counter (
    tenant_id uuid    not null references tenant (tenant_id),
    series    text    not null,
    year      integer not null,
    last      bigint  not null check (last > 0),
    primary key (tenant_id, series, year)
);
select tenant_policy('quote_counter');
grant select, insert, update on quote_counter to quotient_app;

create table quote_family (
    tenant_id        uuid        not null references tenant (tenant_id),
    family_id        uuid        not null,
    reference        text        not null check (reference <> ''),
    number           text        check (number <> ''),
    title            text        not null default '',
    customer_id      uuid        not null,
    owner_id         uuid        not null,
    team_id          uuid        not null,
    source           text        not null default '',
    campaign         text        not null default '',
    follow_up        date,
    external_ids     jsonb       not null default '{}',
    imported         boolean     not null default false,
    template         boolean     not null default false,
    doc              jsonb       not null,
    -- the length and last hash of the audit chain
    audit_seq        bigint      not null check (audit_seq > 0),
    audit_head       bytea       not null check (length(audit_head) = 32),
    -- the revision that stands for the family in lists: the accepted one, else
    -- the newest of the main variant
    lead_revision_id uuid        not null,
    lead_state       text        not null,
    lead_valid_until date,
    lead_tcv         numeric     not null,
    lead_base_tcv    numeric,
    won              boolean     not null default false,
    first_sent_at    timestamptz,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    version          bigint      not null check (version > 0),
    primary key (tenant_id, family_id),
    constraint quote_number_unique unique (tenant_id, number),
    constraint quote_reference_unique unique (tenant_id, reference),
    foreign key (tenant_id, customer_id) references customer (tenant_id, customer_id)
);
create index quote_family_updated on quote_family (tenant_id, updated_at desc, family_id desc);
create index quote_family_owner on quote_family (tenant_id, owner_id, updated_at desc);
create index quote_family_team on quote_family (tenant_id, team_id, updated_at desc);
create index quote_family_customer on quote_family (tenant_id, customer_id, updated_at desc);
select tenant_policy('quote_family');
grant select, insert, update on quote_family to quotient_app;

create table quote_variant (
    tenant_id  uuid    not null,
    variant_id uuid    not null,
    family_id  uuid    not null,
    letter     text    not null check (letter ~ '^[A-Z]{1,2}$'),
    name       text    not null default '',
    main       boolean not null,
    primary key (tenant_id, variant_id),
    unique (tenant_id, family_id, letter),
    foreign key (tenant_id, family_id) references quote_family (tenant_id, family_id)
);
-- the old main variant is unset before the new one is set
create unique index quote_variant_main on quote_variant (tenant_id, family_id) where main;
select tenant_policy('quote_variant');
grant select, insert, update on quote_variant to quotient_app;

create table quote_revision (
    tenant_id   uuid        not null,
    revision_id uuid        not null,
    family_id   uuid        not null,
    variant_id  uuid        not null,
    number      integer     not null check (number > 0),
    state       text        not null check (state in ('draft', 'pending_approval', 'approved', 'sent', 'accepted', 'ordered',
                                                      'rejected', 'expired', 'withdrawn', 'superseded', 'cancelled')),
    version     bigint      not null check (version > 0),
    valid_until date,
    sent_at     timestamptz,
    sending     boolean     not null default false,
    imported    boolean     not null default false,
    tcv         numeric     not null,
    -- the whole revision but its lines and approval steps
    doc         jsonb       not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    primary key (tenant_id, revision_id),
    unique (tenant_id, variant_id, number),
    foreign key (tenant_id, family_id) references quote_family (tenant_id, family_id),
    foreign key (tenant_id, variant_id) references quote_variant (tenant_id, variant_id),
    -- what has been sent has a day on which it ends
    check (imported or sent_at is null or valid_until is not null)
);
create unique index quote_revision_open on quote_revision (tenant_id, variant_id) where state in ('draft', 'pending_approval', 'approved');
create unique index quote_revision_live on quote_revision (tenant_id, variant_id) where state = 'sent';
create unique index quote_revision_won on quote_revision (tenant_id, family_id) where state in ('accepted', 'ordered');
create index quote_revision_family on quote_revision (tenant_id, family_id);
create index quote_revision_due on quote_revision (tenant_id, valid_until) where state = 'sent';
create index quote_revision_sending on quote_revision (tenant_id, updated_at) where sending;
select tenant_policy('quote_revision');
grant select, insert, update on quote_revision to quotient_app;

create table quote_line (
    tenant_id   uuid    not null,
    revision_id uuid    not null,
    line_id     uuid    not null,
    position    integer not null check (position > 0),
    item        text    not null default '',
    model       text    not null default '',
    quantity    numeric not null check (quantity > 0),
    net         numeric not null,
    -- the SHA-256 of doc as it was written
    digest      text    not null,
    doc         jsonb   not null,
    primary key (tenant_id, revision_id, line_id),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id)
);
create index quote_line_item on quote_line (tenant_id, item) where item <> '';
create index quote_line_model on quote_line (tenant_id, model) where model <> '';
select tenant_policy('quote_line');
grant select, insert, update, delete on quote_line to quotient_app;

-- The lines of what has been sent never change. An imported revision gets its
-- lines once.
-- +goose StatementBegin
create function quote_line_frozen() returns trigger
language plpgsql
set search_path = public, pg_temp
as $$
begin
    if exists (select from changed c join quote_revision r using (tenant_id, revision_id)
               where r.state not in ('draft', 'pending_approval', 'approved')
                 and not (r.imported and tg_op = 'INSERT')) then
        raise exception 'the lines of a sent quote never change' using errcode = 'integrity_constraint_violation', constraint = 'quote_line_frozen';
    end if;
    return null;
end
$$;
-- +goose StatementEnd
create trigger quote_line_insert after insert on quote_line referencing new table as changed for each statement execute function quote_line_frozen();
create trigger quote_line_update after update on quote_line referencing new table as changed for each statement execute function quote_line_frozen();
create trigger quote_line_delete after delete on quote_line referencing old table as changed for each statement execute function quote_line_frozen();

-- +goose StatementBegin
create function frozen() returns trigger
language plpgsql
set search_path = public, pg_temp
as $$
begin
    raise exception '% is frozen', tg_table_name using errcode = 'integrity_constraint_violation', constraint = 'frozen';
end
$$;
-- +goose StatementEnd

-- What a send froze: exactly the bytes whose hash is content_hash.
create table quote_snapshot (
    tenant_id    uuid        not null,
    snapshot_id  uuid        not null,
    revision_id  uuid        not null,
    content      json        not null,
    content_hash text        not null check (content_hash ~ '^[0-9a-f]{64}$'),
    created_at   timestamptz not null,
    primary key (tenant_id, snapshot_id),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id)
);
create index quote_snapshot_revision on quote_snapshot (tenant_id, revision_id);
select tenant_policy('quote_snapshot');
grant select, insert on quote_snapshot to quotient_app;
create trigger frozen before update or delete on quote_snapshot for each row execute function frozen();

-- Stored documents by content, so that equal ones are kept once.
create table document_content (
    tenant_id uuid  not null references tenant (tenant_id),
    sha256    text  not null,
    bytes     bytea not null,
    primary key (tenant_id, sha256),
    check (sha256 = encode(sha256(bytes), 'hex'))
);
select tenant_policy('document_content');
grant select, insert on document_content to quotient_app;
create trigger frozen before update or delete on document_content for each row execute function frozen();

create table quote_document (
    tenant_id   uuid        not null,
    revision_id uuid        not null,
    snapshot_id uuid        not null,
    sha256      text        not null,
    stored_at   timestamptz not null,
    primary key (tenant_id, revision_id),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id),
    foreign key (tenant_id, snapshot_id) references quote_snapshot (tenant_id, snapshot_id),
    foreign key (tenant_id, sha256) references document_content (tenant_id, sha256)
);
select tenant_policy('quote_document');
grant select, insert on quote_document to quotient_app;
create trigger frozen before update or delete on quote_document for each row execute function frozen();

create table approval_step (
    tenant_id   uuid        not null,
    step_id     uuid        not null,
    revision_id uuid        not null,
    rule        text        not null,
    stage       integer     not null,
    role        text        not null default '',
    person_id   uuid,
    state       text        not null check (state in ('open', 'approved', 'returned', 'up_to', 'carried')),
    decided_by  uuid,
    -- retired steps were asked for by an earlier submit
    retired     boolean     not null default false,
    doc         jsonb       not null,
    asked_at    timestamptz not null,
    primary key (tenant_id, step_id),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id)
);
create index approval_step_revision on approval_step (tenant_id, revision_id) where not retired;
create index approval_step_open on approval_step (tenant_id, asked_at) where state = 'open' and not retired;
select tenant_policy('approval_step');
grant select, insert, update on approval_step to quotient_app;

-- The audit chain: one per family, hashed entry by entry. personal is not
-- hashed and may be erased; nothing else ever changes. No foreign key: each
-- entry is written under its family's lock and moves the family's audit head.
create table quote_audit (
    tenant_id   uuid        not null,
    family_id   uuid        not null,
    seq         bigint      not null check (seq > 0),
    event_id    uuid        not null,
    revision_id uuid,
    type        text        not null,
    occurred_at timestamptz not null,
    recorded_at timestamptz not null,
    actor_id    uuid,
    -- json, not jsonb: these are the very bytes that were hashed
    payload     json        not null,
    changes     json        not null,
    personal    jsonb       not null default '{}',
    prev        bytea       not null check (length(prev) = 32),
    hash        bytea       not null check (length(hash) = 32),
    primary key (tenant_id, family_id, seq),
    unique (tenant_id, event_id)
);
create index quote_audit_recorded on quote_audit using brin (recorded_at);
select tenant_policy('quote_audit');
grant select, insert on quote_audit to quotient_app;
grant update (personal) on quote_audit to quotient_app;

-- Seals fix the heads of all chains of a tenant, each seal chained to the one
-- before.
create table audit_seal (
    tenant_id uuid        not null references tenant (tenant_id),
    number    bigint      not null check (number > 0),
    sealed_at timestamptz not null,
    prev      bytea       not null check (length(prev) = 32),
    hash      bytea       not null check (length(hash) = 32),
    primary key (tenant_id, number)
);
select tenant_policy('audit_seal');
grant select, insert on audit_seal to quotient_app;
create trigger frozen before update or delete on audit_seal for each row execute function frozen();

create table audit_seal_head (
    tenant_id uuid   not null,
    family_id uuid   not null,
    seq       bigint not null,
    number    bigint not null,
    head      bytea  not null check (length(head) = 32),
    primary key (tenant_id, family_id, seq),
    foreign key (tenant_id, number) references audit_seal (tenant_id, number)
);
create index audit_seal_head_number on audit_seal_head (tenant_id, number);
select tenant_policy('audit_seal_head');
grant select, insert on audit_seal_head to quotient_app;
create trigger frozen before update or delete on audit_seal_head for each row execute function frozen();

-- Quotes taken over from other systems: each once.
create table quote_taken_over (
    tenant_id uuid not null references tenant (tenant_id),
    system    text not null,
    number    text not null,
    primary key (tenant_id, system, number)
);
select tenant_policy('quote_taken_over');
grant select, insert on quote_taken_over to quotient_app;

-- What of an acceptance can still be ordered.
create table quote_balance (
    tenant_id     uuid    not null,
    revision_id   uuid    not null,
    line_id       uuid    not null,
    accepted      numeric not null check (accepted > 0),
    remaining     numeric not null,
    closed        numeric not null default 0 check (closed >= 0),
    remaining_net numeric not null,
    primary key (tenant_id, revision_id, line_id),
    foreign key (tenant_id, revision_id, line_id) references quote_line (tenant_id, revision_id, line_id),
    constraint quote_balance_remaining check (remaining >= 0 and remaining + closed <= accepted)
);
select tenant_policy('quote_balance');
grant select, insert, update on quote_balance to quotient_app;

create table sales_order (
    tenant_id    uuid        not null,
    order_id     uuid        not null,
    number       text        not null,
    family_id    uuid        not null,
    revision_id  uuid        not null,
    customer_id  uuid        not null,
    status       text        not null check (status in ('open', 'completed', 'cancelled')),
    po_number    text        not null default '',
    currency     char(3)     not null,
    one_off      numeric     not null,
    month        numeric     not null,
    year         numeric     not null,
    external_ids jsonb       not null default '{}',
    charges      jsonb       not null default '[]',
    erp_status   text        not null default '',
    reason       text        not null default '',
    placed_by    uuid        not null,
    placed_at    timestamptz not null,
    updated_at   timestamptz not null,
    version      bigint      not null check (version > 0),
    primary key (tenant_id, order_id),
    constraint sales_order_number_unique unique (tenant_id, number),
    foreign key (tenant_id, family_id) references quote_family (tenant_id, family_id),
    foreign key (tenant_id, revision_id) references quote_revision (tenant_id, revision_id),
    foreign key (tenant_id, customer_id) references customer (tenant_id, customer_id)
);
create unique index sales_order_po on sales_order (tenant_id, customer_id, po_number) where po_number <> '' and status <> 'cancelled';
create index sales_order_family on sales_order (tenant_id, family_id);
create index sales_order_placed on sales_order (tenant_id, placed_at desc, order_id desc);
create index sales_order_updated on sales_order (tenant_id, updated_at);
select tenant_policy('sales_order');
grant select, insert, update on sales_order to quotient_app;

create table sales_order_line (
    tenant_id   uuid    not null,
    order_id    uuid    not null,
    line_id     uuid    not null,
    revision_id uuid    not null,
    position    integer not null,
    quantity    numeric not null check (quantity > 0),
    net         numeric not null,
    doc         jsonb   not null,
    primary key (tenant_id, order_id, line_id),
    foreign key (tenant_id, order_id) references sales_order (tenant_id, order_id),
    foreign key (tenant_id, revision_id, line_id) references quote_balance (tenant_id, revision_id, line_id)
);
create index sales_order_line_line on sales_order_line (tenant_id, revision_id, line_id);
select tenant_policy('sales_order_line');
grant select, insert on sales_order_line to quotient_app;
create trigger frozen before update or delete on sales_order_line for each row execute function frozen();
