package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/measure"
)

// Gansu returns what is known of Gansu (甘肃省, 620000): the property of rigid-spending households.
//
// Gaps: the ratio, which prefectures set between 60 and 90 %; that living costs count up to the 低保 standard and aid received is
// taken off; standards; subsidies. The figures are those of the draft.
func Gansu() []eligibility.Act {
	t := reported("甘肃省刚性支出困难家庭认定办法（甘民发〔2025〕66号，凉州区解读和甘肃经济日报2025年6月5日报道）")
	limit := eligibility.PerHead(t.says("gansu.property.money", "货币财产不超过低保标准×人数×36个月",
		"money within the standard × heads × 36"),
		eligibility.TotalOfMembers(facts.PersonFinancialAssets), eligibility.By(measure.AtMost),
		eligibility.Line{Limit: eligibility.Param(standard), Heads: eligibility.Heads(), Months: eligibility.Number(36)})
	return []eligibility.Act{number(t.act("gansu:gangxing-2025", "甘肃省刚性支出困难家庭认定办法",
		"Gansu measures on rigid-spending households", "62", since("2025-06-05"), nil,
		enacted(gangxingProperty, eligibility.All(t.means("gansu.property", "财产状况符合刚性支出困难家庭规定",
			"property within the rigid-spending rule", "数额据征求意见稿，正式文本未核"),
			limit,
			t.oneHome("gansu.property.home", "住房不超过一套", "one home at most"),
			t.carsWithin150000("gansu.property.cars")))), "甘民发〔2025〕66号")}
}

// carsWithin150000 is that no car is worth more. Of each person the value of all his cars is known: where that is above and he has several, an
// official looks at each.
func (t text) carsWithin150000(id string) *eligibility.Node {
	const note = "只记录每人名下车辆价值合计；合计超过限额而有两辆以上的，由民政部门逐辆核对"
	return eligibility.Any(t.says(id, "没有价值超过15万元的私家车", "no private car above 150,000"),
		eligibility.EveryOf(t.means(id+".every", "每人名下车辆价值合计不超过15万元", "the cars of each are within 150,000 together", note), eligibility.Members, nil,
			eligibility.PerHead(t.says(id+".each", "车辆价值不超过15万元", "the vehicle is within 150,000"),
				eligibility.Total(facts.PersonVehicleValue), eligibility.By(measure.AtMost), eligibility.Line{Limit: eligibility.Yuan(yuan(150_000))})),
		eligibility.All(t.means(id+".several", "有人有两辆以上车辆，经研判每辆均不超过15万元", "somebody has several, each found within 150,000", note),
			eligibility.AnyOf(t.says(id+".several.any", "有人有两辆以上车辆", "somebody has several"), eligibility.Members, nil,
				eligibility.Compare(t.says(id+".several.who", "有两辆以上车辆", "has several"), facts.PersonVehicles, eligibility.By(measure.AtLeast),
					eligibility.Number(2))),
			eligibility.Judgement(t.means(id+".found", "每辆均不超过15万元（研判）", "each within 150,000, as found by an official", note),
				facts.HouseholdFitsGangxingProperty)))
}
