// Package jobs runs work outside of requests on a queue inside PostgreSQL
// (river): it is enqueued in the transaction of the change that asks for it,
// so it exists exactly when the change does.
//
// It owns the database schema "river" and the kinds of job:
//
//   - relay hands one event of the outbox to whoever follows events;
//   - finish_send ends a send whose request could not: the document of a long
//     quote, or one whose service was killed between the two transactions;
//   - mail delivers one message, and tries again while the mail server does not
//     answer;
//   - sweep visits every tenant on the clock: it records what has expired and
//     picks up what was left in the outbox.
//
// A job carries the tenant and an id, never data: the worker reads what is true
// when it runs, and must be able to run twice, because a job whose process died
// is run again. The queue keeps no record of finished jobs; what must be known
// later is in tables of the application.
package jobs
