package document_test

import (
	"bytes"
	"context"
	"fmt"

	"github.com/quotient-cpq/quotient/internal/document"
	"github.com/quotient-cpq/quotient/quotes"
)

func Example() {
	r, err := document.New()
	if err != nil {
		fmt.Println(err)
		return
	}
	pdf, err := r.Render(context.Background(), quotes.Snapshot{Number: "Q-2026-000123", Language: "fr"})
	fmt.Println(bytes.HasPrefix(pdf, []byte("%PDF-")), err)
	// Output: true <nil>
}
