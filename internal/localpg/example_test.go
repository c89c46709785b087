package localpg_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/localpg"
)

func Example() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	os.Chmod(dir, 0o755) // PostgreSQL's own account must pass when root runs this

	cluster, err := localpg.Start(ctx, localpg.Options{Dir: filepath.Join(dir, "data")})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer cluster.Stop()

	conn, err := pgx.Connect(ctx, cluster.DSN(localpg.Superuser, "postgres"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer conn.Close(ctx)
	var sum int
	fmt.Println(conn.QueryRow(ctx, "select 40 + 2").Scan(&sum), sum)
	// Output: <nil> 42
}
