package rules

import (
	"fmt"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/checker"
	"github.com/expr-lang/expr/compiler"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/money"
)

// Program is a compiled expression. It is immutable and safe for concurrent use.
type Program struct {
	source   Source
	schema   *Schema
	node     *Node
	machine  *vm.Program
	warnings []fault.Issue
}

// Assumption tells Compile what holds wherever the program is evaluated.
type Assumption func(*walker)

// Given says that the condition holds wherever the program is evaluated: the
// `when` of a rule guards the reads of its `require`. A nil condition says
// nothing.
func Given(condition *Program) Assumption {
	return func(w *walker) {
		if condition != nil {
			w.learn(condition.node, true)
		}
	}
}

// Compile checks the source against the schema and returns its program, or
// every mistake found, by position. want is the type the result must have; a
// zero Type accepts any. A program that compiles cannot fail when it runs, and
// its work is bounded by the limits of this package.
func Compile(schema *Schema, source Source, want Type, assumptions ...Assumption) (*Program, []fault.Issue) {
	scanned, issues := scan(source)
	if len(issues) > 0 {
		return nil, issues
	}
	schema.shared.compiling.Lock()
	defer schema.shared.compiling.Unlock()
	tree, issues := scanned.parse(schema.shared.config)
	if len(issues) > 0 {
		return nil, issues
	}
	w := &walker{scanned: scanned, schema: schema, done: make(map[ast.Node]*Node)}
	for _, assume := range assumptions {
		assume(w)
	}
	node := w.result(w.node(tree.Node), want)
	if node != nil && len(w.issues) == 0 {
		w.limits(node)
	}
	if len(w.issues) > 0 {
		fault.Sort(w.issues)
		return nil, w.issues
	}
	fault.Sort(w.warnings)
	p := &Program{source: source, schema: schema, node: node, warnings: w.warnings}
	p.machine = assemble(schema, node)
	return p, nil
}

// result checks the type of the whole expression.
func (w *walker) result(n *Node, want Type) *Node {
	if n == nil || want.Kind == NoKind && n.Type.Kind != ObjectKind && n.Type.Kind != ListKind {
		return n
	}
	if isLiteral(n) && want.Kind != TextKind {
		if n = w.coerce(n, &Node{Type: want}); n == nil {
			return nil
		}
	}
	got := n.Type.Kind
	fits := got == want.Kind && (got != ChoiceKind || n.Type.Options == want.Options)
	if !fits && (want.Kind != TextKind || got != ChoiceKind) {
		return w.report(msgWant, n.Span, want.Kind.Label(), got.Label())
	}
	return n
}

// limits refuses what would take too long to run.
func (w *walker) limits(n *Node) {
	m := newMeasure()
	if m.sizeOf(n) > 2*MaxNodes {
		w.report(msgTooBig, w.source.whole(), MaxNodes)
	}
	if steps := m.stepsOf(n); steps > MaxSteps {
		w.report(msgTooSlow, w.source.whole(), steps, MaxSteps)
	}
	if m.degreeOf(n) > MaxDegree {
		w.report(msgDegree, w.source.whole(), MaxDegree)
	}
}

// assemble makes expr's program. The caller holds the schema's compiling lock.
// It panics when expr refuses what the walk has accepted.
func assemble(schema *Schema, node *Node) *vm.Program {
	emitted := emitValue(node)
	if node.Type.Kind == BoolKind {
		emitted = emitCondition(node)
	}
	tree := &parser.Tree{Node: emitted}
	if _, err := checker.Check(tree, schema.shared.config); err != nil {
		panic(fmt.Sprintf("rules: a checked expression does not compile: %v", err))
	}
	program, err := compiler.Compile(tree, schema.shared.config)
	if err != nil {
		panic(fmt.Sprintf("rules: a checked expression does not compile: %v", err))
	}
	return program
}

// run evaluates on a frame of the program's schema.
func (p *Program) run(f *Frame) any {
	if f.schema != p.schema {
		panic("rules: a program was run on a frame of another schema")
	}
	machine := p.schema.shared.machines.Get().(*vm.VM)
	out, err := machine.Run(p.machine, f)
	if err != nil {
		panic(fmt.Sprintf("rules: %q failed: %v", p.source.Text, err))
	}
	p.schema.shared.machines.Put(machine)
	return out
}

// Bool evaluates a truth value; none counts as false. It panics when the frame
// is not of the program's schema.
func (p *Program) Bool(f *Frame) bool { b, _ := p.run(f).(bool); return b }

// Decimal evaluates a number; false means none. It panics like Bool.
func (p *Program) Decimal(f *Frame) (money.Decimal, bool) {
	d, ok := p.run(f).(money.Decimal)
	return d, ok
}

// Value evaluates the expression whatever its type. It panics like Bool.
func (p *Program) Value(f *Frame) Value { return Value{p.run(f)} }

// Node returns the root of the checked expression.
func (p *Program) Node() *Node { return p.node }

// Source returns what the program was compiled from.
func (p *Program) Source() Source { return p.source }

// Schema returns what the program was compiled against.
func (p *Program) Schema() *Schema { return p.schema }

// Type returns the type of the result.
func (p *Program) Type() Type { return p.node.Type }

// Warnings are doubts that do not stop a program from compiling: reads that may
// be none where that silently counts as false.
func (p *Program) Warnings() []fault.Issue { return p.warnings }

// Dependency is one name a program reads: a slot of the program's schema, of a
// schema around it, or of the instances of a list.
type Dependency struct {
	Schema *Schema
	Slot   int
}

// Reads returns the names the program reads, each once, in the order of the
// text. Reading .position counts as reading the list.
func (p *Program) Reads() []Dependency {
	var out []Dependency
	seen := make(map[Dependency]bool)
	p.node.Walk(func(n *Node) bool {
		if n.Op != OpRead || n.Ref.Schema == nil {
			return true
		}
		d := Dependency{n.Ref.Schema, n.Ref.Slot}
		if n.Ref.Slot < 0 {
			d = Dependency{n.Ref.Schema.parent, n.Ref.Schema.place}
		}
		if d.Schema != nil && !seen[d] {
			seen[d] = true
			out = append(out, d)
		}
		return true
	})
	return out
}
