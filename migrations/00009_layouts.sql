-- +goose Up
-- How a company's quotes look (package quotes/layout): templates in numbered
-- versions, the last of which is in force, and the pictures and PDF files that
-- they and the items of quotes name.

create table document_template (
    tenant_id    uuid        not null references tenant (tenant_id),
    code         text        not null check (code ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    number       integer     not null check (number > 0),
    name         jsonb       not null,
    source       text        not null,
    published_at timestamptz not null,
    published_by text        not null,
    primary key (tenant_id, code, number)
);
select tenant_policy('document_template');
grant select, insert on document_template to quotient_app;
create trigger frozen before update or delete on document_template for each row execute function frozen();

-- A file's name is the hash of its bytes as stored.
create table asset (
    tenant_id   uuid        not null,
    sha256      text        not null,
    media_type  text        not null check (media_type in ('image/jpeg', 'application/pdf')),
    name        text        not null default '',
    created_at  timestamptz not null,
    created_by  text        not null,
    primary key (tenant_id, sha256),
    foreign key (tenant_id, sha256) references document_content (tenant_id, sha256)
);
select tenant_policy('asset');
grant select, insert on asset to quotient_app;
create trigger frozen before update or delete on asset for each row execute function frozen();
