package intake_test

import (
	"context"
	"fmt"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/intake"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

func ExampleConfig_Plan() {
	const file = "双湖镇捐赠登记（虚构）\n" +
		"捐赠编号,捐赠日期,捐赠方编号,资金编号,捐赠金额,收款方式,捐赠物品,单位,接收数量,计价依据,单价,凭据类型,发票号\n" +
		"G1,2026年3月5日,D1,gifts,\"1,200元\",转账,,,,,,,\n" +
		"G2,2026-03-06,D2,gifts,,,大米,袋,10,凭据金额,100,发票,F9\n" +
		"G3,2026-03-06,D3,gifts,约500,现金,,,,,,,\n" +
		"G4,2026-03-07,D3,gifts,,,衣物,件,40,未计价,,,\n"
	all, err := funds()
	if err != nil {
		panic(err)
	}
	ctx := context.Background()
	plan, err := intake.Config{Funds: all, Rounding: money.HalfUp}.Plan(ctx, intake.Gifts, "双湖镇捐赠登记2026.csv", sheet.CSV{}.Rows(strings.NewReader(file)))
	if err != nil {
		panic(err)
	}
	fmt.Println(plan.Faults.Text(language.Chinese))
	for _, item := range plan.Items {
		fmt.Println(item.Number, item.Entry.Key, item.Entry.Kind, item.Entry.Legs[0].Amount)
	}
	// Output:
	// 第5行.捐赠金额（元）：台账应填写确数，不写约、近、超、余、多 [SHEET-HEDGE]
	// 3 gifts-G1 gift 1200.00 CNY
	// 4 gifts-G2 gift_in_kind 1000.00 CNY
	// 6 gifts-G4 gift_in_kind 40 衣物/件
}

func ExamplePlan_Post() {
	const file = "日期,资金编号,科目,收入,支出,余额,收付方式,摘要\n" +
		"2026-01-01,own,,,,0,,期初余额\n" +
		"2026-01-05,own,提供服务收入,200,,200,银行,一月服务费\n" +
		"2026-01-20,own,管理费用,,50,150,银行,办公用品\n" +
		"2026-01-31,own,,,,150,,期末余额\n"
	all, err := funds()
	if err != nil {
		panic(err)
	}
	j, err := journal.Open(journal.Config{Chain: chain.SHA256("shuanghu"), Funds: all})
	if err != nil {
		panic(err)
	}
	ctx := context.Background()
	var store memory.Store
	for range 2 { // the second time changes nothing
		plan, err := intake.Config{Funds: all}.Plan(ctx, intake.CashBook, "双湖镇收支账2026.csv", sheet.CSV{}.Rows(strings.NewReader(file)))
		if err != nil {
			panic(err)
		}
		err = store.Update(ctx, func(tx journal.DayTx) error {
			receipts, err := plan.Post(ctx, j, tx, journal.Options{At: now()})
			for _, r := range receipts {
				fmt.Println(r.Seq, r.Repeated)
			}
			return err
		})
		if err != nil {
			panic(err)
		}
	}
	// Output:
	// 1 false
	// 2 false
	// 1 true
	// 2 true
}

func ExampleRegister_Form() {
	fmt.Println(strings.Join(intake.HandOuts.Form().Headers(), "、"))
	// Output:
	// 发放编号、发放日期、服务对象编号、资金编号、站点编号、发放金额（元）、发放金额（万元）、付款方式、用途、支出类别、预算项目、发放物品、计量单位、发放数量、批次号、凭据类型、凭据号、出具单位、凭据日期、制单人编号、复核人编号、摘要
}

func ExampleMovements() {
	for m := range intake.Movements().All() {
		fmt.Print(m.ZH, " ")
	}
	fmt.Println()
	// Output:
	// 采购入库 盘盈入库 发放出库 报损出库 调拨 期初结存 期末结存
}
