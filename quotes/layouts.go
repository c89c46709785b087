package quotes

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/quotes/layout"
)

// TemplateVersion is one published version of a document template.
type TemplateVersion struct {
	// Number counts the versions of a code from 1; 0 is the built-in template.
	Number      int             `json:"number"`
	Template    layout.Template `json:"template"`
	Source      string          `json:"source,omitempty"`
	PublishedAt time.Time       `json:"published_at,omitzero"`
	PublishedBy string          `json:"published_by,omitempty"`
}

// Asset is a stored picture or PDF file.
type Asset struct {
	// ID is the SHA-256 of Bytes in hex.
	ID        string    `json:"id"`
	MediaType string    `json:"media_type"`
	Name      string    `json:"name,omitempty"`
	Bytes     []byte    `json:"-"`
	CreatedAt time.Time `json:"created_at"`
	CreatedBy string    `json:"created_by"`
}

// maxAsset bounds an uploaded file.
const maxAsset = 16 << 20

// Templates lists the versions of a template, newest first, or with code "" the
// version in force of each.
func (s *Service) Templates(ctx context.Context, actor identity.Actor, code string) ([]TemplateVersion, error) {
	if err := require(actor, identity.ReadQuotes); err != nil {
		return nil, err
	}
	return s.store.Templates(ctx, actor.Tenant, code)
}

// Template returns a version with its source; number 0 is the one in force.
func (s *Service) Template(ctx context.Context, actor identity.Actor, code string, number int) (TemplateVersion, error) {
	if err := require(actor, identity.ReadQuotes); err != nil {
		return TemplateVersion{}, err
	}
	return s.store.Template(ctx, actor.Tenant, code, number)
}

// PublishTemplate puts a template in force. What is in force already stays the
// version that it is; all mistakes are reported at once.
func (s *Service) PublishTemplate(ctx context.Context, actor identity.Actor, code, source string) (TemplateVersion, error) {
	if err := require(actor, identity.Administer); err != nil {
		return TemplateVersion{}, err
	}
	t, err := s.readTemplate(ctx, actor.Tenant, code, source)
	if err != nil {
		return TemplateVersion{}, err
	}
	present, err := s.store.Template(ctx, actor.Tenant, code, 0)
	switch {
	case err == nil && present.Source == source:
		return present, nil
	case err != nil && fault.CodeOf(err) != fault.NotFound:
		return TemplateVersion{}, err
	}
	t.PublishedAt, t.PublishedBy = s.now(), actor.Name
	return s.store.SaveTemplate(ctx, actor.Tenant, t)
}

// readTemplate reads a template to publish and reports all its mistakes.
func (s *Service) readTemplate(ctx context.Context, tenant identity.ID, code, source string) (TemplateVersion, error) {
	t, err := layout.Parse(code+".yaml", []byte(source))
	if err != nil {
		return TemplateVersion{}, err
	}
	if code != t.Code {
		return TemplateVersion{}, fault.New(fault.Invalid, "other-code", "the file says its code is %q, not %q", t.Code, code)
	}
	stored, err := s.kinds(ctx, tenant, t.Files())
	if err != nil {
		return TemplateVersion{}, err
	}
	if issues := t.CheckFiles(stored); len(issues) > 0 {
		return TemplateVersion{}, fault.FromIssues("invalid-template", "the template has mistakes", issues)
	}
	return TemplateVersion{Template: t, Source: source}, nil
}

// templateOf returns the template in force for a revision: the built-in one,
// with the seller's own colour, for a company that has published none.
func (s *Service) templateOf(ctx context.Context, r *Revision) (TemplateVersion, error) {
	code := r.Template
	if code == "" {
		code = layout.DefaultCode
	}
	t, err := s.store.Template(ctx, r.Tenant, code, 0)
	if fault.CodeOf(err) == fault.NotFound && r.Template == "" {
		return TemplateVersion{Template: layout.Default()}, nil
	}
	return t, err
}

// kinds returns the media types of those of the files that are stored.
func (s *Service) kinds(ctx context.Context, tenant identity.ID, digests []string) (map[string]string, error) {
	out := map[string]string{}
	if len(digests) == 0 {
		return out, nil
	}
	found, err := s.store.Assets(ctx, tenant, digests, false)
	for _, a := range found {
		out[a.ID] = a.MediaType
	}
	return out, err
}

// AddAsset stores a picture, as a JPEG, or a PDF file. What cannot be printed or
// merged is refused.
func (s *Service) AddAsset(ctx context.Context, actor identity.Actor, name string, raw []byte) (Asset, error) {
	if !actor.Can(identity.WritePrices) && !actor.Can(identity.WriteModels) {
		if err := require(actor, identity.Administer); err != nil {
			return Asset{}, err
		}
	}
	if len(raw) > maxAsset {
		return Asset{}, fault.New(fault.TooLarge, "file-too-large", "a file has at most %d MiB", maxAsset>>20)
	}
	a := Asset{Name: name, MediaType: layout.PDF, Bytes: raw, CreatedAt: s.now(), CreatedBy: actor.Name}
	var err error
	if bytes.Contains(raw[:min(1024, len(raw))], []byte("%PDF-")) {
		err = s.renderer.CheckAnnex(raw)
	} else {
		a.MediaType = layout.JPEG
		a.Bytes, err = layout.Picture(raw)
	}
	if err != nil {
		return Asset{}, err
	}
	digest := sha256.Sum256(a.Bytes)
	a.ID = hex.EncodeToString(digest[:])
	return s.store.SaveAsset(ctx, actor.Tenant, a)
}

// Asset returns a stored file.
func (s *Service) Asset(ctx context.Context, actor identity.Actor, id string) (Asset, error) {
	if !actor.Can(identity.ReadQuotes) {
		if err := require(actor, identity.ReadCatalog); err != nil {
			return Asset{}, err
		}
	}
	found, err := s.store.Assets(ctx, actor.Tenant, []string{id}, true)
	if err == nil && len(found) == 0 {
		err = fault.New(fault.NotFound, "asset-not-found", "there is no such file")
	}
	if err != nil {
		return Asset{}, err
	}
	return found[0], nil
}

// print makes the document of a snapshot with the pictures and files it names.
// A picture that is not there is left out; a missing annex is an error.
func (s *Service) print(ctx context.Context, tenant identity.ID, snapshot Snapshot) ([]byte, error) {
	if digests := snapshot.files(); len(digests) > 0 && !snapshot.Placeholder {
		found, err := s.store.Assets(ctx, tenant, digests, true)
		if err != nil {
			return nil, err
		}
		snapshot.Files = map[string][]byte{}
		for _, a := range found {
			snapshot.Files[a.ID] = a.Bytes
		}
	}
	if err := s.printAnnexes(ctx, tenant, &snapshot); err != nil {
		return nil, err
	}
	return s.renderer.Render(ctx, snapshot)
}

// PreviewInput says how to print a copy that is not the offer.
type PreviewInput struct {
	// Template is the code of another template than the revision's, Source the
	// text of one that is not published.
	Template string `json:"template,omitempty"`
	Source   string `json:"source,omitempty"`
	// Internal adds the waterfall for colleagues.
	Internal bool `json:"internal,omitempty"`
}

// Preview prints a revision as it is now, marked as a copy that is not the offer.
// Nothing is stored. Costs are in an internal copy only for those who may see
// them.
func (s *Service) Preview(ctx context.Context, actor identity.Actor, revision identity.ID, in PreviewInput) ([]byte, error) {
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{Lines: true})
	if err != nil {
		return nil, err
	}
	snapshot, err := s.copyOf(ctx, actor, c, in)
	if err != nil {
		return nil, err
	}
	return s.print(ctx, actor.Tenant, snapshot)
}

// copyOf makes the snapshot of a revision as it is now, with the dates of a send
// today. The revision gets them too.
func (s *Service) copyOf(ctx context.Context, actor identity.Actor, c *Case, in PreviewInput) (Snapshot, error) {
	r := c.Target
	if in.Template != "" {
		r.Template = in.Template
	}
	var t TemplateVersion
	var err error
	if in.Source != "" {
		t.Template, err = layout.Parse("template.yaml", []byte(in.Source))
	} else {
		t, err = s.templateOf(ctx, r)
	}
	if err != nil {
		return Snapshot{}, err
	}
	rep, err := s.directory.Person(ctx, actor.Tenant, c.Family.Owner)
	if err != nil {
		return Snapshot{}, err
	}
	if r.IssueDate.IsZero() {
		r.IssueDate = civil.In(s.now(), c.Zone())
	}
	if r.ValidUntil.IsZero() {
		r.ValidUntil = r.IssueDate.AddDays(r.ValidityDays)
	}
	snapshot := c.snapshot(r, rep, t)
	snapshot.Mark = PreviewMark
	if snapshot.Number == "" {
		snapshot.Number = c.Family.Reference
	}
	if in.Internal {
		snapshot.Mark = InternalMark
		if t.Template.Annexes.Waterfall {
			snapshot.Waterfall = r.waterfall(actor.Can(identity.SeeCost))
		}
	}
	return snapshot, nil
}

// PreviewOffer returns a revision as its buyer would read it if it were sent now;
// one that has been sent is the offer that it was sent as. Nothing is stored.
func (s *Service) PreviewOffer(ctx context.Context, actor identity.Actor, revision identity.ID) (Offer, error) {
	c, err := s.load(ctx, actor, At{Revision: revision}, Want{Lines: true, Snapshot: true})
	if err != nil {
		return Offer{}, err
	}
	if !c.Target.SentAt.IsZero() && c.Snapshot != nil {
		return s.Offer(ctx, actor, revision, nil)
	}
	snapshot, err := s.copyOf(ctx, actor, c, PreviewInput{})
	if err != nil {
		return Offer{}, err
	}
	c.Snapshot = &snapshot
	out, err := c.offer(c.Target, s.now(), nil)
	out.State = Sent
	return out, err
}
