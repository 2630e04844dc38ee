package welfare

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/eligibility/national/severe"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
)

// Definitions about a child's parents. Scope tie: the relative in view is seen from the child.
const (
	defParent       eligibility.DefinitionID = "child.parent"        // the relative is a parent in law
	defParentUnable eligibility.DefinitionID = "child.parent_unable" // the parent cannot or does not raise the child
	defParentsKnown eligibility.DefinitionID = "child.parents_known" // both parents are listed, or there is one only
)

// orphans is 国办发〔2010〕54号: who is an orphan, and what a parent is for all rules about children.
func orphans() eligibility.Act {
	d := text.Orphans2010()
	code := text.CivilCode()
	lost := d.Means("guer.parent_lost", "一", "父母死亡，或者被宣告死亡、宣告失踪", "dead, declared dead or declared missing",
		"意见没有界定“失去父母”，参照民发〔2019〕62号对死亡、失踪的界定，按父母双亡、一方死亡另一方失踪、双方失踪理解；联系不上不是失踪")
	under18 := eligibility.Age(d.Says("guer.under_18", "一", "未满18周岁", "under 18"), facts.PersonBirth, measure.LessThan, 18)
	return eligibility.Act{
		ID: "guer-2010", ZH: "国务院办公厅关于加强孤儿保障工作的意见", EN: "Opinion on the protection of orphans", Number: "国办发〔2010〕54号",
		Source: d.At(""), Force: text.During("2010-11-16/"), // 印发日，据记忆；所见文本只写2010年11月
		Definitions: []eligibility.Definition{
			{ID: defParent, ZH: "父母", EN: "parent", Scope: eligibility.PerTie, Source: code.At("第一千零六十七条"),
				Root: eligibility.All(code.Says("parent", "第一千零六十七条", "亲属是该儿童的父母", "the relative is a parent of the child"),
					eligibility.InWords(code.Says("parent.relation", "第一千零六十七条", "父母", "parent"), facts.TieRelation, "parent"),
					eligibility.InWords(code.Means("parent.basis", "第一千零七十一条、第一千零七十二条、第一千一百一十一条",
						"生父母（含非婚生子女的父母）、养父母、有抚养教育关系的继父母", "by blood, by adoption, or step with actual raising",
						"已送养的生父母和没有抚养教育关系的继父母不在其内"), facts.TieBasis, "blood", "adoptive", "step_raised"),
				)},
			{ID: defParentsKnown, ZH: "父母均已查明", EN: "the parents are known", Scope: eligibility.PerPerson, Source: d.At("一"),
				Root: eligibility.Any(d.Means("parents_known", "一", "父母双方均已查明", "both parents are known",
					"非婚生等父母一方从未登记的，不能当作没有该方，应当先查找，无从查明的由民政部门研判"),
					eligibility.CountOf(d.Means("parents_known.two", "一", "父母双方均已登记", "two parents are listed", "父母双方均已登记，才能逐一判断其情形"), eligibility.Kin,
						eligibility.Defined(d.Says("parents_known.two.parent", "一", "父母", "parent"), defParent),
						eligibility.InWords(d.Means("parents_known.two.each", "一", "生父母", "by birth",
							"继父母不能顶替未登记的生父或者生母"), facts.TieBasis, "blood"), measure.AtLeast, 2),
					eligibility.AnyOf(code.Means("parents_known.adopter", "第一千一百零二条、第一千一百一十一条", "由一人单方收养", "adopted by one person alone",
						"收养成立后与生父母的权利义务消除"), eligibility.Kin,
						eligibility.Defined(code.Says("parents_known.adopter.parent", "第一千一百一十一条", "父母", "parent"), defParent),
						eligibility.InWords(code.Says("parents_known.adopter.basis", "第一千一百一十一条", "养父母", "adoptive parent"), facts.TieBasis, "adoptive")),
					eligibility.Judgement(d.Means("parents_known.one", "一", "父母一方的身份无从查明", "who the other parent is cannot be found out",
						"全国文件没有规定此种情形，须由民政部门研判"), facts.PersonOneParentOnly),
				)},
		},
		Programmes: []eligibility.Programme{{
			ID: key.Guer, ZH: "孤儿基本生活保障", EN: "orphans' support", Unit: eligibility.PerPerson, Source: d.At("一"),
			Root: eligibility.All(d.Says("guer", "一", "孤儿", "orphan"),
				eligibility.Any(d.Says("guer.age", "一", "未满18周岁，或者成年后按规定继续保障", "under 18, or further by rule"),
					under18,
					eligibility.OpenClause(d.Means("guer.after_18", "二（二）", "成年后仍在校就读，按当地规定继续发放", "still at school after 18, by local rule",
						"全国文件只写继续享受相应教育政策，基本生活费是否续发看当地规定"), key.OrphanAfter18)),
				eligibility.Any(d.Says("guer.cause", "一", "失去父母或者查找不到生父母", "parents lost or not to be found"),
					eligibility.Is(d.Says("guer.not_found", "一", "查找不到生父母", "birth parents cannot be found"), facts.PersonParentsNotFound),
					eligibility.All(d.Says("guer.lost", "一", "失去父母", "parents lost"),
						eligibility.Defined(d.Means("guer.known", "一", "父母均已查明", "the parents are known", "意见没有写明，是逐一判断父母情形的前提"), defParentsKnown),
						eligibility.EveryOf(d.Says("guer.every", "一", "父母双方均已失去", "both parents are lost"), eligibility.Kin,
							eligibility.Defined(d.Says("guer.every.parent", "一", "父母", "parent"), defParent),
							eligibility.InWords(lost, facts.PersonLife, "dead", "declared_dead", "declared_missing")))),
			),
			Pay:  &eligibility.Pay{Parts: childStandard(d, "guer"), Source: d.At("二（一）")},
			Next: []eligibility.ProgrammeID{key.Shishi, key.Tekun, key.Kunjing, key.Dibao},
		}},
		Clauses: []eligibility.Clause{{Key: key.OrphanAfter18, ZH: "孤儿成年后继续保障的情形", EN: "orphans supported after 18", Scope: eligibility.PerPerson, Source: d.At("二（二）")}},
		Parameters: []eligibility.Parameter{
			childAmount(key.ChildHome, "散居孤儿、事实无人抚养儿童基本生活费标准", "standard for children at home", d),
			childAmount(key.ChildFacility, "机构养育儿童基本生活费标准", "standard for children in institutions", d),
		},
	}
}

// childAmount is a standard of which the province sets the minimum (最低养育标准).
func childAmount(k eligibility.ParamKey, zh, en string, d text.Document) eligibility.Parameter {
	return eligibility.Parameter{Key: k, ZH: zh, EN: en, Kind: eligibility.MoneyParam, ByArea: true, Source: d.At("二（一）"),
		Set: []eligibility.Delegation{{Levels: []division.Level{division.Province, division.Prefecture, division.County},
			Mode: eligibility.Floor, Source: d.At("二（一）")}}}
}

// childStandard is the standard that a child's support is paid by: lower at home than in an institution.
func childStandard(d text.Document, id string) []eligibility.Part {
	inside := func(id string) *eligibility.Node {
		return eligibility.Is(d.Says(id, "二（一）", "由儿童福利机构养育", "raised in an institution"), facts.PersonInInstitution)
	}
	return []eligibility.Part{
		{Criterion: d.Says(id+".pay.facility", "二（一）", "机构养育标准", "institution standard"), Kind: eligibility.PayFixed,
			When: inside(id + ".pay.facility.when"), Limit: eligibility.Param(key.ChildFacility)},
		{Criterion: d.Says(id+".pay.home", "二（一）", "散居标准", "home standard"), Kind: eligibility.PayFixed,
			When:  eligibility.Not(d.Says(id+".pay.home.when", "二（一）", "不由儿童福利机构养育", "not in an institution"), inside(id+".pay.home.inside")),
			Limit: eligibility.Param(key.ChildHome)},
	}
}

// unsupported is 民发〔2019〕62号: children whom nobody in fact raises.
func unsupported() eligibility.Act {
	d := text.Unsupported2019()
	parent := func(id string) *eligibility.Node {
		return eligibility.Defined(d.Says(id, "一", "父母", "parent"), defParent)
	}
	lost := func(id string) *eligibility.Node {
		return eligibility.InWords(d.Says(id, "一", "死亡、被宣告死亡或者被宣告失踪", "dead, declared dead or declared missing"),
			facts.PersonLife, "dead", "declared_dead", "declared_missing")
	}
	unable := func(id string) *eligibility.Node {
		return eligibility.Defined(d.Says(id, "一", "不能或者没有履行抚养监护责任", "cannot or does not raise the child"), defParentUnable)
	}
	return eligibility.Act{
		ID: "shishi-2019", ZH: "关于进一步加强事实无人抚养儿童保障工作的意见", EN: "Opinion on the protection of children whom nobody in fact raises",
		Number: "民发〔2019〕62号", Source: d.At(""), Force: text.During("2020-01-01/"), // 转述：自2020年1月1日起
		Definitions: []eligibility.Definition{{ID: defParentUnable, ZH: "父母不能或者没有履行抚养监护责任", EN: "a parent who cannot or does not raise the child",
			Scope: eligibility.PerTie, Source: d.At("一"), Force: text.During("2020-01-01/2021-01-25"),
			Root: eligibility.Any(d.Says("parent_unable", "一", "父母不能或者没有履行抚养监护责任的情形", "a parent cannot or does not raise the child"), unableAsOf2019()...)}},
		Programmes: []eligibility.Programme{{
			ID: key.Shishi, ZH: "事实无人抚养儿童", EN: "children whom nobody in fact raises", Unit: eligibility.PerPerson, Source: d.At("一"),
			Root: eligibility.All(d.Says("shishi", "一", "事实无人抚养儿童", "a child whom nobody in fact raises"),
				eligibility.Any(d.Means("shishi.age", "一", "儿童", "a child", "意见只称“儿童”，此处按未满18周岁理解（《未成年人保护法》第二条）"),
					eligibility.Age(d.Means("shishi.under_18", "一", "未满18周岁", "under 18", "意见称儿童，未写年龄，按不满18周岁理解"), facts.PersonBirth, measure.LessThan, 18),
					eligibility.OpenClause(d.Says("shishi.after_18", "三（三）", "成年后仍在校就读，按规定享受相应政策", "still at school after 18, by rule"), key.ShishiAfter18)),
				eligibility.Defined(d.Means("shishi.known", "一", "父母均已查明", "the parents are known", "意见没有写明，是逐一判断父母情形的前提"), defParentsKnown),
				eligibility.EveryOf(d.Says("shishi.every", "一", "父母双方均属于死亡、失踪，或者不能、没有履行抚养监护责任的情形", "each parent is lost or unable"), eligibility.Kin,
					parent("shishi.every.parent"),
					eligibility.Any(d.Says("shishi.every.state", "一", "死亡、失踪，或者不能、没有履行抚养监护责任", "lost or unable"),
						lost("shishi.every.lost"), unable("shishi.every.unable"))),
				eligibility.AnyOf(d.Says("shishi.one", "一", "父母至少一方没有死亡、失踪（双方均死亡、失踪的是孤儿）", "at least one parent is not lost"), eligibility.Kin,
					parent("shishi.one.parent"),
					eligibility.Not(d.Says("shishi.one.not_lost", "一", "没有死亡、失踪", "not lost"), lost("shishi.one.lost"))),
			),
			Pay: &eligibility.Pay{Parts: childStandard(d, "shishi"), Source: d.At("三（一）"),
				Deduct: eligibility.Total(facts.PersonPaidDibao, facts.PersonPaidTekun, facts.PersonPaidLiving)},
			Next: []eligibility.ProgrammeID{key.Guer, key.Tekun, key.Kunjing, key.Dibao},
		}},
		Clauses: []eligibility.Clause{{Key: key.ShishiAfter18, ZH: "事实无人抚养儿童成年后继续保障的情形", EN: "children supported after 18", Scope: eligibility.PerPerson, Source: d.At("三（三）")}},
	}
}

// unableAsOf2019 are the states of a parent in 民发〔2019〕62号 一.
func unableAsOf2019() []*eligibility.Node {
	d := text.Unsupported2019()
	return []*eligibility.Node{
		severe.Parent().Node("parent_unable.disabled"),
		eligibility.Is(d.Says("parent_unable.ill", "一", "重病（病种由当地确定）", "gravely ill, by the local list"), facts.PersonChildIllness),
		eligibility.All(d.Says("parent_unable.custody", "一", "服刑在押、强制隔离戒毒或者被执行其他限制人身自由的措施，期限在6个月以上", "in custody for a term of six months or more"),
			eligibility.InWords(d.Says("parent_unable.custody.state", "一", "服刑在押、强制隔离戒毒、被执行其他限制人身自由的措施", "in prison, detoxification or otherwise held"),
				facts.PersonCustody, "prison", "detox", "held"),
			eligibility.Compare(d.Means("parent_unable.custody.term", "一", "期限在6个月以上", "a term of six months or more",
				"按判决、决定的期限计算，不按剩余期限；当地另有规定的从其规定"), facts.PersonCustodyMonths, eligibility.By(measure.AtLeast), eligibility.Number(6))),
		eligibility.All(d.Says("parent_unable.lost_contact", "一", "失联（失去联系且未履行监护抚养责任6个月以上）", "out of contact and without care for six months or more"),
			eligibility.Is(d.Says("parent_unable.lost_contact.now", "一", "失去联系且未履行监护抚养责任", "out of contact and without care"), facts.TieLostContact),
			eligibility.Elapsed(d.Says("parent_unable.lost_contact.since", "一", "已满6个月", "for six months or more"),
				facts.TieLostContactSince, measure.AtLeast, 6, eligibility.Months)),
	}
}

// unsupportedMore is 民发〔2020〕125号, which adds two states of a parent to those of 2019.
func unsupportedMore() eligibility.Act {
	d := text.Unsupported2020()
	const place = "一"
	added := []*eligibility.Node{
		eligibility.Is(d.Says("parent_unable.revoked", place, "被人民法院撤销监护人资格", "a court revoked the guardianship"), facts.TieRevoked),
		eligibility.All(d.Says("parent_unable.deported", place, "外籍人员与内地居民生育子女后被遣送（驱逐）出境且未履行抚养义务", "a foreign parent removed from the country who does not raise the child"),
			eligibility.Is(d.Says("parent_unable.deported.foreign", place, "外籍人员", "a foreigner"), facts.PersonForeigner),
			eligibility.Is(d.Says("parent_unable.deported.removed", place, "依法被遣送（驱逐）出境", "removed or expelled by law"), facts.PersonDeported),
			eligibility.Is(d.Says("parent_unable.deported.duty", place, "未履行抚养义务", "does not perform the duty"), facts.TieDutyUnperformed)),
	}
	return eligibility.Act{
		ID: "shishi-2020", ZH: "关于进一步做好事实无人抚养儿童保障有关工作的通知", EN: "Notice adding two states of a parent", Number: "民发〔2020〕125号",
		Source: d.At(""), Force: text.During("2021-01-25/"), // 2020年末印发，印发日未查到，按公开日
		Definitions: []eligibility.Definition{{ID: defParentUnable, ZH: "父母不能或者没有履行抚养监护责任", EN: "a parent who cannot or does not raise the child",
			Scope: eligibility.PerTie, Source: d.At(place),
			Root: eligibility.Any(d.Says("parent_unable", place, "父母不能或者没有履行抚养监护责任的情形", "a parent cannot or does not raise the child"), append(unableAsOf2019(), added...)...)}},
	}
}

// hardship is 国发〔2016〕36号: children in hardship, whose three causes lead to different programmes.
func hardship() eligibility.Act {
	d := text.Hardship2016()
	return eligibility.Act{
		ID: "kunjing-2016", ZH: "国务院关于加强困境儿童保障工作的意见", EN: "Opinion on children in hardship", Number: "国发〔2016〕36号",
		Source: d.At(""), Force: text.During("2016-06-13/"), // 印发日，据记忆
		Programmes: []eligibility.Programme{{
			ID: key.Kunjing, ZH: "困境儿童", EN: "children in hardship", Unit: eligibility.PerPerson, Source: d.At("序言"),
			Root: eligibility.All(d.Says("kunjing", "序言", "困境儿童", "a child in hardship"),
				eligibility.Age(d.Means("kunjing.under_18", "序言", "未满18周岁", "under 18", "意见只称“儿童”"), facts.PersonBirth, measure.LessThan, 18),
				eligibility.Any(d.Says("kunjing.cause", "序言", "家庭贫困、自身残疾或者缺乏有效监护", "poverty, disability or failing guardianship"),
					eligibility.Any(d.Means("kunjing.poor", "序言", "家庭贫困导致生活、就医、就学等困难", "the family is poor",
						"家庭贫困没有统一标准，此处取最低生活保障家庭、特困人员和低保边缘家庭"),
						eligibility.Defined(d.Says("kunjing.poor.dibao", "二（一）", "最低生活保障对象", "on subsistence allowance"), key.OnDibao),
						eligibility.Holds(d.Says("kunjing.poor.tekun", "二（一）", "特困人员", "destitute"), key.Tekun),
						eligibility.Holds(d.Means("kunjing.poor.bianyuan", "二（一）", "低保边缘家庭成员", "member of a marginal household", "意见早于低保边缘制度，贫困家庭按包括低保边缘家庭理解"), key.Bianyuan)),
					eligibility.InPairs(d.Says("kunjing.disabled", "序言", "自身残疾导致康复、照料、护理和社会融入等困难", "disabled"), facts.PersonDisability, anyDisability()...),
					eligibility.Judgement(d.Says("kunjing.neglected", "序言", "家庭监护缺失或者监护不当，人身安全受到威胁或者侵害", "unsafe because guardianship fails"),
						facts.PersonNeglected)),
			),
			// 无法定抚养人 → 孤儿；无劳动能力、无生活来源、抚养人无能力 → 特困；有抚养人而家庭困难 → 低保；突发困难 → 临时救助。
			Next: []eligibility.ProgrammeID{key.Guer, key.Shishi, key.Tekun, key.Dibao, key.Shenghuo, key.Huli, key.Jinan},
		}},
	}
}

// leftBehind is 国发〔2016〕13号: left-behind children, a tag for work with them and no benefit.
func leftBehind() eligibility.Act {
	d := text.LeftBehind2016()
	parent := func(id string) *eligibility.Node {
		return eligibility.Defined(d.Says(id, "一", "父母", "parent"), defParent)
	}
	away := func(id string) *eligibility.Node {
		return eligibility.Is(d.Says(id, "一", "外出务工", "away for work"), facts.PersonAwayWorking)
	}
	return eligibility.Act{
		ID: "liushou-2016", ZH: "国务院关于加强农村留守儿童关爱保护工作的意见", EN: "Opinion on left-behind children", Number: "国发〔2016〕13号",
		Source: d.At(""), Force: text.During("2016-02-04/"), // 印发日，据记忆
		Programmes: []eligibility.Programme{{
			ID: key.Liushou, ZH: "农村留守儿童（标签）", EN: "left-behind child, a tag", Unit: eligibility.PerPerson, Source: d.At("一"),
			Root: eligibility.All(d.Says("liushou", "一", "农村留守儿童", "a left-behind child"),
				eligibility.Age(d.Says("liushou.under_16", "一", "不满十六周岁", "under 16"), facts.PersonBirth, measure.LessThan, 16),
				eligibility.InWords(d.Says("liushou.rural", "标题", "城乡类别为农村", "rural"), eligibility.HouseholdArea, string(eligibility.Rural)),
				eligibility.AnyOf(d.Says("liushou.away", "一", "父母至少一方外出务工", "at least one parent is away for work"), eligibility.Kin,
					parent("liushou.away.parent"), away("liushou.away.works")),
				eligibility.EveryOf(d.Says("liushou.every", "一", "父母双方外出务工，或者另一方无监护能力", "each parent is away, or unable to be a guardian"), eligibility.Kin,
					parent("liushou.every.parent"),
					eligibility.Any(d.Says("liushou.every.state", "一", "外出务工或者无监护能力", "away or unable"),
						away("liushou.every.away"),
						eligibility.InWords(d.Means("liushou.every.lost", "一", "已死亡或者失踪", "dead or missing", "另一方已死亡、失踪的，按无监护能力理解"),
							facts.PersonLife, "dead", "declared_dead", "declared_missing"),
						eligibility.Not(d.Says("liushou.every.unable", "一", "无监护能力", "unable to be a guardian"),
							eligibility.Is(d.Says("liushou.every.able", "一", "有监护能力", "able to be a guardian"), facts.PersonGuardianAble)))),
			),
			Next: []eligibility.ProgrammeID{key.Shishi, key.Kunjing},
		}},
	}
}

// migrant is the action plan of 2024: migrant children, a tag for work with them and no benefit.
func migrant() eligibility.Act {
	d := text.Migrant2024()
	return eligibility.Act{
		ID: "liudong-2024", ZH: "加强流动儿童关爱保护行动方案", EN: "Action plan for migrant children", Source: d.At(""),
		Force: text.During("2024-09-03/"), // 公开报道之日
		Programmes: []eligibility.Programme{{
			ID: key.Liudong, ZH: "流动儿童（标签）", EN: "migrant child, a tag", Unit: eligibility.PerPerson, Source: d.At("流动儿童的界定"),
			Root: eligibility.All(d.Says("liudong", "流动儿童的界定", "流动儿童", "a migrant child"),
				eligibility.Age(d.Says("liudong.under_16", "流动儿童的界定", "不满十六周岁", "under 16"), facts.PersonBirth, measure.LessThan, 16),
				eligibility.Is(d.Means("liudong.elsewhere", "流动儿童的界定", "随父母或者其他监护人到户籍地县域以外居住", "lives outside the home county with a parent or guardian",
					"以县域为界据记忆，报道只写离开户籍地"), facts.PersonLivesElsewhere),
				eligibility.Elapsed(d.Means("liudong.since", "流动儿童的界定", "已满六个月", "for six months or more", "所见为英文报道（more than six months），按“六个月以上”理解，以上包括本数"),
					facts.PersonElsewhereSince, measure.AtLeast, 6, eligibility.Months)),
			Next: []eligibility.ProgrammeID{key.Kunjing},
		}},
	}
}
