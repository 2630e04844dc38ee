package welfare

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/eligibility/national/severe"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
)

// anyDisability is every kind and grade.
func anyDisability() []eligibility.Pair {
	return eligibility.Severe([]identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour})
}

// subsidies is 国发〔2015〕52号: the living subsidy for disabled people in hardship and the care subsidy for the severely
// disabled.
func subsidies() eligibility.Act {
	d := text.Subsidies2015()
	held := func(id, zh, en string, p eligibility.ProgrammeID) *eligibility.Node {
		return eligibility.Holds(d.Says(id, "二（一）", zh, en), p)
	}
	confirmed := func() []*eligibility.Node {
		return []*eligibility.Node{
			held("on_dibao.household", "已确认的低保家庭成员", "in a confirmed household", key.Dibao),
			held("on_dibao.single", "已确认的单人户低保", "confirmed alone", key.DibaoSingle),
		}
	}
	root := d.Says("on_dibao", "二（一）", "最低生活保障对象", "on subsistence allowance")
	return eligibility.Act{
		ID: "canji-2015", ZH: "国务院关于全面建立困难残疾人生活补贴和重度残疾人护理补贴制度的意见", EN: "Opinion on the two disability subsidies", Number: "国发〔2015〕52号",
		Source: d.At(""), Force: text.During("2016-01-01/"),
		Definitions: []eligibility.Definition{
			{ID: key.OnDibao, ZH: "最低生活保障对象", EN: "on subsistence allowance", Scope: eligibility.PerPerson, Source: d.At("二（一）"),
				Force: text.During("2016-01-01/2021-07-01"), Root: eligibility.Any(root, confirmed()...)},
			{ID: key.OnDibao, ZH: "最低生活保障对象", EN: "on subsistence allowance", Scope: eligibility.PerPerson, Source: d.At("二（一）"),
				Force: text.During("2021-07-01/"), Root: eligibility.Any(root, append(confirmed(),
					eligibility.All(d.Means("on_dibao.will", "二（一）", "经初步研判家庭符合低保条件，本人是共同生活的家庭成员", "the household qualifies and the person is a member of it",
						"尚未确认的，以低保审核确认为前提"),
						eligibility.Defined(d.Means("on_dibao.member", "二（一）", "共同生活的家庭成员", "member of the household", "低保以家庭为单位，惠及共同生活的家庭成员"), eligibility.MemberOf),
						eligibility.Qualifies(d.Means("on_dibao.qualifies", "二（一）", "家庭符合低保条件", "the household qualifies", "尚未登记低保的，按本次研判其家庭符合低保条件计"), key.Dibao)),
					eligibility.Qualifies(d.Means("on_dibao.alone", "二（一）", "经初步研判本人符合单人户低保条件", "the person qualifies alone", "尚未确认的，以低保审核确认为前提"),
						key.DibaoSingle))...)},
		},
		Programmes: []eligibility.Programme{
			living(d, text.During("2016-01-01/2020-01-01"), false),
			living(d, text.During("2020-01-01/"), true),
			care(d),
			beside(text.Injury2010(), key.GongshangHuli, "第三十四条", "工伤保险生活护理费", "care pay of work-injury insurance"),
			beside(d, key.TongleiShenghuo, "二（四）", "老年、因公致残、离休等福利性生活补贴（津贴）", "another living allowance"),
			beside(d, key.TongleiHuli, "二（四）", "老年、因公致残、离休等福利性护理补贴（津贴）", "another care allowance"),
		},
		Clauses: []eligibility.Clause{
			{Key: key.ShenghuoExtension, ZH: "生活补贴扩大到的低收入残疾人及其他困难残疾人", EN: "whom the living subsidy is extended to", Scope: eligibility.PerPerson, Source: d.At("二（一）")},
			{Key: key.ShenghuoLowerFor, ZH: "生活补贴按较低标准发放的对象", EN: "who gets the lower living subsidy", Scope: eligibility.PerPerson, Source: d.At("二（二）")},
			{Key: key.HuliExtension, ZH: "护理补贴扩大到的非重度残疾人（残疾类别与等级）", EN: "kinds and grades the care subsidy is extended to", Scope: eligibility.PerPerson, Source: d.At("二（一）")},
			{Key: key.HuliLowerFor, ZH: "护理补贴按较低标准发放的对象", EN: "who gets the lower care subsidy", Scope: eligibility.PerPerson, Source: d.At("二（二）")},
		},
		Parameters: []eligibility.Parameter{
			subsidy(d, key.ShenghuoAmount, "困难残疾人生活补贴标准", "living subsidy"),
			subsidy(d, key.ShenghuoLower, "困难残疾人生活补贴较低标准", "living subsidy, lower"),
			subsidy(d, key.HuliOne, "一级重度残疾人护理补贴标准", "care subsidy, grade 1"),
			subsidy(d, key.HuliTwo, "二级重度残疾人护理补贴标准", "care subsidy, grade 2"),
			subsidy(d, key.HuliOneLower, "一级重度残疾人护理补贴较低标准", "care subsidy, grade 1, lower"),
			subsidy(d, key.HuliTwoLower, "二级重度残疾人护理补贴较低标准", "care subsidy, grade 2, lower"),
			subsidy(d, key.HuliExtended, "扩面对象护理补贴标准", "care subsidy, extended"),
		},
	}
}

// subsidy is an amount that the province sets and places below may raise.
func subsidy(d text.Document, k eligibility.ParamKey, zh, en string) eligibility.Parameter {
	return eligibility.Parameter{Key: k, ZH: zh, EN: en, Kind: eligibility.MoneyParam, ByArea: true, Source: d.At("二（二）"),
		Set: []eligibility.Delegation{{Levels: []division.Level{division.Province, division.Prefecture, division.County},
			Mode: eligibility.Floor, Source: d.At("二（二）")}}}
}

// beside is what other offices grant and this law only has to know of: whoever holds it has it.
func beside(d text.Document, p eligibility.ProgrammeID, article, zh, en string) eligibility.Programme {
	return eligibility.Programme{ID: p, ZH: zh, EN: en, Unit: eligibility.PerPerson, Source: d.At(article),
		Root: eligibility.Holds(d.Says(string(p), article, "正在享受"+zh+"，以其主管部门认定为准", "holds: "+en), p)}
}

// living is 困难残疾人生活补贴; since 2020 not for a child who draws the benefit of unsupported children in full.
func living(d text.Document, force cal.Period, since2020 bool) eligibility.Programme {
	u := text.Unsupported2019()
	nodes := []*eligibility.Node{
		eligibility.InPairs(d.Says("shenghuo.disabled", "二（一）", "持有有效残疾人证的残疾人", "holds a valid disability certificate"), facts.PersonDisability, anyDisability()...),
		eligibility.Any(d.Says("shenghuo.poor", "二（一）", "低保家庭中的残疾人，或者当地扩大的困难残疾人", "on subsistence allowance, or in hardship by local rule"),
			eligibility.Defined(d.Says("shenghuo.dibao", "二（一）", "低保家庭中的残疾人", "on subsistence allowance"), key.OnDibao),
			eligibility.OpenClause(d.Says("shenghuo.extension", "二（一）", "低收入残疾人及其他困难残疾人", "other disabled people in hardship"), key.ShenghuoExtension)),
		d.NotHeld("shenghuo.tekun", "二（四）", "纳入特困人员供养", "supported as destitute", key.Tekun),
		d.NotHeld("shenghuo.injury", "二（四）", "领取工伤保险生活护理费", "draws care pay of work-injury insurance", key.GongshangHuli),
		d.NotHeld("shenghuo.orphan", "二（四）", "享受孤儿基本生活保障", "supported as an orphan", key.Guer),
	}
	if since2020 {
		nodes = append(nodes, eligibility.Not(u.Says("shenghuo.unsupported", "三（一）", "没有全额领取事实无人抚养儿童补贴", "does not draw the benefit of unsupported children in full"),
			eligibility.All(u.Says("shenghuo.unsupported.full", "三（一）", "全额领取事实无人抚养儿童补贴", "draws it in full"),
				eligibility.Holds(u.Says("shenghuo.unsupported.holds", "三（一）", "已是事实无人抚养儿童", "has it"), key.Shishi),
				eligibility.Is(u.Says("shenghuo.unsupported.all", "三（一）", "全额领取，不是补差", "in full, not as a difference"), facts.PersonChildBenefitAll))))
	}
	lower := func(id string) *eligibility.Node {
		return eligibility.OpenClause(d.Says(id, "二（二）", "当地按较低标准发放的对象", "who gets the lower amount"), key.ShenghuoLowerFor)
	}
	return eligibility.Programme{
		ID: key.Shenghuo, ZH: "困难残疾人生活补贴", EN: "living subsidy for disabled people in hardship", Unit: eligibility.PerPerson, Force: force, Source: d.At("二（一）"),
		Root: eligibility.All(d.Says("shenghuo", "二（一）", "困难残疾人生活补贴", "living subsidy"), nodes...),
		Pay: &eligibility.Pay{Source: d.At("二（二）"), Parts: []eligibility.Part{
			{Criterion: d.Says("shenghuo.pay", "二（二）", "生活补贴标准", "living subsidy"), Kind: eligibility.PayFixed, Limit: eligibility.Param(key.ShenghuoAmount),
				When: eligibility.Not(d.Says("shenghuo.pay.when", "二（二）", "不是按较低标准发放的对象", "not of the lower amount"), lower("shenghuo.pay.lower"))},
			{Criterion: d.Says("shenghuo.pay_lower", "二（二）", "生活补贴较低标准", "living subsidy, lower"), Kind: eligibility.PayFixed,
				Limit: eligibility.Param(key.ShenghuoLower), When: lower("shenghuo.pay_lower.when")},
		}},
		Next: []eligibility.ProgrammeID{key.Huli, key.Dibao, key.DibaoSingle},
	}
}

// care is 重度残疾人护理补贴.
func care(d text.Document) eligibility.Programme {
	grade := func(id string, g identity.DisabilityGrade, zh string) *eligibility.Node {
		return eligibility.InPairs(d.Says(id, "二（一）", zh, "grade "+string(g)), facts.PersonDisability,
			eligibility.Severe([]identity.DisabilityGrade{g})...)
	}
	lower := func(id string) *eligibility.Node {
		return eligibility.OpenClause(d.Says(id, "二（二）", "当地按较低标准发放的对象", "who gets the lower amount"), key.HuliLowerFor)
	}
	not := func(n *eligibility.Node) *eligibility.Node {
		c := n.Criterion()
		return eligibility.Not(d.Says(c.ID+".not", c.Source.Article, "不是"+c.ZH, "not: "+c.EN), n)
	}
	part := func(id, zh, en string, k eligibility.ParamKey, when ...*eligibility.Node) eligibility.Part {
		return eligibility.Part{Criterion: d.Says(id, "二（二）", zh, en), Kind: eligibility.PayFixed, Limit: eligibility.Param(k),
			When: eligibility.All(d.Says(id+".when", "二（二）", zh, en), when...)}
	}
	one, two := identity.GradeOne, identity.GradeTwo
	return eligibility.Programme{
		ID: key.Huli, ZH: "重度残疾人护理补贴", EN: "care subsidy for severely disabled people", Unit: eligibility.PerPerson, Source: d.At("二（一）"),
		Root: eligibility.All(d.Says("huli", "二（一）", "重度残疾人护理补贴", "care subsidy"),
			eligibility.Any(d.Says("huli.grade", "二（一）", "残疾等级一级、二级，或者当地扩大的类别与等级", "grade 1 or 2, or extended"),
				severe.Care().Node("huli.severe"),
				eligibility.OpenClause(d.Says("huli.extension", "二（一）", "非重度智力、精神残疾人或者其他残疾人", "other kinds and grades"), key.HuliExtension)),
			eligibility.Compare(d.Says("huli.long_term", "二（一）", "需要长期照护（特殊护理消费品和照护服务支出持续6个月以上）", "needs special care for six months or more"),
				facts.PersonCareMonths, eligibility.By(measure.AtLeast), eligibility.Number(6)),
			d.NotHeld("huli.tekun", "二（四）", "纳入特困人员供养", "supported as destitute", key.Tekun),
			d.NotHeld("huli.injury", "二（四）", "领取工伤保险生活护理费", "draws care pay of work-injury insurance", key.GongshangHuli),
		),
		Pay: &eligibility.Pay{Source: d.At("二（二）"), Parts: []eligibility.Part{
			part("huli.pay_1", "一级标准", "grade 1", key.HuliOne, grade("huli.pay_1.one", one, "一级"), not(lower("huli.pay_1.lower"))),
			part("huli.pay_2", "二级标准", "grade 2", key.HuliTwo, not(grade("huli.pay_2.one", one, "一级")), grade("huli.pay_2.two", two, "二级"),
				not(lower("huli.pay_2.lower"))),
			part("huli.pay_1_lower", "一级较低标准", "grade 1, lower", key.HuliOneLower, grade("huli.pay_1_lower.one", one, "一级"), lower("huli.pay_1_lower.lower")),
			part("huli.pay_2_lower", "二级较低标准", "grade 2, lower", key.HuliTwoLower, not(grade("huli.pay_2_lower.one", one, "一级")),
				grade("huli.pay_2_lower.two", two, "二级"), lower("huli.pay_2_lower.lower")),
			{Criterion: d.Says("huli.pay_extended", "二（二）", "扩面对象标准", "extended"), Kind: eligibility.PayFixed, Limit: eligibility.Param(key.HuliExtended),
				When: eligibility.Not(d.Says("huli.pay_extended.severe.not", "二（一）", "残疾等级不是一级、二级", "neither grade 1 nor 2"), severe.Care().Node("huli.pay_extended.severe"))},
		}},
		Next: []eligibility.ProgrammeID{key.Shenghuo, key.LaonianHuli},
	}
}
