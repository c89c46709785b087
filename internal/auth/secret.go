package auth

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"strings"
)

// keyPrefix begins every API key, so that scanners of leaked secrets know one.
const keyPrefix = "qk_"

// shownPrefix is how much of a key stays visible: 8 characters after qk_ leave
// more than 200 bits unknown.
const shownPrefix = len(keyPrefix) + 8

// newSecret returns 256 random bits in 43 URL-safe characters.
func newSecret() string {
	b := make([]byte, 32)
	rand.Read(b)
	return base64.RawURLEncoding.EncodeToString(b)
}

// hashSecret is how a random secret is stored. It needs no salt and no slow
// hash: nobody can try 2^256 values.
func hashSecret(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// IsKey reports whether a bearer token looks like one of our API keys.
func IsKey(token string) bool { return strings.HasPrefix(token, keyPrefix) }

// CSRFToken returns the token that a page of the session must send with every
// change. It follows from the session's cookie, which pages of other origins
// cannot read, so nothing needs to be stored.
func CSRFToken(sessionToken string) string {
	mac := hmac.New(sha256.New, []byte(sessionToken))
	mac.Write([]byte("csrf"))
	return base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

// CheckCSRF reports whether the token belongs to the session.
func CheckCSRF(sessionToken, token string) bool {
	return subtle.ConstantTimeCompare([]byte(CSRFToken(sessionToken)), []byte(token)) == 1
}
