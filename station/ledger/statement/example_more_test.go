package statement_test

import (
	"fmt"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/measure"
	"github.com/shegong/shegong/station/vocab"
)

// What a donor has agreed to, for his gift alone (虚构).
func ExampleFundCaps() {
	s, _ := county()
	agreed, err := ledger.NewFunds(ledger.Fund{ID: "D1", Name: "冬衣捐赠（虚构）", Source: ledger.Donation,
		Restriction: ledger.Unrestricted, Guard: ledger.Unguarded,
		Caps: []ledger.Cap{{Name: "项目支出", Accounts: []ledger.Account{ledger.ProgrammeCost}, Comparator: measure.AtLeast,
			Base:   ledger.FundReceived,
			Tiers:  []ledger.CapTier{{Valid: cal.Since(cal.MustParse("2020-01-01")), Ratio: measure.MustParseRatio("0.3")}},
			Source: vocab.Source{Document: "虚构协议", Provenance: vocab.Fictitious}}}})
	if err != nil {
		fmt.Println(err)
		return
	}
	rows, err := statement.FundCaps(ctx, s, agreed, "D1", year(), now)
	for _, r := range rows {
		fmt.Println(r.Part, r.Base, r.Keeps)
	}
	fmt.Println(err)
	// Output:
	// 12345.67 30000.00 true
	// <nil>
}

// The county's report is made of the books of its stations.
func ExampleMerged() {
	s, _ := county()
	snapshot, err := s.Snapshot(now, statement.Dimensions()...)
	if err != nil {
		fmt.Println(err)
		return
	}
	all, err := books.BooksOf(snapshot)
	if err != nil {
		fmt.Println(err)
		return
	}
	trial, err := statement.TrialBalance(statement.Merged{Closing: all}, now)
	fmt.Println(trial.Totals[0].Debit == trial.Totals[0].Credit, err)
	// Output:
	// true <nil>
}
