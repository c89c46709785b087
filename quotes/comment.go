package quotes

import (
	"context"
	"strings"

	"github.com/quotient-cpq/quotient/internal/identity"
)

// Comment puts a remark of somebody who sees the quote into its timeline; a
// revision may be named that it is about. The text can be erased without
// breaking the audit chain.
func (s *Service) Comment(ctx context.Context, actor identity.Actor, family, revision identity.ID, text string) (Entry, error) {
	if strings.TrimSpace(text) == "" {
		return Entry{}, invalid("comment-missing", "/text", "a comment needs a text")
	}
	var out Entry
	err := s.store.Update(ctx, actor.Tenant, At{Family: family}, Want{}, func(c *Case) error {
		if err := s.see(c, actor); err != nil {
			return err
		}
		about := c.Revision(revision)
		if revision != identity.Nil && about == nil {
			return invalid("revision-not-found", "/revision_id", "the quote has no such revision")
		}
		if err := c.record(s.by(actor), Event{Type: EventCommented}, about, nil, map[string]string{"comment": text}); err != nil {
			return err
		}
		out = c.writes.Entries[len(c.writes.Entries)-1].redacted(actor)
		return nil
	})
	return out, err
}
