package journal_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
	"github.com/shegong/shegong/station/money"
)

var ctx = context.Background()

// recorded is the time of recording of everything in these tests.
func recorded() time.Time { return time.Date(2026, 3, 5, 1, 2, 3, 456789, time.UTC) }

// funds of the tests: F1 lottery money, D a donation for the winter guarded by the day, O own money, A agency money, B unrestricted
// money that is guarded.
func funds() ledger.Funds {
	s, err := ledger.NewFunds(
		ledger.Fund{ID: "F1", Name: "福彩公益金", Source: ledger.LotteryCounty, Restriction: ledger.ByBoth,
			Purposes:  []ledger.Purpose{"visits", "winter"},
			Forbidden: []ledger.UseClass{ledger.Vehicles, ledger.Staff}, Window: cal.Year(2026), Guard: ledger.ByPosting},
		ledger.Fund{ID: "D", Name: "暖冬捐赠", Source: ledger.Donation, Restriction: ledger.ByPurpose,
			Purposes: []ledger.Purpose{"winter"}, Guard: ledger.ByDay},
		ledger.Fund{ID: "O", Name: "自有资金", Source: ledger.Own, Restriction: ledger.Unrestricted, Guard: ledger.Unguarded},
		ledger.Fund{ID: "A", Name: "受托转交", Source: ledger.Donation, Restriction: ledger.Unrestricted, Agency: true,
			Guard: ledger.ByPosting},
		ledger.Fund{ID: "B", Name: "一般资金", Source: ledger.Budget, Restriction: ledger.Unrestricted,
			Guard: ledger.ByPosting})
	if err != nil {
		panic(err)
	}
	return s
}

func config() journal.Config {
	return journal.Config{Chain: chain.SHA256("county"), Funds: funds(),
		TimeCaps: []journal.TimeCap{{Valid: cal.Year(2026), Minutes: 90000}}}
}

// world is a journal over a store in memory.
type world struct {
	t     testing.TB
	j     *journal.Journal
	store *memory.Store
}

func newWorld(t testing.TB) *world {
	j, err := journal.Open(config())
	if err != nil {
		t.Fatal(err)
	}
	return &world{t, j, new(memory.Store)}
}

func (w *world) post(e ledger.Entry) (r journal.Receipt, err error) {
	err = w.store.Update(ctx, func(tx journal.DayTx) error {
		r, err = w.j.Post(ctx, tx, e, journal.Options{At: recorded()})
		return err
	})
	return r, err
}

func (w *world) must(entries ...ledger.Entry) {
	w.t.Helper()
	for _, e := range entries {
		if _, err := w.post(e); err != nil {
			w.t.Fatalf("%s: %v", e.Key, err)
		}
	}
}

func (w *world) reverse(original, key, on string) (r journal.Receipt, err error) {
	err = w.store.Update(ctx, func(tx journal.DayTx) error {
		r, err = w.j.Reverse(ctx, tx, original, journal.Correction{Key: key, On: date(on), Reason: "记错"},
			journal.Options{At: recorded()})
		return err
	})
	return r, err
}

// step runs Hold, Close or Reopen.
func (w *world) step(f func(context.Context, journal.Tx, cal.Date, journal.Correction,
	journal.Options) (journal.Receipt, error),
	through, key, on string) (r journal.Receipt, err error) {
	var last cal.Date
	if through != "" {
		last = date(through)
	}
	err = w.store.Update(ctx, func(tx journal.DayTx) error {
		r, err = f(ctx, tx, last, journal.Correction{Key: key, On: date(on), Reason: "月末"},
			journal.Options{At: recorded()})
		return err
	})
	return r, err
}

// dump is everything that the store holds.
func (w *world) dump() string {
	var b strings.Builder
	keys := map[journal.Key]bool{}
	for r, err := range w.store.Records(ctx, 1, 0) {
		if err != nil {
			w.t.Fatal(err)
		}
		fmt.Fprintf(&b, "%d %d %x %x\n", r.Seq, r.At, r.Hash, r.Body)
		e, err := ledger.DecodeEntry(r.Body)
		if err != nil {
			w.t.Fatal(err)
		}
		for _, l := range e.Legs {
			keys[journal.KeyOf(l)] = true
		}
	}
	var list []journal.Key
	for k := range keys {
		list = append(list, k)
	}
	slices.SortFunc(list, func(a, b journal.Key) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	_ = w.store.Update(ctx, func(tx journal.DayTx) error {
		pos, _ := tx.Position(ctx)
		balances, err := tx.Balances(ctx, list)
		fmt.Fprintln(&b, pos, list, balances)
		return err
	})
	return b.String()
}

func date(s string) cal.Date { return cal.MustParse(s) }

func amount(s string) ledger.Amount { return ledger.MustParseAmount(s) }

type field = func(*ledger.Leg)

func leg(account ledger.Account, fund ledger.FundID, a string, more ...field) ledger.Leg {
	l := ledger.Leg{Account: account, Amount: amount(a), Fund: fund}
	for _, f := range more {
		f(&l)
	}
	return l
}

func lot(id ledger.LotID) field      { return func(l *ledger.Leg) { l.Lot = id } }
func at(station string) field        { return func(l *ledger.Leg) { l.Station = station } }
func party(id ledger.PartyRef) field { return func(l *ledger.Leg) { l.Party = id } }
func commitment(key string) field    { return func(l *ledger.Leg) { l.Commitment = key } }
func use(u ledger.UseClass) field    { return func(l *ledger.Leg) { l.Use = u } }
func purpose(p ledger.Purpose) field { return func(l *ledger.Leg) { l.Purpose = p } }
func book(name string) field         { return func(l *ledger.Leg) { l.Book = name } }
func entry(key string, kind ledger.Kind, on string, legs ...ledger.Leg) ledger.Entry {
	return ledger.Entry{Key: key, Kind: kind, Date: date(on), Legs: legs}
}

// income brings money into a fund's bank account.
func income(key string, fund ledger.FundID, on, a string) ledger.Entry {
	return entry(key, ledger.Grant, on, leg(ledger.Bank, fund, a+" CNY"), leg(ledger.GrantIncome, fund, "-"+a+" CNY"))
}

// spending pays from a fund for an allowed purpose and use.
func spending(key string, fund ledger.FundID, on, a string) ledger.Entry {
	return entry(key, ledger.Payment, on,
		leg(ledger.ProgrammeCost, fund, a+" CNY", purpose("winter"), use(ledger.Service)),
		leg(ledger.Bank, fund, "-"+a+" CNY"))
}

// rice books ten bags worth a value, or unvalued when it is "", as lot id that expires on the last of September 2026.
func rice(key string, id ledger.LotID, fund ledger.FundID, on, value string) ledger.Entry {
	e := entry(key, ledger.GiftInKind, on, leg(ledger.Stock, fund, "10 rice/袋", lot(id)),
		leg(ledger.Donor, fund, "-10 rice/袋", lot(id)))
	v := ledger.Valuation{Lot: id, Basis: ledger.Unvalued, Quantity: amount("10 rice/袋")}
	if value != "" {
		v.Basis, v.Value, v.Evidence = ledger.Voucher, money.MustParse(value),
			ledger.Evidence{Kind: ledger.Invoice, Number: "1"}
		e.Legs = append(e.Legs, leg(ledger.Stock, fund, value+" CNY", lot(id)),
			leg(ledger.DonationIncome, fund, "-"+value+" CNY"))
	}
	e.Lots = []ledger.Lot{{ID: id, Unit: ledger.MustParseUnit("rice/袋"), Expiry: date("2026-09-30")}}
	e.Valuations = []ledger.Valuation{v}
	return e
}

// handOut gives n bags of a lot, worth a value ("" for unvalued), to people.
func handOut(key string, id ledger.LotID, fund ledger.FundID, on, n, value string) ledger.Entry {
	e := entry(key, ledger.Distribution, on, leg(ledger.Stock, fund, "-"+n+" rice/袋", lot(id)),
		leg(ledger.Beneficiary, fund, n+" rice/袋", lot(id), purpose("winter"), party("b-1")))
	if value != "" {
		e.Legs = append(e.Legs, leg(ledger.Stock, fund, "-"+value+" CNY", lot(id)),
			leg(ledger.ProgrammeCost, fund, value+" CNY", purpose("winter"), use(ledger.Relief)))
	}
	return e
}

// reserve commits money of a fund until a day, "" for without end.
func reserve(key string, fund ledger.FundID, on, a, until string) ledger.Entry {
	e := entry(key, ledger.Reserve, on, leg(ledger.Committed, fund, a+" CNY", commitment(key)),
		leg(ledger.Uncommitted, fund, "-"+a+" CNY", commitment(key)))
	if until != "" {
		e.Until = date(until)
	}
	return e
}

// release takes money out of a commitment, with the payment if kind is Payment.
func release(key string, kind ledger.Kind, of string, fund ledger.FundID, on, a string) ledger.Entry {
	e := entry(key, kind, on, leg(ledger.Committed, fund, "-"+a+" CNY", commitment(of)),
		leg(ledger.Uncommitted, fund, a+" CNY", commitment(of)))
	if kind == ledger.Payment {
		e.Legs = append(e.Legs, spending("", fund, on, a).Legs...)
	}
	return e
}

func hours(key, on, minutes string, p ledger.PartyRef) ledger.Entry {
	return entry(key, ledger.TimeEarned, on, leg(ledger.TimeBank, "", minutes+" min", party(p)),
		leg(ledger.TimePool, "", "-"+minutes+" min"))
}

// findings lists problems as "path CODE invariant", sorted.
func findings(err error) []string {
	var out []string
	for _, f := range fault.Of(err) {
		out = append(out, strings.TrimSpace(f.Path()+" "+string(f.Code())+" "+string(ledger.InvariantOf(f))))
	}
	slices.Sort(out)
	return out
}

func edited(e ledger.Entry, f func(*ledger.Entry)) ledger.Entry {
	e.Legs = slices.Clone(e.Legs)
	f(&e)
	return e
}
