package civil_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/quotient-cpq/quotient/internal/civil"
)

func ExampleDate_AddMonths() {
	fmt.Println(civil.MustParse("2028-01-31").AddMonths(1), civil.MustParse("2027-01-31").AddMonths(1))
	// Output: 2028-02-29 2027-02-28
}

func TestEndCoversTheWholeDayWhenClocksChange(t *testing.T) {
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Fatal(err)
	}
	for date, hours := range map[string]float64{"2026-03-29": 23, "2026-10-25": 25, "2026-06-01": 24} {
		d := civil.MustParse(date)
		if got := d.End(paris).Sub(d.Midnight(paris)).Hours(); got != hours {
			t.Errorf("%s has %v hours in Paris, want %v", date, got, hours)
		}
	}
}

func TestDaysRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-800_000, 800_000).Draw(t, "days")
		d := civil.FromDays(n)
		if d.Days() != n {
			t.Fatalf("FromDays(%d).Days() = %d", n, d.Days())
		}
		if m := rapid.IntRange(-5000, 5000).Draw(t, "more"); d.AddDays(m).Sub(d) != m {
			t.Fatalf("%s + %d days is %d days away", d, m, d.AddDays(m).Sub(d))
		}
	})
}

func TestJSON(t *testing.T) {
	var got struct{ D, Z civil.Date }
	if err := json.Unmarshal([]byte(`{"D":"2026-03-31","Z":""}`), &got); err != nil {
		t.Fatal(err)
	}
	if got.D.String() != "2026-03-31" || !got.Z.IsZero() {
		t.Errorf("got %+v", got)
	}
	if err := json.Unmarshal([]byte(`{"D":"2026-02-30"}`), &got); err == nil {
		t.Error("30 February was accepted")
	}
}

func TestScan(t *testing.T) {
	var d civil.Date
	if err := d.Scan(time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)); err != nil || d.String() != "2026-03-31" {
		t.Errorf("Scan = %v, %v", d, err)
	}
	if err := d.Scan(nil); err != nil || !d.IsZero() {
		t.Errorf("Scan(nil) = %v, %v", d, err)
	}
	if err := d.Scan(7); err == nil {
		t.Error("Scan of a number was accepted")
	}
}
