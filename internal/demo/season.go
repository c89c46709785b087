package demo

import (
	"math"
	"math/rand/v2"
	"time"
)

// division is a part of the company with products and a rhythm of its own.
type division string

// The divisions.
const (
	bikes     division = "bikes"
	conveyors division = "conveyors"
)

// season is how many requests a month brings, against an average one: bikes
// are bought in spring, machines before budgets end; August is quiet.
func (d division) season(month time.Month) float64 {
	if d == bikes {
		return [...]float64{0.75, 0.9, 1.3, 1.45, 1.4, 1.2, 0.9, 0.5, 1.1, 0.9, 0.7, 0.6}[month-1]
	}
	return [...]float64{0.95, 1.0, 1.05, 1.0, 0.95, 1.05, 0.8, 0.45, 1.1, 1.2, 1.3, 1.0}[month-1]
}

// requests is how many requests for quotes arrive on a day: a Poisson number
// around the season's mean, which grows by 18 % a year.
func (d division) requests(rng *rand.Rand, day, first time.Time) int {
	if wd := day.Weekday(); wd == time.Saturday || wd == time.Sunday {
		return 0
	}
	mean := 2.51
	if d == conveyors {
		mean = 1.0
	}
	years := day.Sub(first).Hours() / (24 * 365)
	return poisson(rng, mean*d.season(day.Month())*(1+0.18*years))
}

// poisson draws a count with the mean given, by Knuth's multiplication.
func poisson(rng *rand.Rand, mean float64) int {
	limit, product, n := math.Exp(-mean), 1.0, -1
	for product > limit {
		product *= rng.Float64()
		n++
	}
	return n
}

// days draws a waiting time: mostly short, sometimes long (log-normal around
// the median).
func days(rng *rand.Rand, median, spread float64) time.Duration {
	d := median * math.Exp(spread*rng.NormFloat64())
	return time.Duration(min(d, 120) * 24 * float64(time.Hour))
}

// hours draws a time between two numbers of hours.
func hours(rng *rand.Rand, from, to float64) time.Duration {
	return time.Duration((from + (to-from)*rng.Float64()) * float64(time.Hour))
}

// chance is true with the probability p.
func chance(rng *rand.Rand, p float64) bool { return rng.Float64() < p }

// pick draws one of the values, all alike.
func pick[T any](rng *rand.Rand, values []T) T { return values[rng.IntN(len(values))] }

// weighted draws an index with the weights given.
func weighted(rng *rand.Rand, weights ...float64) int {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	x := rng.Float64() * total
	for n, w := range weights {
		if x -= w; x < 0 {
			return n
		}
	}
	return len(weights) - 1
}
