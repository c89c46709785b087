package rules_test

import (
	"fmt"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// repeated is {{n:text}} in testdata/hostile.txt.
var repeated = regexp.MustCompile(`\{\{(\d+):(.*?)\}\}`)

func expand(t testing.TB, line string) string {
	return repeated.ReplaceAllStringFunc(line, func(m string) string {
		parts := repeated.FindStringSubmatch(m)
		n, err := strconv.Atoi(parts[1])
		if err != nil {
			t.Fatal(err)
		}
		return strings.Repeat(parts[2], n)
	})
}

// hostileFrame is as large as a schema allows: a list of 10,000 and lists of 20
// nested as deep as lists nest, filled where that is affordable.
func hostileFrame(t testing.TB) *rules.Frame {
	t.Helper()
	codes := make([]string, 64)
	weights := make([][]rules.Value, len(codes))
	for i := range codes {
		codes[i] = fmt.Sprintf("o%d", i)
		weights[i] = []rules.Value{rules.IntValue(int64(i))}
	}
	set := options(t, codes, []rules.Property{{Name: "w", Type: rules.Number}}, weights)
	rows := make([][]rules.Value, 5000)
	for i := range rows {
		rows[i] = []rules.Value{rules.IntValue(int64(i)), text(fmt.Sprint("t", i)), rules.IntValue(1)}
	}
	big := table(t, "big", []rules.Column{{Name: "n", Type: rules.Number}, {Name: "t", Type: rules.Text}, {Name: "v", Type: rules.Number}}, rows)
	names := func(extra ...rules.Name) []rules.Name {
		return append([]rules.Name{
			{Name: "b", Type: rules.Bool}, {Name: "n", Type: rules.Number}, {Name: "m", Type: rules.Number, Optional: true},
			{Name: "t", Type: rules.Text}, {Name: "c", Type: rules.Choice(set)}, {Name: "p", Type: rules.Multi(set)}, {Name: "d", Type: rules.Date},
		}, extra...)
	}
	nest := rules.Name{Name: "nest", Type: rules.Type{Kind: rules.ListKind, Max: 20, Ordered: true, Fields: names()}}
	for range rules.MaxDepth - 1 {
		nest = rules.Name{Name: "nest", Type: rules.Type{Kind: rules.ListKind, Max: 20, Ordered: true, Fields: names(nest)}}
	}
	schema, err := rules.NewSchema(names(rules.Name{Name: "long", Type: rules.List(rules.MaxInstances, names()...)}, nest), big)
	if err != nil {
		t.Fatal(err)
	}
	f := schema.NewFrame()
	fillHostile(f, set, 0)
	return f
}

// fillHostile fills lists to their limit, nested ones to a depth of three.
func fillHostile(f *rules.Frame, set *rules.Options, depth int) {
	all := make([]int, set.Len())
	for i := range all {
		all[i] = i
	}
	f.SetName("b", rules.BoolValue(true))
	f.SetName("n", rules.NumberValue(money.MustParse("123456789012345678901234567890.5")))
	f.SetName("t", text(strings.Repeat("a", 200)))
	f.SetName("c", set.Value(1))
	f.SetName("p", set.Set(all...))
	f.SetName("d", day("2026-03-31"))
	for slot, s := range f.Schema().Slots() {
		if s.Type.Kind != rules.ListKind || depth > 2 {
			continue
		}
		instances := make([]*rules.Frame, s.Type.Max)
		for i := range instances {
			instances[i] = f.Schema().Element(slot).NewFrame()
			fillHostile(instances[i], set, depth+1)
		}
		f.SetList(slot, instances...)
	}
}

// TestHostile shows that every expression of the corpus is refused or ends, and
// what it may allocate. That it also ends in time is what MaxSteps is for;
// BenchmarkHostile measures it.
func TestHostile(t *testing.T) {
	frame := hostileFrame(t)
	corpus := lines(t, "testdata/hostile.txt")
	if len(corpus) < 200 {
		t.Fatalf("the corpus has %d expressions", len(corpus))
	}
	var out strings.Builder
	for _, line := range corpus {
		source := expand(t, line)
		p, issues := rules.Compile(frame.Schema(), rules.Source{Text: source}, rules.Type{})
		switch {
		case p == nil && len(issues) == 0:
			t.Errorf("%s: neither a program nor an issue", line)
		case p == nil:
			fmt.Fprintf(&out, "refused  %s\n         %s\n", line, issues[0].Message[:min(120, len(issues[0].Message))])
		default:
			if used := allocated(func() { p.Value(frame) }); used > 64<<20 {
				t.Errorf("%s allocates %d MiB", line, used>>20)
			}
			fmt.Fprintf(&out, "runs     %s\n", line)
		}
	}
	golden(t, "testdata/hostile.golden", out.String())
}

// allocated returns the bytes that f allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// BenchmarkHostile reports the slowest run and the slowest compilation of the
// corpus.
func BenchmarkHostile(b *testing.B) {
	frame := hostileFrame(b)
	var run, compile time.Duration
	worst, slow := "", ""
	for b.Loop() {
		run, compile = 0, 0
		for _, line := range lines(b, "testdata/hostile.txt") {
			source := expand(b, line)
			start := time.Now()
			p, _ := rules.Compile(frame.Schema(), rules.Source{Text: source}, rules.Type{})
			if took := time.Since(start); took > compile {
				compile, slow = took, line
			}
			if p == nil {
				continue
			}
			start = time.Now()
			p.Value(frame)
			if took := time.Since(start); took > run {
				run, worst = took, line
			}
		}
	}
	b.ReportMetric(float64(run.Microseconds())/1000, "ms-slowest-run")
	b.ReportMetric(float64(compile.Microseconds())/1000, "ms-slowest-compile")
	b.Logf("slowest run: %s, slowest compilation: %s", worst, slow)
}
