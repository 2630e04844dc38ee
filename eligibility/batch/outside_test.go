package batch_test

import (
	"math/rand/v2"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
)

func TestWhoIsListedForARelativesSakeIsNotCounted(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for seed := range uint64(50) {
		s, cases := eligibilitytest.Random(seed)
		l, err := s.At(eligibilitytest.Query())
		if err != nil {
			t.Fatal(err)
		}
		b := batch.New(s.Dictionary())
		for _, c := range cases {
			if _, err := b.Append(c); err != nil {
				t.Fatal(err)
			}
		}
		for p := range b.People() {
			if r.IntN(3) == 0 {
				b.SetOutside(p)
			}
		}
		plan, err := batch.CompileWith(l, []batch.Form{both()})
		if err != nil {
			t.Fatal(err)
		}
		var out batch.Planes
		if err := batch.Run(plan, b, &out); err != nil {
			t.Fatal(err)
		}
		for _, p := range plan.Programmes() {
			person := out.Scope(p) == eligibility.PerPerson
			var want batch.Count
			rows := map[eligibility.Truth][]int{}
			for row := range b.Rows(out.Scope(p)) {
				if person && b.Outside(row) {
					continue
				}
				want.Rows++
				truth, conflict := out.Truth(p, row)
				rows[truth] = append(rows[truth], row)
				switch {
				case truth == eligibility.Met:
					want.Met++
				case truth == eligibility.NotMet:
					want.NotMet++
				default:
					want.Unknown++
				}
				if conflict {
					want.Conflict++
				}
			}
			if got := out.Count(p); got != want {
				t.Fatalf("seed %d, %s: %+v, want %+v", seed, p, got, want)
			}
			for truth, list := range rows {
				i := 0
				for row := range out.Rows(p, truth) {
					if i >= len(list) || row != list[i] {
						t.Fatalf("seed %d, %s: row %d", seed, p, row)
					}
					i++
				}
				if i != len(list) {
					t.Fatalf("seed %d, %s: %d rows, want %d", seed, p, i, len(list))
				}
			}
		}
	}
}
