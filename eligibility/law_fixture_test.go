package eligibility

import (
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// A small invented body of law, in which everything that an act may say is said once. All of it is fictitious.

func src(article string) vocab.Source {
	return vocab.Source{Document: "《虚构办法》", Article: article, Provenance: vocab.Official}
}

func invent(article string) vocab.Source {
	return vocab.Source{Document: "《虚构标准》", Article: article, Provenance: vocab.Fictitious}
}

func crit(id string) Criterion {
	return Criterion{ID: id, ZH: "条件" + id, EN: "criterion " + id, Source: src("第一条")}
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

func lawDictionary(t testing.TB) *Dictionary {
	t.Helper()
	one := func(k FactKey, s Scope, kind FactKind) Fact {
		return Fact{Key: k, Scope: s, Kind: kind, ZH: "事实", EN: "fact"}
	}
	relation := one("tie.relation", PerTie, WordFact)
	relation.Words = []Word{{"parent", "父母", "parent"}, {"child", "子女", "child"}}
	finding := one("person.finding", PerPerson, BoolFact)
	finding.Judgement = true
	d, err := NewDictionary(
		one("person.birth", PerPerson, DateFact), one("person.died", PerPerson, DateFact), one("person.wages", PerPerson, MoneyFact),
		one("person.tax", PerPerson, MoneyFact), one("person.alone", PerPerson, BoolFact), one("person.children", PerPerson, CountFact),
		one("person.disability", PerPerson, PairsFact), one("person.lives_here", PerPerson, BoolFact), one("household.rent", PerHousehold, MoneyFact),
		one("household.cars", PerHousehold, CountFact), one("tie.raised", PerTie, BoolFact), relation, finding,
		one(HoldsFact("poor"), PerPerson, BoolFact))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func lawFunctions() []Function {
	return []Function{{Ref: FunctionRef{"boat", "1"}, Facts: []FactKey{"person.wages"}, Scope: PerPerson,
		Eval: func(View) Truth { return Unknown }}}
}

// nation is the national act: poor is about a person, needy about a household.
func nation() Act {
	everywhere := []division.Level{division.Province, division.Prefecture, division.County}
	set := func(m Mode) []Delegation {
		return []Delegation{{Nation: true, Levels: everywhere, Mode: m, Source: src("第九条")}}
	}
	return Act{
		ID: "poor-2020", ZH: "虚构办法", EN: "an invented act", Number: "虚构1号", Source: src(""), Force: during("2020-01-01/"),
		Definitions: []Definition{
			{ID: MemberOf, ZH: "家庭成员", EN: "member", Scope: PerPerson, Source: src("第二条"), Root: Is(crit("member"), "person.lives_here")},
			{ID: "frail", ZH: "体弱", EN: "frail", Scope: PerPerson, Source: src("第三条"), Root: Any(crit("frail"),
				InPairs(crit("frail.disability"), "person.disability", Severe(SevereGrades())...),
				Age(crit("frail.old"), "person.birth", measure.AtLeast, 60),
				OpenClause(crit("frail.other"), "frail.other"))},
		},
		Parameters: []Parameter{
			{Key: "line", ZH: "标准", EN: "line", Kind: MoneyParam, ByArea: true, Set: set(Floor), Source: src("第四条")},
			{Key: "times", ZH: "倍数", EN: "times", Kind: RatioParam, Set: set(MayOverride), Source: src("第四条")},
			{Key: "months", ZH: "月数", EN: "months", Kind: CountParam, Set: set(Ceiling), Source: src("第四条")},
			{Key: "than", ZH: "比较方式", EN: "operator", Kind: ComparatorParam, Set: set(Fixed), Source: src("第四条")},
			{Key: "round", ZH: "取整", EN: "rounding", Kind: RoundingParam, Set: set(MayOverride), Source: src("第四条")},
		},
		Clauses: []Clause{
			{Key: "frail.other", ZH: "其他情形", EN: "other cases", Scope: PerPerson, Source: src("第三条")},
			{Key: "property", ZH: "财产标准", EN: "property", Scope: PerHousehold, Source: src("第五条")},
			{Key: "no_tax", ZH: "不扣税费", EN: "tax not deducted", Scope: PerPerson, Source: src("第五条")},
		},
		Values: []Value{
			{Param: "line", Money: yuan(500), Per: Monthly, Source: src("表一")},
			{Param: "times", Ratio: measure.MustParseRatio("3/2"), Source: src("表一")},
			{Param: "months", Count: 12, Source: src("表一")},
			{Param: "than", Comparator: measure.LessThan, Source: src("表一")},
			{Param: "round", Step: Step{Unit: yuan(1), Mode: StepUp}, Source: src("表一")},
		},
		Programmes: []Programme{
			{ID: "poor", ZH: "困难人员", EN: "poor", Unit: PerPerson, Source: src("第六条"), Next: []ProgrammeID{"needy"},
				Root: All(crit("poor"),
					Defined(crit("poor.frail"), "frail"),
					Not(crit("poor.not_alone"), Is(crit("poor.alone"), "person.alone")),
					EveryOf(crit("poor.kin"), Kin, InWords(crit("poor.kin.child"), "tie.relation", "child"),
						Any(crit("poor.kin.cannot"),
							Together(crit("poor.kin.too"), "poor"),
							Is(crit("poor.kin.raised"), "tie.raised"),
							Owner(crit("poor.kin.own"), Is(crit("poor.kin.own.alone"), "person.alone")))),
					Exception(crit("poor.income"), Compare(crit("poor.wages"), "person.wages", ByParam("than"), Param("line")),
						Branch{Criterion: crit("poor.but"), When: Judgement(crit("poor.but.when"), "person.finding"), Then: Always(crit("poor.but.then"))}),
					AtLeast(crit("poor.one_of"), 1, Holds(crit("poor.holds"), "poor"), Before(crit("poor.before"), "person.birth"),
						Custom(crit("poor.boat"), FunctionRef{"boat", "1"}, "person.wages")))},
			{ID: "needy", ZH: "困难家庭", EN: "needy", Unit: PerHousehold, Source: src("第七条"),
				Root: All(crit("needy"),
					PerHead(crit("needy.income"), Sum{Over: Members, Terms: []Term{{Fact: "person.wages"}, {Fact: "person.tax", Minus: true, Unless: "no_tax"}}},
						ByParam("than"), Line{Limit: Param("line"), Ratio: Param("times"), Heads: Heads(), Months: Param("months")}),
					Share(crit("needy.rent"), Total("household.rent"), By(measure.AtLeast), Times(measure.MustParseRatio("1/10")), TotalOfMembers("person.wages")),
					Delegated(crit("needy.property"), "property"),
					AnyOf(crit("needy.someone"), Members, nil, Qualifies(crit("needy.someone.poor"), "poor")),
					CountOf(crit("needy.people"), Members, nil, Always(crit("needy.people.all")), measure.AtMost, 20),
					Compare(crit("needy.cars"), "household.cars", By(measure.AtMost), Number(1))),
				Pay: &Pay{Round: "round", Source: src("第八条"), Deduct: TotalOfMembers("person.tax"), Parts: []Part{
					{Criterion: crit("needy.gap"), Kind: PayGap, Limit: Param("line"), Heads: Heads(), Left: TotalOfMembers("person.wages"), Months: Param("months")},
					{Criterion: crit("needy.extra"), Kind: PayFixed, Limit: Param("line"), Ratio: Times(measure.MustParseRatio("1/5")),
						Each: Is(crit("needy.extra.each"), "person.alone"), When: Compare(crit("needy.extra.when"), "household.cars", By(measure.Exactly), Number(0))},
				}}},
		},
		Stackings: []Stacking{{A: "poor", B: "needy", Rule: Excludes, ZH: "不并享", EN: "not both", Source: src("第十条")}},
		Deadlines: []Deadline{{ID: "review", Programme: "poor", ZH: "审核", EN: "review", From: "受理之日", Days: 15, Basis: WorkingDays, Source: src("第十一条")}},
	}
}

// county is the act of an invented county in a province whose number no province has.
func county() Act {
	return Act{
		ID: "moxian:rules-2021", ZH: "虚构县实施细则", EN: "rules of an invented county", Source: src("县"), In: place("660101"), Force: during("2021-01-01/"),
		Values: []Value{
			{Param: "line", Area: Urban, Money: yuan(700), Per: Monthly, Source: src("县表一")},
			{Param: "line", Area: Rural, Money: yuan(7200), Per: Yearly, Source: src("县表一")},
		},
		Fills: []Fill{
			{Clause: "property", State: Enacted, Node: Compare(crit("county.rent"), "household.rent", By(measure.AtMost), Yuan(yuan(3000))), Source: src("县第一条")},
			{Clause: "frail.other", State: NoneEnacted, Source: src("县第二条")},
			{Clause: "no_tax", State: Enacted, Source: src("县第三条")},
		},
		Overrides: []Override{{Definition: "frail", Node: "frail.old", With: Age(crit("frail.old"), "person.birth", measure.AtLeast, 55), Source: src("县第四条")}},
	}
}

func mustStatutes(t testing.TB, acts ...Act) *Statutes {
	t.Helper()
	s, err := NewStatutes(lawDictionary(t), lawFunctions(), acts...)
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
