package rules

import (
	"fmt"

	"github.com/quotient-cpq/quotient/internal/fault"
	"github.com/quotient-cpq/quotient/internal/lang"
)

// message is one thing the compiler can say.
type message struct {
	kind string
	text lang.Text
}

func say(kind, en, fr string) message { return message{kind, lang.New(en, fr)} }

var (
	msgEnds        = say("syntax", "the expression ends too early", "l'expression se termine trop tôt")
	msgUnexpected  = say("syntax", "%q cannot stand here", "%q n'a pas sa place ici")
	msgUnclosed    = say("syntax", "the text has no closing quote", "le texte n'a pas de guillemet fermant")
	msgLargeNumber = say("bad-number", "a whole number has at most 18 digits, a decimal number is written like 12.5", "un nombre entier a 18 chiffres au plus, un nombre décimal s'écrit comme 12.5")
	msgArguments   = say("wrong-arguments", "an argument is missing", "il manque un argument")
	msgUnreadable  = say("syntax", "the expression cannot be read from here", "l'expression est illisible à partir d'ici")
	msgEmpty       = say("syntax", "the expression is empty", "l'expression est vide")
	msgTooLong     = say("too-long", "the expression has %d bytes; at most %d are allowed", "l'expression a %d octets ; le maximum est de %d")
	msgTooBig      = say("too-complex", "the expression is too complex: more than %d parts", "l'expression est trop complexe : plus de %d éléments")
	msgTooSlow     = say("too-complex", "the expression may take %d steps over its lists; at most %d are allowed", "l'expression peut prendre %d étapes sur ses listes ; le maximum est de %d")
	msgTooDeep     = say("too-complex", "aggregates nest at most %d deep", "les agrégats s'imbriquent sur %d niveaux au plus")
	msgDegree      = say("too-complex", "at most %d numbers may be multiplied with one another", "on peut multiplier au plus %d nombres entre eux")
	msgNotRule     = say("not-allowed", "%q is not part of the rule language", "%q ne fait pas partie du langage de règles")
	msgNil         = say("not-allowed", "there is no nil: has(x) tests whether x has a value", "il n'y a pas de nil : has(x) teste si x a une valeur")
	msgNumber      = say("bad-number", "%q is not a plain decimal number such as 12.5, of at most %d digits", "%q n'est pas un nombre décimal simple comme 12.5, de %d chiffres au plus")
	msgDate        = say("bad-date", "%q is not a date as YYYY-MM-DD", "%q n'est pas une date au format AAAA-MM-JJ")
	msgPattern     = say("bad-pattern", "%q is not a valid pattern of at most %d characters", "%q n'est pas un motif valide de %d caractères au plus")
	msgRange       = say("bad-range", "a range needs two whole numbers, at most %d apart, after in", "un intervalle demande deux nombres entiers, distants de %d au plus, après in")
	msgPlaces      = say("bad-places", "the number of decimals must be a whole number from 0 to 12", "le nombre de décimales doit être un entier de 0 à 12")
	msgLiteral     = say("not-literal", "%s must be written as a text in quotes", "%s doit être écrit comme un texte entre guillemets")
	msgName        = say("unknown-name", "unknown name %q", "nom inconnu %q")
	msgField       = say("unknown-name", "%q has no name %q", "%q n'a pas de nom %q")
	msgProperty    = say("unknown-property", "the options of %q have no property %q", "les options de %q n'ont pas de propriété %q")
	msgOption      = say("unknown-option", "%q has no option %q", "%q n'a pas d'option %q")
	msgNever       = say("unknown-value", "no option has %q as its %s", "aucune option n'a %q comme %s")
	msgFunction    = say("unknown-function", "unknown function %q", "fonction inconnue %q")
	msgTable       = say("unknown-table", "unknown table %q", "table inconnue %q")
	msgColumn      = say("unknown-column", "table %q has no column %q", "la table %q n'a pas de colonne %q")
	msgKeys        = say("wrong-arguments", "table %q has %d columns (%s): %d values were given", "la table %q a %d colonnes (%s) : %d valeurs données")
	msgTwice       = say("ambiguous-table", "row %d of table %q has the keys of an earlier row: a look-up needs one row for each key", "la ligne %d de la table %q a les clés d'une ligne précédente : une recherche demande une seule ligne par clé")
	msgUsage       = say("wrong-arguments", "write %s", "écrire %s")
	msgNoParent    = say("unknown-name", "there is no parent here: the rule is not inside a component", "il n'y a pas de parent ici : la règle n'est pas dans un composant")
	msgOrdered     = say("unknown-name", "%q needs an ordered list", "%q demande une liste ordonnée")
	msgObject      = say("wrong-type", "%q is a group of names: read one of them, such as %s.%s", "%q est un groupe de noms : lire l'un d'eux, comme %s.%s")
	msgMember      = say("wrong-type", "%s has no names inside", "%s ne contient pas de noms")
	msgOutside     = say("wrong-type", "%q stands for an element of a list and only works inside count, sum, any, all and the like", "%q désigne un élément de liste et ne sert que dans count, sum, any, all et semblables")
	msgNeed        = say("wrong-type", "%s is needed here, not %s", "il faut ici %s, pas %s")
	msgCompare     = say("wrong-type", "%s cannot be compared with %s", "%s ne se compare pas avec %s")
	msgOrder       = say("wrong-type", "%s has no order: only numbers and dates do", "%s n'a pas d'ordre : seuls les nombres et les dates en ont un")
	msgArith       = say("wrong-type", "%s and %s cannot be combined with %q", "%s et %s ne se combinent pas avec %q")
	msgBranches    = say("wrong-type", "both results of ? : must be alike: %s and %s are not", "les deux résultats de ? : doivent être semblables : %s et %s ne le sont pas")
	msgWant        = say("wrong-result", "the expression must yield %s; it yields %s", "l'expression doit donner %s ; elle donne %s")
	msgGuard       = say("unguarded-read", "%q may have no value, and then this counts as false: guard it with has(%s)", "%q peut ne pas avoir de valeur, et ceci vaut alors faux : le protéger par has(%s)")
)

// issue renders a message about a span of the source.
func (s Source) issue(m message, span Span, args ...any) fault.Issue {
	language := s.Language
	for i, a := range args {
		if text, ok := a.(lang.Text); ok {
			args[i] = text.In(language)
		}
	}
	return fault.Issue{
		Kind:     m.kind,
		Position: s.At(span.From),
		Message:  fmt.Sprintf(m.text.In(language), args...),
		Snippet:  s.Snippet(span),
	}
}
