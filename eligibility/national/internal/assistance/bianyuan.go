package assistance

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/station/measure"
)

// marginalProgramme is 低保边缘家庭: not fit for the allowance, income a head below the line, property within the rule. Income at the very
// standard is on the margin: the national text leaves no hole between the two.
func marginalProgramme(period string, d text.Document, article string) eligibility.Programme {
	return eligibility.Programme{
		ID: key.Bianyuan, ZH: "最低生活保障边缘家庭", EN: "household on the margin of the allowance", Unit: eligibility.PerHousehold, Force: text.During(period),
		Source: d.At(article), Next: []eligibility.ProgrammeID{key.DibaoSingle, key.Gangxing, key.Zhichu},
		Root: eligibility.Defined(d.Says("bianyuan", article, "低保边缘家庭条件", "conditions of a household on the margin"), key.BianyuanConditions),
	}
}

func marginalConditions(period string, d text.Document, article string) eligibility.Definition {
	note := ""
	if period != inPlan {
		note = pensionNote
	}
	return eligibility.Definition{
		ID: key.BianyuanConditions, ZH: "符合低保边缘家庭条件", EN: "fits the margin", Scope: eligibility.PerHousehold, Force: text.During(period), Source: d.At(article),
		Root: eligibility.All(d.Says("bianyuan.conditions", article, "低保边缘家庭条件", "conditions of a household on the margin"),
			eligibility.Not(text.Subsistence2021().Says("bianyuan.not_dibao", "第八条第二款", "不符合低保条件", "does not fit the allowance"),
				eligibility.Defined(text.Subsistence2021().Says("bianyuan.dibao", "第八条第二款", "符合低保条件", "fits the allowance"), key.DibaoConditions)),
			eligibility.PerHead(text.Noted(d.Says("bianyuan.income", article, "家庭人均收入低于低保边缘线", "income a head below the marginal line"), note),
				ofMembers(period == inPlan), eligibility.ByParam(key.BianyuanComparator),
				eligibility.Line{Limit: eligibility.Param(key.DibaoStandard), Ratio: eligibility.Param(key.BianyuanFactor), Heads: eligibility.Heads(),
					Months: eligibility.Param(key.IncomeMonths)}),
			eligibility.Delegated(d.Says("bianyuan.property", article, "财产符合当地低保边缘家庭财产状况规定", "property within the marginal-household rule"), key.BianyuanProperty)),
	}
}

// rigidSpending is 刚性支出困难家庭认定办法, from 2025-01-01. A recognition holds for twelve months at most; then one applies again.
func rigidSpending() eligibility.Act {
	d := text.Rigid2024()
	return eligibility.Act{
		ID: "gangxing-2025", ZH: "刚性支出困难家庭认定办法", EN: "Measures on Households with Rigid Spending", Number: "民发〔2024〕57号",
		Source: d.At(""), Force: text.During("2025-01-01/"),
		Programmes:  []eligibility.Programme{rigidProgramme("2025-01-01/2026-07-01", d, [4]string{"第四条第一款", "第四条第一款第（三）项", "第四条第一款第（四）项", ""})},
		Definitions: []eligibility.Definition{rigidIncome("2025-01-01/2026-01-01", d, "第四条第一款第（二）项"), rigidIncome(afterPlan, d, "第四条第一款第（二）项")},
		Values: []eligibility.Value{{Param: key.GangxingComparator, Force: text.During("2025-01-01/2026-07-01"), Comparator: measure.MoreThan,
			Source: d.At("第四条第一款第（四）项")}},
		Deadlines: []eligibility.Deadline{{ID: "gangxing.valid", Programme: key.Gangxing, ZH: "刚性支出困难家庭认定有效期", EN: "validity of the recognition",
			From: "认定之日", Days: 12, Basis: eligibility.MonthsBasis, Source: d.At("第十条")}},
	}
}

func rigidIncome(period string, d text.Document, article string) eligibility.Definition {
	plan14, note := !text.During(period).From().After(text.During(inPlan).Last()), incomeNote
	if !plan14 {
		note += "；" + pensionNote
	}
	return eligibility.Definition{
		ID: key.GangxingIncome, ZH: "家庭人均收入低于上年度人均可支配收入", EN: "income a head below the average disposable income", Scope: eligibility.PerHousehold,
		Force: text.During(period), Source: d.At(article),
		Root: eligibility.PerHead(text.Noted(d.Says("gangxing.income", article, "家庭人均收入低于上年度当地居民人均可支配收入", "income a head below last year's disposable income"), note),
			ofMembers(plan14), eligibility.By(measure.LessThan),
			eligibility.Line{Limit: eligibility.Param(key.DisposableIncome), Heads: eligibility.Heads(), Months: eligibility.Param(key.IncomeMonths)}),
	}
}

// rigidProgramme takes the whole condition, the property and the ratio from d, in these articles; who is left out and the other local
// conditions stand in the measures of 2024 alone.
func rigidProgramme(period string, d text.Document, at [4]string) eligibility.Programme {
	m := text.Rigid2024()
	const out, other = "第四条第一款第（一）项", "第四条第一款第（五）项"
	held := func(id, zh, en string, p eligibility.ProgrammeID) *eligibility.Node {
		return eligibility.AnyOf(m.Says(id, out, zh, en), eligibility.Members, nil, eligibility.Holds(m.Says(id+".is", out, zh, en), p))
	}
	note := "比例由当地规定，须超过该比例"
	return eligibility.Programme{
		ID: key.Gangxing, ZH: "刚性支出困难家庭", EN: "household in hardship through rigid spending", Unit: eligibility.PerHousehold, Force: text.During(period),
		Source: d.At(at[0]), Next: []eligibility.ProgrammeID{key.Zhichu},
		Root: eligibility.All(d.Says("gangxing", at[0], "刚性支出困难家庭条件", "conditions of rigid spending"),
			eligibility.Not(text.Noted(m.Says("gangxing.out", out, "未纳入低保、特困范围，未被认定为低保边缘家庭", "not on the allowance, not on the margin"),
				"家庭成员中的特困人员单独保障，不计入本户，其余成员另行认定"),
				eligibility.Any(m.Says("gangxing.in", out, "已纳入低保或者已被认定为低保边缘家庭", "on the allowance or the margin"),
					held("gangxing.dibao", "已纳入低保", "on the allowance", key.Dibao),
					eligibility.EveryOf(m.Means("gangxing.single", out, "家庭成员均按单人户纳入低保", "everybody on the allowance alone",
						"个别成员按单人户纳入低保的，其家庭没有纳入低保，其余成员可以另行认定"), eligibility.Members, nil,
						eligibility.Holds(m.Says("gangxing.single.is", out, "已按单人户纳入低保", "on the allowance alone"), key.DibaoSingle)),
					held("gangxing.bianyuan", "已被认定为低保边缘家庭", "recognised on the margin", key.Bianyuan))),
			eligibility.Defined(d.Says("gangxing.below", at[0], "人均收入低于上年度人均可支配收入", "income a head below disposable income"), key.GangxingIncome),
			eligibility.Delegated(d.Says("gangxing.property", at[1], "财产符合当地规定", "property within the rigid-spending rule"), key.GangxingProperty),
			eligibility.Share(text.Noted(d.Says("gangxing.ratio", at[2], "刚性支出占家庭总收入的比例超出当地规定", "rigid spending above the local share of income"), note+at[3]),
				rigidSum(), eligibility.ByParam(key.GangxingComparator), eligibility.Param(key.GangxingRatio), eligibility.Total(facts.HouseholdIncomeYear)),
			eligibility.Not(m.Says("gangxing.other", other, "符合县级以上地方政府规定的其他条件", "fits the other local conditions"),
				eligibility.OpenClause(m.Says("gangxing.excluded", other, "不符合当地规定的其他条件", "fails other local conditions"), key.GangxingExcluded))),
	}
}

// rigidSum is the spending of the twelve months before the application (第五条). Living costs count unless the place leaves them out.
func rigidSum() eligibility.Sum {
	return eligibility.Sum{Terms: append(eligibility.PlusUnless(key.GangxingLiving, facts.HouseholdSpendingLiving),
		eligibility.Plus(facts.HouseholdSpendingMedical, facts.HouseholdSpendingEducation, facts.HouseholdSpendingRehab, facts.HouseholdSpendingOther)...)}
}
