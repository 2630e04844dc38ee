package journal_test

import (
	"fmt"
	"testing"
	"time"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
)

func ExampleJournal_Post() {
	funds, err := ledger.NewFunds(ledger.Fund{ID: "福彩-2026", Name: "县级福彩公益金", Source: ledger.LotteryCounty,
		Document:    "虚构〔2026〕1号",
		Restriction: ledger.ByPurpose, Purposes: []ledger.Purpose{"走访慰问"},
		Forbidden: []ledger.UseClass{ledger.Vehicles, ledger.Staff}, Guard: ledger.ByPosting})
	if err != nil {
		fmt.Println(err)
		return
	}
	j, err := journal.Open(journal.Config{Chain: chain.SHA256("双湖镇社工站"), Funds: funds})
	if err != nil {
		fmt.Println(err)
		return
	}
	var store memory.Store
	post := func(e ledger.Entry) {
		err := store.Update(ctx, func(tx journal.DayTx) error {
			r, err := j.Post(ctx, tx, e, journal.Options{At: time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC)})
			if err == nil {
				fmt.Printf("第%d号 重复=%t\n", r.Seq, r.Repeated)
			}
			return err
		})
		for _, f := range fault.Of(err) {
			fmt.Println(f.Text(language.Chinese))
		}
	}
	grant := ledger.Entry{Key: "下达-001", Kind: ledger.Grant, Date: cal.MustParse("2026-03-05"), Memo: "收到县级福彩公益金",
		Legs: []ledger.Leg{
			{Account: ledger.Bank, Amount: ledger.MustParseAmount("50000.00 CNY"), Fund: "福彩-2026"},
			{Account: ledger.GrantIncome, Amount: ledger.MustParseAmount("-50000.00 CNY"), Fund: "福彩-2026"},
		}}
	post(grant)
	post(grant) // the reply was lost, so it is sent again
	post(ledger.Entry{Key: "支出-001", Kind: ledger.Payment, Date: cal.MustParse("2026-03-06"), Memo: "购车",
		Legs: []ledger.Leg{
			{Account: ledger.FixedAsset, Amount: ledger.MustParseAmount("80000.00 CNY"), Fund: "福彩-2026", Purpose: "走访慰问",
				Use: ledger.Vehicles},
			{Account: ledger.Bank, Amount: ledger.MustParseAmount("-80000.00 CNY"), Fund: "福彩-2026"},
		}})
	// Output:
	// 第1号 重复=false
	// 第1号 重复=true
	// legs[0].use：该资金禁止此类支出，或未填支出类别（I4） [LEDGER-USE]
	// legs[1].amount：余额不足（I3） [LEDGER-OVERDRAWN]
}

func BenchmarkPost(b *testing.B) {
	w := newWorld(b)
	w.must(income("g", "B", "2026-01-05", "90000000000000.00"))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := w.post(spending(fmt.Sprint("s", i), "B", "2026-02-05", "0.01")); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	w := furnished(b)
	e := handOut("x", "L1", "D", "2026-02-20", "1", "10.00")
	_ = w.store.Update(ctx, func(tx journal.DayTx) error {
		b.ReportAllocs()
		for b.Loop() {
			if l, err := w.j.Check(ctx, tx, e); err != nil || len(l) > 0 {
				b.Fatal(l, err)
			}
		}
		return nil
	})
}
