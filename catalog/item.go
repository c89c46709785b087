package catalog

import (
	"fmt"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Item is one entry of the item master: something that can be bought, sold or
// built in. Prices, bills of materials, plain quote lines and KPI slices name
// items by SKU.
type Item struct {
	ID   identity.ID `json:"id"`
	SKU  string      `json:"sku"`
	Name lang.Text   `json:"name"`
	// Description is the longer text that documents print, or empty.
	Description lang.Text `json:"description,omitempty"`
	// Unit is the UN/ECE Recommendation 20 code of one unit: C62 (piece), MTR,
	// KGM, HUR, MON.
	Unit string `json:"unit"`
	// QuantityPrecision is the number of decimals a quantity may have, 0 to 6.
	QuantityPrecision int `json:"quantity_precision"`
	// Family is the product family, the slice of price tiers and KPIs.
	Family string `json:"family,omitempty"`
	// TaxClass is the row key of the tax table; "standard" where not given.
	TaxClass string `json:"tax_class"`
	// Weight is the gross weight of one unit in kg.
	Weight money.Decimal `json:"weight"`
	// LeadTimeDays is the time from order to delivery in calendar days.
	LeadTimeDays int `json:"lead_time_days"`
	// Discountable is false for what discounts must never touch.
	Discountable bool `json:"discountable"`
	// Image is the path of a picture among the published files, or "".
	Image       string            `json:"image,omitempty"`
	ExternalIDs map[string]string `json:"external_ids,omitempty"`
	// Version counts changes, from 1; the API's ETag.
	Version   int64     `json:"version"`
	UpdatedAt time.Time `json:"updated_at"`
}

// defaultUnit is UN/ECE code for "one", used where an item names no unit.
const defaultUnit = "C62"

// normalise trims codes and fills the documented defaults.
func (i Item) normalise() Item {
	i.SKU = strings.TrimSpace(i.SKU)
	i.Family = strings.TrimSpace(i.Family)
	if i.Unit = strings.TrimSpace(i.Unit); i.Unit == "" {
		i.Unit = defaultUnit
	}
	if i.TaxClass == "" {
		i.TaxClass = "standard"
	}
	return i
}

// check returns everything wrong with the item; at is the JSON pointer of the
// item in the caller's document.
func (i Item) check(at string) []fault.Issue {
	var out []fault.Issue
	bad := func(field, format string, args ...any) {
		out = append(out, fault.Issue{Kind: "invalid-item", Pointer: at + "/" + field, Message: fmt.Sprintf(format, args...)})
	}
	if i.SKU == "" {
		bad("sku", "an item needs a SKU")
	} else if len(i.SKU) > 64 || strings.ContainsAny(i.SKU, " \t\r\n/") {
		bad("sku", "SKU %q must have at most 64 characters and no spaces or slashes", i.SKU)
	}
	if i.Name.In(lang.Default) == "" {
		bad("name", "item %s needs a name in at least one language", i.SKU)
	}
	if n := len(i.Unit); n < 2 || n > 3 || strings.ToUpper(i.Unit) != i.Unit {
		bad("unit", "unit %q is not a UN/ECE Recommendation 20 code such as C62, MTR or KGM", i.Unit)
	}
	if i.QuantityPrecision < 0 || i.QuantityPrecision > 6 {
		bad("quantity_precision", "quantity precision %d is outside 0 to 6", i.QuantityPrecision)
	}
	if i.Weight.Sign() < 0 {
		bad("weight", "weight %s kg is negative", i.Weight)
	}
	if i.LeadTimeDays < 0 {
		bad("lead_time_days", "lead time %d days is negative", i.LeadTimeDays)
	}
	return out
}
