package kpi

import (
	"context"
	"strconv"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
)

// maxExported bounds the quotes behind a figure that one export holds.
const maxExported = 20_000

// exportPage is how many of them are read at a time.
const exportPage = 500

// Export is the answer to a query as rows of text, the first of them the names
// of the columns: one row a figure, with what is needed to trust it.
func (s *Service) Export(ctx context.Context, actor identity.Actor, q Query) ([][]string, error) {
	result, err := s.Query(ctx, actor, q)
	if err != nil {
		return nil, err
	}
	head := []string{"metric", "version", "period"}
	for _, d := range q.Slices {
		head = append(head, string(d))
	}
	head = append(head, "key", "value", "low", "high", "k", "n", "amount", "days", "p90", "reference", "note", "unit", "currency", "without_rate",
		"as_of", "receipt")
	out := [][]string{head}
	for _, a := range result.Answers {
		period := result.From.String() + "/" + result.To.String()
		for _, f := range a.Figures {
			out = append(out, exportRow(result, a, f, period, len(q.Slices)))
		}
		if c := result.Compared; c != nil {
			for _, f := range a.Compared {
				out = append(out, exportRow(result, a, f, c.From.String()+"/"+c.To.String(), len(q.Slices)))
			}
		}
	}
	return out, nil
}

func exportRow(r Result, a Answer, f Figure, period string, slices int) []string {
	row := []string{a.Metric.ID, strconv.Itoa(a.Metric.Version), period}
	// The keys of some forms are their own (a step of the waterfall), not those
	// of the slices asked for.
	keys, own := f.Key, ""
	if len(keys) != slices {
		if len(keys) > 0 {
			own = keys[0]
		}
		keys = make([]string, slices)
	}
	row = append(append(row, keys...), own)
	gaps := ""
	for _, g := range f.Gaps {
		if gaps != "" {
			gaps += " "
		}
		gaps += g.Amount.String() + " " + g.Currency
	}
	currency := ""
	if a.Metric.Unit == Money {
		currency = r.Currency
	}
	return append(row, number(f.Value), number(f.Low), number(f.High), strconv.FormatInt(f.K, 10), strconv.FormatInt(f.N, 10),
		number(f.Amount), number(f.Days), number(f.P90), number(f.Reference), f.Note, string(a.Metric.Unit), currency, gaps,
		r.AsOf.Format(time.RFC3339), a.Receipt.Hash)
}

func number(d *money.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String()
}

// ExportQuotes is the quotes behind a figure as rows of text, at most 20,000 of
// them, the first row the names of the columns.
func (s *Service) ExportQuotes(ctx context.Context, actor identity.Actor, q Query, part Part) ([][]string, error) {
	out := [][]string{{"quote", "status", "sent_at", "ordered_at", "net", "currency", "hit", "owner_id", "team_id", "customer_id",
		"region", "segment", "product_family", "channel", "source", "campaign", "new_customer"}}
	for cursor := ""; ; {
		rows, next, err := s.Drill(ctx, actor, q, part, cursor, exportPage)
		if err != nil {
			return nil, err
		}
		for _, r := range rows {
			out = append(out, []string{r.Reference, string(r.Status), instant(r.SentAt), instant(r.OrderedAt), r.Net.String(), r.Currency,
				strconv.FormatBool(r.Hit), r.Owner.String(), r.Team.String(), r.Customer.String(), r.Region, r.Segment, r.ProductFamily,
				r.Channel, r.Source, r.Campaign, strconv.FormatBool(r.NewCustomer)})
		}
		if cursor = next; cursor == "" {
			return out, nil
		}
		if len(out) > maxExported {
			return nil, fault.New(fault.TooLarge, "too-many-rows", "more than %d quotes are behind this figure: ask for a shorter period or filter", maxExported)
		}
	}
}

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
