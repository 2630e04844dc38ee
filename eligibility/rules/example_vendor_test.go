package rules_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/rules"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// The rules of an invented county beside the national law: a benefit of its own, what a national act leaves open, and one
// criterion of a national programme replaced. 虚构，仅供演示。
func Example() {
	source := func(article string) vocab.Source {
		return vocab.Source{Document: "虚构云台县办法", Article: article, Provenance: vocab.Fictitious}
	}
	says := func(id, article, zh, en string) eligibility.Criterion {
		return eligibility.Criterion{ID: id, ZH: zh, EN: en, Source: source(article)}
	}
	county := division.MustParse("190121")
	stove := eligibility.Fact{Key: "yuntai:stove", Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "燃煤取暖",
		EN: "heats with coal", Obtain: "入户调查（村居）"}
	// Who holds the benefit is a fact like any other, wherever a rule or a household speaks of it.
	held := eligibility.Fact{Key: eligibility.HoldsFact("yuntai:heating"), Scope: eligibility.PerPerson, Kind: eligibility.BoolFact,
		ZH: "正在享受取暖补贴", EN: "holds the heating subsidy", Obtain: "待遇信息核对"}
	act := eligibility.Act{
		ID: "yuntai:rules-2024", ZH: "虚构云台县办法", EN: "rules of Yuntai", Source: source(""), In: county, Force: cal.MustParsePeriod("2024-11-01/"),
		Programmes: []eligibility.Programme{{
			ID: "yuntai:heating", ZH: "取暖补贴", EN: "heating subsidy", Unit: eligibility.PerPerson, Source: source("第二条"),
			Root: eligibility.All(says("heating", "第二条", "同时符合下列条件", "all of these"),
				eligibility.Age(says("heating.old", "第二条第（一）项", "年满80周岁", "aged 80"), facts.PersonBirth, measure.AtLeast, 80),
				eligibility.Is(says("heating.stove", "第二条第（二）项", "燃煤取暖", "heats with coal"), stove.Key)),
			Pay: &eligibility.Pay{Source: source("第三条"), Parts: []eligibility.Part{{Criterion: says("heating.sum", "第三条", "每人每月", "a month"),
				Kind: eligibility.PayFixed, Limit: eligibility.Yuan(money.MustParse("80.00"))}}},
		}},
		// An open clause of the national act, filled.
		Fills: []eligibility.Fill{{Clause: national.HuliExtension, State: eligibility.Enacted, Source: source("第五条"),
			Node: eligibility.InPairs(says("more", "第五条", "三级精神残疾", "mental, grade three"), facts.PersonDisability,
				eligibility.Pair{Kind: identity.Mental, Grade: identity.GradeThree})}},
		// A national criterion, replaced by a provision that allows it.
		Overrides: []eligibility.Override{{Programme: national.Huli, Node: "huli.long_term", Source: source("第六条"),
			With: eligibility.Always(says("no_wait", "第六条", "不要求长期照护满六个月", "no six months of care"))}},
	}
	person := func(birth string) rules.Facts {
		return rules.Facts{People: [][]rules.Given{{{Fact: facts.PersonBirth, Value: eligibility.Day(cal.MustParse(birth))},
			{Fact: stove.Key, Value: eligibility.Bool(true)}}}}
	}
	file := rules.File{Namespace: "yuntai", Facts: []eligibility.Fact{stove, held}, Acts: []eligibility.Act{act}, Cases: []rules.Case{
		{ID: "old", ZH: "八十周岁", Programme: "yuntai:heating", Division: county, On: cal.MustParse("2025-03-01"), Facts: person("1945-03-01"), Want: eligibility.Eligible},
		{ID: "young", ZH: "差一天", Programme: "yuntai:heating", Division: county, On: cal.MustParse("2025-03-01"), Facts: person("1945-03-02"), Want: eligibility.NotEligible},
	}}

	body, err := rules.Join(facts.Dictionary(), nil, national.Acts(), file)
	if err != nil {
		fmt.Println(err)
		return
	}
	law, err := body.At(statutes.Query{Division: county, On: cal.MustParse("2025-03-01"), Fictitious: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	engine, err := assess.New(law)
	if err != nil {
		fmt.Println(err)
		return
	}
	household := &facts.Household{
		People: []facts.Person{{Ref: "uncle", Birth: facts.Documented(cal.MustParse("1941-06-01")), HoldingsComplete: facts.Checked(true),
			Life: facts.Vital{State: facts.Visited(facts.Living)},
			Disability: facts.Impairment{Certificates: []facts.Certificate{
				{Kind: identity.Mental, Grade: identity.GradeThree, State: facts.Documented(facts.CertificateValid)}}}}},
		Extra: []facts.Extra{{Fact: stove.Key, Person: "uncle", Bool: facts.Visited(true)}},
	}
	bound, err := bind.Household(law, household, eligibility.Documented)
	if err != nil {
		fmt.Println(err)
		return
	}
	uncle, _ := bound.Row("uncle")
	for _, p := range []eligibility.ProgrammeID{"yuntai:heating", national.Huli} {
		a, err := engine.Assess(bound.Case, uncle, p)
		if err != nil {
			fmt.Println(err)
			return
		}
		zh, _, _ := law.Title(p)
		fmt.Printf("%s：%s，%v\n", zh, eligibility.Results().Name(a.Result, language.Chinese), a.Amount)
	}
	changed, _ := law.Criterion(national.Huli, "no_wait")
	fmt.Println(changed.ZH, changed.Source.Cite(language.Chinese))
	// Output:
	// 取暖补贴：初步研判符合，80.00
	// 重度残疾人护理补贴：初步研判符合，不详
	// 不要求长期照护满六个月 虚构云台县办法第六条（虚构）
}
