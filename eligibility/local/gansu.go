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
			eligibility.EveryOf(t.means("gansu.property.cars", "没有价值超过15万元的私家车", "no private car above 150,000",
				"按每人名下车辆价值合计判断；一人有两辆以上的由民政部门核对"), eligibility.Members, nil,
				eligibility.PerHead(t.says("gansu.property.cars.each", "车辆价值不超过15万元", "the vehicle is within 150,000"),
					eligibility.Total(facts.PersonVehicleValue), eligibility.By(measure.AtMost),
					eligibility.Line{Limit: eligibility.Yuan(yuan(150_000))}))))), "甘民发〔2025〕66号")}
}
