package combine

import (
	"slices"
)

// maxDependent is how many claims that depend on each other are weighed.
const maxDependent = 16

// choices groups the certain claims that depend on each other and finds the ways out of each group.
func (j *joiner) choices() error {
	n := len(j.plan.Claims)
	out := j.plan.Ended()
	group := make([]int, n) // the lowest claim each depends on
	for i := range group {
		group[i] = i
	}
	var find func(i int) int
	find = func(i int) int {
		if group[i] != i {
			group[i] = find(group[i])
		}
		return group[i]
	}
	for _, edges := range []map[Pair]bool{j.hard, j.soft, j.diff} {
		for p := range edges {
			if j.weighed(p.A, out) && j.weighed(p.B, out) {
				a, b := find(p.A), find(p.B)
				group[max(a, b)] = min(a, b)
			}
		}
	}
	for first := range n {
		var claims []int
		for i := first; i < n; i++ {
			if find(i) == first && j.weighed(i, out) {
				claims = append(claims, i)
			}
		}
		if len(claims) > maxDependent {
			return catalogue().New(ErrTooMany)
		}
		if ways := j.ways(claims); len(ways) > 1 {
			j.plan.Choices = append(j.plan.Choices, Choice{Claims: claims, Ways: ways})
		}
	}
	return nil
}

func (j *joiner) weighed(i int, ended []int) bool {
	return j.plan.Claims[i].Certain() && !slices.Contains(ended, i)
}

// ways lists every set of claims that may be held together and of which each claim left out is left out for a reason: it cannot
// be held with one that is kept, or one that is kept does without it.
func (j *joiner) ways(claims []int) []Way {
	free := func(c int) bool { // nothing stands in its way, so it is kept in every way
		return !slices.ContainsFunc(claims, func(k int) bool { return j.clash(c, k) || j.soft[Pair{k, c}] })
	}
	var ways []Way
	var try func(i int, keep, give []int)
	try = func(i int, keep, give []int) {
		if i < len(claims) {
			c := claims[i]
			if !slices.ContainsFunc(keep, func(k int) bool { return j.clash(c, k) }) {
				try(i+1, append(slices.Clip(keep), c), give)
			}
			if !free(c) {
				try(i+1, keep, append(slices.Clip(give), c))
			}
			return
		}
		for _, g := range give {
			if !slices.ContainsFunc(keep, func(k int) bool { return j.clash(g, k) || j.soft[Pair{k, g}] }) {
				return
			}
		}
		total := sum{known: true}
		for _, k := range keep {
			total = total.plus(j.beside(k, keep))
		}
		ways = append(ways, Way{Keep: keep, GiveUp: give, Monthly: total.value()})
	}
	if len(claims) > 1 {
		try(0, nil, nil)
	}
	slices.SortFunc(ways, func(a, b Way) int { return slices.Compare(a.Keep, b.Keep) })
	return ways
}

func (j *joiner) clash(a, b int) bool { return j.hard[Pair{min(a, b), max(a, b)}] }
