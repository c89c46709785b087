package configurator

import (
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// ValueStatus is the state of one value of an attribute.
type ValueStatus string

// The states. A value is available if and only if some valid completion of the
// picks contains it; defaults never narrow.
const (
	Available       ValueStatus = "available"
	SelectedUser    ValueStatus = "selected-user"    // picked
	SelectedRule    ValueStatus = "selected-rule"    // the only value the picks leave
	SelectedDefault ValueStatus = "selected-default" // by default, or by what defaults entail
	Excluded        ValueStatus = "excluded"         // in no valid completion of the picks
	InConflict      ValueStatus = "conflict"         // picked, but contradicts newer picks
	Unknown         ValueStatus = "unknown"          // the budget ended before a proof
)

// State is the whole truth about a configuration after its picks.
type State struct {
	Model   string `json:"model"`
	Version string `json:"version"`
	// Complete: every active required attribute has a value from pick, rule or
	// default, and those values together are a valid configuration.
	Complete bool `json:"complete"`
	// Valid: no pick is in conflict.
	Valid      bool             `json:"valid"`
	Attributes []AttributeState `json:"attributes"`
	// Conflicts are the picks that contradict newer ones, in request order.
	Conflicts []PickConflict `json:"conflicts,omitempty"`
	// Findings are violated warning and approval rules of the present values.
	Findings []Finding `json:"findings,omitempty"`
	// DroppedDefaults are defaults the picks left no room for.
	DroppedDefaults []DroppedDefault `json:"dropped_defaults,omitempty"`
	Progress        Progress         `json:"progress"`
}

// Attribute returns the state of the attribute at path, or nil.
func (s *State) Attribute(path string) *AttributeState {
	for i := range s.Attributes {
		if s.Attributes[i].Path == path {
			return &s.Attributes[i]
		}
	}
	return nil
}

// Progress counts the decisions of a configuration.
type Progress struct {
	Done  int `json:"done"`
	Total int `json:"total"`
	// Open are the paths of active required attributes without a value.
	Open []string `json:"open,omitempty"`
}

// AttributeState is the state of one attribute, component count or instance.
type AttributeState struct {
	Path string `json:"path"`
	Type Type   `json:"type"`
	// Active: the attribute is present. Visible: it should be shown.
	Active   bool `json:"active"`
	Visible  bool `json:"visible"`
	Required bool `json:"required"`
	// Value is the present value: pick, rule, default, computed or context;
	// none while undecided. A multi has Selected instead.
	Value    Value       `json:"value"`
	Selected []string    `json:"selected,omitempty"`
	Status   ValueStatus `json:"status,omitempty"`
	Decided  bool        `json:"decided"`
	// Computed and Context attributes are shown, never picked.
	Computed bool `json:"computed,omitempty"`
	Context  bool `json:"context,omitempty"`
	// Values lists every option (choice, multi), false and true (bool), and
	// none where the attribute may be absent, in declared order.
	Values []ValueState `json:"values,omitempty"`
	// Intervals are the possible values of a number or date, ascending.
	Intervals []Interval `json:"intervals,omitempty"`
	// Replacing are those that could be picked in place of the number or date
	// picked, when reasons were asked for.
	Replacing []Interval `json:"replacing,omitempty"`
	// Unresolved are the parts of the range for which the budget ended.
	Unresolved []Interval `json:"unresolved,omitempty"`
	// By names the rules behind a forced value, when reasons were asked for.
	By []string `json:"by,omitempty"`
	// Parked is the user's pick on an attribute that is not active now.
	Parked *Value `json:"parked,omitempty"`
}

// Find returns the state of value v, or "".
func (a *AttributeState) Find(v Value) ValueStatus {
	for _, s := range a.Values {
		if s.Value.Equal(v) {
			return s.Status
		}
	}
	return ""
}

// ValueState is the state of one value.
type ValueState struct {
	Value  Value       `json:"value"`
	Status ValueStatus `json:"status"`
	// By names the rules, Because the paths of the picks that exclude or force
	// it, when reasons were asked for. Explain gives an irreducible set. No rule
	// and the value's own attribute alone: it can be picked in place of the
	// present one.
	By      []string `json:"by,omitempty"`
	Because []string `json:"because,omitempty"`
}

// Interval is a closed range of numbers; dates are ISO text.
type Interval struct {
	Min Value `json:"min"`
	Max Value `json:"max"`
}

// PickConflict is a pick that contradicts newer ones.
type PickConflict struct {
	// Index is the position of the pick in the request.
	Index int    `json:"index"`
	Path  string `json:"path"`
	Value Value  `json:"value"`
	// Rules and With are what it contradicts, when reasons were asked for.
	Rules []string `json:"rules,omitempty"`
	With  []string `json:"with,omitempty"`
	// Structure and Nearest say what is wrong with a value that is on no grid:
	// "step", "bounds" or "cardinality", and the values beside it.
	Structure string  `json:"structure,omitempty"`
	Nearest   []Value `json:"nearest,omitempty"`
}

// Finding is a violated rule that does not narrow.
type Finding struct {
	Rule     string    `json:"rule"`
	Path     string    `json:"path,omitempty"` // of the instance, or ""
	Severity Severity  `json:"severity"`
	Message  lang.Text `json:"message,omitempty"`
}

// DroppedDefault is a default the picks left no room for.
type DroppedDefault struct {
	Path  string `json:"path"`
	Value Value  `json:"value"`
}

// ReasonKind tells what a Reason is.
type ReasonKind string

// The kinds of reason.
const (
	PickReason      ReasonKind = "pick"
	ContextReason   ReasonKind = "context"
	RuleReason      ReasonKind = "rule"
	StructureReason ReasonKind = "structure"
)

// Reason is one member of an explanation.
type Reason struct {
	Kind ReasonKind `json:"kind"`
	// Path and Value are those of a pick or context input. For rules and
	// structure, Path is the component or attribute, without names of instances.
	Path  string `json:"path,omitempty"`
	Value Value  `json:"value,omitzero"`
	Op    Op     `json:"op,omitempty"`
	// Pick is the index of a pick in the request.
	Pick *int `json:"pick,omitempty"`
	// Rule is the name of a rule; Label and Message are its texts. Structure
	// reasons say "one-of", "bounds", "step", "cardinality", "active",
	// "required" or "effectivity".
	Rule    string    `json:"rule,omitempty"`
	Label   lang.Text `json:"label,omitempty"`
	Message lang.Text `json:"message,omitempty"`
}

// Explanation says why a value is excluded, forced or in conflict.
type Explanation struct {
	Path   string      `json:"path"`
	Value  Value       `json:"value"`
	Status ValueStatus `json:"status"`
	// Reasons are jointly irreducible: without any one of them the value would
	// be free. Empty when the value is available.
	Reasons []Reason `json:"reasons"`
	// Nearest are the two values next to one that is off step or out of range.
	Nearest []Value `json:"nearest,omitempty"`
	// Irreducible is false when a budget ended before minimality was proved.
	Irreducible bool `json:"irreducible"`
}

// Change is a difference of one attribute between two configurations.
type Change struct {
	Path   string `json:"path"`
	Before Value  `json:"before"`
	After  Value  `json:"after"`
}

// Repair is one smallest way to make a value possible.
type Repair struct {
	// Drop are the indexes, in the request, of the picks to give up.
	Drop []int `json:"drop"`
	// Picks are the request's picks without those, and with the wanted one last.
	Picks []Pick `json:"picks"`
	// Changes compare the default completion after with that before.
	Changes []Change `json:"changes"`
	// Selection is that of the default completion after the repair.
	Selection Selection `json:"selection"`
}

// Repairs are the ways found, smallest first.
type Repairs struct {
	Path    string   `json:"path"`
	Value   Value    `json:"value"`
	Repairs []Repair `json:"repairs"`
	// Possible is false when no dropping of picks helps: the rules alone (and
	// the context) exclude the value.
	Possible bool `json:"possible"`
	// Exhausted is true when every irreducible repair of the sizes shown was
	// found; false when the budget or the limit ended the search.
	Exhausted bool `json:"exhausted"`
}

// Completion is a full valid configuration.
type Completion struct {
	// Found is false when the kept picks have no completion within the budget.
	Found  bool             `json:"found"`
	Values map[string]Value `json:"values"`
	// Picks reproduce the completion: the request's picks and the added ones.
	Picks     []Pick    `json:"picks"`
	Changes   []Change  `json:"changes,omitempty"`
	Selection Selection `json:"selection"`
	// Cost is the objective's value, Bound its proven lower bound; Optimal
	// when they meet.
	Cost    money.Decimal `json:"cost"`
	Bound   money.Decimal `json:"bound"`
	Optimal bool          `json:"optimal"`
}

// Selection is the seam to pricing: what was chosen, by stable codes.
type Selection struct {
	Model string          `json:"model"`
	Item  string          `json:"item,omitempty"`
	Lines []SelectionLine `json:"lines"`
}

// SelectionLine is one chosen option, number or instance.
type SelectionLine struct {
	// Path is the attribute's path, "boxes/b1/size"; Component the path of
	// codes without instance ids, "boxes", or "".
	Path      string `json:"path"`
	Component string `json:"component,omitempty"`
	Attribute string `json:"attribute"`
	// Option is the option code of a choice or multi, "true" for a bool.
	Option string `json:"option,omitempty"`
	// Number is the value of a number attribute.
	Number   *money.Decimal `json:"number,omitempty"`
	Item     string         `json:"item,omitempty"`
	Quantity money.Decimal  `json:"quantity"`
	// Properties are those of the option.
	Properties map[string]Value `json:"properties,omitempty"`
	Label      lang.Text        `json:"label,omitempty"`
	// Source is "user", "rule" or "default".
	Source string `json:"source,omitempty"`

	attribute *attribute
}

// BOM is the bill of materials of a configuration.
type BOM struct {
	Model string `json:"model"`
	// Sales lines are what the customer sees; Manufacturing is the 100 % BOM.
	Sales         []BOMItem `json:"sales"`
	Manufacturing []BOMItem `json:"manufacturing"`
	Technical     []Datum   `json:"technical,omitempty"`
}

// BOMItem is one line of a bill of materials; Quantity is per product, all
// levels multiplied in Total.
type BOMItem struct {
	Path     string        `json:"path,omitempty"`
	Item     string        `json:"item"`
	Label    lang.Text     `json:"label,omitempty"`
	Quantity money.Decimal `json:"quantity"`
	Total    money.Decimal `json:"total"`
	Unit     string        `json:"unit,omitempty"`
	Children []BOMItem     `json:"children,omitempty"`
}

// Datum is one technical fact of a configuration.
type Datum struct {
	Path  string    `json:"path"`
	Label lang.Text `json:"label,omitempty"`
	Value Value     `json:"value"`
	Text  lang.Text `json:"text,omitempty"`
	Unit  string    `json:"unit,omitempty"`
}

// Routing lists the operations of a configuration.
type Routing struct {
	Operations []RoutingStep `json:"operations"`
	// SetupMinutes and RunMinutes are the sums, per product.
	SetupMinutes money.Decimal `json:"setup_minutes"`
	RunMinutes   money.Decimal `json:"run_minutes"`
}

// RoutingStep is one operation; times are minutes.
type RoutingStep struct {
	Path   string        `json:"path,omitempty"`
	Code   string        `json:"code"`
	Label  lang.Text     `json:"label,omitempty"`
	Centre string        `json:"centre,omitempty"`
	Setup  money.Decimal `json:"setup"`
	Run    money.Decimal `json:"run"`
}
