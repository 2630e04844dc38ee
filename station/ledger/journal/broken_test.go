package journal_test

import (
	"context"
	"errors"
	"iter"
	"slices"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

var errDisk = errors.New("the disk is gone")

// broken is a transaction that fails at the call failAt (from 0, never if negative), or breaks the contract otherwise.
type broken struct {
	journal.DayTx
	failAt, calls int
	drop          int    // records missing at the end
	spoil         bool   // the last record has changed
	short         bool   // one balance too few
	junk          bool   // bodies that are no entries
	foreign       bool   // a head of another algorithm
	after         func() // called before every call
}

func (b *broken) call() error {
	if b.after != nil {
		b.after()
	}
	b.calls++
	if b.calls-1 == b.failAt {
		return errDisk
	}
	return nil
}

func (b *broken) Position(ctx context.Context) (journal.Position, error) {
	if err := b.call(); err != nil {
		return journal.Position{}, err
	}
	pos, err := b.DayTx.Position(ctx)
	if b.foreign {
		pos.Head = chain.MustParseHead("sm3:1:000102030405060708090a0b0c0d0e0f")
	}
	return pos, err
}

func (b *broken) ByKey(ctx context.Context, key string) (chain.Record, bool, error) {
	if err := b.call(); err != nil {
		return chain.Record{}, false, err
	}
	r, ok, err := b.DayTx.ByKey(ctx, key)
	if b.junk && ok {
		r.Body = []byte("junk")
	}
	return r, ok, err
}

func (b *broken) Reversed(ctx context.Context, key string) (bool, error) {
	if err := b.call(); err != nil {
		return false, err
	}
	return b.DayTx.Reversed(ctx, key)
}

func (b *broken) Lot(ctx context.Context, id ledger.LotID) (ledger.Lot, bool, error) {
	if err := b.call(); err != nil {
		return ledger.Lot{}, false, err
	}
	return b.DayTx.Lot(ctx, id)
}

func (b *broken) Balances(ctx context.Context, keys []journal.Key) ([]int64, error) {
	if err := b.call(); err != nil {
		return nil, err
	}
	out, err := b.DayTx.Balances(ctx, keys)
	if b.short {
		out = out[1:]
	}
	return out, err
}

func (b *broken) Lowest(ctx context.Context, keys []journal.Key, from cal.Date) ([]int64, error) {
	if err := b.call(); err != nil {
		return nil, err
	}
	out, err := b.DayTx.Lowest(ctx, keys, from)
	if b.spoil {
		out = out[1:]
	}
	return out, err
}

func (b *broken) Append(ctx context.Context, a journal.Addition) error {
	if err := b.call(); err != nil {
		return err
	}
	return b.DayTx.Append(ctx, a)
}

func (b *broken) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		if err := b.call(); err != nil {
			yield(chain.Record{}, err)
			return
		}
		var all []chain.Record
		for r, err := range b.DayTx.Records(ctx, from, to) {
			if err != nil {
				yield(r, err)
				return
			}
			all = append(all, r)
		}
		all = all[:len(all)-b.drop]
		for i, r := range all {
			if b.spoil && i == len(all)-1 {
				r.Body = slices.Clone(r.Body)
				r.Body[len(r.Body)-1] ^= 1
			}
			if !yield(r, nil) {
				return
			}
		}
	}
}

// tasks are one of everything that a journal does, on the same book.
func tasks(w *world) map[string]func(tx journal.Tx) error {
	opt := journal.Options{At: recorded()}
	post := func(e ledger.Entry) func(journal.Tx) error {
		return func(tx journal.Tx) error { _, err := w.j.Post(ctx, tx, e, opt); return err }
	}
	return map[string]func(journal.Tx) error{
		"post":  post(spending("x", "D", "2026-02-20", "1.00")),
		"goods": post(handOut("x", "L1", "D", "2026-02-20", "1", "10.00")),
		"pay":   post(release("x", ledger.Payment, "c1", "D", "2026-02-20", "1.00")),
		"check": func(tx journal.Tx) error {
			_, err := w.j.Check(ctx, tx, spending("x", "D", "2026-02-20", "1.00"))
			return err
		},
		"cost": func(tx journal.Tx) error {
			_, err := w.j.Cost(ctx, tx, "D", "", "L1", amount("1 rice/袋"))
			return err
		},
		"reverse": func(tx journal.Tx) error {
			_, err := w.j.Reverse(ctx, tx, "s1", journal.Correction{Key: "x", On: date("2026-02-20")}, opt)
			return err
		},
		"close": func(tx journal.Tx) error {
			_, err := w.j.Close(ctx, tx, date("2026-01-31"), journal.Correction{Key: "x", On: date("2026-02-20")}, opt)
			return err
		},
		"post again": post(income("g1", "D", "2026-01-05", "100.00")),
		"conflict":   post(income("g1", "D", "2026-01-05", "100.01")),
	}
}

func furnished(t testing.TB) *world {
	w := newWorld(t)
	w.must(income("g1", "D", "2026-01-05", "100.00"), rice("r1", "L1", "D", "2026-01-10", "100.00"),
		spending("s1", "D", "2026-02-01", "5.00"),
		reserve("c1", "D", "2026-02-01", "10.00", ""))
	return w
}

// A store that fails at its first, second, … call: the error reaches the caller as it is, and the store is what it was.
func TestStoreFailsAtEveryCall(t *testing.T) {
	w := furnished(t)
	before := w.dump()
	for name, task := range tasks(w) {
		for k := 0; ; k++ {
			b := &broken{failAt: k}
			err := w.store.Update(ctx, func(tx journal.DayTx) error {
				b.DayTx = tx
				if err := task(b); err != nil {
					return err
				}
				return errors.New("rolled back")
			})
			if k >= b.calls {
				break // every call has failed once
			}
			if !errors.Is(err, errDisk) {
				t.Errorf("%s, call %d: %v", name, k, err)
			}
			if w.dump() != before {
				t.Fatalf("%s, call %d: the store has changed", name, k)
			}
			if k > 30 {
				t.Fatal("no end of calls")
			}
		}
	}
}

// A context that is done at any call: nothing is posted.
func TestCancelledAtEveryCall(t *testing.T) {
	w := furnished(t)
	before := w.dump()
	for k := 0; k < 12; k++ {
		cancelled, cancel := context.WithCancel(ctx)
		if k == 0 {
			cancel()
		}
		b := &broken{failAt: -1}
		b.after = func() {
			if b.calls == k-1 {
				cancel()
			}
		}
		err := w.store.Update(ctx, func(tx journal.DayTx) error {
			b.DayTx = tx
			_, err := w.j.Post(cancelled, b, handOut("x", "L1", "D", "2026-02-20", "1", "10.00"),
				journal.Options{At: recorded()})
			return err
		})
		if b.calls < k-1 || k > 0 && b.calls == k-1 {
			cancel()
			break
		}
		if !errors.Is(err, context.Canceled) || w.dump() != before {
			t.Errorf("cancelled at call %d of %d: %v", k, b.calls, err)
		}
	}
}

// A lost reply: the commit went through, the caller does not know and posts again.
func TestLostReply(t *testing.T) {
	w := furnished(t)
	first, err := w.post(spending("x", "D", "2026-02-20", "1.00"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := w.post(spending("x", "D", "2026-02-20", "1.00"))
	if err != nil || again.Seq != first.Seq || again.Head != first.Head || !again.Repeated {
		t.Errorf("%+v %v", again, err)
	}
}

func TestStoresThatBreakTheContract(t *testing.T) {
	w := furnished(t)
	for name, tt := range map[string]struct {
		edit func(*broken)
		task string
		want error
	}{
		"too few balances":         {func(b *broken) { b.short = true }, "post", ledger.ErrStore},
		"too few balances to cost": {func(b *broken) { b.short = true }, "cost", ledger.ErrStore},
		"too few days":             {func(b *broken) { b.spoil = true }, "post", ledger.ErrStore},
		"another algorithm":        {func(b *broken) { b.foreign = true }, "post", ledger.ErrStore},
		"another algorithm, check": {func(b *broken) { b.foreign = true }, "check", ledger.ErrStore},
		"another algorithm, close": {func(b *broken) { b.foreign = true }, "close", ledger.ErrStore},
		"junk for an original":     {func(b *broken) { b.junk = true }, "reverse", ledger.ErrCanonical},
		"junk for a key":           {func(b *broken) { b.junk = true }, "post again", ledger.ErrCanonical},
		"junk for a commitment":    {func(b *broken) { b.junk = true }, "pay", ledger.ErrCanonical},
	} {
		err := w.store.Update(ctx, func(tx journal.DayTx) error {
			b := &broken{DayTx: tx, failAt: -1}
			tt.edit(b)
			return tasks(w)[tt.task](b)
		})
		if !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
	// A fund guarded by the day needs a store that knows days.
	err := w.store.Update(ctx, func(tx journal.DayTx) error {
		_, err := w.j.Post(ctx, struct{ journal.Tx }{tx}, spending("x", "D", "2026-02-20", "1.00"),
			journal.Options{At: recorded()})
		return err
	})
	if !errors.Is(err, ledger.ErrStore) {
		t.Errorf("a store without days: %v", err)
	}
}

// sources is a fund source of a test's own.
type source func(id ledger.FundID) (ledger.Fund, bool, error)

func (s source) Fund(_ context.Context, id ledger.FundID) (ledger.Fund, bool, error) { return s(id) }

func TestFundSources(t *testing.T) {
	c := config()
	c.Funds = source(func(id ledger.FundID) (ledger.Fund, bool, error) {
		if id == "gone" {
			return ledger.Fund{}, false, errDisk
		}
		return ledger.Fund{ID: id, Restriction: ledger.ByPurpose}, true, nil
	})
	j, err := journal.Open(c)
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t)
	w.j = j
	if _, err := w.post(income("x", "gone", "2026-01-05", "1.00")); !errors.Is(err, errDisk) {
		t.Errorf("a source that fails: %v", err)
	}
	if _, err := check(w, income("x", "gone", "2026-01-05", "1.00")); !errors.Is(err, errDisk) {
		t.Errorf("a source that fails, checked: %v", err)
	}
	if _, err := w.post(income("x", "F1", "2026-01-05", "1.00")); !errors.Is(err, ledger.ErrRules) {
		t.Errorf("a fund without rules: %v", err)
	}
}
