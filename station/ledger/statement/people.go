package statement

import (
	"cmp"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/money"
)

// Help is what one entry gave to a beneficiary (救助明细). Goods have their Value in the books, ¥0.00 where they have none; where an entry
// takes a lot to several parties it is divided by quantity. Money has no value beside its amount.
type Help struct {
	Seq     uint64
	Date    cal.Date
	Fund    ledger.FundID
	Purpose ledger.Purpose
	Amount  ledger.Amount
	Value   money.Amount
}

// Beneficiary is what a person got (受益对象明细): entries in order, totals by unit, money first, and the value of the goods.
type Beneficiary struct {
	Party  ledger.PartyRef
	Helps  []Help
	Totals []ledger.Amount
	Value  money.Amount
}

// BeneficiaryStatement returns what one party got in a period (受益对象明细): goods handed out, and expenses that name the party where
// the entry pays or owes money in that fund; the cost of goods, which may name the party too, is none. A reversal is a line
// of its own, with a minus.
func BeneficiaryStatement(s *books.State, party ledger.PartyRef, during cal.Period, as books.AsOf) (Beneficiary, error) {
	out := Beneficiary{Party: party}
	sums, value := make(map[ledger.Unit]ledger.Total), ledger.Total{}
	for ev := range events(s, during, as) {
		for _, p := range ev.byFund(nil) {
			paid := slices.ContainsFunc(p.legs, func(l ledger.Leg) bool {
				return l.Account == ledger.Cash || l.Account == ledger.Bank || l.Account.Class() == ledger.Liability
			})
			for i, l := range p.legs {
				if l.Party != party || l.Account != ledger.Beneficiary && (l.Account.Class() != ledger.Expense || !paid || l.Lot != "") {
					continue
				}
				h := Help{Seq: ev.seq, Date: ev.entry.Date, Fund: l.Fund, Purpose: l.Purpose, Amount: l.Amount}
				if l.Account == ledger.Beneficiary {
					var err error
					if h.Value, err = p.worth(i); err != nil {
						return Beneficiary{}, err
					}
					value.Add(h.Value.Fen())
				}
				out.Helps = append(out.Helps, h)
				addTo(sums, l.Amount.Unit(), l.Amount.Minor())
			}
		}
	}
	var f fold
	out.Value, out.Totals = f.yuan(value), f.units(sums)
	if f.err != nil {
		return Beneficiary{}, f.err
	}
	return out, nil
}

// worth returns what the goods of leg i took out of the stock: the value that left the lot, divided over all that it went to.
func (p fundPart) worth(i int) (money.Amount, error) {
	var left ledger.Total
	var weights []int64
	mine := 0
	for j, l := range p.legs {
		switch {
		case l.Lot != p.legs[i].Lot:
		case l.Account == ledger.Stock && isMoney(l):
			left.Add(-l.Amount.Minor())
		case l.Account != ledger.Stock && !isMoney(l):
			if j == i {
				mine = len(weights)
			}
			weights = append(weights, max(l.Amount.Minor(), -l.Amount.Minor()))
		}
	}
	var f fold
	parts, err := f.yuan(left).Allocate(weights...)
	if err != nil || f.err != nil {
		return money.Amount{}, cmp.Or(f.err, err)
	}
	return parts[mine], nil
}

// units sorts sums by unit, money first, and leaves out zeros.
func (f *fold) units(m map[ledger.Unit]ledger.Total) []ledger.Amount {
	var out []ledger.Amount
	for u, t := range m {
		if a := f.amount(t, u); a.Sign() != 0 {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b ledger.Amount) int { return cmp.Compare(unitOrder(a.Unit()), unitOrder(b.Unit())) })
	return out
}

// TimeAccount is one account of the time bank (时间银行账户), in minutes: Opening + Earned + Got − Spent − Gave = Closing.
type TimeAccount struct {
	Party   ledger.PartyRef
	Opening ledger.Amount
	Earned  ledger.Amount // 存入
	Spent   ledger.Amount // 支取
	Got     ledger.Amount // 受赠
	Gave    ledger.Amount // 转出
	Closing ledger.Amount
}

// TimeBankOf returns the accounts of the time bank that had or moved time in a period, sorted by party; "" for all parties. What went from one
// account to another in an entry is Got and Gave, whatever the entry is called.
func TimeBankOf(s *books.State, party ledger.PartyRef, during cal.Period, as books.AsOf) ([]TimeAccount, error) {
	type work struct{ opening, earned, spent, got, gave, closing ledger.Total }
	works := make(map[ledger.PartyRef]*work)
	for ev := range events(s, cal.Period{}, as) {
		if !during.IsZero() && !during.Contains(ev.entry.Date) && !ev.entry.Date.Before(during.From()) {
			continue
		}
		pooled := slices.ContainsFunc(ev.entry.Legs, func(l ledger.Leg) bool { return l.Account == ledger.TimePool })
		for _, l := range ev.entry.Legs {
			if l.Account != ledger.TimeBank || party != "" && l.Party != party {
				continue
			}
			if works[l.Party] == nil {
				works[l.Party] = new(work)
			}
			w, n := works[l.Party], l.Amount.Minor()
			w.closing.Add(n)
			switch credit := n*ev.sign > 0; {
			case !during.IsZero() && !during.Contains(ev.entry.Date):
				w.opening.Add(n)
			case pooled && credit:
				w.earned.Add(n)
			case pooled:
				w.spent.Add(-n)
			case credit:
				w.got.Add(n)
			default:
				w.gave.Add(-n)
			}
		}
	}
	var f fold
	out := make([]TimeAccount, 0, len(works))
	minutes := func(t ledger.Total) ledger.Amount { return f.amount(t, ledger.Minutes()) }
	for p, w := range works {
		out = append(out, TimeAccount{p, minutes(w.opening), minutes(w.earned), minutes(w.spent), minutes(w.got), minutes(w.gave),
			minutes(w.closing)})
	}
	slices.SortFunc(out, func(a, b TimeAccount) int { return cmp.Compare(a.Party, b.Party) })
	return out, f.err
}

// Volunteered is how long a volunteer served (志愿服务时长).
type Volunteered struct {
	Party   ledger.PartyRef
	Minutes ledger.Amount
}

// VolunteersOf returns the time served in a period by volunteer, sorted by party (志愿服务时长统计). Time has no price (I14).
func VolunteersOf(s *books.State, during cal.Period, as books.AsOf) ([]Volunteered, error) {
	balances, err := s.Balances(books.Query{By: []ledger.Dimension{ledger.ByParty}, During: during,
		Match: func(l ledger.Leg) bool { return l.Account == ledger.Volunteer }}, as)
	if err != nil {
		return nil, err
	}
	out := make([]Volunteered, len(balances))
	for i, l := range balances {
		out[i] = Volunteered{l.Party, l.Amount}
	}
	return out, nil
}
