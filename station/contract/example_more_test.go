package contract_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/contract"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/identity"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/money"
)

// News and documents call one agency by several names.
func ExampleOperator_Called() {
	o := contract.Operator{
		ID: "OP-1", Name: "青塘县绿方社会工作服务中心", Aliases: []string{"绿方社工", "青塘绿方社会工作服务中心"},
		CreditCode:  identity.MustParseCreditCode("52350627MJXG00004D"), // synthetic
		Inspections: []contract.Inspected{{Year: 2020, Outcome: contract.Passed}, {Year: 2021, Outcome: contract.Passed}},
	}
	fmt.Println(o.Called("绿方社工"), o.Called("绿方"), o.PassedInspections(2020, 2021), o.Validate())
	// Output:
	// true false true <nil>
}

// A province allows up to three per cent of a subsidy; the limit is the caller's.
func ExampleContract_CheckShare() {
	c := contract.Contract{Funding: []contract.Funding{
		{Fund: contract.ReliefSubsidy, Level: contract.County, Amount: money.MustParse("300000.01")},
		{Fund: contract.LotteryFund, Level: contract.Central, Amount: money.MustParse("200000")},
	}}
	budget, limit := money.MustParse("10000000"), measure.MustParseRatio("3%")
	fmt.Println(fault.Of(c.CheckShare(contract.ReliefSubsidy, budget, limit)).Text(language.Chinese))
	fmt.Println(c.CheckShare(contract.LotteryFund, budget, limit))
	// Output:
	// funding：列支超过规定比例（上限300000.00元） [CONTRACT-SHARE]
	// <nil>
}

func ExampleContract_Covers() {
	c := contract.Contract{
		Period: cal.MustParsePeriod("2022-01-01/2023-01-01"), Terminated: cal.MustParse("2022-09-01"), Sites: []string{"QT-01"},
	}
	for _, day := range []string{"2022-08-31", "2022-09-01"} {
		fmt.Println(day, c.Covers("QT-01", cal.MustParse(day)))
	}
	// Output:
	// 2022-08-31 true
	// 2022-09-01 false
}
