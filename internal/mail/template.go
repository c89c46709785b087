package mail

import (
	"bytes"
	"cmp"
	_ "embed"
	htmltemplate "html/template"
	"strings"
	"text/template"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/quotes"
)

// standard are the product's own templates. It never changes.
var standard = map[quotes.MailKind]quotes.MailTemplate{
	quotes.OfferMail: {
		Subject: lang.New("Your quote {{.Number}}{{with .Title}}: {{.}}{{end}}", "Votre devis {{.Number}}{{with .Title}} : {{.}}{{end}}"),
		Text: lang.New(`Hello{{with .Name}} {{.}}{{end}},

{{with .Message}}{{.}}

{{end}}{{if not .Message}}thank you for your interest. Here is our quote {{.Number}} for {{.Customer}}, {{.Net}} excl. VAT.

{{end}}Read it, ask a question or accept it here, without an account:
{{.Link}}

It is valid until {{.ValidUntil}}. The PDF is attached.

Kind regards
{{.Rep}}
{{.Seller}}{{with .RepPhone}}
{{.}}{{end}}
`, `Bonjour{{with .Name}} {{.}}{{end}},

{{with .Message}}{{.}}

{{end}}{{if not .Message}}Merci de votre intérêt. Voici notre devis {{.Number}} pour {{.Customer}}, d’un montant de {{.Net}} HT.

{{end}}Pour le lire, poser une question ou l’accepter, sans créer de compte :
{{.Link}}

Il est valable jusqu’au {{.ValidUntil}}. Le PDF est joint.

Bien cordialement,
{{.Rep}}
{{.Seller}}{{with .RepPhone}}
{{.}}{{end}}
`)},
	quotes.ReminderMail: {
		Subject: lang.New("A reminder: quote {{.Number}}, valid until {{.ValidUntil}}", "Rappel : devis {{.Number}}, valable jusqu’au {{.ValidUntil}}"),
		Text: lang.New(`Hello{{with .Name}} {{.}}{{end}},

{{with .Message}}{{.}}{{else}}our quote {{.Number}} still waits for your answer. Is anything unclear, or should something be different? A word is enough.{{end}}

It is here until {{.ValidUntil}}:
{{.Link}}

Kind regards
{{.Rep}}
{{.Seller}}
`, `Bonjour{{with .Name}} {{.}}{{end}},

{{with .Message}}{{.}}{{else}}Notre devis {{.Number}} attend toujours votre réponse. Un point à éclaircir, quelque chose à changer ? Un mot suffit.{{end}}

Il est ici jusqu’au {{.ValidUntil}} :
{{.Link}}

Bien cordialement,
{{.Rep}}
{{.Seller}}
`)},
	quotes.CodeMail: {
		Subject: lang.New("{{.Code}} is your code to accept quote {{.Number}}", "{{.Code}} : votre code pour accepter le devis {{.Number}}"),
		Text: lang.New(`Hello{{with .Name}} {{.}}{{end}},

your code to accept quote {{.Number}} by {{.Seller}} is

{{.Code}}

It is good for 15 minutes. If you did not ask for it, please ignore this mail: nothing is accepted without the code.
`, `Bonjour{{with .Name}} {{.}}{{end}},

Votre code pour accepter le devis {{.Number}} de {{.Seller}} :

{{.Code}}

Il est valable 15 minutes. Si vous n’avez rien demandé, ignorez ce message : sans le code, rien n’est accepté.
`)},
	quotes.ReceiptMail: {
		Subject: lang.New("Receipt: you have accepted quote {{.Number}}", "Reçu : vous avez accepté le devis {{.Number}}"),
		Text: lang.New(`Hello{{with .Name}} {{.}}{{end}},

thank you! {{.Signer}} accepted quote {{.Number}} on {{.When}}: {{.Net}} excl. VAT, {{.Gross}} incl. VAT. The receipt and the quote are attached.

{{.Rep}} takes care of what comes next.
{{.Seller}}
`, `Bonjour{{with .Name}} {{.}}{{end}},

Merci ! {{.Signer}} a accepté le devis {{.Number}} le {{.When}} : {{.Net}} HT, {{.Gross}} TTC. Le reçu et le devis sont joints.

{{.Rep}} s’occupe de la suite.
{{.Seller}}
`)},
	quotes.AnswerMail: {
		Subject: lang.New("Your question about quote {{.Number}}", "Votre question sur le devis {{.Number}}"),
		Text: lang.New(`Hello{{with .Name}} {{.}}{{end}},

{{.Message}}

The quote, with your question and this answer:
{{.Link}}

Kind regards
{{.Rep}}
{{.Seller}}
`, `Bonjour{{with .Name}} {{.}}{{end}},

{{.Message}}

Le devis, avec votre question et cette réponse :
{{.Link}}

Bien cordialement,
{{.Rep}}
{{.Seller}}
`)},
	quotes.AcceptedMail: {
		Subject: lang.New("Accepted: {{.Number}}, {{.Customer}}, {{.Net}}", "Accepté : {{.Number}}, {{.Customer}}, {{.Net}}"),
		Text: lang.New(`{{.Signer}} accepted {{.Number}} for {{.Customer}} on {{.When}}: {{.Net}} excl. VAT. The receipt is attached.

{{.Link}}
`, `{{.Signer}} a accepté {{.Number}} pour {{.Customer}} le {{.When}} : {{.Net}} HT. Le reçu est joint.

{{.Link}}
`)},
	quotes.DeclinedMail: {
		Subject: lang.New("Declined: {{.Number}}, {{.Customer}}", "Décliné : {{.Number}}, {{.Customer}}"),
		Text: lang.New(`{{.Customer}} has declined {{.Number}} ({{.Net}} excl. VAT).{{with .Message}} {{.}}{{end}}

{{.Link}}
`, `{{.Customer}} a décliné {{.Number}} ({{.Net}} HT).{{with .Message}} {{.}}{{end}}

{{.Link}}
`)},
	quotes.QuestionMail: {
		Subject: lang.New("Question about {{.Number}}, {{.Customer}}", "Question sur {{.Number}}, {{.Customer}}"),
		Text: lang.New(`{{with .Signer}}{{.}}{{else}}The customer{{end}} asks about {{.Number}} ({{.Customer}}):

{{.Message}}

Answer on the quote:
{{.Link}}
`, `{{with .Signer}}{{.}}{{else}}Le client{{end}} demande au sujet de {{.Number}} ({{.Customer}}) :

{{.Message}}

Répondez depuis le devis :
{{.Link}}
`)},
	quotes.FollowUpMail: {
		Subject: lang.New("To follow up today: {{.Number}}, {{.Customer}}", "À relancer aujourd’hui : {{.Number}}, {{.Customer}}"),
		Text: lang.New(`You wanted to come back to {{.Number}} today: {{.Customer}}, {{.Net}} excl. VAT, valid until {{.ValidUntil}}.

{{.Link}}
`, `Vous vouliez relancer {{.Number}} aujourd’hui : {{.Customer}}, {{.Net}} HT, valable jusqu’au {{.ValidUntil}}.

{{.Link}}
`)},
}

//go:embed frame.html
var frameText string

// frame is what every HTML part looks like that has no template of its own.
var frame = htmltemplate.Must(htmltemplate.New("frame").Parse(frameText))

// framed is what the frame shows.
type framed struct {
	quotes.MailFields
	Language, Colour, Subject, Button string
	// Paragraphs are the text's, the link apart.
	Paragraphs []string
}

// words of the button that leads to the page.
var buttons = map[bool]lang.Text{
	true:  lang.New("Open the quote", "Ouvrir le devis"),
	false: lang.New("Open in Quotient", "Ouvrir dans Quotient"),
}

// render fills the template of a kind: the company's own where it has one.
func render(kind quotes.MailKind, own quotes.MailTemplate, f quotes.MailFields, language, colour string) (Letter, error) {
	std := standard[kind]
	l := Letter{Language: language}
	var err error
	if l.Subject, err = fill(cmp.Or(own.Subject[language], std.Subject.In(language)), f); err != nil {
		return l, err
	}
	l.Subject = strings.Join(strings.Fields(l.Subject), " ")
	if l.Text, err = fill(cmp.Or(own.Text[language], std.Text.In(language)), f); err != nil {
		return l, err
	}
	var out bytes.Buffer
	if text := own.HTML[language]; text != "" {
		t, err := htmltemplate.New("").Parse(text)
		if err != nil {
			return l, err
		}
		err = t.Execute(&out, f)
		l.HTML = out.String()
		return l, err
	}
	shown := framed{MailFields: f, Language: language, Colour: colour, Subject: l.Subject, Button: buttons[kind.ToCustomer()].In(language)}
	for _, p := range strings.Split(strings.TrimSpace(l.Text), "\n\n") {
		if f.Link != "" {
			p = strings.TrimSpace(strings.ReplaceAll(p, f.Link, ""))
		}
		if p != "" && p != f.Code {
			shown.Paragraphs = append(shown.Paragraphs, p)
		}
	}
	err = frame.Execute(&out, shown)
	l.HTML = out.String()
	return l, err
}

func fill(text string, f quotes.MailFields) (string, error) {
	t, err := template.New("").Parse(text)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	err = t.Execute(&out, f)
	return out.String(), err
}
