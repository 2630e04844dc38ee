package timeline_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/timeline"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// An invented benefit from 60 years on, for somebody who is 60 in March 2023; the measure ends with 2024.
func ExampleOver() {
	source := vocab.Source{Document: "虚构市老年补贴试行办法", Article: "第二条", Provenance: vocab.Fictitious}
	dictionary, err := eligibility.NewDictionary(eligibility.Fact{Key: "person.birth", Scope: eligibility.PerPerson,
		Kind: eligibility.DateFact,
		ZH:   "出生日期", EN: "date of birth"})
	if err != nil {
		panic(err)
	}
	body, err := statutes.New(dictionary, nil, eligibility.Act{
		ID: "xugou:laonian", ZH: "虚构市老年补贴试行办法", EN: "an invented trial measure", Source: source,
		Force: cal.MustParsePeriod("2022-01-01/2025-01-01"),
		Programmes: []eligibility.Programme{{ID: "xugou:laonian", ZH: "老年补贴", EN: "old-age benefit",
			Unit: eligibility.PerPerson, Source: source,
			Root: eligibility.Age(eligibility.Criterion{ID: "old", ZH: "60周岁以上", EN: "60 or older", Source: source},
				"person.birth", measure.AtLeast, 60)}},
	})
	if err != nil {
		panic(err)
	}
	person := eligibility.NewCase(dictionary)
	row, err := person.AddPerson()
	if err != nil {
		panic(err)
	}
	if err := person.Put("person.birth", row, eligibility.Day(cal.MustParse("1963-03-10")), true); err != nil {
		panic(err)
	}
	spans, err := timeline.Over(body,
		timeline.Source{Case: func(*statutes.Law) (*eligibility.Case, int, error) { return person, row, nil }},
		timeline.Request{Query: statutes.Query{Fictitious: true}, Programme: "xugou:laonian",
			Period: cal.MustParsePeriod("2023-01-01/2026-01-01")})
	if err != nil {
		panic(err)
	}
	for _, s := range spans {
		fmt.Print(s.Period.From(), " ")
		for _, why := range s.Why {
			fmt.Print(timeline.ReasonKinds().Name(why.Kind, language.Chinese), "：")
		}
		if !s.InForce {
			fmt.Println("没有施行中的规定")
			continue
		}
		fmt.Println(eligibility.Results().Name(s.Result, language.Chinese))
	}
	// Output:
	// 2023-01-01 初步研判不符合
	// 2023-03-10 满龄：初步研判符合
	// 2025-01-01 法规或标准到期：没有施行中的规定
}
