package check_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/check"
	"github.com/shegong/shegong/station/division"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// holding returns a struct with one field "v" of the value's type and this tag.
func holding(value any, tag string) any {
	field := reflect.StructField{Name: "V", Type: reflect.TypeOf(value), Tag: reflect.StructTag(`json:"v" validate:` + strconv.Quote(tag))}
	s := reflect.New(reflect.StructOf([]reflect.StructField{field})).Elem()
	s.Field(0).Set(reflect.ValueOf(value))
	return s.Interface()
}

// lines returns path, code and text of every fault.
func lines(l fault.List) (out []string) {
	for _, f := range l {
		out = append(out, f.Text(language.Chinese))
	}
	return out
}

func TestTextsTellLengthNumberAndListApart(t *testing.T) {
	none := (*string)(nil)
	for _, c := range []struct {
		value  any
		tag    string
		zh, en string
	}{
		{"", "required", "v：必须填写 [CHECK-REQUIRED]", "v: is required [CHECK-REQUIRED]"},
		{none, "required", "v：必须填写 [CHECK-REQUIRED]", "v: is required [CHECK-REQUIRED]"},
		{none, "max=3", "v：必须填写 [CHECK-REQUIRED]", "v: is required [CHECK-REQUIRED]"}, // not there: its length is no matter
		{[]int(nil), "required", "v：必须填写 [CHECK-REQUIRED]", "v: is required [CHECK-REQUIRED]"},
		{cal.Date{}, "required", "v：必须填写 [CHECK-REQUIRED]", "v: is required [CHECK-REQUIRED]"},
		{known.Value[int]{}, "required", "v：必须填写 [CHECK-REQUIRED]", "v: is required [CHECK-REQUIRED]"},
		{known.Value[int]{}, "gte=0", "v：必须填写 [CHECK-REQUIRED]", "v: is required [CHECK-REQUIRED]"},

		{"社工站社工", "max=4", "v：最多4个字 [CHECK-MAX]", "v: at most 4 characters [CHECK-MAX]"},
		{[]int{1, 2}, "max=1", "v：最多1项 [CHECK-MAX]", "v: at most 1 item [CHECK-MAX]"},
		{map[int]int{1: 1, 2: 2}, "max=1", "v：最多1项 [CHECK-MAX]", "v: at most 1 item [CHECK-MAX]"},
		{[3]int{}, "max=2", "v：最多2项 [CHECK-MAX]", "v: at most 2 items [CHECK-MAX]"},
		{61, "max=60", "v：最多60 [CHECK-MAX]", "v: at most 60 [CHECK-MAX]"},
		{money.MustParse("60.51"), "max=6050", "v：最多60.5元 [CHECK-MAX]", "v: at most 60.5 yuan [CHECK-MAX]"},
		{known.Of(money.MustParse("0.06")), "max=5", "v：最多0.05元 [CHECK-MAX]", "v: at most 0.05 yuan [CHECK-MAX]"},
		{new(money.Amount), "min=100", "v：至少1元 [CHECK-MIN]", "v: at least 1 yuan [CHECK-MIN]"},
		{measure.MustParseQuantity("0.1"), "min=500", "v：至少0.5 [CHECK-MIN]", "v: at least 0.5 [CHECK-MIN]"},

		{"站", "min=2", "v：至少2个字 [CHECK-MIN]", "v: at least 2 characters [CHECK-MIN]"},
		{"", "min=1", "v：至少1个字 [CHECK-MIN]", "v: at least 1 character [CHECK-MIN]"},
		{[]int{}, "min=1", "v：至少1项 [CHECK-MIN]", "v: at least 1 item [CHECK-MIN]"},
		{time.Minute, "min=1h", "v：至少1h [CHECK-MIN]", "v: at least 1h [CHECK-MIN]"},
		{"一二三", "len=2", "v：应为2个字 [CHECK-LEN]", "v: must be exactly 2 characters [CHECK-LEN]"},
		{division.MustParse("3506"), "len=6", "v：应为6个字 [CHECK-LEN]", "v: must be exactly 6 characters [CHECK-LEN]"},
		{7, "len=6", "v：应为6 [CHECK-LEN]", "v: must be exactly 6 [CHECK-LEN]"},
		{money.Amount{}, "gt=0", "v：应超过0元 [CHECK-GT]", "v: must be more than 0 yuan [CHECK-GT]"},
		{"ab", "gt=2", "v：应超过2个字 [CHECK-GT]", "v: must be more than 2 characters [CHECK-GT]"},
		{money.MustParse("-0.01"), "gte=-0", "v：应不少于-0元 [CHECK-GTE]", "v: must not be less than -0 yuan [CHECK-GTE]"},
		{money.MustParse("-2"), "gte=-150", "v：应不少于-1.5元 [CHECK-GTE]", "v: must not be less than -1.5 yuan [CHECK-GTE]"},
		{measure.MustParseRatio("-1/3"), "gte=0", "v：应不少于0 [CHECK-GTE]", "v: must not be less than 0 [CHECK-GTE]"},
		{3, "lt=3", "v：应不足3 [CHECK-LT]", "v: must be less than 3 [CHECK-LT]"},
		{101, "lte=100", "v：应不超过100 [CHECK-LTE]", "v: must not be more than 100 [CHECK-LTE]"},
		{money.MustParse("1"), "lt=0x10", "v：应不足0x10元 [CHECK-LT]", "v: must be less than 0x10 yuan [CHECK-LT]"},

		{"moon", "oneof=town village", "v：应为下列之一：town village [CHECK-ONEOF]", "v: must be one of: town village [CHECK-ONEOF]"},
		{"x", "oneofci=Y N", "v：应为下列之一：Y N [CHECK-ONEOF]", "v: must be one of: Y N [CHECK-ONEOF]"},
		{[]int{1, 1}, "unique", "v：不能有重复项 [CHECK-UNIQUE]", "v: must not repeat itself [CHECK-UNIQUE]"},
		{"一", "number", "v：应为数字 [CHECK-NUMBER]", "v: must be a number [CHECK-NUMBER]"},
		{"一", "numeric", "v：应为数字 [CHECK-NUMBER]", "v: must be a number [CHECK-NUMBER]"},
		{"@", "email", "v：应为电子邮箱地址 [CHECK-EMAIL]", "v: must be an email address [CHECK-EMAIL]"},
		{"@", "url", "v：应为网址 [CHECK-URL]", "v: must be a web address [CHECK-URL]"},
		{"ftp://a", "https_url", "v：应为网址 [CHECK-URL]", "v: must be a web address [CHECK-URL]"},
		{"甲", "ascii", "v：不符合规则“ascii” [CHECK-TAG]", "v: does not satisfy the rule ascii [CHECK-TAG]"},
		{"甲", "startswith=乙", "v：不符合规则“startswith=乙” [CHECK-TAG]", "v: does not satisfy the rule startswith=乙 [CHECK-TAG]"},
		{"甲", "len=3|len=5", "v：不符合规则“len=3|len=5” [CHECK-TAG]", "v: does not satisfy the rule len=3|len=5 [CHECK-TAG]"},
		{"甲", "email|url", "v：不符合规则“email|url” [CHECK-TAG]", "v: does not satisfy the rule email|url [CHECK-TAG]"},
		{"甲", "iscolor", "v：不符合规则“iscolor” [CHECK-TAG]", "v: does not satisfy the rule iscolor [CHECK-TAG]"},
		{time.Time{}, "gt", "v：不符合规则“gt” [CHECK-TAG]", "v: does not satisfy the rule gt [CHECK-TAG]"},
		{1, "isdefault", "v：不符合规则“isdefault” [CHECK-TAG]", "v: does not satisfy the rule isdefault [CHECK-TAG]"},
	} {
		l := check.Struct(holding(c.value, c.tag))
		if len(l) != 1 || l[0].Text(language.Chinese) != c.zh || l[0].Error() != c.en {
			t.Errorf("%T tagged %s: %q %q", c.value, c.tag, lines(l), l.Error())
		}
	}
}

func TestConditionalRules(t *testing.T) {
	type form struct {
		Mode   string `json:"mode"`
		Agent  string `json:"agent" validate:"required_if=Mode outsourced"`
		Direct string `json:"direct" validate:"excluded_if=Mode outsourced"`
		Other  *int   `json:"other" validate:"excluded_with=Mode"`
		Start  int    `json:"start"`
		End    int    `json:"end" validate:"gtefield=Start"`
	}
	n := 1
	got := lines(check.Struct(form{Mode: "outsourced", Direct: "x", Other: &n, Start: 2}))
	want := []string{"agent：必须填写 [CHECK-REQUIRED]", "direct：此时不应填写 [CHECK-EXCLUDED]", "other：此时不应填写 [CHECK-EXCLUDED]",
		"end：不符合规则“gtefield=Start” [CHECK-TAG]"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

type base struct {
	Code string `json:"code" validate:"required"`
}

type Named struct {
	Deep string `validate:"required"`
}

type Word string

type post struct {
	Title string `json:"title" validate:"required,max=6"`
	Share int    `json:"share,omitempty" validate:"gte=1,lte=100"`
}

type site struct {
	base
	*Named
	Word   `validate:"required"`
	Inner  Named                    `json:"a.b[0]"`
	ID     string                   `json:"id" validate:"required,max=64"`
	Posts  []post                   `json:"posts,omitempty" validate:"max=3,dive"`
	Rows   [][]*post                `json:"rows" validate:"dive,dive"`
	Head   *post                    `json:"head,omitempty"`
	Price  money.Amount             `json:"price" validate:"gt=0"`
	Days   map[cal.Date]post        `json:"days" validate:"dive"`
	Who    map[identity.Mobile]post `json:"who" validate:"dive"`
	Names  map[string][]post        `json:"names" validate:"dive,keys,max=4,endkeys,dive"`
	Phones map[int64]int            `json:"phones" validate:"dive,lt=3"`
	Kinds  map[measure.Basis]post   `json:"kinds" validate:"dive"`
	Hidden string                   `json:"-" validate:"required"`
	//lint:ignore SA5008 the odd name is the case
	Dash   string                       `json:"-," validate:"required"`
	Plain  string                       `validate:"required"`
	Blank  string                       `json:",omitempty" validate:"required"`
	Any    any                          `json:"any" validate:"required"`
	Maybe  known.Value[map[string]post] `json:"maybe,omitzero" validate:"omitempty,dive"`
	secret string
}

func unfit() site {
	return site{
		Named: &Named{},
		Posts: []post{{Title: "站长", Share: 50}, {Title: "驻站社会工作者"}},
		Rows:  [][]*post{nil, {nil, {Share: 1}}},
		Head:  &post{Title: "甲", Share: 101},
		Days:  map[cal.Date]post{cal.MustParse("2022-02-01"): {}, cal.MustParse("2022-01-01"): {Share: 1}},
		Who: map[identity.Mobile]post{identity.MustParseMobile("13957913579"): {Title: "甲"},
			identity.MustParseMobile("13957913578"): {Share: 1}},
		Names:  map[string][]post{"陈大文": {{Title: "甲", Share: 1}, {Share: 1}}, "a.b[0].c]x": {}, "].Title": {{}}},
		Phones: map[int64]int{13957913579: 5},
		Kinds:  map[measure.Basis]post{"陈大文": {Title: "甲"}},
		Any:    &post{},
		Maybe:  known.Of(map[string]post{"王": {Title: "甲"}}),
		secret: "unread",
	}
}

var unfitPaths = []string{
	"code REQUIRED", "Deep REQUIRED", "Word REQUIRED", "a.b[0].Deep REQUIRED", "id REQUIRED",
	"posts[1].title MAX", "posts[1].share GTE", "rows[1][1].title REQUIRED", "head.share LTE", "price GT",
	"days[2022-01-01].title REQUIRED", "days[2022-02-01].title REQUIRED", "days[2022-02-01].share GTE",
	"who[***********].title REQUIRED", "who[***********].share GTE",
	"names[*] MAX", "names[*] MAX", "names[*][0].title REQUIRED", "names[*][0].share GTE", "names[*][1].title REQUIRED",
	"phones[*] LT", "kinds[*].share GTE", "Hidden REQUIRED", "- REQUIRED", "Plain REQUIRED", "Blank REQUIRED",
	"any.title REQUIRED", "any.share GTE", "maybe[*].share GTE",
}

func places(l fault.List) (out []string) {
	for _, f := range l {
		out = append(out, f.Path()+" "+strings.TrimPrefix(string(f.Code()), "CHECK-"))
	}
	return out
}

func TestPathsAreJSONNames(t *testing.T) {
	s := unfit()
	if d := cmp.Diff(unfitPaths, places(check.Struct(s))); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(unfitPaths, places(check.Struct(&s))); d != "" {
		t.Errorf("by pointer: %s", d)
	}
}

func TestNoOrderComesFromAMap(t *testing.T) {
	type book struct {
		Days  map[cal.Date]post `json:"days" validate:"dive"`
		Names map[string]post   `json:"names" validate:"dive"`
	}
	b := book{Days: map[cal.Date]post{}, Names: map[string]post{}}
	for i := range 40 {
		b.Days[cal.MustParse("2022-01-01").AddDays(i)] = post{Share: i % 3}
		b.Names[strconv.Itoa(i)] = post{Title: []string{"", "驻站社会工作者"}[i%2], Share: i % 2}
	}
	first := check.Struct(b).Error()
	for range 20 {
		if again := check.Struct(b).Error(); again != first {
			t.Fatalf("%s\n%s", first, again)
		}
	}
	var days []string
	for _, place := range places(check.Struct(b)) {
		if day, _, ok := strings.Cut(place, "]"); ok && strings.HasPrefix(place, "days") {
			days = append(days, day)
		}
	}
	if len(days) < 50 || !slices.IsSorted(days) { // a day's faults stand together
		t.Errorf("days are not in order: %v", days)
	}
}

func TestLongNamesSurvive(t *testing.T) { // the validator keeps the length of a name in one byte
	name := strings.Repeat("很长的字段名称", 40)
	field := reflect.StructField{Name: "V", Type: reflect.TypeOf(""), Tag: reflect.StructTag(`json:"` + name + `" validate:"required"`)}
	l := check.Struct(reflect.New(reflect.StructOf([]reflect.StructField{field})).Interface())
	if len(l) != 1 || l[0].Path() != name {
		t.Error(l)
	}
	long := reflect.StructField{Name: "V" + strings.Repeat("v", 300), Type: reflect.TypeOf(""), Tag: `validate:"required"`}
	l = check.Struct(reflect.New(reflect.StructOf([]reflect.StructField{long})).Interface())
	if len(l) != 1 || l[0].Path() != long.Name {
		t.Error(l)
	}
}

func TestNothingWrong(t *testing.T) {
	for name, v := range map[string]any{
		"no tags": struct{ A int }{}, "a value type": cal.Date{}, "fits": post{Title: "站长", Share: 1}, "by pointer": &post{Title: "站长", Share: 1},
		"nil list": struct {
			Posts []post `validate:"omitempty,dive"`
		}{},
	} {
		if l := check.Struct(v); l != nil || l.Err() != nil {
			t.Errorf("%s: %v", name, l)
		}
	}
}

type explosive struct{}

func (explosive) ValidatorValue() any { panic("陈大文 13957913579") }

func TestMisuseIsAFaultAndNoPanic(t *testing.T) {
	var nilPointer *post
	p := &post{}
	for name, v := range map[string]any{
		"nil": nil, "nil pointer": nilPointer, "text": "陈大文", "number": 7, "slice": []post{{}}, "map": map[string]post{"陈大文": {}},
		"time": time.Time{}, "function": func() {}, "pointer to pointer": &p, "channel": make(chan int), "pointer to number": new(int),
	} {
		l := check.Struct(v)
		if len(l) != 1 || l[0].Code() != check.ErrStruct || l[0].Path() != "" || strings.Contains(l.Error(), "陈大文") {
			t.Errorf("%s: %v", name, l)
		}
	}
	type custom struct {
		V string `validate:"chinese_mobile"`
	}
	for name, v := range map[string]any{
		"unknown tag": custom{V: "13957913579"}, "unknown tag by pointer": &custom{},
		"behind omitempty": holding("", "omitempty,chinese_mobile"), "bad limit": holding("陈大文", "max=many"),
		"dive on a number": holding(7, "dive"), "keys without dive": holding(map[string]int{}, "keys,max=3,endkeys"),
		"limit of a struct": holding(post{Title: "陈大文"}, "max=3"), "empty rule": holding("x", "required,"),
		"a value that panics": holding(explosive{}, "required"), "unique numbers": holding(7, "unique"),
	} {
		for range 2 { // the second time as the first
			l := check.Struct(v)
			if len(l) != 1 || l[0].Code() != check.ErrRules || strings.Contains(fmt.Sprintf("%+v %#v", l, l), "陈大文") ||
				strings.Contains(l.Error(), "13957913579") {
				t.Errorf("%s: %v", name, l)
			}
		}
	}
	if l := check.Struct(custom{}); lines(l)[0] != "check_test.custom的校验标签有误，无法执行 [CHECK-RULES]" {
		t.Error(lines(l))
	}
	if l := check.Struct(holding(7, "dive")); l.Error() != "the validation tags of struct cannot be applied [CHECK-RULES]" {
		t.Error(l)
	}
	if d := cmp.Diff(unfitPaths, places(check.Struct(unfit()))); d != "" {
		t.Errorf("after the panics: %s", d)
	}
}

// everything returns all that a list can print.
func everything(l fault.List) string {
	data, err := json.Marshal(l)
	return fmt.Sprintf("%v %+v %#v %s %s %s %v", l, l, l, l.Text(language.Chinese), l.Text(language.English), data, err)
}

func TestTheValueIsNeverShown(t *testing.T) {
	l := check.Struct(unfit())
	if len(l) != len(unfitPaths) {
		t.Fatal(l)
	}
	for _, secret := range []string{"陈大文", "1395791357", "驻站社会工作者", "a.b[0].c", "].Title", "王", "unread"} {
		if strings.Contains(everything(l), secret) {
			t.Errorf("%q is printed", secret)
		}
	}
	type personal struct {
		ID     identity.ResidentID `json:"id" validate:"len=3"`
		Name   identity.Name       `json:"name" validate:"max=1"`
		Mobile identity.Mobile     `json:"mobile" validate:"oneof=1 2"`
		Text   identity.Text       `json:"text" validate:"email"`
	}
	l = check.Struct(personal{identity.MustParseResidentID("11010519491231002X"), identity.MustParseName("陈大文"),
		identity.MustParseMobile("13957913579"), identity.MustParseText("双湖镇下山村97号")})
	if len(l) != 4 {
		t.Fatal(l)
	}
	for _, secret := range []string{"1949", "11010", "陈", "大文", "1395", "双湖"} {
		if strings.Contains(everything(l), secret) {
			t.Errorf("%q is printed: %s", secret, everything(l))
		}
	}
}

// A key type prints itself; without ValidatorValue nobody promised that the print is discreet.
type foreignKey struct{ Name string }

func (k foreignKey) String() string { return k.Name }

func TestKeysOfForeignTypesAreHidden(t *testing.T) {
	type book struct {
		Structs map[foreignKey]post   `json:"structs" validate:"dive"`
		Bools   map[bool]post         `json:"bools" validate:"dive"`
		Areas   map[division.Code]int `json:"areas" validate:"dive,gt=0"`
		Anys    map[any]int           `json:"anys" validate:"dive,gt=0"`
	}
	got := places(check.Struct(book{map[foreignKey]post{{"陈大文"}: {Title: "甲"}}, map[bool]post{true: {Title: "甲"}},
		map[division.Code]int{division.MustParse("350627"): 0},
		map[any]int{"陈大文": 0, cal.MustParse("2022-01-01"): 0, identity.MustParseName("陈大文"): 0}}))
	want := []string{"structs[*].share GTE", "bools[*].share GTE", "areas[350627] GT", "anys[*] GT", "anys[2022-01-01] GT", "anys[陈**] GT"}
	got, masked := got[:5], got[5]
	if d := cmp.Diff(want[:5], got); d != "" || strings.Contains(masked, "大文") {
		t.Error(d, masked)
	}
}

func TestConcurrentUse(t *testing.T) {
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for j := range 30 {
				// Types are new to the validator in every round, and some of them cannot be applied.
				v := holding([]string{"长"}, fmt.Sprintf("max=%d,dive,max=0", 1+j))
				if l := check.Struct(v); len(l) != 1 || l[0].Path() != "v[0]" {
					t.Errorf("worker %d: %v", i, l)
				}
				if l := check.Struct(holding(j, fmt.Sprintf("unknown%d", j))); !l.Has(check.ErrRules) {
					t.Errorf("worker %d: %v", i, l)
				}
				if d := cmp.Diff(unfitPaths, places(check.Struct(unfit()))); d != "" {
					t.Errorf("worker %d: %s", i, d)
				}
			}
		})
	}
	wg.Wait()
}

func TestManyBadEntriesTakeLinearTime(t *testing.T) {
	type book struct {
		Names map[string]post `json:"names" validate:"dive"`
	}
	b := book{Names: map[string]post{}}
	for i := range 8_000 {
		b.Names[strings.Repeat("]", i%7)+strconv.Itoa(i)] = post{Title: "甲"}
	}
	start := time.Now()
	if l := check.Struct(b); len(l) != len(b.Names) {
		t.Errorf("%d faults", len(l))
	}
	if d := time.Since(start); d > 10*time.Second { // quadratic, it would be minutes
		t.Errorf("took %v", d)
	}
}

func TestFaultsHaveTexts(t *testing.T) {
	seen := map[fault.Code]bool{}
	for text := range check.Faults().All() {
		seen[text.Code] = true
	}
	for _, code := range []fault.Code{check.ErrRequired, check.ErrExcluded, check.ErrMin, check.ErrMax, check.ErrLen, check.ErrGT, check.ErrGTE,
		check.ErrLT, check.ErrLTE, check.ErrOneOf, check.ErrUnique, check.ErrNumber, check.ErrEmail, check.ErrURL, check.ErrTag,
		check.ErrStruct, check.ErrRules} {
		if !seen[code] {
			t.Errorf("%s has no text", code)
		}
	}
	if len(seen) != 17 {
		t.Errorf("%d codes", len(seen))
	}
}
