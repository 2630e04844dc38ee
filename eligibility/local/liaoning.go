package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
)

// Liaoning returns what is known of Liaoning (辽宁省, 210000): the least ratio of rigid spending, whose property rule is that of marginal
// households, and the two disability subsidies of 2026. Income is held against the town series of disposable income for everybody; the
// national definition would take the one of the household's area.
//
// Gaps: the ratios that prefectures set above it; the town series of the province; 分类施保 of 大连 (10 to 50 % of the standard by group, the highest only), which knows more groups than the national
// rule; property rules; standards.
func Liaoning() []eligibility.Act {
	t := reported("辽宁省刚性支出困难家庭认定办法（2025年报道转述）")
	lines := reaching("21", "80%")
	for i := range lines {
		lines[i].Note = "省定下限，各市可以提高；" + lines[i].Note
	}
	floor := reported("辽宁省关于提高残疾人两项补贴标准的通知（辽民发〔2026〕16号，公开数据表）")
	rigid := atTheRatio(t, "liaoning:gangxing-2025", "辽宁省刚性支出困难家庭认定办法", "Liaoning measures on rigid-spending households", "21",
		since("2025-01-01"), lines,
		enacted(gangxingProperty, eligibility.Delegated(t.says("liaoning.property", "财产符合低保边缘家庭规定",
			"property within the marginal rule"), bianyuanProperty)))
	rigid.Overrides = append(rigid.Overrides, liaoningIncome(t, through("2025-01-01", "2025-12-31"), true),
		liaoningIncome(t, since("2026-01-01"), false))
	rigid.Parameters = []eligibility.Parameter{{Key: liaoningUrban, ZH: "全省上年度城镇居民人均可支配收入",
		EN: "last year's disposable income in the towns of the province", Kind: eligibility.MoneyParam, Source: t.at(""),
		Set: []eligibility.Delegation{{Levels: []division.Level{division.Province}, Mode: eligibility.Fixed, Source: t.at("")}}}}
	return []eligibility.Act{
		rigid,
		number(floor.act("liaoning:canji-2026", "辽宁省残疾人两项补贴标准（2026年）", "Liaoning disability subsidies, 2026", "21",
			since("2026-01-01"),
			noted("省定最低标准；"+noteOpen, subsidies(90, 90, 90)...)), "辽民发〔2026〕16号"),
	}
}

// liaoningIncome replaces the income test of the national measure: the town series stands for country households too.
func liaoningIncome(t text, force cal.Period, plan14 bool) eligibility.Override {
	return eligibility.Override{Definition: "gangxing.income", Node: "gangxing.income", Division: place("21"), Force: force, Source: t.at(""),
		With: eligibility.PerHead(t.says("gangxing.income", "家庭人均收入低于全省上年度城镇居民人均可支配收入",
			"income a head below the disposable income of the towns"), membersIncome(plan14), eligibility.By(measure.LessThan),
			eligibility.Line{Limit: eligibility.Param(liaoningUrban), Heads: eligibility.Heads(), Months: eligibility.Param(incomeMonths)})}
}
