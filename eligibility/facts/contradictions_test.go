package facts_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/person"
)

func TestTheFamilyDoesNotContradictItself(t *testing.T) {
	for _, on := range []cal.Date{on, {}} {
		if l := facts.Contradictions(family(), on); len(l) > 0 {
			t.Errorf("on %v: %v", on, l)
		}
	}
}

// parents and children and the like, to be bent by the cases.
func trio() *facts.Household {
	d := facts.Documented[cal.Date]
	return &facts.Household{
		People: []facts.Person{{Ref: "a", Birth: d(day("1960-01-01"))}, {Ref: "b", Birth: d(day("1962-01-01"))},
			{Ref: "c", Birth: d(day("1990-01-01"))}},
		Ties: []facts.Tie{
			{Of: "a", Kin: "b", Relation: facts.Stated(facts.Spouse)},
			{Of: "c", Kin: "a", Relation: facts.Stated(facts.Parent), Origin: facts.Stated(facts.ByBlood)},
			{Of: "b", Kin: "c", Relation: facts.Stated(facts.Child), Origin: facts.Stated(facts.ByBlood)},
		},
	}
}

func TestContradictions(t *testing.T) {
	d := facts.Documented[cal.Date]
	married, relation := facts.Documented[person.Marriage], facts.Stated[facts.Role]
	kin := func(of, kin facts.Ref, k facts.Kinship) facts.Tie {
		return facts.Tie{Of: of, Kin: kin, Relation: facts.Stated(k)}
	}
	valid := facts.Checked(facts.CertificateValid)
	multiple := func(grade identity.DisabilityGrade, parts ...eligibility.Pair) []facts.Certificate {
		return []facts.Certificate{{Kind: identity.Multiple, Grade: grade, Components: parts, State: valid}}
	}
	part := func(k identity.DisabilityKind, g identity.DisabilityGrade) eligibility.Pair {
		return eligibility.Pair{Kind: k, Grade: g}
	}
	hold := func(id eligibility.ProgrammeID, period string) facts.Holding {
		return facts.Holding{Programme: id, Period: cal.MustParsePeriod(period), Confirmed: yes}
	}
	earn := func(kind facts.IncomeKind, period, amount string) facts.Earning {
		return facts.Earning{Kind: kind, Period: cal.MustParsePeriod(period), Amount: facts.Checked(yuan(amount))}
	}
	for _, c := range []struct {
		name string
		bend func(h *facts.Household, a, b, c *facts.Person)
		want []string
	}{
		{"nothing", func(*facts.Household, *facts.Person, *facts.Person, *facts.Person) {}, nil},
		// Identity.
		{"reference twice", func(h *facts.Household, _, b, _ *facts.Person) { b.Ref = "a"; h.Ties = h.Ties[1:2] },
			[]string{"people[1].ref FACTS-TWICE"}},
		{"one person twice", func(h *facts.Household, a, b, _ *facts.Person) {
			a.ID = identity.MustParseResidentID("350627195803011017")
			b.ID, a.Birth, b.Birth, h.Ties = a.ID, d(day("1958-03-01")), d(day("1958-03-01")), nil
		}, []string{"people[1].id FACTS-SAME"}},
		{"birth on the card", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.ID = identity.MustParseResidentID("350627195803011017")
		},
			[]string{"people[0].id FACTS-ID advisory"}},
		{"sex on the card", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.ID, a.Birth, a.Sex = identity.MustParseResidentID("350627195803011017"), d(day("1958-03-01")),
				facts.Stated(person.Female)
		}, []string{"people[0].id FACTS-ID advisory"}},
		{"a card and nothing stated", func(_ *facts.Household, _, b, _ *facts.Person) {
			b.ID, b.Birth = identity.MustParseResidentID("350627195803011017"), facts.Attested[cal.Date]{}
		}, nil},
		{"certificate of another", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.ID, a.Birth = identity.MustParseResidentID("350627195803011017"), d(day("1958-03-01"))
			a.Disability.Certificates = []facts.Certificate{{Number: identity.MustParseDisabilityCertificate("35062719880715202141"),
				Kind: identity.Limb, Grade: identity.GradeOne}}
		}, []string{"people[0].disability.certificates[0].number FACTS-ID advisory"}},
		{"certificate of another grade", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Disability.Certificates = []facts.Certificate{{Number: identity.MustParseDisabilityCertificate("35062719880715202141"),
				Kind: identity.Limb, Grade: identity.GradeTwo}}
		}, []string{"people[0].disability.certificates[0].number FACTS-ID advisory"}},
		{"certificate of another kind", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Disability.Certificates = []facts.Certificate{{Number: identity.MustParseDisabilityCertificate("35062719880715202141"),
				Kind: identity.Visual, Grade: identity.GradeOne}}
		}, []string{"people[0].disability.certificates[0].number FACTS-ID advisory"}},
		// Days.
		{"born tomorrow", func(h *facts.Household, a, _, _ *facts.Person) {
			a.Birth, h.Ties = d(day("2022-03-16")), nil
		}, []string{"people[0].birth FACTS-FUTURE"}},
		{"born today", func(h *facts.Household, a, _, _ *facts.Person) { a.Birth, h.Ties = d(on), nil }, nil},
		{"151 years old", func(_ *facts.Household, a, _, _ *facts.Person) { a.Birth = d(day("1871-03-14")) },
			[]string{"people[0].birth FACTS-VALUE"}},
		{"clergy before birth", func(_ *facts.Household, _, _,
			c *facts.Person) {
			c.Family.ApartSince = d(day("1989-12-31"))
		},
			[]string{"people[2].family.apart_since FACTS-BIRTH"}},
		{"clergy from birth", func(_ *facts.Household, _, _, c *facts.Person) { c.Family.ApartSince = d(day("1990-01-01")) }, nil},
		{"out before in", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Custody = facts.Detention{State: facts.Stated(facts.InPrison), From: d(day("2020-01-01")),
				Until: d(day("2020-01-01"))}
		}, []string{"people[0].custody.until FACTS-ORDER"}},
		{"out in the future", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Custody = facts.Detention{State: facts.Stated(facts.InPrison), From: d(day("2020-01-01")),
				Until: d(day("2030-01-01"))}
		}, nil},
		{"income of next month", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Income.Items = []facts.Earning{earn(facts.Wages, "2022-04-01/2022-05-01", "1.00")}
		}, []string{"people[0].income.items[0].period FACTS-FUTURE"}},
		{"income before birth", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Income.Items = []facts.Earning{earn(facts.Wages, "1989-12-01/1990-01-01", "1.00")}
		}, []string{"people[2].income.items[0].period FACTS-BIRTH"}},
		{"spending of next month", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Spending = []facts.Spending{{Kind: facts.LivingCosts, Period: cal.Month(2022, 4)}}
		}, []string{"spending[0].period FACTS-FUTURE"}},
		{"above the line tomorrow", func(h *facts.Household, _, _,
			_ *facts.Person) {
			h.Dibao.AboveSince = d(day("2022-03-16"))
		}, []string{"dibao.above_since FACTS-FUTURE"}},
		{"found tomorrow", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Judgements = []facts.Judgement{{Fact: facts.ReliefUrgent, Finding: yes, On: day("2022-03-16")}}
		}, []string{"judgements[0].on FACTS-FUTURE"}},
		{"lost tomorrow", func(h *facts.Household, _, _,
			_ *facts.Person) {
			h.Ties[0].LostContactSince = d(day("2022-03-16"))
		},
			[]string{"ties[0].lost_contact_since FACTS-FUTURE"}},
		// Death.
		{"income after death", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Life = facts.Vital{State: facts.Documented(facts.Dead), Since: d(day("2021-05-31"))}
			a.Income.Items = []facts.Earning{earn(facts.Wages, "2021-05-01/2021-06-01", "1.00"), earn(facts.Wages,
				"2021-06-01/2021-07-01", "1.00")}
		}, []string{"people[0].income.items[1] FACTS-DEAD advisory"}},
		{"all sorts of things after death", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Life = facts.Vital{State: facts.Documented(facts.Dead), Since: d(day("2021-05-31"))}
			a.Holdings = []facts.Holding{hold("dibao", "2021-06-01/")}
			a.Custody.From, a.Work.Since = d(day("2021-06-01")), d(day("2021-06-01"))
		}, []string{"people[0].holdings[0] FACTS-DEAD advisory", "people[0].custody.from FACTS-DEAD",
			"people[0].work.since FACTS-DEAD"}},
		{"dead and at work", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Life.State, a.Work.Employed = facts.Documented(facts.Dead), yes
		}, []string{"people[0].life.state FACTS-DEAD"}},
		{"dead and at school", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Life.State, a.Study.Stage = facts.Documented(facts.Dead), facts.Stated(facts.Undergraduate)
		}, []string{"people[0].life.state FACTS-DEAD"}},
		{"declared dead and at work may be", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Life.State, a.Work.Employed = facts.Documented(facts.DeclaredDead), yes
		}, nil},
		{"unborn with a birthday", func(h *facts.Household, a, _,
			_ *facts.Person) {
			a.Life.State = facts.Stated(facts.Unborn)
		}, []string{"people[0].birth FACTS-CONTRARY"}},
		// Disability.
		{"a valid certificate and no disability", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Disability = facts.Impairment{Disabled: no, Certificates: []facts.Certificate{{Kind: identity.Limb,
				Grade: identity.GradeOne, State: valid}}}
		}, []string{"people[0].disability.disabled FACTS-CONTRARY"}},
		{"a certificate that is over and no disability", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Disability = facts.Impairment{Disabled: no, Certificates: []facts.Certificate{{Kind: identity.Limb,
				Grade: identity.GradeOne, State: valid,
				Valid: cal.MustParsePeriod("2010-01-01/2020-01-01")}}}
		}, nil},
		{"two valid certificates", func(_ *facts.Household, a, _, _ *facts.Person) {
			one := facts.Certificate{Kind: identity.Limb, Grade: identity.GradeOne, State: valid,
				Valid: cal.MustParsePeriod("2010-01-01/2020-01-01")}
			two := one
			two.Valid = cal.MustParsePeriod("2019-12-31/2029-12-31")
			a.Disability.Certificates = []facts.Certificate{one, two}
		}, []string{"people[0].disability.certificates[1] FACTS-OVERLAP advisory"}},
		{"parts without 多重", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Disability.Certificates = []facts.Certificate{{Kind: identity.Limb, Grade: identity.GradeOne,
				Components: []eligibility.Pair{part(identity.Limb, identity.GradeOne)}}}
		}, []string{"people[0].disability.certificates[0].components FACTS-CONTRARY"}},
		{"one part", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Disability.Certificates = multiple(identity.GradeOne, part(identity.Limb, identity.GradeOne))
		}, []string{"people[0].disability.certificates[0].components FACTS-VALUE"}},
		{"one kind twice", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Disability.Certificates = multiple(identity.GradeOne, part(identity.Limb, identity.GradeOne),
				part(identity.Limb, identity.GradeTwo))
		}, []string{"people[0].disability.certificates[0].components[1] FACTS-VALUE"}},
		{"多重 in 多重", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Disability.Certificates = multiple(identity.GradeOne, part(identity.Limb, identity.GradeOne),
				part(identity.Multiple, identity.GradeTwo))
		}, []string{"people[0].disability.certificates[0].components[1] FACTS-VALUE"}},
		{"not the grade of the heaviest part", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Disability.Certificates = multiple(identity.GradeOne, part(identity.Limb, identity.GradeTwo),
				part(identity.Visual, identity.GradeThree))
		}, []string{"people[0].disability.certificates[0].components FACTS-CONTRARY advisory"}},
		// Holdings.
		{"one benefit twice", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Holdings = []facts.Holding{hold("gaoling", "2021-01-01/2021-03-01"), hold("gaoling", "2021-02-28/")}
		}, []string{"people[0].holdings[1] FACTS-OVERLAP advisory"}},
		{"one benefit again", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Holdings = []facts.Holding{hold("gaoling", "2021-01-01/2021-03-01"), hold("gaoling", "2021-03-01/")}
		}, nil},
		{"特困 and 低保", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Holdings = []facts.Holding{hold("tekun", "2021-01-01/"), hold("dibao", "2020-01-01/")}
		}, []string{"people[0].holdings[1] FACTS-EXCLUSIVE advisory"}},
		{"特困 after 低保", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Holdings = []facts.Holding{hold("tekun", "2021-01-01/"), hold("dibao", "2020-01-01/2021-01-01")}
		}, nil},
		{"特困 asked for under 低保", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Holdings = []facts.Holding{{Programme: "tekun", Period: cal.Since(day("2021-01-01")), Confirmed: no},
				hold("dibao", "2020-01-01/")}
		}, nil},
		{"孤儿 and 事实无人抚养儿童", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Holdings = []facts.Holding{hold("shishi_wuren", "2021-01-01/"), hold("guer", "2021-01-01/")}
		}, []string{"people[0].holdings[1] FACTS-EXCLUSIVE advisory"}},
		{"单人户 under 低保边缘", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Holdings = []facts.Holding{hold("bianyuan", "2021-01-01/"), hold("dibao_single", "2021-01-01/")}
		}, nil},
		// Facts that exclude each other.
		{"at liberty for nine months", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Custody = facts.Detention{State: facts.Stated(facts.AtLiberty), Months: facts.Stated(9)}
		}, []string{"people[0].custody.months FACTS-CONTRARY advisory"}},
		{"many at once", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Study = facts.Schooling{Stage: facts.Stated(facts.NotAtSchool), FullTime: yes}
			a.Work.NoIncome, a.Work.FixedIncome = yes, yes
			a.Residence.Elsewhere, a.Residence.ElsewhereSince = no, d(day("2020-01-01"))
			a.Residence.NoPermit, a.Residence.Permit = yes, facts.Stated(county)
			a.Property.Homes, a.Property.Oversize, a.Property.Recent = facts.Checked(0), yes, yes
			a.Property.Businesses, a.Property.Capital = facts.Checked(0), facts.Checked(yuan("0.01"))
		}, []string{"people[0].study.full_time FACTS-CONTRARY", "people[0].work.fixed_income FACTS-CONTRARY",
			"people[0].residence.elsewhere_since FACTS-CONTRARY",
			"people[0].residence.no_permit FACTS-CONTRARY", "people[0].property.oversize FACTS-CONTRARY",
			"people[0].property.recent FACTS-CONTRARY advisory",
			"people[0].property.capital FACTS-CONTRARY advisory"}},
		{"a permit that is still good, and none", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Residence.NoPermit, a.Residence.Permit, a.Residence.PermitUntil = yes, facts.Stated(county), d(on.AddDays(1))
		}, []string{"people[0].residence.no_permit FACTS-CONTRARY"}},
		{"no home at all", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Property.Homes, a.Property.Oversize, a.Property.Recent = facts.Checked(0), no, no
			a.Property.Businesses, a.Property.Capital = facts.Checked(0), facts.Checked(yuan("0.00"))
		}, nil},
		{"income since it ended", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Work.NoIncome, a.Work.NoIncomeSince = yes, d(day("2021-06-01"))
			a.Income.Items = []facts.Earning{earn(facts.Wages, "2021-05-01/2021-06-01", "5.00"), earn(facts.Wages,
				"2021-06-01/2021-07-01", "5.00"),
				earn(facts.Wages, "2021-07-01/2021-08-01", "0.00"), earn(facts.Assistance, "2021-07-01/2021-08-01", "5.00")}
		}, []string{"people[0].income.items[1] FACTS-CONTRARY"}},
		{"without income since, and with", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Work.NoIncome, a.Work.NoIncomeSince = no, d(day("2021-06-01"))
		}, []string{"people[0].work.no_income_since FACTS-CONTRARY"}},
		{"a month beside its year", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Income.Items = []facts.Earning{earn(facts.Wages, "2021-01-01/2022-01-01", "5.00"), earn(facts.Wages,
				"2021-07-01/2021-08-01", "5.00"),
				earn(facts.Gifts, "2021-07-01/2021-08-01", "5.00")}
		}, []string{"people[0].income.items[1] FACTS-OVERLAP advisory"}},
		{"two jobs in a month", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Income.Items = []facts.Earning{earn(facts.Wages, "2021-07-01/2021-08-01", "5.00"), earn(facts.Wages,
				"2021-07-01/2021-08-01", "5.00")}
		}, nil},
		// Age.
		{"full capacity at fifteen", func(h *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Capacity = d(day("2006-03-16")), facts.Stated(facts.FullCapacity)
		}, []string{"people[2].capacity FACTS-CONTRARY"}},
		{"full capacity at sixteen", func(h *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Capacity = d(day("2006-03-15")), facts.Stated(facts.FullCapacity)
		}, nil},
		{"limited capacity at seven", func(h *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Capacity = d(day("2014-03-16")), facts.Stated(facts.LimitedCapacity)
		}, []string{"people[2].capacity FACTS-CONTRARY"}},
		{"limited capacity at eight", func(h *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Capacity = d(day("2014-03-15")), facts.Stated(facts.LimitedCapacity)
		}, nil},
		{"a postgraduate of twelve", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Study.Stage = d(day("2010-01-01")), facts.Stated(facts.Postgraduate)
		}, []string{"people[2].study.stage FACTS-STAGE advisory"}},
		{"preschool at thirty", func(_ *facts.Household, _, _,
			c *facts.Person) {
			c.Study.Stage = facts.Stated(facts.Preschool)
		},
			[]string{"people[2].study.stage FACTS-STAGE advisory"}},
		{"compulsory school at four", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Study.Stage = d(day("2018-01-01")), facts.Stated(facts.CompulsorySchool)
		}, []string{"people[2].study.stage FACTS-STAGE advisory"}},
		{"senior high at thirty-two", func(_ *facts.Household, _, _,
			c *facts.Person) {
			c.Study.Stage = facts.Stated(facts.SeniorHigh)
		},
			[]string{"people[2].study.stage FACTS-STAGE advisory"}},
		{"college at twelve", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Study.Stage = d(day("2010-01-01")), facts.Stated(facts.College)
		}, []string{"people[2].study.stage FACTS-STAGE advisory"}},
		// What cannot be at an age, and what is unusual.
		{"one certificate of two people", func(_ *facts.Household, a, b, _ *facts.Person) {
			a.Disability.Certificates = []facts.Certificate{{Number: identity.MustParseDisabilityCertificate("35062719880715202141"),
				Kind: identity.Limb, Grade: identity.GradeOne}}
			b.Disability = a.Disability
		}, []string{"people[1].disability.certificates[0].number FACTS-SAME advisory"}},
		{"certificates without a number", func(_ *facts.Household, a, b, _ *facts.Person) {
			a.Disability.Certificates = []facts.Certificate{{Kind: identity.Limb, Grade: identity.GradeOne}}
			b.Disability = a.Disability
		}, nil},
		{"a certificate from before birth", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Disability.Certificates = []facts.Certificate{{Kind: identity.Limb, Grade: identity.GradeOne, State: valid,
				Valid: cal.Since(day("1989-12-31"))}}
		}, []string{"people[2].disability.certificates[0].valid FACTS-BIRTH advisory"}},
		{"a certificate from birth", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Disability.Certificates = []facts.Certificate{{Kind: identity.Limb, Grade: identity.GradeOne, State: valid,
				Valid: cal.Since(day("1990-01-01"))}}
		}, nil},
		{"a certificate over before birth", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Disability.Certificates = []facts.Certificate{{Kind: identity.Limb, Grade: identity.GradeOne, State: valid,
				Valid: cal.MustParsePeriod("1979-01-01/1989-01-01")}}
		}, []string{"people[2].disability.certificates[0].valid FACTS-BIRTH"}},
		{"a benefit from before the month of birth", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth = d(day("1990-02-10"))
			c.Holdings = []facts.Holding{hold("dibao", "1990-01-31/"), hold("tekun", "1990-02-01/1990-03-01")}
		}, []string{"people[2].holdings[0] FACTS-BIRTH advisory", "people[2].holdings[1] FACTS-EXCLUSIVE advisory"}},
		{"an unborn child with a card", func(h *facts.Household, _, _, c *facts.Person) {
			*c = facts.Person{Ref: "c", ID: identity.MustParseResidentID("350627195803011017"), Life: facts.Vital{State: facts.Stated(facts.Unborn)}}
		}, []string{"people[2].life.state FACTS-CONTRARY"}},
		{"an unborn child with a certificate", func(h *facts.Household, _, _, c *facts.Person) {
			*c = facts.Person{Ref: "c", Life: facts.Vital{State: facts.Stated(facts.Unborn)}}
			c.Disability.Certificates = []facts.Certificate{{Kind: identity.Limb, Grade: identity.GradeOne}}
		}, []string{"people[2].life.state FACTS-CONTRARY"}},
		{"care for a disability that there is not", func(_ *facts.Household, a, b, _ *facts.Person) {
			a.Disability.Disabled, a.Care.Months = no, facts.Documented(1)
			b.Disability.Disabled, b.Care.Months = no, facts.Documented(0)
		}, []string{"people[0].care.months FACTS-CONTRARY advisory"}},
		{"refuses work, unable to work", func(_ *facts.Household, a, b, c *facts.Person) {
			a.Work.Able, a.Work.Refusals = no, facts.Checked(1)
			b.Work.Able, b.Work.Refusals = no, facts.Checked(0)
			c.Work.Able, c.Work.Refusals = yes, facts.Checked(3)
		}, []string{"people[0].work.refusals FACTS-CONTRARY advisory"}},
		{"in prison at eleven", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Custody.State = d(day("2010-03-16")), facts.Stated(facts.InPrison)
		}, []string{"people[2].custody.state FACTS-AGE advisory"}},
		{"in prison at twelve", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Custody.State = d(day("2010-03-15")), facts.Stated(facts.InPrison)
		}, nil},
		{"at work at fifteen", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Work.Employed = d(day("2006-03-16")), yes
		}, []string{"people[2].work.employed FACTS-AGE advisory"}},
		{"at work at sixteen", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth, c.Work.Employed = d(day("2006-03-15")), yes
		}, nil},
		{"pensions of a child", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth = d(day("2010-01-01"))
			for _, k := range []facts.IncomeKind{facts.EmployeePension, facts.CentralPension, facts.LocalPension, facts.AccountPension,
				facts.SurvivorsBenefit} {
				c.Income.Items = append(c.Income.Items, earn(k, "2021-07-01/2021-08-01", "5.00"))
			}
		}, []string{"people[2].income.items[0] FACTS-AGE advisory", "people[2].income.items[1] FACTS-AGE advisory",
			"people[2].income.items[2] FACTS-AGE advisory", "people[2].income.items[3] FACTS-AGE advisory"}},
		{"a pension at forty-five", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth = d(day("1977-03-15"))
			c.Income.Items = []facts.Earning{earn(facts.EmployeePension, "2021-07-01/2021-08-01", "5.00")}
		}, nil},
		{"a pension at forty-four", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth = d(day("1977-03-16"))
			c.Income.Items = []facts.Earning{earn(facts.EmployeePension, "2021-07-01/2021-08-01", "5.00")}
		}, []string{"people[2].income.items[0] FACTS-AGE advisory"}},
		{"a parent eleven years older", func(_ *facts.Household, _, _, c *facts.Person) {
			c.Birth = d(day("1973-12-31"))
		}, []string{"ties[2] FACTS-AGE advisory"}},
		{"parents twelve years older", func(_ *facts.Household, _, _, c *facts.Person) { c.Birth = d(day("1974-01-01")) }, nil},
		{"a stepmother eleven years older", func(h *facts.Household, _, _, c *facts.Person) {
			c.Birth, h.Ties[2].Origin = d(day("1973-12-31")), facts.Stated(facts.StepOnly)
		}, nil},
		{"grandparents twenty-three years older", func(h *facts.Household, _, _, c *facts.Person) {
			c.Birth = d(day("1983-12-31"))
			h.Ties = []facts.Tie{kin("c", "a", facts.Grandparent), kin("b", "c", facts.Grandchild)}
		}, []string{"ties[0] FACTS-AGE advisory", "ties[1] FACTS-AGE advisory"}},
		{"a grandparent twenty-four years older", func(h *facts.Household, _, _, c *facts.Person) {
			c.Birth, h.Ties = d(day("1984-01-01")), []facts.Tie{kin("c", "a", facts.Grandparent)}
		}, nil},
		{"born three hundred and one days after the father died", func(h *facts.Household, a, b, _ *facts.Person) {
			a.Life = facts.Vital{State: facts.Documented(facts.Dead), Since: d(day("1990-01-01").AddDays(-301))}
			b.Life = facts.Vital{State: facts.Documented(facts.DeclaredDead), Since: d(day("1980-01-01"))}
		}, []string{"ties[1] FACTS-DEAD advisory"}},
		{"born three hundred days after the father died", func(h *facts.Household, a, _, _ *facts.Person) {
			a.Life = facts.Vital{State: facts.Documented(facts.Dead), Since: d(day("1990-01-01").AddDays(-300))}
		}, nil},
		{"a stepfather long dead", func(h *facts.Household, a, _, _ *facts.Person) {
			a.Life = facts.Vital{State: facts.Documented(facts.Dead), Since: d(day("1980-01-01"))}
			h.Ties[1].Origin = facts.Stated(facts.ByAdoption)
		}, nil},
		{"a benefit after the month of death", func(_ *facts.Household, a, b, c *facts.Person) {
			a.Life = facts.Vital{State: facts.Documented(facts.Dead), Since: d(day("2022-02-28"))}
			b.Life = facts.Vital{State: facts.Documented(facts.Dead), Since: d(day("2022-03-01"))}
			c.Life = facts.Vital{State: facts.Documented(facts.Dead)}
			a.Holdings = []facts.Holding{hold("dibao", "2020-01-01/"), hold("canji_huli", "2020-01-01/2022-03-01"),
				{Programme: "gaoling", Period: cal.Since(day("2020-01-01")), Confirmed: no}}
			b.Holdings, c.Holdings = a.Holdings[:1], a.Holdings[:1]
		}, []string{"people[0].holdings[0] FACTS-DEAD advisory"}},
		{"married too young", func(h *facts.Household, a, b, c *facts.Person) {
			a.Birth, a.Sex = d(day("2000-03-16")), facts.Documented(person.Male)
			b.Birth, b.Sex = d(day("2002-03-15")), facts.Documented(person.Female)
			c.Birth, c.Marriage, h.Ties = d(day("2002-03-16")), married(person.Married), h.Ties[:1]
		}, []string{"people[0].marriage FACTS-AGE advisory", "people[2].marriage FACTS-AGE advisory"}},
		{"married at the age of the law", func(h *facts.Household, a, b, _ *facts.Person) {
			a.Birth, a.Sex, h.Ties = d(day("2000-03-15")), facts.Documented(person.Male), h.Ties[:1]
		}, nil},
		{"the applicant's spouse, divorced", func(h *facts.Household, a, b, _ *facts.Person) {
			a.Family.Relation, b.Family.Relation, h.Ties = relation(facts.Applicant), relation(facts.ApplicantSpouse), nil
			a.Marriage, b.Marriage = married(person.Unmarried), married(person.Divorced)
		}, []string{"people[0].marriage FACTS-MARRIAGE advisory", "people[1].marriage FACTS-MARRIAGE advisory"}},
		{"the applicant's spouse, dead", func(h *facts.Household, a, b, _ *facts.Person) {
			a.Family.Relation, b.Family.Relation, h.Ties = relation(facts.Applicant), relation(facts.ApplicantSpouse), nil
			a.Marriage, b.Life.State = married(person.Divorced), facts.Documented(facts.Dead)
		}, nil},
		// Ties.
		{"a tie to nobody", func(h *facts.Household, _, _, _ *facts.Person) { h.Ties[0].Kin = "x" },
			[]string{"ties[0].kin FACTS-NOBODY"}},
		{"a tie of nobody", func(h *facts.Household, _, _, _ *facts.Person) { h.Ties[0].Of = "x" },
			[]string{"ties[0].of FACTS-NOBODY"}},
		{"kin of himself", func(h *facts.Household, _, _, _ *facts.Person) { h.Ties[0].Kin = "a" },
			[]string{"ties[0] FACTS-KIN"}},
		{"a tie twice", func(h *facts.Household, _, _, _ *facts.Person) { h.Ties = append(h.Ties, h.Ties[1]) },
			[]string{"ties[3] FACTS-TWICE"}},
		{"parents of each other", func(h *facts.Household, _, _, c *facts.Person) {
			c.Birth = facts.Attested[cal.Date]{}
			h.Ties = append(h.Ties, kin("a", "c", facts.Parent))
		}, []string{"ties[3] FACTS-KIN", "ties[3] FACTS-KIN"}},
		{"both sides agree", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Ties = append(h.Ties, kin("a", "c",
				facts.Child))
		}, nil},
		{"both sides agree by blood", func(h *facts.Household, _, _, _ *facts.Person) {
			t := kin("a", "c", facts.Child)
			t.Origin = facts.Stated(facts.ByBlood)
			h.Ties = append(h.Ties, t)
		}, nil},
		{"two origins", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Ties = append(h.Ties, facts.Tie{Of: "a", Kin: "c", Origin: facts.Stated(facts.ByAdoption)})
		}, []string{"ties[3] FACTS-KIN"}},
		{"raised by one account", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Ties = []facts.Tie{{Of: "a", Kin: "b", Relation: facts.Stated(facts.YoungerSibling), Raised: yes},
				{Of: "b", Kin: "a", Raised: no}}
		}, []string{"ties[1] FACTS-KIN"}},
		{"raised a spouse", func(h *facts.Household, _, _, _ *facts.Person) { h.Ties[0].Raised = yes },
			[]string{"ties[0].raised FACTS-CONTRARY"}},
		{"lost and not lost", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Ties[0].LostContact, h.Ties[0].LostContactSince = no, d(day("2021-01-01"))
		}, []string{"ties[0].lost_contact_since FACTS-CONTRARY"}},
		{"a child as old as the parent", func(_ *facts.Household, _, _, c *facts.Person) { c.Birth = d(day("1960-01-01")) },
			[]string{"ties[1] FACTS-OLDER", "ties[2] FACTS-OLDER"}},
		{"a parent's second spouse as old as the child", func(h *facts.Household, _, _, c *facts.Person) {
			c.Birth = d(day("1960-01-01"))
			h.Ties[1].Origin, h.Ties[2].Origin = facts.Stated(facts.StepOnly), facts.Stated(facts.StepRaised)
		}, nil},
		{"a grandchild older", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Ties = []facts.Tie{kin("a", "c", facts.Grandparent), kin("c", "b", facts.Grandchild)}
		}, []string{"ties[0] FACTS-OLDER advisory", "ties[1] FACTS-OLDER advisory"}},
		{"siblings the wrong way", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Ties = []facts.Tie{kin("a", "b", facts.ElderSibling), kin("b", "c", facts.ElderSibling), kin("c", "a",
				facts.YoungerSibling)}
		}, []string{"ties[0] FACTS-OLDER advisory", "ties[1] FACTS-OLDER advisory", "ties[2] FACTS-OLDER advisory"}},
		{"twins", func(h *facts.Household, a, b, _ *facts.Person) {
			b.Birth, h.Ties = a.Birth, []facts.Tie{kin("a", "b", facts.ElderSibling)}
		}, nil},
		{"his own grandfather", func(h *facts.Household, a, b, c *facts.Person) {
			a.Birth, b.Birth, c.Birth = facts.Attested[cal.Date]{}, facts.Attested[cal.Date]{}, facts.Attested[cal.Date]{}
			h.Ties = []facts.Tie{kin("a", "b", facts.Parent), kin("b", "c", facts.Parent), kin("c", "a", facts.Parent)}
		}, []string{"ties[2] FACTS-KIN"}},
		{"two mothers by birth", func(_ *facts.Household, a, b, _ *facts.Person) {
			a.Sex, b.Sex = facts.Stated(person.Female), facts.Stated(person.Female)
		}, []string{"people[2] FACTS-KIN advisory"}},
		{"a foundling whose mother is listed", func(_ *facts.Household, _, _,
			c *facts.Person) {
			c.Child.ParentsNotFound = yes
		},
			[]string{"people[2].child.parents_not_found FACTS-CONTRARY advisory"}},
		// Marriage.
		{"married", func(_ *facts.Household, a, _, _ *facts.Person) {
			a.Marriage, a.KinComplete = married(person.FirstMarriage), yes
		}, nil},
		{"married, nobody listed", func(h *facts.Household, a, _, _ *facts.Person) {
			a.Marriage, a.KinComplete, h.Ties = married(person.Married), yes, nil
		}, []string{"people[0].marriage FACTS-MARRIAGE advisory"}},
		{"married, list open", func(h *facts.Household, a, _, _ *facts.Person) {
			a.Marriage,
				h.Ties = married(person.Married), nil
		}, nil},
		{"married to the dead", func(h *facts.Household, a, b, _ *facts.Person) {
			a.Marriage, a.KinComplete, b.Life.State = married(person.Married), yes, facts.Documented(facts.Dead)
		}, []string{"people[0].marriage FACTS-MARRIAGE advisory"}},
		{"unmarried with a spouse", func(_ *facts.Household, a, _,
			_ *facts.Person) {
			a.Marriage = married(person.Unmarried)
		}, []string{"people[0].marriage FACTS-MARRIAGE advisory"}},
		{"divorced with a spouse", func(_ *facts.Household, _, b,
			_ *facts.Person) {
			b.Marriage = married(person.Divorced)
		}, []string{"people[1].marriage FACTS-MARRIAGE advisory"}},
		{"widowed of the living", func(_ *facts.Household, a, b, _ *facts.Person) {
			a.Marriage, b.Life.State = married(person.Widowed), facts.Documented(facts.Living)
		}, []string{"people[0].marriage FACTS-MARRIAGE advisory"}},
		{"widowed of somebody", func(_ *facts.Household, a, _,
			_ *facts.Person) {
			a.Marriage = married(person.Widowed)
		}, nil},
		{"spouse counted twice", func(h *facts.Household, _, _, c *facts.Person) {
			h.Ties = []facts.Tie{kin("a", "b", facts.Spouse), kin("c", "a", facts.Spouse)}
		}, []string{"ties[1] FACTS-SPOUSE advisory"}},
		{"two spouses who live", func(h *facts.Household, _, b, c *facts.Person) {
			b.Life.State, c.Life.State = facts.Documented(facts.Living), facts.Stated(facts.DeclaredMissing)
			h.Ties = []facts.Tie{kin("a", "b", facts.Spouse), kin("c", "a", facts.Spouse)}
		}, []string{"ties[1] FACTS-SPOUSE"}},
		{"married again", func(h *facts.Household, _, b, _ *facts.Person) {
			b.Life.State = facts.Documented(facts.DeclaredDead)
			h.Ties = []facts.Tie{kin("a", "b", facts.Spouse), kin("c", "a", facts.Spouse)}
		}, nil},
		{"one marriage from both sides", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Ties = append(h.Ties,
				kin("b", "a", facts.Spouse))
		}, nil},
		// Relation to the applicant.
		{"head listed again as a member", func(_ *facts.Household, a, b, _ *facts.Person) {
			a.Family.Relation, b.Family.Relation = relation(facts.Applicant), relation(facts.Applicant)
		}, []string{"people[1].family.relation FACTS-SAME", "people[1].family.relation FACTS-RELATION"}},
		{"two spouses of the applicant", func(h *facts.Household, a, b, c *facts.Person) {
			a.Family.Relation, b.Family.Relation, c.Family.Relation = relation(facts.ApplicantSpouse),
				relation(facts.Applicant), relation(facts.ApplicantSpouse)
			h.Ties = nil
		}, []string{"people[2].family.relation FACTS-SPOUSE advisory"}},
		{"two spouses of the applicant who live", func(h *facts.Household, a, b, c *facts.Person) {
			a.Family.Relation, b.Family.Relation, c.Family.Relation = relation(facts.ApplicantSpouse),
				relation(facts.Applicant), relation(facts.ApplicantSpouse)
			a.Life.State, c.Life.State, h.Ties = facts.Stated(facts.Living), facts.Stated(facts.Living), nil
		}, []string{"people[2].family.relation FACTS-SPOUSE"}},
		{"a dead spouse and a new one", func(h *facts.Household, a, b, c *facts.Person) {
			a.Family.Relation, b.Family.Relation = relation(facts.ApplicantSpouse), relation(facts.Applicant)
			c.Family.Relation, h.Ties = relation(facts.ApplicantSpouse), nil
			a.Life.State = facts.Documented(facts.Dead)
		}, nil},
		{"relations that fit", func(_ *facts.Household, a, b, c *facts.Person) {
			a.Family.Relation, b.Family.Relation, c.Family.Relation = relation(facts.Applicant),
				relation(facts.ApplicantSpouse), relation(facts.ApplicantChild)
			a.KinComplete = yes
		}, nil},
		{"a child that the ties call a parent", func(_ *facts.Household, a, _, c *facts.Person) {
			c.Family.Relation, a.Family.Relation = relation(facts.Applicant), relation(facts.ApplicantChild)
		}, []string{"people[0].family.relation FACTS-RELATION"}},
		{"a tie of which nothing is known", func(h *facts.Household, a, b, _ *facts.Person) {
			a.Family.Relation, b.Family.Relation, h.Ties = relation(facts.ApplicantSibling),
				relation(facts.Applicant), []facts.Tie{{Of: "a", Kin: "b"}}
		}, nil},
		{"siblings and in-laws", func(h *facts.Household, a, b, c *facts.Person) {
			a.Family.Relation, b.Family.Relation, c.Family.Relation = relation(facts.Applicant),
				relation(facts.ApplicantSibling), relation(facts.ApplicantOther)
			h.Ties = []facts.Tie{kin("a", "b", facts.YoungerSibling), kin("c", "a", facts.InLaw)}
		}, nil},
		{"a child without a tie, list complete", func(h *facts.Household, a, _, c *facts.Person) {
			a.Family.Relation, c.Family.Relation, a.KinComplete, h.Ties = relation(facts.Applicant),
				relation(facts.ApplicantChild), yes, nil
		}, []string{"people[2].family.relation FACTS-RELATION"}},
		// Findings and extra facts.
		{"one finding twice", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Judgements = []facts.Judgement{{Fact: facts.PersonCanBear, Person: "a", Finding: yes},
				{Fact: facts.PersonCanBear, Person: "a", Finding: no},
				{Fact: facts.PersonCanBear, Person: "b", Finding: no}}
		}, []string{"judgements[1] FACTS-TWICE"}},
		{"findings of nobody", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Judgements = []facts.Judgement{{Fact: "a:x", Person: "x"}, {Fact: "a:y", Kin: "a"}, {Fact: "a:z",
				Person: "a", Kin: "x"}}
		}, []string{"judgements[0].person FACTS-NOBODY", "judgements[1].person FACTS-NOBODY",
			"judgements[2].kin FACTS-NOBODY"}},
		{"an extra fact with two values", func(h *facts.Household, _, _, _ *facts.Person) {
			h.Extra = []facts.Extra{{Fact: "a:x", Bool: yes, Word: facts.Stated("x")}, {Fact: "a:y"}}
		}, []string{"extra[0] FACTS-TWICE"}},
	} {
		h := trio()
		c.bend(h, &h.People[0], &h.People[1], &h.People[2])
		if diff := cmp.Diff(c.want, codes(facts.Contradictions(h, on))); diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
}

func TestThreeParentsByBirth(t *testing.T) {
	h := &facts.Household{People: []facts.Person{{Ref: "a"}, {Ref: "b"}, {Ref: "c"}, {Ref: "d"}}}
	for _, r := range []facts.Ref{"b", "c", "d"} {
		h.Ties = append(h.Ties, facts.Tie{Of: "a", Kin: r, Relation: facts.Stated(facts.Parent),
			Origin: facts.Stated(facts.ByBlood)})
	}
	if diff := cmp.Diff([]string{"people[0] FACTS-KIN"}, codes(facts.Contradictions(h, on))); diff != "" {
		t.Error(diff)
	}
}

func TestWithoutADayTheFutureIsOpen(t *testing.T) {
	h := trio()
	h.People[2].Family.ApartSince = facts.Documented(day("2100-01-01"))
	h.Ties[0].LostContactSince = facts.Documented(day("2100-01-01"))
	if l := facts.Contradictions(h, cal.Date{}); len(l) > 0 {
		t.Error(l)
	}
}
