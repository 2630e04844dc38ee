package statutes

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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
