package configurator

import (
	"strings"
	"testing"
)

func TestOnlyComputedValuesThatMayBeMissingAreDoubted(t *testing.T) {
	text := `
model: doubts
attributes:
  - {code: n, type: integer, min: 1, max: 9, required: true}
  - {code: maybe, type: integer, min: 1, max: 9}
  - {code: twice, type: integer, computed: 2 * n}
  - {code: thrice, type: integer, computed: twice + n}
  - {code: unsure, type: integer, computed: thrice + maybe}
  - {code: parted, type: integer, computed: 9 / n}
  - {code: hidden, type: integer, computed: n, active: n > 3}
rules:
  - {name: a, require: thrice < 20}
  - {name: b, require: unsure < 40}
  - {name: c, require: parted < 40}
  - {name: d, require: hidden < 40}
`
	doubted := map[string]bool{}
	for _, w := range load(t, text).Warnings() {
		_, name, _ := strings.Cut(w.Message, `"`)
		name, _, _ = strings.Cut(name, `"`)
		doubted[name] = true
	}
	for name, want := range map[string]bool{"thrice": false, "twice": false, "unsure": true, "parted": true, "hidden": true} {
		if doubted[name] != want {
			t.Errorf("%s is doubted: %v", name, doubted[name])
		}
	}
}
