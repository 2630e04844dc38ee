package national_test

import (
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/combine"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

const (
	yes     = eligibility.Eligible
	no      = eligibility.NotEligible
	unknown = eligibility.NeedFacts
	find1   = eligibility.NeedDiscretion
)

// TestUnsupportedChildren are the cases of 民发〔2019〕62号 and 民发〔2020〕125号: the state of each parent.
func TestUnsupportedChildren(t *testing.T) {
	mother := func(more ...func(*facts.Person)) facts.Person { return somebody("mother", "1988-01-01", more...) }
	father := func(more ...func(*facts.Person)) facts.Person { return somebody("father", "1985-01-01", more...) }
	foreign := func(p *facts.Person) { p.Foreign, p.Deported = doc(true), doc(true) }
	deported := func(p *facts.Person) { p.Deported = doc(true) }
	ill := func(p *facts.Person) { p.Disability.ForChildren = doc(true) }
	ties := func(f ...func(*facts.Tie)) []facts.Tie {
		return []facts.Tie{parentOf("child", "mother"), parentOf("child", "father", f...)}
	}
	revoked := func(t *facts.Tie) { t.Revoked = doc(true) }
	notRaising := func(t *facts.Tie) { t.NotPerformed = doc(true) }
	limb, mental, mind := identity.Limb, identity.Mental, identity.Intellectual
	two, three, four := identity.GradeTwo, identity.GradeThree, identity.GradeFour

	for _, c := range []struct {
		name, on string
		h        *facts.Household
		want     eligibility.Result
		article  string
	}{
		{"T27 father sentenced to six months", "2024-03-01", childWith(mother(dead), father(held(facts.InPrison, 6))), yes, "一"},
		{"T27 father out of contact for five months", "2024-03-01", childWith(mother(dead), father(), ties(lostSince("2023-10-01"))...), no, "一"},
		{"T27 father limb grade three", "2024-03-01", childWith(mother(dead), father(disabled(limb, three))), no, "一"},
		{"T27 father mental grade four", "2024-03-01", childWith(mother(dead), father(disabled(mental, four))), yes, "一"},
		{"trap-04 out of contact for six months to the day", "2024-04-01", childWith(mother(dead), father(), ties(lostSince("2023-10-01"))...), yes, "一"},
		{"trap-04 a day short of six months", "2024-03-31", childWith(mother(dead), father(), ties(lostSince("2023-10-01"))...), no, "一"},
		{"five months of detoxification", "2024-03-01", childWith(mother(dead), father(held(facts.InDetox, 5))), no, "一"},
		{"otherwise held for seven months", "2024-03-01", childWith(mother(dead), father(held(facts.OtherwiseHeld, 7))), yes, "一"},
		{"both parents unable in different ways", "2024-03-01", childWith(mother(disabled(mind, three)), father(ill)), yes, "一"},
		{"mother able", "2024-03-01", childWith(mother(), father(held(facts.InPrison, 60))), no, "一"},
		{"mother declared missing, father disabled", "2024-03-01", childWith(mother(state(facts.DeclaredMissing)), father(disabled(limb, two))), yes, "一"},
		{"T29 both dead", "2024-03-01", childWith(mother(dead), father(dead)), no, "一"},
		{"T28 foreign father deported, mother's guardianship revoked", "2021-03-01",
			childWith(mother(), father(foreign), parentOf("child", "mother", revoked), parentOf("child", "father", notRaising)), yes, "一"},
		{"T28 before the notice of 2020", "2020-06-01",
			childWith(mother(), father(foreign), parentOf("child", "mother", revoked), parentOf("child", "father", notRaising)), no, "一"},
		{"K5 a deported parent who is no foreigner", "2021-03-01", childWith(mother(dead), father(deported), ties(notRaising)...), no, "一"},
		{"K5 a deported foreigner who goes on paying", "2021-03-01", childWith(mother(dead), father(foreign)), no, "一"},
		{"trap-19 declared dead by a court", "2024-03-01", childWith(mother(state(facts.DeclaredDead)), father(held(facts.InPrison, 36))), yes, "一"},
		{"eighteen", "2032-05-01", childWith(mother(dead), father(held(facts.InPrison, 60))), no, "一"},
		{"seventeen", "2032-04-30", childWith(mother(dead), father(held(facts.InPrison, 60))), yes, "一"},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantResult(t, assessed(t, welfareLaw(t, c.on), c.h, "child", national.Shishi), c.want)
		})
	}
	t.Run("not before 2020", func(t *testing.T) {
		law := welfareLaw(t, "2019-12-31")
		if _, ok := law.Programme(national.Shishi); ok {
			t.Error("in force in 2019")
		}
	})
	t.Run("trap-20 parents not known to be all", func(t *testing.T) {
		h := childWith(mother(dead), father(held(facts.InPrison, 60)))
		h.People[0].KinComplete = facts.Attested[bool]{}
		a := assessed(t, welfareLaw(t, "2024-03-01"), h, "child", national.Shishi)
		if wantResult(t, a, unknown); !lacksFact(a, eligibility.KinComplete) {
			t.Errorf("a step-parent may be missing from the list: %v", a.Facts)
		}
	})
	t.Run("a step-father who raises the child", func(t *testing.T) {
		h := childWith(mother(disabled(limb, two)), father(dead))
		h.People = append(h.People, somebody("stepfather", "1980-01-01", as(facts.ApplicantParent)))
		h.Ties = append(h.Ties, parentOf("child", "stepfather", func(t *facts.Tie) { t.Origin = doc(facts.StepRaised) }))
		wantResult(t, assessed(t, welfareLaw(t, "2024-03-01"), h, "child", national.Shishi), no)
		h.Ties[2].Origin = doc(facts.StepOnly)
		wantResult(t, assessed(t, welfareLaw(t, "2024-03-01"), h, "child", national.Shishi), yes)
	})
	t.Run("trap-25 mother with several disabilities, components not named", func(t *testing.T) {
		h := childWith(mother(disabled(identity.Multiple, three)), father(dead))
		a := assessed(t, welfareLaw(t, "2024-03-01"), h, "child", national.Shishi)
		if wantResult(t, a, unknown); !lacksFact(a, facts.PersonDisability) {
			t.Errorf("missing %v", a.Facts)
		}
	})
}

// TestL19 is the daughter's child of law-2.md 6: its mother is severely disabled, and of its father four things may be known.
func TestL19(t *testing.T) {
	mother := somebody("mother", "1988-07-15", disabled(identity.Limb, identity.GradeOne))
	law := welfareLaw(t, "2022-01-15")
	father := func(more ...func(*facts.Person)) facts.Person { return somebody("father", "1985-01-01", more...) }
	both := func(f ...func(*facts.Tie)) []facts.Tie {
		return []facts.Tie{parentOf("child", "mother"), parentOf("child", "father", f...)}
	}
	t.Run("L19a dead", func(t *testing.T) {
		wantResult(t, assessed(t, law, childWith(mother, father(dead)), "child", national.Shishi), yes)
	})
	t.Run("L19b alive and able", func(t *testing.T) {
		wantResult(t, assessed(t, law, childWith(mother, father()), "child", national.Shishi), no)
	})
	t.Run("L19c no contact and no care since 2020-12", func(t *testing.T) {
		wantResult(t, assessed(t, law, childWith(mother, father(), both(lostSince("2020-12-15"))...), "child", national.Shishi), yes)
	})
	t.Run("L19d not known", func(t *testing.T) {
		h := childWith(mother, father(), parentOf("child", "mother"))
		h.People = h.People[:2]
		h.People[0].KinComplete = facts.Attested[bool]{}
		wantResult(t, assessed(t, law, h, "child", national.Shishi), unknown)
		h.People[0].KinComplete = doc(true) // said to be complete, with one parent on it
		a := assessed(t, law, h, "child", national.Shishi)
		wantResult(t, a, find1)
		h.Judgements = []facts.Judgement{{Fact: facts.PersonOneParentOnly, Person: "child", Finding: doc(true), On: cal.MustParse("2022-01-10")}}
		wantResult(t, assessed(t, law, h, "child", national.Shishi), yes)
	})
}

func TestOrphans(t *testing.T) {
	law := welfareLaw(t, "2024-03-01")
	mother, father := somebody("mother", "1988-01-01", dead), somebody("father", "1985-01-01", dead)
	t.Run("T29 both parents dead", func(t *testing.T) {
		a := assessed(t, law, childWith(mother, father), "child", national.Guer)
		wantResult(t, a, yes)
		wantAmount(t, a, "1792.00")
	})
	t.Run("in an institution", func(t *testing.T) {
		h := childWith(mother, father)
		h.People[0].Child.InInstitution = doc(true)
		wantAmount(t, assessed(t, law, h, "child", national.Guer), "2213.00")
	})
	t.Run("trap-19 out of contact is not missing", func(t *testing.T) {
		h := childWith(mother, somebody("father", "1985-01-01"), parentOf("child", "mother"), parentOf("child", "father", lostSince("2010-01-01")))
		a := assessed(t, law, h, "child", national.Guer)
		if wantResult(t, a, no); a.Next != national.Shishi {
			t.Errorf("next is %s", a.Next)
		}
		h.People[2].Life.State = doc(facts.DeclaredMissing)
		wantResult(t, assessed(t, law, h, "child", national.Guer), yes)
	})
	t.Run("a foundling", func(t *testing.T) {
		child := somebody("child", "2020-05-01", as(facts.Applicant), func(p *facts.Person) { p.Child.ParentsNotFound = doc(true) })
		h := &facts.Household{PeopleComplete: doc(true), People: []facts.Person{child}}
		wantResult(t, assessed(t, law, h, "child", national.Guer), yes)
		h.People[0].Child.ParentsNotFound = facts.Attested[bool]{}
		h.People[0].KinComplete = facts.Attested[bool]{}
		wantResult(t, assessed(t, law, h, "child", national.Guer), unknown)
	})
	t.Run("adopted by one person who died", func(t *testing.T) {
		h := childWith(somebody("mother", "1988-01-01"), father, parentOf("child", "mother", func(t *facts.Tie) { t.Origin = doc(facts.GivenUp) }),
			parentOf("child", "father", func(t *facts.Tie) { t.Origin = doc(facts.ByAdoption) }))
		wantResult(t, assessed(t, law, h, "child", national.Guer), yes)
	})
}

// TestChildBenefitAsDifference is L15: what is paid already is taken off, and the care subsidy stays.
func TestChildBenefitAsDifference(t *testing.T) {
	law := welfareLaw(t, "2024-09-01")
	h := childWith(somebody("mother", "1988-01-01", dead), somebody("father", "1985-01-01", disabled(identity.Mental, identity.GradeFour)))
	for _, m := range []func(*facts.Person){disabled(identity.Limb, identity.GradeTwo), needsCare(12), holding(national.Dibao, 450), holding(national.Shenghuo, 114)} {
		m(&h.People[0])
	}
	h.People[0].Birth = doc(cal.MustParse("2015-05-01"))
	t.Run("L15 on subsistence allowance", func(t *testing.T) {
		a := assessed(t, law, h, "child", national.Shishi)
		wantResult(t, a, yes)
		wantAmount(t, a, "1228.00")
		care := assessed(t, law, h, "child", national.Huli)
		wantResult(t, care, yes)
		wantAmount(t, care, "121.00")
		wantResult(t, assessed(t, law, h, "child", national.Shenghuo), yes)
	})
	t.Run("L15 in full", func(t *testing.T) {
		g := *h
		g.People = slices.Clone(h.People)
		g.People[0].Holdings = nil
		wantAmount(t, assessed(t, law, &g, "child", national.Shishi), "1792.00")
	})
	t.Run("T30 on the full child benefit", func(t *testing.T) {
		g := *h
		g.People = slices.Clone(h.People)
		g.People[0].Holdings = nil
		holding(national.Shishi, 1792)(&g.People[0])
		holding(national.Dibao, 0)(&g.People[0])
		g.People[0].Child.BenefitInFull = doc(true)
		wantResult(t, assessed(t, law, &g, "child", national.Shenghuo), no)
		wantResult(t, assessed(t, law, &g, "child", national.Huli), yes)
	})
}

func TestDisabilitySubsidies(t *testing.T) {
	law := welfareLaw(t, "2025-06-15")
	alone := func(more ...func(*facts.Person)) *facts.Household {
		return &facts.Household{Area: doc(eligibility.Rural), PeopleComplete: doc(true), People: []facts.Person{somebody("p", "1980-01-01", append(more, as(facts.Applicant))...)}}
	}
	limb, mental, one, two, three := identity.Limb, identity.Mental, identity.GradeOne, identity.GradeTwo, identity.GradeThree
	expired := func(p *facts.Person) { p.Disability.Certificates[0].State = doc(facts.CertificateExpired) }
	for _, c := range []struct {
		name         string
		h            *facts.Household
		living, care eligibility.Result
		amount       string // of the care subsidy
	}{
		{"on subsistence allowance, grade one", alone(disabled(limb, one), needsCare(6), holding(national.Dibao, 500)), yes, yes, "145.00"},
		{"trap-04 five months of care", alone(disabled(limb, one), needsCare(5), holding(national.Dibao, 500)), yes, no, "145.00"},
		{"grade three of the mind, extended by the place", alone(disabled(mental, three), needsCare(12), holding(national.Dibao, 500)), yes, yes, "61.00"},
		{"grade three of a limb", alone(disabled(limb, three), needsCare(12), holding(national.Dibao, 500)), yes, no, ""},
		{"not disabled", alone(needsCare(12), holding(national.Dibao, 500)), no, no, ""},
		{"T31 destitute", alone(disabled(limb, one), needsCare(12), holding(national.Tekun, 1000)), no, no, ""},
		{"care pay of work-injury insurance", alone(disabled(limb, two), needsCare(12), holding(national.Dibao, 500), holding(national.GongshangHuli, 900)), no, no, ""},
		{"a supported orphan has the care subsidy only", alone(disabled(limb, two), needsCare(12), holding(national.Dibao, 500), holding(national.Guer, 1792)), no, yes, "121.00"},
		{"trap-25 several disabilities without components", alone(disabled(identity.Multiple, one), needsCare(12), holding(national.Dibao, 500)), unknown, unknown, ""},
		{"trap-26 certificate expired", alone(disabled(limb, one), expired, needsCare(12), holding(national.Dibao, 500)), unknown, unknown, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			wantResult(t, assessed(t, law, c.h, "p", national.Shenghuo), c.living)
			a := assessed(t, law, c.h, "p", national.Huli)
			wantResult(t, a, c.care)
			if c.care == yes {
				wantAmount(t, a, c.amount)
			}
		})
	}
	t.Run("not yet on subsistence allowance, found to fit", func(t *testing.T) {
		h := alone(disabled(limb, two), needsCare(12))
		a := assessed(t, law, h, "p", national.Shenghuo)
		wantResult(t, a, yes)
		care := assessed(t, law, h, "p", national.Huli)
		wantResult(t, care, yes)
		wantAmount(t, care, "85.00")
	})
	t.Run("before 2020 the child benefit did not matter", func(t *testing.T) {
		p, _ := welfareLaw(t, "2019-06-01").Programme(national.Shenghuo)
		q, _ := law.Programme(national.Shenghuo)
		if len(p.Root.Spec().Kids)+1 != len(q.Root.Spec().Kids) {
			t.Error("the rule of 民发〔2019〕62号 applies from 2020")
		}
	})
}

// TestSixSeverities is the table of law.md 2.4 written out: which of the 24 kinds and grades count for which purpose.
func TestSixSeverities(t *testing.T) {
	const ( // one digit a grade: how many of the grades one to four count
		visual = iota
		hearing
		speech
		limb
		mind
		mental
	)
	want := [][6]int{
		{visual: 1, limb: 2, mind: 3, mental: 3},
		{2, 2, 2, 2, 3, 3},
		{2, 2, 2, 2, 3, 3},
		{2, 2, 2, 2, 2, 2},
		{2, 2, 2, 2, 2, 2},
		{2, 2, 2, 2, 4, 4},
	}
	kinds := []identity.DisabilityKind{identity.Visual, identity.Hearing, identity.Speech, identity.Limb, identity.Intellectual, identity.Mental}
	grades := []identity.DisabilityGrade{identity.GradeOne, identity.GradeTwo, identity.GradeThree, identity.GradeFour}
	all := national.Severities()
	if len(all) != len(want) {
		t.Fatalf("%d sets", len(all))
	}
	for i, s := range all {
		pairs, total := s.Pairs(), 0
		for k, kind := range kinds {
			for g, grade := range grades {
				in := g < want[i][k]
				if in {
					total++
				}
				if got := slices.Contains(pairs, eligibility.Pair{Kind: kind, Grade: grade}); got != in {
					t.Errorf("%s: %s %s is %v", s.ZH, kind, grade, got)
				}
			}
		}
		if len(pairs) != total {
			t.Errorf("%s: %d pairs, want %d", s.ZH, len(pairs), total)
		}
		if n := s.Node("x"); n.Criterion().Source != s.Source || s.Source.Validate() != nil || s.Source.Article == "" {
			t.Errorf("%s: source %v", s.ZH, s.Source)
		}
	}
}

func TestOldPeople(t *testing.T) {
	law := welfareLaw(t, "2026-05-10")
	old := func(born string, more ...func(*facts.Person)) *facts.Household {
		return &facts.Household{Area: doc(eligibility.Rural), PeopleComplete: doc(true), People: []facts.Person{somebody("p", born, append(more, as(facts.Applicant))...)}}
	}
	ability := func(a facts.Ability) func(*facts.Person) {
		return func(p *facts.Person) { p.Care.Ability, p.Care.LongDependent = doc(a), doc(a != facts.Able) }
	}
	t.Run("T31 a destitute man of 82 has the old-age allowance", func(t *testing.T) {
		a := assessed(t, law, old("1944-05-10", disabled(identity.Limb, identity.GradeOne), holding(national.Tekun, 1000)), "p", national.Gaoling)
		wantResult(t, a, yes)
		wantAmount(t, a, "50.00")
	})
	for _, c := range []struct {
		name, born string
		want       eligibility.Result
		amount     string
	}{
		{"80 that day", "1946-05-10", yes, "50.00"}, {"80 the next day", "1946-05-11", no, ""},
		{"90", "1936-05-10", yes, "100.00"}, {"99", "1926-05-11", yes, "100.00"}, {"100", "1926-05-10", yes, "300.00"}, {"59", "1966-05-11", no, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := assessed(t, law, old(c.born), "p", national.Gaoling)
			wantResult(t, a, c.want)
			if c.want == yes {
				wantAmount(t, a, c.amount)
			}
		})
	}
	t.Run("no local rule recorded", func(t *testing.T) {
		s, err := national.Statutes()
		if err != nil {
			t.Fatal(err)
		}
		bare, err := s.At(eligibility.Query{Division: testCounty, On: cal.MustParse("2026-05-10")})
		if err != nil {
			t.Fatal(err)
		}
		wantResult(t, assessed(t, bare, old("1930-01-01"), "p", national.Gaoling), eligibility.NeedParameter)
		wantResult(t, assessed(t, bare, old("1970-01-01"), "p", national.Gaoling), no)
	})
	t.Run("care subsidy of the poor", func(t *testing.T) {
		a := assessed(t, law, old("1950-01-01", ability(facts.SeverelyDependent), holding(national.Dibao, 500)), "p", national.LaonianHuli)
		wantResult(t, a, yes)
		wantAmount(t, a, "150.00")
		wantResult(t, assessed(t, law, old("1950-01-01", ability(facts.SeverelyDependent)), "p", national.LaonianHuli), no)
		wantResult(t, assessed(t, law, old("1950-01-01", ability(facts.Able), holding(national.Dibao, 500)), "p", national.LaonianHuli), no)
	})
	t.Run("vouchers of 2026", func(t *testing.T) {
		for a, want := range map[facts.Ability]eligibility.Result{facts.Able: no, facts.MildlyDependent: no, facts.ModeratelyDependent: yes,
			facts.SeverelyDependent: yes, facts.CompletelyDependent: yes} {
			wantResult(t, assessed(t, law, old("1966-05-10", ability(a)), "p", national.XiaofeiButie), want)
		}
		wantResult(t, assessed(t, law, old("1966-05-11", ability(facts.SeverelyDependent)), "p", national.XiaofeiButie), no)
		if v, ok := law.Value(national.VoucherCap, ""); !ok || v.Money != money.Fen(80000) {
			t.Errorf("cap %v", v.Money)
		}
		for _, on := range []string{"2025-12-31", "2027-01-01"} {
			if _, ok := welfareLaw(t, on).Programme(national.XiaofeiButie); ok {
				t.Errorf("in force on %s", on)
			}
		}
	})
}

// TestTagsOfChildren is T34 and what lies around it.
func TestTagsOfChildren(t *testing.T) {
	law := welfareLaw(t, "2025-07-01")
	away := func(p *facts.Person) { p.Work.Away = doc(true) }
	unable := func(p *facts.Person) { p.Child.GuardianAble = doc(false) }
	h := func(born string, mother, father func(*facts.Person)) *facts.Household {
		g := childWith(somebody("mother", "1988-01-01", mother), somebody("father", "1985-01-01", father))
		g.People[0].Birth = doc(cal.MustParse(born))
		return g
	}
	here := func(*facts.Person) {}
	for _, c := range []struct {
		name string
		h    *facts.Household
		want eligibility.Result
	}{
		{"T34 fifteen, both away", h("2009-07-02", away, away), yes},
		{"T34 sixteen, both away", h("2009-07-01", away, away), no},
		{"T34 one away, the other able", h("2015-01-01", away, here), no},
		{"one away, the other unable", h("2015-01-01", away, unable), yes},
		{"one away, the other dead", h("2015-01-01", away, dead), yes},
		{"nobody away", h("2015-01-01", unable, unable), no},
	} {
		t.Run(c.name, func(t *testing.T) { wantResult(t, assessed(t, law, c.h, "child", national.Liushou), c.want) })
	}
	t.Run("in town", func(t *testing.T) {
		g := h("2015-01-01", away, away)
		g.Area = doc(eligibility.Urban)
		wantResult(t, assessed(t, law, g, "child", national.Liushou), no)
	})
	t.Run("migrant children", func(t *testing.T) {
		moved := func(day string) *facts.Household {
			g := h("2015-01-01", here, here)
			g.People[0].Residence.Elsewhere, g.People[0].Residence.ElsewhereSince = doc(true), doc(cal.MustParse(day))
			return g
		}
		wantResult(t, assessed(t, law, moved("2025-01-01"), "child", national.Liudong), yes) // six months to the day
		wantResult(t, assessed(t, law, moved("2025-01-02"), "child", national.Liudong), no)
		wantResult(t, assessed(t, law, h("2015-01-01", here, here), "child", national.Liudong), no)
	})
	t.Run("children in hardship", func(t *testing.T) {
		g := h("2015-01-01", here, here)
		g.Judgements = []facts.Judgement{{Fact: facts.PersonNeglected, Person: "child", Finding: doc(false), On: cal.MustParse("2025-06-01")}}
		g.People[0].Income.Items = []facts.Earning{{Kind: facts.Wages, Period: cal.MustParsePeriod("2024-07-01/2025-07-01"), Amount: doc(money.Fen(90000000))}}
		wantResult(t, assessed(t, law, g, "child", national.Kunjing), no)
		disabled(identity.Speech, identity.GradeFour)(&g.People[0])
		wantResult(t, assessed(t, law, g, "child", national.Kunjing), yes)
		g = h("2015-01-01", here, here)
		g.Judgements = []facts.Judgement{{Fact: facts.PersonNeglected, Person: "child", Finding: doc(true), On: cal.MustParse("2025-06-01")}}
		wantResult(t, assessed(t, law, g, "child", national.Kunjing), yes)
		g = h("2015-01-01", here, here)
		holding(national.Tekun, 900)(&g.People[0])
		wantResult(t, assessed(t, law, g, "child", national.Kunjing), yes)
	})
}

// TestRelief is T33 and L17: the same fire under the five layers of temporary relief.
func TestRelief(t *testing.T) {
	stranger := func(yuan int64) *facts.Household {
		p := somebody("p", "1990-01-01", as(facts.Applicant), func(p *facts.Person) { p.Residence.Hukou = doc(elsewhere) })
		return &facts.Household{Area: doc(eligibility.Urban), PeopleComplete: doc(true), People: []facts.Person{p},
			Relief:     facts.Relief{Event: doc(facts.Fire), Place: doc(division.MustParse("350627109")), Amount: doc(money.Fen(yuan * 100))},
			Judgements: find(facts.ReliefHardship, facts.ReliefUrgent)}
	}
	for _, c := range []struct {
		name, on string
		yuan     int64
		p        eligibility.ProgrammeID
		want     eligibility.Result
		next     eligibility.ProgrammeID
	}{
		{"T33 in 2015 to the rescue station", "2015-06-01", 700, national.Jinan, no, national.Jiuzhuzhan},
		{"T33 in 2015 the rescue station helps", "2015-06-01", 700, national.Jiuzhuzhan, yes, ""},
		{"L17 in 2019 to the rescue station", "2019-05-01", 700, national.Jinan, no, national.Jiuzhuzhan},
		{"trap-29 in 2022 the township of the place", "2022-11-01", 700, national.Jinan, yes, ""},
		{"L17 in February 2026 fast relief", "2026-02-10", 700, national.Kuaijiu, yes, ""},
		{"L17 in February 2026 too much for it", "2026-02-10", 2000, national.Kuaijiu, no, national.Jinan},
		{"just the month's standard", "2026-02-10", 800, national.Kuaijiu, yes, ""},
		{"L17 in July 2026 help shall come first", "2026-07-05", 700, national.Kuaijiu, yes, ""},
		{"T33 in August 2026 urgent relief as well", "2026-08-01", 2000, national.Jinan, yes, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := assessed(t, welfareLaw(t, c.on), stranger(c.yuan), "", c.p)
			if wantResult(t, a, c.want); a.Next != c.next {
				t.Errorf("next is %q, want %q", a.Next, c.next)
			}
		})
	}
	t.Run("a fire in another county", func(t *testing.T) {
		h := stranger(700)
		h.Relief.Place = doc(elsewhere)
		wantResult(t, assessed(t, welfareLaw(t, "2026-08-01"), h, "", national.Jinan), no)
	})
	t.Run("no emergency", func(t *testing.T) {
		h := stranger(700)
		h.Relief.Event = doc(facts.NoEmergency)
		wantResult(t, assessed(t, welfareLaw(t, "2026-08-01"), h, "", national.Jinan), no)
	})
	t.Run("urgency is for an official to say", func(t *testing.T) {
		h := stranger(700)
		h.Judgements = h.Judgements[:1]
		wantResult(t, assessed(t, welfareLaw(t, "2026-08-01"), h, "", national.Kuaijiu), find1)
	})
	t.Run("not urgent: the first relief is no duty", func(t *testing.T) {
		h := stranger(700)
		h.Judgements[1].Finding = doc(false)
		wantResult(t, assessed(t, welfareLaw(t, "2026-08-01"), h, "", national.Kuaijiu), no)
		wantResult(t, assessed(t, welfareLaw(t, "2026-02-10"), h, "", national.Kuaijiu), yes)
	})
	t.Run("a permit endorsed is as good as hukou", func(t *testing.T) {
		h := stranger(700)
		h.People[0].Residence.NoPermit = facts.Attested[bool]{}
		h.People[0].Residence.Permit, h.People[0].Residence.PermitUntil = doc(testCounty), doc(cal.MustParse("2015-06-02"))
		wantResult(t, assessed(t, welfareLaw(t, "2015-06-01"), h, "", national.Jinan), yes)
		wantResult(t, assessed(t, welfareLaw(t, "2015-06-02"), h, "", national.Jinan), no)
	})
	t.Run("destitute wanderers", func(t *testing.T) {
		h := stranger(700)
		h.Judgements = find(facts.ReliefWanderer)
		wantResult(t, assessed(t, welfareLaw(t, "2026-08-01"), h, "", national.Jiuzhuzhan), yes)
	})
}

func TestReliefForSpending(t *testing.T) {
	family := func(monthly int64, more ...func(*facts.Person)) *facts.Household {
		p := somebody("p", "1980-01-01", append(more, as(facts.Applicant))...)
		p.Income.Items = []facts.Earning{{Kind: facts.Wages, Period: cal.MustParsePeriod("2016-01-01/2026-12-01"), Amount: doc(money.Fen(monthly * 100 * 131))}}
		return &facts.Household{Area: doc(eligibility.Urban), PeopleComplete: doc(true), People: []facts.Person{p}, IncomeOfYear: doc(money.Fen(monthly * 1200)),
			Judgements: append(find(facts.ReliefSurge), facts.Judgement{Fact: facts.ReliefStillHard, Finding: doc(false), On: cal.MustParse("2014-01-01")})}
	}
	for _, c := range []struct {
		name, on string
		h        *facts.Household
		want     eligibility.Result
	}{
		{"2015 on subsistence allowance", "2015-06-01", family(100, holding(national.Dibao, 500)), yes},
		{"2015 others", "2015-06-01", family(100), no},
		{"2019 below disposable income", "2019-06-01", family(2999), yes},
		{"2019 at disposable income", "2019-06-01", family(3000), no},
		{"2019 on assistance: only the spending is checked", "2019-06-01", family(9000, holding(national.Dibao, 500)), yes},
		{"2019 destitute: only the spending is checked", "2019-06-01", family(9000, holding(national.Tekun, 500)), yes},
		{"2026 confirmed as marginal", "2026-03-01", family(9000, holding(national.Bianyuan, 0)), yes},
		{"2026 confirmed as a rigid-spending household", "2026-03-01", family(9000, holding(national.Gangxing, 0)), yes},
		{"2026 the general rule goes on", "2026-03-01", family(2999), yes},
		{"2026 nothing of it", "2026-03-01", family(9000), no},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.h.People[0].Income.Items[0].Period = monthsOf(c.on)
			c.h.People[0].Income.Items[0].Amount = doc(perYear(c.h))
			wantResult(t, assessed(t, welfareLaw(t, c.on), c.h, "", national.Zhichu), c.want)
		})
	}
	t.Run("still in hardship after everything else", func(t *testing.T) {
		h := family(9000)
		h.Judgements = find(facts.ReliefStillHard)
		wantResult(t, assessed(t, welfareLaw(t, "2026-03-01"), h, "", national.Zhichu), yes)
	})
}

// monthsOf are the twelve calendar months before the one of a day.
func monthsOf(on string) cal.Period {
	first := cal.MustParse(on).StartOfMonth()
	p, err := cal.Between(first.AddMonths(-12), first)
	if err != nil {
		panic(err)
	}
	return p
}

func perYear(h *facts.Household) money.Amount { a, _ := h.IncomeOfYear.Get(); return a }

func TestReliefForTheJobless(t *testing.T) {
	jobless := func(since string, more ...func(*facts.Person)) *facts.Household {
		p := somebody("p", "1990-01-01", append(more, as(facts.Applicant))...)
		p.Work.NoIncome, p.Work.NoIncomeSince = doc(true), doc(cal.MustParse(since))
		return &facts.Household{PeopleComplete: doc(true), People: []facts.Person{p},
			Judgements: []facts.Judgement{{Fact: facts.PersonEpidemicJobless, Person: "p", Finding: doc(true), On: cal.MustParse("2022-12-01")}}}
	}
	law := welfareLaw(t, "2022-12-01")
	insured := func(p *facts.Person) { p.Work.Insured = doc(true) }
	wantResult(t, assessed(t, law, jobless("2022-09-01"), "p", national.Shiye), yes)
	wantResult(t, assessed(t, law, jobless("2022-09-02"), "p", national.Shiye), no)
	wantResult(t, assessed(t, law, jobless("2022-09-01", insured), "p", national.Shiye), no)
	wantResult(t, assessed(t, law, jobless("2022-09-01", holding(national.Dibao, 500)), "p", national.Shiye), no)
}

// deadline returns a limit by its ID.
func deadline(t *testing.T, law *eligibility.Law, id string) eligibility.Deadline {
	t.Helper()
	for d := range law.Deadlines() {
		if d.ID == id {
			return d
		}
	}
	t.Fatalf("no deadline %s", id)
	return eligibility.Deadline{}
}

// due is the last day of a limit that runs from a day.
func due(t *testing.T, h cal.Workdays, d eligibility.Deadline, from string) string {
	t.Helper()
	day := cal.MustParse(from)
	var err error
	switch d.Basis {
	case eligibility.WorkingDays:
		day, err = cal.AddWorkdays(day, d.Days, h)
	case eligibility.CalendarDays:
		day, err = cal.EndOfTerm(day, d.Days, h)
	case eligibility.NextMonth:
		day = day.FirstOfNextMonth()
	case eligibility.MonthsBasis:
		day = day.AddMonths(d.Days)
	}
	if err != nil {
		t.Fatal(err)
	}
	return day.String()
}

func TestDeadlines(t *testing.T) {
	f, err := os.Open("../../station/cal/testdata/holidays.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	holidays, err := cal.ReadHolidays(f)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, on, id, from, due string
	}{
		{"T36 destitute, township, over National Day", "2026-09-28", "tekun.survey", "2026-09-28", "2026-10-23"},
		{"T36 county after the township", "2026-09-28", "tekun.confirm", "2026-09-28", "2026-10-23"},
		{"L18 township decides on the allowance", "2026-04-30", "dibao.total_township", "2026-04-30", "2026-06-01"},
		{"L18 county decides", "2026-04-30", "dibao.total", "2026-04-30", "2026-06-15"},
		{"L18 special case", "2026-04-30", "dibao.total_special", "2026-04-30", "2026-07-07"},
		{"trap-33 seven days of notice are calendar days", "2025-05-20", "tekun.notice", "2025-05-20", "2025-05-27"},
		{"trap-33 a term that ends on a holiday moves", "2026-02-10", "dibao.notice", "2026-02-10", "2026-02-24"},
		{"refusal with reasons", "2024-02-08", "tekun.refusal", "2024-02-08", "2024-02-19"},
		{"paid from the month after, from the last of January", "2026-01-31", "tekun.start", "2026-01-31", "2026-02-01"},
		{"L17 fast relief within three days", "2026-02-10", "kuaijiu.total", "2026-02-10", "2026-02-13"},
		{"L02 child benefit from the month after", "2024-08-20", "shishi.start", "2024-08-20", "2024-09-01"},
		{"self-care assessed anew", "2025-09-26", "tekun.selfcare", "2025-09-26", "2025-10-16"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := due(t, holidays, deadline(t, welfareLaw(t, c.on), c.id), c.from); got != c.due {
				t.Errorf("due %s, want %s", got, c.due)
			}
		})
	}
	t.Run("trap-34 limits run from acceptance, those of children from the application", func(t *testing.T) {
		law := welfareLaw(t, "2024-03-01")
		if d := deadline(t, law, "tekun.survey"); d.From != "受理申请之日" {
			t.Errorf("runs from %s", d.From)
		}
		if d := deadline(t, law, "shishi.check"); d.From != "收到申请之日" {
			t.Errorf("runs from %s", d.From)
		}
	})
	t.Run("trap-32 no public notice for children", func(t *testing.T) {
		for d := range welfareLaw(t, "2024-03-01").Deadlines() {
			if d.Programme == national.Shishi && d.ID == "shishi.notice" {
				t.Error("children's names are not posted")
			}
		}
	})
	t.Run("older measures had other limits", func(t *testing.T) {
		if d := deadline(t, welfareLaw(t, "2020-06-01"), "dibao.confirm"); d.Days != 5 {
			t.Errorf("%d days in 2020", d.Days)
		}
		if d := deadline(t, welfareLaw(t, "2021-07-01"), "dibao.confirm"); d.Days != 10 {
			t.Errorf("%d days in 2021", d.Days)
		}
		if d := deadline(t, welfareLaw(t, "2021-06-30"), "tekun.confirm"); d.Days != 20 {
			t.Errorf("%d days in June 2021", d.Days)
		}
	})
}

// TestStackings is the table of law.md 7.5 with K3, read off the law of 2026.
func TestStackings(t *testing.T) {
	got := make(map[string]eligibility.StackingRule)
	for s := range welfareLaw(t, "2026-08-01").Stackings() {
		got[string(s.A)+" "+string(s.B)] = s.Rule
		if s.ZH == "" || s.EN == "" || s.Source.Article == "" {
			t.Errorf("%s %s: no words or no article", s.A, s.B)
		}
	}
	want := map[string]eligibility.StackingRule{
		"tekun dibao": eligibility.Excludes, "guer tekun": eligibility.Choose, "shishi_wuren tekun": eligibility.ChooseOrDifference,
		"shishi_wuren dibao": eligibility.Difference, "tekun canji_shenghuo": eligibility.Excludes, "tekun canji_huli": eligibility.Excludes,
		"gongshang_huli canji_shenghuo": eligibility.Excludes, "gongshang_huli canji_huli": eligibility.Excludes,
		"guer canji_shenghuo": eligibility.Excludes, "guer canji_huli": eligibility.HeldTogether,
		"shishi_wuren canji_shenghuo": eligibility.ChooseOrDifference, "shishi_wuren canji_huli": eligibility.HeldTogether,
		"canji_shenghuo canji_huli": eligibility.HeldTogether, "tonglei_shenghuo canji_shenghuo": eligibility.HigherOf, "tonglei_huli canji_huli": eligibility.HigherOf,
		"tekun gaoling": eligibility.HeldTogether, "dibao linshi_jinan": eligibility.HeldTogether,
		"dibao gangxing": eligibility.Excludes, "tekun gangxing": eligibility.Excludes, "bianyuan gangxing": eligibility.Excludes,
		"bianyuan dibao_single": eligibility.HeldTogether,
	}
	for pair, rule := range want {
		if got[pair] != rule {
			t.Errorf("%s: %q, want %s", pair, got[pair], rule)
		}
	}
}

// TestCombined puts a disabled child's benefits together: K3 as a plan.
func TestCombined(t *testing.T) {
	law := welfareLaw(t, "2024-09-01")
	h := childWith(somebody("mother", "1988-01-01", dead), somebody("father", "1985-01-01", disabled(identity.Mental, identity.GradeFour)))
	for _, m := range []func(*facts.Person){disabled(identity.Limb, identity.GradeTwo), needsCare(12), holding(national.Tekun, 1000)} {
		m(&h.People[0])
	}
	b, err := facts.Bind(law, h, eligibility.Documented)
	if err != nil {
		t.Fatal(err)
	}
	child, _ := b.Row("child")
	var found []eligibility.Assessment
	for _, p := range []eligibility.ProgrammeID{national.Shishi, national.Huli, national.Shenghuo} {
		a, err := law.Assess(b.Case, child, p)
		if err != nil {
			t.Fatal(err)
		}
		found = append(found, a)
	}
	plan, err := combine.Combine(law, b.Case, []int{child}, found)
	if err != nil {
		t.Fatal(err)
	}
	var ways []string
	for _, c := range plan.Choices {
		for _, w := range c.Ways {
			text := ""
			for _, k := range w.Keep {
				text += string(plan.Claims[k].Programme) + " "
			}
			ways = append(ways, text+w.Monthly.String())
		}
	}
	want := []string{"tekun shishi_wuren 1792.00", "shishi_wuren 1792.00"}
	if diff := cmp.Diff(want, ways); diff != "" {
		t.Errorf("%s\nclaims %v", diff, plan.Claims)
	}
}
