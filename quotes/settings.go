package quotes

import (
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// LatePolicy says what happens to an acceptance that arrives after valid_until.
type LatePolicy string

// The policies.
const (
	LateRefuse  LatePolicy = "refuse"
	LateManager LatePolicy = "manager" // a manager confirms; the default
)

// Settings are a tenant's rules for its quotes.
type Settings struct {
	// Zone is the IANA name of the tenant's time zone.
	Zone         string         `json:"zone"`
	BaseCurrency money.Currency `json:"base_currency"`
	Language     string         `json:"language"`
	Seller       Seller         `json:"seller"`
	// Terms is the general terms per language.
	Terms          lang.Text   `json:"terms,omitempty"`
	PaymentTerms   lang.Text   `json:"payment_terms,omitempty"`
	ValidityDays   int         `json:"validity_days"`
	LateAcceptance LatePolicy  `json:"late_acceptance"`
	OrderOnAccept  bool        `json:"order_on_accept"`
	Schedule       []Milestone `json:"payment_schedule,omitempty"`
	// Reasons are the codes a loss, a withdrawal or a revision may give.
	LossReasons     []Reason        `json:"loss_reasons"`
	RevisionReasons []Reason        `json:"revision_reasons"`
	PurchaseReasons []Reason        `json:"purchase_reasons"`
	Approvals       []ApprovalRule  `json:"approval_rules"`
	Limits          []ApprovalLimit `json:"approval_limits,omitempty"`
	Delegations     []Delegation    `json:"delegations,omitempty"`
	QuoteRules      []QuoteRule     `json:"quote_rules,omitempty"`
	// Mails replace what mails say, kind by kind.
	Mails map[MailKind]MailTemplate `json:"mail_templates,omitempty"`
	// Version counts changes, from 1.
	Version   int64     `json:"version"`
	UpdatedAt time.Time `json:"updated_at"`
}

// Location returns the tenant's zone, UTC where the name is not known.
func (s Settings) Location() *time.Location {
	zone, err := time.LoadLocation(s.Zone)
	if err != nil {
		return time.UTC
	}
	return zone
}

// Reason is one entry of a list of reasons.
type Reason struct {
	Code  string    `json:"code"`
	Label lang.Text `json:"label"`
}

// DefaultSettings are those of a tenant that has saved none.
func DefaultSettings() Settings {
	return Settings{
		Zone: "Europe/Paris", BaseCurrency: money.MustParseCurrency("EUR"), Language: "fr", ValidityDays: 30,
		LateAcceptance: LateManager,
		Seller:         Seller{Address: Address{Code: "seat", Country: "FR"}},
		PaymentTerms:   lang.New("30 days net", "30 jours net"),
		LossReasons: []Reason{
			{"price", lang.New("Price", "Prix")}, {"delivery", lang.New("Delivery time", "Délai de livraison")},
			{"features", lang.New("Features", "Fonctionnalités")}, {"competitor", lang.New("Competitor", "Concurrent")},
			{"no_decision", lang.New("No decision", "Pas de décision")}, {"budget", lang.New("Budget withdrawn", "Budget supprimé")},
			{"other", lang.New("Other", "Autre")},
		},
		RevisionReasons: []Reason{
			{"customer_change", lang.New("Customer's change", "Changement demandé par le client")},
			{"our_error", lang.New("Our error", "Erreur de notre part")},
			{"price", lang.New("Price", "Prix")}, {"other", lang.New("Other", "Autre")},
		},
		PurchaseReasons: []Reason{
			{"unknown", lang.New("Unknown", "Inconnu")}, {"price", lang.New("Price", "Prix")},
			{"product", lang.New("Product", "Produit")}, {"service", lang.New("Service", "Service")},
			{"relationship", lang.New("Relationship", "Relation")},
		},
	}
}

// check returns everything wrong with the settings; compile says what is wrong
// with a condition.
func (s Settings) check(compile func(name, text string) []fault.Issue) error {
	var issues []fault.Issue
	bad := func(pointer, format string, args ...any) {
		issues = append(issues, fault.Issue{Kind: "invalid-settings", Pointer: pointer, Message: fmt.Sprintf(format, args...)})
	}
	if _, err := time.LoadLocation(s.Zone); err != nil || s.Zone == "" {
		bad("/zone", "%q is not the name of a time zone", s.Zone)
	}
	if s.BaseCurrency.IsZero() {
		bad("/base_currency", "the base currency is missing")
	}
	if s.ValidityDays < 1 || s.ValidityDays > 3660 {
		bad("/validity_days", "a validity of %d days is outside 1 to 3660", s.ValidityDays)
	}
	if s.LateAcceptance != LateRefuse && s.LateAcceptance != LateManager {
		bad("/late_acceptance", "%q is neither refuse nor manager", s.LateAcceptance)
	}
	s.Seller.check(bad)
	codes := map[string]bool{}
	issues = append(issues, s.checkApprovals(codes, compile)...)
	issues = append(issues, s.checkQuoteRules(codes, compile)...)
	issues = append(issues, checkMails(s.Mails)...)
	return fault.FromIssues("invalid-settings", "the settings cannot be saved", issues)
}

// checkApprovals adds the codes it meets to those seen: rules of both kinds share
// them.
func (s Settings) checkApprovals(seen map[string]bool, compile func(name, text string) []fault.Issue) (issues []fault.Issue) {
	bad := func(pointer, format string, args ...any) {
		issues = append(issues, fault.Issue{Kind: "invalid-settings", Pointer: pointer, Message: fmt.Sprintf(format, args...)})
	}
	for n, rule := range s.Approvals {
		at := fmt.Sprintf("/approval_rules/%d", n)
		if rule.Code == "" || seen[rule.Code] {
			bad(at+"/code", "every approval rule needs a code of its own")
		}
		seen[rule.Code] = true
		if len(rule.Steps) == 0 {
			bad(at+"/steps", "rule %q asks nobody", rule.Code)
		}
		for name, d := range rule.Worse {
			if d != Higher && d != Lower {
				bad(at+"/worse/"+name, "%q is neither higher nor lower", d)
			}
		}
		for _, i := range compile(rule.Code, rule.When) {
			i.Pointer = at + "/when"
			issues = append(issues, i)
		}
	}
	return issues
}

func (s Settings) checkQuoteRules(seen map[string]bool, compile func(name, text string) []fault.Issue) (issues []fault.Issue) {
	bad := func(pointer, format string, args ...any) {
		issues = append(issues, fault.Issue{Kind: "invalid-settings", Pointer: pointer, Message: fmt.Sprintf(format, args...)})
	}
	for n, rule := range s.QuoteRules {
		at := fmt.Sprintf("/quote_rules/%d", n)
		if rule.Code == "" || seen[rule.Code] {
			bad(at+"/code", "every rule needs a code of its own")
		}
		seen[rule.Code] = true
		if rule.Severity != RuleError && rule.Severity != RuleWarning {
			bad(at+"/severity", "%q is neither error nor warning", rule.Severity)
		}
		for field, text := range map[string]string{"/when": rule.When, "/require": rule.Require} {
			if text == "" && field == "/when" {
				continue
			}
			for _, i := range compile(rule.Code, text) {
				i.Pointer = at + field
				issues = append(issues, i)
			}
		}
	}
	return issues
}

func (s Seller) check(bad func(pointer, format string, args ...any)) {
	if s.TaxStatus != "" && s.TaxStatus != franchise {
		bad("/seller/tax_status", "%q is neither empty nor %s", s.TaxStatus, franchise)
	}
	if s.Trade != "" && s.Trade != BuildingTrade {
		bad("/seller/trade", "%q is neither empty nor %s", s.Trade, BuildingTrade)
	}
}
