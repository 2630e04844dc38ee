package national_test

import (
	"slices"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
)

// TestGridOfLaw goes through every version of the acts on basic assistance, every criterion from both sides.
func TestGridOfLaw(t *testing.T) {
	laws := make(map[string]*statutes.Law)
	for _, c := range gridCases() {
		t.Run(string(c.p)+"/"+c.in.String()+"/"+c.on+"/"+c.name, func(t *testing.T) {
			key := c.in.String() + c.on
			if laws[key] == nil {
				laws[key] = lawIn(t, c.in, c.on)
			}
			if a := assessed(t, laws[key], c.h, c.who, c.p); c.wrong(a) != "" {
				t.Errorf("%s (facts %v, judgements %v, parameters %v)", c.wrong(a), a.Facts, a.Judgements, a.Parameters)
			}
		})
	}
}

// A grid collects cases of one programme, place and day.
type grid struct {
	cases []welfareCase
	in    division.Code
	on    string
	p     eligibility.ProgrammeID
}

func (g *grid) set(in division.Code, on string, p eligibility.ProgrammeID) {
	g.in, g.on, g.p = in, on, p
}

func (g *grid) add(name string, h *facts.Household, ref facts.Ref, want eligibility.Result, amount ...string) {
	c := welfareCase{name: name, in: g.in, on: g.on, h: at(g.on, h), who: ref, p: g.p, want: want}
	if len(amount) > 0 {
		c.amount = amount[0]
	}
	g.cases = append(g.cases, c)
}

func either(ok bool) eligibility.Result {
	if ok {
		return yes
	}
	return no
}

// ago is the day so many years before a day, or so many days later than that.
func ago(on string, years, days int) string {
	return cal.MustParse(on).AddYears(-years).AddDays(days).String()
}

const (
	in2018, in2020, in2021, in2022, in2023, in2025, spring2026, in2026 = "2018-05-01", "2020-09-01", "2022-03-01", "2022-10-19", "2023-06-01", "2025-06-01", "2026-03-01", "2026-08-15"
)

func gridCases() []welfareCase {
	var g grid
	for _, on := range []string{in2018, in2020, in2021, in2026} {
		g.destitute(on)
		g.obligors(on)
		g.unable(on)
	}
	g.old2016()
	g.carePay()
	for _, on := range []string{in2021, spring2026, in2026} {
		g.incomes(on)
		g.household(on)
	}
	for _, on := range []string{in2021, in2022, in2023, spring2026, in2026} {
		g.single(on)
	}
	for _, on := range []string{in2025, spring2026, in2026} {
		g.rigid(on)
	}
	g.members()
	g.pays()
	g.exits()
	return g.cases
}

func old(more ...func(*facts.Person)) facts.Person { return who("p", "1950-01-01", more...) }

func (g *grid) destitute(on string) {
	g.set(tst, on, national.Tekun)
	one := func(name string, want bool, born string, more ...func(*facts.Person)) {
		g.add(name, home(who("p", born, more...)), "p", either(want))
	}
	one("sixty", true, ago(on, 60, 0))
	one("a day short of sixty", false, ago(on, 60, 1))
	one("a day short of sixteen", true, ago(on, 16, 1))
	one("of age", false, ago(on, 18, 0))
	one("dead", false, "1950-01-01", dead)
	one("declared dead", false, "1950-01-01", state(facts.DeclaredDead))
	if on >= in2021 {
		one("declared missing", false, "1950-01-01", state(facts.DeclaredMissing))
		one("in prison", false, "1950-01-01", held(facts.InPrison, 6))
		one("in detoxification", true, "1950-01-01", held(facts.InDetox, 6))
		chose := func(p *facts.Person) { p.Child.ChoseBenefit = doc(true) }
		one("child chose the other benefit", false, ago(on, 10, 0), chose)
		one("an adult cannot choose it", true, "1950-01-01", chose)
		one("disabled, of age, chose it once", true, ago(on, 18, 0), chose, disabled(identity.Limb, identity.GradeOne))
		one("disabled, not of age, chose it", false, ago(on, 18, 1), chose, disabled(identity.Limb, identity.GradeOne))
		for _, found := range []bool{true, false} {
			g.add("sixteen, found", found1(home(who("p", ago(on, 16, 0))), facts.PersonTekunMinor, "p", found), "p", either(found))
			g.add("eighteen tomorrow, found", found1(home(who("p", ago(on, 18, 1))), facts.PersonTekunMinor, "p", found), "p", either(found))
			g.add("eighteen, found", found1(home(who("p", ago(on, 18, 0))), facts.PersonTekunMinor, "p", found), "p", no)
		}
		g.add("sixteen", home(who("p", ago(on, 16, 0))), "p", finding)
		one("on it, eighteen tomorrow", true, ago(on, 18, 1), onTekun)
		one("on it, eighteen", false, ago(on, 18, 0), onTekun)
	} else {
		g.add("sixteen, not at school", home(who("p", ago(on, 16, 0), onTekun)), "p", map[string]eligibility.Result{in2018: no, in2020: finding}[on])
		one("orphan", false, ago(on, 10, 0), holding(national.Guer, 1000))
	}
	for stage, fits := range map[facts.Stage]bool{facts.Preschool: false, facts.CompulsorySchool: true, facts.SeniorHigh: true, facts.Vocational: true, facts.College: false,
		facts.Undergraduate: false} {
		one("on it, eighteen, "+string(stage), fits, ago(on, 18, 0), onTekun, studies(stage, true))
		one("eighteen, "+string(stage), false, ago(on, 18, 0), studies(stage, true))
	}
	one("at the line", false, "1950-01-01", has(facts.Wages, "700"))
	one("a fen a year below the line", true, "1950-01-01", inYear(facts.Wages, "8399.99"))
	counts := map[facts.IncomeKind]bool{facts.CentralPension: false, facts.MedicalRefund: false, facts.Preferential: false, facts.OldAgeAllowance: false, facts.Assistance: false,
		facts.DisabilityAllowance: false, facts.ChildBenefit: false, facts.RigidDeduction: false}
	for kind := range facts.IncomeKinds().All() {
		if slices.Contains([]facts.IncomeKind{facts.WorkCost, facts.PaidTax, facts.PaidSupport}, kind.Key) {
			one("less "+kind.ZH, true, "1950-01-01", has(facts.Wages, "800"), has(kind.Key, "100.01"))
			one("not quite less "+kind.ZH, false, "1950-01-01", has(facts.Wages, "800"), has(kind.Key, "99.99"))
			continue
		}
		in, listed := counts[kind.Key]
		one(kind.ZH, !in && listed, "1950-01-01", has(kind.Key, "700"))
	}
	one("property does not fit", false, "1950-01-01", owns("vehicle"))
	unable := national.SevereUnableToWork().Pairs()
	for kind := range identity.DisabilityKinds().All() {
		for grade := range identity.DisabilityGrades().All() {
			if on >= in2021 && kind.Key != identity.Multiple {
				pair := eligibility.Pair{Kind: kind.Key, Grade: grade.Key} // the set itself is held by TestSixSeverities
				one(string(kind.Key)+" "+string(grade.Key), slices.Contains(unable, pair), "1985-01-01", disabled(kind.Key, grade.Key))
			}
		}
	}

	g.set(tstb, on, national.Tekun)
	for kind := range facts.IncomeKinds().All() {
		switch kind.Key {
		case facts.EmployeePension, facts.LocalPension, facts.AccountPension, facts.UnemploymentBenefit, facts.FamilyPlanning, facts.Scholarship, facts.BraveryAward:
			one("left out: "+kind.ZH, true, "1950-01-01", has(kind.Key, "700"))
		}
	}
	one("ill", true, "1980-01-01", ill)
	one("well", false, "1980-01-01")
}

// obligors have relatives who are able, so that being an obligor is all that counts.
func (g *grid) obligors(on string) {
	g.set(tst, on, national.Tekun)
	able := func(born string, more ...func(*facts.Person)) facts.Person {
		return who("kin", born, append([]func(*facts.Person){works, has(facts.Wages, "9000")}, more...)...)
	}
	one := func(name string, passes bool, p facts.Person, relation facts.Kinship, kin facts.Person, more ...func(*facts.Tie)) {
		g.add(name, tie(home(p, kin), "p", relation, kin.Ref, more...), "p", either(passes))
	}
	origin := func(o facts.Origin) func(*facts.Tie) { return func(t *facts.Tie) { t.Origin = doc(o) } }
	limb := disabled(identity.Limb, identity.GradeOne)
	one("wife", false, old(), facts.Spouse, able("1975-01-01"))
	one("dead wife", true, old(), facts.Spouse, who("kin", "1975-01-01", dead))
	one("divorced wife", true, old(), facts.OtherRelative, able("1975-01-01"))
	for o, passes := range map[facts.Origin]bool{facts.ByBlood: false, facts.ByAdoption: false, facts.StepRaised: false, facts.StepOnly: true, facts.GivenUp: true} {
		one("son "+string(o), passes, old(), facts.Child, able("1980-01-01"), origin(o))
	}
	one("son of eighteen", false, old(), facts.Child, able(ago(on, 18, 0), func(p *facts.Person) { p.Capacity = doc(facts.FullCapacity) }))
	one("son a day short", true, old(), facts.Child, able(ago(on, 18, 1)))
	one("daughter-in-law", true, old(), facts.InLaw, able("1980-01-01"))
	one("nephew", true, old(), facts.OtherRelative, able("1980-01-01"))
	one("parent of a minor", false, who("p", ago(on, 18, 1), limb), facts.Parent, able("1975-01-01"))
	one("parent of an adult who can live alone", true, who("p", ago(on, 18, 0), limb), facts.Parent, able("1975-01-01"))
	one("parent of one who lost his ability", false, who("p", ago(on, 30, 0), limb, lostWork), facts.Parent, able("1960-01-01"))
	for s, passes := range map[facts.Stage]bool{facts.CompulsorySchool: false, facts.SeniorHigh: false, facts.Vocational: false, facts.College: true} {
		one("parent of one at "+string(s), passes, who("p", ago(on, 20, 0), limb, studies(s, true)), facts.Parent, able("1975-01-01"))
	}
	one("dead parent", true, who("p", ago(on, 10, 0)), facts.Parent, who("kin", "1975-01-01", dead))

	// The conditional duties: each condition in turn taken away.
	parentsUnable := func(is bool) func(*facts.Person) { return func(p *facts.Person) { p.Family.ParentsUnable = doc(is) } }
	childrenUnable := func(is bool) func(*facts.Person) { return func(p *facts.Person) { p.Family.ChildrenUnable = doc(is) } }
	conditional := func(name string, passes, canBear bool, p facts.Person, relation facts.Kinship, kin facts.Person, more ...func(*facts.Tie)) {
		g.add(name, found1(tie(home(p, kin), "p", relation, kin.Ref, more...), facts.PersonCanBear, "kin", canBear), "p", either(passes))
	}
	for _, r := range []struct {
		relation facts.Kinship
		born     string
	}{{facts.Grandparent, "1960-01-01"}, {facts.ElderSibling, "1990-01-01"}} {
		name, child := string(r.relation), func(on string, days int, lost bool) facts.Person {
			return who("p", ago(on, 18, days), limb, parentsUnable(lost))
		}
		conditional(name, false, true, child(on, 1, true), r.relation, able(r.born))
		conditional(name+" of an adult", true, true, child(on, 0, true), r.relation, able(r.born))
		conditional(name+", parents able", true, true, child(on, 1, false), r.relation, able(r.born))
		conditional(name+" without means", true, false, child(on, 1, true), r.relation, able(r.born))
		g.add(name+", means not looked at", tie(home(child(on, 1, true), able(r.born)), "p", r.relation, "kin"), "p", finding)
	}
	conditional("grandchild", false, true, old(childrenUnable(true)), facts.Grandchild, able("1995-01-01"))
	conditional("grandchild, children able", true, true, old(childrenUnable(false)), facts.Grandchild, able("1995-01-01"))
	conditional("grandchild without means", true, false, old(childrenUnable(true)), facts.Grandchild, able("1995-01-01"))
	raised := func(is bool) func(*facts.Tie) { return func(t *facts.Tie) { t.Raised = doc(is) } }
	conditional("younger brother raised by him", false, true, old(), facts.YoungerSibling, able("1970-01-01"), raised(true))
	conditional("younger brother not raised by him", true, true, old(), facts.YoungerSibling, able("1970-01-01"), raised(false))
	conditional("younger brother without means", true, false, old(), facts.YoungerSibling, able("1970-01-01"), raised(true))
	conditional("elder brother who raised him", true, true, old(), facts.ElderSibling, able("1945-01-01"), raised(true))
	conditional("nephew who can bear it", true, true, old(childrenUnable(true)), facts.OtherRelative, able("1980-01-01"))
	conditional("uncle who can bear it", true, true, who("p", ago(on, 18, 1), limb, parentsUnable(true)), facts.OtherRelative, able("1980-01-01"))

	two := tie(home(old(), able("1980-01-01"), who("kin2", "1982-01-01", held(facts.InPrison, 60), has(facts.Wages, "900"))), "p", facts.Child, "kin")
	g.add("one able, one not", tie(two, "p", facts.Child, "kin2"), "p", no)
	listed := home(old())
	listed.People[0].KinComplete = doc(false)
	g.add("the list is not complete", listed, "p", unknown)
	missing := tie(home(old(), who("kin", "1980-01-01", state(facts.DeclaredMissing), owns("home"), owns("vehicle"), has(facts.Wages, "900"))), "p", facts.Child, "kin")
	g.add("declared missing, with property", missing, "p", no)
}

// unable has a wife who owes support and earns more than the destitute may, so that only her own case counts.
func (g *grid) unable(on string) {
	g.set(tst, on, national.Tekun)
	earns := has(facts.EmployeePension, "1500")
	wife := func(name string, passes bool, born string, more ...func(*facts.Person)) {
		kin := who("kin", born, append(more, earns)...)
		g.add("wife "+name, tie(home(old(), kin), "p", facts.Spouse, "kin"), "p", either(passes))
	}
	wife("on 特困", true, "1980-01-01", holding(national.Tekun, -1))
	wife("sixty, on the allowance", true, ago(on, 60, 0), holding(national.Dibao, -1))
	wife("a day short of sixty, on the allowance", false, ago(on, 60, 1), holding(national.Dibao, -1))
	wife("sixty, not on the allowance", false, ago(on, 60, 0))
	wife("sixty, on the margin", false, ago(on, 60, 0), holding(national.Bianyuan, -1))
	for name, more := range map[string]func(*facts.Person){"without capacity": func(p *facts.Person) { p.Capacity = doc(facts.NoCapacity) },
		"declared missing": state(facts.DeclaredMissing), "in prison": held(facts.InPrison, 60)} {
		wife(name, true, "1980-01-01", more)
		wife(name+", with property", false, "1980-01-01", more, owns("home"), owns("vehicle"))
	}
	wife("of limited capacity", false, "1980-01-01", func(p *facts.Person) { p.Capacity = doc(facts.LimitedCapacity) })
	wife("in detoxification", false, "1980-01-01", held(facts.InDetox, 60))
	poor := func(born string) *facts.Household {
		return tie(home(old(), who("kin", born)), "p", facts.Spouse, "kin")
	}
	g.add("both old and without income", poor(ago(on, 60, 0)), "p", yes)
	g.add("she is not yet sixty", poor(ago(on, 60, 1)), "p", no)
	if on < in2021 {
		return
	}
	wife("sixty, alone on the allowance", true, ago(on, 60, 0), holding(national.DibaoSingle, -1))
	wife("seventy", true, ago(on, 70, 0))
	wife("a day short of seventy", false, ago(on, 70, 1))
	wife("seventy, with property", false, ago(on, 70, 0), owns("home"))
	mind := []identity.DisabilityKind{identity.Intellectual, identity.Mental}
	for kind := range identity.DisabilityKinds().All() {
		for grade := range identity.DisabilityGrades().All() {
			if kind.Key == identity.Multiple {
				continue
			}
			severe := grade.Key == identity.GradeOne || grade.Key == identity.GradeTwo || grade.Key == identity.GradeThree && slices.Contains(mind, kind.Key)
			wife(string(kind.Key)+" "+string(grade.Key), severe, "1980-01-01", disabled(kind.Key, grade.Key))
		}
	}
	wife("disabled, with property", false, "1980-01-01", disabled(identity.Limb, identity.GradeOne), owns("home"))
	earns = has(facts.EmployeePension, "3000")
	wife("seventy, at the average income", false, ago(on, 70, 0))
	wife("disabled, at the average income", false, "1980-01-01", disabled(identity.Limb, identity.GradeOne))
	wife("in prison, whatever her income", true, "1980-01-01", held(facts.InPrison, 60))
	earns = inYear(facts.EmployeePension, "35999.99")
	wife("seventy, a fen a year below it", true, ago(on, 70, 0))
	wife("disabled, a fen a year below it", true, "1980-01-01", disabled(identity.Limb, identity.GradeOne))
	for kind := range facts.IncomeKinds().All() {
		more, subtracts := []func(*facts.Person){has(kind.Key, "3000")}, slices.Contains([]facts.IncomeKind{facts.WorkCost, facts.PaidTax, facts.PaidSupport}, kind.Key)
		counted := !slices.Contains([]facts.IncomeKind{facts.CentralPension, facts.MedicalRefund, facts.Preferential, facts.OldAgeAllowance, facts.Assistance,
			facts.DisabilityAllowance, facts.ChildBenefit, facts.RigidDeduction}, kind.Key)
		if subtracts {
			more, counted = []func(*facts.Person){has(facts.Compensation, "3000"), has(kind.Key, "0.01")}, false
		}
		earns = nothing
		wife("seventy: "+kind.ZH, !counted, ago(on, 70, 0), more...)
		wife("disabled: "+kind.ZH, !counted, "1980-01-01", append(more, disabled(identity.Limb, identity.GradeOne))...)
	}
	g.set(tstb, on, national.Tekun)
	earns = has(facts.Wages, "1500")
	wife("ill", true, "1980-01-01", ill)
	wife("well", false, "1980-01-01")
	for kind := range facts.IncomeKinds().All() {
		switch kind.Key {
		case facts.EmployeePension, facts.LocalPension, facts.AccountPension, facts.UnemploymentBenefit, facts.FamilyPlanning, facts.Scholarship, facts.BraveryAward:
			earns = both(has(kind.Key, "3000"), owns("vehicle")) // a vehicle keeps her from being 特困 herself
			wife("seventy, left out: "+kind.ZH, true, ago(on, 70, 0))
			wife("disabled, left out: "+kind.ZH, true, "1980-01-01", disabled(identity.Limb, identity.GradeOne))
		}
	}
}

// old2016 are the disabilities and the obligors of the text of 2016, before and after the opinion of August 2020.
func (g *grid) old2016() {
	for _, on := range []string{in2018, in2020} {
		g.old2016On(on)
	}
	g.set(tst, in2020, national.Tekun)
	for _, found := range []bool{true, false} {
		g.add("sixteen, found", found1(home(who("p", ago(in2020, 16, 0))), facts.PersonTekunMinor, "p", found), "p", either(found))
		g.add("eighteen tomorrow, found", found1(home(who("p", ago(in2020, 18, 1))), facts.PersonTekunMinor, "p", found), "p", either(found))
		g.add("eighteen, found", found1(home(who("p", ago(in2020, 18, 0))), facts.PersonTekunMinor, "p", found), "p", no)
	}
}

func (g *grid) old2016On(on string) {
	g.set(tst, on, national.Tekun)
	for kind := range identity.DisabilityKinds().All() {
		for grade := range identity.DisabilityGrades().All() {
			if kind.Key == identity.Multiple {
				continue
			}
			one, two := grade.Key == identity.GradeOne, grade.Key == identity.GradeOne || grade.Key == identity.GradeTwo
			unable := two && (kind.Key == identity.Intellectual || kind.Key == identity.Mental) || one && kind.Key == identity.Limb
			name := string(kind.Key) + " " + string(grade.Key)
			g.add(name, home(who("p", "1980-01-01", disabled(kind.Key, grade.Key))), "p", either(unable))
			kin := who("kin", "1980-01-01", disabled(kind.Key, grade.Key), holding(national.Dibao, -1), has(facts.EmployeePension, "1500"))
			g.add("wife on the allowance, "+name, tie(home(old(), kin), "p", facts.Spouse, "kin"), "p", either(two))
			kin = who("kin", "1980-01-01", disabled(kind.Key, grade.Key), holding(national.DibaoSingle, -1), has(facts.EmployeePension, "1500"))
			g.add("wife on the allowance alone, "+name, tie(home(old(), kin), "p", facts.Spouse, "kin"), "p", either(two))
		}
	}
	pension := has(facts.EmployeePension, "1500")
	for name, kin := range map[string]facts.Person{
		"wife of sixty on the allowance, with property": who("kin", "1950-01-01", holding(national.Dibao, -1), pension, owns("vehicle")),
		"disabled wife not on the allowance":            who("kin", "1980-01-01", disabled(identity.Limb, identity.GradeOne), pension),
		"wife of seventy-five with a small pension":     who("kin", "1943-01-01", pension),
	} {
		g.add(name, tie(home(old(), kin), "p", facts.Spouse, "kin"), "p", no)
	}
	g.set(tstb, on, national.Tekun)
	g.add("wife ill", tie(home(old(), who("kin", "1980-01-01", ill, pension)), "p", facts.Spouse, "kin"), "p", no) // the pension is left out here: she is 特困 herself
	g.cases[len(g.cases)-1].want = yes
	g.add("wife ill, with a wage", tie(home(old(), who("kin", "1980-01-01", ill, has(facts.Wages, "1500"))), "p", facts.Spouse, "kin"), "p", yes)
}

// carePay looks at every one of the six indicators, in every version that pays.
func (g *grid) carePay() {
	for _, on := range []string{in2021, in2026} {
		g.set(tst, on, national.Tekun)
		for i := range 6 {
			g.add("one fails", home(old(failing(i))), "p", yes, "1210.00")
			g.add("four fail", home(old(failing(i, (i+1)%6, (i+2)%6, (i+3)%6))), "p", yes, "1410.00")
			g.add("three fail", home(old(failing(i, (i+1)%6, (i+2)%6))), "p", yes, "1210.00")
		}
		g.add("none fails", home(old()), "p", yes, "1010.00")
		institution := func(p *facts.Person) { p.Care.Form = doc(facts.InInstitution) }
		g.add("in an institution, one amount for both", home(old(institution)), "p", yes, "1010.00")
		g.set(tstb, on, national.Tekun)
		g.add("in an institution, paid more", home(old(institution)), "p", yes, "1210.00")
		g.add("at home", home(old(func(p *facts.Person) { p.Care.Form = doc(facts.AtHome) })), "p", yes, "1010.00")
	}
}
