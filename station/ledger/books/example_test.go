package books_test

import (
	"fmt"

	"golang.org/x/text/language"

	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
)

func ExampleReplay() {
	bank, grant, cost := on(ledger.Bank, "福彩", ""), on(ledger.GrantIncome, "福彩", ""),
		on(ledger.ProgrammeCost, "福彩", "双湖镇")
	reader := sealed(nil, "county",
		pair("1", "2026-01-05", bank, grant, 100_000),
		pair("2", "2026-03-01", cost, bank, 30_000),
		pair("3", "2026-02-10", cost, bank, 5_000), // posted last, dated in February
	)
	s, err := books.Replay(ctx, reader, chain.SHA256("county"))
	if err != nil {
		fmt.Println(err)
		return
	}
	spent := books.Query{By: []ledger.Dimension{ledger.ByAccount, ledger.ByStation},
		Match: func(l ledger.Leg) bool { return l.Account.Class() == ledger.Expense }}
	for _, as := range []books.AsOf{{Date: date("2026-02-28")}, {Seq: 2, Date: date("2026-02-28")}, {}} {
		balances, err := s.Balances(spent, as)
		fmt.Println(len(balances), err)
		for _, l := range balances {
			fmt.Println(" ", ledger.Accounts().Name(l.Account, language.Chinese), l.Station, l.Amount)
		}
	}
	// Output:
	// 1 <nil>
	//   业务活动成本 双湖镇 50.00 CNY
	// 0 <nil>
	// 1 <nil>
	//   业务活动成本 双湖镇 350.00 CNY
}

func ExampleBooks() {
	sent, got := on(ledger.InterBook, "福彩", ""), on(ledger.InterBook, "福彩", "")
	sent.Book, got.Book = "双湖镇", "县"
	county := replay(nil, "县", pair("1", "2026-01-05", on(ledger.Bank, "福彩", ""), on(ledger.GrantIncome, "福彩", ""),
		100_000),
		pair("2", "2026-01-06", sent, on(ledger.Bank, "福彩", ""), 40_000))
	town := replay(nil, "双湖镇", pair("1", "2026-01-07", on(ledger.Bank, "福彩", ""), got, 40_000))

	var all books.Books
	for _, s := range []*books.State{county, town, town} { // the town sends its snapshot twice
		snapshot, err := s.Snapshot(books.AsOf{}, ledger.ByAccount, ledger.ByFund)
		if err != nil {
			fmt.Println(err)
			return
		}
		one, err := books.BooksOf(snapshot)
		if err != nil {
			fmt.Println(err)
			return
		}
		if all, err = all.Merge(one); err != nil {
			fmt.Println(err)
			return
		}
	}
	sums, open, err := all.Balances(ledger.ByAccount)
	for _, l := range sums {
		fmt.Println(ledger.Accounts().Name(l.Account, language.Chinese), l.Amount)
	}
	fmt.Println(len(open), err)
	// Output:
	// 银行存款 1000.00 CNY
	// 政府补助收入 -1000.00 CNY
	// 0 <nil>
}
