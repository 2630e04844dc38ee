package statement

import (
	"context"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/money"
	"github.com/shegong/shegong/station/vocab"
)

// Presentation is how a statement of activities shows what restricted funds spend (列报方式). The zero value is not recorded.
type Presentation string

// The presentations. Both come from one journal, since the restriction is the fund's and not the account's.
const (
	// ByRelease: expenses stand in the unrestricted column, and a line releases as much from restricted net assets
	// (限定性净资产转为非限定性净资产, 民间非营利组织会计制度 2004).
	ByRelease Presentation = "release"
	// BySplit: expenses stand in the column of their fund and close to its net assets (2024 edition, reported at second hand).
	BySplit Presentation = "split"
)

// Presentations returns the presentations.
func Presentations() vocab.List[Presentation] { return presentations() }

// ActivityLine is an account in the columns of the statement (业务活动表行).
type ActivityLine struct {
	Account      ledger.Account
	Unrestricted money.Amount
	Restricted   money.Amount
	Total        money.Amount
}

// Activities is a statement of activities (业务活动表). Income and expenses are positive. Release has what restricted funds spent as minus
// in the restricted and plus in the unrestricted column, and is zero in a statement [BySplit]. Transfers are moves between funds and
// books; between the funds of a book their total is ¥0.00. Change is income − expenses + release + transfers: what
// net assets gained.
type Activities struct {
	Presentation Presentation
	Income       []ActivityLine
	Expenses     []ActivityLine
	Release      ActivityLine
	Transfers    ActivityLine
	Change       ActivityLine
}

type columns struct{ unrestricted, restricted ledger.Total }

func (c *columns) add(restricted bool, n int64) {
	if restricted {
		c.restricted.Add(n)
	} else {
		c.unrestricted.Add(n)
	}
}

func (f *fold) line(a ledger.Account, c columns) ActivityLine {
	return ActivityLine{a, f.yuan(c.unrestricted), f.yuan(c.restricted), f.yuan(c.unrestricted.Plus(c.restricted))}
}

// ActivitiesOf returns the statement of a period (业务活动表): of a month, or of the year to date. Lines are in the order of the
// accounts. It is [vocab.ErrUnknown] for an unknown presentation.
func ActivitiesOf(ctx context.Context, src Source, funds ledger.FundSource, p Presentation, during cal.Period, as books.AsOf) (Activities, error) {
	if err := Presentations().Check(p); err != nil {
		return Activities{}, err
	}
	by := []ledger.Dimension{ledger.ByAccount, ledger.ByFund}
	balances, err := src.Balances(books.Query{By: by, During: during, Match: func(l ledger.Leg) bool {
		c := l.Account.Class()
		return isMoney(l) && (c == ledger.Income || c == ledger.Expense || c == ledger.Transit)
	}}, as)
	if err != nil {
		return Activities{}, err
	}
	known := newFundBook(ctx, funds)
	lines, release, transfers, change := make(map[ledger.Account]*columns), columns{}, columns{}, columns{}
	for _, l := range balances {
		fund, err := known.fund(l.Fund)
		if err != nil {
			return Activities{}, err
		}
		restricted, n := fund.Restricted(), l.Amount.Minor()
		change.add(restricted, -n)
		if l.Account.Class() == ledger.Transit {
			transfers.add(restricted, -n)
			continue
		}
		c := lines[l.Account]
		if c == nil {
			c = new(columns)
			lines[l.Account] = c
		}
		switch {
		case l.Account.Class() == ledger.Income:
			c.add(restricted, -n)
		case restricted && p == ByRelease:
			c.add(false, n)
			release.add(false, n)
			release.add(true, -n)
		default:
			c.add(restricted, n)
		}
	}
	var f fold
	out := Activities{Presentation: p, Release: f.line("", release), Transfers: f.line("", transfers), Change: f.line("", change)}
	for a, c := range lines {
		if a.Class() == ledger.Income {
			out.Income = append(out.Income, f.line(a, *c))
		} else {
			out.Expenses = append(out.Expenses, f.line(a, *c))
		}
	}
	for _, list := range [][]ActivityLine{out.Income, out.Expenses} {
		slices.SortFunc(list, func(a, b ActivityLine) int { return byAccount(a.Account, b.Account) })
	}
	if f.err != nil {
		return Activities{}, f.err
	}
	return out, nil
}
