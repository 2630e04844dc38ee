package reporting_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/go-playground/validator/v10"
	"github.com/google/go-cmp/cmp"
	"github.com/shopspring/decimal"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/reporting"
	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

func cases() reporting.Indicator {
	return reporting.Indicator{Code: "CASES", Name: "个案服务", Basis: measure.Cases, Nature: reporting.Flow, Version: 1}
}

func resources() reporting.Indicator {
	return reporting.Indicator{Code: "RESOURCES", Name: "资源折合", Basis: measure.Yuan, Nature: reporting.Flow, Version: 2}
}

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// say makes a figure of the cases, or ends the test.
func say(t *testing.T, i reporting.Indicator, value string, f reporting.Form, o reporting.Origin) reporting.Figure {
	t.Helper()
	figure, err := reporting.Say(i, dec(value), f, o)
	if err != nil {
		t.Fatal(err)
	}
	return figure
}

// codes lists path and code of every fault.
func codes(err error) []string {
	var out []string
	for _, f := range fault.Of(err) {
		out = append(out, strings.TrimSpace(f.Path()+" "+string(f.Code())))
	}
	return out
}

func hundreds(w zh.Wording) reporting.Form { return reporting.Form{Step: measure.Int(100), Wording: w} }

func TestIndicatorReportsEveryProblem(t *testing.T) {
	if err := cases().Validate(); err != nil {
		t.Fatal(err)
	}
	bad := reporting.Indicator{Code: "-个案", Name: " ", Basis: "heads", Word: "坨", Version: 0}
	want := []string{"code REPORTING-CODE", "name REPORTING-REQUIRED", "basis VOCAB-UNKNOWN", "word VOCAB-UNKNOWN",
		"nature REPORTING-REQUIRED", "version REPORTING-VERSION"}
	if d := cmp.Diff(want, codes(bad.Validate())); d != "" {
		t.Error(d)
	}
	i := cases()
	i.Word, i.Nature = measure.WordRen, "sometimes"
	if d := cmp.Diff([]string{"word REPORTING-UNIT", "nature VOCAB-UNKNOWN"}, codes(i.Validate())); d != "" {
		t.Error(d)
	}
	i = reporting.Indicator{Code: strings.Repeat("A", 65), Name: "甲", Nature: reporting.Stock, Version: 1}
	if d := cmp.Diff([]string{"code REPORTING-CODE", "basis REPORTING-REQUIRED"}, codes(i.Validate())); d != "" {
		t.Error(d)
	}
	if got := (reporting.Indicator{Basis: measure.Persons, Word: measure.WordMing}).Unit(); got != measure.WordMing {
		t.Errorf("unit %q", got)
	}
}

// What the tags refuse, Validate refuses too: nobody has to run both.
func TestIndicatorIsNoLongerThanItsTags(t *testing.T) {
	i := cases()
	i.Name, i.English, i.Definition = strings.Repeat("个", 80), strings.Repeat("c", 120), strings.Repeat("义", 1000)
	if err := i.Validate(); err != nil {
		t.Error(err)
	}
	i.Name, i.English, i.Definition = i.Name+"个", i.English+"c", i.Definition+"义"
	want := []string{"name REPORTING-LONG", "english REPORTING-LONG", "definition REPORTING-LONG"}
	if d := cmp.Diff(want, codes(i.Validate())); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(len(want), len(validator.New().Struct(i).(validator.ValidationErrors))); d != "" {
		t.Error("the tags say something else: " + d)
	}
}

func TestCheckValue(t *testing.T) {
	hours := cases()
	hours.Basis = measure.Hours
	for _, c := range []struct {
		indicator reporting.Indicator
		value     string
		code      fault.Code
	}{
		{cases(), "0", ""}, {cases(), "1637", ""}, {cases(), "1637.000", ""}, {cases(), "9000000000000000", ""},
		{cases(), "0.5", reporting.ErrWhole}, {cases(), "-1", reporting.ErrNegative},
		{cases(), "1e16", reporting.ErrSize}, {cases(), "1e999", reporting.ErrSize}, {cases(), "1e-999", reporting.ErrWhole},
		{resources(), "12.34", ""}, {resources(), "-12.34", ""}, {resources(), "12.345", reporting.ErrWhole},
		{resources(), "12.3451", reporting.ErrWhole},
		{hours, "2.125", ""}, {hours, "2.1255", reporting.ErrWhole}, {hours, "-2", reporting.ErrNegative},
	} {
		err := c.indicator.CheckValue(dec(c.value))
		if c.code == "" && err != nil || c.code != "" && !errors.Is(err, c.code) {
			t.Errorf("%s of %s: %v, want %q", c.value, c.indicator.Basis, err, c.code)
		}
	}
}

func TestSay(t *testing.T) {
	teams := reporting.Indicator{Code: "T", Name: "队伍", Basis: measure.Teams, Nature: reporting.Stock, Version: 1}
	for _, c := range []struct {
		indicator reporting.Indicator
		value     string
		form      reporting.Form
		want      string
	}{
		{cases(), "1637", hundreds(zh.More), "1600余个"},
		{cases(), "1637", reporting.Form{}, "1637个"},
		{cases(), "12140", reporting.Form{Scale: zh.Wan}, "1.214万个"},
		{resources(), "52318.60", reporting.Form{Step: measure.Int(10000), Scale: zh.Wan, Wording: zh.Odd}, "5万多元"},
		{resources(), "52318.60", reporting.Form{}, "52318.6元"},
		{teams, "2", reporting.Form{InWords: true}, "两支"},
		{teams, "12", reporting.Form{InWords: true, Wording: zh.Exact}, "十二支"},
	} {
		f, err := reporting.Say(c.indicator, dec(c.value), c.form, reporting.Origin{})
		if err != nil || f.String() != c.want || f.State() != reporting.Known || !f.Reading().Contains(dec(c.value)) {
			t.Errorf("%s: %v, %v, want %s", c.value, f, err, c.want)
		}
		if v, ok := f.Value(); !ok || !v.Equal(dec(c.value)) {
			t.Errorf("%s: value lost", c.want)
		}
	}
}

func TestSayRefuses(t *testing.T) {
	_, err := reporting.Say(reporting.Indicator{}, dec("0.5"), reporting.Form{Wording: "rather"}, reporting.Origin{Grade: "hearsay"})
	want := []string{"indicator.code REPORTING-CODE", "indicator.name REPORTING-REQUIRED", "indicator.basis REPORTING-REQUIRED",
		"indicator.nature REPORTING-REQUIRED", "indicator.version REPORTING-VERSION", "value REPORTING-WHOLE",
		"form.wording REPORTING-WORDING", "origin.grade VOCAB-UNKNOWN"}
	if d := cmp.Diff(want, codes(err)); d != "" {
		t.Error(d)
	}
	for _, form := range []reporting.Form{
		{InWords: true, Step: measure.Int(1)}, {InWords: true, Scale: zh.Wan}, {InWords: true, Wording: zh.More},
	} {
		if _, err := reporting.Say(cases(), dec("3"), form, reporting.Origin{}); !errors.Is(err, reporting.ErrWords) {
			t.Errorf("%+v: %v", form, err)
		}
	}
	_, err = reporting.Say(cases(), dec("1600"), hundreds(zh.More), reporting.Origin{})
	if d := cmp.Diff([]string{"value " + string(zh.ErrUntrue)}, codes(err)); d != "" {
		t.Error(d)
	}
	tera := cases()
	tera.Basis = measure.Teams
	if _, err := reporting.Say(tera, dec("1000000000000000"), reporting.Form{InWords: true}, reporting.Origin{}); err != nil {
		t.Errorf("a large number in characters: %v", err)
	}
}

func TestQuote(t *testing.T) {
	f, err := reporting.Quote(cases(), "1600余个", reporting.Origin{Grade: vocab.Reported})
	if err != nil {
		t.Fatal(err)
	}
	if _, known := f.Value(); known || f.State() != reporting.Unverified || f.String() != "1600余个" {
		t.Errorf("%v, state %s", f, f.State())
	}
	if d := cmp.Diff(hundreds(zh.More), f.Form()); d != "" {
		t.Error(d)
	}
	if f.Reading().Contains(dec("1600")) || !f.Reading().Contains(dec("1601")) {
		t.Error("the interval is wrong")
	}
	if exact, err := reporting.Quote(cases(), "25个", reporting.Origin{}); err != nil || exact.Form().Step.Sign() != 0 {
		t.Errorf("an exact phrase has no step: %+v, %v", exact.Form(), err)
	}
	for phrase, want := range map[string][]string{
		"1600余家":  {"phrase REPORTING-UNIT"},
		"":        {"phrase " + string(zh.ErrFigure)},
		"近1600余个": {"phrase " + string(zh.ErrContradiction)},
	} {
		if _, err := reporting.Quote(cases(), phrase, reporting.Origin{}); !cmp.Equal(want, codes(err)) {
			t.Errorf("%q: %v, want %v", phrase, codes(err), want)
		}
	}
	if err := f.Published("1600余个"); err != nil {
		t.Error(err)
	}
	if err := f.Published("1600多个"); !errors.Is(err, reporting.ErrPhrase) {
		t.Errorf("another phrase: %v", err)
	}
}

func TestIntervals(t *testing.T) {
	for phrase, want := range map[string]string{
		"68个": "等于68", "1600余个": "大于1,600、小于1,700", "超15万人": "大于150,000", "不足5万元": "小于50,000",
		"约300人": "不小于250、不大于350", "5人以上": "不小于5", "300人以内": "不大于300", "近950个": "大于940、小于950",
	} {
		if got := reporting.Interval(zh.MustParseFigure(phrase)); got != want {
			t.Errorf("%s: %s, want %s", phrase, got, want)
		}
	}
}

func TestFigureTableAndTrace(t *testing.T) {
	invented := reporting.Origin{Source: "季报", Record: "第3行", Grade: vocab.Fictitious, Period: cal.Half(2022, 1)}
	known := say(t, cases(), "1637", hundreds(zh.More), invented)
	quoted, err := reporting.Quote(resources(), "约121.4万余元", reporting.Origin{Grade: vocab.Recalled})
	if err != nil {
		t.Fatal(err)
	}
	bare := say(t, cases(), "12", reporting.Form{}, reporting.Origin{Source: "月报", Grade: vocab.Official})
	table := reporting.FigureTable("核对", known, quoted, bare)
	var rows []string
	for _, r := range table.Rows {
		var cells []string
		for _, c := range r {
			cells = append(cells, c.String())
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	want := []string{
		"个案服务|个案数（时期数）|1,637|1600余个|大于1,600、小于1,700|季报 第3行（示例）",
		"资源折合|金额（时期数）|未核验|约121.4万余元|大于1,214,000、小于1,215,000|据记忆",
		"个案服务|个案数（时期数）|12|12个|等于12|月报",
	}
	if d := cmp.Diff(want, rows); d != "" {
		t.Error(d)
	}
	doc := reporting.Document{Blocks: []reporting.Block{reporting.Text("概况"), reporting.Sentence{reporting.Words("个案"), known}, table}}
	traces := doc.Trace()
	if len(traces) != 4 {
		t.Fatalf("%d traces", len(traces))
	}
	got, err := json.Marshal(traces[0])
	wantJSON := `{"at":"blocks[1][1]","phrase":"1600余个","state":"known","indicator":"CASES","version":1,"name":"个案服务",` +
		`"basis":"cases","nature":"flow","value":"1637","interval":"大于1,600、小于1,700","step":"100","wording":"more",` +
		`"period":"2022-01-01/2022-07-01","source":"季报","record":"第3行","grade":"fictitious"}`
	if err != nil || string(got) != wantJSON {
		t.Errorf("got  %s, %v\nwant %s", got, err, wantJSON)
	}
	if traces[2].At != "blocks[2].rows[1][3]" || traces[2].Value != "" || traces[2].State != reporting.Unverified {
		t.Errorf("%+v", traces[2])
	}
	for at := range doc.Figures() { // stops when asked to
		if at != "blocks[1][1]" {
			t.Errorf("first figure at %s", at)
		}
		break
	}
	for at := range (reporting.Document{Blocks: []reporting.Block{table}}).Figures() {
		if at != "blocks[0].rows[0][3]" {
			t.Errorf("first figure of a table at %s", at)
		}
		break
	}
	if known.Indicator().Code != "CASES" || known.Origin() != invented {
		t.Error("a figure must keep indicator and origin")
	}
}

func TestFiguresAreEqualInEverythingOrNot(t *testing.T) {
	origin := reporting.Origin{Source: "季报", Record: "第3行"}
	f := say(t, cases(), "1637", hundreds(zh.More), origin)
	quoted, err := reporting.Quote(cases(), "1600余个", origin)
	if err != nil {
		t.Fatal(err)
	}
	renamed := cases()
	renamed.Version++
	for name, o := range map[string]reporting.Figure{
		"none": {}, "quoted": quoted, "value": say(t, cases(), "1638", hundreds(zh.More), origin),
		"indicator": say(t, renamed, "1637", hundreds(zh.More), origin),
		"form":      say(t, cases(), "1637", hundreds(zh.About), origin),
		"origin":    say(t, cases(), "1637", hundreds(zh.More), reporting.Origin{}),
	} {
		if f.Equal(o) || o.Equal(f) {
			t.Errorf("%s: equal to another figure", name)
		}
	}
	// Two decimals of one value are one value, though == tells them apart.
	same := say(t, cases(), "1637.000", hundreds(zh.More), origin)
	if !f.Equal(same) || !(reporting.Figure{}).Equal(reporting.Figure{}) {
		t.Error("not equal to itself")
	}
	a := reporting.Document{Title: "甲", Blocks: []reporting.Block{reporting.Sentence{reporting.Words("个案"), f}}}
	b := reporting.Document{Title: "甲", Blocks: []reporting.Block{reporting.Sentence{reporting.Words("个案"), same}}}
	if d := cmp.Diff(a, b); d != "" {
		t.Error(d)
	}
}

// A log line or a template that meets a figure shows its phrase and not an empty object.
func TestFigureIsItsPhraseInText(t *testing.T) {
	f := say(t, cases(), "1637", hundreds(zh.More), reporting.Origin{})
	got, err := json.Marshal(reporting.Sentence{reporting.Words("个案"), f, reporting.Figure{}})
	if err != nil || string(got) != `["个案","1600余个",""]` {
		t.Errorf("%s, %v", got, err)
	}
}

func TestDocumentValidate(t *testing.T) {
	f := say(t, cases(), "5", reporting.Form{}, reporting.Origin{})
	good := reporting.Document{Blocks: []reporting.Block{
		reporting.Heading{Level: 4, Text: "一"}, reporting.Text(""), reporting.Sentence{f}, reporting.Attribution("甲"),
		reporting.Table{Columns: make([]reporting.Column, 2), Rows: [][]reporting.Part{{f, reporting.Withheld}}},
	}}
	if err := good.Validate(); err != nil {
		t.Error(err)
	}
	bad := reporting.Document{Blocks: []reporting.Block{
		nil, reporting.Heading{Level: 5}, reporting.Heading{}, reporting.Sentence{nil, reporting.Figure{}},
		reporting.Table{Columns: make([]reporting.Column, 1), Rows: [][]reporting.Part{{f, f}, {reporting.Figure{}}, {}}},
	}}
	want := []string{"blocks[0] REPORTING-REQUIRED", "blocks[1].level REPORTING-LEVEL", "blocks[2].level REPORTING-LEVEL",
		"blocks[3][0] REPORTING-REQUIRED", "blocks[3][1] REPORTING-FIGURE", "blocks[4].rows[0] REPORTING-SHAPE",
		"blocks[4].rows[1][0] REPORTING-FIGURE", "blocks[4].rows[2] REPORTING-SHAPE"}
	if d := cmp.Diff(want, codes(bad.Validate())); d != "" {
		t.Error(d)
	}
}

func TestAdvise(t *testing.T) {
	cash, err := reporting.Say(resources(), dec("1214386.25"),
		reporting.Form{Step: measure.Int(1000), Scale: zh.Wan, Wording: zh.AboutMore}, reporting.Origin{})
	if err != nil {
		t.Fatal(err)
	}
	doc := reporting.Document{Blocks: []reporting.Block{
		reporting.Text("2022年年中，各地服务1633人次，推进五社联动。"),
		reporting.Sentence{reporting.Words("链接资源"), cash, reporting.Words("，另有一个站点和近50余人参加。")},
		reporting.Table{}, reporting.Attribution("300人"),
	}}
	var got []string
	for _, h := range doc.Advise() {
		got = append(got, h.At+" "+h.Excerpt+" "+string(h.Fault.Code()))
	}
	want := []string{
		"blocks[0] 1633人次 REPORTING-LOOSE",
		"blocks[1] 约121.4万余元 " + string(zh.ErrRedundant),
		"blocks[1] 近50余人 " + string(zh.ErrContradiction),
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	doc = reporting.Document{Blocks: []reporting.Block{reporting.Sentence{say(t, cases(), "5", reporting.Form{}, reporting.Origin{})}}}
	if hints := doc.Advise(); len(hints) != 0 {
		t.Errorf("a traced figure is not loose: %v", hints)
	}
}

func TestStates(t *testing.T) {
	for s, want := range map[reporting.State]string{
		reporting.Missing: "…", reporting.NotApplicable: "—", reporting.Withheld: "*", reporting.Unverified: "未核验", "": "",
	} {
		if got := s.String(); got != want {
			t.Errorf("%q prints %q, want %q", string(s), got, want)
		}
	}
	if got := reporting.States().Name(reporting.Known, language.English); got != "known" {
		t.Error(got)
	}
	if !(reporting.Figure{}).IsZero() || (reporting.Figure{}).String() != "" {
		t.Error("the zero figure says something")
	}
}

func TestSentencePunctuation(t *testing.T) {
	s := reporting.Sentence{reporting.Words("县（市、区），共"), say(t, resources(), "1234.5", reporting.Form{}, reporting.Origin{})}
	if got, want := s.Print(zh.ASCII), "县(市、区),共1234.5元"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := len(s.Figures()); got != 1 {
		t.Errorf("%d figures", got)
	}
}
