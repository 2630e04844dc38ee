package vocab_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/vocab"
)

type tea string

type entry = vocab.Entry[tea]

const (
	green tea = "green"
	black tea = "black"
)

var invented = vocab.Source{Document: "《虚构茶叶目录》", Article: "第三条", Provenance: vocab.Fictitious}

func greenTea() entry {
	return entry{Key: green, ZH: "绿茶", EN: "green tea", Aliases: []string{"绿", "龙井"}, Sources: []vocab.Source{invented}}
}

func teas() vocab.List[tea] {
	return vocab.New("茶类", "tea",
		greenTea(),
		entry{Key: black, ZH: "红茶", EN: "black tea", Aliases: []string{"红"}},
		entry{Key: "白茶", ZH: "白茶", EN: "white tea"},
	)
}

func keys(l vocab.List[tea]) []tea {
	var out []tea
	for e := range l.All() {
		out = append(out, e.Key)
	}
	return out
}

// problems returns "path CODE" of every problem.
func problems(err error) []string {
	var out []string
	for _, f := range fault.Of(err) {
		out = append(out, f.Path()+" "+string(f.Code()))
	}
	return out
}

func TestListKeepsDeclarationOrder(t *testing.T) {
	if d := cmp.Diff([]tea{green, black, "白茶"}, keys(teas())); d != "" {
		t.Error(d)
	}
	if got := teas().Len(); got != 3 {
		t.Errorf("Len = %d", got)
	}
	n := 0
	for range teas().All() {
		n++
		break
	}
	if n != 1 {
		t.Error("All does not stop")
	}
}

func TestLookupKnownAndName(t *testing.T) {
	l := teas()
	e, ok := l.Lookup(green)
	if d := cmp.Diff(greenTea(), e); d != "" || !ok {
		t.Error(d, ok)
	}
	if e.Name(language.SimplifiedChinese) != "绿茶" || e.Name(language.English) != "green tea" {
		t.Error("an entry misnames itself")
	}
	for _, k := range []tea{"", "oolong", "绿茶", "绿", "green tea", "Green", " green"} { // names are no keys
		if e, ok := l.Lookup(k); ok || !cmp.Equal(e, entry{}) {
			t.Errorf("Lookup(%q) = %v", k, e)
		}
		if l.Known(k) {
			t.Errorf("Known(%q)", k)
		}
		if got := l.Name(k, language.Chinese); got != string(k) {
			t.Errorf("Name(%q) = %q, want the key", k, got)
		}
	}
	for tag, want := range map[string]string{
		"zh": "红茶", "zh-CN": "红茶", "zh-Hant-TW": "红茶", "en": "black tea", "fr": "black tea", "und": "black tea",
	} {
		if got := l.Name(black, language.MustParse(tag)); got != want {
			t.Errorf("Name in %s = %q, want %q", tag, got, want)
		}
	}
	if l.Title(language.Chinese) != "茶类" || l.Title(language.English) != "tea" {
		t.Error("the list misnames itself")
	}
}

func TestCheckNamesTheListAndNotTheKey(t *testing.T) {
	l := teas()
	if err := errors.Join(l.Check(green), l.Check("白茶"), l.Check("")); err != nil {
		t.Error(err)
	}
	err := l.Check("13800138000")
	if !errors.Is(err, vocab.ErrUnknown) {
		t.Fatal(err)
	}
	if got, want := err.Error(), "not a known tea [VOCAB-UNKNOWN]"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := fault.Of(err)[0].Message(language.Chinese), "茶类中没有这一项"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if l.Check("绿") == nil {
		t.Error("an alias passes for a key")
	}
}

func TestParseIsExact(t *testing.T) {
	l := teas()
	for text, want := range map[string]tea{
		"green": green, "绿茶": green, "green tea": green, "绿": green, "龙井": green,
		"红": black, "白茶": "白茶", "white tea": "白茶",
	} {
		if got, err := l.Parse(text); got != want || err != nil {
			t.Errorf("Parse(%q) = %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "Green", " green", "green ", "绿 茶", "ｇｒｅｅｎ", "乌龙"} {
		if got, err := l.Parse(text); got != "" || !errors.Is(err, vocab.ErrUnknown) {
			t.Errorf("Parse(%q) = %q, %v", text, got, err)
		}
	}
}

func TestParseNamesInvisibleCharacters(t *testing.T) {
	for _, text := range []string{"绿茶\u200b", "\ufeffgreen", "绿茶\n", "\u202e绿茶", "绿茶\ufe00", "绿茶\u3164", "绿\u034f茶"} {
		if got, err := teas().Parse(text); got != "" || !errors.Is(err, vocab.ErrInvisible) {
			t.Errorf("Parse(%q) = %q, %v", text, got, err)
		}
	}
	// A text of megabytes is not searched for the reason.
	if _, err := teas().Parse(strings.Repeat("茶", 1<<19) + "\u200b"); !errors.Is(err, vocab.ErrUnknown) {
		t.Errorf("a huge text: %v", err)
	}
}

func TestZeroListIsEmpty(t *testing.T) {
	var l vocab.List[tea]
	if l.Len() != 0 || l.Known(green) || len(keys(l)) != 0 || l.Name(green, language.Chinese) != "green" {
		t.Error("the zero list knows something")
	}
	if err := l.Check(green); err == nil || err.Error() != "not a known code [VOCAB-UNKNOWN]" {
		t.Error(err)
	}
	if l.Title(language.Chinese) != "代码表" || l.Title(language.English) != "code" {
		t.Error("the zero list has no title")
	}
	more, err := l.With(entry{Key: green, ZH: "绿茶", EN: "green tea"})
	if err != nil || !more.Known(green) {
		t.Error("the zero list cannot grow:", err)
	}
}

func TestWithAddsToACopy(t *testing.T) {
	l := teas()
	more, err := l.With(entry{Key: "oolong", ZH: "乌龙茶", EN: "oolong", Aliases: []string{"青茶"}},
		entry{Key: "C-01.b_2", ZH: "黑茶", EN: "dark tea"})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]tea{green, black, "白茶", "oolong", "C-01.b_2"}, keys(more)); d != "" {
		t.Error(d)
	}
	if k, err := more.Parse("青茶"); k != "oolong" || err != nil {
		t.Error(k, err)
	}
	if l.Len() != 3 || l.Known("oolong") {
		t.Error("With changed its receiver")
	}
	if more.Title(language.English) != "tea" {
		t.Error("With lost the title")
	}
	// Two extensions of one list share nothing.
	a, errA := l.With(entry{Key: "a", ZH: "甲", EN: "first"})
	b, errB := l.With(entry{Key: "b", ZH: "乙", EN: "second"})
	if errA != nil || errB != nil || a.Known("b") || b.Known("a") || a.Name("a", language.Chinese) != "甲" {
		t.Error("extensions of one list interfere")
	}
}

func TestWithRefuses(t *testing.T) {
	ok := entry{Key: "oolong", ZH: "乌龙茶", EN: "oolong tea"}
	with := func(change func(*entry)) []entry {
		e := ok
		change(&e)
		return []entry{e}
	}
	for name, c := range map[string]struct {
		entries []entry
		want    []string
	}{
		"key again":          {[]entry{{Key: green, ZH: "蒸青", EN: "steamed"}}, []string{"[0].key VOCAB-CLASH"}},
		"the same entry":     {[]entry{ok, ok}, []string{"[1].key VOCAB-CLASH", "[1].zh VOCAB-CLASH", "[1].en VOCAB-CLASH"}},
		"Chinese name again": {with(func(e *entry) { e.ZH = "绿茶" }), []string{"[0].zh VOCAB-CLASH"}},
		"English name again": {with(func(e *entry) { e.EN = "green tea" }), []string{"[0].en VOCAB-CLASH"}},
		"alias again":        {with(func(e *entry) { e.Aliases = []string{"乌龙", "红"} }), []string{"[0].aliases[1] VOCAB-CLASH"}},
		"alias is a key":     {with(func(e *entry) { e.Aliases = []string{"black"} }), []string{"[0].aliases[0] VOCAB-CLASH"}},
		"no key":             {with(func(e *entry) { e.Key = "" }), []string{"[0].key VOCAB-KEY"}},
		"no Chinese":         {with(func(e *entry) { e.ZH = "" }), []string{"[0].zh VOCAB-NAME"}},
		"no English":         {with(func(e *entry) { e.EN = "" }), []string{"[0].en VOCAB-NAME"}},
		"blank around name":  {with(func(e *entry) { e.ZH = "乌龙茶 " }), []string{"[0].zh VOCAB-NAME"}},
		"invisible in name":  {with(func(e *entry) { e.ZH = "乌龙\u200b茶" }), []string{"[0].zh VOCAB-INVISIBLE"}},
		"wide space in name": {with(func(e *entry) { e.ZH = "乌龙\u3000茶" }), []string{"[0].zh VOCAB-NAME"}},
		"bidi in name":       {with(func(e *entry) { e.EN = "oo\u202elong" }), []string{"[0].en VOCAB-INVISIBLE"}},
		"newline in name":    {with(func(e *entry) { e.EN = "oolong\n" }), []string{"[0].en VOCAB-INVISIBLE"}},
		"variation selector": {with(func(e *entry) { e.ZH = "茶\ufe00" }), []string{"[0].zh VOCAB-INVISIBLE"}},
		"not UTF-8":          {with(func(e *entry) { e.ZH = "\xff" }), []string{"[0].zh VOCAB-NAME"}},
		"empty alias":        {with(func(e *entry) { e.Aliases = []string{""} }), []string{"[0].aliases[0] VOCAB-NAME"}},
		"source": {with(func(e *entry) { e.Sources = []vocab.Source{invented, {URL: "x"}} }),
			[]string{"[0].sources[1].document VOCAB-SOURCE", "[0].sources[1].provenance VOCAB-SOURCE"}},
		"grade": {with(func(e *entry) { e.Sources = []vocab.Source{{Document: "《表》", Provenance: "rumour"}} }),
			[]string{"[0].sources[0].provenance VOCAB-SOURCE"}},
		"everything at once": {[]entry{{}, {Key: green, ZH: "红茶", EN: "x"}},
			[]string{"[0].key VOCAB-KEY", "[0].zh VOCAB-NAME", "[0].en VOCAB-NAME",
				"[1].key VOCAB-CLASH", "[1].zh VOCAB-CLASH"}},
	} {
		l, err := teas().With(c.entries...)
		if d := cmp.Diff(c.want, problems(err)); d != "" {
			t.Errorf("%s: %s", name, d)
		}
		if l.Len() != 0 {
			t.Errorf("%s: a list came with the error", name)
		}
	}
}

func TestKeyForm(t *testing.T) {
	for _, k := range []tea{"a", "Z9", "a-b", "a_b.c-d", "低保", "个2", "0", tea(strings.Repeat("k", 64))} {
		if _, err := (vocab.List[tea]{}).With(entry{Key: k, ZH: "名", EN: "name"}); err != nil {
			t.Errorf("%q: %v", k, err)
		}
	}
	for _, k := range []tea{"", "-", "a-", "-a", "a--b", "a-_b", "a b", " a", "a\n", "é", "ａ", "１", "a/b", "a:b",
		"а" /* Cyrillic */, "a\u200b", "\xff", "，", tea(strings.Repeat("k", 65)), tea(strings.Repeat("汉", 22))} {
		if _, err := (vocab.List[tea]{}).With(entry{Key: k, ZH: "名", EN: "name"}); !errors.Is(err, vocab.ErrKey) {
			t.Errorf("%q: %v", k, err)
		}
	}
}

func TestNewPanicsOnMistakes(t *testing.T) {
	ok := entry{Key: green, ZH: "绿茶", EN: "green tea"}
	for name, build := range map[string]func(){
		"no Chinese title": func() { vocab.New("", "tea", ok) },
		"no English title": func() { vocab.New("茶类", "", ok) },
		"twice":            func() { vocab.New("茶类", "tea", ok, ok) },
		"no name":          func() { vocab.New("茶类", "tea", entry{Key: green}) },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: accepted", name)
				}
			}()
			build()
		}()
	}
}

func TestNobodyCanChangeAList(t *testing.T) {
	given := []entry{greenTea()}
	l := vocab.New("茶类", "tea", given...)
	given[0].ZH, given[0].Aliases[0], given[0].Sources[0].Document = "改", "改", "改"
	e, _ := l.Lookup(green)
	e.Aliases[0], e.Sources[0].Document = "改", "改"
	for e := range l.All() {
		e.Aliases[0], e.Sources[0].Document = "改", "改"
	}
	got, _ := l.Lookup(green)
	if d := cmp.Diff(greenTea(), got); d != "" {
		t.Error(d)
	}
}

func TestUnknownKeysSurviveDecoding(t *testing.T) {
	var cup struct {
		Kind tea `json:"kind"`
	}
	if err := json.Unmarshal([]byte(`{"kind":"matcha"}`), &cup); err != nil || cup.Kind != "matcha" {
		t.Fatal(cup, err)
	}
	if teas().Check(cup.Kind) == nil {
		t.Error("an unknown key is not reported")
	}
}

func TestEntryJSON(t *testing.T) {
	e, _ := teas().Lookup(green)
	data, err := json.Marshal(e)
	want := `{"key":"green","zh":"绿茶","en":"green tea","aliases":["绿","龙井"],"sources":[` +
		`{"document":"《虚构茶叶目录》","article":"第三条","provenance":"fictitious"}]}`
	if err != nil || string(data) != want {
		t.Errorf("%s, %v", data, err)
	}
	var back entry
	if err := json.Unmarshal(data, &back); err != nil || !cmp.Equal(e, back) {
		t.Error(err, cmp.Diff(e, back))
	}
}

func TestProvenances(t *testing.T) {
	var got []string
	for e := range vocab.Provenances().All() {
		got = append(got, string(e.Key)+" "+e.ZH+" "+e.EN)
	}
	want := []string{"official 正式文本 official text", "reported 转述 reported", "practice 实务 practice",
		"interpretation 解释 interpretation", "recalled 据记忆 recalled", "fictitious 虚构 fictitious"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestCiteShowsEveryGradeButOfficial(t *testing.T) {
	for _, c := range []struct {
		source vocab.Source
		zh, en string
	}{
		{vocab.Source{}, "", ""},
		{vocab.Source{Document: "《民法典》", Article: "第一千二百五十九条", Provenance: vocab.Official},
			"《民法典》第一千二百五十九条", "《民法典》, 第一千二百五十九条"},
		{invented, "《虚构茶叶目录》第三条（虚构）", "《虚构茶叶目录》, 第三条 (fictitious)"},
		{vocab.Source{Document: "MZ/T 094-2017", Provenance: vocab.Reported},
			"MZ/T 094-2017（转述）", "MZ/T 094-2017 (reported)"},
		{vocab.Source{Document: "某通知"}, "某通知（依据未核）", "某通知 (grade not recorded)"},
		{vocab.Source{Document: "某通知", Provenance: "rumour"}, "某通知（rumour）", "某通知 (rumour)"},
	} {
		if got := c.source.Cite(language.Chinese); got != c.zh {
			t.Errorf("%q, want %q", got, c.zh)
		}
		if got := c.source.Cite(language.English); got != c.en {
			t.Errorf("%q, want %q", got, c.en)
		}
	}
	if err := invented.Validate(); err != nil {
		t.Error(err)
	}
}

func TestFaultsHaveTexts(t *testing.T) {
	want := []fault.Code{vocab.ErrUnknown, vocab.ErrInvisible, vocab.ErrKey, vocab.ErrName, vocab.ErrClash, vocab.ErrSource}
	var got []fault.Code
	for text := range vocab.Faults().All() {
		got = append(got, text.Code)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

func TestNothingIsAllocatedToLookAKeyUp(t *testing.T) {
	l, name := teas(), ""
	if n := testing.AllocsPerRun(100, func() {
		name = l.Name(black, language.Chinese)
		if l.Check(black) != nil || !l.Known(green) {
			t.Fail()
		}
		if k, err := l.Parse("龙井"); k != green || err != nil {
			t.Fail()
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
	_ = name
}
