package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
)

// Fujian returns what is known of Fujian (福建省, 350000): who is unable to work and what a destitute person may own (2021), the
// two disability subsidies, the support of orphans, standards and disposable incomes of some places and years.
//
// Gaps: 低保 and 边缘 property rules, further obligors unable to support, months of 渐退, the ratio of 刚性支出; the 低保 standard
// of 南靖 and the other counties of 漳州 after 2021, of 厦门 (800, the year was not printed) and 三明 (which counties have 708 and which 640);
// basic standards and care standards of 特困 (福州 publishes totals); the county series of disposable income by town and
// country beside the one for all residents. 省定最低标准 is the base of other amounts and read by no rule.
func Fujian() []eligibility.Act {
	return []eligibility.Act{fujianDestitute(), fujianSubsidies(), fujianOrphans2023(), fujianOrphans2024(),
		zhangzhou2017(), zhangzhou2020(), putian2023(), fuzhou2025(), fujianIncome2022(), zhangzhouIncome2023(),
		zhangzhouIncome2024()}
}

func fujianDestitute() eligibility.Act {
	t := reported("《福建省特困人员认定办法》（2021年11月印发，文号未核）")
	a := t.act("fujian:tekun-2021", "福建省特困人员认定办法", "Fujian measures on recognising destitute persons", "35",
		since("2021-11-30"), nil,
		enacted(noWork, eligibility.Any(t.says("fujian.no_work", "本省规定的无劳动能力其他情形", "other cases without ability to work"),
			eligibility.All(t.says("fujian.no_work.school", "16周岁以上仍在义务教育、普通高中、中等职业学校就读",
				"16 or older and still in senior high or vocational school, or below"),
				eligibility.Age(t.says("fujian.no_work.school.16", "16周岁以上", "16 or older"), facts.PersonBirth,
					measure.AtLeast, 16),
				eligibility.InWords(t.says("fujian.no_work.school.stage", "在义务教育、普通高中、中等职业学校就读",
					"in senior high or vocational school, or below"),
					facts.PersonStudy, "compulsory", "senior_high", "vocational")),
			eligibility.InPairs(t.says("fujian.no_work.sight", "二级视力残疾", "sight grade 2"), facts.PersonDisability,
				eligibility.Severe([]identity.DisabilityGrade{identity.GradeTwo}, identity.Visual)...))),
		enacted(tekunProperty, eligibility.All(t.says("fujian.tekun.property", "财产状况符合特困人员规定",
			"property within the destitute rule"),
			t.ownMoney("fujian.tekun.property.money", "人均货币财产不超过当地6年低保标准（含）", "money a head within six yearly standards",
				standard, measure.AtMost, 72),
			t.atMost("fujian.tekun.property.home", "自有住房不超过一套", "one home at most", facts.PersonHomes, 1),
			t.not("fujian.tekun.property.area", "住房不超过住房保障面积的2倍（小产权房3倍）", "the home is not above the floor area",
				[2]string{"住房超过住房保障面积的2倍（小产权房3倍）", "the home is above the floor area"}, facts.PersonHomeOversize),
			t.not("fujian.tekun.property.recent", "申请前一年内、供养期间没有购建住房", "bought or built no home within a year",
				[2]string{"申请前一年内、供养期间购建住房", "bought or built a home within a year"}, facts.PersonHomeRecent),
			t.atMost("fujian.tekun.property.vehicles", "没有机动车辆（普通摩托车、残疾人专用车除外）", "no motor vehicle", facts.PersonVehicles, 0),
			t.atMost("fujian.tekun.property.machines", "没有船舶、工程机械、大型农机", "no ship or large machine", facts.PersonMachines, 0),
			t.not("fujian.tekun.property.gave_away", "没有故意放弃、转移影响认定的财产", "gave away nothing that decides",
				[2]string{"故意放弃、转移影响认定的财产", "gave away what decides"}, facts.PersonGaveAway))))
	return a
}

func fujianSubsidies() eligibility.Act {
	t := reported("福建省困难残疾人生活补贴和重度残疾人护理补贴办法（闽民规〔2023〕9号，转述）")
	severely := func(id string) *eligibility.Node {
		return eligibility.InPairs(t.says(id, "一级、二级残疾", "grade 1 or 2"), facts.PersonDisability, severe()...)
	}
	// The income of a household is counted by the national rule, which changed with the end of the 14th five-year plan.
	extension := func(plan14 bool) *eligibility.Node {
		line := func(id, zh, en, times string, op measure.Comparator) *eligibility.Node {
			return eligibility.PerHead(t.means(id, zh, en, "转述只写100%至130%，两端是否包含未印出，按包含理解"), membersIncome(plan14), eligibility.By(op),
				eligibility.Line{Limit: eligibility.Param(standard),
					Ratio: eligibility.Times(measure.MustParseRatio(times)), Heads: eligibility.Heads(),
					Months: eligibility.Param(incomeMonths)})
		}
		return eligibility.Any(t.says("fujian.living", "本省扩大的困难残疾人", "disabled people in hardship by provincial rule"),
			eligibility.All(t.says("fujian.living.income", "家庭收入在低保标准100%至130%之间的重度残疾人",
				"severely disabled, income at 100 to 130 % of the standard"),
				severely("fujian.living.income.severe"),
				line("fujian.living.income.from", "家庭人均收入不低于低保标准", "income a head is not below the standard", "1",
					measure.AtLeast),
				line("fujian.living.income.to", "家庭人均收入不超过低保标准的130%", "income a head is within 130 % of the standard",
					"13/10", measure.AtMost)),
			eligibility.All(t.says("fujian.living.old", "60周岁以上无固定收入的重度残疾人",
				"severely disabled, 60 or older, without fixed income"),
				severely("fujian.living.old.severe"),
				eligibility.Age(t.says("fujian.living.old.60", "60周岁以上", "60 or older"), facts.PersonBirth,
					measure.AtLeast, 60),
				t.not("fujian.living.old.income", "无固定收入", "no fixed income", [2]string{"有固定收入", "has a fixed income"}, facts.PersonFixedIncome)))
	}
	values := noted("起止随省定最低生活保障标准按年调整，起始日由该标准推算", subsidies(114, 137, 114)...)
	for i := range values {
		values[i].Force = through("2024-01-01", "2024-12-31")
	}
	later := noted("按省定最低标准计发，各地可以提高；"+noteOpen, subsidies(121, 145, 121)...)
	for i := range later {
		later[i].Force = since("2025-01-01")
		later[i].Source = reported("福建省财政厅关于2025年残疾人两项补贴标准的文件").at("")
	}
	others := noted(noteOpen, monthly(careOneLower, both, 115), monthly(careTwoLower, both, 85))
	return number(t.act("fujian:canji-2023", "福建省残疾人两项补贴规定", "Fujian rules on the two disability subsidies", "35",
		since("2023-11-15"),
		append(append(values, later...), others...),
		during(enacted(livingExtension, extension(true)), through("2023-11-15", "2025-12-31")),
		during(enacted(livingExtension, extension(false)), since("2026-01-01")),
		enacted(careLowerFor, eligibility.Not(t.means("fujian.care.others", "不是困难重度残疾人", "not in hardship",
			"困难重度残疾人的范围按低保对象理解"),
			eligibility.Any(t.means("fujian.care.poor", "低保对象", "on subsistence allowance", "只看已确认的低保"),
				eligibility.Holds(t.says("fujian.care.poor.household", "低保家庭成员", "in a household on allowance"), dibao),
				eligibility.Holds(t.says("fujian.care.poor.single", "单人户低保对象", "on allowance alone"), dibaoSingle))))),
		"闽民规〔2023〕9号")
}

func fujianOrphans2023() eligibility.Act {
	return reported("福建省2023年孤儿基本生活最低养育标准（网页转述）").act("fujian:ertong-2023", "福建省孤儿基本生活最低养育标准（2023年）",
		"Fujian minimum support of orphans, 2023", "35", through("2023-07-01", "2024-06-30"),
		noted("起始月份未印出，按每年7月调整推定", children(1700, 2100)...))
}

func fujianOrphans2024() eligibility.Act {
	return official("福建省民政厅关于2024年孤儿、事实无人抚养儿童基本生活最低养育标准的答复（福建省民政厅网站2024年6月5日）").act("fujian:ertong-2024",
		"福建省孤儿基本生活最低养育标准（2024年）", "Fujian minimum support of orphans, 2024", "35", since("2024-07-01"),
		noted("每年7月随上年居民人均可支配收入实际增长率调整，2025年7月以后的标准未查到", children(1792, 2213)...))
}

func zhangzhou2017() eligibility.Act {
	var v []eligibility.Value
	for _, r := range []struct {
		code string
		n    int64
	}{{"350627", 4050}, {"350602", 4100}, {"350603", 4649}, {"350622", 3930}, {"350624", 3930}, {"350628", 3930}} {
		v = append(v, in(r.code, yearly(standard, rural, r.n))...)
	}
	return reported("漳州市2017年农村最低生活保障标准（闽商2017年4月18日报道）").act("fujian:zhangzhou-dibao-2017", "漳州市2017年农村低保标准",
		"rural standards of Zhangzhou, 2017", "3506", through("2017-01-01", "2020-12-30"), noted(noteOpen, v...))
}

func zhangzhou2020() eligibility.Act {
	v := append(in("350627", yearly(standard, both, 7908)), append(in("350602", yearly(standard, both, 8664)),
		in("350603", yearly(standard, both, 8664))...)...)
	return reported("漳州市2020年底城乡低保标准（福建日报2021年2月5日报道）").act("fujian:zhangzhou-dibao-2020", "漳州市2020年城乡低保标准",
		"standards of Zhangzhou at the end of 2020", "3506", since("2020-12-31"),
		noted("2020年底的标准，城乡一致；起始日未印出，2021年12月以后是否调整未查到", v...))
}

func putian2023() eligibility.Act {
	t := official("莆田市秀屿区人民政府网站2023年9月22日信息")
	paid := noted("按每人每月理解，档次按致困原因核定；"+noteKnown, in("350305", monthly(tierOne, both, 820), monthly(tierTwo, both, 570),
		monthly(tierThree, both, 450), monthly(tierFour, both, 370))...)
	for i := range paid {
		if v := &paid[i]; v.Param == tierThree {
			v.Source, v.Note = t.means("", "", "", "").Source, "网页此档有一处印作4550元，按450元理解；"+v.Note
		}
	}
	return t.act("fujian:xiuyu-dibao-2023", "莆田市秀屿区低保标准", "standard of Xiuyu, Putian",
		"350305", since("2023-09-22"),
		append(noted(noteKnown, in("350305", monthly(standard, both, 820))...), paid...),
		enacted(tiers, eligibility.Always(t.says("xiuyu.tiers", "分档计发", "paid by tiers"))))
}

func fuzhou2025() eligibility.Act {
	t := reported("福州市民政局关于2025年社会救助标准的通知（转述）")
	was, is := in("3501", monthly(standard, both, 880)), in("3501", monthly(standard, both, 970))
	was[0].Force, was[0].Note = through("2025-01-01", "2025-06-30"), "调整前的标准，起始日未印出，按当年1月1日录入"
	is[0].Force, is[0].Note = since("2025-07-01"), noteOpen
	return t.act("fujian:fuzhou-dibao-2025", "福州市2025年城乡低保标准", "standard of Fuzhou, 2025", "3501", since("2025-01-01"),
		append(was, is...))
}

// Disposable incomes of one year are the line of the next (上年度), known since they were published.

func fujianIncome2022() eligibility.Act {
	return reported("2021年福建省城镇、农村居民人均可支配收入（福建省政府工作报告2022年1月22日）").act("fujian:income-2021", "2021年福建省居民人均可支配收入",
		"disposable income of Fujian, 2021", "35", through("2022-01-01", "2022-12-31"),
		published("2022-01-22", yearly(disposable, urban, 51140), yearly(disposable, rural, 23229)))
}

func zhangzhouIncome2023() eligibility.Act {
	v := published("2023-02-02", in("3506", yearly(disposable, both, 36506))...)
	for _, r := range []struct {
		code string
		n    int64
	}{{"350602", 50982}, {"350603", 50823}, {"350629", 31699}, {"350622", 30948}} {
		v = append(v, published("2023-02-02", in(r.code, yearly(disposable, both, r.n))...)...)
	}
	v = append(v, eligibility.Value{Param: disposable, Money: yuan(43118), Per: eligibility.Yearly, Recorded: day("2023-01-19"),
		Source: reported("2022年福建省居民人均可支配收入（海峡网2023年1月19日）").at("")})
	return reported("2022年漳州市居民人均可支配收入（海峡网2023年2月2日）").act("fujian:income-2022", "2022年福建省部分地区居民人均可支配收入",
		"disposable incomes in Fujian, 2022", "35", through("2023-01-01", "2023-12-31"), v)
}

func zhangzhouIncome2024() eligibility.Act {
	return reported("2023年漳州市居民人均可支配收入（海峡网2024年2月21日）").act("fujian:income-2023", "2023年漳州市居民人均可支配收入",
		"disposable income of Zhangzhou, 2023", "35", through("2024-01-01", "2024-12-31"),
		published("2024-02-21", in("3506", yearly(disposable, both, 38727))...))
}
