// Package ubl speaks UBL 2.1 (OASIS) with buyers' systems: it writes a sent
// quote as a Quotation, reads an Order that answers it, checks the order
// against the quote, and writes an OrderResponseSimple. The mapping of fields is
// in docs/reference/ubl.md.
//
// Amounts are those of the snapshot, to the cent. The totals of a quotation are
// the one-off ones, for UBL has no others; recurring lines carry the property
// ChargingPeriod, and their net and VAT are in a TaxTotal of their own whose
// categories are named by the period.
package ubl
