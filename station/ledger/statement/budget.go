package statement

import (
	"cmp"
	"context"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/money"
)

// BudgetLine is what is planned for a line of a fund (预算项目).
type BudgetLine struct {
	Fund   ledger.FundID
	Line   ledger.Line
	Amount money.Amount
}

// BudgetRow is a line's plan and execution (预算执行情况): Planned − Actual − Committed = Left, negative when the line is overspent.
// Listed is false for a line on which something was spent or committed and that the budget does not have.
type BudgetRow struct {
	Fund      ledger.FundID
	Line      ledger.Line
	Listed    bool
	Planned   money.Amount
	Actual    money.Amount
	Committed money.Amount
	Left      money.Amount
}

// BudgetActual compares a budget with what was spent in its period, and what is committed and not yet paid as of the point
// (预算执行情况表), sorted by fund and line. What is bought as a fixed asset is spent. A line given twice is [ErrBudget].
func BudgetActual(src Source, budget []BudgetLine, during cal.Period, as books.AsOf) ([]BudgetRow, error) {
	type key struct {
		fund ledger.FundID
		line ledger.Line
	}
	rows, list := make(map[key]*BudgetRow), fault.List(nil)
	at := func(k key) *BudgetRow {
		if rows[k] == nil {
			rows[k] = &BudgetRow{Fund: k.fund, Line: k.line}
		}
		return rows[k]
	}
	for i, b := range budget {
		r := at(key{b.Fund, b.Line})
		if r.Listed {
			list.Add(fault.Index("budget", i), catalogue().New(ErrBudget))
		}
		r.Listed, r.Planned = true, b.Amount
	}
	if err := list.Err(); err != nil {
		return nil, err
	}
	by := []ledger.Dimension{ledger.ByFund, ledger.ByLine}
	spent, err := src.Balances(books.Query{By: by, During: during, Match: func(l ledger.Leg) bool { return isMoney(l) && l.Account.Spending() }}, as)
	if err != nil {
		return nil, err
	}
	committed, err := src.Balances(books.Query{By: by, Match: func(l ledger.Leg) bool { return l.Account == ledger.Committed }}, as)
	if err != nil {
		return nil, err
	}
	for _, l := range spent {
		at(key{l.Fund, l.Line}).Actual = money.Fen(l.Amount.Minor())
	}
	for _, l := range committed {
		at(key{l.Fund, l.Line}).Committed = money.Fen(l.Amount.Minor())
	}
	var f fold
	out := make([]BudgetRow, 0, len(rows))
	for _, r := range rows {
		var left ledger.Total
		left.Add(r.Planned.Fen())
		left.Add(-r.Actual.Fen())
		left.Add(-r.Committed.Fen())
		r.Left = f.yuan(left)
		out = append(out, *r)
	}
	slices.SortFunc(out, func(a, b BudgetRow) int { return cmp.Or(cmp.Compare(a.Fund, b.Fund), cmp.Compare(a.Line, b.Line)) })
	return out, f.err
}

// CapRow is a cap and where it stands (支出比例监测): Part is compared with the tier's share of Base (I16). Applies is false when no
// tier is in force on the day for an organisation of this Size; then Keeps says nothing.
type CapRow struct {
	Cap     ledger.Cap
	Fund    ledger.FundID // a fund's own cap; "" for one of the organisation
	Tier    ledger.CapTier
	Applies bool
	Keeps   bool
	Part    money.Amount
	Base    money.Amount
	Size    money.Amount // net assets at the end of the last year
}

// Caps compares what was spent in a year with the caps of the organisation (支出比例监测); year is a calendar year and the day that chooses a
// tier its last, or that of the point if earlier. FundReceived as a base is all income of all funds ever; for a cap on one fund see
// [FundCaps].
func Caps(src Source, caps []ledger.Cap, year cal.Period, as books.AsOf) ([]CapRow, error) {
	return capsOf(src, caps, "", year, as)
}

// FundCaps compares what a fund spent with the fund's own caps, agreed with who gave it (协议约定的支出比例, 慈善法 第六十一条): part and base
// are those of the fund.
func FundCaps(ctx context.Context, src Source, funds ledger.FundSource, id ledger.FundID, year cal.Period, as books.AsOf) ([]CapRow, error) {
	f, err := newFundBook(ctx, funds).fund(id)
	if err != nil {
		return nil, err
	}
	return capsOf(src, f.Caps, id, year, as)
}

func capsOf(src Source, caps []ledger.Cap, fund ledger.FundID, year cal.Period, as books.AsOf) ([]CapRow, error) {
	if year.IsZero() {
		return nil, catalogue().New(ErrPeriod)
	}
	sum := func(during cal.Period, as books.AsOf, sign int64, match func(ledger.Account) bool, fund ledger.FundID) (money.Amount, error) {
		balances, err := src.Balances(books.Query{During: during, Match: func(l ledger.Leg) bool {
			return isMoney(l) && (fund == "" || l.Fund == fund) && match(l.Account)
		}}, as)
		if err != nil || len(balances) == 0 {
			return money.Amount{}, err
		}
		return money.Fen(sign * balances[0].Amount.Minor()), nil
	}
	class := func(c ledger.Class) func(ledger.Account) bool {
		return func(a ledger.Account) bool { return a.Class() == c }
	}
	last := cal.Year(year.From().Year() - 1)
	size, err := sum(cal.Period{}, before(year, as), -1, equity, "")
	if err != nil {
		return nil, err
	}
	on := through(year, as).Date
	var out []CapRow
	for _, c := range caps {
		if err := c.Validate(); err != nil {
			return nil, err
		}
		row := CapRow{Cap: c, Fund: fund, Size: size}
		if row.Part, err = sum(year, as, 1, func(a ledger.Account) bool { return slices.Contains(c.Accounts, a) }, fund); err != nil {
			return nil, err
		}
		switch c.Base {
		case ledger.YearSpending:
			row.Base, err = sum(year, as, 1, class(ledger.Expense), fund)
		case ledger.LastYearIncome:
			row.Base, err = sum(last, as, -1, class(ledger.Income), fund)
		case ledger.NetAssetsEnd:
			row.Base, err = sum(cal.Period{}, before(year, as), -1, equity, fund)
		case ledger.FundReceived:
			row.Base, err = sum(cal.Period{}, as, -1, class(ledger.Income), fund)
		}
		if err != nil {
			return nil, err
		}
		if row.Tier, row.Applies = c.Tier(on, size); row.Applies {
			row.Keeps = c.Keeps(row.Tier, row.Part, row.Base)
		}
		out = append(out, row)
	}
	return out, nil
}

// ContractMoney is what the books say about a contract (合同款账面情况): Received came in cash or at the bank, Earned is income on
// acceptance, Advance is received and not yet earned, Receivable earned and not yet received. Package instalment keeps the records that these
// figures are compared with.
type ContractMoney struct {
	Contract   string
	Received   money.Amount
	Earned     money.Amount
	Advance    money.Amount
	Receivable money.Amount
}

// Contracts returns what the books say about every contract that a leg on income, advances, receivables, cash or bank names, sorted. Cash
// counts where the leg on it names the contract, receipts less refunds; payments to others under the same
// name would lessen it.
func Contracts(src Source, during cal.Period, as books.AsOf) ([]ContractMoney, error) {
	balances, err := src.Balances(books.Query{By: []ledger.Dimension{ledger.ByContract, ledger.ByAccount}, During: during,
		Match: func(l ledger.Leg) bool { return isMoney(l) && l.Contract != "" }}, as)
	if err != nil {
		return nil, err
	}
	works := make(map[string]map[ledger.Account]ledger.Total)
	for _, l := range balances {
		if works[l.Contract] == nil {
			works[l.Contract] = make(map[ledger.Account]ledger.Total)
		}
		switch n := l.Amount.Minor(); l.Account {
		case ledger.Cash, ledger.Bank:
			addTo(works[l.Contract], ledger.Bank, n)
		case ledger.ServiceIncome, ledger.Advances:
			addTo(works[l.Contract], l.Account, -n)
		case ledger.Receivable:
			addTo(works[l.Contract], l.Account, n)
		default:
			continue
		}
	}
	var f fold
	var out []ContractMoney
	for id, w := range works {
		if len(w) > 0 {
			out = append(out, ContractMoney{id, f.yuan(w[ledger.Bank]), f.yuan(w[ledger.ServiceIncome]), f.yuan(w[ledger.Advances]),
				f.yuan(w[ledger.Receivable])})
		}
	}
	slices.SortFunc(out, func(a, b ContractMoney) int { return cmp.Compare(a.Contract, b.Contract) })
	return out, f.err
}
