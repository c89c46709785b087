package pricing

import (
	"strings"

	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// fact is one name of a schema and where its value comes from.
type fact[T any] struct {
	path  string
	value func(T) rules.Value
	slot  int
}

// The facts of a request, of a line, and of a line as it stands while it is
// priced.
var (
	requestFacts = []fact[*Request]{
		{path: "customer.code", value: func(r *Request) rules.Value { return rules.TextValue(r.Customer.Code) }},
		{path: "customer.segment", value: func(r *Request) rules.Value { return rules.TextValue(r.Customer.Segment) }},
		{path: "customer.status", value: func(r *Request) rules.Value { return rules.TextValue(r.Customer.Status) }},
		{path: "quote.date", value: func(r *Request) rules.Value { return rules.DateValue(r.Date) }},
		{path: "quote.currency", value: func(r *Request) rules.Value { return rules.TextValue(r.Currency.Code()) }},
		{path: "quote.region", value: func(r *Request) rules.Value { return rules.TextValue(r.Region) }},
		{path: "quote.channel", value: func(r *Request) rules.Value { return rules.TextValue(r.Channel) }},
		{path: "quote.ship_to", value: func(r *Request) rules.Value { return rules.TextValue(r.ShipTo) }},
		{path: "quote.term", value: func(r *Request) rules.Value { return rules.IntValue(int64(r.Term)) }},
	}
	lineFacts = []fact[*work]{
		{path: "line.quantity", value: func(w *work) rules.Value { return rules.NumberValue(w.line.Quantity) }},
		{path: "line.sku", value: func(w *work) rules.Value { return rules.TextValue(w.line.Item.SKU) }},
		{path: "line.family", value: func(w *work) rules.Value { return rules.TextValue(w.line.Item.Family) }},
		{path: "line.unit", value: func(w *work) rules.Value { return rules.TextValue(w.line.Item.Unit) }},
		{path: "line.model", value: func(w *work) rules.Value { return rules.TextValue(w.line.Model) }},
		{path: "line.section", value: func(w *work) rules.Value { return rules.TextValue(w.line.Section) }},
		{path: "line.period", value: func(w *work) rules.Value { return rules.TextValue(string(w.res.Period)) }},
		{path: "line.optional", value: func(w *work) rules.Value { return rules.BoolValue(w.line.Optional) }},
		{path: "line.term", value: func(w *work) rules.Value { return rules.IntValue(int64(w.committed())) }},
		{path: "line.weight", value: func(w *work) rules.Value { return rules.NumberValue(w.line.Item.Weight) }},
	}
	runningFacts = []fact[*work]{
		{path: "line.contract", value: func(w *work) rules.Value { return rules.BoolValue(w.contract != nil) }},
		{path: "line.price", value: func(w *work) rules.Value { return rules.NumberValue(w.price) }},
		{path: "line.list", value: func(w *work) rules.Value { return rules.NumberValue(w.res.List) }},
		{path: "line.configured", value: func(w *work) rules.Value { return rules.NumberValue(w.res.Configured) }},
	}
)

// plan lists the names of a schema that any expression of the set reads: only
// those are filled in.
type plan struct {
	schema  *rules.Schema
	request []fact[*Request]
	line    []fact[*work]
	running []fact[*work]
	// config are the slots of the model's attributes.
	config map[string]int
}

func newPlan(schema *rules.Schema, used map[int]bool) *plan {
	p := &plan{schema: schema, request: pick(requestFacts, schema, used), line: pick(lineFacts, schema, used),
		running: pick(runningFacts, schema, used), config: map[string]int{}}
	for slot, s := range schema.Slots() {
		if attribute, ok := strings.CutPrefix(s.Path, "config."); ok && used[slot] {
			p.config[attribute] = slot
		}
	}
	return p
}

func pick[T any](facts []fact[T], schema *rules.Schema, used map[int]bool) []fact[T] {
	var out []fact[T]
	for _, f := range facts {
		if slot, ok := schema.Slot(f.path); ok && used[slot] {
			f.slot = slot
			out = append(out, f)
		}
	}
	return out
}

// frames hold the values that the expressions of one run read, one frame per
// schema, filled for the line at hand.
type frames struct {
	req   *Request
	plans map[*rules.Schema]*plan
	all   map[*rules.Schema]*lineFrame
}

type lineFrame struct {
	frame *rules.Frame
	of    *work
}

func newFrames(req *Request, plans map[*rules.Schema]*plan) *frames {
	return &frames{req: req, plans: plans, all: make(map[*rules.Schema]*lineFrame, len(plans))}
}

// line returns the frame of a line schema, filled for w as it stands.
func (f *frames) line(w *work, schema *rules.Schema) *rules.Frame {
	p := f.plans[schema]
	lf := f.all[schema]
	if lf == nil {
		lf = &lineFrame{frame: schema.NewFrame()}
		f.all[schema] = lf
		p.fillRequest(lf.frame, f.req)
	}
	if lf.of != w {
		lf.of = w
		for i := range p.line {
			lf.frame.Set(p.line[i].slot, p.line[i].value(w))
		}
		p.fillConfig(lf.frame, w.line)
	}
	for i := range p.running {
		lf.frame.Set(p.running[i].slot, p.running[i].value(w))
	}
	return lf.frame
}

func (p *plan) fillRequest(frame *rules.Frame, r *Request) {
	for i := range p.request {
		frame.Set(p.request[i].slot, p.request[i].value(r))
	}
}

// fillConfig sets the attributes to what the line has selected.
func (p *plan) fillConfig(frame *rules.Frame, line *Line) {
	for _, slot := range p.config {
		frame.Set(slot, rules.None())
	}
	if len(p.config) == 0 {
		return
	}
	for i := range line.Selection {
		sel := &line.Selection[i]
		slot, ok := p.config[sel.Attribute]
		if !ok || sel.Component != "" {
			continue
		}
		switch t := p.schema.Slots()[slot].Type; {
		case t.Kind == rules.BoolKind:
			frame.Set(slot, rules.BoolValue(sel.Option == "true"))
		case t.Kind == rules.NumberKind && sel.Number != nil:
			frame.Set(slot, rules.NumberValue(*sel.Number))
		case t.Kind == rules.TextKind:
			frame.Set(slot, rules.TextValue(sel.Option))
		case t.Options == nil || t.Options.Find(sel.Option) == nil:
		case t.Kind == rules.ChoiceKind:
			frame.Set(slot, t.Options.Value(t.Options.Find(sel.Option).Index()))
		case t.Kind == rules.MultiKind:
			frame.Set(slot, line.chosen(sel.Attribute, t.Options))
		}
	}
}

// chosen returns the set of options that the line has of a multi.
func (l *Line) chosen(attribute string, options *rules.Options) rules.Value {
	var indexes []int
	for i := range l.Selection {
		if sel := &l.Selection[i]; sel.Attribute == attribute && sel.Component == "" {
			if o := options.Find(sel.Option); o != nil {
				indexes = append(indexes, o.Index())
			}
		}
	}
	return options.Set(indexes...)
}

// quote returns the frame of the quote schema with the sums given.
func (f *frames) quote(schema *rules.Schema, net, weight money.Decimal) *rules.Frame {
	frame := schema.NewFrame()
	f.plans[schema].fillRequest(frame, f.req)
	frame.SetName("quote.net", rules.NumberValue(net))
	frame.SetName("quote.weight", rules.NumberValue(weight))
	return frame
}
