package document

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// firstRTL is the first character of a script written from right to left.
const firstRTL = 0x590

func isRTL(r rune) bool {
	return r >= firstRTL && (r < 0x780 && (r < 0x660 || r > 0x669) || r >= 0xFB1D && r <= 0xFDFF || r >= 0xFE70 && r <= 0xFEFC)
}

// figures are numbers, which run from left to right in every script.
var figures = regexp.MustCompile(`[0-9\x{660}-\x{669}]+([.,:/-][0-9\x{660}-\x{669}]+)*`)

// visual puts one line in the order in which it is drawn from left to right: a
// stretch from the first to the last letter of a script written from right to
// left, with no Latin letter in between, is turned round, but for its figures.
func visual(s string) string {
	if !strings.ContainsFunc(s, isRTL) {
		return s
	}
	var out strings.Builder
	for s != "" {
		start := strings.IndexFunc(s, isRTL)
		if start < 0 {
			break
		}
		end := start
		for i, r := range s[start:] {
			if isRTL(r) {
				end = start + i + utf8.RuneLen(r)
			} else if unicode.IsLetter(r) {
				break
			}
		}
		out.WriteString(s[:start])
		turned := bidi.ReverseString(s[start:end])
		out.WriteString(figures.ReplaceAllStringFunc(turned, bidi.ReverseString))
		s = s[end:]
	}
	return out.String() + s
}

// Arabic letters in the order of Unicode, with the number of forms that each has
// in the block of presentation forms: 4 for one that joins both neighbours, 2 for
// one that joins the letter before it, 1 for none.
const (
	firstArabic = 0x621
	lastArabic  = 0x64A
	firstForm   = 0xFE80
	arabicForms = "122224242444442222444444440000004444444224"
)

// The forms of a letter, by their place in the block.
const (
	isolated = iota
	final
	initial
	medial
)

const (
	lam     = 0x644
	lamAlef = 0xFEF5 // the first of the ligatures, two forms each
)

// alefs are the letters that form a ligature with a lam before them, in the
// order of the ligatures.
var alefs = []rune{0x622, 0x623, 0x625, 0x627}

// forms is the number of forms of a letter, 0 for what is none.
func forms(r rune) int {
	if r < firstArabic || r > lastArabic {
		return 0
	}
	return int(arabicForms[r-firstArabic] - '0')
}

func form(r rune, which int) rune {
	at := rune(firstForm)
	for i := rune(firstArabic); i < r; i++ {
		at += rune(forms(i))
	}
	return at + rune(which)
}

func isMark(r rune) bool { return r >= 0x64B && r <= 0x65F || r == 0x670 }

// shape replaces Arabic letters by their presentation forms, in logical order:
// the PDF library draws characters one by one.
func shape(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return forms(r) > 0 }) {
		return s
	}
	in := []rune(s)
	neighbour := func(i, step int) rune {
		for i += step; i >= 0 && i < len(in); i += step {
			if !isMark(in[i]) {
				return in[i]
			}
		}
		return 0
	}
	out := make([]rune, 0, len(in))
	for i := 0; i < len(in); i++ {
		n := forms(in[i])
		if n == 0 {
			out = append(out, in[i])
			continue
		}
		which := isolated
		joined := forms(neighbour(i, -1)) == 4 && n > 1
		if joined {
			which = final
		}
		if in[i] == lam && i+1 < len(in) {
			if at := indexRune(alefs, in[i+1]); at >= 0 {
				out = append(out, rune(lamAlef+2*at+which))
				i++
				continue
			}
		}
		if n == 4 && forms(neighbour(i, 1)) > 1 {
			which += initial
		}
		out = append(out, form(in[i], which))
	}
	return string(out)
}

func indexRune(in []rune, r rune) int {
	for i, x := range in {
		if x == r {
			return i
		}
	}
	return -1
}
