package jobs

import "log/slog"

// quiet drops what river says about its own migrations.
func quiet() *slog.Logger { return slog.New(slog.DiscardHandler) }
