package lawcases

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// earns is a person alone with a wage.
func earns(monthly int64) *facts.Household {
	return home(who("p", "1975-01-01", works, has(facts.Wages, monthly)))
}

// L11: income at the very standard and around the line in a county of Shandong whose line is twice the standard.
func TestLinesOfShandong(t *testing.T) {
	const county, day = "370100", "2023-06-10"
	wage := monthly("shandong:minimum_wage", 1700)
	twice := eligibility.Value{Param: national.BianyuanFactor, Division: division.MustParse("3701"), Ratio: measure.MustParseRatio("2"),
		Force: cal.Since(cal.MustParse("2022-11-01"))}
	place37 := func(values ...eligibility.Value) eligibility.Act {
		return place("37", fits(national.DibaoProperty, national.BianyuanProperty), append(values, standard(900))...)
	}
	const rule = "山东省低保边缘家庭认定办法"
	c := func(name string, monthly int64, p eligibility.ProgrammeID, want eligibility.Result, why ...string) lawCase {
		return lawCase{name: name, place: county, on: day, home: earns(monthly), programme: p, want: want, why: why}
	}
	gap := c("900 on the margin", 900, national.Bianyuan, finding, "-bianyuan.income.above "+rule, "?bianyuan.income.gap "+rule)
	gap.caveat = "bianyuan.income.gap"
	open := c("1,650 where the minimum wage is not recorded", 1650, national.Bianyuan, value, "?bianyuan.income.wage "+rule)
	open.lacks = "shandong:minimum_wage"
	numbered(t, "L11", body(t, place37(wage, twice)),
		c("900 the allowance", 900, national.Dibao, no, "-dibao.income 第九条"), gap,
		c("1,349", 1349, national.Bianyuan, yes, "+bianyuan.income.narrow "+rule),
		c("1,650", 1650, national.Bianyuan, yes, "+bianyuan.income.wage "+rule, "-bianyuan.income.narrow "+rule),
		c("1,700", 1700, national.Bianyuan, no, "-bianyuan.income.wage "+rule, "+bianyuan.income.to "+rule),
		c("1,750", 1750, national.Bianyuan, no, "-bianyuan.income.wage "+rule),
	)
	t.Run("L11 open", func(t *testing.T) { open.run(t, body(t, place37(twice))) })
}

// L12: 鄞州 at the end of 2022, income at the very standard, money and a car just below the limits.
func TestLimitsOfYinzhou(t *testing.T) {
	const yinzhou, day, rule = "330212", "2022-12-10", "宁波市鄞州区社会救助政策"
	s := body(t, place("3302", nil))
	family := func(monthly, savings int64, more ...trait) *facts.Household { // the families of its obligors were looked at, and fit
		h := found(home(who("p", "1980-01-01", append(more, works, inYear(facts.Wages, 36*monthly), saves(savings))...), who("wife", "1982-01-01", saves(savings)),
			who("child", "2012-01-01", minor, studies(facts.CompulsorySchool), saves(savings))), facts.HouseholdFitsBianyuanProperty, "", true)
		h.IncomeOfYear = doc(money.Fen(36 * 100 * monthly))
		found(h, facts.HouseholdFitsGangxingProperty, "", true)
		return tie(tie(h, "p", facts.Spouse, "wife"), "p", facts.Child, "child")
	}
	car := func(p *facts.Person) {
		p.Property.Vehicles, p.Property.VehicleValue = doc(1), doc(money.Fen(17_006_300))
	}
	c := func(name string, h *facts.Household, p eligibility.ProgrammeID, want eligibility.Result, why ...string) lawCase {
		return lawCase{name: name, place: yinzhou, on: day, home: h, programme: p, want: want, why: why}
	}
	const ours = "zhejiang:yinzhou_zhichu" // a class of the place's own, before the national one of 2025
	spends := func(h *facts.Household, yuan int64) *facts.Household {
		h.Spending = []facts.Spending{{Kind: facts.MedicalCosts, Amount: doc(money.Fen(100 * yuan))}, {Kind: facts.EducationCosts, Amount: doc(money.Fen(0))}}
		return h
	}
	numbered(t, "L12", s,
		c("the allowance, by the ordinance below the standard", family(1181, 56_687), national.Dibao, no, "-dibao.income 第九条"),
		c("the allowance, and no car", family(1180, 0, car), national.Dibao, no, "-yinzhou.dibao.cars "+rule, "+dibao.income 第九条"),
		c("a", family(1181, 56_687, car), national.Bianyuan, yes, "+bianyuan.income 第八条第二款", "+yinzhou.bianyuan.money "+rule, "+yinzhou.bianyuan.cars.value "+rule),
		c("b", family(1181, 56_688, car), national.Bianyuan, yes, "+yinzhou.bianyuan.money "+rule),
		c("c", family(1181, 113_376, car), national.Bianyuan, no, "-yinzhou.bianyuan.money "+rule),
		c("支出型, income less spending below the standard", spends(family(1181, 85_031, car), 1), ours, yes, "+yinzhou.spending.income "+rule,
			"+yinzhou.spending.property.obligors "+rule),
		c("支出型, income less spending at the standard", spends(family(1181, 0, car), 0), ours, no, "-yinzhou.spending.income "+rule),
		c("支出型, too much money", spends(family(1181, 85_032, car), 1), ours, no, "-yinzhou.spending.property.money "+rule),
	)
	numbered(t, "K8", s,
		c("the county's line is twice the standard, itself included", family(2362, 0), national.Bianyuan, yes, "+bianyuan.income 第八条第二款"),
		c("and no more", family(2363, 0), national.Bianyuan, no, "-bianyuan.income 第八条第二款"),
	)
}

// L13: the base pension in 兴安盟 to the end of 2025 and after.
func TestPensionOfXingan(t *testing.T) {
	const league = "152201"
	s := body(t, place("1522", allFit(), standard(500)))
	man := home(who("p", "1959-01-01", works, has(facts.CentralPension, 143), has(facts.LocalPension, 40), has(facts.AccountPension, 20),
		has(facts.Wages, 700), has(facts.WorkCost, 70)))
	// With the region's 40 yuan he has 773, without them 733; the line is 750.
	poorer := home(who("p", "1959-01-01", works, has(facts.CentralPension, 143), has(facts.LocalPension, 40), has(facts.AccountPension, 20), has(facts.Wages, 570)))
	c := func(name, on string, p eligibility.ProgrammeID, want eligibility.Result, why ...string) lawCase {
		k := lawCase{name: name, place: league, on: on, home: man, programme: p, want: want, why: why}
		if p == national.Tekun {
			k.who = "p"
		}
		return k
	}
	flagged := c("b on the margin", "2026-02-10", national.Bianyuan, no, "-bianyuan.income 第八条第二款")
	flagged.caveat = string(national.DibaoPensionCentral)
	numbered(t, "L13", s,
		c("a the allowance", "2025-11-10", national.Dibao, no, "-dibao.income 第九条"),
		c("a on the margin", "2025-11-10", national.Bianyuan, yes, "+bianyuan.income 第八条第二款"),
		flagged,
		c("a the region's own part is out", "2025-11-10", national.Bianyuan, yes, "+bianyuan.income 第八条第二款").of(poorer),
		c("b it counts again", "2026-02-10", national.Bianyuan, no, "-bianyuan.income 第八条第二款").of(poorer),
		c("a destitute", "2025-11-10", national.Tekun, no, "-income 第六条", "+work.60 第五条第（一）项"),
		c("b destitute", "2026-02-10", national.Tekun, no, "-income 第六条", "+work.60 第五条第（一）项"),
	)
}

// L14: a woman of 62 in Fujian, hearing grade one, in a household on the margin.
func TestWomanOnTheMarginInFujian(t *testing.T) {
	const nanjing, day = "350627", "2025-06-10"
	fills := fits(national.DibaoProperty, national.BianyuanProperty, national.SingleProperty, national.ObligorProperty)
	old := eligibility.Criterion{ID: "test.80", ZH: "80周岁以上", EN: "80 or older", Source: invented()}
	fills = append(fills, eligibility.Fill{Clause: national.GaolingScope, Node: eligibility.Age(old, facts.PersonBirth, measure.AtLeast, 80)})
	s := body(t, place("3506", fills, yearly(national.DisposableIncome, 40_000)))
	family := func(more ...trait) *facts.Household { // 1.4 times the standard of 659 a head
		h := home(who("p", "1963-01-01", append(more, disabled(hearing, one), needsCare(12))...),
			who("husband", "1967-01-01", works, inYear(facts.Wages, 22_142)))
		return tie(h, "p", facts.Spouse, "husband")
	}
	c := func(name string, h *facts.Household, p eligibility.ProgrammeID, want eligibility.Result, amount string, why ...string) lawCase {
		k := lawCase{name: name, place: nanjing, on: day, home: h, who: "p", programme: p, want: want, amount: amount, why: why}
		if p == national.Dibao || p == national.Bianyuan {
			k.who = ""
		}
		return k
	}
	numbered(t, "L14", s,
		c("the household", family(), national.Dibao, no, "", "-dibao.income 第九条"),
		c("on the margin", family(), national.Bianyuan, yes, "", "+bianyuan.income 第八条第二款"),
		c("alone", family(), national.DibaoSingle, yes, "659.00", "+single.disabled.grade 第八条第一款第（一）项"),
		c("living subsidy without a fixed income", family(), national.Shenghuo, yes, "121.00", "+fujian.living.old 福建省困难残疾人生活补贴和重度残疾人护理补贴办法"),
		c("living subsidy by two routes, paid once", family(holds(national.DibaoSingle, 659)), national.Shenghuo, yes, "121.00", "+shenghuo.dibao 二（一）",
			"+fujian.living.old 福建省困难残疾人生活补贴和重度残疾人护理补贴办法"),
		c("care subsidy on the allowance", family(holds(national.DibaoSingle, 659)), national.Huli, yes, "145.00", "+huli.grade 二（一）"),
		c("care subsidy of others", family(), national.Huli, yes, "115.00", "+huli.grade 二（一）"),
		c("care subsidy on the allowance, grade two", family(holds(national.DibaoSingle, 659)), national.Huli, yes, "121.00", "+huli.grade 二（一）").graded(two),
		c("destitute", family(), national.Tekun, no, "", "+work.60 第五条第（一）项", "+obligor.spouse 第一千零五十九条", "-obligors 第四条第（三）项"),
		c("old-age allowance", family(), national.Gaoling, no, "", "-test.80 第一条"),
	)
}

// L15: a child whom nobody raises, disabled, in a family on the allowance.
func TestChildBenefitAsADifference(t *testing.T) {
	const nanjing, day = "350627", "2024-09-10"
	s := body(t, place("3506", fits(national.DibaoProperty, national.BianyuanProperty)))
	family := func(more ...trait) *facts.Household {
		h := home(who("father", "1985-01-01", disabled(mental, four)), who("mother", "1988-01-01", dead),
			who("child", "2015-05-01", append(more, minor, disabled(limb, two), needsCare(12), studies(facts.CompulsorySchool))...))
		tie(tie(h, "father", facts.Child, "child"), "father", facts.Spouse, "mother")
		return tie(h, "child", facts.Parent, "mother")
	}
	full := func(p *facts.Person) {
		p.Child.BenefitInFull = doc(true)
		holds(national.Shishi, 1792)(p)
	}
	c := func(name string, h *facts.Household, p eligibility.ProgrammeID, want eligibility.Result, amount string, why ...string) lawCase {
		k := lawCase{name: name, place: nanjing, on: day, home: h, who: "child", programme: p, want: want, amount: amount, why: why}
		if p == national.Dibao {
			k.who = ""
		}
		return k
	}
	share, living := holds(national.Dibao, 450), holds(national.Shenghuo, 114)
	numbered(t, "L15", s,
		c("as a difference", family(share, living), national.Shishi, yes, "1228.00", "+parent_unable.disabled 一", "+shishi.every 一"),
		c("the care subsidy stays", family(share, living), national.Huli, yes, "114.00", "+huli.grade 二（一）"),
		c("the living subsidy too", family(share, living), national.Shenghuo, yes, "114.00", "+shenghuo.dibao 二（一）"),
		c("in full without the allowance", family(), national.Shishi, yes, "1792.00", "+parent_unable.disabled 一"),
		c("in full, no living subsidy", family(full, share), national.Shenghuo, no, "", "-shenghuo.unsupported 三（一）"),
		c("in full, the care subsidy stays", family(full), national.Huli, yes, "85.00", "+huli.grade 二（一）"),
		c("the benefit is no income for the allowance", family(full, has(facts.ChildBenefit, 1792)), national.Dibao, yes, "1318.00", "+dibao.income 第九条"),
		c("and is then counted anew", family(full, holds(national.Dibao, 659)), national.Shishi, yes, "1133.00", "+shishi.every 一"),
	)
}

// L16: a disabled veteran with a pension that is no income, and his wife.
func TestVeteran(t *testing.T) {
	const linkou = "231025"
	s := body(t, place("2310", allFit(), standard(632), yearly(national.DisposableIncome, 40_000)))
	family := func() *facts.Household {
		hurt := func(p *facts.Person) { p.Disability.Disabled = doc(true) }
		return tie(home(who("p", "1968-01-01", hurt, has(facts.Preferential, 2600)), who("wife", "1970-01-01")), "p", facts.Spouse, "wife")
	}
	c := func(name, on string, who facts.Ref, p eligibility.ProgrammeID, want eligibility.Result, amount string, why ...string) lawCase {
		return lawCase{name: name, place: linkou, on: on, home: family(), who: who, programme: p, want: want, amount: amount, why: why}
	}
	numbered(t, "L16", s,
		c("the allowance", "2026-09-10", "", national.Dibao, yes, "1264.00", "+dibao.income 第十八条第一款"),
		c("the allowance before the regulation of 2024", "2024-09-10", "", national.Dibao, yes, "1264.00", "+dibao.income 第九条"),
		// He has no certificate, which would be asked for; his wife, able and 56, decides before it is.
		c("destitute", "2026-09-10", "p", national.Tekun, no, "", "-work.60 第五条第（一）项", "?work.disabled 第五条第（三）项", "-obligors 第四条第（三）项"),
	)
}

// L17: a worker from elsewhere loses his room to a fire.
func TestFireOfAWorkerFromElsewhere(t *testing.T) {
	s := body(t, place("3506", nil, standard(800))) // 东山县, since a standard of 南靖 is recorded
	far := func(p *facts.Person) { p.Residence.Hukou = doc(division.MustParse("520221")) }
	fire := func(yuan int64) *facts.Household {
		h := home(who("p", "1990-01-01", far))
		h.Relief = facts.Relief{Event: doc(facts.Fire), Place: doc(division.MustParse("350626101")), Amount: doc(money.Fen(yuan * 100))}
		return found(found(h, facts.ReliefHardship, "", true), facts.ReliefUrgent, "", true)
	}
	c := func(name, on string, yuan int64, p, next eligibility.ProgrammeID, want eligibility.Result, why ...string) lawCase {
		return lawCase{name: name, place: "350626", on: on, home: fire(yuan), programme: p, next: next, want: want, why: why}
	}
	numbered(t, "L17", s,
		c("2019 not here", "2019-05-10", 700, national.Jinan, national.Jiuzhuzhan, no, "-jinan.here 三（一）"),
		c("2019 the rescue station", "2019-05-10", 700, national.Jiuzhuzhan, "", yes, "+jiuzhuzhan.elsewhere 三（一）"),
		c("2022 the township of the place", "2022-11-10", 700, national.Jinan, "", yes, "+jinan.here 三（四）"),
		c("February 2026, 700", "2026-02-10", 700, national.Kuaijiu, "", yes, "+kuaijiu.small （一）"),
		c("February 2026, 2,000", "2026-02-10", 2000, national.Kuaijiu, national.Jinan, no, "-kuaijiu.small （一）"),
		c("February 2026, 2,000 as urgent relief", "2026-02-10", 2000, national.Jinan, "", yes, "+jinan.here 三（四）"),
		c("July 2026, 700 shall come first", "2026-07-05", 700, national.Kuaijiu, "", yes, "+kuaijiu 第五十条", "+kuaijiu.small （一）"),
	)
	numbered(t, "K9", s,
		c("one month's standard", "2026-02-10", 800, national.Kuaijiu, "", yes, "+kuaijiu.small （一）"),
		c("a yuan more", "2026-02-10", 801, national.Kuaijiu, national.Jinan, no, "-kuaijiu.small （一）"),
	)
}

// L19: the family of 老陈 with a grandchild whose father is dead, able, gone or unknown.
func TestGrandchild(t *testing.T) {
	const nanjing, day = "350627", "2022-01-10"
	s := body(t, place("3506", fits(national.ObligorProperty, national.DibaoProperty, national.BianyuanProperty), yearly(national.DisposableIncome, 30_000),
		monthly(national.TekunBasic, 857), monthly(national.TekunCareAble, 170), monthly(national.TekunCarePartial, 430),
		monthly(national.TekunCareFull, 690), monthly(national.ChildHome, 1200)))
	family := func(on eligibility.ProgrammeID, father ...trait) *facts.Household {
		h := home(who("grandfather", "1958-02-01", holds(on, -1)),
			who("daughter", "1988-07-15", holds(on, -1), lostWork, dependent, disabled(limb, one), fails(3)),
			who("child", "2016-08-01", infant, lodges, orphaned, holds(national.Dibao, 400), studies(facts.Preschool)))
		tie(tie(h, "grandfather", facts.Child, "daughter"), "grandfather", facts.Grandchild, "child")
		tie(h, "child", facts.Parent, "daughter")
		if father != nil {
			h.People = append(h.People, who("father", "1986-01-01", father...))
			tie(h, "child", facts.Parent, "father")
		}
		return h
	}
	able := []trait{works, has(facts.Wages, 5000)}
	married := tie(tie(family(national.Dibao, able...), "daughter", facts.Spouse, "father"), "grandfather", facts.InLaw, "father")
	gone := family(national.Dibao, able...)
	last := &gone.Ties[len(gone.Ties)-1]
	last.LostContact, last.LostContactSince = doc(true), doc(cal.MustParse("2020-12-10"))
	unsaid := family(national.Dibao)
	unsaid.People[2].KinComplete = facts.Attested[bool]{}
	c := func(name string, h *facts.Household, who facts.Ref, p eligibility.ProgrammeID, want eligibility.Result, amount string, why ...string) lawCase {
		return lawCase{name: name, place: nanjing, on: day, home: h, who: who, programme: p, want: want, amount: amount, why: why}
	}
	d := c("d", unsaid, "child", national.Shishi, unknown, "", "?shishi.known 一")
	d.lacks = string(eligibility.KinComplete)
	numbered(t, "L19", s,
		c("a", family(national.Dibao, dead), "child", national.Shishi, yes, "800.00", "+parent_unable.disabled 一", "+shishi.one 一"),
		c("a the grandfather is unable", found(family(national.Dibao, dead), facts.PersonCanBear, "grandfather", true), "child", national.Tekun, yes, "",
			"+obligor.grandparent 第一千零七十四条第一款", "+unable.dibao 第八条第（二）项", "+unable.disabled 第八条第（四）项"),
		c("b", family(national.Dibao, able...), "child", national.Shishi, no, "", "-shishi.every 一"),
		c("b married: the daughter", married, "daughter", national.Tekun, no, "", "+obligor.spouse 第一千零五十九条", "-obligors 第四条第（三）项"),
		c("b not married: the daughter", family(national.Dibao, able...), "daughter", national.Tekun, yes, "1287.00", "+unable.dibao 第八条第（二）项"),
		c("c", gone, "child", national.Shishi, yes, "800.00", "+parent_unable.lost_contact 一"), d,
		c("the daughter", family(national.Dibao, dead), "daughter", national.Tekun, yes, "1287.00", "+work.disabled 第五条第（三）项", "+unable.dibao 第八条第（二）项"),
		c("the grandfather", family(national.Dibao, dead), "grandfather", national.Tekun, yes, "1027.00", "+work.60 第五条第（一）项", "+unable.disabled 第八条第（四）项"),
		c("the allowance of the child alone, once both are destitute", family(national.Tekun, dead), "", national.Dibao, yes, "659.00", "+dibao.income 第九条"),
	)
}

// L20: the sums of 哈尔滨 in 2022, in a county and in its town, at home and in an institution.
func TestDestituteOfHarbin(t *testing.T) {
	const county, day = "230123", "2022-10-10"
	s := body(t, place("2301", fits(national.TekunProperty)))
	man := func(area eligibility.Area, n int, more ...trait) *facts.Household {
		h := home(who("p", "1954-01-01", append(more, fails(n), func(p *facts.Person) { p.Income.Items = nil })...))
		h.Area = doc(area)
		return h
	}
	inside := func(p *facts.Person) { p.Care.Form = doc(facts.InInstitution) }
	c := func(name string, h *facts.Household, amount string) lawCase {
		return lawCase{name: name, place: county, on: day, home: h, who: "p", programme: national.Tekun, want: yes, amount: amount,
			why: []string{"+work.60 第五条第（一）项", "+obligors 第四条第（三）项"}}
	}
	rural, urban := eligibility.Rural, eligibility.Urban
	numbered(t, "L20", s, c("rural, two fail", man(rural, 2), "1014.00"), c("in town, two fail", man(urban, 2), "1736.00"),
		c("in an institution", man(rural, 2, inside), "1014.00"), c("three fail", man(rural, 3), "1014.00"), c("four fail", man(rural, 4), "1064.00"),
		c("in town, four fail", man(urban, 4), "1786.00"), c("none fails", man(rural, 0), "964.00"))
	t.Run("L20 paid from the month after", func(t *testing.T) {
		if got := due(t, deadline(t, lawOf(t, s, county, day), "tekun.start"), "2022-10-10"); got != "2022-11-01" {
			t.Errorf("paid from %s", got)
		}
	})
}

// of is the same case of another household.
func (c lawCase) of(h *facts.Household) lawCase { c.home = h; return c }

// graded is the same case with another grade of the applicant's certificate.
func (c lawCase) graded(g identity.DisabilityGrade) lawCase {
	c.home.People[0].Disability.Certificates[0].Grade = g
	return c
}
