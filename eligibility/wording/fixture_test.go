package wording_test

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

func source(grade vocab.Provenance) vocab.Source {
	return vocab.Source{Document: "《清河县帮扶办法》", Article: "第三条", Provenance: grade}
}

func says(id, zh, en string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: zh, EN: en, Source: source(vocab.Official)}
}

func dictionary(t testing.TB) *eligibility.Dictionary {
	t.Helper()
	fact := func(k eligibility.FactKey, s eligibility.Scope, kind eligibility.FactKind, zh, en,
		obtain string) eligibility.Fact {
		return eligibility.Fact{Key: k, Scope: s, Kind: kind, ZH: zh, EN: en, Obtain: obtain}
	}
	judged := fact("person.hard", eligibility.PerPerson, eligibility.BoolFact, "确有困难", "in hardship", "乡镇研判")
	judged.Judgement = true
	d, err := eligibility.NewDictionary(
		fact("person.birth", eligibility.PerPerson, eligibility.DateFact, "出生日期", "date of birth", "户口簿"),
		fact("person.ill_since", eligibility.PerPerson, eligibility.DateFact, "患病起始日", "ill since", "诊断证明（医院）"),
		fact("person.disability", eligibility.PerPerson, eligibility.PairsFact, "残疾类别与等级", "disability", "有效的残疾人证（县级残联）"),
		fact("person.income.wages", eligibility.PerPerson, eligibility.MoneyFact, "工资性收入", "wages", "银行流水"),
		fact("person.homes", eligibility.PerPerson, eligibility.CountFact, "住房套数", "homes", "不动产登记信息核对"),
		fact("household.spending.medical", eligibility.PerHousehold, eligibility.MoneyFact, "医疗支出", "medical spending", "票据"),
		fact("household.income.year", eligibility.PerHousehold, eligibility.MoneyFact, "全年收入", "income of the year", "收入证明"),
		fact("person.rent", eligibility.PerPerson, eligibility.MoneyFact, "房租", "rent", "租房合同"),
		fact("tie.close", eligibility.PerTie, eligibility.BoolFact, "近亲属", "a close relative", "户籍资料"),
		judged,
	)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// statutes are an invented county's: a benefit of a person that compares in every way.
func body(t testing.TB) *statutes.Statutes {
	t.Helper()
	set := []eligibility.Delegation{{Nation: true, Levels: []division.Level{division.County},
		Mode: eligibility.MayOverride, Source: source(vocab.Official)}}
	param := func(k eligibility.ParamKey, kind eligibility.ParamKind, zh, en string) eligibility.Parameter {
		return eligibility.Parameter{Key: k, ZH: zh, EN: en, Kind: kind, ByArea: kind == eligibility.MoneyParam, Set: set,
			Source: source(vocab.Official)}
	}
	standard := func(a eligibility.Area, fen int64, per eligibility.Per) eligibility.Value {
		return eligibility.Value{Param: "standard", Area: a, Money: money.Fen(fen), Per: per, Note: "此后是否调整未核",
			Source: vocab.Source{Document: "清河县2022年标准", Provenance: vocab.Reported}}
	}
	member := eligibility.Definition{ID: eligibility.MemberOf, ZH: "家庭成员", EN: "member", Scope: eligibility.PerPerson,
		Source: source(vocab.Official),
		Root:   eligibility.Always(says("member", "家庭成员", "member"))}
	reading := says("age", "60周岁以上", "60 or older")
	reading.Source.Provenance, reading.Note = vocab.Interpretation, "按生日当天计算"
	root := eligibility.All(says("root", "帮扶条件", "conditions"),
		eligibility.Age(reading, "person.birth", measure.AtLeast, 60),
		eligibility.Elapsed(says("ill", "患病满6个月", "ill for six months"), "person.ill_since", measure.AtLeast, 6,
			eligibility.Months),
		eligibility.InPairs(says("limb", "一级、二级肢体残疾", "limb grade 1 or 2"), "person.disability",
			eligibility.Severe(eligibility.SevereGrades(), identity.Limb)...),
		eligibility.PerHead(says("income", "家庭人均收入低于标准", "income a head below the standard"),
			eligibility.TotalOfMembers("person.income.wages"),
			eligibility.ByParam("operator"), eligibility.Line{Limit: eligibility.Param("standard"),
				Ratio: eligibility.Param("factor"),
				Heads: eligibility.Heads(), Months: eligibility.Number(12)}),
		eligibility.Share(says("share", "医疗支出超过收入的三分之一", "medical spending above a third of income"),
			eligibility.Total("household.spending.medical"),
			eligibility.By(measure.MoreThan), eligibility.Times(measure.MustParseRatio("1/3")),
			eligibility.Total("household.income.year")),
		eligibility.Compare(says("homes", "住房不超过一套", "one home at most"), "person.homes", eligibility.By(measure.AtMost),
			eligibility.Number(1)),
		eligibility.Compare(says("rent", "房租不低于标准", "rent at the standard or above"), "person.rent",
			eligibility.By(measure.AtLeast), eligibility.Param("standard")),
		eligibility.Compare(says("dates", "患病在出生之后", "ill after birth"), "person.ill_since",
			eligibility.By(measure.MoreThan), eligibility.FactOf("person.birth")),
		eligibility.CountOf(says("count", "有近亲属两人以上", "two close relatives or more"), eligibility.Kin, nil,
			eligibility.Is(says("close", "近亲属", "a close relative"), "tie.close"), measure.AtLeast, 2),
		eligibility.Judgement(says("hard", "确有困难", "in hardship"), "person.hard"),
		eligibility.Not(says("not", "不属于本地规定的除外情形", "not left out"), eligibility.OpenClause(says("out", "本地规定的除外情形",
			"left out"), "out")),
		eligibility.Delegated(says("property", "财产符合规定", "property fits"), "property"))
	s, err := statutes.New(dictionary(t), nil, eligibility.Act{
		ID: "bangfu", ZH: "清河县帮扶办法", EN: "measures of an invented county", Source: source(vocab.Official),
		Force: cal.Since(cal.MustParse("2022-01-01")),
		Programmes: []eligibility.Programme{
			{ID: "bangfu", ZH: "帮扶", EN: "support", Unit: eligibility.PerPerson, Root: root,
				Source: source(vocab.Official), Next: []eligibility.ProgrammeID{"other"}},
			{ID: "other", ZH: "其他救助", EN: "other help", Unit: eligibility.PerHousehold, Source: source(vocab.Official),
				Root: eligibility.Always(says("always", "凡申请的", "whoever asks")),
				Pay: &eligibility.Pay{Source: source(vocab.Official), Parts: []eligibility.Part{{Criterion: says("sum",
					"定额", "a sum"), Kind: eligibility.PayFixed,
					Limit: eligibility.Yuan(money.Fen(30050))}}}},
		},
		Definitions: []eligibility.Definition{member},
		Parameters: []eligibility.Parameter{param("standard", eligibility.MoneyParam, "帮扶标准", "standard of support"),
			param("factor", eligibility.RatioParam, "倍数", "factor"), param("operator", eligibility.ComparatorParam,
				"比较方式", "comparator")},
		Clauses: []eligibility.Clause{{Key: "out", ZH: "除外情形", EN: "exceptions", Scope: eligibility.PerPerson,
			Source: source(vocab.Official)},
			{Key: "property", ZH: "财产规定", EN: "property rule", Scope: eligibility.PerPerson, Source: source(vocab.Official)}},
		Values: []eligibility.Value{standard(eligibility.Urban, 70000, eligibility.Monthly), standard(eligibility.Rural,
			632000, eligibility.Yearly),
			{Param: "factor", Ratio: measure.MustParseRatio("3/2"), Source: source(vocab.Official)},
			{Param: "operator", Comparator: measure.LessThan, Source: source(vocab.Official)}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func law(t testing.TB, s *statutes.Statutes) *statutes.Law {
	t.Helper()
	l, err := s.At(statutes.Query{Division: division.MustParse("350627"), On: cal.MustParse("2022-03-01")})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// put records facts of row 0 and 1 of everything.
func put(t testing.TB, c *eligibility.Case, row int, verified bool, facts map[eligibility.FactKey]eligibility.Datum) {
	t.Helper()
	for k, d := range facts {
		if err := c.Put(k, row, d, verified); err != nil {
			t.Fatal(k, err)
		}
	}
}

// family is an invented person with two relatives in a village household of three.
func family(t testing.TB, s *statutes.Statutes) *eligibility.Case {
	t.Helper()
	c := eligibility.NewCase(s.Dictionary())
	for range 3 {
		if _, err := c.AddPerson(); err != nil {
			t.Fatal(err)
		}
	}
	for kin := 1; kin < 3; kin++ {
		if _, err := c.AddTie(0, kin); err != nil {
			t.Fatal(err)
		}
	}
	return c
}

func full(t testing.TB, s *statutes.Statutes) *eligibility.Case {
	t.Helper()
	c := family(t, s)
	type facts = map[eligibility.FactKey]eligibility.Datum
	yuan := func(fen int64) eligibility.Datum { return eligibility.Money(money.Fen(fen)) }
	put(t, c, 0, true, facts{eligibility.HouseholdArea: eligibility.WordOf("rural"),
		eligibility.MembersComplete:  eligibility.Bool(true),
		"household.spending.medical": yuan(1000000), "household.income.year": yuan(2843900)})
	put(t, c, 0, true, facts{"person.birth": eligibility.Day(cal.MustParse("1958-02-01")),
		"person.ill_since":  eligibility.Day(cal.MustParse("2021-10-02")),
		"person.disability": eligibility.PairsOf(eligibility.Pair{Kind: identity.Limb, Grade: identity.GradeOne}),
		"person.homes":      eligibility.Count(1),
		"person.hard":       eligibility.Bool(true), "person.rent": yuan(52667), eligibility.KinComplete: eligibility.Bool(true)})
	for row := range 3 {
		put(t, c, row, row > 0, facts{"person.income.wages": yuan(948000)})
	}
	for tie := range 2 {
		put(t, c, tie, true, facts{"tie.close": eligibility.Bool(tie == 0)})
	}
	return c
}
