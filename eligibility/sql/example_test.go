package sql_test

import (
	"fmt"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/sql"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// An invented care benefit for old or severely disabled people, as a sieve over a table of people.
func ExampleExpress() {
	source := vocab.Source{Document: "虚构市照护补贴办法", Article: "第三条", Provenance: vocab.Fictitious}
	says := func(id, zh string) eligibility.Criterion {
		return eligibility.Criterion{ID: id, ZH: zh, EN: id, Source: source}
	}
	dictionary, err := eligibility.NewDictionary(
		eligibility.Fact{Key: "person.birth", Scope: eligibility.PerPerson, Kind: eligibility.DateFact, ZH: "出生日期",
			EN: "date of birth"},
		eligibility.Fact{Key: "person.disability", Scope: eligibility.PerPerson, Kind: eligibility.PairsFact,
			ZH: "残疾类别与等级", EN: "disability"},
	)
	if err != nil {
		panic(err)
	}
	body, err := statutes.New(dictionary, nil, eligibility.Act{
		ID: "xugou:zhaohu", ZH: "虚构市照护补贴办法", EN: "an invented measure", Source: source,
		Force: cal.Since(cal.MustParse("2022-01-01")),
		Programmes: []eligibility.Programme{{ID: "xugou:zhaohu", ZH: "照护补贴", EN: "care benefit",
			Unit: eligibility.PerPerson, Source: source,
			Root: eligibility.Any(says("any", "符合下列条件之一"),
				eligibility.Age(says("old", "80周岁以上"), "person.birth", measure.AtLeast, 80),
				eligibility.InPairs(says("limb", "一级、二级肢体残疾"), "person.disability",
					eligibility.Severe(eligibility.SevereGrades(), identity.Limb)...))}},
	})
	if err != nil {
		panic(err)
	}
	law, err := body.At(statutes.Query{On: cal.MustParse("2026-03-01"), Fictitious: true})
	if err != nil {
		panic(err)
	}
	e, err := sql.Express(law, "xugou:zhaohu", sql.Options{Table: "people"})
	if err != nil {
		panic(err)
	}
	fmt.Println("SELECT id FROM people WHERE", e.Text)
	for _, c := range e.Columns {
		fmt.Println(c.Name, c.Kind)
	}
	// Output:
	// SELECT id FROM people WHERE ((CASE WHEN "people"."person.birth" <= '2026-03-01' THEN ("people"."person.birth" <= '1946-03-01') END) OR (("people"."person.disability" & 25769803776) <> 0))
	// person.birth date
	// person.disability pairs
}
