package eligibility_test

import (
	"testing"

	el "github.com/shegong/shegong/eligibility"
	kit "github.com/shegong/shegong/eligibility/eligibilitytest"
)

// What the accessors of a node say is what its Spec says.
func TestAccessorsSayWhatTheSpecSays(t *testing.T) {
	for seed := range uint64(20) {
		s, _ := kit.Random(seed)
		l, err := s.At(kit.Query())
		if err != nil {
			t.Fatal(err)
		}
		for p := range l.Programmes() {
			if zh, en, unit := l.Title(p.ID); zh != p.ZH || en != p.EN || unit != p.Unit {
				t.Errorf("%s: %s %s %s", p.ID, zh, en, unit)
			}
			for _, n := range l.Walk(p.ID) {
				s := n.Spec()
				over, first := n.AddsUp()
				var fact el.FactKey
				if len(s.Left.Terms) > 0 {
					fact = s.Left.Terms[0].Fact
				}
				if n.ID() != s.Criterion.ID || n.Fact() != s.Fact || n.Comparison() != s.Op || n.Number() != s.N || n.Unit() != s.Unit ||
					n.Line() != (el.Line{Limit: s.Than, Ratio: s.Ratio, Heads: s.Heads, Months: s.Months}) || over != s.Left.Over ||
					first != fact || n.State() != s.State || n.Clause() != s.Clause {
					t.Errorf("seed %d: %s", seed, n.ID())
				}
			}
		}
	}
}

func TestNamesOfWhatIsMissing(t *testing.T) {
	s, _ := kit.Random(1)
	l, err := s.At(kit.Query())
	if err != nil {
		t.Fatal(err)
	}
	for need, want := range map[el.Need]string{
		{Kind: el.FactNeed, Fact: "p.yes"}:            "p.yes",
		{Kind: el.JudgementNeed, Fact: "p.judged"}:    "p.judged",
		{Kind: el.ParamNeed, Param: "standard"}:       "standard",
		{Kind: el.ClauseNeed, Clause: "case.person"}:  "case.person",
		{Kind: el.FactNeed, Fact: "p.none"}:           "",
		{Kind: el.ParamNeed, Param: "none"}:           "",
		{Kind: el.ClauseNeed, Clause: "none"}:         "",
		{}:                                            "",
		{Kind: el.FactNeed, Fact: el.MembersComplete}: "家庭成员是否已列全",
	} {
		zh, _, obtain := l.Names(need)
		if zh != want || (obtain != "") != (need.Fact == el.MembersComplete) {
			t.Errorf("%v: %q %q", need, zh, obtain)
		}
	}
	if zh, en, unit := l.Title("none"); zh != "" || en != "" || unit != "" {
		t.Errorf("%q %q %q", zh, en, unit)
	}
}
