package pricing_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/pricing"
)

// TestDraftEqualsFullPricing makes random edits and demands the bytes of a full
// pricing after each, and that earlier results stay as they were.
func TestDraftEqualsFullPricing(t *testing.T) {
	t.Parallel()
	for seed := range uint64(150) {
		r := newRandom(5_000_000 + seed)
		pricer, err := pricing.Compile(r.set())
		if err != nil {
			t.Fatal(err)
		}
		draft := pricer.Draft(r.request())
		for n := range 12 {
			earlier := draft.Result()
			bytesBefore := earlier.JSON()
			what := r.edit(draft)
			got := draft.Result()
			want := pricer.Price(draft.Request())
			if !bytes.Equal(want.JSON(), got.JSON()) {
				t.Fatalf("seed %d, edit %d, %s (-full +draft):\n%s", seed, n, what, cmp.Diff(want, got))
			}
			if !bytes.Equal(bytesBefore, earlier.JSON()) {
				t.Fatalf("seed %d, edit %d, %s: an earlier result has changed", seed, n, what)
			}
		}
	}
}

// edit makes one random change.
func (r random) edit(d *pricing.Draft) string {
	request := d.Request()
	n := len(request.Lines)
	switch r.IntN(8) {
	case 0:
		line := r.line(r.IntN(40))
		d.Put(line)
		return "put " + line.ID
	case 1:
		a, b := r.line(r.IntN(20)), r.line(r.IntN(20))
		d.Put(a, b)
		return "put " + a.ID + " and " + b.ID
	case 2:
		id := fmt.Sprintf("l%d", r.IntN(20))
		d.Remove(id)
		return "remove " + id
	case 3:
		fresh := r.request()
		d.Discount(fresh.Sections, fresh.Adjustments)
		return "discount"
	}
	if n == 0 {
		d.Put(r.line(0))
		return "put"
	}
	line := request.Lines[r.IntN(n)]
	switch r.IntN(4) {
	case 0:
		line.Quantity = r.decimal(30, 1)
	case 1:
		line.Adjustments = []pricing.Adjustment{r.adjustment()}
	case 2:
		line.Ticked = !line.Ticked
	default:
		line.Selection = r.selection()
	}
	d.Put(line)
	return "change " + line.ID
}

func BenchmarkDraft(b *testing.B) {
	pricer := benchPricer(b)
	for _, tc := range []struct {
		name        string
		adjustments []pricing.Adjustment
	}{
		{"plain", nil},
		{"quote-discount", []pricing.Adjustment{{ID: "q", Kind: pricing.PercentOff, Value: dec("3.5")}}},
	} {
		b.Run(tc.name, func(b *testing.B) {
			request := benchRequest(10000)
			request.Adjustments = tc.adjustments
			draft := pricer.Draft(request)
			line := request.Lines[5000]
			n := int64(0)
			b.ReportAllocs()
			start := cpuTime()
			for b.Loop() {
				n++
				line.Adjustments = []pricing.Adjustment{{ID: "m", Kind: pricing.PercentOff, Value: dec("0.1").Mul(dec(fmt.Sprint(n % 300)))}}
				draft.Put(line)
			}
			b.ReportMetric(float64((cpuTime()-start).Microseconds())/float64(b.N)/1000, "cpu-ms/op")
		})
	}
}
