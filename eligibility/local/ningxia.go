package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/measure"
)

// Ningxia returns what is known of Ningxia (宁夏回族自治区, 640000): who is supported as destitute and turns 18 goes on while at a vocational
// school or college or a full-time undergraduate.
//
// Gaps: everything else.
func Ningxia() []eligibility.Act {
	t := reported("宁夏回族自治区特困人员认定规定（新消息报2021年10月8日报道）")
	return []eligibility.Act{t.act("ningxia:tekun-2021", "宁夏回族自治区特困人员认定规定",
		"Ningxia rules on recognising destitute persons", "64", since("2021-11-01"), nil,
		enacted(noWork, eligibility.All(t.means("ningxia.held", "已供养的未成年人满18周岁后在中高等职业学校或者全日制本科就读的继续",
			"a supported minor goes on after 18 while in vocational or undergraduate study",
			"该规定早于2026年7月1日施行的社会救助法；属于继续供养的规定，此处按无劳动能力其他情形录入"),
			eligibility.Holds(t.says("ningxia.held.is", "已是特困人员", "supported already"), tekun),
			eligibility.Age(t.says("ningxia.held.18", "年满18周岁", "18 or older"), facts.PersonBirth, measure.AtLeast, 18),
			eligibility.Any(t.says("ningxia.held.study", "在中高等职业学校或者全日制本科就读", "in vocational study, or a full-time undergraduate"),
				eligibility.InWords(t.says("ningxia.held.stage", "在中等、高等职业学校就读", "in vocational school or college"),
					facts.PersonStudy, "vocational", "college"),
				eligibility.All(t.says("ningxia.held.undergraduate", "全日制本科", "a full-time undergraduate"),
					eligibility.InWords(t.says("ningxia.held.undergraduate.stage", "本科", "undergraduate"), facts.PersonStudy, "undergraduate"),
					eligibility.Is(t.says("ningxia.held.full", "全日制", "full-time"), facts.PersonFullTime))))))}
}
