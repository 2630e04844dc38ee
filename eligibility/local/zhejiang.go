package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/measure"
)

// Zhejiang returns what is known of Zhejiang (浙江省, 330000): its ordinance, by which the marginal line itself is included (1.5倍
// 以下); the wider line of 杭州; and of 宁波市鄞州区 the standard, line, property rules and way in by spending of December 2022; in 绍兴 the old-age allowance from 80. Refusals
// of work are counted within six months.
//
// Gaps: that the marginal line is never above the minimum wage, which is not recorded; the property of the families of obligors in 鄞州,
// which an official finds, and the support they are taken to pay, which is recorded as income; standards of other places; 两项补贴
// (30 % of the local standard).
func Zhejiang() []eligibility.Act {
	ordinance, hangzhou := official("《浙江省社会救助条例》"), reported("杭州市低保边缘家庭认定规定（网页转述）")
	twice := in("3301", ratio(bianyuanFactor, "2"))
	line := []eligibility.Value{comparator(bianyuanComparator, measure.AtMost), ratio(bianyuanFactor, "3/2")}
	for i := range line {
		line[i].Source = ordinance.at("第十三条")
	}
	most := eligibility.Value{Param: reliefCap, Count: 6, Source: ordinance.at("第三十九条"), Note: "一次性救助；特殊情况可以至12个月"}
	refused := ordinance.says("jianfa.refusals", "无正当理由，六个月内连续三次拒绝接受介绍的适合工作",
		"three refusals of suitable work in a row, within six months")
	refused.Source.Article, refused.Note = "第三十六条", "全国办法没有“六个月内”；在浙江只计六个月以内的次数"
	act := ordinance.act("zhejiang:jiuzhu-2020", "浙江省社会救助条例", "Zhejiang ordinance on social assistance", "33", since("2021-07-01"),
		noted("条例2020年修正，此处自全国规定低保边缘家庭之日起录入；市、县可以调整范围，但不超过最低月工资标准", append(line, most)...))
	act.Overrides = []eligibility.Override{{Programme: "dibao_jianfa", Node: "jianfa.refusals", Division: place("33"), Force: act.Force,
		Source: refused.Source, With: eligibility.Compare(refused, facts.PersonRefusals, eligibility.By(measure.AtLeast), eligibility.Number(3))}}
	// 第十一条 gives the days; from which event they run is read as in the national measures.
	days := ordinance.means("days", "", "", "").Source
	days.Article = "第十一条"
	act.Deadlines = []eligibility.Deadline{
		{ID: "dibao.survey", Programme: dibao, ZH: "乡镇（街道）调查核实并提出审核意见", EN: "the township checks and gives its view",
			From: "受理申请之日", Days: 15, Basis: eligibility.WorkingDays, Source: days},
		{ID: "dibao.confirm", Programme: dibao, ZH: "县级民政部门作出决定", EN: "the county decides", From: "收到审核意见和材料之日", Days: 5,
			Basis: eligibility.WorkingDays, Source: days},
	}
	return []eligibility.Act{
		act,
		hangzhou.act("zhejiang:hangzhou-bianyuan-2022", "杭州市低保边缘家庭收入线", "marginal line of Hangzhou", "3301",
			since("2022-01-01"), noted(noteKnown, twice...)),
		yinzhou(),
		shaoxing(),
	}
}

// shaoxing is the old-age allowance of 绍兴, for who is registered and lives there.
func shaoxing() eligibility.Act {
	const article = "第十五条第一款第（三）项"
	t := official("《绍兴市居家养老服务条例》")
	here := t.means("zhejiang:shaoxing-gaoling.hukou", "具有本市户籍且居住在本市", "registered in the city and lives there", "按本县户籍判断；是否居住在本市由民政部门核对")
	here.Source.Article = article
	a := oldAge(t, "zhejiang:shaoxing-gaoling", "绍兴市高龄津贴规定", "old-age allowance of Shaoxing", "3306", article, eligibility.Is(here, facts.PersonHukouHere))
	a.Force = since("2021-12-01") // 第三十九条
	return a
}

func yinzhou() eligibility.Act {
	t := official("宁波市鄞州区社会救助政策（宁波市鄞州区人民政府网站2022年12月5日）")
	rule := func(id, zh, en string, months, capital int64, carMonths int64) *eligibility.Node {
		kids := []*eligibility.Node{
			t.money(id+".money", "人均货币财产低于限额", "money a head below the limit", standard, measure.LessThan, months),
			t.below(id+".capital", "注册资本低于限额", "registered capital below the limit", facts.PersonRegisteredCapital,
				measure.LessThan, capital),
			t.homes(id+".homes", "一套住房，或者两套且人均面积在限额之内", "one home, or two within the floor area"),
		}
		if carMonths == 0 {
			kids = append(kids, t.nobody(id+".cars", "没有机动车辆", "no motor vehicle", facts.PersonVehicles))
		} else {
			kids = append(kids,
				eligibility.CountOf(t.says(id+".cars", "有机动车辆的不超过一人", "no more than one has a vehicle"),
					eligibility.Members, nil,
					eligibility.Compare(t.says(id+".cars.some", "有机动车辆", "has a vehicle"), facts.PersonVehicles,
						eligibility.By(measure.AtLeast), eligibility.Number(1)), measure.AtMost, 1),
				eligibility.EveryOf(t.says(id+".cars.every", "每人不超过一辆", "nobody more than one"), eligibility.Members, nil,
					t.atMost(id+".cars.each", "不超过一辆", "no more than one", facts.PersonVehicles, 1)),
				eligibility.PerHead(t.says(id+".cars.value", "车辆价值低于低保标准的12倍（年）",
					"its value below twelve yearly standards"), eligibility.TotalOfMembers(facts.PersonVehicleValue),
					eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Param(standard),
						Months: eligibility.Number(carMonths)}))
		}
		return eligibility.All(t.says(id, zh, en), kids...)
	}
	// The family of an obligor outside the household has a rule of its own. A household records his own property, not that of his
	// family, so whether they fit is for an official to find.
	obligors := func(id string, found eligibility.FactKey) *eligibility.Node {
		return eligibility.Judgement(t.means(id, "法定义务人家庭财产在限额之内，或者没有法定义务人（研判）", "the families of obligors are within their limits, as found",
			"人均货币财产低于低保标准的10倍（年），注册资本低于20万元，一辆机动车且价值低于低保标准的12倍（年），两套住房人均面积低于74.97平方米；"+
				"其应当给付的供养费（家庭收入减去48,479元乘以人数）另记入收入"), found)
	}
	withObligors := func(id, zh, en string, months, capital, carMonths int64, found eligibility.FactKey) *eligibility.Node {
		return eligibility.All(t.says(id+".all", zh, en), rule(id, "本户财产状况符合规定", "property of the household within the rule", months, capital, carMonths),
			obligors(id+".obligors", found))
	}
	spending := eligibility.Programme{ID: "zhejiang:yinzhou_zhichu", ZH: "宁波市鄞州区支出型困难家庭", EN: "household in need through spending, of Yinzhou",
		Unit: eligibility.PerHousehold, Source: t.at(""), Next: []eligibility.ProgrammeID{dibao, bianyuan, "gangxing"},
		Root: eligibility.All(t.says("yinzhou.spending", "宁波市鄞州区支出型困难家庭", "household in need through spending, of Yinzhou"),
			eligibility.PerHead(t.means("yinzhou.spending.income", "家庭收入扣除教育、医疗支出后人均低于低保标准",
				"income a head less education and medical spending is below the standard", "收入和支出按申请前12个月计"),
				eligibility.Sum{Terms: append(eligibility.Plus(facts.HouseholdIncomeYear), eligibility.Less(facts.HouseholdSpendingEducation, facts.HouseholdSpendingMedical)...)},
				eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Param(standard), Heads: eligibility.Heads(), Months: eligibility.Number(12)}),
			withObligors("yinzhou.spending.property", "财产状况符合支出型困难家庭规定", "property within the rule of that class", 72, 200_000, 144,
				facts.HouseholdFitsGangxingProperty))}
	a := t.act("zhejiang:yinzhou-2022", "宁波市鄞州区社会救助标准和财产限额", "standard and property rules of Yinzhou, Ningbo", "330212",
		since("2022-12-05"),
		noted(noteKnown, in("330212", monthly(standard, both, 1181), ratio(bianyuanFactor, "2"))...),
		enacted(dibaoProperty, withObligors("yinzhou.dibao", "财产状况符合低保规定", "property within the rule of the allowance", 48,
			100_000, 0, facts.HouseholdFitsDibaoProperty)),
		enacted(bianyuanProperty, withObligors("yinzhou.bianyuan", "财产状况符合低保边缘家庭规定", "property within the marginal rule", 96,
			200_000, 144, facts.HouseholdFitsBianyuanProperty)),
		enacted(gangxingProperty, withObligors("yinzhou.gangxing", "财产状况符合支出型困难家庭规定", "property within the rigid-spending rule",
			72, 200_000, 144, facts.HouseholdFitsGangxingProperty)))
	a.Programmes = []eligibility.Programme{spending}
	return a
}
