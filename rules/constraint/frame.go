package constraint

import "github.com/quotient-cpq/quotient/rules"

// Frames are the frames that one assignment amounts to.
type Frames map[*Instance]*rules.Frame

// Of returns the frame of an instance, nil when it is absent.
func (f Frames) Of(i *Instance) *rules.Frame { return f[i] }

// Frames builds the frames of an assignment, for programs to run on.
func (s *Space) Frames(a Assignment) Frames {
	out := make(Frames)
	s.frame(s.root, a, out)
	return out
}

func (s *Space) frame(i *Instance, a Assignment, out Frames) *rules.Frame {
	f := i.Schema.NewFrame()
	out[i] = f
	for slot, v := range i.vars {
		if v != NoVar {
			f.Set(slot, a.Value(v))
			continue
		}
		var present []*rules.Frame
		for _, e := range i.lists[slot] {
			if e.Presence == NoVar || a.Value(e.Presence).Truth() {
				present = append(present, s.frame(e, a, out))
			}
		}
		f.SetList(slot, present...)
	}
	return f
}
