// Package buyer is the page on which a customer reads an offer and answers it:
// without an account, without JavaScript, from a link.
//
// It owns the links (Service: made, found, revoked), the acceptances that wait
// for their confirmation, the receipts, and the pages themselves (Handler). What
// an offer says comes from quotes.Service, from the snapshot that the send froze
// and from nothing else; what the buyer does goes back there as an action of the
// transition table.
//
// Invariants:
//
//   - A link's token is 256 random bits; only its SHA-256 is stored, so nobody can
//     read a link back. Who needs one again gets another one.
//   - A token opens the offer until the offer's last day has ended, and a year
//     longer once it has been accepted, for the receipt. An unknown, a revoked and
//     an expired token look the same.
//   - A code is asked for where mails can be sent; it lives fifteen minutes and
//     survives five wrong guesses.
//   - No page holds the token: every address on it is relative.
package buyer
