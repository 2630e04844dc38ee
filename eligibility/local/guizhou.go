package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/measure"
)

// Guizhou returns what is known of Guizhou (贵州省, 520000): a minor of 16 or 17 is without ability to work unless he lives mainly
// on what he earns.
//
// Gaps: the day the measure came into force; what prefectures add to who is unable to work; property rules, which it leaves to
// prefectures; every standard and subsidy.
func Guizhou() []eligibility.Act {
	t := reported("贵州省特困人员认定办法（网页转述，施行日未核）")
	return []eligibility.Act{t.act("guizhou:tekun", "贵州省特困人员认定办法", "Guizhou measures on recognising destitute persons",
		"52", since("2023-01-01"), nil,
		enacted(noWork, eligibility.All(t.means("guizhou.no_work", "未满18周岁的未成年人，16周岁以上主要靠自己劳动收入生活的除外",
			"a minor, but not one of 16 or 17 who lives on his work",
			"按《民法典》第十八条第二款，以自己的劳动收入为主要生活来源的16周岁以上未成年人视为完全民事行为能力人，以此判断；施行日未核，按2023年已知录入"),
			eligibility.Age(t.says("guizhou.no_work.16", "16周岁以上", "16 or older"), facts.PersonBirth, measure.AtLeast, 16),
			eligibility.Age(t.says("guizhou.no_work.18", "未满18周岁", "under 18"), facts.PersonBirth, measure.LessThan, 18),
			eligibility.Not(t.says("guizhou.no_work.dependent", "不以自己的劳动收入为主要生活来源", "does not live mainly on his work"),
				eligibility.InWords(t.says("guizhou.no_work.full", "以自己的劳动收入为主要生活来源", "lives mainly on his work"),
					facts.PersonCapacity, "full")))))}
}
