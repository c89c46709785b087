// Package demo makes an example company with two years of history, so that a
// first look at the service shows it at work.
//
// It owns the company's people, customers and habits, and nothing else: every
// quote, approval, acceptance and order goes through the same services as a
// person's clicks, with a clock that the history moves. The outcome is a
// function of the seed and of the last day: the same people quote the same
// customers the same products on the same days. (Ids are random.)
//
// A simulated day is a transaction, or rather several that run side by side and
// share no customer; numbers of quotes are taken in one of them and numbers of
// orders in another, in the order of the day. Whatever a task decides to do next
// happens on a later day, so the tasks of one day do not depend on each other.
package demo
