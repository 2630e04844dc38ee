package journal_test

import (
	"context"
	"testing"
	"time"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
)

func TestPost(t *testing.T) {
	funds, err := ledger.NewFunds(ledger.Fund{ID: "F1", Name: "福彩公益金", Source: ledger.LotteryCounty, Restriction: ledger.ByPurpose,
		Purposes: []ledger.Purpose{"visits"}, Forbidden: []ledger.UseClass{ledger.Vehicles}, Guard: ledger.ByDay})
	if err != nil {
		t.Fatal(err)
	}
	j, err := journal.Open(journal.Config{Chain: chain.SHA256("county"), Funds: funds})
	if err != nil {
		t.Fatal(err)
	}
	var store memory.Store
	ctx := context.Background()
	post := func(e ledger.Entry) (r journal.Receipt, err error) {
		err = store.Update(ctx, func(tx journal.DayTx) error {
			r, err = j.Post(ctx, tx, e, journal.Options{At: time.Date(2026, 3, 5, 1, 2, 3, 0, time.UTC)})
			return err
		})
		return r, err
	}
	yuan := func(s string) ledger.Amount { return ledger.MustParseAmount(s + " CNY") }
	r, err := post(ledger.Entry{Key: "K1", Kind: ledger.Grant, Date: cal.MustParse("2026-03-05"), Legs: []ledger.Leg{
		{Account: ledger.Bank, Fund: "F1", Amount: yuan("1000.00")}, {Account: ledger.GrantIncome, Fund: "F1", Amount: yuan("-1000.00")}}})
	t.Log(r, err)
	r, err = post(ledger.Entry{Key: "K2", Kind: ledger.Payment, Date: cal.MustParse("2026-03-06"), Legs: []ledger.Leg{
		{Account: ledger.Bank, Fund: "F1", Amount: yuan("-1000.01")}, {Account: ledger.ProgrammeCost, Use: ledger.Vehicles, Fund: "F1", Amount: yuan("1000.01")}}})
	t.Log(r, err)
	s, err := books.Replay(ctx, &store, j.Chain())
	if err != nil {
		t.Fatal(err)
	}
	t.Log(s.TrialBalance(books.AsOf{}))
}
