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
	"github.com/shegong/shegong/station/money"
)

const (
	yes     = eligibility.Eligible
	no      = eligibility.NotEligible
	unknown = eligibility.NeedFacts
	finding = eligibility.NeedDiscretion
	value   = eligibility.NeedParameter
)

// A welfareCase is one case of law (判例): facts, the day, the programme, and what the law says by our reading of its article. The
// names begin with the numbers of the acceptance cases (T, L), corrections (K) and traps they stand for.
type welfareCase struct {
	name, on string
	h        *facts.Household
	who      facts.Ref // empty: the household
	p        eligibility.ProgrammeID
	want     eligibility.Result
	amount   string                  // yuan a month; empty: not looked at
	next     eligibility.ProgrammeID // empty: not looked at
	lacks    eligibility.FactKey     // a fact that must be among the missing; empty: not looked at
	in       division.Code           // zero: the county of the welfare cases
	why      []string                // the criteria that decide, with their articles, as decided reads them
}

func welfareCases() []welfareCase {
	var all []welfareCase
	for _, f := range []func() []welfareCase{unsupportedCases, orphanCases, childBenefitCases, tagCases, hardshipCases, livingCases, careCases, oldCases,
		reliefCases, spendingCases, reliefIncomeCases, joblessCases, membersOf2012Cases} {
		all = append(all, f()...)
	}
	return all
}

func TestWelfareCases(t *testing.T) {
	laws := make(map[string]*statutes.Law)
	for _, c := range welfareCases() {
		t.Run(string(c.p)+"/"+c.name, func(t *testing.T) {
			if laws[c.on] == nil {
				laws[c.on] = welfareLaw(t, c.on)
			}
			a := assessed(t, laws[c.on], c.h, c.who, c.p)
			if wrong := c.wrong(a); wrong != "" {
				t.Errorf("%s (facts %v, judgements %v, parameters %v)", wrong, a.Facts, a.Judgements, a.Parameters)
			}
		})
	}
}

// wrong says in what an assessment differs from the case.
func (c *welfareCase) wrong(a eligibility.Assessment) string {
	switch {
	case a.Result != c.want:
		return "it is " + string(a.Result) + ", want " + string(c.want)
	case c.amount != "" && a.Amount.String() != c.amount:
		return "it pays " + a.Amount.String() + ", want " + c.amount
	case c.next != "" && a.Next != c.next:
		return "next is " + string(a.Next) + ", want " + string(c.next)
	case c.lacks != "" && !lacksFact(a, c.lacks):
		return "among the missing is not " + string(c.lacks)
	}
	return ""
}

func mother(more ...func(*facts.Person)) facts.Person {
	return somebody("mother", "1988-01-01", more...)
}
func father(more ...func(*facts.Person)) facts.Person {
	return somebody("father", "1985-01-01", more...)
}

// ofFather is the ties of the child when something is to be said of the father's.
func ofFather(f ...func(*facts.Tie)) []facts.Tie {
	return []facts.Tie{parentOf("child", "mother"), parentOf("child", "father", f...)}
}

// unsupportedCases are those of 民发〔2019〕62号 and 民发〔2020〕125号: the state of each parent decides.
func unsupportedCases() []welfareCase {
	foreign := func(p *facts.Person) { p.Foreign, p.Deported = doc(true), doc(true) }
	deported := func(p *facts.Person) { p.Deported = doc(true) }
	abroad := func(p *facts.Person) { p.Foreign = doc(true) }
	ill := func(p *facts.Person) { p.Disability.ForChildren = doc(true) }
	revoked := func(t *facts.Tie) { t.Revoked = doc(true) }
	byAdoption := func(t *facts.Tie) { t.Origin = doc(facts.ByAdoption) }
	notRaising := func(t *facts.Tie) { t.NotPerformed = doc(true) }
	limb, mental, mind := identity.Limb, identity.Mental, identity.Intellectual
	one, two, three, four := identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour
	abroadAndAway := []facts.Tie{parentOf("child", "mother", revoked), parentOf("child", "father", notRaising)}

	withKin := func(h *facts.Household, known facts.Attested[bool]) *facts.Household {
		h.People[0].KinComplete = known
		return h
	}
	step := func(origin facts.Origin) *facts.Household {
		h := childWith(mother(disabled(limb, two)), father(dead))
		h.People = append(h.People, somebody("stepfather", "1980-01-01", as(facts.ApplicantParent)))
		h.Ties = append(h.Ties, parentOf("child", "stepfather", func(t *facts.Tie) { t.Origin = doc(origin) }))
		return h
	}
	oneListed := func() *facts.Household {
		h := childWith(somebody("mother", "1988-07-15", disabled(limb, one)), father(), parentOf("child", "mother"))
		h.People = h.People[:2]
		return h
	}
	unfound := withKin(oneListed(), doc(true))
	unfound.Judgements = []facts.Judgement{{Fact: facts.PersonOneParentOnly, Person: "child", Finding: doc(true), On: cal.MustParse("2022-01-10")}}
	standIn := step(facts.StepRaised) // a step-father does not stand for a father who was never listed
	standIn.People = append(standIn.People[:2], somebody("stepfather", "1980-01-01", as(facts.ApplicantParent), held(facts.InPrison, 36)))
	standIn.Ties = append(standIn.Ties[:1], standIn.Ties[2])
	adoptedSister := oneListed() // and neither does a sister by adoption
	adoptedSister.People[0].KinComplete = doc(true)
	adoptedSister.People = append(adoptedSister.People, somebody("sister", "2010-01-01", as(facts.ApplicantSibling)))
	adoptedSister.Ties = append(adoptedSister.Ties, facts.Tie{Of: "child", Kin: "sister", Relation: doc(facts.ElderSibling), Origin: doc(facts.ByAdoption)})
	uncle := childWith(mother(dead), father(held(facts.InPrison, 36)))
	uncle.People = append(uncle.People, somebody("uncle", "1980-01-01"))
	uncle.Ties = append(uncle.Ties, facts.Tie{Of: "child", Kin: "uncle", Relation: doc(facts.OtherRelative), Origin: doc(facts.ByBlood)})
	adopted := childWith(mother(dead), father(held(facts.InPrison, 36)), parentOf("child", "mother", byAdoption), parentOf("child", "father", byAdoption))
	secondHusband := childWith(mother(dead), father(held(facts.InPrison, 36)), parentOf("child", "mother"), parentOf("child", "father", byAdoption))
	givenUp := childWith(mother(disabled(limb, two)), father(dead), parentOf("child", "mother", byAdoption), parentOf("child", "father", byAdoption),
		parentOf("child", "birthfather", func(t *facts.Tie) { t.Origin = doc(facts.GivenUp) }))
	givenUp.People = append(givenUp.People, somebody("birthfather", "1980-01-01", func(p *facts.Person) { p.Family = facts.Family{} }))

	march := "2024-03-01"
	ziti := func(name, on string, h *facts.Household, want eligibility.Result) welfareCase {
		return welfareCase{name: name, on: on, h: h, who: "child", p: national.Shishi, want: want}
	}
	cases := []welfareCase{
		ziti("T27 father sentenced to six months", march, childWith(mother(dead), father(held(facts.InPrison, 6))), yes),
		ziti("T27 father out of contact for five months", march, childWith(mother(dead), father(), ofFather(lostSince("2023-10-01"))...), no),
		ziti("T27 father limb grade three", march, childWith(mother(dead), father(disabled(limb, three))), no),
		ziti("T27 father mental grade four", march, childWith(mother(dead), father(disabled(mental, four))), yes),
		ziti("trap-04 out of contact for six months to the day", "2024-04-01", childWith(mother(dead), father(), ofFather(lostSince("2023-10-01"))...), yes),
		ziti("trap-04 a day short of six months", "2024-03-31", childWith(mother(dead), father(), ofFather(lostSince("2023-10-01"))...), no),
		ziti("five months of detoxification", march, childWith(mother(dead), father(held(facts.InDetox, 5))), no),
		ziti("six months of detoxification", march, childWith(mother(dead), father(held(facts.InDetox, 6))), yes),
		ziti("otherwise held for seven months", march, childWith(mother(dead), father(held(facts.OtherwiseHeld, 7))), yes),
		ziti("both parents unable in different ways", march, childWith(mother(disabled(mind, three)), father(ill)), yes),
		ziti("mother able", march, childWith(mother(), father(held(facts.InPrison, 60))), no),
		ziti("mother declared missing, father disabled", march, childWith(mother(state(facts.DeclaredMissing)), father(disabled(limb, two))), yes),
		ziti("T29 both dead is an orphan", march, childWith(mother(dead), father(dead)), no),
		ziti("T29 both dead, with a grandmother", march, withGrandmother(childWith(mother(dead), father(dead))), no),
		ziti("eighteen and at school, supported further by the place", "2032-05-01", atSchool(childWith(mother(dead), father(held(facts.InPrison, 600)))), yes),
		ziti("a dead father's certificate does not make him unable", march, childWith(mother(dead), father(dead, disabled(limb, one))), no),
		ziti("missing and dead is an orphan", march, childWith(mother(state(facts.DeclaredMissing), disabled(limb, one)), father(state(facts.DeclaredDead), disabled(limb, one))), no),
		ziti("T28 foreign father deported, mother's guardianship revoked", "2021-03-01", childWith(mother(), father(foreign), abroadAndAway...), yes),
		ziti("T28 before the notice of 2020", "2020-06-01", childWith(mother(), father(foreign), abroadAndAway...), no),
		ziti("T28 the day the notice was published", "2021-01-25", childWith(mother(), father(foreign), abroadAndAway...), yes),
		ziti("K5 a deported parent who is no foreigner", "2021-03-01", childWith(mother(dead), father(deported), ofFather(notRaising)...), no),
		ziti("K5 a deported foreigner who goes on paying", "2021-03-01", childWith(mother(dead), father(foreign)), no),
		ziti("K5 a foreigner who stayed", "2021-03-01", childWith(mother(dead), father(abroad), ofFather(notRaising)...), no),
		ziti("trap-19 declared dead by a court", march, childWith(mother(state(facts.DeclaredDead)), father(held(facts.InPrison, 36))), yes),
		ziti("eighteen", "2032-05-01", childWith(mother(dead), father(held(facts.InPrison, 600))), no),
		ziti("seventeen", "2032-04-30", childWith(mother(dead), father(held(facts.InPrison, 600))), yes),
		ziti("an able uncle is no parent", march, uncle, yes),
		ziti("parents by adoption", march, adopted, yes),
		ziti("adopted by the mother's second husband", march, secondHusband, yes),
		ziti("a step-father who raises the child", march, step(facts.StepRaised), no),
		ziti("a step-father who does not", march, step(facts.StepOnly), yes),
		ziti("a birth father whose child was adopted", march, givenUp, yes),
		ziti("a step-father in prison, the father not listed", march, standIn, finding),
		ziti("a sister by adoption, the father not listed", march, adoptedSister, finding),
		ziti("L02 both serve long terms", "2024-08-15", childWith(mother(held(facts.InPrison, 12)), father(held(facts.InPrison, 36))), yes),
		ziti("L19a father dead", "2022-01-15", childWith(mother(disabled(limb, one)), father(dead)), yes),
		ziti("L19b father alive and able", "2022-01-15", childWith(mother(disabled(limb, one)), father()), no),
		ziti("L19c no contact and no care since 2020-12", "2022-01-15", childWith(mother(disabled(limb, one)), father(), ofFather(lostSince("2020-12-15"))...), yes),
		ziti("L19d said to be all, with one parent", "2022-01-15", withKin(oneListed(), doc(true)), finding),
		ziti("L19d found to be beyond finding out", "2022-01-15", unfound, yes),
	}
	for _, on := range []string{"2020-06-01", march} { // both versions of the list of states
		months := cal.MustParse(on).AddMonths(-6)
		cases = append(cases,
			ziti(on+" sentenced to six months", on, childWith(mother(dead), father(held(facts.InPrison, 6))), yes),
			ziti(on+" sentenced to seven months", on, childWith(mother(dead), father(held(facts.InPrison, 7))), yes),
			ziti(on+" sentenced to five months", on, childWith(mother(dead), father(held(facts.InPrison, 5))), no),
			ziti(on+" detoxification", on, childWith(mother(dead), father(held(facts.InDetox, 6))), yes),
			ziti(on+" otherwise held", on, childWith(mother(dead), father(held(facts.OtherwiseHeld, 6))), yes),
			ziti(on+" ill", on, childWith(mother(dead), father(ill)), yes),
			ziti(on+" out of contact for six months", on, childWith(mother(dead), father(), ofFather(lostSince(months.String()))...), yes),
			ziti(on+" out of contact for a day less", on, childWith(mother(dead), father(), ofFather(lostSince(months.AddDays(1).String()))...), no),
			ziti(on+" in contact", on, childWith(mother(dead), father()), no))
		for _, k := range []identity.DisabilityKind{identity.Visual, identity.Hearing, identity.Speech, limb, mind, mental} {
			for i, g := range grades() {
				want := no
				if i < 2 || k == mind || k == mental {
					want = yes
				}
				cases = append(cases, ziti(on+" "+string(k)+" "+string(g), on, childWith(mother(dead), father(disabled(k, g))), want))
			}
		}
	}
	missing := func(c welfareCase, k eligibility.FactKey) welfareCase { c.lacks = k; return c }
	return append(cases,
		missing(ziti("L19d father not known", "2022-01-15", withKin(oneListed(), facts.Attested[bool]{}), unknown), eligibility.KinComplete),
		missing(ziti("trap-20 parents not known to be all", march, withKin(childWith(mother(dead), father(held(facts.InPrison, 60))), facts.Attested[bool]{}), unknown), eligibility.KinComplete),
		missing(ziti("trap-25 several disabilities, components not named", march, childWith(mother(disabled(identity.Multiple, three)), father(dead)), unknown), facts.PersonDisability))
}

func withGrandmother(h *facts.Household) *facts.Household {
	h.People = append(h.People, somebody("grandmother", "1955-01-01", as(facts.ApplicantGrandparent)))
	h.Ties = append(h.Ties, facts.Tie{Of: "child", Kin: "grandmother", Relation: doc(facts.Grandparent), Origin: doc(facts.ByBlood)})
	return h
}

func atSchool(h *facts.Household) *facts.Household {
	h.People[0].Study.Stage = doc(facts.SeniorHigh)
	return h
}

func orphanCases() []welfareCase {
	gone := func() *facts.Household { return childWith(mother(dead), father(dead)) }
	inside := gone()
	inside.People[0].Child.InInstitution = doc(true)
	grown := func(later int) *facts.Household {
		h := gone()
		h.People[0].Birth = doc(cal.MustParse("2006-03-01").AddDays(later))
		return h
	}
	lost := func(s facts.LifeState) *facts.Household {
		return childWith(mother(dead), father(state(s)), ofFather(lostSince("2010-01-01"))...)
	}
	foundling := func(found, kin facts.Attested[bool]) *facts.Household {
		child := somebody("child", "2020-05-01", as(facts.Applicant), func(p *facts.Person) { p.Child.ParentsNotFound, p.KinComplete = found, kin })
		return &facts.Household{PeopleComplete: doc(true), People: []facts.Person{child}}
	}
	origin := func(o facts.Origin) func(*facts.Tie) { return func(t *facts.Tie) { t.Origin = doc(o) } }
	adopter := childWith(mother(), father(dead), parentOf("child", "mother", origin(facts.GivenUp)), parentOf("child", "father", origin(facts.ByAdoption)))
	half := func() *facts.Household {
		h := childWith(mother(dead), father(), parentOf("child", "mother"))
		h.People = h.People[:2]
		return h
	}
	c := func(name string, h *facts.Household, want eligibility.Result, amount string, next eligibility.ProgrammeID) welfareCase {
		return welfareCase{name: name, on: "2024-03-01", h: h, who: "child", p: national.Guer, want: want, amount: amount, next: next}
	}
	return []welfareCase{
		c("T29 both parents dead", gone(), yes, "1792.00", ""),
		c("in an institution", inside, yes, "2213.00", ""),
		c("eighteen that day", grown(0), no, "", ""),
		c("eighteen the next day", grown(1), yes, "", ""),
		c("eighteen and at school, supported further by the place", atSchool(grown(0)), yes, "", ""),
		c("one parent and a grandmother listed", withGrandmother(half()), finding, "", ""),
		c("trap-19 out of contact is not missing", lost(facts.Living), no, "", national.Shishi),
		c("declared missing", lost(facts.DeclaredMissing), yes, "", ""),
		c("declared dead", lost(facts.DeclaredDead), yes, "", ""),
		c("a foundling", foundling(doc(true), doc(true)), yes, "", ""),
		c("nothing known of the parents", foundling(facts.Attested[bool]{}, facts.Attested[bool]{}), unknown, "", ""),
		c("adopted by one person who died", adopter, yes, "", ""),
		c("one parent listed as if there were no other", half(), finding, "", ""),
	}
}

// childBenefitCases are L15 and T30: what is paid already is taken off, and the care subsidy stays.
func childBenefitCases() []welfareCase {
	child := func(inside bool, more ...func(*facts.Person)) *facts.Household {
		h := childWith(mother(dead), father(disabled(identity.Mental, identity.GradeFour)))
		h.People[0].Birth = doc(cal.MustParse("2015-05-01"))
		h.People[0].Child.InInstitution = doc(inside)
		for _, m := range append(more, disabled(identity.Limb, identity.GradeTwo), needsCare(12)) {
			m(&h.People[0])
		}
		return h
	}
	full := func(p *facts.Person) { p.Child.BenefitInFull = doc(true) }
	poor := []func(*facts.Person){holding(national.Dibao, 450), holding(national.Shenghuo, 114)}
	c := func(name string, p eligibility.ProgrammeID, h *facts.Household, want eligibility.Result, amount string) welfareCase {
		return welfareCase{name: name, on: "2024-09-01", h: h, who: "child", p: p, want: want, amount: amount}
	}
	return []welfareCase{
		c("L15 as a difference", national.Shishi, child(false, poor...), yes, "1228.00"),
		c("L15 in full", national.Shishi, child(false), yes, "1792.00"),
		c("beside the support of the destitute", national.Shishi, child(false, holding(national.Tekun, 1000)), yes, "792.00"),
		c("more than the standard already", national.Shishi, child(false, holding(national.Tekun, 2000)), yes, "0.00"),
		c("in an institution", national.Shishi, child(true), yes, "2213.00"),
		c("L15 the care subsidy stays", national.Huli, child(false, poor...), yes, "121.00"),
		c("L15 beside the allowance the living subsidy goes on", national.Shenghuo, child(false, poor...), yes, "114.00"),
		c("T30 on the full child benefit no living subsidy", national.Shenghuo, child(false, full, holding(national.Shishi, 1792), holding(national.Dibao, 450)), no, ""),
		c("T30 but the care subsidy", national.Huli, child(false, full, holding(national.Shishi, 1792)), yes, "85.00"),
		c("the child benefit as a difference", national.Shenghuo, child(false, holding(national.Shishi, 1228), holding(national.Dibao, 450)), yes, ""),
		c("full, says the file, of what he does not have", national.Shenghuo, child(false, full, holding(national.Dibao, 450)), yes, ""),
		{name: "before 2020 the child benefit did not matter", on: "2019-12-31", h: child(false, full, holding(national.Shishi, 1792), holding(national.Dibao, 450)), who: "child",
			p: national.Shenghuo, want: yes},
	}
}

// tagCases are T34 and what lies around it.
func tagCases() []welfareCase {
	away := func(p *facts.Person) { p.Work.Away = doc(true) }
	unable := func(p *facts.Person) { p.Child.GuardianAble = doc(false) }
	here := func(*facts.Person) {}
	h := func(born string, m, f func(*facts.Person)) *facts.Household {
		g := childWith(mother(m), father(f))
		g.People[0].Birth = doc(cal.MustParse(born))
		return g
	}
	town := h("2015-01-01", away, away)
	town.Area = doc(eligibility.Urban)
	grandmother := withGrandmother(h("2015-01-01", away, away))
	uncle := h("2015-01-01", unable, here)
	uncle.People = append(uncle.People, somebody("uncle", "1985-01-01", away))
	uncle.Ties = append(uncle.Ties, facts.Tie{Of: "child", Kin: "uncle", Relation: doc(facts.OtherRelative), Origin: doc(facts.ByBlood)})
	unableUncle := h("2015-01-01", unable, unable)
	unableUncle.People, unableUncle.Ties = append(unableUncle.People, uncle.People[3]), append(unableUncle.Ties, uncle.Ties[2])
	moved := func(born, day string) *facts.Household {
		g := h(born, here, here)
		g.People[0].Residence.Elsewhere, g.People[0].Residence.ElsewhereSince = doc(true), doc(cal.MustParse(day))
		return g
	}
	c := func(name string, p eligibility.ProgrammeID, h *facts.Household, want eligibility.Result) welfareCase {
		return welfareCase{name: name, on: "2025-07-01", h: h, who: "child", p: p, want: want}
	}
	return []welfareCase{
		c("T34 fifteen, both away", national.Liushou, h("2009-07-02", away, away), yes),
		c("T34 sixteen, both away", national.Liushou, h("2009-07-01", away, away), no),
		c("T34 one away, the other able", national.Liushou, h("2015-01-01", away, here), no),
		c("one away, the other unable", national.Liushou, h("2015-01-01", away, unable), yes),
		c("one away, the other dead", national.Liushou, h("2015-01-01", away, dead), yes),
		c("one away, the other declared dead", national.Liushou, h("2015-01-01", away, state(facts.DeclaredDead)), yes),
		c("one away, the other declared missing", national.Liushou, h("2015-01-01", away, state(facts.DeclaredMissing)), yes),
		c("nobody away", national.Liushou, h("2015-01-01", unable, unable), no),
		c("an uncle away", national.Liushou, unableUncle, no),
		c("both away, with a grandmother at home", national.Liushou, grandmother, yes),
		c("in town", national.Liushou, town, no),
		c("migrant for six months to the day", national.Liudong, moved("2015-01-01", "2025-01-01"), yes),
		c("migrant, a day short", national.Liudong, moved("2015-01-01", "2025-01-02"), no),
		c("migrant, fifteen", national.Liudong, moved("2009-07-02", "2020-01-01"), yes),
		c("migrant, sixteen", national.Liudong, moved("2009-07-01", "2020-01-01"), no),
		c("at home", national.Liudong, h("2015-01-01", here, here), no),
	}
}

// hardshipCases are the three causes of 国发〔2016〕36号.
func hardshipCases() []welfareCase {
	child := func(born string, neglected bool, more ...func(*facts.Person)) *facts.Household {
		h := childWith(mother(), father())
		h.People[0].Birth = doc(cal.MustParse(born))
		for _, m := range more {
			m(&h.People[0])
		}
		h.Judgements = []facts.Judgement{{Fact: facts.PersonNeglected, Person: "child", Finding: doc(neglected), On: cal.MustParse("2025-06-01")}}
		return h
	}
	rich := func(p *facts.Person) {
		p.Income.Items = []facts.Earning{{Kind: facts.Gifts, Period: cal.MustParsePeriod("2024-07-01/2025-07-01"), Amount: doc(money.Fen(90000000))}}
	}
	c := func(name string, h *facts.Household, want eligibility.Result) welfareCase {
		return welfareCase{name: name, on: "2025-07-01", h: h, who: "child", p: national.Kunjing, want: want}
	}
	cases := []welfareCase{
		c("nothing of it", child("2015-01-01", false, rich), no),
		c("disabled", child("2015-01-01", false, rich, disabled(identity.Speech, identity.GradeFour)), yes),
		c("disabled and eighteen", child("2007-07-01", false, rich, disabled(identity.Speech, identity.GradeFour)), no),
		c("disabled and seventeen", child("2007-07-02", false, rich, disabled(identity.Speech, identity.GradeFour)), yes),
		c("guardianship fails", child("2015-01-01", true, rich), yes),
		c("destitute", child("2015-01-01", false, rich, holding(national.Tekun, 900)), yes),
		c("on subsistence allowance", child("2015-01-01", false, rich, holding(national.Dibao, 450)), yes),
		c("on subsistence allowance alone", child("2015-01-01", false, rich, holding(national.DibaoSingle, 450)), yes),
		c("of a marginal household", child("2015-01-01", false, rich, holding(national.Bianyuan, 0)), yes),
		c("the family is found to be poor", child("2015-01-01", false), yes),
	}
	for _, k := range []identity.DisabilityKind{identity.Visual, identity.Hearing, identity.Speech, identity.Limb, identity.Intellectual, identity.Mental} {
		for _, g := range grades() {
			cases = append(cases, c(string(k)+" "+string(g), child("2015-01-01", false, rich, disabled(k, g)), yes))
		}
	}
	return cases
}

func grades() []identity.DisabilityGrade {
	return []identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour}
}
