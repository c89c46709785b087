package quotes

import (
	"fmt"
	"strings"
)

// LifecycleDocument returns the transition table as the Markdown page of the
// reference, so that documentation and code cannot differ.
func LifecycleDocument() string {
	var b strings.Builder
	b.WriteString("# The life of a quote\n\n" +
		"This page is generated from the transition table in package quotes; a test keeps it so.\n\n" +
		"Whoever is not named under *who* is answered 403, an action that the present state does not have 409 with what is\n" +
		"allowed, a guard that does not hold 409 or 422 with the kind given.\n\n" +
		"| from | action | to | who | guards |\n|---|---|---|---|---|\n")
	for _, t := range transitions {
		var guards []string
		for _, g := range t.Guards {
			guards = append(guards, fmt.Sprintf("%s (`%s`)", g.Text.In("en"), g.Kind))
		}
		from := stateList(t.From)
		if t.From == nil {
			from = "-"
		}
		action := "`" + string(t.Action) + "`"
		if t.Implied {
			action += " (follows from others)"
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", from, action, stateList(t.To), whoList(t.Who), strings.Join(guards, "; "))
	}
	b.WriteString("\n## States\n\n| state | English | French |\n|---|---|---|\n")
	for _, s := range States() {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", s, s.Name().In("en"), s.Name().In("fr"))
	}
	b.WriteString("\n## Who\n\n| who | means |\n|---|---|\n")
	for _, w := range whoTexts {
		fmt.Fprintf(&b, "| %s | %s |\n", w.who, w.text)
	}
	return b.String()
}

// whoTexts explain the kinds of person in the table.
var whoTexts = []struct {
	who  Who
	text string
}{
	{AnyRep, "whoever may write quotes"},
	{Owner, "the quote's owner, a manager of its team, an API key that may write quotes, an administrator"},
	{TeamMember, "whoever may write quotes and sees the quote"},
	{Author, "whoever submitted it, or the owner"},
	{StepHolder, "whoever an open approval step is asked of, their deputy, and after the escalation a manager of the team"},
	{Buyer, "whoever holds the link"},
	{Desk, "whoever may place orders"},
	{TeamLead, "a manager of the quote's team, an administrator"},
	{Admins, "an administrator"},
	{Clock, "the service itself"},
}
