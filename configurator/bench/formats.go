package bench

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/configurator/space"
)

// maxVariables bounds what a file may declare.
const maxVariables = 1 << 20

// ReadDIMACS reads a boolean formula in DIMACS CNF as a subject whose values
// are signed variable numbers.
func ReadDIMACS(name string, r io.Reader) (Subject, error) {
	b := space.NewBuilder()
	var vars []space.Lit
	var clause []space.Lit
	in := bufio.NewScanner(r)
	in.Buffer(make([]byte, 1<<16), 1<<26)
	for line := 1; in.Scan(); line++ {
		words := strings.Fields(in.Text())
		if len(words) == 0 || words[0] == "c" || words[0] == "%" {
			continue
		}
		if words[0] == "p" {
			n, err := header(words)
			if err != nil || len(vars) > 0 {
				return nil, fmt.Errorf("line %d: a header is: p cnf VARIABLES CLAUSES, once", line)
			}
			for range n {
				vars = append(vars, b.Bool())
			}
			continue
		}
		for _, w := range words {
			x, err := strconv.Atoi(w)
			if err != nil || x > len(vars) || -x > len(vars) {
				return nil, fmt.Errorf("line %d: %q is not a literal of %d variables", line, w, len(vars))
			}
			switch {
			case x > 0:
				clause = append(clause, vars[x-1])
			case x < 0:
				clause = append(clause, vars[-x-1].Not())
			default:
				b.Clause(space.Background, clause...)
				clause = clause[:0]
			}
		}
	}
	if err := in.Err(); err != nil {
		return nil, err
	}
	f := newFormula(name, b.Build())
	for i, l := range vars {
		f.variable([]space.Lit{l, l.Not()}, []string{strconv.Itoa(i + 1), strconv.Itoa(-i - 1)})
	}
	return f, nil
}

func header(words []string) (int, error) {
	if len(words) != 4 || words[1] != "cnf" {
		return 0, fmt.Errorf("wrong header")
	}
	n, err := strconv.Atoi(words[2])
	if err == nil && (n < 0 || n > maxVariables) {
		err = fmt.Errorf("%d variables", n)
	}
	return n, err
}

// tableFile is a set of variables and the rows their combinations must form.
type tableFile struct {
	Variables []struct {
		Name   string   `json:"name"`
		Values []string `json:"values"`
	} `json:"variables"`
	Tables []struct {
		Name  string    `json:"name"`
		Scope []string  `json:"scope"`
		Rows  [][]int32 `json:"rows"`
	} `json:"tables"`
}

// ReadTables reads variables and tables in JSON as a subject whose values are
// variable=value. Rows hold indexes into the values of their scope.
func ReadTables(name string, r io.Reader) (Subject, error) {
	var file tableFile
	if err := json.NewDecoder(r).Decode(&file); err != nil {
		return nil, err
	}
	b := space.NewBuilder()
	lits := map[string][]space.Lit{}
	for _, v := range file.Variables {
		if len(v.Values) == 0 || lits[v.Name] != nil {
			return nil, fmt.Errorf("variable %q has no values or is declared twice", v.Name)
		}
		_, lits[v.Name] = b.Enum(len(v.Values))
	}
	for _, t := range file.Tables {
		columns := make([][]space.Lit, len(t.Scope))
		for i, name := range t.Scope {
			if columns[i] = lits[name]; columns[i] == nil {
				return nil, fmt.Errorf("table %q: there is no variable %q", t.Name, name)
			}
		}
		for i, row := range t.Rows {
			if err := checkRow(row, columns); err != nil {
				return nil, fmt.Errorf("table %q, row %d: %w", t.Name, i+1, err)
			}
		}
		b.RequireRow(b.Tag(), space.True, columns, t.Rows)
	}
	f := newFormula(name, b.Build())
	for _, v := range file.Variables {
		names := make([]string, len(v.Values))
		for i, value := range v.Values {
			names[i] = v.Name + "=" + value
		}
		f.variable(lits[v.Name], names)
	}
	return f, nil
}

func checkRow(row []int32, columns [][]space.Lit) error {
	if len(row) != len(columns) {
		return fmt.Errorf("%d cells for %d variables", len(row), len(columns))
	}
	for i, v := range row {
		if v < 0 || int(v) >= len(columns[i]) {
			return fmt.Errorf("value %d of %d", v, len(columns[i]))
		}
	}
	return nil
}
