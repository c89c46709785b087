package configurator

import (
	"strconv"
	"strings"
)

// mentionAll gives the instances on the paths their names, level by level: where
// an instance has its place, and so which lists are inside it, is known only
// when all the names beside it are.
func (q *question) mentionAll(paths []string) {
	for depth := 1; ; depth++ {
		deeper := false
		for _, path := range paths {
			deeper = q.mention(path, depth) || deeper
		}
		if !deeper {
			return
		}
	}
}

// mention names the instance at a depth of a path, and reports whether there
// may be deeper ones. What is in a removed instance says nothing about those
// around it either.
func (q *question) mention(path string, depth int) bool {
	if strings.HasPrefix(path, needsPrefix) || q.isRemoved(path) {
		return false
	}
	in := q.c.root
	words := strings.Split(path, "/")
	for i := 0; i+1 < len(words); i += 2 {
		l := in.component(words[i])
		if l == nil || words[i+1] == "" {
			return false
		}
		if depth--; depth == 0 {
			q.name(l, strings.Join(words[:i+1], "/"), words[i+1])
			return i+3 < len(words)
		}
		at := q.instanceNumber(l, words[i+1])
		if at < 0 || at >= len(l.instances) {
			return false
		}
		in = l.instances[q.place(l, at)]
	}
	return false
}

// name gives a name in the list at a path.
func (q *question) name(l *list, path, name string) {
	delete(q.held[l], name)
	if q.instanceNumber(l, name) >= 0 {
		return
	}
	if l.Ordered {
		q.holdBefore(l, path, name)
	}
	q.names[l] = append(q.names[l], name)
}

// holdBefore keeps the instances with smaller numbers before one that nobody
// has named but the engine: a pick in the third section of those it has shown
// must not make that the first.
func (q *question) holdBefore(l *list, path, name string) {
	n, err := strconv.Atoi(name)
	if err != nil || n > len(l.instances) || strconv.Itoa(n) != name {
		return
	}
	for k := 1; k < n; k++ {
		before := strconv.Itoa(k)
		if q.instanceNumber(l, before) >= 0 || q.removed[path+"/"+before] {
			continue
		}
		q.names[l] = append(q.names[l], before)
		q.mark(l, before)
	}
}

func (q *question) mark(l *list, name string) {
	if q.held[l] == nil {
		q.held[l] = map[string]bool{}
	}
	q.held[l][name] = true
}

// hold marks the instance at a path as one that only keeps its place.
func (q *question) hold(path string) {
	if t, issue := q.find(path); issue == nil && t.instance != nil {
		q.mark(t.list, path[strings.LastIndexByte(path, '/')+1:])
	}
}

// place is the place in the list of the instance mentioned as number at.
func (q *question) place(l *list, at int) int {
	if q.reversed && !l.Ordered {
		return min(len(q.names[l]), len(l.instances)) - 1 - at
	}
	return at
}

func (q *question) instanceNumber(l *list, name string) int {
	for k, n := range q.names[l] {
		if n == name {
			return k
		}
	}
	return -1
}

// autoName is the name of the instance at a place nobody has named: the first
// numbers that are not names already and were not removed.
func (q *question) autoName(l *list, k int) string {
	skip := k - len(q.names[l])
	holder := q.path(l.holder) + l.Code + "/"
	for n := 1; ; n++ {
		name := strconv.Itoa(n)
		if q.instanceNumber(l, name) >= 0 || q.removed[holder+name] {
			continue
		}
		if skip <= 0 {
			return name
		}
		skip--
	}
}

// path is the path of an instance, with a trailing slash, or "" for the model.
func (q *question) path(in *instance) string {
	if in == nil || in.parent == nil {
		return ""
	}
	l := in.parent
	name := ""
	for at := range q.names[l] {
		if at < len(l.instances) && q.place(l, at) == in.index {
			name = q.names[l][at]
		}
	}
	if name == "" {
		name = q.autoName(l, in.index)
	}
	return q.path(l.holder) + l.Code + "/" + name + "/"
}
