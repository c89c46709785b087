package quotes

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
)

// What may be attached to a revision, in bytes and files.
const (
	MaxAttachment    = 10 << 20
	maxAttachments   = 20
	maxAttachedBytes = 40 << 20
)

// Attachment is a file that belongs to a revision. Its bytes are stored apart,
// by their digest, and carried along when the revision is cloned or revised.
type Attachment struct {
	ID        identity.ID `json:"id"`
	Name      string      `json:"name"`
	MediaType string      `json:"media_type"`
	Size      int64       `json:"size"` // bytes
	// SHA256 is the digest of the bytes in hex.
	SHA256 string `json:"sha256"`
	// Annex says that the file, a PDF, is printed behind the offer. The other
	// files accompany the quote without being part of its document.
	Annex   bool        `json:"annex,omitempty"`
	AddedAt time.Time   `json:"added_at"`
	AddedBy identity.ID `json:"added_by,omitzero"`
}

// File is the content of an attachment.
type File struct {
	SHA256 string
	Bytes  []byte
}

// Upload is a file to attach.
type Upload struct {
	Name  string
	Annex bool
	Bytes []byte
}

// AttachmentPatch changes what is not nil of an attachment.
type AttachmentPatch struct {
	Name  *string `json:"name,omitempty"`
	Annex *bool   `json:"annex,omitempty"`
	// Position moves it to this place among the revision's files, from 1.
	Position *int `json:"position,omitempty"`
}

// Attach adds a file to a draft and returns its id. It is an edit: an approved
// revision that gets an annex has to be approved again.
func (s *Service) Attach(ctx context.Context, actor identity.Actor, t Target, in Upload) (RevisionView, identity.ID, error) {
	digest := sha256.Sum256(in.Bytes)
	file := File{SHA256: hex.EncodeToString(digest[:]), Bytes: in.Bytes}
	added := Attachment{ID: identity.NewID(), Name: strings.TrimSpace(in.Name), Size: int64(len(in.Bytes)), SHA256: file.SHA256,
		Annex: in.Annex, AddedBy: actor.ID}
	if err := s.checkUpload(&added, in.Bytes); err != nil {
		return RevisionView{}, added.ID, err
	}
	view, err := s.attachments(ctx, actor, t, func(a *attempt) (Change, error) {
		added.AddedAt = a.now
		a.r.Attachments = append(slices.Clone(a.r.Attachments), added)
		a.c.writes.File = &file
		return Change{Field: "attachment", After: added.trace()}, a.r.checkAttachments()
	})
	return view, added.ID, err
}

// ChangeAttachment renames a draft's file, moves it, or makes it an annex.
func (s *Service) ChangeAttachment(ctx context.Context, actor identity.Actor, t Target, id identity.ID, p AttachmentPatch) (RevisionView, error) {
	present, file, err := s.Attachment(ctx, actor, t.Revision, id)
	if err != nil {
		return RevisionView{}, err
	}
	set(&present.Name, p.Name)
	set(&present.Annex, p.Annex)
	if err := s.checkUpload(&present, file.Bytes); err != nil {
		return RevisionView{}, err
	}
	return s.attachments(ctx, actor, t, func(a *attempt) (Change, error) {
		n, err := a.r.attachment(id)
		if err != nil {
			return Change{}, err
		}
		all := slices.Clone(a.r.Attachments)
		before, after := all[n], all[n]
		set(&after.Name, p.Name)
		set(&after.Annex, p.Annex)
		after.Name, after.MediaType = strings.TrimSpace(after.Name), present.MediaType
		to := n
		if p.Position != nil {
			to = min(max(*p.Position, 1), len(all)) - 1
		}
		a.r.Attachments = slices.Insert(slices.Delete(all, n, n+1), to, after)
		return Change{Field: "attachment", Before: before.trace(), After: after.trace()}, a.r.checkAttachments()
	})
}

// Detach removes a file from a draft. Revisions that were cloned or revised
// from it keep theirs.
func (s *Service) Detach(ctx context.Context, actor identity.Actor, t Target, id identity.ID) (RevisionView, error) {
	return s.attachments(ctx, actor, t, func(a *attempt) (Change, error) {
		n, err := a.r.attachment(id)
		if err != nil {
			return Change{}, err
		}
		gone := a.r.Attachments[n]
		a.r.Attachments = slices.Delete(slices.Clone(a.r.Attachments), n, n+1)
		return Change{Field: "attachment", Before: gone.trace()}, nil
	})
}

// Attachment returns a file of a revision that the actor may see.
func (s *Service) Attachment(ctx context.Context, actor identity.Actor, revision, id identity.ID) (Attachment, File, error) {
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{})
	if err != nil {
		return Attachment{}, File{}, err
	}
	n, err := c.Target.attachment(id)
	if err != nil {
		return Attachment{}, File{}, err
	}
	found := c.Target.Attachments[n]
	file, err := s.store.AttachedFile(ctx, actor.Tenant, revision, found.SHA256)
	return found, file, err
}

// attachments runs one change of a revision's files as an edit.
func (s *Service) attachments(ctx context.Context, actor identity.Actor, t Target, change func(*attempt) (Change, error)) (RevisionView, error) {
	if t.Version == 0 {
		return RevisionView{}, fault.New(fault.PreconditionRequired, "version-missing", "an edit must say which version of the revision it changes")
	}
	return s.act(ctx, actor, t, Edit, func(a *attempt) error {
		done, err := change(a)
		if err != nil {
			return err
		}
		a.r.LastEditor = a.actor.ID
		a.c.touchAttachments(a.r)
		return a.afterEdit(Event{Type: EventEdited, Edited: []string{"attachments"}}, []Change{done})
	})
}

// attachment returns the place of the file with the id.
func (r *Revision) attachment(id identity.ID) (int, error) {
	n := slices.IndexFunc(r.Attachments, func(a Attachment) bool { return a.ID == id })
	if n < 0 {
		return n, fault.New(fault.NotFound, "attachment-not-found", "the revision has no such file")
	}
	return n, nil
}

// trace is how the audit chain names a file: what it was cannot be denied.
func (a Attachment) trace() string {
	kind := ""
	if a.Annex {
		kind = ", annex"
	}
	return fmt.Sprintf("%s (sha256 %s%s)", a.Name, a.SHA256, kind)
}

// checkUpload finds out what the file is and refuses what cannot be attached.
func (s *Service) checkUpload(a *Attachment, content []byte) error {
	var ok bool
	switch a.MediaType, ok = mediaType(a.Name, content); {
	case len(content) == 0:
		return invalid("empty-file", "", "the file is empty")
	case len(content) > MaxAttachment:
		return fault.New(fault.TooLarge, "file-too-large", "a file has at most %d bytes, this one has %d", MaxAttachment, len(content))
	case !ok:
		return fault.New(fault.Unsupported, "file-type", "%q is none of the files that can be attached: %s", a.Name, strings.Join(attachable, ", ")).
			With("types", attachable)
	case a.Annex && a.MediaType != mediaPDF:
		return invalid("annex-not-pdf", "/annex", "only a PDF can be printed behind the offer; attach the file without making it an annex")
	case a.Annex:
		return s.renderer.CheckAnnex(content)
	}
	return nil
}

// checkAttachments looks at all files of the revision together.
func (r *Revision) checkAttachments() error {
	if len(r.Attachments) > maxAttachments {
		return fault.New(fault.TooLarge, "too-many-files", "a revision has at most %d files; remove one first", maxAttachments)
	}
	total := int64(0)
	seen := map[string]bool{}
	for _, a := range r.Attachments {
		total += a.Size
		if a.Name == "" || utf8.RuneCountInString(a.Name) > 200 || strings.ContainsFunc(a.Name, unfit) {
			return invalid("invalid-file-name", "/name", "a file's name has 1 to 200 characters, without slashes and control characters")
		}
		if seen[a.Name] {
			return invalid("file-name-taken", "/name", fmt.Sprintf("the revision has a file %q already", a.Name))
		}
		seen[a.Name] = true
	}
	if total > maxAttachedBytes {
		return fault.New(fault.TooLarge, "files-too-large", "the files of a revision have at most %d bytes together, these have %d", maxAttachedBytes, total)
	}
	return nil
}

// unfit are characters that a file's name cannot have on some system.
func unfit(c rune) bool {
	return unicode.IsControl(c) || strings.ContainsRune(`/\:*?"<>|`, c) || c == utf8.RuneError
}

const mediaPDF = "application/pdf"

// attachable are the ends of the names of files that can be attached.
var attachable = []string{".pdf", ".png", ".jpg", ".xlsx", ".docx", ".txt", ".csv"}

// signatures tell files by their first bytes, and by the end of the name where
// several kinds begin alike. What a browser would run is none of them.
var signatures = []struct{ begin, end, media string }{
	{"%PDF-", "", mediaPDF},
	{"\x89PNG\r\n\x1a\n", "", "image/png"},
	{"\xff\xd8\xff", "", "image/jpeg"},
	{"PK\x03\x04", ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	{"PK\x03\x04", ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"},
	{"", ".txt", "text/plain"},
	{"", ".csv", "text/csv"},
}

// mediaType tells what a file is; ok is false for what cannot be attached.
func mediaType(name string, content []byte) (media string, ok bool) {
	end := strings.ToLower(path.Ext(name))
	for _, s := range signatures {
		if !bytes.HasPrefix(content, []byte(s.begin)) || s.end != "" && s.end != end {
			continue
		}
		if s.begin == "" && (!utf8.Valid(content) || bytes.ContainsRune(content, 0)) {
			continue
		}
		return s.media, true
	}
	return "", false
}

// printAnnexes gives the snapshot the bytes of its annexes, in order.
func (s *Service) printAnnexes(ctx context.Context, tenant identity.ID, snapshot *Snapshot) error {
	for n := range snapshot.Attachments {
		a := &snapshot.Attachments[n]
		if !a.Annex {
			continue
		}
		file, err := s.store.AttachedFile(ctx, tenant, snapshot.Revision, a.SHA256)
		if err != nil {
			return err
		}
		a.Bytes = file.Bytes
	}
	return nil
}
