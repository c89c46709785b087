package main

import (
	"cmp"
	"errors"
	"net"
	"net/http"
	"path/filepath"
	"strings"

	"github.com/quotient-cpq/quotient/internal/mail"
)

// mailFlags say how mails leave the service.
type mailFlags struct {
	PublicURL    string `name:"public-url" help:"Where people reach the service, for links in mails." env:"QUOTIENT_PUBLIC_URL" placeholder:"https://HOST"`
	MailFrom     string `help:"Address that mails come from." env:"QUOTIENT_MAIL_FROM" placeholder:"ADDRESS"`
	SMTPHost     string `name:"smtp-host" help:"Mail server that mails are sent through; without one, nor --mail-dir, none are sent." env:"QUOTIENT_SMTP_HOST" placeholder:"HOST"`
	SMTPPort     int    `name:"smtp-port" help:"Its port; 587, or 465 with --smtp-tls=tls." env:"QUOTIENT_SMTP_PORT" placeholder:"PORT"`
	SMTPUser     string `name:"smtp-user" help:"Name to sign in to it with." env:"QUOTIENT_SMTP_USER" placeholder:"NAME"`
	SMTPPassword string `name:"smtp-password" help:"Password to sign in to it with; better in the environment." env:"QUOTIENT_SMTP_PASSWORD" placeholder:"PASSWORD"`
	SMTPTLS      string `name:"smtp-tls" help:"How the connection is protected: starttls, tls or none." enum:"starttls,tls,none" default:"starttls" env:"QUOTIENT_SMTP_TLS"`
	MailDir      string `help:"Directory to write mails into instead of sending them." env:"QUOTIENT_MAIL_DIR" placeholder:"DIR"`
}

// postage is how mails leave the service.
type postage struct {
	sender mail.Sender // nil for not at all
	// publicURL is where links in mails lead.
	publicURL string
	// stated is the address that the operator gave, "" for none.
	stated string
	// letters shows the mails that were not sent; nil where they are.
	letters http.Handler
}

// postage makes the sender that the flags ask for. A demonstration shows its
// letters instead of sending them, unless it has a mail server.
func (f mailFlags) postage(l net.Listener, demonstration string) (postage, error) {
	p := postage{stated: strings.TrimSuffix(f.PublicURL, "/")}
	p.publicURL = cmp.Or(p.stated, "http://"+l.Addr().String())
	var err error
	switch {
	case f.SMTPHost != "" && f.MailDir != "":
		return p, errors.New("--smtp-host and --mail-dir exclude one another")
	case f.SMTPHost != "":
		if f.MailFrom == "" {
			return p, errors.New("--smtp-host needs --mail-from, the address that mails come from")
		}
		p.sender, err = mail.NewSMTP(mail.SMTPOptions{Host: f.SMTPHost, Port: f.SMTPPort, User: f.SMTPUser, Password: f.SMTPPassword,
			TLS: mail.TLS(f.SMTPTLS), From: f.MailFrom})
	case f.MailDir != "":
		p.sender, err = mail.NewFolder(f.MailDir, cmp.Or(f.MailFrom, "quotes@localhost"))
	case demonstration != "":
		var folder *mail.Folder
		folder, err = mail.NewFolder(filepath.Join(demonstration, "mails"), "devis@fontaine.example")
		p.sender, p.letters = folder, folder
	}
	return p, err
}
