package timeline_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/timeline"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// cared is an invented benefit that reads what a household dates: certificates, benefits, custody, earnings, births.
func cared(t testing.TB) *statutes.Statutes {
	t.Helper()
	root := eligibility.All(says("root"),
		eligibility.Any(says("who"),
			eligibility.Age(says("child"), facts.PersonBirth, measure.LessThan, 1),
			eligibility.InPairs(says("limb"), facts.PersonDisability, eligibility.Severe(eligibility.SevereGrades())...)),
		eligibility.Not(says("free"), eligibility.InWords(says("custody"), facts.PersonCustody, "prison")),
		eligibility.Not(says("new"), eligibility.Holds(says("held"), "tekun")),
		eligibility.PerHead(says("income"), eligibility.Total(facts.PersonIncomeWages), eligibility.By(measure.LessThan),
			eligibility.Line{Limit: eligibility.Yuan(money.Fen(50000)), Months: eligibility.Param(facts.MonthsOfIncome)}))
	s, err := statutes.New(facts.Dictionary(), nil, eligibility.Act{
		ID: "a", ZH: "虚构办法", EN: "an invented act", Source: src(), Force: cal.MustParsePeriod("2021-01-01/2030-01-01"),
		Programmes: []eligibility.Programme{
			{ID: "p", ZH: "项目", EN: "programme", Unit: eligibility.PerPerson, Root: root, Source: src()},
			{ID: "tekun", ZH: "特困", EN: "destitute", Unit: eligibility.PerPerson, Root: eligibility.Never(says("never")),
				Source: src()},
			{ID: "h", ZH: "家庭项目", EN: "of the household", Unit: eligibility.PerHousehold, Source: src(),
				Root: eligibility.Compare(says("spent"), facts.HouseholdSpendingMedical, eligibility.By(measure.MoreThan),
					eligibility.Yuan(money.Fen(100000)))},
		},
		Parameters: []eligibility.Parameter{{Key: facts.MonthsOfIncome, ZH: "收入核算期", EN: "months",
			Kind: eligibility.CountParam, Source: src(),
			Set: []eligibility.Delegation{{Nation: true, Mode: eligibility.MayOverride, Source: src()}}}},
		Values: []eligibility.Value{{Param: facts.MonthsOfIncome, Count: 3, Source: src()}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func household() *facts.Household {
	day, yuan := cal.MustParse, money.MustParse
	all := facts.Checked(cal.Since(day("2021-01-01")))
	valid := facts.Checked(facts.CertificateValid)
	yes := facts.Checked(true)
	free := facts.Detention{State: facts.Checked(facts.AtLiberty)}
	return &facts.Household{
		People: []facts.Person{
			{
				Ref: "a", Birth: facts.Documented(day("1980-05-05")), Custody: free,
				Life: facts.Vital{State: facts.Documented(facts.Living)},
				Disability: facts.Impairment{Disabled: yes, Certificates: []facts.Certificate{
					{Kind: identity.Limb, Grade: identity.GradeTwo, Valid: cal.MustParsePeriod("2013-04-20/2023-04-20"),
						State: valid}}},
				Holdings: []facts.Holding{{Programme: "tekun",
					Period: cal.MustParsePeriod("2022-09-01/2023-02-01"), Confirmed: yes}},
				HoldingsComplete: yes,
				Income: facts.Income{Complete: all, Items: []facts.Earning{
					{Kind: facts.Wages, Period: cal.Month(2022, 7), Amount: facts.Checked(yuan("1800.00"))}}},
			},
			{
				Ref: "b", Birth: facts.Documented(day("2022-12-15")), Custody: free, HoldingsComplete: yes,
				Life:       facts.Vital{State: facts.Documented(facts.Living)},
				Disability: facts.Impairment{Disabled: facts.Checked(false)}, Income: facts.Income{Complete: all},
			},
		},
		Spending: []facts.Spending{{Kind: facts.MedicalCosts, Period: cal.Month(2022, 6),
			Amount: facts.Checked(yuan("1000.01"))}},
		SpendingComplete: all,
	}
}

func TestAHouseholdSaysTheSameAsEveryDay(t *testing.T) {
	s, h := cared(t), household()
	q := statutes.Query{Fictitious: true, KnownOn: cal.MustParse("2024-06-01")}
	p := cal.MustParsePeriod("2022-01-01/2024-06-01")
	a := newAlmanac(s, q)
	for who, changes := range map[facts.Ref]int{"a": 3, "b": 2, "": 2} {
		r := timeline.Request{Query: q, Programme: "p", Period: p}
		if who == "" {
			r.Programme = "h"
		}
		source := timeline.Household(h, who, eligibility.Documented)
		want, err := daily(t, a, source, r)
		if err != nil {
			t.Fatal(err)
		}
		got, err := timeline.Over(s, source, r)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, without(t, got)); diff != "" {
			t.Errorf("%q: %s", who, diff)
		}
		if len(got)-1 < changes {
			t.Errorf("%q: %d changes only", who, len(got)-1)
		}
	}
}

// A mistyped reference is no child not yet born.
func TestSomebodyWhoIsNotListedIsAnError(t *testing.T) {
	source := timeline.Household(household(), "nobody", eligibility.Documented)
	_, err := timeline.Over(cared(t), source, timeline.Request{Query: statutes.Query{Fictitious: true, KnownOn: cal.MustParse("2024-06-01")},
		Programme: "p", Period: cal.Year(2022)})
	if !errors.Is(err, facts.ErrNobody) {
		t.Error(err)
	}
}

func TestAHouseholdWithContradictionsIsRefused(t *testing.T) {
	h := household()
	h.People[1].Ref = "a"
	p := cal.Year(2022)
	source := timeline.Household(h, "a", eligibility.Documented)
	if _, err := timeline.Over(cared(t), source, timeline.Request{Query: statutes.Query{Fictitious: true},
		Programme: "p", Period: p}); err == nil {
		t.Error("accepted")
	}
}

// Every date of a household counts among its days.
func TestEveryDateIsAmongTheDays(t *testing.T) {
	n := 0
	next := func() cal.Date { n++; return cal.MustParse("2022-01-02").AddDays(40 * n) }
	d := func() facts.Attested[cal.Date] { return facts.Documented(next()) }
	h := &facts.Household{
		Dibao: facts.Dibao{AboveSince: d()},
		People: []facts.Person{{Birth: d(), Life: facts.Vital{Since: d()}, Custody: facts.Detention{From: d(),
			Until: d()}, Family: facts.Family{ApartSince: d()},
			Residence: facts.Residence{PermitUntil: d(), ElsewhereSince: d()}, Work: facts.Work{Since: d(), NoIncomeSince: d()},
			Disability: facts.Impairment{Certificates: []facts.Certificate{{Valid: cal.Since(next())}}},
			Holdings:   []facts.Holding{{Period: cal.Since(next())}}}},
		Ties:       []facts.Tie{{LostContactSince: d()}},
		Judgements: []facts.Judgement{{On: next()}},
	}
	p := cal.MustParsePeriod("2022-01-01/2030-01-01")
	found := 0
	for _, day := range timeline.Household(h, "", eligibility.Documented).Days(p) {
		if day.Why.Kind != timeline.MonthBegins {
			found++
		}
	}
	if found != n {
		t.Errorf("%d of %d dates", found, n)
	}
}

// Two years of the national law, looked at on the first of every month and on a few days more.
func BenchmarkTwoYears(b *testing.B) {
	s, err := national.Statutes()
	if err != nil {
		b.Fatal(err)
	}
	h, p := household(), cal.MustParsePeriod("2022-01-01/2024-01-01")
	r := timeline.Request{Query: statutes.Query{KnownOn: cal.MustParse("2024-06-01")}, Programme: "tekun", Period: p}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := timeline.Over(s, timeline.Household(h, "a", eligibility.Documented), r); err != nil {
			b.Fatal(err)
		}
	}
}
