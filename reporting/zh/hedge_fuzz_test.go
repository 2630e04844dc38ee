package zh_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
)

func FuzzParseFigure(f *testing.F) {
	for _, s := range []string{
		"近950个", "超15万人", "5万多元", "约121.4万余元", "1,214,000.5元", "两支", "三百多户", "3个多月", "120余万元", "万余元", "60岁以上", "2022年", "3千里",
		"近1600余个", "不超过5人以内", "-5%", "一百08",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		f, err := zh.ParseFigure(s)
		if err != nil {
			if g := (zh.Figure{}); !f.Equal(g) {
				t.Fatal("an error came with a figure")
			}
			if len(s) > 40 && strings.Contains(err.Error(), s) {
				t.Fatal("the error quotes the text")
			}
			lenient, err := zh.ParseFigureLenient(s)
			if err != nil {
				return
			}
			s, f = lenient.String(), lenient
		}
		if f.String() != s || f.IsZero() || !utf8.ValidString(s) {
			t.Fatalf("%q prints %q", s, f)
		}
		again, err := zh.ParseFigure(f.String())
		same := again.Step().Equal(f.Step()) && again.Shown().Equal(f.Shown()) && again.Unit() == f.Unit()
		if err != nil || !again.Equal(f) || !same {
			t.Fatalf("%q read twice: %v, %v", s, again, err)
		}
		lo, hi := f.Bounds()
		low, hasLow := lo.At()
		high, hasHigh := hi.At()
		if hasLow && hasHigh && (low.Cmp(high) > 0 || low.Equal(high) && !lo.Included()) {
			t.Fatalf("%q is empty", s)
		}
		if f.Contains(low) != lo.Included() && hasLow || f.Contains(high) != hi.Included() && hasHigh {
			t.Fatalf("%q misjudges its ends", s)
		}
		half := decimal.New(5, -1)
		mid := f.Step().Mul(half)
		for _, x := range []decimal.Decimal{f.Shown(), f.Shown().Add(mid), f.Shown().Sub(mid), low, high} {
			if f.Warrants(x) && !f.Contains(x) || f.Stretched(x) != (f.Contains(x) && !f.Warrants(x)) {
				t.Fatalf("%q warrants what it does not contain", s)
			}
		}
		for form := range f.Wording().Forms() {
			if g, err := f.As(form); err == nil && g.Wording() != f.Wording() {
				t.Fatalf("%q as %s is %s", s, form, g)
			}
		}
	})
}

func FuzzSay(f *testing.F) {
	f.Add(int64(948), int32(0), int64(50), int32(0), "", "nearly", "个")
	f.Add(int64(121438625), int32(-2), int64(1000), int32(0), "万", "about-more", "元")
	f.Add(int64(1234567), int32(0), int64(1), int32(5), "万", "more", "元")
	f.Add(int64(300), int32(0), int64(1), int32(2), "", "at-least", "人")
	f.Add(int64(1), int32(1<<30), int64(1), int32(-1<<30), "亿", "exact", "年多")
	f.Fuzz(func(t *testing.T, v int64, vexp int32, s int64, sexp int32, scale, wording, unit string) {
		value, step := decimal.New(v, vexp), decimal.New(s, sexp)
		text, err := zh.Say(value, step, zh.Scale(scale), zh.Wording(wording), unit)
		if err != nil {
			if text != "" {
				t.Fatal("an error came with a text")
			}
			return
		}
		f, err := zh.ParseFigure(text)
		if err != nil || !f.Contains(value) || !f.Warrants(value) || f.Wording() != zh.Wording(wording) || f.Unit() != unit {
			t.Fatalf("%s in steps of %s is said %q and read %v, %v", value, step, text, f, err)
		}
		if got := zh.Lint(text); got != nil && f.Wording() != zh.AboutMore {
			t.Fatalf("%q is at fault: %v", text, got)
		}
	})
}

func FuzzLint(f *testing.F) {
	for _, s := range []string{
		bulletin, county, "近1600余个,23余次", "22年06月08日", "来了三、四个人,3、4个", "3.141,592", "13~17万元,5-8%", "下降2倍,占比提高3%", "五社联动\xff",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		last := 0
		for _, f := range zh.Lint(s) {
			if f.At.Start < last || f.At.End <= f.At.Start || f.At.End > len(s) || f.Fault.Code() == "" {
				t.Fatalf("%q: finding at %v after %d", s, f.At, last)
			}
			last = f.At.Start
		}
		end := 0
		for at, f := range zh.FindFigures(s) {
			if at.Start < end || s[at.Start:at.End] != f.String() || f.IsZero() {
				t.Fatalf("%q: %v is %q", s, at, f)
			}
			end = at.End
			if _, err := zh.ParseFigure(f.String()); err != nil && at.End-at.Start <= 160 {
				t.Fatalf("%q was found and is not read: %v", f, err)
			}
		}
	})
}

func FuzzPunctuation(f *testing.F) {
	for _, s := range []string{bulletin, county, "abc),中", "人(((3))),", "1,2,3：4个", "中\xff,文", "(）（)中"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		wide, ascii := zh.FullWidth.Text(s), zh.ASCII.Text(s)
		if zh.FullWidth.Text(wide) != wide || zh.ASCII.Text(ascii) != ascii {
			t.Fatalf("%q: not idempotent", s)
		}
		if zh.FullWidth.Text(ascii) != wide || zh.ASCII.Text(wide) != ascii {
			t.Fatalf("%q: the widths given survive", s)
		}
		if utf8.RuneCountInString(wide) != utf8.RuneCountInString(s) || len(ascii) > len(wide) {
			t.Fatalf("%q: characters were lost", s)
		}
		unmarked := strings.NewReplacer("，", ",", "；", ";", "：", ":", "！", "!", "？", "?", "（", "(", "）", ")")
		if unmarked.Replace(wide) != unmarked.Replace(s) {
			t.Fatalf("%q: more than marks changed", s)
		}
	})
}
