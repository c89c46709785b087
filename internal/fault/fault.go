// Package fault is the one error type that crosses package borders.
//
// A domain package returns a *Error with a Code (what class of failure), a
// Kind (the stable, documented name of this failure), a message for people and
// all Issues found, never only the first. The web front maps Code and Kind to
// problem documents in one table; nothing else interprets them.
//
// Errors are immutable once returned and safe for concurrent use.
package fault

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Code is the class of a failure; the API maps each to one HTTP status.
type Code string

// The codes, from the caller's mistakes to ours.
const (
	Malformed            Code = "malformed"             // the input cannot be read at all
	Invalid              Code = "invalid"               // read, but its values are wrong; Issues say which
	Unauthenticated      Code = "unauthenticated"       // who is asking is not known
	Forbidden            Code = "forbidden"             // known, but not allowed
	NotFound             Code = "not_found"             // absent, or not this tenant's
	WrongMethod          Code = "wrong_method"          // there is such a thing, but it cannot be asked this
	Conflict             Code = "conflict"              // the present state does not allow it
	Gone                 Code = "gone"                  // was here, will not be again
	PreconditionFailed   Code = "precondition_failed"   // If-Match names an older version
	PreconditionRequired Code = "precondition_required" // If-Match is missing
	TooLarge             Code = "too_large"
	Unsupported          Code = "unsupported_media"
	RateLimited          Code = "rate_limited"
	Unavailable          Code = "unavailable" // try again later; nothing was done
	Internal             Code = "internal"
)

// Position is a place in a text file; lines and columns count from 1, and a
// zero Line means the position is unknown.
type Position struct {
	File   string `json:"file,omitempty"`
	Line   int    `json:"line,omitempty"`
	Column int    `json:"column,omitempty"`
}

// String returns file:line:column, as editors understand it.
func (p Position) String() string {
	switch {
	case p.Line == 0:
		return p.File
	case p.File == "":
		return fmt.Sprintf("%d:%d", p.Line, p.Column)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Issue is one finding: what is wrong, where, and how to mend it.
type Issue struct {
	// Kind is the stable name of the finding, in kebab-case: "unknown-option".
	Kind string `json:"kind"`
	// Pointer is the RFC 6901 JSON pointer of the offending field, if the
	// input was a JSON document.
	Pointer string `json:"pointer,omitempty"`
	// Position is the place in the source text, if the input was a file.
	Position Position `json:"position,omitzero"`
	// Rule names the rule there that the finding is of, such as a price entry.
	Rule string `json:"rule,omitempty"`
	// Message says what is wrong, in English.
	Message string `json:"message"`
	// Suggestion is what was probably meant ("did you mean"), or "".
	Suggestion string `json:"suggestion,omitempty"`
	// Snippet shows the source line with a caret under the column, or "".
	Snippet string `json:"snippet,omitempty"`
}

// String renders the issue as one line: place, message and suggestion.
func (i Issue) String() string {
	var b strings.Builder
	if where := cmp.Or(i.Position.String(), i.Pointer); where != "" {
		b.WriteString(where + ": ")
	}
	b.WriteString(i.Message)
	if i.Suggestion != "" {
		fmt.Fprintf(&b, " (did you mean %q?)", i.Suggestion)
	}
	return b.String()
}

// Sort orders issues by file, line, column, then pointer, keeping the order of
// equals, so that reports are stable.
func Sort(issues []Issue) {
	slices.SortStableFunc(issues, func(a, b Issue) int {
		return cmp.Or(
			cmp.Compare(a.Position.File, b.Position.File),
			cmp.Compare(a.Position.Line, b.Position.Line),
			cmp.Compare(a.Position.Column, b.Position.Column),
			cmp.Compare(a.Pointer, b.Pointer),
		)
	})
}

// Error is a failure with everything a caller needs to react to it.
type Error struct {
	Code Code
	// Kind is the stable name of the failure, in kebab-case; the last segment
	// of the problem document's type.
	Kind string
	// Message is one English sentence for people.
	Message string
	// Issues are the single findings, all of them.
	Issues []Issue
	// Details are machine-readable facts for the caller: the present state,
	// what is allowed, the id of the order that already exists.
	Details map[string]any

	cause error
}

// New returns an error of the given class and kind.
func New(code Code, kind, format string, args ...any) *Error {
	return &Error{Code: code, Kind: kind, Message: fmt.Sprintf(format, args...)}
}

// Wrap is New with a cause, which errors.Is and errors.As then find.
func Wrap(cause error, code Code, kind, format string, args ...any) *Error {
	e := New(code, kind, format, args...)
	e.cause = cause
	return e
}

// FromIssues returns an Invalid error carrying the issues in stable order, or
// nil when there are none.
func FromIssues(kind, message string, issues []Issue) error {
	if len(issues) == 0 {
		return nil
	}
	sorted := slices.Clone(issues)
	Sort(sorted)
	return &Error{Code: Invalid, Kind: kind, Message: message, Issues: sorted}
}

// With returns a copy of e with one more detail.
func (e *Error) With(key string, value any) *Error {
	out := *e
	out.Details = make(map[string]any, len(e.Details)+1)
	for k, v := range e.Details {
		out.Details[k] = v
	}
	out.Details[key] = value
	return &out
}

// Error renders the message, the issues one a line, and the cause.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString(e.Message)
	for _, i := range e.Issues {
		b.WriteString("\n  " + i.String())
	}
	if e.cause != nil {
		b.WriteString(": " + e.cause.Error())
	}
	return b.String()
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.cause }

// CodeOf returns the code of the first *Error in err's chain, "" for nil, and
// Internal for anything else.
func CodeOf(err error) Code {
	if err == nil {
		return ""
	}
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}

// IssuesOf returns the issues of the first *Error in err's chain.
func IssuesOf(err error) []Issue {
	var e *Error
	if errors.As(err, &e) {
		return e.Issues
	}
	return nil
}
