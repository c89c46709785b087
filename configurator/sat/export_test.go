package sat

// ForgetSoon makes the solver forget learned clauses all the time.
func ForgetSoon(s *Solver) { s.maxLearned = -100 }
