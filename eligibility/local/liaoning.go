package local

import "github.com/shegong/shegong/eligibility"

// Liaoning returns what is known of Liaoning (辽宁省, 210000): the least ratio of rigid spending, whose property rule is that of marginal
// households, and the two disability subsidies of 2026.
//
// Gaps: the ratios that prefectures set above it; that income is held against the town series of disposable income for everybody,
// and that series; 分类施保 of 大连 (10 to 50 % of the standard by group, the highest only), which knows more groups than the national
// rule; property rules; standards.
func Liaoning() []eligibility.Act {
	t := reported("辽宁省刚性支出困难家庭认定办法（2025年报道转述）")
	lines := reaching("21", "80%")
	for i := range lines {
		lines[i].Note = "省定下限，各市可以提高；收入按全省城镇居民人均可支配收入比较；" + lines[i].Note
	}
	floor := reported("辽宁省关于提高残疾人两项补贴标准的通知（辽民发〔2026〕16号，公开数据表）")
	return []eligibility.Act{
		atTheRatio(t, "liaoning:gangxing-2025", "辽宁省刚性支出困难家庭认定办法", "Liaoning measures on rigid-spending households", "21",
			since("2025-01-01"), lines,
			enacted(gangxingProperty, eligibility.Delegated(t.says("liaoning.property", "财产符合低保边缘家庭规定",
				"property within the marginal rule"), bianyuanProperty))),
		number(floor.act("liaoning:canji-2026", "辽宁省残疾人两项补贴标准（2026年）", "Liaoning disability subsidies, 2026", "21",
			since("2026-01-01"),
			noted("省定最低标准；"+noteOpen, subsidies(90, 90, 90)...)), "辽民发〔2026〕16号"),
	}
}
