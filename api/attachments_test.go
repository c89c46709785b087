package api_test

import (
	"net/http"
	"strings"
	"testing"
)

func bytesOf(media string) header { return header{"Content-Type", media} }

func TestAttachments(t *testing.T) {
	t.Parallel()
	s := newScene(t)
	owner := s.people["owner"]
	path := "/v1/revisions/" + s.draft["revision_id"]
	files := path + "/attachments"
	draft := owner.get(path).want(http.StatusOK)
	binary := bytesOf("application/octet-stream")
	key := fresh()
	added := owner.post(files+"?name=Plan%20d%C3%A9taill%C3%A9.txt", "le plan", binary, ifMatch(draft), key).want(http.StatusCreated)
	again := owner.post(files+"?name=Plan%20d%C3%A9taill%C3%A9.txt", "le plan", binary, ifMatch(draft), key).want(http.StatusCreated)
	if string(again.body) != string(added.body) || again.header.Get("Idempotent-Replayed") != "true" {
		t.Error("the same upload twice is not one")
	}
	got := owner.get(added.header.Get("Location")).want(http.StatusOK)
	if string(got.body) != "le plan" || got.header.Get("ETag") != `"`+added.text("attachments/0/sha256")+`"` ||
		!strings.Contains(got.header.Get("Content-Disposition"), "attachment; filename*=utf-8''Plan%20d%C3%A9taill%C3%A9.txt") {
		t.Errorf("download: %q %v", got.body, got.header)
	}
	if n := s.people["teammate"].get(files).want(http.StatusOK).count("items"); n != 1 {
		t.Errorf("%d files are listed", n)
	}
	owner.post(files+"?name=a.exe", "MZ", binary, ifMatch(added), fresh()).problem(http.StatusUnsupportedMediaType, "file-type")
	owner.post(files+"?name=a.txt&annex=true", "text", binary, ifMatch(added), fresh()).problem(http.StatusUnprocessableEntity, "annex-not-pdf")
	owner.post(files+"?name=a.pdf&annex=true", "%PDF-1.7 nothing", binary, ifMatch(added), fresh()).problem(http.StatusUnprocessableEntity, "annex-unreadable")
	owner.post(files+"?name=a.txt", strings.Repeat("x", 10<<20+1), binary, ifMatch(added), fresh()).problem(http.StatusRequestEntityTooLarge, "body-too-large")
	owner.post(files+"?name=a.txt", "text", binary, ifMatch(draft), fresh()).problem(http.StatusPreconditionFailed, "stale-version")

	file := added.header.Get("Location")
	renamed := owner.patch(file, object{"name": "Plan.txt"}, ifMatch(added)).want(http.StatusOK)
	if renamed.text("attachments/0/name") != "Plan.txt" {
		t.Errorf("renamed: %s", renamed.body)
	}
	gone := owner.do(http.MethodDelete, file, nil, ifMatch(renamed)).want(http.StatusOK)
	if gone.at("attachments") != nil {
		t.Errorf("removed: %s", gone.body)
	}
	owner.get(file).problem(http.StatusNotFound, "attachment-not-found")
}
