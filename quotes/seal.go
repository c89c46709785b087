package quotes

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Seal is one link of the chain over the heads of all audit chains of a tenant:
// it fixes how long each chain was, and its last hash. Whoever keeps a seal's
// hash elsewhere can prove later that nothing before it was rewritten.
type Seal struct {
	// Number counts the tenant's seals from 1.
	Number int64     `json:"number"`
	At     time.Time `json:"at"`
	// Heads are those that changed since the seal before, in order of family.
	Heads []SealedHead `json:"-"`
	Prev  [32]byte     `json:"-"`
	Hash  [32]byte     `json:"-"`
}

// SealedHead is the length and last hash of one family's audit chain.
type SealedHead struct {
	Family identity.ID
	Seq    int64
	Head   [32]byte
}

// Close computes the seal's hash: SHA-256 of the hash before, the number, and
// of every head its family, length and hash.
func (s *Seal) Close() { s.Hash = s.sum() }

func (s *Seal) sum() [32]byte {
	h := sha256.New()
	h.Write(s.Prev[:])
	var n [8]byte
	write := func(v int64) {
		binary.BigEndian.PutUint64(n[:], uint64(v))
		h.Write(n[:])
	}
	write(s.Number)
	for _, head := range s.Heads {
		h.Write(head.Family[:])
		write(head.Seq)
		h.Write(head.Head[:])
	}
	return [32]byte(h.Sum(nil))
}

// VerifySeals checks that seals follow each other, hold what was hashed, and
// agree with the audit entries that they fixed: entry returns the hash of a
// family's entry, false where there is none.
func VerifySeals(seals []Seal, entry func(family identity.ID, seq int64) ([32]byte, bool)) []Finding {
	var out []Finding
	var prev [32]byte
	for n, s := range seals {
		subject := fmt.Sprintf("seal %d", s.Number)
		switch {
		case s.Number != int64(n+1) || s.Prev != prev:
			out = append(out, Finding{"audit-seals", subject, "does not follow the one before it"})
		case s.sum() != s.Hash:
			out = append(out, Finding{"audit-seals", subject, "its heads are not those it was made of"})
		}
		prev = s.Hash
		for _, head := range s.Heads {
			if hash, ok := entry(head.Family, head.Seq); !ok || hash != head.Head {
				out = append(out, Finding{"audit-seals", head.Family.String(),
					fmt.Sprintf("entry %d is not the one that %s fixed", head.Seq, subject)})
			}
		}
	}
	return out
}

// Seal adds a seal over every audit chain of the tenant that has grown since
// the last one; with none it does nothing and returns the zero Seal.
func (s *Service) Seal(ctx context.Context, tenant identity.ID) (Seal, error) {
	return s.store.Seal(ctx, tenant, s.now())
}
