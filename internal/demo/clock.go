package demo

import (
	"sync/atomic"
	"time"
)

// Clock is the time that services are told during the history. Its zero value
// shows the time of the computer.
type Clock struct {
	at atomic.Pointer[time.Time]
}

// Now is the present simulated time.
func (c *Clock) Now() time.Time {
	if t := c.at.Load(); t != nil {
		return *t
	}
	return time.Now()
}

// set moves the clock.
func (c *Clock) set(t time.Time) { c.at.Store(&t) }
