package outline_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

func src(article string) vocab.Source {
	return vocab.Source{Document: "虚构救助办法（云民发〔2023〕9号）", Article: article, URL: "https://yuntai.example/9?a=1|2", Provenance: vocab.Fictitious}
}

func crit(id, zh, article string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: zh, EN: id, Source: src(article)}
}

func dictionary(t testing.TB) *eligibility.Dictionary {
	t.Helper()
	person := func(k eligibility.FactKey, kind eligibility.FactKind, zh string) eligibility.Fact {
		return eligibility.Fact{Key: k, Scope: eligibility.PerPerson, Kind: kind, ZH: zh, EN: string(k)}
	}
	facts := []eligibility.Fact{
		person("p.member", eligibility.BoolFact, "共同生活"), person("p.works", eligibility.BoolFact, "有工作"),
		person("p.wages", eligibility.MoneyFact, "工资"), person("p.pension", eligibility.MoneyFact, "养老金"),
		person("p.tax", eligibility.MoneyFact, "税费"), person("p.rent", eligibility.MoneyFact, "租金"),
		person("p.birth", eligibility.DateFact, "出生日期"), person("p.since", eligibility.DateFact, "迁入日期"),
		person("p.disability", eligibility.PairsFact, "残疾"), person("p.children", eligibility.CountFact, "子女数"),
		person(eligibility.HoldsFact("yuntai:aid"), eligibility.BoolFact, "已享有救助金"),
		{Key: "p.found", Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "特别困难", EN: "found", Judgement: true},
		{Key: "t.relation", Scope: eligibility.PerTie, Kind: eligibility.WordFact, ZH: "关系", EN: "relation",
			Words: []eligibility.Word{{Key: "child", ZH: "子女", EN: "child"}, {Key: "spouse", ZH: "配偶", EN: "spouse"}}},
	}
	d, err := eligibility.NewDictionary(facts...)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// invented is an act that uses every kind of node, and the local act that fills, overrides and sets.
func invented() []eligibility.Act {
	is := func(id string, k eligibility.FactKey) *eligibility.Node {
		return eligibility.Is(crit(id, "是否"+id, "第三条"), k)
	}
	by := eligibility.By
	income := eligibility.Sum{Over: eligibility.Members, Terms: []eligibility.Term{{Fact: "p.wages"}, {Fact: "p.pension", Unless: "yuntai:switch"},
		{Fact: "p.rent"}, {Fact: "p.tax", Minus: true}}}
	county, town := division.MustParse("350627"), division.MustParse("350627109")
	root := eligibility.All(crit("all", "同时符合", "第三条"),
		eligibility.Any(crit("any", "年龄或者残疾", "第三条第（一）项"),
			eligibility.Age(crit("age", "年满60周岁", "第三条第（一）项"), "p.birth", measure.AtLeast, 60),
			eligibility.Age(crit("young", "不满16周岁", "第三条第（一）项"), "p.birth", measure.LessThan, 16),
			eligibility.InPairs(crit("disabled", "重度残疾", "第三条第（一）项"), "p.disability", append(
				eligibility.Severe([]identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree}, identity.Intellectual, identity.Mental),
				eligibility.Severe([]identity.DisabilityGrade{identity.GradeOne, identity.GradeThree}, identity.Limb)...)...),
			eligibility.AtLeast(crit("two", "三项中的两项", "第三条第（一）项"), 2, is("two.1", "p.works"), is("two.2", "p.member"),
				eligibility.Compare(crit("two.3", "没有工作", "第三条"), "p.works", by(measure.Exactly), eligibility.Number(0)))),
		eligibility.Not(crit("not", "没有工作|或者*临时*工", "第三条第（二）项"), is("works", "p.works")),
		eligibility.PerHead(crit("income", "收入低于标准的1.5倍", "第三条第（三）项"), eligibility.Total("p.wages", "p.rent"), by(measure.LessThan), eligibility.Line{
			Limit: eligibility.Param("yuntai:line"), Ratio: eligibility.Times(measure.MustParseRatio("1.5")), Heads: eligibility.Number(2), Months: eligibility.Number(12)}),
		eligibility.Compare(crit("children", "子女数", "第三条"), "p.children", eligibility.ByParam("yuntai:op"), eligibility.Param("yuntai:count")),
		eligibility.Compare(crit("wages", "工资", "第三条"), "p.wages", by(measure.AtMost), eligibility.Yuan(money.Fen(123450))),
		eligibility.Compare(crit("dates", "出生后迁入", "第三条"), "p.since", by(measure.MoreThan), eligibility.FactOf("p.birth")),
		eligibility.Share(crit("share", "租金占收入", "第三条"), eligibility.Total("p.rent"), by(measure.AtLeast), eligibility.Param("yuntai:ratio"),
			eligibility.Total("p.wages", "p.pension")),
		eligibility.Elapsed(crit("lived", "居住满12个月", "第四条"), "p.since", measure.AtLeast, 12, eligibility.Months),
		eligibility.EveryOf(crit("kin", "亲属均无能力", "第五条"), eligibility.Kin,
			eligibility.InWords(crit("kin.who", "子女、配偶", "第五条"), "t.relation", "child", "spouse"),
			eligibility.Any(crit("kin.unable", "无能力", "第五条"),
				eligibility.Together(crit("kin.too", "一并符合", "第五条"), "yuntai:aid"),
				eligibility.Owner(crit("kin.owner", "本人有工作", "第五条"), is("kin.owner.works", "p.works")))),
		eligibility.Judgement(crit("found", "特别困难", "第六条"), "p.found"),
		eligibility.OpenClause(crit("open", "其他情形", "第七条"), "yuntai:other"),
		eligibility.Delegated(crit("property", "财产", "第八条"), "yuntai:property"),
		eligibility.Custom(crit("custom", "两项均符合", "第九条"), eligibility.FunctionRef{Name: "both", Version: "1"}, "p.works", "p.member"),
		eligibility.Exception(crit("rule", "不在校", "第十条"), is("rule.base", "p.member"),
			eligibility.Branch{Criterion: crit("but", "但是高龄的", "第十条但书"), When: is("but.when", "p.works"), Then: eligibility.Never(crit("but.then", "不符合", "第十条"))}),
		eligibility.Defined(crit("poor", "困难", "第十一条"), "yuntai:poor"),
		eligibility.Always(crit("always", "总是", "第十二条")))
	house := eligibility.All(crit("house", "家庭", "第二十条"),
		eligibility.PerHead(crit("house.income", "人均收入", "第二十条"), income, by(measure.AtMost), eligibility.Line{Limit: eligibility.Param("yuntai:line"), Heads: eligibility.Heads()}),
		eligibility.CountOf(crit("house.count", "人数", "第二十条"), eligibility.Members, is("house.where", "p.works"), is("house.kid", "p.member"), measure.AtMost, 3),
		eligibility.AnyOf(crit("house.any", "有一人", "第二十条"), eligibility.Members, nil, is("house.any.kid", "p.works")),
		eligibility.Holds(crit("house.holds", "已享有", "第二十条"), "yuntai:aid"))
	nation := func(mode eligibility.Mode, levels ...division.Level) []eligibility.Delegation {
		return []eligibility.Delegation{{Nation: true, Levels: levels, Mode: mode, Force: cal.MustParsePeriod("2023-01-01/2030-01-01"), Source: src("第十三条")}}
	}
	param := func(k eligibility.ParamKey, kind eligibility.ParamKind, zh string, set []eligibility.Delegation) eligibility.Parameter {
		return eligibility.Parameter{Key: k, ZH: zh, EN: zh, Kind: kind, ByArea: kind == eligibility.MoneyParam, Set: set, Source: src("第十三条")}
	}
	value := func(k eligibility.ParamKey, set func(*eligibility.Value)) eligibility.Value {
		v := eligibility.Value{Param: k, Source: src("第十四条"), Recorded: cal.MustParse("2023-01-05")}
		set(&v)
		return v
	}
	base := eligibility.Act{
		ID: "yuntai:aid-2023", ZH: "虚构救助办法", EN: "an invented act", Number: "云民发〔2023〕9号", Source: src(""), Force: cal.MustParsePeriod("2023-01-01/2029-01-01"),
		Programmes: []eligibility.Programme{
			{ID: "yuntai:aid", ZH: "救助金", EN: "aid", Unit: eligibility.PerPerson, Root: root, Source: src("第三条"), Next: []eligibility.ProgrammeID{"yuntai:house"}},
			{ID: "yuntai:house", ZH: "家庭救助", EN: "household aid", Unit: eligibility.PerHousehold, Root: house, Source: src("第二十条"), Pay: &eligibility.Pay{
				Parts: []eligibility.Part{
					{Criterion: crit("gap", "补差", "第二十一条"), Kind: eligibility.PayGap, Limit: eligibility.Param("yuntai:line"), Heads: eligibility.Heads(), Left: income, Months: eligibility.Number(12)},
					{Criterion: crit("extra", "增发", "第二十一条"), Kind: eligibility.PayFixed, Limit: eligibility.Yuan(money.Fen(5000)), Each: is("extra.each", "p.works")}},
				Deduct: eligibility.TotalOfMembers("p.rent"), Round: "yuntai:round", Source: src("第二十一条")}}},
		Definitions: []eligibility.Definition{
			{ID: "yuntai:poor", ZH: "困难人员", EN: "poor", Scope: eligibility.PerPerson, Root: is("poor.is", "p.works"), Source: src("第二条")}},
		Parameters: []eligibility.Parameter{param("yuntai:line", eligibility.MoneyParam, "收入标准", nation(eligibility.Floor, division.Province, division.County)),
			param("yuntai:ratio", eligibility.RatioParam, "占比", nation(eligibility.Ceiling, division.County)), param("yuntai:count", eligibility.CountParam, "人数", nation(eligibility.Fixed)),
			param("yuntai:op", eligibility.ComparatorParam, "比较方式", nation(eligibility.MayOverride, division.County)), param("yuntai:round", eligibility.RoundingParam, "取整", nation(eligibility.MayOverride, division.County))},
		Clauses: []eligibility.Clause{{Key: "yuntai:switch", ZH: "养老金不计", EN: "switch", Scope: eligibility.PerPerson, Source: src("第十五条")},
			{Key: "yuntai:other", ZH: "其他情形", EN: "other", Scope: eligibility.PerPerson, Source: src("第七条")},
			{Key: "yuntai:property", ZH: "财产规定", EN: "property", Scope: eligibility.PerPerson, Source: src("第八条")}},
		Values: []eligibility.Value{
			value("yuntai:line", func(v *eligibility.Value) {
				v.Area, v.Money, v.Per = eligibility.Urban, money.Fen(80000), eligibility.Monthly
			}),
			value("yuntai:line", func(v *eligibility.Value) {
				v.Area, v.Money, v.Per = eligibility.Rural, money.Fen(840000), eligibility.Yearly
			}),
			value("yuntai:ratio", func(v *eligibility.Value) { v.Ratio = measure.MustParseRatio("0.6") }), value("yuntai:count", func(v *eligibility.Value) { v.Count = 0 }),
			value("yuntai:op", func(v *eligibility.Value) { v.Comparator = measure.AtLeast }),
			value("yuntai:round", func(v *eligibility.Value) { v.Step = eligibility.Step{Unit: money.Fen(100), Mode: eligibility.StepUp} })},
		Stackings: []eligibility.Stacking{{A: "yuntai:aid", B: "yuntai:house", Rule: eligibility.Difference, SameHousehold: true, ZH: "补差", EN: "difference", Source: src("第二十二条")}},
		Deadlines: []eligibility.Deadline{{ID: "yuntai:due", Programme: "yuntai:aid", ZH: "审核", EN: "review", From: "受理之日", Days: 20, Basis: eligibility.WorkingDays, Source: src("第二十三条")},
			{ID: "yuntai:pay", Programme: "yuntai:house", ZH: "发放", EN: "payment", From: "确认之日", Days: 1, Basis: eligibility.NextMonth, Source: src("第二十三条")}},
	}
	members := eligibility.Act{ID: "members", ZH: "家庭成员", EN: "members", Source: src(""), Force: base.Force,
		Definitions: []eligibility.Definition{{ID: eligibility.MemberOf, ZH: "家庭成员", EN: "member", Scope: eligibility.PerPerson, Root: is("member", "p.member"), Source: src("第一条")}}}
	local := eligibility.Act{ID: "yuntai:local-2024", ZH: "云台县实施细则", EN: "local rules", Source: src("细则"), In: county, Force: cal.MustParsePeriod("2024-01-01/2029-01-01"),
		Values: []eligibility.Value{value("yuntai:line", func(v *eligibility.Value) {
			v.Money, v.Per, v.Area, v.Division, v.Force, v.Note = money.Fen(90000), eligibility.Monthly, eligibility.Urban, county, cal.MustParsePeriod("2024-07-01/2029-01-01"), "城区"
			v.Recorded = cal.MustParse("2024-06-01")
		})},
		Fills: []eligibility.Fill{{Clause: "yuntai:other", State: eligibility.Enacted, Node: is("other.local", "p.works"), Source: src("细则第二条")},
			{Clause: "yuntai:switch", State: eligibility.NoneEnacted, Recorded: cal.MustParse("2024-02-01"), Source: src("查至2024年2月")}},
		Overrides: []eligibility.Override{{Programme: "yuntai:aid", Node: "age", Division: town, With: eligibility.Age(crit("age", "年满55周岁", "细则第三条"), "p.birth", measure.AtLeast, 55), Source: src("细则第三条")},
			{Definition: "yuntai:poor", Node: "poor.is", With: is("poor.local", "p.member"), Source: src("细则第四条")}},
	}
	return []eligibility.Act{members, base, local}
}

func body(t testing.TB, acts ...eligibility.Act) *statutes.Statutes {
	t.Helper()
	s, err := joined(t, acts...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func joined(t testing.TB, acts ...eligibility.Act) (*statutes.Statutes, error) {
	t.Helper()
	both := statutes.Function{Ref: eligibility.FunctionRef{Name: "both", Version: "1"}, Scope: eligibility.PerPerson,
		Facts: []eligibility.FactKey{"p.works", "p.member"}, Eval: func(statutes.View) eligibility.Truth { return eligibility.Unknown }}
	return statutes.New(dictionary(t), []statutes.Function{both}, acts...)
}

func law(t testing.TB, s *statutes.Statutes, place, on string) *statutes.Law {
	t.Helper()
	q := statutes.Query{On: cal.MustParse(on), Fictitious: true}
	if place != "" {
		q.Division = division.MustParse(place)
	}
	l, err := s.At(q)
	if err != nil {
		t.Fatal(err)
	}
	return l
}
