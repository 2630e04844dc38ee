package sheet_test

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/sheet"
)

type worker struct {
	ID    string
	Name  identity.Name
	Phone identity.Mobile
	Since cal.Date
	Wage  known.Value[money.Amount]
	Kind  kind
}

func workers() sheet.Form[worker] {
	return sheet.Form[worker]{Name: "社工台账", Columns: []sheet.Column[worker]{
		sheet.Ref("编号", func(w *worker) *string { return &w.ID }).AsID(),
		sheet.Personal("姓名", func(w *worker) *identity.Name { return &w.Name }).Alias("社工姓名").AsRequired(),
		sheet.Personal("手机", func(w *worker) *identity.Mobile { return &w.Phone }).Alias("联系电话"),
		sheet.Date("入职日期", func(w *worker) *cal.Date { return &w.Since }),
		sheet.Known("月薪（元）", func(w *worker) *known.Value[money.Amount] { return &w.Wage }, sheet.YuanCell()),
		sheet.Key("岗位类别", kinds(), func(w *worker) *kind { return &w.Kind }),
	}}
}

func ExampleForm_Read() {
	const file = "双湖镇社工台账（虚构）\n" +
		"编号,社工姓名,联系电话,入职日期,月薪(元)\n" +
		"SH-01,陈 文,１３９５７９１３５７９,2022年3月1日,\"5,200.00\"\n" +
		"SH-02,林小虚,12345,2022-02-30,约5000\n"
	result := workers().Read(sheet.CSV{}.Rows(strings.NewReader(file)))
	for _, w := range result.Values() {
		fmt.Println(w.ID, w.Name, w.Phone, w.Since, w.Wage)
	}
	fmt.Println(result.Faults.Under("社工.csv").Text(language.Chinese))
	// Output:
	// SH-01 陈某某 *********** 2022-03-01 5200.00
	// 社工.csv.第4行.手机：手机号应为11位数字，第一位为1，第二位为3至9 [IDENTITY-MOBILE]
	// 社工.csv.第4行.入职日期：没有这一天 [CAL-DAY]
	// 社工.csv.第4行.月薪（元）：台账应填写确数，不写约、近、超、余、多 [SHEET-HEDGE]
}

var _ = []any{os.Stdout, slices.Values[[]int], fault.List{}}
