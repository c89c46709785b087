package rules

import (
	"regexp"
	"regexp/syntax"
)

// maxPatternSize bounds the compiled size of a pattern.
const maxPatternSize = 1000

// compilePattern compiles the pattern of matches, false if it is malformed, too
// long or too large.
func compilePattern(text string) (*regexp.Regexp, bool) {
	if len(text) > MaxPattern {
		return nil, false
	}
	parsed, err := syntax.Parse(text, syntax.Perl)
	if err != nil || patternSize(parsed) > maxPatternSize {
		return nil, false
	}
	pattern, err := regexp.Compile(text)
	return pattern, err == nil
}

// patternSize estimates how many states a pattern compiles to, without
// compiling it: a repetition multiplies what it repeats.
func patternSize(re *syntax.Regexp) int {
	size := 1 + len(re.Rune)/8
	for _, sub := range re.Sub {
		size += patternSize(sub)
	}
	if re.Op == syntax.OpRepeat {
		size *= max(re.Min, re.Max, 1)
	}
	return min(size, tooMany)
}

// patternSteps is what matching a text counts for among the steps of a program:
// matching takes time in proportion to the size of the pattern.
func patternSteps(re *regexp.Regexp) int {
	parsed, err := syntax.Parse(re.String(), syntax.Perl)
	if err != nil {
		return tooMany
	}
	return 5 * patternSize(parsed)
}
