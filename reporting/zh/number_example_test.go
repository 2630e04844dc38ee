package zh_test

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/shegong/shegong/reporting/zh"
	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

func ExampleGroup() {
	d := decimal.RequireFromString("1214000.50")
	fmt.Println(zh.Group(d), zh.Plain(d), zh.Yuan(money.Fen(121400050)))
	// Output: 1,214,000.50 1214000.50 ¥1,214,000.50
}

func ExampleInWan() {
	fmt.Println(zh.InWan(decimal.NewFromInt(1214000))+"元", zh.InWan(decimal.NewFromInt(99999)))
	// Output: 121.4万元 9.9999万
}

func ExampleScaled() {
	s, err := zh.Scaled(decimal.NewFromInt(150386), zh.Wan, 1, money.HalfUp)
	fmt.Println(s, err)
	_, err = zh.Scaled(decimal.NewFromInt(99999), zh.Wan, 1, money.HalfUp)
	fmt.Println(errors.Is(err, zh.ErrBorder))
	// Output:
	// 15万 <nil>
	// true
}

func ExamplePercent() {
	share, _ := zh.Percent(decimal.RequireFromString("0.1234"), 1, money.HalfUp)
	rise, _ := zh.Points(decimal.RequireFromString("0.12"), decimal.RequireFromString("0.15"), 0, money.HalfUp)
	third, _ := zh.PercentOf(measure.MustParseRatio("1/3"), 2, money.HalfUp)
	fmt.Println(share, "提高"+rise, third)
	// Output: 12.3% 提高3个百分点 33.33%
}

func ExampleNumeral() {
	s, _ := zh.Numeral(decimal.RequireFromString("1214000.5"))
	two, _ := zh.NumeralBefore(2, "支")
	fmt.Println(s, two, zh.Digits(2022))
	_, err := zh.ParseNumeral("一万二")
	fmt.Println(errors.Is(err, zh.ErrAmbiguous))
	// Output:
	// 一百二十一万四千点五 两支 二〇二二
	// true
}

func ExampleCapitals() {
	a := money.Fen(10700053)
	canonical, _ := zh.Capitals(a)
	explicit, _ := zh.Capitals(a, zh.Renminbi|zh.ZeroExplicit)
	fmt.Println(canonical)
	fmt.Println(explicit)
	back, err := zh.ParseCapitals("人民幣壹拾萬柒仟圓零伍角叁分")
	fmt.Println(back, err)
	// Output:
	// 壹拾万柒仟元零伍角叁分
	// 人民币壹拾万零柒仟元零伍角叁分
	// 107000.53 <nil>
}

func ExampleDateText() {
	d := cal.MustParse("2022-06-28")
	fmt.Println(zh.DateText(d), zh.DateInWords(d), zh.BillDate(d))
	fmt.Println(zh.PeriodText(cal.Half(2022, 1)), zh.MonthsText(cal.Half(2022, 1)), zh.AsOfText(d))
	// Output:
	// 2022年6月28日 二〇二二年六月二十八日 贰零贰贰年陆月贰拾捌日
	// 2022年上半年 2022年1—6月 截至2022年6月28日
}
