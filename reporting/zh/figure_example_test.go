package zh_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
)

func ExampleSay() {
	posts := decimal.NewFromInt(948)
	fmt.Println(zh.Say(posts, decimal.NewFromInt(50), zh.None, zh.Nearly, "个"))
	served := decimal.NewFromInt(150386)
	fmt.Println(zh.Say(served, decimal.NewFromInt(10000), zh.Wan, zh.Over, "人"))

	_, err := zh.Say(decimal.NewFromInt(1600), decimal.NewFromInt(100), zh.None, zh.More, "个")
	fmt.Println(errors.Is(err, zh.ErrUntrue), err)
	// Output:
	// 近950个 <nil>
	// 超15万人 <nil>
	// true the wording is not true of the value [ZH-UNTRUE]
}

func ExampleParseFigure() {
	f, err := zh.ParseFigure("近950个")
	if err != nil {
		fmt.Println(err)
		return
	}
	lo, hi := f.Bounds()
	low, _ := lo.At()
	high, _ := hi.At()
	fmt.Println(low, high, f.Unit(), f.Wording().ZH())
	for _, n := range []int64{948, 942, 950} {
		x := decimal.NewFromInt(n)
		fmt.Println(n, f.Contains(x), f.Stretched(x))
	}
	// Output:
	// 940 950 个 近
	// 948 true false
	// 942 true true
	// 950 false false
}

func ExampleFigure_As() {
	f := zh.MustParseFigure("超15万人")
	fmt.Println(f.As("突破"))
	// Output: 突破15万人 <nil>
}

func ExampleFindFigures() {
	for at, f := range zh.FindFigures("2022年,岗位近950个,共25场,推动五社联动") {
		fmt.Println(at.Start, f, f.Shown())
	}
	// Output:
	// 14 近950个 950
	// 27 25场 25
}

func BenchmarkSay(b *testing.B) {
	b.ReportAllocs()
	x, step := decimal.RequireFromString("1214386.25"), decimal.NewFromInt(1000)
	for b.Loop() {
		if _, err := zh.Say(x, step, zh.Wan, zh.AboutMore, "元"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkParseFigure(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := zh.ParseFigure("近950个"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFindFigures(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(bulletin)))
	for b.Loop() {
		for range zh.FindFigures(bulletin) {
		}
	}
}

func BenchmarkLint(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(bulletin)))
	for b.Loop() {
		zh.Lint(bulletin)
	}
}

func BenchmarkPunctuation(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(bulletin)))
	for b.Loop() {
		zh.FullWidth.Text(bulletin)
	}
}
