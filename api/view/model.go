package view

import (
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Model is what a screen needs to show a product model.
type Model struct {
	Code    string      `json:"code"`
	Version string      `json:"version"`
	Label   lang.Text   `json:"label"`
	Help    lang.Text   `json:"help,omitempty"`
	Image   string      `json:"image,omitempty"`
	Item    string      `json:"item,omitempty"`
	Context []Attribute `json:"context"`
	Body
	Needs []Need `json:"needs"`
	Rules []Rule `json:"rules"`
}

// Body is what a model and a component have in common.
type Body struct {
	Groups     []Group     `json:"groups"`
	Attributes []Attribute `json:"attributes"`
	Components []Component `json:"components"`
}

// Group is a step of the configurator.
type Group struct {
	Code  string    `json:"code"`
	Label lang.Text `json:"label"`
	Help  lang.Text `json:"help,omitempty"`
	Image string    `json:"image,omitempty"`
}

// Attribute is one decision, or one computed value.
type Attribute struct {
	Code      string              `json:"code"`
	Type      configurator.Type   `json:"type"`
	Label     lang.Text           `json:"label"`
	Help      lang.Text           `json:"help,omitempty"`
	Image     string              `json:"image,omitempty"`
	Group     string              `json:"group,omitempty"`
	Unit      string              `json:"unit,omitempty"`
	Item      string              `json:"item,omitempty"`
	Required  bool                `json:"required"`
	Computed  bool                `json:"computed,omitempty"`
	Technical bool                `json:"technical,omitempty"`
	Options   []Option            `json:"options"`
	Min       *configurator.Value `json:"min,omitempty"`
	Max       *configurator.Value `json:"max,omitempty"`
	Step      *configurator.Value `json:"step,omitempty"`
	Scale     int32               `json:"scale,omitempty"`
	Pattern   string              `json:"pattern,omitempty"`
}

// Option is one value of a choice, or one answer to a need.
type Option struct {
	Code       string                        `json:"code"`
	Label      lang.Text                     `json:"label"`
	Help       lang.Text                     `json:"help,omitempty"`
	Image      string                        `json:"image,omitempty"`
	Item       string                        `json:"item,omitempty"`
	Properties map[string]configurator.Value `json:"properties,omitempty"`
	Synonyms   []string                      `json:"synonyms,omitempty"`
}

// Component is a nested sub-model with instances.
type Component struct {
	Code    string    `json:"code"`
	Label   lang.Text `json:"label"`
	Help    lang.Text `json:"help,omitempty"`
	Image   string    `json:"image,omitempty"`
	Group   string    `json:"group,omitempty"`
	Item    string    `json:"item,omitempty"`
	Min     int       `json:"min"`
	Max     int       `json:"max"`
	Ordered bool      `json:"ordered"`
	Body
}

// Need is a guided-selling question.
type Need struct {
	Code    string    `json:"code"`
	Label   lang.Text `json:"label"`
	Help    lang.Text `json:"help,omitempty"`
	Answers []Option  `json:"answers"`
}

// Rule is a rule's name with its texts.
type Rule struct {
	Name     string                `json:"name"`
	Label    lang.Text             `json:"label,omitempty"`
	Message  lang.Text             `json:"message,omitempty"`
	Severity configurator.Severity `json:"severity"`
}

// ModelOf describes a loaded model.
func ModelOf(m *configurator.Model) Model {
	out := Model{Code: m.Code, Version: m.Version, Label: label(m.Label, m.Code), Help: m.Help, Image: m.Image, Item: m.Item,
		Context: each(m.Context, attribute), Body: body(&m.Body), Needs: each(m.Needs, need), Rules: []Rule{}}
	addRules(&out.Rules, &m.Body)
	return out
}

func addRules(to *[]Rule, b *configurator.Body) {
	for _, r := range b.Rules {
		*to = append(*to, Rule{r.Name, r.Label, r.Message, r.Severity})
	}
	for _, c := range b.Components {
		addRules(to, &c.Body)
	}
}

func body(b *configurator.Body) Body {
	return Body{Groups: each(b.Groups, group), Attributes: each(b.Attributes, attribute), Components: each(b.Components, component)}
}

func group(g *configurator.Group) Group {
	return Group{g.Code, label(g.Label, g.Code), g.Help, g.Image}
}

func attribute(a *configurator.Attribute) Attribute {
	out := Attribute{Code: a.Code, Type: a.Type, Label: label(a.Label, a.Code), Help: a.Help, Image: a.Image, Group: a.Group,
		Unit: a.Unit, Item: a.Item, Required: a.Required, Computed: !a.Computed.IsZero(), Technical: a.Technical,
		Options: each(a.Options, option), Scale: a.Scale, Pattern: a.Pattern}
	switch {
	case out.Computed:
	case a.Type == configurator.DateType:
		out.Min, out.Max = day(a.Min), day(a.Max)
	case a.Type.Numeric():
		out.Min, out.Max, out.Step = number(a.Min), number(a.Max), number(a.Step)
	case a.Type == configurator.MultiType, a.Type == configurator.TextType:
		out.Min, out.Max = number(a.Min), number(a.Max)
	}
	return out
}

func number(d money.Decimal) *configurator.Value {
	v := configurator.Number(d)
	return &v
}

// day reads days since 1970-01-01, as a model holds dates.
func day(d money.Decimal) *configurator.Value {
	n, _ := d.Int64()
	v := configurator.Date(civil.FromDays(int(n)))
	return &v
}

func option(o *configurator.Option) Option {
	return Option{Code: o.Code, Label: label(o.Label, o.Code), Help: o.Help, Image: o.Image, Item: o.Item, Properties: o.Properties, Synonyms: o.Synonyms}
}

func component(c *configurator.Component) Component {
	return Component{Code: c.Code, Label: label(c.Label, c.Code), Help: c.Help, Image: c.Image, Group: c.Group, Item: c.Item,
		Min: c.Min, Max: c.Max, Ordered: c.Ordered, Body: body(&c.Body)}
}

func need(n *configurator.Need) Need {
	return Need{Code: n.Code, Label: label(n.Label, n.Code), Help: n.Help,
		Answers: each(n.Answers, func(a *configurator.Answer) Option { return Option{Code: a.Code, Label: label(a.Label, a.Code)} })}
}

// label is the text, or the code in every language where there is none.
func label(t lang.Text, code string) lang.Text {
	if len(t) == 0 {
		return lang.New(code, code)
	}
	return t
}

func each[A, B any](in []A, f func(A) B) []B {
	out := make([]B, len(in))
	for i, a := range in {
		out[i] = f(a)
	}
	return out
}
