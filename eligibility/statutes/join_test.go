package statutes

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"

	"github.com/shegong/shegong/eligibility"
)

func TestFunctionsAreRegisteredOnce(t *testing.T) {
	ok := lawFunctions()[0]
	none, other, far := ok, ok, ok
	none.Eval = nil
	none.Ref.Name = "none"
	other.Ref.Name, other.Scope = "other", ""
	far.Ref.Name, far.Scope, far.Facts = "far", eligibility.PerHousehold, []eligibility.FactKey{"person.wages", "gone"}
	want := []string{"functions[1].ref TWICE", "functions[2].ref FUNCTION", "functions[3].scope SCOPE", "functions[3].facts[0] SCOPE",
		"functions[4].facts[0] SCOPE", "functions[4].facts[1] FACT"}
	if diff := cmp.Diff(want, problems(t, []Function{ok, ok, none, other, far}, nation())); diff != "" {
		t.Error(diff)
	}
}

func TestMembershipMustNotRestOnAProgramme(t *testing.T) {
	n := nation()
	n.Programmes = append(n.Programmes, eligibility.Programme{ID: "fine", ZH: "甲", EN: "x", Unit: eligibility.PerPerson, Source: src(""), Root: eligibility.Is(crit("x"), "person.alone")})
	n.Definitions[0].Root = eligibility.Qualifies(crit("member"), "fine")
	got := problems(t, lawFunctions(), n)
	if len(got) == 0 || slices.ContainsFunc(got, func(s string) bool { return !strings.HasSuffix(s, " NEGATIVE") }) {
		t.Error(got)
	}
}

func TestACrossCitationNamesBothProvisions(t *testing.T) {
	c := county()
	c.Values[0].Money = yuan(1)
	_, err := New(lawDictionary(t), lawFunctions(), nation(), c)
	if !errors.Is(err, eligibility.ErrMode) {
		t.Fatal(err)
	}
	if got, want := err.Error(), "acts[1].values[0]: against what a higher level set: 《虚构办法》县表一 and 《虚构办法》表一 [ELIGIBILITY-MODE]"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestStatutesKeepNothingOfTheirActs(t *testing.T) {
	n, c := nation(), county()
	s := mustStatutes(t, n, c)
	before := mustLaw(t, s, Query{Division: place("660101"), On: day("2022-01-01")}).Fingerprint()
	n.Programmes[0].ID, n.Programmes[1].Pay.Parts[0].Left.Terms[0].Fact, n.Parameters[0].Set[0].Levels[2] = "x", "x", "x"
	n.Values[1] = eligibility.Value{}
	for a := range s.Acts() {
		if len(a.Programmes) > 0 {
			a.Programmes[0].Next[0] = "x"
			a.Programmes[1].Pay.Parts[0].Left.Terms[0].Fact = "x"
		}
		a.Values[0].Money = yuan(1)
	}
	l := mustLaw(t, s, Query{Division: place("660101"), On: day("2022-01-01")})
	if p, _ := l.Programme("needy"); true {
		p.Pay.Parts[0].Left.Terms[0].Fact = "x"
	}
	l = mustLaw(t, s, Query{Division: place("660101"), On: day("2022-01-01")})
	if l.Fingerprint() != before {
		t.Error("the law has changed")
	}
	count := 0
	for range s.Acts() {
		count++
		break
	}
	if count != 1 || s.Dictionary() != l.Dictionary() {
		t.Error("acts or dictionary are not those of the statutes")
	}
}

func TestOfTooManyProblemsTheFirstAreListed(t *testing.T) {
	n := nation()
	for range 3000 {
		n.Values = append(n.Values, n.Values[0])
	}
	got := problems(t, lawFunctions(), n)
	if len(got) != maxProblems+1 || got[0] != "acts[0].values[5] OVERLAP" || got[maxProblems] != " TOO-MANY" {
		t.Error(len(got), got[0], got[len(got)-1])
	}
	if again := problems(t, lawFunctions(), n); !slices.Equal(got, again) {
		t.Error("not the same problems twice")
	}
}

// Modes are held against asking for every day: what applies in a place and above it by all that is recorded, and whether the one
// may stand beside the other that day.
func TestModesAreThoseOfEveryDay(t *testing.T) {
	start := day("2024-01-10")
	found := 0
	for seed := range rounds(400) {
		r := random{rand.New(rand.NewPCG(seed, 6)), start}
		n := nation()
		n.Force = cal.Since(start.AddDays(-1))
		line := &n.Parameters[0]
		levels := slices.Collect(division.Levels())
		modes := []eligibility.Mode{eligibility.Floor, eligibility.Ceiling, eligibility.Fixed, eligibility.MayOverride}
		line.Set = nil
		for from, i := start.AddDays(-1), 0; i < 3; i++ {
			force, next := cal.Since(from), from.AddDays(15+r.IntN(20))
			if i < 2 {
				force, _ = cal.Between(from, next)
			}
			from = next
			line.Set = append(line.Set, eligibility.Delegation{Force: force, Nation: true, Levels: levels, Mode: modes[r.IntN(4)], Source: src("")})
		}
		n.Values = slices.DeleteFunc(n.Values, func(v eligibility.Value) bool { return v.Param == "line" })
		others := len(n.Values)
		for range 2 + r.IntN(8) {
			v := eligibility.Value{Param: "line", Division: r.place(), Force: r.period(), Recorded: r.recorded(), Money: yuan(int64(1 + r.IntN(3))),
				Area: []eligibility.Area{"", eligibility.Urban, eligibility.Rural}[r.IntN(3)], Per: eligibility.Yearly, Source: src(fmt.Sprint(len(n.Values)))}
			if v.Division.Level() == division.County && r.IntN(3) == 0 {
				v.SetBy = division.Prefecture
			}
			if r.IntN(3) == 0 {
				v.Per = eligibility.Monthly
			}
			n.Values = append(n.Values, v)
		}
		_, err := New(lawDictionary(t), lawFunctions(), n)
		var got []string
		for _, f := range fault.Of(err) {
			if f.Code() == eligibility.ErrMode {
				got = append(got, f.Error())
			}
		}

		current := func(d division.Code, on cal.Date, a eligibility.Area) int {
			best, latest := -1, cal.Date{}
			for i, v := range n.Values[others:] {
				recorded := v.Recorded
				if recorded.IsZero() {
					recorded = v.Force.From()
				}
				if v.Division == d && v.Force.Contains(on) && (v.Area == "" || v.Area == a) && (best < 0 || recorded.After(latest)) {
					best, latest = others+i, recorded
				}
			}
			return best
		}
		level := func(v eligibility.Value) int {
			if v.SetBy != "" {
				return v.SetBy.Digits()
			}
			return v.Division.Level().Digits()
		}
		year := func(v eligibility.Value) int64 {
			if v.Per == eligibility.Monthly {
				return 12 * v.Money.Fen()
			}
			return v.Money.Fen()
		}
		breaches := make(map[[2]int]bool)
		for i := range 120 {
			on := start.AddDays(i - 2)
			by := slices.IndexFunc(line.Set, func(d eligibility.Delegation) bool { return d.Force.Contains(on) })
			for _, code := range invented66 {
				for _, above := range invented66 {
					for _, a := range []eligibility.Area{eligibility.Urban, eligibility.Rural} {
						low, high := current(place(code), on, a), current(place(above), on, a)
						if code == above || !strings.HasPrefix(code, above) || low < 0 || high < 0 || level(n.Values[high]) >= level(n.Values[low]) {
							continue
						}
						l, h := year(n.Values[low]), year(n.Values[high])
						switch m := line.Set[by].Mode; {
						case m == eligibility.Floor && l < h, m == eligibility.Ceiling && l > h, m == eligibility.Fixed && l != h:
							breaches[[2]int{low, high}] = true
						}
					}
				}
			}
		}
		var want []string
		for low := range n.Values {
			for high := range n.Values {
				if breaches[[2]int{low, high}] {
					f := eligibility.Faults().New(eligibility.ErrMode, "a", "《虚构办法》"+fmt.Sprint(low), "b", "《虚构办法》"+fmt.Sprint(high))
					want = append(want, f.At(fault.Index("acts[0].values", low)).Error())
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("seed %d: %s", seed, diff)
		}
		found += len(want)
	}
	if found < 200 {
		t.Errorf("%d breaches say little", found)
	}
}

// rounds is n, or a fifth of it under -short: a race or a word of 32 bits shows in the first.
func rounds(n uint64) uint64 {
	if testing.Short() {
		return max(n/5, 1)
	}
	return n
}
