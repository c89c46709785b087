package mail

import (
	"context"
	"errors"
	"html/template"
	"io/fs"
	"net/http"
	"net/mail"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// Folder is a Sender that writes letters into a directory, one .eml file each,
// instead of sending them: for demonstrations, and for systems that pick mail up
// from there.
type Folder struct{ dir, from string }

// keptLetters is how many files a Folder keeps.
const keptLetters = 500

// NewFolder returns a sender into the directory, which it makes.
func NewFolder(dir, from string) (*Folder, error) {
	return &Folder{dir, from}, os.MkdirAll(dir, 0o700)
}

// Send implements Sender. A file is there whole or not at all.
func (f *Folder) Send(_ context.Context, l Letter) error {
	temporary, err := os.CreateTemp(f.dir, "letter-*.part")
	if err != nil {
		return err
	}
	defer os.Remove(temporary.Name())
	if err := errors.Join(write(temporary, l, f.from), temporary.Close()); err != nil {
		return err
	}
	name := l.At.UTC().Format("20060102T150405.000000Z") + "-" + l.ID.String() + ".eml"
	if err := os.Rename(temporary.Name(), filepath.Join(f.dir, name)); err != nil {
		return err
	}
	return f.forget()
}

// names lists the letters, newest first.
func (f *Folder) names() ([]string, error) {
	entries, err := os.ReadDir(f.dir)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".eml") {
			out = append(out, e.Name())
		}
	}
	slices.Reverse(out)
	return out, nil
}

func (f *Folder) forget() error {
	names, err := f.names()
	if err != nil || len(names) <= keptLetters {
		return err
	}
	for _, name := range names[keptLetters:] {
		if err := os.Remove(filepath.Join(f.dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// shownLetter is a letter as the page of letters shows it.
type shownLetter struct {
	To, Subject, Date, File string
	Parts                   []part
}

// part is a piece of a letter's text; an address leads somewhere.
type part struct{ Text, Link string }

// shownLetters is how many the page shows.
const shownLetters = 30

// ServeHTTP shows the latest letters with their links and codes. It is for
// demonstrations: whoever sees the page can read every letter.
func (f *Folder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	names, err := f.names()
	if err != nil {
		http.Error(w, "the letters cannot be read", http.StatusInternalServerError)
		return
	}
	if r.URL.Query().Has("style") {
		w.Header().Set("Content-Type", "text/css; charset=utf-8")
		_, _ = w.Write([]byte(outboxStyle)) // a client that has gone is no failure
		return
	}
	if wanted := r.URL.Query().Get("file"); slices.Contains(names, wanted) {
		w.Header().Set("Content-Disposition", `attachment; filename="`+wanted+`"`)
		w.Header().Set("Content-Type", "message/rfc822")
		http.ServeFile(w, r, filepath.Join(f.dir, wanted))
		return
	}
	var letters []shownLetter
	for _, name := range names[:min(shownLetters, len(names))] {
		if l, err := f.read(name); err == nil {
			letters = append(letters, l)
		}
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_ = outboxPage.Execute(w, letters) // a client that has gone is no failure
}

// address finds the addresses in a text.
var address = regexp.MustCompile(`https?://[^\s<>]+`)

func (f *Folder) read(name string) (shownLetter, error) {
	file, err := os.Open(filepath.Join(f.dir, name))
	if err != nil {
		return shownLetter{}, err
	}
	defer file.Close()
	m, err := mail.ReadMessage(file)
	if err != nil {
		return shownLetter{}, err
	}
	l := shownLetter{To: decoded(m.Header.Get("To")), Subject: decoded(m.Header.Get("Subject")), Date: m.Header.Get("Date"), File: name}
	text, err := plainText(m)
	if err != nil {
		return shownLetter{}, err
	}
	for text != "" {
		at := address.FindStringIndex(text)
		if at == nil {
			l.Parts = append(l.Parts, part{Text: text})
			break
		}
		l.Parts = append(l.Parts, part{Text: text[:at[0]]}, part{Link: text[at[0]:at[1]]})
		text = text[at[1]:]
	}
	return l, nil
}

const outboxStyle = `:root{color-scheme:light dark}
body{margin:0;font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,Arial,sans-serif;background:Canvas;color:CanvasText}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1.125rem}
article{border:1px solid GrayText;border-radius:12px;padding:1rem 1.25rem;margin:1rem 0;overflow-wrap:anywhere}
h2{font-size:1.0625rem;margin:0}
.pre{white-space:pre-line}`

var outboxPage = template.Must(template.New("outbox").Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mails of the demonstration</title><link rel="stylesheet" href="?style"></head>
<body><main>
<h1>Mails of the demonstration</h1>
<p>Without a mail server nothing leaves this machine. The newest mails are here, with their links and codes. / Sans serveur de messagerie, rien ne quitte cette machine : voici les derniers e-mails, avec leurs liens et leurs codes.</p>
{{range .}}<article><h2>{{.Subject}}</h2>
<p>{{.To}} · {{.Date}} · <a href="?file={{.File}}">.eml</a></p>
<p class="pre">{{range .Parts}}{{if .Link}}<a href="{{.Link}}">{{.Link}}</a>{{else}}{{.Text}}{{end}}{{end}}</p></article>
{{else}}<p>No mail yet. / Aucun e-mail pour l’instant.</p>{{end}}
</main></body></html>`))
