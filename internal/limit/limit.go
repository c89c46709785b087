// Package limit bounds how often something may be done in one name: by one
// address, for one account.
package limit

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limiter holds one token bucket a name. Names not heard of for a while are
// forgotten, so that it does not grow without end. It is safe for concurrent use.
type Limiter struct {
	limit rate.Limit
	burst int
	now   func() time.Time

	mu      sync.Mutex
	buckets map[string]*bucket
	swept   time.Time
}

type bucket struct {
	*rate.Limiter
	used time.Time
}

// forgetAfter is longer than any bucket takes to fill up again.
const forgetAfter = 10 * time.Minute

// New returns a Limiter of so many a second, and of burst at once.
func New(perSecond float64, burst int, now func() time.Time) *Limiter {
	return &Limiter{limit: rate.Limit(perSecond), burst: burst, now: now, buckets: map[string]*bucket{}}
}

// Allow takes a token of the name's bucket, or reports that there is none.
func (l *Limiter) Allow(name string) bool {
	now := l.now()
	l.mu.Lock()
	defer l.mu.Unlock()
	if now.Sub(l.swept) > forgetAfter {
		for n, b := range l.buckets {
			if now.Sub(b.used) > forgetAfter {
				delete(l.buckets, n)
			}
		}
		l.swept = now
	}
	b, ok := l.buckets[name]
	if !ok {
		b = &bucket{Limiter: rate.NewLimiter(l.limit, l.burst)}
		l.buckets[name] = b
	}
	b.used = now
	return b.AllowN(now, 1)
}
