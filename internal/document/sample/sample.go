// Package sample has quotes to print: the ones that the printed document is
// tested and looked at with, and that templates are tried on.
package sample

import (
	"fmt"
	"strings"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// Sample is a quote that can be made in each language.
type Sample struct {
	Name string
	make func(say func(en, fr string) string) quotes.Snapshot
}

// All are: one line; twelve configured lines with pictures; 300 lines in
// sections; recurring amounts; several rates of VAT; long texts.
func All() []Sample {
	return []Sample{
		{"one-line", oneLine},
		{"configured", configured},
		{"sections", func(say func(en, fr string) string) quotes.Snapshot { return sections(say, 10, 30) }},
		{"recurring", recurring},
		{"rates", rates},
		{"long-texts", longTexts},
	}
}

// Sections is a quote of count sections with as many lines each.
func Sections(tag string, count, each int) quotes.Snapshot {
	return Sample{"", func(say func(en, fr string) string) quotes.Snapshot { return sections(say, count, each) }}.In(tag, layout.Default())
}

// In makes the sample in a language, laid out by a template.
func (s Sample) In(tag string, t layout.Template) quotes.Snapshot {
	out := s.make(func(en, fr string) string { return lang.New(en, fr).In(tag) })
	out.Language, out.Layout = tag, t.In(tag)
	for _, section := range out.Sections {
		for i := range section.Lines {
			if !t.Show.Steps {
				section.Lines[i].Steps = nil
			}
		}
	}
	return out
}

func dec(s string) money.Decimal { return money.MustParse(s) }

// base is a quote without lines, complete in everything else.
func base(say func(en, fr string) string) quotes.Snapshot {
	return quotes.Snapshot{
		Schema: quotes.SnapshotSchema, Number: "Q-2026-000123", Label: "A-R1",
		Currency: money.MustParseCurrency("EUR"),
		Issued:   civil.MustParse("2026-03-09"), ValidUntil: civil.MustParse("2026-04-08"),
		Seller: quotes.Seller{
			Name: "Cycles Fontaine", LegalForm: "SAS au capital de 100 000 €",
			Address: quotes.Address{Street: "12 rue de la Part-Dieu", PostalCode: "69003", City: "Lyon", Country: "FR"},
			SIREN:   "123 456 782", RCS: "RCS Lyon 123 456 782", VATNumber: "FR32 123456782",
			Phone: "+33 4 72 00 00 00", Email: "contact@cycles-fontaine.example", Website: "cycles-fontaine.example",
			IBAN: "FR76 3000 6000 0112 3456 7890 189",
		},
		Customer: quotes.SnapshotParty{
			Name: "Ville de Valence", VATNumber: "FR40 200000001",
			Address: &quotes.Address{Name: "Direction des mobilités", Street: "1 place de la Liberté", PostalCode: "26000", City: "Valence", Country: "FR"},
		},
		Contact: "Claire Besançon",
		Rep:     quotes.SnapshotPerson{Name: "Amélie Dufour", Email: "amelie.dufour@cycles-fontaine.example", Phone: "+33 6 12 34 56 78"},
		PaymentTerms: say("30 days from invoice date, by bank transfer. Late payment: three times the legal interest rate, and a fixed sum of €40 for recovery costs.",
			"30 jours date de facture, par virement. Pénalités de retard : trois fois le taux d’intérêt légal, et indemnité forfaitaire de recouvrement de 40 €."),
		LeadDays: 35,
		Terms:    strings.Repeat(say("The offer holds until the date stated above. Ownership passes on full payment. ", "L’offre est valable jusqu’à la date indiquée ci-dessus. La propriété est transférée au paiement complet. "), 30),
	}
}

// line is a firm line with a tax rate of 20 %.
func line(position int, sku, name, quantity, unitNet, net string) quotes.SnapshotLine {
	return quotes.SnapshotLine{Position: fmt.Sprint(position), SKU: sku, Name: name, Quantity: dec(quantity), Unit: "C62", Period: quotes.OneOff,
		ListUnit: dec(unitNet), UnitNet: dec(unitNet), Net: dec(net), FinalNet: dec(net), TaxCategory: "S", TaxRate: dec("20"), Selected: true}
}

// total fills the totals of a quote whose lines are all one-off at one rate.
func total(s quotes.Snapshot) quotes.Snapshot {
	var net money.Decimal
	for i, section := range s.Sections {
		var sub money.Decimal
		for _, l := range section.Lines {
			if l.Selected {
				sub = sub.Add(l.FinalNet)
			}
		}
		s.Sections[i].Subtotals = []quotes.SnapshotAmount{{Period: quotes.OneOff, Net: sub}}
		net = net.Add(sub)
	}
	vat := net.Mul(dec("0.2")).Round(2)
	s.Taxes = []quotes.SnapshotTax{{Category: "S", Rate: dec("20"), Period: quotes.OneOff, Base: net, Amount: vat}}
	s.Totals.OneOff = quotes.PeriodTotal{Net: net, VAT: vat, Gross: net.Add(vat)}
	s.Totals.TCV = net
	return s
}

func oneLine(say func(en, fr string) string) quotes.Snapshot {
	s := base(say)
	s.Sections = []quotes.SnapshotSection{{Lines: []quotes.SnapshotLine{
		line(1, "SRV-AUDIT", say("Audit of a bicycle fleet", "Audit d’un parc de vélos"), "1", "1234.5", "1234.5")}}}
	return total(s)
}

func configured(say func(en, fr string) string) quotes.Snapshot {
	s := base(say)
	s.Title = say("Renewal of the municipal bicycle fleet", "Renouvellement du parc municipal de vélos")
	s.Cover = say("Dear Ms Besançon,\n\nThank you for your request of 2 March. Please find below our offer for twelve bicycles, made in our workshop in Lyon and delivered ready to ride.",
		"Madame,\n\nNous vous remercions de votre demande du 2 mars. Vous trouverez ci-dessous notre offre pour douze vélos, assemblés dans notre atelier de Lyon et livrés prêts à rouler.")
	s.ShipTo = &quotes.Address{Name: "Centre technique municipal", Street: "Chemin de la Forêt 14", PostalCode: "26000", City: "Valence", Country: "FR"}
	var lines []quotes.SnapshotLine
	models := []string{"Azur", "Boréal", "Cévennes", "Drôme"}
	for i := range 12 {
		l := line(i+1, fmt.Sprintf("BIKE-%02d", i+1), say("City bike ", "Vélo de ville ")+models[i%4], "1", "1615", "1615")
		l.Model, l.ListUnit, l.Picture = "city-bike", dec("1700"), models[i%4]
		l.Components = []quotes.SnapshotComponent{
			{Item: "FR-ALU-50", Name: say("Frame, aluminium, 50 cm", "Cadre aluminium, 50 cm"), Quantity: dec("1"), Unit: "C62"},
			{Item: "WH-28", Name: say("Wheel 28 inches, 36 spokes", "Roue 28 pouces, 36 rayons"), Quantity: dec("2"), Unit: "C62"},
			{Item: "BELT-118", Name: say("Belt, 118 teeth", "Courroie, 118 dents"), Quantity: dec("1"), Unit: "C62"},
			{Item: "CABLE", Name: say("Brake cable", "Gaine de frein"), Quantity: dec("2.4"), Unit: "MTR"},
		}
		l.Description = say("Aluminium frame, maintenance-free belt drive, puncture-proof tyres.", "Cadre aluminium, transmission par courroie sans entretien, pneus anti-crevaison.")
		l.Options = []quotes.SnapshotOption{
			{Label: say("Frame", "Cadre"), Value: say("Low step-through, 50 cm", "Ouvert, 50 cm")},
			{Label: say("Colour", "Couleur"), Value: say("Traffic red RAL 3020", "Rouge signalisation RAL 3020")},
			{Label: say("Drive", "Transmission"), Value: say("Hub gear, 8 speeds", "Moyeu à 8 vitesses")},
			{Label: say("Luggage rack", "Porte-bagages"), Value: say("Rear, 25 kg, with elastic straps and a mount for a child seat", "Arrière, 25 kg, avec sandows et fixation pour siège d’enfant")},
		}
		switch i {
		case 10:
			l.Optional, l.Selected = true, false
		case 11:
			l.Alternative, l.Selected = "drive", false
		}
		lines = append(lines, l)
	}
	s.Files = map[string][]byte{}
	for i, name := range models {
		s.Files[name] = bicycle(i)
	}
	s.Sections = []quotes.SnapshotSection{{Lines: lines}}
	s = total(s)
	s.Schedule = []quotes.SnapshotDue{
		{Label: say("Deposit", "Acompte"), Percent: dec("30"), Due: "order", Amount: dec("5814")},
		{Label: say("On delivery", "À la livraison"), Percent: dec("60"), Due: "delivery", Amount: dec("11628")},
		{Label: say("Balance", "Solde"), Percent: dec("10"), Due: "30", Amount: dec("1938")},
	}
	s.Delivery = say("Delivered to the place named, unloaded.", "Livraison à l’adresse indiquée, déchargement compris.")
	s.Incoterm = "DAP Valence"
	return s
}

func sections(say func(en, fr string) string, count, each int) quotes.Snapshot {
	s := base(say)
	s.Title = say("Conveyors and spare parts", "Convoyeurs et pièces de rechange")
	n := 0
	for i := range count {
		section := quotes.SnapshotSection{Title: fmt.Sprintf("%s %d", say("Hall", "Hall"), i+1)}
		for range each {
			n++
			l := line(n, fmt.Sprintf("PART-%04d", n), say("Idler roller Ø 89 mm", "Rouleau porteur Ø 89 mm"), "12", "19.9", "238.8")
			l.ListUnit = dec("22.5")
			section.Lines = append(section.Lines, l)
		}
		s.Sections = append(s.Sections, section)
	}
	return total(s)
}

func recurring(say func(en, fr string) string) quotes.Snapshot {
	s := base(say)
	s.TermMonths = 36
	month := line(2, "CARE-PLUS", say("Maintenance, two visits a year", "Entretien, deux visites par an"), "20", "9.9", "198")
	month.Period = quotes.Monthly
	year := line(3, "GPS", say("Anti-theft tracking", "Suivi antivol"), "20", "24", "480")
	year.Period = quotes.Yearly
	ask := line(4, "", say("Custom livery after your drawing", "Livrée sur mesure selon votre dessin"), "1", "0", "0")
	ask.OnRequest, ask.Optional, ask.Selected = true, true, false
	s.Sections = []quotes.SnapshotSection{{Lines: []quotes.SnapshotLine{
		line(1, "BIKE-01", say("City bike Azur", "Vélo de ville Azur"), "20", "1615", "32300"), month, year, ask}}}
	amounts := func(net string) quotes.PeriodTotal {
		vat := dec(net).Mul(dec("0.2"))
		return quotes.PeriodTotal{Net: dec(net), VAT: vat, Gross: dec(net).Add(vat)}
	}
	s.Totals = quotes.SnapshotTotals{OneOff: amounts("32300"), Month: amounts("198"), Year: amounts("480"), TCV: dec("40868")}
	for _, p := range []struct {
		period quotes.Period
		total  quotes.PeriodTotal
	}{{quotes.OneOff, s.Totals.OneOff}, {quotes.Monthly, s.Totals.Month}, {quotes.Yearly, s.Totals.Year}} {
		s.Taxes = append(s.Taxes, quotes.SnapshotTax{Category: "S", Rate: dec("20"), Period: p.period, Base: p.total.Net, Amount: p.total.VAT})
	}
	return s
}

func rates(say func(en, fr string) string) quotes.Snapshot {
	s := base(say)
	s.Title = say("Renovation of a bicycle shelter", "Rénovation d’un abri à vélos")
	s.Seller.Trade = quotes.BuildingTrade
	s.Seller.Insurance = say("Ten-year liability: Assurances du Rhône, 8 cours Lafayette, 69003 Lyon, policy 55-8812. Covered: metropolitan France.",
		"Garantie décennale : Assurances du Rhône, 8 cours Lafayette, 69003 Lyon, contrat 55-8812. Couverture géographique : France métropolitaine.")
	s.Seller.Waste = say("About 3 m³ of inert waste and 200 kg of wood, sorted on site, taken to the recycling centre of Valence. Removal and treatment are included.",
		"Environ 3 m³ de déchets inertes et 200 kg de bois, triés sur place et apportés à la déchèterie de Valence. Enlèvement et traitement compris.")
	works := line(1, "WORKS", say("Roof renovation", "Rénovation de la toiture"), "86.5", "142.35", "12313.28")
	works.Unit, works.TaxRate = "MTK", dec("10")
	works.Steps = []quotes.SnapshotStep{{Label: say("Tier from 50 m²", "Palier dès 50 m²"), Amount: dec("-648.75")}, {Label: say("Access surcharge", "Majoration d’accès"), Amount: dec("350")}}
	insulation := line(2, "INSUL", say("Insulation", "Isolation"), "86.5", "38", "3287")
	insulation.Unit, insulation.TaxRate = "MTK", dec("5.5")
	export := line(3, "TRAIN", say("Training abroad", "Formation à l’étranger"), "2", "900", "1800")
	export.Unit, export.TaxRate, export.TaxCategory = "DAY", dec("0"), "AE"
	discounted := line(4, "RACK", say("Bicycle racks", "Arceaux"), "24", "89", "2136")
	discounted.FinalNet = dec("1922.4")
	s.Sections = []quotes.SnapshotSection{
		{Title: say("Works", "Travaux"), Lines: []quotes.SnapshotLine{works, insulation}, Subtotals: []quotes.SnapshotAmount{{Period: quotes.OneOff, Net: dec("15600.28")}}},
		{Title: say("Equipment and training", "Équipement et formation"), Lines: []quotes.SnapshotLine{export, discounted}, Subtotals: []quotes.SnapshotAmount{{Period: quotes.OneOff, Net: dec("3722.4")}}},
	}
	reason := say("Reverse charge: VAT is due by the customer, article 196 of Directive 2006/112/EC.", "Autoliquidation : TVA due par le preneur, article 196 de la directive 2006/112/CE.")
	s.Taxes = []quotes.SnapshotTax{
		{Category: "S", Rate: dec("20"), Period: quotes.OneOff, Base: dec("2017.4"), Amount: dec("403.48")},
		{Category: "S", Rate: dec("10"), Period: quotes.OneOff, Base: dec("12313.28"), Amount: dec("1231.33")},
		{Category: "S", Rate: dec("5.5"), Period: quotes.OneOff, Base: dec("3287"), Amount: dec("180.79")},
		{Category: "AE", Rate: dec("0"), Period: quotes.OneOff, Base: dec("1800"), Reason: reason},
	}
	s.Charges = []quotes.SnapshotCharge{
		{Label: say("Freight", "Port"), Period: quotes.OneOff, Net: dec("85.00"), TaxCategory: "S", TaxRate: dec("20")},
		{Label: say("Eco-contribution", "Éco-participation"), Period: quotes.OneOff, Net: dec("7.50"), TaxCategory: "S", TaxRate: dec("20")},
		{Label: say("Eco-contribution", "Éco-participation"), Period: quotes.OneOff, Net: dec("2.50"), TaxCategory: "S", TaxRate: dec("20")},
	}
	s.Totals.OneOff = quotes.PeriodTotal{Net: dec("19417.68"), VAT: dec("1815.6"), Gross: dec("21233.28")}
	s.Totals.Discount, s.Totals.TCV = dec("-213.6"), dec("19417.68")
	return s
}

func longTexts(say func(en, fr string) string) quotes.Snapshot {
	s := base(say)
	var note strings.Builder
	for i := range 1000 {
		fmt.Fprintf(&note, "%s%d ", say("word", "mot"), i)
		if i%120 == 119 {
			note.WriteString("\n\n")
		}
	}
	s.Customer.Name = strings.Repeat(say("Intermunicipal Association for the Development of Bicycle Traffic ", "Syndicat intercommunal pour le développement des circulations cyclables "), 3)
	s.Cover = note.String()
	l := line(1, strings.Repeat("LONGSKU", 30), strings.Repeat(say("An unusually long name ", "Un nom exceptionnellement long "), 12), "1234567.125", "98765.4321", "121929012345.67")
	l.Description = note.String()
	l.Note = strings.Repeat("x", 10_000)
	l.Options = []quotes.SnapshotOption{{Label: say("Engraving", "Gravure"), Value: strings.Repeat("Œuvre à façon — ", 60)}}
	l.TaxRate = dec("20")
	s.Sections = []quotes.SnapshotSection{{Title: strings.Repeat(say("A title that does not end ", "Un titre qui n’en finit pas "), 8), Lines: []quotes.SnapshotLine{l}}}
	return total(s)
}
