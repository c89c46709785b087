package buyer

import (
	"fmt"
	"time"

	"github.com/quotient-cpq/quotient/internal/civil"
	"github.com/quotient-cpq/quotient/internal/lang"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/internal/unit"
	"github.com/quotient-cpq/quotient/quotes"
)

// words are the pages' own texts, by a short name. It never changes.
var words = map[string]lang.Text{
	"quote":       lang.New("Quote", "Devis"),
	"your quote":  lang.New("Your quote", "Votre devis"),
	"skip":        lang.New("Skip to the offer", "Aller à l’offre"),
	"language":    lang.New("Language", "Langue"),
	"for":         lang.New("For", "Pour"),
	"attention":   lang.New("for the attention of %s", "à l’attention de %s"),
	"by":          lang.New("from %s", "de %s"),
	"issued":      lang.New("Issued", "Établi le"),
	"valid until": lang.New("Valid until", "Valable jusqu’au"),
	"days left":   lang.New("%d days left", "encore %d jours"),
	"last day":    lang.New("last day", "dernier jour"),
	"one day":     lang.New("1 day left", "encore 1 jour"),
	"to accept":   lang.New("Accept this quote", "Accepter ce devis"),
	"download":    lang.New("Download the PDF", "Télécharger le PDF"),
	"contents":    lang.New("What we offer", "Notre proposition"),
	"details":     lang.New("Configuration (%d)", "Configuration (%d)"),
	"note":        lang.New("Note", "Remarque"),
	"site":        lang.New("Site", "Site"),
	"lead time":   lang.New("Lead time", "Délai"),
	"days":        lang.New("%d days from order", "%d jours à compter de la commande"),
	"on request":  lang.New("on request", "sur demande"),
	"optional":    lang.New("Option", "Option"),
	"add":         lang.New("Add", "Ajouter"),
	"choose one":  lang.New("Choose one", "Au choix"),
	"proposed":    lang.New("recommended", "conseillé"),
	"update":      lang.New("Update the total", "Mettre à jour le total"),
	"each":        lang.New("each", "l’unité"),
	"per month":   lang.New("per month", "par mois"),
	"per year":    lang.New("per year", "par an"),
	"subtotal":    lang.New("Subtotal", "Sous-total"),
	"total":       lang.New("Total", "Total"),
	"lines total": lang.New("Sum of the lines", "Total des lignes"),
	"discount":    lang.New("Discount", "Remise"),
	"net":         lang.New("Total excl. VAT", "Total HT"),
	"vat":         lang.New("VAT %s", "TVA %s"),
	"vat on":      lang.New("VAT %s on %s", "TVA %s sur %s"),
	"gross":       lang.New("Total incl. VAT", "Total TTC"),
	"excl":        lang.New("excl. VAT", "HT"),
	"incl":        lang.New("incl. VAT", "TTC"),
	"tcv":         lang.New("Total over %d months, excl. VAT", "Total HT sur %d mois"),
	"schedule":    lang.New("Payment schedule", "Échéancier de paiement"),
	"due order":   lang.New("on order", "à la commande"),
	"due deliver": lang.New("on delivery", "à la livraison"),
	"due days":    lang.New("%d days after invoice", "à %d jours de facture"),
	"conditions":  lang.New("Conditions", "Conditions"),
	"payment":     lang.New("Payment", "Règlement"),
	"delivery":    lang.New("Delivery", "Livraison"),
	"deliver to":  lang.New("Delivery address", "Adresse de livraison"),
	"incoterm":    lang.New("Incoterm", "Incoterm"),
	"term":        lang.New("Committed term", "Durée d’engagement"),
	"months":      lang.New("%d months", "%d mois"),
	"withdrawal":  lang.New("Right of withdrawal", "Droit de rétractation"),
	"mediator":    lang.New("Consumer mediator", "Médiateur de la consommation"),
	"terms":       lang.New("General terms", "Conditions générales"),

	"accept":       lang.New("Accept", "Accepter"),
	"accept lead":  lang.New("It takes a minute and commits your company. No account is needed.", "Une minute suffit, sans créer de compte. Votre acceptation engage votre société."),
	"your name":    lang.New("Your name and capacity", "Vos nom et qualité"),
	"name hint":    lang.New("for instance: Jeanne Roux, head of purchasing", "par exemple : Jeanne Roux, responsable des achats"),
	"your email":   lang.New("Your e-mail address", "Votre adresse e-mail"),
	"code hint":    lang.New("We send a six-digit code there, which you enter on the next page.", "Nous y envoyons un code à six chiffres, à saisir à la page suivante."),
	"no code hint": lang.New("Optional; your receipt names it.", "Facultatif ; il figure sur votre reçu."),
	"your po":      lang.New("Your order number (optional)", "Votre n° de commande (facultatif)"),
	"why":          lang.New("What decided you? (optional)", "Qu’est-ce qui vous a décidé ? (facultatif)"),
	"no answer":    lang.New("I would rather not say", "Je préfère ne pas répondre"),
	"consent": lang.New("I have read this quote and its terms, and accept them on behalf of %s.",
		"J’ai lu ce devis et ses conditions, et je les accepte au nom de %s. Bon pour accord."),
	"continue": lang.New("Continue", "Continuer"),
	"eidas": lang.New("Your acceptance is a simple electronic signature within the meaning of the eIDAS regulation (EU) No 910/2014. To prove it, we keep your name, your e-mail address, the time, your IP address, your browser and the fingerprint of the PDF.",
		"Votre acceptation est une signature électronique simple au sens du règlement eIDAS (UE) n° 910/2014. Pour en garder la preuve, nous conservons votre nom, votre adresse e-mail, l’heure, votre adresse IP, votre navigateur et l’empreinte du PDF."),

	"confirm":      lang.New("Confirm", "Confirmer"),
	"confirm lead": lang.New("Please check, then confirm.", "Vérifiez, puis confirmez."),
	"code":         lang.New("Six-digit code", "Code à six chiffres"),
	"code sent": lang.New("We have sent it to %s. It is good for 15 minutes; look among unwanted mail too.",
		"Nous l’avons envoyé à %s. Il est valable 15 minutes ; regardez aussi parmi les indésirables."),
	"code refused":         lang.New("The mail server refused the address %s: %s", "Le serveur de messagerie a refusé l’adresse %s : %s"),
	"accept now consumer":  lang.New("Order with an obligation to pay", "Commande avec obligation de paiement"),
	"accept lead consumer": lang.New("It takes a minute and commits you. No account is needed.", "Une minute suffit, sans créer de compte. Votre acceptation vous engage."),
	"consent consumer":     lang.New("I have read this quote, its terms and my right of withdrawal, and accept them, %s.", "J’ai lu ce devis, ses conditions et mon droit de rétractation, et je les accepte, %s. Bon pour accord."),
	"accept now":           lang.New("Accept for good", "Accepter définitivement"),
	"back":                 lang.New("Back, change something", "Revenir et modifier"),
	"again":                lang.New("Send a new code", "Envoyer un nouveau code"),
	"you accept":           lang.New("You accept", "Vous acceptez"),
	"signer":               lang.New("Name", "Nom"),
	"email":                lang.New("E-mail", "E-mail"),
	"po":                   lang.New("Order number", "N° de commande"),

	"accepted":        lang.New("Accepted, thank you!", "C’est accepté, merci !"),
	"accepted lead":   lang.New("%s accepted this quote on %s.", "%s a accepté ce devis le %s."),
	"accepted record": lang.New("The acceptance of this quote was recorded on %s.", "L’acceptation de ce devis a été enregistrée le %s."),
	"accepted next":   lang.New("%s takes care of what comes next.", "%s s’occupe de la suite."),
	"receipt":         lang.New("Download the receipt", "Télécharger le reçu"),
	"what accepted":   lang.New("What has been accepted", "Ce qui a été accepté"),

	"questions":      lang.New("A question?", "Une question ?"),
	"questions lead": lang.New("%s answers you here, and by e-mail where we have your address.", "%s vous répond ici, et par e-mail si nous avons votre adresse."),
	"ask":            lang.New("Send the question", "Envoyer la question"),
	"your question":  lang.New("Your question", "Votre question"),
	"your name only": lang.New("Your name", "Votre nom"),
	"asked":          lang.New("Your question has been sent.", "Votre question est envoyée."),
	"you":            lang.New("You", "Vous"),
	"decline":        lang.New("Decline this quote", "Décliner ce devis"),
	"decline lead":   lang.New("Not what you need? Tell us why, so that we can do better.", "Ce n’est pas ce qu’il vous faut ? Dites-nous pourquoi, nous ferons mieux."),
	"decline reason": lang.New("Reason", "Motif"),
	"pick reason":    lang.New("Choose a reason", "Choisissez un motif"),
	"decline text":   lang.New("A word more (optional)", "Un mot de plus (facultatif)"),
	"decline now":    lang.New("Decline", "Décliner"),
	"declined":       lang.New("You have declined this quote", "Vous avez décliné ce devis"),
	"declined lead":  lang.New("Recorded on %s. If you change your mind, %s will gladly make you another offer.", "C’est noté le %s. Si vous changez d’avis, %s vous fera volontiers une autre proposition."),

	"withdrawn":       lang.New("This quote has been withdrawn", "Ce devis a été retiré"),
	"withdrawn lead":  lang.New("It can no longer be accepted. %s will gladly tell you more.", "Il ne peut plus être accepté. %s vous en dira volontiers davantage."),
	"superseded":      lang.New("There is a newer version of this quote", "Il existe une version plus récente de ce devis"),
	"superseded lead": lang.New("Please use the link of the last e-mail. If you cannot find it, %s will send it to you again.", "Utilisez le lien du dernier e-mail reçu. Si vous ne le trouvez pas, %s vous le renverra."),

	"nothing":      lang.New("This link leads to no offer", "Ce lien ne mène à aucune offre"),
	"nothing lead": lang.New("Perhaps the offer’s validity has ended, or part of the address is missing.", "Peut-être la validité de l’offre est-elle passée, ou manque-t-il une partie de l’adresse."),
	"nothing help": lang.New("Please answer the e-mail that brought you the link: whoever wrote it will gladly send you another.", "Répondez à l’e-mail qui vous a apporté le lien : son auteur vous en enverra volontiers un autre."),
	"busy":         lang.New("One moment, please", "Un instant, s’il vous plaît"),
	"busy lead":    lang.New("There have been too many requests. Try again a little later.", "Il y a eu trop de requêtes. Réessayez un peu plus tard."),
	"broken":       lang.New("Something went wrong on our side", "Un incident s’est produit de notre côté"),
	"broken lead":  lang.New("Nothing has been changed. Please try again in a minute.", "Rien n’a été modifié. Réessayez dans une minute."),

	"contact":      lang.New("Your contact", "Votre interlocuteur"),
	"mistakes":     lang.New("Please correct what is marked.", "Corrigez ce qui est signalé."),
	"name wrong":   lang.New("Enter your name, 2 to 200 characters.", "Indiquez votre nom, de 2 à 200 caractères."),
	"email wrong":  lang.New("This is not a complete e-mail address, such as name@company.com.", "Ce n’est pas une adresse e-mail complète, comme nom@societe.fr."),
	"reason wrong": lang.New("Choose one of the list.", "Choisissez dans la liste."),
	"too long":     lang.New("This is too long.", "C’est trop long."),
	"text wrong":   lang.New("Write something, up to 4,000 characters.", "Écrivez quelque chose, jusqu’à 4 000 caractères."),
	"consent wrong": lang.New("Tick the box: without your agreement there is no acceptance.",
		"Cochez la case : sans votre accord, il n’y a pas d’acceptation."),
	"choice wrong":  lang.New("Your choice cannot be accepted like this:", "Votre choix ne peut pas être accepté ainsi :"),
	"choice two":    lang.New("Of alternatives only one can be chosen; we have gone back to the recommended one.", "Entre plusieurs variantes, une seule peut être retenue ; nous sommes revenus à celle conseillée."),
	"choice gone":   lang.New("A line that you chose is not part of this offer; we have gone back to the recommended choice.", "Une ligne choisie ne fait pas partie de cette offre ; nous sommes revenus au choix conseillé."),
	"code-wrong":    lang.New("This code is not the right one.", "Ce code n’est pas le bon."),
	"code-expired":  lang.New("This code is no longer good: have a new one sent.", "Ce code n’est plus valable : demandez-en un nouveau."),
	"code-used-up":  lang.New("Too many wrong codes. Go back and begin again.", "Trop de codes erronés. Revenez en arrière et recommencez."),
	"changed state": lang.New("The quote has changed meanwhile; this is how it is now.", "Le devis a changé entre-temps ; voici où il en est."),
	"made with":     lang.New("Made with Quotient", "Réalisé avec Quotient"),
}

// voice writes words, dates and numbers in a page's language.
type voice struct {
	Lang     string
	currency money.Currency
	zone     *time.Location
}

// Say returns a text by its name.
func (v voice) Say(name string, args ...any) string {
	text := words[name].In(v.Lang)
	if len(args) > 0 {
		return fmt.Sprintf(text, args...)
	}
	return text
}

// In returns the wording of a text in the page's language.
func (v voice) In(t lang.Text) string { return t.In(v.Lang) }

// Money writes an amount in the offer's currency.
func (v voice) Money(d money.Decimal) string { return money.Format(money.Of(d, v.currency), v.Lang) }

// Percent writes a percentage.
func (v voice) Percent(d money.Decimal) string {
	s := money.FormatDecimal(d, d.Scale(), v.Lang)
	if v.Lang == "fr" {
		return s + "\u00a0%"
	}
	return s + "%"
}

// Quantity writes a quantity with its unit.
func (v voice) Quantity(d money.Decimal, code string) string { return unit.Format(d, code, v.Lang) }

// Per is the suffix of a recurring amount, "" for a one-off one.
func (v voice) Per(p quotes.Period) string {
	switch p {
	case quotes.Monthly:
		return v.Say("per month")
	case quotes.Yearly:
		return v.Say("per year")
	}
	return ""
}

// Date writes a day in words.
func (v voice) Date(d civil.Date) string { return d.Words(v.Lang) }

// Moment writes an instant in the seller's time zone.
func (v voice) Moment(t time.Time) string {
	local := t.In(v.zone)
	day := v.Date(civil.In(t, v.zone))
	if v.Lang == "fr" {
		return day + " à " + local.Format("15:04")
	}
	return day + ", " + local.Format("15:04")
}
