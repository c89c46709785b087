package ubl

import (
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/quotes"
)

// Response writes an OrderResponseSimple: accepted when there are no reasons
// against the order, else rejected with each of them. The id is ours.
func Response(id string, issued civil.Date, o Order, s quotes.Snapshot, reasons []string) ([]byte, error) {
	w := writer{s}
	return encode(orderResponse{
		NS: namespaceDoc + "OrderResponseSimple-2", CAC: namespaceCAC, CBC: namespaceCBC, Version: "2.1",
		ID: id, Issued: issued.String(), Accepted: len(reasons) == 0, Rejection: reasons, Order: o.ID,
		Seller: w.seller(), Buyer: w.buyer(),
	})
}
