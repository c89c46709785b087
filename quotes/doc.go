// Package quotes is the system of record of quotes: families, variants and
// revisions, their lifecycle, approvals, sending, acceptance and orders.
//
// It owns the one transition table (Transitions) from which the documentation
// and the answer "what may I do now" come, the versioned events that figures
// are made of (Event), the snapshot of everything a sent quote prints
// (Snapshot) and the rules of who sees what.
//
// Invariants, which the store's constraints hold too:
//
//   - The revision is what is edited and acted on: it has its own id, version
//     (the ETag) and state. Per variant at most one is open (draft, pending
//     approval, approved) and at most one is live (sent); per family at most
//     one is accepted or ordered.
//   - Every transition writes the new state, one audit entry of the family's
//     hash chain, one event, its outbox row and its fact in one transaction, or
//     nothing.
//   - A sent quote's snapshot and document never change again.
//   - Numbers have no gap and no repeat per tenant and year.
//   - Ordered never exceeds accepted, line by line.
//
// Amounts are exact decimals in the revision's currency. The clock is injected;
// whether an offer has expired is decided when it is read or acted on, never by
// a job. The package does no I/O: it reaches storage, catalogue and documents
// through the interfaces in ports.go.
package quotes
