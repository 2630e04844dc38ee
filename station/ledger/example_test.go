package ledger_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/money"
)

func ExampleEntry_Validate() {
	// 冬衣捐赠（虚构）: half of it was booked by mistake as if it had a price.
	e := ledger.Entry{
		Key: "2026-031", Kind: ledger.GiftInKind, Date: cal.MustParse("2026-03-05"), Memo: "捐赠冬衣 40 件",
		Receipt: "No 0012",
		Legs: []ledger.Leg{
			{Account: ledger.Stock, Amount: ledger.MustParseAmount("40 clothes/件"), Fund: "捐赠", Lot: "冬衣-03"},
			{Account: ledger.Donor, Amount: ledger.MustParseAmount("-40 clothes/件"), Fund: "捐赠", Lot: "冬衣-03"},
			{Account: ledger.DonationIncome, Amount: ledger.MustParseAmount("-800.00 CNY"), Fund: "捐赠"},
		},
		Lots: []ledger.Lot{{ID: "冬衣-03", Unit: ledger.MustParseUnit("clothes/件")}},
		Valuations: []ledger.Valuation{{Lot: "冬衣-03", Basis: ledger.Unvalued,
			Quantity: ledger.MustParseAmount("40 clothes/件")}},
	}
	for _, f := range fault.Of(e.Validate()) {
		fmt.Println(f.Text(language.Chinese))
	}
	// Output:
	// legs[2]：同一资金、同一计量单位的分录合计不为零（I1） [LEDGER-UNBALANCED]
	// receipt：仅凭捐赠人声明或未计价不能开具捐赠票据（I11） [LEDGER-RECEIPT]
}

func ExampleValuation_Price() {
	v := ledger.Valuation{Lot: "茶-01", Basis: ledger.FairMarket, Quantity: ledger.MustParseAmount("0.375 tea/公斤/3")}
	v, err := v.Price("12.3456", money.HalfUp)
	fmt.Println(v.Exact, v.Value, err)
	// Output:
	// 4.6296000 4.63 <nil>
}

func ExampleAmount_Add() {
	rice := ledger.MustParseAmount("10 rice/袋")
	more, err := rice.Add(ledger.MustParseAmount("2 rice/袋"))
	fmt.Println(more, err)
	_, err = rice.Add(ledger.MustParseAmount("2.00 CNY"))
	fmt.Println(err)
	// Output:
	// 12 rice/袋 <nil>
	// different units [LEDGER-MIXED]
}
