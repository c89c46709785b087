package pricing_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// A draft that takes one request after the other has the bytes of pricing each
// as a whole, whatever lies between them.
func TestTakingRequestsEqualsFullPricing(t *testing.T) {
	t.Parallel()
	for seed := range uint64(80) {
		r := newRandom(6_000_000 + seed)
		pricer, err := pricing.Compile(r.set())
		if err != nil {
			t.Fatal(err)
		}
		request := r.request()
		for n := range 24 {
			request.Lines = append(request.Lines, r.line(1000+n))
		}
		draft := pricer.Draft(request)
		for n := range 10 {
			request.Lines = slices.Clone(request.Lines)
			switch r.IntN(6) {
			case 0:
				i := r.IntN(len(request.Lines))
				request.Lines = slices.Delete(request.Lines, i, i+1)
			case 1:
				request.Lines = append(request.Lines, r.line(2000+10*int(seed)+n))
			case 2:
				fresh := r.request()
				request.Sections, request.Adjustments = fresh.Sections, fresh.Adjustments
			case 3:
				i, j := r.IntN(len(request.Lines)), r.IntN(len(request.Lines))
				request.Lines[i], request.Lines[j] = request.Lines[j], request.Lines[i]
			case 4:
				request.Term = r.IntN(40)
			}
			line := &request.Lines[r.IntN(len(request.Lines))]
			line.Quantity, line.Selection = r.decimal(30, 1), r.selection()
			draft.Take(request)
			if got, want := draft.Result().JSON(), pricer.Price(request).JSON(); !bytes.Equal(got, want) {
				t.Fatalf("seed %d, request %d:\n%s\n%s", seed, n, got, want)
			}
		}
	}
}

// No field of a line may change without the draft seeing it.
func TestTakingSeesEveryField(t *testing.T) {
	t.Parallel()
	entry := pricing.Entry{Item: "A", Price: ptr("10")}
	pricer, err := pricing.Compile(pricing.Set{Book: &pricing.Book{Currency: eur, Entries: []pricing.Entry{entry}}})
	if err != nil {
		t.Fatal(err)
	}
	seven := dec("7")
	other := map[reflect.Type]any{
		reflect.TypeFor[string](): "other", reflect.TypeFor[bool](): true, reflect.TypeFor[int](): 7,
		reflect.TypeFor[money.Decimal](): seven, reflect.TypeFor[*money.Decimal](): &seven,
		reflect.TypeFor[civil.Date](): civil.MustParse("2026-05-01"), reflect.TypeFor[lang.Text](): lang.New("a", "b"),
		reflect.TypeFor[[]pricing.Adjustment](): []pricing.Adjustment{{Kind: pricing.PercentOff, Value: seven}},
		reflect.TypeFor[*pricing.Kept]():        &pricing.Kept{Price: seven}, reflect.TypeFor[*pricing.Special](): &pricing.Special{Price: &seven},
		reflect.TypeFor[[]pricing.RampYear](): []pricing.RampYear{{Year: 1, Percent: seven}},
	}
	base := func() pricing.Request {
		r := pricing.Request{Currency: eur, Sections: []pricing.Section{{ID: "s"}}}
		for i := range 8 {
			r.Lines = append(r.Lines, pricing.Line{ID: fmt.Sprint(i), Item: pricing.Item{SKU: "A"}, Quantity: dec("3"),
				Selection: []pricing.Selected{{Path: "p", Attribute: "p"}}})
		}
		return r
	}
	var visit func(path string, of func(*pricing.Line) reflect.Value)
	visit = func(path string, of func(*pricing.Line) reflect.Value) {
		for i := range of(&base().Lines[0]).NumField() {
			field := func(l *pricing.Line) reflect.Value { return of(l).Field(i) }
			f := field(&base().Lines[0])
			name := path + of(&base().Lines[0]).Type().Field(i).Name
			switch f.Interface().(type) {
			case pricing.Item:
				visit(name+".", field)
				continue
			case []pricing.Selected:
				visit(name+".", func(l *pricing.Line) reflect.Value { return reflect.ValueOf(&l.Selection[0]).Elem() })
				continue
			}
			v := reflect.ValueOf(other[reflect.Zero(f.Type()).Type()])
			if !v.IsValid() {
				v = reflect.ValueOf("other").Convert(f.Type())
			}
			changed := base()
			field(&changed.Lines[3]).Set(v)
			d := pricer.Draft(base())
			d.Take(changed)
			if !reflect.DeepEqual(d.Request().Lines[3], changed.Lines[3]) {
				t.Errorf("%s has changed and the draft keeps the old line", name)
			}
		}
	}
	visit("", func(l *pricing.Line) reflect.Value { return reflect.ValueOf(l).Elem() })
}
