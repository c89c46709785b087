package api

import (
	"encoding/base64"
	"encoding/json"
	"net/url"

	"github.com/quotient-cpq/quotient/internal/fault"
)

// defaultLimit is the size of a page where none is asked for; the contract
// bounds what may be asked.
const defaultLimit = 50

// cursorOf writes a place in a list as an opaque text.
func cursorOf(place any) string {
	text, err := json.Marshal(place)
	if err != nil {
		panic("api: a cursor cannot be written: " + err.Error())
	}
	return base64.RawURLEncoding.EncodeToString(text)
}

// readCursor reads what cursorOf wrote; an absent one leaves place as it is.
func readCursor(cursor *string, place any) error {
	if cursor == nil || *cursor == "" {
		return nil
	}
	text, err := base64.RawURLEncoding.DecodeString(*cursor)
	if err == nil {
		err = json.Unmarshal(text, place)
	}
	if err != nil {
		return fault.Wrap(err, fault.Malformed, "invalid-cursor", "this cursor does not come from this list")
	}
	return nil
}

// limitOf is the size of page asked for.
func limitOf(limit *int) int {
	if limit == nil {
		return defaultLimit
	}
	return min(max(*limit, 1), 200)
}

// pageOf is limitOf for services that give at most 200 rows: one of them is
// read only to know whether there are more.
func pageOf(limit *int) int { return min(limitOf(limit), 199) }

// cut keeps the first limit of limit+1 rows read, and tells whether there are
// more.
func cut[T any](rows []T, limit int) ([]T, bool) {
	if len(rows) > limit {
		return rows[:limit], true
	}
	if rows == nil {
		rows = []T{}
	}
	return rows, false
}

// link is the Link header of a page with more behind it: the request's own
// address with another cursor.
func link(address *url.URL, more bool, place any) *string {
	if !more {
		return nil
	}
	query := address.Query()
	query.Set("cursor", cursorOf(place))
	out := "<" + address.Path + "?" + query.Encode() + `>; rel="next"`
	return &out
}
