package sat

// queue orders variables for decisions: those met in the latest conflicts come
// first (variable move to front). Taking the next costs a short walk, and no
// comparison of activities, which matters because most questions meet no
// conflict at all and decide thousands of variables.
type queue struct {
	next, prev []int32 // -1 at the ends
	stamp      []int64
	front      int32 // most recently moved
	back       int32
	search     int32 // no open variable is nearer to the front
	stamps     int64
}

func newQueue() queue { return queue{front: -1, back: -1, search: -1} }

// add puts a new variable at the back: until it meets a conflict, declared
// order decides.
func (q *queue) add() {
	v := int32(len(q.next))
	q.next = append(q.next, -1)
	q.prev = append(q.prev, q.back)
	q.stamp = append(q.stamp, -int64(v))
	if q.back >= 0 {
		q.next[q.back] = v
	} else {
		q.front, q.search = v, v
	}
	q.back = v
}

// bump moves a variable to the front.
func (q *queue) bump(v int32, open bool) {
	if q.front != v {
		p, n := q.prev[v], q.next[v]
		q.next[p] = n
		if n >= 0 {
			q.prev[n] = p
		} else {
			q.back = p
		}
		if q.search == v {
			q.search = p
			if n >= 0 {
				q.search = n
			}
		}
		q.prev[v], q.next[v] = -1, q.front
		q.prev[q.front] = v
		q.front = v
	}
	q.stamps++
	q.stamp[v] = q.stamps
	if open {
		q.search = v
	}
}

// open tells the queue that a variable has no value any more.
func (q *queue) open(v int32) {
	if q.stamp[v] > q.stamp[q.search] {
		q.search = v
	}
}
