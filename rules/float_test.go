package rules_test

import (
	"reflect"
	"testing"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/vm"

	"github.com/quotient-cpq/quotient/rules"
)

// floats collects the float literals of a tree.
type floats struct{ found []ast.Node }

func (f *floats) Visit(n *ast.Node) {
	if _, ok := (*n).(*ast.FloatNode); ok {
		f.found = append(f.found, *n)
	}
}

// native are the machine's own operations on numbers; they are wrong for
// decimals, or yield floats.
var native = map[vm.Opcode]bool{
	vm.OpAdd: true, vm.OpSubtract: true, vm.OpMultiply: true, vm.OpDivide: true, vm.OpModulo: true, vm.OpExponent: true,
	vm.OpNegate: true, vm.OpLess: true, vm.OpMore: true, vm.OpLessOrEqual: true, vm.OpMoreOrEqual: true,
	vm.OpEqualString: true, vm.OpIn: true, vm.OpRange: true, vm.OpCast: true, vm.OpFetch: true, vm.OpFetchField: true,
	vm.OpLoadConst: true, vm.OpLoadField: true, vm.OpLoadFast: true, vm.OpLoadMethod: true, vm.OpMethod: true, vm.OpCall: true,
}

// TestNoFloats shows that no program holds a float, and that none uses an
// operation of the machine that knows nothing of decimals or reads by name.
func TestNoFloats(t *testing.T) {
	t.Parallel()
	f := newFixture(t)
	for source := range evaluations {
		m := compile(t, f.schema, source, rules.Type{}).Machine()
		node := m.Node()
		visitor := &floats{}
		if ast.Walk(&node, visitor); len(visitor.found) > 0 {
			t.Errorf("%s: the tree holds %v", source, visitor.found)
		}
		for _, c := range m.Constants {
			if k := reflect.TypeOf(c).Kind(); k == reflect.Float64 || k == reflect.Float32 {
				t.Errorf("%s: the constant %v is a float", source, c)
			}
		}
		for i, op := range m.Bytecode {
			if native[op] {
				t.Errorf("%s: instruction %d is %d\n%s", source, i, op, m.Disassemble())
			}
		}
	}
}
