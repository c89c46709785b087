package layout

import (
	"maps"
	"slices"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// DefaultCode is the code of the template that quotes use unless they name
// another.
const DefaultCode = "standard"

// Paper is a sheet of paper.
type Paper string

// The papers.
const (
	A4     Paper = "a4"
	Letter Paper = "letter"
)

// Font is one of the embedded families.
type Font string

// The fonts.
const (
	Sans  Font = "sans"
	Serif Font = "serif"
)

// Options says where the chosen options of a configured line are printed.
type Options string

// The places of options.
const (
	OptionsInline Options = "inline" // under the line
	OptionsNone   Options = "none"
)

// Colours are written "#rrggbb".
type Colours struct {
	Accent string `json:"accent"`
	Ink    string `json:"ink"`
	Wash   string `json:"wash"`
}

// Show says what the table of lines has.
type Show struct {
	Options      Options `json:"options"`
	Codes        bool    `json:"codes"`
	Descriptions bool    `json:"descriptions"`
	Pictures     bool    `json:"pictures"`
	// Discounts are list price and discount of each line. What was taken off a
	// section or the whole is always printed, or the sums could not be followed.
	Discounts bool `json:"discounts"`
	// Steps are the public steps of the price under each line.
	Steps     bool `json:"steps"`
	LeadTimes bool `json:"lead_times"`
	Signature bool `json:"signature"`
}

// Annexes are what follows the offer.
type Annexes struct {
	Configuration   bool `json:"configuration"`
	BillOfMaterials bool `json:"bill_of_materials"`
	// Waterfall is for internal copies only: it is never in what is sent.
	Waterfall bool `json:"waterfall"`
}

// Texts replace or add to what is printed; an empty one leaves it as it is.
type Texts[T any] struct {
	// Opening stands before the lines of a quote without a covering text.
	Opening T `json:"opening"`
	// Closing stands before the signature.
	Closing T `json:"closing"`
	// Footer is added to the seller's particulars at the foot of each page.
	Footer T `json:"footer"`
	// SignatureHint says how to sign.
	SignatureHint T `json:"signature_hint"`
}

// Template is a template as published.
type Template struct {
	Code    string           `json:"code"`
	Name    lang.Text        `json:"name"`
	Paper   Paper            `json:"paper"`
	Font    Font             `json:"font"`
	Colours Colours          `json:"colours"`
	Logo    lang.Text        `json:"logo"`
	Show    Show             `json:"show"`
	Annexes Annexes          `json:"annexes"`
	Terms   lang.Text        `json:"terms"`
	Texts   Texts[lang.Text] `json:"texts"`

	// places are where the template's text names stored files, by digest.
	places map[string]fault.Position
}

// CheckFiles returns an issue for every file the template names that is not
// there, or is of another kind than its place takes. stored gives the media type
// by digest.
func (t Template) CheckFiles(stored map[string]string) []fault.Issue {
	var issues []fault.Issue
	check := func(files lang.Text, want, what string) {
		for _, tag := range slices.Sorted(maps.Keys(files)) {
			digest := files[tag]
			if stored[digest] == want {
				continue
			}
			message := "no " + what + " with this id has been uploaded"
			if stored[digest] != "" {
				message = "the file is no " + what
			}
			issue := fault.Issue{Kind: "file-missing", Position: t.places[digest], Message: message}
			if !slices.Contains(issues, issue) {
				issues = append(issues, issue)
			}
		}
	}
	check(t.Logo, JPEG, "picture")
	check(t.Terms, PDF, "PDF")
	return issues
}

// Files lists the pictures and files that the template refers to, in any
// language.
func (t Template) Files() []string { return slices.Sorted(maps.Keys(t.places)) }

// The media types of stored files.
const (
	JPEG = "image/jpeg"
	PDF  = "application/pdf"
)

// Layout is a version of a template in one language, as a snapshot keeps it.
// Its zero value stands for Default.
type Layout struct {
	Code    string        `json:"code"`
	Version int           `json:"version,omitempty"`
	Paper   Paper         `json:"paper"`
	Font    Font          `json:"font"`
	Colours Colours       `json:"colours"`
	Logo    string        `json:"logo,omitempty"`
	Show    Show          `json:"show"`
	Annexes Annexes       `json:"annexes"`
	Terms   string        `json:"terms,omitempty"`
	Texts   Texts[string] `json:"texts"`
}

// Default is the template of a company that has published none.
func Default() Template {
	return Template{
		Code: DefaultCode, Name: lang.New("Standard", "Standard"), Paper: A4, Font: Sans,
		Colours: Colours{Accent: "#1f4e5f", Ink: "#181d27", Wash: "#f5f7f9"},
		Show:    Show{Options: OptionsInline, Codes: true, Descriptions: true, Pictures: true, Discounts: true, LeadTimes: true, Signature: true},
		Annexes: Annexes{Waterfall: true},
	}
}

// In returns the template in a language. Pictures and files fall back to the
// default language, as texts do.
func (t Template) In(tag string) Layout {
	return Layout{
		Code: t.Code, Paper: t.Paper, Font: t.Font, Colours: t.Colours, Logo: t.Logo.In(tag), Show: t.Show, Annexes: t.Annexes,
		Terms: t.Terms.In(tag),
		Texts: Texts[string]{Opening: t.Texts.Opening.In(tag), Closing: t.Texts.Closing.In(tag), Footer: t.Texts.Footer.In(tag),
			SignatureHint: t.Texts.SignatureHint.In(tag)},
	}
}

// Files lists the pictures and files that the layout refers to.
func (l Layout) Files() []string {
	var out []string
	for _, digest := range []string{l.Logo, l.Terms} {
		if digest != "" {
			out = append(out, digest)
		}
	}
	return out
}
