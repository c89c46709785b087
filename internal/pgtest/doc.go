// Package pgtest gives a test a migrated PostgreSQL database of its own.
//
// It owns a test server and its databases. The server is the one that
// QUOTIENT_TEST_DSN names (an administrator's connection string), else a
// private cluster in the user's cache directory that test processes share: the
// first one starts it and it stops after the last has ended. Tests are never
// skipped: without a server they fail with what to install.
//
// A template database is migrated once per content of the migrations; a test
// then gets a copy within some 30 ms, dropped when the test ends.
package pgtest
