package journal

import (
	"context"
	"slices"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/money"
)

// holding is the stock of one lot, in one fund, at one station: the unit of I10.
type holding struct {
	fund    ledger.FundID
	station string
	lot     ledger.LotID
}

func holdingOf(k Key) holding { return holding{k.Fund, k.Station, ledger.LotID(k.Sub)} }

func (h holding) key(u ledger.Unit) Key {
	return Key{ledger.Stock, h.fund, u, h.station, string(h.lot)}
}

// worth is what a valuation must say about the goods of one lot.
type worth struct{ quantity, value ledger.Total }

// holdings keeps quantity and value of every holding that the entry changes (I10, I11).
//
// With Q and V before, and q and v the changes: what leaves (q < 0) takes v = −⌊V·|q|/Q⌋, or all of V with the last
// unit, so V stays positive as long as goods are left. What comes in (q > 0) brings the value of its valuation or, in
// a transfer, what has left elsewhere. A change of value alone is a revaluation. A reversal takes back what was, an
// appraisal of unvalued goods too; but where later entries have taken value by the average, it may have to wait until
// they are reversed.
func (g *judgement) holdings() {
	transfer := g.e.Transfer()
	seen := make(map[holding]bool)
	expected := make(map[ledger.LotID]*worth)
	var moved ledger.Total // value that arrived less what left
	for _, d := range g.deltas {
		h := holdingOf(d.Key)
		if d.Key.Account != ledger.Stock || seen[h] {
			continue
		}
		seen[h] = true
		goods, money := h.key(g.lots[h.lot].Unit), h.key(ledger.CNY())
		q, v := g.delta(goods), g.delta(money)
		if f, bad := g.holding(q, v, g.before[goods], g.before[money]); bad {
			g.refuseKey(d.Key, f)
		}
		if q != 0 {
			moved.Add(v)
		}
		w := expected[h.lot]
		if w == nil {
			w = new(worth)
		}
		switch {
		case q > 0 && !transfer:
			w.quantity.Add(q)
			w.value.Add(v)
		case q == 0 && v != 0:
			w.quantity.Add(g.before[goods])
			w.value.Add(g.before[money])
			w.value.Add(v)
		default:
			continue
		}
		expected[h.lot] = w
	}
	if g.e.Kind == ledger.Reversal {
		return
	}
	if transfer && moved != (ledger.Total{}) {
		g.Add("legs", ledger.Refuse(ledger.I10, ledger.ErrLotValue))
	}
	g.valuations(expected)
}

// holding judges one holding.
func (g *judgement) holding(q, v, Q, V int64) (fault.Fault, bool) {
	var quantity, value ledger.Total
	quantity.Add(Q)
	quantity.Add(q)
	value.Add(V)
	value.Add(v)
	undone := g.e.Kind == ledger.Reversal
	bare := value.Sign() == 0 && V > 0 && quantity.Sign() > 0 // goods are left, and their value is gone
	switch {
	case quantity.Sign() < 0:
		return ledger.Refuse(ledger.I10, ledger.ErrShort), true
	case value.Sign() < 0, quantity.Sign() == 0 && value.Sign() != 0, bare && !(undone && q == 0):
		return ledger.Refuse(ledger.I10, ledger.ErrLotValue), true
	case undone:
		return fault.Fault{}, false
	case q < 0 && v != -ledger.Share(V, -q, Q), q > 0 && v < 0, q == 0 && v != 0 && Q == 0:
		return ledger.Refuse(ledger.I10, ledger.ErrLotValue), true
	case q > 0 && Q > 0 && (V == 0) != (v == 0):
		return ledger.Refuse(ledger.I10, ledger.ErrDiluted), true
	}
	return fault.Fault{}, false
}

// valuations compares the valuations with what came in and what was revalued: exactly one for each lot.
func (g *judgement) valuations(expected map[ledger.LotID]*worth) {
	for i, v := range g.e.Valuations {
		var said worth
		said.quantity.Add(v.Quantity.Minor())
		said.value.Add(v.Value.Fen())
		w := expected[v.Lot]
		if w == nil || *w != said || v.Quantity.Unit() != g.lots[v.Lot].Unit {
			g.Add(fault.Index("valuations", i), ledger.Refuse(ledger.I11, ledger.ErrValuation))
		}
	}
	for i, leg := range g.e.Legs {
		valued := func(v ledger.Valuation) bool { return v.Lot == leg.Lot }
		if expected[leg.Lot] == nil || slices.ContainsFunc(g.e.Valuations, valued) {
			continue
		}
		delete(expected, leg.Lot)
		g.leg(i, "lot", ledger.Refuse(ledger.I11, ledger.ErrValuation))
	}
}

// Cost returns what q of a lot is worth when it leaves the stock now (发出物资的价值): its share of the holding's
// value rounded down, or the rest with the last unit. It is what the money legs of the entry must say. Errors are
// [ledger.ErrLot], [ledger.ErrLotUnit], [ledger.ErrShort] and those of the store.
func (j *Journal) Cost(ctx context.Context, tx Tx, fund ledger.FundID, station string, lot ledger.LotID, q ledger.Amount) (
	money.Amount, error) {
	known, ok, err := tx.Lot(ctx, lot)
	if err != nil {
		return money.Amount{}, err
	}
	h := holding{fund, station, lot}
	switch {
	case !ok:
		return money.Amount{}, ledger.Refuse(ledger.I10, ledger.ErrLot)
	case q.Unit() != known.Unit:
		return money.Amount{}, ledger.Refuse(ledger.I10, ledger.ErrLotUnit)
	}
	b, err := tx.Balances(ctx, []Key{h.key(known.Unit), h.key(ledger.CNY())})
	switch {
	case err != nil:
		return money.Amount{}, err
	case len(b) != 2:
		return money.Amount{}, ledger.Refuse(ledger.I10, ledger.ErrStore).At("balances")
	case q.Minor() < 0 || q.Minor() > b[0] || b[0] <= 0 || b[1] < 0:
		return money.Amount{}, ledger.Refuse(ledger.I10, ledger.ErrShort)
	}
	return money.Fen(ledger.Share(b[1], q.Minor(), b[0])), nil
}
