package outline_test

import (
	"fmt"
	"strings"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/outline"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// heating is an invented subsidy for whoever is old enough.
func heating(years int) (*statutes.Law, error) {
	cite := vocab.Source{Document: "云台县取暖补贴办法", Article: "第三条", Provenance: vocab.Fictitious}
	says := func(id, zh string) eligibility.Criterion {
		return eligibility.Criterion{ID: id, ZH: zh, EN: id, Source: cite}
	}
	d, err := eligibility.NewDictionary(
		eligibility.Fact{Key: "person.birth", Scope: eligibility.PerPerson, Kind: eligibility.DateFact, ZH: "出生日期", EN: "date of birth"},
		eligibility.Fact{Key: "person.income", Scope: eligibility.PerPerson, Kind: eligibility.MoneyFact, ZH: "月收入", EN: "income a month"})
	if err != nil {
		return nil, err
	}
	s, err := statutes.New(d, nil, eligibility.Act{ID: "yuntai:heating-2023", ZH: "云台县取暖补贴办法", EN: "heating subsidies", Source: cite,
		Force: cal.MustParsePeriod("2023-11-01/"), Programmes: []eligibility.Programme{{ID: "yuntai:heating", ZH: "取暖补贴", EN: "heating subsidy",
			Unit: eligibility.PerPerson, Source: cite, Root: eligibility.All(says("heating", "同时符合"),
				eligibility.Age(says("age", "老年人"), "person.birth", measure.AtLeast, years),
				eligibility.Compare(says("income", "收入不高"), "person.income", eligibility.By(measure.LessThan), eligibility.Yuan(money.Fen(150000))))}}})
	if err != nil {
		return nil, err
	}
	return s.At(statutes.Query{On: cal.MustParse("2024-01-15"), Fictitious: true})
}

func ExampleRows() {
	law, err := heating(70)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, r := range outline.Rows(law) {
		fmt.Println(r.Number, r.ZH, "|", strings.TrimSpace(r.Subject+" "+r.Operator+" "+r.Threshold), "|", r.Source.Document+r.Source.Article)
	}
	// Output:
	// 1 同时符合 | 同时符合下列各项 | 云台县取暖补贴办法第三条
	// 1.1 老年人 | 出生日期 年满 70周岁 | 云台县取暖补贴办法第三条
	// 1.2 收入不高 | 月收入 低于 1500.00元 | 云台县取暖补贴办法第三条
}

func ExampleDiff() {
	was, err := heating(70)
	if err != nil {
		fmt.Println(err)
		return
	}
	now, err := heating(65)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(outline.Text(outline.Diff(was, now)))
	// Output:
	// 修改条件 yuntai:heating age（老年人）：标准：70周岁 → 标准：65周岁
}

func ExampleMarkdown() {
	law, err := heating(70)
	if err != nil {
		fmt.Println(err)
		return
	}
	for line := range strings.Lines(outline.Markdown(law)) {
		if strings.HasPrefix(line, "| 1.1") {
			fmt.Print(line)
		}
	}
	// Output:
	// | 1.1 | `age` | 老年人 | 出生日期 | 年满 | 70周岁 | 云台县取暖补贴办法第三条 | 虚构 | |
}
