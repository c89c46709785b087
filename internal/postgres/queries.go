package postgres

import (
	"embed"
	"fmt"
	"strings"
)

//go:embed sql/*.sql
var sqlFiles embed.FS

// statements holds every named query; it never changes.
var statements = mustParse()

// query returns the text of a named query. A name that does not exist is a
// mistake in the program, which a test finds.
func query(name string) string {
	text, ok := statements[name]
	if !ok {
		panic("postgres: no query is named " + name)
	}
	return text
}

func mustParse() map[string]string {
	out := map[string]string{}
	files, err := sqlFiles.ReadDir("sql")
	if err != nil {
		panic(err)
	}
	for _, f := range files {
		content, err := sqlFiles.ReadFile("sql/" + f.Name())
		if err != nil {
			panic(err)
		}
		if err := parseQueries(out, f.Name(), string(content)); err != nil {
			panic(err)
		}
	}
	return out
}

// parseQueries adds a file's queries, each headed by a line "-- name: x".
// Comment lines before the first name belong to no query.
func parseQueries(into map[string]string, file, content string) error {
	var name string
	var body strings.Builder
	flush := func() error {
		text := strings.TrimSuffix(strings.TrimSpace(body.String()), ";")
		body.Reset()
		switch {
		case name == "":
			return nil
		case text == "":
			return fmt.Errorf("sql/%s: query %s is empty", file, name)
		case into[name] != "":
			return fmt.Errorf("sql/%s: query %s is defined twice", file, name)
		}
		into[name] = text
		return nil
	}
	for line := range strings.Lines(content) {
		if next, ok := strings.CutPrefix(strings.TrimSpace(line), "-- name:"); ok {
			if err := flush(); err != nil {
				return err
			}
			name = strings.TrimSpace(next)
			continue
		}
		body.WriteString(line)
	}
	return flush()
}
