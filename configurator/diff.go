package configurator

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/quotient-cpq/quotient/internal/lang"
)

// Difference is one part of a model that another version has otherwise.
type Difference struct {
	// Path names the part: "attributes/motor/options/m500/properties/power".
	Path string `json:"path"`
	// Kind is "added", "removed" or "changed".
	Kind   string `json:"kind"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// Diff lists what differs from before to after, in the order of the models.
// Where a whole part is added or removed, its own parts are not listed.
func Diff(before, after *Model) []Difference {
	x, y := flatten(before), flatten(after)
	out := []Difference{}
	for _, path := range x.order {
		switch now, there := y.parts[path]; {
		case !there && !y.lacks(path):
			out = append(out, Difference{Path: path, Kind: "removed", Before: x.parts[path]})
		case there && now != x.parts[path]:
			out = append(out, Difference{Path: path, Kind: "changed", Before: x.parts[path], After: now})
		}
	}
	for _, path := range y.order {
		if _, there := x.parts[path]; !there && !x.lacks(path) {
			out = append(out, Difference{Path: path, Kind: "added", After: y.parts[path]})
		}
	}
	return out
}

// parts is a model as texts by path.
type parts struct {
	parts map[string]string
	order []string
}

// lacks reports whether a whole part around the path is missing.
func (p *parts) lacks(path string) bool {
	for {
		i := strings.LastIndexByte(path, '/')
		if i < 0 {
			return false
		}
		path = path[:i]
		if strings.Count(path, "/")%2 == 1 {
			if _, there := p.parts[path]; !there {
				return true
			}
		}
	}
}

func (p *parts) put(path, text string) {
	if _, twice := p.parts[path]; twice {
		return
	}
	p.parts[path] = text
	p.order = append(p.order, path)
}

func (p *parts) some(path string, v any) {
	if text := strings.TrimSpace(fmt.Sprint(v)); text != "" && text != "0" && text != "false" && text != "[]" && text != "map[]" {
		p.put(path, text)
	}
}

func (p *parts) words(path string, t lang.Text) {
	for _, tag := range slices.Sorted(maps.Keys(t)) {
		p.some(path+"/"+tag, t[tag])
	}
}

func flatten(m *Model) *parts {
	p := &parts{parts: map[string]string{}}
	p.some("item", m.Item)
	p.some("image", m.Image)
	p.words("label", m.Label)
	p.words("help", m.Help)
	p.some("lead_time", m.LeadTime.Text)
	for _, a := range m.Context {
		p.attribute("context/"+a.Code, a)
	}
	p.body("", &m.Body)
	for _, t := range m.Tables {
		p.put("tables/"+t.Code, fmt.Sprintf("%s, %d rows", strings.Join(t.Columns, ", "), len(t.Rows)))
		for _, row := range t.Rows {
			p.put(fmt.Sprintf("tables/%s/rows/%v", t.Code, row), "")
		}
	}
	for _, n := range m.Needs {
		p.put("needs/"+n.Code, "")
		for _, a := range n.Answers {
			p.put("needs/"+n.Code+"/answers/"+a.Code, a.Require.Text)
		}
	}
	for _, t := range m.Tests {
		p.put("tests/"+t.Name, fmt.Sprint(t.Given))
	}
	return p
}

func (p *parts) body(prefix string, b *Body) {
	for _, g := range b.Groups {
		p.put(prefix+"groups/"+g.Code, g.Active.Text)
	}
	for _, a := range b.Attributes {
		p.attribute(prefix+"attributes/"+a.Code, a)
	}
	for _, c := range b.Components {
		at := prefix + "components/" + c.Code
		p.put(at, fmt.Sprintf("%d to %d", c.Min, c.Max))
		p.words(at+"/label", c.Label)
		p.some(at+"/item", c.Item)
		p.some(at+"/ordered", c.Ordered)
		p.some(at+"/active", c.Active.Text)
		p.body(at+"/", &c.Body)
	}
	for _, r := range b.Rules {
		at := prefix + "rules/" + r.Name
		p.put(at, "")
		p.some(at+"/when", r.When.Text)
		p.some(at+"/require", r.Require.Text)
		p.some(at+"/severity", r.Severity)
		p.some(at+"/window", r.Window)
		p.words(at+"/message", r.Message)
	}
	for _, w := range b.Preferences {
		p.put(prefix+"preferences/"+w.Name, fmt.Sprintf("%s (weight %d)", w.Prefer.Text, w.Weight))
	}
	p.bom(prefix, b.BOM)
	for _, o := range b.Routing {
		p.put(prefix+"routing/"+o.Code, fmt.Sprintf("%s: set-up %s, run %s, when %s", o.Centre, o.Setup.Text, o.Run.Text, o.When.Text))
	}
}

func (p *parts) bom(prefix string, lines []*BOMLine) {
	for _, l := range lines {
		at := prefix + "bom/" + l.Item + l.ItemOf.Text
		p.put(at, fmt.Sprintf("%s %s when %s", l.Quantity.Text, l.Unit, l.When.Text))
		p.bom(at+"/", l.Children)
	}
}

func (p *parts) attribute(at string, a *Attribute) {
	p.put(at, string(a.Type))
	p.words(at+"/label", a.Label)
	p.some(at+"/group", a.Group)
	p.some(at+"/unit", a.Unit)
	p.some(at+"/item", a.Item)
	p.some(at+"/required", a.Required)
	p.some(at+"/default", a.Default)
	p.some(at+"/min", a.Min)
	p.some(at+"/max", a.Max)
	p.some(at+"/step", a.Step)
	p.some(at+"/active", a.Active.Text)
	p.some(at+"/visible", a.Visible.Text)
	p.some(at+"/computed", a.Computed.Text)
	for _, o := range a.Options {
		option := at + "/options/" + o.Code
		p.put(option, o.Item)
		p.words(option+"/label", o.Label)
		p.some(option+"/window", o.Window)
		p.some(option+"/quantity", o.Quantity)
		for _, name := range slices.Sorted(maps.Keys(o.Properties)) {
			p.put(option+"/properties/"+name, o.Properties[name].String())
		}
	}
}
