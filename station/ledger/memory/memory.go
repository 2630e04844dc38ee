// Package memory keeps books of a ledger in memory (内存账簿): for tests, for trying out, and as the shortest example
// of a store.
//
// A [Store] holds one book. [Store.Update] runs a function in a transaction: what it appended is kept if it returns nil and
// dropped otherwise. Writers wait for each other, readers see what was committed. A Store is safe for concurrent use; a
// transaction belongs to one goroutine and is over when the function returns.
package memory

import (
	"context"
	"iter"
	"sync"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

// Store is one book (账簿). The zero value is an empty book.
type Store struct {
	writer sync.Mutex // held by the transaction that writes
	mu     sync.RWMutex
	book   book
}

// book is the committed content.
type book struct {
	pos      journal.Position
	records  []chain.Record
	byKey    map[string]int
	reversed map[string]bool
	lots     map[ledger.LotID]ledger.Lot
	balances map[journal.Key]int64
	days     map[journal.Key]map[cal.Date]int64
}

// Records implements chain.Reader over what was committed when the first record is asked for.
func (s *Store) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		s.mu.RLock()
		records := s.book.records
		s.mu.RUnlock()
		read(ctx, records, from, to, yield)
	}
}

func read(ctx context.Context, records []chain.Record, from, to uint64, yield func(chain.Record, error) bool) {
	for _, r := range records {
		if r.Seq < from || to != 0 && r.Seq > to {
			continue
		}
		if err := ctx.Err(); err != nil {
			yield(chain.Record{}, err)
			return
		}
		if !yield(r, nil) {
			return
		}
	}
}

// Update runs f in a transaction. It returns f's error, or that of ctx if it is done before the transaction begins or
// before it is committed.
func (s *Store) Update(ctx context.Context, f func(journal.DayTx) error) error {
	s.writer.Lock()
	defer s.writer.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	t := &tx{store: s, added: make(map[string]int)}
	if err := f(t); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range t.additions {
		s.book.apply(a)
	}
	return nil
}

func (b *book) apply(a journal.Addition) {
	if b.byKey == nil {
		b.byKey, b.reversed, b.lots = map[string]int{}, map[string]bool{}, map[ledger.LotID]ledger.Lot{}
		b.balances, b.days = map[journal.Key]int64{}, map[journal.Key]map[cal.Date]int64{}
	}
	b.pos = a.Next
	b.byKey[a.Entry.Key] = len(b.records)
	b.records = append(b.records, a.Record)
	if a.Entry.Reverses != "" {
		b.reversed[a.Entry.Reverses] = true
	}
	for _, l := range a.Entry.Lots {
		b.lots[l.ID] = l
	}
	for _, d := range a.Deltas {
		b.balances[d.Key] += d.Minor
		if b.days[d.Key] == nil {
			b.days[d.Key] = map[cal.Date]int64{}
		}
		b.days[d.Key][a.Entry.Date] += d.Minor
	}
}
