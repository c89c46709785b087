package quotes

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// LineImport are lines to add to a draft, all of them or none.
type LineImport struct {
	Lines []NewLine
	// Sections are the titles of the lines' sections, "" for none; a section of
	// that title is made where the draft has none. Nil leaves the lines' own.
	Sections []string
	// Replace removes the lines that the draft has.
	Replace bool

	// place finds where a field of a line was written; nil keeps pointers.
	place func(line int, field string) fault.Position
}

// ImportLines adds lines to a draft and prices it. With a mistake in any line
// (what is sold is not known, a configuration contradicts itself, a quantity
// cannot be read) the error has all of them and nothing is stored. A price that
// is still missing is no mistake: the draft says so, as after any edit.
func (s *Service) ImportLines(ctx context.Context, actor identity.Actor, t Target, in LineImport) (RevisionView, error) {
	if t.Version == 0 {
		return RevisionView{}, fault.New(fault.PreconditionRequired, "version-missing", "an import must say which version of the revision it changes")
	}
	first := 0
	draft, err := s.edited(ctx, actor, t, func(r *Revision) Changes {
		changes := in.changes(r)
		first = len(r.Lines) - len(changes.Remove)
		return changes
	})
	if err != nil {
		return RevisionView{}, in.located(err, "/add/", 0)
	}
	if mistakes := slices.DeleteFunc(slices.Clone(draft.Issues), func(i fault.Issue) bool { return !wrongInput(i, first) }); len(mistakes) > 0 {
		return RevisionView{}, in.located(fault.FromIssues("invalid-lines", "lines have mistakes; none was imported", mistakes), "/lines/", first)
	}
	return s.storeEdit(ctx, actor, t, draft, []string{"lines"})
}

// changes are the import as an edit of the draft.
func (in LineImport) changes(r *Revision) Changes {
	out := Changes{Add: slices.Clone(in.Lines)}
	if in.Replace {
		for _, l := range r.Lines {
			out.Remove = append(out.Remove, l.ID)
		}
	}
	if in.Sections == nil {
		return out
	}
	sections := slices.Clone(r.Sections)
	at := map[string]identity.ID{"": identity.Nil}
	for _, s := range sections {
		at[s.Title] = s.ID
	}
	for n, title := range in.Sections {
		id, known := at[title]
		if !known {
			id = identity.NewID()
			at[title] = id
			sections = append(sections, Section{ID: id, Title: title})
		}
		out.Add[n].Section = id
	}
	out.Header = &ContentPatch{Sections: &sections}
	return out
}

// wrongInput reports whether an issue of the priced draft is about something
// that was written in one of the lines from first on. What only remains to be
// done (a price to ask for, a configuration to complete) is not.
func wrongInput(i fault.Issue, first int) bool {
	n, field, ok := lineOf(i.Pointer, "/lines/")
	return ok && n >= first && field != "" && i.Kind != "configuration-incomplete"
}

// lineOf splits "/lines/7/item" into 7 and "item".
func lineOf(pointer, list string) (n int, field string, ok bool) {
	rest, ok := strings.CutPrefix(pointer, list)
	if !ok {
		return 0, "", false
	}
	number, field, _ := strings.Cut(rest, "/")
	n, err := strconv.Atoi(number)
	return n, field, err == nil
}

// located points the issues of an error at the lines as they were given, the
// first of which is number first of the list.
func (in LineImport) located(err error, list string, first int) error {
	issues := slices.Clone(fault.IssuesOf(err))
	if len(issues) == 0 {
		return err
	}
	for k, i := range issues {
		n, field, ok := lineOf(i.Pointer, list)
		switch {
		case !ok || n < first:
		case in.place != nil:
			issues[k].Pointer, issues[k].Position = "", in.place(n-first, field)
		default:
			issues[k].Pointer = strings.TrimSuffix(fmt.Sprintf("/lines/%d/%s", n-first, field), "/")
		}
	}
	return fault.FromIssues("invalid-lines", "lines have mistakes; none was imported", issues)
}
