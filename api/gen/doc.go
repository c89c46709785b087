// Package gen is the server side of ../openapi.yaml, written by oapi-codegen:
// types, the echo wrapper and the strict interface that package api implements.
//
// overlay.yaml says which Go types stand for which schemas; it keeps such words
// out of the contract that others generate their clients from.
package gen

//go:generate go tool -modfile=../../.ci/tools.mod oapi-codegen -config config.yaml ../openapi.yaml
