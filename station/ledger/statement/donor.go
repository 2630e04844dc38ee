package statement

import (
	"cmp"
	"context"
	"maps"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/money"
)

// UseOfGift is what was spent of a gift on a purpose (捐赠使用去向).
type UseOfGift struct {
	Purpose ledger.Purpose
	Amount  money.Amount
}

// DonorFund is what became of a donor's money in one fund (捐赠资金使用情况): Given − Spent − Moved = Left, where Moved went to other funds
// or books.
//
// In the donor's own fund (Pooled false) the figures are those of the fund. In a fund that others fill too (Pooled true) Given is from
// the entries, while Uses, Spent and Moved are a share computed for this report: every purpose is divided over all who filled the fund in
// proportion to what they gave, by largest remainders (I12), so that the shares of all donors add up to what was spent. A report
// says so. PoolGiven is what filled the fund altogether, opening balances, grants and other income with it, PoolSpent what
// it spent.
//
// Given is donation income, so it holds the value of goods that have one; spent is expenses, so it holds the value of goods handed out.
type DonorFund struct {
	Fund      ledger.FundID
	Pooled    bool
	Given     money.Amount
	Uses      []UseOfGift
	Spent     money.Amount
	Moved     money.Amount
	Left      money.Amount
	PoolGiven money.Amount
	PoolSpent money.Amount
}

// DonorGoods is what became of a lot that a donor gave, or gave part of (捐赠物资去向). In a lot that others filled too (Pooled true) only Given is
// the donor's.
type DonorGoods struct {
	Lot     ledger.LotID
	Fund    ledger.FundID
	Pooled  bool
	Given   ledger.Amount
	Handed  ledger.Amount // to people
	Other   ledger.Amount // sold, given back, lost, moved to other funds and books
	InStock ledger.Amount
}

// Donor is a report to a donor (捐赠反馈报告): money by fund, goods by lot. Receipts are the numbers of the donation receipts on record, sorted.
type Donor struct {
	Party    ledger.PartyRef
	Funds    []DonorFund
	Goods    []DonorGoods
	Receipts []string
}

// DonorReport returns what a donor gave and what became of it as of a point (捐赠反馈报告, 慈善法 第四十二条), sorted by fund and lot. Gifts
// are the donation income that names the donor, and the goods that came from the donor's account with the name. A fund is the
// donor's own if its Donor is the donor and nothing else filled it.
func DonorReport(ctx context.Context, s *books.State, funds ledger.FundSource, donor ledger.PartyRef, as books.AsOf) (Donor, error) {
	out := Donor{Party: donor}
	by := []ledger.Dimension{ledger.ByFund, ledger.ByAccount, ledger.ByParty, ledger.PerPurpose}
	balances, err := s.Balances(books.Query{By: by, Match: isMoney}, as)
	if err != nil {
		return out, err
	}
	pools := make(map[ledger.FundID]*pool)
	for _, l := range balances {
		p := pools[l.Fund]
		if p == nil {
			p = &pool{given: make(map[ledger.PartyRef]ledger.Total), spent: make(map[ledger.Purpose]ledger.Total)}
			pools[l.Fund] = p
		}
		p.add(l)
	}
	known := newFundBook(ctx, funds)
	for id, p := range pools {
		fund, err := known.fund(id)
		if err != nil {
			return out, err
		}
		if _, gave := p.given[donor]; !gave && fund.Donor != donor {
			continue
		}
		line, err := p.share(fund, donor)
		if err != nil {
			return out, err
		}
		out.Funds = append(out.Funds, line)
	}
	slices.SortFunc(out.Funds, func(a, b DonorFund) int { return cmp.Compare(a.Fund, b.Fund) })
	if out.Goods, err = donorGoods(s, donor, as); err != nil {
		return out, err
	}
	out.Receipts = receipts(s, donor, as)
	return out, nil
}

// pool is what filled a fund and what it spent.
type pool struct {
	given map[ledger.PartyRef]ledger.Total // donation income by donor
	other ledger.Total                     // everything else that filled it
	moved ledger.Total                     // to other funds and books, less what came from there
	spent map[ledger.Purpose]ledger.Total
}

func (p *pool) add(l ledger.Leg) {
	n := l.Amount.Minor()
	switch {
	case l.Account == ledger.DonationIncome:
		addTo(p.given, l.Party, -n)
	case l.Account.Class() == ledger.Expense:
		addTo(p.spent, l.Purpose, n)
	case l.Account.Class() == ledger.Transit:
		p.moved.Add(n)
	case equity(l.Account):
		p.other.Add(-n)
	}
}

// share returns the donor's part.
func (p *pool) share(fund ledger.Fund, donor ledger.PartyRef) (DonorFund, error) {
	var f fold
	out := DonorFund{Fund: fund.ID, Given: f.yuan(p.given[donor])}
	moved := f.yuan(p.moved)
	if moved.Sign() < 0 { // came from other funds
		p.other.Add(-moved.Fen())
		moved = money.Amount{}
	}
	parties := slices.Sorted(maps.Keys(p.given))
	weights, mine, all, spent := make([]int64, len(parties)+1), -1, p.other, ledger.Total{}
	weights[len(parties)] = max(f.minor(p.other), 0)
	out.Pooled = fund.Donor != donor || p.other != ledger.Total{}
	for i, party := range parties {
		weights[i] = max(f.minor(p.given[party]), 0)
		all = all.Plus(p.given[party])
		if party == donor {
			mine = i
		} else {
			out.Pooled = out.Pooled || p.given[party] != ledger.Total{}
		}
	}
	// part is the donor's part of an amount: all of it in the donor's own fund.
	part := func(a money.Amount) (money.Amount, error) {
		switch {
		case !out.Pooled:
			return a, nil
		case mine < 0 || weights[mine] == 0:
			return money.Amount{}, nil
		}
		parts, err := a.Allocate(weights...)
		if err != nil {
			return money.Amount{}, err
		}
		return parts[mine], nil
	}
	var uses ledger.Total
	for _, purpose := range slices.Sorted(maps.Keys(p.spent)) {
		spent = spent.Plus(p.spent[purpose])
		amount, err := part(f.yuan(p.spent[purpose]))
		if err != nil {
			return DonorFund{}, err
		}
		if amount.Sign() != 0 {
			out.Uses = append(out.Uses, UseOfGift{purpose, amount})
			uses.Add(amount.Fen())
		}
	}
	var err error
	if out.Moved, err = part(moved); err != nil {
		return DonorFund{}, err
	}
	out.Spent, out.PoolGiven, out.PoolSpent = f.yuan(uses), f.yuan(all), f.yuan(spent)
	var left ledger.Total
	left.Add(out.Given.Fen())
	left.Add(-out.Spent.Fen())
	left.Add(-out.Moved.Fen())
	out.Left = f.yuan(left)
	return out, f.err
}

// donorGoods follows the lots that the donor gave to.
func donorGoods(s *books.State, donor ledger.PartyRef, as books.AsOf) ([]DonorGoods, error) {
	balances, err := s.Balances(books.Query{By: []ledger.Dimension{ledger.ByLot, ledger.ByFund, ledger.ByAccount, ledger.ByParty},
		Match: func(l ledger.Leg) bool { return l.Lot != "" && !isMoney(l) }}, as)
	if err != nil {
		return nil, err
	}
	type key struct {
		lot  ledger.LotID
		fund ledger.FundID
	}
	type flow struct {
		unit                               ledger.Unit
		given, others, handed, gone, stock ledger.Total
		named                              bool
	}
	flows := make(map[key]*flow)
	for _, l := range balances {
		k := key{l.Lot, l.Fund}
		if flows[k] == nil {
			flows[k] = &flow{unit: l.Amount.Unit()}
		}
		w, n := flows[k], l.Amount.Minor()
		switch {
		case l.Account == ledger.Donor && l.Party == donor:
			w.given.Add(-n)
			w.named = true
		case l.Account == ledger.Stock:
			w.stock.Add(n)
		case l.Account == ledger.Beneficiary:
			w.handed.Add(n)
		case wayOf(l.Account) == wayIn:
			w.others.Add(-n)
		default:
			w.gone.Add(n)
		}
	}
	var out []DonorGoods
	var f fold
	for k, w := range flows {
		if !w.named {
			continue
		}
		g := DonorGoods{Lot: k.lot, Fund: k.fund, Pooled: w.others != ledger.Total{}, Given: f.amount(w.given, w.unit)}
		if !g.Pooled {
			g.Handed, g.Other, g.InStock = f.amount(w.handed, w.unit), f.amount(w.gone, w.unit), f.amount(w.stock, w.unit)
		}
		out = append(out, g)
	}
	slices.SortFunc(out, func(a, b DonorGoods) int { return cmp.Or(cmp.Compare(a.Lot, b.Lot), cmp.Compare(a.Fund, b.Fund)) })
	return out, f.err
}

// receipts are those of the donor's gifts that were not reversed.
func receipts(s *books.State, donor ledger.PartyRef, as books.AsOf) []string {
	held := make(map[string]int64)
	for ev := range events(s, cal.Period{}, as) {
		if ev.origin.Receipt != "" && slices.ContainsFunc(ev.origin.Legs, func(l ledger.Leg) bool {
			return l.Party == donor && (l.Account == ledger.DonationIncome || l.Account == ledger.Donor)
		}) {
			held[ev.origin.Receipt] += ev.sign
		}
	}
	var out []string
	for number, n := range held {
		if n > 0 {
			out = append(out, number)
		}
	}
	slices.Sort(out)
	return out
}
