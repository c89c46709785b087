package quotes

import (
	"context"
	"time"

	"github.com/quotient-cpq/quotient/catalog"
	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/pricing"
)

// Renderer makes the document of a snapshot. The same snapshot gives the same
// bytes. It is called outside any transaction.
type Renderer interface {
	Render(ctx context.Context, s Snapshot) ([]byte, error)
	// CheckAnnex returns an Invalid fault for a PDF that could not be printed
	// behind an offer: one that is broken, or locked with a password.
	CheckAnnex(pdf []byte) error
}

// RendererFunc makes a function a Renderer to which every annex is right.
type RendererFunc func(ctx context.Context, s Snapshot) ([]byte, error)

// Render calls f.
func (f RendererFunc) Render(ctx context.Context, s Snapshot) ([]byte, error) { return f(ctx, s) }

// CheckAnnex takes any PDF.
func (f RendererFunc) CheckAnnex([]byte) error { return nil }

// Catalog is what quotes need of the catalogue.
type Catalog interface {
	// Price resolves every line and prices them together. Lines come back in
	// the order of the request. Mistakes in the content (an unknown item, an
	// incomplete configuration, a missing price) are Issues with pointers such
	// as "/lines/3/item", not errors; an error is a failure to answer.
	Price(ctx context.Context, tenant identity.ID, r PriceRequest) (PriceResult, error)
	// Reverse finds the quote discount, on top of the request's, with which the
	// quote comes to the goal.
	Reverse(ctx context.Context, tenant identity.ID, r PriceRequest, goal pricing.Goal) (pricing.Answer, error)
	// Newer returns the present versions of what is pinned in an older one, and
	// contracts and promotions that have come since; nil without pins.
	Newer(ctx context.Context, tenant identity.ID, pins Pins) ([]catalog.Ref, error)
	// Try checks a draft of a model or a price document as publishing it would,
	// and returns a Catalog in which it is published. It needs the permission to
	// publish it.
	Try(ctx context.Context, actor identity.Actor, d catalog.Draft) (catalog.Ref, Catalog, error)
	// Ended returns an issue for every line of the request that uses something
	// (model, option, price, promotion) which is no longer in force on the day
	// today, although it was on the request's AsOf.
	Ended(ctx context.Context, tenant identity.ID, r PriceRequest, today civil.Date) ([]fault.Issue, error)
}

// PriceRequest is the content to resolve and price. Of the lines only the
// inputs are read, never Resolved or Price.
type PriceRequest struct {
	// Editing, where given, is the draft that is being edited: its next price is
	// faster for it, and the same.
	Editing identity.ID
	// AsPriced asks for the facts that the content was priced with, Facts and
	// those of the lines, in place of today's.
	AsPriced bool
	Facts    *Facts
	AsOf     civil.Date
	// Pins are the versions to use; what is not pinned takes the current
	// version and comes back pinned.
	Pins       Pins
	Currency   money.Currency
	Base       money.Currency
	TermMonths int
	// Coupons are the codes that promotions may ask for.
	Coupons []string
	// Customer is whom the prices are for; ShipTo is where VAT is due.
	Customer Customer
	ShipTo   Address
	Seller   Address
	// SellerStatus is Seller.TaxStatus.
	SellerStatus string
	Discount     Adjustment
	Sections     []Section
	Lines        []Line
}

// PriceResult is the catalogue's answer.
type PriceResult struct {
	Priced
	Lines []LineResult
}

// LineResult is the answer for one line.
type LineResult struct {
	Resolved Resolved
	Price    LinePrice
	Facts    LineFacts
}

// Directory knows people and teams by id.
type Directory interface {
	// Person returns the user, or a zero Person when there is none.
	Person(ctx context.Context, tenant, id identity.ID) (Person, error)
	// Staff returns everybody with all teams and who was in them when.
	Staff(ctx context.Context, tenant identity.ID) (Staff, error)
}

// Staff is the people of a tenant, those who have left included, and its teams.
type Staff struct {
	People  []Person
	Teams   []Team
	Members []Member
}

// Team is a group of people by name.
type Team struct {
	ID   identity.ID
	Name string
}

// Member is somebody's time in a team, both days included; a zero Until is open.
type Member struct {
	Person, Team identity.ID
	From, Until  civil.Date
}

// teamOf is the team of a person on a day, or else the first that they joined;
// Nil for none.
func (s Staff) teamOf(person identity.ID, day civil.Date) identity.ID {
	var first Member
	for _, m := range s.Members {
		if m.Person != person {
			continue
		}
		if !day.Before(m.From) && (m.Until.IsZero() || !day.After(m.Until)) {
			return m.Team
		}
		if first.Team == identity.Nil || m.From.Before(first.From) {
			first = m
		}
	}
	return first.Team
}

// Person is a user of the service as documents and lists name them.
type Person struct {
	ID    identity.ID
	Name  string
	Email string
	Phone string
	// Language is the person's own, "fr" or "en".
	Language string
	Team     identity.ID
}

// At names the family a Case is about, by any one of its parts. With only
// Customer set the Case is that of a family yet to be created.
type At struct {
	Family   identity.ID
	Revision identity.ID
	Order    identity.ID
	Customer identity.ID
}

// Want says which parts of a Case to load beside the family, its settings and
// customer and the heads of all its revisions.
type Want struct {
	// Lines loads the lines of the revision named in At; without one, those of
	// the accepted or ordered revision.
	Lines bool
	// Orders loads the family's orders, without lines but for the one named in
	// At, and the balances of the accepted revision.
	Orders bool
	// Snapshot loads the frozen snapshot of the revision named in At.
	Snapshot bool
}

// everything is what an answer about a revision shows.
var everything = Want{Lines: true, Orders: true}

// Store keeps quotes. Every method works inside the tenant given and never sees
// another's rows: what is not there is a NotFound fault. Implementations are
// safe for concurrent use.
type Store interface {
	// Load reads a case without locking it.
	Load(ctx context.Context, tenant identity.ID, at At, want Want) (*Case, error)
	// Update locks the family, loads the case, calls fn and writes what fn has
	// changed, with audit entries, events, outbox rows and facts, in one
	// transaction; an error of fn rolls back and is returned as it is. The
	// reply comes after the commit.
	Update(ctx context.Context, tenant identity.ID, at At, want Want, fn func(*Case) error) error

	// Together runs fn with a store whose calls share one transaction, committed
	// when fn returns nil.
	Together(ctx context.Context, tenant identity.ID, fn func(ctx context.Context, store Store) error) error

	// List returns a page of families the filter's scope may see.
	List(ctx context.Context, tenant identity.ID, f Filter) ([]Summary, error)
	// Entries returns the family's audit entries in order.
	Entries(ctx context.Context, tenant, family identity.ID) ([]Entry, error)
	// Document returns the stored bytes of a sent revision.
	Document(ctx context.Context, tenant, revision identity.ID) (Document, error)
	// AttachedFile returns a file of a revision by its digest.
	AttachedFile(ctx context.Context, tenant, revision identity.ID, sha256 string) (File, error)
	// SendProgress returns the last note of how far the send of a revision has
	// come; NoteSend writes one, and counts an attempt where rendering begins.
	SendProgress(ctx context.Context, tenant, revision identity.ID) (SendProgress, error)
	NoteSend(ctx context.Context, tenant identity.ID, p SendProgress) error
	// Snapshot returns the frozen snapshot of a revision.
	Snapshot(ctx context.Context, tenant, revision identity.ID) (Snapshot, error)
	// Order returns an order with its lines.
	Order(ctx context.Context, tenant, id identity.ID) (Order, error)
	// Orders returns a page of orders, newest first.
	Orders(ctx context.Context, tenant identity.ID, f OrderFilter) ([]Order, error)
	// Overdue returns up to limit sent revisions whose last day is before today.
	Overdue(ctx context.Context, tenant identity.ID, today civil.Date, limit int) ([]identity.ID, error)

	// RevisionIDs returns up to limit ids of revisions, or of those in an open
	// state, in their order, those after the id given.
	RevisionIDs(ctx context.Context, tenant identity.ID, open bool, after identity.ID, limit int) ([]identity.ID, error)

	// StepsDue returns up to limit revisions with an open approval step that was
	// due by the time and has not been escalated.
	StepsDue(ctx context.Context, tenant identity.ID, by time.Time, limit int) ([]identity.ID, error)

	// Waiting returns a page of revisions that wait for a step which the filter's
	// people may be asked, the longest waiting first.
	Waiting(ctx context.Context, tenant identity.ID, f WaitingFilter) ([]Waiting, error)
	// LastApproved returns what was last approved of a variant, or of the
	// revision given.
	LastApproved(ctx context.Context, tenant, variant, revision identity.ID) (Approval, error)

	// Favourites returns what a user keeps, the newest first.
	Favourites(ctx context.Context, tenant, user identity.ID) ([]Favourite, error)
	SaveFavourite(ctx context.Context, tenant, user identity.ID, f Favourite) error
	RemoveFavourite(ctx context.Context, tenant, user, id identity.ID) error

	// Seal closes a seal over the audit chains that have grown since the last.
	Seal(ctx context.Context, tenant identity.ID, at time.Time) (Seal, error)
	// PersonalQuotes returns what the customer's quotes hold of a person;
	// ErasePersonal removes it, but for documents that have been sent.
	PersonalQuotes(ctx context.Context, tenant, customer identity.ID, person Contact) ([]PersonalQuote, error)
	ErasePersonal(ctx context.Context, tenant, customer identity.ID, person Contact) error
	// TakenOver notes that quotes of other systems are being taken over; it
	// returns the system and number of those that have not been before.
	TakenOver(ctx context.Context, tenant identity.ID, past []PastQuote) (map[[2]string]bool, error)
	// Insert writes new families, with all that Update writes, in one go.
	Insert(ctx context.Context, tenant identity.ID, cases []*Case) error
	// CustomersNamed returns the customers whose NameKey is one of the keys.
	CustomersNamed(ctx context.Context, tenant identity.ID, keys []string) ([]Customer, error)

	// SaveCustomer inserts or updates; a Version other than the stored one (0
	// for a new customer) is a PreconditionFailed fault.
	SaveCustomer(ctx context.Context, c Customer) (Customer, error)
	Customer(ctx context.Context, tenant, id identity.ID) (Customer, error)
	// Customers returns a page in name order, after the name and id given.
	Customers(ctx context.Context, tenant identity.ID, f CustomerFilter) ([]Customer, error)

	// Settings returns the tenant's settings, the defaults where none are saved.
	Settings(ctx context.Context, tenant identity.ID) (Settings, error)
	SaveSettings(ctx context.Context, tenant identity.ID, s Settings) (Settings, error)

	// SaveTemplate stores the next version of a template and returns it with its
	// number.
	SaveTemplate(ctx context.Context, tenant identity.ID, t TemplateVersion) (TemplateVersion, error)
	// Template returns a version with its source, number 0 being the last one.
	Template(ctx context.Context, tenant identity.ID, code string, number int) (TemplateVersion, error)
	// Templates lists all versions of a code, newest first, or with code "" the
	// last one of each.
	Templates(ctx context.Context, tenant identity.ID, code string) ([]TemplateVersion, error)
	// SaveAsset stores a file; one that is stored already stays as it is.
	SaveAsset(ctx context.Context, tenant identity.ID, a Asset) (Asset, error)
	// Assets returns what is known of those of the files that are stored, with
	// their bytes or without.
	Assets(ctx context.Context, tenant identity.ID, digests []string, bytes bool) ([]Asset, error)
}

// Document is the stored PDF of a sent revision.
type Document struct {
	Revision identity.ID
	Bytes    []byte
	// SHA256 is the digest of Bytes in hex.
	SHA256   string
	StoredAt time.Time
}
