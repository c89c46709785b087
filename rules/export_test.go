package rules

import "github.com/expr-lang/expr/vm"

// Machine shows tests what a program runs.
func (p *Program) Machine() *vm.Program { return p.machine }
