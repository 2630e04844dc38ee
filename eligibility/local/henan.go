package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/measure"
)

// Henan returns what is known of Henan (河南省, 410000): the marginal line above the standard and not above 1.5 times it, the property
// of marginal households, the ratio of rigid spending in 洛阳, and the old-age allowance from 80, whose amounts prefectures set.
//
// Gaps: whether a building that is the only home passes, and a small vehicle that is the sole livelihood (both are exempt and left to
// who records them); 低保 and 特困 property rules; standards; subsidies.
func Henan() []eligibility.Act {
	t := official("河南省低保边缘家庭认定规定（豫民〔2021〕5号、豫民〔2022〕4号，方城县人民政府网站2023年9月14日问答）")
	force := since("2023-09-14")
	a := t.act("henan:bianyuan-2022", "河南省低保边缘家庭认定规定", "Henan rules on marginal households", "41", force,
		noted(noteAbove+"；"+noteKnown, comparator(bianyuanComparator, measure.AtMost), ratio(bianyuanFactor, "3/2")),
		enacted(bianyuanProperty, eligibility.All(t.says("henan.property", "财产状况符合低保边缘家庭规定",
			"property within the marginal rule"),
			t.money("henan.property.money", "人均货币财产低于3年低保标准", "money a head below three yearly standards", standard,
				measure.LessThan, 36),
			t.nobody("henan.property.buildings", "没有非居住用房（唯一住所除外）", "no building that is not for living",
				facts.PersonOtherBuildings),
			t.homes("henan.property.homes", "一套住房，或者两套且不超过平均面积", "one home, or two within the average area"),
			t.nobody("henan.property.vehicles", "没有机动车辆（赖以谋生的小型车辆、摩托车、残疾人专用车除外）", "no motor vehicle", facts.PersonVehicles),
			t.nobody("henan.property.machines", "没有船舶、大型机械", "no ship or large machine", facts.PersonMachines),
			t.below("henan.property.capital", "注册资本低于20万元", "registered capital below 200,000",
				facts.PersonRegisteredCapital, measure.LessThan, 200_000))))
	a.Overrides = aboveTheStandard(t, "41", force, "")
	luoyang := reported("洛阳市刚性支出困难家庭认定规定（网页转述）")
	return []eligibility.Act{a, oldAge(official("《河南省老年人权益保障条例》"), "henan:gaoling", "河南省高龄津贴规定", "old-age allowance of Henan", "41", "第二十八条"),
		atTheRatio(luoyang, "henan:luoyang-gangxing", "洛阳市刚性支出占家庭收入的比例",
			"rigid spending as a share of income, Luoyang", "4103", since("2024-01-23"),
			reaching("4103", "50%"))}
}
