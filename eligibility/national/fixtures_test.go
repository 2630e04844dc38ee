package national_test

import (
	"fmt"
	"slices"
	"strings"
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

// The places of the cases on basic assistance. TST is invented: standard 700, disposable income 3000, ratio 0.60, every property
// rule that somebody owns none of one kind of thing. TSTB lies in the same invented province and fills every clause that a place may
// fill, TSTC only those that leave income out. LKR has the amounts of a county as seen in use, and property rules that always fit.
var (
	tst  = division.MustParse("360121")
	tstb = division.MustParse("360122")
	tstc = division.MustParse("360123")
	lkr  = division.MustParse("231025")
)

func testActs() []eligibility.Act {
	return []eligibility.Act{welfareTest(), testTST(), testTSTB(), testTSTC(), testLKR()}
}

// lawIn is the law of a place of the cases on a day.
func lawIn(t testing.TB, place division.Code, on string) *statutes.Law {
	t.Helper()
	s, err := national.Statutes(testActs()...)
	if err != nil {
		t.Fatal(err)
	}
	law, err := s.At(statutes.Query{Division: place, On: cal.MustParse(on), Fictitious: true})
	if err != nil {
		t.Fatal(err)
	}
	return law
}

func invented(id string) eligibility.Criterion {
	return eligibility.Criterion{ID: id, ZH: "虚构规定", EN: "invented",
		Source: vocab.Source{Document: "虚构省社会救助规定", Article: "第一条", Provenance: vocab.Fictitious}}
}

func yuan(s string) money.Amount { return money.MustParse(s) }

func since(day string) cal.Period { return cal.Since(cal.MustParse(day)) }

// place is an act of a place in the making.
type place struct {
	eligibility.Act
	by vocab.Source
}

func (p *place) money(k eligibility.ParamKey, area eligibility.Area, amount, from string, by division.Level) {
	p.Values = append(p.Values, eligibility.Value{Param: k, Area: area, Money: yuan(amount), Per: eligibility.Monthly, Force: since(from), SetBy: by, Source: p.by})
}

// does records that the place does what a clause lets it do, whoever it is about.
func (p *place) does(k eligibility.ClauseKey) {
	p.fill(k, eligibility.Always(invented("does."+strings.ReplaceAll(string(k), ".", "_"))))
}

func (p *place) fill(k eligibility.ClauseKey, rule *eligibility.Node) {
	p.Fills = append(p.Fills, eligibility.Fill{Clause: k, State: eligibility.Enacted, Node: rule, Source: p.by})
}

func testTST() eligibility.Act {
	by := invented("").Source
	p := place{eligibility.Act{ID: "test:tst", ZH: "虚构省标准", EN: "invented standards", Source: by, In: division.MustParse("36"), Force: since("2014-05-01")}, by}
	for k, amount := range map[eligibility.ParamKey]string{national.DibaoStandard: "700", national.DisposableIncome: "3000", national.TekunBasic: "910",
		national.TekunCareAble: "100", national.TekunCarePartial: "300", national.TekunCareFull: "500"} {
		p.money(k, "", amount, "2014-05-01", "")
	}
	p.Values = append(p.Values,
		eligibility.Value{Param: national.IncomeMonths, Count: 12, Source: by},
		eligibility.Value{Param: national.DibaoExitMonths, Count: 6, Source: by},
		eligibility.Value{Param: national.GangxingRatio, Ratio: measure.MustParseRatio("0.6"), Force: since("2025-01-01"), Source: by},
		eligibility.Value{Param: national.DibaoRounding, Step: eligibility.Step{Unit: yuan("0.01"), Mode: eligibility.StepUp}, Source: by})
	none := func(k eligibility.FactKey) *eligibility.Node {
		return eligibility.Compare(invented("none."+strings.ReplaceAll(string(k), ".", "_")), k, eligibility.By(measure.AtMost), eligibility.Number(0))
	}
	nobody := func(k eligibility.FactKey) *eligibility.Node {
		return eligibility.EveryOf(invented("nobody."+strings.ReplaceAll(string(k), ".", "_")), eligibility.Members, nil, none(k))
	}
	p.fill(national.TekunProperty, none(facts.PersonVehicles))
	p.fill(national.ObligorProperty, none(facts.PersonHomes))
	p.fill(national.SingleProperty, none(facts.PersonOtherBuildings))
	p.fill(national.DibaoProperty, nobody(facts.PersonMachines))
	p.fill(national.BianyuanProperty, nobody(facts.PersonBusinesses))
	p.fill(national.GangxingProperty, nobody(facts.PersonOtherBuildings))
	return p.Act
}

func testTSTB() eligibility.Act {
	by := invented("").Source
	p := place{eligibility.Act{ID: "test:tstb", ZH: "虚构县规定", EN: "invented rules", Source: by, In: tstb, Force: since("2014-05-01")}, by}
	ill := func(id string) *eligibility.Node { return eligibility.Is(invented(id), facts.PersonSeriousIllness) }
	p.fill(national.TekunNoWork, ill("ill.work"))
	p.fill(national.TekunObligorUnable, ill("ill.obligor"))
	p.fill(national.MemberExcluded, eligibility.InWords(invented("soldier"), facts.PersonStudy, "postgraduate"))
	p.fill(national.SingleOther, eligibility.Is(invented("alone.other"), facts.PersonLostWorkAbility))
	p.fill(national.GangxingExcluded, eligibility.Is(invented("excluded"), facts.HouseholdExitByWork))
	p.leavesOut()
	p.fill(national.GangxingLiving, nil)
	for _, k := range []eligibility.ClauseKey{national.TekunFormDiffers, national.DibaoTiers, national.DibaoTopUp, national.SingleFixedSum} {
		p.does(k)
	}
	for k, amount := range map[eligibility.ParamKey]string{national.TekunInstitution: "200", national.DibaoTierOne: "600", national.DibaoTierTwo: "500",
		national.DibaoTierThree: "400", national.DibaoTierFour: "300", national.DibaoTopUpSevere: "150", national.DibaoTopUpAge: "50", national.DibaoSingleSum: "350"} {
		p.money(k, "", amount, "2014-05-01", division.Province)
	}
	p.Values = append(p.Values,
		eligibility.Value{Param: national.BianyuanComparator, Comparator: measure.AtMost, Force: since("2021-07-01"), SetBy: division.Province, Source: by},
		eligibility.Value{Param: national.GangxingComparator, Comparator: measure.AtLeast, Force: since("2025-01-01"), SetBy: division.Prefecture, Source: by})
	return p.Act
}

func testTSTC() eligibility.Act {
	by := invented("").Source
	p := place{eligibility.Act{ID: "test:tstc", ZH: "虚构县收入核算规定", EN: "invented rules of income", Source: by, In: tstc, Force: since("2014-05-01")}, by}
	p.leavesOut()
	return p.Act
}

// leavesOut leaves out all income that a place may leave out.
func (p *place) leavesOut() {
	for _, k := range []eligibility.ClauseKey{national.TekunInsurance, national.TekunIncomeExcluded, national.DibaoPensionCentral, national.DibaoPensionLocal,
		national.DibaoPensionAccount, national.DibaoOldAge, national.SingleSupport} {
		p.fill(k, nil)
	}
}

func testLKR() eligibility.Act {
	by := vocab.Source{Document: "一县社会救助系统所见标准", Article: "配置表", Provenance: vocab.Practice}
	p := place{eligibility.Act{ID: "test:lkr", ZH: "所见标准", EN: "amounts seen in use", Source: by, In: lkr, Force: since("2021-07-01")}, by}
	both := func(k eligibility.ParamKey, rural, urban, from string) {
		p.money(k, eligibility.Rural, rural, from, division.Prefecture)
		p.money(k, eligibility.Urban, urban, from, division.Prefecture)
	}
	both(national.DibaoStandard, "585", "780", "2025-01-01")
	both(national.DibaoStandard, "632", "832", "2026-04-01")
	for i := range p.Values[:2] {
		p.Values[i].Force = cal.MustParsePeriod("2025-01-01/2026-04-01")
	}
	both(national.TekunBasic, "822", "1076", "2026-08-12")
	both(national.DibaoTopUpSevere, "104", "142", "2026-04-01")
	both(national.DibaoTopUpAge, "104", "142", "2026-04-01")
	for k, amount := range map[eligibility.ParamKey]string{national.TekunCareAble: "191", national.TekunCarePartial: "319", national.TekunCareFull: "478",
		national.DibaoSingleSum: "313"} {
		p.money(k, "", amount, "2026-04-01", division.Prefecture)
	}
	p.Values = append(p.Values,
		eligibility.Value{Param: national.IncomeMonths, Count: 12, SetBy: division.Province, Source: by},
		eligibility.Value{Param: national.DibaoExitMonths, Count: 6, Source: by},
		eligibility.Value{Param: national.DibaoRounding, Step: eligibility.Step{Unit: yuan("1"), Mode: eligibility.StepUp}, Source: by})
	p.does(national.DibaoTopUp)
	p.does(national.SingleFixedSum)
	p.by = invented("").Source
	for i, k := range []eligibility.ClauseKey{national.TekunProperty, national.ObligorProperty, national.DibaoProperty, national.BianyuanProperty,
		national.SingleProperty, national.GangxingProperty} {
		p.fill(k, eligibility.Always(invented(fmt.Sprint("fits.", i))))
	}
	return p.Act
}

// who is a person of whom all that basic assistance asks is known: an adult without work, income, property or disability.
func who(ref facts.Ref, born string, more ...func(*facts.Person)) facts.Person {
	return somebody(ref, born, append([]func(*facts.Person){func(p *facts.Person) {
		if born < "2000" {
			p.Capacity = doc(facts.FullCapacity)
		}
		p.Work.Able, p.Work.Refusals = doc(true), doc(0)
		p.Family.ParentsUnable, p.Family.ChildrenUnable = doc(false), doc(false)
		p.Property = facts.Property{Financial: doc(yuan("0")), Homes: doc(0), Buildings: doc(0), Vehicles: doc(0), Machines: doc(0), Businesses: doc(0)}
		able := doc(true)
		p.Care.Eat, p.Care.Dress, p.Care.Bed, p.Care.Toilet, p.Care.Walk, p.Care.Bathe = able, able, able, able, able, able
	}}, more...)...)
}

// home is a household whose applicant comes first. Nobody has kin but by the ties that join adds.
func home(people ...facts.Person) *facts.Household {
	people[0].Family.Relation = doc(facts.Applicant)
	return &facts.Household{Area: doc(eligibility.Rural), PeopleComplete: doc(true), People: people,
		Dibao: facts.Dibao{ExitByWork: doc(false)}, SpendingComplete: doc(since("2010-01-01"))}
}

// tie says what kin is to of, by blood where that can be; where of is the applicant, what kin is to him.
func tie(h *facts.Household, of facts.Ref, relation facts.Kinship, kin facts.Ref, more ...func(*facts.Tie)) *facts.Household {
	t := facts.Tie{Of: of, Kin: kin, Relation: doc(relation)}
	if relation != facts.Spouse {
		t.Origin = doc(facts.ByBlood)
	}
	for _, m := range more {
		m(&t)
	}
	h.Ties = append(h.Ties, t)
	if h.People[0].Ref != of {
		return h
	}
	role := facts.Role(relation)
	switch relation {
	case facts.ElderSibling, facts.YoungerSibling:
		role = facts.ApplicantSibling
	case facts.InLaw, facts.OtherRelative:
		role = facts.ApplicantOther
	}
	person(h, kin).Family.Relation = doc(role)
	return h
}

func person(h *facts.Household, ref facts.Ref) *facts.Person {
	return &h.People[slices.IndexFunc(h.People, func(p facts.Person) bool { return p.Ref == ref })]
}

func found1(h *facts.Household, f eligibility.FactKey, who facts.Ref, is bool) *facts.Household {
	h.Judgements = append(h.Judgements, facts.Judgement{Fact: f, Person: who, Finding: doc(is), On: cal.MustParse("2014-06-01")})
	return h
}

// has is an income of a kind, so many yuan a month in each of the twelve months before the day of the case; the day comes with at.
func has(kind facts.IncomeKind, monthly string) func(*facts.Person) {
	return func(p *facts.Person) {
		p.Income.Items = append(p.Income.Items, facts.Earning{Kind: kind, Amount: doc(money.Fen(yuan(monthly).Fen() * 12))})
	}
}

// inYear is an income of a kind in the whole of the twelve months.
func inYear(kind facts.IncomeKind, total string) func(*facts.Person) {
	return func(p *facts.Person) {
		p.Income.Items = append(p.Income.Items, facts.Earning{Kind: kind, Amount: doc(yuan(total))})
	}
}

// at dates the income and the spending of a household: the twelve months before the day.
func at(on string, h *facts.Household) *facts.Household {
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

func studies(s facts.Stage, fullTime bool) func(*facts.Person) {
	return func(p *facts.Person) { p.Study = facts.Schooling{Stage: doc(s), FullTime: doc(fullTime)} }
}

func owns(what string) func(*facts.Person) {
	return func(p *facts.Person) {
		switch what {
		case "vehicle":
			p.Property.Vehicles = doc(1)
		case "home":
			p.Property.Homes = doc(1)
		case "building":
			p.Property.Buildings = doc(1)
		case "machine":
			p.Property.Machines = doc(1)
		case "firm":
			p.Property.Businesses = doc(1)
		default:
			panic(what)
		}
	}
}

func works(p *facts.Person) { p.Work.Employed = doc(true) }

func ill(p *facts.Person) { p.Disability.Serious = doc(true) }

func clergy(apartSince string) func(*facts.Person) {
	return func(p *facts.Person) {
		p.Family.Clergy, p.Family.ApartSince = doc(true), doc(cal.MustParse(apartSince))
	}
}

// multiple is a certificate of 多重 with these components; none: they are not named.
func multiple(grade identity.DisabilityGrade, parts ...eligibility.Pair) func(*facts.Person) {
	return func(p *facts.Person) {
		disabled(identity.Multiple, grade)(p)
		p.Disability.Certificates[0].Components = parts
	}
}

// fails makes so many of the six indicators of self-care fail.
func fails(n int) func(*facts.Person) {
	return func(p *facts.Person) {
		for i, f := range []*facts.Attested[bool]{&p.Care.Eat, &p.Care.Dress, &p.Care.Bed, &p.Care.Toilet, &p.Care.Walk, &p.Care.Bathe} {
			*f = doc(i >= n)
		}
	}
}

// failing makes these of the six indicators fail.
func failing(which ...int) func(*facts.Person) {
	return func(p *facts.Person) {
		for _, i := range which {
			*[]*facts.Attested[bool]{&p.Care.Eat, &p.Care.Dress, &p.Care.Bed, &p.Care.Toilet, &p.Care.Walk, &p.Care.Bathe}[i] = doc(false)
		}
	}
}

// decided reports what of why does not show in the findings: "+work.60 第五条第（一）项" is the criterion work.60, met, with that article; −
// is not met, ? unknown.
func decided(t testing.TB, law *statutes.Law, h *facts.Household, ref facts.Ref, p eligibility.ProgrammeID, why ...string) string {
	t.Helper()
	b, err := bind.Household(law, h, eligibility.Documented)
	if err != nil {
		t.Fatal(err)
	}
	row, _ := b.Row(ref)
	found, err := engine(law).AppendFindings(nil, b.Case, row, p)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range why {
		truth := map[byte]eligibility.Truth{'+': eligibility.Met, '-': eligibility.NotMet, '?': eligibility.Unknown}[w[0]]
		id, article, _ := strings.Cut(w[1:], " ")
		if !slices.ContainsFunc(found, func(f eligibility.Finding) bool {
			c := f.Node.Criterion()
			return c.ID == id && c.Source.Article == article && f.Stated == truth
		}) {
			for _, f := range found {
				if c := f.Node.Criterion(); c.ID == id {
					w += "; it is " + f.Stated.String() + " " + c.Source.Article
				}
			}
			return w
		}
	}
	return ""
}
