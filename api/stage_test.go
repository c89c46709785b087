package api_test

import (
	"context"
	"errors"
	"maps"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/mail"
	"github.com/quotient-cpq/quotient/internal/pgtest"
	"github.com/quotient-cpq/quotient/internal/postgres"
	"github.com/quotient-cpq/quotient/quotes"
	"github.com/quotient-cpq/quotient/quotes/quotestest"
)

// stage is a company in which every operation of the contract that changes
// something has a request that succeeds.
type stage struct {
	*scene
	ids map[string]string
	// revisions has one of each state, with its ETag.
	revisions map[string]answer
	// bodies replaces examples of the contract, tags the If-Match, by operation.
	bodies map[string]any
	tags   map[string]string
	// on says which revision an operation is for; the draft where it says
	// nothing.
	on map[string]string
	// by says who may do it; the owner where it says nothing.
	by map[string]string
}

func newStage(t *testing.T) *stage {
	t.Helper()
	s := &stage{scene: newScene(t), revisions: map[string]answer{}, bodies: map[string]any{}, tags: map[string]string{}}
	s.ids = maps.Clone(s.won)
	s.mails.Sender, s.mails.PublicURL = noPost{}, s.url
	s.bothMustApprove()
	s.quotesOfEveryState()
	s.aroundQuotes()
	s.on = map[string]string{"approve": "pending", "returnRevision": "pending", "recall": "pending", "approveUpTo": "pending", "ask": "pending",
		"answer": "pending", "send": "approved", "abandonSend": "sending", "reject": "sent", "withdraw": "sent", "revise": "sent",
		"recordAcceptance": "sent", "placeOrder": "accepted", "cancelAcceptance": "accepted", "closeRemaining": "ordered", "document": "sent", "quotation": "sent",
		"attachment": "sent", "sending": "sending", "sinceApproval": "approved", "listLinks": "sent", "createLink": "sent", "revokeLink": "sent", "sendMail": "sent", "reply": "sent"}
	s.by = map[string]string{"approve": "approver", "returnRevision": "approver", "approveUpTo": "approver", "ask": "approver", "decide": "approver",
		"placeOrder": "desk", "closeRemaining": "desk", "cancelAcceptance": "manager", "updateOrder": "desk", "reassign": "manager",
		"delegate": "manager", "importKpiRecords": "manager", "saveKpiView": "manager", "deleteKpiView": "manager", "addAsset": "admin", "takeOrder": "desk"}
	return s
}

// noPost is a mail server that takes nothing: no job of the stage is worked.
type noPost struct{}

func (noPost) Send(context.Context, mail.Letter) error { return errors.New("there is no post") }

// bothMustApprove asks a manager and an approver about a large discount.
func (s *stage) bothMustApprove() {
	s.t.Helper()
	settings, err := s.quotes.Settings(context.Background(), s.root)
	if err == nil {
		settings.Approvals = append(settings.Approvals, quotes.ApprovalRule{Code: "discount-25", When: "discretionary_discount > 0.25",
			Message: lang.New("The discount is above 25 %", "La remise dépasse 25 %"), Steps: []quotes.ApprovalAsk{{Stage: 1, Role: identity.Approver}}})
		_, err = s.quotes.SaveSettings(context.Background(), s.root, settings)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) quotesOfEveryState() {
	owner, desk := s.people["owner"], s.people["desk"]
	draft := func(percent string) (string, answer) {
		a := owner.post("/v1/quotes", object{"customer": object{"name": "ACME", "addresses": list{object{"code": "main", "street": "1 rue A",
			"postal_code": "69001", "city": "Lyon", "country": "FR"}}, "contacts": list{object{"name": "Anne Roux"}}},
			"lines": list{object{"item": "EX-HELMET", "quantity": "10", "manual": object{"kind": "percent", "value": percent}}}}, fresh()).want(http.StatusCreated)
		return "/v1/revisions/" + a.text("id"), a
	}
	submitted := func(percent string) (string, answer) {
		path, a := draft(percent)
		return path, owner.post(path+"/submit", nil, ifMatch(a)).want(http.StatusOK)
	}
	sent := func() (string, answer) {
		path, a := draft("0")
		a = owner.post(path+"/attachments?name=plan.txt", "The plan.", header{"Content-Type", "application/octet-stream"}, ifMatch(a), fresh()).want(http.StatusCreated)
		a = owner.post(path+"/submit", nil, ifMatch(a)).want(http.StatusOK)
		return path, owner.post(path+"/send", nil, ifMatch(a)).want(http.StatusOK)
	}
	accepted := func(po string) (string, answer) {
		path, _ := sent()
		return path, owner.post(path+"/record_acceptance", object{"po_number": po}, fresh()).want(http.StatusOK)
	}
	path, a := draft("0")
	s.revisions["draft"] = owner.post(path+"/attachments?name=draft.txt", "The plan.", header{"Content-Type", "application/octet-stream"}, ifMatch(a), fresh()).want(http.StatusCreated)
	_, s.revisions["pending"] = submitted("30")
	path, a = submitted("30")
	a = s.people["manager"].post(path+"/approve", object{}, ifMatch(a)).want(http.StatusOK)
	s.people["approver"].post(path+"/approve", object{}, ifMatch(a)).want(http.StatusOK)
	s.revisions["approved"] = owner.get(path).want(http.StatusOK)
	path, a = sent()
	owner.post(path+"/links", nil).want(http.StatusCreated)
	s.ids["link_id"] = owner.get(path + "/links").want(http.StatusOK).text("items/0/id")
	if _, err := s.quotes.Inquire(context.Background(), quotestest.BuyerOf(s.tenant, id(s.t, a.text("id"))), quotes.Target{Revision: id(s.t, a.text("id"))}, "In blue?"); err != nil {
		s.t.Fatal(err)
	}
	mailed := owner.post(path+"/mails", object{"kind": "offer", "to": list{object{"name": "Jeanne", "email": "jeanne@acme.example"}}}, fresh()).want(http.StatusCreated)
	s.ids["mail_id"] = mailed.text("items/0/id")
	if _, err := pgtest.Admin(s.t, s.dsn).Exec(context.Background(), "update mail_message set state = 'sent', sent_at = created_at where message_id = $1", s.ids["mail_id"]); err != nil {
		s.t.Fatal(err)
	}
	s.revisions["sent"] = owner.get(path).want(http.StatusOK)
	_, s.revisions["accepted"] = accepted("PO-1")
	path, a = accepted("PO-2")
	order := desk.post(path+"/order", object{"lines": list{object{"line_id": a.text("lines/0/id"), "quantity": "4"}}}, fresh()).want(http.StatusCreated)
	s.ids["order_id"], s.tags["updateOrder"] = order.text("id"), order.header.Get("ETag")
	s.revisions["ordered"] = owner.get(path).want(http.StatusOK)
	path, a = submitted("0")
	s.sendHalfway(a.text("id"))
	s.revisions["sending"] = owner.get(path).want(http.StatusOK)
}

// id reads an id of an answer.
func id(t testing.TB, text string) identity.ID {
	t.Helper()
	out, err := identity.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// sendHalfway begins a send whose printer fails.
func (s *stage) sendHalfway(revision string) {
	s.t.Helper()
	broken := quotes.New(quotes.Config{Store: postgres.NewQuotes(postgres.NewJoined(s.db), postgres.RecordFacts), Catalog: quotes.FromCatalog(s.goods),
		Directory: postgres.NewAccess(s.db, postgres.NewJoined(s.db)), Now: time.Now,
		Renderer: quotes.RendererFunc(func(context.Context, quotes.Snapshot) ([]byte, error) {
			return nil, fault.New(fault.Unavailable, "no-printer", "no printer")
		})})
	admin := s.root
	admin.ID, admin.Kind, admin.Permissions = id(s.t, s.people["owner"].get("/v1/me").text("id")), identity.Person, identity.PermissionsOf(identity.Roles())
	if _, err := broken.Send(context.Background(), admin, quotes.Target{Revision: id(s.t, revision)}); fault.CodeOf(err) != fault.Unavailable {
		s.t.Fatal(err)
	}
}

// aroundQuotes makes what operations about other things than quotes need.
func (s *stage) aroundQuotes() {
	admin, owner := s.people["admin"], s.people["owner"]
	draft := s.revisions["draft"]
	s.ids["quote_id"], s.ids["customer_id"] = draft.text("quote/id"), draft.text("quote/customer/id")
	s.ids["attachment_id"] = draft.text("attachments/0/id")
	s.ids["contact_id"] = draft.text("quote/customer/contacts/0/id")
	s.ids["api_key_id"] = admin.post("/v1/api-keys", object{"name": "Old", "scopes": list{"quotes:read"}}, fresh()).want(http.StatusCreated).text("key/id")
	history := "number;customer;owner;state;created_on;sent_on;amount\nA-1;Mairie de Lyon;owner@fontaine.example;sent;2026-03-03;2026-03-04;1200\n"
	s.ids["import_id"] = admin.post("/v1/history-imports?system=crm", history, header{"Content-Type", "application/octet-stream"}).want(http.StatusAccepted).text("id")
	s.ids["records"] = "targets"
	s.ids["view_id"] = s.people["manager"].post("/v1/kpi/views", object{"name": "Mine", "content": object{}}, fresh()).want(http.StatusCreated).text("id")
	mate := s.people["teammate"].get("/v1/me")
	settings := admin.get("/v1/settings").want(http.StatusOK)
	user := admin.get("/v1/users/" + mate.text("id")).want(http.StatusOK)
	for operation, from := range map[string]answer{
		"updateUser": user, "saveSettings": settings, "updateCustomer": owner.get("/v1/customers/" + s.ids["customer_id"]),
		"updateQuote": owner.get("/v1/quotes/" + s.ids["quote_id"]),
	} {
		s.tags[operation] = from.want(http.StatusOK).header.Get("ETag")
	}
	s.ids["user_id"] = mate.text("id")
	layout := object{"source": "template: standard\n"}
	admin.post("/v1/document-templates/standard/versions", layout).want(http.StatusOK)
	png := string(picture(s.t))
	s.ids["number"], s.ids["asset"] = "1", admin.post("/v1/assets", png, header{"Content-Type", "application/octet-stream"}).want(http.StatusCreated).text("id")
	s.ids["favourite_id"] = owner.post("/v1/favourites", object{"name": "Helmet", "item": "EX-HELMET"}, fresh()).want(http.StatusCreated).text("id")
	city, eur := example(s.t, "bikes/city-bike.yaml"), example(s.t, "prices/eur.yaml")
	s.bodies = map[string]any{
		"importHistory":        history,
		"explain":              object{"picks": list{}, "path": "frame", "value": "steel"},
		"repair":               object{"picks": cityBike, "path": "frame", "value": "alu"},
		"billOfMaterials":      object{"picks": cityBike},
		"upgradeConfiguration": object{"version": s.ids["version"], "picks": cityBike},
		"changePassword":       object{"current": password, "new": password + " indeed"},
		"publishTemplate":      object{"source": "template: standard\nfont: serif\n"},
		"addAsset":             png,
		"takeOrder": ublOrder("PO-U", s.revisions["sent"].text("quote/number")+"-A-R1", "1 2 "+s.revisions["sent"].text("lines/0/resolved/unit")+" "+
			s.revisions["sent"].text("lines/0/price/unit_net")),
		"addMember":        object{"user_id": mate.text("id"), "from": "2026-02-01"},
		"publishModel":     object{"files": object{"city-bike.yaml": strings.Replace(city, "A comfortable bike", "A good bike", 1)}},
		"publishPrices":    object{"files": object{"eur.yaml": strings.Replace(eur, "EX-HELMET: {price: 49.90", "EX-HELMET: {price: 59.90", 1)}},
		"priceEffect":      object{"files": object{"eur.yaml": strings.Replace(eur, "EX-HELMET: {price: 49.90", "EX-HELMET: {price: 59.90", 1)}},
		"importEntries":    string(s.pricer().get("/v1/price-books/standard-eur/entries").want(http.StatusOK).body),
		"createQuote":      object{"customer_id": s.ids["customer_id"], "lines": list{object{"item": "EX-HELMET", "quantity": "2"}}},
		"editLines":        object{"add": list{object{"item": "EX-HELMET", "quantity": "3"}}},
		"decide":           object{"decisions": list{object{"revision_id": s.revisions["pending"].text("id"), "version": s.revisions["pending"].at("version"), "comment": "Fine"}}},
		"importLines":      object{"lines": list{object{"item": "EX-HELMET", "quantity": "3"}}},
		"importLineTable":  "item;quantity\nEX-HELMET;3\n",
		"reassign":         object{"quotes": list{s.ids["quote_id"]}, "owner_id": mate.text("id"), "team_id": mate.text("team_id")},
		"delegate":         object{"to": mate.text("id"), "start": "2026-08-01", "end": "2036-08-21"},
		"saveSettings":     settings.at(""),
		"createUser":       object{"email": "new@fontaine.example", "name": "New", "roles": list{"rep"}, "password": password},
		"createTeam":       object{"name": "East"},
		"recordAcceptance": object{"po_number": "PO-3", "signer": "Jeanne Roux"},
		"price":            object{"lines": list{object{"item": "EX-HELMET", "quantity": "1"}}},
		"approveUpTo":      object{"up_to": object{"discretionary_discount": "0.20"}},
	}
}

// pricer is somebody who publishes prices.
func (s *stage) pricer() *client {
	if s.people["pricer"] == nil {
		s.people["pricer"] = s.user("Pricer", identity.PricingAdmin)
	}
	return s.people["pricer"]
}

// requests are the operations of the contract as the stage can have them done.
func (s *stage) requests() []attempt {
	s.t.Helper()
	all := attempts(s.t.(*testing.T), nil)
	for n := range all {
		a := &all[n]
		ids := maps.Clone(s.ids)
		state := "draft"
		if s.on[a.id] != "" {
			state = s.on[a.id]
		}
		revision := s.revisions[state]
		ids["revision_id"] = revision.text("id")
		if strings.Contains(a.path, "{mail_id}") {
			ids["quote_id"] = s.revisions["sent"].text("quote/id")
		}
		if a.id == "attachment" {
			ids["attachment_id"] = revision.text("attachments/0/id")
		}
		if strings.Contains(a.path, "/price-documents/") {
			ids["code"] = "standard-eur"
			ids["version"] = s.pricer().get("/v1/price-documents/price_book/standard-eur/versions").text("items/0/version")
		}
		if strings.Contains(a.path, "/document-templates/") {
			ids["code"] = "standard"
		}
		if strings.Contains(a.path, "/price-books/") {
			ids["code"] = "standard-eur"
		}
		a.fill(ids)
		a.tag = revision.header.Get("ETag")
		if tag := s.tags[a.id]; tag != "" {
			a.tag = tag
		}
		if body := s.bodies[a.id]; body != nil {
			a.body = body
		}
	}
	return all
}

// doer is somebody who may do the operation.
func (s *stage) doer(a attempt) *client {
	switch who := s.by[a.id]; {
	case who != "":
		return s.people[who]
	case a.needs("admin"):
		return s.people["admin"]
	case a.needs("prices:write"):
		return s.pricer()
	case a.needs("models:write"):
		if s.people["modeller"] == nil {
			s.people["modeller"] = s.user("Modeller", identity.Modeller)
		}
		return s.people["modeller"]
	}
	return s.people["owner"]
}

// verified fails the test unless every invariant of what is stored holds.
func (s *scene) verified(t *testing.T) {
	t.Helper()
	findings, err := postgres.NewQuotes(postgres.NewJoined(s.db)).Check(t.Context(), s.tenant)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range findings {
		t.Errorf("%s: %s: %s", f.Check, f.Subject, f.Message)
	}
}
