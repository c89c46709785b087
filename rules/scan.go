package rules

import (
	"github.com/expr-lang/expr/conf"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/parser/lexer"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// Limits of one expression. They bound the work of compiling and running it.
const (
	// MaxSource is the longest source, in bytes.
	MaxSource = 4096
	// MaxNodes is the largest number of nodes.
	MaxNodes = 500
	// MaxSteps is the largest number of node evaluations a program can need, with
	// every list full.
	MaxSteps = 150000
	// MaxDegree is how many numbers may be multiplied with one another.
	MaxDegree = 16
	// MaxRange is the longest range after in.
	MaxRange = 256
	// MaxDigits is the longest number literal.
	MaxDigits = 30
	// MaxPattern is the longest pattern of matches, in bytes.
	MaxPattern = 200
)

// scanned is a source after the lexer.
type scanned struct {
	source Source
	runes  []rune
	tokens []lexer.Token
	// at finds a token by the offset of its first character.
	at map[int]int
	// extrema are the offsets of those min and max that are given an element
	// predicate. Only sum can have one in expr's grammar, so these are parsed
	// as sum, which is as long, and restored by the walk.
	extrema map[int]string
}

// refused are tokens that parse but are no part of the language.
var refused = map[string]bool{
	"|": true, "??": true, "?.": true, "::": true, ";": true, "let": true, "if": true, "else": true, "{": true, "}": true, "**": true, "^": true,
}

// scan splits the source into tokens, refusing those the language does not have.
func scan(source Source) (*scanned, []fault.Issue) {
	if len(source.Text) > MaxSource {
		return nil, []fault.Issue{source.issue(msgTooLong, Span{}, len(source.Text), MaxSource)}
	}
	tokens, err := lexer.Lex(file.NewSource(source.Text))
	if err != nil {
		return nil, []fault.Issue{syntaxIssue(source, err)}
	}
	s := &scanned{source: source, runes: []rune(source.Text), tokens: tokens, at: make(map[int]int, len(tokens)), extrema: make(map[int]string)}
	if len(tokens) <= 1 {
		return nil, []fault.Issue{source.issue(msgEmpty, Span{})}
	}
	var issues []fault.Issue
	for i, t := range tokens[:len(tokens)-1] { // without the end
		s.at[t.From] = i
		if t.Kind == lexer.Bytes || (t.Kind == lexer.Operator || t.Kind == lexer.Bracket) && refused[t.Value] {
			issues = append(issues, source.issue(msgNotRule, Span{t.From, t.To}, source.Slice(Span{t.From, t.To})))
		}
		if t.Is(lexer.Identifier, "min") || t.Is(lexer.Identifier, "max") {
			if s.readsElement(i + 1) {
				s.extrema[t.From] = t.Value
			}
		}
	}
	return s, issues
}

// readsElement reports whether the call whose opening parenthesis is token open
// has two arguments, of which the second mentions an element (.size or #).
func (s *scanned) readsElement(open int) bool {
	depth, commas, element := 0, 0, false
	for i := open; i < len(s.tokens); i++ {
		switch t := s.tokens[i]; {
		case t.Is(lexer.Bracket, "(") || t.Is(lexer.Bracket, "["):
			depth++
		case t.Is(lexer.Bracket, ")") || t.Is(lexer.Bracket, "]"):
			depth--
			if depth == 0 {
				return commas == 1 && element
			}
		case depth == 1 && t.Is(lexer.Operator, ","):
			commas++
		case commas == 1 && (t.Is(lexer.Operator, "#") || t.Is(lexer.Operator, ".") && s.leads(i)):
			element = true
		}
		if depth == 0 {
			return false
		}
	}
	return false
}

// leads reports whether nothing stands before the dot at token i that it could
// be a member of.
func (s *scanned) leads(i int) bool {
	before := s.tokens[i-1]
	return before.Kind == lexer.Operator || before.Is(lexer.Bracket, "(") || before.Is(lexer.Bracket, "[")
}

// parse returns expr's syntax tree.
func (s *scanned) parse(config *conf.Config) (*parser.Tree, []fault.Issue) {
	text := s.source.Text
	if len(s.extrema) > 0 {
		runes := append([]rune(nil), s.runes...)
		for at := range s.extrema {
			copy(runes[at:], []rune("sum"))
		}
		text = string(runes)
	}
	tree, err := parser.ParseWithConfig(text, config)
	if err != nil {
		return nil, []fault.Issue{syntaxIssue(s.source, err)}
	}
	return tree, nil
}

// close returns the end of the bracket that opens at or right after the token
// that begins at offset.
func (s *scanned) close(offset int) int {
	depth := 0
	for i := s.at[offset]; i < len(s.tokens); i++ {
		switch s.tokens[i].Value {
		case "(", "[":
			if s.tokens[i].Kind == lexer.Bracket {
				depth++
			}
		case ")", "]":
			if s.tokens[i].Kind == lexer.Bracket {
				if depth--; depth == 0 {
					return s.tokens[i].To
				}
			}
		}
	}
	return len(s.runes)
}
