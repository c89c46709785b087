-- +goose Up
-- The item master and the published versions of models, price books and all
-- else that quotes are configured and priced with (package catalog).

create table item (
    tenant_id          uuid        not null references tenant (tenant_id),
    item_id            uuid        not null,
    sku                text        not null check (sku <> ''),
    name               jsonb       not null,
    description        jsonb       not null default '{}',
    unit               text        not null,
    quantity_precision smallint    not null default 0 check (quantity_precision between 0 and 6),
    family             text        not null default '',
    tax_class          text        not null default 'standard',
    weight             numeric(18, 6) not null default 0 check (weight >= 0),
    lead_time_days     integer     not null default 0 check (lead_time_days >= 0),
    discountable       boolean     not null default true,
    image              text        not null default '',
    external_ids       jsonb       not null default '{}',
    version            bigint      not null default 1,
    updated_at         timestamptz not null,
    primary key (tenant_id, item_id),
    unique (tenant_id, sku)
);

create table publication (
    tenant_id    uuid        not null references tenant (tenant_id),
    kind         text        not null check (kind in ('model', 'price_book', 'procedure', 'tax_table', 'rates', 'contract', 'promotion')),
    code         text        not null check (code <> ''),
    version      text        not null check (version ~ '^sha256:[0-9a-f]{64}$'),
    number       integer     not null check (number > 0),
    label        jsonb       not null default '{}',
    entry        text        not null,
    source       jsonb       not null,
    published_at timestamptz not null,
    published_by text        not null,
    withdrawn_at timestamptz,
    primary key (tenant_id, kind, code, version),
    unique (tenant_id, kind, code, number)
);

-- Which version new work uses; apart from publication, whose rows never change
-- but for their withdrawal.
create table publication_current (
    tenant_id uuid not null,
    kind      text not null,
    code      text not null,
    version   text not null,
    primary key (tenant_id, kind, code),
    foreign key (tenant_id, kind, code, version) references publication (tenant_id, kind, code, version)
);

select tenant_policy('item');
select tenant_policy('publication');
select tenant_policy('publication_current');

grant select, insert, update on item to quotient_app;
grant select, insert on publication to quotient_app;
grant update (withdrawn_at) on publication to quotient_app;
grant select, insert, update, delete on publication_current to quotient_app;
