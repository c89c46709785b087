package quotes

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// SnapshotSchema is the version of the Snapshot's JSON form.
const SnapshotSchema = 1

// Snapshot is everything that a sent quote prints, in the quote's language,
// frozen at the send. Documents, the buyer's page and UBL are made from it and
// from nothing else. It holds no cost.
type Snapshot struct {
	Schema   int         `json:"schema"`
	ID       identity.ID `json:"id"`
	Revision identity.ID `json:"revision_id"`
	Family   identity.ID `json:"quote_id"`
	// Number is the family's, Label the variant's and revision's ("A-R1").
	Number   string         `json:"number"`
	Label    string         `json:"label"`
	Title    string         `json:"title,omitempty"`
	Language string         `json:"language"`
	Currency money.Currency `json:"currency"`
	Issued   civil.Date     `json:"issued"`
	// ValidUntil is the last day on which the offer can be accepted.
	ValidUntil civil.Date `json:"valid_until"`

	Seller   Seller        `json:"seller"`
	Customer SnapshotParty `json:"customer"`
	// ShipTo is the delivery address where it differs from the customer's.
	ShipTo  *Address `json:"ship_to,omitempty"`
	Contact string   `json:"contact,omitempty"`
	// Rep is who made the offer.
	Rep SnapshotPerson `json:"rep"`

	Cover    string            `json:"cover,omitempty"`
	Sections []SnapshotSection `json:"sections"`
	// Charges come on top of the sections; the totals hold them.
	Charges  []SnapshotCharge `json:"charges,omitempty"`
	Totals   SnapshotTotals   `json:"totals"`
	Taxes    []SnapshotTax    `json:"taxes"`
	Schedule []SnapshotDue    `json:"payment_schedule,omitempty"`
	// PaymentTerms, Delivery and Incoterm are printed as they are.
	PaymentTerms string `json:"payment_terms,omitempty"`
	Delivery     string `json:"delivery_terms,omitempty"`
	Incoterm     string `json:"incoterm,omitempty"`
	// LeadDays is the longest lead time of the firm lines, in calendar days.
	LeadDays   int `json:"lead_time_days,omitempty"`
	TermMonths int `json:"term_months,omitempty"`
	// Terms is the seller's general terms, printed after the offer.
	Terms string `json:"terms,omitempty"`
	// Layout is how the document looks, resolved to the language; its zero value
	// is the default.
	Layout layout.Layout `json:"layout,omitzero"`
	// Attachments are the files that go with the offer, in order.
	Attachments []SnapshotFile `json:"attachments,omitempty"`
	// Rules are the quote-level rules that the buyer's choice must keep, as they
	// stood at the send; they are not printed.
	Rules []QuoteRule `json:"quote_rules,omitempty"`
	// Placeholder is true where the document stored is not the real one but a
	// shared page that says so (demonstration data).
	Placeholder bool `json:"placeholder,omitempty"`

	// Files are the bytes of the pictures and annexes that the snapshot names, by
	// digest: read for printing, not part of what is frozen.
	Files map[string][]byte `json:"-"`
	// Mark is printed across a copy that is not the offer; the internal copy has
	// the waterfall of each line as well.
	Mark      Mark            `json:"-"`
	Waterfall []LineWaterfall `json:"-"`
}

// Mark says that a copy is not the offer.
type Mark string

// The marks. NoMark is the offer itself.
const (
	NoMark       Mark = ""
	PreviewMark  Mark = "preview"
	InternalMark Mark = "internal"
)

// SnapshotComponent is one row of a bill of materials, for one unit of the line.
type SnapshotComponent struct {
	Item     string        `json:"item"`
	Name     string        `json:"name,omitempty"`
	Quantity money.Decimal `json:"quantity"`
	Unit     string        `json:"unit,omitempty"`
}

// LineWaterfall is how the price of one line came about, for colleagues. Cost is
// nil where it is unknown or the reader may not see it.
type LineWaterfall struct {
	Position, Name string
	Steps          []WaterfallStep
	Net, FinalNet  money.Decimal
	Cost           *money.Decimal
}

// WaterfallStep is one step; amounts are for the line.
type WaterfallStep struct {
	Label                 string
	Before, Amount, After money.Decimal
}

// files lists the digests of all that the snapshot names.
func (s Snapshot) files() []string {
	out := s.Layout.Files()
	for _, section := range s.Sections {
		for _, l := range section.Lines {
			if l.Picture != "" && !slices.Contains(out, l.Picture) {
				out = append(out, l.Picture)
			}
		}
	}
	return out
}

// Seller is the company that makes the offer, with what the law asks it to
// print.
type Seller struct {
	Name      string  `json:"name"`
	LegalForm string  `json:"legal_form,omitempty"` // "SAS au capital de 100 000 €"
	Address   Address `json:"address"`
	SIREN     string  `json:"siren,omitempty"`
	SIRET     string  `json:"siret,omitempty"`
	RCS       string  `json:"rcs,omitempty"` // "RCS Lyon 123 456 789"
	VATNumber string  `json:"vat_number,omitempty"`
	// TaxStatus is "franchise" for a small business that charges no VAT (art.
	// 293 B of the French tax code), else "".
	TaxStatus string `json:"tax_status,omitempty"`
	// Trade is "building" for a company of the French building trades, whose
	// quotes owe more mentions, else "".
	Trade string `json:"trade,omitempty"`
	// Insurance is the compulsory professional insurance: insurer, its address, the
	// area covered. Waste says what becomes of the waste of works, and what it
	// costs. QuoteFee is what making a quote costs; empty is nothing.
	Insurance string `json:"insurance,omitempty"`
	Waste     string `json:"waste,omitempty"`
	QuoteFee  string `json:"quote_fee,omitempty"`
	// Withdrawal tells consumers of their right to withdraw: how long, how, and who
	// pays for the return. Mediator is the consumers' mediator: name, address, site.
	Withdrawal string `json:"withdrawal,omitempty"`
	Mediator   string `json:"mediator,omitempty"`
	Phone      string `json:"phone,omitempty"`
	Email      string `json:"email,omitempty"`
	Website    string `json:"website,omitempty"`
	IBAN       string `json:"iban,omitempty"`
	// Logo is a JPEG; Colour is "#rrggbb".
	Logo   []byte `json:"logo,omitempty"`
	Colour string `json:"colour,omitempty"`
}

// SnapshotParty is the customer as printed.
type SnapshotParty struct {
	ID                 identity.ID `json:"id"`
	Name               string      `json:"name"`
	Address            *Address    `json:"address,omitempty"`
	VATNumber          string      `json:"vat_number,omitempty"`
	RegistrationNumber string      `json:"registration_number,omitempty"`
	// Consumer is true for a customer who buys for no trade of theirs.
	Consumer bool `json:"consumer,omitempty"`
}

// SnapshotPerson is a person as printed.
type SnapshotPerson struct {
	Name  string `json:"name"`
	Email string `json:"email,omitempty"`
	Phone string `json:"phone,omitempty"`
}

// SnapshotSection is a titled group of lines; lines without a section come in
// one with an empty title.
type SnapshotSection struct {
	Title string         `json:"title,omitempty"`
	Lines []SnapshotLine `json:"lines"`
	// Subtotal is the net of the selected lines, after all discounts, one sum
	// per charging period that occurs.
	Subtotals []SnapshotAmount `json:"subtotals"`
}

// SnapshotAmount is an amount per charging period.
type SnapshotAmount struct {
	Period Period        `json:"period"`
	Net    money.Decimal `json:"net"`
}

// SnapshotLine is one printed position.
type SnapshotLine struct {
	ID       identity.ID `json:"id"`
	Position string      `json:"position"` // "1", "2", ...
	SKU      string      `json:"sku,omitempty"`
	// Model is the product model of a configured line, "" for an item.
	Model       string           `json:"model,omitempty"`
	Name        string           `json:"name"`
	Description string           `json:"description,omitempty"`
	Options     []SnapshotOption `json:"options,omitempty"`
	Quantity    money.Decimal    `json:"quantity"`
	Unit        string           `json:"unit"`
	Period      Period           `json:"period"`
	// ListUnit is the configured list price of one unit; UnitNet is printed, and
	// Quantity x UnitNet = Net.
	ListUnit money.Decimal `json:"list_unit"`
	UnitNet  money.Decimal `json:"unit_net"`
	Net      money.Decimal `json:"net"`
	// FinalNet is Net after the section's and quote's discount was spread.
	FinalNet    money.Decimal  `json:"final_net"`
	TaxCategory string         `json:"tax_category"`
	TaxRate     money.Decimal  `json:"tax_rate"`
	Steps       []SnapshotStep `json:"steps,omitempty"`
	Optional    bool           `json:"optional,omitempty"`
	Alternative string         `json:"alternative,omitempty"`
	// Selected is true for firm lines and proposed alternatives: those in the
	// totals.
	Selected  bool   `json:"selected"`
	Site      string `json:"site,omitempty"`
	Note      string `json:"note,omitempty"`
	LeadDays  int    `json:"lead_time_days,omitempty"`
	OnRequest bool   `json:"on_request,omitempty"`
	// Picture is the digest of the item's or model's picture.
	Picture string `json:"picture,omitempty"`
	// Components is the bill of materials, where the layout asks for it.
	Components []SnapshotComponent `json:"components,omitempty"`
	ServiceTerm
	// Schedule is what is due per contract year of a line with a ramp or service
	// dates.
	Schedule []pricing.Due `json:"schedule,omitempty"`
}

// SnapshotOption is one chosen option, as printed under its line.
type SnapshotOption struct {
	// Within names the part of the product that has the option, "" for the
	// product itself.
	Within string `json:"within,omitempty"`
	Label  string `json:"label"`
	Value  string `json:"value"`
}

// SnapshotStep is one step of the printed waterfall; Amount is for the line.
type SnapshotStep struct {
	Label  string        `json:"label"`
	Amount money.Decimal `json:"amount"`
}

// SnapshotCharge is one printed charge: freight, packaging, eco-contribution.
type SnapshotCharge struct {
	Label       string        `json:"label"`
	Period      Period        `json:"period"`
	Net         money.Decimal `json:"net"`
	TaxCategory string        `json:"tax_category,omitempty"`
	TaxRate     money.Decimal `json:"tax_rate"`
}

// SnapshotTotals are the sums of the selected lines per charging period.
type SnapshotTotals struct {
	OneOff PeriodTotal `json:"one_off"`
	Month  PeriodTotal `json:"month"`
	Year   PeriodTotal `json:"year"`
	// Discount is what the section and quote discounts took from the one-off
	// net, as a negative amount; zero where there is none.
	Discount money.Decimal `json:"discount"`
	TCV      money.Decimal `json:"tcv"`
}

// SnapshotTax is one row of the VAT table.
type SnapshotTax struct {
	Category string        `json:"category"`
	Rate     money.Decimal `json:"rate"`
	Period   Period        `json:"period"`
	Base     money.Decimal `json:"base"`
	Amount   money.Decimal `json:"amount"`
	Reason   string        `json:"reason,omitempty"`
}

// SnapshotDue is one instalment; the amounts sum to the one-off gross total.
type SnapshotDue struct {
	Label   string        `json:"label"`
	Percent money.Decimal `json:"percent"`
	Due     string        `json:"due,omitempty"`
	Amount  money.Decimal `json:"amount"`
}

// SnapshotFile is a file that goes with the offer.
type SnapshotFile struct {
	ID        identity.ID `json:"id"`
	Name      string      `json:"name"`
	MediaType string      `json:"media_type"`
	Size      int64       `json:"size"` // bytes
	SHA256    string      `json:"sha256"`
	// Annex marks a PDF that is printed behind the offer.
	Annex bool `json:"annex,omitempty"`
	// Bytes is the content of an annex while its document is being made, else
	// nil: the snapshot holds its digest.
	Bytes []byte `json:"-"`
}

// Annexes are the files that are printed behind the offer, in order.
func (s Snapshot) Annexes() []SnapshotFile {
	return slices.DeleteFunc(slices.Clone(s.Attachments), func(f SnapshotFile) bool { return !f.Annex })
}
