package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
)

// Guangdong returns what is known of Guangdong (广东省, 440000): its trial measure on the destitute, which ends with 2027-03-31, the
// ratio of rigid spending, and the two disability subsidies.
//
// Gaps: standards of every place; the 低保 property rule, and that of 边缘 and 支出型 families (24 months of the urban standard, one
// home, no vehicle, no business; its full text was not read), by which the property of obligors is measured too; 分类施保 of
// 中山 (2016). That the 特困 basic standard is at least 1.6 times the 低保 standard sets no amount.
func Guangdong() []eligibility.Act {
	return []eligibility.Act{guangdongDestitute(), guangdongRigid(), shenzhenRigid(), guangdongSubsidies(2025, 209, 280,
		"2025-01-01", "2025-12-31"),
		guangdongSubsidies(2026, 217, 290, "2026-01-01", "2026-12-31")}
}

func guangdongDestitute() eligibility.Act {
	t := reported("广东省特困人员认定办法（试行）（南方日报2024年2月22日报道）")
	return t.act("guangdong:tekun-2024", "广东省特困人员认定办法（试行）", "Guangdong measures on recognising destitute persons (trial)", "44",
		through("2024-04-01", "2027-03-31"), nil,
		enacted(noWork, eligibility.InPairs(t.says("guangdong.no_work", "各类一级、二级残疾，三级智力、精神残疾",
			"any kind grade 1 or 2, intellectual or mental grade 3"),
			facts.PersonDisability, append(severe(), mind(identity.GradeThree)...)...)),
		enacted(obligorUnable, eligibility.Any(t.says("guangdong.unable", "本省规定的无履行义务能力其他情形",
			"other cases of unable to support"),
			eligibility.All(t.says("guangdong.unable.student", "全日制在校学生", "a full-time student"),
				eligibility.InWords(t.says("guangdong.unable.student.stage", "在校就读", "at school"), facts.PersonStudy,
					"compulsory", "senior_high", "vocational", "college", "undergraduate", "postgraduate"),
				eligibility.Is(t.says("guangdong.unable.student.full", "全日制", "full-time"), facts.PersonFullTime)),
			eligibility.Holds(t.says("guangdong.unable.dibao", "低保家庭成员", "in a household on allowance"), dibao),
			eligibility.Holds(t.says("guangdong.unable.single", "单人户低保对象", "on allowance alone"), dibaoSingle),
			eligibility.Holds(t.says("guangdong.unable.bianyuan", "低保边缘家庭成员", "in a marginal household"), bianyuan))),
		enacted(tekunProperty, eligibility.All(t.says("guangdong.property", "财产状况符合特困人员规定",
			"property within the destitute rule"),
			t.ownMoney("guangdong.property.money", "人均货币财产不超过24个月特困基本生活标准",
				"money a head within 24 months of the basic standard", tekunBasic, measure.AtMost, 24),
			t.rest("guangdong.property.rest", facts.PersonFitsTekunProperty))))
}

// The law of 2026 says 超过 and a place may not include the bound any more, so what was printed as 达到或者超过 ends with the day before.

func guangdongRigid() eligibility.Act {
	return reported("广东省支出型困难家庭认定规定（网页转述）").act("guangdong:gangxing-2023", "广东省刚性支出占家庭收入的比例",
		"rigid spending as a share of income, Guangdong", "44",
		since("2023-07-04"), reaching("44", "60%"))
}

func shenzhenRigid() eligibility.Act {
	return official("深圳市支出型困难家庭认定政策（深圳市坪山区人民政府网站2023年7月4日）").act("guangdong:shenzhen-gangxing-2023", "深圳市刚性支出占家庭收入的比例",
		"rigid spending as a share of income, Shenzhen", "4403", since("2023-07-04"), reaching("4403", "60%"))
}

// reaching is a ratio of rigid spending printed as 达到或者超过 or 不低于, read by the national programme that began with 2025.
func reaching(code, r string) []eligibility.Value {
	const note = "原文为“达到或者超过”（“不低于”），2026年7月1日起社会救助法第二十二条为“超过”；"
	share, by := ratio(gangxingRatio, r), comparator(gangxingComparator, measure.AtLeast)
	share.Force, by.Force = since("2025-01-01"), through("2025-01-01", "2026-06-30")
	return noted(note+noteKnown, in(code, share, by)...)
}

func guangdongSubsidies(year int, living, care int64, first, last string) eligibility.Act {
	id, zh, en := "guangdong:canji-2025", "广东省残疾人两项补贴标准（2025年）", "Guangdong disability subsidies, 2025"
	if year == 2026 {
		id, zh, en = "guangdong:canji-2026", "广东省残疾人两项补贴标准（2026年）", "Guangdong disability subsidies, 2026"
	}
	return reported(zh+"（公开数据表）").act(id, zh, en, "44", through(first, last), subsidies(living, care, care))
}
