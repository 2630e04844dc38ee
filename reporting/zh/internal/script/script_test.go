package script

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestAppend(t *testing.T) {
	for _, c := range []struct {
		n                      uint64
		lower, capital, filled string // filled has every 零 that the rules leave open, as +
	}{
		{0, "零", "零", "零"},
		{7, "七", "柒", "柒"},
		{10, "十", "壹拾", "壹拾"},
		{110, "一百一十", "壹佰壹拾", "壹佰壹拾"},
		{1_005, "一千零五", "壹仟零伍", "壹仟零伍"},
		{10_010, "一万零一十", "壹万零壹拾", "壹万零壹拾"},
		{11_000, "一万一千", "壹万壹仟", "壹万壹仟"},
		{107_000, "十万七千", "壹拾万柒仟", "壹拾万+柒仟"},
		{1_070_500, "一百零七万零五百", "壹佰零柒万零伍佰", "壹佰零柒万零伍佰"},
		{100_001_000, "一亿零一千", "壹亿零壹仟", "壹亿零壹仟"},
		{110_000_000, "一亿一千万", "壹亿壹仟万", "壹亿壹仟万"},
		{1_010_000_000, "十亿一千万", "壹拾亿壹仟万", "壹拾亿+壹仟万"},
		{1_000_100_000_000, "一万零一亿", "壹万零壹亿", "壹万零壹亿"},
		{1_000_000_000_000, "一万亿", "壹万亿", "壹万亿"},
		{4_321_009_876_543_210, "四千三百二十一万零九十八亿七千六百五十四万三千二百一十",
			"肆仟叁佰贰拾壹万零玖拾捌亿柒仟陆佰伍拾肆万叁仟贰佰壹拾", "肆仟叁佰贰拾壹万零玖拾捌亿柒仟陆佰伍拾肆万叁仟贰佰壹拾"},
	} {
		got := [3]string{
			string(Lower().Append(nil, c.n, "")), string(Capital().Append(nil, c.n, "")), string(Capital().Append(nil, c.n, "+")),
		}
		if want := [3]string{c.lower, c.capital, c.filled}; got != want {
			t.Errorf("%d is written %q, want %q", c.n, got, want)
		}
	}
}

// What is written is read as the same, in both sets and with every choice of 零; no other number is written so.
func TestValueReadsWhatAppendWrites(t *testing.T) {
	r := rand.New(rand.NewPCG(20220628, 269))
	seen := map[string]uint64{}
	for i := range uint64(120_000) {
		n := i
		if i >= 20_000 {
			n = 0
			for range 1 + r.IntN(Digits) {
				n = n*10 + []uint64{0, 0, 0, 1, 2, 9}[r.IntN(6)]
			}
		}
		for _, set := range []Set{Lower(), Capital()} {
			for _, optional := range []string{"", zero} {
				s := string(set.Append(nil, n, optional))
				if got, ok := set.Value(s); !ok || got != n {
					t.Fatalf("%s is read as %d, %v, want %d", s, got, ok, n)
				}
				if m, twice := seen[s]; twice && m != n {
					t.Fatalf("%d and %d are both written %s", m, n, s)
				}
				seen[s] = n
				if !Fits(s, string(set.Append(nil, n, Optional+zero))) {
					t.Fatalf("%s does not fit its own pattern", s)
				}
			}
		}
	}
}

func TestValueRefuses(t *testing.T) {
	longest := strings.Repeat("九千", MaxText/6)
	for _, s := range []string{"〇", "壹", "1", "一\xff", "一 ", strings.Repeat("九千万", 12) + "亿", "五千万五千万亿"} {
		if n, ok := Lower().Value(s); ok {
			t.Errorf("%q is read as %d", s, n)
		}
	}
	if n, ok := Lower().Value(longest); !ok || n != 9000*(MaxText/6) {
		t.Errorf("the longest text adds up to %d, %v", n, ok)
	}
	if n, ok := Lower().Value(""); !ok || n != 0 {
		t.Errorf("nothing adds up to %d, %v", n, ok)
	}
}

func TestFits(t *testing.T) {
	pattern := "十万" + Optional + "零七千零五"
	for text, want := range map[string][2]bool{
		"十万七千零五": {true, true}, "十万零七千零五": {true, true}, "十万七千五": {false, true}, "十万零七千五": {false, true},
		"十万七千零五零": {false, false}, "十万零零七千零五": {false, false}, "七千零五": {false, false}, "": {false, false}, "十万七千": {false, false},
	} {
		if got := [2]bool{Fits(text, pattern), FitsLax(text, pattern)}; got != want {
			t.Errorf("%s fits %v, want %v", text, got, want)
		}
	}
}

func TestGlyphs(t *testing.T) {
	if got := string(AppendDigits(nil, 2022, YearDigits)); got != "二〇二二" {
		t.Error(got)
	}
	for s, want := range map[string]int{"九个": 9, "零": 0, "个": -1, "": -1, "九"[:2]: -1, "\x80\xe4\xb8": -1} {
		i, rest, ok := CutGlyph(LowerDigits, s)
		if !ok {
			i = -1
		}
		if i != want || ok != (rest != s) {
			t.Errorf("%q begins with glyph %d, rest %q", s, i, rest)
		}
	}
}
