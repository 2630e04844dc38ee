package assess_test

import (
	"errors"
	"math/big"
	"slices"
	"testing"
	"time"

	el "github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
)

func day(n int64) cal.Date {
	d, _ := cal.On(int(n>>9), time.Month(n>>5&15), int(n&31))
	return d
}

func holds(op measure.Comparator, a, b *big.Rat) el.Truth {
	ok, err := op.Holds(a.Cmp(b))
	if err != nil {
		panic(err)
	}
	return truth(ok)
}

// eachCase calls f for every programme of random laws and every person of their cases.
func eachCase(t *testing.T, seeds int, f func(t *testing.T, seed uint64, l *assess.Engine, c *el.Case, row int, p el.Programme)) {
	t.Helper()
	for seed := range uint64(seeds) {
		s, cases := kit.Random(seed)
		l, err := at(s, kit.Query())
		if err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		for _, c := range cases {
			for p := range l.Law().Programmes() {
				rows := 1
				if p.Unit == el.PerPerson {
					rows = c.People()
				}
				for row := range rows {
					f(t, seed, l, c, row, p)
				}
			}
		}
		if t.Failed() {
			return
		}
	}
}

func (r *reference) person(p el.Programme, row int) int {
	if p.Unit == el.PerHousehold {
		return -1
	}
	return row
}

func TestTruthIsWhatTheDefinitionsSay(t *testing.T) {
	seen := map[el.Truth]int{}
	eachCase(t, 150, func(t *testing.T, seed uint64, l *assess.Engine, c *el.Case, row int, p el.Programme) {
		stated, verified, err := l.Truth(c, row, p.ID)
		r := newReference(l, c, false)
		want := r.programme(p.ID, r.person(p, row))
		if err != nil {
			if want != el.Unknown || !r.conflict {
				t.Errorf("seed %d %s %d: %v, want %v", seed, p.ID, row, err, want)
			}
			return
		}
		v := newReference(l, c, true)
		if wantVerified := v.programme(p.ID, r.person(p, row)); stated != want || verified != wantVerified {
			t.Errorf("seed %d %s %d: %v, %v; want %v, %v", seed, p.ID, row, stated, verified, want, wantVerified)
		}
		seen[stated]++
	})
	t.Log(seen)
}

func TestMemberIsWhatTheDefinitionSays(t *testing.T) {
	seen := map[[2]el.Truth]int{}
	for seed := range uint64(60) {
		s, cases := kit.Random(seed)
		l, err := at(s, kit.Query())
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			want, wantVerified := newReference(l, c, false).members(), newReference(l, c, true).members()
			for row := range c.People() {
				stated, verified, err := l.Member(c, row)
				if err != nil || stated != want[row] || verified != wantVerified[row] {
					t.Errorf("seed %d, person %d: %v, %v, %v; want %v, %v", seed, row, stated, verified, err, want[row], wantVerified[row])
				}
				seen[[2]el.Truth{stated, verified}]++
			}
			for _, row := range []int{-1, c.People()} {
				if _, _, err := l.Member(c, row); !errors.Is(err, el.ErrRow) {
					t.Errorf("row %d: %v", row, err)
				}
			}
		}
	}
	if len(seen) < 5 { // met and not met, by verified facts or not, and unknown
		t.Error(seen)
	}
	l, err := at(unruled(t), statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	c := el.NewCase(l.Law().Dictionary())
	c.AddPerson()
	if _, _, err := l.Member(c, 0); !errors.Is(err, el.ErrDefinition) {
		t.Error(err)
	}
}

// unruled is law that does not say who is a member.
func unruled(t *testing.T) *statutes.Statutes {
	act := destituteAct()
	act.Definitions = slices.DeleteFunc(act.Definitions, func(d el.Definition) bool { return d.ID == el.MemberOf })
	s, err := statutes.New(destituteDictionary(), nil, act)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// at is the engine for the law of s.
func at(s *statutes.Statutes, q statutes.Query) (*assess.Engine, error) {
	l, err := s.At(q)
	if err != nil {
		return nil, err
	}
	return assess.New(l)
}
