package quotes

import (
	"strings"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// resolvedOf is what a quote keeps of what the catalogue knows about a line.
func resolvedOf(r catalog.Resolved, p pricing.LineResult) Resolved {
	out := Resolved{
		SKU: r.Item.SKU, Name: r.Item.Name, Description: r.Item.Description, Unit: r.Item.Unit, Family: r.Item.Family,
		Period: Period(p.Period), LeadDays: r.Item.LeadTimeDays, Image: r.Item.Image,
		Complete: r.Sellable(), Valid: true, Issues: r.Issues,
	}
	if r.Model == nil {
		return out
	}
	out.ModelVersion = r.ModelVersion
	if len(out.Name) == 0 {
		out.Name = r.Model.Label
	}
	if out.Image == "" {
		out.Image = r.Model.Image
	}
	if out.Family == "" {
		out.Family = r.Model.Code
	}
	if r.State != nil {
		out.Complete, out.Valid = r.State.Complete, r.State.Valid
		out.Options = optionsOf(r)
	}
	if r.BOM != nil {
		out.BOM = append(bomOf(nil, r.BOM.Sales, "sales"), bomOf(nil, r.BOM.Manufacturing, "manufacturing")...)
		for _, o := range r.BOM.Routing.Operations {
			out.Routing = append(out.Routing, Operation{Code: o.Code, Name: o.Label, Setup: o.Setup, Run: o.Run})
		}
		if r.BOM.LeadTimeDays != nil {
			out.LeadDays = *r.BOM.LeadTimeDays
		}
	}
	return out
}

// optionsOf lists what was chosen, in words.
func optionsOf(r catalog.Resolved) []ChosenOption {
	out := make([]ChosenOption, 0, len(r.Selection.Lines))
	within := map[string]lang.Text{}
	for _, l := range r.Selection.Lines {
		a := r.Model.Attribute(l.Path)
		if a == nil {
			within[l.Path] = l.Label // the instance of a component, whose attributes follow
			continue
		}
		chosen := ChosenOption{Path: l.Path, Code: l.Option, Label: a.Label, Value: l.Label, Source: l.Source}
		if i := strings.LastIndexByte(l.Path, '/'); i >= 0 {
			chosen.Within = within[l.Path[:i]]
		}
		switch {
		case l.Number != nil:
			chosen.Code = l.Number.String()
			chosen.Value = numberText(*l.Number, a.Unit)
		case a.Type == configurator.BoolType:
			chosen.Value = lang.New("yes", "oui")
		}
		out = append(out, chosen)
	}
	return out
}

// numberText writes a number and its unit in each language's way.
func numberText(d money.Decimal, unit string) lang.Text {
	out := lang.Text{}
	for _, tag := range lang.Supported() {
		out[tag] = money.FormatDecimal(d, d.Scale(), tag)
		if unit != "" {
			out[tag] += "\u00a0" + unit
		}
	}
	return out
}

// bomOf flattens a bill of materials; quantities are per unit of the line.
func bomOf(out []BOMLine, items []configurator.BOMItem, kind string) []BOMLine {
	for _, i := range items {
		out = append(out, BOMLine{Path: i.Path, Item: i.Item, Name: i.Label, Quantity: i.Total, Unit: i.Unit, Kind: kind})
		out = bomOf(out, i.Children, kind)
	}
	return out
}

// public returns the step without the figures that reveal costs, for what every
// reader of the quote is told.
func public(s pricing.Step) pricing.Step {
	if s.Secret {
		s.Inputs = nil
	}
	return s
}

func linePriceOf(p pricing.LineResult, issues []pricing.Issue) LinePrice {
	out := LinePrice{
		OnRequest: p.OnRequest, List: p.Configured, UnitNet: p.UnitNet, Net: p.Net, FinalNet: p.FinalNet,
		ListAmount: p.ConfiguredAmount, BeforeManual: p.BeforeManualAmount, UnitBeforeManual: p.BeforeManual, Months: p.Months, TCV: p.TCV,
		TaxCategory: string(p.Tax.Category), TaxRate: p.Tax.Rate, BelowFloor: p.BelowFloor,
		Steps: make([]PriceStep, len(p.Steps)),
	}
	out.Schedule, out.OverTerm = p.Schedule, p.OverTerm
	if p.Margin != nil {
		cost := p.Margin.Cost
		out.Cost, out.TermCost, out.Floor = &cost, p.Margin.TermCost, p.Margin.Floor
	}
	if !p.Per.Equal(one) {
		out.Per = p.Per
	}
	for n, s := range p.Steps {
		out.Steps[n] = PriceStep{Code: s.ID, Kind: string(s.Kind), Rule: s.Rule, Version: s.Version,
			Before: s.Before, After: s.After, Amount: s.Amount, Message: public(s).Message(), Cost: s.Secret}
	}
	for _, i := range issues {
		if i.Line == p.ID {
			out.Issues = append(out.Issues, fault.Issue{Kind: i.Kind, Position: i.Position, Rule: i.Rule, Message: i.Message.In("en")})
		}
	}
	return out
}
