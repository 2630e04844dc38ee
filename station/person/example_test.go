package person_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/person"
)

func ExampleCode() {
	fmt.Println(person.Code(person.Widowed), person.Code(person.Female), person.Code(identity.Limb))
	// Output: 30 2 4
}

func ExampleByCode() {
	two, _ := person.ByCode[person.Marriage]("30")
	one, _ := person.ByCode[person.Marriage]("3") // what many systems store
	_, err := person.ByCode[person.Relation]("98")
	fmt.Println(two, one, err)
	// Output: widowed widowed not a known family relation [VOCAB-UNKNOWN]
}

func ExampleEthnicGroups() {
	k, err := person.EthnicGroups().Parse("畲")
	fmt.Println(k, person.Code(k), person.EthnicGroups().Name(k, language.Chinese), err)
	// Output: she 22 畲族 <nil>
}

func ExampleRelation_Block() {
	r, _ := person.Relations().Parse("儿媳")
	fmt.Println(r, r.Block())
	// Output: daughter_in_law daughter
}

func ExampleParseCategory() {
	var unknown known.Value[int]
	fmt.Println(person.ParseCategory("低保边缘", unknown, ""))
	fmt.Println(person.ParseCategory("留守", known.Of(64), ""))
	fmt.Println(person.ParseCategory("留守", unknown, ""))
	fmt.Println(person.ParseCategory("非低保", unknown, ""))
	// Output:
	// dibao_marginal <nil>
	// left_behind_elder <nil>
	//  may mean any of: left-behind elder, left-behind child, left-behind woman; say which [PERSON-AMBIGUOUS]
	//  not a known client category [VOCAB-UNKNOWN]
}

func ExampleParseCategories() {
	categories, err := person.ParseCategories("低保、残疾人、独居老人", known.Of(71), person.Male)
	fmt.Println(categories, err)
	for _, c := range categories {
		level, number := c.Code()
		fmt.Print(level, "-", number, " ")
	}
	fmt.Println()
	// Output:
	// [dibao disabled elder_living_alone] <nil>
	// 1-1 1-10 1-8
}

func ExampleGroup_Tags() {
	for g := range person.Groups().All() {
		fmt.Println(g.ZH, g.Key.Tags())
	}
	// Output:
	// 三留守 [left_behind_elder left_behind_woman left_behind_child]
	// 一老一小 [elderly child]
	// 一残一困 [disabled hardship]
}
