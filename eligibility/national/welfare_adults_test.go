package national_test

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// alone is a household of one, born on a day.
func alone(born string, more ...func(*facts.Person)) *facts.Household {
	return &facts.Household{Area: doc(eligibility.Rural), PeopleComplete: doc(true), People: []facts.Person{somebody("p", born, append(more, as(facts.Applicant))...)}}
}

// earns is an income of so many yuan a month in the twelve months before a day.
func earns(on string, yuan int64) func(*facts.Person) {
	first := cal.MustParse(on).StartOfMonth()
	p, err := cal.Between(first.AddMonths(-12), first)
	if err != nil {
		panic(err)
	}
	return func(who *facts.Person) {
		who.Income.Items = append(who.Income.Items, facts.Earning{Kind: facts.Wages, Period: p, Amount: doc(money.Fen(yuan * 1200))})
	}
}

const subsidyDay = "2025-06-15"

func livingCases() []welfareCase {
	limb, two := identity.Limb, identity.GradeTwo
	pays := map[eligibility.Result]string{yes: "114.00"}
	c := func(name string, h *facts.Household, want eligibility.Result) welfareCase {
		return welfareCase{name: name, on: subsidyDay, h: h, who: "p", p: national.Shenghuo, want: want, amount: pays[want]}
	}
	lower := func(c welfareCase) welfareCase { c.amount = "90.00"; return c }
	p := func(more ...func(*facts.Person)) *facts.Household { return alone("1980-01-01", more...) }
	rich := earns(subsidyDay, 9000)
	old := func(more ...func(*facts.Person)) *facts.Household {
		return alone("1950-01-01", append(more, func(p *facts.Person) { p.Work.FixedIncome = doc(false) })...)
	}
	expired := func(p *facts.Person) { p.Disability.Certificates[0].State = doc(facts.CertificateExpired) }
	apart := p(disabled(limb, identity.GradeThree)) // a relative who is no member of the poor household
	apart.People[0].Family.Relation = doc(facts.ApplicantOther)
	apart.People = append(apart.People, somebody("q", "1990-01-01", as(facts.Applicant)))
	married := p(disabled(limb, two))
	married.People = append(married.People, somebody("wife", "1982-01-01", rich, as(facts.ApplicantSpouse)))
	married.Ties = []facts.Tie{{Of: "p", Kin: "wife", Relation: doc(facts.Spouse)}}
	cases := []welfareCase{
		c("on subsistence allowance", p(disabled(limb, two), holding(national.Dibao, 500)), yes),
		lower(c("on subsistence allowance alone", p(disabled(limb, two), rich, holding(national.DibaoSingle, 500)), yes)),
		lower(c("found to fit the allowance", p(disabled(limb, two)), yes)),
		lower(c("found to fit the allowance alone", married, yes)),
		c("no member of the household that fits", apart, no),
		c("neither poor nor found so", p(disabled(limb, two), rich), no),
		c("not disabled", p(holding(national.Dibao, 500)), no),
		lower(c("62 without a fixed income, taken in by the place", old(rich, disabled(limb, two)), yes)),
		c("T31 and destitute", old(rich, disabled(limb, two), holding(national.Tekun, 1000)), no),
		c("care pay of work-injury insurance", p(disabled(limb, two), holding(national.Dibao, 500), holding(national.GongshangHuli, 900)), no),
		c("a supported orphan", p(disabled(limb, two), holding(national.Dibao, 500), holding(national.Guer, 1792)), no),
		{name: "trap-25 several disabilities without components", on: subsidyDay, h: p(disabled(identity.Multiple, two), holding(national.Dibao, 500)), who: "p",
			p: national.Shenghuo, want: unknown, lacks: facts.PersonDisability},
		{name: "trap-26 certificate expired", on: subsidyDay, h: p(disabled(limb, two), expired, holding(national.Dibao, 500)), who: "p", p: national.Shenghuo, want: unknown,
			lacks: facts.PersonDisability},
		{name: "2018 on the allowance", on: "2018-06-01", h: p(disabled(limb, two), holding(national.Dibao, 500)), who: "p", p: national.Shenghuo, want: yes, amount: "114.00"},
		{name: "2018 on the allowance alone", on: "2018-06-01", h: p(disabled(limb, two), holding(national.DibaoSingle, 500)), who: "p", p: national.Shenghuo, want: yes},
		{name: "2018 poor, but not on it", on: "2018-06-01", h: p(disabled(limb, two)), who: "p", p: national.Shenghuo, want: no},
		{name: "2018 not disabled", on: "2018-06-01", h: p(holding(national.Dibao, 500)), who: "p", p: national.Shenghuo, want: no},
		{name: "2018 62 without a fixed income, taken in by the place", on: "2018-06-01", h: old(earns("2018-06-01", 9000), disabled(limb, two)), who: "p", p: national.Shenghuo, want: yes, amount: "90.00"},
		{name: "2018 and destitute", on: "2018-06-01", h: old(earns("2018-06-01", 9000), disabled(limb, two), holding(national.Tekun, 1000)), who: "p", p: national.Shenghuo, want: no},
		{name: "2018 work injury", on: "2018-06-01", h: p(disabled(limb, two), holding(national.Dibao, 500), holding(national.GongshangHuli, 900)), who: "p", p: national.Shenghuo, want: no},
		{name: "2018 orphan", on: "2018-06-01", h: p(disabled(limb, two), holding(national.Dibao, 500), holding(national.Guer, 1792)), who: "p", p: national.Shenghuo, want: no},
	}
	for _, k := range []identity.DisabilityKind{identity.Visual, identity.Hearing, identity.Speech, identity.Limb, identity.Intellectual, identity.Mental} {
		for _, g := range grades() {
			cases = append(cases, c(string(k)+" "+string(g), p(disabled(k, g), holding(national.Dibao, 500)), yes))
			old := c("2018 "+string(k)+" "+string(g), p(disabled(k, g), holding(national.Dibao, 500)), yes)
			old.on = "2018-06-01"
			cases = append(cases, old)
		}
	}
	return cases
}

func careCases() []welfareCase {
	limb, mental, one, two, three := identity.Limb, identity.Mental, identity.GradeOne, identity.GradeTwo, identity.GradeThree
	p := func(more ...func(*facts.Person)) *facts.Household { return alone("1980-01-01", more...) }
	poor := holding(national.Dibao, 500)
	c := func(name string, h *facts.Household, want eligibility.Result, amount string) welfareCase {
		return welfareCase{name: name, on: subsidyDay, h: h, who: "p", p: national.Huli, want: want, amount: amount}
	}
	cases := []welfareCase{
		c("grade one, poor", p(disabled(limb, one), needsCare(6), poor), yes, "145.00"),
		c("grade two, poor", p(disabled(limb, two), needsCare(6), poor), yes, "121.00"),
		c("grade one, others", p(disabled(limb, one), needsCare(6)), yes, "115.00"),
		c("grade two, others", p(disabled(limb, two), needsCare(6)), yes, "85.00"),
		c("trap-04 five months of care", p(disabled(limb, one), needsCare(5), poor), no, ""),
		c("K15 grade three of the mind, extended by the place", p(disabled(mental, three), needsCare(12), poor), yes, "61.00"),
		c("K15 grade three of the mind, others", p(disabled(mental, three), needsCare(12)), yes, "61.00"),
		c("grade three of a limb", p(disabled(limb, three), needsCare(12), poor), no, ""),
		c("not disabled", p(needsCare(12), poor), no, ""),
		c("T31 destitute", p(disabled(limb, one), needsCare(12), holding(national.Tekun, 1000)), no, ""),
		c("care pay of work-injury insurance", p(disabled(limb, two), needsCare(12), holding(national.GongshangHuli, 900)), no, ""),
		c("a supported orphan", p(disabled(limb, two), needsCare(12), poor, holding(national.Guer, 1792)), yes, "121.00"),
		{name: "trap-25 several disabilities without components", on: subsidyDay, h: p(disabled(identity.Multiple, one), needsCare(12)), who: "p", p: national.Huli,
			want: unknown, lacks: facts.PersonDisability},
		{name: "care pay", on: subsidyDay, h: p(holding(national.GongshangHuli, 900)), who: "p", p: national.GongshangHuli, want: yes},
		{name: "no care pay", on: subsidyDay, h: p(), who: "p", p: national.GongshangHuli, want: no},
		{name: "no other living allowance", on: subsidyDay, h: p(), who: "p", p: national.TongleiShenghuo, want: no},
		{name: "no other care allowance", on: subsidyDay, h: p(), who: "p", p: national.TongleiHuli, want: no},
		{name: "another living allowance", on: subsidyDay, h: p(holding(national.TongleiShenghuo, 90)), who: "p", p: national.TongleiShenghuo, want: yes},
		{name: "another care allowance", on: subsidyDay, h: p(holding(national.TongleiHuli, 90)), who: "p", p: national.TongleiHuli, want: yes},
	}
	for _, k := range []identity.DisabilityKind{identity.Visual, identity.Hearing, identity.Speech, identity.Limb, identity.Intellectual, identity.Mental} {
		other := identity.Limb
		if k == other {
			other = identity.Visual
		}
		both := func(p *facts.Person) {
			disabled(identity.Multiple, one)(p)
			p.Disability.Certificates[0].Components = []eligibility.Pair{{Kind: k, Grade: one}, {Kind: other, Grade: two}}
		}
		cases = append(cases, c(string(k)+" grade one", p(disabled(k, one), needsCare(6), poor), yes, "145.00"),
			c(string(k)+" grade two", p(disabled(k, two), needsCare(6), poor), yes, "121.00"),
			c(string(k)+" grade one, others", p(disabled(k, one), needsCare(6)), yes, "115.00"),
			c(string(k)+" grade two, others", p(disabled(k, two), needsCare(6)), yes, "85.00"),
			c(string(k)+" grade one beside another of grade two", p(both, needsCare(6), poor), yes, "145.00"),
			c(string(k)+" grade one beside another of grade two, others", p(both, needsCare(6)), yes, "115.00"))
	}
	return cases
}

func oldCases() []welfareCase {
	on := "2026-05-10"
	ability := func(a facts.Ability) func(*facts.Person) {
		return func(p *facts.Person) { p.Care.Ability, p.Care.LongDependent = doc(a), doc(a != facts.Able) }
	}
	far := func(p *facts.Person) { p.Residence.Hukou = doc(elsewhere) }
	poor := holding(national.Dibao, 500)
	c := func(name string, p eligibility.ProgrammeID, h *facts.Household, want eligibility.Result, amount string) welfareCase {
		return welfareCase{name: name, on: on, h: h, who: "p", p: p, want: want, amount: amount}
	}
	g, h, v := national.Gaoling, national.LaonianHuli, national.XiaofeiButie
	severe := ability(facts.SeverelyDependent)
	return []welfareCase{
		c("T31 a destitute man of 82", g, alone("1944-05-10", disabled(identity.Limb, identity.GradeOne), holding(national.Tekun, 1000)), yes, "50.00"),
		c("80 that day", g, alone("1946-05-10"), yes, "50.00"), c("80 the next day", g, alone("1946-05-11"), no, ""),
		c("90", g, alone("1936-05-10"), yes, "100.00"), c("99", g, alone("1926-05-11"), yes, "100.00"), c("100", g, alone("1926-05-10"), yes, "300.00"),
		c("disabled and 60 that day", g, alone("1966-05-10", disabled(identity.Limb, identity.GradeFour)), yes, "20.00"),
		c("disabled and 60 the next day", g, alone("1966-05-11", disabled(identity.Limb, identity.GradeFour)), no, ""),
		c("disabled and 61", g, alone("1965-05-10", disabled(identity.Limb, identity.GradeFour)), yes, "20.00"),
		c("79", g, alone("1947-01-01"), no, ""), c("registered elsewhere", g, alone("1940-01-01", far), no, ""),
		c("poor and long dependent", h, alone("1950-01-01", severe, poor), yes, "150.00"),
		c("mildly", h, alone("1950-01-01", ability(facts.MildlyDependent), poor), yes, "60.00"),
		c("moderately", h, alone("1950-01-01", ability(facts.ModeratelyDependent), poor), yes, "100.00"),
		c("completely", h, alone("1950-01-01", ability(facts.CompletelyDependent), poor), yes, "200.00"),
		c("60 that day", h, alone("1966-05-10", severe, poor), yes, "150.00"), c("60 the next day", h, alone("1966-05-11", severe, poor), no, ""),
		c("not poor", h, alone("1950-01-01", severe), no, ""), c("able", h, alone("1950-01-01", ability(facts.Able), poor), no, ""),
		c("able", v, alone("1966-05-10", ability(facts.Able)), no, ""), c("mildly dependent", v, alone("1966-05-10", ability(facts.MildlyDependent)), no, ""),
		c("moderately dependent", v, alone("1966-05-10", ability(facts.ModeratelyDependent)), yes, ""), c("severely dependent", v, alone("1966-05-10", severe), yes, ""),
		c("completely dependent", v, alone("1966-05-10", ability(facts.CompletelyDependent)), yes, ""), c("60 the next day", v, alone("1966-05-11", severe), no, ""),
	}
}

// reliefCases are T33 and L17: the same fire under the layers of temporary relief.
func reliefCases() []welfareCase {
	change := func(h *facts.Household, f func(*facts.Household)) *facts.Household { f(h); return h }
	stranger := func(yuan int64, more ...func(*facts.Person)) *facts.Household {
		h := alone("1990-01-01", append([]func(*facts.Person){func(p *facts.Person) { p.Residence.Hukou = doc(elsewhere) }}, more...)...)
		h.Area = doc(eligibility.Urban)
		h.Relief = facts.Relief{Event: doc(facts.Fire), Place: doc(division.MustParse("350627109")), Amount: doc(money.Fen(yuan * 100))}
		h.Judgements = found(facts.ReliefHardship, facts.ReliefUrgent)
		return h
	}
	local := func(p *facts.Person) { p.Residence.Hukou = doc(testCounty) }
	permit := func(p *facts.Person) {
		p.Residence.NoPermit = facts.Attested[bool]{}
		p.Residence.Permit, p.Residence.PermitUntil = doc(testCounty), doc(cal.MustParse("2015-06-02"))
	}
	event := func(e facts.Emergency) func(*facts.Household) {
		return func(h *facts.Household) { h.Relief.Event = doc(e) }
	}
	not := func(i int) func(*facts.Household) {
		return func(h *facts.Household) { h.Judgements[i].Finding = doc(false) }
	}
	elsewhereNow := func(h *facts.Household) { h.Relief.Place = doc(elsewhere) }
	one := func(h *facts.Household) { h.Judgements = h.Judgements[:1] }
	j, k, s := national.Jinan, national.Kuaijiu, national.Jiuzhuzhan
	c := func(name, on string, p eligibility.ProgrammeID, h *facts.Household, want eligibility.Result, next eligibility.ProgrammeID) welfareCase {
		return welfareCase{name: name, on: on, h: h, p: p, want: want, next: next}
	}
	couple := func() *facts.Household { // one of them from here
		h := stranger(700, local)
		h.People = append(h.People, somebody("wife", "1990-01-01", as(facts.ApplicantSpouse), func(p *facts.Person) { p.Residence.Hukou = doc(elsewhere) }))
		h.Ties = []facts.Tie{{Of: "p", Kin: "wife", Relation: doc(facts.Spouse)}}
		return h
	}
	cases := []welfareCase{
		c("in 2015 one of a couple from here", "2015-06-01", j, couple(), yes, ""),
		c("in 2015 one of a couple from here, the rescue station", "2015-06-01", s, couple(), no, ""),
		c("in 2015 with a permit, the rescue station", "2015-06-01", s, stranger(700, permit), no, ""),
		c("in 2019 one of a couple from here", "2019-05-01", j, couple(), yes, ""),
		c("in 2021 one of a couple from here", "2021-08-01", j, couple(), yes, ""),
		c("in 2021 the place has begun to help wherever it happened", "2021-12-01", j, stranger(700), yes, ""),
		c("T33 in 2015 to the rescue station", "2015-06-01", j, stranger(700), no, s),
		c("T33 in 2015 the rescue station helps", "2015-06-01", s, stranger(700), yes, ""),
		c("in 2015 somebody from here", "2015-06-01", s, stranger(700, local), no, j),
		c("in 2015 not in need", "2015-06-01", s, change(stranger(700), not(0)), no, ""),
		c("trap-29 in 2015 with a permit", "2015-06-01", j, stranger(700, permit), yes, ""),
		c("trap-29 in 2015 with a permit not endorsed", "2015-06-02", j, stranger(700, permit), no, s),
		c("in 2015 from here, not in need", "2015-06-01", j, change(stranger(700, local), not(0)), no, ""),
		c("L17 in 2019 to the rescue station", "2019-05-01", j, stranger(700), no, s),
		c("in 2019 not urgent", "2019-05-01", j, change(stranger(700, local), not(1)), no, ""),
		c("in 2019 not in need", "2019-05-01", j, change(stranger(700, local), not(0)), no, ""),
		c("in 2019 with a permit", "2019-05-01", j, stranger(700, func(p *facts.Person) {
			p.Residence.NoPermit, p.Residence.Permit, p.Residence.PermitUntil = facts.Attested[bool]{}, doc(testCounty), doc(cal.MustParse("2020-01-01"))
		}), yes, ""),
		c("in 2021 without any local trial recorded", "2021-08-01", j, stranger(700), no, s),
		c("in 2021 with a permit", "2021-08-01", j, stranger(700, func(p *facts.Person) {
			p.Residence.NoPermit, p.Residence.Permit, p.Residence.PermitUntil = facts.Attested[bool]{}, doc(testCounty), doc(cal.MustParse("2022-01-01"))
		}), yes, ""),
		c("in 2021 not urgent", "2021-08-01", j, change(stranger(700, local), not(1)), no, ""),
		c("in 2021 not in need", "2021-08-01", j, change(stranger(700, local), not(0)), no, ""),
		c("trap-29 in 2022 the township of the place", "2022-11-01", j, stranger(700), yes, ""),
		c("in 2022 a fire in another county", "2022-11-01", j, change(stranger(700, local), elsewhereNow), no, ""),
		c("in 2022 not urgent", "2022-11-01", j, change(stranger(700), not(1)), no, ""),
		c("in 2022 not in need", "2022-11-01", j, change(stranger(700), not(0)), no, ""),
		c("L17 in February 2026 fast relief", "2026-02-10", k, stranger(700), yes, ""),
		c("L17 in February 2026 too much for it", "2026-02-10", k, stranger(2000), no, j),
		c("just the month's standard", "2026-02-10", k, stranger(800), yes, ""),
		c("in February 2026 not urgent is fast as well", "2026-02-10", k, change(stranger(700), not(1)), yes, ""),
		c("in February 2026 not in need", "2026-02-10", k, change(stranger(700), not(0)), no, ""),
		c("in February 2026 a fire in another county", "2026-02-10", k, change(stranger(700), elsewhereNow), no, ""),
		c("L17 in July 2026 help shall come first", "2026-07-05", k, stranger(700), yes, ""),
		c("in July 2026 just the standard", "2026-07-05", k, stranger(800), yes, ""),
		c("in July 2026 too much to be small", "2026-07-05", k, stranger(801), no, j),
		c("in August 2026 small by local rule", "2026-08-01", k, stranger(1000), yes, ""),
		c("in August 2026 too much by local rule", "2026-08-01", k, stranger(1001), no, j),
		c("in July 2026 not urgent: no duty", "2026-07-05", k, change(stranger(700), not(1)), no, ""),
		c("in July 2026 not in need", "2026-07-05", k, change(stranger(700), not(0)), no, ""),
		c("in July 2026 a fire in another county", "2026-07-05", k, change(stranger(700), elsewhereNow), no, ""),
		c("in July 2026 urgency is for an official to say", "2026-07-05", k, change(stranger(700), one), finding, ""),
		c("T33 in August 2026 urgent relief as well", "2026-08-01", j, stranger(2000), yes, ""),
		c("in August 2026 a fire in another county", "2026-08-01", j, change(stranger(700, local), elsewhereNow), no, ""),
		c("in August 2026 not urgent", "2026-08-01", j, change(stranger(700), not(1)), no, ""),
		c("in August 2026 not in need", "2026-08-01", j, change(stranger(700), not(0)), no, ""),
		c("a destitute wanderer", "2026-08-01", s, change(stranger(700), func(h *facts.Household) { h.Judgements = found(facts.ReliefWanderer) }), yes, ""),
		c("no wanderer", "2026-08-01", s, change(stranger(700), func(h *facts.Household) {
			h.Judgements = found(facts.ReliefWanderer)
			h.Judgements[0].Finding = doc(false)
		}), no, k),
	}
	for e, want := range map[facts.Emergency]eligibility.Result{facts.Fire: yes, facts.TrafficAccident: yes, facts.OtherAccident: yes, facts.SuddenIllness: yes,
		facts.OtherHardship: yes, facts.NoEmergency: no} {
		for on, p := range map[string]eligibility.ProgrammeID{"2015-06-01": j, "2019-05-01": j, "2021-08-01": j, "2022-11-01": j, "2026-08-01": j, "2026-02-10": k, "2026-07-05": k} {
			cases = append(cases, c(on+" "+string(e), on, p, change(stranger(700, local), event(e)), want, ""))
		}
	}
	return cases
}

func found(keys ...eligibility.FactKey) []facts.Judgement {
	var js []facts.Judgement
	for _, f := range keys {
		js = append(js, facts.Judgement{Fact: f, Finding: doc(true), On: cal.MustParse("2014-06-01")})
	}
	return js
}

func spendingCases() []welfareCase {
	c := func(name, on string, yuan int64, surge bool, want eligibility.Result, more ...func(*facts.Person)) welfareCase {
		h := alone("1980-01-01", append(more, earns(on, yuan))...)
		h.Area = doc(eligibility.Urban)
		h.IncomeOfYear = doc(money.Fen(yuan * 1200))
		h.Judgements = append(found(facts.ReliefSurge, facts.HouseholdFitsGangxingProperty), facts.Judgement{Fact: facts.ReliefStillHard, Finding: doc(false), On: cal.MustParse("2014-06-01")})
		h.Judgements[0].Finding = doc(surge)
		return welfareCase{name: name, on: on, h: h, p: national.Zhichu, want: want}
	}
	still := c("2026 still in hardship after everything else", "2026-03-01", 9000, false, yes)
	still.h.Judgements = found(facts.ReliefStillHard)
	pair := func(name, on string, want eligibility.Result, other ...func(*facts.Person)) welfareCase {
		k := c(name, on, 9000, true, want, holding(national.Dibao, 500))
		k.h.People = append(k.h.People, somebody("wife", "1982-01-01", append(other, as(facts.ApplicantSpouse))...))
		k.h.Ties = []facts.Tie{{Of: "p", Kin: "wife", Relation: doc(facts.Spouse)}}
		return k
	}
	owns := func(k welfareCase) welfareCase { k.h.Judgements[1].Finding = doc(false); return k } // property beyond the rule for relief
	spent := func(k welfareCase) welfareCase {
		first := cal.MustParse(k.on).StartOfMonth()
		year, err := cal.Between(first.AddMonths(-12), first)
		if err != nil {
			panic(err)
		}
		k.h.Spending = []facts.Spending{{Kind: facts.MedicalCosts, Period: year, Amount: doc(money.Fen(1900000))}}
		k.h.SpendingComplete = doc(cal.Since(cal.MustParse("2014-01-01")))
		return k
	}
	none := func(k welfareCase) welfareCase {
		k.h.SpendingComplete = doc(cal.Since(cal.MustParse("2014-01-01")))
		return k
	}
	dibao, tekun, single := holding(national.Dibao, 500), holding(national.Tekun, 500), holding(national.DibaoSingle, 500)
	cases := []welfareCase{
		c("2015 on subsistence allowance", "2015-06-01", 100, true, yes, dibao),
		c("2015 on subsistence allowance, nothing jumped", "2015-06-01", 100, false, no, dibao),
		c("2015 others", "2015-06-01", 100, true, no),
		c("2026 marginal, confirmed", "2026-03-01", 9000, true, yes, holding(national.Bianyuan, 0)),
		c("2026 marginal, nothing jumped", "2026-03-01", 9000, false, no, holding(national.Bianyuan, 0)),
		c("2026 rigid spending, confirmed", "2026-03-01", 9000, true, yes, holding(national.Gangxing, 0)),
		c("2026 nothing of it", "2026-03-01", 9000, true, no),
		still,
		owns(none(c("2026 found to be marginal", "2026-03-01", 1000, true, yes))),
		owns(spent(c("2026 found to have rigid spending", "2026-03-01", 2000, true, yes))),
		pair("2019 the wife is not on assistance", "2019-06-01", no),
		pair("2019 the wife is destitute", "2019-06-01", yes, tekun),
	}
	for _, on := range []string{"2019-06-01", "2022-06-01", "2026-03-01"} {
		cases = append(cases,
			c(on+" below disposable income", on, 2999, true, yes), c(on+" at disposable income", on, 3000, true, no),
			c(on+" below, nothing jumped", on, 2999, false, no),
			owns(none(c(on+" property beyond the rule", on, 2900, true, no))),
			c(on+" on assistance: only the spending is checked", on, 9000, true, yes, dibao),
			c(on+" on assistance, nothing jumped", on, 9000, false, no, dibao),
			c(on+" on assistance alone", on, 9000, true, yes, single))
	}
	return append(cases, c("2019-06-01 destitute: only the spending is checked", "2019-06-01", 9000, true, yes, tekun),
		c("2026-03-01 destitute: only the spending is checked", "2026-03-01", 9000, true, yes, tekun),
		pair("2026-03-01 the wife is not on assistance", "2026-03-01", no))
}

func joblessCases() []welfareCase {
	c := func(name, since string, kept bool, want eligibility.Result, more ...func(*facts.Person)) welfareCase {
		h := alone("1990-01-01", append([]func(*facts.Person){func(p *facts.Person) {
			p.Work.NoIncome, p.Work.NoIncomeSince = doc(true), doc(cal.MustParse(since))
		}}, more...)...)
		h.Judgements = []facts.Judgement{{Fact: facts.PersonEpidemicJobless, Person: "p", Finding: doc(kept), On: cal.MustParse("2022-12-01")}}
		return welfareCase{name: name, on: "2022-12-01", h: h, who: "p", p: national.Shiye, want: want}
	}
	return []welfareCase{
		c("three months to the day", "2022-09-01", true, yes),
		c("a day short", "2022-09-02", true, no),
		c("not because of the epidemic", "2022-09-01", false, no),
		c("insured", "2022-09-01", true, no, func(p *facts.Person) { p.Work.Insured = doc(true) }),
		c("has work", "2022-09-01", true, no, func(p *facts.Person) { p.Work.Employed = doc(true) }),
		c("on subsistence allowance", "2022-09-01", true, no, holding(national.Dibao, 500)),
		c("on subsistence allowance alone", "2022-09-01", true, no, holding(national.DibaoSingle, 500)),
		c("has an income again", "2022-09-01", true, no, func(p *facts.Person) {
			p.Work.NoIncome, p.Work.NoIncomeSince = doc(false), facts.Attested[cal.Date]{}
		}),
	}
}

// membersOf2012Cases are 民发〔2012〕220号 第五条, seen through temporary relief: somebody from elsewhere is helped in 2015 if one member of
// his household is registered here. The other person is, and whether he is a member decides.
func membersOf2012Cases() []welfareCase {
	c := func(name string, role facts.Role, kin facts.Kinship, born string, want eligibility.Result, more ...func(*facts.Person)) welfareCase {
		h := alone("1980-01-01", func(p *facts.Person) { p.Residence.Hukou = doc(elsewhere) })
		h.Relief = facts.Relief{Event: doc(facts.Fire)}
		h.Judgements = found(facts.ReliefHardship)
		h.People = append(h.People, somebody("other", born, append(more, as(role))...))
		h.Ties = []facts.Tie{{Of: "p", Kin: "other", Relation: doc(kin), Origin: doc(facts.ByBlood)}}
		if kin == facts.Spouse {
			h.Ties[0].Origin = facts.Attested[facts.Origin]{}
		}
		return welfareCase{name: name, on: "2015-06-01", h: h, p: national.Jinan, want: want}
	}
	child := func(name, born string, want eligibility.Result, more ...func(*facts.Person)) welfareCase {
		return c(name, facts.ApplicantChild, facts.Child, born, want, more...)
	}
	spouse := func(name string, want eligibility.Result, more ...func(*facts.Person)) welfareCase {
		return c(name, facts.ApplicantSpouse, facts.Spouse, "1980-01-01", want, more...)
	}
	sibling := func(name string, want eligibility.Result, bond, together bool) welfareCase {
		return c(name, facts.ApplicantSibling, facts.ElderSibling, "1975-01-01", want, func(p *facts.Person) {
			p.Family.SupportBond, p.Family.Together = doc(bond), doc(together)
		})
	}
	apart := func(clergy bool, since string) func(*facts.Person) {
		return func(p *facts.Person) { p.Family.Clergy, p.Family.ApartSince = doc(clergy), doc(cal.MustParse(since)) }
	}
	cases := []welfareCase{
		spouse("wife", yes), spouse("dead wife", no, dead), spouse("wife in prison", no, held(facts.InPrison, 60)), spouse("wife in detoxification", yes, held(facts.InDetox, 24)),
		spouse("clergy, apart for three years to the day", no, apart(true, "2012-06-01")), spouse("clergy, a day short", yes, apart(true, "2012-06-02")),
		spouse("apart for long, no clergy", yes, apart(false, "2000-06-01")),
		c("father", facts.ApplicantParent, facts.Parent, "1955-01-01", yes), c("father declared missing", facts.ApplicantParent, facts.Parent, "1955-01-01", yes, state(facts.DeclaredMissing)),
		child("child of seventeen", "1997-06-02", yes), child("child of eighteen", "1997-06-01", no),
		child("dependent child of eighteen", "1997-06-01", yes, func(p *facts.Person) { p.Family.Dependent = doc(true) }),
		sibling("brother", no, false, false), sibling("brother who lives with him", no, false, true), sibling("brother who owes support", no, true, false), sibling("brother, both", yes, true, true),
	}
	for s, want := range map[facts.Stage]eligibility.Result{facts.CompulsorySchool: yes, facts.SeniorHigh: yes, facts.Vocational: yes, facts.College: yes, facts.Undergraduate: yes,
		facts.Postgraduate: no} {
		cases = append(cases, child("child at school: "+string(s), "1997-06-01", want, func(p *facts.Person) { p.Study.Stage = doc(s) }))
	}
	return append(cases, c("somebody else at school", facts.ApplicantSibling, facts.YoungerSibling, "1997-06-01", no, func(p *facts.Person) { p.Study.Stage = doc(facts.SeniorHigh) }))
}

// reliefIncomeCases go through every kind of income of a household that is not on assistance (可支配收入).
func reliefIncomeCases() []welfareCase {
	var cases []welfareCase
	for _, on := range []string{"2019-06-01", "2026-03-01"} {
		c := func(name string, want eligibility.Result, more ...func(*facts.Person)) {
			h := tie(home(who("p", "1980-01-01", more...), who("wife", "1982-01-01")), "p", facts.Spouse, "wife")
			h.Judgements = append(found(facts.ReliefSurge, facts.HouseholdFitsGangxingProperty), facts.Judgement{Fact: facts.ReliefStillHard, Finding: doc(false), On: cal.MustParse("2014-06-01")})
			h.IncomeOfYear = doc(yuan("72000"))
			cases = append(cases, welfareCase{name: on + " " + name, on: on, h: at(on, h), p: national.Zhichu, want: want})
		}
		for kind := range facts.IncomeKinds().All() {
			switch kind.Key {
			case facts.WorkCost, facts.PaidTax, facts.PaidSupport:
				c("less "+kind.ZH, yes, has(facts.Wages, "6000"), has(kind.Key, "0.01"))
			case facts.MedicalRefund, facts.Preferential, facts.FamilyPlanning, facts.Scholarship, facts.BraveryAward, facts.Assistance, facts.DisabilityAllowance,
				facts.OldAgeAllowance, facts.ChildBenefit, facts.RigidDeduction:
				c("not counted: "+kind.ZH, yes, has(kind.Key, "6000"))
			default:
				c(kind.ZH, no, has(kind.Key, "6000"))
			}
		}
	}
	return cases
}
