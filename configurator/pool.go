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
}

// maxGrown is how many literals an engine may have made for questions before
// a fresh one takes its place.
const maxGrown = 20_000

func (c *Compiled) engine() *space.Engine {
	c.pool.mutex.Lock()
	defer c.pool.mutex.Unlock()
	if n := len(c.pool.engines); n > 0 {
		e := c.pool.engines[n-1]
		c.pool.engines = c.pool.engines[:n-1]
		return e
	}
	return c.space.NewEngine()
}

func (c *Compiled) release(e *space.Engine) {
	if e.Grown() > maxGrown {
		return
	}
	c.pool.mutex.Lock()
	defer c.pool.mutex.Unlock()
	c.pool.engines = append(c.pool.engines, e)
}

func (c *Compiled) explainer() *space.Engine {
	c.pool.mutex.Lock()
	defer c.pool.mutex.Unlock()
	if n := len(c.pool.explainers); n > 0 {
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
