package assistance

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/station/measure"
)

// assistanceStatute is 社会救助法, in force since 2026-07-01. It repeals nothing by name: the measures of 2021 and 2024 go on as the
// detail where they do not differ, and are cited for it.
func assistanceStatute() eligibility.Act {
	d := text.AssistanceLaw()
	const minors = "法律规定的对象为未成年人，不再限于未满16周岁；民发〔2021〕43号第五条第（二）项仍写未满16周岁，对新申请的16、17周岁未成年人怎样认定无劳动能力，依本省规定研判"
	return eligibility.Act{
		ID: "jiuzhufa-2026", ZH: "社会救助法", EN: "Social Assistance Law", Source: d.At(""), Force: text.During(byStatute),
		Programmes: []eligibility.Programme{
			destituteProgramme(byStatute, destituteConditions{
				all:    d.Says("tekun", "第十六条第一款", "特困人员条件", "conditions of a destitute person"),
				minor:  d.Means("work.minor", "第十六条第一款", "16、17周岁的未成年人", "a minor of 16 or 17", minors),
				found:  d.Means("work.minor.found", "第十六条第一款", "经研判纳入特困供养", "found to be taken in", minors),
				held:   d.Says("work.held", "第十六条第三款", "已供养的未成年人继续供养", "a supported minor goes on"),
				school: d.Says("work.held.school", "第十六条第三款", "仍在义务教育或者高中阶段教育（含中等职业教育）就学", "still in senior high or vocational school, or below"),
			}),
			subsistenceProgramme(byStatute, d, "第十八条第一款"),
			singleProgramme(byStatute, joblessDisabled(), inMarginal(d, "single.hardship", "第二十一条第二款", "边缘家庭中确有特殊困难的人员", "in special hardship, in a marginal household",
				eligibility.Judgement(d.Says("single.hardship.is", "第二十一条第二款", "确有特殊困难", "in special hardship"), facts.PersonSpecialCase))),
			marginalProgramme(byStatute, d, "第二十一条第一款"),
			rigidProgramme(byStatute, d, [4]string{"第二十二条", "第二十二条", "第二十二条",
				"；法律写“超过”，当地规定为“达到”的与法律文字不一致，须研判；法律写“医疗、教育等必需支出”，生活支出是否计入依当地规定"}),
		},
		Definitions: append(subsistenceLines(byStatute, d, "第十八条第一款"),
			marginalConditions(byStatute, d, "第二十一条第一款"), rigidIncome(byStatute, d, "第二十二条")),
		Values: []eligibility.Value{
			{Param: key.BianyuanFactor, Force: text.During(byStatute), Ratio: measure.MustParseRatio("1.5"), Source: text.Reading(d.At("第二十一条第三款")),
				Note: "法律规定由省级在低保标准上上浮一定比例确定；省级公布前沿用原1.5倍，须以本省规定为准"},
			{Param: key.BianyuanComparator, Force: text.During(byStatute), Comparator: measure.LessThan, Source: d.At("第二十一条第一款")},
			{Param: key.GangxingComparator, Force: text.During(byStatute), Comparator: measure.MoreThan, Source: d.At("第二十二条")},
		},
	}
}
