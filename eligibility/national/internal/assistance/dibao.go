package assistance

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/eligibility/national/severe"
	"github.com/shegong/shegong/station/measure"
)

// Whatever counts income after 第十三条 has these versions: the central base pension left out during the 14th five-year plan,
// counted after it, and the statute.
const (
	inPlan    = "2021-07-01/2026-01-01"
	afterPlan = "2026-01-01/2026-07-01"
	byStatute = "2026-07-01/"
)

// 优待抚恤金 is out by the measures, and since 2024-10-01 by an act of the State Council for every benefit.
const incomeNote = "收入按民发〔2021〕57号第十三条核算；优待抚恤金自2024年10月1日起并依《军人抚恤优待条例》第四条不计入"

const pensionNote = "“十四五”期间不计入中央确定的城乡居民基础养老金的规定止于2025年12月31日，未见延续的全国规定；此后按计入理解，本省继续不计入的从其规定"

// subsistence is 最低生活保障审核确认办法 of 2021: the allowance of a household, of one person, in gradual exit. Its condition is that
// of 社会救助暂行办法第九条. No member is left out for his ability to work, and no ability stands in for income.
func subsistence() eligibility.Act {
	d := text.Subsistence2021()
	return eligibility.Act{
		ID: "dibao-2021", ZH: "最低生活保障审核确认办法", EN: "Measures on the Subsistence Allowance (2021)", Number: "民发〔2021〕57号",
		Source: d.At(""), Force: text.During("2021-07-01/"),
		Programmes: []eligibility.Programme{
			subsistenceProgramme(inPlan, text.Interim2014(), "第九条"), subsistenceProgramme(afterPlan, text.Interim2014(), "第九条"),
			singleProgramme("2021-07-01/2022-10-20", nil, nil), gradualExit(), workRefused(),
			marginalProgramme("2021-07-01/2026-07-01", d, "第八条第二款"),
		},
		Definitions: append(append(subsistenceLines(inPlan, text.Interim2014(), "第九条"), subsistenceLines(afterPlan, text.Interim2014(), "第九条")...),
			memberDefinition(), subsistenceConditions(), marginalConditions(inPlan, d, "第八条第二款"), marginalConditions(afterPlan, d, "第八条第二款")),
		Values: []eligibility.Value{
			{Param: key.BianyuanFactor, Force: text.During("2021-07-01/2026-07-01"), Ratio: measure.MustParseRatio("1.5"), Source: d.At("第八条第二款")},
			{Param: key.BianyuanComparator, Force: text.During("2021-07-01/2026-07-01"), Comparator: measure.LessThan, Source: d.At("第八条第二款")},
		},
		Deadlines: []eligibility.Deadline{
			{ID: "dibao.review", Programme: key.Dibao, ZH: "低保家庭定期核查（短期内经济状况变化不大）", EN: "review where little changes", From: "确认或者上次核查之日",
				Days: 12, Basis: eligibility.MonthsBasis, Source: d.At("第三十一条第二款")},
			{ID: "dibao.review.half_year", Programme: key.Dibao, ZH: "低保家庭定期核查（收入来源不固定、成员有劳动能力）", EN: "review where income is unsteady or members can work",
				From: "确认或者上次核查之日", Days: 6, Basis: eligibility.MonthsBasis, Source: d.At("第三十一条第二款")},
		},
	}
}

// subsistenceWidened is the notice of 2022-10-20: an adult without work who is severely disabled may apply as if he lived alone.
func subsistenceWidened() eligibility.Act {
	d := text.Notice2022()
	return eligibility.Act{
		ID: "dibao-2022", ZH: "关于进一步做好最低生活保障等社会救助兜底保障工作的通知", EN: "Notice Widening Basic Assistance (2022)", Number: "民发〔2022〕83号",
		Source: d.At(""), Force: text.During("2022-10-20/"),
		Programmes: []eligibility.Programme{
			singleProgramme("2022-10-20/2026-01-01", joblessDisabled(), nil), singleProgramme(afterPlan, joblessDisabled(), nil),
		},
	}
}

// subsistenceLines are the income tests of a household and of one person; article of d is the condition.
func subsistenceLines(period string, d text.Document, article string) []eligibility.Definition {
	plan14, note := period == inPlan, incomeNote
	if !plan14 {
		note += "；" + pensionNote
	}
	line := func(heads eligibility.Operand) eligibility.Line {
		return eligibility.Line{Limit: eligibility.Param(key.DibaoStandard), Heads: heads, Months: eligibility.Param(key.IncomeMonths)}
	}
	const own = "单独提出申请的，按本人一人核算收入；" // our reading of 单独提出申请
	return []eligibility.Definition{
		{ID: key.DibaoIncome, ZH: "家庭人均收入低于低保标准", EN: "income a head below the standard", Scope: eligibility.PerHousehold, Force: text.During(period),
			Source: d.At(article), Root: eligibility.PerHead(text.Noted(d.Says("dibao.income", article, "共同生活的家庭成员人均收入低于当地低保标准",
				"income a head of the household below the subsistence standard"), note), ofMembers(plan14), eligibility.By(measure.LessThan), line(eligibility.Heads()))},
		{ID: key.DibaoOwnIncome, ZH: "本人收入低于低保标准", EN: "own income below the standard", Scope: eligibility.PerPerson, Force: text.During(period),
			Source: d.At(article), Root: eligibility.PerHead(d.Means("dibao.own_income", article, "本人收入低于当地低保标准",
				"own income below the subsistence standard", own+note), ofOneself(plan14), eligibility.By(measure.LessThan), line(eligibility.Operand{}))},
	}
}

// subsistenceConditions is 符合低保条件, which the household on the margin must not fit.
func subsistenceConditions() eligibility.Definition {
	d := text.Interim2014()
	return eligibility.Definition{ID: key.DibaoConditions, ZH: "符合低保条件", EN: "fits the allowance", Scope: eligibility.PerHousehold, Source: d.At("第九条"),
		Root: eligibility.All(d.Says("dibao.conditions", "第九条", "收入和财产均符合低保条件", "income and property fit"),
			eligibility.Defined(d.Says("dibao.conditions.income", "第九条", "人均收入低于低保标准", "income a head below the standard"), key.DibaoIncome),
			eligibility.Delegated(text.Subsistence2021().Says("dibao.property", "第十四条", "财产符合当地低保家庭财产状况规定", "property within the subsistence rule"), key.DibaoProperty))}
}

func subsistenceProgramme(period string, d text.Document, article string) eligibility.Programme {
	return eligibility.Programme{
		ID: key.Dibao, ZH: "最低生活保障（家庭）", EN: "subsistence allowance of a household", Unit: eligibility.PerHousehold, Force: text.During(period),
		Source: d.At(article), Next: []eligibility.ProgrammeID{key.DibaoExit, key.Bianyuan, key.DibaoSingle, key.Gangxing, key.Zhichu}, Pay: subsistencePay(period == inPlan),
		Root: eligibility.Defined(d.Says("dibao", article, "最低生活保障条件", "conditions of the subsistence allowance"), key.DibaoConditions),
	}
}

// subsistencePay is the gap on the household's total, or by tiers where the place pays tiers, and the top-ups of 分类施保, once for
// each member who fits whatever the number of reasons.
func subsistencePay(plan14 bool) *eligibility.Pay {
	d := text.Subsistence2021()
	const amount, topUp = "第二十三条", "第二十七条"
	tiered := func(id string) *eligibility.Node {
		return eligibility.OpenClause(d.Says(id, amount, "当地采取分档方式", "the place pays by tiers"), key.DibaoTiers)
	}
	parts := []eligibility.Part{{
		Criterion: d.Says("pay.gap", amount, "按人均收入与低保标准的实际差额计算", "the gap to the standard"), Kind: eligibility.PayGap,
		When:  eligibility.Not(d.Says("pay.gap.when", amount, "当地未采取分档方式", "the place does not pay by tiers"), tiered("pay.gap.tiers")),
		Limit: eligibility.Param(key.DibaoStandard), Heads: eligibility.Heads(), Left: ofMembers(plan14), Months: eligibility.Param(key.IncomeMonths),
	}}
	for _, t := range []struct {
		word, zh string
		sum      eligibility.ParamKey
	}{{"one", "一档", key.DibaoTierOne}, {"two", "二档", key.DibaoTierTwo}, {"three", "三档", key.DibaoTierThree}, {"four", "四档", key.DibaoTierFour}} {
		parts = append(parts, eligibility.Part{Criterion: d.Says("pay.tier."+t.word, amount, "分档计算（"+t.zh+"）", "tier "+t.word), Kind: eligibility.PayFixed,
			When: eligibility.All(d.Says("pay.tier."+t.word+".when", amount, "分档计发且核定为"+t.zh, "paid by tiers, tier "+t.word), tiered("pay.tier."+t.word+".tiers"),
				eligibility.InWords(d.Says("pay.tier."+t.word+".is", amount, "核定为"+t.zh, "tier "+t.word), facts.HouseholdDibaoTier, t.word)),
			Limit: eligibility.Param(t.sum), Heads: eligibility.Heads()})
	}
	severe := func(id string) *eligibility.Node {
		return eligibility.Any(d.Says(id, topUp, "重度残疾人、重病患者", "severely disabled or gravely ill"),
			eligibility.InPairs(d.Means(id+".disabled", topUp, "重度残疾人", "severely disabled", "办法没有界定，按一级、二级残疾理解"),
				facts.PersonDisability, eligibility.Severe(eligibility.SevereGrades())...),
			eligibility.Is(d.Says(id+".ill", topUp, "重病患者", "gravely ill"), facts.PersonSeriousIllness))
	}
	enacted := func(id string) *eligibility.Node {
		return eligibility.OpenClause(d.Says(id, topUp, "当地规定了分类施保增发", "the place tops up by group"), key.DibaoTopUp)
	}
	age := func(id, zh, en string, op measure.Comparator, years int) *eligibility.Node {
		return eligibility.Age(d.Means(id, topUp, zh, en, "老年人按60周岁以上、未成年人按不满18周岁理解"), facts.PersonBirth, op, years)
	}
	parts = append(parts,
		eligibility.Part{Criterion: d.Says("pay.severe", topUp, "分类施保（重度残疾人、重病患者）", "top-up, disabled or ill"), Kind: eligibility.PayFixed,
			When: enacted("pay.severe.when"), Each: severe("pay.severe.who"), Limit: eligibility.Param(key.DibaoTopUpSevere)},
		eligibility.Part{Criterion: d.Means("pay.age", topUp, "分类施保（老年人、未成年人）", "top-up, old or minor", "一人符合多种情形的只增发一次"), Kind: eligibility.PayFixed,
			When: enacted("pay.age.when"), Limit: eligibility.Param(key.DibaoTopUpAge),
			Each: eligibility.All(d.Says("pay.age.who", topUp, "老年人、未成年人（未按重残、重病增发）", "old or minor, not topped up already"),
				eligibility.Not(d.Says("pay.age.once", topUp, "未按重残、重病增发", "not topped up already"), severe("pay.age.severe")),
				eligibility.Any(d.Says("pay.age.is", topUp, "老年人或者未成年人", "old or minor"),
					age("pay.age.old", "老年人", "60 or older", measure.AtLeast, 60), age("pay.age.minor", "未成年人", "under 18", measure.LessThan, 18)))})
	return &eligibility.Pay{Parts: parts, Round: key.DibaoRounding, Source: d.At(amount)}
}

// singleProgramme is 单人户: who may apply alone, and whose own income is below the standard. Wider routes are added by the notice of 2022
// and the statute of 2026.
func singleProgramme(period string, jobless, hardship *eligibility.Node) eligibility.Programme {
	d := text.Subsistence2021()
	plan14 := text.During(inPlan).Covers(text.During(period))
	routes := []*eligibility.Node{
		inMarginal(d, "single.disabled", "第八条第一款第（一）项", "边缘家庭中的一级、二级重度残疾人和三级智力、精神残疾人", "severely disabled, in a marginal household",
			severe.Marginal().Node("single.disabled.grade")),
		inMarginal(d, "single.ill", "第八条第一款第（二）项", "边缘家庭中患有重特大疾病的人员", "gravely ill, in a marginal household",
			eligibility.Is(d.Says("single.ill.is", "第八条第一款第（二）项", "患有当地认定的重特大疾病", "a grave illness on the local list"), facts.PersonSeriousIllness)),
		eligibility.All(d.Says("single.clergy", "第八条第一款第（三）项", "脱离家庭、在宗教场所居住三年以上的生活困难的宗教教职人员", "clergy in hardship, apart for three years"),
			clergyApart(d, "single.clergy.apart", "第八条第一款第（三）项"), ownProperty(d, "single.clergy.property", "第八条第一款第（三）项")),
		eligibility.OpenClause(d.Says("single.other", "第八条第一款第（四）项", "县级以上民政部门规定的其他特殊困难人员", "others in special hardship"), key.SingleOther),
	}
	for _, more := range []*eligibility.Node{jobless, hardship} {
		if more != nil {
			routes = append(routes, more)
		}
	}
	fixed := func(id string) *eligibility.Node {
		return eligibility.OpenClause(d.Says(id, "第二十三条", "当地按定额发放", "the place pays a fixed sum"), key.SingleFixedSum)
	}
	return eligibility.Programme{
		ID: key.DibaoSingle, ZH: "最低生活保障（单人户）", EN: "subsistence allowance of one person", Unit: eligibility.PerPerson, Force: text.During(period),
		Source: d.At("第八条第一款"), Next: []eligibility.ProgrammeID{key.Bianyuan, key.Gangxing, key.Zhichu},
		Root: eligibility.All(d.Says("dibao_single", "第八条第一款", "单独提出申请的条件", "conditions of applying alone"),
			eligibility.Any(d.Says("single.who", "第八条第一款", "可以单独提出申请的人员", "who may apply alone"), routes...),
			eligibility.Defined(d.Means("single.income", "第八条第一款", "本人收入低于低保标准", "own income below the standard",
				"单独提出申请的，按本人一人核算收入"), key.DibaoOwnIncome)),
		Pay: &eligibility.Pay{Round: key.DibaoRounding, Source: d.At("第二十三条"), Parts: []eligibility.Part{
			{Criterion: d.Says("pay.sum", "第二十三条", "单人户定额", "fixed sum"), Kind: eligibility.PayFixed, When: fixed("pay.sum.when"), Limit: eligibility.Param(key.DibaoSingleSum)},
			{Criterion: d.Says("pay.gap", "第二十三条", "按本人收入与低保标准的差额计算", "the gap to the standard"), Kind: eligibility.PayGap,
				When:  eligibility.Not(d.Says("pay.gap.when", "第二十三条", "当地未按定额发放", "the place pays no fixed sum"), fixed("pay.gap.fixed")),
				Limit: eligibility.Param(key.DibaoStandard), Left: ofOneself(plan14), Months: eligibility.Param(key.IncomeMonths)}}},
	}
}

// inMarginal is a member of a household that fits 低保边缘, of whom more is said.
func inMarginal(d text.Document, id, article, zh, en string, more *eligibility.Node) *eligibility.Node {
	return eligibility.All(d.Says(id, article, zh, en),
		eligibility.Defined(d.Says(id+".member", article, "家庭成员", "a member of the household"), key.Member),
		eligibility.Qualifies(d.Says(id+".marginal", article, "所在家庭符合低保边缘家庭条件", "his household fits the margin"), key.Bianyuan), more)
}

func ownProperty(d text.Document, id, article string) *eligibility.Node {
	return eligibility.Delegated(d.Means(id, article, "本人财产符合当地规定", "own property within the local rule", "单独申请的，按本人财产核查"), key.SingleProperty)
}

// joblessDisabled is the route of the notice of 2022. It asks nothing of the household: his own income and property count.
func joblessDisabled() *eligibility.Node {
	d := text.Notice2022()
	const article = "一（一）"
	return eligibility.All(d.Says("single.jobless", article, "成年无业重度残疾人", "an adult without work, severely disabled"),
		eligibility.Age(d.Says("single.jobless.adult", article, "成年", "18 or older"), facts.PersonBirth, measure.AtLeast, 18),
		eligibility.Not(d.Says("single.jobless.no_work", article, "无业", "without work"),
			eligibility.Is(d.Says("single.jobless.employed", article, "已就业", "has work"), facts.PersonEmployed)),
		severe.Jobless().Node("single.jobless.grade"), ownProperty(d, "single.jobless.property", article))
}

// gradualExit is 渐退期: the allowance goes on for some months after work has lifted the income a head above the standard. How long the place
// says; since 2022-10-20 in principle no more than six months.
func gradualExit() eligibility.Programme {
	d := text.Subsistence2021()
	const article = "第三十三条"
	return eligibility.Programme{
		ID: key.DibaoExit, ZH: "低保渐退期", EN: "gradual exit from the allowance", Unit: eligibility.PerHousehold, Source: d.At(article),
		Next: []eligibility.ProgrammeID{key.Bianyuan, key.Gangxing, key.Zhichu},
		Root: eligibility.All(d.Says("jiantui", article, "低保渐退条件", "conditions of gradual exit"),
			eligibility.Holds(d.Says("jiantui.dibao", article, "最低生活保障家庭", "on the allowance"), key.Dibao),
			eligibility.Not(d.Says("jiantui.above", article, "家庭人均收入不再低于低保标准", "income a head no longer below the standard"),
				eligibility.Defined(d.Says("jiantui.income", article, "人均收入低于低保标准", "income a head below the standard"), key.DibaoIncome)),
			eligibility.Delegated(d.Means("jiantui.property", "第十四条", "财产仍符合低保家庭财产状况规定", "property still within the subsistence rule",
				"渐退只因就业收入超过标准，财产不符合的按不适用理解"), key.DibaoProperty),
			eligibility.Is(d.Says("jiantui.work", article, "因就业收入超过标准", "through work"), facts.HouseholdExitByWork),
			eligibility.Compare(text.Noted(d.Says("jiantui.months", article, "仍在渐退期内", "still within the months of exit"),
				"渐退期由当地规定；2022年10月20日起原则上不超过6个月，见民发〔2022〕83号一（三）"),
				facts.HouseholdExitMonth, eligibility.By(measure.AtMost), eligibility.Param(key.DibaoExitMonths))),
	}
}

// workRefused is the case for 减发或者停发本人低保金: three refusals of suitable work in a row, an acceptance between them starting the count again. It
// is a burden, not a benefit, and falls on the share of this person only; 减发 or 停发 the county decides.
func workRefused() eligibility.Programme {
	d := text.Subsistence2021()
	const article = "第三十四条"
	return eligibility.Programme{
		ID: key.DibaoCut, ZH: "减发或者停发本人低保金的情形（连续三次拒绝就业）", EN: "reduction of one's own share after refusing work", Unit: eligibility.PerPerson, Source: d.At(article),
		Root: eligibility.All(d.Says("jianfa", article, "应当减发或者停发其本人低保金的情形", "when one's own share is reduced or stopped"),
			eligibility.Holds(d.Says("jianfa.dibao", article, "最低生活保障家庭成员", "member of a household on the allowance"), key.Dibao),
			eligibility.Is(d.Says("jianfa.able", article, "有就业能力", "able to work"), facts.PersonAbleToWork),
			eligibility.Not(d.Says("jianfa.jobless", article, "未就业", "without work"),
				eligibility.Is(d.Says("jianfa.employed", article, "已就业", "has work"), facts.PersonEmployed)),
			eligibility.Compare(d.Says("jianfa.refusals", article, "无正当理由，连续3次拒绝接受介绍的适合工作", "three refusals of suitable work in a row"),
				facts.PersonRefusals, eligibility.By(measure.AtLeast), eligibility.Number(3))),
	}
}
