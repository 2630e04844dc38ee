package statement

import (
	"cmp"
	"slices"

	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
)

// TrialRow is the balance of an account in a fund and unit (试算平衡表行), in one of two columns; the other is zero.
type TrialRow struct {
	Account ledger.Account
	Fund    ledger.FundID
	Debit   ledger.Amount
	Credit  ledger.Amount
}

// TrialTotal is the sum of both columns in a unit (合计): they are equal, and for every fund by itself too (I1).
type TrialTotal struct {
	Debit, Credit ledger.Amount
}

// Trial is a trial balance (试算平衡表): rows in the order of the accounts, then by fund and unit; totals by unit.
type Trial struct {
	Rows   []TrialRow
	Totals []TrialTotal
}

// TrialBalance returns every balance as of a point (试算平衡表).
func TrialBalance(src Source, as books.AsOf) (Trial, error) {
	balances, err := src.Balances(books.Query{By: []ledger.Dimension{ledger.ByAccount, ledger.ByFund}}, as)
	if err != nil {
		return Trial{}, err
	}
	slices.SortStableFunc(balances, func(a, b ledger.Leg) int { return byAccount(a.Account, b.Account) })
	var out Trial
	debits, credits := make(map[ledger.Unit]ledger.Total), make(map[ledger.Unit]ledger.Total)
	for _, l := range balances {
		u, zero := l.Amount.Unit(), ledger.Minor(0, l.Amount.Unit())
		row := TrialRow{l.Account, l.Fund, zero, zero}
		if l.Amount.Sign() > 0 {
			row.Debit = l.Amount
		} else {
			row.Credit = l.Amount.Neg()
		}
		addTo(debits, u, row.Debit.Minor())
		addTo(credits, u, row.Credit.Minor())
		out.Rows = append(out.Rows, row)
	}
	var f fold
	for u, t := range debits {
		out.Totals = append(out.Totals, TrialTotal{f.amount(t, u), f.amount(credits[u], u)})
	}
	slices.SortFunc(out.Totals, func(a, b TrialTotal) int { return cmp.Compare(unitOrder(a.Debit.Unit()), unitOrder(b.Debit.Unit())) })
	if f.err != nil {
		return Trial{}, f.err
	}
	return out, nil
}

// unitOrder puts money first, then time, then goods by their text.
func unitOrder(u ledger.Unit) string {
	switch u.Kind() {
	case ledger.Money:
		return "0"
	case ledger.Time:
		return "1"
	}
	return "2" + u.String()
}
