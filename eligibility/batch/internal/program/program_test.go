package program_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
)

// The machine is judged by what package batch makes of it: the row reader's answers on random law.
func TestTheMachineSaysWhatTheRowReaderSays(t *testing.T) {
	form := batch.Form{Ref: eligibilitytest.Function().Ref, Judge: func(b *batch.Block) (met, notMet uint64) {
		met = ^uint64(0)
		for i, known := range b.Known {
			for row, v := range b.Values[i] {
				if known>>row&1 == 0 || v == 0 {
					met &^= 1 << row
				}
				if known>>row&1 != 0 && v == 0 {
					notMet |= 1 << row
				}
			}
		}
		return met, notMet
	}}
	decided := 0
	for seed := range uint64(400) {
		s, cases := eligibilitytest.Random(10_000 + seed)
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
		plan, err := batch.CompileWith(l, []batch.Form{form})
		if err != nil {
			t.Fatal(err)
		}
		var out batch.Planes
		if err := batch.Run(plan, b, &out); err != nil {
			t.Fatal(err)
		}
		for h, c := range cases {
			from, _ := b.PeopleOf(h)
			for _, p := range eligibilitytest.Programmes() {
				first, rows := from, c.People()
				if out.Scope(p) == eligibility.PerHousehold {
					first, rows = h, 1
				}
				for row := range rows {
					want, _, _ := engine(l).Truth(c, row, p) // unknown where two exceptions conflict
					if got, _ := out.Truth(p, first+row); got != want {
						t.Fatalf("seed %d, %s, case %d, row %d: %v, want %v", 10_000+seed, p, h, row, got, want)
					}
					if want.Decided() {
						decided++
					}
				}
			}
		}
	}
	if decided < 1000 {
		t.Errorf("%d rows decided", decided)
	}
}
