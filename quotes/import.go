package quotes

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// ImportState is how far an import in the background has come.
type ImportState string

// The states; the last three are final.
const (
	ImportWaiting   ImportState = "waiting"
	ImportRunning   ImportState = "running"
	ImportDone      ImportState = "done"
	ImportFailed    ImportState = "failed"
	ImportCancelled ImportState = "cancelled"
)

// HistoryImport is one file of past quotes that is taken over in the background.
type HistoryImport struct {
	ID     identity.ID `json:"id"`
	Tenant identity.ID `json:"-"`
	// System is the name of the system that the quotes come from.
	System string      `json:"system"`
	State  ImportState `json:"state"`
	// Quotes are those of the file, Done those looked at so far, Taken those
	// that were new: known at the end.
	Quotes int `json:"quotes"`
	Done   int `json:"done"`
	Taken  int `json:"taken"`
	// Message says why it failed.
	Message    string      `json:"message,omitempty"`
	StartedBy  identity.ID `json:"started_by"`
	StartedAt  time.Time   `json:"started_at"`
	FinishedAt time.Time   `json:"finished_at,omitzero"`
}

// Over reports whether nothing more will happen.
func (i HistoryImport) Over() bool {
	return i.State == ImportDone || i.State == ImportFailed || i.State == ImportCancelled
}

// Imports keeps imports and has them run. It is safe for concurrent use.
type Imports interface {
	// Add stores an import with its file and asks for it to be run by RunImport.
	Add(ctx context.Context, i HistoryImport, file []byte) error
	// Import returns an import, or a NotFound fault.
	Import(ctx context.Context, tenant, id identity.ID) (HistoryImport, error)
	// File returns what is imported.
	File(ctx context.Context, tenant, id identity.ID) ([]byte, error)
	// SaveImport writes an import that is not over and returns true; the file is
	// forgotten when it is over with this. False means that it was over before,
	// such as cancelled meanwhile.
	SaveImport(ctx context.Context, i HistoryImport) (bool, error)
}

// ImportHistory takes over the past quotes of a CSV file, all or nothing, and
// returns how many the file has and how many of them were new. Every mistake of
// every row is an issue with its line and column. Customers that no customer
// here has the name of are added. Progress (nil for none) is called after each
// part; the context ends it, and then nothing was imported.
func (s *Service) ImportHistory(ctx context.Context, actor identity.Actor, system string, in io.Reader, progress func(done, of int)) (found, taken int, err error) {
	if err := require(actor, identity.Administer); err != nil {
		return 0, 0, err
	}
	r, err := s.readHistory(ctx, actor, system, in)
	if err != nil {
		return 0, 0, err
	}
	found = len(r.quotes)
	t := &takeover{s: s, by: s.by(actor), customers: map[identity.ID]*Customer{}}
	err = s.store.Together(ctx, actor.Tenant, func(ctx context.Context, store Store) error {
		past, added, err := t.withCustomers(ctx, store, r.quotes)
		if err != nil {
			return err
		}
		return t.run(ctx, store, past, added, func(done int) {
			if progress != nil {
				progress(done, found)
			}
		})
	})
	return found, t.taken, err
}

// readHistory reads and checks the file.
func (s *Service) readHistory(ctx context.Context, actor identity.Actor, system string, in io.Reader) (*pastReader, error) {
	if system = strings.TrimSpace(system); system == "" {
		return nil, fault.New(fault.Invalid, "invalid-import", "an import needs the name of the system that the quotes come from")
	}
	settings, err := s.store.Settings(ctx, actor.Tenant)
	if err != nil {
		return nil, err
	}
	staff, err := s.directory.Staff(ctx, actor.Tenant)
	if err != nil {
		return nil, err
	}
	r, err := readPast(in, system, settings, staff, s.now())
	if err != nil {
		return nil, err
	}
	return r, fault.FromIssues("invalid-import", "the file has mistakes; nothing was imported", r.Issues())
}

// withCustomers finds the customers by their names and makes those that are
// missing.
func (t *takeover) withCustomers(ctx context.Context, store Store, rows []*pastRow) ([]PastQuote, map[identity.ID]*Customer, error) {
	keys := map[string]bool{}
	var wanted []string
	for _, r := range rows {
		if key := fold(r.customer); !keys[key] {
			keys[key], wanted = true, append(wanted, key)
		}
	}
	known := map[string]identity.ID{}
	for part := range slices.Chunk(wanted, 1000) {
		found, err := store.CustomersNamed(ctx, t.by.actor.Tenant, part)
		if err != nil {
			return nil, nil, err
		}
		for _, c := range found {
			known[c.NameKey()], t.customers[c.ID] = c.ID, &c
		}
	}
	added := map[identity.ID]*Customer{}
	past := make([]PastQuote, len(rows))
	for n, r := range rows {
		key := fold(r.customer)
		if _, ok := known[key]; !ok {
			c := prospect(t.by, r.customer)
			c.Region, c.Segment, c.Channel = r.region, r.segment, r.channel
			known[key], added[c.ID] = c.ID, &c
		}
		r.Customer = known[key]
		past[n] = r.PastQuote
	}
	return past, added, nil
}

// StartImport checks the whole file and has it taken over in the background.
func (s *Service) StartImport(ctx context.Context, actor identity.Actor, system string, file []byte) (HistoryImport, error) {
	if err := require(actor, identity.Administer); err != nil {
		return HistoryImport{}, err
	}
	r, err := s.readHistory(ctx, actor, system, bytes.NewReader(file))
	if err != nil {
		return HistoryImport{}, err
	}
	i := HistoryImport{ID: identity.NewID(), Tenant: actor.Tenant, System: system, State: ImportWaiting, Quotes: len(r.quotes),
		StartedBy: actor.ID, StartedAt: s.now()}
	return i, s.imports.Add(ctx, i, file)
}

// Import returns how far an import has come.
func (s *Service) Import(ctx context.Context, actor identity.Actor, id identity.ID) (HistoryImport, error) {
	if err := require(actor, identity.Administer); err != nil {
		return HistoryImport{}, err
	}
	return s.imports.Import(ctx, actor.Tenant, id)
}

// CancelImport ends an import that is not over: nothing of it remains. One that
// is over stays as it is, and is a Conflict.
func (s *Service) CancelImport(ctx context.Context, actor identity.Actor, id identity.ID) (HistoryImport, error) {
	i, err := s.Import(ctx, actor, id)
	if err != nil {
		return HistoryImport{}, err
	}
	i.State, i.FinishedAt = ImportCancelled, s.now()
	saved, err := s.imports.SaveImport(ctx, i)
	if err == nil && !saved {
		err = fault.New(fault.Conflict, "import-over", "the import is over already")
	}
	return i, err
}

var errImportCancelled = errors.New("the import was cancelled")

// RunImport runs an import that StartImport has made; one that is over is left
// alone. A failure of the file is a state of the import and no error; another
// error leaves it to be run again.
func (s *Service) RunImport(ctx context.Context, actor identity.Actor, id identity.ID) error {
	i, err := s.Import(ctx, actor, id)
	if err != nil || i.Over() {
		return err
	}
	file, err := s.imports.File(ctx, actor.Tenant, id)
	if err != nil {
		return err
	}
	i.State, i.Done = ImportRunning, 0
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	_, taken, err := s.ImportHistory(ctx, actor, i.System, bytes.NewReader(file), func(done, _ int) {
		i.Done = done
		// The last chance to cancel is before the end: what is reported as
		// cancelled was never committed.
		if saved, err := s.imports.SaveImport(ctx, i); err != nil {
			stop(err)
		} else if !saved {
			stop(errImportCancelled)
		}
	})
	if errors.Is(context.Cause(ctx), errImportCancelled) {
		return nil
	}
	var refused *fault.Error
	switch {
	case errors.As(err, &refused) && refused.Code == fault.Invalid:
		i.State, i.Message, i.FinishedAt = ImportFailed, refused.Error(), s.now()
	case err != nil:
		return err
	default:
		i.State, i.Taken, i.FinishedAt = ImportDone, taken, s.now()
	}
	_, err = s.imports.SaveImport(ctx, i)
	return err
}
