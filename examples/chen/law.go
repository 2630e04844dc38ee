package main

import (
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// The county lies in a province that does not exist: no division code begins with 59.
var (
	province = division.MustParse("59")
	county   = division.MustParse("590123")
)

// invented is a criterion of a document that does not exist.
func invented(document, article, id, zh, en string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: zh, EN: en,
		Source: vocab.Source{Document: "《" + document + "》", Article: article, Provenance: vocab.Fictitious}}
}

// standards is what the invented province sets: the amounts, the months over which income is counted, and who owns too much.
func standards() eligibility.Act {
	const document = "虚构省社会救助标准"
	source := invented(document, "", "", "", "").Source
	a := eligibility.Act{ID: "xugou:biaozhun", ZH: document, EN: "invented standards", Source: source, In: province,
		Force: cal.Since(cal.MustParse("2021-07-01"))}
	value := func(article string, v eligibility.Value) {
		v.Source = invented(document, article, "", "", "").Source
		a.Values = append(a.Values, v)
	}
	for _, m := range []struct {
		param   eligibility.ParamKey
		yuan    string
		article string
	}{
		{national.DibaoStandard, "700", "第一条"}, {national.TekunBasic, "910", "第二条"}, {national.TekunCareAble, "100", "第三条"},
		{national.TekunCarePartial, "300", "第三条"}, {national.TekunCareFull, "500", "第三条"}, {national.DisposableIncome, "3000", "第四条"},
		{national.ShenghuoAmount, "100", "第五条"}, {national.HuliOne, "120", "第五条"}, {national.HuliTwo, "100", "第五条"},
	} {
		value(m.article, eligibility.Value{Param: m.param, Money: money.MustParse(m.yuan), Per: eligibility.Monthly})
	}
	value("第六条", eligibility.Value{Param: national.IncomeMonths, Count: 1, Note: "按申请或者复核前1个月核算"})
	value("第七条", eligibility.Value{Param: national.DibaoRounding, Step: eligibility.Step{Unit: money.MustParse("0.01"), Mode: eligibility.StepUp}})
	for _, k := range []eligibility.ClauseKey{national.TekunProperty, national.ObligorProperty, national.SingleProperty} {
		a.Fills = append(a.Fills, eligibility.Fill{Clause: k, State: eligibility.Enacted, Source: source, Node: modest(document, string(k))})
	}
	for _, k := range []eligibility.ClauseKey{national.DibaoProperty, national.BianyuanProperty} {
		a.Fills = append(a.Fills, eligibility.Fill{Clause: k, State: eligibility.Enacted, Source: source,
			Node: eligibility.EveryOf(invented(document, "第八条", id(string(k), "all"), "家庭成员均符合", "every member"), eligibility.Members, nil,
				modest(document, string(k)))})
	}
	return a
}

// modest is the property rule of one person: no vehicle, and no more money than two years of the standard.
func modest(document, clause string) *eligibility.Node {
	return eligibility.All(invented(document, "第八条", id(clause, "modest"), "财产不超过限额", "modest property"),
		eligibility.Compare(invented(document, "第八条", id(clause, "vehicles"), "没有机动车辆", "no vehicle"), facts.PersonVehicles,
			eligibility.By(measure.AtMost), eligibility.Number(0)),
		eligibility.PerHead(invented(document, "第八条", id(clause, "money"), "货币财产不超过24个月低保标准", "money within 24 months of the standard"),
			eligibility.Total(facts.PersonFinancialAssets), eligibility.By(measure.AtMost),
			eligibility.Line{Limit: eligibility.Param(national.DibaoStandard), Months: eligibility.Number(24)}))
}

func id(clause, name string) string { return strings.ReplaceAll(clause, ".", "_") + "." + name }

// carer is the rule that the province might make under 第八条第（六）项: who looks after a gravely disabled child at 60 or older owes no
// support out of a small wage.
func carer() eligibility.Act {
	const document = "虚构省特困人员认定细则"
	says := func(name, zh, en string) eligibility.Criterion {
		return invented(document, "第一条", "carer."+name, zh, en)
	}
	return eligibility.Act{ID: "xugou:zhaohu", ZH: document, EN: "an imagined rule", Source: says("", "", "").Source, In: province,
		Force: cal.Since(cal.MustParse("2022-07-01")),
		Fills: []eligibility.Fill{{Clause: national.TekunObligorUnable, State: eligibility.Enacted, Source: says("", "", "").Source,
			Node: eligibility.All(says("all", "60周岁以上、收入低于人均可支配收入且财产符合规定的义务人", "60 or older, income and property small"),
				eligibility.Age(says("60", "义务人60周岁以上", "60 or older"), facts.PersonBirth, measure.AtLeast, 60),
				eligibility.PerHead(says("wage", "义务人工资性收入低于当地上年度人均可支配收入", "wage below the average income"),
					eligibility.Total(facts.PersonIncomeWages), eligibility.By(measure.LessThan),
					eligibility.Line{Limit: eligibility.Param(national.DisposableIncome), Months: eligibility.Param(national.IncomeMonths)}),
				eligibility.Delegated(says("property", "义务人财产符合低收入家庭财产状况规定", "property within the low-income rule"), national.ObligorProperty))}}}
}

// at is the law of the county on a day, of these statutes.
func at(s *statutes.Statutes, on string) (*statutes.Law, error) {
	return s.At(statutes.Query{Division: county, On: cal.MustParse(on), Fictitious: true})
}
