package pricing

import (
	"io/fs"
	"reflect"

	"github.com/goccy/go-yaml/ast"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// LoadContract reads a contract, like LoadBook.
func LoadContract(fsys fs.FS, name string) (*Contract, error) {
	t := &Contract{}
	err := load(fsys, name, "contract", func(r *reader, n ast.Node) []fault.Issue {
		r.fill(r.object(n, "a contract"), reflect.ValueOf(t).Elem(), "a contract")
		c := newCompiler(Set{Book: &Book{}})
		c.contracts([]Contract{*t})
		return c.issues
	})
	return t, err
}

// LoadPromotion reads a promotion, like LoadBook.
func LoadPromotion(fsys fs.FS, name string) (*Promotion, error) {
	t := &Promotion{}
	err := load(fsys, name, "promotion", func(r *reader, n ast.Node) []fault.Issue {
		r.fill(r.object(n, "a promotion"), reflect.ValueOf(t).Elem(), "a promotion")
		c := newCompiler(Set{Book: &Book{}})
		c.promotions([]Promotion{*t})
		return c.issues
	})
	return t, err
}
