package api

import (
	"bytes"
	"context"
	"crypto/subtle"
	"net"
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/quotient-cpq/quotient/api/gen"
	"github.com/quotient-cpq/quotient/internal/fault"
)

// Health implements GET /healthz.
func (h handlers) Health(context.Context, gen.HealthRequestObject) (gen.HealthResponseObject, error) {
	return gen.Health200JSONResponse{Status: gen.Ok, Version: h.version}, nil
}

// Ready implements GET /readyz.
func (h handlers) Ready(ctx context.Context, _ gen.ReadyRequestObject) (gen.ReadyResponseObject, error) {
	if err := h.ready(ctx); err != nil {
		return nil, fault.Wrap(err, fault.Unavailable, "not-ready", "the service cannot serve now")
	}
	return gen.Ready200JSONResponse{Status: gen.Ok, Version: h.version}, nil
}

// Contract implements GET /v1/openapi.yaml.
func (h handlers) Contract(context.Context, gen.ContractRequestObject) (gen.ContractResponseObject, error) {
	return gen.Contract200ApplicationyamlResponse{
		Body:          bytes.NewReader(contractText),
		ContentLength: int64(len(contractText)),
		Headers:       gen.Contract200ResponseHeaders{ETag: &h.contract.etag},
	}, nil
}

// Metrics implements GET /metrics.
func (h handlers) Metrics(ctx context.Context, _ gen.MetricsRequestObject) (gen.MetricsResponseObject, error) {
	if !h.mayReadMetrics(requestOf(ctx)) {
		return nil, fault.New(fault.Forbidden, "metrics-not-public", "metrics are for this machine and private networks, or with the metrics token")
	}
	return metricsResponse{h.meters, requestOf(ctx)}, nil
}

// mayReadMetrics lets the machine itself and private networks in, and whoever
// has the token.
func (h handlers) mayReadMetrics(r *http.Request) bool {
	if token, ok := strings.CutPrefix(r.Header.Get(echo.HeaderAuthorization), "Bearer "); ok && h.token != "" {
		return subtle.ConstantTimeCompare([]byte(token), []byte(h.token)) == 1
	}
	ip := net.ParseIP(h.echo.IPExtractor(r))
	return ip != nil && (ip.IsLoopback() || ip.IsPrivate())
}

// metricsResponse writes the registry in the plain text format.
type metricsResponse struct {
	meters  *meters
	request *http.Request
}

// VisitMetricsResponse implements gen.MetricsResponseObject.
func (m metricsResponse) VisitMetricsResponse(w http.ResponseWriter) error {
	r := m.request.Clone(m.request.Context())
	r.Header = http.Header{}
	promhttp.HandlerFor(m.meters.registry, promhttp.HandlerOpts{}).ServeHTTP(w, r)
	return nil
}
