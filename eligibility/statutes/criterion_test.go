package statutes_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
)

func TestEveryCriterionIsFoundByItsID(t *testing.T) {
	found, paid := 0, 0
	for seed := range uint64(60) {
		s, _ := eligibilitytest.Random(seed)
		l, err := s.At(eligibilitytest.Query())
		if err != nil {
			t.Fatal(err)
		}
		for p := range l.Programmes() {
			want := func(c eligibility.Criterion) {
				found++
				if got, ok := l.Criterion(p.ID, c.ID); !ok || got != c { // a random law uses no ID twice
					t.Errorf("seed %d: %s of %s is %v, %v", seed, c.ID, p.ID, got, ok)
				}
			}
			for _, n := range l.Walk(p.ID) {
				want(n.Criterion())
				for _, b := range n.Spec().Branches {
					want(b.Criterion)
				}
			}
			if p.Pay == nil {
				continue
			}
			for _, part := range p.Pay.Parts {
				paid++
				want(part.Criterion)
				for _, root := range []*eligibility.Node{part.When, part.Each} {
					if root != nil {
						want(root.Criterion())
					}
				}
			}
			if _, ok := l.Criterion("gone", part(p).ID); ok {
				t.Error("a criterion of a programme that there is not")
			}
		}
	}
	if found < 1000 || paid < 100 {
		t.Errorf("only %d criteria, %d parts", found, paid)
	}
}

func part(p eligibility.Programme) eligibility.Criterion { return p.Pay.Parts[0].Criterion }
