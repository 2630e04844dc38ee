package sheet_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/sheet"
)

type task struct {
	ID    string
	Title string
	Due   cal.Date
}

func tasks() sheet.Form[task] {
	return sheet.Form[task]{Name: "任务台账", Columns: []sheet.Column[task]{
		sheet.Ref("编号", func(t *task) *string { return &t.ID }).AsID(),
		sheet.Text("任务", func(t *task) *string { return &t.Title }).AsRequired(),
		sheet.Date("截止日期", func(t *task) *cal.Date { return &t.Due }),
	}}
}

// A column needs a header and two functions, and no reflection.
func ExampleColumn() {
	shout := sheet.Column[task]{
		Header: "任务", Aliases: []string{"事项"},
		Set: func(t *task, cell string) error { t.Title = strings.TrimSuffix(cell, "！"); return nil },
		Get: func(t *task) string { return t.Title + "！" },
	}
	var t task
	err := shout.Set(&t, "走访！")
	fmt.Println(t.Title, shout.Get(&t), err)
	// Output:
	// 走访 走访！ <nil>
}

// GB18030 is what older systems ask for. A cell that a spreadsheet would run as a formula is written with an apostrophe and read
// without.
func ExampleCSV() {
	var file bytes.Buffer
	csv := sheet.CSV{Encoding: sheet.GB18030}
	all := []task{{ID: "R-1", Title: "=走访", Due: cal.MustParse("2022-06-28")}}
	err := csv.Write(&file, tasks().Write(slices.Values(all)))
	fmt.Println(bytes.Contains(file.Bytes(), []byte("'=")), err)

	back := tasks().Read(csv.Rows(&file))
	fmt.Println(back.Values()[0].Title, back.Values()[0].Due, len(back.Faults))
	// Output:
	// true <nil>
	// =走访 2022-06-28 0
}

// Reading a file again says which records it changes and which columns differ, and changes nothing itself.
func ExampleMerge_Plan() {
	records := []task{
		{ID: "R-1", Title: "走访", Due: cal.MustParse("2022-06-28")}, {ID: "R-2", Title: "宣传"}, {ID: "R-3", Title: "培训"},
	}
	const file = "编号,任务,截止日期\nR-1,走访,2022-07-01\nR-2,宣传活动,\nR-4,督导,\n"
	merge := sheet.Merge[task]{Form: tasks(), Rule: sheet.NonBlank, Rules: map[string]sheet.Rule{"任务": sheet.Existing}}
	plan, err := merge.Plan(slices.Values(records), tasks().Read(sheet.CSV{}.Rows(strings.NewReader(file))))
	for _, c := range plan.Changes {
		fmt.Println(c.Row, c.Action, c.After.ID, c.After.Title, c.After.Due, c.Fields)
	}
	fmt.Println(len(plan.Absent), err)
	// Output:
	// 2 updated R-1 走访 2022-07-01 [{截止日期 incoming}]
	// 3 kept R-2 宣传  [{任务 existing}]
	// 4 added R-4 督导  []
	// 1 <nil>
}

// Row after row, in memory that does not grow with the file.
func ExampleForm_Each() {
	const file = "编号,任务\nR-1,走访\nR-2,\n"
	for row := range tasks().Each(sheet.CSV{}.Rows(strings.NewReader(file))) {
		fmt.Println(row.Number, row.Value.ID, row.OK, len(row.Faults))
	}
	// Output:
	// 2 R-1 true 0
	// 3 R-2 false 1
}
