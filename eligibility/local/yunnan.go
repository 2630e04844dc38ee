package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/measure"
)

// Yunnan returns what is known of Yunnan (云南省, 530000): the property of marginal households in 昆明, and the two disability
// subsidies of 2026.
//
// Gaps: the limit of 昆明 on a business's net profit; that its limit on vehicles is on those bought within twelve months; standards;
// disposable incomes; rules on the destitute.
func Yunnan() []eligibility.Act {
	t := reported("昆明市低保边缘家庭认定规定（2023年6月16日网页转述）")
	money := eligibility.PerHead(t.says("kunming.property.money", "人均货币财产不超过上年度人均可支配收入的2倍",
		"money a head within twice the disposable income"),
		eligibility.TotalOfMembers(facts.PersonFinancialAssets), eligibility.By(measure.AtMost),
		eligibility.Line{Limit: eligibility.Param(disposable), Heads: eligibility.Heads(), Months: eligibility.Number(24)})
	amounts := reported("云南省2026年残疾人两项补贴标准（云民发〔2026〕2号，公开数据表）")
	return []eligibility.Act{
		t.act("yunnan:kunming-bianyuan-2023", "昆明市低保边缘家庭财产状况规定", "property of marginal households in Kunming", "5301",
			since("2023-06-16"), nil,
			enacted(bianyuanProperty, eligibility.All(t.means("kunming.property", "财产状况符合低保边缘家庭规定",
				"property within the marginal rule",
				"经营净利润限额和车辆购置时间由民政部门研判"),
				money,
				t.twoHomes("kunming.property.homes", "住房不超过两套", "two homes at most"),
				t.rest("kunming.property.rest", facts.HouseholdFitsBianyuanProperty)))),
		number(amounts.act("yunnan:canji-2026", "云南省残疾人两项补贴标准（2026年）", "Yunnan disability subsidies, 2026", "53",
			since("2026-01-01"),
			noted(noteOpen, subsidies(100, 110, 100)...)), "云民发〔2026〕2号"),
	}
}
