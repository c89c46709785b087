package quotes

import (
	"cmp"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// Facts are what a price was made from beside the content of the quote and the
// versions that it pins: they are stored with it, so that it can be made again
// when the customer, the seller or the settings have changed.
type Facts struct {
	Customer pricing.Customer `json:"customer"`
	Seller   pricing.Seller   `json:"seller"`
	Region   string           `json:"region,omitempty"`
	Channel  string           `json:"channel,omitempty"`
	// Country is where the goods go as far as that is known, and ShipTo the
	// country whose VAT counts.
	Country string         `json:"country,omitempty"`
	ShipTo  string         `json:"ship_to,omitempty"`
	Base    money.Currency `json:"base_currency,omitzero"`
}

// LineFacts are those of one line: what the item master said, and the country
// of the line's own site.
type LineFacts struct {
	Item   pricing.Item `json:"item"`
	ShipTo string       `json:"ship_to,omitempty"`
}

// facts are those that the request is priced with: of today, or where the
// request asks for it those of the stored price.
func (r *PriceRequest) facts() Facts {
	if r.AsPriced && r.Facts != nil {
		return *r.Facts
	}
	return Facts{
		Customer: pricing.Customer{Code: r.Customer.ID.String(), Segment: r.Customer.Segment, Status: taxStatus(r.Customer)},
		Seller:   pricing.Seller{Country: r.Seller.Country, Status: r.SellerStatus},
		Region:   r.Customer.Region, Channel: r.Customer.Channel,
		// Until anybody knows where the goods go, VAT is that of a sale at home.
		Country: r.ShipTo.Country, ShipTo: cmp.Or(r.ShipTo.Country, r.Seller.Country),
		Base: r.Base,
	}
}

// siteCountry is the country of the line's own site, "" where it has none.
func (r *PriceRequest) siteCountry(l Line) string {
	if r.AsPriced && l.Facts != nil {
		return l.Facts.ShipTo
	}
	if site, known := r.Customer.Address(l.Site); l.Site != "" && known {
		return site.Country
	}
	return ""
}

// items are the facts of items as they were priced, nil for those of today.
func (r *PriceRequest) items() []*pricing.Item {
	if !r.AsPriced {
		return nil
	}
	out := make([]*pricing.Item, len(r.Lines))
	for n, l := range r.Lines {
		if l.Facts != nil {
			out[n] = &l.Facts.Item
		}
	}
	return out
}
