package bind_test

import (
	"fmt"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/facts/bind"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// An invented law that counts income over twelve months.
func countingTwelveMonths() *statutes.Law {
	source := vocab.Source{Document: "虚构规则", Provenance: vocab.Fictitious}
	force := cal.Since(cal.MustParse("2021-07-01"))
	body, err := statutes.New(facts.Dictionary(), nil, eligibility.Act{
		ID: "invented", ZH: "虚构办法", EN: "invented act", Source: source, Force: force,
		Parameters: []eligibility.Parameter{{Key: facts.MonthsOfIncome, ZH: "收入核算期", EN: "months of income", Kind: eligibility.CountParam,
			Set: []eligibility.Delegation{{Force: force, Nation: true, Mode: eligibility.MayOverride, Source: source}}, Source: source}},
		Values: []eligibility.Value{{Param: facts.MonthsOfIncome, Force: force, Count: 12, Source: source}},
	})
	if err != nil {
		panic(err)
	}
	law, err := body.At(statutes.Query{On: cal.MustParse("2022-03-01"), Fictitious: true})
	if err != nil {
		panic(err)
	}
	return law
}

func ExampleHousehold() {
	law := countingTwelveMonths()
	household := &facts.Household{ // invented
		People: []facts.Person{
			{
				Ref:   "father",
				Birth: facts.Documented(cal.MustParse("1958-02-01")),
				Income: facts.Income{
					Complete: facts.Checked(cal.Since(cal.MustParse("2020-01-01"))),
					Items: []facts.Earning{{
						Kind:   facts.CentralPension,
						Period: cal.MustParsePeriod("2021-03-01/2022-03-01"),
						Amount: facts.Checked(money.MustParse("1716.00")),
					}},
				},
			},
			{Ref: "daughter", Disability: facts.Impairment{Disabled: facts.Visited(true)}}, // and no certificate
		},
		Ties: []facts.Tie{{Of: "daughter", Kin: "father", Relation: facts.Documented(facts.Parent)}},
	}
	bound, err := bind.Household(law, household, eligibility.Documented)
	if err != nil {
		fmt.Println(err)
		return
	}
	father, _ := bound.Row("father")
	daughter, _ := bound.Row("daughter")
	for _, fact := range []eligibility.FactKey{facts.PersonIncomePensionCentral, facts.PersonIncomeWages} {
		d, known, verified := bound.Case.Datum(fact, father)
		fmt.Println(fact, d.Any(), known, verified)
	}
	fmt.Println(bound.Question(law, eligibility.Need{
		Kind: eligibility.FactNeed, Fact: facts.PersonDisability, Scope: eligibility.PerPerson, Row: daughter,
	}))
	// Output:
	// person.income.pension_base_central 1716.00 true true
	// person.income.wages 0.00 true true
	// daughter：请查明“残疾类别与等级”。有效的残疾人证；多重残疾须列明各残疾类别与等级；无证的向县级残联申请评定
}

// One Binder for all households of a screening.
func ExampleBinder() {
	binder, err := bind.New(countingTwelveMonths(), eligibility.Documented)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, born := range []string{"1958-02-01", "2022-03-02"} { // invented
		bound, err := binder.Household(&facts.Household{People: []facts.Person{{Ref: "one", Birth: facts.Stated(cal.MustParse(born))}}})
		if err != nil {
			fmt.Println(err)
			continue
		}
		d, _, verified := bound.Case.Datum(facts.PersonBirth, 0)
		fmt.Println(d.Any(), verified)
	}
	// Output:
	// 1958-02-01 false
	// people[0].birth: the day has not come [FACTS-FUTURE]
}
