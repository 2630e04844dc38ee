package zh_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shegong/shegong/reporting/zh"
)

func TestPunctuation(t *testing.T) {
	for _, tt := range []struct{ ascii, wide string }{
		{"", ""},
		{"目前,山西", "目前，山西"},
		{"县(市、区)的", "县（市、区）的"},
		{"共25场,12家;近950个", "共25场，12家；近950个"},
		{"共260人次,", "共260人次，"},
		{"金额1,214,000.5元,时间12:30,比例1:5", "金额1,214,000.5元，时间12:30，比例1:5"},
		{"真的吗?真的!", "真的吗？真的！"},
		{"构成“5”,即“五社联动”", "构成“5”，即“五社联动”"},
		{"见附件(1)", "见附件（1）"},
		{"(2022年)", "（2022年）"},
		{"(据山西省民政厅)", "（据山西省民政厅）"},
		{"人(((3))),", "人（（（3））），"},
		{"5(3)个", "5（3）个"},
		{"Go (1.25), fast; ok?", "Go (1.25), fast; ok?"},
		{"f(1,2)", "f(1,2)"},
		{"“hi”, he said", "“hi”, he said"},
		{"MZ/T 094(2017)", "MZ/T 094(2017)"},
		{"https://example.org/?a=1;b", "https://example.org/?a=1;b"},
		{"人)(个", "人）（个"},
		{"abc),中", "abc），中"},
		{"、。《》—…", "、。《》—…"},
		{"中\xff,文", "中\xff，文"},
		{"\xff,\xff", "\xff,\xff"},
	} {
		for _, in := range []string{tt.ascii, tt.wide} {
			if got := zh.FullWidth.Text(in); got != tt.wide {
				t.Errorf("full width of %q = %q, want %q", in, got, tt.wide)
			}
			if got := zh.ASCII.Text(in); got != tt.ascii {
				t.Errorf("ASCII of %q = %q, want %q", in, got, tt.ascii)
			}
		}
	}
	var p zh.Punctuation
	if got := p.Text(bulletin); strings.ContainsAny(got, ",()") || zh.ASCII.Text(got) != bulletin {
		t.Errorf("the bulletin became %s", got)
	}
	// A full-width mark between digits never becomes part of a number.
	if got := zh.ASCII.Text("分别为25，12个，1：500"); got != "分别为25，12个,1：500" {
		t.Error(got)
	}
	// A width that does not belong to Chinese text stays.
	if got := zh.FullWidth.Text("a，b"); got != "a，b" {
		t.Error(got)
	}
}

func TestPunctuationOfPlainTextAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { zh.FullWidth.Text("近950个。") }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func ExamplePunctuation_Text() {
	fmt.Println(zh.FullWidth.Text("68个县(市、区),款物折合1,214,000.5元"))
	fmt.Println(zh.ASCII.Text("68个县（市、区），款物折合1,214,000.5元"))
	// Output:
	// 68个县（市、区），款物折合1,214,000.5元
	// 68个县(市、区),款物折合1,214,000.5元
}
