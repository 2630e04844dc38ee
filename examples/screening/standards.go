package main

import (
	"fmt"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// A county of a province whose code is not in use, and a day under 社会救助法.
var (
	county   = division.MustParse("190121")
	province = division.MustParse("19")
	today    = cal.MustParse("2026-09-01")
	invented = vocab.Source{Document: "《虚构省社会救助标准》", Article: "第一条", Provenance: vocab.Fictitious}
)

// heating is a programme of the county's own, in its own namespace.
const heating eligibility.ProgrammeID = "xuni:qunuan"

// lawWith is the national law with the invented standards of the county, the subsistence standard so much higher.
func lawWith(raise money.Amount) (*statutes.Law, error) {
	act, err := standards(raise)
	if err != nil {
		return nil, err
	}
	s, err := national.Statutes(act, subsidy())
	if err != nil {
		return nil, err
	}
	return s.At(statutes.Query{Division: county, On: today, Fictitious: true})
}

// standards is an act of the invented province: every amount that the national law leaves to places, and every rule it requires
// of them. What it may also rule and need not is left open, as in most places.
func standards(raise money.Amount) (eligibility.Act, error) {
	act := eligibility.Act{ID: "xuni:biaozhun", ZH: "虚构省社会救助标准", EN: "invented standards", Source: invented, In: province,
		Force: cal.Since(cal.MustParse("2026-07-01"))}
	amount := func(k eligibility.ParamKey, area eligibility.Area, a money.Amount) {
		act.Values = append(act.Values, eligibility.Value{Param: k, Area: area, Money: a, Per: eligibility.Monthly, Source: invented})
	}
	for _, s := range []struct {
		area     eligibility.Area
		standard int64
	}{{eligibility.Urban, 800}, {eligibility.Rural, 650}} {
		standard, err := money.Fen(100 * s.standard).Add(raise)
		if err != nil {
			return act, err
		}
		amount(national.DibaoStandard, s.area, standard)
	}
	for _, s := range []struct {
		key          eligibility.ParamKey
		urban, rural int64
	}{{national.DisposableIncome, 3600, 1850}, {national.TekunBasic, 1040, 845}, {national.ChildHome, 1500, 1300}} {
		amount(s.key, eligibility.Urban, money.Fen(100*s.urban))
		amount(s.key, eligibility.Rural, money.Fen(100*s.rural))
	}
	for _, s := range []struct {
		key  eligibility.ParamKey
		yuan int64
	}{
		{national.TekunCareAble, 100}, {national.TekunCarePartial, 300}, {national.TekunCareFull, 600}, {national.DibaoTopUpSevere, 120},
		{national.DibaoTopUpAge, 60}, {national.ShenghuoAmount, 110}, {national.HuliOne, 140}, {national.HuliTwo, 120}, {national.ChildFacility, 2000},
		{national.GaolingOne, 50}, {national.GaolingTwo, 100}, {national.GaolingThree, 300},
		{national.ElderCareMild, 60}, {national.ElderCareMedium, 100}, {national.ElderCareSevere, 200}, {national.ElderCareFull, 300},
	} {
		amount(s.key, "", money.Fen(100*s.yuan))
	}
	act.Values = append(act.Values,
		eligibility.Value{Param: national.IncomeMonths, Count: 12, Source: invented},
		eligibility.Value{Param: national.DibaoExitMonths, Count: 6, Source: invented},
		eligibility.Value{Param: national.GangxingRatio, Ratio: measure.MustParseRatio("60%"), Source: invented},
		eligibility.Value{Param: national.DibaoRounding, Step: eligibility.Step{Unit: money.Fen(100), Mode: eligibility.StepUp}, Source: invented})

	// No clause says more than one thing of a person, so its key numbers its criteria.
	fill := func(k eligibility.ClauseKey, rule func(is func(zh string) eligibility.Criterion) *eligibility.Node) {
		n := 0
		act.Fills = append(act.Fills, eligibility.Fill{Clause: k, State: eligibility.Enacted, Source: invented,
			Node: rule(func(zh string) eligibility.Criterion { n++; return criterion(fmt.Sprint(k, ".", n), zh) })})
	}
	own := func(vehicles int64) func(func(string) eligibility.Criterion) *eligibility.Node {
		return func(is func(string) eligibility.Criterion) *eligibility.Node {
			return eligibility.All(is("财产不超过限额"),
				eligibility.Compare(is("机动车辆不超过限额"), facts.PersonVehicles, eligibility.By(measure.AtMost), eligibility.Number(vehicles)),
				eligibility.Compare(is("货币财产不超过3万元"), facts.PersonFinancialAssets, eligibility.By(measure.AtMost), eligibility.Yuan(money.Fen(3_000_000))))
		}
	}
	household := func(vehicles int64) func(func(string) eligibility.Criterion) *eligibility.Node {
		return func(is func(string) eligibility.Criterion) *eligibility.Node {
			return eligibility.EveryOf(is("每名家庭成员财产均不超过限额"), eligibility.Members, nil, own(vehicles)(is))
		}
	}
	age := func(zh string, from, below int) func(func(string) eligibility.Criterion) *eligibility.Node {
		return func(is func(string) eligibility.Criterion) *eligibility.Node {
			return eligibility.All(is(zh), eligibility.Age(is("达到起始年龄"), facts.PersonBirth, measure.AtLeast, from),
				eligibility.Age(is("未满截止年龄"), facts.PersonBirth, measure.LessThan, below))
		}
	}
	fill(national.TekunProperty, own(0))
	fill(national.SingleProperty, own(0))
	fill(national.ObligorProperty, own(1))
	fill(national.DibaoProperty, household(0))
	fill(national.BianyuanProperty, household(1))
	fill(national.GangxingProperty, household(1))
	fill(national.ReliefProperty, household(1))
	fill(national.GaolingScope, func(is func(string) eligibility.Criterion) *eligibility.Node {
		return eligibility.All(is("本县户籍的80周岁以上老年人"), eligibility.Is(is("本县户籍"), facts.PersonHukouHere),
			eligibility.Age(is("80周岁以上"), facts.PersonBirth, measure.AtLeast, 80))
	})
	fill(national.GaolingBandOne, age("80至89周岁", 80, 90))
	fill(national.GaolingBandTwo, age("90至99周岁", 90, 100))
	fill(national.GaolingBandThree, age("100周岁以上", 100, 200))
	fill(national.GaolingBandFour, func(is func(string) eligibility.Criterion) *eligibility.Node {
		return eligibility.Never(is("不设第四档"))
	})
	fill(national.ElderCareScope, func(is func(string) eligibility.Criterion) *eligibility.Node {
		return eligibility.All(is("低保、低保边缘家庭成员"),
			eligibility.Defined(is("家庭成员"), national.Member),
			eligibility.Any(is("家庭符合其一"), eligibility.Qualifies(is("符合低保条件"), national.Dibao), eligibility.Qualifies(is("符合低保边缘条件"), national.Bianyuan)))
	})
	fill(national.DibaoTopUp, func(is func(string) eligibility.Criterion) *eligibility.Node {
		return eligibility.Always(is("实行分类施保"))
	})
	for _, k := range []eligibility.ClauseKey{national.DibaoOldAge, national.DibaoPensionCentral} {
		act.Fills = append(act.Fills, eligibility.Fill{Clause: k, State: eligibility.Enacted, Source: invented})
	}
	return act, nil
}

// subsidy is an act of the county itself: help with heating, drafted with a fault on purpose. Its two exceptions say different
// things of a household with a car and a severely disabled member; such a household is in conflict, and the text to be mended.
func subsidy() eligibility.Act {
	source := vocab.Source{Document: "虚构县取暖补贴办法", Article: "第三条", Provenance: vocab.Fictitious}
	is := func(id, zh string) eligibility.Criterion {
		at := source
		switch {
		case strings.HasPrefix(id, "car"):
			at.Article = "第四条"
		case strings.HasPrefix(id, "disabled"):
			at.Article = "第五条"
		}
		return eligibility.Criterion{ID: "heating." + id, ZH: zh, EN: id, Source: at}
	}
	return eligibility.Act{ID: "xuni:qunuan-2026", ZH: "虚构县取暖补贴办法", EN: "invented help with heating", Source: source, In: county,
		Force: cal.Since(cal.MustParse("2026-07-01")),
		Programmes: []eligibility.Programme{{ID: heating, ZH: "取暖补贴", EN: "help with heating", Unit: eligibility.PerHousehold, Source: source,
			Root: eligibility.Exception(is("rule", "取暖补贴对象"),
				eligibility.Any(is("poor", "符合低保或者低保边缘条件"), eligibility.Qualifies(is("dibao", "符合低保条件"), national.Dibao),
					eligibility.Qualifies(is("bianyuan", "符合低保边缘条件"), national.Bianyuan)),
				eligibility.Branch{Criterion: is("car", "有机动车辆的，不予补贴"),
					When: eligibility.AnyOf(is("car.any", "家庭成员有机动车辆"), eligibility.Members, nil,
						eligibility.Compare(is("car.is", "有机动车辆"), facts.PersonVehicles, eligibility.By(measure.AtLeast), eligibility.Number(1))),
					Then: eligibility.Never(is("car.out", "不予补贴"))},
				eligibility.Branch{Criterion: is("disabled", "有一级残疾人的，一律补贴"),
					When: eligibility.AnyOf(is("disabled.any", "家庭成员有一级残疾人"), eligibility.Members, nil,
						eligibility.InPairs(is("disabled.is", "一级残疾"), facts.PersonDisability, eligibility.Severe([]identity.DisabilityGrade{identity.GradeOne})...)),
					Then: eligibility.Always(is("disabled.in", "一律补贴"))}),
			Pay: &eligibility.Pay{Source: source, Parts: []eligibility.Part{{Criterion: is("pay", "每户每月"), Kind: eligibility.PayFixed,
				Limit: eligibility.Yuan(money.Fen(8_000))}}}}}}
}

func criterion(id, zh string) eligibility.Criterion {
	return eligibility.Criterion{ID: "xuni." + id, ZH: zh, EN: id, Source: invented}
}
