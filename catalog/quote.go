package catalog

import (
	"context"
	"fmt"
	"slices"

	"github.com/quotient-cpq/quotient/configurator"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// Quote is a quote to resolve and price.
type Quote struct {
	// Request is the quote as pricing sees it. Of its lines, Item and Selection
	// are filled in here.
	Request pricing.Request
	// Products say what each line sells, in the order of Request.Lines.
	Products []Product
	// Pins are the versions to use; see Pins. Models are pinned one by one.
	Pins Pins
	// Editing, where given, is the revision that is being edited: what its last
	// price had in common with this one is not computed again.
	Editing identity.ID
	// Items, where given, are facts of items to price with in place of today's:
	// one for each line, nil where today's count.
	Items []*pricing.Item
}

// Product is what one line sells: an item, or a configured model, or neither
// for a special request.
type Product struct {
	Item    string
	Model   string
	Picks   []configurator.Pick
	Context map[string]configurator.Value
}

// Resolved is what the catalogue knows about one line.
type Resolved struct {
	// Item is the item sold, the zero Item where there is none.
	Item Item
	// Model and ModelVersion name the model a configured line was resolved on.
	Model        *configurator.Model
	ModelVersion string
	State        *configurator.State
	Selection    configurator.Selection
	BOM          *BillOfMaterials
	// Issues say what keeps the line from being sold as it is; their pointers
	// are relative to the line ("/item", "/picks").
	Issues []fault.Issue
}

// Sellable reports whether the line can be submitted as far as the catalogue
// is concerned.
func (r Resolved) Sellable() bool { return len(r.Issues) == 0 }

// PricedQuote is the answer to PriceQuote.
type PricedQuote struct {
	Lines []Resolved
	Price pricing.Result
	// Items are the facts of items that the lines were priced with.
	Items []pricing.Item
	// Rate is the units of Request.Base that one unit of Request.Currency is
	// worth on the day; zero where it is not known.
	Rate money.Decimal
	// Pins name every version used, models included.
	Pins Pins
	// InputHash and OutputHash are SHA-256 digests in hex over the canonical
	// request and result.
	InputHash, OutputHash string
}

// PriceQuote resolves every line and prices them together, with costs: the
// caller removes them from what it shows. What is wrong with a line is an
// issue on it; an error is a failure to answer. It checks no permission.
func (s *Service) PriceQuote(ctx context.Context, tenant identity.ID, q Quote) (PricedQuote, error) {
	out, request, set, err := s.prepare(ctx, tenant, q)
	if err != nil {
		return out, err
	}
	out.Price = s.warm.price(tenant, q.Editing, set.pricer, request)
	out.Rate = set.pricer.Rate(request.Currency, request.Base, request.Date)
	out.InputHash, out.OutputHash = request.Hash(), out.Price.Hash()
	return out, nil
}

// ReverseQuote finds the quote discount, on top of those in the request, with
// which the quote comes to the goal; see pricing.Pricer.Reverse. It checks no
// permission.
func (s *Service) ReverseQuote(ctx context.Context, tenant identity.ID, q Quote, goal pricing.Goal) (pricing.Answer, error) {
	_, request, set, err := s.prepare(ctx, tenant, q)
	if err != nil {
		return pricing.Answer{}, err
	}
	return set.pricer.Reverse(request, goal)
}

// prepare resolves every line and returns what to price and with what.
func (s *Service) prepare(ctx context.Context, tenant identity.ID, q Quote) (PricedQuote, pricing.Request, prices, error) {
	out := PricedQuote{Lines: make([]Resolved, len(q.Products))}
	s, err := s.snapshot(ctx, tenant, q)
	if err != nil {
		return out, q.Request, prices{}, err
	}
	if err := s.resolve(ctx, tenant, q, out.Lines); err != nil {
		return out, q.Request, prices{}, err
	}
	set, err := s.prices(ctx, tenant, q.Request.Currency, q.Pins, modelsOf(out.Lines)...)
	if err != nil {
		return out, q.Request, prices{}, err
	}
	out.Pins = set.pins.clone()
	request := q.Request
	request.Lines = slices.Clone(q.Request.Lines)
	out.Items = make([]pricing.Item, len(request.Lines))
	for n, r := range out.Lines {
		request.Lines[n].Item = pricingItem(r.Item)
		if r.Item.SKU == "" {
			request.Lines[n].Item.SKU = q.Products[n].Item // for what is said of an unknown one
		}
		if q.Items != nil && q.Items[n] != nil {
			request.Lines[n].Item = *q.Items[n]
		}
		out.Items[n] = request.Lines[n].Item
		if r.Model != nil {
			request.Lines[n].Model = r.Model.Code
			request.Lines[n].Selection = selected(r.Selection)
			out.Pins[Ref{Kind: ModelKind, Code: r.Model.Code}.Key()] = r.ModelVersion
		}
	}
	return out, request, set, nil
}

// modelsOf returns the models that lines are configured with, each once.
func modelsOf(lines []Resolved) []*configurator.Model {
	var out []*configurator.Model
	for _, l := range lines {
		if l.Model != nil && !slices.Contains(out, l.Model) {
			out = append(out, l.Model)
		}
	}
	return out
}

// resolve fills in what the catalogue knows about each line.
func (s *Service) resolve(ctx context.Context, tenant identity.ID, q Quote, lines []Resolved) error {
	engines := map[string]engineOf{}
	for n, p := range q.Products {
		if p.Model == "" {
			continue
		}
		if _, known := engines[p.Model]; !known {
			engines[p.Model] = s.engineOf(ctx, tenant, q, p.Model)
		}
		if err := s.configure(ctx, engines[p.Model], q.Request.Date, p, &lines[n]); err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	facts, err := s.facts(ctx, tenant, skus(q.Products, lines))
	if err != nil {
		return err
	}
	for n, p := range q.Products {
		sku := sku(p, lines[n])
		item, known := facts[sku]
		lines[n].Item = item
		switch quantity := q.Request.Lines[n].Quantity; {
		case p.Item != "" && !known:
			lines[n].Issues = append(lines[n].Issues, fault.Issue{Kind: "unknown-item", Pointer: "/item",
				Message: fmt.Sprintf("there is no item %q", sku)})
		case known && !quantity.Round(item.QuantityPrecision).Equal(quantity):
			lines[n].Issues = append(lines[n].Issues, item.tooFine(quantity))
		}
	}
	return nil
}

// tooFine says that the quantity has more decimals than the item is sold in.
func (i Item) tooFine(quantity money.Decimal) fault.Issue {
	steps := "whole numbers"
	if i.QuantityPrecision > 0 {
		steps = "steps of " + money.FromInt(1).Shift(-i.QuantityPrecision).String()
	}
	return fault.Issue{Kind: "quantity-precision", Pointer: "/quantity",
		Message: fmt.Sprintf("%s %s: %s is sold in %s", quantity, i.Unit, i.SKU, steps)}
}

// engineOf is what a model's lines are resolved with, looked up once a quote.
type engineOf struct {
	engine *configurator.Compiled
	model  *configurator.Model
	err    error
}

func (s *Service) engineOf(ctx context.Context, tenant identity.ID, q Quote, model string) (e engineOf) {
	pinned := q.Pins[Ref{Kind: ModelKind, Code: model}.Key()]
	e.engine, e.model, e.err = s.model(ctx, tenant, model, pinned, q.Request.Date)
	return e
}

// configure resolves the configuration of one line.
func (s *Service) configure(ctx context.Context, e engineOf, day civil.Date, p Product, line *Resolved) error {
	if code := fault.CodeOf(e.err); code == fault.NotFound || code == fault.Conflict {
		line.Issues = append(line.Issues, fault.Issue{Kind: "model-unusable", Pointer: "/model", Message: e.err.Error()})
		return nil
	}
	if e.err != nil {
		return e.err
	}
	line.Model, line.ModelVersion = e.model, e.model.Version
	r := configurator.Request{Picks: p.Picks, Context: declared(e.model, p.Context)}
	key, err := resolutionKey(e.model, day, r)
	if err != nil {
		return err
	}
	found, err := s.resolved.get(key, func() (resolution, error) { return answer(ctx, e.engine, r) })
	if err != nil {
		return err
	}
	line.State, line.Selection, line.BOM = found.state, found.selection, found.bom
	line.Issues = append(line.Issues, found.issues...)
	return nil
}

// declared keeps of a quote's context what the model asks for: every quote has
// a segment and a channel, few models read them.
func declared(model *configurator.Model, context map[string]configurator.Value) map[string]configurator.Value {
	out := make(map[string]configurator.Value, len(model.Context))
	for _, input := range model.Context {
		if v, ok := context[input.Code]; ok {
			out[input.Code] = v
		}
	}
	return out
}

// unfinished returns an issue for each contradiction and open decision.
func unfinished(state configurator.State) []fault.Issue {
	var out []fault.Issue
	for _, c := range state.Conflicts {
		out = append(out, fault.Issue{Kind: "configuration-conflict", Pointer: fmt.Sprintf("/picks/%d", c.Index),
			Message: fmt.Sprintf("%s = %s contradicts newer decisions", c.Path, c.Value)})
	}
	for _, path := range state.Progress.Open {
		out = append(out, fault.Issue{Kind: "configuration-incomplete", Pointer: "/picks",
			Message: fmt.Sprintf("%s is not decided", path)})
	}
	if len(out) == 0 && !state.Complete {
		out = append(out, fault.Issue{Kind: "configuration-incomplete", Pointer: "/picks", Message: "the configuration is not complete"})
	}
	return out
}

// sku returns the item a line sells: its own, or that of its model.
func sku(p Product, line Resolved) string {
	if line.Model != nil {
		return line.Model.Item
	}
	return p.Item
}

func skus(products []Product, lines []Resolved) []string {
	out := make([]string, len(products))
	for n, p := range products {
		out[n] = sku(p, lines[n])
	}
	return out
}

// facts returns the items with the SKUs, by SKU; unknown ones are left out.
func (s *Service) facts(ctx context.Context, tenant identity.ID, skus []string) (map[string]Item, error) {
	wanted := slices.Clone(skus)
	slices.Sort(wanted)
	wanted = slices.DeleteFunc(slices.Compact(wanted), func(sku string) bool { return sku == "" })
	if len(wanted) == 0 {
		return nil, nil
	}
	items, err := s.store.ItemsBySKU(ctx, tenant, wanted)
	out := make(map[string]Item, len(items))
	for _, i := range items {
		out[i.SKU] = i
	}
	return out, err
}

// Newer returns the present versions of what the pins name in an older one, and
// the contracts and promotions that have come since; nil without pins. What is
// no longer published at all is left out.
func (s *Service) Newer(ctx context.Context, tenant identity.ID, pins Pins) ([]Ref, error) {
	if len(pins) == 0 {
		return nil, nil
	}
	heads, err := s.store.Current(ctx, tenant)
	if err != nil {
		return nil, err
	}
	var out []Ref
	for _, h := range heads {
		pinned, known := pins[h.Ref().Key()]
		if known && pinned != h.Version || !known && (h.Kind == ContractKind || h.Kind == PromotionKind) {
			out = append(out, h.Ref())
		}
	}
	return out, nil
}
