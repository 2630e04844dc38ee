package batch_test

import (
	"errors"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/statutes"
)

// both is the batch form of the custom function of every random law.
func both() batch.Form {
	return batch.Form{Ref: eligibilitytest.Function().Ref, Judge: func(b *batch.Block) (met, notMet uint64) {
		met, notMet = ^uint64(0), 0
		for i, known := range b.Known {
			var yes uint64
			for row, v := range b.Values[i] {
				yes |= uint64(v) << row
			}
			met &= known & yes
			notMet |= known &^ yes
		}
		return met, notMet
	}}
}

// oracle is what the row reader says of a row.
func oracle(t *testing.T, l *statutes.Law, c *eligibility.Case, row int, p eligibility.ProgrammeID) (stated, verified eligibility.Truth, conflict bool) {
	t.Helper()
	stated, verified, err := engine(l).Truth(c, row, p)
	if errors.Is(err, eligibility.ErrConflict) {
		return eligibility.Unknown, eligibility.Unknown, true
	}
	if err != nil {
		t.Fatal(err)
	}
	return stated, verified, false
}

// agree compares a batch of cases with the row reader, for stated and for verified facts.
func agree(t *testing.T, seed uint64, l *statutes.Law, cases []*eligibility.Case, b *batch.Batch) (decided, open, conflicts int) {
	t.Helper()
	plan, err := batch.CompileWith(l, []batch.Form{both()})
	if err != nil {
		t.Fatalf("seed %d: %v", seed, err)
	}
	var stated batch.Planes
	verified := batch.Planes{Verified: true}
	for _, out := range []*batch.Planes{&stated, &verified} {
		if err := batch.Run(plan, b, out); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
	for _, p := range plan.Programmes() {
		first := 0
		for h, c := range cases {
			rows := c.People()
			if stated.Scope(p) == eligibility.PerHousehold {
				rows, first = 1, h
			}
			for row := range rows {
				want, sure, conflict := oracle(t, l, c, row, p)
				got, clash := stated.Truth(p, first+row)
				if got != want || clash != conflict {
					t.Errorf("seed %d, %s, case %d, row %d: %v, conflict %v; want %v, %v", seed, p, h, row, got, clash, want, conflict)
				}
				if got, _ := verified.Truth(p, first+row); !conflict && got != sure {
					t.Errorf("seed %d, %s, case %d, row %d: %v by verified facts, want %v", seed, p, h, row, got, sure)
				}
				switch {
				case conflict:
					conflicts++
				case want.Decided():
					decided++
				default:
					open++
				}
			}
			first += rows
		}
	}
	return decided, open, conflicts
}

func TestRandomLawsAgreeWithTheRowReader(t *testing.T) {
	seeds := uint64(3000)
	if testing.Short() {
		seeds = 300
	}
	var decided, open, conflicts int
	for seed := range seeds {
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
		d, o, c := agree(t, seed, l, cases, b)
		decided, open, conflicts = decided+d, open+o, conflicts+c
		if t.Failed() {
			break
		}
	}
	if decided < 1000 || open < 1000 || conflicts == 0 {
		t.Errorf("%d decided, %d open, %d in conflict: too few to prove anything", decided, open, conflicts)
	}
	t.Logf("%d decided, %d open, %d in conflict", decided, open, conflicts)
}
