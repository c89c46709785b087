package bench_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/configurator/bench"
	"github.com/quotient-cpq/quotient/configurator/synthetic"
	"github.com/quotient-cpq/quotient/examples"
	"github.com/quotient-cpq/quotient/internal/civil"
)

// bike: a belt (1) needs hub gears (2); a derailleur (3) excludes hub gears;
// one of the two is there.
const bike = `c 1 belt
p cnf 3 3
-1 2 0
-2 -3 0
2 3 0
`

func Example() {
	s, err := bench.ReadDIMACS("bike", strings.NewReader(bike))
	if err != nil {
		panic(err)
	}
	available, open, err := s.Available(context.Background(), []string{"1"})
	fmt.Println(available, open, err)
	// Output: [1 2 -3] [] <nil>
}

const tables = `{
  "variables": [{"name": "motor", "values": ["s", "l"]}, {"name": "battery", "values": ["a", "b", "c"]}, {"name": "colour", "values": ["red"]}],
  "tables": [{"name": "t", "scope": ["motor", "battery"], "rows": [[0, 0], [0, 1], [1, 2]]}]
}`

func TestTablesLimitEachOther(t *testing.T) {
	s, err := bench.ReadTables("t", strings.NewReader(tables))
	if err != nil {
		t.Fatal(err)
	}
	available, open, err := s.Available(context.Background(), []string{"motor=s"})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"motor=s", "battery=a", "battery=b", "colour=red"}; !slices.Equal(available, want) {
		t.Errorf("available %v, want %v", available, want)
	}
	if want := []string{"battery=a", "battery=b"}; !slices.Equal(open, want) {
		t.Errorf("open %v, want %v", open, want)
	}
}

func TestReplayFindsTheSameAndTellsDifferences(t *testing.T) {
	subject := func() bench.Subject {
		s, err := bench.ReadDIMACS("bike", strings.NewReader(bike))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	var dump bytes.Buffer
	report, err := bench.Run(context.Background(), subject(), bench.Options{Sessions: 3, Clicks: 5, Seed: 7, Now: time.Now, Dump: &dump})
	if err != nil {
		t.Fatal(err)
	}
	if report.Variables != 3 || report.Values != 6 || report.Clicks == 0 {
		t.Errorf("report %+v", report)
	}
	again, differing, err := bench.Replay(context.Background(), subject(), bytes.NewReader(dump.Bytes()), bench.Options{Now: time.Now})
	if err != nil || differing != 0 || again.Clicks != report.Clicks {
		t.Errorf("replay: %+v, %d differing, %v", again, differing, err)
	}
	var click bench.Click
	if err := json.Unmarshal(dump.Bytes()[:bytes.IndexByte(dump.Bytes(), '\n')], &click); err != nil {
		t.Fatal(err)
	}
	click.Available = click.Available[1:]
	wrong, err := json.Marshal(click)
	if err != nil {
		t.Fatal(err)
	}
	if _, differing, err = bench.Replay(context.Background(), subject(), bytes.NewReader(wrong), bench.Options{Now: time.Now}); err != nil || differing != 1 {
		t.Errorf("replay of a wrong dump: %d differing, %v", differing, err)
	}
}

// sessions is how many random sessions the tests click through in all; the
// environment variable QUOTIENT_SESSIONS asks for more.
func sessions(t *testing.T) int {
	t.Helper()
	given := os.Getenv("QUOTIENT_SESSIONS")
	if given == "" {
		return 80
	}
	n, err := strconv.Atoi(given)
	if err != nil {
		t.Fatalf("QUOTIENT_SESSIONS: %v", err)
	}
	return n
}

// subjects are the examples and some synthetic models.
func subjects(t *testing.T) map[string]bench.Subject {
	t.Helper()
	names, err := fs.Glob(examples.Files, "*/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bench.Subject{}
	add := func(name string, m *configurator.Model, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		c, err := configurator.Compile(m, civil.MustParse("2026-06-01"))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = bench.OfModel(m, c)
	}
	for _, name := range names {
		if path.Dir(name) != "prices" {
			m, err := configurator.Load(examples.Files, name)
			add(name, m, err)
		}
	}
	for n := range uint64(3) {
		text := synthetic.Model(synthetic.Options{Attributes: 30, Rules: 60, Components: 4, Seed: n + 1})
		m, err := configurator.Load(fstest.MapFS{"m.yaml": {Data: []byte(text)}}, "m.yaml")
		add(fmt.Sprintf("synthetic-%d", n+1), m, err)
	}
	return out
}

func TestRandomSessionsMeetNoDeadEnd(t *testing.T) {
	all := subjects(t)
	each := (sessions(t) + len(all) - 1) / len(all)
	for name, s := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			report, err := bench.Run(context.Background(), s, bench.Options{Sessions: each, Clicks: 15, Seed: 1, Now: time.Now})
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%+v", report)
		})
	}
}

func TestWrongFilesAreRefused(t *testing.T) {
	for name, text := range map[string]string{
		"no header":        "1 2 0\n",
		"too large":        "p cnf 99999999 1\n",
		"unknown literal":  "p cnf 2 1\n3 0\n",
		"header twice":     "p cnf 2 1\np cnf 2 1\n",
		"not a number":     "p cnf 2 1\nx 0\n",
		"negative literal": "p cnf 2 1\n-3 0\n",
	} {
		if _, err := bench.ReadDIMACS(name, strings.NewReader(text)); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
	for name, text := range map[string]string{
		"unknown variable": `{"variables": [], "tables": [{"name": "t", "scope": ["x"], "rows": []}]}`,
		"short row":        `{"variables": [{"name": "x", "values": ["1"]}], "tables": [{"name": "t", "scope": ["x"], "rows": [[]]}]}`,
		"unknown value":    `{"variables": [{"name": "x", "values": ["1"]}], "tables": [{"name": "t", "scope": ["x"], "rows": [[1]]}]}`,
		"twice":            `{"variables": [{"name": "x", "values": ["1"]}, {"name": "x", "values": ["1"]}], "tables": []}`,
		"no JSON":          `{`,
	} {
		if _, err := bench.ReadTables(name, strings.NewReader(text)); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}
