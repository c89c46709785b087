// Package jobs runs work outside of requests on a queue inside PostgreSQL
// (river): it is enqueued in the transaction of the change that asks for it,
// so it exists exactly when the change does.
//
// It owns the database schema "river". A job carries the tenant and an id,
// never data: the worker reads what is true when it runs, and must be able to
// run twice, because a job whose process died is run again.
package jobs
