package lang

import (
	"bytes"
	"unicode/utf8"
)

// windows1252 are the characters 0x80 to 0x9f of Windows-1252; the others are
// those of Unicode.
var windows1252 = [32]rune{'€', utf8.RuneError, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', utf8.RuneError, 'Ž', utf8.RuneError,
	utf8.RuneError, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', utf8.RuneError, 'ž', 'Ÿ'}

// FromSpreadsheet returns the text of a CSV file in UTF-8, without a byte order
// mark. What is not UTF-8 is read as Windows-1252, in which spreadsheets in
// Western Europe save CSV unless told otherwise.
func FromSpreadsheet(text []byte) []byte {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if utf8.Valid(text) {
		return text
	}
	out := make([]byte, 0, len(text)+len(text)/8)
	for _, c := range text {
		r := rune(c)
		if 0x80 <= c && c <= 0x9f {
			r = windows1252[c-0x80]
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}
