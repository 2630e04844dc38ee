package statutes

import (
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"

	"github.com/shegong/shegong/eligibility"
)

// A small invented body of law, in which everything that an act may say is said once. All of it is fictitious.

func src(article string) vocab.Source {
	return vocab.Source{Document: "《虚构办法》", Article: article, Provenance: vocab.Official}
}

func invent(article string) vocab.Source {
	return vocab.Source{Document: "《虚构标准》", Article: article, Provenance: vocab.Fictitious}
}

func crit(id string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: "条件" + id, EN: "criterion " + id, Source: src("第一条")}
}

func during(s string) cal.Period { return cal.MustParsePeriod(s) }

func day(s string) cal.Date { return cal.MustParse(s) }

func place(s string) division.Code {
	if s == "" {
		return division.Code{}
	}
	return division.MustParse(s)
}

func yuan(n int64) money.Amount { return money.Fen(n * 100) }

func lawDictionary(t testing.TB) *eligibility.Dictionary {
	t.Helper()
	one := func(k eligibility.FactKey, s eligibility.Scope, kind eligibility.FactKind) eligibility.Fact {
		return eligibility.Fact{Key: k, Scope: s, Kind: kind, ZH: "事实", EN: "fact"}
	}
	relation := one("tie.relation", eligibility.PerTie, eligibility.WordFact)
	relation.Words = []eligibility.Word{{Key: "parent", ZH: "父母", EN: "parent"}, {Key: "child", ZH: "子女", EN: "child"}}
	finding := one("person.finding", eligibility.PerPerson, eligibility.BoolFact)
	finding.Judgement = true
	d, err := eligibility.NewDictionary(
		one("person.birth", eligibility.PerPerson, eligibility.DateFact), one("person.died", eligibility.PerPerson, eligibility.DateFact), one("person.wages", eligibility.PerPerson, eligibility.MoneyFact),
		one("person.tax", eligibility.PerPerson, eligibility.MoneyFact), one("person.alone", eligibility.PerPerson, eligibility.BoolFact), one("person.children", eligibility.PerPerson, eligibility.CountFact),
		one("person.disability", eligibility.PerPerson, eligibility.PairsFact), one("person.lives_here", eligibility.PerPerson, eligibility.BoolFact), one("household.rent", eligibility.PerHousehold, eligibility.MoneyFact),
		one("household.cars", eligibility.PerHousehold, eligibility.CountFact), one("tie.raised", eligibility.PerTie, eligibility.BoolFact), relation, finding,
		one(eligibility.HoldsFact("poor"), eligibility.PerPerson, eligibility.BoolFact))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func lawFunctions() []Function {
	return []Function{{Ref: eligibility.FunctionRef{Name: "boat", Version: "1"}, Facts: []eligibility.FactKey{"person.wages"}, Scope: eligibility.PerPerson,
		Eval: func(View) eligibility.Truth { return eligibility.Unknown }}}
}

// nation is the national act: poor is about a person, needy about a household.
func nation() eligibility.Act {
	everywhere := []division.Level{division.Province, division.Prefecture, division.County}
	set := func(m eligibility.Mode) []eligibility.Delegation {
		return []eligibility.Delegation{{Nation: true, Levels: everywhere, Mode: m, Source: src("第九条")}}
	}
	return eligibility.Act{
		ID: "poor-2020", ZH: "虚构办法", EN: "an invented act", Number: "虚构1号", Source: src(""), Force: during("2020-01-01/"),
		Definitions: []eligibility.Definition{
			{ID: eligibility.MemberOf, ZH: "家庭成员", EN: "member", Scope: eligibility.PerPerson, Source: src("第二条"), Root: eligibility.Is(crit("member"), "person.lives_here")},
			{ID: "frail", ZH: "体弱", EN: "frail", Scope: eligibility.PerPerson, Source: src("第三条"), Root: eligibility.Any(crit("frail"),
				eligibility.InPairs(crit("frail.disability"), "person.disability", eligibility.Severe(eligibility.SevereGrades())...),
				eligibility.Age(crit("frail.old"), "person.birth", measure.AtLeast, 60),
				eligibility.OpenClause(crit("frail.other"), "frail.other"))},
		},
		Parameters: []eligibility.Parameter{
			{Key: "line", ZH: "标准", EN: "line", Kind: eligibility.MoneyParam, ByArea: true, Set: set(eligibility.Floor), Source: src("第四条")},
			{Key: "times", ZH: "倍数", EN: "times", Kind: eligibility.RatioParam, Set: set(eligibility.MayOverride), Source: src("第四条")},
			{Key: "months", ZH: "月数", EN: "months", Kind: eligibility.CountParam, Set: set(eligibility.Ceiling), Source: src("第四条")},
			{Key: "than", ZH: "比较方式", EN: "operator", Kind: eligibility.ComparatorParam, Set: set(eligibility.Fixed), Source: src("第四条")},
			{Key: "round", ZH: "取整", EN: "rounding", Kind: eligibility.RoundingParam, Set: set(eligibility.MayOverride), Source: src("第四条")},
		},
		Clauses: []eligibility.Clause{
			{Key: "frail.other", ZH: "其他情形", EN: "other cases", Scope: eligibility.PerPerson, Source: src("第三条")},
			{Key: "property", ZH: "财产标准", EN: "property", Scope: eligibility.PerHousehold, Source: src("第五条")},
			{Key: "no_tax", ZH: "不扣税费", EN: "tax not deducted", Scope: eligibility.PerPerson, Source: src("第五条")},
		},
		Values: []eligibility.Value{
			{Param: "line", Money: yuan(500), Per: eligibility.Monthly, Source: src("表一")},
			{Param: "times", Ratio: measure.MustParseRatio("3/2"), Source: src("表一")},
			{Param: "months", Count: 12, Source: src("表一")},
			{Param: "than", Comparator: measure.LessThan, Source: src("表一")},
			{Param: "round", Step: eligibility.Step{Unit: yuan(1), Mode: eligibility.StepUp}, Source: src("表一")},
		},
		Programmes: []eligibility.Programme{
			{ID: "poor", ZH: "困难人员", EN: "poor", Unit: eligibility.PerPerson, Source: src("第六条"), Next: []eligibility.ProgrammeID{"needy"},
				Root: eligibility.All(crit("poor"),
					eligibility.Defined(crit("poor.frail"), "frail"),
					eligibility.Not(crit("poor.not_alone"), eligibility.Is(crit("poor.alone"), "person.alone")),
					eligibility.EveryOf(crit("poor.kin"), eligibility.Kin, eligibility.InWords(crit("poor.kin.child"), "tie.relation", "child"),
						eligibility.Any(crit("poor.kin.cannot"),
							eligibility.Together(crit("poor.kin.too"), "poor"),
							eligibility.Is(crit("poor.kin.raised"), "tie.raised"),
							eligibility.Owner(crit("poor.kin.own"), eligibility.Is(crit("poor.kin.own.alone"), "person.alone")))),
					eligibility.Exception(crit("poor.income"), eligibility.Compare(crit("poor.wages"), "person.wages", eligibility.ByParam("than"), eligibility.Param("line")),
						eligibility.Branch{Criterion: crit("poor.but"), When: eligibility.Judgement(crit("poor.but.when"), "person.finding"), Then: eligibility.Always(crit("poor.but.then"))}),
					eligibility.AtLeast(crit("poor.one_of"), 1, eligibility.Holds(crit("poor.holds"), "poor"), eligibility.Before(crit("poor.before"), "person.birth"),
						eligibility.Custom(crit("poor.boat"), eligibility.FunctionRef{Name: "boat", Version: "1"}, "person.wages")))},
			{ID: "needy", ZH: "困难家庭", EN: "needy", Unit: eligibility.PerHousehold, Source: src("第七条"),
				Root: eligibility.All(crit("needy"),
					eligibility.PerHead(crit("needy.income"), eligibility.Sum{Over: eligibility.Members, Terms: []eligibility.Term{{Fact: "person.wages"}, {Fact: "person.tax", Minus: true, Unless: "no_tax"}}},
						eligibility.ByParam("than"), eligibility.Line{Limit: eligibility.Param("line"), Ratio: eligibility.Param("times"), Heads: eligibility.Heads(), Months: eligibility.Param("months")}),
					eligibility.Share(crit("needy.rent"), eligibility.Total("household.rent"), eligibility.By(measure.AtLeast), eligibility.Times(measure.MustParseRatio("1/10")), eligibility.TotalOfMembers("person.wages")),
					eligibility.Delegated(crit("needy.property"), "property"),
					eligibility.AnyOf(crit("needy.someone"), eligibility.Members, nil, eligibility.Qualifies(crit("needy.someone.poor"), "poor")),
					eligibility.CountOf(crit("needy.people"), eligibility.Members, nil, eligibility.Always(crit("needy.people.all")), measure.AtMost, 20),
					eligibility.Compare(crit("needy.cars"), "household.cars", eligibility.By(measure.AtMost), eligibility.Number(1))),
				Pay: &eligibility.Pay{Round: "round", Source: src("第八条"), Deduct: eligibility.TotalOfMembers("person.tax"), Parts: []eligibility.Part{
					{Criterion: crit("needy.gap"), Kind: eligibility.PayGap, Limit: eligibility.Param("line"), Heads: eligibility.Heads(), Left: eligibility.TotalOfMembers("person.wages"), Months: eligibility.Param("months")},
					{Criterion: crit("needy.extra"), Kind: eligibility.PayFixed, Limit: eligibility.Param("line"), Ratio: eligibility.Times(measure.MustParseRatio("1/5")),
						Each: eligibility.Is(crit("needy.extra.each"), "person.alone"), When: eligibility.Compare(crit("needy.extra.when"), "household.cars", eligibility.By(measure.Exactly), eligibility.Number(0))},
				}}},
		},
		Stackings: []eligibility.Stacking{{A: "poor", B: "needy", Rule: eligibility.Excludes, ZH: "不并享", EN: "not both", Source: src("第十条")}},
		Deadlines: []eligibility.Deadline{{ID: "review", Programme: "poor", ZH: "审核", EN: "review", From: "受理之日", Days: 15, Basis: eligibility.WorkingDays, Source: src("第十一条")}},
	}
}

// county is the act of an invented county in a province whose number no province has.
func county() eligibility.Act {
	return eligibility.Act{
		ID: "moxian:rules-2021", ZH: "虚构县实施细则", EN: "rules of an invented county", Source: src("县"), In: place("660101"), Force: during("2021-01-01/"),
		Values: []eligibility.Value{
			{Param: "line", Area: eligibility.Urban, Money: yuan(700), Per: eligibility.Monthly, Source: src("县表一")},
			{Param: "line", Area: eligibility.Rural, Money: yuan(7200), Per: eligibility.Yearly, Source: src("县表一")},
		},
		Fills: []eligibility.Fill{
			{Clause: "property", State: eligibility.Enacted, Node: eligibility.Compare(crit("county.rent"), "household.rent", eligibility.By(measure.AtMost), eligibility.Yuan(yuan(3000))), Source: src("县第一条")},
			{Clause: "frail.other", State: eligibility.NoneEnacted, Source: src("县第二条")},
			{Clause: "no_tax", State: eligibility.Enacted, Source: src("县第三条")},
		},
		Overrides: []eligibility.Override{{Definition: "frail", Node: "frail.old", With: eligibility.Age(crit("frail.old"), "person.birth", measure.AtLeast, 55), Source: src("县第四条")}},
	}
}

func mustStatutes(t testing.TB, acts ...eligibility.Act) *Statutes {
	t.Helper()
	s, err := New(lawDictionary(t), lawFunctions(), acts...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func mustLaw(t testing.TB, s *Statutes, q Query) *Law {
	t.Helper()
	l, err := s.At(q)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
