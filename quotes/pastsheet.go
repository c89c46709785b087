package quotes

import (
	"cmp"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/table"
)

// PastColumns are the columns of a file of past quotes: those that it must
// have, and those that it may.
func PastColumns() (required, optional []string) {
	return []string{"number", "customer", "owner", "state", "created_on", "amount"},
		[]string{"team", "sent_on", "valid_until", "decided_on", "requested_on", "ordered_on", "order_number", "po_number",
			"currency", "rate", "product", "product_name", "product_family", "quantity", "list_amount", "cost", "tax_rate",
			"title", "source", "campaign", "region", "segment", "channel", "loss_reason", "competitor"}
}

// pastHeading are the columns about the quote, not about one line of it: rows
// with the number of an earlier one repeat them or leave them empty.
func pastHeading() []string {
	required, optional := PastColumns()
	line := []string{"number", "amount", "product", "product_name", "product_family", "quantity", "list_amount", "cost", "tax_rate"}
	return slices.DeleteFunc(slices.Concat(required, optional), func(c string) bool { return slices.Contains(line, c) })
}

// Hours of the day at which what a file only gives the day of is taken to have
// happened, so that the steps of one day stay in order.
const (
	hourRequested = 8
	hourCreated   = 9
	hourSent      = 10
	hourDecided   = 11
	hourOrdered   = 12
)

// pastReader turns rows into past quotes.
type pastReader struct {
	*table.Reader
	settings Settings
	zone     *time.Location
	people   map[string]Person // by e-mail address
	teams    map[string]identity.ID
	staff    Staff
	now      time.Time
	system   string

	quotes []*pastRow
	byName map[string]*pastRow
}

// pastRow is a past quote with the line of its first row and what its heading
// said.
type pastRow struct {
	PastQuote
	line    int
	heading map[string]string
	// customer is as the file writes it; region, segment and channel are those
	// of a customer yet to be made.
	customer, region, segment, channel string
}

// readPast reads a file of past quotes. With any mistake in the reader's issues
// what it returns is of no use.
func readPast(in io.Reader, system string, settings Settings, staff Staff, now time.Time) (*pastReader, error) {
	required, optional := PastColumns()
	t, err := table.Open(in, required, optional)
	if err != nil {
		return nil, err
	}
	r := &pastReader{Reader: t, settings: settings, zone: settings.Location(), staff: staff, now: now, system: system,
		people: map[string]Person{}, teams: map[string]identity.ID{}, byName: map[string]*pastRow{}}
	for _, p := range staff.People {
		r.people[strings.ToLower(p.Email)] = p
	}
	for _, t := range staff.Teams {
		r.teams[fold(t.Name)] = t.ID
	}
	for r.Next() {
		r.row()
	}
	r.checkQuotes()
	return r, nil
}

// checkQuotes tells what is wrong with whole quotes, but not of cells that have
// been told of already.
func (r *pastReader) checkQuotes() {
	for _, p := range r.quotes {
		for _, i := range p.check("", r.now) {
			if column := pastColumnOf(strings.TrimPrefix(i.Pointer, "/")); !r.Told(p.line, column) {
				r.BadAt(p.line, column, "quote %s: %s", p.Number, i.Message)
			}
		}
	}
}

// pastColumnOf is the column that a field of PastQuote is read from.
func pastColumnOf(field string) string {
	columns := map[string]string{"customer_id": "customer", "created_at": "created_on", "sent_at": "sent_on",
		"decided_at": "decided_on", "ordered_at": "ordered_on"}
	return cmp.Or(columns[field], field)
}

func (r *pastReader) row() {
	number := r.Text("number")
	p := r.byName[number]
	if p == nil {
		p = &pastRow{line: r.Line(), heading: map[string]string{}}
		p.Number, p.System = number, r.system
		r.head(p)
		r.byName[number], r.quotes = p, append(r.quotes, p)
	} else {
		r.sameHead(p)
	}
	p.Lines = append(p.Lines, r.pastLine())
}

func (r *pastReader) head(p *pastRow) {
	for _, column := range pastHeading() {
		p.heading[column] = r.Cell(column)
	}
	p.customer, p.region, p.segment, p.channel = r.Text("customer"), r.Cell("region"), r.Cell("segment"), r.Cell("channel")
	p.State = State(strings.ToLower(r.Text("state")))
	p.CreatedAt = r.at("created_on", hourCreated)
	p.SentAt = r.at("sent_on", hourSent)
	p.DecidedAt = r.at("decided_on", hourDecided)
	p.OrderedAt = r.at("ordered_on", hourOrdered)
	p.RequestedAt = r.at("requested_on", hourRequested)
	p.ValidUntil = r.OptionalDay("valid_until")
	p.Title, p.Source, p.Campaign = r.Cell("title"), r.Cell("source"), r.Cell("campaign")
	p.Reason, p.Competitor = r.Cell("loss_reason"), r.Cell("competitor")
	p.PONumber, p.OrderNumber = r.Cell("po_number"), r.Cell("order_number")
	p.Currency = r.Currency("currency", r.settings.BaseCurrency)
	p.Rate = r.AmountOr("rate", money.Decimal{})
	r.owner(p)
	r.defaults(p)
}

// owner finds the owner by e-mail address and the team by name, or else the
// team that the owner was in when the quote was made.
func (r *pastReader) owner(p *pastRow) {
	address := strings.ToLower(r.Text("owner"))
	person, ok := r.people[address]
	if address != "" && !ok {
		r.Bad("owner", "nobody here has the e-mail address %q: add the person first, inactive if they have left", address)
	}
	p.Owner = person.ID
	name := r.Cell("team")
	if p.Team = r.teams[fold(name)]; name != "" && p.Team == identity.Nil {
		r.Bad("team", "there is no team %q", name)
	}
	if name == "" && ok {
		if p.Team = r.staff.teamOf(person.ID, civil.In(p.CreatedAt, r.zone)); p.Team == identity.Nil {
			r.Bad("owner", "%s was in no team on %s: name the team in the column team", address, r.Cell("created_on"))
		}
	}
}

// defaults fills in what follows from other columns.
func (r *pastReader) defaults(p *pastRow) {
	if p.ValidUntil.IsZero() && !p.SentAt.IsZero() {
		p.ValidUntil = civil.In(p.SentAt, r.zone).AddDays(r.settings.ValidityDays)
	}
	switch p.State {
	case Expired:
		if p.DecidedAt.IsZero() && !p.ValidUntil.IsZero() {
			p.DecidedAt = p.ValidUntil.End(r.zone)
		}
	case Ordered:
		if p.DecidedAt.IsZero() {
			p.DecidedAt = p.OrderedAt
		}
		p.OrderNumber = cmp.Or(p.OrderNumber, p.Number)
	case Accepted, Rejected, Withdrawn, Cancelled, Draft, Sent:
	default:
		r.Bad("state", "%q is not one of draft, sent, accepted, ordered, rejected, withdrawn, expired, cancelled", p.State)
	}
}

// at is an hour of the day in a column, zero where the cell is empty.
func (r *pastReader) at(column string, hour int) time.Time {
	d := r.OptionalDay(column)
	if d.IsZero() {
		return time.Time{}
	}
	at := time.Date(d.Year, d.Month, d.Day, hour, 0, 0, 0, r.zone)
	if at.After(r.now) && civil.In(r.now, r.zone) == d {
		return r.now
	}
	return at.UTC()
}

// sameHead refuses a row that says something else about its quote than the
// first one did.
func (r *pastReader) sameHead(p *pastRow) {
	for _, column := range pastHeading() {
		if cell := r.Cell(column); cell != "" && cell != p.heading[column] {
			r.Bad(column, "%s of quote %s is %q here and %q on line %d", column, p.Number, cell, p.heading[column], p.line)
		}
	}
}

func (r *pastReader) pastLine() PastLine {
	l := PastLine{SKU: r.Cell("product"), Name: r.Cell("product_name"), Family: r.Cell("product_family"),
		Quantity: r.AmountOr("quantity", one), TaxRate: r.AmountOr("tax_rate", money.Decimal{})}
	r.Text("amount")
	l.Net = r.AmountOr("amount", money.Decimal{})
	l.List = r.AmountOr("list_amount", l.Net)
	if r.Cell("cost") != "" {
		cost := r.Amount("cost")
		l.Cost = &cost
	}
	l.Name = cmp.Or(l.Name, l.SKU, l.Family, r.Cell("title"), r.Cell("number"))
	if l.Quantity.Sign() == 0 {
		r.Bad("quantity", "a quantity must be above 0")
	}
	return l
}
