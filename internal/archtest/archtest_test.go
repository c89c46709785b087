package archtest

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/quotient-cpq/quotient/"

// allowed lists, for each package with a place in the order, the packages of
// ours that it may import. A subpackage has its parent's place.
var allowed = map[string][]string{
	"internal/fault":    {},
	"internal/lang":     {},
	"internal/civil":    {},
	"internal/identity": {},
	"internal/money":    {"internal/fault", "internal/lang"},
	"internal/table":    {"internal/money", "internal/fault", "internal/lang", "internal/civil", "internal/identity"},
	"rules":             {"internal/money", "internal/fault", "internal/lang", "internal/civil"},
	"configurator":      {"rules", "internal/money", "internal/fault", "internal/lang", "internal/civil"},
	"pricing":           {"rules", "internal/money", "internal/fault", "internal/lang", "internal/civil"},
	"catalog":           {"configurator", "pricing", "rules", "internal/money", "internal/fault", "internal/lang", "internal/civil", "internal/identity"},
	"quotes":            {"catalog", "configurator", "pricing", "rules", "internal/money", "internal/fault", "internal/lang", "internal/civil", "internal/identity", "internal/table"},
	"kpi":               {"internal/table", "internal/money", "internal/fault", "internal/lang", "internal/civil", "internal/identity"},
}

// exclusive lists outside packages with the only places of ours that may
// import them, tests apart.
var exclusive = map[string][]string{
	"github.com/labstack/echo":    {"api"},
	"github.com/johnfercher":      {"internal/document"},
	"github.com/pdfcpu/pdfcpu":    {"internal/document"},
	"github.com/jackc/pgx":        {"internal/postgres", "internal/jobs", "internal/pgtest", "internal/localpg"},
	"github.com/riverqueue/river": {"internal/jobs"},
	"github.com/shopspring":       {"internal/money"},
	"github.com/expr-lang/expr":   {"rules"},
	"github.com/xuri/excelize":    {"internal/sheet"},
	"github.com/wneessen/go-mail": {"internal/mail"},
	"github.com/alecthomas/kong":  {"cmd/quotient"},
}

// domains may reach none of these, not even through another package.
var domains = []string{"rules", "configurator", "pricing", "catalog", "quotes", "kpi"}
var unreachable = []string{"net/http", "github.com/jackc/pgx", "github.com/labstack/echo", "github.com/johnfercher"}

type pkg struct {
	ImportPath string
	Imports    []string
	Deps       []string
	GoFiles    []string
	Dir        string
}

func packages(t *testing.T) map[string]pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps=false", "-json=ImportPath,Imports,Deps,GoFiles,Dir", "./...")
	cmd.Dir = "../.."
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]pkg{}
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return found
		} else if err != nil {
			t.Fatal(err)
		}
		found[strings.TrimPrefix(p.ImportPath, module)] = p
	}
}

// within reports whether name is the package path or lies below it.
func within(name, path string) bool { return name == path || strings.HasPrefix(name, path+"/") }

func TestImportsPointDown(t *testing.T) {
	for name, p := range packages(t) {
		for place, may := range allowed {
			if within(name, place) {
				checkAllowed(t, name, place, p.Imports, may)
			}
		}
		for outside, places := range exclusive {
			if slices.ContainsFunc(places, func(place string) bool { return within(name, place) }) {
				continue
			}
			for _, i := range p.Imports {
				if within(i, outside) {
					t.Errorf("%s imports %s: only %v may", name, i, places)
				}
			}
		}
		if within(name, "api") && slices.Contains(p.Imports, module+"internal/postgres") {
			t.Errorf("%s imports internal/postgres: api calls the domains, never their storage", name)
		}
		if !within(name, "cmd") && slices.ContainsFunc(p.Imports, func(i string) bool { return within(i, module+"api") && !within(name, "api") }) {
			t.Errorf("%s imports api: only cmd may", name)
		}
	}
}

func checkAllowed(t *testing.T, name, place string, imports, may []string) {
	t.Helper()
	for _, i := range imports {
		ours, isOurs := strings.CutPrefix(i, module)
		if !isOurs || within(ours, place) {
			continue
		}
		if !slices.ContainsFunc(may, func(m string) bool { return within(ours, m) }) {
			t.Errorf("%s imports %s: it may import %v only", name, ours, may)
		}
	}
}

func TestDomainsReachNoTransportAndNoStorage(t *testing.T) {
	all := packages(t)
	for name, p := range all {
		if !slices.ContainsFunc(domains, func(d string) bool { return within(name, d) }) {
			continue
		}
		for _, dep := range p.Deps {
			for _, bad := range unreachable {
				if within(dep, bad) {
					t.Errorf("%s reaches %s", name, dep)
				}
			}
		}
		if slices.Contains(p.Imports, "os") {
			t.Errorf("%s imports os: take an fs.FS or a value instead", name)
		}
		for _, file := range p.GoFiles {
			if readsClock(t, p.Dir+"/"+file) {
				t.Errorf("%s/%s calls time.Now: take the clock as a value", name, file)
			}
		}
	}
}

func readsClock(t *testing.T, file string) bool {
	t.Helper()
	source, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Contains(string(source), "time.Now()")
}

// The rules above name packages; a renamed one must not slip out of them.
func TestTheNamedPackagesExist(t *testing.T) {
	all := packages(t)
	for name := range allowed {
		if _, ok := all[name]; !ok {
			t.Errorf("there is no package %s", name)
		}
	}
}

// The engine also runs in a browser: these build for WebAssembly.
func TestEngineBuildsForWebAssembly(t *testing.T) {
	for _, name := range []string{"rules", "configurator", "pricing"} {
		cmd := exec.Command("go", "build", "./"+name+"/...")
		cmd.Dir = "../.."
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", name, err, out)
		}
	}
}
