package ledgertest

import (
	"bytes"
	"context"
	"errors"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
)

// broken is a store in memory with one defect: in its transactions, its reader or its Update, where these are given.
type broken struct {
	memory.Store
	tx     func(journal.DayTx) journal.DayTx
	read   func(chain.Record) chain.Record
	update func(b *memory.Store, ctx context.Context, f func(journal.DayTx) error) error
}

func (b *broken) Update(ctx context.Context, f func(journal.DayTx) error) error {
	if b.tx != nil {
		inner := f
		f = func(tx journal.DayTx) error { return inner(b.tx(tx)) }
	}
	if b.update != nil {
		return b.update(&b.Store, ctx, f)
	}
	return b.Store.Update(ctx, f)
}

func (b *broken) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	if b.read == nil {
		return b.Store.Records(ctx, from, to)
	}
	return reread(b.Store.Records(ctx, from, to), b.read)
}

func reread(records iter.Seq2[chain.Record, error], change func(chain.Record) chain.Record) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		for r, err := range records {
			if !yield(change(r), err) {
				return
			}
		}
	}
}

// edited is a transaction whose answers are edited.
type edited struct {
	journal.DayTx
	position func(journal.Position) journal.Position
	byKey    func(tx journal.DayTx, key string, r chain.Record, ok bool) (chain.Record, bool)
	reversed func(bool) bool
	lot      func(ledger.Lot, bool) (ledger.Lot, bool)
	balances func(tx journal.DayTx, keys []journal.Key, n []int64) []int64
	lowest   func(tx journal.DayTx, keys []journal.Key, n []int64, from cal.Date) []int64
	append   func(tx journal.DayTx, a journal.Addition) error
	records  func(iter.Seq2[chain.Record, error]) iter.Seq2[chain.Record, error]
}

// edit returns a store whose transactions are edited.
func edit(e edited) func() Book {
	return func() Book {
		return &broken{tx: func(tx journal.DayTx) journal.DayTx { with := e; with.DayTx = tx; return with }}
	}
}

func (e edited) Position(ctx context.Context) (journal.Position, error) {
	p, err := e.DayTx.Position(ctx)
	if e.position != nil {
		p = e.position(p)
	}
	return p, err
}

func (e edited) ByKey(ctx context.Context, key string) (chain.Record, bool, error) {
	r, ok, err := e.DayTx.ByKey(ctx, key)
	if e.byKey != nil && err == nil {
		r, ok = e.byKey(e.DayTx, key, r, ok)
	}
	return r, ok, err
}

func (e edited) Reversed(ctx context.Context, key string) (bool, error) {
	done, err := e.DayTx.Reversed(ctx, key)
	if e.reversed != nil {
		done = e.reversed(done)
	}
	return done, err
}

func (e edited) Lot(ctx context.Context, id ledger.LotID) (ledger.Lot, bool, error) {
	l, ok, err := e.DayTx.Lot(ctx, id)
	if e.lot != nil {
		l, ok = e.lot(l, ok)
	}
	return l, ok, err
}

func (e edited) Balances(ctx context.Context, keys []journal.Key) ([]int64, error) {
	n, err := e.DayTx.Balances(ctx, keys)
	if e.balances != nil && err == nil {
		n = e.balances(e.DayTx, keys, n)
	}
	return n, err
}

func (e edited) Lowest(ctx context.Context, keys []journal.Key, from cal.Date) ([]int64, error) {
	n, err := e.DayTx.Lowest(ctx, keys, from)
	if e.lowest != nil && err == nil {
		n = e.lowest(e.DayTx, keys, n, from)
	}
	return n, err
}

func (e edited) Append(ctx context.Context, a journal.Addition) error {
	if e.append != nil {
		return e.append(e.DayTx, a)
	}
	return e.DayTx.Append(ctx, a)
}

func (e edited) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	if e.records != nil {
		return e.records(e.DayTx.Records(ctx, from, to))
	}
	return e.DayTx.Records(ctx, from, to)
}

// commits is an Update that commits where it should not, and answers with the error all the same.
func commits(when func(ctx context.Context, err error) bool) func() Book {
	return func() Book {
		return &broken{update: func(b *memory.Store, ctx context.Context, f func(journal.DayTx) error) error {
			var failed error
			err := b.Update(context.WithoutCancel(ctx), func(tx journal.DayTx) error {
				if failed = f(tx); failed == nil {
					failed = ctx.Err()
				}
				if failed != nil && !when(ctx, failed) {
					return failed
				}
				return nil
			})
			if err == nil {
				err = failed
			}
			return err
		}}
	}
}

// racy is a store that neither locks nor notices: each transaction works on a copy, and the last to commit wins.
type racy struct {
	mu   sync.Mutex
	book *memory.Store
}

func (r *racy) now() *memory.Store {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.book
}

func (r *racy) Update(ctx context.Context, f func(journal.DayTx) error) error {
	copied := new(memory.Store)
	err := copied.Update(ctx, func(tx journal.DayTx) error { return replay(ctx, tx, r.now()) })
	if err == nil {
		err = copied.Update(ctx, f)
	}
	for range 100 {
		runtime.Gosched() // a database takes its time
	}
	if err == nil {
		r.mu.Lock()
		r.book = copied
		r.mu.Unlock()
	}
	return err
}

func (r *racy) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return r.now().Records(ctx, from, to)
}

// replay appends all records of a book.
func replay(ctx context.Context, tx journal.DayTx, from chain.Reader) error {
	for rec, err := range from.Records(ctx, 1, 0) {
		if err != nil {
			return err
		}
		e, err := ledger.DecodeEntry(rec.Body)
		if err != nil {
			return err
		}
		a := journal.Addition{Record: rec, Entry: e}
		if a.Next, err = tx.Position(ctx); err != nil {
			return err
		}
		switch e.Kind {
		case ledger.PeriodHeld:
			a.Next.Held = e.Closing.Through
		case ledger.PeriodClosed, ledger.PeriodReopened:
			a.Next.Closed = e.Closing.Through
		}
		if a.Next.Head, err = chain.HeadOf(rec.Seq, "sha256", rec.Hash); err != nil {
			return err
		}
		for _, l := range e.Legs {
			a.Deltas = append(a.Deltas, journal.Delta{Key: journal.KeyOf(l), Minor: l.Amount.Minor()})
		}
		if err := tx.Append(ctx, a); err != nil {
			return err
		}
	}
	return nil
}

// eager is a store whose reader shows what is not yet committed: the last transaction's records.
type eager struct {
	memory.Store
	mu      sync.Mutex
	pending []chain.Record
}

func (s *eager) Update(ctx context.Context, f func(journal.DayTx) error) error {
	defer s.set(nil)
	return s.Store.Update(ctx, func(tx journal.DayTx) error {
		return f(edited{DayTx: tx, append: func(tx journal.DayTx, a journal.Addition) error {
			s.set(append(slices.Clone(s.get()), a.Record))
			return tx.Append(ctx, a)
		}})
	})
}

func (s *eager) set(p []chain.Record) { s.mu.Lock(); defer s.mu.Unlock(); s.pending = p }

func (s *eager) get() []chain.Record { s.mu.Lock(); defer s.mu.Unlock(); return s.pending }

func (s *eager) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		for r, err := range s.Store.Records(ctx, from, to) {
			if !yield(r, err) {
				return
			}
		}
		for _, r := range s.get() {
			if r.Seq >= from && (to == 0 || r.Seq <= to) && !yield(r, nil) {
				return
			}
		}
	}
}

// reader is a store whose Records answer other ranges than asked for.
type reader struct {
	memory.Store
	change func(from, to uint64) (uint64, uint64)
}

func (r *reader) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	from, to = r.change(from, to)
	return r.Store.Records(ctx, from, to)
}

// TestBroken plants one defect after another in the store in memory: the demand named first must see each, whatever others do.
func TestBroken(t *testing.T) {
	ctx := context.Background()
	always := func(context.Context, error) bool { return true }
	changed := func(r chain.Record) chain.Record { // body and hash both: only the receipt tells
		r.Hash = bytes.Repeat([]byte{1}, len(r.Hash))
		return r
	}
	var shared *memory.Store
	for _, b := range []struct {
		name, seen string
		open       func() Book
	}{
		{"commits after an error", "an error or a panic leaves nothing", commits(always)},
		{"commits after a refusal", "a refusal leaves nothing", commits(always)},
		{"commits what was done before a call failed", "a failing call leaves nothing", commits(always)},
		{"commits after it was cancelled", "a cancelled call leaves nothing", commits(func(ctx context.Context, _ error) bool { return ctx.Err() != nil })},
		{"does not look at the context before the commit", "a cancelled call leaves nothing", func() Book {
			return &broken{update: func(b *memory.Store, ctx context.Context, f func(journal.DayTx) error) error {
				return b.Update(context.WithoutCancel(ctx), f)
			}}
		}},
		{"commits after a panic", "an error or a panic leaves nothing", func() Book {
			return &broken{update: func(b *memory.Store, ctx context.Context, f func(journal.DayTx) error) error {
				var thrown any
				err := b.Update(ctx, func(tx journal.DayTx) error {
					defer func() { thrown = recover() }()
					return f(tx)
				})
				if thrown != nil {
					panic(thrown)
				}
				return err
			}}
		}},
		{"hides a panic", "an error or a panic leaves nothing", func() Book {
			return &broken{update: func(b *memory.Store, ctx context.Context, f func(journal.DayTx) error) error {
				return b.Update(ctx, func(tx journal.DayTx) (err error) {
					defer func() {
						if recover() != nil {
							err = errAbandoned
						}
					}()
					return f(tx)
				})
			}}
		}},
		{"hides the error of its function", "a failing call leaves nothing", func() Book {
			return &broken{update: func(b *memory.Store, ctx context.Context, f func(journal.DayTx) error) error {
				if err := b.Update(ctx, f); err != nil {
					return errors.New("rolled back")
				}
				return nil
			}}
		}},
		{"swallows errors of Append", "append refuses what exists", edit(edited{append: func(tx journal.DayTx, a journal.Addition) error {
			_ = tx.Append(ctx, a)
			return nil
		}})},
		{"does not lock, one key", "two writers, one key", func() Book { return &racy{book: new(memory.Store)} }},
		{"does not lock, one balance", "two writers, one balance", func() Book { return &racy{book: new(memory.Store)} }},
		{"does not lock, one reversal", "two writers, one reversal", func() Book { return &racy{book: new(memory.Store)} }},
		{"does not lock, a close", "closing while others post", func() Book { return &racy{book: new(memory.Store)} }},
		{"does not lock, a reader", "readers see a prefix", func() Book { return &racy{book: new(memory.Store)} }},
		{"forgets keys", "a lost reply", edit(edited{byKey: func(journal.DayTx, string, chain.Record, bool) (chain.Record, bool) { return chain.Record{}, false }})},
		{"folds the case of keys", "keys are kept apart", edit(edited{byKey: func(tx journal.DayTx, key string, r chain.Record, ok bool) (chain.Record, bool) {
			if !ok {
				r, ok, _ = tx.ByKey(ctx, strings.ToLower(key))
			}
			return r, ok
		}})},
		{"folds the case of parties", "what is read is what was written", edit(edited{balances: func(tx journal.DayTx, keys []journal.Key, n []int64) []int64 {
			for i, k := range keys {
				k.Sub = strings.ToLower(k.Sub)
				if folded, err := tx.Balances(ctx, []journal.Key{k}); err == nil && n[i] == 0 {
					n[i] = folded[0]
				} else if other := strings.ToUpper(k.Sub); err == nil && k.Account == ledger.TimeBank {
					k.Sub = other
					more, _ := tx.Balances(ctx, []journal.Key{k})
					n[i] += more[0]
				}
			}
			return n
		}})},
		{"forgets reversals", "what is read is what was written", edit(edited{reversed: func(bool) bool { return false }})},
		{"loses the place of a lot", "what is read is what was written", edit(edited{lot: func(l ledger.Lot, ok bool) (ledger.Lot, bool) {
			l.Place = ""
			return l, ok
		}})},
		{"answers an undeclared lot", "an empty book", edit(edited{lot: func(l ledger.Lot, ok bool) (ledger.Lot, bool) { return l, true }})},
		{"sorts balances", "what is read is what was written", edit(edited{balances: func(_ journal.DayTx, _ []journal.Key, n []int64) []int64 {
			slices.Sort(n)
			return n
		}})},
		{"returns at most a thousand balances", "ten thousand legs", edit(edited{balances: func(_ journal.DayTx, _ []journal.Key, n []int64) []int64 {
			return n[:min(len(n), 1000)]
		}})},
		{"does not see later days", "what is read is what was written", edit(edited{lowest: func(tx journal.DayTx, keys []journal.Key, n []int64, _ cal.Date) []int64 {
			now, _ := tx.Balances(ctx, keys)
			return now
		}})},
		{"takes the day before for the day", "what is read is what was written", edit(edited{lowest: func(tx journal.DayTx, keys []journal.Key, n []int64, from cal.Date) []int64 {
			if day := from.AddDays(-1); !day.IsZero() {
				n, _ = tx.Lowest(ctx, keys, day)
			}
			return n
		}})},
		{"forgets what is on hold", "what is read is what was written", edit(edited{position: func(p journal.Position) journal.Position {
			p.Held = cal.Date{}
			return p
		}})},
		{"forgets what is closed", "closing while others post", edit(edited{position: func(p journal.Position) journal.Position {
			p.Closed = cal.Date{}
			return p
		}})},
		{"has a genesis of its own", "an empty book", edit(edited{position: func(p journal.Position) journal.Position {
			if p.Head.IsZero() {
				p.Head = chain.SHA256("another").Genesis()
			}
			return p
		}})},
		{"drops milliseconds", "what is read is what was written", func() Book {
			return &broken{read: func(r chain.Record) chain.Record { r.At -= r.At % 1000; return r }}
		}},
		{"changes hashes", "what is read is what was written", func() Book { return &broken{read: changed} }},
		{"trims bodies", "what is read is what was written", edit(edited{records: func(in iter.Seq2[chain.Record, error]) iter.Seq2[chain.Record, error] {
			return reread(in, func(r chain.Record) chain.Record { r.Body = bytes.TrimRight(r.Body, "\x00"); return r })
		}})},
		{"reads from the beginning", "what is read is what was written", func() Book {
			return &reader{change: func(_, to uint64) (uint64, uint64) { return 1, to }}
		}},
		{"reads to the end", "what is read is what was written", func() Book {
			return &reader{change: func(from, _ uint64) (uint64, uint64) { return from, 0 }}
		}},
		{"reads a page only", "a thousand entries", func() Book {
			return &reader{change: func(from, to uint64) (uint64, uint64) {
				if to == 0 || to > from+999 {
					to = from + 999
				}
				return from, to
			}}
		}},
		{"shows what is not committed", "a transaction sees its own entries and nobody else does", func() Book { return new(eager) }},
		{"has one book only", "books are kept apart", func() Book {
			if shared == nil {
				shared = new(memory.Store)
			}
			return shared
		}},
	} {
		t.Run(b.name, func(t *testing.T) {
			at := slices.IndexFunc(demands(), func(d demand) bool { return d.name == b.seen })
			if at < 0 {
				t.Fatalf("there is no demand %q", b.seen)
			}
			err := demands()[at].check(ctx, b.open)
			if err == nil {
				t.Fatalf("%q does not see it", b.seen)
			}
			t.Log(err)
		})
	}
}
