package journal

import (
	"context"
	"slices"
	"strconv"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
)

// judgement is the work of judging one entry against its book. Rules are grouped by the invariant they keep; each
// adds what it finds.
type judgement struct {
	fault.List
	cfg   *Config
	tx    Tx
	pos   Position
	e     *ledger.Entry
	first *ledger.Entry // the original of a reversal

	funds map[ledger.FundID]ledger.Fund
	lots  map[ledger.LotID]ledger.Lot

	deltas  []Delta
	legAt   []int       // the first leg of each delta
	index   map[Key]int // into deltas
	before  map[Key]int64
	checked []Key // keys whose balance is asked for
}

// judge returns what the book has against e, and the changes that e makes. Balances are judged only when the entry is
// sound in itself.
func (j *Journal) judge(ctx context.Context, tx Tx, pos Position, e *ledger.Entry, sound bool) (
	fault.List, []Delta, error) {
	g := &judgement{cfg: &j.cfg, tx: tx, pos: pos, e: e}
	for _, step := range []func(context.Context) error{
		g.reversal, g.period, g.books, g.loadFunds, g.restrictions, g.loadLots, g.expiry,
	} {
		if err := step(ctx); err != nil {
			return nil, nil, err
		}
	}
	if !sound || g.Has(ledger.ErrLot) || g.Has(ledger.ErrLotUnit) {
		return g.List, nil, nil
	}
	if err := g.commitments(ctx); err != nil {
		return nil, nil, err
	}
	err := g.balances(ctx)
	return g.List, g.deltas, err
}

func (g *judgement) leg(i int, field string, f fault.Fault) {
	g.Add(fault.Index("legs", i)+"."+field, f)
}

// find decodes an earlier entry.
func (g *judgement) find(ctx context.Context, key string) (*ledger.Entry, error) {
	rec, ok, err := g.tx.ByKey(ctx, key)
	if err != nil || !ok {
		return nil, err
	}
	e, err := ledger.DecodeEntry(rec.Body)
	return &e, err
}

// reversal keeps I5.
func (g *judgement) reversal(ctx context.Context) error {
	if g.e.Kind != ledger.Reversal || g.e.Reverses == "" {
		return nil
	}
	first, err := g.find(ctx, g.e.Reverses)
	if err != nil {
		return err
	}
	switch {
	case first == nil:
		g.Add("reverses", ledger.Refuse(ledger.I5, ledger.ErrNoOriginal))
		return nil
	case first.Kind == ledger.Reversal || first.Kind.Bare():
		g.Add("reverses", ledger.Refuse(ledger.I5, ledger.ErrIrrevers))
		return nil
	}
	if done, err := g.tx.Reversed(ctx, g.e.Reverses); err != nil {
		return err
	} else if done {
		g.Add("reverses", ledger.Refuse(ledger.I5, ledger.ErrReversed))
	}
	if !slices.Equal(g.e.Legs, first.Reversed()) {
		g.Add("legs", ledger.Refuse(ledger.I5, ledger.ErrNegation))
	}
	if g.e.Date.Before(first.Date) {
		g.Add("date", ledger.Refuse(ledger.I5, ledger.ErrOrder))
	}
	if !first.Date.After(g.pos.Closed) && !g.e.Affects.Contains(first.Date) {
		g.Add("affects", ledger.Refuse(ledger.I6, ledger.ErrAffects))
	}
	g.first = first
	return nil
}

// period keeps I6.
func (g *judgement) period(context.Context) error {
	switch d := g.e.Date; {
	case d.IsZero():
	case !d.After(g.pos.Closed):
		g.Add("date", ledger.Refuse(ledger.I6, ledger.ErrClosed))
	case !d.After(g.pos.Held) && g.e.Kind != ledger.Adjustment && g.e.Kind != ledger.Reversal && !g.e.Kind.Period():
		g.Add("date", ledger.Refuse(ledger.I6, ledger.ErrHeld))
	}
	return nil
}

// books refuses transfers to the book itself.
func (g *judgement) books(context.Context) error {
	for i, leg := range g.e.Legs {
		if leg.Book == g.cfg.Chain.Name {
			g.leg(i, "book", ledger.Refuse(ledger.I15, ledger.ErrNeedless))
		}
	}
	return nil
}

func (g *judgement) loadFunds(ctx context.Context) error {
	g.funds = make(map[ledger.FundID]ledger.Fund, 2)
	for i, leg := range g.e.Legs {
		if _, have := g.funds[leg.Fund]; have || leg.Fund == "" {
			continue
		}
		f, ok, err := g.cfg.Funds.Fund(ctx, leg.Fund)
		if err != nil {
			return err
		}
		if !ok {
			g.leg(i, "fund", ledger.Refuse(ledger.I4, ledger.ErrFund))
		} else if f.Validate() != nil {
			g.leg(i, "fund", ledger.Refuse(ledger.I4, ledger.ErrRules))
		}
		g.funds[leg.Fund] = f
	}
	return nil
}

// restrictions keeps I4. A reversal takes back what was judged when it was posted.
func (g *judgement) restrictions(context.Context) error {
	given, late := make(map[ledger.FundID]bool), false // funds that give to another
	for i, leg := range g.e.Legs {
		f := g.funds[leg.Fund]
		if f.ID != "" && !suits(f, leg) {
			g.leg(i, "account", ledger.Refuse(ledger.I4, ledger.ErrAgency))
		}
		if g.e.Kind == ledger.Reversal || !g.e.Consent.IsZero() {
			continue
		}
		away := leg.Account == ledger.InterFund || leg.Account == ledger.NetAssets && g.draws(f.ID)
		if away && leg.Amount.Minor() > 0 && f.Restricted() && !given[f.ID] {
			given[f.ID] = true
			g.Add("consent", ledger.Refuse(ledger.I4, ledger.ErrConsent))
		}
		if !leg.Account.Spending() && leg.Account != ledger.Beneficiary {
			continue
		}
		if f.LimitsPurpose() && !slices.Contains(f.Purposes, leg.Purpose) {
			g.leg(i, "purpose", ledger.Refuse(ledger.I4, ledger.ErrPurpose))
		}
		forbidden := leg.Use == "" || slices.Contains(f.Forbidden, leg.Use)
		if len(f.Forbidden) > 0 && leg.Account != ledger.Beneficiary && forbidden {
			g.leg(i, "use", ledger.Refuse(ledger.I4, ledger.ErrUse))
		}
		if !f.Window.IsZero() && !f.Window.Contains(g.e.Date) && !late {
			late = true
			g.Add("date", ledger.Refuse(ledger.I4, ledger.ErrWindow))
		}
	}
	return nil
}

// draws reports whether the entry takes money or goods out of what the fund has. Against net assets that is no year-end
// transfer: it would let restricted money leave without a purpose.
func (g *judgement) draws(fund ledger.FundID) bool {
	return slices.ContainsFunc(g.e.Legs, func(l ledger.Leg) bool {
		return l.Fund == fund && l.Account.Class() == ledger.Asset && l.Amount.Minor() < 0
	})
}

// suits keeps agency money off income, expense and net assets, and other money off the agency accounts.
func suits(f ledger.Fund, leg ledger.Leg) bool {
	switch leg.Account.Class() {
	case ledger.Income, ledger.Expense:
		return !f.Agency
	case ledger.NetAsset:
		return !f.Agency || leg.Amount.Unit().Kind() == ledger.Goods
	}
	return f.Agency || leg.Account != ledger.AgencyAsset && leg.Account != ledger.AgencyLiability
}

// loadLots finds the lots of the entry and compares declarations (I10).
func (g *judgement) loadLots(ctx context.Context) error {
	g.lots = make(map[ledger.LotID]ledger.Lot)
	for i, leg := range g.e.Legs {
		if leg.Lot == "" {
			continue
		}
		lot, have := g.lots[leg.Lot]
		if !have {
			known, ok, err := g.tx.Lot(ctx, leg.Lot)
			if err != nil {
				return err
			}
			lot = known
			if at := slices.IndexFunc(g.e.Lots, func(l ledger.Lot) bool { return l.ID == leg.Lot }); at >= 0 {
				if ok && g.e.Lots[at] != known {
					g.Add(fault.Index("lots", at), ledger.Refuse(ledger.I10, ledger.ErrRedeclare))
				} else if !ok {
					lot, ok = g.e.Lots[at], true
				}
			}
			if !ok {
				g.leg(i, "lot", ledger.Refuse(ledger.I10, ledger.ErrLot))
			}
			g.lots[leg.Lot] = lot
		}
		if lot.ID != "" && leg.Amount.Unit().Kind() == ledger.Goods && leg.Amount.Unit() != lot.Unit {
			g.leg(i, "amount", ledger.Refuse(ledger.I10, ledger.ErrLotUnit))
		}
	}
	return nil
}

// expiry keeps expired lots from people, and from becoming fresh by a move to another lot (I10). Every lot balances
// by itself or moves only within the stock, so looking at the legs that receive is enough.
func (g *judgement) expiry(context.Context) error {
	earliest := make(map[ledger.Unit]cal.Date) // of lots that goods leave
	for i, leg := range g.e.Legs {
		if leg.Amount.Unit().Kind() != ledger.Goods {
			continue
		}
		lot := g.lots[leg.Lot]
		switch {
		case leg.Account == ledger.Stock && leg.Amount.Minor() < 0 && !lot.Expiry.IsZero():
			if d := earliest[leg.Amount.Unit()]; d.IsZero() || lot.Expiry.Before(d) {
				earliest[leg.Amount.Unit()] = lot.Expiry
			}
		case leg.Amount.Minor() > 0 && lot.Expired(g.e.Date) && !g.takesExpired(leg.Account):
			g.leg(i, "lot", ledger.Refuse(ledger.I10, ledger.ErrExpired))
		}
	}
	if !g.e.Transfer() {
		return nil
	}
	for i, leg := range g.e.Legs {
		d := earliest[leg.Amount.Unit()]
		to := g.lots[leg.Lot]
		arrives := leg.Account == ledger.Stock && leg.Amount.Minor() > 0 && to.ID != ""
		if arrives && !d.IsZero() && (to.Expiry.IsZero() || d.Before(to.Expiry)) {
			g.leg(i, "lot", ledger.Refuse(ledger.I10, ledger.ErrFresher))
		}
	}
	return nil
}

// takesExpired reports whether expired goods may go to the account: to be written off or given back. A reversal may
// undo anything that does not hand them out.
func (g *judgement) takesExpired(a ledger.Account) bool {
	switch a {
	case ledger.Stock, ledger.InterFund, ledger.Loss, ledger.Returned, ledger.Donor, ledger.Supplier:
		return true
	case ledger.Beneficiary, ledger.Buyer, ledger.InterBook:
		return false
	}
	return g.e.Kind == ledger.Reversal
}

// commitments judges the legs on committed (I3): what is reserved under the entry's own key, what is released under
// another's.
func (g *judgement) commitments(ctx context.Context) error {
	released := make(map[ledger.FundID]*ledger.Total)
	paid := make(map[ledger.FundID]*ledger.Total)
	add := func(m map[ledger.FundID]*ledger.Total, f ledger.FundID, n int64) {
		if m[f] == nil {
			m[f] = new(ledger.Total)
		}
		m[f].Add(n)
	}
	for i, leg := range g.e.Legs {
		if leg.Account == ledger.Cash || leg.Account == ledger.Bank {
			add(paid, leg.Fund, -leg.Amount.Minor())
		}
		if leg.Account != ledger.Committed && !(g.e.Kind == ledger.Reserve && leg.Account != ledger.Uncommitted) {
			continue
		}
		if g.e.Kind == ledger.Reserve {
			if leg.Account != ledger.Committed || leg.Commitment != g.e.Key || leg.Amount.Minor() < 0 {
				g.leg(i, "commitment", ledger.Refuse(ledger.I3, ledger.ErrCommitment))
			}
			continue
		}
		if g.e.Kind == ledger.Reversal {
			continue
		}
		made, err := g.find(ctx, leg.Commitment)
		if err != nil {
			return err
		}
		if made == nil || made.Kind != ledger.Reserve || leg.Amount.Minor() > 0 || !timely(made.Until, g.e) {
			g.leg(i, "commitment", ledger.Refuse(ledger.I3, ledger.ErrCommitment))
			continue
		}
		add(released, leg.Fund, -leg.Amount.Minor())
	}
	if g.e.Kind == ledger.Void || g.e.Kind == ledger.Expire || g.e.Kind == ledger.Reversal {
		return nil
	}
	for i, leg := range g.e.Legs { // what is released by a payment must be paid
		r := released[leg.Fund]
		if r == nil {
			continue
		}
		delete(released, leg.Fund)
		if p := paid[leg.Fund]; p == nil || p.Compare(*r) < 0 {
			g.leg(i, "fund", ledger.Refuse(ledger.I3, ledger.ErrCommitment))
		}
	}
	return nil
}

// timely reports whether an entry may release what was reserved until a day: it expires after it, and is paid up to it.
func timely(until cal.Date, e *ledger.Entry) bool {
	late := !until.IsZero() && e.Date.After(until)
	switch e.Kind {
	case ledger.Void:
		return true
	case ledger.Expire:
		return late
	}
	return !late
}

// balances adds up the changes per key and judges what they lead to (I3, I10, I11).
func (g *judgement) balances(ctx context.Context) error {
	if !g.addUp() {
		return nil
	}
	for _, d := range g.deltas {
		k := d.Key
		g.ask(k)
		switch {
		case k.Account == ledger.Stock:
			g.ask(holdingOf(k).key(ledger.CNY()), holdingOf(k).key(g.lots[ledger.LotID(k.Sub)].Unit))
		case g.available(k):
			g.ask(free(k.Fund)...)
		}
	}
	if len(g.checked) > 0 {
		found, err := g.tx.Balances(ctx, g.checked)
		if err != nil {
			return err
		}
		if len(found) != len(g.checked) {
			return ledger.Refuse(ledger.I3, ledger.ErrStore).At("balances")
		}
		for i, k := range g.checked {
			g.before[k] = found[i]
		}
	}
	g.guarded()
	g.timeBank()
	g.holdings()
	return g.byDay(ctx)
}

// addUp fills deltas, each key once in the order of the legs; false if a sum is out of range.
func (g *judgement) addUp() bool {
	g.index, g.before = make(map[Key]int, len(g.e.Legs)), make(map[Key]int64)
	var sums []ledger.Total
	for i, leg := range g.e.Legs {
		k := KeyOf(leg)
		at, ok := g.index[k]
		if !ok {
			at = len(sums)
			g.index[k] = at
			g.deltas, g.legAt, sums = append(g.deltas, Delta{Key: k}), append(g.legAt, i), append(sums, ledger.Total{})
		}
		sums[at].Add(leg.Amount.Minor())
	}
	for i, s := range sums {
		n, ok := s.Minor()
		if !ok {
			g.Add("legs", ledger.Refuse(ledger.I2, ledger.ErrRange))
			return false
		}
		g.deltas[i].Minor = n
	}
	return true
}

func (g *judgement) ask(keys ...Key) {
	for _, k := range keys {
		if _, asked := g.before[k]; !asked && !k.Unit.IsZero() {
			g.before[k] = 0
			g.checked = append(g.checked, k)
		}
	}
}

func (g *judgement) delta(k Key) int64 {
	if at, ok := g.index[k]; ok {
		return g.deltas[at].Minor
	}
	return 0
}

// after returns the balance that k will have.
func (g *judgement) after(k Key) ledger.Total {
	var w ledger.Total
	w.Add(g.before[k])
	w.Add(g.delta(k))
	return w
}

// refuseKey reports a problem of a balance that the entry changes at the first leg that does.
func (g *judgement) refuseKey(k Key, f fault.Fault) {
	g.leg(g.legAt[g.index[k]], "amount", f)
}

// free are the balances that add up to what a fund has and has not committed.
func free(f ledger.FundID) []Key {
	return []Key{{Account: ledger.Cash, Fund: f, Unit: ledger.CNY()}, {Account: ledger.Bank, Fund: f, Unit: ledger.CNY()},
		{Account: ledger.Uncommitted, Fund: f, Unit: ledger.CNY()}}
}

// available reports whether k is one of those, of a fund that is guarded.
func (g *judgement) available(k Key) bool {
	return g.funds[k.Fund].Guard != ledger.Unguarded && slices.Contains(free(k.Fund), k)
}

// guarded keeps cash and bank of a guarded fund from falling below zero or below what is committed.
func (g *judgement) guarded() {
	seen := make(map[ledger.FundID]bool)
	for _, d := range g.deltas {
		after := g.after(d.Key)
		if _, fits := after.Minor(); !fits {
			g.refuseKey(d.Key, ledger.Refuse(ledger.I3, ledger.ErrRange))
		}
		switch d.Key.Account {
		case ledger.Committed:
			if d.Minor < 0 && after.Sign() < 0 {
				g.refuseKey(d.Key, ledger.Refuse(ledger.I3, ledger.ErrCommitment))
			}
		case ledger.Cash, ledger.Bank:
			if g.available(d.Key) && d.Minor < 0 && after.Sign() < 0 {
				g.refuseKey(d.Key, ledger.Refuse(ledger.I3, ledger.ErrOverdrawn))
				seen[d.Key.Fund] = true // one problem, said once
			}
		}
	}
	for _, d := range g.deltas {
		k := d.Key
		if !g.available(k) || seen[k.Fund] {
			continue
		}
		seen[k.Fund] = true
		var change, after ledger.Total
		for _, part := range free(k.Fund) {
			change.Add(g.delta(part))
			after = after.Plus(g.after(part))
		}
		if change.Sign() < 0 && after.Sign() < 0 {
			g.refuseKey(k, ledger.Refuse(ledger.I3, ledger.ErrAvailable))
		}
	}
}

// timeBank keeps every account between zero and the cap of the day.
func (g *judgement) timeBank() {
	limit := slices.IndexFunc(g.cfg.TimeCaps, func(c TimeCap) bool { return c.Valid.Contains(g.e.Date) })
	if g.e.Kind == ledger.Reversal {
		limit = -1
	}
	for _, d := range g.deltas {
		if d.Key.Account != ledger.TimeBank {
			continue
		}
		after := g.after(d.Key)
		n, _ := after.Minor()
		switch {
		case d.Minor < 0 && after.Sign() < 0:
			g.refuseKey(d.Key, ledger.Refuse(ledger.I3, ledger.ErrOverdrawn))
		case d.Minor > 0 && limit >= 0 && n > g.cfg.TimeCaps[limit].Minutes:
			most := strconv.FormatInt(g.cfg.TimeCaps[limit].Minutes, 10)
			g.refuseKey(d.Key, ledger.Refuse(ledger.I3, ledger.ErrTimeCap, "max", most))
		}
	}
}

// byDay keeps the balances of funds with the guard ByDay at the end of every day from the entry's on.
func (g *judgement) byDay(ctx context.Context) error {
	var keys []Key
	for _, d := range g.deltas {
		k := d.Key
		held := k.Account == ledger.Stock || k.Account == ledger.Cash || k.Account == ledger.Bank
		if held && g.funds[k.Fund].Guard == ledger.ByDay && d.Minor < 0 {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 || len(g.List) > 0 {
		return nil
	}
	days, ok := g.tx.(DayTx)
	if !ok {
		return ledger.Refuse(ledger.I3, ledger.ErrStore).At("lowest")
	}
	lowest, err := days.Lowest(ctx, keys, g.e.Date)
	if err != nil {
		return err
	}
	if len(lowest) != len(keys) {
		return ledger.Refuse(ledger.I3, ledger.ErrStore).At("lowest")
	}
	for i, k := range keys {
		var w ledger.Total
		w.Add(lowest[i])
		w.Add(g.delta(k))
		if w.Sign() < 0 {
			g.refuseKey(k, ledger.Refuse(ledger.I3, ledger.ErrOnDay))
		}
	}
	return nil
}
