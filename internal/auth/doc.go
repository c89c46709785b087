// Package auth decides who is calling: people by session, machines by API key.
//
// It owns passwords (argon2id), the secrets of sessions and API keys, users,
// teams with dated memberships, and the step from any of them to an
// identity.Actor. It does not know HTTP: the front hands it a cookie's value
// or a bearer token.
//
// Invariants:
//
//   - A secret is stored only as a hash: argon2id for passwords, SHA-256 for
//     the 256 random bits of sessions and API keys.
//   - Signing in takes as long for an unknown e-mail address as for a wrong
//     password, and says the same.
//   - Nobody grants what they lack: an API key's scopes are a part of its
//     maker's permissions, and see_cost is never implied by another right.
//   - A user who is made inactive, or whose password changes, loses every
//     session; a membership's past never changes.
//
// The clock and the source of randomness are injected.
package auth
