package batch_test

import (
	"fmt"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch"
	"github.com/shegong/shegong/eligibility/eligibilitytest"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// elderly is an invented law: a subsidy for people of 80 and more who are at home.
func elderly() *statutes.Law {
	source := vocab.Source{Document: "虚构办法", Article: "第一条", Provenance: vocab.Fictitious}
	criterion := func(id, zh string) eligibility.Criterion {
		return eligibility.Criterion{ID: id, ZH: zh, EN: id, Source: source}
	}
	dict, err := eligibility.NewDictionary(
		eligibility.Fact{Key: "person.birth", Scope: eligibility.PerPerson, Kind: eligibility.DateFact, ZH: "出生日期", EN: "birth"},
		eligibility.Fact{Key: "person.at_home", Scope: eligibility.PerPerson, Kind: eligibility.BoolFact, ZH: "居家", EN: "at home"})
	if err != nil {
		panic(err)
	}
	s, err := statutes.New(dict, nil, eligibility.Act{ID: "elderly", ZH: "虚构办法", EN: "an invented act", Source: source,
		Force: cal.Since(cal.MustParse("2020-01-01")),
		Programmes: []eligibility.Programme{{ID: "gaoling", ZH: "高龄津贴", EN: "old-age allowance", Unit: eligibility.PerPerson, Source: source,
			Root: eligibility.All(criterion("all", "同时符合"),
				eligibility.Age(criterion("age", "年满八十周岁"), "person.birth", measure.AtLeast, 80),
				eligibility.Is(criterion("home", "居家养老"), "person.at_home"))}}})
	if err != nil {
		panic(err)
	}
	l, err := s.At(statutes.Query{On: cal.MustParse("2024-03-01"), Fictitious: true})
	if err != nil {
		panic(err)
	}
	return l
}

func ExampleRun() {
	law := elderly()
	plan, err := batch.Compile(law)
	if err != nil {
		fmt.Println(err)
		return
	}
	// Two households, of two people and of one; the columns are filled in place.
	facts, err := batch.Shaped(law.Dictionary(), batch.Shape{People: []int32{0, 2, 3}})
	if err != nil {
		fmt.Println(err)
		return
	}
	birth, _ := facts.Days("person.birth")
	for i, day := range []string{"1944-03-01", "1944-03-02", "1930-01-01"} {
		birth[i] = batch.PackDay(cal.MustParse(day))
	}
	home, _ := facts.Flags("person.at_home")
	home[0] = 0b011
	known, _ := facts.Known("person.at_home")
	known[0] = 0b011 // nobody knows about the third

	var out batch.Planes
	if err := batch.Run(plan, facts, &out); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%+v\n", out.Count("gaoling"))
	for row := range out.Rows("gaoling", eligibility.Unknown) {
		c, person, err := facts.Person(row)
		if err != nil {
			fmt.Println(err)
			return
		}
		needs, err := engine(law).AppendMissing(nil, c, person, "gaoling")
		fmt.Println("person", row, "lacks", needs[0].Fact, err)
	}
	// Output:
	// {Rows:3 Met:1 NotMet:1 Unknown:1 Conflict:0}
	// person 2 lacks person.at_home <nil>
}

func ExampleScreen() {
	law := elderly()
	plan, err := batch.Compile(law)
	if err != nil {
		fmt.Println(err)
		return
	}
	people := []int32{0}
	for range 10_000 {
		people = append(people, people[len(people)-1]+1)
	}
	facts, err := batch.Shaped(law.Dictionary(), batch.Shape{People: people})
	if err != nil {
		fmt.Println(err)
		return
	}
	var out batch.Planes
	for done, err := range batch.Screen(plan, facts, &out) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Printf("%d%%\n", 100*done/facts.Households())
	}
	// Output:
	// 40%
	// 81%
	// 100%
}

func ExampleCompileWith() {
	s, cases := eligibilitytest.Random(6) // its programmes ask a custom function of two bools
	law, err := s.At(eligibilitytest.Query())
	if err != nil {
		fmt.Println(err)
		return
	}
	both := batch.Form{Ref: eligibilitytest.Function().Ref, Judge: func(b *batch.Block) (met, notMet uint64) {
		met = ^uint64(0)
		for i, known := range b.Known {
			for row, v := range b.Values[i] {
				if v == 0 {
					notMet |= known & (1 << row)
					met &^= 1 << row
				}
			}
		}
		return met, notMet
	}}
	plan, err := batch.CompileWith(law, []batch.Form{both})
	if err != nil {
		fmt.Println(err)
		return
	}
	facts := batch.New(law.Dictionary())
	for _, c := range cases {
		if _, err := facts.Append(c); err != nil {
			fmt.Println(err)
			return
		}
	}
	var out batch.Planes
	err = batch.Run(plan, facts, &out)
	fmt.Println(facts.Households(), "households,", facts.People(), "people,", len(plan.Programmes()), "programmes,", err)
	// Output:
	// 6 households, 9 people, 3 programmes, <nil>
}
