package document

import (
	"bytes"
	"sync"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// withoutConfigFolder keeps the PDF library from writing a configuration into
// the user's home.
var withoutConfigFolder = sync.OnceFunc(api.DisableConfigDir)

func readPDF(pdf []byte) (*model.Context, error) {
	withoutConfigFolder()
	conf := model.NewDefaultConfiguration()
	conf.Cmd = model.MERGECREATE
	conf.ValidationMode = model.ValidationRelaxed
	conf.WriteXRefStream, conf.WriteObjectStream = false, false
	conf.Offline = true
	return api.ReadAndValidate(bytes.NewReader(pdf), conf)
}

// active are the kinds of action that could do something on the reader's
// machine.
var active = map[string]bool{"JavaScript": true, "Launch": true, "ImportData": true, "SubmitForm": true, "Rendition": true, "GoToE": true}

// CheckAnnex implements quotes.Renderer: it reads the PDF as printing it behind an
// offer would. What is broken or protected, and what holds scripts, launch actions
// or files, is refused.
func (*Renderer) CheckAnnex(pdf []byte) (err error) {
	defer func() { // the library panics on some broken files
		if caught := recover(); caught != nil {
			err = unusable("annex-unreadable", "the PDF is broken and cannot be merged")
		}
	}()
	if !bytes.Contains(pdf[:min(1024, len(pdf))], []byte("%PDF-")) {
		return unusable("annex-unreadable", "the file is no PDF")
	}
	ctx, err := readPDF(pdf)
	if bytes.Contains(pdf, []byte("/Encrypt")) && (err != nil || ctx.E != nil || ctx.Encrypt != nil) {
		return unusable("annex-locked", "the PDF is protected by a password or by permissions: save it without protection first")
	}
	if err != nil {
		return unusable("annex-unreadable", "the PDF is broken and cannot be merged: %v", err)
	}
	for _, entry := range ctx.Table {
		if entry == nil || entry.Free {
			continue
		}
		if what := actives(entry.Object, 0); what != "" {
			return unusable("annex-active", "the PDF holds %s: save it without, for example by printing it to a PDF", what)
		}
	}
	if ctx.PageCount == 0 {
		return unusable("annex-empty", "the PDF has no pages")
	}
	return nil
}

func unusable(kind, format string, args ...any) error {
	return fault.New(fault.Invalid, kind, format, args...)
}

// actives names what an object holds that must not be sent to a customer.
func actives(o types.Object, depth int) string {
	if depth > 40 {
		return "objects nested too deep"
	}
	var inside []types.Object
	switch v := o.(type) {
	case types.StreamDict:
		return actives(v.Dict, depth+1)
	case types.Dict:
		if name := v.NameEntry("S"); name != nil && active[*name] {
			return "an action (" + *name + ")"
		}
		if name := v.NameEntry("Type"); name != nil && *name == "EmbeddedFile" {
			return "an attached file"
		}
		for key, value := range v {
			if key == "JS" || key == "JavaScript" || key == "XFA" {
				return "a script"
			}
			inside = append(inside, value)
		}
	case types.Array:
		inside = v
	}
	for _, value := range inside {
		if what := actives(value, depth+1); what != "" {
			return what
		}
	}
	return ""
}
