package facts_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility/facts"
	"github.com/shegong/shegong/station/cal"
)

func ExampleContradictions() {
	household := &facts.Household{
		People: []facts.Person{
			{Ref: "father", Birth: facts.Documented(cal.MustParse("1990-02-01"))},
			{Ref: "daughter", Birth: facts.Documented(cal.MustParse("1988-07-15"))},
		},
		Ties: []facts.Tie{{Of: "daughter", Kin: "father", Relation: facts.Stated(facts.Parent)}},
	}
	list := facts.Contradictions(household, cal.MustParse("2022-03-01"))
	fmt.Println(list.Text(language.Chinese))
	fmt.Println(errors.Is(list.Err(), facts.ErrOlder))
	// Output:
	// ties[0]：长幼与亲属关系不符 [FACTS-OLDER]
	// true
}

func ExampleHousehold_UnmarshalJSON() {
	var household facts.Household
	err := json.Unmarshal([]byte(`{"people": [
		{"ref": "father", "birth": {"value": "1958-02-01", "evidence": "documented"}},
		{"ref": "daughter", "study": {"stage": {"value": "doctor", "evidence": "stated"}}}
	]}`), &household)
	fmt.Println(err)
	// Output:
	// people[1].study.stage: not a known stage of schooling [VOCAB-UNKNOWN]
}

func ExampleAttested() {
	birth := facts.Documented(cal.MustParse("1958-02-01"))
	var unknown facts.Attested[cal.Date]
	fmt.Println(birth, birth.Evidence(), unknown)
	data, _ := json.Marshal(birth)
	fmt.Println(string(data))
	// Output:
	// 1958-02-01 documented 不详
	// {"value":"1958-02-01","evidence":"documented"}
}
