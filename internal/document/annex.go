package document

import (
	"bytes"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// withoutConfigDir keeps the PDF library from writing its configuration into
// the home directory of whoever runs the service.
var withoutConfigDir = sync.OnceFunc(api.DisableConfigDir)

// CheckAnnex implements quotes.Renderer: it reads the PDF as printing it behind
// an offer would.
func (*Renderer) CheckAnnex(pdf []byte) error {
	withoutConfigDir()
	config := model.NewDefaultConfiguration()
	config.ValidationMode = model.ValidationRelaxed
	config.Offline = true
	read, err := api.ReadAndValidate(bytes.NewReader(pdf), config)
	switch {
	case err != nil:
		return fault.Wrap(err, fault.Invalid, "annex-unreadable", "the PDF is broken or locked, so it cannot be printed behind the offer: save it anew without a password")
	case read.Encrypt != nil:
		return fault.New(fault.Invalid, "annex-locked", "the PDF is locked, so it cannot be printed behind the offer: save it anew without a password")
	case read.PageCount == 0:
		return fault.New(fault.Invalid, "annex-empty", "the PDF has no pages")
	}
	return nil
}
