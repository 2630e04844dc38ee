package journal_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

func TestOpen(t *testing.T) {
	for _, tt := range []struct {
		edit func(*journal.Config)
		want []string
	}{
		{func(*journal.Config) {}, nil},
		{func(c *journal.Config) { *c = journal.Config{} },
			[]string{"chain.algorithm CHAIN-ALGORITHM", "chain.name CHAIN-NAME", "chain.new CHAIN-ALGORITHM",
				"funds LEDGER-MISSING I4"}},
		{func(c *journal.Config) { c.TimeCaps[0].Minutes = -1 }, []string{"time_caps[0] LEDGER-CAP I3"}},
		{func(c *journal.Config) { c.TimeCaps[0] = journal.TimeCap{} }, []string{"time_caps[0] LEDGER-CAP I3"}},
	} {
		c := config()
		tt.edit(&c)
		j, err := journal.Open(c)
		if d := cmp.Diff(tt.want, findings(err)); d != "" || (j == nil) != (err != nil) {
			t.Error(d)
		}
	}
}

// I7: the same again has no effect, anything else under the key is a conflict that names the field.
func TestKeyIsPostedOnce(t *testing.T) {
	w := newWorld(t)
	first, err := w.post(income("g1", "F1", "2026-01-05", "1000.00"))
	if err != nil || first.Seq != 1 || first.Key != "g1" || first.Repeated || !first.At.Equal(recorded().Truncate(time.Millisecond)) {
		t.Fatalf("%+v, %v", first, err)
	}
	w.must(spending("s1", "F1", "2026-02-01", "10.00"))
	before := w.dump()
	again, err := w.post(income("g1", "F1", "2026-01-05", "1000.00"))
	first.Repeated = true
	if d := cmp.Diff(first, again); err != nil || d != "" {
		t.Errorf("%v %s", err, d)
	}
	other := income("g1", "F1", "2026-01-05", "1000.00")
	other.Legs[1].Account = ledger.DonationIncome
	invalid := ledger.Entry{Key: "g1", Memo: strings.Repeat("x", 2000)}
	for field, e := range map[string]ledger.Entry{"legs[1].account": other, "kind": invalid} {
		for _, try := range []func() error{
			func() error { _, err := w.post(e); return err },
			func() error {
				return w.store.Update(ctx, func(tx journal.DayTx) error {
					l, err := w.j.Check(ctx, tx, e)
					return errors.Join(l.Err(), err)
				})
			},
		} {
			err := try()
			i := 0
			for ; i < len(fault.Of(err)) && fault.Of(err)[i].Code() != ledger.ErrConflict; i++ {
			}
			if i == len(fault.Of(err)) {
				t.Fatalf("no conflict: %v", err)
			}
			f := fault.Of(err)[i]
			if got, _ := f.Arg("field"); got != field || ledger.InvariantOf(f) != ledger.I7 || f.Path() != "key" {
				t.Errorf("%v, want the field %s", f, field)
			}
		}
	}
	found, err := check(w, income("g1", "F1", "2026-01-05", "1000.00"))
	if len(found) > 0 || err != nil {
		t.Errorf("what is posted already has nothing against it: %v %v", found, err)
	}
	if w.dump() != before {
		t.Error("the store has changed")
	}
}

func check(w *world, e ledger.Entry) (l fault.List, err error) {
	err = w.store.Update(ctx, func(tx journal.DayTx) error {
		l, err = w.j.Check(ctx, tx, e)
		return err
	})
	return l, err
}

func TestExpect(t *testing.T) {
	w := newWorld(t)
	seen := w.j.Chain().Genesis()
	for i := range 3 {
		err := w.store.Update(ctx, func(tx journal.DayTx) error {
			r, err := w.j.Post(ctx, tx, income(fmt.Sprint("g", i), "F1", "2026-01-05", "1.00"),
				journal.Options{At: recorded(), Expect: seen})
			if i != 1 {
				seen = r.Head
			}
			return err
		})
		if want := []string(nil); i < 2 && cmp.Diff(want,
			findings(err)) != "" || i == 2 && cmp.Diff([]string{"LEDGER-MOVED I7"}, findings(err)) != "" {
			t.Errorf("%d: %v", i, err)
		}
	}
	_ = w.store.Update(ctx, func(tx journal.DayTx) error {
		if _, err := w.j.Post(ctx, tx, income("g9", "F1", "2026-01-05", "1.00"),
			journal.Options{}); cmp.Diff([]string{"at LEDGER-MISSING I2"}, findings(err)) != "" {
			t.Errorf("no time of recording: %v", err)
		}
		return nil
	})
}

// I5: once, exactly, never of a reversal; and back to where it was.
func TestReverse(t *testing.T) {
	w := newWorld(t)
	w.must(income("g1", "D", "2026-01-05", "1000.00"), rice("r1", "L1", "D", "2026-01-10", "100.00"),
		handOut("o1", "L1", "D", "2026-02-10", "3", "30.00"))
	before := balances(w)
	w.must(spending("s1", "D", "2026-02-11", "10.00"))
	r, err := w.reverse("s1", "s1-r", "2026-03-01")
	if err != nil || r.Seq != 5 {
		t.Fatal(r, err)
	}
	if d := cmp.Diff(before, balances(w)); d != "" {
		t.Errorf("post and reverse is not nothing: %s", d)
	}
	if again, err := w.reverse("s1", "s1-r", "2026-03-01"); err != nil || !again.Repeated || again.Seq != 5 {
		t.Errorf("the same reversal again: %+v %v", again, err)
	}
	for _, tt := range []struct {
		original, key, on string
		want              []string
	}{
		{"s1", "x", "2026-03-01", []string{"reverses LEDGER-REVERSED I5"}},
		{"s1-r", "x", "2026-03-01", []string{"reverses LEDGER-NOT-REVERSIBLE I5"}},
		{"s9", "x", "2026-03-01", []string{"reverses LEDGER-NO-ORIGINAL I5"}},
		{"o1", "x", "2026-02-09", []string{"date LEDGER-ORDER I5"}},
		{"r1", "x", "2026-03-01", []string{"legs[0].amount LEDGER-LOT-SHORT I10"}},
	} {
		_, err := w.reverse(tt.original, tt.key, tt.on)
		if d := cmp.Diff(tt.want, findings(err)); d != "" {
			t.Errorf("%s: %s", tt.original, d)
		}
	}
	for _, key := range []string{"o1", "r1", "g1"} {
		if _, err := w.reverse(key, key+"-r", "2026-10-01"); err != nil {
			t.Errorf("%s: %v", key, err)
		}
	}
	if b := balances(w); len(b) > 0 {
		t.Errorf("everything is reversed, and this is left: %v", b)
	}
	e, err := entryAt(w, 5)
	if err != nil || e.Affects.String() != "2026-02-01/2026-03-01" || e.Memo != "记错" || e.Reverses != "s1" {
		t.Errorf("%+v, %v", e, err)
	}
}

// entryAt is the entry with a number.
func entryAt(w *world, seq uint64) (ledger.Entry, error) {
	for r, err := range w.store.Records(ctx, seq, seq) {
		if err != nil {
			return ledger.Entry{}, err
		}
		return ledger.DecodeEntry(r.Body)
	}
	return ledger.Entry{}, errors.New("there is none")
}

func balances(w *world) books.Balances {
	w.t.Helper()
	s, err := books.Replay(ctx, w.store, w.j.Chain())
	if err != nil {
		w.t.Fatal(err)
	}
	b, err := s.TrialBalance(books.AsOf{})
	if err != nil {
		w.t.Fatal(err)
	}
	return b
}

// A return that is undone after the goods have expired would hand them out.
func TestReversalDoesNotHandOutExpiredGoods(t *testing.T) {
	w := newWorld(t)
	back := entry("b1", ledger.GoodsReturned, "2026-02-20", leg(ledger.Stock, "D", "1 rice/袋", lot("U1")),
		leg(ledger.Beneficiary, "D", "-1 rice/袋", lot("U1"), purpose("winter")))
	back.Valuations = []ledger.Valuation{{Lot: "U1", Basis: ledger.Unvalued, Quantity: amount("1 rice/袋")}}
	w.must(rice("r2", "U1", "D", "2026-01-10", ""), handOut("o1", "U1", "D", "2026-02-10", "3", ""), back)
	if _, err := w.reverse("b1", "x", "2026-10-01"); cmp.Diff([]string{"legs[1].lot LEDGER-EXPIRED I10"},
		findings(err)) != "" {
		t.Errorf("after the last day: %v", err)
	}
	if _, err := w.reverse("o1", "x", "2026-10-01"); err != nil {
		t.Errorf("goods come back to the stock at any time: %v", err)
	}
	if _, err := w.reverse("r2", "y", "2026-10-01"); cmp.Diff([]string{"legs[0].amount LEDGER-LOT-SHORT I10"},
		findings(err)) != "" && err != nil {
		t.Errorf("the gift is undone: %v", err)
	}
}

func TestReversalKeepsValueWithGoods(t *testing.T) {
	w := newWorld(t)
	w.must(rice("r1", "L1", "D", "2026-01-10", "0.01"), rice("r2", "L1", "D", "2026-01-11", "500.00"))
	if _, err := w.reverse("r2", "x", "2026-01-12"); err != nil {
		t.Errorf("the later gift is undone: %v", err)
	}
	w = newWorld(t)
	w.must(rice("r1", "L1", "D", "2026-01-10", "100.00"), rice("r2", "L1", "D", "2026-01-11", "500.00"),
		handOut("o1", "L1", "D", "2026-02-01", "10", "300.00"))
	if _, err := w.reverse("r1", "x", "2026-02-02"); cmp.Diff([]string{"legs[0].amount LEDGER-LOT-VALUE I10"},
		findings(err)) != "" {
		t.Errorf("no goods would be left, but value: %v", err)
	}
	if _, err := w.reverse("r2", "x", "2026-02-02"); cmp.Diff([]string{"legs[0].amount LEDGER-LOT-VALUE I10"},
		findings(err)) != "" {
		t.Errorf("value would be negative: %v", err)
	}
	w = newWorld(t)
	w.must(rice("r1", "L1", "D", "2026-01-10", "100.00"), rice("r2", "L1", "D", "2026-01-11", "300.00"),
		handOut("o1", "L1", "D", "2026-02-01", "5", "100.00"))
	if _, err := w.reverse("r2", "x", "2026-02-02"); cmp.Diff([]string{"legs[0].amount LEDGER-LOT-VALUE I10"},
		findings(err)) != "" {
		t.Errorf("five bags would be left without value: %v", err)
	}
	w = newWorld(t) // 10 bags for 0.03: out 5 takes 0.01, out 5 takes 0.02; a reversal may not leave goods without value
	w.must(rice("r1", "L1", "D", "2026-01-10", "0.03"), handOut("o1", "L1", "D", "2026-02-01", "5", "0.01"),
		handOut("o2", "L1", "D", "2026-02-01", "4", "0.01"))
	w.must(handOut("o3", "L1", "D", "2026-02-01", "1", "0.01"))
	if _, err := w.reverse("o1", "x", "2026-02-02"); err != nil {
		t.Errorf("goods come back with their value: %v", err)
	}
}

// I6: open, held, closed, reopened; later corrections name the period.
func TestPeriods(t *testing.T) {
	w := newWorld(t)
	w.must(income("g1", "B", "2026-01-05", "1000.00"), spending("s1", "B", "2026-02-05", "10.00"))
	for _, tt := range []struct {
		do func(context.Context, journal.Tx, cal.Date, journal.Correction, journal.Options) (journal.Receipt,
			error)
		through, key string
		on           string
		want         []string
	}{
		{w.j.Close, "2026-01-30", "c1", "2026-02-05", []string{"closing.through LEDGER-PERIOD I6"}},
		{w.j.Close, "", "c1", "2026-02-05", []string{"closing.through LEDGER-PERIOD I6"}},
		{w.j.Close, "2026-02-28", "c1", "2026-02-28", []string{"closing.through LEDGER-PERIOD I6"}},
		{w.j.Reopen, "2026-01-31", "c1", "2026-02-05", []string{"closing.through LEDGER-PERIOD I6"}},
		{w.j.Hold, "2026-01-31", "h1", "2026-02-05", nil},
		{w.j.Close, "2026-01-31", "c1", "2026-02-05", nil},
		{w.j.Close, "2026-01-31", "c1", "2026-02-05", nil}, // once more: nothing happens
		{w.j.Close, "2026-01-31", "c2", "2026-02-05", []string{"closing.through LEDGER-PERIOD I6"}},
		{w.j.Close, "2026-02-28", "c1", "2026-02-05", []string{"closing.through LEDGER-PERIOD I6"}},
		{w.j.Close, "2026-02-28", "g1", "2026-03-05", []string{"key LEDGER-CONFLICT I7"}},
		{w.j.Hold, "2026-02-28", "h2", "2026-01-05", []string{"date LEDGER-CLOSED I6"}},
		{w.j.Hold, "2026-02-28", "h2", "2026-03-05", nil},
	} {
		before := w.dump()
		r, err := w.step(tt.do, tt.through, tt.key, tt.on)
		if d := cmp.Diff(tt.want, findings(err)); d != "" {
			t.Errorf("%s %s: %s", tt.key, tt.through, d)
		}
		if r.Repeated && w.dump() != before {
			t.Error("a repeated step changes the store")
		}
	}
	for _, tt := range []struct {
		name string
		e    ledger.Entry
		want []string
	}{
		{"the last closed day", income("x", "B", "2026-01-31", "1.00"), []string{"date LEDGER-CLOSED I6"}},
		{"an adjustment there", entry("x", ledger.Adjustment, "2026-01-31",
			income("", "B", "2026-01-31", "1.00").Legs...), []string{"date LEDGER-CLOSED I6"}},
		{"a held day", income("x", "B", "2026-02-28", "1.00"), []string{"date LEDGER-HELD I6"}},
		{"the day after", income("x1", "B", "2026-03-01", "1.00"), nil},
		{"an adjustment on a held day", entry("x2", ledger.Adjustment, "2026-02-01",
			income("", "B", "2026-02-01", "1.00").Legs...), nil},
	} {
		if _, err := w.post(tt.e); cmp.Diff(tt.want, findings(err)) != "" {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
	plain := edited(income("x3", "B", "2026-02-03", "1000.00"),
		func(e *ledger.Entry) { e.Kind, e.Reverses, e.Legs = ledger.Reversal, "g1", e.Reversed() })
	if _, err := w.post(plain); cmp.Diff([]string{"affects LEDGER-AFFECTS I6", "legs[0].amount LEDGER-OVERDRAWN I3"},
		findings(err)) != "" {
		t.Errorf("a reversal of what is closed: %v", err)
	}
	w.must(income("g2", "B", "2026-03-01", "10.00"))
	if r, err := w.reverse("g1", "g1-r", "2026-02-03"); err != nil {
		t.Errorf("%+v %v", r, err)
	}
	if _, err := w.step(w.j.Reopen, "2025-12-31", "o1", "2026-03-06"); err != nil {
		t.Error(err)
	}
	w.must(entry("x5", ledger.Adjustment, "2026-01-31", income("", "B", "2026-01-31", "1.00").Legs...))
	if _, err := w.step(w.j.Hold, "", "h3", "2026-03-06"); err != nil {
		t.Error(err)
	}
	w.must(income("x6", "B", "2026-02-28", "1.00"))
	_ = w.store.Update(ctx, func(tx journal.DayTx) error {
		_, err := w.j.Reopen(ctx, tx, date("2025-11-30"), journal.Correction{Key: "o2", On: date("2026-03-06")},
			journal.Options{At: recorded()})
		if cmp.Diff([]string{"memo LEDGER-MISSING I6"}, findings(err)) != "" {
			t.Errorf("reopened without a reason: %v", err)
		}
		return err
	})
	s, err := books.Replay(ctx, w.store, w.j.Chain())
	if err != nil {
		t.Fatal(err)
	}
	for r, e := range s.Entries(books.AsOf{}) {
		if e.Kind != ledger.PeriodClosed {
			continue
		}
		b, err := s.TrialBalance(books.AsOf{Seq: r.Seq - 1, Date: date("2026-01-31")})
		if err != nil || e.Closing.Digest != b.Digest(w.j.Chain()) || e.Closing.Head.Seq() != r.Seq-1 {
			t.Errorf("the close does not say what was closed: %+v %v", e.Closing, err)
		}
	}
}

func TestCloseVerifiesTheChain(t *testing.T) {
	w := newWorld(t)
	w.must(income("g1", "B", "2026-01-05", "1000.00"), income("g2", "B", "2026-01-05", "1000.00"))
	for name, tt := range map[string]struct {
		damage func(*broken)
		want   fault.Code
	}{
		"a record is missing at the end": {func(b *broken) { b.drop = 1 }, ledger.ErrStore},
		"a record has changed":           {func(b *broken) { b.spoil = true }, chain.ErrHash},
	} {
		err := w.store.Update(ctx, func(tx journal.DayTx) error {
			b := &broken{DayTx: tx, failAt: -1}
			tt.damage(b)
			_, err := w.j.Close(ctx, b, date("2026-01-31"), journal.Correction{Key: "c", On: date("2026-02-01")},
				journal.Options{At: recorded()})
			return err
		})
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCost(t *testing.T) {
	w := newWorld(t)
	w.must(rice("r1", "L1", "D", "2026-01-10", "100.01"), rice("r2", "U1", "D", "2026-01-10", ""))
	for _, tt := range []struct {
		lot      ledger.LotID
		station  string
		quantity string
		want     string
		code     fault.Code
	}{
		{"L1", "", "3 rice/袋", "30.00", ""}, {"L1", "", "10 rice/袋", "100.01", ""},
		{"L1", "", "0 rice/袋", "0.00", ""}, {"U1", "", "4 rice/袋", "0.00", ""},
		{"L1", "", "11 rice/袋", "", ledger.ErrShort}, {"L1", "", "-1 rice/袋", "", ledger.ErrShort},
		{"L1", "S2", "1 rice/袋", "", ledger.ErrShort},
		{"L1", "", "1 rice/箱", "", ledger.ErrLotUnit}, {"L9", "", "1 rice/袋", "", ledger.ErrLot},
	} {
		_ = w.store.Update(ctx, func(tx journal.DayTx) error {
			got, err := w.j.Cost(ctx, tx, "D", tt.station, tt.lot, amount(tt.quantity))
			if tt.code == "" && (err != nil || got.String() != tt.want) || tt.code != "" && !errors.Is(err, tt.code) {
				t.Errorf("%+v: %v %v", tt, got, err)
			}
			return err
		})
	}
}

// Eight writers pay ten yuan each, a hundred times, out of five hundred; each key is tried by two of them.
func TestConcurrentWriters(t *testing.T) {
	w := newWorld(t)
	w.must(income("g1", "B", "2026-01-05", "500.00"))
	var wg sync.WaitGroup
	var mu sync.Mutex
	paid, repeated, refused := 0, 0, 0
	for i := range 8 {
		wg.Go(func() {
			for n := range 25 {
				r, err := w.post(spending(fmt.Sprint("s", i/2, "-", n), "B", "2026-02-05", "10.00"))
				mu.Lock()
				switch {
				case err == nil && r.Repeated:
					repeated++
				case err == nil:
					paid++
				case errors.Is(err, ledger.ErrOverdrawn):
					refused++
				default:
					t.Error(err)
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	if paid != 50 || repeated+refused != 150 {
		t.Errorf("%d paid, %d repeated, %d refused", paid, repeated, refused)
	}
	s, err := books.Replay(ctx, w.store, w.j.Chain())
	if err != nil || s.Len() != 51 {
		t.Fatal(s.Len(), err)
	}
	b, err := s.Balances(books.Query{By: []ledger.Dimension{ledger.ByAccount},
		Match: func(l ledger.Leg) bool { return l.Account == ledger.Bank }}, books.AsOf{})
	if err != nil || len(b) != 0 {
		t.Errorf("bank: %v %v", b, err)
	}
}

// A fund that comes under guard while it is overdrawn can be filled up, and not be drawn on.
func TestOverdrawnBeforeTheGuard(t *testing.T) {
	w := newWorld(t)
	w.must(spending("s1", "O", "2026-02-01", "100.00"), reserve("c1", "O", "2026-02-01", "5.00", ""))
	c := config()
	guarded, err := ledger.NewFunds(ledger.Fund{ID: "O", Name: "自有资金", Source: ledger.Own,
		Restriction: ledger.Unrestricted, Guard: ledger.ByPosting})
	if err != nil {
		t.Fatal(err)
	}
	c.Funds = guarded
	if w.j, err = journal.Open(c); err != nil {
		t.Fatal(err)
	}
	w.must(income("g1", "O", "2026-02-02", "60.00"), release("v1", ledger.Void, "c1", "O", "2026-02-02", "2.00"))
	if _, err := w.post(spending("s2", "O", "2026-02-03",
		"0.01")); cmp.Diff([]string{"legs[1].amount LEDGER-OVERDRAWN I3"}, findings(err)) != "" {
		t.Error(err)
	}
	if _, err := w.post(reserve("c2", "O", "2026-02-03", "0.01",
		"")); cmp.Diff([]string{"legs[1].amount LEDGER-AVAILABLE I3"}, findings(err)) != "" {
		t.Error(err)
	}
}
