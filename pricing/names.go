package pricing

import (
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// lineNames are what conditions and formulas about a line can read; quoteNames
// what those about the whole quote can.
var (
	lineNames = rules.Name{Name: "line", Type: rules.Object(
		rules.Name{Name: "quantity", Type: rules.Number},
		rules.Name{Name: "sku", Type: rules.Text},
		rules.Name{Name: "family", Type: rules.Text},
		rules.Name{Name: "unit", Type: rules.Text},
		rules.Name{Name: "model", Type: rules.Text},
		rules.Name{Name: "section", Type: rules.Text},
		rules.Name{Name: "period", Type: rules.Text},
		rules.Name{Name: "optional", Type: rules.Bool},
		rules.Name{Name: "contract", Type: rules.Bool},
		rules.Name{Name: "term", Type: rules.Number},
		rules.Name{Name: "weight", Type: rules.Number},
		rules.Name{Name: "price", Type: rules.Number},
		rules.Name{Name: "list", Type: rules.Number},
		rules.Name{Name: "configured", Type: rules.Number},
	)}
	customerNames = rules.Name{Name: "customer", Type: rules.Object(
		rules.Name{Name: "code", Type: rules.Text},
		rules.Name{Name: "segment", Type: rules.Text},
		rules.Name{Name: "status", Type: rules.Text},
	)}
	quoteFields = []rules.Name{
		{Name: "date", Type: rules.Date, Optional: true},
		{Name: "currency", Type: rules.Text},
		{Name: "region", Type: rules.Text},
		{Name: "channel", Type: rules.Text},
		{Name: "ship_to", Type: rules.Text},
		{Name: "term", Type: rules.Number},
	}
	quoteSums = []rules.Name{
		{Name: "net", Type: rules.Number},
		{Name: "weight", Type: rules.Number},
	}
)

// schemas are the name spaces of a set: of lines, of the quote, and of the lines
// of each model, which also read config.<attribute>.
type schemas struct {
	line, quote *rules.Schema
	models      map[string]*rules.Schema
}

func newSchemas() schemas {
	return schemas{line: mustSchema(lineNames, customerNames, rules.Name{Name: "quote", Type: rules.Object(quoteFields...)}),
		quote:  mustSchema(customerNames, rules.Name{Name: "quote", Type: rules.Object(append(quoteFields[:len(quoteFields):len(quoteFields)], quoteSums...)...)}),
		models: map[string]*rules.Schema{}}
}

// mustSchema builds a schema of the constant names above.
func mustSchema(names ...rules.Name) *rules.Schema {
	s, err := rules.NewSchema(names)
	if err != nil {
		panic(err)
	}
	return s
}

func modelSchema(m Model) (*rules.Schema, error) {
	names := []rules.Name{lineNames, customerNames, {Name: "quote", Type: rules.Object(quoteFields...)}}
	config := make([]rules.Name, len(m.Names))
	for i, n := range m.Names {
		config[i] = n
		config[i].Optional = true // an attribute may be inactive or undecided
	}
	return rules.NewSchema(append(names, rules.Name{Name: "config", Type: rules.Object(config...)}))
}

// frames hold the values that the programs of one run read, one frame per
// schema, filled for the line at hand.
type frames struct {
	req *Request
	all map[*rules.Schema]*lineFrame
}

type lineFrame struct {
	frame *rules.Frame
	of    *work
	price money.Decimal
	slots lineSlots
}

// lineSlots are the places of what changes while a line is priced.
type lineSlots struct{ contract, price, list, configured int }

func newFrames(req *Request) *frames {
	return &frames{req: req, all: map[*rules.Schema]*lineFrame{}}
}

// line returns the frame of a line schema, filled for w as it stands.
func (f *frames) line(w *work, schema *rules.Schema) *rules.Frame {
	lf := f.all[schema]
	if lf == nil {
		lf = &lineFrame{frame: schema.NewFrame()}
		lf.slots.contract, _ = schema.Slot("line.contract")
		lf.slots.price, _ = schema.Slot("line.price")
		lf.slots.list, _ = schema.Slot("line.list")
		lf.slots.configured, _ = schema.Slot("line.configured")
		f.all[schema] = lf
		f.request(lf.frame)
	}
	if lf.of != w {
		lf.of = w
		f.facts(w, lf.frame)
	}
	lf.frame.Set(lf.slots.contract, rules.BoolValue(w.contract != nil))
	lf.frame.Set(lf.slots.price, rules.NumberValue(w.price))
	lf.frame.Set(lf.slots.list, rules.NumberValue(w.res.List))
	lf.frame.Set(lf.slots.configured, rules.NumberValue(w.res.Configured))
	return lf.frame
}

// facts fills in what does not change while the line is priced.
func (f *frames) facts(w *work, frame *rules.Frame) {
	line := w.line
	for name, text := range map[string]string{
		"line.sku": line.Item.SKU, "line.family": line.Item.Family, "line.unit": line.Item.Unit, "line.model": line.Model,
		"line.section": line.Section, "line.period": string(w.res.Period),
	} {
		frame.SetName(name, rules.TextValue(text))
	}
	frame.SetName("line.quantity", rules.NumberValue(line.Quantity))
	frame.SetName("line.optional", rules.BoolValue(line.Optional))
	frame.SetName("line.term", rules.IntValue(int64(w.committed())))
	frame.SetName("line.weight", rules.NumberValue(line.Item.Weight))
	w.config(frame)
}

// config fills in the selected values of the model's attributes.
func (w *work) config(frame *rules.Frame) {
	schema := frame.Schema()
	chosen := map[int][]int{}
	for slot, s := range schema.Slots() {
		if len(s.Path) > len(configPrefix) && s.Path[:len(configPrefix)] == configPrefix {
			frame.Set(slot, rules.None())
		}
	}
	for i := range w.line.Selection {
		sel := &w.line.Selection[i]
		slot, ok := schema.Slot(configPrefix + sel.Attribute)
		if !ok || sel.Component != "" {
			continue
		}
		switch t := schema.Slots()[slot].Type; {
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
			chosen[slot] = append(chosen[slot], t.Options.Find(sel.Option).Index())
			frame.Set(slot, t.Options.Set(chosen[slot]...))
		}
	}
}

const configPrefix = "config."

// quote returns the frame of the quote schema with the sums given.
func (f *frames) quote(schema *rules.Schema, net, weight money.Decimal) *rules.Frame {
	frame := schema.NewFrame()
	f.request(frame)
	frame.SetName("quote.net", rules.NumberValue(net))
	frame.SetName("quote.weight", rules.NumberValue(weight))
	return frame
}

// request fills in what is the same for every line.
func (f *frames) request(frame *rules.Frame) {
	for name, text := range map[string]string{
		"customer.code": f.req.Customer.Code, "customer.segment": f.req.Customer.Segment, "customer.status": f.req.Customer.Status,
		"quote.currency": f.req.Currency.Code(), "quote.region": f.req.Region, "quote.channel": f.req.Channel, "quote.ship_to": f.req.ShipTo,
	} {
		frame.SetName(name, rules.TextValue(text))
	}
	frame.SetName("quote.date", rules.DateValue(f.req.Date))
	frame.SetName("quote.term", rules.IntValue(int64(f.req.Term)))
}
