package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgtype/zeronull"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/mail"
	"github.com/quotient-cpq/quotient/quotes"
)

// MailQueue enqueues the delivery of a message, in the transaction that stored
// it.
type MailQueue interface {
	Mail(ctx context.Context, tx pgx.Tx, tenant, message identity.ID) error
}

// Mail stores messages; it implements mail.Store.
type Mail struct {
	db    Transactor
	queue MailQueue
}

var _ mail.Store = (*Mail)(nil)

// NewMail returns the store of messages.
func NewMail(db Transactor, queue MailQueue) *Mail { return &Mail{db, queue} }

// ToMail returns an EventHook that stores the messages that events bring, with
// their deliveries: each is sent exactly when the event has happened.
func ToMail(queue MailQueue) EventHook {
	return func(ctx context.Context, tx pgx.Tx, events []quotes.Event) error {
		for _, e := range events {
			for _, m := range mail.Due(e) {
				if err := insertMail(ctx, tx, m, queue); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

func insertMail(ctx context.Context, tx pgx.Tx, m mail.Message, queue MailQueue) error {
	tag, err := tx.Exec(ctx, query("mail_insert"), m.Tenant, m.ID, m.Family, m.Revision, string(m.Kind), m.To, m.Language, m.Content, m.Cause,
		string(m.State), idOrNull(m.CreatedBy), m.CreatedAt)
	if err != nil || tag.RowsAffected() == 0 {
		return err
	}
	return queue.Mail(ctx, tx, m.Tenant, m.ID)
}

// Insert implements mail.Store.
func (s *Mail) Insert(ctx context.Context, m mail.Message) error {
	return s.db.Tenant(ctx, m.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		return insertMail(ctx, tx, m, s.queue)
	})
}

// Message implements mail.Store.
func (s *Mail) Message(ctx context.Context, tenant, id identity.ID) (mail.Message, error) {
	return s.one(ctx, tenant, query("mail_message"), id)
}

// Latest implements mail.Store.
func (s *Mail) Latest(ctx context.Context, tenant, revision identity.ID, kind quotes.MailKind) (mail.Message, error) {
	return s.one(ctx, tenant, query("mail_latest"), revision, string(kind))
}

// ForAttempt implements mail.Store.
func (s *Mail) ForAttempt(ctx context.Context, tenant, attempt identity.ID) (mail.Message, error) {
	return s.one(ctx, tenant, query("mail_for_attempt"), attempt)
}

func (s *Mail) one(ctx context.Context, tenant identity.ID, sql string, args ...any) (m mail.Message, err error) {
	err = s.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		m, err = scanMail(tx.QueryRow(ctx, sql, append([]any{tenant}, args...)...), tenant)
		return notFound(err, "message-not-found", "mail")
	})
	return m, err
}

func scanMail(row pgx.Row, tenant identity.ID) (m mail.Message, err error) {
	m.Tenant = tenant
	err = row.Scan(&m.ID, &m.Family, &m.Revision, &m.Kind, &m.To, &m.Language, &m.Content, &m.State, &m.Tries, &m.Word, &m.Printed,
		(*zeronull.UUID)(&m.CreatedBy), &m.CreatedAt, &m.ChangedAt, (*zeronull.Timestamptz)(&m.SentAt))
	return m, err
}

// Messages implements mail.Store.
func (s *Mail) Messages(ctx context.Context, tenant, family identity.ID) (all []mail.Message, err error) {
	err = s.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("mail_messages"), tenant, family)
		if err != nil {
			return err
		}
		all, err = pgx.CollectRows(rows, func(row pgx.CollectableRow) (mail.Message, error) { return scanMail(row, tenant) })
		return err
	})
	return all, err
}

// Note implements mail.Store.
func (s *Mail) Note(ctx context.Context, m mail.Message) error {
	return s.db.Tenant(ctx, m.Tenant, func(ctx context.Context, tx pgx.Tx) error { return noteMail(ctx, tx, m) })
}

func noteMail(ctx context.Context, tx pgx.Tx, m mail.Message) error {
	var sent *time.Time
	if !m.SentAt.IsZero() {
		sent = &m.SentAt
	}
	_, err := tx.Exec(ctx, query("mail_note"), m.Tenant, m.ID, m.To, m.Language, string(m.State), m.Tries, m.Word, m.Printed, m.ChangedAt, sent)
	return err
}

// Requeue implements mail.Store.
func (s *Mail) Requeue(ctx context.Context, m mail.Message) error {
	return s.db.Tenant(ctx, m.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		if err := noteMail(ctx, tx, m); err != nil {
			return err
		}
		return s.queue.Mail(ctx, tx, m.Tenant, m.ID)
	})
}

// FollowUps implements mail.Store.
func (s *Mail) FollowUps(ctx context.Context, tenant identity.ID, day string, limit int) (due []mail.FollowUp, err error) {
	err = s.db.Read(ctx, tenant, func(ctx context.Context, tx pgx.Tx) error {
		rows, err := tx.Query(ctx, query("mail_follow_ups"), tenant, day, limit)
		if err != nil {
			return err
		}
		due, err = pgx.CollectRows(rows, pgx.RowToStructByPos[mail.FollowUp])
		return err
	})
	return due, err
}
