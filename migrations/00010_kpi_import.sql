-- +goose Up
-- Files of past quotes that are taken over in the background (quotes.HistoryImport).
create table history_import (
    tenant_id   uuid        not null references tenant (tenant_id),
    import_id   uuid        not null,
    system      text        not null check (system <> ''),
    state       text        not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    quotes      integer     not null check (quotes >= 0),
    done        integer     not null check (done between 0 and quotes),
    taken       integer     not null check (taken between 0 and quotes),
    message     text        not null default '',
    -- the file, until the import is over
    content     bytea,
    started_by  uuid        not null,
    started_at  timestamptz not null,
    finished_at timestamptz,
    primary key (tenant_id, import_id),
    check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null)),
    check ((content is null) = (finished_at is not null))
);
select tenant_policy('history_import');
grant select, insert on history_import to quotient_app;
grant update (state, done, taken, message, content, finished_at) on history_import to quotient_app;
