// Package relief is temporary relief (临时救助), which grew in layers; each day has its own:
//
//	2014-10     households and persons in sudden need; who has neither hukou nor residence permit here goes to the county's rescue station
//	2018-01-23  急难型 and 支出型 told apart
//	2022-10-20  wherever the emergency happened; people out of work without insurance
//	2026-01-29  小额快救 up to one month's standard; households on the margin whose necessary spending jumps
//	2026-07-01  urgent and small: help shall come first
//
// Amounts are set by places, in tiers or case by case; the law defines none, so no programme here has a Pay. What places set as the most
// is a value that no criterion reads.
package relief

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national/internal/key"
	"github.com/shegong/shegong/eligibility/national/internal/text"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
)

// Acts returns the acts on temporary relief and on destitute wanderers, made anew each time.
func Acts() []eligibility.Act {
	return []eligibility.Act{reliefFirst(), reliefTypes(), reliefAnywhere(), reliefFast(), wanderers()}
}

// reliefFirst is 国发〔2014〕47号, and the way to the county's rescue station that it leaves to people from elsewhere.
func reliefFirst() eligibility.Act {
	d, force := text.Relief2014(), text.During("2014-10-03/2018-01-23")
	local := func(id string) *eligibility.Node { return registeredHere(d, id, "三（一）") }
	station := text.During("2014-10-03/2022-10-20")
	return eligibility.Act{
		ID: "linshi-2014", ZH: "国务院关于全面建立临时救助制度的通知", EN: "Notice establishing temporary relief", Number: "国发〔2014〕47号",
		Source: d.At(""), Force: text.During("2014-10-03/"), // 印发日，据记忆；所见报道只写2014年10月
		Programmes: []eligibility.Programme{
			{ID: key.Jinan, ZH: "临时救助（突发困难）", EN: "temporary relief, sudden need", Unit: eligibility.PerHousehold, Force: force, Source: d.At("二"),
				Root: eligibility.All(d.Says("jinan", "二", "遭遇突发困难的家庭或者个人", "a household or person in sudden need"),
					sudden(d, "二"), hard(d, "二"), local("jinan.here")),
				Next: []eligibility.ProgrammeID{key.Jiuzhuzhan, key.Zhichu, key.Dibao}},
			{ID: key.Zhichu, ZH: "临时救助（必需支出突增）", EN: "temporary relief, necessary spending", Unit: eligibility.PerHousehold, Force: force, Source: d.At("二"),
				Root: eligibility.All(d.Says("zhichu", "二", "必需支出突增的最低生活保障家庭", "a household on subsistence allowance whose spending jumps"),
					eligibility.Holds(d.Says("zhichu.dibao", "二", "最低生活保障家庭", "on subsistence allowance"), key.Dibao),
					surge(d, "zhichu.surge", "二")),
				Next: []eligibility.ProgrammeID{key.Jinan, key.Dibao}},
			{ID: key.Jiuzhuzhan, ZH: "协助向县级救助管理机构申请救助", EN: "help in turning to the county's rescue station", Unit: eligibility.PerHousehold,
				Force: station, Source: d.At("三（一）"),
				Root: eligibility.All(d.Says("jiuzhuzhan", "三（一）", "没有本地户籍和居住证的遇困家庭或者个人", "a household or person in need from elsewhere"),
					hard(d, "二"),
					eligibility.Not(d.Says("jiuzhuzhan.elsewhere", "三（一）", "没有本地户籍，也没有当地居住证", "neither registered nor permitted here"), local("jiuzhuzhan.here"))),
				Next: []eligibility.ProgrammeID{key.Jinan}},
		},
	}
}

// reliefTypes is 民发〔2018〕23号, which tells 急难型 and 支出型 apart.
func reliefTypes() eligibility.Act {
	d := text.Relief2018()
	place2014 := text.During("2018-01-23/2020-08-25")
	trial := text.During("2020-08-25/2022-10-20")
	spending := func(force string) eligibility.Programme {
		return eligibility.Programme{ID: key.Zhichu, ZH: "临时救助（支出型）", EN: "temporary relief for necessary spending", Unit: eligibility.PerHousehold,
			Force: text.During(force), Source: d.At("二（一）"), Root: spending2018("zhichu"), Next: []eligibility.ProgrammeID{key.Jinan, key.Gangxing, key.Dibao}}
	}
	urgent := func(here *eligibility.Node) *eligibility.Node {
		return eligibility.All(d.Says("jinan", "二（一）", "急难型救助对象", "in urgent need"), sudden(d, "二（一）"), hard(d, "二（一）"), now(d, "二（一）"), here)
	}
	n := text.Notice2022()
	anywhere := eligibility.Any(text.Reform2020().Says("jinan.here", "二（四）14", "本地户籍、当地居住证，或者当地已取消户籍地、居住地限制", "registered or permitted here, or no longer asked for"),
		registeredHere(text.Relief2014(), "jinan.registered", "三（一）"),
		eligibility.OpenClause(text.Reform2020().Says("jinan.anywhere", "二（四）14", "当地探索由急难发生地实施救助", "the place helps wherever the emergency happened"), key.ReliefAnywhere))
	next := []eligibility.ProgrammeID{key.Kuaijiu, key.Jiuzhuzhan, key.Zhichu, key.Dibao}
	return eligibility.Act{
		ID: "linshi-2018", ZH: "关于进一步加强和改进临时救助工作的意见", EN: "Opinion improving temporary relief", Number: "民发〔2018〕23号",
		Source: d.At(""), Force: text.During("2018-01-23/"),
		Programmes: []eligibility.Programme{
			{ID: key.Jinan, ZH: "临时救助（急难型）", EN: "urgent temporary relief", Unit: eligibility.PerHousehold, Force: place2014, Source: d.At("二（一）"),
				Root: urgent(registeredHere(text.Relief2014(), "jinan.here", "三（一）")), Next: next[1:]},
			{ID: key.Jinan, ZH: "临时救助（急难型）", EN: "urgent temporary relief", Unit: eligibility.PerHousehold, Force: trial, Source: d.At("二（一）"),
				Root: urgent(anywhere), Next: next[1:]},
			{ID: key.Jinan, ZH: "临时救助（急难型）", EN: "urgent temporary relief", Unit: eligibility.PerHousehold, Force: text.During("2022-10-20/2026-07-01"), Source: d.At("二（一）"),
				Root: urgent(happenedHere(n, "三（四）", "jinan.here")), Next: next},
			{ID: key.Jinan, ZH: "临时救助（急难型）", EN: "urgent temporary relief", Unit: eligibility.PerHousehold, Force: text.During("2026-07-01/"), Source: text.AssistanceLaw().At("第二十九条"),
				Root: urgent(happenedHere(text.AssistanceLaw(), "第三十七条第二款", "jinan.here")), Next: next},
			spending("2018-01-23/2026-01-29"),
		},
		Parameters: []eligibility.Parameter{{Key: key.ReliefCapMonths, ZH: "临时救助金额上限（每人低保标准的月数）", EN: "cap of relief, in months of the standard a head",
			Kind: eligibility.CountParam, Source: d.At("二（三）"), Set: []eligibility.Delegation{{Levels: []division.Level{division.Province, division.Prefecture,
				division.County}, Mode: eligibility.MayOverride, Source: d.At("二（三）")}}}},
		Clauses: []eligibility.Clause{
			{Key: key.ReliefProperty, ZH: "支出型临时救助家庭财产状况规定", EN: "property rule of relief for spending", Scope: eligibility.PerHousehold, Source: d.At("二（一）")},
			{Key: key.ReliefAnywhere, ZH: "取消临时救助户籍地、居住地申请限制", EN: "relief regardless of registration", Scope: eligibility.PerHousehold, Source: text.Reform2020().At("二（四）14")},
		},
	}
}

// reliefAnywhere is the notice of 2022-10-20: what it says of relief to people out of work.
func reliefAnywhere() eligibility.Act {
	d := text.Notice2022()
	const at = "二（一）"
	return eligibility.Act{
		ID: "linshi-2022", ZH: "关于进一步做好最低生活保障等社会救助兜底保障工作的通知（临时救助）", EN: "Notice widening assistance, temporary relief", Number: "民发〔2022〕83号",
		Source: d.At("二"), Force: text.During("2022-10-20/"),
		Programmes: []eligibility.Programme{{
			ID: key.Shiye, ZH: "未参保失业人员一次性临时救助", EN: "one-off relief for the uninsured out of work", Unit: eligibility.PerPerson, Source: d.At(at),
			Root: eligibility.All(d.Says("shiye", at, "生活困难的未参保失业人员", "out of work, uninsured and in need"),
				eligibility.Judgement(d.Means("shiye.cause", at, "受疫情影响无法返岗复工，生活困难", "kept from work by the epidemic and in need",
					"通知以疫情影响为前提；疫情之后是否继续适用，由当地研判"), facts.PersonEpidemicJobless),
				eligibility.Not(d.Says("shiye.jobless", at, "失业", "out of work"),
					eligibility.Is(d.Says("shiye.employed", at, "已就业", "has work"), facts.PersonEmployed)),
				eligibility.Is(d.Says("shiye.no_income", at, "无收入来源", "without income"), facts.PersonNoIncome),
				eligibility.Elapsed(d.Says("shiye.three_months", at, "连续3个月无收入来源", "for three months in a row"),
					facts.PersonNoIncomeTo, measure.AtLeast, 3, eligibility.Months),
				eligibility.Not(d.Says("shiye.uninsured", at, "失业保险政策无法覆盖", "not covered by unemployment insurance"),
					eligibility.Is(d.Says("shiye.insured", at, "失业保险政策可以覆盖", "covered"), facts.PersonJobInsured)),
				d.NotHeld("shiye.dibao", at, "纳入低保范围", "on subsistence allowance", key.Dibao),
				d.NotHeld("shiye.dibao_single", at, "按单人户纳入低保范围", "on subsistence allowance alone", key.DibaoSingle)),
			Next: []eligibility.ProgrammeID{key.Jinan, key.Dibao},
		}},
	}
}

// reliefFast is the opinion of 2026-01-29. Half of its text was read, the rest at second hand.
func reliefFast() eligibility.Act {
	d := text.Relief2026()
	law := text.AssistanceLaw()
	margin := func(id, zh, en string, p eligibility.ProgrammeID) *eligibility.Node {
		return eligibility.Any(d.Says(id, "（二）", zh, en),
			eligibility.Holds(d.Says(id+".confirmed", "（二）", "已认定的"+zh, "confirmed: "+en), p),
			eligibility.Qualifies(d.Means(id+".qualifies", "（二）", "经初步研判符合"+zh+"条件", "found so: "+en, "尚未认定的，以认定为前提"), p))
	}
	small := eligibility.Compare(d.Means("kuaijiu.small", "（一）", "所需金额不超过当地一个月最低生活保障标准", "not above one month's standard",
		"最高档不超过当地一个月最低生活保障标准；是否按人口计算，转述没有说明，此处不乘人数"),
		facts.ReliefAmount, eligibility.By(measure.AtMost), eligibility.Param(key.DibaoStandard))
	next := []eligibility.ProgrammeID{key.Jinan, key.Zhichu, key.Dibao}
	return eligibility.Act{
		ID: "linshi-2026", ZH: "关于进一步健全完善临时救助制度的意见", EN: "Opinion completing temporary relief", Source: d.At(""), Force: text.During("2026-01-29/"),
		Programmes: []eligibility.Programme{
			{ID: key.Kuaijiu, ZH: "临时救助（小额快救）", EN: "fast relief of a small sum", Unit: eligibility.PerHousehold, Force: text.During("2026-01-29/2026-07-01"), Source: d.At("（一）"),
				Root: eligibility.All(d.Says("kuaijiu", "（一）", "急难事项小额快救（免核对、免公示，一般3天内办结）", "fast relief without matching or notice, within three days"),
					sudden(d, "（一）"), hard(d, "（一）"), happenedHere(d, "（一）", "kuaijiu.here"), small),
				Next: next},
			{ID: key.Kuaijiu, ZH: "临时救助（小额先行救助）", EN: "relief that shall come first", Unit: eligibility.PerHousehold, Force: text.During("2026-07-01/"), Source: law.At("第五十条"),
				Root: eligibility.All(law.Says("kuaijiu", "第五十条", "应当先行救助的情形（紧急情况解除后补充说明）", "help shall come first, the account of it later"),
					sudden(text.Relief2018(), "二（一）"), hard(law, "第二十九条"), now(law, "第五十条"), happenedHere(law, "第三十七条第二款", "kuaijiu.here"),
					eligibility.Any(law.Means("kuaijiu.sum", "第五十条", "救助金额较小", "a small sum", "法律没有规定金额；此处取2026年意见的小额快救限额，当地另有规定的从其规定"),
						small,
						eligibility.OpenClause(law.Says("kuaijiu.local", "第五十条", "当地规定的较小金额", "small by local rule"), key.ReliefSmallSum))),
				Next: next},
			{ID: key.Zhichu, ZH: "临时救助（支出型）", EN: "temporary relief for necessary spending", Unit: eligibility.PerHousehold, Source: d.At("（二）（三）"),
				Root: eligibility.Any(d.Says("zhichu", "（二）（三）", "必需支出突增或者救助之后仍有严重困难", "spending jumps, or still in grave hardship"),
					eligibility.All(d.Says("zhichu.margin", "（二）", "刚性支出困难家庭、低保边缘家庭必需支出突增（经公示）", "on the margin, spending jumps, after public notice"),
						eligibility.Any(d.Says("zhichu.margin.class", "（二）", "刚性支出困难家庭或者低保边缘家庭", "rigid spending, or marginal"),
							margin("zhichu.gangxing", "刚性支出困难家庭", "rigid-spending household", key.Gangxing),
							margin("zhichu.bianyuan", "低保边缘家庭", "marginal household", key.Bianyuan)),
						surge(d, "zhichu.margin.surge", "（二）")),
					eligibility.Judgement(d.Says("zhichu.still_hard", "（三）", "经低保、专项救助后基本生活仍有严重困难", "still in grave hardship after other assistance"), facts.ReliefStillHard),
					spending2018("zhichu.general")),
				Next: next[:1:1]},
		},
		Clauses: []eligibility.Clause{{Key: key.ReliefSmallSum, ZH: "先行救助的较小金额", EN: "a small sum that shall be given first", Scope: eligibility.PerHousehold, Source: law.At("第五十条")}},
	}
}

// wanderers is what the statute of 2026 says of people without a livelihood away from home.
func wanderers() eligibility.Act {
	d := text.AssistanceLaw()
	return eligibility.Act{
		ID: "liusan-2026", ZH: "中华人民共和国社会救助法（生活无着的流散人员）", EN: "Social Assistance Law, destitute wanderers", Source: d.At("第三十一条"), Force: text.During("2026-07-01/"),
		Programmes: []eligibility.Programme{{
			ID: key.Jiuzhuzhan, ZH: "生活无着的流散人员救助", EN: "help for destitute wanderers", Unit: eligibility.PerHousehold, Source: d.At("第三十一条"),
			Root: eligibility.Judgement(d.Says("jiuzhuzhan", "第三十一条、第五十二条", "生活无着的流散人员（向急难发生地救助管理机构或者乡镇、街道提出）",
				"destitute and away from home, asks the rescue station or the township of the place"), facts.ReliefWanderer),
			Next: []eligibility.ProgrammeID{key.Kuaijiu, key.Jinan},
		}},
	}
}

// spending2018 is who is helped with necessary spending by 民发〔2018〕23号.
func spending2018(id string) *eligibility.Node {
	d := text.Relief2018()
	const at = "二（一）"
	means := func(id string) *eligibility.Node {
		return eligibility.All(d.Says(id, at, "收入和财产符合规定", "income and property within the rules"),
			eligibility.PerHead(d.Means(id+".income", at, "家庭人均可支配收入低于当地上年度人均可支配收入", "income a head below last year's disposable income",
				"意见写“原则上”；收入按家庭收入核算的项目合计"), disposable(), eligibility.By(measure.LessThan),
				eligibility.Line{Limit: eligibility.Param(key.DisposableIncome), Heads: eligibility.Heads(), Months: eligibility.Param(key.IncomeMonths)}),
			eligibility.Delegated(d.Says(id+".property", at, "家庭财产状况符合当地规定", "property within the local rule"), key.ReliefProperty))
	}
	return eligibility.All(d.Says(id, at, "支出型救助对象", "in need through necessary spending"),
		surge(d, id+".surge", at),
		eligibility.Exception(d.Says(id+".means", at, "家庭经济状况符合规定", "means"), means(id+".checked"), eligibility.Branch{
			Criterion: d.Says(id+".known", "二（二）", "低保家庭及其成员、特困人员，重点核实必需支出", "already on assistance: only the spending is checked"),
			When: eligibility.EveryOf(d.Says(id+".known.every", "二（二）", "家庭成员均为低保对象或者特困人员", "every member is on assistance"), eligibility.Members, nil,
				eligibility.Any(d.Says(id+".known.either", "二（二）", "低保对象或者特困人员", "on subsistence allowance or destitute"),
					eligibility.Holds(d.Says(id+".known.dibao", "二（二）", "低保家庭成员", "in a household on subsistence allowance"), key.Dibao),
					eligibility.Holds(d.Says(id+".known.single", "二（二）", "单人户低保对象", "on subsistence allowance alone"), key.DibaoSingle),
					eligibility.Holds(d.Says(id+".known.tekun", "二（二）", "特困人员", "destitute"), key.Tekun))),
			Then: eligibility.Always(d.Says(id+".known.then", "二（二）", "不再核查收入和财产", "income and property are not checked again")),
		}))
}

// disposable is the income of all members, less tax and contributions.
func disposable() eligibility.Sum {
	s := eligibility.TotalOfMembers(facts.PersonIncomeWages, facts.PersonIncomeBusiness, facts.PersonIncomeProperty,
		facts.PersonIncomePensionEmployee, facts.PersonIncomePensionCentral, facts.PersonIncomePensionLocal, facts.PersonIncomePensionAccount,
		facts.PersonIncomeUnemployment, facts.PersonIncomeSurvivors, facts.PersonIncomeAlimony, facts.PersonIncomeSupport, facts.PersonIncomeGifts,
		facts.PersonIncomeCompensation, facts.PersonIncomeOther)
	for _, minus := range []eligibility.FactKey{facts.PersonIncomeWorkCost, facts.PersonIncomePaidTax, facts.PersonIncomePaidSupport} {
		s.Terms = append(s.Terms, eligibility.Term{Fact: minus, Minus: true})
	}
	return s
}

// The criteria that the layers share.

func sudden(d text.Document, at string) *eligibility.Node {
	return eligibility.InWords(d.Says("event", at, "火灾、交通事故等意外事件，家庭成员突发重大疾病，或者遭遇其他特殊困难", "accident, sudden grave illness or other special hardship"),
		facts.ReliefEvent, "fire", "traffic", "accident", "illness", "other")
}

func hard(d text.Document, at string) *eligibility.Node {
	return eligibility.Judgement(d.Says("hardship", at, "基本生活暂时出现严重困难", "basic living is gravely hard for the moment"), facts.ReliefHardship)
}

func now(d text.Document, at string) *eligibility.Node {
	return eligibility.Judgement(d.Says("urgent", at, "情况紧急、需要立即采取救助措施", "urgent, help is needed at once"), facts.ReliefUrgent)
}

func surge(d text.Document, id, at string) *eligibility.Node {
	return eligibility.Judgement(d.Says(id, at, "教育、医疗等必需支出突然增加超出家庭承受能力，基本生活一定时期内出现严重困难", "necessary spending jumps beyond what the household can bear"),
		facts.ReliefSurge)
}

func happenedHere(d text.Document, at, id string) *eligibility.Node {
	return eligibility.Is(d.Says(id, at, "急难发生地在本县（市、区）", "the emergency happened in this county"), facts.ReliefEventHere)
}

func registeredHere(d text.Document, id, at string) *eligibility.Node {
	return eligibility.AnyOf(d.Says(id, at, "具有本地户籍或者持有当地居住证", "registered or permitted here"), eligibility.Members, nil,
		eligibility.Any(d.Says(id+".either", at, "本地户籍或者当地居住证", "registered or permitted here"),
			eligibility.Is(d.Says(id+".hukou", at, "本地户籍", "registered here"), facts.PersonHukouHere),
			eligibility.Is(d.Means(id+".permit", at, "当地有效居住证", "a valid permit of this place", "居住证须按年签注，逾期未签注的使用功能中止（《居住证暂行条例》第十条）"), facts.PersonPermitHere)))
}
