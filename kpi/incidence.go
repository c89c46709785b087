package kpi

import (
	"math"
	"slices"
)

// Curve is the cumulative incidence of orders after a first send: the share of
// all quotes that have been ordered by each day, with lost, expired and
// withdrawn quotes as competing ends and open ones as censored.
//
// It is the Aalen-Johansen estimator; 1 - Kaplan-Meier, which treats lost
// quotes as if they could still be ordered, would exceed it.
type Curve struct {
	// N is the number of quotes the curve is made of.
	N      int64        `json:"n"`
	Points []CurvePoint `json:"points"`
}

// CurvePoint is the curve at the end of a day after the send.
type CurvePoint struct {
	Day    int   `json:"day"`
	AtRisk int64 `json:"at_risk"`
	// Ended counts the quotes ordered by then.
	Ended int64 `json:"ended"`
	// Incidence is F, the share ordered by then; Open is S, the share for
	// which nothing was decided by then.
	Incidence float64 `json:"incidence"`
	Open      float64 `json:"open"`
	// Error is the standard error of Incidence.
	Error float64 `json:"error"`
}

// NewCurve computes the curve of lags of one key. Within a day, orders and
// other ends come before censoring. The variance is the delta-method formula
// of Marubini and Valsecchi, "Analysing Survival Data from Clinical Trials and
// Observational Studies", 1995, section 10.3.
func NewCurve(lags []Lag) Curve {
	lags = slices.Clone(lags)
	slices.SortFunc(lags, func(a, b Lag) int { return a.Days - b.Days })
	var c Curve
	for _, l := range lags {
		c.N += l.Ended + l.Otherwise + l.Waits
	}
	atRisk, ended, open, incidence := c.N, int64(0), 1.0, 0.0
	var v variance
	for _, l := range lags {
		if ends := l.Ended + l.Otherwise; ends > 0 {
			n := float64(atRisk)
			step := open * float64(l.Ended) / n
			incidence += step
			ended += l.Ended
			v.add(n, float64(ends), float64(l.Ended), open, incidence)
			open *= 1 - float64(ends)/n
			c.Points = append(c.Points, CurvePoint{Day: l.Days, AtRisk: atRisk, Ended: ended, Incidence: incidence, Open: open, Error: math.Sqrt(v.at(incidence))})
		}
		atRisk -= l.Ended + l.Otherwise + l.Waits
	}
	return c
}

// variance accumulates the three sums of the variance of F(t). With F(t) taken
// out of the squares, each sum needs one pass:
//
//	sum (F(t)-F(j))^2 a(j) + sum b(j) - 2 sum (F(t)-F(j)) c(j)
type variance struct {
	a, af, aff, b, c, cf float64
}

func (v *variance) add(n, ends, ordered, openBefore, incidence float64) {
	if n > ends {
		a := ends / (n * (n - ends))
		v.a += a
		v.af += a * incidence
		v.aff += a * incidence * incidence
	}
	v.b += openBefore * openBefore * ordered * (n - ordered) / (n * n * n)
	c := openBefore * ordered / (n * n)
	v.c += c
	v.cf += c * incidence
}

func (v *variance) at(f float64) float64 {
	return max(0, f*f*v.a-2*f*v.af+v.aff+v.b-2*(f*v.c-v.cf))
}

// At returns the curve at the end of a day; before its first point nothing has
// happened.
func (c Curve) At(day int) CurvePoint {
	i, found := slices.BinarySearchFunc(c.Points, day, func(p CurvePoint, day int) int { return p.Day - day })
	if found {
		return c.Points[i]
	}
	if i == 0 {
		return CurvePoint{Day: day, AtRisk: c.N, Open: 1}
	}
	p := c.Points[i-1]
	p.Day = day
	return p
}

// Interval returns the 95 % interval of the incidence at a day, on the
// complementary log-log scale, which keeps it between 0 and 1.
func (c Curve) Interval(day int) (low, high float64) {
	p := c.At(day)
	if p.Incidence <= 0 || p.Incidence >= 1 || p.Error == 0 {
		return p.Incidence, p.Incidence
	}
	scale := math.Log(-math.Log(p.Incidence))
	half := z95 * p.Error / (p.Incidence * math.Abs(math.Log(p.Incidence)))
	return math.Exp(-math.Exp(scale + half)), math.Exp(-math.Exp(scale - half))
}

// Quantile returns the first day by which the share q of those that will end
// as meant has done so, judged by the curve's last point; ok is false while
// the curve has no end as meant. Waiting families count through the at-risk
// sets, they are not dropped.
func (c Curve) Quantile(q float64) (day int, ok bool) {
	if len(c.Points) == 0 {
		return 0, false
	}
	goal := q * c.Points[len(c.Points)-1].Incidence
	if goal <= 0 {
		return 0, false
	}
	for _, p := range c.Points {
		if p.Incidence >= goal-1e-12 {
			return p.Day, true
		}
	}
	return 0, false
}

// QuantileOfAll is the Kaplan-Meier quantile for durations without
// competing ends: the first day by which the share q of all families ended;
// ok is false when fewer have.
func (c Curve) QuantileOfAll(q float64) (day int, ok bool) {
	for _, p := range c.Points {
		if p.Incidence >= q-1e-12 {
			return p.Day, true
		}
	}
	return 0, false
}

// Within returns the chance that a quote open at the given age is ordered
// within the next days: (F(a+h) - F(a)) / S(a).
func (c Curve) Within(age, days int) float64 {
	now, then := c.At(age), c.At(age+days)
	if now.Open <= 0 {
		return 0
	}
	return min(1, max(0, (then.Incidence-now.Incidence)/now.Open))
}

// ended counts the quotes that ended as meant, endedBy those that had by the
// end of a day.
func (c Curve) ended() int64 {
	if len(c.Points) == 0 {
		return 0
	}
	return c.Points[len(c.Points)-1].Ended
}

func (c Curve) endedBy(day int) int64 { return c.At(day).Ended }
