package document_test

import (
	"bytes"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"github.com/quotient-cpq/quotient/internal/document/sample"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

func TestAnnexesMustBeReadable(t *testing.T) {
	t.Parallel()
	r := renderer(t)
	good := render(t, "annex", sample.All()[0].In("en", layout.Default()))
	if err := r.CheckAnnex(good); err != nil {
		t.Errorf("our own document: %v", err)
	}
	var locked bytes.Buffer
	if err := api.Encrypt(bytes.NewReader(good), &locked, model.NewAESConfiguration("user", "owner", 256)); err != nil {
		t.Fatal(err)
	}
	for name, pdf := range map[string][]byte{
		"cut short": good[:len(good)/2], "no PDF at all": []byte("%PDF-1.7\nhello"), "locked": locked.Bytes(),
	} {
		if err := r.CheckAnnex(pdf); fault.CodeOf(err) != fault.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}
