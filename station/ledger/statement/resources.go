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

// GoodsGiven is goods given of one unit and basis (捐赠物资): Value is what the basis says, and ¥0.00 for unvalued goods.
type GoodsGiven struct {
	Basis    ledger.Basis
	Quantity ledger.Amount
	Value    money.Amount
}

// Resources is the summary of money and goods gathered (款物折合). The figure that a report calls 款物折合 is [Resources.Total]: money
// and valued goods together, exact to the fen, derived from the entries and never stored. What it rests on stands beside it.
//
// Unvalued goods have no part in any sum: they are listed. Services given and other donation income are no 款物 and stand apart, and the hours of
// volunteers are elsewhere altogether ([VolunteersOf]). Agency money is not the station's and not here.
//
// A period may have negative lines: for goods of an earlier period that were given back, or were valued at last and left the unvalued.
type Resources struct {
	Cash      money.Amount // 现金: in cash or on a bank account
	Valued    []GoodsGiven // 已计价物资, by basis and unit
	Unvalued  []GoodsGiven // 未计价物资, by unit: listed, never summed
	Services  money.Amount // 捐赠服务, measured at fair value
	Other     money.Amount // 其他捐赠收入: booked on receivables, and what no line above explains
	Receipted money.Amount // 已开捐赠票据: income of entries that name their receipt
	Gifts     int          // 捐赠笔数: entries that are gifts, less those reversed
}

// BasisTotal is the value of goods on one basis (按计价依据合计).
type BasisTotal struct {
	Basis ledger.Basis
	Value money.Amount
}

// Bases returns the value of goods by basis, in the order of ledger.Bases, without zeros.
func (r Resources) Bases() ([]BasisTotal, error) {
	sums := make(map[ledger.Basis]ledger.Total)
	for _, g := range r.Valued {
		addTo(sums, g.Basis, g.Value.Fen())
	}
	var f fold
	var out []BasisTotal
	for e := range ledger.Bases().All() {
		if v := f.yuan(sums[e.Key]); v.Sign() != 0 {
			out = append(out, BasisTotal{e.Key, v})
		}
	}
	return out, f.err
}

// Goods returns the value of the valued goods (物资折价).
func (r Resources) Goods() (money.Amount, error) {
	return r.goods(func(ledger.Basis) bool { return true })
}

// Total returns money and valued goods together (款物折合总额). It holds what donors themselves declared; see [Resources.Grounded].
func (r Resources) Total() (money.Amount, error) { return plus(r.Cash)(r.Goods()) }

// Grounded returns the total without what rests on the donor's declaration alone (有据款物折合额): what donation receipts can be issued for
// (财政部 税务总局 民政部公告2020年第27号 第十三条, reported).
func (r Resources) Grounded() (money.Amount, error) {
	return plus(r.Cash)(r.goods(ledger.Basis.Grounds))
}

func (r Resources) goods(counts func(ledger.Basis) bool) (money.Amount, error) {
	var t ledger.Total
	for _, g := range r.Valued {
		if counts(g.Basis) {
			t.Add(g.Value.Fen())
		}
	}
	var f fold
	return f.yuan(t), f.err
}

func plus(a money.Amount) func(money.Amount, error) (money.Amount, error) {
	return func(b money.Amount, err error) (money.Amount, error) {
		if err != nil {
			return b, err
		}
		return a.Add(b)
	}
}

// Plus returns both summaries together (汇总): of two periods, or of two books. It is commutative and associative, and the zero value
// changes nothing.
func (r Resources) Plus(o Resources) (Resources, error) {
	w := newResourceWork()
	for _, x := range []Resources{r, o} {
		w.cash.Add(x.Cash.Fen())
		w.services.Add(x.Services.Fen())
		w.other.Add(x.Other.Fen())
		w.receipted.Add(x.Receipted.Fen())
		w.gifts += x.Gifts
		for _, g := range slices.Concat(x.Valued, x.Unvalued) {
			w.add(g.Basis, g.Quantity.Unit(), g.Quantity.Minor(), g.Value.Fen())
		}
	}
	return w.resources()
}

type given struct {
	basis ledger.Basis
	unit  ledger.Unit
}

type resourceWork struct {
	cash, services, other, receipted ledger.Total
	quantity, value                  map[given]ledger.Total
	gifts                            int
}

func newResourceWork() *resourceWork {
	return &resourceWork{quantity: make(map[given]ledger.Total), value: make(map[given]ledger.Total)}
}

func (w *resourceWork) add(b ledger.Basis, u ledger.Unit, q, v int64) {
	addTo(w.quantity, given{b, u}, q)
	addTo(w.value, given{b, u}, v)
}

func (w *resourceWork) resources() (Resources, error) {
	var f fold
	out := Resources{Cash: f.yuan(w.cash), Services: f.yuan(w.services), Other: f.yuan(w.other), Receipted: f.yuan(w.receipted), Gifts: w.gifts}
	for k, q := range w.quantity {
		g := GoodsGiven{k.basis, f.amount(q, k.unit), f.yuan(w.value[k])}
		switch {
		case g.Quantity.Sign() == 0 && g.Value.Sign() == 0:
		case k.basis == ledger.Unvalued:
			out.Unvalued = append(out.Unvalued, g)
		default:
			out.Valued = append(out.Valued, g)
		}
	}
	for _, list := range [][]GoodsGiven{out.Valued, out.Unvalued} {
		slices.SortFunc(list, func(a, b GoodsGiven) int {
			return cmp.Or(strings.Compare(string(a.Basis), string(b.Basis)), a.Quantity.Unit().Compare(b.Quantity.Unit()))
		})
	}
	if f.err != nil {
		return Resources{}, f.err
	}
	return out, nil
}

// ResourcesOf returns what was given in a period (款物折合), of the legs that match accepts, nil for all: by fund, by station or by
// party. It must accept or refuse all legs of one fund in an entry alike.
//
// Money counts when it arrives in cash or at the bank as donation income. Goods count when they come from the donor's
// account; their value is what their valuation booked, on its basis. Later revaluations that book donation income
// add to the value on the new basis, and take goods that had none from the list of the unvalued. Goods and money given
// back to a donor, and reversals, count with a minus.
func ResourcesOf(ctx context.Context, s *books.State, funds ledger.FundSource, during cal.Period, as books.AsOf,
	match func(ledger.Leg) bool) (Resources, error) {
	w, known := newResourceWork(), newFundBook(ctx, funds)
	for ev := range events(s, during, as) {
		gift := false
		for _, part := range ev.byFund(match) {
			fund, err := known.fund(part.fund)
			if err != nil {
				return Resources{}, err
			}
			if !fund.Agency && w.part(ev, part) == int(ev.sign) {
				gift = true
			}
		}
		if gift {
			w.gifts += int(ev.sign)
		}
	}
	return w.resources()
}

// part adds what one fund got in an entry: 1 if that was a gift, −1 if one was given back, 0 if it was neither.
func (w *resourceWork) part(ev event, p fundPart) int {
	var income, cash, stock ledger.Total
	donated := make(map[ledger.LotID]int64)
	values := make(map[ledger.LotID]int64)
	money := false
	for _, l := range p.legs {
		n := l.Amount.Minor()
		switch {
		case l.Account == ledger.Donor:
			donated[l.Lot] -= n
		case !isMoney(l):
		case l.Account == ledger.DonationIncome:
			income.Add(-n)
		case l.Account == ledger.Cash || l.Account == ledger.Bank:
			cash.Add(n)
		case l.Account == ledger.Stock:
			values[l.Lot] += n
			stock.Add(n)
		}
		money = money || isMoney(l)
	}
	if income == (ledger.Total{}) && (len(donated) == 0 || money) {
		return 0 // bought, granted, handed out
	}
	rest := income
	less := func(n int64) { rest.Add(-n) }
	goods := make(map[ledger.LotID]bool)
	for lot, q := range donated {
		goods[lot] = true
		b := ev.basis(lot)
		w.add(b.Basis, unitOf(p.legs, lot), q, values[lot])
		less(values[lot])
	}
	revalued := len(donated) == 0 && income == stock && cash == (ledger.Total{})
	for lot, v := range values {
		if goods[lot] || !revalued {
			continue
		}
		b := ev.basis(lot)
		if b.Quantity.Sign() == 0 {
			continue // not a revaluation: other income with stock behind it
		}
		if q := b.Quantity.Minor() * ev.sign; b.Value.Fen()*ev.sign == v { // worth nothing before
			w.add(ledger.Unvalued, b.Quantity.Unit(), -q, 0)
			w.add(b.Basis, b.Quantity.Unit(), q, v)
		} else {
			w.add(b.Basis, b.Quantity.Unit(), 0, v)
		}
		less(v)
	}
	if c, fits := cash.Minor(); fits && income != (ledger.Total{}) {
		w.cash.Add(c)
		less(c)
	}
	if ev.origin.Kind == ledger.ServiceGift {
		w.services = w.services.Plus(rest)
	} else {
		w.other = w.other.Plus(rest)
	}
	if ev.origin.Receipt != "" {
		w.receipted = w.receipted.Plus(income)
	}
	direction := income
	for _, q := range donated {
		if income == (ledger.Total{}) {
			direction.Add(q)
		}
	}
	if revalued {
		return 0
	}
	return direction.Sign()
}

// unitOf is the unit of a lot's goods.
func unitOf(legs []ledger.Leg, lot ledger.LotID) ledger.Unit {
	for _, l := range legs {
		if l.Lot == lot && !isMoney(l) {
			return l.Amount.Unit()
		}
	}
	return ledger.Unit{}
}
