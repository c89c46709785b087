package main

import (
	"context"
	"errors"
	"net"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"

	"github.com/quotient-cpq/quotient/api"
	"github.com/quotient-cpq/quotient/internal/buyer"
	"github.com/quotient-cpq/quotient/internal/jobs"
	"github.com/quotient-cpq/quotient/internal/limit"
)

// serveCommand serves the API and the web interface.
type serveCommand struct {
	databaseFlags
	listenFlags
	proxyFlags
	mailFlags
}

// missesPerSecond and missesAtOnce are how many links to nowhere one address may
// try: nobody mistypes more, and guessing a token takes 2^256.
const (
	missesPerSecond = 0.5
	missesAtOnce    = 30
)

// proxyFlags say what stands in front of the service.
type proxyFlags struct {
	TLSInFront     bool          `name:"tls-in-front" help:"A proxy speaks HTTPS with browsers: cookies are for HTTPS only." env:"QUOTIENT_TLS_IN_FRONT"`
	TrustedProxies []string      `help:"Networks whose X-Forwarded-For is believed." env:"QUOTIENT_TRUSTED_PROXIES" placeholder:"CIDR"`
	DrainDelay     time.Duration `help:"How long the service goes on taking requests after it is told to stop, while /readyz already answers 503, so that a load balancer sends no more." default:"1s" env:"QUOTIENT_DRAIN_DELAY" placeholder:"TIME"`
	MetricsToken   string        `help:"Bearer token that may read /metrics from other machines." env:"QUOTIENT_METRICS_TOKEN" placeholder:"TOKEN"`
}

func (c serveCommand) Run(p *process) error {
	listener, err := c.listen()
	if err != nil {
		return err
	}
	defer listener.Close()
	c.Data = orDefault(c.Data, serveData())
	db, err := c.open(p)
	if err != nil {
		return err
	}
	post, err := c.postage(listener, "")
	if err != nil {
		return errors.Join(err, db.stop())
	}
	return errors.Join(serve(p, db, listener, c.proxyFlags, post), db.stop())
}

// serve runs the service on an open database until it is told to stop: it
// answers requests, works jobs, and at the end drains both.
func serve(p *process, db *database, listener net.Listener, proxy proxyFlags, post postage) error {
	s, err := newServices(db.DB, post)
	if err != nil {
		return err
	}
	networks, err := proxy.networks()
	if err != nil {
		return err
	}
	screens, err := userInterface()
	if err != nil {
		return err
	}
	pages, err := buyer.NewHandler(s.buyers, limit.New(missesPerSecond, missesAtOnce, time.Now), p.log)
	if err != nil {
		return err
	}
	metrics := prometheus.NewRegistry()
	metrics.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	server, err := api.New(api.Config{
		Auth: s.auth, Catalog: s.catalog, Quotes: s.quotes, KPI: s.kpi, Runner: s.runner, Names: s.names,
		Buyers: s.buyers, Mails: s.mails, BuyerPages: pages, Letters: post.letters, PublicURL: post.stated,
		Ready: readiness(p.ctx, db.Ping), Now: time.Now, Log: p.log, Metrics: metrics, Version: version(), UI: screens,
		TLSInFront: proxy.TLSInFront, TrustedProxies: networks, MetricsToken: proxy.MetricsToken,
	})
	if err != nil {
		return err
	}
	runner, err := jobs.Start(p.ctx, db.Pool(), s.work(db.DB, metrics), p.log)
	if err != nil {
		return err
	}
	err = serveHTTP(p, listener, server, db.lost(), proxy.DrainDelay)
	ctx, cancel := context.WithTimeout(context.WithoutCancel(p.ctx), drainTime)
	defer cancel()
	return errors.Join(err, runner.Stop(ctx))
}

// readiness is over as soon as the service is told to stop: its listener
// closes only later, when nobody sends requests any more.
func readiness(stop context.Context, ping func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		if stop.Err() != nil {
			return errors.New("the service is stopping")
		}
		return ping(ctx)
	}
}

func (f proxyFlags) networks() ([]*net.IPNet, error) {
	var out []*net.IPNet
	for _, text := range f.TrustedProxies {
		_, network, err := net.ParseCIDR(text)
		if err != nil {
			return nil, errors.New("--trusted-proxies: " + text + " is not a network such as 10.0.0.0/8")
		}
		out = append(out, network)
	}
	return out, nil
}
