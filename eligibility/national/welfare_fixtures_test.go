package national_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// The places, people and amounts of these tests are invented (虚构标准，仅供演示). The county's code is real, what it sets is not.
var (
	testCounty = division.MustParse("350627")
	elsewhere  = division.MustParse("520221")
)

func madeUp() vocab.Source {
	return vocab.Source{Document: "虚构县福利标准", Article: "第一条", Provenance: vocab.Fictitious}
}

// welfareTest is an act of an invented province that sets every amount and fills every clause that welfare requires.
func welfareTest() eligibility.Act {
	n := 0
	c := func(zh string) eligibility.Criterion {
		n++
		return eligibility.Criterion{ID: "test.x" + strconv.Itoa(n), ZH: zh, EN: "invented", Source: madeUp()}
	}
	age := func(op measure.Comparator, years int) *eligibility.Node {
		return eligibility.Age(c("年龄"), facts.PersonBirth, op, years)
	}
	between := func(from, below int) *eligibility.Node {
		return eligibility.All(c("年龄段"), age(measure.AtLeast, from), age(measure.LessThan, below))
	}
	impaired := func() *eligibility.Node {
		return eligibility.InPairs(c("残疾"), facts.PersonDisability, eligibility.Severe(grades())...)
	}
	student := func() *eligibility.Node {
		return eligibility.InWords(c("在校就读"), facts.PersonStudy, "senior_high", "vocational", "college", "undergraduate")
	}
	fill := func(k eligibility.ClauseKey, rule *eligibility.Node) eligibility.Fill {
		f := eligibility.Fill{Clause: k, State: eligibility.Enacted, Node: rule, Source: madeUp()}
		return f
	}
	act := eligibility.Act{ID: "test:welfare", ZH: "虚构福利标准", EN: "invented welfare amounts", Source: madeUp(), In: division.MustParse("35"), Force: cal.Since(cal.MustParse("2014-05-01")),
		Fills: []eligibility.Fill{
			fill(national.GaolingScope, eligibility.All(c("本地户籍，80周岁以上或者残疾"), eligibility.Is(c("本地户籍"), facts.PersonHukouHere),
				eligibility.Any(c("80周岁以上或者残疾"), age(measure.AtLeast, 80), impaired()))),
			fill(national.GaolingBandOne, between(80, 90)), fill(national.GaolingBandTwo, between(90, 100)),
			fill(national.GaolingBandThree, age(measure.AtLeast, 100)), fill(national.GaolingBandFour, between(60, 80)),
			fill(national.ElderCareScope, eligibility.Holds(c("低保对象"), national.Dibao)),
			fill(national.ShenghuoExtension, eligibility.All(c("60周岁以上无固定收入"), age(measure.AtLeast, 60),
				eligibility.Not(c("没有固定收入"), eligibility.Is(c("有固定收入"), facts.PersonFixedIncome)))),
			fill(national.HuliExtension, eligibility.InPairs(c("三级智力、精神"), facts.PersonDisability,
				eligibility.Severe([]identity.DisabilityGrade{identity.GradeThree}, identity.Intellectual, identity.Mental)...)),
			fill(national.HuliLowerFor, eligibility.Not(c("不是低保对象"), eligibility.Holds(c("低保对象"), national.Dibao))),
			fill(national.ReliefProperty, eligibility.Judgement(c("财产符合规定"), facts.HouseholdFitsGangxingProperty)),
			{Clause: national.ReliefSmallSum, State: eligibility.Enacted, Source: madeUp(), Force: cal.Since(cal.MustParse("2026-08-01")),
				Node: eligibility.Compare(c("不超过1000元"), facts.ReliefAmount, eligibility.By(measure.AtMost), eligibility.Yuan(money.Fen(100000)))},
			{Clause: national.ReliefAnywhere, State: eligibility.Enacted, Node: eligibility.Always(c("不限户籍地、居住地")), Source: madeUp(),
				Force: cal.Since(cal.MustParse("2021-10-01"))},
			fill(national.OrphanAfter18, student()), fill(national.ShishiAfter18, student()),
			fill(national.ShenghuoLowerFor, eligibility.Not(c("不是低保对象"), eligibility.Holds(c("低保对象"), national.Dibao))),
			fill(national.DibaoProperty, eligibility.Always(c("财产符合规定"))),
			fill(national.BianyuanProperty, eligibility.Always(c("财产符合规定"))),
			fill(national.GangxingProperty, eligibility.Always(c("财产符合规定"))),
			fill(national.SingleProperty, eligibility.Always(c("财产符合规定"))),
			fill(national.TekunProperty, eligibility.Always(c("财产符合规定"))),
			fill(national.ObligorProperty, eligibility.Always(c("财产符合规定"))),
		},
	}
	for k, yuan := range map[eligibility.ParamKey]int64{
		national.DibaoStandard: 800, national.DisposableIncome: 3000,
		national.ShenghuoAmount: 114, national.ShenghuoLower: 90, national.GaolingFour: 20, national.HuliOne: 145, national.HuliTwo: 121, national.HuliOneLower: 115, national.HuliTwoLower: 85, national.HuliExtended: 61,
		national.ChildHome: 1792, national.ChildFacility: 2213, national.GaolingOne: 50, national.GaolingTwo: 100, national.GaolingThree: 300,
		national.ElderCareMild: 60, national.ElderCareMedium: 100, national.ElderCareSevere: 150, national.ElderCareFull: 200,
	} {
		act.Values = append(act.Values, eligibility.Value{Param: k, Money: money.Fen(yuan * 100), Per: eligibility.Monthly, Source: madeUp()})
	}
	act.Values = append(act.Values, eligibility.Value{Param: national.IncomeMonths, Count: 12, Source: madeUp()},
		eligibility.Value{Param: national.GangxingRatio, Ratio: measure.MustParseRatio("60%"), Force: cal.Since(cal.MustParse("2025-01-01")), Source: madeUp()})
	return act
}

// welfareLaw is the law of the invented county on a day.
func welfareLaw(t testing.TB, on string) *statutes.Law {
	t.Helper()
	s, err := national.Statutes(welfareTest())
	if err != nil {
		t.Fatal(err)
	}
	law, err := s.At(statutes.Query{Division: testCounty, On: cal.MustParse(on), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	return law
}

func doc[T any](v T) facts.Attested[T] { return facts.Documented(v) }

// somebody is a person of whom everything that welfare asks is known: living, free, able, with nothing else on record.
func somebody(ref facts.Ref, born string, more ...func(*facts.Person)) facts.Person {
	no := doc(false)
	p := facts.Person{
		Ref: ref, Birth: doc(cal.MustParse(born)), Life: facts.Vital{State: doc(facts.Living)}, Custody: facts.Detention{State: doc(facts.AtLiberty)},
		Foreign: no, Deported: no, KinComplete: doc(true), HoldingsComplete: doc(true),
		Family:     facts.Family{Relation: doc(facts.ApplicantOther), Together: no, SupportBond: no, Dependent: no, Clergy: no},
		Residence:  facts.Residence{Hukou: doc(testCounty), NoPermit: doc(true), Elsewhere: no},
		Disability: facts.Impairment{Disabled: no, Serious: no, ForChildren: no, LostWork: no},
		Care:       facts.Care{Months: doc(0), Ability: doc(facts.Able), LongDependent: no, LongTermCover: no},
		Study:      facts.Schooling{Stage: doc(facts.NotAtSchool), FullTime: no},
		Work:       facts.Work{Employed: no, Away: no, Insured: no},
		Income:     facts.Income{Complete: doc(cal.Since(cal.MustParse("2010-01-01")))},
		Child:      facts.Childhood{ParentsNotFound: no, InInstitution: no, ChoseBenefit: no, BenefitInFull: no, GuardianAble: doc(true)},
	}
	for _, m := range more {
		m(&p)
	}
	return p
}

func as(r facts.Role) func(*facts.Person) {
	return func(p *facts.Person) { p.Family.Relation = doc(r) }
}

func dead(p *facts.Person) { p.Life.State = doc(facts.Dead) }

func state(s facts.LifeState) func(*facts.Person) {
	return func(p *facts.Person) { p.Life.State = doc(s) }
}

func held(s facts.Restraint, months int) func(*facts.Person) {
	return func(p *facts.Person) { p.Custody = facts.Detention{State: doc(s), Months: doc(months)} }
}

func disabled(kind identity.DisabilityKind, grade identity.DisabilityGrade) func(*facts.Person) {
	return func(p *facts.Person) {
		p.Disability.Disabled = doc(true)
		p.Disability.Certificates = []facts.Certificate{{Kind: kind, Grade: grade, State: doc(facts.CertificateValid)}}
	}
}

func needsCare(months int) func(*facts.Person) {
	return func(p *facts.Person) { p.Care.Months = doc(months) }
}

// holding is a benefit that the person has had since 2014, paid so many yuan a month; less than none: not recorded.
func holding(id eligibility.ProgrammeID, yuan int64) func(*facts.Person) {
	return func(p *facts.Person) {
		h := facts.Holding{Programme: id, Period: cal.Since(cal.MustParse("2014-01-01")), Confirmed: doc(true)}
		if yuan >= 0 {
			h.Monthly = doc(money.Fen(yuan * 100))
		}
		p.Holdings = append(p.Holdings, h)
	}
}

// parentOf ties a parent by blood to the child; more changes the tie.
func parentOf(child, parent facts.Ref, more ...func(*facts.Tie)) facts.Tie {
	t := facts.Tie{Of: child, Kin: parent, Relation: doc(facts.Parent), Origin: doc(facts.ByBlood), LostContact: doc(false), Revoked: doc(false), NotPerformed: doc(false)}
	for _, m := range more {
		m(&t)
	}
	return t
}

func lostSince(day string) func(*facts.Tie) {
	return func(t *facts.Tie) { t.LostContact, t.LostContactSince = doc(true), doc(cal.MustParse(day)) }
}

// childWith is a child born 2014-05-01 with a mother and a father, and what is between them.
func childWith(mother, father facts.Person, ties ...facts.Tie) *facts.Household {
	child := somebody("child", "2014-05-01", as(facts.Applicant))
	as(facts.ApplicantParent)(&mother)
	as(facts.ApplicantParent)(&father)
	if ties == nil {
		ties = []facts.Tie{parentOf("child", "mother"), parentOf("child", "father")}
	}
	return &facts.Household{Area: doc(eligibility.Rural), PeopleComplete: doc(true), People: []facts.Person{child, mother, father}, Ties: ties}
}

// assessed is the assessment of a programme for a person, or for the household where who is empty.
func assessed(t testing.TB, law *statutes.Law, h *facts.Household, who facts.Ref, p eligibility.ProgrammeID) eligibility.Assessment {
	t.Helper()
	b, err := bind.Household(law, h, eligibility.Documented)
	if err != nil {
		t.Fatal(err)
	}
	row := 0
	if who != "" {
		var ok bool
		if row, ok = b.Row(who); !ok {
			t.Fatalf("nobody is %s", who)
		}
	}
	a, err := engine(law).Assess(b.Case, row, p)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func lacksFact(a eligibility.Assessment, k eligibility.FactKey) bool {
	return slices.ContainsFunc(a.Facts, func(n eligibility.Need) bool { return n.Fact == k })
}
