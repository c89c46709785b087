package jobs

import (
	"time"

	"github.com/riverqueue/river"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Relay asks to hand an event of the outbox to its followers.
type Relay struct {
	Tenant identity.ID `json:"tenant_id" river:"unique"`
	Event  identity.ID `json:"event_id" river:"unique"`
}

// Kind names the job in the queue.
func (Relay) Kind() string { return "relay" }

// FinishSend asks to render and store the document of a revision whose send has
// begun, and to complete the send.
type FinishSend struct {
	Tenant   identity.ID `json:"tenant_id" river:"unique"`
	Revision identity.ID `json:"revision_id" river:"unique"`
}

// Kind names the job in the queue.
func (FinishSend) Kind() string { return "finish_send" }

// sweep visits every tenant. At most one waits or runs at a time, however many
// services share the database.
type sweep struct{}

func (sweep) Kind() string { return "sweep" }

func (sweep) InsertOpts() river.InsertOpts {
	return river.InsertOpts{MaxAttempts: 1, UniqueOpts: river.UniqueOpts{ByPeriod: time.Minute}}
}

var (
	_ river.JobArgs               = Relay{}
	_ river.JobArgs               = FinishSend{}
	_ river.JobArgsWithInsertOpts = sweep{}
)
