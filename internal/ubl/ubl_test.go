package ubl_test

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/ubl"
	"github.com/quotient-cpq/quotient/quotes"
)

func dec(s string) money.Decimal { return money.MustParse(s) }

// offer is two pumps less 10 %, a hose outside the total, and some training
// without VAT.
func offer() quotes.Snapshot {
	line := func(position, name, quantity, price, net, final string) quotes.SnapshotLine {
		return quotes.SnapshotLine{Position: position, SKU: "P-" + position, Name: name, Quantity: dec(quantity), Unit: "C62", Period: quotes.OneOff,
			UnitNet: dec(price), Net: dec(net), FinalNet: dec(final), TaxCategory: "S", TaxRate: dec("20"), Selected: true}
	}
	pump := line("1", "Pump & motor <P-100>", "2", "50", "100", "90")
	pump.Options = []quotes.SnapshotOption{{Label: "Voltage", Value: "230 V"}}
	hose := line("2", "Hose", "1", "9", "9", "9")
	hose.Optional, hose.Selected = true, false
	training := line("3", "Training", "1.5", "80", "120", "120")
	training.TaxCategory, training.TaxRate, training.Unit = "AE", dec("0"), "DAY"
	return quotes.Snapshot{
		Number: "Q-2026-000123", Label: "A-R2", Revision: identity.ID{6: 0x70, 8: 0x80, 15: 1}, Currency: money.MustParseCurrency("EUR"),
		Issued: civil.MustParse("2026-03-09"), ValidUntil: civil.MustParse("2026-04-08"),
		Seller: quotes.Seller{Name: "Pompes Fontaine", SIREN: "123456782", VATNumber: "FR32123456782",
			Address: quotes.Address{Street: "12 rue de la Part-Dieu", PostalCode: "69003", City: "Lyon", Country: "FR"}},
		Customer: quotes.SnapshotParty{Name: "Client SA", Address: &quotes.Address{City: "Valence", Country: "FR"}},
		Rep:      quotes.SnapshotPerson{Name: "Amélie Dufour", Email: "amelie@example.org"},
		Sections: []quotes.SnapshotSection{{Lines: []quotes.SnapshotLine{pump, hose, training}}},
		Taxes: []quotes.SnapshotTax{{Category: "S", Rate: dec("20"), Base: dec("90"), Amount: dec("18")},
			{Category: "AE", Rate: dec("0"), Base: dec("120"), Reason: "Reverse charge"}},
		Totals: quotes.SnapshotTotals{OneOff: quotes.PeriodTotal{Net: dec("210"), VAT: dec("18"), Gross: dec("228")}},
	}
}

func order(edit ...string) string {
	text := `<?xml version="1.0"?><Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"
		xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
		xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
		<cbc:ID>PO-77</cbc:ID><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
		<cac:QuotationDocumentReference><cbc:ID>Q-2026-000123-A-R2</cbc:ID></cac:QuotationDocumentReference>
		<cac:OrderLine><cac:LineItem><cbc:ID>1</cbc:ID><cbc:Quantity unitCode="C62">2</cbc:Quantity>
		<cac:Price><cbc:PriceAmount currencyID="EUR">50.00</cbc:PriceAmount></cac:Price></cac:LineItem></cac:OrderLine></Order>`
	return strings.NewReplacer(edit...).Replace(text)
}

func ExampleCheck() {
	o, err := ubl.ParseOrder(strings.NewReader(order(`unitCode="C62">2<`, `unitCode="C62">3<`, "50.00", "49.00")))
	fmt.Println(o.ID, err)
	for _, reason := range ubl.Check(o, offer()) {
		fmt.Println(reason)
	}
	// Output:
	// PO-77 <nil>
	// line 1: 3 ordered, 2 offered
	// line 1: price 49, offered at 50
}

func TestQuotationHasTheAmountsOfTheQuote(t *testing.T) {
	out, err := ubl.Quotation(offer())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"<cbc:ID>Q-2026-000123-A-R2</cbc:ID>", "<cbc:LineCountNumeric>2</cbc:LineCountNumeric>",
		`<cbc:PayableAmount currencyID="EUR">228.00</cbc:PayableAmount>`, `<cbc:LineExtensionAmount currencyID="EUR">90.00</cbc:LineExtensionAmount>`,
		`<cbc:Amount currencyID="EUR">10.00</cbc:Amount>`, `<cbc:Quantity unitCode="DAY">1.5</cbc:Quantity>`,
		"<cbc:Name>Pump &amp; motor &lt;P-100&gt;</cbc:Name>", "<cbc:Value>230 V</cbc:Value>", "Reverse charge",
	} {
		if !strings.Contains(string(out), want) {
			t.Errorf("%s is not in the quotation:\n%s", want, out)
		}
	}
	if strings.Contains(string(out), "Hose") {
		t.Error("a line outside the total is in the quotation")
	}
}

func TestQuotationNeedsALine(t *testing.T) {
	if _, err := ubl.Quotation(quotes.Snapshot{}); fault.CodeOf(err) != fault.Unsupported {
		t.Errorf("an empty quote: %v", err)
	}
}

// whole is an offer with everything that a quotation can say: recurring amounts,
// an alternative, charges, a configured product with its parts.
func whole() quotes.Snapshot {
	s := offer()
	lines := s.Sections[0].Lines
	care, other := lines[2], lines[0]
	care.Position, care.Name, care.Period, care.UnitNet, care.Net, care.FinalNet = "4", "Care", quotes.Monthly, dec("9.9"), dec("19.8"), dec("19.8")
	care.Quantity, care.TaxCategory, care.TaxRate = dec("2"), "S", dec("20")
	other.Position, other.Name, other.Alternative, other.Selected = "5", "Larger pump", "pump", false
	lines[0].Alternative = "pump"
	lines[0].Options = append(lines[0].Options, quotes.SnapshotOption{Within: "Battery", Label: "Capacity", Value: "500 Wh"})
	lines[0].Components = []quotes.SnapshotComponent{{Item: "M-1", Name: "Motor", Quantity: dec("1"), Unit: "C62"}, {Item: "S-9", Quantity: dec("4"), Unit: "C62"}}
	s.Sections[0].Lines = append(lines, care, other)
	s.Charges = []quotes.SnapshotCharge{{Label: "Freight", Period: quotes.OneOff, Net: dec("15"), TaxCategory: "S", TaxRate: dec("20")}}
	s.Taxes[0].Base, s.Taxes[0].Amount = dec("105"), dec("21")
	s.Taxes = append(s.Taxes, quotes.SnapshotTax{Category: "S", Rate: dec("20"), Period: quotes.Monthly, Base: dec("19.8"), Amount: dec("3.96")})
	s.Totals.OneOff = quotes.PeriodTotal{Net: dec("225"), VAT: dec("21"), Gross: dec("246")}
	s.Totals.Month = quotes.PeriodTotal{Net: dec("19.8"), VAT: dec("3.96"), Gross: dec("23.76")}
	s.PaymentTerms, s.Delivery, s.Incoterm = "30 days", "Unloaded", "DAP"
	return s
}

func TestQuotationSaysEverything(t *testing.T) {
	out, err := ubl.Quotation(whole())
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Join(strings.Fields(string(out)), " ")
	for _, want := range []string{
		"<cbc:Name>ChargingPeriod</cbc:Name> <cbc:Value>month</cbc:Value>",
		`<cac:TaxTotal> <cbc:TaxAmount currencyID="EUR">3.96</cbc:TaxAmount>`, "<cbc:Name>month</cbc:Name> <cbc:Percent>20</cbc:Percent>",
		"<cac:AlternativeLineItem> <cbc:ID>5</cbc:ID>", "<cbc:Name>Battery / Capacity</cbc:Name> <cbc:Value>500 Wh</cbc:Value>",
		`<cac:SubLineItem> <cbc:ID>1.2</cbc:ID> <cbc:Quantity unitCode="C62">8</cbc:Quantity> <cac:Item> <cbc:Name>S-9</cbc:Name>`,
		`<cbc:LineExtensionAmount currencyID="EUR">210.00</cbc:LineExtensionAmount> <cbc:TaxExclusiveAmount currencyID="EUR">225.00</cbc:TaxExclusiveAmount>`,
		`<cbc:ChargeTotalAmount currencyID="EUR">15.00</cbc:ChargeTotalAmount> <cbc:PayableAmount currencyID="EUR">246.00</cbc:PayableAmount>`,
		"<cbc:SpecialTerms>Unloaded</cbc:SpecialTerms>", "<cbc:Description>30 days</cbc:Description>", "<cbc:LineCountNumeric>3</cbc:LineCountNumeric>",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in the quotation:\n%s", want, out)
		}
	}
}

// An order for parts of a line in two places is placed as one quantity.
func TestInput(t *testing.T) {
	s := offer()
	s.Sections[0].Lines[0].ID = identity.ID{1}
	o, err := ubl.ParseOrder(strings.NewReader(order(`unitCode="C62">2<`, `unitCode="C62">0.5<`)))
	if err != nil {
		t.Fatal(err)
	}
	o.Lines = append(o.Lines, o.Lines[0])
	in := ubl.Input(o, s)
	if in.PONumber != "PO-77" || len(in.Lines) != 1 || in.Lines[0].Line != s.Sections[0].Lines[0].ID || !in.Lines[0].Quantity.Equal(dec("1")) {
		t.Errorf("placed as %+v", in)
	}
}

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name string
		edit []string
		want []string
	}{
		{"as offered", nil, nil},
		{"less", []string{`">2<`, `">1<`}, nil},
		{"another revision", []string{"A-R2", "A-R1"}, []string{"the order answers Q-2026-000123-A-R1, the offer is Q-2026-000123-A-R2"}},
		{"another currency", []string{"Code>EUR", "Code>USD"}, []string{"the order is in USD, the offer in EUR"}},
		{"a line outside the total", []string{"<cbc:ID>1<", "<cbc:ID>2<"}, []string{"line 2 is not in the offer"}},
		{"another unit", []string{"C62", "SET"}, []string{"line 1: ordered in SET, offered in C62"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			o, err := ubl.ParseOrder(strings.NewReader(order(c.edit...)))
			if err != nil {
				t.Fatal(err)
			}
			if got := ubl.Check(o, offer()); !slices.Equal(got, c.want) {
				t.Errorf("reasons %q, want %q", got, c.want)
			}
		})
	}
}

func TestParseOrderRefuses(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want string
	}{
		"entities":   {`<?xml version="1.0"?><!DOCTYPE Order [<!ENTITY x SYSTEM "file:///etc/passwd">]><Order>&x;</Order>`, "DOCTYPE"},
		"no XML":     {"hello <", "well-formed"},
		"another":    {`<Invoice xmlns="urn:x"></Invoice>`, "not a UBL 2 Order"},
		"incomplete": {order("PO-77", "", "50.00", "x", `">2<`, `">-2<`), "no ID"},
	} {
		if _, err := ubl.ParseOrder(strings.NewReader(c.text)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want one about %q", name, err, c.want)
		}
	}
	_, err := ubl.ParseOrder(strings.NewReader(order("PO-77", "", "50.00", "x", `">2<`, `">-2<`)))
	if n := len(fault.IssuesOf(err)); n != 3 {
		t.Errorf("%d issues, want 3: %v", n, err)
	}
}

// The schemas are OASIS's and not part of this repository: QUOTIENT_UBL_SCHEMAS
// names the folder that holds maindoc and common, by default one beside the
// repository.
func TestDocumentsAreValid(t *testing.T) {
	schemas := cmp.Or(os.Getenv("QUOTIENT_UBL_SCHEMAS"), filepath.Join("..", "..", "..", "shared", "data", "ubl", "xsdrt"))
	if _, err := os.Stat(schemas); err != nil {
		t.Skipf("the UBL 2.1 schemas are not in %s; QUOTIENT_UBL_SCHEMAS names the folder that has maindoc and common", schemas)
	}
	o, err := ubl.ParseOrder(strings.NewReader(order()))
	if err != nil {
		t.Fatal(err)
	}
	quotation, err := ubl.Quotation(offer())
	if err != nil {
		t.Fatal(err)
	}
	complete, err := ubl.Quotation(whole())
	if err != nil {
		t.Fatal(err)
	}
	taken, err := ubl.Response("R-1", civil.MustParse("2026-03-10"), o, offer(), nil)
	if err != nil {
		t.Fatal(err)
	}
	refused, err := ubl.Response("R-2", civil.MustParse("2026-03-10"), o, offer(), []string{"too late", "too much"})
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range []struct {
		schema string
		text   []byte
	}{{"Quotation", quotation}, {"Quotation", complete}, {"OrderResponseSimple", taken}, {"OrderResponseSimple", refused}} {
		path := filepath.Join(t.TempDir(), fmt.Sprint(i, ".xml"))
		if err := os.WriteFile(path, c.text, 0o600); err != nil {
			t.Fatal(err)
		}
		schema := filepath.Join(schemas, "maindoc", "UBL-"+c.schema+"-2.1.xsd")
		if out, err := exec.Command("xmllint", "--noout", "--nonet", "--schema", schema, path).CombinedOutput(); err != nil {
			t.Errorf("%s is not valid: %s\n%s", c.schema, out, c.text)
		}
	}
}

func FuzzParseOrder(f *testing.F) {
	f.Add(order())
	f.Add("<!DOCTYPE x>")
	f.Fuzz(func(t *testing.T, text string) {
		if o, err := ubl.ParseOrder(strings.NewReader(text)); err == nil && (o.ID == "" || len(o.Lines) == 0) {
			t.Errorf("an order without number or lines was read: %+v", o)
		}
	})
}
