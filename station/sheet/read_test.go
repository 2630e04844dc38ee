package sheet_test

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/sheet"
)

type post struct {
	ID, Title, Remark string
	Share             int
}

func posts() sheet.Form[post] {
	return sheet.Form[post]{Columns: []sheet.Column[post]{
		sheet.Ref("岗位编号", func(p *post) *string { return &p.ID }).AsID().At("id"),
		sheet.Text("岗位名称", func(p *post) *string { return &p.Title }).Alias("岗位", "职位名称").AsRequired().At("title"),
		sheet.Int("全时比例（%）", func(p *post) *int { return &p.Share }).At("share"),
		sheet.Text("备注", func(p *post) *string { return &p.Remark }),
	}}
}

// lines are the faults as "path code".
func lines(l fault.List) []string {
	out := []string{}
	for _, f := range l {
		s := f.Path() + " " + string(f.Code())
		if f.Advisory() {
			s += " advisory"
		}
		out = append(out, s)
	}
	return out
}

func csvRows(s string) iter.Seq2[[]string, error] { return sheet.CSV{}.Rows(strings.NewReader(s)) }

func TestReadingAForm(t *testing.T) {
	for name, c := range map[string]struct {
		file   string
		opts   []sheet.Option
		ids    string
		read   int
		faults []string
	}{
		"plain":         {"岗位编号,岗位名称,全时比例（%）,备注\nA,站长,100,\nB,督导,50,x\n", nil, "A B", 2, nil},
		"order is free": {"备注,全时比例（%）,岗位名称,岗位编号\n,100,站长,A\n", nil, "A", 1, nil},
		"headers as people write them": {
			"* 岗位 编号,\"职位\n名称\",全时比例(％)\nA,站长,100\n", nil, "A", 1, nil},
		"titles above":           {"双湖镇岗位台账（虚构）,,\n\n单位：,双湖镇\n岗位编号,岗位名称\nA,站长\n", nil, "A", 1, nil},
		"serial numbers":         {"序号,岗位编号,岗位名称\n1,A,站长\n2,B,督导\n", nil, "A B", 2, nil},
		"blank rows and columns": {"岗位编号,,岗位名称,\n\n,,,\nA,,站长,\n　,,,\n", nil, "A", 1, nil},
		"short rows":             {"岗位编号,岗位名称,备注\nA,站长\n", nil, "A", 1, nil},
		"missing column":         {"岗位编号,备注\nA,x\n", nil, "", 1, []string{"第1行.岗位名称 SHEET-MISSING-COLUMN"}},
		"unknown column":         {"岗位编号,岗位名称,电话\nA,站长,1\n", nil, "", 1, []string{"第1行.C列 SHEET-UNKNOWN-COLUMN"}},
		"unknown column passed over": {"岗位编号,岗位名称,电话\nA,站长,1\n", []sheet.Option{sheet.IgnoreUnknown()}, "A", 1,
			[]string{"第1行.C列 SHEET-UNKNOWN-COLUMN advisory"}},
		"repeated column": {"岗位编号,岗位名称,岗位\nA,站长,督导\n", nil, "", 1, []string{"第1行.岗位名称 SHEET-REPEATED-COLUMN"}},
		"no header":       {"A,站长\nB,督导\n", nil, "", 0, []string{"第1行 SHEET-NO-HEADER"}},
		"nothing":         {"", nil, "", 0, []string{"第1行 SHEET-NO-HEADER"}},
		"header too late": {"题\n岗位编号,岗位名称\nA,站长\n", []sheet.Option{sheet.HeaderWithin(1)}, "", 0, []string{"第1行 SHEET-NO-HEADER"}},
		"wrong encoding":  {gb(t, "岗位编号,岗位名称\nA,站长\n"), nil, "", 0, []string{"第1行.A列 SHEET-DAMAGED", "第2行.B列 SHEET-DAMAGED", "第1行 SHEET-NO-HEADER"}},
		"damaged header":  {"岗位编号,岗位名称,\xff\nA,站长,\n", nil, "", 1, []string{"第1行.C列 SHEET-DAMAGED"}},
		"workbook":        {"PK\x03\x04", nil, "", 0, []string{"第1行 SHEET-NOT-TEXT"}},
		"every bad cell": {"岗位编号,岗位名称,全时比例（%）,备注\n,\u200b,x,\xff,多\nB,督导,50,\n", nil, "B", 2, []string{
			"第2行.岗位编号 SHEET-BLANK", "第2行.岗位名称 SHEET-INVISIBLE", "第2行.全时比例（%） SHEET-NUMBER", "第2行.备注 SHEET-DAMAGED", "第2行.E列 SHEET-EXTRA-CELL"}},
		"below no header":     {"岗位编号,,岗位名称\nA,x,站长\n", nil, "", 1, []string{"第2行.B列 SHEET-EXTRA-CELL"}},
		"damaged passed over": {"岗位编号,序号,岗位名称\nA,\xff,站长\n", nil, "", 1, []string{"第2行.B列 SHEET-DAMAGED"}},
		"note":                {"岗位编号,岗位名称,全时比例（%）\nA,站长,99.99999999999999\n", nil, "A", 1, []string{"第2行.全时比例（%） SHEET-NOISE advisory"}},
		"quotes":              {"\"a\"b\n岗位编号,岗位名称\nA,\"站长\"x\nB,督导\n", nil, "B", 2, []string{"第1行 SHEET-QUOTE", "第3行 SHEET-QUOTE"}},
		"quotes, no header":   {"\"a\"b\nA\n", nil, "", 0, []string{"第1行 SHEET-QUOTE", "第1行 SHEET-NO-HEADER"}},
		"doubled": {"岗位编号,岗位名称\nA,站长\nB,\nA,督导\nB,督导\nC,社工\n", nil, "A C", 5, []string{
			"第3行.岗位名称 SHEET-BLANK", "第4行 SHEET-DUPLICATE", "第5行 SHEET-DUPLICATE"}},
		"rows":                  {"岗位编号,岗位名称\nA,站长\nB,督导\nC,督导\n", []sheet.Option{sheet.Within(sheet.Limits{Rows: 3})}, "A B", 2, []string{"第4行 SHEET-MAX-ROWS"}},
		"rows, no header":       {"A\nB\nC\n", []sheet.Option{sheet.Within(sheet.Limits{Rows: 2})}, "", 0, []string{"第1行 SHEET-NO-HEADER"}},
		"rows, header found":    {strings.Repeat("x\n", 10) + "岗位编号,岗位名称\n", []sheet.Option{sheet.HeaderWithin(20), sheet.Within(sheet.Limits{Rows: 11})}, "", 0, nil},
		"columns":               {"岗位编号,岗位名称\nA,站长,,\nB,督导\n", []sheet.Option{sheet.Within(sheet.Limits{Columns: 3})}, "B", 2, []string{"第2行 SHEET-MAX-COLUMNS"}},
		"columns of the header": {"岗位编号,岗位名称,备注\nA,站长\n", []sheet.Option{sheet.Within(sheet.Limits{Columns: 2})}, "", 1, []string{"第1行 SHEET-MAX-COLUMNS"}},
		"cell":                  {"岗位编号,岗位名称\nA,站长甲乙\nB,站长\n", []sheet.Option{sheet.Within(sheet.Limits{Cell: 3})}, "B", 2, []string{"第2行.岗位名称 SHEET-MAX-CELL"}},
		"faults": {"岗位编号,岗位名称\n" + strings.Repeat("A,\n", 9), []sheet.Option{sheet.Within(sheet.Limits{Faults: 2})}, "", 2, []string{
			"第2行.岗位名称 SHEET-BLANK", "第3行.岗位名称 SHEET-BLANK", "第3行 SHEET-DUPLICATE", "第3行 SHEET-MAX-FAULTS"}},
	} {
		t.Run(name, func(t *testing.T) {
			result := posts().Read(csvRows(c.file), c.opts...)
			var ids []string
			for _, p := range result.Values() {
				ids = append(ids, p.ID)
			}
			if got := strings.Join(ids, " "); got != c.ids || result.Read != c.read {
				t.Errorf("kept %q of %d, want %q of %d", got, result.Read, c.ids, c.read)
			}
			if diff := cmp.Diff(append([]string{}, c.faults...), lines(result.Faults)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestRowsKeepTheirNumberAndNotes(t *testing.T) {
	result := posts().Read(csvRows("岗位编号,岗位名称,全时比例（%）\n\nA,站长,99.99999999999999\n"))
	if len(result.Rows) != 1 || result.Rows[0].Number != 3 || len(result.Rows[0].Faults) != 1 {
		t.Errorf("%+v", result.Rows)
	}
	if diff := cmp.Diff([]string{"岗位编号", "岗位名称", "全时比例（%）"}, result.Headers); diff != "" {
		t.Error(diff)
	}
}

func TestCheckSpeaksOfHeaders(t *testing.T) {
	form := posts()
	form.Check = func(p *post) error {
		var l fault.List
		if p.Title == "" {
			l.Add("title", fault.Code("X-REQUIRED")) // follows from the bad cell
			l.Add("title", fault.NewCatalogue().New("X-TITLE"))
		}
		if p.Share > 100 {
			l.Add("share", fault.NewCatalogue().New("X-SHARE"))
		}
		if p.Remark == "" {
			l.Add("remark", fault.NewCatalogue().New("X-REMARK"))
		}
		l.Add("", fault.NewCatalogue().New("X-ROW").AsAdvisory())
		return l.Err()
	}
	result := form.Read(csvRows("岗位编号,岗位名称,全时比例（%）,备注\nA,\u200b,200,\nB,站长,50,x\n"))
	want := []string{
		"第2行.岗位名称 SHEET-INVISIBLE", "第2行.全时比例（%） X-SHARE", "第2行.remark X-REMARK", "第2行 X-ROW advisory", "第3行 X-ROW advisory"}
	if diff := cmp.Diff(want, lines(result.Faults)); diff != "" {
		t.Error(diff)
	}
	if len(result.Rows) != 1 || result.Rows[0].Number != 3 {
		t.Error("an advisory of the check refuses its row:", result.Rows)
	}
}

// What a check says of an element stands under its list's header, and what a cell has said already is not said again.
func TestCheckSpeaksOfParts(t *testing.T) {
	type row struct {
		ID, Name, Full string
		Kind           kind
	}
	form := sheet.Form[row]{
		Columns: []sheet.Column[row]{
			sheet.Ref("编号", func(r *row) *string { return &r.ID }).At("id").AsID(),
			sheet.Text("名称", func(r *row) *string { return &r.Name }).At("name").AsRequired(),
			sheet.Text("全称", func(r *row) *string { return &r.Full }).At("name.full"),
			sheet.Key("类别", kinds(), func(r *row) *kind { return &r.Kind }).At("kind"),
		},
		Check: func(r *row) error {
			var l fault.List
			for _, path := range []string{"name[1]", "name.full.zh", "name.short", "names"} {
				l.Add(path, fault.NewCatalogue().New("X-PART"))
			}
			l.Add("kind", kinds().Check(r.Kind))
			l.Add("kind", fault.NewCatalogue().New("X-KIND"))
			return l.Err()
		},
	}
	result := form.Read(csvRows("编号,名称,类别\n1,甲,newer\n"))
	want := []string{"第2行.类别 VOCAB-UNKNOWN advisory", "第2行.名称 X-PART", "第2行.全称 X-PART", "第2行.名称 X-PART", "第2行.names X-PART", "第2行.类别 X-KIND"}
	if diff := cmp.Diff(want, lines(result.Faults)); diff != "" {
		t.Error(diff)
	}
	result = form.Read(csvRows("编号,类别\n1,newer\n"))
	want = []string{"第1行.名称 SHEET-MISSING-COLUMN", "第2行.类别 VOCAB-UNKNOWN advisory", "第2行.全称 X-PART", "第2行.names X-PART", "第2行.类别 X-KIND"}
	if diff := cmp.Diff(want, lines(result.Faults)); diff != "" {
		t.Error("of a missing column no more is said: ", diff)
	}
}

// What a spreadsheet puts around a text is no text: a cell of nothing else is blank.
func TestMarksAloneAreBlank(t *testing.T) {
	type row struct{ ID, Station, Note string }
	form := sheet.Form[row]{Columns: []sheet.Column[row]{
		sheet.Ref("编号", func(r *row) *string { return &r.ID }).AsID(),
		sheet.Ref("站点", func(r *row) *string { return &r.Station }).AsRequired(),
		sheet.Ref("备注", func(r *row) *string { return &r.Note }),
	}}
	for _, cell := range []string{"'", "''", `"="""""`, `"'="""""`, "’"} {
		result := form.Read(csvRows("编号,站点,备注\n" + cell + "," + cell + "," + cell + "\nA,B,C\n"))
		want := []string{"第2行.编号 SHEET-BLANK", "第2行.站点 SHEET-BLANK"}
		if cell == "’" { // a mark of Chinese, which no program adds
			want = []string{}
		}
		if diff := cmp.Diff(want, lines(result.Faults)); diff != "" {
			t.Errorf("%s: %s", cell, diff)
		}
	}
}

// A line has ended the same way whatever program wrote the file.
func TestAnIDOfTwoLinesHasOneKindOfBreak(t *testing.T) {
	type row struct{ ID string }
	form := sheet.Form[row]{Columns: []sheet.Column[row]{sheet.Ref("编号", func(r *row) *string { return &r.ID }).AsID()}}
	for _, end := range []string{"\n", "\r", "\r\n"} {
		result := form.Read(csvRows("编号\n\"A" + end + "1\"\n"))
		if got := result.Values(); len(got) != 1 || got[0].ID != "A\n1" {
			t.Errorf("%q: %q %v", end, got, result.Faults)
		}
	}
}

// A refused row is remembered by its ID, which may be somebody's number.
func TestResultsPrintNoRefusedID(t *testing.T) {
	type row struct {
		ID   identity.ResidentID
		Name string
	}
	form := sheet.Form[row]{Columns: []sheet.Column[row]{
		sheet.Personal("身份证号", func(r *row) *identity.ResidentID { return &r.ID }).AsID(),
		sheet.Text("村居", func(r *row) *string { return &r.Name }).AsRequired(),
	}}
	result := form.Read(csvRows("身份证号,村居\n11010519491231002X,\n"))
	if text := fmt.Sprintf("%v %+v %#v", result, result, result); strings.Contains(text, "11010519491231002X") {
		t.Error(text)
	}
}

func TestEachStreams(t *testing.T) {
	made := 0
	source := func(yield func([]string, error) bool) {
		row := []string{"岗位编号", "岗位名称", "不明"}
		for yield(row, nil) {
			made++
			row[0], row[1], row[2] = fmt.Sprint(made), "站长", "" // the slice is reused, as CSV does
		}
	}
	var got []string
	for row := range posts().Each(source, sheet.IgnoreUnknown()) {
		got = append(got, fmt.Sprintf("%d %t %s", row.Number, row.OK, row.Value.ID))
		if row.Number == 25 {
			break
		}
	}
	if len(got) != 25 || got[0] != "1 false " || got[1] != "2 true 1" || got[24] != "25 true 24" || made != 24 {
		t.Error(made, got)
	}
	for _, file := range []string{ // stopping at each kind of row
		"\"a\"b\n岗位编号,岗位名称\nA,站长\n", "岗位编号\nA,站长\n", "x\n\"a\"b\n", "岗位编号,岗位名称\nA,站长\nB,站长\n", "岗位编号,岗位名称\n\"A\"b\nB,站长\n", "",
	} {
		n := 0
		for range posts().Each(csvRows(file)) {
			if n++; n > 1 {
				t.Fatal("went on")
			}
			break
		}
	}
}

func TestAFaultNeverHidesAnother(t *testing.T) {
	const good = "岗位编号,岗位名称,全时比例（%）,备注\nA,站长,100,x\nB,督导,50,\nC,社工,20,y\nD,社工,20,z\n"
	plant := []struct {
		row, column int
		cell        string
	}{
		{1, 0, ""}, {1, 1, "\u200b"}, {1, 2, "多"}, {1, 3, "\xff"}, {2, 0, "3E+17"}, {2, 1, ""}, {2, 2, ""}, {2, 3, "\uFFFD"}, {3, 2, "9.5"},
		{3, 0, "D"}, {4, 1, " "}, {4, 2, "99999999999999999999"},
	}
	cells, _ := grid(csvRows(good))
	faults := func(mask int) []string {
		table := make([][]string, len(cells))
		for i := range cells {
			table[i] = slices.Clone(cells[i])
		}
		for i, p := range plant {
			if mask>>i&1 == 1 {
				table[p.row][p.column] = p.cell
			}
		}
		return lines(posts().Read(rows(table...)).Faults)
	}
	single := make([][]string, len(plant))
	for i := range plant {
		if single[i] = faults(1 << i); len(single[i]) != 1 {
			t.Fatal(plant[i], single[i])
		}
	}
	for mask := range 1 << len(plant) {
		want := []string{}
		for i := range plant {
			if mask>>i&1 == 1 {
				want = append(want, single[i]...)
			}
		}
		got := faults(mask)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Fatalf("planted %v, found %v", want, got)
		}
	}
}

func TestFormsWithMistakesAreRefused(t *testing.T) {
	text := sheet.Text("备注", func(p *post) *string { return &p.Remark })
	noGet, noSet := text, text
	noGet.Get, noSet.Set = nil, nil
	for name, columns := range map[string][]sheet.Column[post]{
		"none": nil, "no header": {text.Alias("")}, "no get": {noGet}, "no set": {noSet}, "twice": {text, text},
		"alias of another": {text, sheet.Text("说明", func(p *post) *string { return &p.Title }).Alias("备 注")},
	} {
		form := sheet.Form[post]{Columns: columns}
		if err := form.Validate(); !errors.Is(err, sheet.ErrForm) {
			t.Error(name, err)
		}
		if r := form.Read(csvRows("备注\nx\n")); !r.Faults.Has(sheet.ErrForm) || len(r.Rows) > 0 {
			t.Error(name, "was read:", r)
		}
		if _, errs := grid(form.Write(slices.Values([]post{{}}))); len(errs) != 1 || !errors.Is(errs[0], sheet.ErrForm) {
			t.Error(name, "was written:", errs)
		}
	}
	if err := (sheet.Form[post]{Columns: []sheet.Column[post]{text.Alias("备 注", "说明")}}).Validate(); err != nil {
		t.Error("an alias may look like its own header:", err)
	}
	if err := posts().Only("备注", "没有的列").Validate(); !errors.Is(err, sheet.ErrForm) {
		t.Error("a header it does not have:", err)
	}
}

func TestFormsAreChangedByCopy(t *testing.T) {
	form := posts()
	text := sheet.Text("备注", func(p *post) *string { return &p.Title })
	more := form.With(text, sheet.Text("说明", func(p *post) *string { return &p.Remark }))
	if diff := cmp.Diff([]string{"岗位编号", "岗位名称", "全时比例（%）", "备注", "说明"}, more.Headers()); diff != "" {
		t.Error(diff)
	}
	p := post{Title: "站长", Remark: "x"}
	if more.Columns[3].Get(&p) != "站长" || form.Columns[3].Get(&p) != "x" || len(form.Columns) != 4 {
		t.Error("With changed the form it was called on, or replaced nothing")
	}
	if diff := cmp.Diff([]string{"备注", "岗位编号"}, form.Only("备注", "岗位编号").Headers()); diff != "" {
		t.Error(diff)
	}
	form.Columns[1].Aliases = slices.Grow(form.Columns[1].Aliases, 9) // room that copies must not share
	a := form.Columns[1].Alias("甲")
	b := form.Columns[1].Alias("乙")
	if a.Aliases[2] != "甲" || b.Aliases[2] != "乙" || len(form.Columns[1].Aliases) != 2 {
		t.Error("aliases are shared")
	}
}

func TestWriteStopsAndRefuses(t *testing.T) {
	values := []post{{ID: "A", Title: "\xff", Remark: "\uFFFD"}, {ID: "B", Title: "站长", Share: -5}}
	cells, errs := grid(posts().Write(slices.Values(values)))
	if diff := cmp.Diff([]string{"第2行.岗位名称 SHEET-DAMAGED", "第2行.备注 SHEET-DAMAGED"}, lines(fault.Of(errs[1]))); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"B", "站长", "-5", ""}, cells[2]); diff != "" {
		t.Error(diff)
	}
	for stop := range 3 {
		n := 0
		for range posts().Write(slices.Values(values)) {
			if n++; n > stop {
				break
			}
		}
		if n != stop+1 {
			t.Error("went on after", stop)
		}
	}
}

func TestPlacesAreTakenApart(t *testing.T) {
	c := fault.NewCatalogue()
	for path, want := range map[string]string{
		"第17行.姓名": "17 姓名 true", "第17行": "17  true", "a.csv.第3行.F列": "3 F列 true", "第一批.csv.第3行.posts[0].title": "3 posts[0].title true",
		"第4行档案.csv.第3行.姓名": "3 姓名 true", "第2批第3行": "3  true", "姓名": "0  false", "": "0  false", "第x行.a": "0  false", "第+3行": "0  false", "第3": "0  false",
	} {
		row, column, ok := sheet.Place(c.New("X-Y").At(path))
		if got := fmt.Sprintf("%d %s %t", row, column, ok); got != want {
			t.Errorf("%s: %s, want %s", path, got, want)
		}
	}
	if sheet.RowPath(17) != "第17行" {
		t.Error(sheet.RowPath(17))
	}
}

func TestColumnsGoByTheirLetters(t *testing.T) {
	cells := make([]string, 705)
	cells[0], cells[1] = "岗位编号", "岗位名称"
	want := map[int]string{2: "C列", 25: "Z列", 26: "AA列", 51: "AZ列", 52: "BA列", 701: "ZZ列", 702: "AAA列", 704: "AAC列"}
	for i := range want {
		cells[i] = "未知"
	}
	for _, f := range posts().Read(rows(cells)).Faults {
		_, letters, _ := sheet.Place(f)
		found := false
		for i, l := range want {
			if l == letters {
				found = true
				delete(want, i)
			}
		}
		if !found {
			t.Error(letters)
		}
	}
	if len(want) > 0 {
		t.Error("not reported:", want)
	}
}
