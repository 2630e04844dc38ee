package assess_test

import (
	"testing"

	el "github.com/shegong/shegong/eligibility"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
)

// clique is a case of five people, each with ties to most others.
func clique(d *el.Dictionary, seed uint64) *el.Case {
	c := el.NewCase(d)
	state := seed
	next := func(n uint64) uint64 {
		state = state*6364136223846793005 + 1442695040888963407
		return state >> 33 % n
	}
	for range 5 {
		c.AddPerson()
	}
	for o := range 5 {
		for k := range 5 {
			if o != k && next(3) > 0 {
				c.AddTie(o, k)
			}
		}
	}
	rows := map[el.Scope]int{el.PerHousehold: 1, el.PerPerson: 5, el.PerTie: c.Ties()}
	for f := range d.All() {
		for row := range rows[f.Scope] {
			if next(10) > 0 {
				c.Put(f.Key, row, kit.Datum(f, next(1<<30)), next(4) > 0)
			}
		}
	}
	return c
}

func TestTheFixpointIsTheGreatestOfAllAssignments(t *testing.T) {
	mutual, assumed := 0, 0
	for seed := range uint64(100) {
		s, _ := kit.Random(seed)
		l, err := at(s, kit.Query())
		if err != nil {
			t.Fatal(err)
		}
		if !mentions(l, kit.Mutual, el.KindTogether) {
			continue
		}
		mutual++
		p, _ := l.Law().Programme(kit.Mutual)
		c := clique(l.Law().Dictionary(), seed)
		stated, verified := newReference(l, c, false), newReference(l, c, true)
		best, proven := stated.best(kit.Mutual, p), verified.best(kit.Mutual, p)
		least := stated.extreme(kit.Mutual, p, el.Truth.And)
		for row := range best {
			a, err := l.Assess(c, row, kit.Mutual)
			if err != nil {
				if !stated.conflict {
					t.Error(err)
				}
				continue
			}
			if a.Stated != best[row] || a.Verified != proven[row] {
				t.Errorf("seed %d, %d: %v, %v; want %v, %v", seed, row, a.Stated, a.Verified, best[row], proven[row])
			}
			if want := best[row] == el.Met && least[row] != el.Met; a.Assumed != want {
				t.Errorf("seed %d, %d: assumed %v, want %v", seed, row, a.Assumed, want)
			}
			if a.Assumed {
				assumed++
			}
		}
	}
	if mutual < 30 || assumed == 0 {
		t.Errorf("%d laws with Together, %d results assumed", mutual, assumed)
	}
}
