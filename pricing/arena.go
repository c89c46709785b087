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
