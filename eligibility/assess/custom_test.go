package assess_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/vocab"
)

// A function of the importer that counts instead of judging still gives a truth: the sign of its number.
func TestOfACustomFunctionTheSignCounts(t *testing.T) {
	source := vocab.Source{Document: "虚构办法", Provenance: vocab.Fictitious}
	ref := eligibility.FunctionRef{Name: "points", Version: "1"}
	d, err := eligibility.NewDictionary(eligibility.Fact{Key: "person.points", Scope: eligibility.PerPerson, Kind: eligibility.MoneyFact, ZH: "积分", EN: "points"})
	if err != nil {
		t.Fatal(err)
	}
	points := statutes.Function{Ref: ref, Scope: eligibility.PerPerson, Facts: []eligibility.FactKey{"person.points"},
		Eval: func(v statutes.View) eligibility.Truth { n, _ := v.Get("person.points"); return eligibility.Truth(n) }}
	root := eligibility.Custom(eligibility.Criterion{ID: "points", ZH: "积分", EN: "points", Source: source}, ref, "person.points")
	s, err := statutes.New(d, []statutes.Function{points}, eligibility.Act{ID: "points", ZH: "虚构办法", EN: "invented", Source: source,
		Force: cal.Since(cal.MustParse("2020-01-01")), Programmes: []eligibility.Programme{{ID: "points", ZH: "积分", EN: "points",
			Unit: eligibility.PerPerson, Root: root, Source: source}}})
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.At(statutes.Query{On: cal.MustParse("2024-01-01"), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	e, err := assess.New(l)
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[int64]eligibility.Truth{7: eligibility.Met, 0: eligibility.Unknown, -7: eligibility.NotMet} {
		c := eligibility.NewCase(d)
		if _, err := c.AddPerson(); err != nil {
			t.Fatal(err)
		}
		if err := c.Set("person.points", 0, n); err != nil {
			t.Fatal(err)
		}
		a, err := e.Assess(c, 0, "points")
		if err != nil || a.Stated != want {
			t.Errorf("%d is %v (%v), want %v", n, a.Stated, err, want)
		}
	}
}
