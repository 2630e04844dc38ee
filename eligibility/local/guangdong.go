package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
)

// Guangdong returns what is known of Guangdong (广东省, 440000): its trial measure on the destitute, which ends with 2027-03-31, the
// ratio of rigid spending, the two disability subsidies, and that a child whom nobody raises goes on after 18 while a full-time student up
// to undergraduate. Whom the measure alone would take in after its end is neither taken in
// nor refused: the office has to record whether it was renewed.
//
// Gaps: standards of every place; the 低保 property rule, and that of 边缘 and 支出型 families (24 months of the urban standard, one
// home, no vehicle, no business; its full text was not read), by which the property of obligors is measured too; 分类施保 of
// 中山 (2016). That the 特困 basic standard is at least 1.6 times the 低保 standard sets no amount.
func Guangdong() []eligibility.Act {
	return []eligibility.Act{guangdongChildren(), guangdongDestitute(), guangdongLapsed(), guangdongRigid(), shenzhenRigid(), guangdongSubsidies(2025, 209, 280,
		"2025-01-01", "2025-12-31"),
		guangdongSubsidies(2026, 217, 290, "2026-01-01", "2026-12-31")}
}

func guangdongMeasure() text {
	return reported("《广东省特困人员认定办法（试行）》（南方日报2024年2月22日报道）")
}

// guangdongChildren is that a supported child goes on after 18 in full-time study up to undergraduate.
func guangdongChildren() eligibility.Act {
	t := reported("广东省事实无人抚养儿童保障规定（粤民规字〔2019〕10号，转述）")
	return number(t.act("guangdong:shishi-2019", "广东省事实无人抚养儿童保障规定", "Guangdong rules on children whom nobody in fact raises", "44",
		since("2020-01-01"), nil,
		enacted(childAfter18, eligibility.All(t.means("guangdong.child", "已保障的儿童成年后仍在全日制本科及以下学校就读的继续保障",
			"a supported child goes on after 18 in full-time study up to undergraduate", "施行日未核，自全国意见施行之日录入"),
			eligibility.Holds(t.says("guangdong.child.held", "已是事实无人抚养儿童", "supported already"), shishi),
			eligibility.InWords(t.says("guangdong.child.stage", "本科及以下", "up to undergraduate"), facts.PersonStudy,
				"compulsory", "senior_high", "vocational", "college", "undergraduate"),
			eligibility.Is(t.says("guangdong.child.full", "全日制", "full-time"), facts.PersonFullTime)))), "粤民规字〔2019〕10号")
}

func guangdongDestitute() eligibility.Act {
	t := guangdongMeasure()
	return t.act("guangdong:tekun-2024", "广东省特困人员认定办法（试行）", "Guangdong measures on recognising destitute persons (trial)", "44",
		through("2024-04-01", "2027-03-31"), nil,
		enacted(noWork, guangdongNoWork()),
		enacted(obligorUnable, guangdongUnable()),
		enacted(tekunProperty, eligibility.All(t.says("guangdong.property", "财产状况符合特困人员规定",
			"property within the destitute rule"),
			t.ownMoney("guangdong.property.money", "人均货币财产不超过24个月特困基本生活标准",
				"money a head within 24 months of the basic standard", tekunBasic, measure.AtMost, 24),
			t.rest("guangdong.property.rest", facts.PersonFitsTekunProperty))))
}

func guangdongNoWork() *eligibility.Node {
	return eligibility.InPairs(guangdongMeasure().says("guangdong.no_work", "各类一级、二级残疾，三级智力、精神残疾",
		"any kind grade 1 or 2, intellectual or mental grade 3"),
		facts.PersonDisability, append(severe(), mind(identity.GradeThree)...)...)
}

func guangdongUnable() *eligibility.Node {
	t := guangdongMeasure()
	return eligibility.Any(t.says("guangdong.unable", "本省规定的无履行义务能力其他情形", "other cases of unable to support"),
		eligibility.All(t.says("guangdong.unable.student", "全日制在校学生", "a full-time student"),
			eligibility.InWords(t.says("guangdong.unable.student.stage", "在校就读", "at school"), facts.PersonStudy,
				"compulsory", "senior_high", "vocational", "college", "undergraduate", "postgraduate"),
			eligibility.Is(t.says("guangdong.unable.student.full", "全日制", "full-time"), facts.PersonFullTime)),
		eligibility.Holds(t.says("guangdong.unable.dibao", "低保家庭成员", "in a household on allowance"), dibao),
		eligibility.Holds(t.says("guangdong.unable.single", "单人户低保对象", "on allowance alone"), dibaoSingle),
		eligibility.Holds(t.says("guangdong.unable.bianyuan", "低保边缘家庭成员", "in a marginal household"), bianyuan))
}

// guangdongLapsed is what holds since the end of the trial measure: what it added stands only if it was renewed, which is for the office
// to record. Its property rule has ended too, and the national law requires one.
func guangdongLapsed() eligibility.Act {
	t := guangdongMeasure()
	const note = "试行办法2027年3月31日届满，是否延续或者另有新规定须先查明并录入，不能沿用旧规定，也不能据此认定不符合"
	still := func(id string, rule *eligibility.Node, k eligibility.ClauseKey) *eligibility.Node {
		return eligibility.All(t.means(id, "试行办法届满前的规定仍然有效", "what the trial measure added still holds", note), rule,
			eligibility.Delegated(t.means(id+".renewed", "试行办法已经延续", "the trial measure was renewed", note), k))
	}
	a := t.act("guangdong:tekun-2027", "广东省特困人员认定办法（试行）届满之后",
		"after the end of Guangdong's trial measures on destitute persons", "44", since("2027-04-01"), nil,
		enacted(noWork, still("guangdong.lapsed.no_work", guangdongNoWork(), renewedNoWork)),
		enacted(obligorUnable, still("guangdong.lapsed.unable", guangdongUnable(), renewedUnable)))
	a.Clauses = []eligibility.Clause{
		{Key: renewedNoWork, ZH: "广东省特困人员认定办法（试行）届满后无劳动能力其他情形是否延续",
			EN: "whether Guangdong renewed who is unable to work", Scope: eligibility.PerPerson, Source: t.at("")},
		{Key: renewedUnable, ZH: "广东省特困人员认定办法（试行）届满后无履行义务能力其他情形是否延续",
			EN: "whether Guangdong renewed who is unable to support", Scope: eligibility.PerPerson, Source: t.at("")},
	}
	return a
}

func guangdongRigid() eligibility.Act {
	return atTheRatio(reported("广东省支出型困难家庭认定规定（网页转述）"), "guangdong:gangxing-2023", "广东省刚性支出占家庭收入的比例",
		"rigid spending as a share of income, Guangdong", "44", since("2023-07-04"), reaching("44", "60%"))
}

func shenzhenRigid() eligibility.Act {
	return atTheRatio(official("深圳市支出型困难家庭认定政策（深圳市坪山区人民政府网站2023年7月4日）"), "guangdong:shenzhen-gangxing-2023",
		"深圳市刚性支出占家庭收入的比例", "rigid spending as a share of income, Shenzhen", "4403", since("2023-07-04"),
		reaching("4403", "60%"))
}

func guangdongSubsidies(year int, living, care int64, first, last string) eligibility.Act {
	id, zh, en := "guangdong:canji-2025", "广东省残疾人两项补贴标准（2025年）", "Guangdong disability subsidies, 2025"
	if year == 2026 {
		id, zh, en = "guangdong:canji-2026", "广东省残疾人两项补贴标准（2026年）", "Guangdong disability subsidies, 2026"
	}
	return reported(zh+"（公开数据表）").act(id, zh, en, "44", through(first, last), subsidies(living, care, care))
}
