package rules

import (
	"errors"
	"regexp"
	"strings"

	"github.com/expr-lang/expr/file"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// unexpected is how expr's parser names a token it cannot use.
var unexpected = regexp.MustCompile(`unexpected token (\w+)(?:\("(.*)"\))?`)

// syntaxIssue renders an error of expr's lexer or parser, in the words and the
// language of ours.
func syntaxIssue(source Source, err error) fault.Issue {
	var e *file.Error
	if !errors.As(err, &e) {
		return source.issue(msgUnreadable, source.whole())
	}
	span := Span{e.From, max(e.To, e.From+1)}
	if found := unexpected.FindStringSubmatch(e.Message); found != nil {
		switch token := strings.ReplaceAll(found[2], `\"`, `"`); {
		case found[1] == "EOF":
			return source.issue(msgEnds, span)
		case token == "." || token == "#":
			return source.issue(msgOutside, span, token)
		case token != "":
			return source.issue(msgUnexpected, span, token)
		}
	}
	switch {
	case strings.Contains(e.Message, "maximum allowed nodes"):
		return source.issue(msgTooBig, source.whole(), MaxNodes)
	case strings.Contains(e.Message, "not terminated"):
		return source.issue(msgUnclosed, span)
	case strings.Contains(e.Message, "literal"):
		return source.issue(msgLargeNumber, span)
	case strings.Contains(e.Message, "arguments"):
		return source.issue(msgArguments, span)
	case strings.Contains(e.Message, "unexpected end"):
		return source.issue(msgEnds, span)
	}
	return source.issue(msgUnreadable, span)
}
