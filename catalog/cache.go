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

// What bounds how many values of one kind a process keeps: a compiled model of
// industrial size takes some ten MB, a resolved configuration some ten kB.
const (
	cached         = 64
	cachedResolved = 4096
)

// cache keeps what is expensive to build from immutable content, the least
// recently used going first. Keys are content hashes, so two tenants with the
// same content share one entry and nothing ever has to be invalidated.
type cache[V any] struct {
	flight  singleflight.Group
	size    int
	mu      sync.Mutex
	entries map[string]*list.Element
	recent  *list.List // of *entry[V], most recently used first
}

type entry[V any] struct {
	key   string
	value V
}

func newCache[V any](size int) *cache[V] {
	return &cache[V]{size: size, entries: map[string]*list.Element{}, recent: list.New()}
}

// get returns the value for the key or builds it, once, however many ask at
// the same time. Errors are not kept.
func (c *cache[V]) get(key string, build func() (V, error)) (V, error) {
	if v, ok := c.peek(key); ok {
		return v, nil
	}
	built, err, _ := c.flight.Do(key, func() (any, error) {
		v, err := build()
		if err == nil {
			c.put(key, v)
		}
		return v, err
	})
	return built.(V), err
}

func (c *cache[V]) peek(key string) (v V, ok bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.entries[key]
	if !ok {
		return v, false
	}
	c.recent.MoveToFront(e)
	return e.Value.(*entry[V]).value, true
}

func (c *cache[V]) put(key string, v V) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.entries[key] = c.recent.PushFront(&entry[V]{key, v})
	for c.recent.Len() > c.size {
		oldest := c.recent.Remove(c.recent.Back()).(*entry[V])
		delete(c.entries, oldest.key)
	}
}

// model returns the compiled model of a published version for a day; version
// "" means the current one. A withdrawn version is refused.
func (s *Service) model(ctx context.Context, tenant identity.ID, code, version string, day civil.Date) (*configurator.Compiled, *configurator.Model, error) {
	head, err := s.usable(ctx, tenant, Ref{ModelKind, code, version})
	if err != nil {
		return nil, nil, err
	}
	return s.compile(ctx, tenant, head, day)
}

// compile returns the compiled model of a version for a day.
func (s *Service) compile(ctx context.Context, tenant identity.ID, head Publication, day civil.Date) (*configurator.Compiled, *configurator.Model, error) {
	loaded, err := s.loaded(ctx, tenant, head)
	if err != nil {
		return nil, nil, err
	}
	compiled, err := s.compiled.get(head.Version+" "+loaded.Segment(day).String(), func() (*configurator.Compiled, error) {
		return configurator.Compile(loaded, day)
	})
	return compiled, loaded, err
}

// loaded returns the model document of a published version.
func (s *Service) loaded(ctx context.Context, tenant identity.ID, head Publication) (*configurator.Model, error) {
	return s.models.get(head.Version, func() (*configurator.Model, error) {
		p, err := s.store.Publication(ctx, tenant, ModelKind, head.Code, head.Version)
		if err != nil {
			return nil, err
		}
		return load(p)
	})
}

// load reads a stored model. It was checked when it was published, so a
// failure here is ours.
func load(p Publication) (*configurator.Model, error) {
	fsys, err := p.Source.FS()
	if err != nil {
		return nil, err
	}
	m, err := configurator.Load(fsys, p.Entry)
	if err != nil {
		return nil, fault.Wrap(err, fault.Internal, "stored-model-unreadable", "version %d of %s no longer loads", p.Number, p.Code)
	}
	return m, nil
}
