package api_test

import (
	"cmp"
	"encoding/xml"
	"fmt"
	"html"
	"math/rand/v2"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// figures are the numbers of one quote as one reader finds them, by name:
// "net", "vat", "gross", "base 5.5" and "vat 5.5" of a rate of VAT, the same with
// " month" or " year", and per line
// "1 quantity", "1 unit", "1 net" (as printed) and "1 final" (after all
// discounts).
type figures map[string]money.Decimal

func (f figures) add(t testing.TB, name, text string) {
	t.Helper()
	d, err := money.Parse(text)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	f[name] = d
}

// rate adds what a reader shows of one rate of VAT, and to the VAT of its period.
func (f figures) rate(t testing.TB, rate, suffix, base, amount string) {
	t.Helper()
	f.add(t, "base "+rate+suffix, base)
	f.add(t, "vat "+rate+suffix, amount)
	f["vat"+suffix] = f["vat"+suffix].Add(f["vat "+rate+suffix])
}

// readers are the places where a customer or a machine finds the numbers of a
// sent quote. Each returns what it shows; what it shows must be what the API
// says, and the totals must be among it, with the lines where lines says so.
var readers = []struct {
	name  string
	lines bool
	read  func(t testing.TB, c *client, path, language string) figures
}{
	{"PDF", true, readPDF},
	{"UBL", true, readUBL},
	{"the buyer's page", true, readPage},
}

// Whatever the quote, everybody is told the same numbers, to the cent.
func TestNumbersAgree(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	w.taxed("EX-HELMET", "reduced")
	w.taxed("EX-LOCK", "intermediate")
	w.taxed("SV-FLEET-MON", "reduced")
	rep := w.user("Rep", identity.Rep, identity.Manager)
	mixed := 0
	for seed := range uint64(8) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			language := []string{"fr", "en"}[seed%2]
			path := randomQuote(t, rep.in(t), rand.New(rand.NewPCG(seed, 11)), language)
			want := readAPI(t, rep.in(t), path)
			if _, reduced := want["vat 5.5"]; reduced {
				mixed++ // the seat is at the full rate
			}
			for _, r := range readers {
				name, got := r.name, r.read(t, rep.in(t), path, language)
				for total := range want {
					if _, ok := got[total]; !ok && isTotal.MatchString(total) && !(name == "UBL" && recurring.MatchString(total)) {
						t.Errorf("%s does not show the %s", name, total)
					}
				}
				for figure, value := range got {
					if expected, known := want[figure]; !known || !expected.Equal(value) {
						t.Errorf("%s: %s is %s, the API says %s", name, figure, value, expected)
					}
				}
				if r.lines && len(got) < 3+2*want.lines() {
					t.Errorf("%s shows %d figures of %d lines: %v", name, len(got), want.lines(), got)
				}
			}
		})
	}
	if mixed == 0 {
		t.Error("no quote has two rates of VAT")
	}
}

// taxed gives an item of the company's another class of VAT.
func (w *world) taxed(sku, class string) {
	w.t.Helper()
	item, err := w.goods.Item(w.t.Context(), w.root, sku)
	if err == nil {
		item.TaxClass = class
		_, err = w.goods.SaveItems(w.t.Context(), w.root, []catalog.Item{item})
	}
	if err != nil {
		w.t.Fatal(err)
	}
}

// isTotal tells the totals from the figures of lines. UBL has the VAT of
// recurring amounts and no totals of them.
var (
	isTotal   = regexp.MustCompile(`^(net|base|vat|gross)`)
	recurring = regexp.MustCompile(`^(net|gross) `)
)

// lines is the number of firm lines.
func (f figures) lines() (n int) {
	for name := range f {
		if strings.HasSuffix(name, " final") {
			n++
		}
	}
	return n
}

// randomQuote sends a quote of items, services and configured bicycles, with discounts on
// lines and on the whole.
func randomQuote(t *testing.T, rep *client, r *rand.Rand, language string) (path string) {
	t.Helper()
	lines := list{object{"item": "EX-SEAT", "quantity": fmt.Sprint(1 + r.IntN(9))}} // all totals have something one-off
	for range 1 + r.IntN(8) {
		line := object{"item": []string{"EX-HELMET", "EX-LOCK", "EX-PUMP"}[r.IntN(3)], "quantity": fmt.Sprint(1 + r.IntN(400))}
		switch r.IntN(5) {
		case 0:
			line = object{"item": []string{"SV-BIKE-YEAR", "SV-FLEET-MON"}[r.IntN(2)], "quantity": fmt.Sprint(1 + r.IntN(40))}
		case 1:
			line = object{"model": "city-bike", "picks": cityBike, "quantity": fmt.Sprint(1 + r.IntN(20))}
		}
		if r.IntN(2) == 0 {
			line["manual"] = object{"kind": "percent", "value": fmt.Sprintf("%d.%d", r.IntN(9), r.IntN(10))}
		}
		if r.IntN(5) == 0 {
			line["optional"] = true
		}
		lines = append(lines, line)
	}
	body := object{"customer": object{"name": "ACME", "language": language, "addresses": list{object{"code": "main", "street": "1 rue A",
		"postal_code": "69001", "city": "Lyon", "country": "FR"}}}, "lines": lines, "language": language}
	if r.IntN(2) == 0 {
		body["discount"] = object{"kind": "percent", "value": fmt.Sprintf("%d.%02d", r.IntN(3), r.IntN(100))}
	}
	made := rep.post("/v1/quotes", body, fresh()).want(http.StatusCreated)
	path = "/v1/revisions/" + made.text("id")
	made = rep.post(path+"/submit", nil, ifMatch(made)).want(http.StatusOK)
	rep.post(path+"/send", nil, ifMatch(made)).want(http.StatusOK)
	return path
}

// periodSuffixes end the names of a charging period's totals; perPeriod are the
// same as people read them.
var (
	periodSuffixes = map[string]string{"one_off": "", "month": " month", "year": " year"}
	perPeriod      = map[string]string{"": "", "par mois": " month", "par an": " year", "per month": " month", "per year": " year"}
)

func readAPI(t testing.TB, c *client, path string) figures {
	t.Helper()
	out := figures{}
	r := c.get(path).want(http.StatusOK)
	for period, suffix := range periodSuffixes {
		if r.text("totals/"+period+"/gross") == "0" {
			continue
		}
		for _, total := range []string{"net", "vat", "gross"} {
			out.add(t, total+suffix, r.text("totals/"+period+"/"+total))
		}
	}
	for n := range r.count("taxes") {
		at := fmt.Sprintf("taxes/%d/", n)
		name := r.text(at+"rate") + periodSuffixes[r.text(at+"period")]
		out.add(t, "base "+name, r.text(at+"base"))
		out.add(t, "vat "+name, r.text(at+"amount"))
	}
	for n := range r.count("lines") {
		at, position := fmt.Sprintf("lines/%d/", n), r.text(fmt.Sprintf("lines/%d/position", n))
		out.add(t, position+" quantity", r.text(at+"quantity"))
		out.add(t, position+" unit", r.text(at+"price/unit_net"))
		out.add(t, position+" net", r.text(at+"price/net"))
		if r.text(at+"optional") != "true" {
			out.add(t, position+" final", r.text(at+"price/final_net"))
		}
	}
	return out
}

// spaces makes every space a plain one.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ")

// Lines and totals of the printed quote. Columns stand apart by two spaces or
// more.
var (
	printedLine  = regexp.MustCompile(`^ *(\d+) {2,}.* {2,}([\d., ]+) \pL+ {2,}(\S.*?\S) {2,}[\d.,]+ ?% {1,}(\S.*\S)$`)
	printedTotal = regexp.MustCompile(`(?:^|  )(Total HT|Total TTC|Total excl\. VAT|Total incl\. VAT)(?: (p[ae]r \pL+))? {2,}(\S.*\S)$`)
	printedRate  = regexp.MustCompile(`^ *([\d.,]+) ?%(?: (p[ae]r \pL+))? {2,}(\S.*?) {2,}(\S.*?)(?:  |$)`)
	printedVAT   = regexp.MustCompile(`(?:^|  )(?:TVA|VAT) ([\d.,]+) ?%(?: (p[ae]r \pL+))? {2,}(\S.*\S)$`)
	totalNames   = map[string]string{"Total HT": "net", "Total TTC": "gross", "Total excl. VAT": "net", "Total incl. VAT": "gross"}
)

func readPDF(t testing.TB, c *client, path, language string) figures {
	t.Helper()
	out, summed := figures{}, map[string]string{}
	number := func(s string) string { return plainNumber(s, language) }
	text := pdfText(t, c.get(path+"/document").want(http.StatusOK).body)
	for row := range strings.SplitSeq(spaces.Replace(text), "\n") {
		if m := printedLine.FindStringSubmatch(row); m != nil {
			out.add(t, m[1]+" quantity", number(m[2]))
			out.add(t, m[1]+" unit", number(m[3]))
			out.add(t, m[1]+" net", number(m[4]))
		}
		if m := printedRate.FindStringSubmatch(row); m != nil {
			out.rate(t, number(m[1]), perPeriod[m[2]], number(m[3]), number(m[4]))
		}
		if m := printedVAT.FindStringSubmatch(row); m != nil {
			summed["vat "+number(m[1])+perPeriod[m[2]]] = number(m[3])
		}
		if m := printedTotal.FindStringSubmatch(row); m != nil {
			out.add(t, totalNames[m[1]]+perPeriod[m[2]], number(m[3]))
		}
	}
	for name, amount := range summed { // the totals repeat what the table of VAT says
		if !money.MustParse(amount).Equal(out[name]) {
			t.Errorf("the totals say %s is %s, the table %s", name, amount, out[name])
		}
	}
	if len(summed) == 0 {
		t.Error("the totals show no VAT")
	}
	return out
}

func readUBL(t testing.TB, c *client, path, _ string) figures {
	t.Helper()
	var doc struct {
		Tax []struct {
			Amount string `xml:"TaxAmount"`
			Rates  []struct {
				Base   string `xml:"TaxableAmount"`
				Amount string `xml:"TaxAmount"`
				Rate   string `xml:"TaxCategory>Percent"`
				Period string `xml:"TaxCategory>Name"`
			} `xml:"TaxSubtotal"`
		} `xml:"TaxTotal"`
		Net   string `xml:"QuotedMonetaryTotal>TaxExclusiveAmount"`
		Gross string `xml:"QuotedMonetaryTotal>PayableAmount"`
		Lines []struct {
			ID       string `xml:"ID"`
			Quantity string `xml:"Quantity"`
			Final    string `xml:"LineExtensionAmount"`
			Unit     string `xml:"Price>PriceAmount"`
		} `xml:"QuotationLine>LineItem"`
	}
	if err := xml.Unmarshal(c.get(path+"/ubl").want(http.StatusOK).body, &doc); err != nil {
		t.Fatal(err)
	}
	out := figures{}
	out.add(t, "net", doc.Net)
	for _, tax := range doc.Tax {
		suffix := ""
		for _, r := range tax.Rates {
			suffix = periodSuffixes[cmp.Or(r.Period, "one_off")]
			out.rate(t, r.Rate, suffix, r.Base, r.Amount)
		}
		out.add(t, "vat"+suffix, tax.Amount)
	}
	out.add(t, "gross", doc.Gross)
	for _, l := range doc.Lines {
		out.add(t, l.ID+" quantity", l.Quantity)
		out.add(t, l.ID+" unit", l.Unit)
		out.add(t, l.ID+" final", l.Final)
	}
	return out
}

// plainNumber turns an amount as people read it into one that machines read.
func plainNumber(s, language string) string {
	s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "€", "", "\u2212", "-").Replace(s)
	if language == "fr" {
		return strings.ReplaceAll(s, ",", ".")
	}
	return strings.ReplaceAll(s, ",", "")
}

// Totals of the page on which the customer answers: a list for each charging
// period, and one over the whole term, which is left out. Its lines stand in the
// order of their positions; of a single piece only the amount is shown.
var (
	shownLine   = regexp.MustCompile(`(?s)<li class="line">.*?</li>`)
	shownMany   = regexp.MustCompile(`<span class="many">([\d., \x{a0}\x{202f}]+)[^<]* × ([^<]*)</span>`)
	shownAmount = regexp.MustCompile(`<span class="amount">(?:\+\x{a0})?([^<]*?)(?: (?:par|per) \pL+)?</span>`)
	shownSums   = regexp.MustCompile(`(?s)<dl class="sum">.*?</dl>`)
	shownPeriod = regexp.MustCompile(`<div class="period"><dt>([^<]*)</dt>`)
	shownVAT    = regexp.MustCompile(`^(?:TVA|VAT) ([\d.,]+) ?% (?:sur|on) (.*)$`)
	shownSum    = regexp.MustCompile(`<div(?: class="(net|gross)")?><dt>([^<]*)</dt><dd>([^<]*)</dd>`)
)

func readPage(t testing.TB, c *client, path, language string) figures {
	t.Helper()
	shown := c.w.visitor(c.post(path+"/links", nil).want(http.StatusCreated).text("url")).open("")
	out := figures{}
	number := func(s string) string { return plainNumber(html.UnescapeString(s), language) }
	for n, line := range shownLine.FindAllString(shown.body, -1) {
		position, amount := fmt.Sprint(n+1), shownAmount.FindStringSubmatch(line)
		if amount == nil {
			t.Fatalf("no amount in %s", line)
		}
		many := []string{"", "1", amount[1]}
		if m := shownMany.FindStringSubmatch(line); m != nil {
			many = m
		}
		out.add(t, position+" quantity", number(many[1]))
		out.add(t, position+" unit", number(many[2]))
		out.add(t, position+" net", number(amount[1]))
	}
	for _, list := range shownSums.FindAllString(shown.body, -1) {
		if !strings.Contains(list, `class="gross"`) {
			continue
		}
		suffix := ""
		if m := shownPeriod.FindStringSubmatch(list); m != nil {
			suffix = perPeriod[m[1]]
		}
		for _, m := range shownSum.FindAllStringSubmatch(list, -1) {
			if rate := shownVAT.FindStringSubmatch(spaces.Replace(html.UnescapeString(m[2]))); rate != nil {
				out.rate(t, number(rate[1]), suffix, number(rate[2]), number(m[3]))
			} else if m[1] != "" {
				out.add(t, m[1]+suffix, number(m[3]))
			}
		}
	}
	return out
}
