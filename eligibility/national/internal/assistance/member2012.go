package assistance

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/station/measure"
)

// members2012 is 民发〔2012〕220号 as far as temporary relief before 2021-07-01 needs it: who was a member of the household. Unlike
// the text of 2021 it names the parents, and knows re-education through labour, which ended in 2013.
func members2012() eligibility.Act {
	d := text.Subsistence2012()
	relation := func(id, at, zh, en string, words ...string) *eligibility.Node {
		return eligibility.InWords(d.Says(id, at, zh, en), facts.PersonRelation, words...)
	}
	return eligibility.Act{
		ID: "dibao-2012", ZH: "最低生活保障审核审批办法（试行）", EN: "Measures on the subsistence allowance, on trial", Number: "民发〔2012〕220号",
		Source: d.At(""), Force: text.During("2012-12-12/2021-07-01"),
		Definitions: []eligibility.Definition{{
			ID: key.Member, ZH: "共同生活的家庭成员", EN: "member of the household", Scope: eligibility.PerPerson, Source: d.At("第五条"),
			Root: eligibility.All(d.Says("member", "第五条", "共同生活的家庭成员", "member of the household"),
				eligibility.InWords(d.Means("member.alive", "第五条", "在世", "living", "死亡人员和胎儿不是家庭成员；被宣告失踪的人员当时没有明文除外"),
					facts.PersonLife, "alive", "declared_missing"),
				eligibility.Any(d.Says("member.kind", "第五条第一款", "属于家庭成员范围", "among those who belong to a household"),
					relation("member.self", "第五条第一款", "申请人本人", "the applicant", "self"),
					relation("member.spouse", "第五条第一款第（一）项", "配偶", "spouse", "spouse"),
					relation("member.parent", "第五条第一款第（二）项", "父母", "parent", "parent"),
					eligibility.All(d.Says("member.child", "第五条第一款第（二）（三）项", "未成年子女，或者不能独立生活的成年子女", "a child who is a minor or cannot live independently"),
						relation("member.child.is", "第五条第一款", "子女", "child", "child"),
						eligibility.Any(d.Says("member.child.why", "第五条第一款", "未成年、不能独立生活或者在校就读", "a minor, dependent or at school"),
							eligibility.Age(d.Says("member.child.minor", "第五条第一款第（二）项", "未成年", "under 18"), facts.PersonBirth, measure.LessThan, 18),
							eligibility.Is(d.Says("member.child.dependent", "第五条第一款第（三）项", "不能独立生活", "unable to live independently"), facts.PersonDependent),
							eligibility.InWords(d.Says("member.child.study", "第五条第一款第（三）项", "在校接受本科及以下学历教育", "in education up to undergraduate"),
								facts.PersonStudy, "compulsory", "senior_high", "vocational", "college", "undergraduate"))),
					eligibility.All(d.Says("member.bond", "第五条第一款第（四）项", "其他具有法定义务关系并长期共同居住的人员", "others with a duty of support who live together for long"),
						eligibility.Is(d.Says("member.bond.duty", "第五条第一款第（四）项", "有法定义务关系", "a legal duty of support"), facts.PersonSupportBond),
						eligibility.Is(d.Says("member.bond.home", "第五条第一款第（四）项", "长期共同居住", "lives together for long"), facts.PersonLivesTogether))),
				eligibility.Not(d.Says("member.not", "第五条第二款", "没有不计入家庭成员的情形", "not left out"),
					eligibility.Any(d.Says("member.out", "第五条第二款", "有不计入家庭成员的情形", "left out"),
						clergyApart(d, "member.out.clergy", "第五条第二款第（一）项"),
						eligibility.InWords(d.Says("member.out.prison", "第五条第二款第（二）项", "在监狱服刑", "in prison"), facts.PersonCustody, "prison"))),
			),
		}},
	}
}
