package main

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// files writes files into a new folder and returns their paths by name.
func files(t *testing.T, contents map[string]string) map[string]string {
	t.Helper()
	dir := t.TempDir()
	out := map[string]string{}
	for name, content := range contents {
		out[name] = filepath.Join(dir, name)
		if err := os.WriteFile(out[name], []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func decoded[T any](t *testing.T, text string) T {
	t.Helper()
	var out T
	if err := json.Unmarshal([]byte(text), &out); err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return out
}

const lamp = `model: lamp
label: {en: Lamp, fr: Lampe}
attributes:
  - {code: bulb, type: choice, required: true, options: [{code: led, properties: {watt: 8}}, {code: halogen, properties: {watt: 40}}]}
  - {code: shade, type: choice, required: true, options: [paper, glass, steel]}
  - {code: dimmer, type: bool}
rules:
  - {name: heat, when: bulb.watt > 20, require: shade != "paper"}
tests:
  - {name: halogen burns paper, given: {bulb: halogen}, expect: {excluded: {shade: paper}}}
`

// broken has three mistakes of different kinds.
const broken = `model: broken
attributes:
  - {code: bulb, type: choice, options: [led, halogen]}
  - {code: size, type: integer, min: 1}
rules:
  - {name: a, require: bulp == "led"}
  - {name: b, require: bulb == "leed"}
`

func TestModelCheckReportsEverythingAtOnce(t *testing.T) {
	t.Parallel()
	f := files(t, map[string]string{"lamp.yaml": lamp, "broken.yaml": broken})
	got := execute(t.Context(), "model", "check", f["broken.yaml"], f["lamp.yaml"])
	if got.code != 1 || !strings.Contains(got.stderr, "not all models") {
		t.Errorf("exit code %d: %s", got.code, got.stderr)
	}
	for _, want := range []string{f["broken.yaml"] + ":4:", "lamp sha256:"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("%q is missing in\n%s", want, got.stdout)
		}
	}
	bounded := strings.Replace(broken, "min: 1", "min: 1, max: 9", 1)
	f = files(t, map[string]string{"broken.yaml": bounded, "lamp.yaml": lamp})
	got = execute(t.Context(), "model", "check", "--json", f["broken.yaml"], f["lamp.yaml"])
	type report struct {
		File, Model, Version string
		Issues               []struct {
			Suggestion string
			Line       int
			Column     int
		}
	}
	all := decoded[[]report](t, got.stdout)
	if got.code != 1 || len(all) != 2 || len(all[0].Issues) != 2 || all[0].Issues[0].Suggestion != "bulb" || all[0].Issues[1].Suggestion != "led" ||
		all[1].Model != "lamp" || !strings.HasPrefix(all[1].Version, "sha256:") || len(all[1].Issues) != 0 {
		t.Errorf("exit code %d: %+v", got.code, all)
	}
}

func TestModelTestSaysWhatFailsAndWhatIsNotShown(t *testing.T) {
	t.Parallel()
	f := files(t, map[string]string{
		"lamp.yaml": lamp, "broken.yaml": broken,
		"red.yaml": lamp + "  - {name: wrong, given: {bulb: led}, expect: {excluded: {shade: paper}, price: 3}}\n",
	})
	if got := execute(t.Context(), "model", "test", f["lamp.yaml"]); got.code != 0 || !strings.Contains(got.stdout, "ok     ") ||
		!strings.Contains(got.stdout, "tests show 1 of 1 rules and 1 of 5 options") {
		t.Errorf("green: %+v", got)
	}
	got := execute(t.Context(), "model", "test", f["broken.yaml"], f["red.yaml"])
	for _, want := range []string{"broken.yaml:4:", "FAILED", "red.yaml:11:", "expected shade = paper to be excluded, found available", "the price was not checked"} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("%q is missing in\n%s", want, got.stdout)
		}
	}
	if got.code != 1 {
		t.Errorf("exit code %d", got.code)
	}
	got = execute(t.Context(), "model", "test", "--json", f["red.yaml"])
	type report struct {
		Passed  bool
		Results []struct {
			Name    string
			Passed  bool
			Skipped []string
		}
		UntestedRules   []string `json:"untested_rules"`
		UntestedOptions []string `json:"untested_options"`
		Options         int
	}
	all := decoded[[]report](t, got.stdout)
	if got.code != 1 || len(all) != 1 || all[0].Passed || !all[0].Results[0].Passed || all[0].Results[1].Passed ||
		!slices.Equal(all[0].Results[1].Skipped, []string{"price"}) || len(all[0].UntestedRules) != 0 ||
		!slices.Equal(all[0].UntestedOptions, []string{"shade=paper", "shade=glass", "shade=steel"}) || all[0].Options != 5 {
		t.Errorf("exit code %d: %+v", got.code, all)
	}
}

func TestModelTestChecksPricesWithPriceDocuments(t *testing.T) {
	t.Parallel()
	f := files(t, map[string]string{
		"lamp.yaml":  strings.Replace(lamp, "label: {en: Lamp, fr: Lampe}", "item: LAMP", 1) + "  - {name: price, given: {bulb: led, shade: glass}, expect: {price: 15.50}}\n",
		"book.yaml":  "book: b\ncurrency: EUR\nmodels:\n  lamp: {base: {price: 12}, options: {bulb: {led: {price: 3.50}}}}\n",
		"other.yaml": "book: b\ncurrency: EUR\nmodels:\n  other: {base: {price: 12}}\n",
		"items.csv":  "sku,name_en\nLAMP,Lamp\n",
	})
	got := execute(t.Context(), "model", "test", "--with", f["book.yaml"], "--with", f["items.csv"], f["lamp.yaml"])
	if got.code != 0 || strings.Contains(got.stdout, "was not checked") {
		t.Errorf("the right price: %+v", got)
	}
	dearer := files(t, map[string]string{"book.yaml": "book: b\ncurrency: EUR\nmodels:\n  lamp: {base: {price: 13}}\n"})["book.yaml"]
	if got = execute(t.Context(), "model", "test", "--with", dearer, f["lamp.yaml"]); got.code != 1 || !strings.Contains(got.stdout, "expected the price 15.5, found 13") {
		t.Errorf("another price: %+v", got)
	}
	if got = execute(t.Context(), "model", "test", "--with", f["other.yaml"], f["lamp.yaml"]); got.code != 1 || !strings.Contains(got.stdout, "no price: ") {
		t.Errorf("no price: %+v", got)
	}
}

const sick = `model: sick
attributes:
  - {code: bulb, type: choice, required: true, options: [led, halogen, neon]}
  - {code: shade, type: choice, required: true, options: [paper, glass]}
rules:
  - {name: no-neon, require: bulb != "neon"}
  - {name: glass-only, require: shade != "paper"}
  - {name: neon-shade, when: bulb == "neon", require: shade == "glass"}
  - {name: said-twice, require: not (shade == "paper" and bulb == "led")}
`

func TestModelAnalyseFindsWhatNoConfigurationShows(t *testing.T) {
	t.Parallel()
	f := files(t, map[string]string{"lamp.yaml": lamp, "sick.yaml": sick, "dead.yaml": sick + `  - {name: paper, require: shade == "paper"}
  - {name: harmless, require: bulb != "halogen"}
`})
	if got := execute(t.Context(), "model", "analyse", f["lamp.yaml"]); got.code != 0 || !strings.Contains(got.stdout, ": 10 configurations\n") ||
		!strings.Contains(got.stdout, "0 dead, 0 always chosen, 0 idle and 0 redundant rules") {
		t.Errorf("healthy: %+v", got)
	}
	got := execute(t.Context(), "model", "analyse", f["sick.yaml"])
	for _, want := range []string{
		"bulb=neon can never be chosen (proved): no-neon", "shade=paper can never be chosen (proved): glass-only",
		"shade=glass is always chosen (proved): glass-only", "rule neon-shade never fires (proved)", "rule said-twice follows from the others (proved)",
	} {
		if !strings.Contains(got.stdout, want) {
			t.Errorf("%q is missing in\n%s", want, got.stdout)
		}
	}
	if got.code != 1 {
		t.Errorf("exit code %d", got.code)
	}
	got = execute(t.Context(), "model", "analyse", "--json", f["sick.yaml"], f["dead.yaml"])
	type finding struct {
		Path, Value, Verdict, Rule string
		Because                    []string
	}
	type report struct {
		Possible                      bool
		Contradiction                 []string
		Dead, Forced, Idle, Redundant []finding
	}
	all := decoded[[]report](t, got.stdout)
	if got.code != 1 || len(all) != 2 || len(all[0].Dead) != 2 || len(all[0].Forced) != 1 || len(all[0].Idle) != 1 || len(all[0].Redundant) != 1 {
		t.Fatalf("exit code %d: %+v", got.code, all)
	}
	if slices.Sort(all[1].Contradiction); all[1].Possible || !slices.Equal(all[1].Contradiction, []string{"glass-only", "paper"}) {
		t.Errorf("the contradiction is %+v; want the two rules that make it", all[1])
	}
}

func TestModelDiffNamesParts(t *testing.T) {
	t.Parallel()
	after := strings.NewReplacer("watt: 40", "watt: 35", "glass, steel", "glass, brass", "when: bulb.watt > 20", "when: bulb.watt > 30").Replace(lamp)
	f := files(t, map[string]string{"before.yaml": lamp, "after.yaml": after})
	got := execute(t.Context(), "model", "diff", f["before.yaml"], f["after.yaml"])
	want := `~ attributes/bulb/options/halogen/properties/watt  40 -> 35
- attributes/shade/options/steel  
~ rules/heat/when  bulb.watt > 20 -> bulb.watt > 30
+ attributes/shade/options/brass  
`
	if got.code != 0 || got.stdout != want {
		t.Errorf("exit code %d:\n%s", got.code, got.stdout)
	}
	all := decoded[[]struct{ Path, Kind, Before, After string }](t, execute(t.Context(), "model", "diff", "--json", f["before.yaml"], f["after.yaml"]).stdout)
	if len(all) != 4 || all[0].Kind != "changed" || all[0].Before != "40" || all[0].After != "35" || all[3].Kind != "added" {
		t.Errorf("%+v", all)
	}
	if same := execute(t.Context(), "model", "diff", "--json", f["before.yaml"], f["before.yaml"]); strings.TrimSpace(same.stdout) != "[]" {
		t.Errorf("a model and itself: %s", same.stdout)
	}
}

const formula = "c a belt needs hub gears\np cnf 3 3\n-1 2 0\n-2 -3 0\n2 3 0\n"

const allowed = `{"variables": [{"name": "motor", "values": ["s", "l"]}, {"name": "battery", "values": ["a", "b", "c"]}],
 "tables": [{"name": "t", "scope": ["motor", "battery"], "rows": [[0, 0], [0, 1], [1, 2]]}]}`

func TestModelBenchReadsEveryForm(t *testing.T) {
	t.Parallel()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	if _, err := w.Write([]byte(formula)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	f := files(t, map[string]string{
		"lamp.yaml": lamp, "bike.dimacs": formula, "bike2.cnf.gz": packed.String(), "tables.json": allowed,
		"lamp2.json": `{"model": "lamp2", "attributes": [{"code": "bulb", "type": "choice", "options": ["led", "neon"]}, {"code": "dim", "type": "bool"}]}`,
	})
	f["synthetic"] = "synthetic:12x20"
	for name, model := range map[string]string{
		"lamp.yaml": "lamp", "bike.dimacs": "bike", "bike2.cnf.gz": "bike2", "tables.json": "tables", "lamp2.json": "lamp2", "synthetic": "synthetic-12x20",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := execute(t.Context(), "model", "bench", "--sessions", "4", "--clicks", "5", "--seed", "9", "--json", f[name])
			report := decoded[map[string]any](t, got.stdout)
			want := []string{"clicks", "first_ms", "max_ms", "model", "p50_ms", "p95_ms", "p99_ms", "rss_mb", "sessions", "solver_calls_per_click", "values", "variables"}
			if keys := slices.Sorted(maps.Keys(report)); got.code != 0 || !slices.Equal(keys, want) {
				t.Fatalf("exit code %d, %s: fields %v", got.code, got.stderr, keys)
			}
			if report["model"] != model || report["sessions"] != 4.0 || report["variables"].(float64) < 2 || report["values"].(float64) < 4 || report["rss_mb"].(float64) <= 0 {
				t.Errorf("%v", report)
			}
		})
	}
	if got := execute(t.Context(), "model", "bench", f["lamp.yaml"]); got.code != 0 || !strings.Contains(got.stdout, "per click: p50 ") {
		t.Errorf("readable: %+v", got)
	}
	written := filepath.Join(t.TempDir(), "written.yaml")
	if got := execute(t.Context(), "model", "bench", "--write", written, "synthetic:9x9"); got.code != 0 {
		t.Errorf("%+v", got)
	}
	if got := execute(t.Context(), "model", "check", written); got.code != 0 || !strings.Contains(got.stdout, "synthetic-9x9") {
		t.Errorf("the model written: %+v", got)
	}
	for args, want := range map[string]string{"nowhere.cnf": "no such file", f["lamp.yaml"] + "x": "must end in", "synthetic:0x1": "is written as"} {
		if args == f["lamp.yaml"]+"x" {
			if err := os.WriteFile(args, nil, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if got := execute(t.Context(), "model", "bench", args); got.code != 1 || !strings.Contains(got.stderr, want) {
			t.Errorf("%s: %+v", args, got)
		}
	}
}

func TestModelBenchDumpsAndReplays(t *testing.T) {
	t.Parallel()
	f := files(t, map[string]string{"lamp.yaml": lamp, "bike.cnf": formula})
	for _, name := range []string{"lamp.yaml", "bike.cnf"} {
		dump, again := filepath.Join(t.TempDir(), "dump"), filepath.Join(t.TempDir(), "again")
		if got := execute(t.Context(), "model", "bench", "--sessions", "5", "--clicks", "4", "--dump", dump, f[name]); got.code != 0 {
			t.Fatal(got.stderr)
		}
		if got := execute(t.Context(), "model", "bench", "--replay", dump, "--dump", again, f[name]); got.code != 0 {
			t.Fatal(got.stderr)
		}
		one, err := os.ReadFile(dump)
		if err != nil {
			t.Fatal(err)
		}
		two, err := os.ReadFile(again)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(one, two) || len(one) == 0 {
			t.Errorf("%s: the replay wrote\n%s\ninstead of\n%s", name, two, one)
		}
		type click struct {
			Session, Click   int
			Picks, Available []any
		}
		first := decoded[click](t, string(one[:bytes.IndexByte(one, '\n')]))
		if len(first.Picks) != 1 || len(first.Available) < 3 {
			t.Fatalf("%+v", first)
		}
		if _, number := first.Available[0].(float64); number != (name == "bike.cnf") {
			t.Errorf("%s: values are written as %v", name, first.Available)
		}
		first.Available = first.Available[1:]
		wrong, err := json.Marshal(first)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(dump, bytes.ToLower(wrong), 0o600); err != nil {
			t.Fatal(err)
		}
		if got := execute(t.Context(), "model", "bench", "--replay", dump, f[name]); got.code != 1 || !strings.Contains(got.stderr, "1 clicks answer otherwise") {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// A price document given to a model command is told what it is.
func TestPriceDocumentsAreNotModels(t *testing.T) {
	t.Parallel()
	f := files(t, map[string]string{
		"promotion.yaml": "code: SPRING\nname: Spring\npercent: 3\nmodels: [lamp]\n", "promotion.json": "{\"code\": \"SPRING\", \"percent\": 3}",
		"contract.yaml": "code: K-7\ncustomer: C1\ndiscounts: [{percent: 2}]\n", "procedure.yaml": "procedure: house\nsteps: []\n",
	})
	for file, what := range map[string]string{
		"../../examples/prices/eur.yaml": "a price book", "../../examples/prices/taxes.yaml": "a tax table", "../../examples/prices/rates.yaml": "a list of exchange rates",
		f["promotion.yaml"]: "a promotion", f["promotion.json"]: "a promotion", f["contract.yaml"]: "a contract", f["procedure.yaml"]: "a price procedure",
	} {
		got := execute(t.Context(), "model", "check", file)
		if got.code != 1 || strings.Count(got.stdout, "\n") != 1 || !strings.Contains(got.stdout, "this is "+what+"; use quotient price check") {
			t.Errorf("%s: %+v", file, got)
		}
	}
	typo := files(t, map[string]string{"lamp.json": `{
  "modle": "lamp",
  "attributes": [{
    "code": "bulb", "type": "bool"
  }]
}`})
	if got := execute(t.Context(), "model", "check", typo["lamp.json"]); got.code != 1 || strings.Contains(got.stdout, "this is ") {
		t.Errorf("a model with a wrong first line: %+v", got)
	}
}
