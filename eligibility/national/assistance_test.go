package national_test

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
)

// TestCasesOfLaw is the acceptance table by its own numbers: T of the worked cases, trap of the traps, K of the corrections. Of every
// case the criterion that decides is named, with its article.
func TestCasesOfLaw(t *testing.T) {
	laws := make(map[string]*statutes.Law)
	for _, c := range numberedCases() {
		t.Run(c.name, func(t *testing.T) {
			key := c.in.String() + c.on
			if laws[key] == nil {
				laws[key] = lawIn(t, c.in, c.on)
			}
			a := assessed(t, laws[key], c.h, c.who, c.p)
			if wrong := c.wrong(a); wrong != "" {
				t.Errorf("%s (facts %v, judgements %v, parameters %v)", wrong, a.Facts, a.Judgements, a.Parameters)
			}
			if len(c.why) == 0 {
				t.Error("no criterion is named")
			}
			if missing := decided(t, laws[key], c.h, c.who, c.p, c.why...); missing != "" {
				t.Errorf("does not show %s", missing)
			}
		})
	}
}

// chen is 老陈 and his daughter of T01 on a day: a widower of 64 and a paralysed daughter, both on the allowance, with only each other.
func chen(on string, father, daughter func(*facts.Person)) *facts.Household {
	h := home(who("father", "1958-02-01", holding(national.Dibao, -1), father),
		who("daughter", "1988-07-15", holding(national.Dibao, -1), lostWork, disabled(identity.Limb, identity.GradeOne), daughter))
	h.People[1].Family.Dependent = doc(true)
	return at(on, tie(h, "father", facts.Child, "daughter"))
}

func lostWork(p *facts.Person) { p.Disability.LostWork, p.Work.Able = doc(true), doc(false) }

func nothing(*facts.Person) {}

// both does one thing after another to a person.
func both(f ...func(*facts.Person)) func(*facts.Person) {
	return func(p *facts.Person) {
		for _, g := range f {
			g(p)
		}
	}
}

// onTekun is somebody who moved from the allowance to 特困.
func onTekun(p *facts.Person) {
	p.Holdings = nil
	holding(national.Tekun, -1)(p)
}

func ended(p *facts.Person) { p.Holdings = nil }

func noCertificate(p *facts.Person) { p.Disability.Certificates = nil }

func numberedCases() []welfareCase {
	var all []welfareCase
	c := func(name string, in division.Code, on string, h *facts.Household, ref facts.Ref, p eligibility.ProgrammeID, want eligibility.Result, why ...string) {
		all = append(all, welfareCase{name: name, in: in, on: on, h: at(on, h), who: ref, p: p, want: want, why: why})
	}
	last := func() *welfareCase { return &all[len(all)-1] }
	const d = "2022-03-01"

	// T01-T04: the family of the article.
	c("T01 father", tst, d, chen(d, nothing, nothing), "father", national.Tekun, yes, "+work.60 第五条第（一）项", "+income 第六条",
		"+unable.disabled 第八条第（四）项", "+obligors 第四条第（三）项")
	c("T01 daughter", tst, d, chen(d, nothing, nothing), "daughter", national.Tekun, yes, "+work.disabled 第五条第（三）项", "+income 第六条",
		"+unable.dibao 第八条第（二）项", "+obligors 第四条第（三）项")
	c("T01 the allowance itself is no income", tst, d, chen(d, has(facts.Assistance, "700"), has(facts.Assistance, "700")), "father", national.Tekun, yes, "+income 第六条")
	c("T02 father", tst, d, chen(d, nothing, noCertificate), "father", national.Tekun, unknown, "?unable.disabled 第八条第（四）项", "?obligors 第四条第（三）项")
	last().lacks = facts.PersonDisability
	c("T02 daughter", tst, d, chen(d, nothing, noCertificate), "daughter", national.Tekun, unknown, "?work.disabled 第五条第（三）项", "?work 第五条")
	last().lacks = facts.PersonDisability
	c("T02 meanwhile the allowance goes on", tst, d, chen(d, nothing, noCertificate), "", national.Dibao, yes, "+dibao.income 第九条")
	married := func() *facts.Household {
		h := chen(d, nothing, nothing)
		h.People = append(h.People, who("husband", "1985-01-01", works, has(facts.Wages, "5000")))
		return tie(tie(h, "daughter", facts.Spouse, "husband"), "father", facts.InLaw, "husband")
	}
	c("T03 daughter", tst, d, married(), "daughter", national.Tekun, no, "+obligor.spouse 第一千零五十九条", "-unable 第八条", "-obligors 第四条第（三）项")
	c("T03 father", tst, d, married(), "father", national.Tekun, yes, "-obligor.kin.kind 第一千零六十七条第一款", "+obligors 第四条第（三）项")
	unmarried := chen(d, nothing, nothing)
	unmarried.People[1].KinComplete = facts.Attested[bool]{}
	c("T03b", tst, d, unmarried, "daughter", national.Tekun, unknown, "?obligors 第四条第（三）项")
	last().lacks = eligibility.KinComplete
	child := chen(d, nothing, nothing)
	child.People = append(child.People, who("child", "2016-08-01", studies(facts.CompulsorySchool, true)))
	tie(tie(child, "daughter", facts.Child, "child"), "father", facts.Grandchild, "child")
	c("T03b a child is no obligor", tst, d, child, "daughter", national.Tekun, yes, "-obligor.adult 第十七条", "+obligors 第四条第（三）项")

	const july = "2022-08-01"
	earns1800 := both(has(facts.Wages, "1800"), works)
	c("T04 father", tst, july, chen(july, both(onTekun, earns1800), onTekun), "father", national.Tekun, no, "-income 第六条", "+work.60 第五条第（一）项")
	c("T04 daughter, once he has left", tst, july, chen(july, both(ended, earns1800), onTekun), "daughter", national.Tekun, no,
		"-unable.tekun.too 第八条第（一）项", "-unable.dibao.is 第八条第（二）项", "-obligors 第四条第（三）项")
	after := chen(july, both(ended, earns1800), ended)
	c("T04 no allowance", tst, july, after, "", national.Dibao, no, "-dibao.income 第九条")
	last().next = national.Bianyuan
	c("T04 on the margin", tst, july, after, "", national.Bianyuan, yes, "+bianyuan.income 第八条第二款", "-dibao.income 第九条")
	c("T04 daughter alone", tst, july, after, "daughter", national.DibaoSingle, yes, "+single.disabled 第八条第一款第（一）项", "+dibao.own_income 第九条")
	last().amount = "700.00"
	c("T04 the way out, told to her", tst, july, after, "daughter", national.Tekun, no, "-obligors 第四条第（三）项")
	last().next = national.DibaoSingle
	c("T04 the way out by a rule of the province", tstb, july, chen(july, both(ended, earns1800, ill), onTekun), "daughter", national.Tekun, yes, "+unable.other 第八条第（六）项")

	// T05-T09: without ability to work.
	c("T05 the day before", tst, "2022-06-30", home(who("p", "1962-07-01")), "p", national.Tekun, no, "-work.60 第五条第（一）项", "-work 第五条")
	c("T05 the day", tst, "2022-07-01", home(who("p", "1962-07-01")), "p", national.Tekun, yes, "+work.60 第五条第（一）项")
	leap := func(on string) *facts.Household { return home(who("p", "2008-02-29", studies(facts.SeniorHigh, true))) }
	c("T06 fifteen", tst, "2024-02-28", leap(""), "p", national.Tekun, yes, "+work.under16 第五条第（二）项")
	c("T06 sixteen", tst, "2024-02-29", leap(""), "p", national.Tekun, finding, "-work.under16 第五条第（二）项", "?work.minor 二（二）5")
	c("T06 not yet eighteen", tst, "2026-02-27", found1(leap(""), facts.PersonTekunMinor, "p", true), "p", national.Tekun, yes, "+work.minor.18 二（二）5")
	c("T06 eighteen on 28 February", tst, "2026-02-28", found1(leap(""), facts.PersonTekunMinor, "p", true), "p", national.Tekun, no, "-work.minor.18 二（二）5")
	for _, n := range []struct{ name, on, article string }{{"T07 K1 trap-28 in 2025", "2025-05-01", "二（二）5"}, {"T07 trap-28 under the statute", "2026-08-15", "第十六条第一款"}} {
		c(n.name, tst, n.on, home(who("p", "2009-01-01")), "p", national.Tekun, finding, "?work.minor.found "+n.article)
		c(n.name+", found", tst, n.on, found1(home(who("p", "2009-01-01")), facts.PersonTekunMinor, "p", true), "p", national.Tekun, yes, "+work.minor "+n.article)
		c(n.name+", refused", tst, n.on, found1(home(who("p", "2009-01-01")), facts.PersonTekunMinor, "p", false), "p", national.Tekun, no, "-work.minor "+n.article)
	}
	c("K1 before the opinion of 2020", tst, "2020-08-24", home(who("p", "2003-01-01")), "p", national.Tekun, no, "-work 第五条")
	c("K1 since the opinion of 2020", tst, "2020-08-25", home(who("p", "2003-01-01")), "p", national.Tekun, finding, "?work.minor.found 二（二）5")
	for _, n := range []struct{ name, on, born, article string }{{"T08 trap-15 2024", "2024-10-01", "2006-09-01", "第二十四条第二款"}, {"T08 trap-15 statute", "2026-10-01", "2008-09-01", "第十六条第三款"}} {
		c(n.name+", senior high", tst, n.on, home(who("p", n.born, onTekun, studies(facts.SeniorHigh, true))), "p", national.Tekun, yes, "+work.held.school "+n.article)
		c(n.name+", vocational college", tst, n.on, home(who("p", n.born, onTekun, studies(facts.College, true))), "p", national.Tekun, no, "-work.held.school "+n.article)
	}
	for kind, grades := range map[identity.DisabilityKind][4]bool{identity.Visual: {true}, identity.Hearing: {}, identity.Speech: {}, identity.Limb: {true, true},
		identity.Intellectual: {true, true, true}, identity.Mental: {true, true, true}} {
		for i, fits := range grades {
			want, sign := no, "-"
			if fits {
				want, sign = yes, "+"
			}
			grade := []identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour}[i]
			c("T09 "+string(kind)+" "+string(grade), tst, d, home(who("p", "1990-01-01", disabled(kind, grade))), "p", national.Tekun, want, sign+"work.disabled 第五条第（三）项")
		}
	}
	c("T09 trap-25 multiple without components", tst, d, home(who("p", "1990-01-01", multiple(identity.GradeOne))), "p", national.Tekun, unknown, "?work.disabled 第五条第（三）项")
	last().lacks = facts.PersonDisability
	c("T09 trap-25 multiple with components that count", tst, d, home(who("p", "1990-01-01", multiple(identity.GradeTwo,
		eligibility.Pair{Kind: identity.Hearing, Grade: identity.GradeTwo}, eligibility.Pair{Kind: identity.Limb, Grade: identity.GradeTwo}))), "p", national.Tekun, yes,
		"+work.disabled 第五条第（三）项")
	c("T09 trap-25 multiple with components that do not", tst, d, home(who("p", "1990-01-01", multiple(identity.GradeOne,
		eligibility.Pair{Kind: identity.Hearing, Grade: identity.GradeOne}, eligibility.Pair{Kind: identity.Speech, Grade: identity.GradeOne}))), "p", national.Tekun, no,
		"-work.disabled 第五条第（三）项")
	frozen := func(p *facts.Person) { p.Disability.Certificates[0].State = doc(facts.CertificateFrozen) }
	c("trap-26 frozen certificate", tst, d, home(who("p", "1990-01-01", disabled(identity.Limb, identity.GradeOne), frozen)), "p", national.Tekun, unknown, "?work.disabled 第五条第（三）项")
	c("trap-27 no certificate", tst, d, home(who("p", "1990-01-01", disabled(identity.Limb, identity.GradeOne), noCertificate)), "p", national.Tekun, unknown,
		"?work.disabled 第五条第（三）项")
	c("trap-36 he works at 64", tst, d, home(who("p", "1958-02-01", works, has(facts.Wages, "699.99"))), "p", national.Tekun, yes, "+work.60 第五条第（一）项", "+income 第六条")

	// T10-T13: who owes support, and who is unable.
	parent := func(born string, more ...func(*facts.Person)) *facts.Household {
		h := home(who("p", "1990-01-01", lostWork, disabled(identity.Limb, identity.GradeOne)), who("kin", born, more...))
		return tie(h, "p", facts.Parent, "kin")
	}
	c("T10 below", tst, d, parent("1950-01-01", has(facts.EmployeePension, "1500")), "p", national.Tekun, yes, "+unable.70 第八条第（三）项", "+obligor.parent 第一千零六十七条第一款")
	c("T10 trap-22 at the average", tst, d, parent("1950-01-01", has(facts.EmployeePension, "3000")), "p", national.Tekun, no, "-unable.70.income 第八条第（三）项")
	c("T11 trap-21", tst, d, parent("1957-01-01", has(facts.EmployeePension, "800"), holding(national.Bianyuan, -1)), "p", national.Tekun, no,
		"-unable.dibao.is 第八条第（二）项", "-unable.70.age 第八条第（三）项", "-obligors 第四条第（三）项")
	son := func(more ...func(*facts.Person)) *facts.Household {
		return tie(home(who("p", "1950-01-01"), who("kin", "1980-01-01", append(more, held(facts.InPrison, 60))...)), "p", facts.Child, "kin")
	}
	c("T12 trap-18 property does not fit", tst, d, son(owns("home")), "p", national.Tekun, no, "-unable.away.property 第八条第（五）项", "+obligor.child 第一千零六十七条第二款")
	c("T12 trap-18 property fits", tst, d, son(has(facts.PropertyIncome, "9000")), "p", national.Tekun, yes, "+unable.away 第八条第（五）项")
	brother := func(raised, able bool) *facts.Household {
		h := tie(home(who("p", "1955-01-01"), who("kin", "1970-01-01", works, has(facts.Wages, "6000"))), "p", facts.YoungerSibling, "kin",
			func(t *facts.Tie) { t.Raised = doc(raised) })
		return found1(h, facts.PersonCanBear, "kin", able)
	}
	c("T13 raised him", tst, d, brother(true, true), "p", national.Tekun, no, "+obligor.younger 第一千零七十五条第二款", "-unable 第八条")
	c("T13 did not", tst, d, brother(false, true), "p", national.Tekun, yes, "-obligor.younger.raised 第一千零七十五条第二款")
	c("T13 raised him, who has no means", tst, d, brother(true, false), "p", national.Tekun, yes, "-obligor.younger.able 第一千零七十五条第二款")
	c("trap-19 missing without a judgment", tst, d, parent("1960-01-01", has(facts.Wages, "3000")), "p", national.Tekun, no, "-unable.away.missing 第八条第（五）项")
	c("trap-19 declared missing", tst, d, parent("1960-01-01", has(facts.Wages, "3000"), state(facts.DeclaredMissing)), "p", national.Tekun, yes, "+unable.away.missing 第八条第（五）项")
	open := parent("1950-01-01", has(facts.EmployeePension, "1500"))
	open.People[0].KinComplete = doc(false)
	c("trap-20 the list is not complete", tst, d, open, "p", national.Tekun, unknown, "?obligors 第四条第（三）项")
	last().lacks = eligibility.KinComplete
	inLaw := tie(home(who("p", "1950-01-01"), who("kin", "1980-01-01", works, has(facts.Wages, "9000"))), "p", facts.InLaw, "kin")
	c("trap-20 daughter-in-law", tst, d, inLaw, "p", national.Tekun, yes, "-obligor.kind 第一千零六十七条第一款")
	unborn := tie(home(who("p", "1958-01-01"), who("kin", "2022-01-01", state(facts.Unborn), func(p *facts.Person) { p.Birth = facts.Attested[cal.Date]{} })), "p", facts.Child, "kin")
	c("trap-17 the unborn owes nothing", tst, d, unborn, "p", national.Tekun, yes, "-obligor.alive 第一千零六十七条第一款")
	c("trap-17 the unborn is no member", tst, d, unborn, "", national.Dibao, yes, "+dibao.income 第九条")
	last().amount = "700.00"

	// T14-T16: the lines.
	const lk = "2026-09-01"
	c("T14 K16 trap-01 特困", lkr, lk, home(who("p", "1950-01-01", has(facts.EmployeePension, "632"))), "p", national.Tekun, no, "-income 第六条")
	c("T14 K16 trap-01 低保", lkr, lk, home(who("p", "1950-01-01", has(facts.EmployeePension, "632"))), "", national.Dibao, no, "-dibao.income 第十八条第一款")
	last().next = national.Bianyuan
	c("T14 K16 trap-01 边缘", lkr, lk, home(who("p", "1950-01-01", has(facts.EmployeePension, "632"))), "", national.Bianyuan, yes, "+bianyuan.income 第二十一条第一款")
	for n, want := range map[int]string{0: "1013.00", 3: "1141.00", 4: "1300.00", 6: "1300.00", 1: "1141.00"} {
		c("T15 trap-05 "+string(rune('0'+n))+" indicators fail", lkr, lk, home(who("p", "1950-01-01", fails(n))), "p", national.Tekun, yes, "+work.60 第五条第（一）项")
		last().amount = want
	}
	three := func(total string) *facts.Household {
		h := home(who("p", "1980-01-01", inYear(facts.Wages, total), works), who("wife", "1982-01-01"), who("son", "2010-06-01", studies(facts.CompulsorySchool, true)))
		return tie(tie(h, "p", facts.Spouse, "wife"), "p", facts.Child, "son")
	}
	topped := func(h *facts.Household) *facts.Household {
		h.People[2].Birth = doc(cal.MustParse("2006-06-01"))
		h.People[2].Study.Stage = doc(facts.SeniorHigh)
		return h
	}
	c("T16 trap-06 trap-08", lkr, lk, topped(three("22728")), "", national.Dibao, yes, "+dibao.income 第十八条第一款")
	last().amount = "2.00"
	c("trap-07 the year is the base", tst, d, home(who("p", "1980-01-01", inYear(facts.Wages, "8399.99"))), "", national.Dibao, yes, "+dibao.income 第九条")
	last().amount = "0.01"
	c("trap-07 not a fen more", tst, d, home(who("p", "1980-01-01", inYear(facts.Wages, "8400"))), "", national.Dibao, no, "-dibao.income 第九条")
	c("trap-09 before the standard rose", lkr, "2026-03-31", home(who("p", "1980-01-01", has(facts.Wages, "600"))), "", national.Dibao, no, "-dibao.income 第九条")
	c("trap-09 after", lkr, "2026-04-01", home(who("p", "1980-01-01", has(facts.Wages, "600"))), "", national.Dibao, yes, "+dibao.income 第九条")
	c("trap-09 before there was one", lkr, "2024-12-31", home(who("p", "1980-01-01")), "", national.Dibao, value, "?dibao.income 第九条")
	town := home(who("p", "1980-01-01", has(facts.Wages, "700")))
	town.Area = doc(eligibility.Urban)
	c("trap-30 in town", lkr, lk, town, "", national.Dibao, yes, "+dibao.income 第十八条第一款")
	somewhere := home(who("p", "1980-01-01", has(facts.Wages, "700")))
	somewhere.Area = facts.Attested[eligibility.Area]{}
	c("trap-30 town or country is not known", lkr, lk, somewhere, "", national.Dibao, unknown, "?dibao.income 第十八条第一款")
	last().lacks = eligibility.HouseholdArea

	// T17-T18: who is a member. Three live on 700 each, and a fourth would make it less.
	students := home(who("p", "1975-01-01"), who("wife", "1976-01-01"), who("son", "2001-06-01", studies(facts.Undergraduate, true)),
		who("daughter", "1997-06-01", studies(facts.Postgraduate, true)))
	tie(tie(tie(students, "p", facts.Spouse, "wife"), "p", facts.Child, "son"), "p", facts.Child, "daughter")
	c("T17 trap-14", tst, d, students, "", national.Dibao, yes, "+dibao.income 第九条")
	last().amount = "2100.00"
	motherIn := home(who("p", "1975-01-01"), who("wife", "1976-01-01"), who("son", "2004-06-01", held(facts.InPrison, 24)),
		who("mother", "1950-01-01", func(p *facts.Person) { p.Family.Together, p.Family.SupportBond = doc(true), doc(true) }))
	tie(tie(tie(motherIn, "p", facts.Spouse, "wife"), "p", facts.Child, "son"), "p", facts.Parent, "mother")
	motherIn.People[2].Birth = doc(cal.MustParse("2004-06-01"))
	c("T18 trap-18", tst, d, motherIn, "", national.Dibao, yes, "+dibao.income 第九条")
	last().amount = "2100.00"
	couple := tie(home(who("p", "1975-01-01"), who("wife", "1976-01-01", has(facts.Wages, "1400"), works)), "p", facts.Spouse, "wife")
	c("trap-16 spouses live apart", tst, d, couple, "", national.Dibao, no, "-dibao.income 第九条")
	apart := tie(home(who("p", "1975-01-01"), who("wife", "1976-01-01", has(facts.Wages, "1400"), works)), "p", facts.OtherRelative, "wife")
	c("trap-16 divorced", tst, d, apart, "", national.Dibao, yes, "+dibao.income 第九条")
	last().amount = "700.00"

	// T19-T20: what is income.
	paid := home(who("p", "1980-01-01", has(facts.Assistance, "2500"), has(facts.DisabilityAllowance, "200"), has(facts.Wages, "800"), has(facts.WorkCost, "200")))
	c("T19 trap-10", tst, d, paid, "", national.Dibao, yes, "+dibao.income 第九条")
	last().amount = "100.00"
	pension := func() *facts.Household {
		return home(who("p", "1950-01-01", has(facts.CentralPension, "143"), has(facts.Wages, "600")))
	}
	c("T20 trap-11 in the plan", tst, "2025-06-01", pension(), "", national.Dibao, yes, "+dibao.income 第九条")
	c("T20 trap-12 on its last day", tst, "2025-12-31", pension(), "", national.Dibao, yes, "+dibao.income 第九条")
	c("T20 trap-12 after it", tst, "2026-01-01", pension(), "", national.Dibao, no, "-dibao.income 第九条")
	c("T20 trap-12 under the statute", tst, "2026-08-15", pension(), "", national.Dibao, no, "-dibao.income 第十八条第一款")
	c("T20 trap-12 where the province goes on", tstb, "2026-08-15", pension(), "", national.Dibao, yes, "+dibao.income 第十八条第一款")
	c("T20 特困 for good", tst, "2026-08-15", pension(), "p", national.Tekun, yes, "+income 第六条")
	c("trap-11 local and account pension count", tst, "2025-06-01", home(who("p", "1950-01-01", has(facts.LocalPension, "400"), has(facts.AccountPension, "300"))), "",
		national.Dibao, no, "-dibao.income 第九条")
	c("trap-11 retirement pension counts", tst, "2025-06-01", home(who("p", "1950-01-01", has(facts.EmployeePension, "700"))), "", national.Dibao, no, "-dibao.income 第九条")
	c("trap-13 unemployment benefit counts for 特困", tst, d, home(who("p", "1950-01-01", has(facts.UnemploymentBenefit, "700"))), "p", national.Tekun, no, "-income 第六条")
	c("trap-13 where the province says otherwise", tstb, d, home(who("p", "1950-01-01", has(facts.UnemploymentBenefit, "700"))), "p", national.Tekun, yes, "+income 第六条")

	// T21-T26: the margin, alone, exit, refusals, rigid spending.
	c("T21 trap-02 below the line", lkr, lk, home(who("p", "1980-01-01", has(facts.Wages, "947.99"))), "", national.Bianyuan, yes, "+bianyuan.income 第二十一条第一款")
	c("T21 trap-02 at the line", lkr, lk, home(who("p", "1980-01-01", has(facts.Wages, "948"))), "", national.Bianyuan, no, "-bianyuan.income 第二十一条第一款")
	c("T21 trap-02 at the line where it is 以下", tstb, lk, home(who("p", "1980-01-01", has(facts.Wages, "1050"))), "", national.Bianyuan, yes, "+bianyuan.income 第二十一条第一款")
	margin := func(kind identity.DisabilityKind) *facts.Household {
		h := home(who("p", "1970-01-01", has(facts.Wages, "1600"), works), who("son", "1996-01-01", disabled(kind, identity.GradeThree)))
		h.People[1].Family.Dependent = doc(true)
		return tie(h, "p", facts.Child, "son")
	}
	c("T22 mental three", lkr, lk, margin(identity.Mental), "son", national.DibaoSingle, yes, "+single.disabled 第八条第一款第（一）项", "+single.disabled.marginal 第八条第一款第（一）项")
	last().amount = "313.00"
	c("T22 limb three", lkr, lk, margin(identity.Limb), "son", national.DibaoSingle, finding, "-single.disabled.grade 第八条第一款第（一）项", "?single.hardship 第二十一条第二款")
	c("T22 limb three, no special hardship", lkr, lk, found1(margin(identity.Limb), facts.PersonSpecialCase, "son", false), "son", national.DibaoSingle, no,
		"-single.hardship 第二十一条第二款")
	c("T22 limb three before the statute", lkr, "2026-05-01", margin(identity.Limb), "son", national.DibaoSingle, no, "-single.disabled.grade 第八条第一款第（一）项")
	all23 := tie(home(who("p", "1970-01-01", disabled(identity.Limb, identity.GradeOne)), who("wife", "1976-01-01", has(facts.Wages, "1200"), works)), "p", facts.Spouse, "wife")
	c("T23", lkr, lk, all23, "", national.Dibao, yes, "+dibao.income 第十八条第一款")
	last().amount = "168.00" // 2 × 632 − 1200, and 104 for the severely disabled
	exit := func(from string) *facts.Household {
		h := home(who("p", "1980-01-01", has(facts.Wages, "700"), works, holding(national.Dibao, -1)))
		h.Dibao = facts.Dibao{ExitByWork: doc(true), AboveSince: doc(cal.MustParse(from))}
		return h
	}
	c("T24 first month", lkr, lk, exit("2026-09-01"), "", national.DibaoExit, yes, "+jiantui.months 第三十三条")
	c("T24 sixth month", lkr, lk, exit("2026-04-20"), "", national.DibaoExit, yes, "+jiantui.months 第三十三条", "+jiantui.above 第三十三条")
	c("T24 seventh month", lkr, lk, exit("2026-03-20"), "", national.DibaoExit, no, "-jiantui.months 第三十三条")
	refused := func(n int) *facts.Household {
		return home(who("p", "1980-01-01", holding(national.Dibao, -1), func(p *facts.Person) { p.Work.Refusals = doc(n) }))
	}
	c("T25 trap-35 two, one accepted, one", tst, d, refused(1), "p", national.DibaoCut, no, "-jianfa.refusals 第三十四条")
	c("T25 two in a row", tst, d, refused(2), "p", national.DibaoCut, no, "-jianfa.refusals 第三十四条")
	c("T25 three in a row", tst, d, refused(3), "p", national.DibaoCut, yes, "+jianfa.refusals 第三十四条")
	c("T25 trap-35 the household keeps its allowance", tst, d, refused(3), "", national.Dibao, yes, "+dibao.income 第九条")
	rigid := func(spent string, more ...func(*facts.Person)) *facts.Household {
		h := home(who("p", "1980-01-01", append(more, has(facts.Wages, "2500"), works)...))
		h.IncomeOfYear = doc(yuan("30000"))
		h.Spending = []facts.Spending{{Kind: facts.MedicalCosts, Amount: doc(yuan(spent))}}
		return h
	}
	const y25 = "2025-06-01"
	c("T26 0.62", tst, y25, rigid("18600"), "", national.Gangxing, yes, "+gangxing.ratio 第四条第一款第（四）项", "+gangxing.income 第四条第一款第（二）项")
	c("T26 trap-03 0.60", tst, y25, rigid("18000"), "", national.Gangxing, no, "-gangxing.ratio 第四条第一款第（四）项")
	c("T26 on the margin", tst, y25, rigid("18600", holding(national.Bianyuan, -1)), "", national.Gangxing, no, "-gangxing.out 第四条第一款第（一）项")
	c("T26 trap-03 0.60 where it is 达到", tstb, y25, rigid("18000"), "", national.Gangxing, yes, "+gangxing.ratio 第四条第一款第（四）项")
	c("T26 under the statute", tst, "2026-08-15", rigid("18600"), "", national.Gangxing, yes, "+gangxing.ratio 第二十二条")

	// T32 and what groups do.
	pair := func(h *facts.Household) *facts.Household { return tie(h, "p", facts.Spouse, "wife") }
	c("T32 trap-23 he", tst, d, pair(home(who("p", "1961-01-01"), who("wife", "1961-02-01"))), "p", national.Tekun, yes, "+unable.tekun.too 第八条第（一）项")
	c("T32 trap-23 she", tst, d, pair(home(who("p", "1961-01-01"), who("wife", "1961-02-01"))), "wife", national.Tekun, yes, "+unable.tekun.too 第八条第（一）项")
	c("trap-23 she is 59", tst, d, pair(home(who("p", "1961-01-01"), who("wife", "1962-04-01"))), "p", national.Tekun, no, "-unable.tekun.too 第八条第（一）项")
	c("trap-24 off the allowance at 64 he is able", tst, d, chen(d, ended, nothing), "daughter", national.Tekun, yes, "+unable.tekun.too 第八条第（一）项")
	c("trap-24 and with a wage he is", tst, d, chen(d, both(ended, has(facts.Wages, "1800")), nothing), "daughter", national.Tekun, no, "-unable.dibao.is 第八条第（二）项")

	// Two reasons for a top-up, one payment; and a son with a reason of his own.
	tops := tie(home(who("p", "1950-01-01", disabled(identity.Limb, identity.GradeOne), ill), who("son", "2012-01-01", studies(facts.CompulsorySchool, true))), "p", facts.Child, "son")
	c("trap-31 one payment for two reasons", lkr, lk, tops, "", national.Dibao, yes, "+dibao.income 第十八条第一款")
	last().amount = "1472.00" // 2 × 632 + 2 × 104
	return all
}
