package jobs

import (
	"time"

	"github.com/riverqueue/river"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// relay hands an event of the outbox to its followers.
type relay struct {
	Tenant identity.ID `json:"tenant_id"`
	Event  identity.ID `json:"event_id"`
}

func (relay) Kind() string { return "relay" }

// finishSend renders and stores the document of a revision whose send has
// begun, and completes the send.
type finishSend struct {
	Tenant   identity.ID `json:"tenant_id"`
	Revision identity.ID `json:"revision_id"`
}

func (finishSend) Kind() string { return "finish_send" }

// importHistory takes over a file of past quotes.
type importHistory struct {
	Tenant identity.ID `json:"tenant_id"`
	Import identity.ID `json:"import_id"`
}

func (importHistory) Kind() string { return "import_history" }

// mail delivers one message.
type mail struct {
	Tenant  identity.ID `json:"tenant_id"`
	Message identity.ID `json:"message_id"`
}

func (mail) Kind() string { return "mail" }

// InsertOpts gives up after some eleven hours: the waits between tries grow from
// a second to three hours.
func (mail) InsertOpts() river.InsertOpts { return river.InsertOpts{MaxAttempts: 12} }

// sweep visits every tenant. At most one waits or runs at a time, however many
// services share the database.
type sweep struct{}

func (sweep) Kind() string { return "sweep" }

func (sweep) InsertOpts() river.InsertOpts {
	return river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByPeriod: time.Minute}}
}

// fold makes figures of every tenant fast to read. At most one waits or runs at
// a time.
type fold struct{}

func (fold) Kind() string { return "fold" }

func (fold) InsertOpts() river.InsertOpts {
	return river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByPeriod: FoldInterval}}
}
