package journal_test

import (
	"math/big"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
)

// oracle is the book as a careful clerk would keep it: a list of entries, read from the front for every question, and fractions. It
// shares no code with the journal. It judges entries that are sound by themselves.
type oracle struct {
	entries      []ledger.Entry
	closed, held cal.Date
}

type codes map[fault.Code]bool

func (c codes) add(code fault.Code, when bool) {
	if when {
		c[code] = true
	}
}

func (o *oracle) find(key string) *ledger.Entry {
	for i := range o.entries {
		if o.entries[i].Key == key {
			return &o.entries[i]
		}
	}
	return nil
}

// sum adds the legs that match, in all entries and in one more.
func (o *oracle) sum(match func(ledger.Entry, ledger.Leg) bool, more ...ledger.Entry) *big.Rat {
	total := new(big.Int)
	for _, list := range [][]ledger.Entry{o.entries, more} {
		for _, e := range list {
			for _, l := range e.Legs {
				if match(e, l) {
					total.Add(total, big.NewInt(l.Amount.Minor()))
				}
			}
		}
	}
	return new(big.Rat).SetInt(total)
}

func (o *oracle) lot(id ledger.LotID, more ...ledger.Entry) *ledger.Lot {
	for _, list := range [][]ledger.Entry{o.entries, more} {
		for _, e := range list {
			for i := range e.Lots {
				if e.Lots[i].ID == id {
					return &e.Lots[i]
				}
			}
		}
	}
	return nil
}

// rules of the funds of these tests, written down once more.
func restricted(f ledger.FundID) bool { return f == "F1" || f == "D" }
func unguarded(f ledger.FundID) bool  { return f == "O" }
func knownFund(f ledger.FundID) bool {
	return f == "" || f == "F1" || f == "D" || f == "O" || f == "A" || f == "B"
}
func allowed(f ledger.FundID, p ledger.Purpose) bool {
	return !restricted(f) || p == "winter" || p == "visits" && f == "F1"
}

// judge returns the codes with which e must be refused, none if it must be accepted.
func (o *oracle) judge(e ledger.Entry) codes {
	c := codes{}
	adjusts := e.Kind == ledger.Adjustment || e.Kind == ledger.Reversal
	c.add(ledger.ErrClosed, !e.Date.After(o.closed))
	c.add(ledger.ErrHeld, e.Date.After(o.closed) && !e.Date.After(o.held) && !adjusts)
	if e.Kind == ledger.Reversal {
		o.reversal(c, e)
	}
	for _, l := range e.Legs {
		o.fund(c, e, l)
		c.add(ledger.ErrNeedless, l.Book == "county")
	}
	o.lotsOf(c, e)
	if c[ledger.ErrLot] || c[ledger.ErrLotUnit] {
		return c
	}
	o.committed(c, e)
	o.money(c, e)
	o.stock(c, e)
	if len(c) == 0 {
		o.days(c, e)
	}
	return c
}

func (o *oracle) reversal(c codes, e ledger.Entry) {
	first := o.find(e.Reverses)
	if first == nil {
		c[ledger.ErrNoOriginal] = true
		return
	}
	if first.Kind == ledger.Reversal || len(first.Legs) == 0 {
		c[ledger.ErrIrrevers] = true
		return
	}
	for _, other := range o.entries {
		c.add(ledger.ErrReversed, other.Reverses == e.Reverses)
	}
	same := len(first.Legs) == len(e.Legs)
	for i := 0; same && i < len(e.Legs); i++ {
		l := first.Legs[i]
		l.Amount = l.Amount.Neg()
		same = l == e.Legs[i]
	}
	c.add(ledger.ErrNegation, !same)
	c.add(ledger.ErrOrder, e.Date.Before(first.Date))
	c.add(ledger.ErrAffects, !first.Date.After(o.closed) && !e.Affects.Contains(first.Date))
}

func (o *oracle) fund(c codes, e ledger.Entry, l ledger.Leg) {
	c.add(ledger.ErrFund, !knownFund(l.Fund))
	income := l.Account == ledger.GrantIncome || l.Account == ledger.DonationIncome
	expense := l.Account == ledger.ProgrammeCost || l.Account == ledger.OtherCost || l.Account == ledger.AdminCost
	c.add(ledger.ErrAgency, l.Fund == "A" && (income || expense) || l.Fund != "A" && knownFund(l.Fund) && l.Account == ledger.AgencyLiability)
	if e.Kind == ledger.Reversal || e.Consent.Number != "" {
		return
	}
	c.add(ledger.ErrConsent, l.Account == ledger.InterFund && l.Amount.Sign() > 0 && restricted(l.Fund))
	if expense || l.Account == ledger.FixedAsset || l.Account == ledger.Beneficiary {
		c.add(ledger.ErrPurpose, !allowed(l.Fund, l.Purpose))
		c.add(ledger.ErrWindow, l.Fund == "F1" && e.Date.Year() != 2026)
	}
	if expense || l.Account == ledger.FixedAsset {
		c.add(ledger.ErrUse, l.Fund == "F1" && (l.Use == "" || l.Use == ledger.Vehicles || l.Use == ledger.Staff))
	}
}

func goods(l ledger.Leg) bool { return l.Amount.Unit().Kind() == ledger.Goods }

func within(e ledger.Entry) bool {
	for _, l := range e.Legs {
		if goods(l) && l.Account != ledger.Stock && l.Account != ledger.InterFund {
			return false
		}
	}
	return true
}

func (o *oracle) lotsOf(c codes, e ledger.Entry) {
	for _, declared := range e.Lots {
		known := o.lot(declared.ID)
		c.add(ledger.ErrRedeclare, known != nil && *known != declared)
	}
	var leaves cal.Date // the earliest last day of what leaves the stock
	for _, l := range e.Legs {
		if l.Lot == "" {
			continue
		}
		known := o.lot(l.Lot, e)
		c.add(ledger.ErrLot, known == nil)
		if known == nil || !goods(l) {
			continue
		}
		c.add(ledger.ErrLotUnit, known.Unit != l.Amount.Unit())
		if l.Account == ledger.Stock && l.Amount.Sign() < 0 && (leaves.IsZero() || known.Expiry.Before(leaves)) {
			leaves = known.Expiry
		}
		expired := !known.Expiry.IsZero() && known.Expiry.Before(e.Date)
		people := l.Account == ledger.Beneficiary || l.Account == ledger.Buyer || l.Account == ledger.InterBook
		c.add(ledger.ErrExpired, expired && people && l.Amount.Sign() > 0)
	}
	for _, l := range e.Legs {
		if known := o.lot(l.Lot, e); within(e) && goods(l) && known != nil && !leaves.IsZero() && l.Account == ledger.Stock && l.Amount.Sign() > 0 {
			c.add(ledger.ErrFresher, known.Expiry.IsZero() || known.Expiry.After(leaves))
		}
	}
}

func (o *oracle) committed(c codes, e ledger.Entry) {
	if e.Kind == ledger.Reversal {
		return
	}
	for _, l := range e.Legs {
		if e.Kind == ledger.Reserve {
			c.add(ledger.ErrCommitment, l.Account != ledger.Committed && l.Account != ledger.Uncommitted || l.Commitment != e.Key)
			continue
		}
		if l.Account != ledger.Committed {
			continue
		}
		made := o.find(l.Commitment)
		if made == nil || made.Kind != ledger.Reserve || l.Amount.Sign() > 0 {
			c[ledger.ErrCommitment] = true
			continue
		}
		late := !made.Until.IsZero() && e.Date.After(made.Until)
		c.add(ledger.ErrCommitment, late && e.Kind == ledger.Payment || !late && e.Kind == ledger.Expire)
		if e.Kind == ledger.Payment {
			paid := (&oracle{}).sum(func(_ ledger.Entry,
				x ledger.Leg) bool {
				return x.Account == ledger.Bank && x.Fund == l.Fund
			}, e)
			released := (&oracle{}).sum(func(_ ledger.Entry,
				x ledger.Leg) bool {
				return x.Account == ledger.Committed && x.Fund == l.Fund
			}, e)
			c.add(ledger.ErrCommitment, paid.Cmp(released) > 0) // both are negative
		}
	}
}

// money looks at cash, commitments, hours and the range of every balance.
func (o *oracle) money(c codes, e ledger.Entry) {
	largest := new(big.Rat).SetInt64(1<<63 - 1)
	for _, l := range e.Legs {
		same := func(_ ledger.Entry, x ledger.Leg) bool {
			return x.Account == l.Account && x.Fund == l.Fund && x.Amount.Unit() == l.Amount.Unit() &&
				(l.Account != ledger.Stock || x.Lot == l.Lot && x.Station == l.Station) && (l.Account != ledger.TimeBank || x.Party == l.Party) &&
				(l.Account != ledger.Committed || x.Commitment == l.Commitment)
		}
		after, change := o.sum(same, e), (&oracle{}).sum(same, e)
		c.add(ledger.ErrRange, new(big.Rat).Abs(after).Cmp(largest) > 0)
		short := change.Sign() < 0 && after.Sign() < 0
		switch l.Account {
		case ledger.Cash, ledger.Bank:
			c.add(ledger.ErrOverdrawn, short && !unguarded(l.Fund))
		case ledger.TimeBank:
			c.add(ledger.ErrOverdrawn, short)
			c.add(ledger.ErrTimeCap, change.Sign() > 0 && e.Date.Year() == 2026 && e.Kind != ledger.Reversal && after.Cmp(big.NewRat(90000, 1)) > 0)
		case ledger.Committed:
			c.add(ledger.ErrCommitment, short)
		}
	}
	for _, l := range e.Legs { // what is free: said only where the account itself suffices
		free := func(_ ledger.Entry, x ledger.Leg) bool {
			return x.Fund == l.Fund && (x.Account == ledger.Cash || x.Account == ledger.Bank || x.Account == ledger.Uncommitted)
		}
		if unguarded(l.Fund) || l.Fund == "" || c[ledger.ErrOverdrawn] && o.accountShort(e, l.Fund) {
			continue
		}
		c.add(ledger.ErrAvailable, (&oracle{}).sum(free, e).Sign() < 0 && o.sum(free, e).Sign() < 0)
	}
}

func (o *oracle) accountShort(e ledger.Entry, f ledger.FundID) bool {
	for _, a := range []ledger.Account{ledger.Cash, ledger.Bank} {
		same := func(_ ledger.Entry, x ledger.Leg) bool { return x.Account == a && x.Fund == f }
		if (&oracle{}).sum(same, e).Sign() < 0 && o.sum(same, e).Sign() < 0 {
			return true
		}
	}
	return false
}

// stock looks at every lot at every station of every fund, and at what the valuations say.
func (o *oracle) stock(c codes, e ledger.Entry) {
	moved := new(big.Rat)
	type said struct{ quantity, value *big.Rat }
	expected := map[ledger.LotID]said{}
	seen := map[string]bool{}
	for _, l := range e.Legs {
		name := string(l.Fund) + "|" + l.Station + "|" + string(l.Lot)
		if l.Account != ledger.Stock || seen[name] {
			continue
		}
		seen[name] = true
		part := func(isGoods bool) func(ledger.Entry, ledger.Leg) bool {
			return func(_ ledger.Entry, x ledger.Leg) bool {
				return x.Account == ledger.Stock && x.Lot == l.Lot && x.Station == l.Station && x.Fund == l.Fund && goods(x) == isGoods
			}
		}
		Q, V := o.sum(part(true)), o.sum(part(false))
		q, v := (&oracle{}).sum(part(true), e), (&oracle{}).sum(part(false), e)
		left, worth := new(big.Rat).Add(Q, q), new(big.Rat).Add(V, v)
		switch {
		case left.Sign() < 0:
			c[ledger.ErrShort] = true
		case worth.Sign() < 0, left.Sign() == 0 && worth.Sign() != 0,
			left.Sign() != 0 && worth.Sign() == 0 && V.Sign() > 0 && !(e.Kind == ledger.Reversal && q.Sign() == 0):
			c[ledger.ErrLotValue] = true
		case e.Kind == ledger.Reversal:
		case q.Sign() < 0:
			exact := new(big.Rat).Mul(V, new(big.Rat).Quo(new(big.Rat).Neg(q),
				Q)) // the exact share; less than a fen is not taken
			taken := new(big.Rat).Neg(v)
			rest := new(big.Rat).Sub(exact, taken)
			c.add(ledger.ErrLotValue, rest.Sign() < 0 || rest.Cmp(big.NewRat(1, 1)) >= 0)
		case q.Sign() > 0:
			c.add(ledger.ErrLotValue, v.Sign() < 0)
			c.add(ledger.ErrDiluted, v.Sign() >= 0 && Q.Sign() > 0 && (V.Sign() == 0) != (v.Sign() == 0))
		case v.Sign() != 0:
			c.add(ledger.ErrLotValue, Q.Sign() == 0)
		}
		if q.Sign() != 0 {
			moved.Add(moved, v)
		}
		want, ok := expected[l.Lot]
		if !ok {
			want = said{new(big.Rat), new(big.Rat)}
		}
		if q.Sign() > 0 && !within(e) {
			expected[l.Lot] = said{new(big.Rat).Add(want.quantity, q), new(big.Rat).Add(want.value, v)}
		} else if q.Sign() == 0 && v.Sign() != 0 {
			expected[l.Lot] = said{new(big.Rat).Add(want.quantity, Q), new(big.Rat).Add(want.value, worth)}
		}
	}
	if e.Kind == ledger.Reversal {
		return
	}
	c.add(ledger.ErrLotValue, within(e) && moved.Sign() != 0)
	for _, v := range e.Valuations {
		want, ok := expected[v.Lot]
		c.add(ledger.ErrValuation, !ok || want.quantity.Cmp(new(big.Rat).SetInt64(v.Quantity.Minor())) != 0 || want.value.Cmp(new(big.Rat).SetInt64(v.Value.Fen())) != 0)
		delete(expected, v.Lot)
	}
	c.add(ledger.ErrValuation, len(expected) > 0)
}

// days adds up the balance at the end of every day from the entry's on, for the fund that is guarded by the day.
func (o *oracle) days(c codes, e ledger.Entry) {
	for _, l := range e.Legs {
		if l.Fund != "D" || l.Account != ledger.Cash && l.Account != ledger.Bank && l.Account != ledger.Stock {
			continue
		}
		same := func(x ledger.Leg) bool {
			return x.Account == l.Account && x.Fund == l.Fund && x.Amount.Unit() == l.Amount.Unit() && x.Lot == l.Lot && x.Station == l.Station
		}
		if (&oracle{}).sum(func(_ ledger.Entry, x ledger.Leg) bool {
			return same(x) && l.Account == ledger.Stock || same(ignoreLot(x, l))
		}, e).Sign() >= 0 {
			continue
		}
		for _, day := range append([]ledger.Entry{e}, o.entries...) {
			if day.Date.Before(e.Date) {
				continue
			}
			at := o.sum(func(y ledger.Entry,
				x ledger.Leg) bool {
				return !y.Date.After(day.Date) && same(ignoreLot(x, l))
			}, e)
			c.add(ledger.ErrOnDay, at.Sign() < 0)
		}
	}
}

// ignoreLot lets legs on cash and bank count whatever lot or station they name.
func ignoreLot(x, l ledger.Leg) ledger.Leg {
	if l.Account != ledger.Stock {
		x.Lot, x.Station = l.Lot, l.Station
	}
	return x
}
