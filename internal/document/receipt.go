package document

import (
	"context"
	"fmt"
	"slices"
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
	"eidas": lang.New("This acceptance is a simple electronic signature within the meaning of article 3(10) of Regulation (EU) No 910/2014 (eIDAS). It is neither an advanced nor a qualified one. The evidence above is kept with the quote in a chain of hashes that shows any later change.",
		"Cette acceptation est une signature électronique simple au sens de l’article 3, point 10, du règlement (UE) n° 910/2014 (eIDAS) ; elle n’est ni avancée ni qualifiée. Les éléments de preuve ci-dessus sont conservés avec le devis dans une chaîne d’empreintes qui révèle toute modification ultérieure."),
}

// Receipt makes the document that proves an acceptance: the same offer gives the
// same bytes.
func (r *Renderer) Receipt(ctx context.Context, o quotes.Offer) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := acceptedSnapshot(o)
	fonts := r.fonts[s.Layout.Font]
	paper := &writer{Snapshot: s, voice: newVoice(s), fonts: fonts, theme: newTheme(s.Layout.Colours), pictures: newGallery(s)}
	paper.begin()
	w := &receiptWriter{writer: paper, offer: o}
	w.write()
	return generate(w.flow, metadata{title: w.word("title") + " " + s.Number, author: s.Seller.Name, created: o.DecidedAt.UTC()})
}

// acceptedSnapshot is the snapshot of an offer with the amounts of what has been
// accepted of it.
func acceptedSnapshot(o quotes.Offer) quotes.Snapshot {
	s := o.Snapshot
	s.Layout = layoutOf(s)
	s.Layout.Show.Pictures = false
	s.Totals = quotes.SnapshotTotals{OneOff: o.Totals.OneOff, Month: o.Totals.Month, Year: o.Totals.Year, TCV: o.Totals.TCV}
	s.Taxes = nil
	for _, t := range o.Taxes {
		s.Taxes = append(s.Taxes, quotes.SnapshotTax{Category: t.Category, Rate: t.Rate, Period: t.Period, Base: t.Base, Amount: t.Amount, Reason: t.Reason.In(s.Language)})
	}
	return s
}

// receiptWriter lays out one receipt, on the seller's paper.
type receiptWriter struct {
	*writer
	offer quotes.Offer
}

func (w *receiptWriter) word(name string) string { return receiptWords[name].In(w.tag) }

func (w *receiptWriter) write() {
	left, inner := w.flow.size.left, w.flow.size.inner()
	w.flow.put(w.letterhead())
	w.flow.put(gap(4))
	head := &column{fonts: w.fonts, width: inner}
	head.add(w.word("title"), face{20, true, w.accent})
	w.flow.together(0, head.blocks(left)...)

	w.flow.put(gap(5.5))
	w.put(slices.Concat([]block{w.title(w.word("what")), gap(1)}, w.pair("offer", w.reference()+w.titled(), w.body),
		w.pair("seller", w.Seller.Name, w.body), w.pair("customer", w.Customer.Name, w.body)))
	w.flow.put(gap(4))
	w.lines()
	w.flow.put(gap(3))
	both, below := w.taxesAndSums()
	w.flow.put(both)
	w.flow.together(1, below...)

	w.evidence()
	for i, p := range w.flow.pages {
		w.frame(p, i)
	}
}

// evidence is what proves the acceptance and what that is in law, on one page.
func (w *receiptWriter) evidence() {
	a, email := w.offer.Acceptance, w.offer.Acceptance.Email
	if email == "" {
		email = w.word("no code")
	}
	machine := w.small.on(w.ink)
	w.flow.put(gap(5.5))
	w.put(slices.Concat(
		[]block{w.title(w.word("evidence")), gap(1)},
		w.pair("signer", a.Signer, w.body),
		w.pair("email", email, w.body),
		w.pair("at", w.moment(), w.body),
		w.pair("po", a.PONumber, w.body),
		w.pair("consent", a.Consent, w.body),
		w.pair("address", a.Address, machine),
		w.pair("agent", a.Agent, machine),
		w.pair("document", inEights(a.DocumentHash), machine),
		w.pair("proof", inEights(w.offer.Proof), machine),
		[]block{gap(4)},
		paragraph(w.fonts, w.word("eidas"), w.small, w.flow.size.left, w.flow.size.inner()),
	))
}

func (w *receiptWriter) titled() string {
	if w.Title == "" {
		return ""
	}
	return ", " + w.Title
}

// moment is the instant of the acceptance, in the seller's zone and in UTC.
func (w *receiptWriter) moment() string {
	local := w.offer.DecidedAt.In(w.offer.Zone)
	return fmt.Sprintf("%s %s (%s UTC)", w.date(civil.Of(local)), local.Format("15:04:05 MST"), w.offer.DecidedAt.UTC().Format("15:04:05"))
}

// put keeps blocks together on one page.
func (w *receiptWriter) put(blocks []block) { w.flow.together(len(blocks), blocks...) }

// pair is a label on the left and its value on the right; an empty value gives
// nothing.
func (w *receiptWriter) pair(name, value string, f face) []block {
	const labels = 58
	if value == "" {
		return nil
	}
	label := w.column(labels - 4)
	label.add(w.word(name), w.small)
	text := w.column(w.flow.size.inner() - labels)
	text.add(value, f)
	left := w.flow.size.left
	out := text.blocks(left + labels)
	if len(out) > 0 {
		first := out[0]
		out[0] = block{height: max(first.height, label.height()), draw: func(p *page, y float64) {
			label.draw(p, left, y)
			first.draw(p, y)
		}}
	}
	return append(out, gap(1))
}

// lines lists what was accepted with quantities and amounts, then the charges, of
// one name in one row.
func (w *receiptWriter) lines() {
	for _, s := range w.Sections {
		for _, l := range s.Lines {
			if w.offer.Takes(l.ID) {
				w.row(l.Name, w.amountOf(l.Quantity, l.Unit), w.periodic(l.FinalNet, l.Period))
			}
		}
	}
	type charge struct {
		name   string
		period quotes.Period
	}
	var order []charge
	sums := map[charge]money.Decimal{}
	for _, c := range w.offer.Charges {
		this := charge{c.Name.In(w.tag), c.Period}
		if _, known := sums[this]; !known {
			order = append(order, this)
		}
		sums[this] = sums[this].Add(c.Net)
	}
	for _, c := range order {
		w.row(c.name, "", w.periodic(sums[c], c.period))
	}
}

// row is one accepted thing, with a rule under it.
func (w *receiptWriter) row(name, quantity, amount string) {
	const names, quantities, above, below = 96, 122, 1, 1.1
	left, inner := w.flow.size.left, w.flow.size.inner()
	text := &column{fonts: w.fonts, width: names}
	text.add(name, w.body)
	height := above + max(text.height(), w.body.leading()) + below
	w.flow.put(block{height: height, draw: func(p *page, y float64) {
		base := y + above + w.body.baseline()
		text.draw(p, left, y+above)
		w.rightText(p, quantity, w.body, left+quantities, base)
		w.rightText(p, amount, w.body, left+inner-2, base)
		p.fill(left, y+height-0.2, inner, 0.2, w.line)
	}})
}

func (w *receiptWriter) periodic(d money.Decimal, p quotes.Period) string {
	return strings.TrimSpace(w.money(d) + " " + w.per(p))
}

// inEights parts a digest so that it can be read and compared, in lines of four.
func inEights(digest string) string {
	var out strings.Builder
	for i := 0; i < len(digest); i += 8 {
		switch {
		case i > 0 && i%32 == 0:
			out.WriteByte('\n')
		case i > 0:
			out.WriteByte(' ')
		}
		out.WriteString(digest[i:min(i+8, len(digest))])
	}
	return out.String()
}
