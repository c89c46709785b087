// Package migrations holds the database schema as numbered SQL files, applied
// in order, forward only, by internal/postgres.
//
// Rules for a table: tenant_id is the first column of every key; it is made
// private with "select tenant_policy('name')"; the application role gets
// exactly the rights it needs, table by table. A test walks the migrated
// database and fails on a table that breaks them. A file that has been
// released is never edited: a mistake is mended by a later file.
package migrations

import "embed"

// Files holds the numbered migrations.
//
//go:embed [0-9]*.sql
var Files embed.FS

// Roles makes the two database roles; it runs before the first migration, as
// an administrator, and may run again at any time.
//
//go:embed roles.sql
var Roles string
