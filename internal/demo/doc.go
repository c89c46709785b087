// Package demo makes an example company with two years of history, so that a
// first look at the service shows it at work.
//
// It owns the company's people, customers and habits, and nothing else: every
// quote, approval, acceptance and order goes through the same services as a
// person's clicks, with a clock that the history moves. The outcome is a
// function of the seed and of the last day: the same people quote the same
// customers the same products on the same days. (Ids are random.)
//
// One simulated day is one transaction. Tasks of a day run in the order of
// their time; what a task decides to do later it puts on the agenda.
package demo
