// Package civil is the calendar date without a clock or a zone.
//
// Validity, as-of and delivery dates are days on a wall calendar: "valid until
// 31 March" ends at midnight where the seller is. A Date is comparable with ==
// and is stored as PostgreSQL date and JSON "2026-03-31".
package civil

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Date is a day of the proleptic Gregorian calendar. The zero Date is "no
// date" and is written as "".
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// Of returns the day on which t falls in t's own zone.
func Of(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, m, d}
}

// In returns the day on which t falls in zone.
func In(t time.Time, zone *time.Location) Date { return Of(t.In(zone)) }

// Parse reads an ISO 8601 calendar date, "2026-03-31".
func Parse(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Date{}, fmt.Errorf("%q is not a date as YYYY-MM-DD", s)
	}
	return Of(t), nil
}

// MustParse is Parse for constants; it panics on a malformed date.
func MustParse(s string) Date {
	d, err := Parse(s)
	if err != nil {
		panic(err)
	}
	return d
}

// String returns the ISO 8601 form, or "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// IsZero reports whether d is "no date".
func (d Date) IsZero() bool { return d == Date{} }

// Midnight returns the first instant of the day in zone.
func (d Date) Midnight(zone *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone)
}

// End returns the first instant after the day in zone: a half-open interval
// [Midnight, End) holds the whole day, whatever the clocks do.
func (d Date) End(zone *time.Location) time.Time { return d.AddDays(1).Midnight(zone) }

// AddDays returns the date n days later (earlier for n < 0).
func (d Date) AddDays(n int) Date {
	return Of(time.Date(d.Year, d.Month, d.Day+n, 0, 0, 0, 0, time.UTC))
}

// AddMonths returns the same day n months later, or the last day of that month
// where it is shorter (31 January + 1 month = 28 or 29 February).
func (d Date) AddMonths(n int) Date {
	first := time.Date(d.Year, d.Month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return Date{first.Year(), first.Month(), min(d.Day, last)}
}

// Days returns the number of days since 1970-01-01.
func (d Date) Days() int {
	return int(d.Midnight(time.UTC).Unix() / 86400)
}

// FromDays is the inverse of Days.
func FromDays(n int) Date { return Date{1970, time.January, 1}.AddDays(n) }

// Sub returns the number of days from e to d.
func (d Date) Sub(e Date) int { return d.Days() - e.Days() }

// Compare returns -1, 0 or +1 as d is before, on or after e.
func (d Date) Compare(e Date) int {
	switch diff := d.Sub(e); {
	case diff < 0:
		return -1
	case diff > 0:
		return 1
	}
	return 0
}

// Before reports whether d is earlier than e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// After reports whether d is later than e.
func (d Date) After(e Date) bool { return d.Compare(e) > 0 }

// MarshalText writes the ISO form, "" for the zero Date.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads the ISO form; "" gives the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, err := Parse(string(b))
	if err == nil {
		*d = v
	}
	return err
}

// Value stores the date, NULL for the zero Date.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.Midnight(time.UTC), nil
}

// Scan reads a PostgreSQL date; NULL gives the zero Date.
func (d *Date) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = Date{}
	case time.Time:
		*d = Of(v)
	case string:
		return d.UnmarshalText([]byte(v))
	default:
		return fmt.Errorf("cannot read a date from %T", src)
	}
	return nil
}
