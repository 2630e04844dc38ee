package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
)

// Heilongjiang returns what is known of Heilongjiang (黑龙江省, 230000): standards from 2018 to mid-2024, 哈尔滨 apart; the
// destitute standards of 哈尔滨 in 2022; adults with a severe disability and no work who apply alone (2023); and the rule of 哈尔滨
// on families with rigid spending at the end of 2024, with its two ways in.
//
// Gaps: standards of 2020 and 2023 (those of the year before are carried with a remark) and after mid-2024, when newer ones are
// known to exist and were seen on one weak page only; articles 8 and following of 黑民规〔2024〕7号: further cases of unable to
// work and to support, property rules; 两项补贴, orphans, disposable incomes; the lower marginal line of 1.2 for a class of town
// families in 哈尔滨. Values seen in use in 林口县 are practice without a text and stand in tests only.
func Heilongjiang() []eligibility.Act {
	return append(heilongjiangStandards(), heilongjiangAlone(), harbinDestitute(), harbinRigid())
}

func heilongjiangStandards() []eligibility.Act {
	year := func(id, zh, en, document string, force cal.Period, note string, values ...eligibility.Value) eligibility.Act {
		return reported(document).act(id, zh, en, "23", force, noted(note, values...))
	}
	districts := func(u, r int64) []eligibility.Value {
		var v []eligibility.Value
		for _, code := range harbinDistricts() {
			v = append(v, in(code, monthly(standard, urban, u), monthly(standard, rural, r))...)
		}
		return v
	}
	return []eligibility.Act{
		year("heilongjiang:dibao-2018", "黑龙江省2018年城乡低保标准", "standards of Heilongjiang, 2018",
			"黑龙江省2018年城乡低保标准（东北网2018年11月23日报道）",
			through("2018-01-01", "2018-12-31"), "", monthly(standard, urban, 556), yearly(standard, rural, 3900)),
		year("heilongjiang:dibao-2019", "黑龙江省2019年城乡低保标准", "standards of Heilongjiang, 2019",
			"黑龙江省2019年城乡低保标准（新华社2019年12月2日报道）",
			through("2019-01-01", "2020-12-31"), "2020年是否调整未核", monthly(standard, urban, 573), yearly(standard, rural, 4017)),
		year("heilongjiang:dibao-2021", "黑龙江省2021年城乡低保标准", "standards of Heilongjiang, 2021",
			"黑龙江省2022年提高城乡低保标准的通知（2022年10月21日网页转述，2022年提高前的标准）",
			through("2021-01-01", "2021-12-31"), "", append(districts(783, 401), monthly(standard, urban, 637),
				monthly(standard, rural, 401))...),
		year("heilongjiang:dibao-2022", "黑龙江省2022年城乡低保标准", "standards of Heilongjiang, 2022",
			"黑龙江省2022年提高城乡低保标准的通知（2022年10月21日网页转述）",
			through("2022-01-01", "2024-06-30"), "2023年是否调整未核；2024年7月起有新标准，未见可靠文本，不录入",
			append(districts(835, 625), monthly(standard, urban, 669), monthly(standard, rural, 441))...),
	}
}

// harbinDistricts are the nine districts of 哈尔滨; what else the city has are counties and county-level cities.
func harbinDistricts() []string {
	return []string{"230102", "230103", "230104", "230108", "230109", "230110", "230111", "230112", "230113"}
}

func heilongjiangAlone() eligibility.Act {
	t := reported("黑龙江省关于成年无业重度残疾人申请低保的规定（黑民规〔2023〕1号，省民政厅2024年7月答复转述）")
	return number(t.act("heilongjiang:danren-2023", "成年无业重度残疾人单独申请低保的规定",
		"severely disabled adults without work apply alone", "23", since("2024-07-31"), nil,
		enacted(singleProperty, eligibility.Judgement(t.means("heilongjiang.alone.property", "只看本人财产，符合当地低保规定（研判）",
			"his own property alone, found to fit",
			"规定只核算本人收入和财产；财产限额未见原文，由民政部门研判；已知最早日为2024年7月，文件为2023年"), facts.PersonFitsSingleProperty)),
		enacted(singleSupport, nil)), "黑民规〔2023〕1号")
}

func harbinDestitute() eligibility.Act {
	v := in("2301", monthly(tekunBasic, urban, 957), monthly(tekunBasic, rural, 574),
		monthly(careAble, urban, 729), monthly(carePartial, urban, 779), monthly(careFull, urban, 829),
		monthly(careAble, rural, 390), monthly(carePartial, rural, 440), monthly(careFull, rural, 490))
	for _, code := range harbinDistricts() {
		v = append(v, in(code, monthly(tekunBasic, urban, 1086), monthly(tekunBasic, rural, 813),
			monthly(careAble, urban, 1066), monthly(carePartial, urban, 1116), monthly(careFull, urban, 1166))...)
	}
	return reported("哈尔滨市2022年特困人员救助供养标准（2022年10月21日网页转述）").act("heilongjiang:harbin-tekun-2022", "哈尔滨市2022年特困人员救助供养标准",
		"destitute standards of Harbin, 2022", "2301", through("2022-01-01", "2024-06-30"),
		noted("市辖区与县（市）不同；此后是否调整未核", v...),
		eligibility.Fill{Clause: formDiffers, State: eligibility.NoneEnacted}) // the gap between home and facility was given up
}

// harbinRigid is a class of 哈尔滨's own until the national measure of 2025, and beside it since: its first way in, income after
// spending between 1.5 and 2 times the standard, is not in the national measure.
func harbinRigid() eligibility.Act {
	t := reported("哈尔滨市刚性支出困难家庭认定规定（2024年12月网页转述）")
	rigid := func(sign bool) []eligibility.Term {
		keys := []eligibility.FactKey{facts.HouseholdSpendingMedical, facts.HouseholdSpendingEducation,
			facts.HouseholdSpendingRehab, facts.HouseholdSpendingOther}
		if sign {
			return eligibility.Less(keys...)
		}
		return eligibility.Plus(keys...)
	}
	after := eligibility.Sum{Terms: append(eligibility.Plus(facts.HouseholdIncomeYear), rigid(true)...)}
	line := func(id, zh, en string, sum eligibility.Sum, op measure.Comparator, limit eligibility.ParamKey,
		times string) *eligibility.Node {
		return eligibility.PerHead(t.says(id, zh, en), sum, eligibility.By(op),
			eligibility.Line{Limit: eligibility.Param(limit),
				Ratio: eligibility.Times(measure.MustParseRatio(times)), Heads: eligibility.Heads(),
				Months: eligibility.Number(12)})
	}
	property := func() *eligibility.Node {
		return eligibility.All(t.says("harbin.rigid.property", "财产状况符合规定", "property fits"),
			t.money("harbin.rigid.money", "人均货币财产不超过36个月低保标准", "money a head within 36 months of the standard", standard,
				measure.AtMost, 36),
			t.rest("harbin.rigid.rest", facts.HouseholdFitsDibaoProperty))
	}
	// The limits of the first way are printed without a comparator; both are taken to be included.
	const unsaid = "两端是否包含未印出，按包含理解"
	from := line("harbin.rigid.after.from", "扣除刚性支出后人均收入不低于低保标准的1.5倍",
		"income a head after spending is 1.5 times the standard or more", after, measure.AtLeast, standard, "3/2")
	s := from.Spec()
	s.Criterion.Note = unsaid
	ratioAt := in("2301", ratio(gangxingRatio, "1/2"), comparator(gangxingComparator, measure.MoreThan))
	a := t.act("heilongjiang:harbin-gangxing-2024", "哈尔滨市刚性支出困难家庭认定规定", "rigid-spending households in Harbin", "2301",
		since("2024-12-31"),
		noted(noteKnown, ratioAt...), enacted(gangxingProperty, property()))
	for i := range a.Values {
		a.Values[i].Force = since("2025-01-01") // before, no national programme reads them
	}
	a.Programmes = []eligibility.Programme{{
		ID: "heilongjiang:harbin_gangxing", ZH: "哈尔滨市刚性支出困难家庭", EN: "rigid-spending household of Harbin",
		Unit: eligibility.PerHousehold, Source: t.at(""),
		Root: eligibility.All(t.says("harbin.rigid", "哈尔滨市刚性支出困难家庭", "rigid-spending household of Harbin"),
			property(),
			eligibility.Any(t.says("harbin.rigid.way", "扣除刚性支出后的人均收入或者刚性支出占比符合规定", "income after spending, or the share of spending, fits"),
				eligibility.All(t.says("harbin.rigid.after", "扣除刚性支出后人均收入在低保标准的1.5倍至2倍之间",
					"income a head after spending lies between 1.5 and 2 times the standard"),
					eligibility.New(s),
					line("harbin.rigid.after.to", "扣除刚性支出后人均收入不高于低保标准的2倍",
						"income a head after spending is twice the standard at most", after, measure.AtMost, standard, "2")),
				eligibility.All(t.says("harbin.rigid.share", "人均收入低于上年度人均可支配收入，且刚性支出超过收入的50%",
					"income below the disposable income, and spending above half of it"),
					line("harbin.rigid.share.income", "人均收入低于上年度人均可支配收入", "income a head below the disposable income",
						eligibility.Total(facts.HouseholdIncomeYear), measure.LessThan, disposable, "1"),
					eligibility.Share(t.says("harbin.rigid.share.ratio", "刚性支出超过家庭收入的50%",
						"spending above half of the income"), eligibility.Sum{Terms: rigid(false)},
						eligibility.By(measure.MoreThan), eligibility.Times(measure.MustParseRatio("1/2")),
						eligibility.Total(facts.HouseholdIncomeYear))))),
		Next: []eligibility.ProgrammeID{dibao, bianyuan, "gangxing"},
	}}
	return a
}
