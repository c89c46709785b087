package quotes

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// What a template leaves out for the customer is not in the snapshot either.
func TestSnapshotKeepsToTheTemplate(t *testing.T) {
	const picture = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
	dec, text := money.MustParse, func(s string) lang.Text { return lang.New(s, s) }
	l := Line{
		Resolved: Resolved{Image: picture, Options: []ChosenOption{
			{Path: "frame", Label: text("Frame"), Value: text("Low")},
			{Path: "extras", Label: text("Extras"), Value: text("Lock")}, {Path: "extras", Label: text("Extras"), Value: text("Bell")},
			{Path: "wheels/w1/tyre", Within: text("Front wheel"), Label: text("Tyre"), Value: text("City")},
			{Path: "wheels/w2/tyre", Within: text("Rear wheel"), Label: text("Tyre"), Value: text("City")},
		}, BOM: []BOMLine{{Item: "S", Kind: "sales", Quantity: dec("1")}, {Item: "M", Kind: "manufacturing", Quantity: dec("2")}}},
		Price: LinePrice{List: dec("100"), UnitNet: dec("90"), Steps: []PriceStep{{Code: "list", Message: text("List")}, {Code: "silent"}}},
	}
	usual := l.printed("en", layout.Default().In("en"))
	wantOptions := []SnapshotOption{{Label: "Frame", Value: "Low"}, {Label: "Extras", Value: "Lock, Bell"},
		{Within: "Front wheel", Label: "Tyre", Value: "City"}, {Within: "Rear wheel", Label: "Tyre", Value: "City"}}
	if diff := cmp.Diff(wantOptions, usual.Options); diff != "" {
		t.Errorf("options (-want +got)\n%s", diff)
	}
	if usual.Picture != picture || !usual.ListUnit.Equal(dec("100")) || usual.Steps != nil || usual.Components != nil {
		t.Errorf("by the usual template: %+v", usual)
	}
	other := layout.Default()
	other.Show.Pictures, other.Show.Discounts, other.Show.Steps, other.Annexes.BillOfMaterials = false, false, true, true
	got := l.printed("en", other.In("en"))
	if got.Picture != "" || !got.ListUnit.Equal(dec("90")) {
		t.Errorf("hidden and there all the same: %+v", got)
	}
	if len(got.Steps) != 1 || len(got.Components) != 1 || got.Components[0].Item != "M" {
		t.Errorf("asked for and not there: %+v", got)
	}
	l.Resolved.Image = "https://example.com/bike.png"
	if got := l.printed("en", layout.Default().In("en")); got.Picture != "" {
		t.Errorf("a picture that is not stored: %q", got.Picture)
	}
}
