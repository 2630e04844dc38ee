package lawcases

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/money"
)

// L01: sight grade two, and savings of exactly six yearly standards.
func TestSightTwoInFujian(t *testing.T) {
	const nanjing, elsewhere, day = "350627", "340123", "2021-12-20"
	s := body(t, place("3506", nil), place("34", allFit(), standard(659)))
	woman := func(savings int64, more ...trait) *facts.Household {
		own := func(p *facts.Person) { p.Property.Homes = doc(1) }
		return home(who("p", "1976-05-06", append(more, disabled(visual, two), needsCare(12), saves(savings), own)...))
	}
	numbered(t, "L01", s,
		lawCase{name: "a", place: nanjing, on: day, home: woman(47_448), who: "p", programme: national.Tekun, want: yes, amount: unsettled,
			lacks: "", why: []string{"+fujian.no_work.sight 福建省特困人员认定办法", "+fujian.tekun.property.money 福建省特困人员认定办法", "+obligors 第四条第（三）项"}},
		lawCase{name: "a by the national table", place: elsewhere, on: day, home: woman(47_448), who: "p", programme: national.Tekun, want: no,
			caveat: string(national.TekunNoWork), why: []string{"-work.disabled 第五条第（三）项", "-work 第五条"}},
		lawCase{name: "b", place: nanjing, on: day, home: woman(47_449), who: "p", programme: national.Tekun, want: no,
			why: []string{"-fujian.tekun.property.money 福建省特困人员认定办法", "+work 第五条"}},
		// The note says that facts are missing; what is missing is the province's property rule, which the office has to record.
		lawCase{name: "b the allowance", place: nanjing, on: day, home: woman(47_449), programme: national.Dibao, want: value,
			lacks: string(national.DibaoProperty), why: []string{"+dibao.income 第九条", "?dibao.property 第十四条"}},
		lawCase{name: "a care subsidy before", place: nanjing, on: day, home: woman(47_448), who: "p", programme: national.Huli, want: yes,
			why: []string{"+huli.grade 二（一）"}},
		lawCase{name: "a care subsidy while destitute", place: nanjing, on: day, home: woman(47_448, holds(national.Tekun, -1)), who: "p",
			programme: national.Huli, want: no, why: []string{"-huli.tekun 二（四）"}},
		lawCase{name: "a living subsidy on the allowance", place: nanjing, on: day, home: woman(47_448, holds(national.Dibao, -1)), who: "p",
			programme: national.Shenghuo, want: yes, why: []string{"+shenghuo.disabled 二（一）"}},
		lawCase{name: "a living subsidy while destitute", place: nanjing, on: day, home: woman(47_448, holds(national.Tekun, -1)), who: "p",
			programme: national.Shenghuo, want: no, why: []string{"-shenghuo.tekun 二（四）"}},
	)
}

// L02: a boy at school whose parents are in prison and whose grandmother is well.
func TestBoyOfImprisonedParents(t *testing.T) {
	const nanjing, day = "350627", "2024-08-15"
	s := body(t, place("3506", fits(national.ObligorProperty)))
	family := func(father, boy trait) *facts.Household {
		h := home(who("boy", "2007-03-04", minor, orphaned, studies(facts.Vocational), boy), who("father", "1978-01-01", imprisoned(36), father),
			who("mother", "1980-01-01", imprisoned(12)), who("grandmother", "1958-01-01", has(facts.EmployeePension, 1500)))
		tie(tie(tie(h, "boy", facts.Parent, "father"), "boy", facts.Parent, "mother"), "boy", facts.Grandparent, "grandmother")
		return tie(h, "mother", facts.Parent, "grandmother")
	}
	usual := func(*facts.Person) {}
	firm := func(p *facts.Person) { p.Property.Businesses = doc(1) }
	c := func(name string, h *facts.Household, p eligibility.ProgrammeID, want eligibility.Result, why ...string) lawCase {
		return lawCase{name: name, place: nanjing, on: day, home: h, who: "boy", programme: p, want: want, why: why}
	}
	child := c("child whom nobody raises", family(usual, usual), national.Shishi, yes, "+parent_unable.custody.term 一")
	child.amount = "1792.00"
	asked := c("destitute, for an official to find", family(usual, usual), national.Tekun, finding, "+fujian.no_work.school 福建省特困人员认定办法",
		"+unable.away.prison 第八条第（五）项", "?obligor.grandparent.able 第一千零七十四条第一款")
	asked.lacks = string(facts.PersonCanBear)
	able := found(family(usual, usual), facts.PersonCanBear, "grandmother", true)
	poor := found(family(usual, usual), facts.PersonCanBear, "grandmother", false)
	chose := found(family(usual, func(p *facts.Person) { p.Child.ChoseBenefit = doc(true) }), facts.PersonCanBear, "grandmother", false)
	numbered(t, "L02", s, child, asked,
		c("the grandmother can bear it, and is neither old nor poor enough", able, national.Tekun, no, "+obligor.grandparent.able 第一千零七十四条第一款",
			"-unable.70.age 第八条第（三）项", "-obligors 第四条第（三）项"),
		c("she cannot", poor, national.Tekun, yes, "-obligor.grandparent.able 第一千零七十四条第一款"),
		c("the father's property does not fit", family(firm, usual), national.Tekun, no, "-unable.away.property 第八条第（五）项"),
		c("he chose the child benefit and has no more than one", chose, national.Tekun, no, "-child 第九条"),
	)
}

// L03: a minor of seventeen in Guizhou, who lives on his wages or does not.
func TestSeventeenInGuizhou(t *testing.T) {
	const guiyang, elsewhere, day = "520100", "340123", "2023-06-01"
	s := body(t, place("52", allFit(), standard(700)), place("34", allFit(), standard(700)))
	works := func(p *facts.Person) {
		p.Capacity, p.Work.Employed = doc(facts.FullCapacity), doc(true)
		has(facts.Wages, 2800)(p)
	}
	gone := func(relation facts.Ref) facts.Person { return who(relation, "1980-01-01", dead) }
	orphan := home(who("p", "2006-01-01", minor, orphaned), gone("mother"), gone("father"))
	tie(tie(orphan, "p", facts.Parent, "mother"), "p", facts.Parent, "father")
	chose := home(who("p", "2006-01-01", minor, orphaned, func(p *facts.Person) { p.Child.ChoseBenefit = doc(true) }), gone("mother"), gone("father"))
	tie(tie(chose, "p", facts.Parent, "mother"), "p", facts.Parent, "father")
	c := func(name, place string, h *facts.Household, p eligibility.ProgrammeID, want eligibility.Result, why ...string) lawCase {
		return lawCase{name: name, place: place, on: day, home: h, who: "p", programme: p, want: want, why: why}
	}
	numbered(t, "L03", s,
		c("a lives on his wages", guiyang, home(who("p", "2006-01-01", works)), national.Tekun, no, "-guizhou.no_work.dependent 贵州省特困人员认定办法",
			"-income 第六条"),
		c("b no work", guiyang, home(who("p", "2006-01-01", minor)), national.Tekun, yes, "+guizhou.no_work 贵州省特困人员认定办法"),
		c("b elsewhere", elsewhere, home(who("p", "2006-01-01", minor)), national.Tekun, finding, "?work.minor 二（二）5"),
		c("b both parents dead", guiyang, orphan, national.Guer, yes, "+guer.every 一"),
		c("b both parents dead, destitute as well", guiyang, orphan, national.Tekun, yes, "+obligors 第四条第（三）项"),
		c("b both parents dead, chose the orphans' support", guiyang, chose, national.Tekun, no, "-child 第九条"),
	)
}

// L04: who is supported turns eighteen and goes to university.
func TestStudentAfterEighteen(t *testing.T) {
	s := body(t, place("64", allFit(), standard(700)), place("3506", fits(national.ObligorProperty)), place("34", allFit(), standard(700)))
	student := func(born string, at facts.Stage) *facts.Household {
		return home(who("p", born, holds(national.Tekun, -1), studies(at)))
	}
	c := func(name, place, on string, h *facts.Household, want eligibility.Result, why ...string) lawCase {
		return lawCase{name: name, place: place, on: on, home: h, who: "p", programme: national.Tekun, want: want, why: why}
	}
	before, after := student("2006-02-01", facts.Undergraduate), student("2006-02-01", facts.Undergraduate)
	warned := c("Ningxia under the law of 2026, by a rule older than it", "640100", "2026-09-01", after, yes, "+ningxia.held 宁夏回族自治区特困人员认定规定")
	warned.caveat = "ningxia.held"
	numbered(t, "L04", s,
		c("Ningxia", "640100", "2024-09-01", before, yes, "+ningxia.held 宁夏回族自治区特困人员认定规定"), warned,
		c("Fujian", "350627", "2024-09-01", before, no, "-work.held.school 第二十四条第二款", "-fujian.no_work.school 福建省特困人员认定办法"),
		c("elsewhere", "340123", "2024-09-01", before, no, "-work.held.school 第二十四条第二款"),
		c("elsewhere under the law of 2026", "340123", "2026-09-01", after, no, "-work.held.school 第十六条第三款"),
		c("senior high school under the law of 2026", "340123", "2026-09-01", student("2008-02-01", facts.SeniorHigh), yes, "+work.held.school 第十六条第三款"),
	)
}

// L05: a father of 72 whose only son is in a marginal household, or a student.
func TestFatherOfAMarginalSon(t *testing.T) {
	const gz, elsewhere = "440100", "450100"
	s := body(t, place("44", fits(national.DibaoProperty, national.ObligorProperty), standard(900), monthly(national.TekunBasic, 1440)),
		place("45", allFit(), standard(900)))
	family := func(born string, more ...trait) *facts.Household {
		h := tie(home(who("p", "1952-01-01"), who("son", born, more...)), "p", facts.Child, "son")
		return found(h, facts.PersonFitsTekunProperty, "p", true)
	}
	son := func() *facts.Household {
		return family("1984-01-01", works, has(facts.Wages, 3000), holds(national.Bianyuan, -1))
	}
	student := family("2002-01-01", studies(facts.Undergraduate))
	c := func(name, place, on string, h *facts.Household, p eligibility.ProgrammeID, want eligibility.Result, why ...string) lawCase {
		k := lawCase{name: name, place: place, on: on, home: h, programme: p, want: want, why: why}
		if p == national.Tekun {
			k.who = "p"
		}
		return k
	}
	const measure = "广东省特困人员认定办法（试行）"
	lapsed := c("c the trial measure has ended", gz, "2027-05-10", son(), national.Tekun, value, "?guangdong.lapsed.unable.renewed "+measure,
		"+guangdong.unable.bianyuan "+measure, "?obligors 第四条第（三）项")
	lapsed.lacks = "guangdong:renewed_unable"
	able := family("1984-01-01", works, has(facts.Wages, 3000))
	// The note has "for an official". Item six is the province's to fill; while it is not recorded it counts as not filled, as in L01,
	// and the result says that what the province may have added could change it.
	elsewhereD := c("d elsewhere", elsewhere, "2024-05-10", student, national.Tekun, no, "-unable 第八条")
	elsewhereD.caveat = string(national.TekunObligorUnable)
	numbered(t, "L05", s,
		c("a before the measure", gz, "2024-03-10", son(), national.Tekun, no, "-unable 第八条", "-obligors 第四条第（三）项"),
		c("b", gz, "2024-05-10", son(), national.Tekun, yes, "+guangdong.unable.bianyuan "+measure),
		c("b on its last day", gz, "2027-03-31", son(), national.Tekun, yes, "+guangdong.unable.bianyuan "+measure),
		lapsed,
		c("c an able son stays able", gz, "2027-05-10", able, national.Tekun, no, "-guangdong.unable "+measure, "-obligors 第四条第（三）项"),
		c("d", gz, "2024-05-10", student, national.Tekun, yes, "+guangdong.unable.student "+measure),
		elsewhereD,
		c("the allowance meanwhile", gz, "2024-03-10", son(), national.Dibao, yes, "+dibao.income 第九条"),
	)
}

// L06: hearing grade two, and savings of exactly 24 months of the basic standard.
func TestHearingTwoInGuangdong(t *testing.T) {
	const gz, day = "440100", "2025-06-10"
	s := body(t, place("44", fits(national.DibaoProperty), standard(900), monthly(national.TekunBasic, 1440)), place("3506", nil), place("34", allFit(), standard(900)))
	man := func(savings int64, more ...trait) *facts.Household {
		return found(home(who("p", "1975-01-01", append(more, disabled(hearing, two), needsCare(12), saves(savings))...)), facts.PersonFitsTekunProperty, "p", true)
	}
	const measure = "广东省特困人员认定办法（试行）"
	c := func(name, place string, h *facts.Household, p eligibility.ProgrammeID, want eligibility.Result, amount string, why ...string) lawCase {
		k := lawCase{name: name, place: place, on: day, home: h, who: "p", programme: p, want: want, amount: amount, why: why}
		if p == national.Dibao {
			k.who = ""
		}
		return k
	}
	numbered(t, "L06", s,
		c("any kind, not exceeded", gz, man(34_560), national.Tekun, yes, "", "+guangdong.no_work "+measure, "+guangdong.property.money "+measure),
		c("exceeded by a yuan", gz, man(34_561), national.Tekun, no, "", "-guangdong.property.money "+measure),
		c("Fujian", "350627", man(0), national.Tekun, no, "", "-fujian.no_work 福建省特困人员认定办法", "-work 第五条"),
		c("elsewhere", "340123", man(0), national.Tekun, no, "", "-work.disabled 第五条第（三）项"),
		c("elsewhere the allowance", "340123", man(0), national.Dibao, yes, "900.00", "+dibao.income 第九条"),
		c("care subsidy before", gz, man(0), national.Huli, yes, "280.00", "+huli.grade 二（一）"),
		c("care subsidy while destitute", gz, man(0, holds(national.Tekun, 1440)), national.Huli, no, "", "-huli.tekun 二（四）"),
	)
}

// L07: a couple who lost all ability to work eleven months ago, without certificates.
func TestIllCouple(t *testing.T) {
	const day = "2024-01-10"
	s := body(t, place("36", fits(national.DibaoProperty, national.BianyuanProperty), standard(700), yearly(national.DisposableIncome, 30_000)),
		place("43", allFit(), standard(700), yearly(national.DisposableIncome, 30_000)),
		place("34", allFit(), standard(700), yearly(national.DisposableIncome, 30_000)))
	couple := func(months int, more ...trait) *facts.Household {
		long := func(p *facts.Person) { p.Care.LongDependent = doc(true) }
		more = append([]trait{ill, lostWork, needsCare(months), long}, more...)
		return tie(home(who("p", "1974-01-01", more...), who("wife", "1975-01-01", more...)), "p", facts.Spouse, "wife")
	}
	// On a second look the assessment of the disability is under way: nobody knows yet.
	underWay := func(p *facts.Person) { p.Disability.Disabled = facts.Attested[bool]{} }
	c := func(name, place string, h *facts.Household, who facts.Ref, p eligibility.ProgrammeID, want eligibility.Result, amount string, why ...string) lawCase {
		return lawCase{name: name, place: place, on: day, home: h, who: who, programme: p, want: want, amount: amount, why: why}
	}
	const jiangxi, changde = "江西省特困人员认定实施意见", "常德市特困人员认定规定"
	again := c("Changde a month later", "430700", couple(12, underWay), "p", national.Tekun, unknown, "", "+changde.no_work.year "+changde,
		"?changde.no_work.certificate "+changde)
	again.lacks = string(facts.PersonDisability)
	numbered(t, "L07", s,
		// Each is unable by item six as Jiangxi filled it, so that the result rests on no assumption about the other.
		c("Jiangxi he", "360100", couple(11), "p", national.Tekun, yes, "", "+jiangxi.no_work "+jiangxi, "+jiangxi.unable.income "+jiangxi,
			"+unable.other 第八条第（六）项"),
		c("Jiangxi she", "360100", couple(11), "wife", national.Tekun, yes, "", "+jiangxi.no_work "+jiangxi, "+obligor.spouse 第一千零五十九条"),
		c("Changde now", "430700", couple(11), "p", national.Tekun, no, "", "-changde.no_work.year "+changde, "-changde.no_work.certificate "+changde),
		again,
		c("elsewhere", "340123", couple(11), "p", national.Tekun, no, "", "-work 第五条"),
		c("Jiangxi the allowance", "360100", couple(11), "", national.Dibao, yes, "1400.00", "+dibao.income 第九条"),
		c("Changde the allowance", "430700", couple(11), "", national.Dibao, yes, "1400.00", "+dibao.income 第九条"),
		c("elsewhere the allowance", "340123", couple(11), "", national.Dibao, yes, "1400.00", "+dibao.income 第九条"),
	)
}

// L08: an adult with a severe disability and no work, in a family of means, applies alone.
func TestAloneInHeilongjiang(t *testing.T) {
	const linkou, day = "231025", "2025-06-10"
	s := body(t, place("2310", fits(national.TekunProperty, national.ObligorProperty, national.DibaoProperty, national.BianyuanProperty), standard(585),
		yearly(national.DisposableIncome, 40_000)))
	car := func(p *facts.Person) { p.Property.Vehicles = doc(1) }
	family := func(more ...trait) *facts.Household {
		h := home(who("mother", "1967-01-01"),
			who("p", "1995-01-01", append([]trait{disabled(limb, two), lostWork, dependent, needsCare(12)}, more...)...),
			who("brother", "1990-01-01", works, lodges, car, has(facts.Wages, 15_000)))
		tie(tie(h, "mother", facts.Child, "p"), "mother", facts.Child, "brother")
		h.Ties = append(h.Ties, facts.Tie{Of: "p", Kin: "brother", Relation: doc(facts.ElderSibling), Origin: doc(facts.ByBlood), Raised: doc(false)})
		return found(h, facts.PersonFitsSingleProperty, "p", true)
	}
	c := func(name string, h *facts.Household, p eligibility.ProgrammeID, want eligibility.Result, why ...string) lawCase {
		k := lawCase{name: name, place: linkou, on: day, home: h, who: "p", programme: p, want: want, why: why}
		if p == national.Dibao {
			k.who = ""
		}
		return k
	}
	alone := c("alone", family(), national.DibaoSingle, yes, "+single.jobless 一（一）", "+heilongjiang.alone.property 黑龙江省关于成年无业重度残疾人申请低保的规定",
		"-single.disabled.marginal 第八条第一款第（一）项", "+single.income 第八条第一款")
	alone.amount = "585.00"
	kept := c("what the family gives her may be waived", family(has(facts.SupportFromKin, 1000)), national.DibaoSingle, yes, "+single.jobless 一（一）")
	kept.amount = "585.00"
	numbered(t, "L08", s,
		c("destitute", family(), national.Tekun, no, "+obligor.parent 第一千零六十七条第一款", "-unable 第八条", "-obligors 第四条第（三）项"),
		c("the household", family(), national.Dibao, no, "-dibao.income 第九条"), alone, kept,
		c("seventeen", family(func(p *facts.Person) { p.Birth = doc(cal.MustParse("2008-01-01")) }), national.DibaoSingle, no, "-single.jobless.adult 一（一）"),
		c("limb three", family(disabled(limb, three)), national.DibaoSingle, no, "-single.jobless.grade 一（一）"),
		c("a job at 300 a month", family(works, has(facts.Wages, 300)), national.DibaoSingle, no, "-single.jobless.no_work 一（一）"),
		c("living subsidy once on it", family(holds(national.DibaoSingle, 585)), national.Shenghuo, yes, "+shenghuo.disabled 二（一）"),
		c("care subsidy", family(), national.Huli, yes, "+huli.grade 二（一）"),
	)
}

// L09: the two ways in of 哈尔滨, and the hole between the classes.
func TestRigidSpendingInHarbin(t *testing.T) {
	const district, day = "230102", "2024-12-31"
	const ours eligibility.ProgrammeID = "heilongjiang:harbin_gangxing"
	const rule = "哈尔滨市刚性支出困难家庭认定规定"
	s := body(t, place("2301", fits(national.DibaoProperty, national.BianyuanProperty), standard(860), yearly(national.DisposableIncome, 30_000)))
	family := func(income, spent, savings int64, more ...trait) *facts.Household {
		h := home(who("p", "1985-01-01", append(more, works, inYear(facts.Wages, income), saves(savings))...), who("wife", "1987-01-01", saves(savings)),
			who("child", "2015-01-01", minor, studies(facts.CompulsorySchool), saves(savings)))
		tie(tie(h, "p", facts.Spouse, "wife"), "p", facts.Child, "child")
		h.IncomeOfYear = doc(money.Fen(income * 100))
		h.Spending = []facts.Spending{{Kind: facts.MedicalCosts, Amount: doc(money.Fen(spent * 100))}}
		return found(h, facts.HouseholdFitsDibaoProperty, "", true)
	}
	c := func(name, on string, h *facts.Household, p eligibility.ProgrammeID, want eligibility.Result, why ...string) lawCase {
		return lawCase{name: name, place: district, on: on, home: h, programme: p, want: want, why: why}
	}
	deducted := func(p *facts.Person) { inYear(facts.RigidDeduction, 20_000)(p) }
	unsaid := func(p *facts.Person) {
		p.Income.Items = append(p.Income.Items, facts.Earning{Kind: facts.RigidDeduction})
	}
	// The note has "for an official" where the place may let illness be deducted from income. What it lets be deducted is a recorded
	// fact here: while it is not recorded the result is open, and facts are asked for.
	open := c("a on the margin, what may be deducted is not recorded", day, family(54_000, 20_000, 0, unsaid), national.Bianyuan, unknown, "?bianyuan.income 第八条第二款")
	open.lacks = string(facts.PersonIncomeRigidDeduction)
	numbered(t, "L09", s,
		c("a the allowance", day, family(54_000, 20_000, 0), national.Dibao, no, "-dibao.income 第九条"),
		c("a on the margin", day, family(54_000, 20_000, 0), national.Bianyuan, no, "-bianyuan.income 第八条第二款"),
		c("a on the margin, illness deducted", day, family(54_000, 20_000, 0, deducted), national.Bianyuan, yes, "+bianyuan.income 第八条第二款"), open,
		c("a rigid spending, below the band and not above half", day, family(54_000, 20_000, 0), ours, no, "-harbin.rigid.after.from "+rule,
			"-harbin.rigid.share.ratio "+rule),
		c("b", day, family(66_000, 12_000, 30_960), ours, yes, "+harbin.rigid.after "+rule, "-harbin.rigid.share.ratio "+rule, "+harbin.rigid.money "+rule),
		c("b a yuan more", day, family(66_000, 12_000, 30_961), ours, no, "-harbin.rigid.money "+rule),
		c("c by the national measure", "2025-02-10", family(66_000, 12_000, 30_960), national.Gangxing, no, "-gangxing.ratio 第四条第一款第（四）项"),
	)
	numbered(t, "K4", s,
		c("the second way alone suffices", day, family(80_000, 40_001, 0), ours, yes, "-harbin.rigid.after "+rule, "+harbin.rigid.share "+rule),
		c("twice the standard is no bound of the national measure", "2025-02-10", family(80_000, 40_001, 0), national.Gangxing, yes,
			"+gangxing.ratio 第四条第一款第（四）项", "+gangxing.income 第四条第一款第（二）项"),
	)
}

// L10: a share of exactly 0.80 in Liaoning, and an income between the figures of country and town.
func TestRigidSpendingInLiaoning(t *testing.T) {
	const dalian = "210200"
	income := func(area eligibility.Area, yuan int64) eligibility.Value {
		v := yearly(national.DisposableIncome, yuan)
		v.Area = area
		return v
	}
	town := yearly("liaoning:disposable_urban", 40_000)
	s := body(t, place("21", fits(national.BianyuanProperty, national.DibaoProperty), standard(700), income(eligibility.Rural, 20_000),
		income(eligibility.Urban, 40_000), town))
	family := func(spent int64) *facts.Household {
		h := home(who("p", "1975-01-01", works, inYear(facts.Wages, 30_000)))
		h.IncomeOfYear = doc(money.Fen(3_000_000))
		h.Spending = []facts.Spending{{Kind: facts.MedicalCosts, Amount: doc(money.Fen(spent * 100))}}
		return h
	}
	const rule = "辽宁省刚性支出困难家庭认定办法"
	c := func(name, on string, h *facts.Household, want eligibility.Result, why ...string) lawCase {
		return lawCase{name: name, place: dalian, on: on, home: h, programme: national.Gangxing, want: want, why: why}
	}
	both := c("2026-08, by the law or by the province", "2026-08-15", family(24_000), finding, "-gangxing.ratio.above "+rule, "+gangxing.ratio.equal "+rule,
		"?gangxing.ratio.found "+rule)
	both.lacks, both.caveat = string(facts.HouseholdGangxingOther), "gangxing.ratio"
	numbered(t, "L10", s,
		c("2026-06", "2026-06-15", family(24_000), yes, "+gangxing.ratio 第四条第一款第（四）项", "+gangxing.income "+rule), both,
		c("2026-08, taken in by the rule of the province", "2026-08-15", found(family(24_000), facts.HouseholdGangxingOther, "", true), yes, "+gangxing.ratio "+rule),
		c("2026-08, refused by the law", "2026-08-15", found(family(24_000), facts.HouseholdGangxingOther, "", false), no, "-gangxing.ratio "+rule),
		c("2026-08, above it", "2026-08-15", family(24_001), yes, "+gangxing.ratio.above "+rule),
		c("2026-08, below it", "2026-08-15", family(23_999), no, "-gangxing.ratio "+rule),
	)
}
