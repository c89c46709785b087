package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"github.com/quotient-cpq/quotient/internal/localpg"
)

func orDefault(dir, fallback string) string { return cmp.Or(dir, fallback) }

// serveData is where "serve" keeps its data without --data: the place of the
// system's services for root, and the user's own data directory otherwise.
func serveData() string {
	const system = "/var/lib/quotient"
	if os.Geteuid() == 0 {
		return system
	}
	if base := os.Getenv("XDG_DATA_HOME"); base != "" {
		return filepath.Join(base, "quotient")
	}
	if home, err := os.UserHomeDir(); err == nil {
		return filepath.Join(home, ".local", "share", "quotient")
	}
	return system
}

// demoData is where "demo" keeps its data without --data: .demo in the working
// directory, or, when root works where PostgreSQL's account may not go, a
// directory of the system named after it.
func demoData() (string, error) {
	dir, err := filepath.Abs(".demo")
	if err != nil || localpg.Reachable(dir) == nil {
		return dir, err
	}
	sum := sha256.Sum256([]byte(dir))
	return filepath.Join("/var/lib/quotient", "demo-"+hex.EncodeToString(sum[:4])), nil
}
