package assistance

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/station/measure"
)

// memberDefinition is 共同生活的家庭成员, seen from the applicant (第七条). Parents of an adult come in only as people who live with the
// family for long: the text of 2012 that named them is repealed.
func memberDefinition() eligibility.Definition {
	d := text.Subsistence2021()
	const apart = "特困人员单独保障，不再计入本户人口和收入，其余成员单独核算；终止特困后重新计入，拟终止的先登记终止日期再研判低保、低保边缘（民发〔2021〕43号第二十七条）"
	return eligibility.Definition{
		ID: key.Member, ZH: "共同生活的家庭成员", EN: "member of the household", Scope: eligibility.PerPerson, Source: d.At("第七条"),
		Root: eligibility.All(d.Says("member", "第七条", "共同生活的家庭成员", "member of the household"),
			eligibility.InWords(d.Means("member.alive", "第七条", "在世且未被宣告失踪", "living and not declared missing",
				"死亡人员和胎儿不是家庭成员；被宣告失踪的人员第七条明文除外"), facts.PersonLife, "alive"),
			eligibility.Any(d.Says("member.kind", "第七条第一款", "属于家庭成员范围", "among those who belong to a household"),
				eligibility.InWords(d.Means("member.self", "第七条第一款", "申请人本人", "the applicant", "条文以申请人为中心列举其他成员，本人自在其中"),
					facts.PersonRelation, "self"),
				eligibility.InWords(d.Says("member.spouse", "第七条第一款第（一）项", "配偶", "spouse"), facts.PersonRelation, "spouse"),
				eligibility.All(d.Says("member.minor", "第七条第一款第（二）项", "未成年子女", "minor child"),
					eligibility.InWords(d.Says("member.minor.child", "第七条第一款第（二）项", "子女", "child"), facts.PersonRelation, "child"),
					eligibility.Age(text.CivilCode().Says("member.minor.age", "第十七条", "不满18周岁", "under 18"), facts.PersonBirth, measure.LessThan, 18)),
				eligibility.All(d.Says("member.adult", "第七条第一款第（三）项", "不能独立生活的成年子女", "adult child unable to live independently"),
					eligibility.InWords(d.Says("member.adult.child", "第七条第一款第（三）项", "子女", "child"), facts.PersonRelation, "child"),
					eligibility.Age(text.CivilCode().Says("member.adult.age", "第十七条", "18周岁以上", "18 or older"), facts.PersonBirth, measure.AtLeast, 18),
					eligibility.Any(d.Says("member.adult.why", "第七条第一款第（三）项", "不能独立生活或者在校就读", "dependent or at school"),
						eligibility.Is(d.Says("member.adult.dependent", "第七条第一款第（三）项", "不能独立生活", "unable to live independently"),
							facts.PersonDependent),
						eligibility.All(d.Says("member.adult.study", "第七条第一款第（三）项", "在校接受全日制本科及以下学历教育",
							"in full-time education up to undergraduate"),
							eligibility.InWords(d.Says("member.adult.stage", "第七条第一款第（三）项", "本科及以下", "up to undergraduate"),
								facts.PersonStudy, "compulsory", "senior_high", "vocational", "college", "undergraduate"),
							eligibility.Is(d.Says("member.adult.full_time", "第七条第一款第（三）项", "全日制", "full-time"), facts.PersonFullTime)))),
				eligibility.All(d.Says("member.bond", "第七条第一款第（四）项", "其他具有法定赡养、扶养、抚养义务关系并长期共同居住的人员",
					"others with a duty of support who live together for long"),
					eligibility.Is(d.Says("member.bond.duty", "第七条第一款第（四）项", "有法定义务关系", "a legal duty of support"), facts.PersonSupportBond),
					eligibility.Is(d.Says("member.bond.home", "第七条第一款第（四）项", "长期共同居住", "lives together for long"), facts.PersonLivesTogether))),
			eligibility.Not(d.Says("member.not", "第七条第二款", "没有不计入家庭成员的情形", "not left out"),
				eligibility.Any(d.Says("member.out", "第七条第二款", "有不计入家庭成员的情形", "left out"),
					clergyApart(d, "member.out.clergy", "第七条第二款第（一）项"),
					eligibility.InWords(d.Says("member.out.custody", "第七条第二款第（二）项", "在监狱服刑、在强制隔离戒毒场所戒毒", "in prison or compulsory detoxification"),
						facts.PersonCustody, "prison", "detox"),
					eligibility.OpenClause(d.Says("member.out.other", "第七条第二款第（三）项", "省级民政部门规定的其他人员", "others named by the province"),
						key.MemberExcluded))),
			eligibility.Not(d.Means("member.not_tekun", "第七条", "不是特困人员", "not destitute",
				apart),
				eligibility.Holds(d.Means("member.tekun", "第七条", "已确认为特困人员", "confirmed as destitute", apart), key.Tekun))),
	}
}

// clergyApart is 连续三年以上（含三年）脱离家庭独立生活的宗教教职人员.
func clergyApart(d text.Document, id, article string) *eligibility.Node {
	return eligibility.All(d.Says(id, article, "脱离家庭独立生活三年以上（含三年）的宗教教职人员", "clergy who lived apart for three years or more"),
		eligibility.Is(d.Says(id+".is", article, "宗教教职人员", "clergy"), facts.PersonClergy),
		eligibility.Elapsed(d.Says(id+".years", article, "脱离家庭独立生活满三年", "apart for three years"), facts.PersonApartSince,
			measure.AtLeast, 3, eligibility.Years))
}

// civilDuties is who owes support by the Civil Code; marriageDuties what the Marriage Law said before 2021.
func civilDuties() eligibility.Act {
	d := text.CivilCode()
	return eligibility.Act{
		ID: "minfadian-2021", ZH: "民法典（婚姻家庭编）", EN: "Civil Code, Book Five", Source: d.At(""), Force: text.During("2021-01-01/"),
		Definitions: []eligibility.Definition{obligorDefinition(d, duties{
			spouse: "第一千零五十九条", child: "第一千零六十七条第二款", minor: "第一千零六十七条第一款", adult: "第四十一条",
			grandparent: "第一千零七十四条第一款", grandchild: "第一千零七十四条第二款",
			elder: "第一千零七十五条第一款", younger: "第一千零七十五条第二款",
			basis: "第一千零七十一条、第一千零七十二条、第一千一百一十一条", reading: text.FamilyReading(), age: text.CivilCode()})},
	}
}

func marriageDuties() eligibility.Act {
	d := text.MarriageLaw()
	return eligibility.Act{
		ID: "hunyinfa-2001", ZH: "婚姻法", EN: "Marriage Law", Source: d.At(""), Force: text.During("2001-04-28/2021-01-01"),
		Definitions: []eligibility.Definition{obligorDefinition(d, duties{
			spouse: "第二十条", child: "第二十一条", minor: "第二十一条", adult: "第二十一条",
			grandparent: "第二十八条", grandchild: "第二十八条", elder: "第二十九条", younger: "第二十九条",
			basis: "第二十五条、第二十六条、第二十七条", reading: d, age: text.GeneralPart()})},
	}
}

// duties names the articles of the duty of support.
type duties struct {
	spouse, child, minor, adult, grandparent, grandchild, elder, younger, basis string
	reading                                                                     text.Document // who is 不能独立生活的子女
	age                                                                         text.Document // who is 成年
}

// obligorDefinition is 法定义务人: the relative in view owes the applicant support. A son- or daughter-in-law, an uncle, a cousin,
// a divorced spouse and a minor owe none. Who is unable to support is another question (无履行义务能力).
func obligorDefinition(d text.Document, a duties) eligibility.Definition {
	age := func(id, zh, en string, op measure.Comparator) *eligibility.Node {
		return eligibility.Age(a.age.Says(id, "第十七条", zh, en), facts.PersonBirth, op, 18)
	}
	relation := func(id, article, zh, en string, words ...string) *eligibility.Node {
		return eligibility.InWords(d.Says(id, article, zh, en), facts.TieRelation, words...)
	}
	applicant := func(id, article, need string, kid *eligibility.Node) *eligibility.Node {
		return eligibility.Owner(d.Says(id, article, "申请人属于需要"+need+"的情形", "the applicant needs the support"), kid)
	}
	able := func(id, article string) *eligibility.Node {
		return eligibility.Judgement(d.Says(id, article, "有负担能力", "able to bear it"), facts.PersonCanBear)
	}
	return eligibility.Definition{
		ID: key.Obligor, ZH: "法定义务人", EN: "who owes the person support", Scope: eligibility.PerTie, Source: d.At(a.minor),
		Root: eligibility.All(d.Says("obligor", a.minor, "法定义务人", "who owes support"),
			eligibility.InWords(d.Means("obligor.alive", a.minor, "在世（含被宣告失踪）", "living, declared missing included",
				"死亡人员和胎儿不负义务；被宣告失踪的仍是义务人，是否有能力另行判断"), facts.PersonLife, "alive", "declared_missing"),
			eligibility.Any(d.Says("obligor.kind", a.minor, "属于负有赡养、抚养、扶养义务的亲属", "among the relatives who owe support"),
				relation("obligor.spouse", a.spouse, "配偶（分居不影响，离婚即不是）", "spouse, separated or not", "spouse"),
				eligibility.All(d.Says("obligor.kin", a.basis, "有法律上亲属关系的成年血亲或者拟制血亲", "an adult relative by blood or in law"),
					age("obligor.adult", "亲属已满18周岁", "the relative is 18 or older", measure.AtLeast),
					eligibility.InWords(d.Says("obligor.basis", a.basis, "血亲（含非婚生）、养亲或者形成抚养教育关系的继亲",
						"by blood, by adoption, or a step relation with actual raising"), facts.TieBasis, "blood", "adoptive", "step_raised"),
					eligibility.Any(d.Says("obligor.kin.kind", a.minor, "亲属关系和义务条件均具备", "relation and condition"),
						eligibility.All(d.Says("obligor.parent", a.minor, "父母对子女有抚养义务", "parent of the applicant"),
							relation("obligor.parent.is", a.minor, "父母", "parent", "parent"),
							applicant("obligor.parent.of", a.minor, "抚养", eligibility.Any(
								d.Says("obligor.parent.when", a.minor, "子女未成年或者不能独立生活", "the child is a minor or cannot live independently"),
								age("obligor.parent.minor", "未成年", "under 18", measure.LessThan),
								eligibility.InWords(a.reading.Says("obligor.parent.school", a.adult, "尚在校接受高中及其以下学历教育", "still in senior high school or below"),
									facts.PersonStudy, "compulsory", "senior_high", "vocational"),
								eligibility.Is(a.reading.Says("obligor.parent.lost", a.adult, "非因主观原因丧失或者未完全丧失劳动能力而无法维持正常生活",
									"lost ability to work, wholly or partly, for no fault"), facts.PersonLostWorkAbility)))),
						eligibility.InWords(text.Noted(d.Says("obligor.child", a.child, "成年子女对父母有赡养义务", "adult child"),
							"“缺乏劳动能力或者生活困难”不另作条件，申请人无劳动能力且无生活来源的已经具备"), facts.TieRelation, "child"),
						eligibility.All(d.Says("obligor.grandparent", a.grandparent, "祖父母、外祖父母对未成年孙子女、外孙子女有抚养义务", "grandparent of a minor"),
							relation("obligor.grandparent.is", a.grandparent, "祖父母、外祖父母", "grandparent", "grandparent"),
							applicant("obligor.grandparent.of", a.grandparent, "抚养", orphaned(d, "obligor.grandparent", a.grandparent, age)),
							able("obligor.grandparent.able", a.grandparent)),
						eligibility.All(d.Says("obligor.grandchild", a.grandchild, "孙子女、外孙子女对祖父母、外祖父母有赡养义务", "grandchild"),
							relation("obligor.grandchild.is", a.grandchild, "孙子女、外孙子女", "grandchild", "grandchild"),
							applicant("obligor.grandchild.of", a.grandchild, "赡养", eligibility.Is(d.Says("obligor.grandchild.when", a.grandchild,
								"子女已经死亡或者子女无力赡养", "the children are dead or unable"), facts.PersonChildrenUnable)),
							able("obligor.grandchild.able", a.grandchild)),
						eligibility.All(d.Says("obligor.elder", a.elder, "兄、姐对未成年弟、妹有扶养义务", "elder sibling of a minor"),
							relation("obligor.elder.is", a.elder, "兄、姐", "elder sibling", "elder_sibling"),
							applicant("obligor.elder.of", a.elder, "扶养", orphaned(d, "obligor.elder", a.elder, age)),
							able("obligor.elder.able", a.elder)),
						eligibility.All(d.Says("obligor.younger", a.younger, "由兄、姐扶养长大的弟、妹对缺乏劳动能力又缺乏生活来源的兄、姐有扶养义务",
							"younger sibling, raised by the applicant"),
							relation("obligor.younger.is", a.younger, "弟、妹", "younger sibling", "younger_sibling"),
							eligibility.Is(d.Says("obligor.younger.raised", a.younger, "由申请人扶养长大", "raised by the applicant"), facts.TieRaised),
							able("obligor.younger.able", a.younger)))))),
	}
}

// orphaned says that the applicant is a minor whose parents are dead or unable.
func orphaned(d text.Document, id, article string, age func(id, zh, en string, op measure.Comparator) *eligibility.Node) *eligibility.Node {
	return eligibility.All(d.Says(id+".when", article, "未成年且父母已经死亡或者无力抚养", "a minor whose parents are dead or unable"),
		age(id+".minor", "未成年", "under 18", measure.LessThan),
		eligibility.Is(d.Says(id+".parents", article, "父母已经死亡或者父母无力抚养", "the parents are dead or unable"), facts.PersonParentsUnable))
}
