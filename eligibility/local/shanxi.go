package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// Shanxi returns what is known of Shanxi (山西省, 140000): the two disability subsidies with their extension to grades three and
// four of the mind, the support of orphans of 2022, disposable incomes, and what a destitute person in 太原 may own.
//
// Gaps: every county's 低保 standard (only provincial averages were published: 669 in towns and 555 in the country in November
// 2025, which are nobody's line); 特困 standards; further cases of unable to work and unable to support; property rules of
// 低保, 边缘 and 刚性; the ratio of 刚性支出; months of 渐退; the support of orphans after 2022. 太原 also lets clergy and people in
// community correction apply alone; the list was not read to its end.
func Shanxi() []eligibility.Act {
	return []eligibility.Act{shanxiOrphans(), shanxiSubsidies2025(), shanxiSubsidies2026(), taiyuanDestitute(),
		shanxiIncome2023(), shanxiIncome2024()}
}

func shanxiOrphans() eligibility.Act {
	return number(reported("山西省民政厅关于2022年孤儿、事实无人抚养儿童基本生活保障标准的文件（晋民发〔2022〕3号）").act("shanxi:ertong-2022",
		"山西省孤儿基本生活保障标准（2022年）", "Shanxi support of orphans, 2022", "14", through("2022-01-01", "2022-12-31"),
		children(1145, 1720)), "晋民发〔2022〕3号")
}

func shanxiSubsidies2025() eligibility.Act {
	return reported("山西省残疾人两项补贴标准（至2025年12月，公开数据表）").act("shanxi:canji-2025", "山西省残疾人两项补贴标准（2025年）",
		"Shanxi disability subsidies, 2025", "14", through("2025-01-01", "2025-12-31"),
		noted("终止日已知，起始日未印出，按当年录入", subsidies(82, 109, 109)...))
}

func shanxiSubsidies2026() eligibility.Act {
	t := reported("山西省关于提高残疾人两项补贴标准的文件（吕梁市人民政府网站2025年12月18日信息）")
	return t.act("shanxi:canji-2026", "山西省残疾人两项补贴标准（2026年）", "Shanxi disability subsidies, 2026", "14", since("2026-01-01"),
		noted("按上年农村平均低保标准的22%计发；"+noteOpen, append(subsidies(122, 122, 122), monthly(careExtended, both, 61))...),
		enacted(careExtension, eligibility.InPairs(t.says("shanxi.care.mind", "三级、四级智力、精神残疾",
			"intellectual or mental grade 3 or 4"),
			facts.PersonDisability, mind(identity.GradeThree, identity.GradeFour)...)))
}

func taiyuanDestitute() eligibility.Act {
	t := reported("太原市特困人员财产状况规定（网页2023年10月27日转述）")
	return t.act("shanxi:taiyuan-tekun-2023", "太原市特困人员财产状况规定", "property rule of the destitute in Taiyuan", "1401",
		since("2023-10-27"), nil,
		enacted(tekunProperty, eligibility.All(t.says("taiyuan.property", "财产状况符合太原市特困人员规定",
			"property within the rule of Taiyuan"),
			t.ownMoney("taiyuan.property.money", "人均金融资产不超过年特困基本生活标准的3倍",
				"money a head within three yearly basic standards", tekunBasic, measure.AtMost, 36),
			t.atMost("taiyuan.property.vehicles", "没有机动车辆（摩托车、残疾人专用车除外）", "no motor vehicle", facts.PersonVehicles, 0),
			t.atMost("taiyuan.property.machines", "没有船舶、大型农机", "no ship or large machine", facts.PersonMachines, 0),
			t.atMost("taiyuan.property.business", "没有开办企业等市场主体", "no firm", facts.PersonBusinesses, 0),
			t.atMost("taiyuan.property.homes", "没有两套以上住房", "less than two homes", facts.PersonHomes, 1),
			t.not("taiyuan.property.gave_away", "没有放弃应得财产或者赡养抚养扶养费", "gave up no property or support",
				[2]string{"放弃应得财产或者赡养抚养扶养费", "gave up property or support"}, facts.PersonGaveAway))))
}

func shanxiIncome2023() eligibility.Act {
	worked := text{"2022年山西省城乡居民人均可支配收入（国家统计局山西调查总队2024年2月22日公布的2023年数减增量）", vocab.Interpretation}
	return worked.act("shanxi:income-2022",
		"2022年山西省居民人均可支配收入", "disposable income of Shanxi, 2022", "14", through("2023-01-01", "2023-12-31"),
		noted("由公布数推算；全省城镇、农村居民数，不是市县数", yearly(disposable, urban, 39532), yearly(disposable, rural, 16323)))
}

func shanxiIncome2024() eligibility.Act {
	return official("2023年山西省城乡居民人均可支配收入（国家统计局山西调查总队2024年2月22日公布）").act("shanxi:income-2023",
		"2023年山西省居民人均可支配收入", "disposable income of Shanxi, 2023", "14", through("2024-01-01", "2024-12-31"),
		published("2024-02-22", noted("全省城镇、农村居民数，不是市县数", yearly(disposable, urban, 41327), yearly(disposable, rural,
			17677))...))
}
