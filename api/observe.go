package api

import (
	"fmt"
	"log/slog"
	"net/http"
	"regexp"
	"runtime/debug"
	"strconv"
	"strings"
	"time"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/quotient-cpq/quotient/internal/identity"
)

const requestIDKey = "request_id"

// A caller's own request id is kept when it is harmless to logs.
var (
	harmlessID  = regexp.MustCompile(`^[0-9A-Za-z._-]{1,64}$`)
	traceparent = regexp.MustCompile(`^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$`)
)

func requestID(c echo.Context) string {
	id, _ := c.Get(requestIDKey).(string)
	return id
}

// observe gives every request an id, and writes one log line and the metrics
// when it has ended.
func (s *Server) observe(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		r := c.Request()
		id := r.Header.Get("Request-Id")
		if !harmlessID.MatchString(id) {
			id = identity.NewID().String()
		}
		c.Set(requestIDKey, id)
		c.Response().Header().Set("Request-Id", id)
		start := time.Now()
		s.meters.inFlight.Inc()
		if err := next(c); err != nil {
			s.writeProblem(err, c)
		}
		s.meters.inFlight.Dec()
		s.record(c, id, time.Since(start))
		return nil
	}
}

func (s *Server) record(c echo.Context, id string, took time.Duration) {
	r, status := c.Request(), c.Response().Status
	name := "other"
	if o := s.contract.find(r.Method, c.Path()); o != nil {
		name = o.ID
	}
	s.meters.requests.WithLabelValues(name, strconv.Itoa(status)).Inc()
	s.meters.seconds.WithLabelValues(name).Observe(took.Seconds())
	attrs := []slog.Attr{
		slog.String("request_id", id), slog.String("operation", name), slog.String("method", r.Method),
		slog.String("path", loggedPath(r.URL.Path)), slog.Int("status", status), slog.Int64("bytes", c.Response().Size),
		slog.Duration("took", took), slog.String("address", c.RealIP()),
	}
	if who := actor(r.Context()); who.ID != identity.Nil {
		attrs = append(attrs, slog.String("tenant", who.Tenant.String()), slog.String("actor", who.ID.String()))
	}
	if trace := r.Header.Get("traceparent"); traceparent.MatchString(trace) {
		attrs = append(attrs, slog.String("traceparent", trace))
	}
	s.log.LogAttrs(r.Context(), slog.LevelInfo, "request", attrs...)
}

// loggedPath is a path without the token of a customer's link: a log is no place
// for what opens an offer.
func loggedPath(path string) string {
	rest, ok := strings.CutPrefix(path, "/b/")
	if !ok || strings.HasPrefix(rest, "assets/") {
		return path
	}
	_, below, _ := strings.Cut(rest, "/")
	return "/b/-/" + below
}

// recoverPanic turns a panic into a 500 and logs where it came from.
func (s *Server) recoverPanic(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) (err error) {
		defer func() {
			switch cause := recover(); cause {
			case nil:
			case http.ErrAbortHandler:
				panic(cause)
			default:
				s.log.ErrorContext(c.Request().Context(), "panic", "request_id", requestID(c), "cause", cause, "stack", string(debug.Stack()))
				err = fmt.Errorf("panic: %v", cause)
			}
		}()
		return next(c)
	}
}

// contentSecurity lets a page load nothing but what this service serves, and
// run no inline script.
const contentSecurity = "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; " +
	"object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

// headers sets what every answer carries.
func headers(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		h := c.Response().Header()
		h.Set(echo.HeaderContentSecurityPolicy, contentSecurity)
		h.Set(echo.HeaderXContentTypeOptions, "nosniff")
		h.Set(echo.HeaderReferrerPolicy, "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if c.IsTLS() {
			h.Set(echo.HeaderStrictTransportSecurity, "max-age=31536000")
		}
		return next(c)
	}
}

// meters are the service's own metrics.
type meters struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	inFlight prometheus.Gauge
}

func newMeters(registry *prometheus.Registry) *meters {
	m := &meters{
		registry: registry,
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "quotient_http_requests_total",
			Help: "Requests by operation and status."}, []string{"operation", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "quotient_http_request_seconds",
			Help:    "Time to answer by operation.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 10}}, []string{"operation"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{Name: "quotient_http_requests_in_flight", Help: "Requests being answered."}),
	}
	registry.MustRegister(m.requests, m.seconds, m.inFlight)
	return m
}
