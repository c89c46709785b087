package buyer

import (
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes"
)

// field is a form's field without the spaces around it.
func (q *request) field(name string) string { return strings.TrimSpace(q.r.PostFormValue(name)) }

// to sends the browser to another page of the offer.
func (q *request) to(where string, query url.Values) {
	if q.r.FormValue("lang") != "" {
		query.Set("lang", q.language)
	}
	target := where
	if len(query) > 0 {
		path, fragment, _ := strings.Cut(where, "#")
		if target = path + "?" + query.Encode(); fragment != "" {
			target += "#" + fragment
		}
	}
	http.Redirect(q.w, q.r, "/b/"+q.r.PathValue("token")+"/"+target, http.StatusSeeOther)
}

// choice repeats the lines that the form chose.
func (q *request) choices() url.Values {
	out := url.Values{}
	for field, values := range q.r.PostForm {
		if field == "option" || strings.HasPrefix(field, "alternative-") {
			out[field] = values
		}
	}
	return out
}

// choose shows what the choice comes to, for browsers without JavaScript.
func (h *Handler) choose(q *request) error {
	q.to("#total", q.choices())
	return nil
}

// settled shows the offer as it is when it can no longer be answered.
func (h *Handler) settled(q *request) bool {
	if q.offer.State == quotes.Sent {
		return false
	}
	p := h.page(q)
	p.Notice = p.Say("changed state")
	h.render(q, http.StatusConflict, p)
	return true
}

// accept checks what the buyer entered, and goes on to its confirmation.
func (h *Handler) accept(q *request) error {
	if h.settled(q) {
		return nil
	}
	p := h.page(q)
	p.Entry = Entry{Name: q.field("name"), Email: q.field("email"), PONumber: q.field("po_number"), Reason: q.field("reason"), Chosen: p.ChosenExtras()}
	p.Wrong = p.Entry.check(q.offer, p.Mail)
	if q.field("consent") == "" {
		p.Wrong["consent"] = "consent wrong"
	}
	if len(p.Wrong) > 0 || q.choice != nil || len(q.offer.Broken) > 0 {
		if p.Notice == "" {
			p.Notice = p.Say("mistakes")
		}
		h.render(q, http.StatusUnprocessableEntity, p)
		return nil
	}
	a, err := h.service.begin(q.r.Context(), q.visit, p.Entry, p.ToBuyer("consent", q.offer.Snapshot.Customer.Name), q.language)
	if err != nil {
		return err
	}
	q.to("confirm", url.Values{"a": {a.ID.String()}})
	return nil
}

// reviewed opens the offer with the choice of the attempt that the request
// names.
func (h *Handler) reviewed(q *request) (*page, Attempt, error) {
	id, err := identity.Parse(q.r.FormValue("a"))
	if err != nil {
		return nil, Attempt{}, noOffer()
	}
	a, err := h.service.attempt(q.r.Context(), q.visit, id)
	if err != nil {
		return nil, a, err
	}
	v, err := h.service.open(q.r.Context(), q.r.PathValue("token"), a.Chosen)
	if err != nil {
		return nil, a, err
	}
	q.visit = v
	p := h.page(q)
	p.Attempt, p.Entry = &a, a.Entry
	p.Title = p.Say("confirm") + " · " + p.Title
	return p, a, nil
}

// review shows what is about to be accepted, and asks for the code.
func (h *Handler) review(q *request) error {
	if q.offer.State != quotes.Sent {
		q.to("", url.Values{})
		return nil
	}
	p, a, err := h.reviewed(q)
	if fault.CodeOf(err) == fault.NotFound {
		q.to("", url.Values{})
		return nil
	}
	if err != nil {
		return err
	}
	if p.Mail {
		said, err := h.service.Mailer.CodeRefused(q.r.Context(), a.Tenant, a.ID)
		if err != nil {
			return err
		}
		if said != "" {
			p.Notice = p.Say("code refused", a.Email, said)
		}
	}
	h.write(q.w, q.r, http.StatusOK, "confirm.html", p)
	return nil
}

// confirm accepts the offer for good. Whoever confirms twice, or at the same
// moment as somebody else, sees the one acceptance with its receipt.
func (h *Handler) confirm(q *request) error {
	if q.offer.State != quotes.Sent {
		q.to("", url.Values{})
		return nil
	}
	p, a, err := h.reviewed(q)
	if err != nil {
		return err
	}
	if q.field("again") != "" {
		return h.again(q, a)
	}
	err = h.service.confirm(q.r.Context(), q.visit, a, q.field("code"), addressOf(q.r), q.r.UserAgent())
	switch fault.CodeOf(err) {
	case "", fault.Conflict:
		q.to("", url.Values{})
		return nil
	case fault.Invalid:
		p.Wrong["code"] = kindOf(err)
		h.write(q.w, q.r, http.StatusUnprocessableEntity, "confirm.html", p)
		return nil
	}
	return err
}

// again begins the acceptance anew, with a new code.
func (h *Handler) again(q *request, a Attempt) error {
	fresh, err := h.service.begin(q.r.Context(), q.visit, a.Entry, a.Consent, a.Language)
	if err != nil {
		return err
	}
	q.to("confirm", url.Values{"a": {fresh.ID.String()}})
	return nil
}

// question records a question of the buyer.
func (h *Handler) question(q *request) error {
	if h.settled(q) {
		return nil
	}
	p := h.page(q)
	p.Question, p.Asker = q.field("question"), q.field("name")
	if n := utf8.RuneCountInString(p.Question); n == 0 || n > maxText {
		p.Wrong["question"] = "text wrong"
	}
	if utf8.RuneCountInString(p.Asker) > maxField {
		p.Wrong["asker"] = "too long"
	}
	if len(p.Wrong) > 0 {
		p.Notice = p.Say("mistakes")
		h.render(q, http.StatusUnprocessableEntity, p)
		return nil
	}
	if err := h.service.ask(q.r.Context(), q.visit, p.Asker, p.Question); err != nil {
		return err
	}
	q.to("#questions", url.Values{"asked": {"1"}})
	return nil
}

// decline records the buyer's no.
func (h *Handler) decline(q *request) error {
	if h.settled(q) {
		return nil
	}
	p := h.page(q)
	p.Loss = quotes.Loss{Reason: q.field("reason"), Text: q.field("text")}
	if !known(q.offer.LossReasons, p.Loss.Reason) {
		p.Wrong["loss"] = "reason wrong"
	}
	if utf8.RuneCountInString(p.Loss.Text) > maxText {
		p.Wrong["text"] = "too long"
	}
	if len(p.Wrong) > 0 {
		p.Notice = p.Say("mistakes")
		h.render(q, http.StatusUnprocessableEntity, p)
		return nil
	}
	_, err := h.service.Quotes.Reject(q.r.Context(), q.actor, quotes.Target{Revision: q.link.Revision}, p.Loss)
	if err != nil && fault.CodeOf(err) != fault.Conflict {
		return err
	}
	q.to("", url.Values{})
	return nil
}
