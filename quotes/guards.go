package quotes

import (
	"slices"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
)

// The guards of the transition table; none is ever changed.
var (
	notSending = Guard{"being-sent", lang.New("it is not being sent at the moment", "il n'est pas en cours d'envoi"),
		func(a *attempt) error {
			if a.r.SendingSince.IsZero() {
				return nil
			}
			return conflict("being-sent", "the quote is being sent since %s; finish or abandon that first", a.r.SendingSince.Format("15:04:05"))
		}}
	notTemplate = Guard{"template", lang.New("it is not a template", "ce n'est pas un modèle"),
		func(a *attempt) error {
			if !a.c.Family.Template {
				return nil
			}
			return conflict("template", "a template is never submitted or sent: clone it")
		}}
	hasLines = Guard{"empty-quote", lang.New("it has at least one line", "il a au moins une ligne"),
		func(a *attempt) error {
			if a.r.LineCount > 0 {
				return nil
			}
			return fault.New(fault.Invalid, "empty-quote", "a quote without lines cannot be submitted")
		}}
	contentClean = Guard{"content-issues", lang.New("every configuration is valid and complete, every price is present, nothing used has ended, quote-level rules hold",
		"chaque configuration est valide et complète, chaque prix est connu, rien d'utilisé n'a pris fin, les règles du devis sont respectées"),
		func(a *attempt) error {
			return fault.FromIssues("content-issues", "the quote cannot be submitted yet", slices.Concat(a.r.Issues, a.r.doubts(), a.c.strayAddresses(a.r), a.found))
		}}
	notOwnWork = Guard{"own-work", lang.New("the approver is neither author nor last editor", "le valideur n'est ni l'auteur ni le dernier à avoir modifié"),
		func(a *attempt) error {
			if a.actor.ID != a.r.Author && a.actor.ID != a.r.LastEditor {
				return nil
			}
			return conflict("own-work", "nobody approves a quote they submitted or edited last")
		}}
	withinLimit = Guard{"over-limit", lang.New("the total is within the approver's limit", "le total est dans la limite du valideur"),
		func(a *attempt) error {
			if a.step == nil {
				return nil
			}
			m, _ := a.mandate(*a.step)
			limit := a.c.Settings.limitOf(m)
			if limit.covers(a.r) {
				return nil
			}
			return conflict("over-limit", "the total is above your approval limit of %s %s", limit.UpTo, limit.Currency).
				With("limit", limit.UpTo)
		}}
	ceilingsFit = Guard{"ceilings-invalid", lang.New("the ceilings are of numbers that the rule reads", "les plafonds portent sur des nombres que la règle lit"),
		func(a *attempt) error {
			if len(a.decision.UpTo) == 0 {
				return invalid("ceilings-invalid", "/up_to", "at least one ceiling is needed")
			}
			for name := range a.decision.UpTo {
				value, read := "", false
				if a.step != nil {
					value, read = a.step.Values[name]
				}
				if _, err := money.Parse(value); !read || err != nil {
					return invalid("ceilings-invalid", "/up_to/"+name, "the rule reads no number \""+name+"\"")
				}
			}
			return nil
		}}
	hasReason = Guard{"reason-missing", lang.New("a reason is given", "un motif est donné"),
		func(a *attempt) error {
			if a.reason != "" {
				return nil
			}
			return invalid("reason-missing", "/reason", "this needs a reason")
		}}
	hashApproved = Guard{"approval-outdated", lang.New("what is sent is what was approved", "ce qui est envoyé est ce qui a été validé"),
		func(a *attempt) error {
			if a.hash == a.r.CommercialHash && len(a.found) == 0 {
				return nil
			}
			if len(a.found) > 0 {
				return fault.FromIssues("approval-outdated", "the quote can no longer be sent as approved", a.found)
			}
			return conflict("approval-outdated", "the quote is no longer what was approved: submit it again")
		}}
	validityAhead = Guard{"validity-past", lang.New("its last day is not past", "sa date de validité n'est pas dépassée"),
		func(a *attempt) error {
			if a.r.ValidUntil.IsZero() || !a.r.ValidUntil.Before(civil.In(a.now, a.c.Zone())) {
				return nil
			}
			return conflict("validity-past", "the last day of validity, %s, is past", a.r.ValidUntil)
		}}
	legallyComplete = Guard{"legal-checklist", lang.New("every mention the law asks for is there", "toutes les mentions obligatoires sont présentes"),
		func(a *attempt) error {
			return fault.FromIssues("legal-checklist", "mentions that the law asks for are missing", legalIssues(a.c, a.r))
		}}
	nothingWon = Guard{"already-accepted", lang.New("no revision of the quote has been accepted", "aucune révision du devis n'a été acceptée"),
		func(a *attempt) error {
			won := a.c.Won()
			if won == nil || won == a.r {
				return nil
			}
			return conflict("already-accepted", "revision %s of this quote has been accepted", won.Label()).With("revision", won.ID)
		}}
	hasEvidence = Guard{"evidence-missing", lang.New("a purchase order number, or the digest of a signed file and who signed it, is given", "un numéro de commande, ou l'empreinte d'un fichier signé et son signataire, est donné"),
		func(a *attempt) error {
			switch {
			case a.acceptance.PONumber != "" || a.acceptance.FileHash != "" && a.acceptance.Signer != "":
				return nil
			case a.acceptance.FileHash != "":
				return invalid("evidence-missing", "/signer", "a signed file needs the name of the person who signed it")
			}
			return invalid("evidence-missing", "/po_number", "an acceptance needs a purchase order number, or a signed file and its signer")
		}}
	receivedBetween = Guard{"received-invalid", lang.New("the day it was received is between that of issue and today", "la date de réception est entre celle d'émission et aujourd'hui"),
		func(a *attempt) error {
			day := a.acceptance.Received
			if day.IsZero() || !day.After(civil.In(a.now, a.c.Zone())) && !day.Before(a.r.IssueDate) {
				return nil
			}
			return invalid("received-invalid", "/received", "the day of acceptance is in the future or before the offer was issued")
		}}
	knownPurchaseReason = Guard{"purchase-reason-unknown", lang.New("what motivated the purchase is in the list, unknown, or not said", "le motif d'achat est dans la liste, inconnu ou non indiqué"),
		func(a *attempt) error {
			if a.acceptance == nil || a.acceptance.PurchaseReason == "" || a.acceptance.PurchaseReason == unknownReason {
				return nil
			}
			return knownReason("purchase-reason-unknown", "/purchase_reason", a.c.Settings.PurchaseReasons, a.acceptance.PurchaseReason)
		}}
	lateAllowed = Guard{"too-late", lang.New("after the last day only as the tenant's policy allows", "après la date de validité, seulement selon la politique"),
		func(a *attempt) error { return a.late() }}
	choiceFits = Guard{"choice-invalid", lang.New("of every alternative exactly one is chosen, and what is chosen keeps the quote-level rules",
		"une seule ligne de chaque alternative est choisie, et le choix respecte les règles du devis"),
		func(a *attempt) error {
			if a.acceptance == nil {
				return nil
			}
			if _, err := chosenLines(a.r.Lines, a.acceptance.Chosen); err != nil {
				return err
			}
			return fault.FromIssues("choice-invalid", "the lines chosen do not go together", a.found)
		}}
	knownLossReason = Guard{"reason-unknown", lang.New("the reason is one of the list", "le motif est dans la liste"),
		func(a *attempt) error {
			return knownReason("reason-unknown", "/reason", a.c.Settings.LossReasons, a.loss.Reason)
		}}
	knownRevisionReason = Guard{"reason-unknown", lang.New("the reason is one of the list", "le motif est dans la liste"),
		func(a *attempt) error {
			return knownReason("reason-unknown", "/reason", a.c.Settings.RevisionReasons, a.reason)
		}}
	pastValidity = Guard{"still-valid", lang.New("its last day is past", "sa date de validité est dépassée"),
		func(a *attempt) error {
			if !a.r.ValidUntil.IsZero() && !a.now.Before(a.r.ExpiresAt(a.c.Zone())) {
				return nil
			}
			return conflict("still-valid", "the offer is valid until %s", a.r.ValidUntil)
		}}
	noOpenDraft = Guard{"draft-exists", lang.New("the variant has no open revision", "la variante n'a pas de révision ouverte"),
		func(a *attempt) error {
			open := a.c.openIn(a.r.Variant)
			if open == nil {
				return nil
			}
			return conflict("draft-exists", "revision %s is already being made", open.Label()).With("revision", open.ID)
		}}
	somethingRemains = Guard{"nothing-remains", lang.New("something accepted remains to be ordered", "il reste quelque chose à commander"),
		func(a *attempt) error { return a.c.somethingRemains() }}
	hasQuestion = Guard{"no-question", lang.New("the customer has asked something", "le client a posé une question"),
		func(a *attempt) error {
			if !a.r.QuestionAt.IsZero() {
				return nil
			}
			return conflict("no-question", "no question of the customer waits for an answer")
		}}
	hasOrder = Guard{"no-order", lang.New("there is an order", "il y a une commande"),
		func(a *attempt) error {
			if len(a.c.Orders) > 0 {
				return nil
			}
			return conflict("no-order", "nothing has been ordered yet: cancel the acceptance instead")
		}}
	noOrder = Guard{"already-ordered", lang.New("nothing has been ordered", "rien n'a été commandé"),
		func(a *attempt) error {
			if len(a.c.Orders) == 0 {
				return nil
			}
			first := a.c.Orders[0]
			return conflict("already-ordered", "order %s has been placed", first.Number).With("order", first.ID)
		}}
)

func conflict(kind, format string, args ...any) *fault.Error {
	return fault.New(fault.Conflict, kind, format, args...)
}

// invalid is a fault with one issue at a field of the input.
func invalid(kind, pointer, message string) *fault.Error {
	e := fault.New(fault.Invalid, kind, "%s", message)
	e.Issues = []fault.Issue{{Kind: kind, Pointer: pointer, Message: message}}
	return e
}

// unknownReason says of a purchase that nobody knows what motivated it.
const unknownReason = "unknown"

func knownReason(kind, pointer string, list []Reason, code string) error {
	codes := make([]string, len(list))
	for n, r := range list {
		if codes[n] = r.Code; r.Code == code {
			return nil
		}
	}
	e := invalid(kind, pointer, "there is no reason \""+code+"\"")
	e.Issues[0].Suggestion = fault.Closest(code, codes)
	return e.With("reasons", codes)
}

// late decides on an acceptance after the last day.
func (a *attempt) late() error {
	if a.state() != Expired {
		return nil
	}
	if a.c.Settings.LateAcceptance == LateRefuse {
		return conflict("too-late", "the offer ended on %s and late acceptances are refused", a.r.ValidUntil)
	}
	manager := a.actor.Has(identity.Manager) && slices.Contains(a.actor.Teams, a.c.Family.Team)
	if !manager || !a.acceptance.ConfirmLate {
		return conflict("too-late", "the offer ended on %s: a manager of the team must confirm a late acceptance", a.r.ValidUntil).
			With("who", []Who{TeamLead})
	}
	return nil
}
