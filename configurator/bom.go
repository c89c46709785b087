package configurator

import (
	"context"

	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/rules"
)

// BOM answers the sales and manufacturing bills of materials and the technical
// data of a complete configuration. Beside the errors of State it returns
// Conflict ("incomplete-configuration", "configuration-in-conflict") when there
// is none.
func (c *Compiled) BOM(ctx context.Context, req Request) (BOM, error) {
	a, err := c.begin(ctx, req)
	if err != nil {
		return BOM{}, err
	}
	defer a.end()
	if err := a.incomplete(); err != nil {
		return BOM{}, err
	}
	out := BOM{Model: c.model.Code}
	c.root.each(func(in *instance) {
		frame := a.present.frames.Of(in.at)
		if frame == nil {
			return
		}
		path := trimSlash(a.path(in))
		out.Manufacturing = append(out.Manufacturing, bomItems(in.body.bom, frame, path, money.FromInt(1), false)...)
		out.Sales = append(out.Sales, bomItems(in.body.bom, frame, path, money.FromInt(1), true)...)
		out.Technical = append(out.Technical, a.technical(in)...)
	})
	return out, nil
}

// bomItems picks the lines that apply. In the sales BOM, lines that are not for
// sale are left out with all below them.
func bomItems(lines []*boundBOMLine, frame *rules.Frame, path string, times money.Decimal, sales bool) []BOMItem {
	var out []BOMItem
	for _, l := range lines {
		if l.when != nil && !l.when.Bool(frame) || sales && !l.Sales {
			continue
		}
		item := BOMItem{Path: path, Item: l.Item, Label: l.Label, Unit: l.Unit, Quantity: money.FromInt(1)}
		if l.itemOf != nil {
			item.Item = l.itemOf.Value(frame).Text()
		}
		if l.quantity != nil {
			item.Quantity, _ = l.quantity.Decimal(frame)
		}
		if item.Item == "" || item.Quantity.IsZero() {
			continue
		}
		item.Total = item.Quantity.Mul(times)
		item.Children = bomItems(l.children, frame, path, item.Total, sales)
		out = append(out, item)
	}
	return out
}

// technical lists the technical attributes of an instance with their values.
func (a *answer) technical(in *instance) []Datum {
	var out []Datum
	for _, x := range in.attributes {
		v, decided := a.present.values[x]
		if !x.Technical || !decided || !a.present.active[x] || v.IsNone() && x.Type != MultiType {
			continue
		}
		path := a.path(in) + x.Code
		if x.Type == MultiType {
			for _, i := range a.present.sets[x] {
				o := x.Options[i]
				out = append(out, Datum{Path: path, Label: x.Label, Value: Text(o.Code), Text: o.Label})
			}
			continue
		}
		d := Datum{Path: path, Label: x.Label, Value: v, Unit: x.Unit}
		switch {
		case x.Type == ChoiceType:
			d.Text = x.option(v.Code()).Label
		case x.Type == BoolType && v.Truth():
			d.Text = lang.New("yes", "oui")
		case x.Type == BoolType:
			d.Text = lang.New("no", "non")
		}
		out = append(out, d)
	}
	return out
}

// Routing answers the operations of a complete configuration, with the errors
// of BOM.
func (c *Compiled) Routing(ctx context.Context, req Request) (Routing, error) {
	a, err := c.begin(ctx, req)
	if err != nil {
		return Routing{}, err
	}
	defer a.end()
	if err := a.incomplete(); err != nil {
		return Routing{}, err
	}
	out := Routing{Operations: []RoutingStep{}}
	c.root.each(func(in *instance) {
		frame := a.present.frames.Of(in.at)
		if frame == nil {
			return
		}
		for _, o := range in.body.routing {
			if o.when != nil && !o.when.Bool(frame) {
				continue
			}
			step := RoutingStep{Path: trimSlash(a.path(in)), Code: o.Code, Label: o.Label, Centre: o.Centre}
			if o.setup != nil {
				step.Setup, _ = o.setup.Decimal(frame)
			}
			if o.run != nil {
				step.Run, _ = o.run.Decimal(frame)
			}
			out.SetupMinutes = out.SetupMinutes.Add(step.Setup)
			out.RunMinutes = out.RunMinutes.Add(step.Run)
			out.Operations = append(out.Operations, step)
		}
	})
	return out, nil
}

// LeadTime answers the calendar days from order to delivery; ok is false when
// the model gives none for the present values. Errors are those of State.
func (c *Compiled) LeadTime(ctx context.Context, req Request) (days int, ok bool, err error) {
	a, err := c.begin(ctx, req)
	if err != nil {
		return 0, false, err
	}
	defer a.end()
	days, ok = a.leadTime()
	return days, ok, nil
}

func (a *answer) leadTime() (days int, ok bool) {
	if a.c.bound.leadTime == nil {
		return 0, false
	}
	d, ok := a.c.bound.leadTime.Decimal(a.present.frames.Of(a.c.root.at))
	n, fits := d.Ceil(0).Int64()
	return int(n), ok && fits
}
