package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing/fstest"
	"time"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/configurator/bench"
	"github.com/quotient-cpq/quotient/configurator/synthetic"
	"github.com/quotient-cpq/quotient/internal/civil"
)

type modelBenchCommand struct {
	File     string `arg:"" help:"A model, a formula in DIMACS (.dimacs, .cnf) or tables in JSON; .gz is unpacked. synthetic:ATTRIBUTESxRULES makes a model up."`
	Sessions int    `help:"Number of sessions." default:"50"`
	Clicks   int    `help:"Clicks in each session." default:"20"`
	Seed     uint64 `help:"Seed of the random choices." default:"1"`
	Dump     string `help:"Write one JSON line per click to this file." placeholder:"FILE"`
	Replay   string `help:"Run the picks of a dump instead of random ones." placeholder:"FILE"`
	Date     string `help:"Day for which a model is compiled, YYYY-MM-DD; today if not given."`
	Write    string `help:"Write the model that was made up to this file." placeholder:"FILE"`
	JSON     bool   `name:"json" help:"Print one JSON object."`
}

func (c modelBenchCommand) Run(p *process) error {
	started := time.Now()
	subject, err := c.subject()
	if err != nil {
		return fmt.Errorf("%s: %w", c.File, err)
	}
	loaded := time.Since(started)
	options := bench.Options{Sessions: c.Sessions, Clicks: c.Clicks, Seed: c.Seed, Now: time.Now}
	done := func() error { return nil }
	if c.Dump != "" {
		if options.Dump, done, err = create(c.Dump); err != nil {
			return err
		}
	}
	report, differing, err := c.measure(p, subject, options)
	if err != nil {
		return err
	}
	if err := done(); err != nil {
		return err
	}
	report.First += float64(loaded.Microseconds()) / 1000
	report.RSS = residentMB()
	if c.JSON {
		if err := json.NewEncoder(p.stdout).Encode(report); err != nil {
			return err
		}
	} else {
		printReport(p.stdout, report)
	}
	if differing > 0 {
		return fmt.Errorf("%d clicks answer otherwise than %s", differing, c.Replay)
	}
	return nil
}

func (c modelBenchCommand) measure(p *process, s bench.Subject, o bench.Options) (bench.Report, int, error) {
	if c.Replay == "" {
		report, err := bench.Run(p.ctx, s, o)
		return report, 0, err
	}
	f, err := os.Open(c.Replay)
	if err != nil {
		return bench.Report{}, 0, err
	}
	defer f.Close()
	return bench.Replay(p.ctx, s, f, o)
}

// subject reads the file by its name's endings.
func (c modelBenchCommand) subject() (bench.Subject, error) {
	if size, ok := strings.CutPrefix(c.File, "synthetic:"); ok {
		return c.synthetic(size)
	}
	name := strings.TrimSuffix(filepath.Base(c.File), ".gz")
	if strings.HasSuffix(name, ".yaml") || strings.HasSuffix(name, ".yml") {
		return c.model()
	}
	f, err := os.Open(c.File)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var r io.Reader = bufio.NewReader(f)
	if strings.HasSuffix(c.File, ".gz") {
		if r, err = gzip.NewReader(r); err != nil {
			return nil, err
		}
	}
	code := strings.TrimSuffix(name, filepath.Ext(name))
	switch filepath.Ext(name) {
	case ".dimacs", ".cnf":
		return bench.ReadDIMACS(code, r)
	case ".json":
		return c.json(code, r)
	}
	return nil, fmt.Errorf("the name must end in .yaml, .dimacs, .cnf or .json, with or without .gz")
}

// json reads a model or tables: a model says its code.
func (c modelBenchCommand) json(code string, r io.Reader) (bench.Subject, error) {
	content, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var head struct {
		Model string `json:"model"`
	}
	if err := json.Unmarshal(content, &head); err == nil && head.Model != "" {
		return c.model()
	}
	return bench.ReadTables(code, bytes.NewReader(content))
}

func (c modelBenchCommand) model() (bench.Subject, error) {
	day, err := dayOr(c.Date)
	if err != nil {
		return nil, err
	}
	m, compiled, err := loadModel(c.File, day)
	if err != nil {
		return nil, err
	}
	return bench.OfModel(m, compiled), nil
}

// create opens a file for buffered writing; done must be called at the end.
func create(name string) (w io.Writer, done func() error, err error) {
	f, err := os.Create(name)
	if err != nil {
		return nil, nil, err
	}
	b := bufio.NewWriter(f)
	return b, func() error {
		if err := b.Flush(); err != nil {
			f.Close()
			return err
		}
		return f.Close()
	}, nil
}

// residentMB is the largest memory the process has had, 0 when not known.
func residentMB() float64 {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return float64(usage.Maxrss) / 1024
}

func printReport(w io.Writer, r bench.Report) {
	fmt.Fprintf(w, "%s: %d variables, %d values\n", r.Model, r.Variables, r.Values)
	fmt.Fprintf(w, "%d sessions, %d clicks; load and first answer %.1f ms\n", r.Sessions, r.Clicks, r.First)
	fmt.Fprintf(w, "per click: p50 %.3f ms, p95 %.3f ms, p99 %.3f ms, max %.3f ms, %.2f solver calls\n", r.P50, r.P95, r.P99, r.Max, r.Solves)
	fmt.Fprintf(w, "memory %.0f MB\n", r.RSS)
}

// synthetic makes up a model of "ATTRIBUTESxRULES".
func (c modelBenchCommand) synthetic(size string) (bench.Subject, error) {
	o := synthetic.Options{Components: 6, Seed: c.Seed}
	if _, err := fmt.Sscanf(size, "%dx%d", &o.Attributes, &o.Rules); err != nil || o.Attributes < 1 || o.Rules < 0 {
		return nil, fmt.Errorf("the size is written as 300x1000")
	}
	text := []byte(synthetic.Model(o))
	if c.Write != "" {
		if err := os.WriteFile(c.Write, text, 0o644); err != nil { //nolint:gosec // a model is no secret
			return nil, err
		}
	}
	files := fstest.MapFS{"model.yaml": {Data: text}}
	m, err := configurator.Load(files, "model.yaml")
	if err != nil {
		return nil, err
	}
	compiled, err := configurator.Compile(m, civil.Date{Year: 2026, Month: time.January, Day: 1})
	if err != nil {
		return nil, err
	}
	return bench.OfModel(m, compiled), nil
}
