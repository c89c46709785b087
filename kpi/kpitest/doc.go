// Package kpitest makes event logs and an in-memory store of figures for tests
// and benchmarks.
//
// Memory implements kpi.Store by walking facts one by one with plain Go, so
// that figures computed by SQL have something independent to agree with.
// Histories makes random but legal logs.
package kpitest
