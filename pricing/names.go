package pricing

import (
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
