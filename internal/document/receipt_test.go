package document_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/document/sample"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// accepted is the offer of a sample as a buyer has accepted it: the lines that
// count, with all the evidence there is.
func accepted(t *testing.T, name, tag string) quotes.Offer {
	t.Helper()
	o := quotes.Offer{Zone: time.FixedZone("CET", 3600), DecidedAt: time.Date(2026, time.March, 12, 13, 5, 7, 0, time.UTC),
		Proof: strings.Repeat("0123456789abcdef", 4)}
	for _, s := range sample.All() {
		if s.Name == name {
			o.Snapshot = s.In(tag, layout.Default())
		}
	}
	for _, s := range o.Snapshot.Sections {
		for i := range s.Lines {
			s.Lines[i].ID = identity.NewID()
			if s.Lines[i].Selected {
				o.Chosen = append(o.Chosen, s.Lines[i].ID)
			}
		}
	}
	totals := o.Snapshot.Totals
	o.Totals = quotes.Totals{OneOff: totals.OneOff, Month: totals.Month, Year: totals.Year, TCV: totals.TCV}
	for _, tax := range o.Snapshot.Taxes {
		o.Taxes = append(o.Taxes, quotes.Tax{Category: tax.Category, Rate: tax.Rate, Period: tax.Period, Base: tax.Base, Amount: tax.Amount, Reason: lang.New(tax.Reason, tax.Reason)})
	}
	for _, c := range o.Snapshot.Charges {
		o.Charges = append(o.Charges, quotes.Charge{Name: lang.New(c.Label, c.Label), Period: c.Period, Net: c.Net})
	}
	o.Acceptance = &quotes.Acceptance{Signer: "Claire Besançon, acheteuse", Email: "claire.besancon@valence.example", PONumber: "BC-2026-0417",
		Consent: lang.New("I accept this quote in the name of Ville de Valence and place the order. Agreed.", "J’accepte ce devis au nom de Ville de Valence et passe commande. Bon pour accord.").In(tag),
		Address: "203.0.113.24", Agent: "Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Mobile/15E148 Safari/604.1",
		DocumentHash: strings.Repeat("fedcba9876543210", 4)}
	return o
}

// What a receipt says, in both languages: several rates of VAT, and amounts of
// every period.
func TestGoldenReceipts(t *testing.T) {
	for _, name := range []string{"rates", "recurring"} {
		for _, tag := range lang.Supported() {
			t.Run(name+"-"+tag, func(t *testing.T) {
				t.Parallel()
				pdf, err := renderer(t).Receipt(t.Context(), accepted(t, name, tag))
				if err != nil {
					t.Fatal(err)
				}
				if dir := os.Getenv("QUOTIENT_PDFS"); dir != "" {
					if err := os.WriteFile(filepath.Join(dir, "receipt-"+name+"-"+tag+".pdf"), pdf, 0o644); err != nil {
						t.Fatal(err)
					}
				}
				run(t, pdf, "qpdf", "--check", "FILE")
				golden(t, "receipt-"+name+"-"+tag, text(t, pdf))
			})
		}
	}
}
