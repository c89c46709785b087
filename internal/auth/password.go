package auth

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// Cost is what one argon2id hash takes. Raising it later leaves old hashes
// valid: each carries its own cost, and a sign-in renews it.
type Cost struct {
	Memory uint32 // KiB
	Passes uint32
	Lanes  uint8
}

// StandardCost is the second choice of RFC 9106 brought down to what OWASP
// asks for at least: 19 MiB, two passes, one lane; about 20 ms.
func StandardCost() Cost { return Cost{Memory: 19 << 10, Passes: 2, Lanes: 1} }

// saltBytes and hashBytes are the sizes RFC 9106 recommends.
const (
	saltBytes = 16
	hashBytes = 32
)

// passwords hashes and checks passwords, a few at a time, because each hash
// takes the memory that its cost says.
type passwords struct {
	cost  Cost
	slots chan struct{}
	// decoy is checked where there is no user, so that both cases take as long.
	decoy string
}

func newPasswords(cost Cost, atOnce int) (*passwords, error) {
	p := &passwords{cost: cost, slots: make(chan struct{}, atOnce)}
	var err error
	p.decoy, err = p.hash(context.Background(), rand.Text())
	return p, err
}

// hash returns the PHC form of the password's hash under a fresh salt.
func (p *passwords) hash(ctx context.Context, password string) (string, error) {
	if err := p.acquire(ctx); err != nil {
		return "", err
	}
	defer p.release()
	salt := make([]byte, saltBytes)
	rand.Read(salt)
	sum := argon2.IDKey([]byte(password), salt, p.cost.Passes, p.cost.Memory, p.cost.Lanes, hashBytes)
	encode := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version,
		p.cost.Memory, p.cost.Passes, p.cost.Lanes, encode(salt), encode(sum)), nil
}

// matches reports whether the password is the one behind the hash, in a time
// that does not depend on where they differ; stale says that the hash was made
// with another cost than today's.
func (p *passwords) matches(ctx context.Context, hash, password string) (ok, stale bool, err error) {
	cost, salt, want, err := parseHash(hash)
	if err != nil {
		return false, false, err
	}
	if err := p.acquire(ctx); err != nil {
		return false, false, err
	}
	defer p.release()
	got := argon2.IDKey([]byte(password), salt, cost.Passes, cost.Memory, cost.Lanes, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1, cost != p.cost, nil
}

func (p *passwords) acquire(ctx context.Context) error {
	select {
	case p.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return fault.Wrap(ctx.Err(), fault.Unavailable, "busy", "too many people are signing in; try again")
	}
}

func (p *passwords) release() { <-p.slots }

// parseHash reads the PHC form.
func parseHash(hash string) (cost Cost, salt, sum []byte, err error) {
	malformed := fmt.Errorf("a stored password hash cannot be read")
	parts := strings.Split(hash, "$")
	if len(parts) != 6 || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return Cost{}, nil, nil, malformed
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &cost.Memory, &cost.Passes, &cost.Lanes); err != nil {
		return Cost{}, nil, nil, malformed
	}
	salt, err = base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return Cost{}, nil, nil, malformed
	}
	sum, err = base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil || len(sum) < 16 || len(sum) > 64 || cost.Passes == 0 || cost.Lanes == 0 {
		return Cost{}, nil, nil, malformed
	}
	return cost, salt, sum, nil
}

// The length of a password in characters: long beats complicated.
const (
	minPassword = 12
	maxPassword = 256
)

// checkPassword returns what is wrong with a new password for the user.
func checkPassword(password string, u User) []fault.Issue {
	issue := func(format string, args ...any) []fault.Issue {
		return []fault.Issue{{Kind: "weak-password", Pointer: "/password", Message: fmt.Sprintf(format, args...)}}
	}
	n := utf8.RuneCountInString(password)
	switch {
	case n < minPassword:
		return issue("a password needs at least %d characters", minPassword)
	case n > maxPassword:
		return issue("a password has at most %d characters", maxPassword)
	case strings.EqualFold(password, u.Email), strings.EqualFold(password, u.Name):
		return issue("a password must not be the name or e-mail address")
	case strings.Count(password, password[:1]) == len(password):
		return issue("a password must not be one character over and over")
	}
	return nil
}
