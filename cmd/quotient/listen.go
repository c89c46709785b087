package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"syscall"
	"time"
)

// drainTime is how long requests that are running get to end when the service
// is told to stop.
const drainTime = 20 * time.Second

// listenFlags say where to serve.
type listenFlags struct {
	Listen string `help:"Address to serve HTTP on; port 0 takes a free one." default:"127.0.0.1:8080" env:"QUOTIENT_LISTEN" placeholder:"HOST:PORT"`
}

// listen takes the address at once, so that a taken port is told before
// anything else is started.
func (f listenFlags) listen() (net.Listener, error) {
	l, err := net.Listen("tcp", f.Listen)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("the address %s is taken by another program: choose another with --listen", f.Listen)
	case errors.Is(err, syscall.EACCES):
		return nil, fmt.Errorf("the address %s needs more rights than this user has: choose a port above 1023 with --listen", f.Listen)
	case err != nil:
		return nil, fmt.Errorf("the address %s cannot be served: %w", f.Listen, err)
	}
	return l, nil
}

// serveHTTP serves until the context ends or broken is closed, goes on for the
// delay, because a connection that waits to be taken is lost when the listener
// closes, and then lets running requests end. It prints the one line that says
// that it is ready.
func serveHTTP(p *process, l net.Listener, handler http.Handler, broken <-chan struct{}, delay time.Duration) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       time.Minute,
		WriteTimeout:      2 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(p.log.Handler(), slog.LevelWarn),
		// Requests outlive the signal that stops the service: they drain.
		BaseContext: func(net.Listener) context.Context { return context.WithoutCancel(p.ctx) },
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	if _, err := fmt.Fprintf(p.stdout, "listening on http://%s\n", l.Addr()); err != nil {
		return errors.Join(err, server.Close())
	}
	select {
	case err := <-failed:
		return err
	case <-broken:
		return errors.Join(errors.New("PostgreSQL has stopped by itself: see postgres.log in the data directory"), server.Close())
	case <-p.ctx.Done():
	}
	p.log.Info("draining", "after", delay, "at_most", drainTime)
	select {
	case <-time.After(delay):
	case <-broken:
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(p.ctx), drainTime)
	defer cancel()
	if err := server.Shutdown(ctx); err != nil {
		return errors.Join(fmt.Errorf("requests were still running after %s: %w", drainTime, err), server.Close())
	}
	return nil
}
