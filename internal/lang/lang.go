// Package lang holds texts that exist in several languages.
//
// It owns the Text map and the fall-back rule; every package that shows words
// to a person (rule messages, option labels, waterfall steps) stores a Text and
// picks the language at the edge. Languages are BCP 47 primary tags ("fr",
// "en"); regional tags are reduced to them.
package lang

import "strings"

// Default is the language used where a text lacks the one asked for.
const Default = "en"

// Supported lists the languages the product itself is complete in, in the
// order in which it offers them.
func Supported() []string { return []string{"fr", "en"} }

// Text is one message in several languages, keyed by primary language tag.
type Text map[string]string

// New returns a Text from its English and French wordings.
func New(en, fr string) Text { return Text{"en": en, "fr": fr} }

// In returns the wording for tag ("fr", "fr-CA"), then the default language's,
// then that of the first supported language present, then "".
func (t Text) In(tag string) string {
	if s := t[Primary(tag)]; s != "" {
		return s
	}
	if s := t[Default]; s != "" {
		return s
	}
	for _, tag := range Supported() {
		if s := t[tag]; s != "" {
			return s
		}
	}
	return ""
}

// Missing returns the supported languages t has no wording for.
func (t Text) Missing() []string {
	var out []string
	for _, tag := range Supported() {
		if t[tag] == "" {
			out = append(out, tag)
		}
	}
	return out
}

// Primary reduces a language tag to its lower-case primary subtag.
func Primary(tag string) string {
	head, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	return strings.ToLower(head)
}

// Pick returns the first supported language of an Accept-Language header
// value, in the order written, or Default.
func Pick(acceptLanguage string) string {
	for _, part := range strings.Split(acceptLanguage, ",") {
		tag, _, _ := strings.Cut(strings.TrimSpace(part), ";")
		for _, s := range Supported() {
			if Primary(tag) == s {
				return s
			}
		}
	}
	return Default
}
