package demo

import (
	"container/heap"
	"time"
)

// task is something that somebody will do at a time.
type task struct {
	at    time.Time
	seq   int // breaks ties, so that equal times keep the order of planning
	story *story
	takes series
	do    func(*world) error
}

// series is a gapless series of numbers that a task takes one of, or none.
type series int

const (
	noNumber series = iota
	quoteNumber
	orderNumber
)

// agenda holds what is to be done, earliest first.
type agenda struct {
	tasks []task
	seq   int
}

// add plans a task, moved to working hours.
func (a *agenda) add(t task) {
	a.seq++
	t.at, t.seq = workingTime(t.at), a.seq
	heap.Push((*byTime)(a), t)
}

// until takes the tasks before the end, earliest first.
func (a *agenda) until(end time.Time) []task {
	var out []task
	for len(a.tasks) > 0 && a.tasks[0].at.Before(end) {
		out = append(out, heap.Pop((*byTime)(a)).(task))
	}
	return out
}

// workingTime moves a time to the next moment between 8 and 19 o'clock on a
// day from Monday to Friday.
func workingTime(t time.Time) time.Time {
	switch hour := t.Hour(); {
	case hour < 8:
		t = at(t, 8, t.Minute())
	case hour >= 19:
		t = at(t.AddDate(0, 0, 1), 9, t.Minute())
	}
	for t.Weekday() == time.Saturday || t.Weekday() == time.Sunday {
		t = at(t.AddDate(0, 0, 1), 9, t.Minute())
	}
	return t
}

// at is the time of day on the day of t.
func at(t time.Time, hour, minute int) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, hour, minute, t.Second(), 0, t.Location())
}

// byTime makes the agenda a heap.
type byTime agenda

func (b *byTime) Len() int { return len(b.tasks) }
func (b *byTime) Less(i, j int) bool {
	x, y := b.tasks[i], b.tasks[j]
	return x.at.Before(y.at) || x.at.Equal(y.at) && x.seq < y.seq
}
func (b *byTime) Swap(i, j int) { b.tasks[i], b.tasks[j] = b.tasks[j], b.tasks[i] }
func (b *byTime) Push(x any)    { b.tasks = append(b.tasks, x.(task)) }
func (b *byTime) Pop() any {
	last := b.tasks[len(b.tasks)-1]
	b.tasks = b.tasks[:len(b.tasks)-1]
	return last
}
