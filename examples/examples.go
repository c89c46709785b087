// Package examples holds complete catalogues as a user would keep them in a
// repository of their own: models, items and prices. The demonstration and the
// tests read them.
package examples

import "embed"

// Files has one folder per product line (its items.csv and its models, each a
// YAML file with the tables it reads beside it) and the folder prices with what
// all of them share.
//
//go:embed */*.yaml */*.csv
var Files embed.FS
