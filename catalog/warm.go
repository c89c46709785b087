package catalog

import (
	"container/list"
	"sync"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/pricing"
)

// What bounds the drafts kept: quotes of fewer lines are priced faster than they
// are compared, and a line takes some five kB.
const (
	leastWarmLines = 100
	mostWarmLines  = 20_000
	// mostEdits is how often a draft is edited before it is made anew, so that it
	// does not hold on to what earlier edits were made of.
	mostEdits = 200
)

// warm keeps the large quotes priced last, so that an edit prices only what it
// touches. What comes out has the bytes of pricing all of it.
type warm struct {
	mu     sync.Mutex
	recent list.List // of *warmQuote, most recently used first
	lines  int
}

// warmQuote is a quote as it was priced last.
type warmQuote struct {
	tenant, quote identity.ID
	pricer        *pricing.Pricer
	draft         *pricing.Draft
	lines, edits  int
}

// price prices the request, starting from what the quote was before.
func (w *warm) price(tenant, quote identity.ID, pricer *pricing.Pricer, request pricing.Request) pricing.Result {
	if quote == identity.Nil || len(request.Lines) < leastWarmLines || len(request.Lines) > mostWarmLines/2 {
		return pricer.Price(request)
	}
	// Whoever takes a quote has it alone: another edit meanwhile starts anew.
	q := w.take(tenant, quote)
	if q == nil || q.pricer != pricer || q.edits >= mostEdits {
		q = &warmQuote{tenant: tenant, quote: quote, pricer: pricer, draft: pricer.Draft(request)}
	} else {
		q.draft.Take(request)
		q.edits++
	}
	q.lines = len(request.Lines)
	result := q.draft.Result()
	w.put(q)
	return result
}

func (w *warm) take(tenant, quote identity.ID) *warmQuote {
	w.mu.Lock()
	defer w.mu.Unlock()
	for e := w.recent.Front(); e != nil; e = e.Next() {
		if q := e.Value.(*warmQuote); q.tenant == tenant && q.quote == quote {
			w.remove(e)
			return q
		}
	}
	return nil
}

func (w *warm) put(q *warmQuote) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for e := w.recent.Front(); e != nil; e = e.Next() {
		if old := e.Value.(*warmQuote); old.tenant == q.tenant && old.quote == q.quote {
			w.remove(e)
			break
		}
	}
	w.recent.PushFront(q)
	w.lines += q.lines
	for w.lines > mostWarmLines {
		w.remove(w.recent.Back())
	}
}

func (w *warm) remove(e *list.Element) {
	w.lines -= w.recent.Remove(e).(*warmQuote).lines
}
