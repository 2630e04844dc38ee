package national_test

import (
	"slices"
	"strconv"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// subtracted and uncounted are what 第十三条 takes from income and what it leaves out; everything else counts.
func subtracted(k facts.IncomeKind) bool {
	return slices.Contains([]facts.IncomeKind{facts.WorkCost, facts.PaidTax, facts.PaidSupport, facts.RigidDeduction}, k)
}

func uncounted(k facts.IncomeKind, on string) bool {
	return slices.Contains([]facts.IncomeKind{facts.MedicalRefund, facts.Preferential, facts.FamilyPlanning, facts.Scholarship, facts.BraveryAward, facts.Assistance,
		facts.DisabilityAllowance, facts.ChildBenefit}, k) || k == facts.CentralPension && on < "2026-01-01"
}

// switched is what TSTB leaves out too.
func switched(k facts.IncomeKind) bool {
	return slices.Contains([]facts.IncomeKind{facts.CentralPension, facts.LocalPension, facts.AccountPension, facts.OldAgeAllowance}, k)
}

func earner(more ...func(*facts.Person)) *facts.Household {
	return home(who("p", "1980-01-01", more...))
}

// incomes goes through every kind of income for the allowance, what it pays, and the margin.
func (g *grid) incomes(on string) {
	for kind := range facts.IncomeKinds().All() {
		k, name := kind.Key, kind.ZH
		g.set(tst, on, national.Dibao)
		if subtracted(k) {
			g.add("less "+name, earner(has(facts.Wages, "700"), has(k, "0.01")), "", yes, "0.01")
			g.add("not less "+name, earner(has(facts.Wages, "800"), has(k, "100")), "", no)
			g.add("paid: less "+name, earner(has(facts.Wages, "200"), has(k, "50")), "", yes, "550.00")
			g.p = national.Bianyuan
			g.add("less "+name, earner(has(facts.Wages, "1050"), has(k, "0.01")), "", yes)
			continue
		}
		counts := !uncounted(k, on)
		paid := "700.00"
		if counts {
			paid = "600.00"
		}
		g.add(name, earner(has(k, "700")), "", either(!counts))
		g.add("paid: "+name, earner(has(k, "100")), "", yes, paid)
		g.p = national.Bianyuan
		g.add(name, earner(has(facts.PropertyIncome, "800"), has(k, "250")), "", either(!counts))
		g.in = tstb
		if switched(k) {
			g.add("left out: "+name, earner(has(facts.Wages, "800"), has(k, "300")), "", yes)
			g.p = national.Dibao
			g.add("left out: "+name, earner(has(k, "700")), "", yes)
			g.in = tstc
			g.add("paid, left out: "+name, earner(has(k, "100")), "", yes, "700.00")
		}
	}
	g.cases = slices.DeleteFunc(g.cases, func(c welfareCase) bool { // 800 and 250 of one kind would be two items of it
		return c.name == "财产净收入" && c.p == national.Bianyuan
	})
	g.set(tst, on, national.Bianyuan)
	g.add("property income", earner(has(facts.PropertyIncome, "1050")), "", no)
}

func (g *grid) household(on string) {
	two := func(more ...func(*facts.Person)) *facts.Household {
		return tie(home(who("p", "1980-01-01", more...), who("wife", "1982-01-01")), "p", facts.Spouse, "wife")
	}
	g.set(tst, on, national.Dibao)
	g.add("two at the line", two(has(facts.Wages, "1400")), "", no)
	g.add("two a fen a year below", two(inYear(facts.Wages, "16799.99")), "", yes, "0.01")
	g.add("property does not fit", two(owns("machine")), "", no)
	g.add("property of the margin is another rule", two(owns("firm")), "", yes)
	listed := two()
	listed.PeopleComplete = doc(false)
	g.add("who else lives with them is not known", listed, "", unknown)
	g.p = national.Bianyuan
	g.add("fits the allowance", two(), "", no)
	g.add("at the standard", two(has(facts.Wages, "1400")), "", yes)
	g.add("a fen a year below the line", two(inYear(facts.Wages, "25199.99")), "", yes)
	g.add("at the line", two(has(facts.Wages, "2100")), "", no)
	g.add("poor, but for property no allowance", two(owns("machine")), "", yes)
	g.add("poor, with property beyond both rules", two(owns("machine"), owns("firm")), "", no)
	g.add("property does not fit", two(has(facts.Wages, "1400"), owns("firm")), "", no)
	g.in = tstb
	g.add("at the line where it is 以下", two(has(facts.Wages, "2100")), "", yes)
	g.add("a fen a year above", two(inYear(facts.Wages, "25200.01")), "", no)
}

func (g *grid) single(on string) {
	g.set(tst, on, national.DibaoSingle)
	wide, statute := on >= "2022-10-20", on >= "2026-07-01"
	family := func(wage string, more ...func(*facts.Person)) *facts.Household {
		h := home(who("p", "1970-01-01", has(facts.Wages, wage), works), who("son", "1996-01-01", more...))
		h.People[1].Family.Dependent = doc(true)
		return found1(tie(h, "p", facts.Child, "son"), facts.PersonSpecialCase, "son", false)
	}
	limb := disabled(identity.Limb, identity.GradeOne)
	for kind := range identity.DisabilityKinds().All() {
		for grade := range identity.DisabilityGrades().All() {
			if kind.Key == identity.Multiple {
				continue
			}
			two := grade.Key == identity.GradeOne || grade.Key == identity.GradeTwo
			three := grade.Key == identity.GradeThree && (kind.Key == identity.Mental || kind.Key == identity.Intellectual)
			name := string(kind.Key) + " " + string(grade.Key)
			g.add("on the margin, at work: "+name, family("1600", disabled(kind.Key, grade.Key), works), "son", either(two || three))
			g.add("well off, without work: "+name, family("9000", disabled(kind.Key, grade.Key)), "son", either(wide && two))
		}
	}
	for _, r := range []struct {
		name string
		more func(*facts.Person)
	}{{"disabled", both(limb, works)}, {"ill", ill}} {
		g.add("on the margin, "+r.name, family("1600", r.more), "son", yes, "700.00")
		g.add("above the margin, "+r.name, family("3000", r.more), "son", no)
		g.add("below the standard, "+r.name, family("800", r.more), "son", no)
		stranger := family("800", r.more)
		stranger.People[1].Family.Dependent = doc(false)
		g.add("no member, "+r.name, stranger, "son", no)
	}
	g.add("on the margin, well", family("1600"), "son", no)
	g.add("own income at the standard", family("900", both(limb, works, has(facts.Compensation, "700"))), "son", no)
	g.add("well off, without work, with property", family("9000", limb, owns("building")), "son", no)
	g.add("well off, at work", family("9000", limb, works), "son", no)
	for days, adult := range map[int]bool{0: true, 1: false} {
		h := family("9000", limb)
		h.People[1] = who("son", ago(on, 18, days), limb)
		tie(h, "p", facts.OtherRelative, "son")
		h.Ties = h.Ties[:1]
		h.People[1].Family.Relation = doc(facts.ApplicantChild)
		g.add("well off, "+strconv.Itoa(days)+" days to eighteen", h, "son", either(wide && adult))
	}
	for wage, in := range map[string]bool{"1600": true, "3000": false} {
		h := family(wage)
		h.Judgements[0].Finding = doc(true)
		g.add("special hardship, "+wage, h, "son", either(statute && in))
		h = family(wage)
		h.Judgements = nil
		want := no
		if statute && in {
			want = finding
		}
		g.add("hardship not looked at, "+wage, h, "son", want)
	}
	stranger := family("800")
	stranger.Judgements[0].Finding = doc(true)
	stranger.People[1].Family.Dependent = doc(false)
	g.add("special hardship of one who is no member", stranger, "son", no)

	// Clergy applies alone in every version: his income goes through every kind.
	priest := func(more ...func(*facts.Person)) *facts.Household {
		return found1(home(who("p", "1970-01-01", append(more, clergy("2010-01-01"))...)), facts.PersonSpecialCase, "p", false)
	}
	apart := func(since string, is bool) *facts.Household {
		return priest(clergy(since), func(p *facts.Person) { p.Family.Clergy, p.Family.ApartSince = doc(is), doc(cal.MustParse(since)) })
	}
	for days, fits := range map[int]bool{0: true, 1: false} {
		h := apart(ago(on, 3, days), true)
		h.People[0].Family.ApartSince = doc(cal.MustParse(ago(on, 3, days)))
		g.add("clergy, "+strconv.Itoa(days)+" days to three years", h, "p", either(fits))
	}
	lay := priest()
	lay.People[0].Family.Clergy = doc(false)
	g.add("no clergy", lay, "p", no)
	g.add("clergy with property", priest(owns("building")), "p", no)
	g.add("clergy, a fen a year below", priest(inYear(facts.Wages, "8399.99")), "p", yes, "0.01")
	for kind := range facts.IncomeKinds().All() {
		k := kind.Key
		g.in = tst
		if subtracted(k) {
			g.add("clergy, less "+kind.ZH, priest(has(facts.Wages, "700"), has(k, "0.01")), "p", yes, "0.01")
			continue
		}
		g.add("clergy, "+kind.ZH, priest(has(k, "700")), "p", either(uncounted(k, on)))
		paid := "600.00"
		if uncounted(k, on) {
			paid = "700.00"
		}
		g.add("clergy, paid: "+kind.ZH, priest(has(k, "100")), "p", yes, paid)
		g.in = tstb
		if switched(k) || k == facts.SupportFromKin {
			g.add("clergy, left out: "+kind.ZH, priest(has(k, "700")), "p", yes, "350.00")
			g.in = tstc
			g.add("clergy, paid, left out: "+kind.ZH, priest(has(k, "100")), "p", yes, "700.00")
		}
	}
	g.in = tstb
	other := func(lost bool) *facts.Household {
		return found1(earner(func(p *facts.Person) { p.Disability.LostWork = doc(lost) }), facts.PersonSpecialCase, "p", false)
	}
	g.add("others of the county", other(true), "p", yes, "350.00")
	g.add("others not of the county", other(false), "p", no)
}

func (g *grid) rigid(on string) {
	g.set(tst, on, national.Gangxing)
	spends := func(kind facts.SpendingKind, total string, more ...func(*facts.Person)) *facts.Household {
		h := tie(home(who("p", "1980-01-01", more...), who("wife", "1982-01-01")), "p", facts.Spouse, "wife")
		h.IncomeOfYear = doc(yuan("30000"))
		h.Spending = []facts.Spending{{Kind: kind, Amount: doc(yuan(total))}}
		return h
	}
	for kind := range facts.SpendingKinds().All() {
		g.in = tst
		g.add(kind.ZH+" above the share", spends(kind.Key, "18000.01"), "", yes)
		g.add(kind.ZH+" at the share", spends(kind.Key, "18000"), "", no)
		g.in = tstb
		g.add(kind.ZH+" at the share where it is 达到", spends(kind.Key, "18000"), "", either(kind.Key != facts.LivingCosts))
		g.add(kind.ZH+" below the share", spends(kind.Key, "17999.99"), "", no)
	}
	g.in = tst
	const much = "18001"
	g.add("at the average income", spends(facts.MedicalCosts, much, has(facts.Wages, "6000")), "", no)
	g.add("a fen a year below", spends(facts.MedicalCosts, much, inYear(facts.Wages, "71999.99")), "", yes)
	g.add("property does not fit", spends(facts.MedicalCosts, much, owns("building")), "", no)
	for _, p := range []eligibility.ProgrammeID{national.Dibao, national.Bianyuan} {
		h := spends(facts.MedicalCosts, much)
		holding(p, -1)(&h.People[1])
		g.add("one of them is on "+string(p), h, "", no)
	}
	alone := spends(facts.MedicalCosts, much, holding(national.DibaoSingle, -1))
	g.add("one of them is on the allowance alone", alone, "", yes)
	alone = spends(facts.MedicalCosts, much, holding(national.DibaoSingle, -1))
	holding(national.DibaoSingle, -1)(&alone.People[1])
	g.add("both of them are, each alone", alone, "", no)
	h := spends(facts.MedicalCosts, much)
	h.IncomeOfYear = facts.Attested[money.Amount]{}
	g.add("income of the year is not known", h, "", unknown)
	for _, excluded := range []bool{true, false} {
		h := spends(facts.MedicalCosts, much)
		h.Dibao.ExitByWork = doc(excluded)
		g.in = tstb
		g.add("the place leaves out, "+strconv.FormatBool(excluded), h, "", either(!excluded))
		g.in = tst
		g.add("the place leaves nobody out, "+strconv.FormatBool(excluded), h, "", yes)
	}
	for kind := range facts.IncomeKinds().All() {
		k := kind.Key
		g.in = tst
		if subtracted(k) {
			g.add("less "+kind.ZH, spends(facts.MedicalCosts, much, has(facts.Wages, "6000"), has(k, "0.01")), "", yes)
			continue
		}
		g.add(kind.ZH, spends(facts.MedicalCosts, much, has(k, "6000")), "", either(uncounted(k, on)))
		if g.in = tstb; switched(k) {
			g.add("left out: "+kind.ZH, spends(facts.MedicalCosts, much, has(k, "6000")), "", yes)
		}
	}
}

// members shows who counts by what is paid: 700 a head in TST, tier one of 600 a head in TSTB.
func (g *grid) members() {
	g.set(tst, in2021, national.Dibao)
	two := func(name string, member bool, relation facts.Kinship, born string, more ...func(*facts.Person)) {
		want := "700.00"
		if member {
			want = "1400.00"
		}
		g.add(name, tie(home(who("p", "1970-01-01"), who("x", born, more...)), "p", relation, "x"), "", yes, want)
	}
	apart := func(since string, is bool) func(*facts.Person) {
		return func(p *facts.Person) { p.Family.Clergy, p.Family.ApartSince = doc(is), doc(cal.MustParse(since)) }
	}
	const wife = "1975-01-01"
	two("wife", true, facts.Spouse, wife)
	two("dead wife", false, facts.Spouse, wife, dead)
	two("wife declared missing", false, facts.Spouse, wife, state(facts.DeclaredMissing))
	two("wife in prison", false, facts.Spouse, wife, held(facts.InPrison, 9))
	two("wife in detoxification", false, facts.Spouse, wife, held(facts.InDetox, 9))
	two("wife otherwise held", true, facts.Spouse, wife, held(facts.OtherwiseHeld, 9))
	two("clergy, apart for three years", false, facts.Spouse, wife, apart(ago(in2021, 3, 0), true))
	two("clergy, a day short", true, facts.Spouse, wife, apart(ago(in2021, 3, 1), true))
	two("apart for long, no clergy", true, facts.Spouse, wife, apart("2000-01-01", false))
	two("wife on 特困", false, facts.Spouse, wife, holding(national.Tekun, -1))
	two("child of seventeen", true, facts.Child, ago(in2021, 18, 1))
	two("child of eighteen", false, facts.Child, ago(in2021, 18, 0))
	two("brother of seventeen", false, facts.YoungerSibling, ago(in2021, 18, 1))
	dependent := func(p *facts.Person) { p.Family.Dependent = doc(true) }
	two("dependent child of eighteen", true, facts.Child, ago(in2021, 18, 0), dependent)
	two("dependent brother of eighteen", false, facts.YoungerSibling, ago(in2021, 18, 0), dependent)
	for stage := range facts.Stages().All() {
		if stage.Key == facts.NotAtSchool || stage.Key == facts.Preschool {
			continue
		}
		two("student: "+string(stage.Key), stage.Key != facts.Postgraduate, facts.Child, ago(in2021, 19, 0), studies(stage.Key, true))
		two("student in his spare time: "+string(stage.Key), false, facts.Child, ago(in2021, 19, 0), studies(stage.Key, false))
	}
	for _, bond := range []bool{true, false} {
		for _, together := range []bool{true, false} {
			two("mother", bond && together, facts.Parent, "1945-01-01", func(p *facts.Person) { p.Family.SupportBond, p.Family.Together = doc(bond), doc(together) })
		}
	}
	g.in = tstb
	for stage, want := range map[facts.Stage]string{facts.Postgraduate: "600.00", facts.Undergraduate: "1200.00"} {
		h := tie(home(who("p", "1970-01-01"), who("x", wife, studies(stage, true))), "p", facts.Spouse, "x")
		h.Dibao.Tier = doc(facts.TierOne)
		g.add("left out by the province: "+string(stage), h, "", yes, want)
	}
}

// pays are the tiers and the top-ups of TSTB, in every version.
func (g *grid) pays() {
	for _, on := range []string{in2021, spring2026, in2026} {
		g.set(tstb, on, national.Dibao)
		tier := func(name string, h *facts.Household, t facts.Tier, want string) {
			h.Dibao.Tier = doc(t)
			g.add(name, h, "", yes, want)
		}
		for t, want := range map[facts.Tier]string{facts.TierOne: "600.00", facts.TierTwo: "500.00", facts.TierThree: "400.00", facts.TierFour: "300.00"} {
			tier("tier "+string(t), earner(has(facts.Wages, "100")), t, want)
		}
		for kind := range identity.DisabilityKinds().All() {
			for grade := range identity.DisabilityGrades().All() {
				if kind.Key == identity.Multiple {
					continue
				}
				want := "600.00"
				if grade.Key == identity.GradeOne || grade.Key == identity.GradeTwo {
					want = "750.00"
				}
				tier(string(kind.Key)+" "+string(grade.Key), earner(disabled(kind.Key, grade.Key)), facts.TierOne, want)
				old := want
				if want == "600.00" {
					old = "650.00"
				}
				tier("old, "+string(kind.Key)+" "+string(grade.Key), home(who("p", "1940-01-01", disabled(kind.Key, grade.Key))), facts.TierOne, old)
			}
		}
		aged := func(days int) *facts.Household { return home(who("p", ago(on, 60, days))) }
		tier("ill", earner(ill), facts.TierOne, "750.00")
		tier("ill and old", home(who("p", "1940-01-01", ill)), facts.TierOne, "750.00")
		tier("sixty", aged(0), facts.TierOne, "650.00")
		tier("a day short of sixty", aged(1), facts.TierOne, "600.00")
		child := func(days int) *facts.Household {
			h := tie(home(who("p", "1970-01-01"), who("son", ago(on, 18, days), studies(facts.SeniorHigh, true))), "p", facts.Child, "son")
			return h
		}
		tier("a minor", child(1), facts.TierOne, "1250.00")
		tier("no minor any more", child(0), facts.TierOne, "1200.00")
		g.in = tst
		g.add("no top-up without a rule", earner(ill), "", yes, "700.00")
		g.add("none for the old either", aged(0), "", yes, "700.00")
	}
}

func (g *grid) exits() {
	g.set(tst, in2026, national.DibaoExit)
	exit := func(name string, want eligibility.Result, from string, work bool, more ...func(*facts.Person)) {
		h := tie(home(who("p", "1980-01-01", more...), who("wife", "1982-01-01", holding(national.Dibao, -1))), "p", facts.Spouse, "wife")
		h.Dibao = facts.Dibao{ExitByWork: doc(work), AboveSince: doc(cal.MustParse(from))}
		g.add(name, h, "", want)
	}
	on, wage := holding(national.Dibao, -1), has(facts.Wages, "1400")
	exit("sixth month", yes, "2026-03-31", true, on, wage)
	exit("seventh month", no, "2026-02-28", true, on, wage)
	exit("not through work", no, "2026-07-01", false, on, wage)
	exit("he is not on it", no, "2026-07-01", true, wage)
	exit("still below the standard", no, "2026-07-01", true, on, has(facts.Wages, "1399"))
	exit("property does not fit", no, "2026-07-01", true, on, wage, owns("machine"))

	g.p = national.DibaoCut
	cut := func(name string, want eligibility.Result, n int, able bool, more ...func(*facts.Person)) {
		g.add(name, home(who("p", "1980-01-01", append(more, func(p *facts.Person) { p.Work.Refusals, p.Work.Able = doc(n), doc(able) })...)), "p", want)
	}
	cut("three", yes, 3, true, on)
	cut("two", no, 2, true, on)
	cut("not on the allowance", no, 3, true)
	cut("not able", no, 3, false, on)
	cut("at work", no, 3, true, on, works)
}
