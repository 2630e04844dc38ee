package statutes_test

import (
	"fmt"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// An invented subsidy with one standard, which the counties set. 虚构，仅供演示。
func subsidy() (*eligibility.Dictionary, eligibility.Act) {
	dictionary, err := eligibility.NewDictionary(eligibility.Fact{Key: "person.income", Scope: eligibility.PerPerson,
		Kind: eligibility.MoneyFact, ZH: "本人月收入", EN: "monthly income"})
	if err != nil {
		panic(err)
	}
	source := func(article string) vocab.Source {
		return vocab.Source{Document: "《虚构补贴办法》", Article: article, Provenance: vocab.Official}
	}
	return dictionary, eligibility.Act{
		ID: "butie-2023", ZH: "虚构补贴办法", EN: "an invented subsidy", Source: source(""), Force: cal.MustParsePeriod("2023-01-01/"),
		Parameters: []eligibility.Parameter{{Key: "butie.line", ZH: "补贴标准", EN: "standard", Kind: eligibility.MoneyParam, Source: source("第三条"),
			Set: []eligibility.Delegation{{Levels: []division.Level{division.County}, Mode: eligibility.MayOverride, Source: source("第三条")}}}},
		Programmes: []eligibility.Programme{{ID: "butie", ZH: "虚构补贴", EN: "invented subsidy", Unit: eligibility.PerPerson, Source: source("第二条"),
			Root: eligibility.Compare(eligibility.Criterion{ID: "butie.income", ZH: "本人月收入低于补贴标准", EN: "income below the standard", Source: source("第二条")},
				"person.income", eligibility.By(measure.LessThan), eligibility.Param("butie.line"))}},
	}
}

// A standard published in June applies from January. What was right to pay by what was known in March, and what is right by
// what is known now, differ: the difference is the back payment (补发).
func ExampleStatutes_At_backPayment() {
	dictionary, act := subsidy()
	standard := func(yuan, force, recorded, article string) eligibility.Value {
		return eligibility.Value{Param: "butie.line", Division: division.MustParse("660101"), Money: money.MustParse(yuan), Per: eligibility.Monthly,
			Force: cal.MustParsePeriod(force), Recorded: cal.MustParse(recorded),
			Source: vocab.Source{Document: "《虚构县公告》", Article: article, Provenance: vocab.Official}}
	}
	act.Values = []eligibility.Value{
		standard("600.00", "2023-01-01/", "2022-12-20", "2022年第9号"),
		standard("650.00", "2024-01-01/", "2024-06-12", "2024年第3号"),
	}
	body, err := statutes.New(dictionary, nil, act)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, known := range []string{"2024-03-31", "2024-06-30"} {
		law, err := body.At(statutes.Query{Division: division.MustParse("660101"), On: cal.MustParse("2024-03-01"), KnownOn: cal.MustParse(known)})
		if err != nil {
			fmt.Println(err)
			return
		}
		value, _ := law.Value("butie.line", "")
		fmt.Println(known, value.Money, value.Source.Article)
	}
	// Output:
	// 2024-03-31 600.00 2022年第9号
	// 2024-06-30 650.00 2024年第3号
}

// A county that let its standard run out has a gap, which is listed before anybody is assessed.
func ExampleStatutes_Gaps() {
	dictionary, act := subsidy()
	act.Values = []eligibility.Value{{Param: "butie.line", Division: division.MustParse("660101"), Money: money.MustParse("600.00"), Per: eligibility.Monthly,
		Force: cal.MustParsePeriod("2023-01-01/2024-01-01"), Source: vocab.Source{Document: "《虚构县公告》", Provenance: vocab.Official}}}
	body, err := statutes.New(dictionary, nil, act)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, gap := range body.Gaps(division.MustParse("660101"), cal.MustParsePeriod("2023-06-01/2024-07-01")) {
		fmt.Println(gap.Param, gap.Period)
	}
	// Output:
	// butie.line 2024-01-01/2024-07-01
}

// Every problem of an act is reported at once, with the path of the field.
func ExampleNew() {
	dictionary, act := subsidy()
	act.Programmes[0].Next = []eligibility.ProgrammeID{"bukan"}
	act.Values = []eligibility.Value{{Param: "butie.line", Money: money.MustParse("600.00"),
		Source: vocab.Source{Document: "《虚构公告》", Provenance: vocab.Official}}}
	_, err := statutes.New(dictionary, nil, act)
	fmt.Println(err)
	// Output:
	// acts[0].values[0]: set at a level that may not: 《虚构公告》; delegated by 《虚构补贴办法》第三条 [ELIGIBILITY-DELEGATION]; acts[0].programmes[0].next[0]: no such programme [ELIGIBILITY-PROGRAMME]
}
