package kpi_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/kpi"
)

func TestDefinitionsAreComplete(t *testing.T) {
	metrics, err := kpi.Definitions()
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{"quotes_sent", "order_intake", "conversion_within"} {
		if _, err := metrics.Find(id); err != nil {
			t.Error(err)
		}
	}
	_, err = metrics.Find("order_intakes")
	if issues := fault.IssuesOf(err); len(issues) != 1 || issues[0].Suggestion != "order_intake" {
		t.Errorf("a misspelt name gives %v", err)
	}
}

func TestLoadMetricsReportsAllMistakes(t *testing.T) {
	files := fstest.MapFS{
		"metrics/a.yaml": {Data: []byte("id: b\nversion: 0\nname: {en: only English}\n")},
		"metrics/c.yaml": {Data: []byte("id: c\nversoin: 1\n")},
	}
	_, err := kpi.LoadMetrics(files)
	text := strings.ReplaceAll(err.Error(), "\n", " ")
	for _, want := range []string{"must be the file's name", "version must be", "name has no text in [fr]", "owner is required",
		"source_events is required", "unknown measure", "metrics/c.yaml:2:1", "versoin"} {
		if !strings.Contains(text, want) {
			t.Errorf("not reported: %s\n%v", want, err)
		}
	}
}

func TestTextsNameTheWindow(t *testing.T) {
	t.Parallel()
	metrics, err := kpi.Definitions()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range metrics.All() {
		if m.ID == "conversion_within" && (m.Name["en"] != "Conversion within 90 days" || m.Name["fr"] != "Taux de transformation à 90 jours") {
			t.Errorf("%v", m.Name)
		}
	}
}
