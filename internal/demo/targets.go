package demo

import (
	"context"
	"fmt"
	"strings"

	"github.com/quotient-cpq/quotient/internal/identity"
	"github.com/quotient-cpq/quotient/kpi"
)

// quarterly is the order intake set for each quarter of the last year and of
// the one before, of the company and of the teams that sell.
var quarterly = []struct {
	team         string
	before, last int
}{
	{"", 700_000, 900_000},
	{"Cycles France", 390_000, 470_000},
	{"Cycles Export", 120_000, 200_000},
	{"Convoyeurs", 190_000, 230_000},
}

// quarters are the first and the last day of each, without their year.
var quarters = [][2]string{{"01-01", "03-31"}, {"04-01", "06-30"}, {"07-01", "09-30"}, {"10-01", "12-31"}}

// aim sets the fiscal calendar, whose quarters are those of the year, and the
// targets.
func (c Config) aim(ctx context.Context, system identity.Actor) error {
	var calendar, targets strings.Builder
	calendar.WriteString("name,first_day,last_day\n")
	targets.WriteString("first_day,last_day,amount,team\n")
	for year := c.Last.Year - 1; year <= c.Last.Year; year++ {
		for n, q := range quarters {
			fmt.Fprintf(&calendar, "%[1]d-Q%[2]d,%[1]d-%[3]s,%[1]d-%[4]s\n", year, n+1, q[0], q[1])
			for _, t := range quarterly {
				amount := t.last
				if year < c.Last.Year {
					amount = t.before
				}
				fmt.Fprintf(&targets, "%[1]d-%[2]s,%[1]d-%[3]s,%[4]d,%[5]s\n", year, q[0], q[1], amount, t.team)
			}
		}
	}
	if _, err := c.Figures.Import(ctx, system, kpi.PeriodSheet, strings.NewReader(calendar.String())); err != nil {
		return err
	}
	_, err := c.Figures.Import(ctx, system, kpi.TargetSheet, strings.NewReader(targets.String()))
	return err
}
