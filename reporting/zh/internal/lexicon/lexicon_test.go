package lexicon

import (
	"testing"
	"unicode/utf8"
)

func TestMeasure(t *testing.T) {
	for s, want := range map[string]string{
		"个": "个", "个月内": "个月", "个多月": "个多月", "个余月": "个余月", "个工作日": "个工作日", "人次,": "人次", "人": "人", "周岁": "周岁", "周年": "周年",
		"周": "周", "年": "年", "年多": "年多", "年余": "年余", "年代": "", "年级": "", "单": "单", "单元": "", "次性": "", "次": "次", "对一": "", "对": "对",
		"支队伍": "支", "家人民医院": "家", "项目标": "项", "人间": "", "％": "", "%": "%", "‰": "‰", "": "", "\xff": "", "县": "", "平方公里": "平方公里",
	} {
		if got := s[:Measure(s)]; got != want {
			t.Errorf("%s has the measure word %q, want %q", s, got, want)
		}
	}
}

// What is looked up under a first character must be found under it.
func TestSetPhrasesBeginAsPromised(t *testing.T) {
	n := 0
	for r, phrases := range setPhrases() {
		if !Numeral(r) && r != '最' {
			t.Errorf("%v begin with neither a numeral nor 最", phrases)
		}
		for _, p := range phrases {
			n++
			if SetPhrase(p+"的") != len(p) {
				t.Errorf("%s is no set phrase", p)
			}
		}
	}
	if n < 20 || SetPhrase("最后三米") != 0 || SetPhrase("最后一公里") != len("最后一公里") {
		t.Errorf("%d set phrases", n)
	}
}

func TestNumerals(t *testing.T) {
	for s, want := range map[string]string{
		"零〇一二两三四五六七八九十百千万亿个": "零〇一二两三四五六七八九十百千万亿", "三": "三", "3": "", "几十": "", "": "", "十\xff": "十", "廿": "", "壹": "",
	} {
		if got := s[:Numerals(s)]; got != want {
			t.Errorf("%s begins with the numerals %q, want %q", s, got, want)
		}
	}
}

func TestUnits(t *testing.T) {
	for _, tt := range []struct {
		unit                         string
		inWords, span, vague, number bool
	}{
		{unit: "个", inWords: true},
		{unit: "年", inWords: true, span: true},
		{unit: "个工作日", span: true},
		{unit: "张"},
		{unit: "人次 名"},
		{unit: "年半", vague: true},
		{unit: "几人", vague: true},
		{unit: "来人", vague: true},
		{unit: "把人", vague: true},
		{unit: "人几"},
		{unit: "人上下", vague: true},
		{unit: "分之一", vague: true},
		{unit: "天内", vague: true},
		{unit: "内设机构"},
		{unit: "千伏", number: true},
		{unit: "百分点", number: true},
		{unit: "千里"},
		{unit: "万户"},
	} {
		got := [4]bool{CountedInWords(tt.unit), Span(tt.unit), Vague(tt.unit), NumeralUnit(tt.unit)}
		if want := [4]bool{tt.inWords, tt.span, tt.vague, tt.number}; got != want {
			t.Errorf("%s: %v, want %v", tt.unit, got, want)
		}
	}
}

func TestWhatFollows(t *testing.T) {
	for _, tt := range []struct {
		unit, rest string
		want       bool
	}{
		{"年", "半", true}, {"人", "上下", true}, {"人", "不到", true}, {"岁", "(含)以上", true}, {"岁", "（含）以上", true}, {"分", "分之一", true},
		{"年", "有余", true}, {"公里", "余", true}, {"元", "多", true}, {"天", "内", true}, {"个月", "之内", true}, {"米", "内", true},
		{"个", "内设机构", false}, {"个", "多功能厅", false}, {"人", "多次", false}, {"人", "余", false}, {"年", "以上", false}, {"年", "", false},
		{"岁", "(2022年)", false}, {"人", "不得", false},
	} {
		if got := Blurred(tt.unit, tt.rest); got != tt.want {
			t.Errorf("%s %s: blurred is %v", tt.unit, tt.rest, got)
		}
	}
}

func TestWhatStandsBefore(t *testing.T) {
	for text, want := range map[string]bool{
		"没有": true, "不能": true, "不得": true, "未": true, "尚未": true, "没": true, "不": true, "不会": true, "只能": false, "有": false, "能": false, "": false,
		"人数": false, "不知": false, "会不会有": false,
	} {
		if got := Negated(text); got != want {
			t.Errorf("%s negates: %v", text, got)
		}
	}
	for _, tt := range []struct {
		text, hedge string
		want        bool
	}{
		{"附", "近", true}, {"将", "近", false}, {"签", "约", true}, {"合", "约", true}, {"折合", "约", false}, {"综合", "约", true}, {"", "约", false},
		{"反", "超", true}, {"远", "超", false}, {"传", "达", true}, {"已", "达", false}, {"附", "接近", false}, {"", "近", false},
	} {
		if got := PartOfWord(tt.text, tt.hedge); got != tt.want {
			t.Errorf("%s|%s is a word: %v", tt.text, tt.hedge, got)
		}
	}
	for _, tt := range []struct {
		text, numeral string
		want          bool
	}{
		{"", "三个", true}, {"有", "三个", true}, {"第", "三个", false}, {"每", "三个", false}, {"“", "三个", false}, {"数", "十个", false}, {"几", "百户", false},
		{"人数", "三十个", true}, {"之", "一", false},
	} {
		if got := Counts(tt.text, tt.numeral); got != tt.want {
			t.Errorf("%s|%s counts: %v", tt.text, tt.numeral, got)
		}
	}
	for text, want := range map[string]bool{
		"3至": true, "三、": true, "3——": true, "3到": true, "3或": true, "3～": true, "3–": true, "3－": true, "3": false, "三": false, "3人至": false, "至": false,
		"": false, "增加到": false, "3-": false, "\xff至": false,
	} {
		if got := EndsRange(text); got != want {
			t.Errorf("%s ends in half a range: %v", text, got)
		}
	}
}

// Every list holds what it is asked for, and no word twice.
func TestListsHoldNoWordTwice(t *testing.T) {
	for name, m := range map[string]words{"measures": measures(), "others": others(), "phrases": setPhrases(), "numeral units": numeralUnits(), "blurs": blurs()} {
		seen := map[string]bool{}
		for r, ws := range m {
			for _, w := range ws {
				if first, _ := utf8.DecodeRuneInString(w); seen[w] || first != r || m.longest(w) != len(w) {
					t.Errorf("%s: %s", name, w)
				}
				seen[w] = true
			}
		}
	}
}
