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
			what, update := r.edit(draft)
			got := draft.Result()
			want := pricer.Price(draft.Request())
			if !bytes.Equal(want.JSON(), got.JSON()) {
				t.Fatalf("seed %d, edit %d, %s (-full +draft):\n%s", seed, n, what, cmp.Diff(want, got))
			}
			if !bytes.Equal(bytesBefore, earlier.JSON()) {
				t.Fatalf("seed %d, edit %d, %s: an earlier result has changed", seed, n, what)
			}
			if applied := apply(earlier, update, draft.Request()); !bytes.Equal(want.JSON(), applied.JSON()) {
				t.Fatalf("seed %d, edit %d, %s: the update leads elsewhere (-full +update):\n%s", seed, n, what, cmp.Diff(want, applied))
			}
		}
	}
}

// apply changes an earlier result as an update says.
func apply(r pricing.Result, u pricing.Update, request pricing.Request) pricing.Result {
	lines := map[string][]pricing.LineResult{} // by id, which may occur twice
	for _, l := range u.Lines {
		lines[l.ID] = append(lines[l.ID], l)
	}
	before := map[string][]pricing.LineResult{}
	for _, l := range r.Lines {
		before[l.ID] = append(before[l.ID], l)
	}
	r.Lines = make([]pricing.LineResult, len(request.Lines))
	for i, l := range request.Lines {
		from := lines
		if len(lines[l.ID]) == 0 {
			from = before
		}
		r.Lines[i] = from[l.ID][0]
		from[l.ID] = from[l.ID][1:]
	}
	r.Complete, r.Charges, r.Sections, r.VAT, r.Totals, r.Issues = u.Complete, u.Charges, u.Sections, u.VAT, u.Totals, u.Issues
	return r
}

// edit makes one random change.
func (r random) edit(d *pricing.Draft) (string, pricing.Update) {
	request := d.Request()
	n := len(request.Lines)
	switch r.IntN(8) {
	case 0:
		line := r.line(r.IntN(40))
		return "put " + line.ID, d.Put(line)
	case 1:
		a, b := r.line(r.IntN(20)), r.line(r.IntN(20))
		return "put " + a.ID + " and " + b.ID, d.Put(a, b)
	case 2:
		id := fmt.Sprintf("l%d", r.IntN(20))
		return "remove " + id, d.Remove(id)
	case 3:
		fresh := r.request()
		return "discount", d.Discount(fresh.Sections, fresh.Adjustments)
	}
	if n == 0 {
		return "put", d.Put(r.line(0))
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
	return "change " + line.ID, d.Put(line)
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
