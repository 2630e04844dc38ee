package assistance

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/eligibility/national/severe"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
)

// destitute is 特困人员认定办法 of 2021. From 2026-07-01 the statute carries the programme, with what it changed.
func destitute() eligibility.Act {
	d := text.Destitute2021()
	const reading = "办法第五条第（二）项止于16周岁，2020年意见把特困供养延伸到18周岁；新申请的16、17周岁未成年人没有全国统一的认定条件，依本省规定研判"
	return eligibility.Act{
		ID: "tekun-2021", ZH: "特困人员认定办法", EN: "Measures on Recognising Destitute Persons (2021)", Number: "民发〔2021〕43号",
		Source: d.At(""), Force: text.During("2021-07-01/"),
		Programmes: []eligibility.Programme{destituteProgramme("2021-07-01/2026-07-01", destituteConditions{
			all:    d.Says("tekun", "第四条", "特困人员认定条件", "conditions of a destitute person"),
			minor:  text.Reform2020().Means("work.minor", "二（二）5", "16、17周岁的未成年人", "a minor of 16 or 17", reading),
			found:  text.Reform2020().Means("work.minor.found", "二（二）5", "经研判纳入特困供养", "found to be taken in", reading),
			held:   d.Says("work.held", "第二十四条第二款", "已供养的未成年人可以继续", "a supported minor may go on"),
			school: d.Says("work.held.school", "第二十四条第二款", "仍在义务教育、普通高中、中等职业学校就读", "still in senior high or vocational school, or below"),
		})},
		Definitions: []eligibility.Definition{selfCare("selfcare.limited", 1, "有指标不能自主完成", "fails an indicator"),
			selfCare("selfcare.lost", 4, "四项以上指标不能自主完成", "fails four indicators or more")},
		Deadlines: []eligibility.Deadline{{ID: "tekun.review", Programme: key.Tekun, ZH: "特困人员动态复核（每年一次）", EN: "yearly review of the destitute",
			From: "确认或者上次复核之日", Days: 12, Basis: eligibility.MonthsBasis, Source: text.Reform2020().At("二（二）7")}},
	}
}

// destituteConditions are the words in which the texts of 2021 and 2026 differ: who is covered, how a minor of 16 or 17 is taken
// in, and on what schooling the support goes on after 18.
type destituteConditions struct{ all, minor, found, held, school eligibility.Criterion }

// destituteProgramme is one version of 特困人员救助供养: the three conditions of article 4, the choice of article 9, the ends of article
// 24. Ability to work goes by status alone: whoever is 60 is without it, though he works, and his wage is income.
func destituteProgramme(period string, c destituteConditions) eligibility.Programme {
	d := text.Destitute2021()
	born := func(id, article, zh, en string, op measure.Comparator, years int) *eligibility.Node {
		return eligibility.Age(d.Says(id, article, zh, en), facts.PersonBirth, op, years)
	}
	return eligibility.Programme{
		ID: key.Tekun, ZH: "特困人员救助供养", EN: "support of the destitute", Unit: eligibility.PerPerson, Force: text.During(period),
		Pay: destitutePay(), Next: []eligibility.ProgrammeID{key.Dibao, key.DibaoSingle, key.Bianyuan, key.Gangxing, key.Zhichu, key.Jinan}, Source: c.all.Source,
		Root: eligibility.All(c.all,
			eligibility.InWords(d.Says("alive", "第二十四条第一款第（一）项", "未死亡，未被宣告死亡、宣告失踪", "living, not declared dead or missing"),
				facts.PersonLife, "alive"),
			eligibility.Any(d.Says("work", "第五条", "无劳动能力", "without ability to work"),
				born("work.60", "第五条第（一）项", "60周岁以上的老年人", "60 or older", measure.AtLeast, 60),
				born("work.under16", "第五条第（二）项", "未满16周岁的未成年人", "under 16", measure.LessThan, 16),
				severe.UnableToWork().Node("work.disabled"),
				eligibility.OpenClause(d.Says("work.other", "第五条第（四）项", "省级规定的无劳动能力其他情形", "other cases of the province"), key.TekunNoWork),
				minorFound(c.minor, c.found),
				eligibility.All(c.held,
					eligibility.Holds(d.Says("work.held.is", "第二十四条第二款", "已是特困人员", "supported already"), key.Tekun),
					eligibility.Any(d.Says("work.held.why", "第二十四条第二款", "未满18周岁或者仍在校", "under 18 or at school"),
						born("work.held.18", "第二十四条第二款", "未满18周岁", "under 18", measure.LessThan, 18),
						eligibility.InWords(c.school, facts.PersonStudy, "compulsory", "senior_high", "vocational")))),
			eligibility.PerHead(text.Noted(d.Says("income", "第六条", "收入低于当地低保标准", "income below the subsistence standard"),
				"中央确定的基础养老金、医疗保险、优待抚恤金、高龄津贴不计入；“等社会保险”是否包括职工养老金、失业保险金等，办法没有写明，"+
					"按计入理解，本省另有规定的从其规定；低保金等社会救助款物不计入；优待抚恤金自2024年10月1日起并依《军人抚恤优待条例》第四条不计入"),
				destituteIncome(), eligibility.By(measure.LessThan),
				eligibility.Line{Limit: eligibility.Param(key.DibaoStandard), Months: eligibility.Param(key.IncomeMonths)}),
			eligibility.Delegated(d.Says("property", "第七条", "财产符合当地特困人员财产状况规定", "property within the rule of the destitute"), key.TekunProperty),
			eligibility.EveryOf(d.Says("obligors", "第四条第（三）项", "无法定义务人，或者法定义务人均无履行义务能力", "no obligor, or none who is able"),
				eligibility.Kin,
				eligibility.Defined(d.Says("obligors.who", "第四条第（三）项", "法定义务人", "obligor"), key.Obligor),
				unableToSupport()),
			eligibility.Not(d.Says("child", "第九条", "未选择孤儿、事实无人抚养儿童保障", "did not choose the support of children"),
				eligibility.All(d.Says("child.chose", "第九条", "未成年人同时符合并选择孤儿、事实无人抚养儿童保障", "a minor who fits both and chose that one"),
					born("child.minor", "第九条", "未成年人", "under 18", measure.LessThan, 18),
					eligibility.Is(d.Says("child.choice", "第九条", "选择孤儿、事实无人抚养儿童保障", "chose the support of children"), facts.PersonChoseChildBenefit))),
			eligibility.Not(d.Means("prison", "第二十四条第一款第（三）项", "未在监狱服刑", "not in prison", "办法列为终止情形，认定时同样不符合"),
				eligibility.InWords(d.Says("prison.is", "第二十四条第一款第（三）项", "在监狱服刑", "in prison"), facts.PersonCustody, "prison"))),
	}
}

// unableToSupport is 无履行义务能力 of the obligor in view (第八条). His income is his own and stands against the average disposable
// income, not the subsistence standard; item five tests property alone. A healthy obligor of 60 to 69 in a marginal
// household is able.
func unableToSupport() *eligibility.Node {
	d := text.Destitute2021()
	const three, four, five = "第八条第（三）项", "第八条第（四）项", "第八条第（五）项"
	property := func(id, article string) *eligibility.Node {
		return eligibility.Delegated(d.Says(id, article, "财产符合当地低收入家庭财产状况规定", "property within the low-income rule"), key.ObligorProperty)
	}
	income := func(id, article string) *eligibility.Node {
		return eligibility.PerHead(d.Says(id, article, "本人收入低于当地上年度人均可支配收入", "own income below the average disposable income"),
			destituteIncome(), eligibility.By(measure.LessThan),
			eligibility.Line{Limit: eligibility.Param(key.DisposableIncome), Months: eligibility.Param(key.IncomeMonths)})
	}
	age := func(id, article, zh, en string, years int) *eligibility.Node {
		return eligibility.Age(d.Says(id, article, zh, en), facts.PersonBirth, measure.AtLeast, years)
	}
	return eligibility.Any(d.Says("unable", "第八条", "无履行义务能力", "unable to support"),
		eligibility.Any(d.Says("unable.tekun", "第八条第（一）项", "特困人员", "destitute himself"),
			eligibility.Holds(d.Says("unable.tekun.is", "第八条第（一）项", "已确认为特困人员", "confirmed as destitute"), key.Tekun),
			eligibility.Together(d.Means("unable.tekun.too", "第八条第（一）项", "与本人一并符合特困人员条件", "fits together with the person",
				"互为法定义务人的，一并申请、一并认定；结论以各人均被认定为前提"), key.Tekun)),
		eligibility.All(d.Says("unable.dibao", "第八条第（二）项", "60周岁以上的低保对象", "60 or older and on the allowance"),
			age("unable.dibao.60", "第八条第（二）项", "60周岁以上", "60 or older", 60),
			eligibility.Any(d.Says("unable.dibao.is", "第八条第（二）项", "低保对象", "on the allowance"),
				eligibility.Holds(d.Says("unable.dibao.household", "第八条第（二）项", "低保家庭成员", "member of an allowance household"), key.Dibao),
				eligibility.Holds(d.Says("unable.dibao.single", "第八条第（二）项", "单人户低保对象", "on the allowance alone"), key.DibaoSingle))),
		eligibility.All(d.Says("unable.70", three, "70周岁以上，收入和财产符合规定", "70 or older, income and property fit"),
			age("unable.70.age", three, "70周岁以上", "70 or older", 70), income("unable.70.income", three), property("unable.70.property", three)),
		eligibility.All(d.Says("unable.disabled", four, "重度残疾人或者三级智力、精神残疾人，收入和财产符合规定", "severely disabled, income and property fit"),
			severe.Obligor().Node("unable.disabled.grade"), income("unable.disabled.income", four), property("unable.disabled.property", four)),
		eligibility.All(d.Says("unable.away", five, "无民事行为能力、被宣告失踪或者在监狱服刑，且财产符合规定", "without capacity, declared missing or in prison, property fits"),
			eligibility.Any(d.Says("unable.away.why", five, "无民事行为能力、被宣告失踪或者在监狱服刑", "without legal capacity, declared missing or in prison"),
				eligibility.InWords(d.Says("unable.away.capacity", five, "无民事行为能力", "without legal capacity"), facts.PersonCapacity, "none"),
				eligibility.InWords(d.Says("unable.away.missing", five, "被宣告失踪", "declared missing"), facts.PersonLife, "declared_missing"),
				eligibility.InWords(d.Says("unable.away.prison", five, "在监狱服刑", "in prison"), facts.PersonCustody, "prison")),
			property("unable.away.property", five)),
		eligibility.OpenClause(d.Says("unable.other", "第八条第（六）项", "省级规定的无履行义务能力其他情形", "other cases of the province"), key.TekunObligorUnable))
}

// selfCare counts the indicators of 生活自理能力 that a person fails (第二十一条、第二十二条): none is able, one to three partly, four to
// six fully dependent.
func selfCare(id eligibility.DefinitionID, n int, zh, en string) eligibility.Definition {
	d := text.Destitute2021()
	const article = "第二十二条"
	var fails []*eligibility.Node
	for _, i := range []struct {
		key, zh, en string
		fact        eligibility.FactKey
	}{
		{"eat", "自主吃饭", "eats unaided", facts.PersonSelfCareEat}, {"dress", "自主穿衣", "dresses unaided", facts.PersonSelfCareDress},
		{"bed", "自主上下床", "gets in and out of bed unaided", facts.PersonSelfCareBed}, {"toilet", "自主如厕", "uses the toilet unaided", facts.PersonSelfCareToilet},
		{"walk", "在室内自主行走", "walks indoors unaided", facts.PersonSelfCareWalk}, {"bathe", "自主洗澡", "bathes unaided", facts.PersonSelfCareBathe},
	} {
		fails = append(fails, eligibility.Not(d.Says(string(id)+".not_"+i.key, "第二十一条", "不能"+i.zh, "not: "+i.en),
			eligibility.Is(d.Says(string(id)+"."+i.key, "第二十一条", i.zh, i.en), i.fact)))
	}
	return eligibility.Definition{ID: id, ZH: zh, EN: en, Scope: eligibility.PerPerson, Source: d.At(article),
		Root: eligibility.AtLeast(d.Says(string(id), article, zh, en), n, fails...)}
}

// destitutePay is the basic standard and the care standard of the person's tier.
func destitutePay() *eligibility.Pay {
	d, frame := text.Destitute2021(), text.Interim2014()
	limited := func(id string) *eligibility.Node {
		return eligibility.Defined(d.Says(id, "第二十二条", "有指标不能自主完成", "fails an indicator"), "selfcare.limited")
	}
	lost := func(id string) *eligibility.Node {
		return eligibility.Defined(d.Says(id, "第二十二条", "四项以上不能自主完成", "fails four or more"), "selfcare.lost")
	}
	fixed := func(c eligibility.Criterion, when *eligibility.Node, k eligibility.ParamKey) eligibility.Part {
		return eligibility.Part{Criterion: c, Kind: eligibility.PayFixed, When: when, Limit: eligibility.Param(k)}
	}
	return &eligibility.Pay{Source: d.At("第二十条"), Parts: []eligibility.Part{
		fixed(frame.Says("pay.basic", "第十五条", "基本生活标准", "basic living standard"), nil, key.TekunBasic),
		fixed(frame.Says("pay.institution", "第十五条", "集中供养增发", "supplement in an institution"),
			eligibility.All(frame.Says("pay.institution.when", "第十五条", "两种供养形式标准不同且集中供养", "standards differ, and in an institution"),
				eligibility.OpenClause(frame.Says("pay.institution.differs", "第十五条", "集中与分散供养标准不同", "institutions are paid more"), key.TekunFormDiffers),
				eligibility.InWords(frame.Says("pay.institution.form", "第十五条", "集中供养", "in an institution"), facts.PersonCareForm, "institution")), key.TekunInstitution),
		fixed(d.Says("pay.able", "第二十二条", "照料护理标准（具备生活自理能力）", "care, able"),
			eligibility.Not(d.Says("pay.able.when", "第二十二条", "六项指标均能自主完成", "fails none"), limited("pay.able.fails")), key.TekunCareAble),
		fixed(d.Says("pay.partial", "第二十二条", "照料护理标准（部分丧失生活自理能力）", "care, partly dependent"),
			eligibility.All(d.Says("pay.partial.when", "第二十二条", "一至三项不能自主完成", "fails one to three"),
				limited("pay.partial.fails"), eligibility.Not(d.Says("pay.partial.not", "第二十二条", "不足四项", "fewer than four"), lost("pay.partial.four"))),
			key.TekunCarePartial),
		fixed(d.Says("pay.full", "第二十二条", "照料护理标准（完全丧失生活自理能力）", "care, fully dependent"), lost("pay.full.when"), key.TekunCareFull),
	}}
}

// destituteOld is 特困人员认定办法 of 2016, known at second hand: fewer disabilities, other obligors unable, and minors of 16 and 17 kept
// on while at school. 不计入收入的项目 are not reported; those of 2021 are taken. Since the opinion of August 2020 a minor of 16 or 17 may
// be taken in anew, as after 2021; newspapers report a notice of 2020-07-29 that said so before, whose title was not found.
func destituteOld() eligibility.Act {
	d := text.Destitute2016()
	born := func(id, article, zh, en string, op measure.Comparator, years int) *eligibility.Node {
		return eligibility.Age(d.Says(id, article, zh, en), facts.PersonBirth, op, years)
	}
	one := []identity.DisabilityGrade{identity.GradeOne}
	unable := append(eligibility.Severe(eligibility.SevereGrades(), identity.Intellectual, identity.Mental), eligibility.Severe(one, identity.Limb)...)
	property := func(id string) *eligibility.Node {
		return eligibility.Delegated(d.Says(id, "第八条", "财产符合当地特困人员财产状况规定", "property within the rule of the destitute"), key.TekunProperty)
	}
	const reading = "2016年办法止于16周岁，意见把特困供养延伸到18周岁，依本省规定研判"
	version := func(period string, more ...*eligibility.Node) eligibility.Programme {
		work := append([]*eligibility.Node{
			born("work.60", "第五条", "60周岁以上的老年人", "60 or older", measure.AtLeast, 60),
			born("work.under16", "第五条", "未满16周岁的未成年人", "under 16", measure.LessThan, 16),
			eligibility.InPairs(d.Says("work.disabled", "第五条", "一级、二级智力或者精神残疾，一级肢体残疾",
				"intellectual or mental grade 1 or 2, limb grade 1"), facts.PersonDisability, unable...),
			eligibility.OpenClause(d.Says("work.other", "第五条", "省级规定的无劳动能力其他情形", "other cases of the province"), key.TekunNoWork),
			eligibility.All(d.Says("work.held", "关于终止救助供养的规定", "已供养的未成年人满16周岁仍在规定的学校就读", "supported already and still at school"),
				eligibility.Holds(d.Says("work.held.is", "关于终止救助供养的规定", "已是特困人员", "supported already"), key.Tekun),
				eligibility.InWords(d.Says("work.held.school", "关于终止救助供养的规定", "在义务教育、普通高中、中等职业学校就读",
					"in senior high or vocational school, or below"), facts.PersonStudy, "compulsory", "senior_high", "vocational")),
		}, more...)
		return eligibility.Programme{
			ID: key.Tekun, ZH: "特困人员救助供养", EN: "support of the destitute", Unit: eligibility.PerPerson, Force: text.During(period), Source: d.At("第四条"),
			Root: eligibility.All(d.Says("tekun", "第四条", "特困人员认定条件", "conditions of a destitute person"),
				eligibility.InWords(d.Says("alive", "第四条", "在世", "living"), facts.PersonLife, "alive"),
				eligibility.Any(d.Says("work", "第五条", "无劳动能力", "without ability to work"), work...),
				eligibility.PerHead(text.Noted(d.Says("income", "第六条", "收入低于当地低保标准", "income below the subsistence standard"), "不计入收入的项目未见原文，按2021年办法"),
					destituteIncome(), eligibility.By(measure.LessThan),
					eligibility.Line{Limit: eligibility.Param(key.DibaoStandard), Months: eligibility.Param(key.IncomeMonths)}),
				property("property"),
				eligibility.EveryOf(d.Says("obligors", "第四条", "无法定义务人，或者法定义务人均无履行义务能力", "no obligor, or none who is able"), eligibility.Kin,
					eligibility.Defined(d.Says("obligors.who", "第四条", "法定义务人", "obligor"), key.Obligor),
					eligibility.Any(d.Says("unable", "第八条", "无履行义务能力", "unable to support"),
						eligibility.Any(d.Says("unable.tekun", "第八条第（一）项", "具备特困人员条件", "fits the conditions himself"),
							eligibility.Holds(d.Says("unable.tekun.is", "第八条第（一）项", "已确认为特困人员", "confirmed as destitute"), key.Tekun),
							eligibility.Together(d.Says("unable.tekun.too", "第八条第（一）项", "与本人一并符合", "fits together with the person"), key.Tekun)),
						eligibility.All(d.Says("unable.dibao", "第八条第（二）项", "60周岁以上或者重度残疾的低保对象，财产符合规定", "on the allowance, 60 or severely disabled"),
							eligibility.Any(d.Says("unable.dibao.is", "第八条第（二）项", "低保对象", "on the allowance"),
								eligibility.Holds(d.Says("unable.dibao.household", "第八条第（二）项", "低保家庭成员", "member of an allowance household"), key.Dibao),
								eligibility.Holds(d.Says("unable.dibao.single", "第八条第（二）项", "单人户低保对象", "on the allowance alone"), key.DibaoSingle)),
							eligibility.Any(d.Says("unable.dibao.who", "第八条第（二）项", "60周岁以上或者重度残疾", "60 or severely disabled"),
								born("unable.dibao.60", "第八条第（二）项", "60周岁以上", "60 or older", measure.AtLeast, 60),
								eligibility.InPairs(d.Means("unable.dibao.severe", "第八条第（二）项", "重度残疾", "severely disabled", "按一级、二级残疾理解"),
									facts.PersonDisability, eligibility.Severe(eligibility.SevereGrades())...)),
							property("unable.dibao.property")),
						eligibility.All(d.Says("unable.away", "第八条第（三）项", "无民事行为能力、被宣告失踪或者在监狱服刑，财产符合规定",
							"without capacity, declared missing or in prison"),
							eligibility.Any(d.Says("unable.away.why", "第八条第（三）项", "无民事行为能力、被宣告失踪或者在监狱服刑", "without legal capacity, declared missing or in prison"),
								eligibility.InWords(d.Says("unable.away.capacity", "第八条第（三）项", "无民事行为能力", "without capacity"), facts.PersonCapacity, "none"),
								eligibility.InWords(d.Says("unable.away.missing", "第八条第（三）项", "被宣告失踪", "declared missing"), facts.PersonLife, "declared_missing"),
								eligibility.InWords(d.Says("unable.away.prison", "第八条第（三）项", "在监狱服刑", "in prison"), facts.PersonCustody, "prison")),
							property("unable.away.property")),
						eligibility.OpenClause(d.Says("unable.other", "第八条第（四）项", "省级规定的无履行义务能力其他情形", "other cases of the province"), key.TekunObligorUnable))),
				eligibility.Not(d.Says("child", "关于孤儿的规定", "未纳入孤儿保障", "not under the support of orphans"),
					eligibility.Holds(d.Says("child.orphan", "关于孤儿的规定", "已纳入孤儿保障", "under the support of orphans"), key.Guer))),
		}
	}
	return eligibility.Act{
		ID: "tekun-2016", ZH: "特困人员认定办法（2016年）", EN: "Measures on Recognising Destitute Persons (2016)", Number: "民发〔2016〕178号",
		Source: d.At(""), Force: text.During("2016-10-10/2021-07-01"),
		Programmes: []eligibility.Programme{version("2016-10-10/2020-08-25"), version("2020-08-25/2021-07-01", minorFound(
			text.Reform2020().Means("work.minor", "二（二）5", "16、17周岁的未成年人", "a minor of 16 or 17", reading),
			text.Reform2020().Means("work.minor.found", "二（二）5", "经研判纳入特困供养", "found to be taken in", reading)))},
	}
}

// minorFound is a minor of 16 or 17 whom an official finds to be without ability to work.
func minorFound(minor, found eligibility.Criterion) *eligibility.Node {
	return eligibility.All(minor,
		eligibility.Age(eligibility.Criterion{ID: "work.minor.18", ZH: "未满18周岁", EN: "under 18", Source: minor.Source, Note: minor.Note},
			facts.PersonBirth, measure.LessThan, 18),
		eligibility.Judgement(found, facts.PersonTekunMinor))
}
