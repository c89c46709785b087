package kpi

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Stratum is a group of alike quotes (product family, size, new customer)
// together with whose they are.
type Stratum struct {
	Who  string
	Kind string
	K, N int64
}

// Standardised compares one person's or team's conversion with what everyone's
// quotes of the same kinds would have given.
type Standardised struct {
	Who string `json:"who"`
	K   int64  `json:"k"`
	N   int64  `json:"n"`
	// Expected is the number of orders had each quote converted like all
	// quotes of its kind; Ratio is observed/expected, 0 where nothing was
	// expected.
	Expected float64 `json:"expected"`
	Ratio    float64 `json:"ratio"`
	// Limits are the funnel: where the raw share of N quotes lies in 95 and in
	// 99.8 of 100 cases when it is the overall one.
	Limits [4]float64 `json:"limits"` // 99.8 % low, 95 % low, 95 % high, 99.8 % high
	// Outside is 0 within the funnel, 95 or 998 beyond that limit.
	Outside int `json:"outside"`
	// Reversed is true where the raw share and the standardised comparison say
	// the opposite: the mix of quotes, not the work, makes the raw difference.
	Reversed bool `json:"reversed"`
	// Shown is false under MinShown quotes: k and n only, no rank.
	Shown bool `json:"shown"`
}

// Standardise compares everyone in the strata by indirect standardisation, in
// order of who. It never ranks.
func Standardise(strata []Stratum) []Standardised {
	type sum struct{ k, n float64 }
	kinds, people := map[string]sum{}, map[string]*Standardised{}
	var all sum
	for _, s := range strata {
		k, n := float64(s.K), float64(s.N)
		kinds[s.Kind] = sum{kinds[s.Kind].k + k, kinds[s.Kind].n + n}
		all = sum{all.k + k, all.n + n}
	}
	for _, s := range strata {
		p := people[s.Who]
		if p == nil {
			p = &Standardised{Who: s.Who}
			people[s.Who] = p
		}
		p.K += s.K
		p.N += s.N
		if kind := kinds[s.Kind]; kind.n > 0 {
			p.Expected += float64(s.N) * kind.k / kind.n
		}
	}
	out := make([]Standardised, 0, len(people))
	for _, p := range people {
		p.judge(all.k / max(1, all.n))
		out = append(out, *p)
	}
	slices.SortFunc(out, func(a, b Standardised) int { return cmp.Compare(a.Who, b.Who) })
	return out
}

func (p *Standardised) judge(overall float64) {
	p.Shown = p.N >= MinShown
	p.Limits = FunnelLimits(overall, p.N)
	if p.Expected > 0 {
		p.Ratio = float64(p.K) / p.Expected
	}
	if p.N == 0 {
		return
	}
	share := float64(p.K) / float64(p.N)
	switch {
	case share < p.Limits[0] || share > p.Limits[3]:
		p.Outside = 998
	case share < p.Limits[1] || share > p.Limits[2]:
		p.Outside = 95
	}
	p.Reversed = p.Expected > 0 && (share-overall)*(p.Ratio-1) < 0
}

// z998 is the 99.9 % point of the standard normal distribution.
const z998 = 3.090232306167813

// FunnelLimits returns where the share of hits among n lies when the true
// share is p: the 99.8 and 95 % control limits of a funnel plot (Spiegelhalter,
// "Funnel plots for comparing institutional performance", 2005), by the normal
// approximation, cut to 0 and 1.
func FunnelLimits(p float64, n int64) [4]float64 {
	if n == 0 {
		return [4]float64{0, 0, 1, 1}
	}
	sigma := math.Sqrt(p * (1 - p) / float64(n))
	cut := func(x float64) float64 { return min(1, max(0, x)) }
	return [4]float64{cut(p - z998*sigma), cut(p - z95*sigma), cut(p + z95*sigma), cut(p + z998*sigma)}
}

// Response is the share of quotes won in one band of discount.
type Response struct {
	Band string `json:"band"`
	K    int64  `json:"k"`
	N    int64  `json:"n"`
	// Share is K/N; Standardised is the share had the band's quotes the same
	// mix of kinds as all quotes. It shows an association, not an effect:
	// discounts are given where a deal is in doubt.
	Share        float64 `json:"share"`
	Standardised float64 `json:"standardised"`
	Low          float64 `json:"low"`
	High         float64 `json:"high"`
	Shown        bool    `json:"shown"`
}

// Respond standardises the win rate of each band (Stratum.Who) directly on the
// mix of kinds of all quotes, in the order of bands. A kind that a band has no
// quotes of takes the overall share of that kind.
func Respond(strata []Stratum, bands []string) []Response {
	type sum struct{ k, n float64 }
	kinds, cells, total := map[string]sum{}, map[[2]string]sum{}, 0.0
	out := make([]Response, len(bands))
	for i, b := range bands {
		out[i].Band = b
	}
	for _, s := range strata {
		k, n := float64(s.K), float64(s.N)
		kinds[s.Kind] = sum{kinds[s.Kind].k + k, kinds[s.Kind].n + n}
		at := [2]string{s.Who, s.Kind}
		cells[at] = sum{cells[at].k + k, cells[at].n + n}
		total += n
		if i := slices.Index(bands, s.Who); i >= 0 {
			out[i].K += s.K
			out[i].N += s.N
		}
	}
	for i := range out {
		r := &out[i]
		if r.N == 0 {
			continue
		}
		r.Share, r.Shown = float64(r.K)/float64(r.N), r.N >= MinShown
		r.Low, r.High = WilsonInterval(r.K, r.N)
		for _, kind := range slices.Sorted(maps.Keys(kinds)) {
			all := kinds[kind]
			share := all.k / all.n
			if cell := cells[[2]string{r.Band, kind}]; cell.n > 0 {
				share = cell.k / cell.n
			}
			r.Standardised += share * all.n / total
		}
	}
	return out
}
