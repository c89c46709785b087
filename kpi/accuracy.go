package kpi

// Prediction is a forecast made for a group of quotes that were open at one
// time: the chance then given to each, how many there were and how many were
// ordered in the time meant.
type Prediction struct {
	Chance float64
	K, N   int64
}

// Accuracy judges past forecasts.
type Accuracy struct {
	N int64 `json:"n"`
	// Brier is the mean squared error of the chances, 0 for perfect; Reference
	// is that of always saying the share that came true.
	Brier     float64 `json:"brier"`
	Reference float64 `json:"reference"`
	// Bias is the mean chance given less the share that came true: positive
	// for too hopeful.
	Bias float64 `json:"bias"`
}

// Judge computes the Brier score and the bias of predictions.
func Judge(predictions []Prediction) Accuracy {
	var a Accuracy
	var squared, chances, hits float64
	for _, p := range predictions {
		k, n := float64(p.K), float64(p.N)
		a.N += p.N
		squared += k*(1-p.Chance)*(1-p.Chance) + (n-k)*p.Chance*p.Chance
		chances += n * p.Chance
		hits += k
	}
	if a.N == 0 {
		return a
	}
	n := float64(a.N)
	share := hits / n
	a.Brier, a.Reference, a.Bias = squared/n, share*(1-share), (chances-hits)/n
	return a
}
