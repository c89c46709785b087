package fault

// Closest returns the candidate nearest to word by edit distance when it is
// near enough to be a slip of the pen (at most a third of the longer word, and
// at least one), or "". The first of equals wins, so declared order decides.
func Closest(word string, candidates []string) string {
	best, bestDistance := "", -1
	for _, c := range candidates {
		d := distance(word, c)
		if limit := max(1, max(len(word), len(c))/3); d > limit {
			continue
		}
		if bestDistance < 0 || d < bestDistance {
			best, bestDistance = c, d
		}
	}
	return best
}

// distance is the optimal string alignment distance on runes: insertions,
// deletions, substitutions and swaps of neighbours cost one each; a change of
// letter case costs nothing, because names are case-sensitive and people forget.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	rows := [3][]int{}
	for i := range rows {
		rows[i] = make([]int, len(y)+1)
	}
	before, prev, row := rows[0], rows[1], rows[2]
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(x); i++ {
		row[0] = i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if fold(x[i-1]) == fold(y[j-1]) {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, prev, row = prev, row, before
	}
	return prev[len(y)]
}

func fold(r rune) rune {
	if 'A' <= r && r <= 'Z' {
		return r + 'a' - 'A'
	}
	return r
}
