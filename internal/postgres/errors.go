package postgres

import (
	"context"
	"errors"
	"io"
	"net"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// mapError turns what PostgreSQL reports into a *fault.Error. Faults and nil
// pass unchanged; what it does not know becomes Internal at the front.
func mapError(err error) error {
	var known *fault.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	var pgErr *pgconn.PgError
	if errors.As(err, &pgErr) {
		return mapPgError(pgErr, err)
	}
	var connect *pgconn.ConnectError
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, context.DeadlineExceeded):
		return fault.Wrap(err, fault.Unavailable, "timeout", "the database took too long")
	case errors.Is(err, pgx.ErrNoRows):
		return fault.Wrap(err, fault.NotFound, "not-found", "there is no such thing")
	case errors.As(err, &connect), pgconn.SafeToRetry(err):
		return fault.Wrap(err, fault.Unavailable, "database-unreachable", "the database does not answer; nothing was changed")
	case lostConnection(err):
		return fault.Wrap(err, fault.Unavailable, "database-connection-lost",
			"the connection to the database broke, so it is not known whether this took effect; send it again with the same Idempotency-Key or If-Match")
	}
	return err
}

// lostConnection reports whether the server went away in the middle of work.
func lostConnection(err error) bool {
	var network *net.OpError
	return errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) || errors.Is(err, net.ErrClosed) || errors.As(err, &network)
}

func mapPgError(pgErr *pgconn.PgError, err error) error {
	named := func(code fault.Code, kind, message string) error {
		e := fault.Wrap(err, code, kind, "%s", message)
		if pgErr.ConstraintName != "" {
			e = e.With("constraint", pgErr.ConstraintName)
		}
		return e
	}
	switch pgErr.Code {
	case "23505", "23P01": // unique_violation, exclusion_violation
		return named(fault.Conflict, "already-exists", "another one with the same key exists")
	case "23503": // foreign_key_violation
		return named(fault.Conflict, "reference-broken", "something it refers to does not exist, or something still refers to it")
	case "23514": // check_violation
		return named(fault.Conflict, "constraint-violated", "the change would break a rule of the data")
	case "40001", "40P01": // serialization_failure, deadlock_detected
		return named(fault.Unavailable, "try-again", "two changes met; nothing was changed, try again")
	case "55P03": // lock_not_available
		return named(fault.Unavailable, "busy", "another change of the same thing is running; try again")
	case "57014": // query_canceled
		return named(fault.Unavailable, "timeout", "the database took too long; nothing was changed")
	case "57P01", "57P02", "57P03", "53300": // shutting down, starting up, too many connections
		return named(fault.Unavailable, "database-unreachable", "the database does not answer; try again")
	}
	return err
}

// violates reports whether err is a violation of the named constraint, for
// stores that give it a better message.
func violates(err error, constraint string) bool {
	var pgErr *pgconn.PgError
	return errors.As(err, &pgErr) && pgErr.ConstraintName == constraint
}
