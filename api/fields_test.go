package api_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"github.com/quotient-cpq/quotient/api"
	"github.com/quotient-cpq/quotient/api/view"
	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/kpi"
	"github.com/quotient-cpq/quotient/pricing"
	"github.com/quotient-cpq/quotient/quotes"
)

// Answers are made of domain types, whose JSON is therefore part of the
// contract: every field has its place there, and every field there is written.
func TestFieldsOfDomainTypesAreTheContracts(t *testing.T) {
	t.Parallel()
	doc, err := openapi3.NewLoader().LoadFromData(api.Contract())
	if err != nil {
		t.Fatal(err)
	}
	for schema, v := range map[string]any{
		"Acceptance": quotes.Acceptance{}, "Favourite": quotes.Favourite{}, "SendProgress": quotes.SendProgress{}, "PersonalData": quotes.PersonalData{}, "PersonalQuote": quotes.PersonalQuote{}, "PersonalMail": quotes.PersonalMail{}, "PersonalLink": quotes.PersonalLink{}, "Attachment": quotes.Attachment{}, "Action": quotes.Allowed{}, "Address": quotes.Address{},
		"Amounts": catalog.Amounts{}, "ApprovalStep": quotes.ApprovalStep{}, "AttributeDefinition": view.Attribute{},
		"AttributeState": configurator.AttributeState{}, "Balance": quotes.Balance{}, "BillOfMaterials": catalog.BillOfMaterials{},
		"BomItem": configurator.BOMItem{}, "BomLine": quotes.BOMLine{}, "Charge": quotes.Charge{}, "Change": configurator.Change{}, "ChosenOption": quotes.ChosenOption{},
		"Completion": catalog.Completion{}, "ComponentDefinition": view.Component{}, "Configuration": catalog.Configuration{},
		"Contact": quotes.Contact{}, "Customer": quotes.Customer{}, "Datum": configurator.Datum{}, "EntryRef": pricing.EntryRef{},
		"Explanation": configurator.Explanation{}, "FamilyAmount": quotes.FamilyAmount{}, "FieldChange": quotes.Change{},
		"Finding": configurator.Finding{}, "GroupDefinition": view.Group{}, "Interval": configurator.Interval{}, "Issue": fault.Issue{},
		"Item": catalog.Item{}, "KpiAnswer": kpi.Answer{}, "KpiFigure": kpi.Figure{}, "KpiGap": kpi.Gap{}, "KpiQuote": kpi.Row{}, "KpiTask": kpi.Task{}, "KpiTarget": kpi.TargetRecord{},
		"KpiReceipt": kpi.Receipt{}, "KpiResult": kpi.Result{}, "KpiQuery": kpi.Query{}, "Line": quotes.Line{}, "LinePrice": quotes.LinePrice{},
		"LineTax": pricing.Tax{}, "Margin": pricing.Margin{}, "Metric": kpi.Metric{}, "Milestone": quotes.Milestone{},
		"ModelDefinition": view.Model{}, "NeedDefinition": view.Need{}, "Operation": quotes.Operation{}, "OptionDefinition": view.Option{},
		"ApprovalAsk": quotes.ApprovalAsk{}, "ApprovalLimit": quotes.ApprovalLimit{}, "ApprovalRule": quotes.ApprovalRule{},
		"CloneRequest": quotes.CloneInput{}, "Comparison": quotes.Comparison{}, "Delegation": quotes.Delegation{},
		"LineDifference": quotes.LineDiff{}, "QuoteRule": quotes.QuoteRule{}, "RuleFinding": quotes.RuleFinding{},
		"Seller": quotes.Seller{}, "Settings": quotes.Settings{}, "StepMove": quotes.StepMove{}, "Adjustment": quotes.Adjustment{},
		"Order": quotes.Order{}, "OrderLine": quotes.OrderLine{}, "PeriodTotal": quotes.PeriodTotal{}, "PickConflict": configurator.PickConflict{},
		"Pins": quotes.Pins{}, "PriceDelta": catalog.Delta{}, "PriceIssue": pricing.Issue{}, "PricePins": pricing.Pins{},
		"PriceResult": view.Price{}, "PriceStep": quotes.PriceStep{}, "PriceFacts": quotes.Facts{}, "LineFacts": quotes.LineFacts{}, "PriceTotals": pricing.Totals{}, "PricedCharge": pricing.ChargeResult{},
		"PricedLine": pricing.LineResult{}, "PricedSection": pricing.SectionResult{}, "Publication": catalog.Publication{},
		"QuoteHeader": view.Header{}, "Reason": configurator.Reason{}, "ReasonEntry": quotes.Reason{}, "RecurringDue": pricing.Due{},
		"Repair": catalog.PricedRepair{}, "Repairs": catalog.Repairs{}, "Resolved": quotes.Resolved{}, "Revision": view.Revision{},
		"RevisionPriceLine": view.RevisionPriceLine{}, "Routing": configurator.Routing{}, "RoutingStep": configurator.RoutingStep{},
		"ModelComparison": catalog.Comparison{}, "ModelUpgrade": configurator.Upgrade{}, "RenamedPick": configurator.RenamedPick{},
		"LostPick": configurator.LostPick{}, "RuleDefinition": view.Rule{}, "Section": quotes.Section{}, "Selection": configurator.Selection{},
		"SelectionLine": configurator.SelectionLine{}, "State": configurator.State{}, "StepTotal": quotes.StepTotal{}, "Tax": quotes.Tax{},
		"Template": quotes.TemplateVersion{}, "Asset": quotes.Asset{}, "PreviewRequest": quotes.PreviewInput{}, "Totals": quotes.Totals{}, "ValueState": configurator.ValueState{}, "Variant": quotes.Variant{}, "WaterfallStep": pricing.Step{},
	} {
		t.Run(schema, func(t *testing.T) {
			ref := doc.Components.Schemas[schema]
			if ref == nil {
				t.Fatal("the contract has no such schema")
			}
			written, always := fields(reflect.TypeOf(v))
			for name := range ref.Value.Properties {
				if !slices.Contains(written, name) {
					t.Errorf("%q is documented and never written", name)
				}
			}
			for _, name := range written {
				if ref.Value.Properties[name] == nil {
					t.Errorf("%q is written and not documented", name)
				}
			}
			for _, name := range ref.Value.Required {
				if schema == "Adjustment" {
					break // an adjustment without a kind is written nowhere
				}
				if !slices.Contains(always, name) {
					t.Errorf("%q is required and not always written", name)
				}
			}
		})
	}
}

// fields returns the JSON names of a struct, and those that are always there.
func fields(s reflect.Type) (all, always []string) {
	if s.Kind() == reflect.Pointer {
		s = s.Elem()
	}
	for i := range s.NumField() {
		f := s.Field(i)
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			a, b := fields(f.Type)
			all, always = append(all, a...), append(always, b...)
		case name != "" && name != "-" && f.IsExported():
			all = append(all, name)
			if !strings.Contains(options, "omit") {
				always = append(always, name)
			}
		}
	}
	return all, always
}
