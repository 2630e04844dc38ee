package main

import (
	"encoding/json"
	"errors"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/eligibility/national"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/money"
)

// The people of the story. The library knows references and rows; the names are this program's, and invented.
const father, daughter facts.Ref = "father", "daughter"

var names = map[facts.Ref]string{father: "老林", daughter: "小林"}

var (
	errPeople = errors.New("本例只讲一家两口：人员引用号须为father、daughter")
	errStory  = errors.New("这一家的研判结果与本例讲的不同，本例的说明不适用")
)

// A family is one version of the facts; each change makes another.
type family struct{ facts.Household }

// changed copies the family and changes the copy.
func (f family) changed(change func(father, daughter *facts.Person)) (family, error) {
	data, err := json.Marshal(f.Household)
	if err != nil {
		return family{}, err
	}
	var next family
	if err := json.Unmarshal(data, &next.Household); err != nil {
		return family{}, err
	}
	a, b := next.person(father), next.person(daughter)
	if a == nil || b == nil || len(next.People) != 2 {
		return family{}, errPeople
	}
	change(a, b)
	return next, nil
}

func (f *family) person(r facts.Ref) *facts.Person {
	for i := range f.People {
		if f.People[i].Ref == r {
			return &f.People[i]
		}
	}
	return nil
}

// certified: the daughter has a disability certificate, limb grade one, for ten years.
func certified(_, daughter *facts.Person) {
	daughter.Disability.Certificates = []facts.Certificate{{Kind: identity.Limb, Grade: identity.GradeOne,
		Valid: cal.MustParsePeriod("2022-02-21/2032-02-21"), State: facts.Checked(facts.CertificateValid)}}
}

// supported: both were confirmed in March as 特困 and have it from April on, instead of the allowance.
func supported(father, daughter *facts.Person) {
	for _, p := range []*facts.Person{father, daughter} {
		for i := range p.Holdings {
			p.Holdings[i].Period = until(p.Holdings[i].Period, "2022-04-01")
		}
		p.Holdings = append(p.Holdings, facts.Holding{Programme: national.Tekun, Period: cal.MustParsePeriod("2022-04-01/"),
			Confirmed: facts.Checked(true)})
	}
}

// employed: the father has worked as a cleaner since July, for 1800 yuan a month, paid at the end of each.
func employed(father, _ *facts.Person) {
	father.Work.Employed, father.Work.Since = facts.Checked(true), facts.Checked(cal.MustParse("2022-07-01"))
}

// paid: what the father earned, up to a day; nothing else came in for either.
func paid(to string) func(father, daughter *facts.Person) {
	return func(father, daughter *facts.Person) {
		end := cal.MustParse(to)
		for m := cal.MustParse("2022-07-01"); m.Before(end); m = m.AddMonths(1) {
			father.Income.Items = append(father.Income.Items, facts.Earning{Kind: facts.Wages, Period: cal.Month(m.Year(), m.Month()),
				Amount: facts.Checked(money.MustParse("1800.00"))})
		}
		idle(to)(father, daughter)
	}
}

// idle: nothing came in for either up to a day.
func idle(to string) func(father, daughter *facts.Person) {
	return func(father, daughter *facts.Person) {
		for _, p := range []*facts.Person{father, daughter} {
			p.Income.Complete = facts.Checked(cal.MustParsePeriod("2022-01-01/" + to))
		}
	}
}

// ending: the support of one of them ended on a day.
func ending(who facts.Ref, on string) func(father, daughter *facts.Person) {
	return func(a, b *facts.Person) {
		for _, p := range []*facts.Person{a, b} {
			for i := range p.Holdings {
				if p.Ref == who && p.Holdings[i].Programme == national.Tekun {
					p.Holdings[i].Period = until(p.Holdings[i].Period, on)
				}
			}
		}
	}
}

// until is a period that ends on a day; one that begins later stays as it is, for the check of contradictions to find.
func until(p cal.Period, day string) cal.Period {
	if q, err := cal.Between(p.From(), cal.MustParse(day)); err == nil {
		return q
	}
	return p
}

// evidence is what counts as verified: a paper, a match of data or a visit.
const evidence = eligibility.Documented
