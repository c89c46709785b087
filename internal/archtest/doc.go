// Package archtest keeps imports pointing down. It has tests only: they read
// what each package imports, directly and through others, from the go command,
// and fail when one points the wrong way.
//
// The order, from the bottom: fault, lang, civil, money · identity · rules ·
// configurator and pricing · catalog · quotes, and kpi beside them ·
// internal/postgres and the other adapters · api · cmd.
package archtest
