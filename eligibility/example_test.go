package eligibility_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// An invented allowance for those who are eighty, or severely disabled. 虚构，仅供演示。
func allowance() eligibility.Act {
	source := func(article string) vocab.Source {
		return vocab.Source{Document: "《虚构津贴办法》", Article: article, Provenance: vocab.Fictitious}
	}
	says := func(id, article, zh, en string) eligibility.Criterion {
		return eligibility.Criterion{ID: id, ZH: zh, EN: en, Source: source(article)}
	}
	return eligibility.Act{
		ID: "jintie-2024", ZH: "虚构津贴办法", EN: "an invented allowance", Source: source(""), Force: cal.MustParsePeriod("2024-01-01/"),
		Programmes: []eligibility.Programme{{
			ID: "jintie", ZH: "虚构津贴", EN: "invented allowance", Unit: eligibility.PerPerson, Source: source("第二条"),
			Root: eligibility.Any(says("jintie", "第二条", "高龄或者重度残疾", "very old or severely disabled"),
				eligibility.Age(says("jintie.old", "第二条", "年满80周岁", "aged 80"), "person.birth", measure.AtLeast, 80),
				eligibility.InPairs(says("jintie.disabled", "第二条", "一级、二级残疾", "disabled in grade one or two"), "person.disability",
					eligibility.Severe(eligibility.SevereGrades())...)),
		}},
	}
}

func people() *eligibility.Dictionary {
	dictionary, err := eligibility.NewDictionary(
		eligibility.Fact{Key: "person.birth", Scope: eligibility.PerPerson, Kind: eligibility.DateFact, ZH: "出生日期", EN: "birth",
			Obtain: "户口簿或者居民身份证", Fixed: true},
		eligibility.Fact{Key: "person.disability", Scope: eligibility.PerPerson, Kind: eligibility.PairsFact, ZH: "残疾类别与等级",
			EN: "disability", Obtain: "残疾人证", Fixed: true})
	if err != nil {
		panic(err)
	}
	return dictionary
}

// From an act to a result: what is not known stays open, and is decided as soon as what is known decides it.
func Example() {
	dictionary := people()
	body, err := statutes.New(dictionary, nil, allowance())
	if err != nil {
		fmt.Println(err)
		return
	}
	law, err := body.At(statutes.Query{On: cal.MustParse("2024-03-01"), Fictitious: true})
	if err != nil {
		fmt.Println(err)
		return
	}
	engine, err := assess.New(law)
	if err != nil {
		fmt.Println(err)
		return
	}
	c := eligibility.NewCase(dictionary)
	row, _ := c.AddPerson()
	ask := func() {
		a, err := engine.Assess(c, row, "jintie")
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Print(eligibility.Results().Name(a.Result, language.Chinese), "：")
		for _, need := range a.Facts {
			zh, _, obtain := law.Names(need)
			fmt.Print(zh, "（", obtain, "）")
		}
		fmt.Println()
	}
	ask()
	if err := c.Put("person.birth", row, eligibility.Day(cal.MustParse("1950-05-06")), true); err != nil {
		fmt.Println(err)
	}
	ask()
	if err := c.Put("person.disability", row, eligibility.PairsOf(eligibility.Pair{Kind: identity.Limb, Grade: identity.GradeOne}), true); err != nil {
		fmt.Println(err)
	}
	ask()
	// Output:
	// 需补充材料：出生日期（户口簿或者居民身份证）残疾类别与等级（残疾人证）
	// 需补充材料：残疾类别与等级（残疾人证）
	// 初步研判符合：
}

// A tree is data: whoever gets it can look at every criterion.
func ExampleNode() {
	root := allowance().Programmes[0].Root
	fmt.Println(eligibility.Kinds().Name(root.Kind(), language.Chinese), root.Criterion().ZH)
	for _, n := range root.Below() {
		fmt.Println("-", eligibility.Kinds().Name(n.Kind(), language.Chinese), n.Criterion().ZH, n.Fact())
	}
	// Output:
	// 符合之一 高龄或者重度残疾
	// - 周岁 年满80周岁 person.birth
	// - 属于 一级、二级残疾 person.disability
}

// A fact is unknown until it is put, whatever its value would be.
func ExampleCase() {
	c := eligibility.NewCase(people())
	row, _ := c.AddPerson()
	_, known, _ := c.Get("person.disability", row)
	fmt.Println(known)
	if err := c.Put("person.disability", row, eligibility.PairsOf(), false); err != nil { // not disabled, as the family says
		fmt.Println(err)
	}
	d, known, verified := c.Datum("person.disability", row)
	fmt.Println(d.Any(), known, verified)
	fmt.Println(c.Put("person.disability", row, eligibility.PairsOf(), true))
	// Output:
	// false
	// [] true false
	// there before: it may be given once [ELIGIBILITY-TWICE]
}

func ExampleNewDictionary() {
	_, err := eligibility.NewDictionary(
		eligibility.Fact{Key: "moxian:boat", Scope: eligibility.PerHousehold, Kind: eligibility.BoolFact, ZH: "有渔船", EN: "owns a boat"},
		eligibility.Fact{Key: "Boat", Scope: eligibility.PerHousehold, Kind: eligibility.WordFact, ZH: "渔船", EN: "boat"})
	fmt.Println(err)
	// Output:
	// facts[1].key: a key is lower-case letters, digits, dots, hyphens and underscores [ELIGIBILITY-KEY]; facts[1].words: a word fact has 1 to 250 different words with names, and no other fact has any [ELIGIBILITY-WORDS]
}

// Connectives decide as soon as what is known decides them.
func ExampleTruth() {
	fmt.Println(eligibility.NotMet.And(eligibility.Unknown), eligibility.Met.And(eligibility.Unknown), eligibility.Met.Or(eligibility.Unknown).ZH())
	// Output: not met unknown 符合
}
