package demo

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/internal/money"
	"github.com/quotient-cpq/quotient/quotes"
)

// town is a place with the region that figures are sliced by.
type town struct{ name, postal, region, country, language string }

// towns are where customers are; those abroad are export.
var towns = []town{
	{"Lyon", "69003", "Auvergne-Rhône-Alpes", "FR", "fr"}, {"Grenoble", "38000", "Auvergne-Rhône-Alpes", "FR", "fr"},
	{"Annecy", "74000", "Auvergne-Rhône-Alpes", "FR", "fr"}, {"Paris", "75011", "Île-de-France", "FR", "fr"},
	{"Montreuil", "93100", "Île-de-France", "FR", "fr"}, {"Nantes", "44000", "Pays de la Loire", "FR", "fr"},
	{"Angers", "49000", "Pays de la Loire", "FR", "fr"}, {"Rennes", "35000", "Bretagne", "FR", "fr"},
	{"Bordeaux", "33000", "Nouvelle-Aquitaine", "FR", "fr"}, {"Toulouse", "31000", "Occitanie", "FR", "fr"},
	{"Strasbourg", "67000", "Grand Est", "FR", "fr"}, {"Lille", "59000", "Hauts-de-France", "FR", "fr"},
	{"Marseille", "13002", "Provence-Alpes-Côte d'Azur", "FR", "fr"},
	{"Bruxelles", "1000", "Benelux", "BE", "fr"}, {"Ghent", "9000", "Benelux", "BE", "en"}, {"Utrecht", "3511", "Benelux", "NL", "en"},
	{"Freiburg", "79098", "DACH", "DE", "en"}, {"Hamburg", "20095", "DACH", "DE", "en"}, {"Zurich", "8001", "DACH", "CH", "en"},
	{"Bristol", "BS1 4ST", "British Isles", "GB", "en"}, {"Leeds", "LS1 4AP", "British Isles", "GB", "en"},
}

// elide writes "d'Annecy" as French does.
var elide = strings.NewReplacer(" de A", " d'A", " de E", " d'E", " de I", " d'I", " de O", " d'O", " de U", " d'U")

// trade is a kind of customer: how it is named, its segment, and what it buys.
type trade struct {
	fr, en   string // with %s for the town or a family name
	segment  string
	division division
	size     float64 // of its orders, against an average one
}

// trades are the kinds of customer, common ones several times.
var trades = []trade{
	{"Ville de %s", "City of %s", "public", bikes, 2.2},
	{"%s Métropole Logistique", "%s Last Mile", "delivery", bikes, 1.8},
	{"Coursiers de %s", "%s Couriers", "delivery", bikes, 1.2},
	{"Cycles %s", "%s Cycles", "dealer", bikes, 1.5},
	{"La Bicyclette de %s", "The %s Bicycle Company", "dealer", bikes, 1},
	{"Hôpital de %s", "%s Hospital", "public", bikes, 0.8},
	{"%s & Fils", "%s & Sons", "company", bikes, 0.6},
	{"Conserverie %s", "%s Canning", "food", conveyors, 1},
	{"Carrières de %s", "%s Quarries", "mining", conveyors, 2},
	{"Entrepôts %s", "%s Warehousing", "logistics", conveyors, 1.4},
	{"Recyclage %s", "%s Recycling", "recycling", conveyors, 1.1},
}

var familyNames = []string{
	"Arnaud", "Baxter", "Chevalier", "Dawson", "Estève", "Fabre", "Gauthier", "Hartley", "Imbert", "Jacquet", "Kerouac", "Lambert",
	"Marchand", "Norton", "Olivier", "Perrin", "Quentin", "Renaud", "Shaw", "Thibault", "Underhill", "Vasseur", "Wagner", "Yvon",
}

var givenNames = []string{
	"Alice", "Bastien", "Camille", "David", "Élodie", "Fiona", "Gaspard", "Hannah", "Isabelle", "Jérôme", "Kate", "Laurent",
	"Mathilde", "Neil", "Océane", "Paul", "Rachel", "Simon", "Tessa", "Victor",
}

// streets by the language of the town.
var streets = map[string][]string{
	"fr": {
		"rue de la République", "avenue des Frères Lumière", "boulevard Carnot", "place du Marché", "rue des Tanneurs", "quai de la Loire",
		"rue du Moulin", "rue de la Gare", "rue du Port", "rue Royale",
	},
	"en": {
		"Republic Street", "Lumière Avenue", "Carnot Road", "Market Place", "Tanner Street", "River Quay",
		"Mill Lane", "Station Road", "Harbour Street", "King Street",
	},
}

// client is a customer with its habits.
type client struct {
	quotes.Customer
	trade trade
	// loyal customers come back more often, and decide for us more often.
	loyal float64
	// contact is the person who asks.
	contact identity.ID
}

// clients makes the customers: every name once.
func clients(rng *rand.Rand, count int) []client {
	var out []client
	taken := map[string]bool{}
	for len(out) < count {
		where, what := pick(rng, towns), pick(rng, trades)
		pattern := what.fr
		if where.language == "en" {
			pattern = what.en
		}
		word := where.name
		if strings.Contains(pattern, "&") || what.division == conveyors && chance(rng, 0.6) {
			word = pick(rng, familyNames)
		}
		name := elide.Replace(fmt.Sprintf(pattern, word))
		if taken[name] {
			continue
		}
		taken[name] = true
		out = append(out, newClient(rng, name, where, what, len(out)+1))
	}
	return out
}

func newClient(rng *rand.Rand, name string, where town, what trade, number int) client {
	first, last := pick(rng, givenNames), pick(rng, familyNames)
	contact := quotes.Contact{ID: identity.NewID(), Name: first + " " + last,
		Email: fmt.Sprintf("contact%d@customers.example", number), Phone: fmt.Sprintf("+33 4 00 00 %02d %02d", number/100, number%100)}
	street := pick(rng, streets[where.language])
	address := quotes.Address{Code: "main", Street: fmt.Sprintf("%d %s", 1+rng.IntN(90), street), PostalCode: where.postal, City: where.name, Country: where.country}
	channel := "direct"
	if what.segment == "dealer" {
		channel = "dealer"
	}
	return client{
		trade: what, loyal: rng.Float64(), contact: contact.ID,
		Customer: quotes.Customer{
			Name: name, Segment: what.segment, Region: where.region, Channel: channel, Language: where.language,
			Currency: money.MustParseCurrency("EUR"), VATStatus: "business",
			VATNumber: fmt.Sprintf("%s%011d", where.country, 10_000_000_000+rng.Int64N(80_000_000_000)),
			Addresses: []quotes.Address{address}, Contacts: []quotes.Contact{contact},
			ExternalIDs: map[string]string{"erp": fmt.Sprintf("C%05d", number)},
		},
	}
}
