// Package postgres stores everything in PostgreSQL 15 or later. It is the only
// place with SQL for the application's tables.
//
// It owns connections, transactions, the tenant of a transaction, migrations,
// and one store per domain (Quotes, Catalog, ...), each implementing the Store
// interface of its domain package.
//
// Invariants:
//
//   - The service's connections run as the role quotient_app, which row-level
//     security binds; Open refuses a role that could bypass it.
//   - Every statement runs inside a transaction that has set its tenant first,
//     so that a forgotten condition shows nothing rather than too much.
//   - Queries live in sql/*.sql under a name ("-- name: quote_by_id") and are
//     all prepared against the migrated database in a test.
//   - Errors leave as *fault.Error; a reply is sent only after the commit.
//
// A store takes a [Transactor]: the DB itself, where each call commits on its
// own, or a [Batch], where many calls share one transaction.
package postgres
