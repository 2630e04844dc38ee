package sheet_test

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
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

func ExampleForm_Write() {
	staff := []worker{{
		ID: "SH-01", Name: identity.MustParseName("陈小虚"), Phone: identity.MustParseMobile("13957913579"),
		Since: cal.MustParse("2022-03-01"), Wage: known.Of(money.MustParse("5200")), Kind: "front_line",
	}}
	for row := range workers().Write(slices.Values(staff)) {
		fmt.Println(strings.Join(row, " | "))
	}
	// Output:
	// 编号 | 姓名 | 手机 | 入职日期 | 月薪（元） | 岗位类别
	// SH-01 | 陈某某 | *********** | 2022-03-01 | 5200.00 | 一线社工
}

// A file in full is made by a form of the importer's own, for one lawful purpose.
func ExampleReveal() {
	salaries := workers().Only("编号", "姓名", "月薪（元）").With(
		sheet.Reveal("姓名", func(w *worker) *identity.Name { return &w.Name }))
	staff := []worker{{ID: "SH-01", Name: identity.MustParseName("陈小虚"), Wage: known.Of(money.MustParse("5200"))}}
	for row := range salaries.Write(slices.Values(staff)) {
		fmt.Println(row)
	}
	// Output:
	// [编号 姓名 月薪（元）]
	// [SH-01 陈小虚 5200.00]
}

// A form's Check is the Validate method of its rows; what it says of a field is shown under the header.
func ExampleForm_check() {
	form := sheet.Form[post]{
		Columns: []sheet.Column[post]{
			sheet.Ref("岗位编号", func(p *post) *string { return &p.ID }).At("id").AsID(),
			sheet.Int("全时比例（%）", func(p *post) *int { return &p.Share }).At("share"),
		},
		Check: func(p *post) error {
			if p.Share > 100 {
				return shares().New("POST-SHARE", "max", "100").At("share")
			}
			return nil
		},
	}
	result := form.Read(sheet.CSV{}.Rows(strings.NewReader("岗位编号,全时比例(%)\nA,120\n")))
	fmt.Println(result.Faults.Text(language.Chinese))
	row, header, _ := sheet.Place(result.Faults[0])
	fmt.Println(row, header)
	// Output:
	// 第2行.全时比例（%）：不得超过100% [POST-SHARE]
	// 2 全时比例（%）
}

func shares() *fault.Catalogue {
	return fault.NewCatalogue(fault.Text{Code: "POST-SHARE", ZH: "不得超过{max}%", EN: "at most {max}%"})
}

// A column of a type that this package does not know takes two functions.
func ExampleField() {
	type visit struct{ length measure.Quantity }
	hours := sheet.Cell[measure.Quantity]{
		Parse: func(text string) (measure.Quantity, error) {
			return sheet.QuantityCell().Parse(strings.TrimSuffix(text, "小时"))
		},
		Format: func(q measure.Quantity) string { return q.String() + "小时" },
	}
	form := sheet.Form[visit]{Columns: []sheet.Column[visit]{
		sheet.Field("时长", func(v *visit) *measure.Quantity { return &v.length }, hours)}}
	result := form.Read(sheet.CSV{}.Rows(strings.NewReader("时长\n１.5小时\n约2小时\n")))
	fmt.Println(result.Values()[0].length, result.Faults)
	// Output:
	// 1.5 第3行.时长: a ledger holds exact figures, without 约 近 超 余 多 [SHEET-HEDGE]
}

// The county's file comes in again: wages are the county's affair, names are filled in where they are missing, a post
// that differs is for people to settle.
func ExampleMerge() {
	merge := sheet.Merge[worker]{
		Form:  workers(),
		Rule:  sheet.Incoming,
		Rules: map[string]sheet.Rule{"姓名": sheet.FillIn, "岗位类别": sheet.Agree},
	}
	records := []worker{
		{ID: "SH-01", Name: identity.MustParseName("陈小虚"), Wage: known.Of(money.MustParse("5000")), Kind: "front_line"},
		{ID: "SH-02", Name: identity.MustParseName("林小虚"), Kind: "front_line"},
		{ID: "SH-09", Name: identity.MustParseName("王小虚")},
	}
	file := merge.Form.Read(sheet.CSV{}.Rows(strings.NewReader("编号,姓名,月薪（元）,岗位类别\n" +
		"SH-01,陈晓虚,5200,一线社工\nSH-02,林小虚,,督导\nSH-03,李小虚,5000,督导\n")))
	plan, err := merge.Plan(slices.Values(records), file)
	if err != nil {
		fmt.Println(err)
	}
	for _, c := range plan.Changes {
		fmt.Println(c.Row, c.After.ID, sheet.Actions().Name(c.Action, language.Chinese), c.Fields)
	}
	fmt.Println(plan.Faults.Text(language.Chinese))
	fmt.Println(len(plan.Absent), plan.Absent[0].ID)
	// Output:
	// 2 SH-01 更新 [{姓名 existing} {月薪（元） incoming}]
	// 3 SH-02 冲突 [{岗位类别 }]
	// 4 SH-03 新增 []
	// 第3行.岗位类别：两边内容不一致，规则无法决定以哪边为准 [SHEET-CONFLICT]
	// 1 SH-09
}
