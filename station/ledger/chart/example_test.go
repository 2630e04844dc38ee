package chart_test

import (
	"context"
	"fmt"
	"time"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/chart"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
)

// One journal in two editions: what is not known of the newer one keeps the name of the ledger, without a code.
func ExampleTrialBalance() {
	funds := fundsOf()
	j, err := journal.Open(journal.Config{Chain: chain.SHA256("county"), Funds: funds})
	if err != nil {
		return
	}
	var store memory.Store
	for _, e := range []ledger.Entry{
		entry("grant", leg(ledger.Bank, "R", 100000), leg(ledger.GrantIncome, "R", -100000)),
		entry("own", leg(ledger.Bank, "U", 5000), leg(ledger.OtherIncome, "U", -5000)),
		entry("rent", leg(ledger.AdminCost, "U", 1500), leg(ledger.Bank, "U", -1500)),
	} {
		if err := store.Update(ctx, func(tx journal.DayTx) error {
			_, err := j.Post(ctx, tx, e, journal.Options{At: time.UnixMilli(1_790_000_000_000)})
			return err
		}); err != nil {
			return
		}
	}
	s, err := books.Replay(context.Background(), &store, j.Chain())
	if err != nil {
		return
	}
	for _, c := range []chart.Chart{chart.Edition2004(), chart.Edition2024()} {
		trial, err := chart.TrialBalance(ctx, c, s, funds, books.AsOf{})
		if err != nil {
			return
		}
		fmt.Println(trial.Edition, trial.Classes)
		for _, r := range trial.Rows {
			fmt.Printf("%4s %s%s %s %s\n", r.Account.Code, r.Account.Name, r.Logical, r.Debit, r.Credit)
		}
	}
	// Output:
	// 2004 [{asset 1035.00} {liability 0.00} {net_asset 0.00} {income -1050.00} {expense 15.00}]
	// 1002 银行存款 1035.00 0.00
	// 4401 政府补助收入 0.00 1000.00
	// 4901 其他收入 0.00 50.00
	// 5201 管理费用 15.00 0.00
	// 2024 [{asset 1035.00} {liability 0.00} {net_asset 0.00} {income -1050.00} {expense 15.00}]
	// 5301 管理费用 15.00 0.00
	//      bank 1035.00 0.00
	//      grant_income 0.00 1000.00
	//      other_income 0.00 50.00
}

func ExampleAt() {
	c, err := chart.At(cal.MustParse("2025-12-31"))
	a, ok := c.Account(ledger.NetAssets, true)
	fmt.Println(c.Edition(), a.Code, a.Name, a.Source.Provenance, ok, err)
	// Output:
	// 2004 3102 限定性净资产 reported true <nil>
}
