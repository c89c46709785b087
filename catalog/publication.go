package catalog

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// Kind is what a publication contains.
type Kind string

// The kinds of publication.
const (
	ModelKind     Kind = "model"
	BookKind      Kind = "price_book"
	ProcedureKind Kind = "procedure"
	TaxKind       Kind = "tax_table"
	RatesKind     Kind = "rates"
	ContractKind  Kind = "contract"
	PromotionKind Kind = "promotion"
)

// Kinds lists every kind of publication.
func Kinds() []Kind {
	return []Kind{ModelKind, BookKind, ProcedureKind, TaxKind, RatesKind, ContractKind, PromotionKind}
}

// singular kinds have one code in a company: two tax tables could not both be
// right.
func (k Kind) singular() bool { return k == ProcedureKind || k == TaxKind || k == RatesKind }

// Source is the text of a publication as its author wrote it: file name to
// content. The entry file is named by Publication.Entry.
type Source map[string]string

// maxSourceBytes bounds one publication: far above any real model, far below
// what could hurt the service.
const maxSourceBytes = 16 << 20

// FS returns the source as a read-only file system.
func (s Source) FS() (fs.FS, error) {
	var archive txtar.Archive
	for _, name := range slices.Sorted(maps.Keys(s)) {
		archive.Files = append(archive.Files, txtar.File{Name: name, Data: []byte(s[name])})
	}
	fsys, err := txtar.FS(&archive)
	if err != nil {
		return nil, fault.Wrap(err, fault.Invalid, "invalid-source", "the files cannot be read together")
	}
	return fsys, nil
}

// Hash names the content: "sha256:" and the hex digest over names and contents
// in name order. Line ends are read as LF, so that a checkout on another
// system is the same version.
func (s Source) Hash() string {
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(s)) {
		text := strings.ReplaceAll(s[name], "\r\n", "\n")
		fmt.Fprintf(h, "%d %s %d\n%s", len(name), name, len(text), text)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}

// check refuses names that leave the folder and sources that are too large.
func (s Source) check() error {
	var issues []fault.Issue
	total := 0
	for _, name := range slices.Sorted(maps.Keys(s)) {
		total += len(s[name])
		if !fs.ValidPath(name) || name == "." || path.Clean(name) != name {
			issues = append(issues, fault.Issue{Kind: "invalid-file-name", Position: fault.Position{File: name},
				Message: fmt.Sprintf("%q is not a plain relative path", name)})
		}
	}
	if total > maxSourceBytes {
		return fault.New(fault.TooLarge, "source-too-large", "the files have %d bytes together; at most %d are taken", total, maxSourceBytes)
	}
	return fault.FromIssues("invalid-source", "the files cannot be published", issues)
}

// ReadSource reads a folder of text files as a source. Only files with the
// given suffixes are taken; none means all.
func ReadSource(fsys fs.FS, suffixes ...string) (Source, error) {
	out := Source{}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		wanted := len(suffixes) == 0 || slices.ContainsFunc(suffixes, func(s string) bool { return strings.HasSuffix(name, s) })
		if !wanted {
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		if err == nil {
			out[name] = string(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
		}
		return err
	})
	if err != nil {
		return nil, fault.Wrap(err, fault.Malformed, "unreadable-source", "the files cannot be read")
	}
	return out, nil
}

// Publication is one immutable published version of a model, a price book or
// anything else that quotes are configured and priced with. Quotes pin publications by Version.
type Publication struct {
	Tenant identity.ID `json:"-"`
	Kind   Kind        `json:"kind"`
	// Code is the stable name over all versions: "city-bike".
	Code string `json:"code"`
	// Version is the content hash, "sha256:...".
	Version string `json:"version"`
	// Number counts the versions of a code from 1, for people.
	Number int       `json:"number"`
	Label  lang.Text `json:"label"`
	// Entry is the file in Source that the loader starts from.
	Entry  string `json:"entry"`
	Source Source `json:"source,omitempty"`
	// Current is true for the version that new work uses.
	Current     bool       `json:"current"`
	PublishedAt time.Time  `json:"published_at"`
	PublishedBy string     `json:"published_by"`
	WithdrawnAt *time.Time `json:"withdrawn_at,omitempty"`
	// Warnings are what checking the content found that is no mistake, such as
	// days without a price; they are not stored.
	Warnings []fault.Issue `json:"warnings,omitempty"`
}

// Ref names one version of one publication.
type Ref struct {
	Kind    Kind   `json:"kind"`
	Code    string `json:"code"`
	Version string `json:"version"`
}

// Ref returns the publication's name.
func (p Publication) Ref() Ref { return Ref{p.Kind, p.Code, p.Version} }

// withdrawn is the answer to the use of a withdrawn version: it names the
// present one, so that the caller can upgrade.
func withdrawn(p Publication, present string) error {
	err := fault.New(fault.Conflict, "version-withdrawn", "version %d of %s has been withdrawn", p.Number, p.Code)
	if present == "" {
		return err
	}
	return err.With("present_version", present)
}
