// Package layout says how a company's quotes look: templates with paper, font,
// colours, logo, texts and what is shown, and the pictures and PDF files that
// they and the lines of quotes refer to.
//
// A template is one YAML file, published in numbered versions of which the last
// is in force. A quote takes the version in force when it is sent, resolved to
// its language, into its snapshot: a later version never changes what was sent.
//
//	template: standard
//	name: {en: Standard, fr: Standard}
//	paper: a4                      # or letter
//	font: sans                     # or serif
//	colours: {accent: "#1f4e5f", ink: "#181d27", wash: "#f5f7f9"}
//	logo: {fr: 9f86d0..., en: 60303a...}
//	show: {options: inline, pictures: true, discounts: true, steps: false}
//	annexes: {configuration: true, bill_of_materials: false, waterfall: true}
//	terms: {fr: 2c26b4...}
//	texts:
//	  closing: {en: We look forward to your order., fr: Dans l’attente de votre commande.}
//
// Pictures and files are named by the SHA-256 of their stored bytes, so a
// template names the same ones for ever.
package layout
