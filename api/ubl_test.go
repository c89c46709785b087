package api_test

import (
	"encoding/xml"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// ublOrder is an Order for a quote; each line is "ID quantity unit price".
func ublOrder(number, reference string, lines ...string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<?xml version="1.0" encoding="UTF-8"?><Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"
 xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
 xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"><cbc:ID>%s</cbc:ID>
 <cac:QuotationDocumentReference><cbc:ID>%s</cbc:ID></cac:QuotationDocumentReference>`, number, reference)
	for _, line := range lines {
		f := strings.Fields(line)
		fmt.Fprintf(&b, `<cac:OrderLine><cac:LineItem><cbc:ID>%s</cbc:ID><cbc:Quantity unitCode="%s">%s</cbc:Quantity>
 <cac:Price><cbc:PriceAmount currencyID="EUR">%s</cbc:PriceAmount></cac:Price></cac:LineItem></cac:OrderLine>`, f[0], f[2], f[1], f[3])
	}
	return b.String() + "</Order>"
}

// ublResponse is what is read of an OrderResponseSimple.
type ublResponse struct {
	ID       string   `xml:"ID"`
	Accepted bool     `xml:"AcceptedIndicator"`
	Reasons  []string `xml:"RejectionNote"`
}

func (c *client) order(text string) ublResponse {
	c.t.Helper()
	got := c.post("/v1/ubl/orders", text, bytesOf("application/xml"), fresh()).want(http.StatusOK)
	var r ublResponse
	if err := xml.Unmarshal(got.body, &r); err != nil {
		c.t.Fatal(err)
	}
	return r
}

// A buyer's system reads the quotation, orders a part, is answered, asks again,
// and is told why what does not fit is not taken.
func TestUBLFromQuotationToOrder(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep, desk := w.user("Rep", identity.Rep), w.user("Desk", identity.OrderDesk)
	r := rep.post("/v1/quotes", object{
		"customer": object{"name": "ACME", "addresses": list{object{"code": "main", "street": "1 rue A", "postal_code": "69001", "city": "Lyon", "country": "FR"}}},
		"lines":    list{object{"item": "EX-HELMET", "quantity": "10"}, object{"model": "city-bike", "picks": cityBike, "quantity": "2"}}}, fresh()).want(http.StatusCreated)
	path := "/v1/revisions/" + r.text("id")
	rep.get(path+"/ubl").problem(http.StatusConflict, "not-sent")
	r = rep.post(path+"/submit", nil, ifMatch(r)).want(http.StatusOK)
	r = rep.post(path+"/send", nil, ifMatch(r)).want(http.StatusOK)
	reference := r.text("quote/number") + "-A-R1"
	quotation := string(rep.get(path + "/ubl").want(http.StatusOK).body)
	for _, want := range []string{"<cbc:ID>" + reference + "</cbc:ID>", "<cbc:Name>Vitesses</cbc:Name>", "<cbc:Value>Garde-boue, Béquille double</cbc:Value>"} {
		if !strings.Contains(quotation, want) {
			t.Errorf("%s is not in the quotation:\n%s", want, quotation)
		}
	}
	unit, price := r.text("lines/0/resolved/unit"), r.text("lines/0/price/unit_net")
	helmets := func(quantity string) string { return "1 " + quantity + " " + unit + " " + price }

	refused := desk.order(ublOrder("PO-1", reference, "1 11 "+unit+" 1.00", "7 1 C62 5"))
	if refused.Accepted || len(refused.Reasons) != 3 {
		t.Errorf("an order that does not fit: %+v", refused)
	}
	first := desk.order(ublOrder("PO-1", reference, helmets("4")))
	if !first.Accepted || !strings.HasPrefix(first.ID, "O-") {
		t.Fatalf("an order that fits: %+v", first)
	}
	if state := rep.get(path).want(http.StatusOK).text("state"); state != "ordered" {
		t.Errorf("the quote is %s", state)
	}
	if again := desk.order(ublOrder("PO-1", reference, helmets("4"))); again.ID != first.ID || !again.Accepted {
		t.Errorf("the same order again: %+v, first %+v", again, first)
	}
	if n := desk.get("/v1/orders").want(http.StatusOK).count("items"); n != 1 {
		t.Errorf("%d orders", n)
	}
	if other := desk.order(ublOrder("PO-1", reference, helmets("5"))); other.Accepted || !strings.Contains(strings.Join(other.Reasons, " "), first.ID) {
		t.Errorf("the same number with other lines: %+v", other)
	}
	if more := desk.order(ublOrder("PO-2", reference, helmets("7"))); more.Accepted {
		t.Errorf("more than remains: %+v", more)
	}
	if rest := desk.order(ublOrder("PO-3", reference, helmets("6"))); !rest.Accepted || rest.ID == first.ID {
		t.Errorf("what remains: %+v", rest)
	}

	xmlBody := bytesOf("application/xml")
	desk.post("/v1/ubl/orders", ublOrder("PO-9", "Q-2026-999999-A-R1", helmets("1")), xmlBody, fresh()).problem(http.StatusNotFound, "quote-not-found")
	desk.post("/v1/ubl/orders", `<!DOCTYPE Order [<!ENTITY x SYSTEM "file:///etc/passwd">]><Order>&x;</Order>`, xmlBody, fresh()).problem(http.StatusBadRequest, "doctype-refused")
	desk.post("/v1/ubl/orders", ublOrder("PO-9", reference, helmets("1")), fresh()).want(http.StatusUnsupportedMediaType)
	rep.post("/v1/ubl/orders", ublOrder("PO-9", reference, helmets("1")), xmlBody, fresh()).problem(http.StatusForbidden, "permission-missing")
}
