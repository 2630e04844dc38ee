package wording_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/eligibility/wording"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// heating is an invented subsidy for old people with little income, and one person it is asked for.
func heating() (*statutes.Law, *eligibility.Case) {
	source := vocab.Source{Document: "《虚构市取暖补贴办法》", Article: "第二条", Provenance: vocab.Fictitious}
	says := func(id, zh, en string) eligibility.Criterion {
		return eligibility.Criterion{ID: id, ZH: zh, EN: en, Source: source}
	}
	dictionary, err := eligibility.NewDictionary(
		eligibility.Fact{Key: "person.birth", Scope: eligibility.PerPerson, Kind: eligibility.DateFact, ZH: "出生日期",
			EN: "date of birth", Obtain: "居民身份证、户口簿（本人）"},
		eligibility.Fact{Key: "person.income.pension", Scope: eligibility.PerPerson, Kind: eligibility.MoneyFact,
			ZH: "养老金", EN: "pension", Obtain: "养老金发放记录（社保经办机构）"})
	if err != nil {
		panic(err)
	}
	body, err := statutes.New(dictionary, nil, eligibility.Act{
		ID: "xugou:qunuan", ZH: "虚构市取暖补贴办法", EN: "an invented measure", Source: source,
		Force: cal.Since(cal.MustParse("2022-01-01")),
		Programmes: []eligibility.Programme{{ID: "xugou:qunuan", ZH: "取暖补贴", EN: "heating subsidy",
			Unit: eligibility.PerPerson, Source: source,
			Root: eligibility.All(says("all", "同时符合下列条件", "all of these"),
				eligibility.Age(says("old", "60周岁以上", "60 or older"), "person.birth", measure.AtLeast, 60),
				eligibility.PerHead(says("poor", "本人月收入低于800元", "monthly income below 800 yuan"),
					eligibility.Total("person.income.pension"),
					eligibility.By(measure.LessThan), eligibility.Line{Limit: eligibility.Yuan(money.MustParse("800.00")),
						Months: eligibility.Number(12)}))}},
	})
	if err != nil {
		panic(err)
	}
	law, err := body.At(statutes.Query{On: cal.MustParse("2022-11-01"), Fictitious: true})
	if err != nil {
		panic(err)
	}
	person := eligibility.NewCase(dictionary)
	if _, err := person.AddPerson(); err != nil {
		panic(err)
	}
	if err := person.Put("person.birth", 0, eligibility.Day(cal.MustParse("1958-02-01")), true); err != nil {
		panic(err)
	}
	return law, person
}

func ExampleAppendExplanation() {
	law, person := heating()
	assessment, err := engine(law).Assess(person, 0, "xugou:qunuan")
	if err != nil {
		panic(err)
	}
	findings, err := engine(law).AppendFindings(nil, person, 0, "xugou:qunuan")
	if err != nil {
		panic(err)
	}
	fmt.Printf("%s", wording.AppendExplanation(nil, law, person, &assessment, findings, language.SimplifiedChinese))
	// Output:
	// 初步研判：取暖补贴（第1人）
	// 适用日期：2022年11月1日，全国规定
	// 结果：暂不能研判，需补充材料
	// 条件：
	// - 同时符合下列条件：尚不能判断。依据：《虚构市取暖补贴办法》第二条（虚构标准，仅供演示）
	//   - 60周岁以上：符合；实际64周岁，要求年满60周岁，相差4岁。依据：《虚构市取暖补贴办法》第二条（虚构标准，仅供演示）
	//   - 本人月收入低于800元：尚不能判断，标准线9600元（要求低于标准线）。依据：《虚构市取暖补贴办法》第二条（虚构标准，仅供演示）
	// 尚待查明的情况及所需材料：
	// - 养老金，需要：养老金发放记录（社保经办机构）
	// 提示：
	// - 虚构标准，仅供演示：本项目的规定
	// 虚构标准，仅供演示。
	// 以民政部门审核确认为准。
}

// A phrasebook is made once for a law, and says the same for every case.
func ExamplePhrasebook() {
	law, person := heating()
	book := wording.NewPhrasebook(law, language.English)
	findings, err := engine(law).AppendFindings(nil, person, 0, "xugou:qunuan")
	if err != nil {
		panic(err)
	}
	fmt.Printf("%s\n", book.AppendFinding(nil, findings[1]))
	// Output:
	// 60 or older (person 1): met; found 64 years, needed at least 60 years, apart by 4 years. Source: 《虚构市取暖补贴办法》, 第二条 (invented, for demonstration only)
}

func ExampleAppendFinding() {
	law, person := heating()
	if err := person.Put("person.income.pension", 0, eligibility.Money(money.MustParse("9600.00")), false); err != nil {
		panic(err)
	}
	findings, err := engine(law).AppendFindings(nil, person, 0, "xugou:qunuan")
	if err != nil {
		panic(err)
	}
	fmt.Printf("%s\n", wording.AppendFinding(nil, law, findings[2], language.SimplifiedChinese))
	// Output:
	// 本人月收入低于800元（第1人）：不符合（待核实）；12个月收入合计9600元，标准线9600元（要求低于标准线），与标准线相等。依据：《虚构市取暖补贴办法》第二条（虚构标准，仅供演示）
}

func ExampleAppendReasons() {
	law, person := heating()
	if err := person.Put("person.income.pension", 0, eligibility.Money(money.MustParse("9600.00")), true); err != nil {
		panic(err)
	}
	findings, err := engine(law).AppendFindings(nil, person, 0, "xugou:qunuan")
	if err != nil {
		panic(err)
	}
	reasons := wording.AppendReasons(nil, findings)
	fmt.Printf("%d findings, %d decides\n", len(findings), len(reasons))
	fmt.Printf("%s\n", wording.AppendFinding(nil, law, reasons[0], language.SimplifiedChinese))
	// Output:
	// 3 findings, 1 decides
	// 本人月收入低于800元（第1人）：不符合；12个月收入合计9600元，标准线9600元（要求低于标准线），与标准线相等。依据：《虚构市取暖补贴办法》第二条（虚构标准，仅供演示）
}
