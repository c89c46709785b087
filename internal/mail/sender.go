package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"time"

	gomail "github.com/wneessen/go-mail"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Letter is one mail as it is sent.
type Letter struct {
	ID identity.ID
	// To and ReplyTo are plain addresses; FromName is shown before the service's
	// own address.
	To, ReplyTo, FromName string
	Subject, Text, HTML   string
	Language              string
	Files                 []File
	// Automatic marks a letter that no person wrote.
	Automatic bool
	At        time.Time
}

// File is an attached PDF.
type File struct {
	Name  string
	Bytes []byte
}

// Sender hands letters on. An error is temporary unless it is a *RefusedError.
type Sender interface {
	Send(ctx context.Context, l Letter) error
}

// RefusedError is a mail server's final no, in its own words.
type RefusedError struct{ Word string }

// Error implements error.
func (e *RefusedError) Error() string { return e.Word }

// TLS is how a connection to the mail server is protected.
type TLS string

// The ways.
const (
	StartTLS TLS = "starttls" // the server must offer STARTTLS; the default
	Implicit TLS = "tls"      // TLS from the first byte, usually on port 465
	NoTLS    TLS = "none"     // for a server on the same machine
)

// SMTPOptions say how to reach the mail server.
type SMTPOptions struct {
	Host string
	Port int // 587, or 465 with Implicit, where 0
	// User and Password sign in; no User means no sign-in.
	User, Password string
	TLS            TLS
	// From is the address that letters come from and go back to.
	From string
	// Timeout is for one letter; 30 s where 0.
	Timeout time.Duration
	// Config is for tests with certificates of their own; nil for the system's.
	Config *tls.Config
}

// SMTP sends letters through a mail server, one connection a letter.
type SMTP struct {
	client *gomail.Client
	from   string
}

// NewSMTP returns a sender. It does not connect: a server that is down now is
// tried again with each letter.
func NewSMTP(o SMTPOptions) (*SMTP, error) {
	if o.Timeout == 0 {
		o.Timeout = 30 * time.Second
	}
	options := []gomail.Option{gomail.WithTimeout(o.Timeout), gomail.WithoutNoop()}
	port := 587
	switch o.TLS {
	case StartTLS, "":
		options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	case Implicit:
		options = append(options, gomail.WithSSL())
		port = 465
	case NoTLS:
		options = append(options, gomail.WithTLSPolicy(gomail.NoTLS))
	default:
		return nil, fmt.Errorf("%q is no way to protect a connection: use starttls, tls or none", o.TLS)
	}
	if o.Port != 0 {
		port = o.Port
	}
	options = append(options, gomail.WithPort(port))
	if o.Config != nil {
		options = append(options, gomail.WithTLSConfig(o.Config))
	}
	if o.User != "" {
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(o.User), gomail.WithPassword(o.Password))
	}
	client, err := gomail.NewClient(o.Host, options...)
	if err != nil {
		return nil, fmt.Errorf("mail server %s: %w", o.Host, err)
	}
	if _, err := message(Letter{To: o.From}, o.From); err != nil {
		return nil, err
	}
	return &SMTP{client, o.From}, nil
}

// Send implements Sender.
func (s *SMTP) Send(ctx context.Context, l Letter) error {
	m, err := message(l, s.from)
	if err != nil {
		return &RefusedError{err.Error()}
	}
	return verdict(s.client.DialAndSendWithContext(ctx, m))
}

// verdict tells a server's final no from what may go better later.
func verdict(err error) error {
	var failed *gomail.SendError
	var network net.Error
	if !errors.As(err, &failed) || errors.As(err, &network) {
		return err
	}
	if failed.IsTemp() || failed.ErrorCode() < 500 {
		return err
	}
	return &RefusedError{word(failed)}
}

// word is what the server said, without what the library puts around it.
func word(err *gomail.SendError) string {
	said := err.Error()
	if _, rest, ok := strings.Cut(said, ": "); ok {
		said = rest
	}
	said, _, _ = strings.Cut(said, ", affected ")
	return strings.TrimSpace(said)
}

// message builds the mail.
func message(l Letter, from string) (*gomail.Msg, error) {
	m := gomail.NewMsg()
	if err := m.FromFormat(l.FromName, from); err != nil {
		return nil, fmt.Errorf("the sender's address %q: %w", from, err)
	}
	if err := m.To(l.To); err != nil {
		return nil, fmt.Errorf("the address %q: %w", l.To, err)
	}
	if l.ReplyTo != "" {
		if err := m.ReplyTo(l.ReplyTo); err != nil {
			return nil, fmt.Errorf("the address %q: %w", l.ReplyTo, err)
		}
	}
	_, domain, _ := strings.Cut(from, "@")
	m.SetMessageIDWithValue(l.ID.String() + "@" + strings.TrimSuffix(domain, ">"))
	m.SetDateWithValue(l.At)
	m.Subject(l.Subject)
	m.SetGenHeader(gomail.Header("Content-Language"), l.Language)
	if l.Automatic {
		m.SetGenHeader(gomail.Header("Auto-Submitted"), "auto-generated")
	}
	m.SetBodyString(gomail.TypeTextPlain, l.Text)
	if l.HTML != "" {
		m.AddAlternativeString(gomail.TypeTextHTML, l.HTML)
	}
	for _, f := range l.Files {
		if err := m.AttachReader(f.Name, strings.NewReader(string(f.Bytes)), gomail.WithFileContentType("application/pdf")); err != nil {
			return nil, fmt.Errorf("attach %s: %w", f.Name, err)
		}
	}
	return m, nil
}

// write writes a letter as a file that mail programs open.
func write(w io.Writer, l Letter, from string) error {
	m, err := message(l, from)
	if err != nil {
		return &RefusedError{err.Error()}
	}
	_, err = m.WriteTo(w)
	return err
}
