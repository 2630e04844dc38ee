package rules_test

import (
	"fmt"
	"os"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/rules"
)

// A county's heating subsidy comes as a file. Its facts join the dictionary, its acts the statutes, and its cases are run before
// anybody is assessed by it.
func ExampleJoin() {
	data, err := os.ReadFile("testdata/heating.json")
	if err != nil {
		fmt.Println(err)
		return
	}
	file, err := rules.Load(data)
	if err != nil {
		fmt.Println(err)
		return
	}
	national, err := eligibility.NewDictionary() // here: the dictionary of package facts
	if err != nil {
		fmt.Println(err)
		return
	}
	statutes, err := rules.Join(national, nil, nil, file)
	if err != nil {
		fmt.Println(err)
		return
	}
	for act := range statutes.Acts() {
		fmt.Println(act.ZH, act.Number, len(file.Cases), "cases")
	}
	file.Cases[0].Want = eligibility.NotEligible
	fmt.Println(file.Check(statutes))
	// Output:
	// 云台县取暖补贴办法 云民发〔2023〕7号 3 cases
	// cases[0].want: the case came out otherwise: eligible instead of not_eligible [RULES-OUTCOME]
}

// What is wrong with a file is told all at once, by path.
func ExampleLoad() {
	_, err := rules.Load([]byte(`{"version": 1, "namespace": "yuntai", "acts": [{
		"id": "heating", "zh": "取暖补贴办法", "en": "heating subsidies", "force": "2023",
		"source": {"document": "取暖补贴办法", "provenance": "surely"}
	}]}`))
	fmt.Println(err)
	// Output:
	// acts[0].source.provenance: not a word of the list [RULES-WORD]; acts[0].force: not a period; write it as 2022-01-01/2022-07-01 (end day not included) or 2022-01-01/ [CAL-PERIOD]
}

// One node, as it is written.
func ExampleSave() {
	data, err := rules.Save(rules.File{Namespace: "yuntai", Facts: []eligibility.Fact{
		{Key: "yuntai:stove", Scope: eligibility.PerHousehold, Kind: eligibility.BoolFact, ZH: "燃煤取暖", EN: "heats with coal", Obtain: "入户调查（村居）"}}})
	fmt.Printf("%s%v\n", data, err)
	// Output:
	// {
	//   "version": 1,
	//   "namespace": "yuntai",
	//   "facts": [
	//     {"key": "yuntai:stove", "scope": "household", "kind": "bool", "zh": "燃煤取暖", "en": "heats with coal", "obtain": "入户调查（村居）"}
	//   ]
	// }
	// <nil>
}
