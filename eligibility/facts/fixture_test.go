package facts_test

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/person"
)

var (
	day    = cal.MustParse
	yuan   = money.MustParse
	county = division.MustParse("350627")
	on     = day("2022-03-15")
	year   = cal.MustParsePeriod("2021-03-01/2022-03-01") // the window of 12 months on that day
)

// yes and no are facts of which a paper was seen.
var (
	yes = facts.Documented(true)
	no  = facts.Documented(false)
)

// family is an invented household of which everything is known: a widower who applies, his disabled daughter, her son, and the
// boy's father, of whom nobody has heard.
func family() *facts.Household {
	doc := facts.Documented[cal.Date]
	whole := facts.Checked(cal.Since(day("2020-01-01")))
	vital := facts.Vital{State: facts.Documented(facts.Living)}
	free := facts.Detention{State: facts.Checked(facts.AtLiberty)}
	property := facts.Property{Financial: facts.Checked(yuan("3000.00")), Homes: facts.Checked(1),
		Buildings: facts.Checked(0),
		Oversize:  no, Recent: no, Vehicles: facts.Checked(0), VehicleValue: facts.Checked(yuan("0")),
		Machines: facts.Checked(0),
		Capital:  facts.Checked(yuan("0")), Businesses: facts.Checked(0), GaveAway: facts.Stated(false)}
	return &facts.Household{
		Ref: "file-7", Place: facts.Documented(county), Area: facts.Documented(eligibility.Rural),
		IncomeOfYear: facts.Checked(yuan("1716.00")),
		People: []facts.Person{
			{
				Ref: "grandfather", ID: identity.MustParseResidentID("350627195803011017"), Birth: doc(day("1958-03-01")),
				Sex: facts.Documented(person.Male), Marriage: facts.Documented(person.Widowed), Foreign: no,
				Deported: no, Life: vital,
				Custody: free, Capacity: facts.Stated(facts.FullCapacity), KinComplete: facts.Visited(true),
				Family: facts.Family{Relation: facts.Documented(facts.Applicant), Together: facts.Visited(true),
					SupportBond: yes, Dependent: no,
					Clergy: no, ApartSince: doc(day("1990-01-01")), ParentsUnable: yes, ChildrenUnable: yes},
				Residence: facts.Residence{Hukou: facts.Documented(division.MustParse("350627109")), NoPermit: yes,
					Elsewhere: no},
				Disability: facts.Impairment{Disabled: facts.Stated(false), Serious: no, ForChildren: no, LostWork: no},
				Care: facts.Care{Eat: facts.Visited(true), Dress: facts.Visited(true), Bed: facts.Visited(true),
					Toilet: facts.Visited(true),
					Walk:   facts.Visited(true), Bathe: facts.Visited(false), Months: facts.Documented(0),
					Ability:       facts.Documented(facts.Able),
					LongDependent: no, LongTermCover: no, Form: facts.Stated(facts.AtHome)},
				Study: facts.Schooling{Stage: facts.Stated(facts.NotAtSchool), FullTime: no},
				Work: facts.Work{Employed: facts.Checked(false), Since: doc(day("2018-01-01")),
					Able: facts.Visited(true), Refusals: facts.Checked(0), Away: no,
					Insured: no, FixedIncome: no, NoIncome: no},
				Income: facts.Income{Complete: whole, Items: []facts.Earning{
					{Kind: facts.CentralPension, Period: year, Amount: facts.Checked(yuan("1716.00"))},
					{Kind: facts.Wages, Period: cal.Month(2022, 3), Amount: facts.Stated(yuan("900.00"))},
					// not in the window
				}},
				Property: property,
				Holdings: []facts.Holding{{Programme: "dibao", Period: cal.Since(day("2019-01-01")),
					Monthly:   facts.Checked(yuan("420.00")),
					Confirmed: facts.Checked(true)}},
				HoldingsComplete: facts.Checked(true),
				Child: facts.Childhood{ParentsNotFound: no, InInstitution: no, ChoseBenefit: no,
					BenefitInFull: no, GuardianAble: facts.Visited(true)},
			},
			{
				Ref: "daughter", ID: identity.MustParseResidentID("350627198807152021"),
				Birth: doc(day("1988-07-15")), Sex: facts.Documented(person.Female),
				Marriage: facts.Documented(person.Unmarried), Life: vital, Custody: free, KinComplete: facts.Visited(true),
				Family: facts.Family{Relation: facts.Documented(facts.ApplicantChild)},
				Residence: facts.Residence{Hukou: facts.Documented(county), Permit: facts.Documented(county),
					PermitUntil: doc(day("2022-08-01")),
					Elsewhere:   yes, ElsewhereSince: doc(day("2020-02-01"))},
				Disability: facts.Impairment{Disabled: yes, Certificates: []facts.Certificate{
					{Kind: identity.Limb, Grade: identity.GradeTwo,
						Valid: cal.MustParsePeriod("2010-01-01/2020-01-01"), State: facts.Checked(facts.CertificateExpired)},
					{Number: identity.MustParseDisabilityCertificate("35062719880715202141"), Kind: identity.Limb,
						Grade: identity.GradeOne,
						Valid: cal.MustParsePeriod("2020-01-01/2030-01-01"), State: facts.Checked(facts.CertificateValid)},
				}},
				Income: facts.Income{Complete: whole},
				Work:   facts.Work{NoIncome: yes, NoIncomeSince: doc(day("2016-01-01"))},
			},
			{
				Ref: "boy", Birth: doc(day("2014-05-01")), Life: vital,
				Family: facts.Family{Relation: facts.Documented(facts.ApplicantGrandchild)},
				Disability: facts.Impairment{Certificates: []facts.Certificate{{Kind: identity.Multiple,
					Grade: identity.GradeTwo,
					Components: []eligibility.Pair{{Kind: identity.Hearing, Grade: identity.GradeTwo},
						{Kind: identity.Speech, Grade: identity.GradeThree}},
					State: facts.Documented(facts.CertificateValid)}}},
				Study: facts.Schooling{Stage: facts.Documented(facts.CompulsorySchool), FullTime: yes},
			},
			{
				Ref: "father", Birth: doc(day("1985-01-01")),
				Life: facts.Vital{State: facts.Documented(facts.DeclaredMissing), Since: doc(day("2021-01-01"))},
				Custody: facts.Detention{State: facts.Documented(facts.InPrison), From: doc(day("2022-01-01")),
					Until:  doc(day("2023-01-01")),
					Months: facts.Documented(12)},
			},
		},
		PeopleComplete: facts.Visited(true),
		Ties: []facts.Tie{
			{Of: "daughter", Kin: "grandfather", Relation: facts.Documented(facts.Parent),
				Origin: facts.Documented(facts.ByBlood)},
			{Of: "boy", Kin: "daughter", Relation: facts.Documented(facts.Parent), Origin: facts.Documented(facts.ByBlood)},
			{Of: "boy", Kin: "father", Relation: facts.Documented(facts.Parent),
				Origin: facts.Documented(facts.ByBlood), LostContact: facts.Checked(true),
				LostContactSince: doc(day("2020-12-01")), Revoked: no, NotPerformed: yes},
			{Of: "boy", Kin: "grandfather", Relation: facts.Documented(facts.Grandparent)},
			{Of: "grandfather", Kin: "father", Relation: facts.Stated(facts.OtherRelative), Raised: no},
		},
		Spending: []facts.Spending{
			{Kind: facts.MedicalCosts, Period: cal.Month(2021, 11), Amount: facts.Documented(yuan("5000.00"))},
			{Kind: facts.MedicalCosts, Period: cal.Month(2022, 2), Amount: facts.Stated(yuan("0.50"))},
			{Kind: facts.MedicalCosts, Period: cal.Month(2021, 2), Amount: facts.Stated(yuan("77.00"))}, // a month too early
		},
		SpendingComplete: facts.Visited(cal.MustParsePeriod("2021-01-01/2022-04-01")),
		Dibao: facts.Dibao{Tier: facts.Checked(facts.TierTwo), ExitByWork: yes,
			AboveSince: doc(day("2021-12-20"))},
		Relief: facts.Relief{Event: facts.Visited(facts.Fire), Place: facts.Visited(division.MustParse("350627109201")),
			Amount: facts.Stated(yuan("700.00"))},
		Judgements: judgements(),
	}
}

// judgements are findings of every fact that an official finds, of the first person or the household.
func judgements() []facts.Judgement {
	var all []facts.Judgement
	for f := range facts.Dictionary().All() {
		if !f.Judgement {
			continue
		}
		j := facts.Judgement{Fact: f.Key, Finding: facts.Visited(true), On: day("2022-03-10")}
		switch f.Scope {
		case eligibility.PerPerson:
			j.Person = "grandfather"
		case eligibility.PerTie:
			j.Person, j.Kin = "grandfather", "father"
		}
		all = append(all, j)
	}
	return all
}

// codes are the codes of a list with their paths.
func codes(l fault.List) []string {
	var all []string
	for _, f := range l {
		s := f.Path() + " " + string(f.Code())
		if f.Advisory() {
			s += " advisory"
		}
		all = append(all, s)
	}
	return all
}
