package journal_test

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"math"
	"math/big"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/money"
)

var (
	operations = flag.Int("operations", 100_000, "operations of the model test; a tenth with -short")
	seed       = flag.Int64("seed", 20260305, "seed of the model test")
)

// run is one book under random operations, kept by the journal and by the oracle at the same time.
type run struct {
	*world
	oracle
	r    *rand.Rand
	tail []string // the last operations
	n    int
	hit  map[string]int // kinds of operation and codes of refusal
	lots []ledger.LotID
	next ledger.LotID
}

// pick returns one of the choices.
func pick[T any](r *rand.Rand, choices ...T) T { return choices[r.Intn(len(choices))] }

func (m *run) key() string {
	m.n++
	return fmt.Sprint("k", m.n)
}

// day is mostly in order and in 2026; sometimes late, sometimes in another year.
func (m *run) day() string {
	d := date("2026-01-01").AddDays(min(m.n/2, 350) + m.r.Intn(20))
	switch m.r.Intn(40) {
	case 0:
		d = d.AddYears(pick(m.r, -1, 1))
	case 1, 2:
		d = d.AddDays(-m.r.Intn(100))
	case 3:
		d = date("2026-10-01").AddDays(m.r.Intn(3) - 2) // around the last day of use
	}
	return d.String()
}

func (m *run) yuan() string {
	return money.Fen(1 + m.r.Int63n(pick(m.r, int64(3), 1000, 100000, 3000000))).String()
}

func (m *run) fund() ledger.FundID {
	if m.r.Intn(200) == 0 {
		return "F9"
	}
	return pick[ledger.FundID](m.r, "F1", "D", "D", "O", "A", "B")
}

// anyKey is the key of an earlier entry, or of none.
func (m *run) anyKey(kinds ...ledger.Kind) string {
	var keys []string
	for _, e := range m.entries {
		if len(kinds) == 0 || slices.Contains(kinds, e.Kind) {
			keys = append(keys, e.Key)
		}
	}
	if len(keys) == 0 || m.r.Intn(60) == 0 {
		return "nobody"
	}
	return keys[len(keys)-1-m.r.Intn(min(len(keys), 30))]
}

func (m *run) anyLot() ledger.LotID {
	if len(m.lots) == 0 || m.r.Intn(60) == 0 {
		return "nowhere"
	}
	return m.lots[len(m.lots)-1-m.r.Intn(min(len(m.lots), 6))]
}

// makers build random entries. Most are right; the rest are wrong in ways that the oracle knows.
var makers = map[string]func(m *run) ledger.Entry{
	"income": func(m *run) ledger.Entry {
		e := income(m.key(), m.fund(), m.day(), m.yuan())
		e.Legs[0].Account = pick(m.r, ledger.Bank, ledger.Bank, ledger.Cash)
		if e.Legs[0].Fund == "A" && m.r.Intn(4) > 0 {
			e.Legs[1].Account = ledger.AgencyLiability
		}
		if m.r.Intn(80) == 0 {
			e.Legs[0].Amount, e.Legs[1].Amount = amount("92233720368547758.07 CNY"), amount("-92233720368547758.07 CNY")
			e.Legs[0].Fund, e.Legs[1].Fund = "O", "O"
		}
		return e
	},
	"spending": func(m *run) ledger.Entry {
		e := spending(m.key(), m.fund(), m.day(), m.yuan())
		e.Legs[0].Account = pick(m.r, ledger.ProgrammeCost, ledger.AdminCost, ledger.FixedAsset, ledger.ProgrammeCost)
		e.Legs[0].Purpose = pick[ledger.Purpose](m.r, "winter", "winter", "winter", "visits", "feast")
		e.Legs[0].Use = pick(m.r, ledger.Service, ledger.Service, ledger.Relief, ledger.Vehicles, "")
		e.Legs[1].Account = pick(m.r, ledger.Bank, ledger.Bank, ledger.Cash)
		if m.r.Intn(10) == 0 {
			e.Consent = ledger.Consent{By: ledger.DonorConsents, Number: "T"}
		}
		return e
	},
	"receive": func(m *run) ledger.Entry {
		id := m.anyLot()
		if m.r.Intn(3) > 0 || id == "nowhere" {
			m.next = ledger.LotID(fmt.Sprint("L", m.n))
			id = m.next
		}
		value := money.Fen(m.r.Int63n(pick(m.r, int64(5), 1000, 100000))).String()
		if value == "0.00" || m.r.Intn(4) == 0 {
			value = ""
		}
		e := rice(m.key(), id, pick[ledger.FundID](m.r, "D", "B", "F1"), m.day(), value)
		switch m.r.Intn(20) {
		case 0:
			e.Lots[0].Expiry = date("2026-11-30")
		case 1:
			e.Valuations[0].Quantity = amount("9 rice/袋")
		case 2:
			e.Valuations = nil
		case 3:
			e.Lots = nil
		}
		m.station(&e)
		return e
	},
	"hand out": func(m *run) ledger.Entry { return m.out(ledger.Distribution, ledger.Beneficiary) },
	"write off": func(m *run) ledger.Entry {
		return m.out(ledger.WriteOff, pick(m.r, ledger.Loss, ledger.Returned, ledger.Buyer))
	},
	"move goods": func(m *run) ledger.Entry {
		e := m.out(ledger.StockTransfer, ledger.Stock)
		to, station := e.Legs[0].Lot, pick(m.r, "", "S1", "S2")
		if m.r.Intn(2) == 0 {
			to = m.anyLot()
		}
		for i := range e.Legs {
			if e.Legs[i].Amount.Sign() > 0 {
				e.Legs[i].Account, e.Legs[i].Lot, e.Legs[i].Station, e.Legs[i].Purpose, e.Legs[i].Use = ledger.Stock,
					to, station, "", ""
			}
		}
		return e
	},
	"revalue": func(m *run) ledger.Entry {
		id, fund, a := m.anyLot(), pick[ledger.FundID](m.r, "D", "B"), m.yuan()
		e := entry(m.key(), ledger.Revaluation, m.day(), leg(ledger.Stock, fund, a+" CNY", lot(id)),
			leg(ledger.DonationIncome, fund, "-"+a+" CNY"))
		m.station(&e)
		Q, V := m.holding(fund, e.Legs[0].Station, id)
		if total := V + e.Legs[0].Amount.Minor(); m.r.Intn(4) > 0 && Q > 0 {
			e.Valuations = rice("", id, fund, "2026-01-01", money.Fen(total).String()).Valuations
			e.Valuations[0].Quantity = ledger.Minor(Q, ledger.MustParseUnit("rice/袋"))
		}
		return e
	},
	"reserve": func(m *run) ledger.Entry {
		on := m.day()
		return reserve(m.key(), pick[ledger.FundID](m.r, "D", "B", "O"), on, m.yuan(),
			pick(m.r, "", date(on).AddDays(m.r.Intn(30)).String()))
	},
	"pay":    func(m *run) ledger.Entry { return m.release(ledger.Payment) },
	"void":   func(m *run) ledger.Entry { return m.release(ledger.Void) },
	"expire": func(m *run) ledger.Entry { return m.release(ledger.Expire) },
	"fund to fund": func(m *run) ledger.Entry {
		from, to, a := m.fund(), m.fund(), m.yuan()
		e := entry(m.key(), ledger.Adjustment, m.day(), leg(ledger.Bank, from, "-"+a+" CNY"),
			leg(ledger.InterFund, from, a+" CNY"),
			leg(ledger.Bank, to, a+" CNY"), leg(ledger.InterFund, to, "-"+a+" CNY"))
		if m.r.Intn(2) == 0 {
			e.Consent = ledger.Consent{By: ledger.DonorConsents, Number: "T"}
		}
		return e
	},
	"book to book": func(m *run) ledger.Entry {
		f, a := m.fund(), m.yuan()
		return entry(m.key(), ledger.BetweenBooks, m.day(), leg(ledger.Bank, f, "-"+a+" CNY"),
			leg(ledger.InterBook, f, a+" CNY", book(pick(m.r, "town", "town", "county"))))
	},
	"hours": func(m *run) ledger.Entry {
		n := fmt.Sprint(1 + m.r.Intn(40000))
		e := hours(m.key(), m.day(), n, pick[ledger.PartyRef](m.r, "v1", "v2"))
		if m.r.Intn(2) == 0 {
			e.Kind, e.Legs = ledger.TimeSpent, e.Reversed()
		}
		return e
	},
	"reversal": func(m *run) ledger.Entry {
		e := ledger.Entry{Key: m.key(), Kind: ledger.Reversal, Reverses: m.anyKey(), Date: date(m.day())}
		first := m.find(e.Reverses)
		if first == nil || len(first.Legs) == 0 || m.r.Intn(20) == 0 {
			e.Legs = income("", "B", "2026-01-01", "1.00").Legs
		} else {
			e.Legs = first.Reversed()
			e.Date = first.Date.AddDays(m.r.Intn(30) - 1)
		}
		if first != nil && m.r.Intn(3) > 0 {
			e.Affects = cal.Month(first.Date.Year(), first.Date.Month())
		}
		return e
	},
	"note": func(m *run) ledger.Entry { return ledger.Entry{Key: m.key(), Kind: ledger.Note, Date: date(m.day())} },
}

// station sends the goods of an entry to one of the places.
func (m *run) station(e *ledger.Entry) {
	s := pick(m.r, "", "", "S1")
	for i := range e.Legs {
		if e.Legs[i].Account == ledger.Stock {
			e.Legs[i].Station = s
		}
	}
}

func (m *run) holding(f ledger.FundID, s string, id ledger.LotID) (Q, V int64) {
	for _, e := range m.entries {
		for _, l := range e.Legs {
			if l.Account == ledger.Stock && l.Fund == f && l.Station == s && l.Lot == id {
				if goods(l) {
					Q += l.Amount.Minor()
				} else {
					V += l.Amount.Minor()
				}
			}
		}
	}
	return Q, V
}

// out takes goods out of the stock, mostly at the right value.
func (m *run) out(kind ledger.Kind, to ledger.Account) ledger.Entry {
	id, fund := m.anyLot(), pick[ledger.FundID](m.r, "D", "B", "F1")
	station := pick(m.r, "", "", "S1")
	if m.r.Intn(4) > 0 { // look for one that holds something
		for _, e := range m.entries {
			for _, l := range e.Legs {
				if l.Account == ledger.Stock && l.Lot == id {
					fund, station = l.Fund, l.Station
				}
			}
		}
	}
	Q, V := m.holding(fund, station, id)
	n := 1 + m.r.Int63n(max(Q, 1))
	if m.r.Intn(5) == 0 {
		n = max(Q, 1)
	}
	if m.r.Intn(15) == 0 {
		n = Q + 1
	}
	value := ""
	if V > 0 {
		fen := V * n / max(Q, 1)
		if m.r.Intn(8) == 0 {
			fen += int64(m.r.Intn(3) - 1)
		}
		if fen > 0 {
			value = money.Fen(fen).String()
		}
	}
	e := handOut(m.key(), id, fund, m.day(), fmt.Sprint(n), value)
	e.Kind, e.Legs[0].Station, e.Legs[1].Account = kind, station, to
	if value != "" {
		e.Legs[2].Station = station
	}
	if m.r.Intn(20) == 0 {
		e.Legs[1].Purpose = "feast"
	}
	if m.r.Intn(40) == 0 {
		e.Legs[0].Amount, e.Legs[1].Amount = amount("-1 rice/箱"), amount("1 rice/箱")
	}
	return e
}

func (m *run) release(kind ledger.Kind) ledger.Entry {
	of := m.anyKey(ledger.Reserve)
	f, left := ledger.FundID("D"), int64(1)
	if made := m.find(of); made != nil && len(made.Legs) > 0 {
		f, left = made.Legs[0].Fund, 0
		for _, e := range m.entries {
			for _, l := range e.Legs {
				if l.Account == ledger.Committed && l.Commitment == of {
					left += l.Amount.Minor()
				}
			}
		}
	}
	n := 1 + m.r.Int63n(max(left, 1)) + int64(m.r.Intn(10)/9)
	if m.r.Intn(3) == 0 {
		n = max(left, 1)
	}
	e := release(m.key(), kind, of, f, m.day(), money.Fen(n).String())
	if kind == ledger.Payment && m.r.Intn(20) == 0 && n > 1 {
		e.Legs[2].Amount, e.Legs[3].Amount = ledger.Minor(n-1, ledger.CNY()), ledger.Minor(1-n, ledger.CNY())
	}
	return e
}

// spoilers make an entry unsound by itself; the code is among those it must be refused with.
var spoilers = map[fault.Code]func(e *ledger.Entry){
	ledger.ErrUnbalanced: func(e *ledger.Entry) {
		e.Legs[0].Amount = ledger.Minor(e.Legs[0].Amount.Minor()*2+1, e.Legs[0].Amount.Unit())
	},
	ledger.ErrZero:    func(e *ledger.Entry) { e.Legs[0].Amount = ledger.Minor(0, e.Legs[0].Amount.Unit()) },
	ledger.ErrLegs:    func(e *ledger.Entry) { e.Legs = e.Legs[:1] },
	ledger.ErrMissing: func(e *ledger.Entry) { e.Date = cal.Date{} },
	ledger.ErrAccount: func(e *ledger.Entry) { e.Legs[0].Account = ledger.ServicePool; e.Legs[0].Amount = amount("1.00 CNY") },
	ledger.ErrOneSided: func(e *ledger.Entry) {
		e.Legs = append(e.Legs, leg(ledger.InterFund, "B", "1.00 CNY"), leg(ledger.Bank, "B", "-1.00 CNY"))
	},
	ledger.ErrTimeMoney: func(e *ledger.Entry) {
		e.Legs = append(e.Legs, hours("", "2026-01-01", "5", "v1").Legs...)
		e.Legs = append(e.Legs, income("", "B", "2026-01-01", "1.00").Legs...)
	},
	ledger.ErrText:      func(e *ledger.Entry) { e.Memo = "\xff" },
	ledger.ErrInvisible: func(e *ledger.Entry) { e.Memo = "a\u200bb" },
	ledger.ErrPersonal:  func(e *ledger.Entry) { e.Maker = "13957913579" },
	ledger.ErrLimit:     func(e *ledger.Entry) { e.Meta = make([]ledger.Meta, 200) },
	ledger.ErrDuplicate: func(e *ledger.Entry) { e.Lots = append(e.Lots, ledger.Lot{ID: "X"}, ledger.Lot{ID: "X"}) },
	ledger.ErrSame:      func(e *ledger.Entry) { e.Maker, e.Checker = "w", "w" },
	ledger.ErrPeriod:    func(e *ledger.Entry) { e.Kind = ledger.PeriodClosed },
	ledger.ErrEvidence:  func(e *ledger.Entry) { e.Kind = ledger.ServiceGift },
	ledger.ErrUnvalued: func(e *ledger.Entry) {
		e.Valuations = []ledger.Valuation{{Lot: "X", Basis: ledger.Voucher, Quantity: amount("1 rice/袋")}}
	},
	ledger.ErrProduct: func(e *ledger.Entry) {
		e.Valuations = []ledger.Valuation{{Lot: "X", Basis: ledger.Voucher, Quantity: amount("1 rice/袋"),
			UnitPrice: "1", Exact: "2", Rounding: money.HalfUp}}
	},
	ledger.ErrReceipt: func(e *ledger.Entry) {
		e.Receipt, e.Valuations = "R", []ledger.Valuation{{Lot: "X", Basis: ledger.Declared,
			Quantity: amount("1 rice/袋")}}
	},
}

// codesOf is the set of codes in an error.
func codesOf(err error) codes {
	c := codes{}
	for _, f := range fault.Of(err) {
		c[f.Code()] = true
	}
	return c
}

func (m *run) fail(format string, args ...any) {
	m.t.Helper()
	m.t.Fatalf("seed %d, book %s:\n%s\n%s", *seed, m.next, fmt.Sprintf(format, args...), strings.Join(m.tail, "\n"))
}

func (m *run) say(name string, e any) {
	m.hit[name]++
	text, err := json.Marshal(e)
	if err != nil {
		m.t.Fatal(err)
	}
	m.tail = append(m.tail, name+": "+string(text))
	if len(m.tail) > 12 {
		m.tail = m.tail[1:]
	}
}

// accepted compares what the journal says with what the oracle expects, and follows it.
func (m *run) accepted(e ledger.Entry, want codes, err error) {
	got := codesOf(err)
	if !maps.Equal(got, want) {
		m.fail("the journal refuses with %v\nthe oracle with %v\n%v", slices.Sorted(maps.Keys(got)),
			slices.Sorted(maps.Keys(want)), err)
	}
	for code := range got {
		m.hit[string(code)]++
	}
	if err != nil {
		return
	}
	m.entries = append(m.entries, e)
	for _, l := range e.Lots {
		if !slices.Contains(m.lots, l.ID) {
			m.lots = append(m.lots, l.ID)
		}
	}
}

func (m *run) step() {
	names := slices.Sorted(maps.Keys(makers))
	name := names[m.r.Intn(len(names))]
	switch m.r.Intn(60) {
	case 0, 1:
		m.period()
		return
	case 2:
		m.again()
		return
	case 3:
		spoils := slices.Sorted(maps.Keys(spoilers))
		code := spoils[m.r.Intn(len(spoils))]
		e := income(m.key(), "B", "2026-06-01", "1.00")
		spoilers[code](&e)
		m.say("spoiled "+string(code), e)
		_, err := m.post(e)
		if !errors.Is(err, code) {
			m.fail("unsound by %s, and the journal says %v", code, err)
		}
		m.hit[string(code)]++
		return
	case 4:
		e := income(m.key(), "B", "2027-06-01", "1.00")
		m.say("expect", e)
		err := m.store.Update(ctx, func(tx journal.DayTx) error {
			_, err := m.j.Post(ctx, tx, e, journal.Options{At: recorded(), Expect: m.j.Chain().Genesis()})
			return err
		})
		want := codes{}
		want.add(ledger.ErrMoved, len(m.entries) > 0)
		if len(want) == 0 {
			want = m.judge(e)
		}
		m.accepted(e, want, err)
		return
	}
	e := makers[name](m)
	m.say(name, e)
	want := m.judge(e)
	_, err := m.post(e)
	m.accepted(e, want, err)
	m.balancesOf(e)
}

// balancesOf compares the store's balances of what an entry touches with sums over the whole list.
func (m *run) balancesOf(e ledger.Entry) {
	if len(e.Legs) == 0 {
		return
	}
	k := journal.KeyOf(e.Legs[m.r.Intn(len(e.Legs))])
	want := m.sum(func(_ ledger.Entry, l ledger.Leg) bool { return journal.KeyOf(l) == k })
	_ = m.store.Update(ctx, func(tx journal.DayTx) error {
		if got, err := tx.Balances(ctx, []journal.Key{k}); err != nil || !want.IsInt() || want.Num().Int64() != got[0] {
			m.fail("balance of %v: %v, want %v", k, got, want)
		}
		return nil
	})
}

// period holds, closes or reopens.
func (m *run) period() {
	name := pick(m.r, "hold", "close", "close", "reopen")
	through := date(m.day()).AddMonths(-pick(m.r, 2, 3)).EndOfMonth()
	on := date(m.day())
	if m.r.Intn(20) == 0 {
		through = through.AddDays(-1)
	}
	key := m.key()
	m.say(name, fmt.Sprint(through, on))
	want := codes{}
	want.add(ledger.ErrPeriod, through.EndOfMonth() != through || name == "close" && (!through.After(m.closed) || !on.After(through)) || name == "reopen" && !through.Before(m.closed))
	if len(want) == 0 {
		want.add(ledger.ErrClosed, !on.After(m.closed))
	}
	f, kind := m.j.Hold, ledger.PeriodHeld
	switch name {
	case "close":
		f, kind = m.j.Close, ledger.PeriodClosed
	case "reopen":
		f, kind = m.j.Reopen, ledger.PeriodReopened
	}
	_, err := m.world.step(f, through.String(), key, on.String())
	m.accepted(ledger.Entry{Key: key, Kind: kind, Date: on}, want, err)
	if err == nil && name == "hold" {
		m.held = through
	} else if err == nil {
		m.closed = through
	}
}

// again posts a key for the second time, with the same content or another.
func (m *run) again() {
	first := m.find(m.anyKey())
	if first == nil || first.Kind.Period() {
		return
	}
	e, want := *first, codes{}
	if m.r.Intn(2) == 0 {
		e.Memo += "x"
		want[ledger.ErrConflict] = true
	}
	m.say("again", e)
	r, err := m.post(e)
	if !maps.Equal(codesOf(err), want) || err == nil && !r.Repeated {
		m.fail("posted again: %+v %v", r, err)
	}
	if err != nil {
		m.hit[string(ledger.ErrConflict)]++
	}
}

// end replays the book and compares it with the oracle as a whole.
func (m *run) end() {
	s, err := books.Replay(ctx, m.store, m.j.Chain())
	if err != nil || s.Len() != len(m.entries) {
		m.fail("replay: %v, %d entries, want %d", err, s.Len(), len(m.entries))
	}
	as := books.AsOf{Seq: uint64(1 + m.r.Intn(len(m.entries))), Date: date("2026-01-01").AddDays(m.r.Intn(360))}
	for _, as := range []books.AsOf{{}, as, {Date: as.Date}, {Seq: as.Seq}} {
		want, beyond := map[string]string{}, false
		for i, e := range m.entries {
			for _, l := range e.Legs {
				if as.Seq > 0 && uint64(i) >= as.Seq || !as.Date.IsZero() && e.Date.After(as.Date) {
					continue
				}
				name := fmt.Sprint(l.Account, "|", l.Fund, "|", l.Amount.Unit())
				if _, ok := want[name]; ok {
					continue
				}
				total := m.sum(func(y ledger.Entry, x ledger.Leg) bool {
					return x.Account == l.Account && x.Fund == l.Fund && x.Amount.Unit() == l.Amount.Unit() && (as.Date.IsZero() || !y.Date.After(as.Date)) && m.before(y.Key, as.Seq)
				})
				want[name] = total.Num().String()
				beyond = beyond || total.Num().CmpAbs(big.NewInt(math.MaxInt64)) > 0
			}
		}
		// Each balance was in range as it was posted; those of several lots together, or of some days only, need not be.
		got, err := s.TrialBalance(as)
		if beyond && codesOf(err)[ledger.ErrRange] {
			continue
		} else if err != nil || beyond {
			m.fail("as of %+v: %v, beyond an amount: %t", as, err, beyond)
		}
		have := map[string]string{}
		for _, l := range got {
			have[fmt.Sprint(l.Account, "|", l.Fund, "|", l.Amount.Unit())] = fmt.Sprint(l.Amount.Minor())
		}
		maps.DeleteFunc(want, func(_, n string) bool { return n == "0" })
		if d := cmp.Diff(want, have); d != "" {
			m.fail("as of %+v: %s", as, d)
		}
	}
}

func (m *run) before(key string, seq uint64) bool {
	return seq == 0 || slices.IndexFunc(m.entries, func(e ledger.Entry) bool { return e.Key == key }) < int(seq)
}

// The journal against the oracle: the same operations are accepted and refused, with the same codes, and lead to the same balances.
// Every kind of operation and every code of refusal must come up.
func TestModel(t *testing.T) {
	total := *operations
	if testing.Short() {
		total /= 10
	}
	hit := map[string]int{}
	for i := 0; total > 0; i++ {
		r := rand.New(rand.NewSource(*seed + int64(i)))
		m := &run{world: newWorld(t), r: r, hit: hit, next: ledger.LotID(fmt.Sprint(i))}
		for n := 50 + r.Intn(350); n > 0 && total > 0; n, total = n-1, total-1 {
			m.step()
		}
		if len(m.entries) > 0 {
			m.end()
		}
	}
	want := append(slices.Sorted(maps.Keys(makers)), "hold", "close", "reopen", "again", "expect")
	elsewhere := []fault.Code{ // refusals of values, of files and of broken stores, which no operation here can bring about
		ledger.ErrUnit, ledger.ErrAmount, ledger.ErrInexact, ledger.ErrMixed, ledger.ErrJSON, ledger.ErrRules,
		ledger.ErrCanonical, ledger.ErrStore,
		ledger.ErrSnapshot, ledger.ErrCap,
	}
	for text := range ledger.Faults().All() {
		if !slices.Contains(elsewhere, text.Code) && strings.HasPrefix(string(text.Code), "LEDGER-") {
			want = append(want, string(text.Code))
		}
	}
	for _, name := range want {
		if hit[name] == 0 {
			t.Errorf("%s never came up in %d operations", name, *operations)
		}
	}
	if testing.Verbose() {
		for _, name := range slices.Sorted(maps.Keys(hit)) {
			t.Log(name, hit[name])
		}
	}
}
