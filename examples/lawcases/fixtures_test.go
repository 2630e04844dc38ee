package lawcases

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/local"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

const (
	yes, no   = eligibility.Eligible, eligibility.NotEligible
	unknown   = eligibility.NeedFacts
	finding   = eligibility.NeedDiscretion
	value     = eligibility.NeedParameter
	limb      = identity.Limb
	visual    = identity.Visual
	hearing   = identity.Hearing
	mental    = identity.Mental
	one, two  = identity.GradeOne, identity.GradeTwo
	three     = identity.GradeThree
	four      = identity.GradeFour
	unsettled = "not known" // an amount that the law cannot find
)

// A lawCase is one question and its answer.
type lawCase struct {
	name      string
	place, on string
	home      *facts.Household
	who       facts.Ref // empty: the household
	programme eligibility.ProgrammeID
	want      eligibility.Result
	// why are criteria that the findings show: + met, - not met, ? unknown, then the ID, then the article, or for local acts the
	// beginning of the title of the document.
	why    []string
	amount string // a month; empty: not looked at
	next   eligibility.ProgrammeID
	lacks  string // the key of a fact, finding, parameter or clause that is asked for
	caveat string // the key of a clause or parameter, or the ID of a criterion, that the result has to be read with
	// assumed says whether the result may rest on relatives who fit together.
	assumed bool
}

// body is the national law with all local acts and more.
func body(t testing.TB, more ...eligibility.Act) *statutes.Statutes {
	t.Helper()
	s, err := national.Statutes(append(local.Acts(), more...)...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func lawOf(t testing.TB, s *statutes.Statutes, place, on string) *statutes.Law {
	t.Helper()
	l, err := s.At(statutes.Query{Division: division.MustParse(place), On: cal.MustParse(on), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// numbered runs the cases of one number as subtests of it.
func numbered(t *testing.T, number string, s *statutes.Statutes, cases ...lawCase) {
	t.Run(number, func(t *testing.T) {
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) { c.run(t, s) })
		}
	})
}

func (c *lawCase) run(t *testing.T, s *statutes.Statutes) {
	t.Helper()
	law := lawOf(t, s, c.place, c.on)
	b, err := bind.Household(law, dated(c.on, c.home), eligibility.Documented)
	if err != nil {
		t.Fatal(err)
	}
	row := 0
	if c.who != "" {
		var ok bool
		if row, ok = b.Row(c.who); !ok {
			t.Fatalf("nobody is %s", c.who)
		}
	}
	e, err := assess.New(law)
	if err != nil {
		t.Fatal(err)
	}
	a, err := e.Assess(b.Case, row, c.programme)
	if err != nil {
		t.Fatal(err)
	}
	if a.Result != c.want {
		t.Errorf("%s, want %s; missing %v %v %v", a.Result, c.want, a.Parameters, a.Facts, a.Judgements)
	}
	if a.Assumed != c.assumed {
		t.Errorf("rests on relatives who fit together: %v", a.Assumed)
	}
	amount, known := a.Amount.Get()
	if c.amount == unsettled && known || c.amount != "" && c.amount != unsettled && (!known || amount.String() != c.amount) {
		t.Errorf("amount %v (known: %v), want %s", amount, known, c.amount)
	}
	if c.next != "" && a.Next != c.next {
		t.Errorf("next is %s, want %s", a.Next, c.next)
	}
	if c.lacks != "" && !slices.ContainsFunc(slices.Concat(a.Parameters, a.Facts, a.Judgements), func(n eligibility.Need) bool {
		return c.lacks == string(n.Fact)+string(n.Param)+string(n.Clause)
	}) {
		t.Errorf("%s is not asked for: %v %v %v", c.lacks, a.Parameters, a.Facts, a.Judgements)
	}
	if c.caveat != "" && !slices.ContainsFunc(a.Caveats, func(v eligibility.Caveat) bool {
		return c.caveat == string(v.Clause) || c.caveat == string(v.Param) || c.caveat == v.Node
	}) {
		t.Errorf("no caveat about %s: %v", c.caveat, a.Caveats)
	}
	if len(c.why) == 0 {
		t.Error("no criterion is named")
	}
	found, err := e.AppendFindings(nil, b.Case, row, c.programme)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range c.why {
		if wrong := shows(found, w); wrong != "" {
			t.Error(wrong)
		}
	}
}

// shows reports how the findings differ from one entry of why.
func shows(found []eligibility.Finding, w string) string {
	truth := map[byte]eligibility.Truth{'+': eligibility.Met, '-': eligibility.NotMet, '?': eligibility.Unknown}[w[0]]
	id, place, _ := strings.Cut(w[1:], " ")
	wrong := fmt.Sprintf("%s is not in the findings", w)
	for _, f := range found {
		c := f.Node.Criterion()
		if c.ID != id {
			continue
		}
		cited := c.Source.Article == place || c.Source.Article == "" && strings.HasPrefix(strings.TrimPrefix(c.Source.Document, "《"), place)
		if cited && place != "" && f.Stated == truth {
			return ""
		}
		wrong = fmt.Sprintf("%s: it is %s by %s%s", w, f.Stated, c.Source.Document, c.Source.Article)
	}
	return wrong
}

// Acts.

func invented() vocab.Source {
	return vocab.Source{Document: "虚构标准，仅供演示", Article: "第一条", Provenance: vocab.Fictitious}
}

// place is an act of a place with invented values and rules, in force since 2014, under which income is counted over twelve months.
func place(code string, fills []eligibility.Fill, values ...eligibility.Value) eligibility.Act {
	a := eligibility.Act{ID: "test:" + code, ZH: "虚构标准", EN: "invented", Source: invented(), In: division.MustParse(code),
		Force: cal.Since(cal.MustParse("2014-05-01")), Fills: fills,
		Values: append(values, eligibility.Value{Param: national.IncomeMonths, Count: 12},
			eligibility.Value{Param: national.DibaoRounding, Step: eligibility.Step{Unit: money.Fen(1), Mode: eligibility.StepUp}})}
	for i := range a.Values {
		v := &a.Values[i]
		v.Source = invented()
		if v.Param == national.ChildHome { // Fujian has set its own since
			v.Force = cal.MustParsePeriod("2014-05-01/2023-07-01")
		}
		switch {
		case a.In.Level() == division.Province:
		case v.Param == national.IncomeMonths:
			v.SetBy = division.Province
		case a.In.Level() == division.County && v.Param != national.ChildHome:
			v.SetBy = division.Prefecture
		}
	}
	for i := range a.Fills {
		a.Fills[i].State, a.Fills[i].Source = eligibility.Enacted, invented()
	}
	return a
}

func standard(yuan int64) eligibility.Value { return monthly(national.DibaoStandard, yuan) }

func monthly(k eligibility.ParamKey, yuan int64) eligibility.Value {
	return eligibility.Value{Param: k, Money: money.Fen(yuan * 100), Per: eligibility.Monthly}
}

func yearly(k eligibility.ParamKey, yuan int64) eligibility.Value {
	return eligibility.Value{Param: k, Money: money.Fen(yuan * 100), Per: eligibility.Yearly}
}

// fits fills property rules: whoever owns no firm fits, and a household of which nobody does.
func fits(keys ...eligibility.ClauseKey) []eligibility.Fill {
	var f []eligibility.Fill
	for _, k := range keys {
		c := func(id string) eligibility.Criterion {
			return eligibility.Criterion{ID: "test." + string(k) + id, ZH: "没有企业", EN: "owns no firm", Source: invented()}
		}
		n := eligibility.Compare(c(""), facts.PersonBusinesses, eligibility.By("at_most"), eligibility.Number(0))
		switch k {
		case national.DibaoProperty, national.BianyuanProperty, national.GangxingProperty:
			n = eligibility.EveryOf(c(".all"), eligibility.Members, nil, n)
		}
		f = append(f, eligibility.Fill{Clause: k, Node: n})
	}
	return f
}

func allFit() []eligibility.Fill {
	return fits(national.TekunProperty, national.ObligorProperty, national.DibaoProperty, national.BianyuanProperty, national.SingleProperty,
		national.GangxingProperty)
}

// People.

type trait = func(*facts.Person)

func doc[T any](v T) facts.Attested[T] { return facts.Documented(v) }

// who is a person of whom everything is known and nothing is out of the ordinary: at liberty and of full capacity, without work,
// income, property, disability, benefit or school, registered in 南靖.
func who(ref facts.Ref, born string, more ...trait) facts.Person {
	not, able := doc(false), doc(true)
	p := facts.Person{
		Ref: ref, Birth: doc(cal.MustParse(born)), Life: facts.Vital{State: doc(facts.Living)}, Custody: facts.Detention{State: doc(facts.AtLiberty)},
		Foreign: not, Deported: not, KinComplete: doc(true), HoldingsComplete: doc(true),
		Family: facts.Family{Relation: doc(facts.ApplicantOther), Together: not, SupportBond: not, Dependent: not, Clergy: not, ParentsUnable: not,
			ChildrenUnable: not},
		Residence:  facts.Residence{Hukou: doc(division.MustParse("350627")), NoPermit: doc(true), Elsewhere: not},
		Disability: facts.Impairment{Disabled: not, Serious: not, ForChildren: not, LostWork: not},
		Care: facts.Care{Months: doc(0), Ability: doc(facts.Able), LongDependent: not, LongTermCover: not,
			Eat: able, Dress: able, Bed: able, Toilet: able, Walk: able, Bathe: able},
		Study:  facts.Schooling{Stage: doc(facts.NotAtSchool), FullTime: not},
		Work:   facts.Work{Employed: not, Able: able, Refusals: doc(0), Away: not, Insured: not, FixedIncome: not},
		Income: facts.Income{Complete: doc(cal.Since(cal.MustParse("2010-01-01")))},
		Property: facts.Property{Financial: doc(money.Amount{}), Homes: doc(0), Buildings: doc(0), Oversize: not, Recent: not, Vehicles: doc(0),
			VehicleValue: doc(money.Amount{}), Machines: doc(0), Capital: doc(money.Amount{}), Businesses: doc(0), GaveAway: not},
		Child: facts.Childhood{ParentsNotFound: not, InInstitution: not, ChoseBenefit: not, BenefitInFull: not, GuardianAble: able},
	}
	if born < "2006" { // of age on every day of these cases on which he is asked about
		p.Capacity = doc(facts.FullCapacity)
	}
	for _, m := range more {
		m(&p)
	}
	return p
}

// home is a household in the country whose applicant comes first. Nobody has kin but by ties.
func home(people ...facts.Person) *facts.Household {
	people[0].Family.Relation = doc(facts.Applicant)
	return &facts.Household{Area: doc(eligibility.Rural), PeopleComplete: doc(true), People: people, Dibao: facts.Dibao{ExitByWork: doc(false)},
		SpendingComplete: doc(cal.Since(cal.MustParse("2010-01-01")))}
}

// tie says what kin is to of, by blood where that can be; where of is the applicant, what kin is to him.
func tie(h *facts.Household, of facts.Ref, relation facts.Kinship, kin facts.Ref, more ...func(*facts.Tie)) *facts.Household {
	t := facts.Tie{Of: of, Kin: kin, Relation: doc(relation), LostContact: doc(false), Revoked: doc(false), NotPerformed: doc(false)}
	if relation != facts.Spouse {
		t.Origin = doc(facts.ByBlood)
	}
	for _, m := range more {
		m(&t)
	}
	h.Ties = append(h.Ties, t)
	if h.People[0].Ref == of {
		role := facts.Role(relation)
		switch relation {
		case facts.ElderSibling, facts.YoungerSibling:
			role = facts.ApplicantSibling
		case facts.InLaw, facts.OtherRelative:
			role = facts.ApplicantOther
		}
		i := slices.IndexFunc(h.People, func(p facts.Person) bool { return p.Ref == kin })
		h.People[i].Family.Relation = doc(role)
	}
	return h
}

// found records an official's finding about a person, or the household.
func found(h *facts.Household, f eligibility.FactKey, who facts.Ref, is bool) *facts.Household {
	h.Judgements = append(h.Judgements, facts.Judgement{Fact: f, Person: who, Finding: doc(is), On: cal.MustParse("2014-06-01")})
	return h
}

// dated puts income and spending without a period into the twelve months before the day.
func dated(on string, h *facts.Household) *facts.Household {
	first := cal.MustParse(on).StartOfMonth()
	year, err := cal.Between(first.AddMonths(-12), first)
	if err != nil {
		panic(err)
	}
	for i := range h.People {
		for j := range h.People[i].Income.Items {
			h.People[i].Income.Items[j].Period = year
		}
	}
	for i := range h.Spending {
		h.Spending[i].Period = year
	}
	return h
}

// has is an income of a kind of so many yuan a month.
func has(kind facts.IncomeKind, monthly int64) trait { return inYear(kind, 12*monthly) }

// inYear is an income of a kind in the whole year.
func inYear(kind facts.IncomeKind, yuan int64) trait {
	return func(p *facts.Person) {
		p.Income.Items = append(p.Income.Items, facts.Earning{Kind: kind, Amount: doc(money.Fen(yuan * 100))})
	}
}

func disabled(kind identity.DisabilityKind, grade identity.DisabilityGrade) trait {
	return func(p *facts.Person) {
		p.Disability.Disabled = doc(true)
		p.Disability.Certificates = []facts.Certificate{{Kind: kind, Grade: grade, State: doc(facts.CertificateValid)}}
	}
}

// holds is a benefit since 2014 of so many yuan a month; less than none: not recorded.
func holds(id eligibility.ProgrammeID, yuan int64) trait {
	return func(p *facts.Person) {
		h := facts.Holding{Programme: id, Period: cal.Since(cal.MustParse("2014-01-01")), Confirmed: doc(true)}
		if yuan >= 0 {
			h.Monthly = doc(money.Fen(yuan * 100))
		}
		p.Holdings = append(p.Holdings, h)
	}
}

func studies(s facts.Stage) trait {
	return func(p *facts.Person) { p.Study = facts.Schooling{Stage: doc(s), FullTime: doc(true)} }
}

func imprisoned(months int) trait {
	return func(p *facts.Person) { p.Custody = facts.Detention{State: doc(facts.InPrison), Months: doc(months)} }
}

func saves(yuan int64) trait {
	return func(p *facts.Person) { p.Property.Financial = doc(money.Fen(yuan * 100)) }
}

func needsCare(months int) trait { return func(p *facts.Person) { p.Care.Months = doc(months) } }

func dead(p *facts.Person)     { p.Life.State = doc(facts.Dead) }
func works(p *facts.Person)    { p.Work.Employed = doc(true) }
func ill(p *facts.Person)      { p.Disability.Serious = doc(true) }
func lostWork(p *facts.Person) { p.Disability.LostWork, p.Work.Able = doc(true), doc(false) }
func minor(p *facts.Person)    { p.Capacity = doc(facts.LimitedCapacity) }
func infant(p *facts.Person)   { p.Capacity = doc(facts.NoCapacity) }
func orphaned(p *facts.Person) { p.Family.ParentsUnable = doc(true) }
func dependent(p *facts.Person) {
	p.Family.Dependent = doc(true)
}
func lodges(p *facts.Person) { p.Family.Together, p.Family.SupportBond = doc(true), doc(true) }

// fails makes so many of the six indicators of self-care fail.
func fails(n int) trait {
	return func(p *facts.Person) {
		for i, f := range []*facts.Attested[bool]{&p.Care.Eat, &p.Care.Dress, &p.Care.Bed, &p.Care.Toilet, &p.Care.Walk, &p.Care.Bathe} {
			*f = doc(i >= n)
		}
	}
}
