package api

import (
	"strconv"
	"strings"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// etag is the strong validator of a version.
func etag(version int64) *string {
	tag := `"` + strconv.FormatInt(version, 10) + `"`
	return &tag
}

// version reads the version that an If-Match names. It must be one strong tag
// of ours; "*" and lists would defeat its purpose.
func version(ifMatch string) (int64, error) {
	text, ok := strings.CutPrefix(ifMatch, `"`)
	text, closed := strings.CutSuffix(text, `"`)
	n, err := strconv.ParseInt(text, 10, 64)
	if !ok || !closed || err != nil || n < 1 {
		return 0, fault.New(fault.PreconditionFailed, "unknown-etag", `If-Match must be the ETag of a version as you have read it, quotes included, such as "7"`)
	}
	return n, nil
}

// optionalVersion is version for a header that may be absent; 0 is then any.
func optionalVersion(ifMatch *string) (int64, error) {
	if ifMatch == nil || *ifMatch == "" {
		return 0, nil
	}
	return version(*ifMatch)
}
