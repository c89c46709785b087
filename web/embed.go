// Package web holds the user interface: TypeScript sources and, in dist, their
// built form, which is committed so that the binary builds without Node.
//
// The package owns no behaviour: Files hands the built files to whoever serves
// them. dist/index.html is the single page of the interface and answers every
// path that is not a file; everything under dist/assets carries a content hash
// in its name and may be cached for ever.
package web

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

// Files returns the built interface, rooted at the folder that holds
// index.html. It is immutable and safe for concurrent use.
func Files() fs.FS {
	files, err := fs.Sub(dist, "dist")
	if err != nil {
		panic(err) // "dist" is a valid path by construction
	}
	return files
}
