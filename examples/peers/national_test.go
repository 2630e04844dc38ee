package main

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/batch"
)

// The batch of the whole national law says what the row reader says, on stated and on verified facts.
func TestTheNationalBatchSaysWhatTheRowReaderSays(t *testing.T) {
	l, err := nationalLaw()
	if err != nil {
		t.Fatal(err)
	}
	b, err := populate(l.Dictionary(), 3_000)
	if err != nil {
		t.Fatal(err)
	}
	plan, err := batch.Compile(l)
	if err != nil {
		t.Fatal(err)
	}
	var stated batch.Planes
	verified := batch.Planes{Verified: true}
	for _, out := range []*batch.Planes{&stated, &verified} {
		if err := batch.Run(plan, b, out); err != nil {
			t.Fatal(err)
		}
	}
	e, err := assess.New(l)
	if err != nil {
		t.Fatal(err)
	}
	met := map[eligibility.ProgrammeID]int{}
	for h := range b.Households() {
		c, err := b.Case(h)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range plan.Programmes() {
			first, rows := h, 1
			if stated.Scope(p) == eligibility.PerPerson {
				first, _ = b.PeopleOf(h)
				rows = c.People()
			}
			for row := range rows {
				want, sure, err := e.Truth(c, row, p)
				if err != nil {
					t.Fatal(p, err)
				}
				got, _ := stated.Truth(p, first+row)
				gotSure, _ := verified.Truth(p, first+row)
				if got != want || gotSure != sure {
					t.Fatalf("%s, household %d, row %d: %v and %v, want %v and %v", p, h, row, got, gotSure, want, sure)
				}
				if want == eligibility.Met {
					met[p]++
				}
			}
		}
	}
	if len(met) < 15 {
		t.Errorf("only %d programmes are ever met", len(met))
	}
}

// What one row can answer of the national law is met and unknown for the same rows in CEL, with facts missing at
// random.
func TestCELSaysTheSameOfTheNationalLaw(t *testing.T) {
	l, found, err := ruleLaw()
	if err != nil {
		t.Fatal(err)
	}
	b, err := populate(l.Dictionary(), 1_500)
	if err != nil {
		t.Fatal(err)
	}
	ids := make([]eligibility.ProgrammeID, len(found))
	for i, r := range found {
		ids[i] = r.id
	}
	plan, err := batch.Compile(l, ids...)
	if err != nil {
		t.Fatal(err)
	}
	var out batch.Planes
	if err := batch.Run(plan, b, &out); err != nil {
		t.Fatal(err)
	}
	counts := map[eligibility.ProgrammeID]batch.Count{}
	for h := range b.Households() {
		c, err := b.Case(h)
		if err != nil {
			t.Fatal(err)
		}
		for i := range found {
			r := &found[i]
			first, rows := h, 1
			if r.scope == eligibility.PerPerson {
				first, _ = b.PeopleOf(h)
				rows = c.People()
			}
			for row := range rows {
				act, err := r.row(c, row)
				if err != nil {
					t.Fatal(err)
				}
				want, err := r.verdict(act)
				if err != nil {
					t.Fatal(err)
				}
				got, _ := out.Truth(r.id, first+row)
				if got != want {
					t.Fatalf("%s (%s), household %d, row %d: %v, CEL says %v", r.id, r.node.Criterion().ID, h, row, got, want)
				}
				n := counts[r.id]
				n.Rows++
				switch want {
				case eligibility.Met:
					n.Met++
				case eligibility.NotMet:
					n.NotMet++
				default:
					n.Unknown++
				}
				counts[r.id] = n
			}
		}
	}
	unknown := 0
	for _, r := range found {
		if out.Count(r.id) != counts[r.id] {
			t.Errorf("%s: %v, CEL counts %v", r.id, out.Count(r.id), counts[r.id])
		}
		unknown += counts[r.id].Unknown
	}
	if len(found) < 30 || unknown < 1_000 {
		t.Errorf("%d rules and %d unknown rows are too few to prove anything", len(found), unknown)
	}
	t.Logf("%d rules, %d unknown rows", len(found), unknown)
}
