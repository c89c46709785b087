package sat

// order is a binary heap of variables, the most active first; ties go to the
// smaller variable so that runs repeat.
type order struct {
	heap  []int32
	place []int32 // by variable, -1 when not in the heap
}

func (o *order) grow() { o.place = append(o.place, -1) }

func before(a, b int32, activity []float64) bool {
	if activity[a] != activity[b] {
		return activity[a] > activity[b]
	}
	return a < b
}

func (o *order) insert(v int32, activity []float64) {
	if o.place[v] >= 0 {
		return
	}
	o.heap = append(o.heap, v)
	o.place[v] = int32(len(o.heap) - 1)
	o.up(len(o.heap)-1, activity)
}

func (o *order) update(v int32, activity []float64) {
	if i := o.place[v]; i >= 0 {
		o.up(int(i), activity)
	}
}

func (o *order) pop(activity []float64) int32 {
	top := o.heap[0]
	last := o.heap[len(o.heap)-1]
	o.heap = o.heap[:len(o.heap)-1]
	o.place[top] = -1
	if len(o.heap) > 0 {
		o.heap[0] = last
		o.place[last] = 0
		o.down(0, activity)
	}
	return top
}

func (o *order) up(i int, activity []float64) {
	v := o.heap[i]
	for i > 0 {
		p := (i - 1) / 2
		if !before(v, o.heap[p], activity) {
			break
		}
		o.heap[i] = o.heap[p]
		o.place[o.heap[i]] = int32(i)
		i = p
	}
	o.heap[i] = v
	o.place[v] = int32(i)
}

func (o *order) down(i int, activity []float64) {
	v := o.heap[i]
	for {
		c := 2*i + 1
		if c >= len(o.heap) {
			break
		}
		if c+1 < len(o.heap) && before(o.heap[c+1], o.heap[c], activity) {
			c++
		}
		if !before(o.heap[c], v, activity) {
			break
		}
		o.heap[i] = o.heap[c]
		o.place[o.heap[i]] = int32(i)
		i = c
	}
	o.heap[i] = v
	o.place[v] = int32(i)
}
