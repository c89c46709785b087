// Package api serves the HTTP interface that openapi.yaml describes. It is the
// only package that knows echo.
//
// It owns the contract, the step between wire and domain, and everything that
// is about HTTP: who is calling, problem documents, ETags, idempotency keys,
// pages, limits, headers, logs and metrics. It decides nothing about the
// business: each operation is one call of a domain service.
//
// Invariants:
//
//   - The contract is the truth. Bodies are checked against its schemas before
//     a handler sees them, all mistakes at once; scopes, If-Match and
//     Idempotency-Key are demanded where it says so; tests fail on an answer
//     that it does not document.
//   - Every error is a problem document made in problem.go.
//   - An answer is written only after its transaction has committed.
package api
