// Package sheet reads and writes spreadsheets (XLSX) as rows of text. It is the
// only package that knows the file format.
//
// A spreadsheet keeps numbers as binary fractions of 15 significant decimal
// digits. Read gives them back as people typed them, and Write writes as numbers
// only what survives that unchanged; any other number is written as text.
package sheet
