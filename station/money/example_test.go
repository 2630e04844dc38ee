package money_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"

	"github.com/shegong/shegong/station/money"
)

func ExampleAmount() {
	grant := money.MustParse("986543.21")
	first, err := grant.MulDiv(5, 10, money.HalfUp)
	if err != nil {
		fmt.Println(err)
		return
	}
	rest, _ := grant.Sub(first)
	fmt.Println(first, rest, rest.Compare(first))
	text, _ := json.Marshal(map[string]money.Amount{"paid": first, "refund": {}})
	fmt.Println(string(text))
	// Output:
	// 493271.61 493271.60 -1
	// {"paid":"493271.61","refund":"0.00"}
}

func ExampleParse() {
	for _, s := range []string{"12.50", "5", "1,000", "1e3", "1.005", ""} {
		a, err := money.Parse(s)
		fmt.Println(a, err)
	}
	// Output:
	// 12.50 <nil>
	// 5.00 <nil>
	// 0.00 not an amount in yuan such as 12.50 [MONEY-SYNTAX]
	// 0.00 not an amount in yuan such as 12.50 [MONEY-SYNTAX]
	// 0.00 amounts are whole fen, with at most two decimals [MONEY-INEXACT]
	// 0.00 no amount given; nothing recorded is not 0 [MONEY-EMPTY]
}

func ExampleFromDecimal() {
	price, _ := money.ParseDecimal("3.3350")
	_, err := money.FromDecimal(price)
	fmt.Println(errors.Is(err, money.ErrInexact))
	for _, mode := range money.Roundings() {
		a, _ := money.FromDecimalRounded(price, mode)
		fmt.Println(mode.ZH(), a)
	}
	// Output:
	// true
	// 四舍五入 3.34
	// 四舍六入五成双 3.34
	// 去尾 3.33
}

// A share of 3.35 per cent, rounded once.
func ExampleAmount_Mul() {
	rate, _ := money.ParseDecimal("0.0335")
	share, err := money.MustParse("1234567.89").Mul(rate, money.HalfUp)
	fmt.Println(share, err)
	// Output: 41358.02 <nil>
}

// A county's purchase contract is spread over four stations by their posts; the station without posts pays nothing.
func ExampleAmount_Allocate() {
	parts, err := money.MustParse("100000.00").Allocate(3, 0, 2, 2)
	fmt.Println(parts, err)
	sum, _ := money.SumOf(parts...)
	fmt.Println(sum)
	// Output:
	// [42857.14 0.00 28571.43 28571.43] <nil>
	// 100000.00
}

func ExampleAmount_Split() {
	fmt.Println(money.MustParse("1.00").Split(3))
	// Output: [0.34 0.33 0.33] <nil>
}

func ExampleSum() {
	gifts := map[string]money.Amount{"rice": money.MustParse("1000"), "cash": money.MustParse("513.25")}
	fmt.Println(money.Sum(maps.Values(gifts)))
	// Output: 1513.25 <nil>
}

func ExampleRounding() {
	third, _ := money.MustParse("100").MulDiv(1, 3, money.Truncate)
	_, err := money.MustParse("100").MulDiv(1, 3, "")
	fmt.Println(third, err)
	// Output: 33.33 the mode of rounding is missing or unknown [MONEY-ROUNDING]
}
