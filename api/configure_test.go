package api_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// pick is one decision in a request.
func pick(path string, value any) object { return object{"path": path, "value": value} }

func TestConfigureNeverEndsInADeadEnd(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	const configure = "/v1/models/city-bike/configure"

	unknown := rep.post(configure, object{"picks": list{pick("brakes", "rim"), pick("frame", "allu"), pick("moter", "c250")}}).
		want(http.StatusUnprocessableEntity)
	if got := strings.Join(unknown.pointers(), " "); got != "/picks/1/value /picks/2/path" {
		t.Errorf("unknown picks are at %s", got)
	}
	if unknown.text("errors/0/suggestion") != "alu" || unknown.text("errors/1/suggestion") != "motor" {
		t.Errorf("suggestions: %s", unknown.body)
	}

	picks := list{pick("brakes", "rim"), pick("motor", "c250")}
	conflict := rep.post(configure, object{"picks": picks, "reasons": true}).want(http.StatusOK)
	if conflict.text("state/valid") != "false" || conflict.text("state/conflicts/0/path") != "brakes" || conflict.text("state/conflicts/0/rules/0") != "motor-discs" {
		t.Errorf("picks that contradict each other: %s", conflict.body)
	}
	why := rep.post("/v1/models/city-bike/explain", object{"picks": picks, "path": "brakes", "value": "rim"}).want(http.StatusOK)
	if why.text("status") != "conflict" || why.count("reasons") != 2 || why.text("irreducible") != "true" {
		t.Errorf("explained: %s", why.body)
	}
	out := rep.post("/v1/models/city-bike/repair", object{"picks": picks, "path": "brakes", "value": "rim", "price": object{"currency": "EUR"}}).want(http.StatusOK)
	if out.text("possible") != "true" || out.count("repairs") == 0 || out.text("repairs/0/drop/0") != "1" || out.at("repairs/0/delta") == nil {
		t.Errorf("repaired: %s", out.body)
	}

	rep.post("/v1/models/city-bike/bom", object{"picks": picks}).problem(http.StatusConflict, "configuration-in-conflict")
	open := rep.post(configure, object{"picks": list{}}).want(http.StatusOK)
	if open.text("state/complete") != "true" {
		rep.post("/v1/models/city-bike/bom", object{"picks": list{}}).problem(http.StatusConflict, "incomplete-configuration")
	}
	full := rep.post("/v1/models/city-bike/complete", object{"picks": list{pick("motor", "c250")}}).want(http.StatusOK)
	bom := rep.post("/v1/models/city-bike/bom", object{"picks": full.at("picks")}).want(http.StatusOK)
	if bom.count("sales") == 0 || bom.count("manufacturing") == 0 || bom.count("routing/operations") == 0 {
		t.Errorf("bill of materials: %s", bom.body)
	}
}

func TestConfigurationsAreCompared(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	rep := w.user("Julie", identity.Rep)
	const compare = "/v1/models/city-bike/compare"
	got := rep.post(compare, object{"picks": list{pick("frame", "alu")}, "other": list{pick("frame", "carbon")}, "price": object{"currency": "EUR"}}).want(http.StatusOK)
	found := false
	for i := range got.count("changes") {
		at := fmt.Sprintf("changes/%d/", i)
		found = found || got.text(at+"path") == "frame" && got.text(at+"before") == "alu" && got.text(at+"after") == "carbon"
	}
	if !found || got.at("price") == nil || strings.HasPrefix(got.text("delta/one_off"), "-") || got.text("delta/one_off") == "0" {
		t.Errorf("compared: %s", got.body)
	}
	same := rep.post(compare, object{"picks": list{pick("frame", "alu")}, "other": list{pick("frame", "alu")}}).want(http.StatusOK)
	if same.count("changes") != 0 || same.at("price") != nil {
		t.Errorf("compared with itself: %s", same.body)
	}
	wrong := rep.post(compare, object{"picks": list{}, "other": list{pick("frame", "allu")}}).want(http.StatusUnprocessableEntity)
	if got := strings.Join(wrong.pointers(), " "); got != "/other/0/value" {
		t.Errorf("a wrong pick of the other is at %s", got)
	}
}

func TestUpgradeFromAWithdrawnVersion(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	modeller, rep := w.user("Antoine", identity.Modeller), w.user("Julie", identity.Rep)
	const configure, upgrade = "/v1/models/city-bike/configure", "/v1/models/city-bike/upgrade"
	old := rep.get("/v1/models/city-bike").text("version")

	city := example(t, "bikes/city-bike.yaml")
	renamed := strings.Replace(city, "{code: alu, ", "{code: aluminium, was: [alu], ", 1)
	renamed = strings.NewReplacer("default: alu", "default: aluminium", `frame == "alu"`, `frame == "aluminium"`, "frame: alu", "frame: aluminium").Replace(renamed)
	published := modeller.post("/v1/models/city-bike/versions", object{"files": object{"city-bike.yaml": renamed}}).want(http.StatusOK)
	modeller.post("/v1/models/city-bike/versions/"+old+"/withdraw", nil).want(http.StatusOK)

	picks := list{pick("frame", "alu"), pick("brakes", "hydraulic")}
	gone := rep.post(configure, object{"version": old, "picks": picks}).problem(http.StatusConflict, "version-withdrawn")
	present := gone.text("details/present_version")
	if present != published.text("version") {
		t.Fatalf("the present version is not named: %s", gone.body)
	}
	up := rep.post(upgrade, object{"version": old, "to": present, "picks": picks}).want(http.StatusOK)
	if up.text("from") != old || up.text("to") != present || up.count("lost") != 0 || up.count("renamed") != 1 ||
		up.text("renamed/0/after/value") != "aluminium" || up.count("picks") != 2 || up.count("changes") != 0 {
		t.Errorf("upgraded: %s", up.body)
	}
	if now := rep.post(configure, object{"version": present, "picks": up.at("picks")}).want(http.StatusOK); now.text("state/valid") != "true" {
		t.Errorf("the picks after the upgrade: %s", now.body)
	}
	back := rep.post(upgrade, object{"version": present, "to": old, "picks": list{}}).problem(http.StatusConflict, "version-withdrawn")
	if back.text("details/present_version") != present {
		t.Errorf("an upgrade to a withdrawn version: %s", back.body)
	}
	rep.post(upgrade, object{"version": old, "picks": list{pick("frame", "wood")}}).want(http.StatusUnprocessableEntity)
}

// largestClick is what the answer to one click on a model of 500 options may
// weigh: it is sent after every click.
const largestClick = 64 << 10

func TestOneClickOnALargeModelIsOneSmallAnswer(t *testing.T) {
	t.Parallel()
	w := newWorld(t)
	w.company()
	modeller, rep := w.user("Antoine", identity.Modeller), w.user("Julie", identity.Rep)
	var text strings.Builder
	text.WriteString("model: large\nlabel: {en: Large}\nattributes:\n")
	for a := range 50 {
		fmt.Fprintf(&text, "  - {code: a%d, type: choice, required: true, options: [", a)
		for o := range 10 {
			fmt.Fprintf(&text, "{code: o%d, label: {en: Option %d of attribute %d, fr: Option %d de l'attribut %d}}, ", o, o, a, o, a)
		}
		text.WriteString("]}\n")
	}
	text.WriteString("rules:\n")
	for a := range 49 {
		fmt.Fprintf(&text, "  - {name: r%d, when: 'a%d == \"o1\"', require: 'a%d != \"o2\"'}\n", a, a, a+1)
	}
	modeller.post("/v1/models/large/versions", object{"files": object{"large.yaml": text.String()}}).want(http.StatusOK)
	click := rep.post("/v1/models/large/configure", object{"picks": list{pick("a3", "o1"), pick("a17", "o5")}}).want(http.StatusOK)
	t.Logf("one click on 500 options: %d bytes", len(click.body))
	if len(click.body) > largestClick {
		t.Errorf("one click on 500 options weighs %d bytes", len(click.body))
	}
}
