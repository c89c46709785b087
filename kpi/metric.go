package kpi

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"

	"github.com/goccy/go-yaml"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
)

//go:embed metrics/*.yaml
var definitions embed.FS

// Metric is the definition of a key figure, as printed beside its number.
// Every field is required but Over, Duration and Window, which some forms
// need, and NeedsCost.
type Metric struct {
	ID string `yaml:"id" json:"id"`
	// Version rises with any change of meaning; receipts carry it.
	Version int       `yaml:"version" json:"version"`
	Name    lang.Text `yaml:"name" json:"name"`
	// Plain says in one sentence what is counted.
	Plain lang.Text `yaml:"plain" json:"plain"`
	// Objective is what the figure serves, Decision what to do when it is bad.
	Objective lang.Text `yaml:"objective" json:"objective"`
	Decision  lang.Text `yaml:"decision_if_bad" json:"decision_if_bad"`
	// Owner is the function in the company that answers for the definition.
	Owner   string      `yaml:"owner" json:"owner"`
	Sources []EventType `yaml:"source_events" json:"source_events"`
	Formula string      `yaml:"formula" json:"formula"`
	// Form says how the number is made, Measure from which counting rule, Over
	// from which second one.
	Form     Form     `yaml:"form" json:"form"`
	Measure  Measure  `yaml:"measure" json:"measure"`
	Over     Measure  `yaml:"over" json:"over,omitempty"`
	Duration Duration `yaml:"duration" json:"duration,omitempty"`
	Unit     Unit     `yaml:"unit" json:"unit"`
	Interval Interval `yaml:"interval" json:"interval"`
	// Attribution says whose figure it is, Currency how amounts are added.
	Attribution string     `yaml:"attribution" json:"attribution"`
	Currency    string     `yaml:"currency" json:"currency"`
	Compare     Comparison `yaml:"compare" json:"compare"`
	// Window is the number of days of a "within W days" figure where a query
	// names none.
	Window int `yaml:"window_days" json:"window_days,omitempty"`
	// NeedsCost marks figures made of costs, shown with see_cost only.
	NeedsCost bool `yaml:"needs_cost" json:"needs_cost,omitempty"`
}

// Comparison says beside what the figure is shown, because a bare count tells
// nothing.
type Comparison struct {
	Per  []string `yaml:"per" json:"per"`
	With string   `yaml:"with" json:"with"`
}

// Unit is what a figure is measured in.
type Unit string

// The units. Money is in the tenant's base currency.
const (
	Count Unit = "count"
	Money Unit = "money"
	Rate  Unit = "rate"
	Days  Unit = "days"
	Marks Unit = "score"
)

// Interval is how the uncertainty of a figure is given.
type Interval string

// The intervals.
const (
	NoInterval Interval = "none"
	Wilson     Interval = "wilson"  // score interval of a share, 95 %
	LogLog     Interval = "log_log" // of an incidence, 95 %
	Band80     Interval = "band80"  // of a forecast, 80 %
)

// Metrics are the known definitions by id. The value is immutable and safe for
// concurrent use.
type Metrics struct {
	byID map[string]Metric
	ids  []string
}

// Definitions returns the definitions built into the product.
func Definitions() (*Metrics, error) { return LoadMetrics(definitions) }

// LoadMetrics reads every metrics/*.yaml of fsys. All mistakes of all files
// are reported at once, as issues of one *fault.Error.
func LoadMetrics(fsys fs.FS) (*Metrics, error) {
	names, err := fs.Glob(fsys, "metrics/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("list metric definitions: %w", err)
	}
	m := &Metrics{byID: make(map[string]Metric, len(names))}
	var issues []fault.Issue
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read metric definition: %w", err)
		}
		metric, found := parseMetric(name, text)
		issues = append(issues, found...)
		m.byID[metric.ID] = metric
	}
	m.ids = slices.Sorted(maps.Keys(m.byID))
	return m, fault.FromIssues("invalid-metric", "metric definitions have mistakes", issues)
}

func parseMetric(name string, text []byte) (Metric, []fault.Issue) {
	var m Metric
	if err := yaml.NewDecoder(bytes.NewReader(text), yaml.Strict()).Decode(&m); err != nil {
		issue := fault.Issue{Kind: "invalid-metric", Position: fault.Position{File: name}, Message: err.Error()}
		if at, ok := errors.AsType[yaml.Error](err); ok && at.GetToken() != nil {
			pos := at.GetToken().Position
			issue.Position.Line, issue.Position.Column, issue.Message = pos.Line, pos.Column, at.GetMessage()
		}
		return m, []fault.Issue{issue}
	}
	var issues []fault.Issue
	bad := func(format string, args ...any) {
		issues = append(issues, fault.Issue{Kind: "invalid-metric", Position: fault.Position{File: name, Line: 1}, Message: fmt.Sprintf(format, args...)})
	}
	if m.ID+".yaml" != path.Base(name) {
		bad("id %q must be the file's name", m.ID)
	}
	m.check(bad)
	return m, issues
}

// check reports every required field that is missing or unknown.
func (m Metric) check(bad func(string, ...any)) {
	if m.Version < 1 {
		bad("version must be at least 1")
	}
	for field, text := range map[string]lang.Text{"name": m.Name, "plain": m.Plain, "objective": m.Objective, "decision_if_bad": m.Decision} {
		if missing := text.Missing(); len(missing) > 0 {
			bad("%s has no text in %v", field, missing)
		}
	}
	for field, text := range map[string]string{"owner": m.Owner, "formula": m.Formula, "attribution": m.Attribution, "currency": m.Currency, "compare.with": m.Compare.With} {
		if text == "" {
			bad("%s is required", field)
		}
	}
	if len(m.Sources) == 0 {
		bad("source_events is required")
	}
	for _, s := range m.Sources {
		if !slices.Contains(EventTypes(), s) {
			bad("unknown event %q", s)
		}
	}
	known(bad, "measure", m.Measure, Measures())
	known(bad, "form", m.Form, Forms())
	known(bad, "unit", m.Unit, []Unit{Count, Money, Rate, Days, Marks})
	known(bad, "interval", m.Interval, []Interval{NoInterval, Wilson, LogLog, Band80})
	if m.Over != "" {
		known(bad, "measure over", m.Over, Measures())
	}
	if (m.Form == Percentiles) != (m.Duration != "" && m.Form != Incidence) {
		bad("a duration goes with the form %q", Percentiles)
	}
}

func known[T ~string](bad func(string, ...any), field string, value T, all []T) {
	if !slices.Contains(all, value) {
		bad("unknown %s %q (one of %v)", field, value, all)
	}
}

// All returns the definitions in order of id.
func (m *Metrics) All() []Metric {
	out := make([]Metric, 0, len(m.ids))
	for _, id := range m.ids {
		metric := m.byID[id]
		out = append(out, metric.within(metric.Window))
	}
	return out
}

// windowWord stands for the number of days in the texts of a definition.
var windowWord = regexp.MustCompile(`\bW\b`)

// within returns the definition with the number of days in its texts: "within
// 90 days". The formula keeps its W.
func (m Metric) within(days int) Metric {
	if days == 0 {
		return m
	}
	in := func(t lang.Text) lang.Text {
		out := make(lang.Text, len(t))
		for language, text := range t {
			out[language] = windowWord.ReplaceAllString(text, strconv.Itoa(days))
		}
		return out
	}
	m.Name, m.Plain = in(m.Name), in(m.Plain)
	return m
}

// Find returns the definition with the id, or a not-found *fault.Error that
// suggests the nearest one.
func (m *Metrics) Find(id string) (Metric, error) {
	if metric, ok := m.byID[id]; ok {
		return metric, nil
	}
	err := fault.New(fault.NotFound, "unknown-metric", "there is no metric %q", id)
	err.Issues = []fault.Issue{{Kind: "unknown-metric", Message: err.Message, Suggestion: fault.Closest(id, m.ids)}}
	return Metric{}, err
}

// currencyMode is the mode that the metric is computed in when another is asked
// for.
func (m Metric) currencyMode(asked CurrencyMode) CurrencyMode {
	if asked == ConstantRates && m.Measure.Convertible() {
		return ConstantRates
	}
	return FrozenRates
}
