package ubl

import "encoding/xml"

// The namespaces of UBL 2.1.
const (
	namespaceCAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
	namespaceCBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
	namespaceDoc = "urn:oasis:names:specification:ubl:schema:xsd:"
)

// Field order is the order of elements that the schemas ask for.

type amount struct {
	Currency string `xml:"currencyID,attr"`
	Value    string `xml:",chardata"`
}

type quantity struct {
	Unit  string `xml:"unitCode,attr"`
	Value string `xml:",chardata"`
}

type period struct {
	Start string `xml:"cbc:StartDate,omitempty"`
	End   string `xml:"cbc:EndDate,omitempty"`
}

type party struct {
	Name    string     `xml:"cac:Party>cac:PartyName>cbc:Name"`
	Address *address   `xml:"cac:Party>cac:PostalAddress"`
	Tax     *partyTax  `xml:"cac:Party>cac:PartyTaxScheme"`
	Legal   partyLegal `xml:"cac:Party>cac:PartyLegalEntity"`
	Contact *contact   `xml:"cac:Party>cac:Contact"`
}

type address struct {
	Street  string `xml:"cbc:StreetName,omitempty"`
	Street2 string `xml:"cbc:AdditionalStreetName,omitempty"`
	City    string `xml:"cbc:CityName,omitempty"`
	Zone    string `xml:"cbc:PostalZone,omitempty"`
	Country string `xml:"cac:Country>cbc:IdentificationCode"`
}

type partyTax struct {
	Company string `xml:"cbc:CompanyID"`
	Scheme  string `xml:"cac:TaxScheme>cbc:ID"`
}

type partyLegal struct {
	Name    string `xml:"cbc:RegistrationName"`
	Company string `xml:"cbc:CompanyID,omitempty"`
}

type contact struct {
	Name  string `xml:"cbc:Name,omitempty"`
	Phone string `xml:"cbc:Telephone,omitempty"`
	Email string `xml:"cbc:ElectronicMail,omitempty"`
}

type taxCategory struct {
	ID string `xml:"cbc:ID"`
	// Name is the charging period of a recurring amount: month or year.
	Name    string `xml:"cbc:Name,omitempty"`
	Percent string `xml:"cbc:Percent"`
	Reason  string `xml:"cbc:TaxExemptionReason,omitempty"`
	Scheme  string `xml:"cac:TaxScheme>cbc:ID"`
}

type taxSubtotal struct {
	Base     amount      `xml:"cbc:TaxableAmount"`
	Tax      amount      `xml:"cbc:TaxAmount"`
	Category taxCategory `xml:"cac:TaxCategory"`
}

type taxTotal struct {
	Amount    amount        `xml:"cbc:TaxAmount"`
	Subtotals []taxSubtotal `xml:"cac:TaxSubtotal"`
}

type monetaryTotal struct {
	Lines     amount  `xml:"cbc:LineExtensionAmount"`
	Exclusive amount  `xml:"cbc:TaxExclusiveAmount"`
	Inclusive amount  `xml:"cbc:TaxInclusiveAmount"`
	Charges   *amount `xml:"cbc:ChargeTotalAmount"`
	Payable   amount  `xml:"cbc:PayableAmount"`
}

type allowance struct {
	Charge bool         `xml:"cbc:ChargeIndicator"`
	Reason string       `xml:"cbc:AllowanceChargeReason"`
	Amount amount       `xml:"cbc:Amount"`
	Tax    *taxCategory `xml:"cac:TaxCategory"`
}

type property struct {
	Name  string `xml:"cbc:Name"`
	Value string `xml:"cbc:Value"`
}

type item struct {
	Description string      `xml:"cbc:Description,omitempty"`
	Name        string      `xml:"cbc:Name"`
	Seller      *string     `xml:"cac:SellersItemIdentification>cbc:ID"`
	Tax         taxCategory `xml:"cac:ClassifiedTaxCategory"`
	Properties  []property  `xml:"cac:AdditionalItemProperty"`
}

type lineItem struct {
	ID        string     `xml:"cbc:ID"`
	Note      string     `xml:"cbc:Note,omitempty"`
	Quantity  quantity   `xml:"cbc:Quantity"`
	Net       amount     `xml:"cbc:LineExtensionAmount"`
	Allowance *allowance `xml:"cac:AllowanceCharge"`
	Price     amount     `xml:"cac:Price>cbc:PriceAmount"`
	Item      item       `xml:"cac:Item"`
	Parts     []partLine `xml:"cac:SubLineItem"`
}

// partLine is a part of a configured product, whose price is in its line's.
type partLine struct {
	ID       string   `xml:"cbc:ID"`
	Quantity quantity `xml:"cbc:Quantity"`
	Item     partItem `xml:"cac:Item"`
}

type partItem struct {
	Name   string `xml:"cbc:Name"`
	Seller string `xml:"cac:SellersItemIdentification>cbc:ID"`
}

type quotationLine struct {
	Item lineItem `xml:"cac:LineItem"`
	// Alternatives are the other lines of the group that Item was proposed of.
	Alternatives []lineItem `xml:"cac:AlternativeLineItem"`
}

type deliveryTerms struct {
	ID      string `xml:"cbc:ID,omitempty"`
	Special string `xml:"cbc:SpecialTerms,omitempty"`
}

type conditions struct {
	Description string `xml:"cbc:Description"`
}

type quotation struct {
	XMLName  xml.Name        `xml:"Quotation"`
	NS       string          `xml:"xmlns,attr"`
	CAC      string          `xml:"xmlns:cac,attr"`
	CBC      string          `xml:"xmlns:cbc,attr"`
	Version  string          `xml:"cbc:UBLVersionID"`
	ID       string          `xml:"cbc:ID"`
	UUID     string          `xml:"cbc:UUID"`
	Issued   string          `xml:"cbc:IssueDate"`
	Note     string          `xml:"cbc:Note,omitempty"`
	Currency string          `xml:"cbc:PricingCurrencyCode"`
	Count    int             `xml:"cbc:LineCountNumeric"`
	Validity period          `xml:"cac:ValidityPeriod"`
	Seller   party           `xml:"cac:SellerSupplierParty"`
	Buyer    party           `xml:"cac:BuyerCustomerParty"`
	Delivery *deliveryTerms  `xml:"cac:DeliveryTerms"`
	Terms    *conditions     `xml:"cac:TransactionConditions"`
	Charges  []allowance     `xml:"cac:AllowanceCharge"`
	Tax      []taxTotal      `xml:"cac:TaxTotal"`
	Total    monetaryTotal   `xml:"cac:QuotedMonetaryTotal"`
	Lines    []quotationLine `xml:"cac:QuotationLine"`
}

type orderResponse struct {
	XMLName   xml.Name `xml:"OrderResponseSimple"`
	NS        string   `xml:"xmlns,attr"`
	CAC       string   `xml:"xmlns:cac,attr"`
	CBC       string   `xml:"xmlns:cbc,attr"`
	Version   string   `xml:"cbc:UBLVersionID"`
	ID        string   `xml:"cbc:ID"`
	Issued    string   `xml:"cbc:IssueDate"`
	Accepted  bool     `xml:"cbc:AcceptedIndicator"`
	Rejection []string `xml:"cbc:RejectionNote"`
	Order     string   `xml:"cac:OrderReference>cbc:ID"`
	Seller    party    `xml:"cac:SellerSupplierParty"`
	Buyer     party    `xml:"cac:BuyerCustomerParty"`
}
