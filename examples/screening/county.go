package main

import (
	"fmt"
	"math/rand/v2"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// generator invents households one after another; the same seed invents the same county.
type generator struct {
	*rand.Rand
	year cal.Period // the twelve months over which income is counted

	h    *facts.Household // in the making
	poor bool
	ill  bool // somebody was long in hospital
}

func newGenerator(seed uint64) (*generator, error) {
	year, err := cal.Between(today.AddMonths(-12), today)
	return &generator{Rand: rand.New(rand.NewPCG(seed, seed)), year: year}, err
}

// chance is true in so many of a hundred cases.
func (g *generator) chance(percent int) bool { return g.IntN(100) < percent }

// between is a number from..to.
func (g *generator) between(from, to int) int { return from + g.IntN(to-from+1) }

// known is a fact as a file has it: of a hundred, one is missing and twelve are only stated.
func known[T any](g *generator, v T) facts.Attested[T] {
	switch n := g.IntN(100); {
	case n < 1:
		return facts.Attested[T]{}
	case n < 13:
		return facts.Stated(v)
	case n < 60:
		return facts.Documented(v)
	default:
		return facts.Checked(v)
	}
}

// household invents the next one, of at most so many people, and returns it with how many of the people it lists live in it: they
// come first, and the relatives outside it after them.
func (g *generator) household(most int) (*facts.Household, int) {
	g.h, g.ill, g.poor = &facts.Household{Area: known(g, eligibility.Rural), PeopleComplete: known(g, true)}, g.chance(8), g.chance(22)
	if g.chance(40) {
		g.h.Area = known(g, eligibility.Urban)
	}
	members := 1
	switch kind := g.IntN(100); {
	case kind < 12 || most < 2:
		g.elders(1)
	case kind < 26:
		members = g.elders(2)
	case kind < 40:
		members = g.couple(25, 59, 0)
	case kind < 65:
		members = g.couple(24, 44, min(g.between(1, 3), most-2))
	case kind < 80 && most > 3:
		members = g.generations()
	case kind < 86:
		members = g.parent(min(g.between(1, 2), most-1))
	case kind < 88:
		members = g.orphans(min(g.between(1, 2), most-1))
	default:
		g.single()
	}
	g.books(members)
	g.emergency()
	return g.h, members
}

// books are what the household spent in the year, what the office found it earned, and whether it is on the allowance: of one in
// twelve the hospital took a lot.
func (g *generator) books(members int) {
	g.h.SpendingComplete = known(g, g.year)
	hospital := g.yuan(0, 900)
	if g.ill {
		hospital = g.yuan(15_000, 90_000)
	}
	g.h.Spending = []facts.Spending{{Kind: facts.LivingCosts, Period: g.year, Amount: known(g, g.yuan(6_000, 18_000))},
		{Kind: facts.MedicalCosts, Period: g.year, Amount: known(g, hospital)}}
	earned, all := int64(0), true
	for _, p := range g.h.People[:members] {
		for _, e := range p.Income.Items {
			a, ok := e.Amount.Get()
			earned, all = earned+a.Fen(), all && ok
		}
	}
	if all {
		g.h.IncomeOfYear = known(g, money.Fen(earned))
	}
	works := g.chance(2) // rose above the standard through work, and is about to leave the allowance
	g.h.Dibao.ExitByWork = known(g, works && !g.poor)
	if works && !g.poor {
		g.h.Dibao.AboveSince = known(g, today.AddMonths(-g.IntN(9)))
	}
	if g.poor && g.chance(40) || works && !g.poor {
		for i := range members {
			p := &g.h.People[i]
			since := today.AddMonths(-30)
			if born, ok := p.Birth.Get(); ok && since.Before(born) {
				since = born
			}
			p.Holdings = append(p.Holdings, facts.Holding{Programme: national.Dibao, Period: cal.Since(since), Confirmed: known(g, true)})
		}
	}
}

// emergency is what brought a household into sudden need, and what the township found about it.
func (g *generator) emergency() {
	struck := g.chance(2)
	g.h.Relief.Event = known(g, facts.NoEmergency)
	if struck {
		g.h.Relief = facts.Relief{Event: known(g, facts.SuddenIllness), Place: known(g, county), Amount: known(g, g.yuan(300, 9_000))}
	}
	g.found(facts.ReliefHardship, "", struck && g.chance(70))
	g.found(facts.ReliefUrgent, "", struck && g.chance(30))
	g.found(facts.ReliefSurge, "", g.ill)
	g.found(facts.ReliefStillHard, "", g.ill && g.chance(40))
	g.found(facts.ReliefWanderer, "", false)
}

// found is an official's finding of somebody, or of the household; of a hundred, two have not been made.
func (g *generator) found(fact eligibility.FactKey, who facts.Ref, is bool) {
	if !g.chance(2) {
		g.h.Judgements = append(g.h.Judgements, facts.Judgement{Fact: fact, Person: who, Finding: facts.Visited(is), On: today.AddDays(-30)})
	}
}

func (g *generator) elders(n int) int {
	age := g.between(60, 92)
	first := g.person(age, facts.Applicant)
	if n == 2 {
		g.marry(first, g.person(max(60, age-g.between(0, 6)), facts.ApplicantSpouse))
	}
	if g.chance(12) {
		return n // nobody has to support them
	}
	for range g.between(1, 3) {
		child := g.person(age-g.between(22, 34), facts.ApplicantChild)
		g.outside(child)
		for p := range n {
			g.tie(p, child, facts.Child)
		}
	}
	return n
}

func (g *generator) couple(young, old, children int) int {
	age := g.between(young, old)
	first := g.person(age, facts.Applicant)
	spouse := g.person(age-g.between(-3, 5), facts.ApplicantSpouse)
	g.marry(first, spouse)
	for range children {
		g.child(age, first, spouse)
	}
	members := 2 + children
	if g.chance(50) {
		g.outside(g.forebear(first, age))
	}
	return members
}

// generations are a couple with a child and an old parent who lives with them.
func (g *generator) generations() int {
	age := g.between(26, 52)
	first := g.person(age, facts.Applicant)
	spouse := g.person(age-g.between(-3, 5), facts.ApplicantSpouse)
	g.marry(first, spouse)
	g.child(age, first, spouse)
	parent := g.forebear(first, age)
	g.h.People[parent].Family.Together, g.h.People[parent].Family.SupportBond = known(g, true), known(g, true)
	return 4
}

// parent raises children alone; what became of the other parent differs.
func (g *generator) parent(children int) int {
	age := g.between(24, 46)
	first := g.person(age, facts.Applicant)
	var kids []int
	for range children {
		kids = append(kids, g.child(age, first))
	}
	if g.chance(20) {
		return 1 + children // no other parent was ever registered
	}
	other := g.person(age+g.between(-3, 8), facts.ApplicantOther)
	g.outside(other)
	lost := g.gone(other)
	for _, k := range kids {
		g.raisedBy(k, other, lost)
	}
	return 1 + children
}

// orphans live with a grandparent; both parents are listed, dead or gone.
func (g *generator) orphans(children int) int {
	age := g.between(60, 75)
	first := g.person(age, facts.Applicant)
	var kids []int
	for range children {
		k := g.person(g.between(1, 17), facts.ApplicantGrandchild)
		g.h.People[k].Family.Together, g.h.People[k].Family.SupportBond = known(g, true), known(g, true)
		kids = append(kids, k)
	}
	for range 2 {
		parent := g.person(g.between(36, 42), facts.ApplicantChild)
		g.outside(parent)
		lost := g.gone(parent)
		g.tie(first, parent, facts.Child)
		for _, k := range kids {
			g.raisedBy(k, parent, lost)
		}
	}
	for _, k := range kids {
		g.tie(k, first, facts.Grandparent)
	}
	return 1 + children
}

func (g *generator) single() {
	age := g.between(20, 59)
	g.person(age, facts.Applicant)
	if g.chance(60) {
		g.outside(g.forebear(0, age))
	}
}

// child of these parents, who are so old: a minor or a student, and not under one.
func (g *generator) child(age int, parents ...int) int {
	k := g.person(max(1, min(20, age-g.between(21, 32))), facts.ApplicantChild)
	for _, p := range parents {
		g.tie(k, p, facts.Parent)
	}
	return k
}

// forebear is a parent of somebody who is so old.
func (g *generator) forebear(of, age int) int {
	p := g.person(age+g.between(22, 33), facts.ApplicantParent)
	g.tie(of, p, facts.Parent)
	return p
}

// gone says what became of a parent who does not live with the child, and whether contact was lost.
func (g *generator) gone(who int) bool {
	p := &g.h.People[who]
	switch g.IntN(5) {
	case 0, 1:
		*p = facts.Person{Ref: p.Ref, Birth: p.Birth, Family: p.Family, Life: facts.Vital{State: facts.Documented(facts.Dead)}}
	case 2:
		p.Custody = facts.Detention{State: known(g, facts.InPrison), Months: known(g, g.between(3, 60))}
	case 3:
		return true
	}
	return false
}

// raisedBy ties a child to a parent elsewhere, of whom nothing was heard for a year if contact is lost.
func (g *generator) raisedBy(child, parent int, lost bool) {
	t := &g.h.Ties[g.tie(child, parent, facts.Parent)]
	t.LostContact = known(g, lost)
	if lost {
		t.LostContactSince = known(g, today.AddYears(-1))
	}
}

func (g *generator) marry(a, b int) { g.tie(a, b, facts.Spouse) }

// tie says what kin is to of.
func (g *generator) tie(of, kin int, relation facts.Kinship) int {
	t := facts.Tie{Of: g.h.People[of].Ref, Kin: g.h.People[kin].Ref, Relation: facts.Documented(relation),
		Revoked: known(g, false), LostContact: known(g, false), NotPerformed: known(g, false)}
	if relation != facts.Spouse {
		t.Origin = known(g, facts.ByBlood)
	}
	g.h.Ties = append(g.h.Ties, t)
	return len(g.h.Ties) - 1
}

// outside makes somebody a relative who lives elsewhere: what he earns and owns is asked for, because he may owe support, and
// what he might himself apply for is not.
func (g *generator) outside(who int) {
	p := &g.h.People[who]
	p.Family.Together, p.Family.Dependent, p.Residence = known(g, false), known(g, false), facts.Residence{Hukou: known(g, province)}
	p.KinComplete, p.Care, p.Work = facts.Attested[bool]{}, facts.Care{}, facts.Work{}
	if p.Income.Items == nil && len(p.Disability.Certificates) == 0 {
		p.Income.Items = []facts.Earning{{Kind: facts.Wages, Period: g.year, Amount: known(g, g.yuan(15_000, 90_000))}}
	}
}

func (g *generator) yuan(from, to int) money.Amount {
	return money.Fen(int64(g.between(from, to)) * 100)
}

// person adds somebody of this age.
func (g *generator) person(age int, role facts.Role) int {
	n := len(g.h.People)
	no := func() facts.Attested[bool] { return known(g, false) }
	p := facts.Person{
		Ref: facts.Ref(fmt.Sprint("p", n)), Birth: known(g, today.AddYears(-age).AddDays(-g.IntN(365))),
		Life: facts.Vital{State: known(g, facts.Living)}, Custody: facts.Detention{State: known(g, facts.AtLiberty)},
		KinComplete: known(g, true), HoldingsComplete: known(g, true), Foreign: no(), Deported: no(),
		Family: facts.Family{Relation: facts.Documented(role), Together: no(), SupportBond: no(), Dependent: no(), Clergy: no(),
			ParentsUnable: no(), ChildrenUnable: no()},
		Residence:  facts.Residence{Hukou: known(g, county), Elsewhere: no()},
		Disability: facts.Impairment{Disabled: no(), Serious: known(g, g.chance(2)), ForChildren: no(), LostWork: no()},
		Care:       facts.Care{Months: known(g, 0), Ability: known(g, facts.Able), LongDependent: no(), LongTermCover: no()},
		Study:      facts.Schooling{Stage: known(g, facts.NotAtSchool)},
		Work:       facts.Work{Employed: no(), Away: no(), Insured: no()},
		Income:     facts.Income{Complete: known(g, g.year)},
		Property:   facts.Property{Financial: known(g, g.yuan(0, 25_000)), Vehicles: known(g, 0)},
		Child:      facts.Childhood{ParentsNotFound: no(), InInstitution: no(), ChoseBenefit: no(), BenefitInFull: no(), GuardianAble: known(g, true)},
	}
	if !g.poor {
		p.Property.Financial = known(g, g.yuan(5_000, 120_000))
	}
	switch {
	case age < 6:
		p.Study.Stage = known(g, facts.Preschool)
	case age < 15:
		p.Study.Stage = known(g, facts.CompulsorySchool)
	case age < 18:
		p.Study.Stage = known(g, facts.SeniorHigh)
	case age < 21 && role == facts.ApplicantChild:
		p.Study = facts.Schooling{Stage: known(g, facts.College), FullTime: known(g, true)}
	case age < 60:
		g.earns(&p)
	default:
		g.retired(&p, age)
	}
	if g.chance(6) {
		g.disabled(&p, age)
	}
	if age < 18 {
		g.found(facts.PersonNeglected, p.Ref, g.chance(1))
		if g.chance(3) {
			p.Residence.Elsewhere, p.Residence.ElsewhereSince = known(g, true), known(g, today.AddDays(-g.between(10, 300)))
		}
	} else {
		g.found(facts.PersonEpidemicJobless, p.Ref, false)
	}
	g.h.People = append(g.h.People, p)
	return n
}

// earns gives an adult work, and what it pays.
func (g *generator) earns(p *facts.Person) {
	p.Work.Able, p.Work.Refusals, p.Capacity = known(g, true), known(g, 0), known(g, facts.FullCapacity)
	switch {
	case g.poor && g.chance(35):
		return
	case g.poor:
		p.Income.Items = append(p.Income.Items, facts.Earning{Kind: facts.Wages, Period: g.year, Amount: known(g, g.yuan(4_000, 22_000))})
	default:
		p.Income.Items = append(p.Income.Items, facts.Earning{Kind: facts.Wages, Period: g.year, Amount: known(g, g.yuan(18_000, 80_000))})
		if g.chance(40) {
			p.Property.Vehicles = known(g, 1)
		}
	}
	p.Work.Employed, p.Work.Away = known(g, true), known(g, g.chance(12))
	if g.poor && g.chance(8) {
		p.Property.Vehicles = known(g, 1)
	}
}

// retired gives somebody a pension: a small one, or that of an employee.
func (g *generator) retired(p *facts.Person, age int) {
	p.Capacity = known(g, facts.FullCapacity)
	pension := facts.Earning{Kind: facts.CentralPension, Period: g.year, Amount: known(g, g.yuan(1_800, 2_600))}
	if !g.poor && g.chance(50) {
		pension = facts.Earning{Kind: facts.EmployeePension, Period: g.year, Amount: known(g, g.yuan(14_000, 42_000))}
	}
	p.Income.Items = append(p.Income.Items, pension)
	if age >= 80 && g.chance(85) {
		p.Holdings = append(p.Holdings, facts.Holding{Programme: national.Gaoling, Period: cal.Since(today.AddYears(-1)), Confirmed: known(g, true)})
	}
	fails := 0
	if g.chance(4 + max(0, age-70)) {
		fails = g.between(1, 6)
		p.Care.LongDependent = known(g, fails > 2)
		p.Care.Ability = known(g, [...]facts.Ability{facts.MildlyDependent, facts.ModeratelyDependent, facts.SeverelyDependent}[(fails-1)/2])
	}
	for i, f := range []*facts.Attested[bool]{&p.Care.Eat, &p.Care.Dress, &p.Care.Bed, &p.Care.Toilet, &p.Care.Walk, &p.Care.Bathe} {
		*f = known(g, i >= fails)
	}
}

// disabled gives somebody a disability, and mostly a certificate of it.
func (g *generator) disabled(p *facts.Person, age int) {
	p.Disability.Disabled = known(g, true)
	if g.chance(10) {
		return // not certified yet: kind and grade are unknown
	}
	kinds := [...]identity.DisabilityKind{identity.Visual, identity.Hearing, identity.Limb, identity.Limb, identity.Intellectual, identity.Mental}
	grades := [...]identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour}
	p.Disability.Certificates = []facts.Certificate{{Kind: kinds[g.IntN(len(kinds))], Grade: grades[g.IntN(len(grades))],
		State: known(g, facts.CertificateValid)}}
	p.Care.Months = known(g, g.between(0, 24))
	if age >= 18 && g.chance(50) {
		p.Disability.LostWork = known(g, true)
		p.Family.Dependent = known(g, true)
		if age < 60 {
			p.Work = facts.Work{Employed: known(g, false), Able: known(g, false), Away: known(g, false), Insured: known(g, false)}
			p.Income.Items = nil
		}
	}
}
