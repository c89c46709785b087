package rules

import (
	"strings"
	"unicode/utf8"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// Source is the text of one expression and where it stands.
type Source struct {
	Text string
	// Position is the place of the first character of Text. Later lines are
	// taken to be indented like the first, as in a block of a YAML file.
	Position fault.Position
	// Language is that of the messages, "en" when empty.
	Language string
}

// At returns the position of a character offset.
func (s Source) At(offset int) fault.Position {
	line, start, i := 0, 0, 0
	for _, r := range s.Text {
		if i == offset {
			break
		}
		i++
		if r == '\n' {
			line, start = line+1, i
		}
	}
	p := s.Position
	if p.Line == 0 {
		p.Line, p.Column = 1, 1
	}
	p.Line += line
	p.Column += i - start
	return p
}

// Slice returns the text of a span.
func (s Source) Slice(span Span) string {
	runes := []rune(s.Text)
	from, to := min(max(span.From, 0), len(runes)), min(max(span.To, 0), len(runes))
	return string(runes[from:max(from, to)])
}

// Snippet returns the line in which the span begins and, below it, carets under
// the part of the span on that line.
func (s Source) Snippet(span Span) string {
	runes := []rune(s.Text)
	from := min(span.From, len(runes))
	start, end := from, from
	for start > 0 && runes[start-1] != '\n' {
		start--
	}
	for end < len(runes) && runes[end] != '\n' {
		end++
	}
	carets := max(1, min(span.To, end)-from)
	line := strings.ReplaceAll(string(runes[start:end]), "\t", " ")
	return line + "\n" + strings.Repeat(" ", from-start) + strings.Repeat("^", carets)
}

// whole is the span of the whole text.
func (s Source) whole() Span { return Span{0, utf8.RuneCountInString(s.Text)} }
