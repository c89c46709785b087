package quotes

import (
	"fmt"
	htmltemplate "html/template"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"text/template"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// MailKind is what a mail is about.
type MailKind string

// The kinds. The first five go to the customer, the others to the owner.
const (
	OfferMail    MailKind = "offer"
	ReminderMail MailKind = "reminder" // of an offer that waits
	CodeMail     MailKind = "code"     // to confirm an acceptance
	ReceiptMail  MailKind = "receipt"  // of an acceptance
	AnswerMail   MailKind = "answer"   // to a question
	AcceptedMail MailKind = "accepted"
	DeclinedMail MailKind = "declined"
	QuestionMail MailKind = "question"
	FollowUpMail MailKind = "follow_up"
)

// MailKinds lists every kind.
func MailKinds() []MailKind {
	return []MailKind{OfferMail, ReminderMail, CodeMail, ReceiptMail, AnswerMail, AcceptedMail, DeclinedMail, QuestionMail, FollowUpMail}
}

// ToCustomer reports whether mails of the kind go to the customer.
func (k MailKind) ToCustomer() bool {
	return slices.Contains([]MailKind{OfferMail, ReminderMail, CodeMail, ReceiptMail, AnswerMail}, k)
}

// MailTemplate is what mails of a kind say, in the language of Go's text/template
// over MailFields. An empty part keeps the product's own wording; without HTML
// the text is shown in the product's frame.
type MailTemplate struct {
	Subject lang.Text `json:"subject,omitempty"`
	Text    lang.Text `json:"text,omitempty"`
	HTML    lang.Text `json:"html,omitempty"`
}

// MailFields are what a mail can name.
type MailFields struct {
	// Number is "Q-2026-000123-A-R1".
	Number, Title, Seller, Customer string
	// Name is whom the mail addresses, "" where that is not known.
	Name string
	// Rep is who answers for the offer.
	Rep, RepEmail, RepPhone string
	// Net and Gross are the total with its currency, ValidUntil a day in words.
	Net, Gross, ValidUntil string
	// Link leads to the customer's page, or for the owner to the quote.
	Link string
	// Message is what the rep, or the customer, wrote.
	Message string
	// Code confirms an acceptance; Signer accepted at the time When.
	Code, Signer, When string
}

// templatePlace is where Go's templates report a mistake: "template: name:3:12:".
var templatePlace = regexp.MustCompile(`^(?:html/)?template: ?[^:]*:(\d+)(?::(\d+))?:\s*(?:executing "[^"]*" at )?`)

// checkMails returns an issue for each template that cannot be used, with the
// place of its mistake.
func checkMails(mails map[MailKind]MailTemplate) []fault.Issue {
	var issues []fault.Issue
	for _, kind := range slices.Sorted(maps.Keys(mails)) {
		at := "/mail_templates/" + string(kind)
		if !slices.Contains(MailKinds(), kind) {
			names := make([]string, 0, len(MailKinds()))
			for _, k := range MailKinds() {
				names = append(names, string(k))
			}
			issues = append(issues, fault.Issue{Kind: "unknown-mail", Pointer: at, Message: fmt.Sprintf("there is no mail %q", kind),
				Suggestion: fault.Closest(string(kind), names)})
			continue
		}
		t := mails[kind]
		for _, part := range []struct {
			name  string
			texts lang.Text
			try   func(string) error
		}{{"subject", t.Subject, tryText}, {"text", t.Text, tryText}, {"html", t.HTML, tryHTML}} {
			for _, language := range slices.Sorted(maps.Keys(part.texts)) {
				pointer := at + "/" + part.name + "/" + language
				if !slices.Contains(lang.Supported(), language) {
					issues = append(issues, fault.Issue{Kind: "unknown-language", Pointer: pointer, Message: fmt.Sprintf("mails are written in %v, not in %q", lang.Supported(), language)})
					continue
				}
				if err := part.try(part.texts[language]); err != nil {
					issues = append(issues, templateIssue(pointer, err))
				}
			}
		}
	}
	return issues
}

func templateIssue(pointer string, err error) fault.Issue {
	out := fault.Issue{Kind: "invalid-template", Pointer: pointer, Message: err.Error()}
	if m := templatePlace.FindStringSubmatch(err.Error()); m != nil {
		out.Position.Line, _ = strconv.Atoi(m[1])
		if out.Position.Column, _ = strconv.Atoi(m[2]); out.Position.Column == 0 {
			out.Position.Column = 1
		}
		out.Message = err.Error()[len(m[0]):]
	}
	return out
}

func tryText(text string) error {
	t, err := template.New("").Parse(text)
	if err == nil {
		err = t.Execute(io.Discard, MailFields{})
	}
	return err
}

func tryHTML(text string) error {
	t, err := htmltemplate.New("").Parse(text)
	if err == nil {
		err = t.Execute(io.Discard, MailFields{})
	}
	return err
}
