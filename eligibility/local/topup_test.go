package local_test

import (
	"slices"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/local"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// 宝鸡 and its county 陇县 top up from 70 and not from 60, count grade three of the mind, and pay the country by tiers. The amounts of 陇县
// are printed, those of 宝鸡 are the printed share of its standard.
func TestTopUpsOfBaoji(t *testing.T) {
	round := eligibility.Value{Param: national.DibaoRounding, Step: eligibility.Step{Unit: money.Fen(1), Mode: eligibility.StepUp}}
	s := body(t, test("61", fits(national.DibaoProperty), round), test("6103", nil))
	const longxian, town = "610327", "urban"
	mind := disabled(identity.Intellectual, identity.GradeThree)
	for _, c := range []struct {
		name, place, on, area, birth string
		of                           set
		want                         string
	}{
		{"60", longxian, "2022-06-10", town, "1962-06-10", nil, "610.00"},
		{"a day before 70", longxian, "2022-06-09", town, "1952-06-10", nil, "610.00"},
		{"70", longxian, "2022-06-10", town, "1952-06-10", nil, "793.00"},
		{"17", longxian, "2022-06-10", town, "2005-01-01", nil, "793.00"},
		{"18", longxian, "2022-06-10", town, "2004-01-01", nil, "610.00"},
		{"grade three of the mind", longxian, "2022-06-10", town, "1980-01-01", set{facts.PersonDisability: mind}, "915.00"},
		{"limb three", longxian, "2022-06-10", town, "1980-01-01", set{facts.PersonDisability: disabled(identity.Limb, identity.GradeThree)}, "610.00"},
		{"ill, and 70: once", longxian, "2022-06-10", town, "1950-01-01", set{facts.PersonSeriousIllness: yes()}, "915.00"},
		{"the mind, and 70: once", longxian, "2022-06-10", town, "1950-01-01", set{facts.PersonDisability: mind}, "915.00"},
		{"宝鸡, 70", "610302", "2023-06-10", town, "1950-01-01", nil, "860.60"},
		{"宝鸡, ill", "610302", "2023-06-10", town, "1980-01-01", set{facts.PersonSeriousIllness: yes()}, "993.00"},
		{"陇县 a year later, by 宝鸡", longxian, "2023-06-10", town, "1950-01-01", nil, "860.60"},
		{"the country, second tier, 69", "610302", "2023-06-10", "rural", "1954-01-01", set{facts.HouseholdDibaoTier: word("two")}, "425.00"},
		{"the country, second tier, 70", "610302", "2023-06-10", "rural", "1953-01-01", set{facts.HouseholdDibaoTier: word("two")}, "574.10"},
		{"the country, first tier, ill", "610302", "2023-06-10", "rural", "1980-01-01",
			set{facts.HouseholdDibaoTier: word("one"), facts.PersonSeriousIllness: yes()}, "743.50"},
	} {
		p := alone(t, s, c.birth, c.of)
		change(t, p, 0, set{eligibility.HouseholdArea: word(c.area)})
		a := assess(t, c.name, at(t, s, c.place, c.on), p, 0, national.Dibao, fit)
		if got, ok := a.Amount.Get(); !ok || got.String() != c.want {
			t.Errorf("%s: %v (known: %v), want %s", c.name, got, ok, c.want)
		}
	}
}

// 陇县 does not say from which age it tops up, 宝鸡 does not say who is severely disabled: each is read as in the other, and says so.
func TestTopUpsSayWhatIsRead(t *testing.T) {
	want := [][2]vocab.Provenance{{vocab.Interpretation, vocab.Official}, {vocab.Reported, vocab.Interpretation}} // age, disability
	for i, a := range local.Shaanxi() {
		for _, o := range a.Overrides {
			c, of := o.With.Criterion(), 1
			if c.ID == "pay.age.old" {
				of = 0
			}
			if c.Source.Provenance != want[i][of] || (c.Note == "") != (want[i][of] != vocab.Interpretation) {
				t.Errorf("%s %s: %+v", a.ID, c.ID, c)
			}
		}
	}
}

// 秀屿 pays by four tiers, in town and country.
func TestTiersOfXiuyu(t *testing.T) {
	round := eligibility.Value{Param: national.DibaoRounding, Step: eligibility.Step{Unit: money.Fen(1), Mode: eligibility.StepUp}}
	s := body(t, test("35", fits(national.DibaoProperty), round))
	for tier, want := range map[string]string{"one": "1640.00", "two": "1140.00", "three": "900.00", "four": "740.00"} {
		c := change(t, household(t, s, 2), 0, set{facts.PersonBirth: born("1980-01-01"), facts.HouseholdDibaoTier: word(tier)})
		change(t, c, 1, set{facts.PersonBirth: born("1980-01-01")})
		a := assess(t, tier, at(t, s, "350305", "2023-10-01"), c, 0, national.Dibao, fit)
		if got, ok := a.Amount.Get(); !ok || got.String() != want {
			t.Errorf("%s: %v (known: %v), want %s", tier, got, ok, want)
		}
	}
}

// In 哈尔滨 nothing is added in an institution, and nobody has to look it up.
func TestHarbinPaysBothFormsAlike(t *testing.T) {
	s := body(t, test("2301", fits(national.TekunProperty)))
	c := alone(t, s, "1950-01-01", set{facts.PersonCareForm: word("institution"), facts.PersonSelfCareEat: yes(), facts.PersonSelfCareDress: yes(),
		facts.PersonSelfCareBed: yes(), facts.PersonSelfCareToilet: yes(), facts.PersonSelfCareWalk: yes(), facts.PersonSelfCareBathe: yes()})
	a := assess(t, "institution", at(t, s, "230123", "2022-06-10"), c, 0, national.Tekun, fit)
	if got, ok := a.Amount.Get(); !ok || got.String() != "964.00" {
		t.Errorf("%v (known: %v), want 574 and 390", got, ok)
	}
	if slices.ContainsFunc(a.Caveats, func(c eligibility.Caveat) bool {
		return c.Kind == eligibility.ClauseNotRecorded && c.Clause == national.TekunFormDiffers
	}) {
		t.Errorf("asked for all the same: %v", a.Caveats)
	}
}

// In 广东 a supported child goes on after 18 while a full-time student, up to undergraduate.
func TestGuangdongChildrenAtSchoolAfter18(t *testing.T) {
	s := body(t)
	l := at(t, s, "440100", "2025-10-10")
	student := func(stage string, of set) *eligibility.Case {
		c := change(t, household(t, s, 3), 0, set{facts.PersonBirth: born("2006-01-01"), facts.PersonStudy: word(stage), facts.PersonFullTime: yes(),
			eligibility.HoldsFact(national.Shishi): yes()})
		for row, life := range map[int]string{1: "dead", 2: "alive"} {
			change(t, c, row, set{facts.PersonLife: word(life), facts.PersonBirth: born("1980-01-01"), facts.PersonChildIllness: yes()})
			related(t, c, 0, row, "parent", "child")
		}
		return change(t, c, 0, of)
	}
	assess(t, "undergraduate", l, student("undergraduate", nil), 0, national.Shishi, fit)
	assess(t, "postgraduate", l, student("postgraduate", nil), 0, national.Shishi, unfit)
	assess(t, "in the evening", l, student("undergraduate", set{facts.PersonFullTime: eligibility.Bool(false)}), 0, national.Shishi, unfit)
	assess(t, "not supported before", l, student("undergraduate", set{eligibility.HoldsFact(national.Shishi): eligibility.Bool(false)}), 0, national.Shishi, unfit)
	assess(t, "elsewhere", at(t, s, "450100", "2025-10-10"), student("undergraduate", nil), 0, national.Shishi, unfit)
}

// Three places grant the old-age allowance from 80; 山东 and 绍兴 to those registered there, 绍兴 since 2021-12-01.
func TestOldAgeFrom80(t *testing.T) {
	s := body(t)
	for place, article := range map[string]string{"370100": "", "410100": "第二十八条", "330600": "第十五条第一款第（三）项"} {
		l := at(t, s, place, "2026-11-23")
		assess(t, place, l, alone(t, s, "1946-11-23", set{facts.PersonHukouHere: yes()}), 0, national.Gaoling, fit)
		assess(t, place+", a day younger", l, alone(t, s, "1946-11-24", set{facts.PersonHukouHere: yes()}), 0, national.Gaoling, unfit)
		from := map[bool]eligibility.Result{true: fit, false: unfit}[place == "410100"]
		assess(t, place+", from elsewhere", l, alone(t, s, "1946-11-23", nil), 0, national.Gaoling, from)
		for _, n := range l.Walk(national.Gaoling) {
			if c := n.Criterion(); c.ZH == "80周岁以上" && c.Source.Article != article {
				t.Errorf("%s: by %q", place, c.Source.Article)
			}
		}
	}
	assess(t, "elsewhere", at(t, s, "450100", "2026-11-23"), alone(t, s, "1940-01-01", nil), 0, national.Gaoling, office)
	old := set{facts.PersonHukouHere: yes()}
	assess(t, "绍兴 in force", at(t, s, "330600", "2021-12-01"), alone(t, s, "1940-01-01", old), 0, national.Gaoling, fit)
	assess(t, "绍兴 the day before", at(t, s, "330600", "2021-11-30"), alone(t, s, "1940-01-01", old), 0, national.Gaoling, office)
}

// 重庆 leaves out clergy after one year, and shows a result again for three days after an objection.
func TestChongqingOrdinance(t *testing.T) {
	s := body(t, test("50", fits(national.DibaoProperty), amount(national.DibaoStandard, 700)))
	couple := func(since string) *eligibility.Case {
		c := change(t, household(t, s, 2), 0, set{facts.PersonBirth: born("1980-01-01")})
		return change(t, c, 1, set{facts.PersonBirth: born("1980-01-01"), facts.PersonIncomeWages: yuan(36_000), facts.PersonClergy: yes(),
			facts.PersonApartSince: born(since)})
	}
	l := at(t, s, "500101", "2024-06-10")
	assess(t, "a year", l, couple("2023-06-10"), 0, national.Dibao, fit)
	assess(t, "a day less", l, couple("2023-06-11"), 0, national.Dibao, unfit)
	found := 0
	for d := range l.Deadlines() {
		if d.ID == "dibao.second_notice" && d.Days == 3 && d.Basis == eligibility.CalendarDays && d.Source.Article == "第十八条" {
			found++
		}
	}
	for _, a := range local.Chongqing() {
		for _, f := range a.Fills {
			if f.Source.Article == "第十一条第二款" && f.Node.Criterion().Source == f.Source {
				found++
			}
		}
	}
	if found != 2 {
		t.Error("no second notice of three days, or clergy not by article 11")
	}
}
