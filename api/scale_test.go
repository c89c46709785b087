package api_test

import (
	"crypto/md5"
	"flag"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/pgtest"
)

var revisions = flag.Int("revisions", 2000, "revisions that BenchmarkAtScale stores first")

// templates is how many quotes are made over the API and then copied.
const templates = 50

// A day's mix of requests at a fixed rate while so many revisions are stored:
// seven reads of a revision, a search by number, a list and a creation with 20
// configured lines in ten requests. Latencies count from the time at which a
// request was due. On a server of its own with fsync on:
//
//	quotient serve --data DIR &
//	QUOTIENT_TEST_DSN='postgres:///postgres?host=DIR/run&user=postgres' \
//	  go test ./api -run '^$' -bench AtScale -revisions 1000000 -benchtime 6000x -timeout 2h
func BenchmarkAtScale(b *testing.B) {
	w := newWorld(b)
	w.company()
	rep := w.user("Julie", identity.Rep)
	rep.http.Transport = &http.Transport{MaxIdleConnsPerHost: 100}
	made := make([]string, templates)
	for n := range made {
		body := w.quoteOf(1 + n%3)
		body["title"] = fmt.Sprintf("Fleet for depot %d", n)
		r := rep.post("/v1/quotes", body, fresh()).want(http.StatusCreated)
		if made[n] = r.text("id"); n%2 == 0 {
			rep.post("/v1/revisions/"+made[n]+"/submit", nil, ifMatch(r)).want(http.StatusOK)
		}
	}
	started := time.Now()
	w.copyQuotes(*revisions/templates - 1)
	b.Logf("%d revisions stored in %s", *revisions, time.Since(started).Round(time.Second))
	for _, id := range made {
		rep.get("/v1/revisions/" + copyOf(id, 1)).want(http.StatusOK)
	}
	number := rep.get("/v1/revisions/" + made[0]).text("quote/reference")

	// A benchmark of its own, so that the quotes are copied once.
	b.Run("mix", func(b *testing.B) { w.mix(b, rep, made, number) })
}

// mix sends b.N requests of a day's mix and reports how long they took.
func (w *world) mix(b *testing.B, rep *client, made []string, number string) {
	load := &openLoad{client: rep, took: map[string][]time.Duration{}}
	copies := *revisions/templates - 1
	load.run(b.N, 100, func(n int) (name, method, path string, body any, headers []header) {
		switch n % 10 {
		case 7:
			return "search", http.MethodGet, fmt.Sprintf("/v1/quotes?q=%sx%d", strings.ToLower(number), n%copies), nil, nil
		case 8:
			return "list", http.MethodGet, "/v1/quotes?limit=50", nil, nil
		case 9:
			return "create", http.MethodPost, "/v1/quotes", w.quoteOf(20), []header{fresh()}
		}
		return "read", http.MethodGet, "/v1/revisions/" + copyOf(made[n%templates], n%copies), nil, nil
	})
	if load.failed > 0 {
		b.Errorf("%d requests failed", load.failed)
	}
	for name, took := range load.took {
		sort.Slice(took, func(i, j int) bool { return took[i] < took[j] })
		for _, share := range []int{50, 99} {
			b.ReportMetric(float64(took[(len(took)-1)*share/100].Microseconds())/1000, fmt.Sprintf("%s-p%d-ms", name, share))
		}
	}
}

// openLoad sends requests when they are due, whether or not the answers of
// those before have come.
type openLoad struct {
	client *client
	mu     sync.Mutex
	took   map[string][]time.Duration
	failed int
}

func (l *openLoad) run(count, perSecond int, request func(n int) (name, method, path string, body any, headers []header)) {
	var all sync.WaitGroup
	start := time.Now()
	for n := range count {
		due := start.Add(time.Duration(n) * time.Second / time.Duration(perSecond))
		time.Sleep(time.Until(due))
		all.Go(func() {
			name, method, path, body, headers := request(n)
			ok := l.send(method, path, body, headers)
			l.mu.Lock()
			defer l.mu.Unlock()
			l.took[name] = append(l.took[name], time.Since(due))
			if !ok {
				l.failed++
			}
		})
	}
	all.Wait()
}

func (l *openLoad) send(method, path string, body any, headers []header) bool {
	req, err := l.client.request(method, path, body, headers...)
	if err != nil {
		return false
	}
	resp, err := l.client.http.Do(req)
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err == nil && resp.StatusCode < http.StatusBadRequest
}

// copied are the tables that reading and finding quotes touches.
var copied = []string{"quote_family", "quote_variant", "quote_revision", "quote_line", "search_term"}

// copyQuotes copies every quote n times with ids of their own. The history of a
// copy is left out: nothing but the audit reads it.
func (w *world) copyQuotes(n int) {
	w.t.Helper()
	admin := pgtest.Admin(w.t, w.dsn)
	exec := func(sql string) {
		w.t.Helper()
		if _, err := admin.Exec(w.t.Context(), sql); err != nil {
			w.t.Fatal(err)
		}
	}
	exec("set session_replication_role = replica") // the copies are consistent as their originals are
	for _, table := range copied {
		rows, err := admin.Query(w.t.Context(), "select attname::text from pg_attribute where attrelid = $1::text::regclass and attnum > 0 and not attisdropped and attgenerated = ''", table)
		if err != nil {
			w.t.Fatal(err)
		}
		var columns []string
		for rows.Next() {
			var column string
			if err := rows.Scan(&column); err != nil {
				w.t.Fatal(err)
			}
			columns = append(columns, column)
		}
		if err := rows.Err(); err != nil {
			w.t.Fatal(err)
		}
		var values []string
		for _, column := range columns {
			values = append(values, copyValue(table, column, columns))
		}
		where := ""
		if slices.Contains(columns, "kind") {
			where = " where kind = 'quote'"
		}
		exec(fmt.Sprintf("insert into %s (%s) select %s from %s cross join generate_series(0, %d) n%s",
			table, strings.Join(columns, ", "), strings.Join(values, ", "), table, n-1, where))
		exec("analyze " + table)
	}
	exec("vacuum")
}

// copyOf is the id that a thing has in copy n.
func copyOf(id string, n int) string {
	sum := md5.Sum(fmt.Appendf(nil, "%sx%d", id, n))
	return uuid.UUID(sum).String()
}

// copyValue is what a column holds in copy n of a row.
func copyValue(table, column string, columns []string) string {
	if table == "quote_revision" && column == "number" {
		return column
	}
	switch column {
	case "doc": // repeats ids
		value := "doc::text"
		for _, id := range []string{"family_id", "variant_id", "revision_id", "lead_revision_id"} {
			if slices.Contains(columns, id) {
				value = fmt.Sprintf("replace(%s, %s::text, %s::text)", value, id, copyValue(table, id, columns))
			}
		}
		return value + "::jsonb"
	case "family_id", "variant_id", "revision_id", "lead_revision_id", "subject_id":
		return "md5(" + column + "::text || 'x' || n)::uuid"
	case "reference", "number", "term":
		// words without a digit are those that many quotes share
		return "case when " + column + "::text ~ '^[[:alpha:]].*[0-9]' then " + column + "::text || 'x' || n else " + column + "::text end"
	case "updated_at":
		return "updated_at - n * interval '1 minute'"
	}
	return column
}
