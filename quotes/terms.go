package quotes

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// fold writes a text as search compares it: lower case, without accents.
func fold(s string) string {
	out, _, err := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), s)
	if err != nil {
		out = s
	}
	return strings.ToLower(out)
}

// maxTerms bounds how many words of one quote or customer can be found.
const maxTerms = 40

// terms collects distinct words to find something by.
type terms struct {
	list []string
	seen map[string]bool
}

func (t *terms) add(words ...string) {
	for _, w := range words {
		if w = strings.Trim(w, "-"); w != "" && !t.seen[w] && len(t.list) < maxTerms {
			t.seen[w] = true
			t.list = append(t.list, w)
		}
	}
}

// words splits a text at everything that is neither letter nor digit.
func words(s string) []string {
	return strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// number adds "Q-2026-000123" whole, its running part, and that without zeros.
func (t *terms) number(s string) {
	if s == "" {
		return
	}
	s = fold(s)
	tail := s[strings.LastIndexByte(s, '-')+1:]
	t.add(s, tail, strings.TrimLeft(tail, "0"))
}

// external adds "system:id" and the id.
func (t *terms) external(ids map[string]string) {
	for _, system := range slices.Sorted(maps.Keys(ids)) {
		t.add(ExternalTerm(system, ids[system]), fold(ids[system]))
	}
}

// ExternalTerm is the search term of what another system calls something.
func ExternalTerm(system, id string) string { return fold(system + ":" + id) }

// SearchTerms are the words that find a family: numbers, title, customer and
// what other systems call it.
func SearchTerms(f Family, customer string) []string {
	t := &terms{seen: map[string]bool{}}
	t.number(f.Number)
	t.number(f.Reference)
	t.external(f.ExternalIDs)
	t.add(words(f.Title)...)
	t.add(words(customer)...)
	return t.list
}

// SearchTerms are the words that find a customer.
func (c Customer) SearchTerms() []string {
	t := &terms{seen: map[string]bool{}}
	t.external(c.ExternalIDs)
	t.add(fold(c.VATNumber))
	t.add(words(c.Name)...)
	t.add(words(c.LegalName)...)
	for _, a := range c.Addresses {
		t.add(words(a.City)...)
	}
	return t.list
}

// NameKey is the name as lists are ordered by it.
func (c Customer) NameKey() string { return fold(c.Name) }

// SearchWords splits what somebody looks for; each word is the beginning of a
// search term.
func SearchWords(text string) []string {
	t := &terms{seen: map[string]bool{}}
	for _, field := range strings.Fields(fold(text)) {
		if strings.ContainsAny(field, "-:") {
			t.add(field)
			continue
		}
		t.add(words(field)...)
	}
	return t.list
}
