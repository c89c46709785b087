// Package document prints quotes: it turns a quotes.Snapshot into a designed
// PDF, in French or English, and is the only package that knows the PDF
// library.
//
// Layout is computed here, in millimetres, with the fonts' own advance widths:
// every text is broken into lines before it is drawn, every block has a known
// height, and blocks are put on pages one by one. Each page is then one
// component of the PDF library. That is what keeps the promises the library's
// grid cannot: no text is lost in a row taller than the page, the table's head
// is repeated in each section, a section's title never stands alone at the foot
// of a page, and totals stay together.
//
// Invariants:
//
//   - Every word of the snapshot that is meant for the customer is in the text
//     of the PDF.
//   - The same snapshot gives the same bytes, whatever else is being rendered.
//   - Fonts are embedded; there are no scripts, links or attachments.
//   - Totals stand on a page with at least the last line before them.
//   - A picture that cannot be read is left out; a document is never refused for
//     it.
package document
