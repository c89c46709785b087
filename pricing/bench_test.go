package pricing_test

import (
	"fmt"
	"runtime"
	"testing"
	"testing/fstest"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/rules"
)

// benchBook prices a configured product with options, dimensions, a family
// scale, a promotion and a house procedure of ten unit steps, three of which
// have conditions.
const benchBook = `
book: bench
currency: EUR
models:
  conveyor:
    price: 1990
    cost: 1100
    floor: 1200
    options:
      motor: {m250: {price: 120, cost: 60}, m500: {price: 450, cost: 260}}
      guard: {"true": {price: 85.5, cost: 40}}
    attributes:
      length: {price: 90, per_number: true, per: 1000, cost: 30}
      width: {price: 35, per_number: true, per_number_of: length, per: 1000000, cost: 11}
tiers:
  - {code: scale, model: conveyor, kind: range, slabs: [{from: 1, percent: 0}, {from: 5, percent: 4.5}]}
promotions:
  - {code: SPRING, name: Spring, percent: 3, models: [conveyor]}
contracts:
  - {code: K, customer: C1, discounts: [{percent: 2}]}
`

const benchProcedure = `
procedure: bench
steps:
  - {id: list, kind: list}
  - {id: contract, kind: contract}
  - {id: selection, kind: selection}
  - {id: tier, kind: tier}
  - {id: agreed, kind: agreed}
  - {id: promotion, kind: promotion}
  - {id: dealer, kind: percent, when: customer.segment == "dealer" and line.quantity > 1, value: 1.5}
  - {id: long, kind: amount, model: conveyor, when: config.length > 2000 and config.motor == "m500", value: "-20"}
  - {id: region, kind: percent, when: 'quote.region in ["south", "west"]', value: 1}
  - {id: manual, kind: manual}
  - {id: rounding, kind: rounding}
  - {id: quote, kind: quote}
  - {id: floor, kind: floor}
  - {id: tax, kind: tax}
`

func benchPricer(tb testing.TB) *pricing.Pricer {
	tb.Helper()
	fsys := fstest.MapFS{"b.yaml": {Data: []byte(benchBook)}, "p.yaml": {Data: []byte(benchProcedure)}}
	book, err := pricing.LoadBook(fsys, "b.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	procedure, err := pricing.LoadProcedure(fsys, "p.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	motors, err := rules.NewOptions([]string{"m250", "m500"}, nil, nil)
	if err != nil {
		tb.Fatal(err)
	}
	pricer, err := pricing.Compile(pricing.Set{
		Book: book, Procedure: procedure,
		Taxes: &pricing.TaxTable{Rules: []pricing.TaxRule{{Category: pricing.StandardRated, Rate: dec("20")}}},
		Models: []pricing.Model{{Code: "conveyor", Names: []rules.Name{
			{Name: "length", Type: rules.Number}, {Name: "width", Type: rules.Number},
			{Name: "motor", Type: rules.Choice(motors)}, {Name: "guard", Type: rules.Bool},
		}}},
	})
	if err != nil {
		tb.Fatal(err)
	}
	return pricer
}

func benchRequest(lines int) pricing.Request {
	r := pricing.Request{Currency: money.MustParseCurrency("EUR"), Region: "south",
		Customer: pricing.Customer{Code: "C1", Segment: "dealer"}, Sections: []pricing.Section{{ID: "s"}}}
	for i := range lines {
		length, width := money.FromInt(int64(1000+i%2500)), money.FromInt(int64(300+10*(i%40)))
		motor := []string{"m250", "m500"}[i%2]
		r.Lines = append(r.Lines, pricing.Line{ID: fmt.Sprintf("line-%05d", i), Section: "s", Model: "conveyor",
			Quantity: money.FromInt(int64(1 + i%12)),
			Selection: []pricing.Selected{
				{Path: "length", Attribute: "length", Number: &length},
				{Path: "width", Attribute: "width", Number: &width},
				{Path: "motor", Attribute: "motor", Option: motor},
				{Path: "guard", Attribute: "guard", Option: "true"},
			},
			Adjustments: []pricing.Adjustment{{ID: "m", Kind: pricing.PercentOff, Value: money.New(int64(i%100), -1)}}})
	}
	return r
}

func BenchmarkPrice(b *testing.B) {
	pricer := benchPricer(b)
	for _, lines := range []int{10, 100, 1000, 10000} {
		request := benchRequest(lines)
		b.Run(fmt.Sprintf("lines=%d", lines), func(b *testing.B) {
			b.ReportAllocs()
			start := cpuTime()
			for b.Loop() {
				if r := pricer.Price(request); !r.Complete {
					b.Fatal(r.Issues[0])
				}
			}
			used := float64((cpuTime() - start).Microseconds()) / float64(b.N)
			b.ReportMetric(used/1000, "cpu-ms/op")
			b.ReportMetric(used/float64(lines), "cpu-µs/line")
		})
	}
}

// BenchmarkMemory reports what a priced quote of 10,000 lines with its
// waterfalls keeps in memory.
func BenchmarkMemory(b *testing.B) {
	pricer, request := benchPricer(b), benchRequest(10000)
	live := func() uint64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	for b.Loop() {
		before := live()
		result := pricer.Price(request)
		b.ReportMetric(float64(live()-before)/1e6, "MB/result")
		runtime.KeepAlive(result)
	}
}

// BenchmarkCondition evaluates one condition of a step on a line.
func BenchmarkCondition(b *testing.B) {
	house := pricing.Standard()
	var steps []pricing.ProcedureStep
	for i := range 100 {
		steps = append(steps, pricing.ProcedureStep{ID: fmt.Sprint(i), Kind: pricing.PercentStep, Value: pricing.Expr{Text: "1"},
			When: pricing.Expr{Text: `customer.segment == "dealer" and line.quantity > 100 and line.price < 5000`}})
	}
	house.Steps = append(steps, house.Steps...)
	set := pricing.Set{Book: &pricing.Book{Currency: eur, Entries: []pricing.Entry{{Item: "A", Price: ptr("10")}}}, Procedure: house}
	pricer, err := pricing.Compile(set)
	if err != nil {
		b.Fatal(err)
	}
	request := pricing.Request{Currency: eur, Customer: pricing.Customer{Segment: "dealer"}}
	for i := range 100 {
		request.Lines = append(request.Lines, pricing.Line{ID: fmt.Sprint(i), Item: pricing.Item{SKU: "A"}, Quantity: dec("3")})
	}
	start := cpuTime()
	for b.Loop() {
		pricer.Price(request)
	}
	b.ReportMetric(float64((cpuTime()-start).Nanoseconds())/float64(b.N)/10000, "cpu-ns/condition")
}

// BenchmarkTable imports 10,000 rows as a publication does: read and check the
// rows, write the book's files, read and check those.
func BenchmarkTable(b *testing.B) {
	rows := [][]string{{"item", "price", "cost", "floor", "currency", "from", "to", "segment"}}
	for i := range 10_000 {
		rows = append(rows, []string{fmt.Sprintf("ITEM-%05d", i/2), fmt.Sprintf("1 %03d,%02d", i%1000, i%100), "250,5", "300", "EUR", "01/01/2026", "31/12/2026",
			[]string{"", "dealer"}[i%2]})
	}
	start := cpuTime()
	for b.Loop() {
		book, err := (&pricing.Book{Code: "b", Currency: eur}).WithRows(rows, "fr")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := pricing.LoadBook(files(book.Files()), pricing.BookFile); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64((cpuTime()-start).Milliseconds())/float64(b.N), "cpu-ms/op")
}
