package eligibility_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

func TestADatumGivesBackWhatItsMakerTook(t *testing.T) {
	limb := eligibility.Pair{Kind: identity.Limb, Grade: identity.GradeTwo}
	sight := eligibility.Pair{Kind: identity.Visual, Grade: identity.GradeFour}
	facts := []struct {
		fact  eligibility.Fact
		datum eligibility.Datum
		want  any
	}{
		{eligibility.Fact{Kind: eligibility.BoolFact}, eligibility.Bool(true), true},
		{eligibility.Fact{Kind: eligibility.BoolFact}, eligibility.Bool(false), false},
		{eligibility.Fact{Kind: eligibility.CountFact}, eligibility.Count(7), int64(7)},
		{eligibility.Fact{Kind: eligibility.MoneyFact}, eligibility.Money(money.Fen(-1205)), money.Fen(-1205)},
		{eligibility.Fact{Kind: eligibility.DateFact}, eligibility.Day(cal.MustParse("1950-12-31")), cal.MustParse("1950-12-31")},
		{eligibility.Fact{Kind: eligibility.WordFact, Words: []eligibility.Word{{Key: "a", ZH: "甲", EN: "a"}, {Key: "b", ZH: "乙", EN: "b"}}},
			eligibility.WordOf("b"), "b"},
		{eligibility.Fact{Kind: eligibility.PairsFact}, eligibility.PairsOf(limb, sight), []eligibility.Pair{sight, limb}},
		{eligibility.Fact{Kind: eligibility.PairsFact}, eligibility.PairsOf(), []eligibility.Pair{}},
	}
	for i, f := range facts {
		f.fact.Key, f.fact.Scope, f.fact.ZH, f.fact.EN = "person.x", eligibility.PerPerson, "某项", "some fact"
		d, err := eligibility.NewDictionary(f.fact)
		if err != nil {
			t.Fatal(err)
		}
		c := eligibility.NewCase(d)
		if _, err := c.AddPerson(); err != nil {
			t.Fatal(err)
		}
		if _, known, _ := c.Datum("person.x", 0); known {
			t.Errorf("%d: known before it was put", i)
		}
		if err := c.Put("person.x", 0, f.datum, i%2 == 0); err != nil {
			t.Fatal(err)
		}
		got, known, verified := c.Datum("person.x", 0)
		if !known || verified != (i%2 == 0) || !got.Equal(f.datum) {
			t.Errorf("%d: got %v known %v verified %v", i, got.Any(), known, verified)
		}
		if diff := cmp.Diff(f.want, got.Any()); diff != "" {
			t.Errorf("%d: %s", i, diff)
		}
	}
	if (eligibility.Datum{}).Any() != nil {
		t.Error("the zero datum is something")
	}
}
