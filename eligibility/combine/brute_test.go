package combine

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
)

// TestAgainstBruteForce compares the ways out with those that a reader of the rules finds who tries every set of benefits of
// every small family, and knows neither groups of dependent claims nor an order.
func TestAgainstBruteForce(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 7))
	kinds := []eligibility.StackingRule{eligibility.HeldTogether, eligibility.Excludes, eligibility.Choose, eligibility.HigherOf,
		eligibility.Difference, eligibility.ChooseOrDifference}
	letters := []eligibility.ProgrammeID{"a", "b", "c", "d", "e"}
	choices, ended := 0, 0
	for range 600 {
		var rules []eligibility.Stacking
		for i, a := range letters {
			for _, b := range letters[i+1:] {
				if rng.IntN(2) == 0 {
					r := rule(a, kinds[rng.IntN(len(kinds))], b)
					if r.SameHousehold = rng.IntN(4) == 0; rng.IntN(2) == 0 {
						r.A, r.B = r.B, r.A
					}
					rules = append(rules, r)
				}
			}
		}
		w := newWorld(t, 2, letters, rules...)
		for row := range 2 {
			for _, p := range letters {
				switch rng.IntN(4) {
				case 0:
					w.holds(p, row, 1)
				case 1:
					w.fits(p, row, 1)
				case 2:
					w.finds(p, row, eligibility.NeedFacts, yuan(1))
				}
			}
		}
		got := w.plan()
		choices += len(got.Choices)
		ended += len(got.Ended())
		if diff := cmp.Diff(bruteForce(got.Claims, rules), combined(&got)); diff != "" {
			t.Fatalf("rules %v\nclaims %v\n%s", rules, got.Claims, diff)
		}
	}
	if choices < 200 || ended < 100 {
		t.Errorf("%d choices, %d endings: too few to prove anything", choices, ended)
	}
}

// combined multiplies the choices out: every lawful set of all certain claims together.
func combined(p *Plan) []string {
	sets := [][]int{nil}
	for i, c := range p.Claims {
		if c.Certain() && !slices.Contains(p.Ended(), i) && !slices.ContainsFunc(p.Choices, func(ch Choice) bool { return slices.Contains(ch.Claims, i) }) {
			sets[0] = append(sets[0], i)
		}
	}
	for _, ch := range p.Choices {
		var next [][]int
		for _, s := range sets {
			for _, w := range ch.Ways {
				next = append(next, slices.Concat(s, w.Keep))
			}
		}
		sets = next
	}
	return written(sets)
}

func written(sets [][]int) []string {
	out := make([]string, len(sets))
	for i, s := range sets {
		slices.Sort(s)
		out[i] = fmt.Sprint(s)
	}
	slices.Sort(out)
	return out
}

// bruteForce tries every set.
func bruteForce(claims []Claim, rules []eligibility.Stacking) []string {
	says := func(a, b int, kinds ...eligibility.StackingRule) bool { // a rule of these kinds with a as its A and b as its B
		return slices.ContainsFunc(rules, func(r eligibility.Stacking) bool {
			return slices.Contains(kinds, r.Rule) && claims[a].Programme == r.A && claims[b].Programme == r.B &&
				(claims[a].Row == claims[b].Row || r.SameHousehold)
		})
	}
	// What ends: the least set such that a claim is in it when a held claim that surely stays excludes it.
	n := len(claims)
	surely, ended := make([]bool, n), make([]bool, n)
	for range n + 1 {
		for b := range n {
			free := true
			for a := range n {
				if a != b && claims[a].Held && claims[b].Certain() && says(a, b, eligibility.Excludes) {
					ended[b] = ended[b] || surely[a]
					free = free && ended[a]
				}
			}
			surely[b] = surely[b] || free
		}
	}
	hard := func(a, b int) bool {
		return says(a, b, eligibility.Excludes, eligibility.Choose, eligibility.HigherOf) || says(b, a, eligibility.Excludes, eligibility.Choose, eligibility.HigherOf)
	}
	var sets [][]int
	for bits := range 1 << n {
		in := func(i int) bool { return bits>>i&1 == 1 }
		good := true
		var set []int
		for i := range n {
			if !claims[i].Certain() || ended[i] {
				good = good && !in(i)
				continue
			}
			reason := false
			for k := range n {
				if k != i && in(k) {
					good = good && !(in(i) && hard(i, k))
					reason = reason || hard(i, k) || says(k, i, eligibility.ChooseOrDifference)
				}
			}
			if in(i) {
				set = append(set, i)
			} else {
				good = good && reason
			}
		}
		if good {
			sets = append(sets, set)
		}
	}
	return written(sets)
}
