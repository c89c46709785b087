package buyer

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"html/template"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/limit"
	"github.com/quotient-cpq/quotient/quotes"
)

// maxForm bounds what a form may bring.
const maxForm = 256 << 10

// Handler serves the pages under /b/. It takes the client's address from
// RemoteAddr, and keeps nothing between requests.
type Handler struct {
	service *Service
	pages   *template.Template
	assets  assets
	origins *http.CrossOriginProtection
	misses  *limit.Limiter
	log     *slog.Logger
	mux     *http.ServeMux
}

// NewHandler returns the pages over a service. misses limits how many addresses
// that lead nowhere one client may try.
func NewHandler(s *Service, misses *limit.Limiter, log *slog.Logger) (*Handler, error) {
	pages, err := template.ParseFS(templates, "templates/*.html")
	if err != nil {
		return nil, err
	}
	files, err := loadAssets()
	if err != nil {
		return nil, err
	}
	h := &Handler{service: s, pages: pages, assets: files, origins: http.NewCrossOriginProtection(), misses: misses, log: log, mux: http.NewServeMux()}
	h.mux.HandleFunc("GET /b/assets/page/{name}", h.assets.serve)
	h.mux.HandleFunc("GET /b/assets/brand/{name}", serveBrand)
	h.mux.HandleFunc("GET /b/{token}", h.slash)
	h.mux.HandleFunc("GET /b/{token}/{$}", h.visit(h.show))
	h.mux.HandleFunc("GET /b/{token}/total", h.visit(h.total))
	h.mux.HandleFunc("GET /b/{token}/document", h.visit(h.document))
	h.mux.HandleFunc("GET /b/{token}/receipt", h.visit(h.receipt))
	h.mux.HandleFunc("GET /b/{token}/logo", h.visit(h.logo))
	h.mux.HandleFunc("POST /b/{token}/choose", h.visit(h.choose))
	h.mux.HandleFunc("POST /b/{token}/accept", h.visit(h.accept))
	h.mux.HandleFunc("GET /b/{token}/confirm", h.visit(h.review))
	h.mux.HandleFunc("POST /b/{token}/confirm", h.visit(h.confirm))
	h.mux.HandleFunc("POST /b/{token}/question", h.visit(h.question))
	h.mux.HandleFunc("POST /b/{token}/decline", h.visit(h.decline))
	h.mux.HandleFunc("/b/", func(w http.ResponseWriter, r *http.Request) { h.nothing(w, r) })
	return h, nil
}

// contentSecurity lets a page load nothing but what this service serves.
const contentSecurity = "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; connect-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// ServeHTTP implements http.Handler.
func (h *Handler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	head := w.Header()
	head.Set("Content-Security-Policy", contentSecurity)
	head.Set("Referrer-Policy", "no-referrer")
	head.Set("X-Robots-Tag", "noindex, nofollow")
	head.Set("Cache-Control", "no-store")
	if err := h.origins.Check(r); err != nil {
		h.say(w, r, http.StatusForbidden, "broken")
		return
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	h.mux.ServeHTTP(w, r)
}

// slash sends the browser to the address whose relative links work.
func (h *Handler) slash(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/b/"+r.PathValue("token")+"/", http.StatusSeeOther)
}

// request is one visit with what the browser sent.
type request struct {
	visit
	w        http.ResponseWriter
	r        *http.Request
	language string
}

// visit opens the offer for a page, with the lines that the request chooses.
func (h *Handler) visit(do func(*request) error) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if err := r.ParseForm(); err != nil {
			h.say(w, r, http.StatusBadRequest, "broken")
			return
		}
		ids, readable := chosen(r)
		v, err := h.service.open(r.Context(), r.PathValue("token"), ids)
		choice := err
		if fault.CodeOf(err) == fault.Invalid || err == nil && !readable {
			if choice == nil {
				choice = fault.New(fault.Invalid, "choice-invalid", "a chosen line cannot be read")
			}
			v, err = h.service.open(r.Context(), r.PathValue("token"), nil)
		}
		if err != nil {
			h.fail(w, r, err)
			return
		}
		v.choice = choice
		if err := do(&request{v, w, r, h.language(r, v.offer)}); err != nil {
			h.fail(w, r, err)
		}
	}
}

// chosen reads the lines ticked and chosen; ok is false when one is no id.
func chosen(r *http.Request) (ids []identity.ID, ok bool) {
	ok = true
	for field, values := range r.Form {
		if field != "option" && !strings.HasPrefix(field, "alternative-") {
			continue
		}
		for _, v := range values {
			id, err := identity.Parse(v)
			if err != nil {
				ok = false
				continue
			}
			ids = append(ids, id)
		}
	}
	return ids, ok
}

// language is the one asked for, else the offer's.
func (h *Handler) language(r *http.Request, o quotes.Offer) string {
	return supported(r.FormValue("lang"), supported(o.Snapshot.Language, lang.Default))
}

func supported(tag, otherwise string) string {
	for _, s := range lang.Supported() {
		if lang.Primary(tag) == s {
			return s
		}
	}
	return otherwise
}

// page fills a page about the offer.
func (h *Handler) page(q *request) *page {
	today := civil.In(h.service.Now(), q.offer.Zone)
	p := newPage(q.offer, q.language, today, h.service.asksCodes(), h.assets.names)
	if q.link.Email != "" {
		p.Entry.Email = q.link.Email
	}
	if q.choice != nil {
		p.Notice = p.choiceWord(q.choice)
	}
	return p
}

// choiceWord explains why a choice was not taken.
func (p *page) choiceWord(err error) string {
	for _, i := range fault.IssuesOf(err) {
		if i.Kind == "choice-invalid" {
			return p.Say("choice two")
		}
	}
	return p.Say("choice gone")
}

// write renders a template, compressed where the browser takes it. No page holds
// a secret beside text that a stranger could choose.
func (h *Handler) write(w http.ResponseWriter, r *http.Request, status int, name string, p *page) {
	var out bytes.Buffer
	if err := h.pages.ExecuteTemplate(&out, name, p); err != nil {
		h.log.ErrorContext(r.Context(), "buyer page", "template", name, "error", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	head := w.Header()
	head.Set("Content-Type", "text/html; charset=utf-8")
	head.Set("Content-Language", p.Lang)
	head.Set("Vary", "Accept-Encoding, Accept-Language")
	if !strings.Contains(r.Header.Get("Accept-Encoding"), "gzip") {
		w.WriteHeader(status)
		_, _ = out.WriteTo(w) // a client that has gone is no failure
		return
	}
	head.Set("Content-Encoding", "gzip")
	w.WriteHeader(status)
	z := gzip.NewWriter(w)
	_, _ = out.WriteTo(z)
	_ = z.Close()
}

// say answers with a page that only says something.
func (h *Handler) say(w http.ResponseWriter, r *http.Request, status int, what string) {
	p := &page{voice: voice{Lang: supported(r.FormValue("lang"), lang.Pick(r.Header.Get("Accept-Language")))}, Colour: defaultColour, Assets: h.assets.names}
	p.Heading, p.Lead = p.Say(what), p.Say(what+" lead")
	if what == "nothing" {
		p.Help = p.Say("nothing help")
	}
	p.Title = p.Heading
	h.write(w, r, status, "message.html", p)
}

// nothing is the answer for every address that leads nowhere.
func (h *Handler) nothing(w http.ResponseWriter, r *http.Request) {
	if !h.misses.Allow(addressOf(r)) {
		h.busy(w, r)
		return
	}
	h.say(w, r, http.StatusNotFound, "nothing")
}

func (h *Handler) busy(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Retry-After", "60")
	h.say(w, r, http.StatusTooManyRequests, "busy")
}

func (h *Handler) fail(w http.ResponseWriter, r *http.Request, err error) {
	var f *fault.Error
	errors.As(err, &f)
	switch fault.CodeOf(err) {
	case fault.NotFound:
		h.nothing(w, r)
	case fault.RateLimited:
		h.busy(w, r)
	default:
		h.log.ErrorContext(r.Context(), "buyer page", "error", err)
		h.say(w, r, http.StatusServiceUnavailable, "broken")
	}
}

// addressOf is the client's address, as the server in front of us has found it.
func addressOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// show is the page of the offer.
func (h *Handler) show(q *request) error {
	if err := h.service.viewed(q.r.Context(), q.visit); err != nil {
		return err
	}
	p := h.page(q)
	if p.Notice == "" && q.r.FormValue("asked") != "" {
		p.Notice = p.Say("asked")
	}
	h.render(q, http.StatusOK, p)
	return nil
}

// render writes the page that the offer's state asks for.
func (h *Handler) render(q *request, status int, p *page) {
	var words string
	switch {
	case p.Open, p.Accepted:
		h.write(q.w, q.r, status, "offer.html", p)
		return
	case q.offer.State == quotes.Rejected:
		words = "declined"
	case q.offer.State == quotes.Superseded:
		words = "superseded"
	default:
		words = "withdrawn"
	}
	p.Heading, p.Lead = p.Say(words), p.Say(words+" lead", p.Rep.Name)
	if words == "declined" {
		p.Lead = p.Say("declined lead", p.Moment(q.offer.DecidedAt), p.Rep.Name)
	}
	p.Title = p.Heading
	h.write(q.w, q.r, status, "message.html", p)
}

// Preview renders the page of an offer that is not out: nothing on it can be
// answered, and nothing leads away from it. It is to be shown with
// PreviewSecurity.
func (h *Handler) Preview(o quotes.Offer, language string) ([]byte, error) {
	p := newPage(o, supported(language, supported(o.Snapshot.Language, lang.Default)), civil.In(h.service.Now(), o.Zone), h.service.asksCodes(), h.assets.names)
	p.Preview = true
	if p.Logo {
		p.LogoAt = template.URL("data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(o.Snapshot.Seller.Logo))
	}
	var out bytes.Buffer
	err := h.pages.ExecuteTemplate(&out, "offer.html", p)
	return out.Bytes(), err
}

// PreviewSecurity is the Content-Security-Policy of a preview: it may stand in a
// frame of this service, and sends nothing.
const PreviewSecurity = "default-src 'none'; img-src 'self' data:; style-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'"

// total is the part of the page that a change of the choice changes.
func (h *Handler) total(q *request) error {
	h.write(q.w, q.r, http.StatusOK, "total", h.page(q))
	return nil
}

func (h *Handler) document(q *request) error {
	d, err := h.service.Quotes.Document(q.r.Context(), q.actor, q.link.Revision)
	if err != nil {
		return err
	}
	s := q.offer.Snapshot
	return sendFile(q.w, d.Bytes, "application/pdf", s.Number+"-"+s.Label+".pdf")
}

func (h *Handler) receipt(q *request) error {
	d, err := h.service.Receipt(q.r.Context(), q.link.Tenant, q.link.Revision)
	if fault.CodeOf(err) == fault.Conflict {
		return noOffer()
	}
	if err != nil {
		return err
	}
	s := q.offer.Snapshot
	return sendFile(q.w, d.Bytes, "application/pdf", s.Number+"-"+s.Label+"-"+"receipt.pdf")
}

func (h *Handler) logo(q *request) error {
	if len(q.offer.Snapshot.Seller.Logo) == 0 {
		return noOffer()
	}
	q.w.Header().Set("Cache-Control", "private, max-age=3600")
	return sendFile(q.w, q.offer.Snapshot.Seller.Logo, "image/jpeg", "logo.jpg")
}

func sendFile(w http.ResponseWriter, content []byte, mime, name string) error {
	w.Header().Set("Content-Type", mime)
	w.Header().Set("Content-Length", strconv.Itoa(len(content)))
	w.Header().Set("Content-Disposition", `inline; filename="`+name+`"`)
	_, _ = io.Copy(w, bytes.NewReader(content)) // a client that has gone is no failure
	return nil
}
