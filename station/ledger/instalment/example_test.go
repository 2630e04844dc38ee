package instalment_test

import (
	"fmt"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/instalment"
	"github.com/shegong/shegong/station/money"
)

// A contract of 1,200,000 yuan in 5:3:2.
func ExampleSchedule() {
	plan, err := instalment.Schedule(money.MustParse("1200000.00"),
		instalment.Term{Name: "首期款", Weight: 5, Trigger: instalment.OnSigning},
		instalment.Term{Name: "中期款", Weight: 3, Trigger: instalment.OnMidTerm},
		instalment.Term{Name: "尾款", Weight: 2, Trigger: instalment.OnFinal})
	for _, in := range plan {
		fmt.Println(in.Number, in.Term.Name, in.Amount)
	}
	fmt.Println(err)
	// Output:
	// 1 首期款 600000.00
	// 2 中期款 360000.00
	// 3 尾款 240000.00
	// <nil>
}

// The mid-term evaluation costs the operator 6,000 yuan: it is taken from that instalment and no other.
func ExampleAccount_Status() {
	report := ledger.Evidence{Kind: ledger.Report, Number: "中评〔2026〕3号"}
	a := instalment.Account{Contract: "HT-2026-01", Price: money.MustParse("1200000.00"),
		Terms: []instalment.Term{{Weight: 5, Trigger: instalment.OnSigning}, {Weight: 3, Trigger: instalment.OnMidTerm}, {Weight: 2, Trigger: instalment.OnFinal}},
		Acceptances: []instalment.Acceptance{{Instalment: 1, On: cal.MustParse("2026-01-10")},
			{Instalment: 2, On: cal.MustParse("2026-07-05"), Evidence: report}},
		Deductions: []instalment.Deduction{{Instalment: 2, On: cal.MustParse("2026-07-05"), Amount: money.MustParse("6000.00"),
			Reason: "缺岗", Clause: "第八条第二款", Evidence: report}},
		Received: []instalment.Received{{Instalment: 1, On: cal.MustParse("2026-01-20"), Amount: money.MustParse("600000.00"), Key: "S-1"}}}
	list, sum, err := a.Status(cal.MustParse("2026-07-31"))
	for _, s := range list {
		fmt.Println(s.Instalment.Number, s.State, s.Approved, s.Received, s.Outstanding)
	}
	fmt.Println(sum.Deducted, sum.Outstanding, err)
	// Output:
	// 1 settled 600000.00 600000.00 0.00
	// 2 due 354000.00 0.00 354000.00
	// 3 waiting 0.00 0.00 0.00
	// 6000.00 354000.00 <nil>
}

// A county spreads the cost of its contract by posts.
func ExampleSpread() {
	shares, err := instalment.Spread(money.MustParse("100.00"), instalment.ByPosts,
		instalment.Base{Station: "柳河镇站", Weight: 3}, instalment.Base{Station: "青山乡站", Weight: 2}, instalment.Base{Station: "东坪镇站", Weight: 2})
	for _, s := range shares {
		fmt.Println(s.Station, s.Weight, s.Amount)
	}
	fmt.Println(err)
	// Output:
	// 东坪镇站 2 28.57
	// 柳河镇站 3 42.86
	// 青山乡站 2 28.57
	// <nil>
}
