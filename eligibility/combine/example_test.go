package combine_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/combine"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// A child of the invented county of 云台 fits both the support of the destitute and the benefit of children whom nobody raises.
// The law leaves two ways, and with the first goes the living subsidy that the child has now.
func ExampleCombine() {
	source := func(article string) vocab.Source {
		return vocab.Source{Document: "云台县待遇并享办法（虚构）", Article: article, Provenance: vocab.Fictitious}
	}
	programme := func(id eligibility.ProgrammeID, zh, en string) eligibility.Programme {
		return eligibility.Programme{ID: id, ZH: zh, EN: en, Unit: eligibility.PerPerson, Source: source("第一条"),
			Root: eligibility.Holds(eligibility.Criterion{ID: "held", ZH: "已享受", EN: "held", Source: source("第一条")}, id)}
	}
	held := func(id eligibility.ProgrammeID) eligibility.Fact {
		return eligibility.Fact{Key: eligibility.HoldsFact(id), Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "已享受", EN: "held"}
	}
	paid := eligibility.Fact{Key: combine.PaidFact("living"), Scope: eligibility.PerPerson, Kind: eligibility.MoneyFact, ZH: "每月生活补贴", EN: "living subsidy a month"}
	dictionary, err := eligibility.NewDictionary(held("destitute"), held("child"), held("living"), paid)
	if err != nil {
		panic(err)
	}
	body, err := statutes.New(dictionary, nil, eligibility.Act{
		ID: "yuntai", ZH: "云台县待遇并享办法", EN: "rules of Yuntai", Source: source("第一条"), Force: cal.Since(cal.MustParse("2025-01-01")),
		Programmes: []eligibility.Programme{programme("destitute", "特困供养", "support of the destitute"), programme("child", "儿童补贴", "child benefit"),
			programme("living", "生活补贴", "living subsidy")},
		Stackings: []eligibility.Stacking{
			{A: "child", B: "destitute", Rule: eligibility.ChooseOrDifference, ZH: "择一，或者补差发放", EN: "one of the two, or a difference", Source: source("第三条")},
			{A: "destitute", B: "living", Rule: eligibility.Excludes, ZH: "特困人员不享受生活补贴", EN: "no living subsidy for the destitute", Source: source("第四条")},
			{A: "child", B: "living", Rule: eligibility.Difference, ZH: "已有生活补贴的补差发放", EN: "a difference beside the living subsidy", Source: source("第五条")},
		},
	})
	if err != nil {
		panic(err)
	}
	law, err := body.At(statutes.Query{On: cal.MustParse("2026-03-01"), Fictitious: true})
	if err != nil {
		panic(err)
	}

	c := eligibility.NewCase(dictionary)
	child, _ := c.AddPerson()
	_ = c.Put(eligibility.HoldsFact("living"), child, eligibility.Bool(true), true)
	_ = c.Put(paid.Key, child, eligibility.Money(money.MustParse("100.00")), true)
	found := func(id eligibility.ProgrammeID, yuan string) eligibility.Assessment { // as law.Assess finds it
		return eligibility.Assessment{Programme: id, Row: child, Result: eligibility.Eligible, Law: law.Fingerprint(), Amount: known.Of(money.MustParse(yuan))}
	}
	plan, err := combine.Combine(law, c, []int{child}, []eligibility.Assessment{found("destitute", "1000.00"), found("child", "1800.00")})
	if err != nil {
		panic(err)
	}

	name := func(i int) string {
		p, _ := law.Programme(plan.Claims[i].Programme)
		return p.ZH
	}
	for _, e := range plan.Effects {
		fmt.Printf("%s与%s：%s。依据：%s\n", name(e.A), name(e.B), e.Rule.ZH, e.Rule.Source.Cite(language.Chinese))
	}
	for _, choice := range plan.Choices {
		for i, way := range choice.Ways {
			fmt.Printf("方案%d：", i+1)
			for _, k := range way.Keep {
				fmt.Printf("%s ", name(k))
			}
			fmt.Printf("合计每月%s元\n", way.Monthly)
		}
	}
	fmt.Println("由家庭选择，以民政部门审核确认为准")
	// Output:
	// 儿童补贴与特困供养：择一，或者补差发放。依据：云台县待遇并享办法（虚构）第三条（虚构）
	// 特困供养与生活补贴：特困人员不享受生活补贴。依据：云台县待遇并享办法（虚构）第四条（虚构）
	// 儿童补贴与生活补贴：已有生活补贴的补差发放。依据：云台县待遇并享办法（虚构）第五条（虚构）
	// 方案1：特困供养 儿童补贴 合计每月1800.00元
	// 方案2：儿童补贴 生活补贴 合计每月1800.00元
	// 由家庭选择，以民政部门审核确认为准
}
