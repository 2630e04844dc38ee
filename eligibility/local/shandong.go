package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
)

// Shandong returns what is known of Shandong (山东省, 370000): the marginal line, from 2022-11-01 to 2027-10-31, above the standard
// and below 1.5 times it. A place may go to less than twice the standard but not above the monthly minimum wage, of which no value is
// recorded: where a place has set a wider line, an income of 1.5 times and more waits for it.
//
// Gaps: which places have; the minimum wage; the way in by spending in 青岛 and its 特困 basic standard of 1.5 times; property rules;
// standards. 临沂's 特困 standards of 2021 were printed by one county, and are recorded for it alone.
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
	elders := official("山东省养老服务条例")
	yishui := official("沂水县人民政府网站2021年12月3日信息")
	return []eligibility.Act{a,
		oldAge(elders, "shandong:gaoling", "山东省高龄津贴规定", "old-age allowance of Shandong", "37", "", eligibility.Is(elders.means("shandong:gaoling.hukou",
			"具有本省户籍", "registered in the province", "由户籍地发放，按本县户籍判断"), facts.PersonHukouHere)),
		yishui.act("shandong:yishui-tekun-2021", "临沂市特困人员救助供养标准（沂水县公布）", "destitute standards of Linyi, as Yishui published them", "371323",
			since("2021-12-03"), noted(noteKnown, in("371323", monthly(tekunBasic, urban, 990), monthly(tekunBasic, rural, 754),
				monthly(careAble, both, 165), monthly(carePartial, both, 440), monthly(careFull, both, 770))...))}
}
