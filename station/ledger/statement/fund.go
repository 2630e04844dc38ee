package statement

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/money"
)

// Spent is what was spent on a purpose and class of use (支出明细).
type Spent struct {
	Account ledger.Account
	Purpose ledger.Purpose
	Use     ledger.UseClass
	Amount  money.Amount
}

// Line is an account with an amount (科目金额).
type Line struct {
	Account ledger.Account
	Amount  money.Amount
}

// FundStatement is what a fund had, got, spent and has left (资金收支表): Opening + income − spending + Brought + Transfers = Closing,
// where Opening and Closing are the fund's net assets, Brought is what was booked as opening balance in the period, and Transfers came from
// other funds and books less what went there. Spending is expenses; a fixed asset bought stays among the holdings.
//
// Holdings are the balances of assets and liabilities at the end, debts and advances negative. They add up to Closing. Of cash and bank
// deposits Committed is approved and not yet paid, and Available the rest. An agency fund has nothing of its own: what it
// received and has not passed on is the agency liability among its holdings.
type FundStatement struct {
	Fund      ledger.Fund
	Opening   money.Amount
	Income    []Line
	Spending  []Spent
	Brought   money.Amount
	Transfers money.Amount
	Closing   money.Amount
	Holdings  []Line
	Committed money.Amount
	Available money.Amount
}

// FundStatements returns the statement of every fund with a balance or a movement (资金收支表), sorted by fund. Without a period
// everything is a movement.
func FundStatements(ctx context.Context, src Source, funds ledger.FundSource, during cal.Period, as books.AsOf) ([]FundStatement, error) {
	by := []ledger.Dimension{ledger.ByFund, ledger.ByAccount, ledger.PerPurpose, ledger.ByUse}
	moved, err := src.Balances(books.Query{By: by, Match: isMoney, During: during}, as)
	if err != nil {
		return nil, err
	}
	end, opening := moved, books.Balances(nil)
	if !during.IsZero() {
		if end, err = src.Balances(books.Query{By: by[:2], Match: isMoney}, through(during, as)); err != nil {
			return nil, err
		}
		if opening, err = src.Balances(books.Query{By: by[:2], Match: isMoney}, before(during, as)); err != nil {
			return nil, err
		}
	}
	works := make(map[ledger.FundID]*fundWork)
	at := func(id ledger.FundID) *fundWork {
		if works[id] == nil {
			works[id] = &fundWork{income: make(map[ledger.Account]ledger.Total), spending: make(map[Spent]ledger.Total),
				holdings: make(map[ledger.Account]ledger.Total)}
		}
		return works[id]
	}
	for _, l := range opening {
		at(l.Fund).open(l)
	}
	for _, l := range moved {
		at(l.Fund).move(l)
	}
	for _, l := range end {
		at(l.Fund).end(l)
	}
	known := newFundBook(ctx, funds)
	out := make([]FundStatement, 0, len(works))
	for id, w := range works {
		fund, err := known.fund(id)
		if err != nil {
			return nil, err
		}
		s, err := w.statement(fund)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b FundStatement) int { return cmp.Compare(a.Fund.ID, b.Fund.ID) })
	return out, nil
}

// through is the point at which a period has ended.
func through(during cal.Period, as books.AsOf) books.AsOf {
	if d := during.Last(); !d.IsZero() && (as.Date.IsZero() || d.Before(as.Date)) {
		as.Date = d
	}
	return as
}

// equity reports whether the account belongs to net assets.
func equity(a ledger.Account) bool {
	switch a.Class() {
	case ledger.NetAsset, ledger.Income, ledger.Expense, ledger.Transit:
		return true
	}
	return false
}

// fundWork collects a fund's statement.
type fundWork struct {
	opening, brought, transfers, closing, cash, committed ledger.Total
	income, holdings                                      map[ledger.Account]ledger.Total
	spending                                              map[Spent]ledger.Total
}

func (w *fundWork) open(l ledger.Leg) {
	if equity(l.Account) {
		w.opening.Add(-l.Amount.Minor())
	}
}

func (w *fundWork) move(l ledger.Leg) {
	n := l.Amount.Minor()
	switch l.Account.Class() {
	case ledger.Income:
		addTo(w.income, l.Account, -n)
	case ledger.Expense:
		addTo(w.spending, Spent{Account: l.Account, Purpose: l.Purpose, Use: l.Use}, n)
	case ledger.Transit:
		w.transfers.Add(-n)
	case ledger.NetAsset:
		w.brought.Add(-n)
	}
}

func (w *fundWork) end(l ledger.Leg) {
	n := l.Amount.Minor()
	switch {
	case equity(l.Account):
		w.closing.Add(-n)
	case l.Account == ledger.Committed:
		w.committed.Add(n)
	case l.Account.Class() == ledger.Asset || l.Account.Class() == ledger.Liability:
		addTo(w.holdings, l.Account, n)
		if l.Account == ledger.Cash || l.Account == ledger.Bank {
			w.cash.Add(n)
		}
	}
}

func (w *fundWork) statement(fund ledger.Fund) (FundStatement, error) {
	var f fold
	out := FundStatement{Fund: fund, Opening: f.yuan(w.opening), Brought: f.yuan(w.brought), Transfers: f.yuan(w.transfers),
		Closing:   f.yuan(w.closing),
		Committed: f.yuan(w.committed), Income: f.lines(w.income), Holdings: f.lines(w.holdings)}
	free := w.cash
	free.Add(-out.Committed.Fen())
	out.Available = f.yuan(free)
	for k, t := range w.spending {
		if k.Amount = f.yuan(t); k.Amount.Sign() != 0 {
			out.Spending = append(out.Spending, k)
		}
	}
	slices.SortFunc(out.Spending, bySpent)
	return out, f.err
}

func bySpent(a, b Spent) int {
	return cmp.Or(byAccount(a.Account, b.Account), cmp.Compare(a.Purpose, b.Purpose), strings.Compare(string(a.Use), string(b.Use)))
}

// lines sorts sums by account and leaves out zeros.
func (f *fold) lines(m map[ledger.Account]ledger.Total) []Line {
	var out []Line
	for a, t := range m {
		if n := f.yuan(t); n.Sign() != 0 {
			out = append(out, Line{a, n})
		}
	}
	slices.SortFunc(out, func(a, b Line) int { return byAccount(a.Account, b.Account) })
	return out
}
