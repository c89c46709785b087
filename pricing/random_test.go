package pricing_test

import (
	"fmt"
	"math/rand/v2"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// random makes price books and quotes that use every method, in awkward
// proportions: odd base quantities, fractions of units, prices of many
// decimals, currencies of zero to three decimals.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 20260301))} }

func (r random) chance(percent int) bool { return r.IntN(100) < percent }

func (r random) pick(values ...string) string { return values[r.IntN(len(values))] }

// decimal returns a number below limit with at most places decimals.
func (r random) decimal(limit int64, places int) money.Decimal {
	p := r.IntN(places + 1)
	n := r.Int64N(limit)
	for range p {
		n = n*10 + r.Int64N(10)
	}
	return money.New(n, int32(-p))
}

func (r random) optional(percent int, limit int64, places int) *money.Decimal {
	if !r.chance(percent) {
		return nil
	}
	d := r.decimal(limit, places)
	return &d
}

func (r random) percent() money.Decimal { return r.decimal(40, 2) }

func (r random) percentPtr() *money.Decimal { d := r.percent(); return &d }

func (r random) pricePtr() *money.Decimal { d := r.decimal(3000, 4); return &d }

var (
	families   = []string{"", "bikes", "parts", "steel"}
	currencies = []string{"EUR", "EUR", "USD", "JPY", "TND"}
)

const (
	itemCount  = 14
	modelCount = 2
)

func sku(n int) string { return fmt.Sprintf("I%d", n) }

// set makes a price book with its taxes and rates.
func (r random) set() pricing.Set {
	b := &pricing.Book{Code: "r", Version: "1", Currency: money.MustParseCurrency(currencies[r.IntN(len(currencies))]),
		TaxInclusive: r.chance(15), Convert: r.chance(70)}
	if r.chance(40) {
		p := r.IntN(7)
		b.Precision = &p
	}
	b.Matrices = []pricing.Matrix{
		{Code: "one", Lookup: r.lookup(), Rows: "length", RowSteps: r.ascending(3), Prices: r.prices(3, 1)},
		{Code: "two", Lookup: r.lookup(), Rows: "length", Columns: "width", RowSteps: r.ascending(3), ColumnSteps: r.ascending(2), Prices: r.prices(3, 2)},
	}
	for i := range itemCount {
		b.Entries = append(b.Entries, r.itemEntries(i)...)
	}
	for i := range modelCount {
		b.Entries = append(b.Entries, r.modelEntries(fmt.Sprintf("M%d", i))...)
	}
	b.Tiers = r.tiers()
	for i, months := range []int{6, 12, 24, 36} {
		t := pricing.Term{Months: months, Percent: r.percent()}
		switch i % 3 {
		case 1:
			t.Family = families[1+r.IntN(3)]
		case 2:
			t.Item = sku(r.IntN(itemCount))
		}
		b.Terms = append(b.Terms, t)
	}
	b.Charges = r.charges()
	b.Promotions = r.promotions(b.Currency)
	b.Contracts = r.contracts()
	return pricing.Set{Book: b, Taxes: r.taxes(), Rates: r.rates(b.Currency)}
}

func (r random) lookup() pricing.Lookup {
	return []pricing.Lookup{pricing.Exact, pricing.NextLarger, pricing.Interpolate}[r.IntN(3)]
}

func (r random) ascending(n int) []money.Decimal {
	var out []money.Decimal
	at := money.Decimal{}
	for range n {
		at = at.Add(r.decimal(20, 1)).Add(dec("0.5"))
		out = append(out, at)
	}
	return out
}

func (r random) prices(rows, columns int) [][]money.Decimal {
	var out [][]money.Decimal
	for range rows {
		var row []money.Decimal
		for range columns {
			row = append(row, r.decimal(500, 3))
		}
		out = append(out, row)
	}
	return out
}

func (r random) base(e pricing.Entry) pricing.Entry {
	if r.chance(25) {
		e.Per = dec(r.pick("10", "100", "7", "1000", "0.3"))
	}
	if r.chance(25) {
		e.Period = []pricing.Period{pricing.OneOff, pricing.Month, pricing.Year}[r.IntN(3)]
	}
	e.Cost = r.optional(60, 2000, 3)
	e.Floor = r.optional(30, 2000, 2)
	e.HardFloor = r.chance(50)
	return e
}

// itemEntries prices item i: the first ten by a list price, so that bundles and
// roll-ups find their parts, the others by every other method or not at all.
func (r random) itemEntries(i int) []pricing.Entry {
	e := r.base(pricing.Entry{Item: sku(i)})
	switch {
	case i < 9:
		e.Price = r.pricePtr()
		out := []pricing.Entry{e}
		for _, narrow := range []func(*pricing.Entry){
			func(e *pricing.Entry) { e.Segment = "dealer" }, func(e *pricing.Entry) { e.Region, e.Channel = "south", "web" },
			func(e *pricing.Entry) { e.Customer = "C1" }, func(e *pricing.Entry) { e.Currency = money.MustParseCurrency("USD"); e.Channel = "shop" },
		} {
			if r.chance(15) {
				x := r.base(pricing.Entry{Item: e.Item, Price: r.pricePtr()})
				narrow(&x)
				out = append(out, x)
			}
		}
		return out
	case i == 9:
		if e.Cost == nil {
			e.Cost = r.pricePtr()
		}
		e.CostPlus = r.percentPtr()
	case i == 10:
		for range 1 + r.IntN(3) {
			e.Bundle = append(e.Bundle, pricing.Component{Item: sku(r.IntN(11)), Quantity: r.decimal(5, 1).Add(dec("0.1")), Discount: r.percent()})
		}
	case i == 11:
		e.PercentOf = &pricing.PercentOf{Percent: r.percent(), Families: []string{families[1+r.IntN(3)]}}
	case i == 12:
		e.PercentOf = &pricing.PercentOf{Percent: r.percent()}
		if r.chance(50) {
			e.PercentOf.Items = []string{sku(r.IntN(itemCount))}
			e.PercentOf.Period = []pricing.Period{"", pricing.OneOff, pricing.Month}[r.IntN(3)]
		}
	default:
		if r.chance(50) {
			return nil
		}
		e.OnRequest = true
	}
	return []pricing.Entry{e}
}

func (r random) modelEntries(model string) []pricing.Entry {
	base := r.base(pricing.Entry{Model: model})
	switch r.IntN(6) {
	case 0:
		base.Rollup = true
	case 1:
		base.Matrix = r.pick("one", "two")
	default:
		base.Price = r.pricePtr()
	}
	out := []pricing.Entry{base}
	for _, option := range []string{"red", "blue"} {
		out = append(out, pricing.Entry{Model: model, Attribute: "color", Option: option, Price: r.pricePtr(), Cost: r.optional(70, 100, 2)})
	}
	steel := pricing.Entry{Model: model, Attribute: "finish", Option: "steel", Percent: r.percentPtr(), Cost: r.optional(70, 100, 2)}
	length := pricing.Entry{Model: model, Attribute: "length", Price: r.pricePtr(), PerNumber: true, Per: dec(r.pick("1", "1000", "3")), Cost: r.optional(70, 100, 2)}
	width := pricing.Entry{Model: model, Attribute: "width", Price: r.pricePtr(), PerNumber: true, PerNumberOf: "length", Per: dec("1000000"), Cost: r.optional(70, 100, 2)}
	load := pricing.Entry{Model: model, Attribute: "load", Matrix: r.pick("one", "two"), Cost: r.optional(70, 100, 2)}
	size := pricing.Entry{Model: model, Attribute: "boxes/size", Price: r.pricePtr(), PerNumber: true, Cost: r.optional(70, 100, 2), Floor: r.optional(20, 50, 1)}
	for _, e := range []pricing.Entry{steel, length, width, load, size} {
		if r.chance(60) {
			out = append(out, e)
		}
	}
	return out
}

func (r random) tiers() []pricing.Tier {
	var out []pricing.Tier
	keys := []pricing.Tier{{Family: "bikes"}, {Family: "parts"}, {Model: "M0"}, {Item: "I1"}, {Item: "I2", Together: true}, {Model: "M1", Together: true}}
	for i, t := range keys {
		if r.chance(35) {
			continue
		}
		t.Code = fmt.Sprintf("T%d", i)
		t.Kind = []pricing.TierKind{pricing.RangeTier, pricing.GraduatedTier, pricing.BlockTier}[r.IntN(3)]
		prices := t.Kind == pricing.BlockTier || r.chance(30)
		from := money.Decimal{}
		if t.Kind != pricing.GraduatedTier {
			from = r.decimal(3, 0)
		}
		for range 1 + r.IntN(4) {
			s := pricing.Slab{From: from}
			if prices {
				s.Price = r.pricePtr()
			} else {
				s.Percent = r.percentPtr()
			}
			t.Slabs = append(t.Slabs, s)
			from = from.Add(r.decimal(20, 1)).Add(dec("0.5"))
		}
		out = append(out, t)
	}
	return out
}

func (r random) charges() []pricing.Charge {
	kinds := []pricing.ChargeKind{pricing.FixedCharge, pricing.WeightCharge, pricing.UnitCharge, pricing.PercentCharge}
	var out []pricing.Charge
	for i := range r.IntN(4) {
		c := pricing.Charge{Code: fmt.Sprintf("X%d", i), Name: lang.New("c", "c"), Kind: kinds[r.IntN(4)], Value: r.decimal(20, 3)}
		if r.chance(40) {
			c.Families = []string{families[1+r.IntN(3)]}
		}
		if r.chance(30) {
			c.TaxClass = r.pick("food", "standard", "odd")
		}
		if c.Kind == pricing.WeightCharge && r.chance(60) {
			from := r.decimal(10, 1)
			for range 1 + r.IntN(3) {
				c.Slabs = append(c.Slabs, pricing.Slab{From: from, Price: r.pricePtr()})
				from = from.Add(r.decimal(50, 1)).Add(dec("1"))
			}
		}
		out = append(out, c)
	}
	return out
}

func (r random) promotions(currency money.Currency) []pricing.Promotion {
	var out []pricing.Promotion
	for i := range r.IntN(5) {
		p := pricing.Promotion{Code: fmt.Sprintf("P%d", i), Name: lang.New("p", "p"), Exclusive: r.chance(35), Priority: r.IntN(3), Coupon: r.pick("", "", "X")}
		switch r.IntN(3) {
		case 0:
			p.Percent = r.percentPtr()
		case 1:
			p.Amount = r.pricePtr()
		default:
			p.Price = r.pricePtr()
		}
		if r.chance(30) {
			p.Currency = currency
		}
		switch r.IntN(4) {
		case 0:
			p.Families = []string{families[1+r.IntN(3)]}
		case 1:
			p.Items = []string{sku(r.IntN(itemCount)), sku(r.IntN(itemCount))}
		case 2:
			p.Models = []string{"M0"}
		}
		if r.chance(30) {
			p.MinQuantity = r.decimal(10, 1)
		}
		if r.chance(20) {
			p.Segments = []string{"dealer"}
		}
		out = append(out, p)
	}
	return out
}

func (r random) contracts() []pricing.Contract {
	var out []pricing.Contract
	for i := range r.IntN(3) {
		c := pricing.Contract{Code: fmt.Sprintf("K%d", i), Customer: "C1"}
		for j := range itemCount {
			if r.chance(15) {
				p := pricing.ContractPrice{Item: sku(j), Price: *r.pricePtr(), Discountable: r.chance(50)}
				if r.chance(30) {
					p.Per = dec(r.pick("10", "7"))
				}
				c.Prices = append(c.Prices, p)
			}
		}
		if r.chance(30) {
			c.Prices = append(c.Prices, pricing.ContractPrice{Model: "M0", Price: *r.pricePtr()})
		}
		for _, d := range []pricing.AgreedDiscount{{}, {Family: "bikes"}, {Item: "I3"}, {Model: "M1"}} {
			if d.Percent = r.percent(); r.chance(50) {
				c.Discounts = append(c.Discounts, d)
			}
		}
		out = append(out, c)
	}
	return out
}

func (r random) taxes() *pricing.TaxTable {
	reason := lang.New("because", "parce que")
	t := &pricing.TaxTable{Rules: []pricing.TaxRule{
		{Classes: []string{"food"}, ShipTo: "FR", Category: pricing.StandardRated, Rate: dec("5.5")},
		{ShipTo: "EU", Status: "business", Category: pricing.IntraCommunity, Reason: reason},
		{ShipTo: "world", Category: pricing.Export, Reason: reason},
	}}
	if r.chance(90) {
		t.Rules = append(t.Rules, pricing.TaxRule{Classes: []string{"standard", "food"}, Category: pricing.StandardRated, Rate: dec(r.pick("20", "10", "2.1", "19.6"))})
	}
	return t
}

func (r random) rates(from money.Currency) *pricing.Rates {
	out := &pricing.Rates{}
	for _, to := range []string{"EUR", "USD", "JPY", "TND"} {
		if c := money.MustParseCurrency(to); c != from && r.chance(85) {
			out.Rates = append(out.Rates, pricing.Rate{From: from, To: c, Date: civil.MustParse("2026-01-01"), Rate: r.decimal(200, 6).Add(dec("0.0001"))})
		}
	}
	return out
}

// request makes a quote of up to twelve lines.
func (r random) request() pricing.Request {
	q := pricing.Request{Date: civil.MustParse("2026-03-01"), Currency: money.MustParseCurrency(currencies[r.IntN(len(currencies))]),
		Seller: pricing.Seller{Country: r.pick("FR", "FR", "CH")}, ShipTo: r.pick("", "FR", "DE", "CH"), Region: r.pick("", "south"), Channel: r.pick("", "web", "shop"),
		Customer: pricing.Customer{Code: r.pick("C1", "C2"), Segment: r.pick("", "dealer"), Status: r.pick("business", "consumer")}}
	if r.chance(50) {
		q.Coupons = []string{"X"}
	}
	if r.chance(60) {
		q.Term = r.IntN(40)
	}
	for _, id := range []string{"s1", "s2"} {
		s := pricing.Section{ID: id}
		for range r.IntN(3) {
			s.Adjustments = append(s.Adjustments, r.headerAdjustment())
		}
		q.Sections = append(q.Sections, s)
	}
	for range r.IntN(3) {
		q.Adjustments = append(q.Adjustments, r.headerAdjustment())
	}
	chosen := map[string]bool{}
	for i := range 1 + r.IntN(12) {
		line := r.line(i)
		if line.Alternative != "" {
			line.Chosen = !chosen[line.Alternative]
			chosen[line.Alternative] = true
		}
		q.Lines = append(q.Lines, line)
	}
	return q
}

func (r random) headerAdjustment() pricing.Adjustment {
	a := pricing.Adjustment{ID: "h", Kind: []pricing.AdjustmentKind{pricing.PercentOff, pricing.AmountOff, pricing.TargetNet}[r.IntN(3)]}
	switch a.Kind {
	case pricing.PercentOff:
		a.Value = r.percent()
		if r.chance(10) {
			a.Value = a.Value.Neg()
		}
	case pricing.AmountOff:
		a.Value = r.decimal(500, 3)
	default:
		a.Value = r.decimal(20000, 3)
	}
	if r.chance(20) {
		a.Period = []pricing.Period{pricing.Month, pricing.Year}[r.IntN(2)]
	}
	return a
}

func (r random) line(i int) pricing.Line {
	l := pricing.Line{ID: fmt.Sprintf("l%d", i), Section: r.pick("", "s1", "s2"), Quantity: r.decimal(30, 2),
		Optional: r.chance(15), Ticked: r.chance(40), ShipTo: r.pick("", "", "", "DE")}
	if r.chance(10) {
		l.Alternative = r.pick("a", "b")
	}
	l.Item = pricing.Item{SKU: sku(r.IntN(itemCount)), Family: families[r.IntN(len(families))], TaxClass: r.pick("", "", "food", "odd"),
		Weight: r.decimal(30, 2), Fixed: r.chance(8)}
	if r.chance(35) {
		l.Model = fmt.Sprintf("M%d", r.IntN(modelCount))
		l.Selection = r.selection()
	}
	for range r.IntN(3) {
		l.Adjustments = append(l.Adjustments, r.adjustment())
	}
	switch {
	case r.chance(4):
		l.Kept = &pricing.Kept{Price: *r.pricePtr(), Cost: r.optional(50, 2000, 2), Floor: r.optional(50, 2000, 2)}
		if r.chance(50) {
			l.Kept.Per, l.Kept.Period = dec("100"), []pricing.Period{pricing.OneOff, pricing.Month, pricing.Year}[r.IntN(3)]
		}
	case r.chance(4):
		l.Special = &pricing.Special{Price: r.optional(80, 3000, 3), Cost: r.optional(50, 2000, 2)}
	case r.chance(2):
		l.Quantity = l.Quantity.Neg()
	}
	switch r.IntN(5) {
	case 0:
		l.Term = r.IntN(50)
	case 1:
		l.Ramp = []pricing.RampYear{{Year: 1, Percent: r.percent()}, {Year: 2 + r.IntN(2), Percent: dec("75.5")}}
	case 2:
		l.Start = civil.MustParse("2026-01-31").AddDays(r.IntN(60))
		l.End = l.Start.AddDays(r.IntN(1200))
	}
	return l
}

func (r random) adjustment() pricing.Adjustment {
	a := pricing.Adjustment{ID: "m", Kind: []pricing.AdjustmentKind{pricing.PercentOff, pricing.AmountOff, pricing.TargetNet}[r.IntN(3)]}
	switch a.Kind {
	case pricing.PercentOff:
		a.Value = r.percent()
		a.Of = r.pick("", "list")
		if r.chance(10) {
			a.Value = a.Value.Neg()
		}
	case pricing.AmountOff:
		a.Value = r.decimal(200, 3)
	default:
		a.Value = r.decimal(2500, 5)
	}
	return a
}

func (r random) selection() []pricing.Selected {
	var out []pricing.Selected
	number := func(path, component, attribute string, limit int64) {
		n := r.decimal(limit, 2)
		out = append(out, pricing.Selected{Path: path, Component: component, Attribute: attribute, Number: &n})
	}
	if r.chance(80) {
		out = append(out, pricing.Selected{Path: "color", Attribute: "color", Option: r.pick("red", "blue", "plain"), Item: r.pick("", sku(r.IntN(11))), Quantity: r.decimal(4, 1)})
	}
	if r.chance(50) {
		out = append(out, pricing.Selected{Path: "finish", Attribute: "finish", Option: "steel"})
	}
	if r.chance(85) {
		number("length", "", "length", 60)
	}
	if r.chance(70) {
		number("width", "", "width", 40)
	}
	if r.chance(50) {
		number("load", "", "load", 40)
	}
	for i := range r.IntN(3) {
		number(fmt.Sprintf("boxes/b%d/size", i), "boxes", "size", 30)
	}
	return out
}
