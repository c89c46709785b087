package sheet_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/sheet"
)

func TestWhatIsWrittenIsRead(t *testing.T) {
	t.Parallel()
	rows := [][]string{
		{"item", "price", "note"},
		{"A-1", "0.235", "12.50"},
		{"Ü", "19.9", "=SUM(B1:B9)"},
		{"", "-0.000088", ""},
		{"0012", "123456789012345678.123456", "long"},
		{"B", "10.00", "kept as written"},
	}
	var file bytes.Buffer
	if err := sheet.Write(&file, "Prices", rows, func(column int) bool { return column == 1 }); err != nil {
		t.Fatal(err)
	}
	got, err := sheet.Read(&file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range got { // empty cells at the end of a row are not kept
		for len(got[i]) < 3 {
			got[i] = append(got[i], "")
		}
	}
	if diff := cmp.Diff(rows, got); diff != "" {
		t.Errorf("(-written +read):\n%s", diff)
	}
}

// Every price of up to 15 digits that a person types survives the binary
// fractions of the file.
func TestNumbersOfSpreadsheetsAreAsTyped(t *testing.T) {
	t.Parallel()
	f := excelize.NewFile()
	var want []string
	for n := range 2000 {
		text := strconv.FormatFloat(float64(n*7919)/1000, 'f', -1, 64)
		want = append(want, text)
		value, _ := strconv.ParseFloat(text, 64)
		if err := f.SetCellFloat("Sheet1", "A"+strconv.Itoa(n+1), value, 16, 64); err != nil {
			t.Fatal(err)
		}
	}
	var file bytes.Buffer
	if err := f.Write(&file); err != nil {
		t.Fatal(err)
	}
	rows, err := sheet.Read(&file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range want {
		got := rows[i][0]
		if strings.Contains(got, ".") {
			got = strings.TrimRight(strings.TrimRight(got, "0"), ".")
		}
		if got != want[i] {
			t.Fatalf("row %d reads %s, typed %s", i+1, rows[i][0], want[i])
		}
	}
}

func TestWhatIsNoSpreadsheet(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", "item;price\nA;1\n", "PK\x03\x04 broken"} {
		if _, err := sheet.Read(bytes.NewReader([]byte(text))); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	var file bytes.Buffer
	if err := sheet.Write(&file, "P", [][]string{{"item"}, {"A"}}, func(int) bool { return false }); err != nil {
		f.Fatal(err)
	}
	f.Add(file.Bytes())
	f.Fuzz(func(_ *testing.T, data []byte) { _, _ = sheet.Read(bytes.NewReader(data)) })
}

// BenchmarkSheet writes and reads back 10,000 rows of 30 columns.
func BenchmarkSheet(b *testing.B) {
	rows := make([][]string, 10_001)
	for i := range rows {
		rows[i] = make([]string, 30)
		for j := range rows[i] {
			rows[i][j] = strconv.Itoa(i) + ".25"
		}
	}
	for b.Loop() {
		var file bytes.Buffer
		if err := sheet.Write(&file, "Prices", rows, func(int) bool { return true }); err != nil {
			b.Fatal(err)
		}
		if _, err := sheet.Read(&file); err != nil {
			b.Fatal(err)
		}
	}
}
