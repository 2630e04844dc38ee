package reporting_test

import (
	"errors"
	"fmt"
	"os"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/render"
	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// A hedge is printed only where it is true.
func ExampleSay() {
	posts := reporting.Indicator{Code: "POSTS", Name: "基层社会工作岗位", Basis: measure.Posts, Nature: reporting.Stock, Version: 1}
	nearly := reporting.Form{Step: measure.Int(50), Wording: zh.Nearly}

	f, err := reporting.Say(posts, decimal.NewFromInt(948), nearly, reporting.Origin{Source: "岗位台账"})
	fmt.Println(f, err)

	_, err = reporting.Say(posts, decimal.NewFromInt(951), nearly, reporting.Origin{Source: "岗位台账"})
	fmt.Println(errors.Is(err, zh.ErrStretched))
	// Output:
	// 近950个 <nil>
	// true
}

// Of a published phrase without its value only the interval is known.
func ExampleQuote() {
	served := reporting.Indicator{Code: "SERVED", Name: "服务总人数", Basis: measure.Persons, Nature: reporting.Flow, Version: 1}
	f, err := reporting.Quote(served, "超15万人", reporting.Origin{Grade: vocab.Reported})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(f, f.State(), reporting.Interval(f.Reading()))
	// Output: 超15万人 未核验 大于150,000
}

// A document holds sentences and tables; every figure can be traced.
func ExampleDocument() {
	visits := reporting.Indicator{Code: "VISITS", Name: "入户探访", Basis: measure.PersonTimes, Nature: reporting.Flow, Version: 1}
	f, err := reporting.Say(visits, decimal.NewFromInt(1633), reporting.Form{}, reporting.Origin{Source: "走访台账（示例）", Grade: vocab.Fictitious})
	if err != nil {
		fmt.Println(err)
		return
	}
	doc := reporting.Document{
		Title: "双湖镇社工站月报",
		Blocks: []reporting.Block{
			reporting.Sentence{reporting.Words("本月开展入户探访"), f, reporting.Words("。")},
			reporting.Attribution("双湖镇社工站"),
		},
	}
	if err := (render.Markdown{}).Render(os.Stdout, doc); err != nil {
		fmt.Println(err)
	}
	for _, t := range doc.Trace() {
		fmt.Println(t.At, t.Phrase, t.Indicator, t.Value)
	}
	// Output:
	// # 双湖镇社工站月报
	//
	// 本月开展入户探访1633人次。
	//
	// （据双湖镇社工站）
	// blocks[0][1] 1633人次 VISITS 1633
}
