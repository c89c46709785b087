package quotes

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/internal/identity"
)

func hashText(h [32]byte) string { return hex.EncodeToString(h[:]) }

// evidence is who accepted what, when and from where. Its digest goes into the
// audit chain and proves it for as long as the personal fields are kept; the
// random salt among them makes the digest say nothing once they are erased.
type evidence struct {
	Salt     string        `json:"salt"`
	Signer   string        `json:"signer"`
	Email    string        `json:"email"`
	Address  string        `json:"address"`
	Agent    string        `json:"agent"`
	Consent  string        `json:"consent"`
	Document string        `json:"document"`
	Chosen   []identity.ID `json:"chosen"`
	At       time.Time     `json:"at"`
}

// seal returns what the audit entry of an acceptance holds: hashed, the digests
// of the document and of the evidence; erasable, the personal fields.
func (a *Acceptance) seal(at time.Time) (changes []Change, personal map[string]string, err error) {
	e := evidence{rand.Text(), a.Signer, a.Email, a.Address, a.Agent, a.Consent, a.DocumentHash, a.Chosen, at.UTC()}
	content, err := json.Marshal(e)
	if err != nil {
		return nil, nil, fmt.Errorf("encode evidence: %w", err)
	}
	changes = []Change{{Field: "document", After: a.DocumentHash}, {Field: "evidence", After: hashText(sha256.Sum256(content))}}
	personal = map[string]string{"signer": a.Signer, "email": a.Email, "address": a.Address, "agent": a.Agent, "salt": e.Salt}
	return changes, personal, nil
}

// VerifyEvidence reports whether an acceptance is the one that the entry of the
// audit chain recorded: every personal field, the consent and the document.
func VerifyEvidence(e Entry, a Acceptance) bool {
	content, err := json.Marshal(evidence{e.Personal["salt"], a.Signer, a.Email, a.Address, a.Agent, a.Consent,
		a.DocumentHash, a.Chosen, e.Event.RecordedAt.UTC()})
	if err != nil {
		return false
	}
	var changes []Change
	if json.Unmarshal(e.Changes, &changes) != nil {
		return false
	}
	want := hashText(sha256.Sum256(content))
	for _, c := range changes {
		if c.Field == "evidence" {
			return c.After == want
		}
	}
	return false
}
