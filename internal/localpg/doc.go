// Package localpg runs a private PostgreSQL cluster inside a data directory,
// with the binaries of the system, so that the service needs no set-up.
//
// It owns the cluster's files and its server process. Invariants:
//
//   - The server listens on a Unix socket only, in a directory that no other
//     user may enter; that directory is what authenticates a client.
//   - One process at a time uses a data directory (a lock file says so), and
//     the server never outlives it: it stops on Stop, and on Linux also when
//     the process is killed. A server left behind is stopped and replaced.
//   - PostgreSQL refuses to run as root: the server then runs as the user
//     "postgres", whom every parent of the data directory must let through.
//   - fsync and data checksums are on unless Options say otherwise.
//
// Every error is one line that says what to do about it.
package localpg
