package document

import (
	"context"
	"fmt"
	"strings"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// receiptWords are the texts of receipts, by a short name.
var receiptWords = map[string]lang.Text{
	"title":    lang.New("Receipt of acceptance", "Accusé de réception d’acceptation"),
	"offer":    lang.New("Quote", "Devis"),
	"seller":   lang.New("Seller", "Vendeur"),
	"customer": lang.New("Customer", "Client"),
	"signer":   lang.New("Accepted by", "Accepté par"),
	"email":    lang.New("E-mail address, confirmed by a code", "Adresse e-mail, confirmée par un code"),
	"no code":  lang.New("not asked for", "non demandée"),
	"at":       lang.New("Time", "Date et heure"),
	"po":       lang.New("Order number", "N° de commande"),
	"consent":  lang.New("Declaration", "Déclaration"),
	"address":  lang.New("IP address", "Adresse IP"),
	"agent":    lang.New("Browser", "Navigateur"),
	"document": lang.New("Fingerprint of the PDF (SHA-256)", "Empreinte du PDF (SHA-256)"),
	"proof":    lang.New("Entry in the audit chain (SHA-256)", "Inscription au journal d’audit (SHA-256)"),
	"what":     lang.New("What has been accepted", "Ce qui a été accepté"),
	"evidence": lang.New("Evidence", "Éléments de preuve"),
	"net":      lang.New("Total excl. VAT", "Total HT"),
	"vat":      lang.New("VAT", "TVA"),
	"gross":    lang.New("Total incl. VAT", "Total TTC"),
	"eidas": lang.New("This acceptance is a simple electronic signature within the meaning of article 3(10) of Regulation (EU) No 910/2014 (eIDAS). It is neither an advanced nor a qualified one. The evidence above is kept with the quote in a chain of hashes that shows any later change.",
		"Cette acceptation est une signature électronique simple au sens de l’article 3, point 10, du règlement (UE) n° 910/2014 (eIDAS) ; elle n’est ni avancée ni qualifiée. Les éléments de preuve ci-dessus sont conservés avec le devis dans une chaîne d’empreintes qui révèle toute modification ultérieure."),
}

// Receipt makes the document that proves an acceptance: the same offer gives the
// same bytes.
func (r *Renderer) Receipt(ctx context.Context, o quotes.Offer) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	v := newVoice(o.Snapshot)
	as := layoutOf(o.Snapshot)
	fonts := r.fonts[as.Font]
	w := &receiptWriter{Offer: o, voice: v, theme: newTheme(as.Colours), fonts: fonts, flow: newFlow(sizeOf(as.Paper), fonts)}
	w.write()
	return generate(w.flow, metadata{title: w.word("title") + " " + o.Snapshot.Number, author: o.Snapshot.Seller.Name, created: o.DecidedAt.UTC()})
}

// receiptWriter lays out one receipt.
type receiptWriter struct {
	quotes.Offer
	voice
	theme
	fonts fonts
	flow  *flow
}

func (w *receiptWriter) word(name string) string { return receiptWords[name].In(w.tag) }

func (w *receiptWriter) write() {
	left, inner := w.flow.size.left, w.flow.size.inner()
	head := &column{fonts: w.fonts, width: inner}
	head.add(w.Snapshot.Seller.Name, face{12, true, w.ink})
	head.space(9)
	head.add(w.word("title"), face{20, true, w.accent})
	head.space(4)
	w.flow.together(0, head.blocks(left)...)

	w.heading(w.word("what"))
	w.pair("offer", w.Snapshot.Number+"-"+w.Snapshot.Label+w.titled())
	w.pair("seller", w.Snapshot.Seller.Name)
	w.pair("customer", w.Snapshot.Customer.Name)
	w.flow.put(gap(3))
	w.lines()
	w.totals()

	a := w.Acceptance
	w.heading(w.word("evidence"))
	w.pair("signer", a.Signer)
	email := a.Email
	if email == "" {
		email = w.word("no code")
	}
	w.pair("email", email)
	w.pair("at", w.moment())
	w.pair("po", a.PONumber)
	w.pair("consent", a.Consent)
	w.pair("address", a.Address)
	w.pair("agent", a.Agent)
	w.pair("document", inEights(a.DocumentHash))
	w.pair("proof", inEights(w.Proof))
	w.flow.put(gap(6))
	w.flow.together(3, paragraph(w.fonts, w.word("eidas"), w.small, left, inner)...)
	for _, p := range w.flow.pages {
		p.fill(0, 0, w.flow.size.width, 2, w.accent)
	}
}

func (w *receiptWriter) titled() string {
	if w.Snapshot.Title == "" {
		return ""
	}
	return ", " + w.Snapshot.Title
}

// moment is the instant of the acceptance, in the seller's zone and in UTC.
func (w *receiptWriter) moment() string {
	local := w.DecidedAt.In(w.Zone)
	return fmt.Sprintf("%s %s (%s UTC)", w.date(civil.Of(local)), local.Format("15:04:05 MST"), w.DecidedAt.UTC().Format("15:04:05"))
}

func (w *receiptWriter) heading(text string) {
	title := textLine(text, w.theme.heading, w.flow.size.left)
	w.flow.put(gap(5))
	w.flow.together(3, title, gap(1.5))
}

// pair is a label on the left and its value on the right; an empty value prints
// nothing.
func (w *receiptWriter) pair(name, value string) {
	const labels = 58
	if value == "" {
		return
	}
	label := &column{fonts: w.fonts, width: labels - 4}
	label.add(w.word(name), w.small)
	text := &column{fonts: w.fonts, width: w.flow.size.inner() - labels}
	text.add(value, w.body)
	left := w.flow.size.left
	for i, line := range text.blocks(left + labels) {
		if i > 0 {
			w.flow.put(line)
			continue
		}
		w.flow.put(block{height: max(line.height, label.height()), draw: func(p *page, y float64) {
			label.draw(p, left, y)
			line.draw(p, y)
		}})
	}
	w.flow.put(gap(1))
}

// lines lists the accepted lines with quantity and amount.
func (w *receiptWriter) lines() {
	rows := &column{fonts: w.fonts, width: w.flow.size.inner()}
	for _, s := range w.Snapshot.Sections {
		for _, l := range s.Lines {
			if w.Takes(l.ID) {
				rows.amount(w.amountOf(l.Quantity, l.Unit)+"  "+l.Name, w.periodic(l.FinalNet, l.Period), w.body)
				rows.space(0.8)
			}
		}
	}
	for _, c := range w.Charges {
		rows.amount(c.Name.In(w.tag), w.periodic(c.Net, c.Period), w.body)
	}
	rows.space(2)
	w.flow.together(0, rows.blocks(w.flow.size.left)...)
}

func (w *receiptWriter) periodic(d money.Decimal, p quotes.Period) string {
	return strings.TrimSpace(w.money(d) + " " + w.per(p))
}

func (w *receiptWriter) totals() {
	sums := &column{fonts: w.fonts, width: w.flow.size.inner()}
	for _, t := range []struct {
		period quotes.Period
		total  quotes.PeriodTotal
	}{{quotes.OneOff, w.Totals.OneOff}, {quotes.Monthly, w.Totals.Month}, {quotes.Yearly, w.Totals.Year}} {
		if t.total.Net.IsZero() && t.total.Gross.IsZero() {
			continue
		}
		sums.amount(w.word("net"), w.periodic(t.total.Net, t.period), w.strong)
		sums.amount(w.word("vat"), w.periodic(t.total.VAT, t.period), w.body)
		sums.amount(w.word("gross"), w.periodic(t.total.Gross, t.period), w.strong)
		sums.space(1.5)
	}
	w.flow.together(3, sums.blocks(w.flow.size.left)...)
}

// inEights parts a digest so that it can be read and compared.
func inEights(digest string) string {
	var parts []string
	for i := 0; i < len(digest); i += 8 {
		parts = append(parts, digest[i:min(i+8, len(digest))])
	}
	return strings.Join(parts, " ")
}
