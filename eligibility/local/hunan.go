package local

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
)

// Hunan returns what is known of Hunan (湖南省, 430000): the guiding amounts of the two disability subsidies of 2026, and who
// is without ability to work in 常德 besides the national cases.
//
// Gaps: provincial rules on the destitute; the day of the rule of 常德; property rules; standards. 长沙's amounts are fractions of a
// minimum wage that is not recorded.
func Hunan() []eligibility.Act {
	t := reported("常德市特困人员认定规定（常德市政府网信息转述，施行日未核）")
	guide := reported("湖南省2026年残疾人两项补贴指导标准（湘民发〔2026〕4号，公开数据表）")
	return []eligibility.Act{
		t.act("hunan:changde-tekun", "常德市特困人员认定规定", "rules on recognising destitute persons in Changde", "4307",
			since("2021-07-01"), nil,
			enacted(noWork, eligibility.All(t.means("changde.no_work", "患重特大疾病、完全丧失生活自理能力一年以上并持有残疾人证",
				"gravely ill, unable to care for himself for a year, certified",
				"按生活长期不能自理和照护持续月数判断；施行日未核"),
				eligibility.Is(t.says("changde.no_work.illness", "患认定的重特大疾病", "a grave illness on the list"),
					facts.PersonSeriousIllness),
				eligibility.Is(t.says("changde.no_work.care", "完全丧失生活自理能力", "unable to care for himself"),
					facts.PersonLongDependent),
				eligibility.Compare(t.says("changde.no_work.year", "持续一年以上", "for a year or more"),
					facts.PersonCareMonths, eligibility.By(measure.AtLeast), eligibility.Number(12)),
				eligibility.InPairs(t.says("changde.no_work.certificate", "持有残疾人证", "holds a disability certificate"),
					facts.PersonDisability,
					eligibility.Severe([]identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo,
						identity.GradeThree, identity.GradeFour})...)))),
		number(guide.act("hunan:canji-2026", "湖南省2026年残疾人两项补贴指导标准", "Hunan disability subsidies, 2026", "43",
			since("2026-01-01"),
			noted("省定指导标准；"+noteOpen, subsidies(110, 110, 110)...)), "湘民发〔2026〕4号"),
	}
}
