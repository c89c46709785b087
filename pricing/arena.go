package pricing

// arena hands out small slices cut from large ones, so that the waterfalls of
// thousands of lines cost a few allocations.
type arena[T any] struct {
	free  []T
	chunk int
}

// keep returns a copy of src with room for more elements to be appended.
func (a *arena[T]) keep(src []T, more int) []T {
	if len(src)+more == 0 {
		return nil
	}
	if len(src)+more > len(a.free) {
		a.free = make([]T, max(a.chunk, len(src)+more))
	}
	out := a.free[: len(src) : len(src)+more]
	copy(out, src)
	a.free = a.free[len(src)+more:]
	return out
}

// next returns a single element, zero.
func (a *arena[T]) next() *T {
	if len(a.free) == 0 {
		a.free = make([]T, max(a.chunk, 1))
	}
	out := &a.free[0]
	a.free = a.free[1:]
	return out
}

// open returns an empty slice in the arena's own room, for at least n elements
// to be appended and then closed. Nothing else may use the arena in between.
func (a *arena[T]) open(n int) []T {
	if len(a.free) < n {
		a.free = make([]T, max(a.chunk, n))
	}
	return a.free[:0]
}

// close keeps what was appended to an opened slice, with room for more elements.
// What has outgrown the room is copied.
func (a *arena[T]) close(src []T, more int) []T {
	n := len(src) + more
	if cap(src) != cap(a.free) || n > len(a.free) {
		return a.keep(src, more)
	}
	a.free = a.free[n:]
	return src[:len(src):n]
}
