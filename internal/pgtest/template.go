package pgtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"strings"
	"sync"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/jobs"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/migrations"
)

// templateLock is the key of the advisory lock, taken in the server's
// "postgres" database, under which one process builds a template.
const templateLock = 0x74656d706c617465

// templates remembers, for this process, that the template is there.
var templates templateOnce

type templateOnce struct {
	once sync.Once
	name string
	err  error
}

func (o *templateOnce) ready(admin string) (string, error) {
	o.once.Do(func() { o.name, o.err = buildTemplate(context.Background(), admin) })
	return o.name, o.err
}

// buildTemplate returns the template of the present migrations and makes it if
// it is missing. It is built under another name and renamed, so a template is
// either whole or absent.
func buildTemplate(ctx context.Context, admin string) (string, error) {
	hash, err := migrationsHash()
	if err != nil {
		return "", err
	}
	name, draft := "template_"+hash, "draft_"+hash
	conn, err := pgx.Connect(ctx, withDatabase(admin, "postgres"))
	if err != nil {
		return "", err
	}
	defer conn.Close(ctx) // releases the lock
	if _, err := conn.Exec(ctx, "select pg_advisory_lock($1)", int64(templateLock)); err != nil {
		return "", err
	}
	var exists bool
	if err := conn.QueryRow(ctx, "select exists (select from pg_database where datname = $1)", name).Scan(&exists); err != nil || exists {
		return name, err
	}
	for _, sql := range []string{"drop database if exists " + draft + " with (force)", "create database " + draft} {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return "", err
		}
	}
	if _, err := postgres.Migrate(ctx, withDatabase(admin, draft), jobs.Schema{AppRole: postgres.AppRole}); err != nil {
		return "", fmt.Errorf("build the template database: %w", err)
	}
	_, err = conn.Exec(ctx, fmt.Sprintf("alter database %s rename to %s", draft, name))
	return name, err
}

func migrationsHash() (string, error) {
	h := sha256.New()
	fmt.Fprintln(h, migrations.Roles)
	err := fs.WalkDir(migrations.Files, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		content, err := migrations.Files.ReadFile(path)
		fmt.Fprintln(h, path, len(content))
		h.Write(content)
		return err
	})
	return hex.EncodeToString(h.Sum(nil))[:16], err
}

// withDatabase is the connection string with another database.
func withDatabase(dsn, database string) string {
	u, err := url.Parse(dsn)
	if err != nil || u.Scheme == "" {
		return dsn + " dbname=" + database // key=value form: the last one counts
	}
	u.Path = "/" + database
	return u.String()
}

// execute runs one statement in the server's "postgres" database.
func execute(admin, sql string) error {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, withDatabase(admin, "postgres"))
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, sql)
	if err != nil {
		err = fmt.Errorf("%s: %w", strings.Join(strings.Fields(sql)[:2], " "), err)
	}
	return errors.Join(err, conn.Close(ctx))
}
