// Package ubl speaks UBL 2.1 (OASIS) with buyers' systems: it writes a sent
// quote as a Quotation, reads an Order that answers it, checks the order
// against the quote, and writes an OrderResponseSimple.
//
// Field mapping, from quotes.Snapshot to Quotation:
//
//	Number-Label            ID
//	Issued, ValidUntil      IssueDate, ValidityPeriod
//	Seller, Customer        SellerSupplierParty, BuyerCustomerParty
//	Taxes                   TaxTotal/TaxSubtotal, one per category and rate
//	Totals.OneOff           QuotedMonetaryTotal
//	selected line           QuotationLine/LineItem
//	Quantity, Unit          Quantity with unitCode (UN/ECE Rec 20)
//	UnitNet                 Price/PriceAmount
//	Net - FinalNet          AllowanceCharge (its part of the quote's discount)
//	FinalNet                LineExtensionAmount
//	Options                 Item/AdditionalItemProperty
//
// Amounts are those of the snapshot, to the cent. Lines outside the total
// (optional ones, alternatives) are left out. Recurring amounts have no place
// in a UBL quotation's totals, so a quote with any is refused.
package ubl
