// Package bench measures the engine with random sessions, and writes down what
// it answered so that another solver can check it.
//
// A [Subject] is something with values that can be picked: a product model, a
// boolean formula in DIMACS, or a set of tables in JSON. [Run] clicks through
// it: mostly it picks a random value that is still available, sometimes it
// takes a pick back, and after every click it asks for all available values.
// [Replay] runs the picks of a dump again.
package bench
