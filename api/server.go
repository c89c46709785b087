package api

import (
	"compress/gzip"
	"context"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/auth"
	"github.com/quotient-cpq/quotient/internal/buyer"
	"github.com/quotient-cpq/quotient/internal/idempotency"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/limit"
	"github.com/quotient-cpq/quotient/internal/mail"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/quotes"
)

// Config is what a Server needs. Fields without a remark are required.
type Config struct {
	Auth    *auth.Service
	Catalog *catalog.Service
	Quotes  *quotes.Service
	KPI     *kpi.Service
	// Buyers makes links to the customers' page, and BuyerPages serves it under
	// /b/, with the client's address in RemoteAddr.
	Buyers     *buyer.Service
	BuyerPages *buyer.Handler
	Mails      *mail.Service
	// Letters shows mails that are not sent, at /letters; nil for none.
	Letters http.Handler
	// PublicURL is where people reach the service, without a slash at its end;
	// where it is "", links have the address that their maker used.
	PublicURL string
	// Runner keeps answers for Idempotency-Keys; its transactions are those of
	// the services' stores.
	Runner idempotency.Runner
	// Names gives people and keys their names.
	Names Names
	// Ready reports why the service cannot serve now, or nil.
	Ready func(ctx context.Context) error
	Now   func() time.Time
	// Log takes one line a request; slog.Default where nil.
	Log *slog.Logger
	// Metrics is what /metrics shows, the server's own measures added; a fresh
	// registry where nil.
	Metrics *prometheus.Registry
	// Version is shown by /healthz.
	Version string
	// UI serves everything that is no operation; nil for none.
	UI http.Handler
	// TLSInFront says that a proxy speaks TLS with browsers for us.
	TLSInFront bool
	// TrustedProxies may name the client's address in X-Forwarded-For.
	TrustedProxies []*net.IPNet
	// MetricsToken lets a bearer read /metrics from anywhere; "" for nobody.
	MetricsToken string
	Limits       Limits
}

// Names finds the names of users and API keys by id; unknown ids are left out.
type Names interface {
	Names(ctx context.Context, tenant identity.ID, ids []identity.ID) (map[identity.ID]string, error)
}

// Limits bound what one caller may take; zero fields take the default named.
type Limits struct {
	Body    int64         // bytes of a body; 1 MiB
	Timeout time.Duration // of one request; 30 s
	// Rate and Burst are requests per second of one caller; 100 and 200.
	Rate  float64
	Burst int
	// SignIns is attempts a minute for one address and account; 10.
	SignIns float64
}

// Server is the HTTP interface. It is safe for concurrent use.
type Server struct {
	echo       *echo.Echo
	contract   *contract
	auth       *auth.Service
	catalog    *catalog.Service
	quotes     *quotes.Service
	kpi        *kpi.Service
	buyers     *buyer.Service
	pages      *buyer.Handler
	mails      *mail.Service
	publicURL  string
	runner     idempotency.Runner
	names      Names
	ready      func(ctx context.Context) error
	now        func() time.Time
	log        *slog.Logger
	meters     *meters
	origins    *http.CrossOriginProtection
	calls      *limit.Limiter
	signIns    *limit.Limiter
	limits     Limits
	version    string
	tlsInFront bool
	token      string
}

// New returns a server, ready to be given to http.Server.
func New(c Config) (*Server, error) {
	loaded, err := loadContract()
	if err != nil {
		return nil, err
	}
	if c.Log == nil {
		c.Log = slog.Default()
	}
	if c.Metrics == nil {
		c.Metrics = prometheus.NewRegistry()
	}
	limits := c.Limits.withDefaults()
	s := &Server{
		echo: echo.New(), contract: loaded, auth: c.Auth, catalog: c.Catalog, quotes: c.Quotes, kpi: c.KPI, buyers: c.Buyers, pages: c.BuyerPages, mails: c.Mails, publicURL: c.PublicURL,
		runner: c.Runner, names: c.Names, ready: c.Ready, now: c.Now, log: c.Log, meters: newMeters(c.Metrics),
		origins: http.NewCrossOriginProtection(), limits: limits, version: c.Version,
		tlsInFront: c.TLSInFront, token: c.MetricsToken,
		calls:   limit.New(limits.Rate, limits.Burst, c.Now),
		signIns: limit.New(limits.SignIns/60, max(1, int(limits.SignIns)), c.Now),
	}
	s.routes(c)
	return s, nil
}

func (l Limits) withDefaults() Limits {
	if l.Body == 0 {
		l.Body = 1 << 20
	}
	if l.Timeout == 0 {
		l.Timeout = 30 * time.Second
	}
	if l.Rate == 0 {
		l.Rate, l.Burst = 100, 200
	}
	if l.SignIns == 0 {
		l.SignIns = 10
	}
	return l
}

func (s *Server) routes(c Config) {
	e := s.echo
	e.HideBanner, e.HidePort = true, true
	e.HTTPErrorHandler = s.writeProblem
	e.Binder = binder{}
	e.IPExtractor = echo.ExtractIPDirect()
	if len(c.TrustedProxies) > 0 {
		options := []echo.TrustOption{echo.TrustLoopback(false), echo.TrustLinkLocal(false), echo.TrustPrivateNet(false)}
		for _, network := range c.TrustedProxies {
			options = append(options, echo.TrustIPRange(network))
		}
		e.IPExtractor = echo.ExtractIPFromXFFHeader(options...)
	}
	e.Use(s.observe, s.recoverPanic, headers)
	operations := e.Group("", middleware.GzipWithConfig(middleware.GzipConfig{Level: gzip.BestSpeed, MinLength: compressFrom, Skipper: uncompressed}), s.guard)
	gen.RegisterHandlers(operations, gen.NewStrictHandler(handlers{s}, nil))
	e.GET("/docs", s.reference)
	e.GET("/docs/reference.css", s.referenceStyle)
	e.GET("/problems/:kind", s.problemPage)
	e.Any(nowhere, s.elsewhere)
	if c.BuyerPages != nil {
		e.Any("/b/*", s.buyerPages(c.BuyerPages))
	}
	if c.Letters != nil {
		e.GET("/letters", echo.WrapHandler(c.Letters))
	}
	if c.UI != nil {
		// The root by itself too: the group above has a not-found route of its own
		// there, because it has middleware.
		e.Any("/", echo.WrapHandler(c.UI))
		e.Any("/*", echo.WrapHandler(c.UI))
	}
}

// nowhere is the route of addresses below /v1 that are nobody's.
const nowhere = "/v1/*"

// elsewhere answers for a route that is nobody's with this method: it names the
// methods that the address takes, if any.
func (s *Server) elsewhere(c echo.Context) error {
	var takes []string
	for _, method := range []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete} {
		found := s.echo.NewContext(c.Request(), nil)
		s.echo.Router().Find(method, echo.GetPath(c.Request()), found)
		if found.Path() != nowhere {
			takes = append(takes, method)
		}
	}
	if len(takes) == 0 {
		return echo.ErrNotFound
	}
	c.Response().Header().Set(echo.HeaderAllow, strings.Join(takes, ", "))
	return echo.ErrMethodNotAllowed
}

// compressFrom is the size in bytes from which an answer is worth compressing.
const compressFrom = 2048

// uncompressed leaves documents alone, which are compressed already, and what
// holds a secret beside text that a stranger could choose.
func uncompressed(c echo.Context) bool {
	return strings.HasSuffix(c.Path(), "/document") || c.Path() == "/v1/session" || c.Path() == "/v1/api-keys"
}

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.echo.ServeHTTP(w, r) }

// handlers implements the generated interface, one method per operation.
type handlers struct{ *Server }

var _ gen.StrictServerInterface = handlers{}
