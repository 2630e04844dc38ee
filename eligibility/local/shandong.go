package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
)

// Shandong returns what is known of Shandong (山东省, 370000): the marginal line, from 2022-11-01 to 2027-10-31, above the standard
// and below 1.5 times it. A place may go to less than twice the standard but not above the monthly minimum wage, of which no value is
// recorded: where a place has set a wider line, an income of 1.5 times and more waits for it. In 青岛 a household is on the margin too if
// its income less the rigid spending of a year is below 1.5 times.
//
// Gaps: which places have; the minimum wage; the 特困 basic standard of 青岛, 1.5 times; property rules; standards. 临沂's 特困 standards of 2021 were printed by one county, and are recorded for it alone.
func Shandong() []eligibility.Act {
	t := reported("山东省低保边缘家庭认定办法（工人日报2022年10月10日报道）")
	force := through("2022-11-01", "2027-10-31")
	a := t.act("shandong:bianyuan-2022", "山东省低保边缘家庭认定办法", "Shandong measures on marginal households", "37", force,
		noted(noteAbove, comparator(bianyuanComparator, measure.LessThan), ratio(bianyuanFactor, "3/2")))
	a.Overrides = aboveTheStandard(t, "37", force, shandongWage)
	a.Parameters = []eligibility.Parameter{{Key: shandongWage, ZH: "月最低工资标准（低保边缘线的上限）",
		EN: "monthly minimum wage, the ceiling of the marginal line", Kind: eligibility.MoneyParam, Source: t.at(""),
		Set: []eligibility.Delegation{{Levels: []division.Level{division.Province, division.Prefecture, division.County},
			Mode: eligibility.MayOverride, Source: t.at("")}}}}
	elders := official("《山东省养老服务条例》")
	qingdao := reported("青岛市低保边缘家庭认定规定（青岛政务网2023年3月24日，转述）")
	ways := qingdao.act("shandong:qingdao-bianyuan-2023", "青岛市低保边缘家庭认定规定", "rules on marginal households in Qingdao", "3702",
		through("2023-03-24", "2027-10-31"), nil)
	ways.Overrides = bySpending(qingdao, aboveTheStandard(t, "3702", ways.Force, shandongWage))
	yishui := official("沂水县人民政府网站2021年12月3日信息")
	return []eligibility.Act{a, ways,
		oldAge(elders, "shandong:gaoling", "山东省高龄津贴规定", "old-age allowance of Shandong", "37", "", eligibility.Is(elders.means("shandong:gaoling.hukou",
			"具有本省户籍", "registered in the province", "由户籍地发放，按本县户籍判断"), facts.PersonHukouHere)),
		yishui.act("shandong:yishui-tekun-2021", "临沂市特困人员救助供养标准（沂水县公布）", "destitute standards of Linyi, as Yishui published them", "371323",
			since("2021-12-03"), noted(noteKnown, in("371323", monthly(tekunBasic, urban, 990), monthly(tekunBasic, rural, 754),
				monthly(careAble, both, 165), monthly(carePartial, both, 440), monthly(careFull, both, 770))...))}
}

// bySpending adds to each income test of marginal households the way of 青岛: income below the average disposable income, and below 1.5 times
// the standard once the spending of the twelve months before is taken off.
func bySpending(t text, tests []eligibility.Override) []eligibility.Override {
	line := func(c eligibility.Criterion, sum eligibility.Sum, op measure.Comparator, limit eligibility.ParamKey, times string) *eligibility.Node {
		return eligibility.PerHead(c, sum, eligibility.By(op), eligibility.Line{Limit: eligibility.Param(limit),
			Ratio: eligibility.Times(measure.MustParseRatio(times)), Heads: eligibility.Heads(), Months: eligibility.Number(12)})
	}
	income := eligibility.Total(facts.HouseholdIncomeYear)
	after := eligibility.Sum{Terms: append(eligibility.Plus(facts.HouseholdIncomeYear), eligibility.Less(facts.HouseholdSpendingMedical, facts.HouseholdSpendingEducation,
		facts.HouseholdSpendingRehab, facts.HouseholdSpendingOther)...)}
	for i := range tests {
		tests[i].Source = t.at("")
		tests[i].With = eligibility.Any(t.says("qingdao.income", "收入或者扣除刚性支出后的收入在低保边缘线以内",
			"income, or income less rigid spending, within the marginal line"), tests[i].With,
			eligibility.All(t.means("qingdao.spending", "收入型以外的支出型途径", "the way by spending",
				"支出为申请前12个月的医疗、教育、残疾康复、因灾支出，因灾支出记入其他支出；收入低于1.5倍的按收入型判断"),
				line(t.says("qingdao.spending.income", "家庭人均收入低于上年度人均可支配收入", "income a head below the disposable income"), income, measure.LessThan, disposable, "1"),
				line(t.means("qingdao.spending.above", "家庭人均收入不低于低保标准的1.5倍", "income a head is 1.5 times the standard or more",
					"收入低于1.5倍的按收入型判断"), income, measure.AtLeast, standard, "3/2"),
				line(t.says("qingdao.spending.after", "扣除支出后人均低于低保标准的1.5倍", "income a head less spending is below 1.5 times the standard"), after, measure.LessThan, standard, "3/2")))
	}
	return tests
}
