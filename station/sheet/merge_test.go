package sheet_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/sheet"
)

// member is a row with every kind of column that matters to merging.
type member struct {
	Station, Number string
	Name            identity.Name
	Remark          string
	Skills          []string
	Changed         cal.Date
}

func members() sheet.Form[member] {
	return sheet.Form[member]{Columns: []sheet.Column[member]{
		sheet.Ref("站点", func(m *member) *string { return &m.Station }).AsID(),
		sheet.Ref("编号", func(m *member) *string { return &m.Number }).AsID(),
		sheet.Personal("姓名", func(m *member) *identity.Name { return &m.Name }),
		{Header: "备注", // a column made by hand, compared and copied by its text
			Set: func(m *member, s string) error { m.Remark = s; return nil },
			Get: func(m *member) string { return m.Remark }},
		sheet.List("特长", func(m *member) *[]string { return &m.Skills }, sheet.TextCell[string]()),
		sheet.Date("更新日期", func(m *member) *cal.Date { return &m.Changed }),
	}}
}

func stamp(m *member) time.Time { return m.Changed.Time() }

func plan(t *testing.T, m sheet.Merge[member], existing []member, file string) sheet.Plan[member] {
	t.Helper()
	p, err := m.Plan(slices.Values(existing), m.Form.Read(csvRows(file)))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestWhoWins(t *testing.T) {
	record := member{Station: "SH", Number: "1", Remark: "旧", Changed: cal.MustParse("2022-01-01")}
	blank := member{Station: "SH", Number: "1", Changed: cal.MustParse("2022-01-01")}
	for _, c := range []struct {
		rule     sheet.Rule
		existing member
		remark   string // in the file
		changed  string
		action   sheet.Action
		want     string // afterwards
	}{
		{sheet.Incoming, record, "新", "2022-01-01", sheet.Updated, "新"},
		{sheet.Incoming, record, "", "2022-01-01", sheet.Updated, ""},
		{sheet.Existing, record, "新", "2022-01-01", sheet.Kept, "旧"},
		{sheet.Existing, blank, "新", "2022-01-01", sheet.Kept, ""},
		{sheet.NonBlank, record, "新", "2022-01-01", sheet.Updated, "新"},
		{sheet.NonBlank, record, "", "2022-01-01", sheet.Kept, "旧"},
		{sheet.FillIn, record, "新", "2022-01-01", sheet.Kept, "旧"},
		{sheet.FillIn, blank, "新", "2022-01-01", sheet.Updated, "新"},
		{sheet.Newer, record, "新", "2022-01-02", sheet.Updated, "新"},
		{sheet.Newer, record, "新", "2021-12-31", sheet.Kept, "旧"},
		{sheet.Newer, record, "新", "", sheet.Kept, "旧"},
		{sheet.Newer, record, "新", "2022-01-01", sheet.Refused, "旧"},
		{sheet.Agree, record, "新", "2022-01-01", sheet.Refused, "旧"},
		{sheet.Agree, record, "旧", "2022-01-01", sheet.Unchanged, "旧"},
	} {
		m := sheet.Merge[member]{Form: members(), Rule: c.rule, Rules: map[string]sheet.Rule{"更新日期": sheet.Newer}, Stamp: stamp}
		p := plan(t, m, []member{c.existing}, fmt.Sprintf("站点,编号,备注,更新日期\nSH,1,%s,%s\n", c.remark, c.changed))
		got := p.Changes[0]
		if got.Action != c.action || got.After.Remark != c.want || got.Row != 2 || got.Before.Remark != c.existing.Remark {
			t.Errorf("%s, %q over %q: %s, %q", c.rule, c.remark, c.existing.Remark, got.Action, got.After.Remark)
		}
		if refused := c.action == sheet.Refused; refused != p.Faults.Has(sheet.ErrConflict) || refused && p.Faults[0].Path() != "第2行.备注" {
			t.Error(c.rule, p.Faults)
		}
	}
}

func TestPlansNameFieldsAndNeverContents(t *testing.T) {
	existing := []member{
		{Station: "SH", Number: "1", Name: identity.MustParseName("陈小虚"), Remark: "秘密一", Skills: []string{"绘画"}},
		{Station: "SH", Number: "2", Name: identity.MustParseName("陈大虚")},
		{Station: "SH1", Number: "", Remark: "没有编号"},
		{Station: "SH", Number: "2", Remark: "重复"},
		{Station: "S", Number: "H1"},
		{Station: "SH", Number: "9", Remark: "来表此行有误"},
	}
	file := "编号,站点,姓名,备注,特长\n1,SH,陈中虚,秘密二,绘画\n2,SH,陈大虚,,\n3,SH,林小虚,,书法、绘画\n9,SH,陈1,,\n"
	m := sheet.Merge[member]{Form: members(), Rule: sheet.Incoming, Rules: map[string]sheet.Rule{"备注": sheet.Agree}}
	p := plan(t, m, existing, file)
	want := []string{"2 refused [{姓名 incoming} {备注 }]", "3 unchanged []", "4 added []"}
	var got []string
	for _, c := range p.Changes {
		got = append(got, fmt.Sprint(c.Row, " ", c.Action, " ", c.Fields))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"existing[2] SHEET-NO-ID", "existing[3] SHEET-TWICE", "第2行.备注 SHEET-CONFLICT"}, lines(p.Faults)); diff != "" {
		t.Error(diff)
	}
	if len(p.Absent) != 3 || p.Absent[2].Number != "H1" || p.Partial {
		t.Errorf("absent: %v", p.Absent)
	}
	if p.Count(sheet.Added) != 1 || p.Count(sheet.Updated) != 0 {
		t.Error("counts")
	}
	if all := fmt.Sprint(p.Faults, p.Changes[0].Fields); strings.Contains(all, "秘密") {
		t.Error("a plan tells contents:", all)
	}
	if all := fmt.Sprintf("%v %+v", p, p); strings.Contains(all, "小虚") || strings.Contains(all, "中虚") {
		t.Error("a plan leaks a name:", all)
	}
	if p.Changes[0].After.Name != existing[0].Name {
		t.Error("a conflict was half taken")
	}
	if p := plan(t, m, existing, file+",SH,,,\n"); !p.Partial {
		t.Error("a row without ID may be any record")
	}
}

func TestMergesWithMistakesAreRefused(t *testing.T) {
	good := sheet.Merge[member]{Form: members(), Rule: sheet.Incoming}
	noID := good
	noID.Form = members().Only("姓名", "备注")
	for name, c := range map[string]struct {
		merge sheet.Merge[member]
		want  fault.Code
	}{
		"no form":      {sheet.Merge[member]{}, sheet.ErrForm},
		"no id":        {noID, sheet.ErrNoID},
		"no rule":      {sheet.Merge[member]{Form: members()}, sheet.ErrRule},
		"unknown rule": {sheet.Merge[member]{Form: members(), Rule: "latest"}, sheet.ErrRule},
		"no stamp":     {sheet.Merge[member]{Form: members(), Rule: sheet.Newer}, sheet.ErrRule},
		"no such column": {sheet.Merge[member]{Form: members(), Rule: sheet.Incoming, Rules: map[string]sheet.Rule{"电话": sheet.Agree}},
			sheet.ErrRule},
	} {
		if _, err := c.merge.Plan(slices.Values([]member(nil)), sheet.Result[member]{}); !errors.Is(err, c.want) {
			t.Error(name, err)
		}
	}
}

func TestAHandMadeColumnThatCannotTakeItsOwnTextIsAConflict(t *testing.T) {
	form := members()
	form.Columns[3].Set = func(m *member, s string) error {
		if s == "不能再读" && m.Number != "" && m.Station != "" && m.Remark != "" {
			return fault.NewCatalogue().New("X-SET")
		}
		m.Remark = s
		return nil
	}
	m := sheet.Merge[member]{Form: form, Rule: sheet.Incoming}
	p := plan(t, m, []member{{Station: "SH", Number: "1", Remark: "旧"}}, "站点,编号,备注,姓名\nSH,1,不能再读,陈小虚\n")
	if p.Changes[0].Action != sheet.Refused || !p.Faults.Has("X-SET") || !p.Changes[0].After.Name.IsZero() {
		t.Errorf("%+v", p)
	}
}

func TestReimportChangesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	pick := func(s ...string) string { return s[r.IntN(len(s))] }
	random := func(i int) member {
		m := member{Station: "SH", Number: fmt.Sprint(i), Remark: pick("", "甲", "乙")}
		if r.IntN(2) == 0 {
			m.Name = identity.MustParseName("陈" + pick("小", "大", "中") + "虚")
		}
		if s := pick("", "绘画", "书法、绘画"); s != "" {
			m.Skills = strings.Split(s, "、")
		}
		if r.IntN(3) > 0 {
			m.Changed = cal.MustParse("2022-01-01").AddDays(r.IntN(3))
		}
		return m
	}
	hit := map[sheet.Action]int{}
	full := members().With(sheet.Reveal("姓名", func(m *member) *identity.Name { return &m.Name }))
	for range 500 {
		var existing, incoming []member
		for i := range 8 {
			if r.IntN(3) > 0 {
				existing = append(existing, random(i))
			}
			if r.IntN(3) > 0 {
				incoming = append(incoming, random(i))
			}
		}
		m := sheet.Merge[member]{Form: members(), Rules: map[string]sheet.Rule{"更新日期": sheet.Newer}, Stamp: stamp}
		for _, h := range []string{"姓名", "备注", "特长"} {
			m.Rules[h] = sheet.Rule(pick("incoming", "existing", "non_blank", "fill_in", "newer", "agree"))
		}
		var file strings.Builder
		if err := (sheet.CSV{}).Write(&file, full.Write(slices.Values(incoming))); err != nil {
			t.Fatal(err)
		}
		first := plan(t, m, existing, file.String())
		after := map[string]member{}
		for _, e := range existing {
			after[e.Number] = e
		}
		for _, c := range first.Changes {
			hit[c.Action]++
			if c.Action == sheet.Added || c.Action == sheet.Updated {
				after[c.After.Number] = c.After
			}
		}
		var saved []member
		for _, m := range after {
			saved = append(saved, m)
		}
		second := plan(t, m, saved, file.String())
		if second.Count(sheet.Added)+second.Count(sheet.Updated) > 0 {
			t.Fatalf("the same file changes something again: %v %+v", m.Rules, second)
		}
	}
	for e := range sheet.Actions().All() {
		if hit[e.Key] == 0 {
			t.Error("never met:", e.Key)
		}
	}
}

func TestAPersonalColumnCanBeTheID(t *testing.T) {
	type person struct {
		Name  identity.Name
		Phone identity.Mobile
	}
	form := sheet.Form[person]{Columns: []sheet.Column[person]{
		sheet.Personal("手机", func(p *person) *identity.Mobile { return &p.Phone }).AsID(),
		sheet.Personal("姓名", func(p *person) *identity.Name { return &p.Name }),
	}}
	file := form.Read(csvRows("手机,姓名\n13957913579,陈小虚\n13957913570,陈大虚\n13957913579,陈中虚\n"))
	if diff := cmp.Diff([]string{"第4行 SHEET-DUPLICATE"}, lines(file.Faults)); diff != "" || len(file.Rows) != 2 {
		t.Fatal(diff)
	}
	existing := []person{{identity.MustParseName("陈太虚"), identity.MustParseMobile("13957913570")}}
	p, err := sheet.Merge[person]{Form: form, Rule: sheet.Incoming}.Plan(slices.Values(existing), file)
	if err != nil || p.Changes[0].Action != sheet.Added || p.Changes[1].Action != sheet.Updated {
		t.Errorf("masks that look alike were taken for one ID, or values that mask alike for equal: %+v %v", p, err)
	}
}

func TestEveryRuleAndActionHasAName(t *testing.T) {
	if sheet.Rules().Len() != 6 || sheet.Actions().Len() != 5 || sheet.Encodings().Len() != 3 {
		t.Error("lists have changed")
	}
	for text := range sheet.Faults().All() {
		if !strings.HasPrefix(string(text.Code), "SHEET-") {
			t.Error(text.Code)
		}
	}
}

func TestAConflictOutweighsAnUpdateAndThatAKeptRecord(t *testing.T) {
	record := member{Station: "SH", Number: "1", Name: identity.MustParseName("陈小虚"), Remark: "旧", Skills: []string{"绘画"}}
	for _, c := range []struct {
		name, remark, skills sheet.Rule
		want                 sheet.Action
	}{
		{sheet.Incoming, sheet.Existing, sheet.Existing, sheet.Updated},
		{sheet.Existing, sheet.Incoming, sheet.Existing, sheet.Updated},
		{sheet.Existing, sheet.Existing, sheet.Existing, sheet.Kept},
		{sheet.Agree, sheet.Incoming, sheet.Existing, sheet.Refused},
		{sheet.Incoming, sheet.Existing, sheet.Agree, sheet.Refused},
		{sheet.Existing, sheet.Agree, sheet.Incoming, sheet.Refused},
	} {
		m := sheet.Merge[member]{Form: members(), Rule: sheet.Incoming, Rules: map[string]sheet.Rule{"姓名": c.name, "备注": c.remark, "特长": c.skills}}
		p := plan(t, m, []member{record}, "站点,编号,姓名,备注,特长\nSH,1,陈大虚,新,书法\n")
		if got := p.Changes[0]; got.Action != c.want || len(got.Fields) != 3 || p.Count(c.want) != 1 {
			t.Errorf("%v: %s %v", c, got.Action, got.Fields)
		}
	}
}

func TestAnIDIsWhatItsKeySays(t *testing.T) {
	form := members()
	form.Columns[1].Key = func(m *member) string { return strings.ToLower(m.Number) }
	p := plan(t, sheet.Merge[member]{Form: form, Rule: sheet.Incoming}, []member{{Station: "SH", Number: "a"}}, "站点,编号\nSH,A\n")
	if p.Changes[0].Action != sheet.Unchanged {
		t.Errorf("the ID itself was merged: %+v", p.Changes)
	}
}
