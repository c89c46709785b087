-- The two roles of the service, made once per server and not per database.
-- quotient_owner owns and migrates; quotient_app serves and can neither own
-- nor bypass row-level security. Neither has a password: an administrator of a
-- shared server sets one, or the service's role becomes a member and switches.
do $$
declare
    wanted text;
begin
    -- Services that start at the same moment take turns: two grants of the same
    -- right at once are an error.
    perform pg_advisory_xact_lock(x'726f6c6573'::bigint);
    foreach wanted in array array['quotient_owner', 'quotient_app'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I login nosuperuser nobypassrls nocreatedb nocreaterole', wanted);
            exception when duplicate_object or unique_violation then
                null; -- made at the same moment by another migration
            end;
        end if;
        if not pg_has_role(session_user, wanted, 'member') then
            begin
                execute format('grant %I to %I', wanted, session_user);
            exception when unique_violation then
                null; -- granted at the same moment from another database
            end;
        end if;
    end loop;
    -- Since version 15 a database's schema "public" is closed, and creating the
    -- schema of the job queue needs a right on the database.
    if not has_schema_privilege('quotient_owner', 'public', 'create') then
        grant create, usage on schema public to quotient_owner;
    end if;
    if not has_database_privilege('quotient_owner', current_database(), 'create') then
        execute format('grant create on database %I to quotient_owner', current_database());
    end if;
    if not has_schema_privilege('quotient_app', 'public', 'usage') then
        grant usage on schema public to quotient_app;
    end if;
    -- Every step of a quote stores its documents compressed, and lz4 is several
    -- times faster than PostgreSQL's default. It is a wish, not a need.
    if not exists (select from pg_db_role_setting where setrole = 'quotient_app'::regrole
        and 'default_toast_compression=lz4' = any (setconfig)) then
        begin
            alter role quotient_app set default_toast_compression = 'lz4';
        exception when invalid_parameter_value or insufficient_privilege or unique_violation or internal_error then
            null; -- built without it, not ours to set, or being set from another database
        end;
    end if;
end
$$;
