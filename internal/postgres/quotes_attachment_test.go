package postgres_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/quotes"
)

// attach adds a file to a draft.
func (d *desk) attach(t testing.TB, v quotes.RevisionView, name, content string, annex bool) quotes.RevisionView {
	t.Helper()
	out, _, err := d.Attach(t.Context(), d.Rep, on(v), quotes.Upload{Name: name, Annex: annex, Bytes: []byte(content)})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// count is the number of rows of a table that the tenant has.
func (d *desk) count(t testing.TB, table string) (n int) {
	t.Helper()
	err := d.db.Read(t.Context(), d.Rep.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		return tx.QueryRow(ctx, "select count(*) from "+pgx.Identifier{table}.Sanitize()).Scan(&n)
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func names(v quotes.RevisionView) string {
	var out []string
	for _, a := range v.Attachments {
		out = append(out, a.Name)
	}
	return strings.Join(out, " ")
}

func TestFilesOfADraft(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	ok := must[quotes.RevisionView](t)
	v := d.draft(t, line("BIKE", "1"))
	v = d.attach(t, v, "plan.pdf", "%PDF-1.7 plan", false)
	v = d.attach(t, v, "terms.pdf", "%PDF-1.7 terms", true)
	v = d.attach(t, v, "prices.csv", "a;b\n", false)

	first, annex := 1, true
	v = ok(d.ChangeAttachment(ctx, d.Rep, on(v), v.Attachments[1].ID, quotes.AttachmentPatch{Position: &first}))
	v = ok(d.ChangeAttachment(ctx, d.Rep, on(v), v.Attachments[1].ID, quotes.AttachmentPatch{Annex: &annex}))
	if names(v) != "terms.pdf plan.pdf prices.csv" || !v.Attachments[1].Annex {
		t.Errorf("files %+v", v.Attachments)
	}
	_, err := d.ChangeAttachment(ctx, d.Rep, on(v), v.Attachments[2].ID, quotes.AttachmentPatch{Annex: &annex})
	wantCode(t, err, fault.Invalid)

	a, file, err := d.Attachment(ctx, d.Manager, v.ID, v.Attachments[1].ID)
	if err != nil || string(file.Bytes) != "%PDF-1.7 plan" || a.MediaType != "application/pdf" {
		t.Errorf("%v: %+v is %q", err, a, file.Bytes)
	}
	v = ok(d.Detach(ctx, d.Rep, on(v), v.Attachments[2].ID))
	if names(v) != "terms.pdf plan.pdf" || d.count(t, "attachment_content") != 2 {
		t.Errorf("after a removal: %q, %d contents", names(v), d.count(t, "attachment_content"))
	}
}

func TestFilesThatCannotBeAttached(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	v := d.draft(t, line("BIKE", "1"))
	v = d.attach(t, v, "plan.txt", "the plan", false)
	for name, tt := range map[string]struct {
		upload quotes.Upload
		code   fault.Code
		kind   string
	}{
		"empty":             {quotes.Upload{Name: "a.txt"}, fault.Invalid, "empty-file"},
		"too large":         {quotes.Upload{Name: "a.txt", Bytes: slices.Repeat([]byte("x"), quotes.MaxAttachment+1)}, fault.TooLarge, "file-too-large"},
		"a web page":        {quotes.Upload{Name: "a.html", Bytes: []byte("<script>")}, fault.Unsupported, "file-type"},
		"a program":         {quotes.Upload{Name: "a.pdf", Bytes: []byte("MZ\x90\x00")}, fault.Unsupported, "file-type"},
		"text that is none": {quotes.Upload{Name: "a.txt", Bytes: []byte("\xff\xfe\x00")}, fault.Unsupported, "file-type"},
		"a picture annexed": {quotes.Upload{Name: "a.png", Annex: true, Bytes: []byte("\x89PNG\r\n\x1a\n")}, fault.Invalid, "annex-not-pdf"},
		"a taken name":      {quotes.Upload{Name: "plan.txt", Bytes: []byte("other")}, fault.Invalid, "file-name-taken"},
		"a path":            {quotes.Upload{Name: "../a.txt", Bytes: []byte("other")}, fault.Invalid, "invalid-file-name"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := d.Attach(ctx, d.Rep, on(v), tt.upload)
			wantCode(t, err, tt.code)
			var f *fault.Error
			if !errors.As(err, &f) || f.Kind != tt.kind {
				t.Errorf("got %v, want the kind %s", err, tt.kind)
			}
		})
	}
	if n := d.count(t, "attachment_content"); n != 1 {
		t.Errorf("%d contents are stored, want the one that was taken", n)
	}
}

// A clone and a revision take the files along; what has been sent keeps its
// own whatever becomes of the others.
func TestFilesAreCarriedAndFrozen(t *testing.T) {
	t.Parallel()
	d, ctx := setup(t), t.Context()
	defer d.checked(t)
	ok := must[quotes.RevisionView](t)
	var printed []quotes.SnapshotFile
	printing := quotes.New(quotes.Config{Store: d.store, Catalog: d.catalog, Directory: d.People, Now: d.clock.Now,
		Renderer: quotes.RendererFunc(func(_ context.Context, s quotes.Snapshot) ([]byte, error) {
			printed = s.Annexes()
			return []byte("%PDF-"), nil
		})})
	v := d.attach(t, d.draft(t, line("BIKE", "1")), "terms.pdf", "%PDF-1.7 terms", true)
	v = d.attach(t, v, "plan.txt", "the plan", false)
	v = d.attach(t, v, "norm.pdf", "%PDF-1.7 norm", true)
	v = ok(printing.Send(ctx, d.Rep, quotes.Target{Revision: d.submit(t, v).ID}))
	if len(printed) != 2 || string(printed[0].Bytes) != "%PDF-1.7 terms" || string(printed[1].Bytes) != "%PDF-1.7 norm" {
		t.Fatalf("the printer got the annexes %+v", printed)
	}
	snapshot := must[quotes.Snapshot](t)(d.Snapshot(ctx, d.Rep, v.ID))
	if len(snapshot.Attachments) != 3 || snapshot.Attachments[1].SHA256 != v.Attachments[1].SHA256 || snapshot.Attachments[0].Bytes != nil {
		t.Errorf("the snapshot has %+v", snapshot.Attachments)
	}
	_, err := d.Detach(ctx, d.Rep, on(v), v.Attachments[0].ID)
	wantCode(t, err, fault.Conflict)
	err = d.db.Tenant(ctx, d.Rep.Tenant, func(ctx context.Context, tx pgx.Tx) error {
		_, err := tx.Exec(ctx, "delete from quote_attachment where revision_id = $1", v.ID)
		return err
	})
	if err == nil {
		t.Error("the database let go of a sent quote's files")
	}

	clone := ok(d.Clone(ctx, d.Rep, v.ID, quotes.CloneInput{}))
	next := ok(d.Revise(ctx, d.Rep, on(v), "customer_change"))
	for _, carried := range []quotes.RevisionView{clone, next} {
		if names(carried) != "terms.pdf plan.txt norm.pdf" {
			t.Errorf("carried %q", names(carried))
		}
	}
	for range 3 {
		next = ok(d.Detach(ctx, d.Rep, on(next), next.Attachments[0].ID))
	}
	if _, file, err := d.Attachment(ctx, d.Rep, v.ID, v.Attachments[0].ID); err != nil || string(file.Bytes) != "%PDF-1.7 terms" {
		t.Errorf("the sent revision's file: %q, %v", file.Bytes, err)
	}
}

// What is printed behind the offer is part of what was approved.
func TestAnAnnexNeedsItsApproval(t *testing.T) {
	t.Parallel()
	d := setup(t)
	v := d.submit(t, d.draft(t, line("BIKE", "1")))
	v = d.attach(t, v, "plan.txt", "the plan", false)
	if v.State != quotes.Approved {
		t.Errorf("a file that is not printed made it %s", v.State)
	}
	if v = d.attach(t, v, "terms.pdf", "%PDF-1.7 terms", true); v.State != quotes.Draft {
		t.Errorf("with an annex it is still %s", v.State)
	}
}
