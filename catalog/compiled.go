package catalog

import (
	"container/list"
	"context"
	"sync"

	"golang.org/x/sync/singleflight"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// compiledModels is how many compiled models one process keeps. A compiled
// model of industrial size takes some ten MB.
const compiledModels = 64

// compiled keeps compiled models by content and day. Content is named by its
// hash, so two tenants with the same model share one entry and nothing ever
// has to be invalidated.
type compiled struct {
	flight  singleflight.Group
	mu      sync.Mutex
	entries map[compiledKey]*list.Element
	recent  *list.List // of *compiledEntry, most recently used first
}

type compiledKey struct {
	version string
	day     civil.Date
}

type compiledEntry struct {
	key   compiledKey
	model *configurator.Compiled
}

func newCompiled() *compiled {
	return &compiled{entries: map[compiledKey]*list.Element{}, recent: list.New()}
}

// get returns the entry or builds it once, however many ask at the same time.
func (c *compiled) get(key compiledKey, build func() (*configurator.Compiled, error)) (*configurator.Compiled, error) {
	c.mu.Lock()
	if e, ok := c.entries[key]; ok {
		c.recent.MoveToFront(e)
		c.mu.Unlock()
		return e.Value.(*compiledEntry).model, nil
	}
	c.mu.Unlock()
	built, err, _ := c.flight.Do(key.version+key.day.String(), func() (any, error) {
		model, err := build()
		if err == nil {
			c.put(key, model)
		}
		return model, err
	})
	if err != nil {
		return nil, err
	}
	return built.(*configurator.Compiled), nil
}

func (c *compiled) put(key compiledKey, model *configurator.Compiled) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries[key] = c.recent.PushFront(&compiledEntry{key, model})
	for c.recent.Len() > compiledModels {
		oldest := c.recent.Remove(c.recent.Back()).(*compiledEntry)
		delete(c.entries, oldest.key)
	}
}

// model returns the compiled model of a published version on a day. Version ""
// means the current one. A withdrawn version is refused.
func (s *Service) model(ctx context.Context, tenant identity.ID, code, version string, day civil.Date) (*configurator.Compiled, Publication, error) {
	p, err := s.usable(ctx, tenant, ModelKind, code, version)
	if err != nil {
		return nil, p, err
	}
	model, err := s.compiled.get(compiledKey{p.Version, day}, func() (*configurator.Compiled, error) {
		return compile(p, day)
	})
	return model, p, err
}

// compile loads and compiles a stored model. It was checked when published, so
// a failure here is ours.
func compile(p Publication, day civil.Date) (*configurator.Compiled, error) {
	fsys, err := p.Source.FS()
	if err != nil {
		return nil, err
	}
	m, err := configurator.Load(fsys, p.Entry)
	if err != nil {
		return nil, fault.Wrap(err, fault.Internal, "stored-model-unreadable", "version %d of %s no longer loads", p.Number, p.Code)
	}
	return configurator.Compile(m, day)
}
