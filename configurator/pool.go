package configurator

import (
	"sync"

	"github.com/quotient-cpq/quotient/configurator/space"
)

// enginePool keeps engines between requests, with what they have learned.
type enginePool struct {
	mutex      sync.Mutex
	engines    []*space.Engine
	explainers []*space.Engine
	solves     int64
}

// Solves returns how many questions the solver was asked for State and the
// other answers so far.
func (c *Compiled) Solves() int64 {
	c.pool.mutex.Lock()
	defer c.pool.mutex.Unlock()
	return c.pool.solves
}

// Size returns the number of attributes of all instances there could be, and
// of their options, bools counting two.
func (c *Compiled) Size() (attributes, values int) {
	for _, a := range c.attributes {
		switch {
		case a.computed != nil:
			continue
		case a.Type == BoolType:
			values += 2
		default:
			values += len(a.Options)
		}
		attributes++
	}
	return attributes, values
}

// maxGrown is how many literals an engine may have made for questions before
// a fresh one takes its place.
const maxGrown = 20_000

// engine returns an engine for answers: a fresh one, or one that has learned if
// there is one.
func (c *Compiled) engine(fresh bool) *space.Engine {
	c.pool.mutex.Lock()
	defer c.pool.mutex.Unlock()
	if n := len(c.pool.engines); n > 0 && !fresh {
		e := c.pool.engines[n-1]
		c.pool.engines = c.pool.engines[:n-1]
		return e
	}
	return c.space.NewEngine()
}

func (c *Compiled) release(e *space.Engine) {
	c.pool.mutex.Lock()
	defer c.pool.mutex.Unlock()
	c.pool.solves += e.Asked()
	if e.Grown() > maxGrown {
		return
	}
	c.pool.engines = append(c.pool.engines, e)
}

func (c *Compiled) explainer(fresh bool) *space.Engine {
	c.pool.mutex.Lock()
	defer c.pool.mutex.Unlock()
	if n := len(c.pool.explainers); n > 0 && !fresh {
		e := c.pool.explainers[n-1]
		c.pool.explainers = c.pool.explainers[:n-1]
		return e
	}
	return c.space.NewExplainer()
}

func (c *Compiled) releaseExplainer(e *space.Engine) {
	if e.Grown() > maxGrown {
		return
	}
	c.pool.mutex.Lock()
	defer c.pool.mutex.Unlock()
	c.pool.explainers = append(c.pool.explainers, e)
}

// Stats returns the size of the solution space: truth values, clauses, and
// conditions decided by evaluation.
func (c *Compiled) Stats() (vars, clauses, conditions int) { return c.space.Stats() }
