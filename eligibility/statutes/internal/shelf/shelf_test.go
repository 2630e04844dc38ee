package shelf

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"

	"github.com/shegong/shegong/eligibility"
)

// Places of an invented province, and none.
func places() []division.Code {
	codes := []division.Code{{}}
	for _, c := range []string{"66", "6601", "660101", "660102", "660101003"} {
		codes = append(codes, division.MustParse(c))
	}
	return codes
}

// random is a shelf of rules that begin, end and become known within forty days.
func random(r *rand.Rand) *Shelf[int] {
	start := cal.MustParse("2024-02-01")
	s := &Shelf[int]{}
	for i := range r.IntN(14) {
		from := start.AddDays(r.IntN(30))
		force, _ := cal.Between(from, from.AddDays(1+r.IntN(12)))
		if r.IntN(4) == 0 {
			force = cal.Since(from)
		}
		rule := &Rule[int]{Is: i, Place: places()[r.IntN(len(places()))], Force: force, Path: fmt.Sprint(i),
			Area: []eligibility.Area{"", eligibility.Urban, eligibility.Rural}[r.IntN(3)]}
		if r.IntN(3) > 0 {
			rule.Recorded = start.AddDays(r.IntN(4))
		}
		s.Add(rule)
	}
	return s
}

func named[T any](pairs [][2]*Rule[T]) (names []string) {
	for _, p := range pairs {
		names = append(names, p[0].Path+" "+p[1].Path)
	}
	return names
}

// everyTwo looks at every two rules: the reference of Clashes.
func everyTwo(s *Shelf[int], nested, strict bool) (found [][2]*Rule[int]) {
	for i, b := range s.Rules {
		for _, a := range s.Rules[:i] {
			places := a.Place == b.Place || nested && (Within(a.Place, b.Place) || Within(b.Place, a.Place))
			areas := a.Area == "" || b.Area == "" || a.Area == b.Area
			corrects := !strict && a.Place == b.Place && a.Recorded != b.Recorded
			if places && areas && !corrects && a.Force.Overlaps(b.Force) {
				found = append(found, [2]*Rule[int]{a, b})
			}
		}
	}
	return found
}

func TestClashesAreThoseOfEveryTwo(t *testing.T) {
	seen := 0
	for seed := range uint64(2000) {
		s := random(rand.New(rand.NewPCG(seed, 1)))
		for _, nested := range []bool{false, true} {
			for _, strict := range []bool{false, true} {
				want := named(everyTwo(s, nested, strict))
				if diff := cmp.Diff(want, named(s.Clashes(nested, strict))); diff != "" {
					t.Fatalf("seed %d, nested %v, strict %v: %s", seed, nested, strict, diff)
				}
				seen += len(want)
			}
		}
	}
	if seen < 2000 {
		t.Errorf("%d clashes say little", seen)
	}
}

func TestALineIsTheCurrentRuleOfEachDay(t *testing.T) {
	seen := 0
	for seed := range uint64(500) {
		s := random(rand.New(rand.NewPCG(seed, 2)))
		var days []cal.Date
		for i := range 50 {
			days = append(days, cal.MustParse("2024-01-28").AddDays(i))
		}
		days = append([]cal.Date{{}}, days...)
		for _, place := range places() {
			for _, a := range []eligibility.Area{eligibility.Urban, eligibility.Rural} {
				for i, r := range s.Line(place, days, a) {
					want := s.Current(place, days[i], cal.Date{}, a)
					if r != want {
						t.Fatalf("seed %d, %v %v: %v", seed, place, days[i], r)
					}
					if r != nil {
						seen++
					}
				}
			}
		}
	}
	if seen < 2000 {
		t.Errorf("%d rules say little", seen)
	}
}

// Of one place the latest recorded counts, of several the smallest, of one day the first added.
func TestWhatIsNearest(t *testing.T) {
	seen := 0
	for seed := range uint64(500) {
		r := rand.New(rand.NewPCG(seed, 3))
		s := random(r)
		odd := func(n *int) bool { return *n%2 == 1 }
		for range 40 {
			d := places()[r.IntN(len(places()))]
			on, known := cal.MustParse("2024-02-01").AddDays(r.IntN(40)), cal.MustParse("2024-02-01").AddDays(r.IntN(5)-1)
			if r.IntN(3) == 0 {
				known = cal.Date{}
			}
			find := func(fit func(*int) bool) *Rule[int] {
				for place := d; ; place = place.Parent() {
					var best *Rule[int]
					for _, x := range s.Rules {
						if x.Place == place && (x.Area == "" || x.Area == eligibility.Urban) && x.Force.Contains(on) &&
							(known.IsZero() || !x.Recorded.After(known)) && (best == nil || x.Recorded.After(best.Recorded)) {
							best = x
						}
					}
					if best != nil && (fit == nil || fit(&best.Is)) {
						return best
					}
					if place.IsZero() {
						return nil
					}
				}
			}
			if got, want := s.Nearest(d, on, known, eligibility.Urban, nil), find(nil); got != want {
				t.Fatalf("seed %d: %v, want %v", seed, got, want)
			} else if want != nil {
				seen++
			}
			if got, want := s.Nearest(d, on, known, eligibility.Urban, odd), find(odd); got != want {
				t.Fatalf("seed %d: of the odd %v, want %v", seed, got, want)
			}
		}
	}
	if seen < 2000 {
		t.Errorf("%d rules say little", seen)
	}
}

func TestATableKeepsTheOrderOfItsKeys(t *testing.T) {
	var tab Table[string, int]
	force := cal.MustParsePeriod("2024-02-01/2024-03-01")
	at := func(code string, n int) *Rule[int] {
		return &Rule[int]{Is: n, Place: division.MustParse(code), Force: force}
	}
	tab.Slot("b")
	tab.Add("a", at("660101", 1))
	tab.Add("b", at("6602", 2))
	tab.Add("a", at("66", 3))
	if got := tab.Keys(); !slices.Equal(got, []string{"b", "a"}) || tab.Slot("a") != 1 {
		t.Error(got)
	}
	if tab.Has("c") || !tab.Has("a") || tab.Of("c") != nil || len(tab.Of("a")) != 2 {
		t.Error("wrong keys")
	}
	for code, want := range map[string]int{"660101003": 1, "660102": 3, "67": 0} {
		rs := tab.Nearest(division.MustParse(code), force.From(), cal.Date{})
		if len(rs) != 2 || rs[0] != nil || (rs[1] == nil) != (want == 0) || want != 0 && rs[1].Is != want {
			t.Errorf("%s: %v", code, rs)
		}
	}
	if got := tab.Days(nil, division.MustParse("660102")); !slices.Equal(got, []cal.Date{force.From(), force.Until()}) {
		t.Error(got)
	}
}
