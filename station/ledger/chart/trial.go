package chart

import (
	"cmp"
	"context"
	"slices"

	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/statement"
	"github.com/shegong/shegong/station/money"
)

// Row is the balance of an account of the chart (科目余额表行), in one of two columns. Account is zero for a gap: then the row stands for
// the logical account by its name alone. Scope is set where the chart shows restricted and unrestricted funds apart.
type Row struct {
	Account Account
	Logical ledger.Account // of a gap
	Class   ledger.Class
	Scope   Scope
	Debit   money.Amount
	Credit  money.Amount
}

// ClassTotal is the balance of a class (类别合计), debits positive. It is the same in every chart.
type ClassTotal struct {
	Class   ledger.Class
	Balance money.Amount
}

// Trial is a trial balance in a chart (科目余额表): rows by code, gaps after them in the order of the logical accounts. Its totals by
// class, in the order asset, liability, net assets, income, expense, add up to ¥0.00.
type Trial struct {
	Edition string
	Rows    []Row
	Classes []ClassTotal
}

// rowKey is what a row stands for.
type rowKey struct {
	code    string
	logical ledger.Account
	class   ledger.Class
	scope   Scope
}

// TrialBalance shows the money of a ledger, one book or many merged, in the chart (科目余额表). Goods, time and commitments are not in it. The
// errors are those of the source and the fund source, ledger.ErrFund and ledger.ErrRange.
func TrialBalance(ctx context.Context, c Chart, src statement.Source, funds ledger.FundSource, as books.AsOf) (Trial, error) {
	balances, err := src.Balances(books.Query{By: []ledger.Dimension{ledger.ByAccount, ledger.ByFund}, Match: func(l ledger.Leg) bool {
		return l.Amount.Unit() == ledger.CNY() && ClassOf(l.Account) != ""
	}}, as)
	if err != nil {
		return Trial{}, err
	}
	restricted, sums, classes := make(map[ledger.FundID]bool), make(map[rowKey]ledger.Total), make(map[ledger.Class]ledger.Total)
	for _, l := range balances {
		limited, known := restricted[l.Fund]
		if !known {
			fund, ok, err := funds.Fund(ctx, l.Fund)
			if err != nil {
				return Trial{}, err
			}
			if !ok {
				return Trial{}, ledger.Refuse(ledger.I4, ledger.ErrFund)
			}
			limited = fund.Restricted()
			restricted[l.Fund] = limited
		}
		k := c.key(l.Account, limited)
		t, class := sums[k], classes[k.class]
		t.Add(l.Amount.Minor())
		class.Add(l.Amount.Minor())
		sums[k], classes[k.class] = t, class
	}
	return c.trial(sums, classes)
}

func (c Chart) key(logical ledger.Account, restricted bool) rowKey {
	k := rowKey{class: ClassOf(logical)}
	if c.Splits(k.class) {
		if k.scope = Unrestricted; restricted {
			k.scope = Restricted
		}
	}
	if a, ok := c.Account(logical, restricted); ok {
		k.code = a.Code
	} else {
		k.logical = logical
	}
	return k
}

func (c Chart) trial(sums map[rowKey]ledger.Total, classes map[ledger.Class]ledger.Total) (Trial, error) {
	t := Trial{Edition: c.Edition()}
	for k, sum := range sums {
		n, ok := sum.Minor()
		if !ok {
			return Trial{}, ledger.Refuse(ledger.I2, ledger.ErrRange)
		}
		if n != 0 {
			r := Row{Logical: k.logical, Class: k.class, Scope: k.scope, Debit: money.Fen(max(n, 0)), Credit: money.Fen(max(-n, 0))}
			r.Account, _ = c.Lookup(k.code)
			t.Rows = append(t.Rows, r)
		}
	}
	order := make(map[ledger.Account]int) // 0 for an account of the chart, so that gaps come last
	for e := range ledger.Accounts().All() {
		order[e.Key] = len(order) + 1
	}
	slices.SortFunc(t.Rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(order[a.Logical], order[b.Logical]), cmp.Compare(a.Account.Code, b.Account.Code), cmp.Compare(a.Scope, b.Scope))
	})
	for _, class := range []ledger.Class{ledger.Asset, ledger.Liability, ledger.NetAsset, ledger.Income, ledger.Expense} {
		n, ok := classes[class].Minor()
		if !ok {
			return Trial{}, ledger.Refuse(ledger.I2, ledger.ErrRange)
		}
		t.Classes = append(t.Classes, ClassTotal{class, money.Fen(n)})
	}
	return t, nil
}
