package national

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
)

// defOnDibao is that a person is on subsistence allowance, with his household or alone: confirmed, or found so by this
// assessment. A household that is found to qualify helps its members only.
const defOnDibao eligibility.DefinitionID = "on_dibao"

// anyDisability is every kind and grade.
func anyDisability() []eligibility.Pair {
	return eligibility.Severe([]identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour})
}

// subsidies is 国发〔2015〕52号: the living subsidy for disabled people in hardship and the care subsidy for the severely
// disabled.
func subsidies() eligibility.Act {
	d := subsidies2015()
	held := func(id, zh, en string, p eligibility.ProgrammeID) *eligibility.Node {
		return eligibility.Holds(d.says(id, "二（一）", zh, en), p)
	}
	confirmed := func() []*eligibility.Node {
		return []*eligibility.Node{
			held("on_dibao.household", "已确认的低保家庭成员", "in a confirmed household", Dibao),
			held("on_dibao.single", "已确认的单人户低保", "confirmed alone", DibaoSingle),
		}
	}
	root := d.says("on_dibao", "二（一）", "最低生活保障对象", "on subsistence allowance")
	return eligibility.Act{
		ID: "canji-2015", ZH: "国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见", EN: "Opinion on the two disability subsidies", Number: "国发〔2015〕52号",
		Source: d.at(""), Force: during("2016-01-01/"),
		Definitions: []eligibility.Definition{
			{ID: defOnDibao, ZH: "最低生活保障对象", EN: "on subsistence allowance", Scope: eligibility.PerPerson, Source: d.at("二（一）"),
				Force: during("2016-01-01/2021-07-01"), Root: eligibility.Any(root, confirmed()...)},
			{ID: defOnDibao, ZH: "最低生活保障对象", EN: "on subsistence allowance", Scope: eligibility.PerPerson, Source: d.at("二（一）"),
				Force: during("2021-07-01/"), Root: eligibility.Any(root, append(confirmed(),
					eligibility.All(d.means("on_dibao.will", "二（一）", "经初步研判家庭符合低保条件，本人是共同生活的家庭成员", "the household qualifies and the person is a member of it",
						"尚未确认的，以低保审核确认为前提"),
						eligibility.Defined(d.means("on_dibao.member", "二（一）", "共同生活的家庭成员", "member of the household", "低保以家庭为单位，惠及共同生活的家庭成员"), eligibility.MemberOf),
						eligibility.Qualifies(d.means("on_dibao.qualifies", "二（一）", "家庭符合低保条件", "the household qualifies", "尚未登记低保的，按本次研判其家庭符合低保条件计"), Dibao)),
					eligibility.Qualifies(d.means("on_dibao.alone", "二（一）", "经初步研判本人符合单人户低保条件", "the person qualifies alone", "尚未确认的，以低保审核确认为前提"),
						DibaoSingle))...)},
		},
		Programmes: []eligibility.Programme{
			living(d, during("2016-01-01/2020-01-01"), false),
			living(d, during("2020-01-01/"), true),
			care(d),
			beside(injury2010(), GongshangHuli, "第三十四条", "工伤保险生活护理费", "care pay of work-injury insurance"),
			beside(d, TongleiShenghuo, "二（四）", "老年、因公致残、离休等福利性生活补贴（津贴）", "another living allowance"),
			beside(d, TongleiHuli, "二（四）", "老年、因公致残、离休等福利性护理补贴（津贴）", "another care allowance"),
		},
		Clauses: []eligibility.Clause{
			{Key: ShenghuoExtension, ZH: "生活补贴扩大到的低收入残疾人及其他困难残疾人", EN: "whom the living subsidy is extended to", Scope: eligibility.PerPerson, Source: d.at("二（一）")},
			{Key: ShenghuoLowerFor, ZH: "生活补贴按较低标准发放的对象", EN: "who gets the lower living subsidy", Scope: eligibility.PerPerson, Source: d.at("二（二）")},
			{Key: HuliExtension, ZH: "护理补贴扩大到的非重度残疾人（残疾类别与等级）", EN: "kinds and grades the care subsidy is extended to", Scope: eligibility.PerPerson, Source: d.at("二（一）")},
			{Key: HuliLowerFor, ZH: "护理补贴按较低标准发放的对象", EN: "who gets the lower care subsidy", Scope: eligibility.PerPerson, Source: d.at("二（二）")},
		},
		Parameters: []eligibility.Parameter{
			subsidy(d, ShenghuoAmount, "困难残疾人生活补贴标准", "living subsidy"),
			subsidy(d, ShenghuoLower, "困难残疾人生活补贴较低标准", "living subsidy, lower"),
			subsidy(d, HuliOne, "一级重度残疾人护理补贴标准", "care subsidy, grade 1"),
			subsidy(d, HuliTwo, "二级重度残疾人护理补贴标准", "care subsidy, grade 2"),
			subsidy(d, HuliOneLower, "一级重度残疾人护理补贴较低标准", "care subsidy, grade 1, lower"),
			subsidy(d, HuliTwoLower, "二级重度残疾人护理补贴较低标准", "care subsidy, grade 2, lower"),
			subsidy(d, HuliExtended, "扩面对象护理补贴标准", "care subsidy, extended"),
		},
	}
}

// subsidy is an amount that the province sets and places below may raise.
func subsidy(d document, k eligibility.ParamKey, zh, en string) eligibility.Parameter {
	return eligibility.Parameter{Key: k, ZH: zh, EN: en, Kind: eligibility.MoneyParam, ByArea: true, Source: d.at("二（二）"),
		Set: []eligibility.Delegation{{Levels: []division.Level{division.Province, division.Prefecture, division.County},
			Mode: eligibility.Floor, Source: d.at("二（二）")}}}
}

// beside is what other offices grant and this law only has to know of: whoever holds it has it.
func beside(d document, p eligibility.ProgrammeID, article, zh, en string) eligibility.Programme {
	return eligibility.Programme{ID: p, ZH: zh, EN: en, Unit: eligibility.PerPerson, Source: d.at(article),
		Root: eligibility.Holds(d.says(string(p), article, "正在享受"+zh+"（由其主管部门认定）", "holds: "+en), p)}
}

// excluded is that a person does not already have something that covers the subsidy (政策衔接).
func excluded(d document, id, article, zh, en string, p eligibility.ProgrammeID) *eligibility.Node {
	return eligibility.Not(d.says(id, article, "没有"+zh, "not: "+en), eligibility.Holds(d.says(id+".holds", article, zh, en), p))
}

// living is 困难残疾人生活补贴; since 2020 not for a child who draws the benefit of unsupported children in full.
func living(d document, force cal.Period, since2020 bool) eligibility.Programme {
	u := unsupported2019()
	nodes := []*eligibility.Node{
		eligibility.InPairs(d.says("shenghuo.disabled", "二（一）", "持有有效残疾人证的残疾人", "holds a valid disability certificate"), facts.PersonDisability, anyDisability()...),
		eligibility.Any(d.says("shenghuo.poor", "二（一）", "低保家庭中的残疾人，或者当地扩大的困难残疾人", "on subsistence allowance, or in hardship by local rule"),
			eligibility.Defined(d.says("shenghuo.dibao", "二（一）", "低保家庭中的残疾人", "on subsistence allowance"), defOnDibao),
			eligibility.OpenClause(d.says("shenghuo.extension", "二（一）", "低收入残疾人及其他困难残疾人", "other disabled people in hardship"), ShenghuoExtension)),
		excluded(d, "shenghuo.tekun", "二（四）", "纳入特困人员供养", "supported as destitute", Tekun),
		excluded(d, "shenghuo.injury", "二（四）", "领取工伤保险生活护理费", "draws care pay of work-injury insurance", GongshangHuli),
		excluded(d, "shenghuo.orphan", "二（四）", "享受孤儿基本生活保障", "supported as an orphan", Guer),
	}
	if since2020 {
		nodes = append(nodes, eligibility.Not(u.says("shenghuo.unsupported", "三（一）", "没有全额领取事实无人抚养儿童补贴", "does not draw the benefit of unsupported children in full"),
			eligibility.All(u.says("shenghuo.unsupported.full", "三（一）", "全额领取事实无人抚养儿童补贴", "draws it in full"),
				eligibility.Holds(u.says("shenghuo.unsupported.holds", "三（一）", "已是事实无人抚养儿童", "has it"), Shishi),
				eligibility.Is(u.says("shenghuo.unsupported.all", "三（一）", "全额领取，不是补差", "in full, not as a difference"), facts.PersonChildBenefitAll))))
	}
	lower := func(id string) *eligibility.Node {
		return eligibility.OpenClause(d.says(id, "二（二）", "当地按较低标准发放的对象", "who gets the lower amount"), ShenghuoLowerFor)
	}
	return eligibility.Programme{
		ID: Shenghuo, ZH: "困难残疾人生活补贴", EN: "living subsidy for disabled people in hardship", Unit: eligibility.PerPerson, Force: force, Source: d.at("二（一）"),
		Root: eligibility.All(d.says("shenghuo", "二（一）", "困难残疾人生活补贴", "living subsidy"), nodes...),
		Pay: &eligibility.Pay{Source: d.at("二（二）"), Parts: []eligibility.Part{
			{Criterion: d.says("shenghuo.pay", "二（二）", "生活补贴标准", "living subsidy"), Kind: eligibility.PayFixed, Limit: eligibility.Param(ShenghuoAmount),
				When: eligibility.Not(d.says("shenghuo.pay.when", "二（二）", "不是按较低标准发放的对象", "not of the lower amount"), lower("shenghuo.pay.lower"))},
			{Criterion: d.says("shenghuo.pay_lower", "二（二）", "生活补贴较低标准", "living subsidy, lower"), Kind: eligibility.PayFixed,
				Limit: eligibility.Param(ShenghuoLower), When: lower("shenghuo.pay_lower.when")},
		}},
		Next: []eligibility.ProgrammeID{Huli, Dibao, DibaoSingle},
	}
}

// care is 重度残疾人护理补贴.
func care(d document) eligibility.Programme {
	grade := func(id string, g identity.DisabilityGrade, zh string) *eligibility.Node {
		return eligibility.InPairs(d.says(id, "二（一）", zh, "grade "+string(g)), facts.PersonDisability,
			eligibility.Severe([]identity.DisabilityGrade{g})...)
	}
	lower := func(id string) *eligibility.Node {
		return eligibility.OpenClause(d.says(id, "二（二）", "当地按较低标准发放的对象", "who gets the lower amount"), HuliLowerFor)
	}
	not := func(n *eligibility.Node) *eligibility.Node {
		c := n.Criterion()
		return eligibility.Not(d.says(c.ID+".not", c.Source.Article, "不是"+c.ZH, "not: "+c.EN), n)
	}
	part := func(id, zh, en string, k eligibility.ParamKey, when ...*eligibility.Node) eligibility.Part {
		return eligibility.Part{Criterion: d.says(id, "二（二）", zh, en), Kind: eligibility.PayFixed, Limit: eligibility.Param(k),
			When: eligibility.All(d.says(id+".when", "二（二）", zh, en), when...)}
	}
	one, two := identity.GradeOne, identity.GradeTwo
	return eligibility.Programme{
		ID: Huli, ZH: "重度残疾人护理补贴", EN: "care subsidy for severely disabled people", Unit: eligibility.PerPerson, Source: d.at("二（一）"),
		Root: eligibility.All(d.says("huli", "二（一）", "重度残疾人护理补贴", "care subsidy"),
			eligibility.Any(d.says("huli.grade", "二（一）", "残疾等级一级、二级，或者当地扩大的类别与等级", "grade 1 or 2, or extended"),
				SevereCare().Node("huli.severe"),
				eligibility.OpenClause(d.says("huli.extension", "二（一）", "非重度智力、精神残疾人或者其他残疾人", "other kinds and grades"), HuliExtension)),
			eligibility.Compare(d.says("huli.long_term", "二（一）", "需要长期照护：特殊护理消费品和照护服务支出持续6个月以上", "needs special care for six months or more"),
				facts.PersonCareMonths, eligibility.By(measure.AtLeast), eligibility.Number(6)),
			excluded(d, "huli.tekun", "二（四）", "纳入特困人员供养", "supported as destitute", Tekun),
			excluded(d, "huli.injury", "二（四）", "领取工伤保险生活护理费", "draws care pay of work-injury insurance", GongshangHuli),
		),
		Pay: &eligibility.Pay{Source: d.at("二（二）"), Parts: []eligibility.Part{
			part("huli.pay_1", "一级标准", "grade 1", HuliOne, grade("huli.pay_1.one", one, "一级"), not(lower("huli.pay_1.lower"))),
			part("huli.pay_2", "二级标准", "grade 2", HuliTwo, not(grade("huli.pay_2.one", one, "一级")), grade("huli.pay_2.two", two, "二级"),
				not(lower("huli.pay_2.lower"))),
			part("huli.pay_1_lower", "一级较低标准", "grade 1, lower", HuliOneLower, grade("huli.pay_1_lower.one", one, "一级"), lower("huli.pay_1_lower.lower")),
			part("huli.pay_2_lower", "二级较低标准", "grade 2, lower", HuliTwoLower, not(grade("huli.pay_2_lower.one", one, "一级")),
				grade("huli.pay_2_lower.two", two, "二级"), lower("huli.pay_2_lower.lower")),
			{Criterion: d.says("huli.pay_extended", "二（二）", "扩面对象标准", "extended"), Kind: eligibility.PayFixed, Limit: eligibility.Param(HuliExtended),
				When: not(SevereCare().Node("huli.pay_extended.severe"))},
		}},
		Next: []eligibility.ProgrammeID{Shenghuo, LaonianHuli},
	}
}
