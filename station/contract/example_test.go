package contract_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// One contract for thirteen sites that asks for fourteen workers; its items do not add up and its words say another sum.
func ExampleContract_Validate() {
	c := contract.Contract{
		ID: "C-1", Title: "青塘县社工站运营", Service: contract.StationOperation, Purchaser: "青塘县民政局", Operator: "lf",
		Method: contract.OpenTender, Period: cal.Year(2022), Price: money.MustParse("1050000"), PriceInWords: "壹佰零伍万零伍元整",
		Sites:     []string{"z01", "z02", "z03", "z04", "z05", "z06", "z07", "z08", "z09", "z10", "z11", "z12", "centre"},
		Workforce: contract.Workforce{Workers: 14, FullTime: 14},
		Items: []contract.Item{
			{Name: "社工薪酬", UnitPrice: money.MustParse("6000"), Quantity: measure.Int(168), Amount: money.MustParse("1008000")},
			{Name: "个案", UnitPrice: money.MustParse("300"), Quantity: measure.Int(130), Amount: money.MustParse("39900")},
		},
	}
	l := fault.Of(c.Validate())
	l.Add("", c.CheckWords(zh.ParseCapitals))
	fmt.Println(l.Text(language.Chinese))
	// Output:
	// items[1].amount：金额应等于单价乘以数量 [CONTRACT-ITEM-AMOUNT]
	// items：各项金额之和与合同价款不符；总价包干的须注明 [CONTRACT-ITEMS-SUM]
	// price_in_words：大写金额与小写金额不符 [CONTRACT-WORDS]
}

// Weights 5, 3 and 2 of a price that they do not divide.
func ExampleContract_Schedule() {
	c := contract.Contract{
		Price: money.MustParse("733355.55"), SignedOn: cal.MustParse("2022-01-10"),
		Evaluations: []contract.Evaluation{{Stage: contract.MidTerm, HeldOn: cal.MustParse("2022-07-08")}, {Stage: contract.Final, HeldOn: cal.MustParse("2022-12-20")}},
		Instalments: []contract.Instalment{
			{Name: "首期款", Weight: 5, Trigger: contract.OnSigning},
			{Name: "中期款", Weight: 3, Trigger: contract.OnMidTerm},
			{Name: "尾款", Weight: 2, Trigger: contract.OnFinal},
		},
	}
	payments, err := c.Schedule()
	for _, p := range payments {
		fmt.Println(p.Instalment.Name, p.Amount, p.From)
	}
	fmt.Println(err)
	// Output:
	// 首期款 366677.78 2022-01-10
	// 中期款 220006.66 2022-07-08
	// 尾款 146671.11 2022-12-20
	// <nil>
}

func ExampleKPI_Progress() {
	visits := contract.KPI{Code: "visits", Name: "走访", Targets: []contract.Target{
		{Comparator: measure.AtLeast, Value: measure.Int(700), Basis: measure.PersonTimes},
	}}
	for _, above := range []contract.Cap{contract.Capped, contract.Uncapped} {
		p, err := visits.Progress(above, known.Of(measure.Int(774)))
		fmt.Println(p.Parts[0].Target, p.Status, p.Completion, err)
	}
	p, err := visits.Progress(contract.Capped, known.Value[measure.Quantity]{})
	fmt.Println(p.Parts[0].Target, p.Status, p.Completion, err)
	// Output:
	// 不少于700人次 met 1 <nil>
	// 不少于700人次 met 387/350 <nil>
	// 不少于700人次 incomplete 不详 <nil>
}

func ExampleScorecard_Score() {
	card := contract.Scorecard{
		Name: "末期评估评分表",
		Items: []contract.ScoreItem{
			{Code: "output", Name: "服务量", Weight: measure.Int(60)}, {Code: "records", Name: "档案", Weight: measure.Int(40)},
		},
		Vetoes: []contract.Veto{{Code: "forgery", Name: "弄虚作假", Band: "fail"}},
		Bands:  []contract.Band{{Key: "pass", Name: "合格", From: measure.Int(60), Accepted: true}, {Key: "fail", Name: "不合格"}},
	}
	result, err := card.Score(contract.Marks{
		Items: []contract.Mark{
			{Item: "output", Score: known.Of(measure.Int(52))},
			{Item: "records", Score: known.Of(measure.Int(40)), Deductions: []contract.Deduction{
				{Reason: "缺3份过程记录", Points: measure.MustParseQuantity("4.5")},
			}},
		},
		Vetoes: []contract.Finding{{Veto: "forgery", Occurred: known.Of(false)}},
	})
	fmt.Println(result.Text(language.Chinese), err)
	// Output:
	// 1. 服务量（满分60分）：52分
	// 2. 档案（满分40分）：40分，扣4.5分（缺3份过程记录），得35.5分
	// 一票否决·弄虚作假：未发生
	// 合计：87.5分（满分100分）
	// 等级：合格 <nil>
}

func ExampleOverlaps() {
	old := contract.Contract{Service: contract.StationOperation, Period: cal.Year(2022), Sites: []string{"z01", "z02"}}
	next := contract.Contract{Service: contract.StationOperation, Period: cal.Since(cal.MustParse("2022-12-01")), Sites: []string{"z02"}}
	fmt.Println(contract.Overlaps([]contract.Contract{old, next}))
	old.Terminated = cal.MustParse("2022-12-01")
	fmt.Println(contract.Overlaps([]contract.Contract{old, next}).Err())
	// Output:
	// [1].sites[0]: contract [0] covers this station and service in the same time [CONTRACT-OVERLAP]
	// <nil>
}

func ExampleKPIForm() {
	c := contract.Contract{ID: "C-1", KPIs: []contract.KPI{{
		Code: "cases", Name: "个案",
		Targets: []contract.Target{
			{Comparator: measure.AtLeast, Value: measure.Int(4), Basis: measure.Cases},
			{Comparator: measure.AtLeast, Value: measure.Int(20), Basis: measure.PersonTimes},
		},
		Floors: []contract.Target{{Comparator: measure.AtLeast, Value: measure.Int(6), Basis: measure.Occasions, Word: measure.WordCi}},
	}}}
	rows := contract.KPIRows(c)
	for row := range contract.KPIForm().Write(func(yield func(contract.KPIRow) bool) {
		for _, r := range rows {
			if !yield(r) {
				return
			}
		}
	}) {
		fmt.Println(row)
	}
	// Output:
	// [合同编号 指标编号 序号 指标名称 类型 比较方式 目标值 计数口径 量词]
	// [C-1 cases 1 个案 总量目标 不少于 4 个案数 ]
	// [C-1 cases 2 个案 总量目标 不少于 20 人次 ]
	// [C-1 cases 3 个案 单项底线 不少于 6 次数 次]
}
