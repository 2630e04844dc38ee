package statement

import (
	"cmp"
	"math"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/money"
)

// Stocked is goods with their value in the books (数量与金额). Unvalued goods are worth ¥0.00.
type Stocked struct {
	Quantity ledger.Amount
	Value    money.Amount
}

// StockCard is what happened to a lot of a fund at a station (库存卡片): Opening + In − Out − Loss + Moved + Revalued = Closing, in
// quantity and value. In is gifts, purchases, finds and opening balances; Out is what was handed out, sold or given back;
// Moved is net of what came from and went to other lots, stations, funds and books. Revalued changes the value alone.
type StockCard struct {
	Lot      ledger.Lot
	Fund     ledger.FundID
	Station  string
	Opening  Stocked
	In       Stocked
	Out      Stocked
	Loss     Stocked
	Moved    Stocked
	Revalued money.Amount
	Closing  Stocked
}

// way is how goods enter and leave the stock.
type way int

const (
	wayIn way = iota
	wayOut
	wayLoss
	wayMoved
	ways
)

func wayOf(a ledger.Account) way {
	switch a {
	case ledger.Beneficiary, ledger.Buyer, ledger.Returned:
		return wayOut
	case ledger.Loss:
		return wayLoss
	case ledger.InterFund, ledger.InterBook, ledger.Stock:
		return wayMoved
	}
	return wayIn // donor, supplier, found, opening
}

// holding is where goods of a lot lie.
type holding struct {
	lot     ledger.LotID
	fund    ledger.FundID
	station string
}

type stockWork struct {
	opening, closing [2]ledger.Total // quantity, value
	by               [ways][2]ledger.Total
	revalued         ledger.Total
}

// StockCards returns a card for every holding of the item that had or got goods (库存卡片), "" for all items: sorted by unit, lot, fund
// and station. Without a period everything is a movement. When one entry takes goods of a lot both to people and to a loss, from several
// stations, the two are divided over the stations in proportion.
func StockCards(s *books.State, item string, during cal.Period, as books.AsOf) ([]StockCard, error) {
	works, lots := make(map[holding]*stockWork), make(map[ledger.LotID]ledger.Lot)
	at := func(h holding) *stockWork {
		if works[h] == nil {
			works[h] = new(stockWork)
		}
		return works[h]
	}
	// A lot is declared by the entry posted first, which is not always the first by date.
	for ev := range events(s, cal.Period{}, books.AsOf{Seq: as.Seq}) {
		for _, l := range ev.entry.Lots {
			lots[l.ID] = l
		}
		d := ev.entry.Date
		switch {
		case !as.Date.IsZero() && d.After(as.Date):
		case during.IsZero() || during.Contains(d):
			for _, part := range ev.byFund(nil) {
				if err := stockMoves(part, at); err != nil {
					return nil, err
				}
			}
		case d.Before(during.From()):
			for _, l := range ev.entry.Legs {
				if l.Account == ledger.Stock {
					at(holding{l.Lot, l.Fund, l.Station}).opening[column(l)].Add(l.Amount.Minor())
				}
			}
		}
	}
	var f fold
	var cards []StockCard
	for h, w := range works {
		lot := lots[h.lot]
		if item != "" && lot.Unit.Item() != item {
			continue
		}
		stocked := func(t [2]ledger.Total) Stocked { return Stocked{f.amount(t[0], lot.Unit), f.yuan(t[1])} }
		c := StockCard{Lot: lot, Fund: h.fund, Station: h.station,
			Opening: stocked(w.opening), In: stocked(w.by[wayIn]), Out: stocked(negated(w.by[wayOut])),
			Loss: stocked(negated(w.by[wayLoss])), Moved: stocked(w.by[wayMoved]), Revalued: f.yuan(w.revalued)}
		for i := range w.closing {
			w.closing[i] = w.opening[i]
			for k := range w.by {
				w.closing[i] = w.closing[i].Plus(w.by[k][i])
			}
		}
		w.closing[1] = w.closing[1].Plus(w.revalued)
		c.Closing = stocked(w.closing)
		cards = append(cards, c)
	}
	slices.SortFunc(cards, func(a, b StockCard) int {
		return cmp.Or(a.Lot.Unit.Compare(b.Lot.Unit), cmp.Compare(a.Lot.ID, b.Lot.ID), cmp.Compare(a.Fund, b.Fund), cmp.Compare(a.Station, b.Station))
	})
	return cards, f.err
}

func column(l ledger.Leg) int {
	if isMoney(l) {
		return 1
	}
	return 0
}

// negated is what left, as a positive figure; the stock's own legs are negative.
func negated(t [2]ledger.Total) (n [2]ledger.Total) {
	for i := range t {
		minor, ok := t[i].Minor()
		if !ok {
			return t // will not fit either, and is refused where it is written
		}
		n[i].Add(-minor)
	}
	return n
}

// stockMoves adds the movements of one fund in an entry. What a lot's goods came from or went to stands on its counter legs.
func stockMoves(p fundPart, at func(holding) *stockWork) error {
	type change struct {
		h    holding
		q, v int64
	}
	var changes []change
	counters := make(map[ledger.LotID]*[ways]int64)
	for _, l := range p.legs {
		n := l.Amount.Minor()
		switch {
		case l.Account == ledger.Stock:
			h := holding{l.Lot, l.Fund, l.Station}
			i := slices.IndexFunc(changes, func(c change) bool { return c.h == h })
			if i < 0 {
				i = len(changes)
				changes = append(changes, change{h: h})
			}
			if isMoney(l) {
				changes[i].v += n
			} else {
				changes[i].q += n
			}
		case !isMoney(l) && l.Lot != "":
			if counters[l.Lot] == nil {
				counters[l.Lot] = new([ways]int64)
			}
			counters[l.Lot][wayOf(l.Account)] -= n
		}
	}
	for _, c := range changes {
		w := at(c.h)
		parts := counters[c.h.lot]
		switch {
		case c.q == 0:
			w.revalued.Add(c.v)
			continue
		case parts == nil: // from lot to lot, from station to station
			w.by[wayMoved][0].Add(c.q)
			w.by[wayMoved][1].Add(c.v)
			continue
		}
		quantities, err := divide(c.q, parts)
		if err != nil {
			return err
		}
		values, err := divide(c.v, &quantities)
		if err != nil {
			return err
		}
		for k := range ways {
			w.by[k][0].Add(quantities[k])
			w.by[k][1].Add(values[k])
		}
	}
	return nil
}

// divide splits n over ways in proportion to the parts with n's sign; without any, all of it moved. A part is never out of
// range, as it is a sum of legs that balance with the stock's.
func divide(n int64, parts *[ways]int64) (out [ways]int64, err error) {
	var weights [ways]int64
	some := false
	for k, p := range parts {
		if (p < 0) == (n < 0) && p != 0 && p != math.MinInt64 {
			weights[k], some = max(p, -p), true
		}
	}
	if n == 0 || !some {
		out[wayMoved] = n
		return out, nil
	}
	amounts, err := money.Fen(n).Allocate(weights[:]...)
	if err != nil {
		return out, err
	}
	for k, a := range amounts {
		out[k] = a.Fen()
	}
	return out, nil
}

// Expiring is goods in stock with their last day of use (临期物资). Expired goods may only be written off or given back.
type Expiring struct {
	Lot     ledger.Lot
	Fund    ledger.FundID
	Station string
	Stock   Stocked
	Expired bool
}

// Expiries returns the goods in stock as of a point whose last day of use is until or before (临期清单), the earliest first; Expired is
// as of the day on.
func Expiries(s *books.State, on, until cal.Date, as books.AsOf) ([]Expiring, error) {
	cards, err := StockCards(s, "", cal.Period{}, as)
	if err != nil {
		return nil, err
	}
	var list []Expiring
	for _, c := range cards {
		if d := c.Lot.Expiry; !d.IsZero() && !d.After(until) && c.Closing.Quantity.Sign() != 0 {
			list = append(list, Expiring{c.Lot, c.Fund, c.Station, c.Closing, c.Lot.Expired(on)})
		}
	}
	slices.SortStableFunc(list, func(a, b Expiring) int { return a.Lot.Expiry.Compare(b.Lot.Expiry) })
	return list, nil
}
