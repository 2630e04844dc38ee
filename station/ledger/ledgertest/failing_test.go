package ledgertest

import (
	"context"
	"errors"
	"iter"
	"sync/atomic"
	"testing"

	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
)

var errDown = errors.New("the server is down")

// failing is a store that works for so many transactions and readings and then no more.
type failing struct {
	memory.Store
	updates, readings *atomic.Int64 // left, shared by the books of a demand
}

func (f *failing) Update(ctx context.Context, do func(journal.DayTx) error) error {
	if f.updates.Add(-1) < 0 {
		return errDown
	}
	return f.Store.Update(ctx, func(tx journal.DayTx) error {
		return do(edited{DayTx: tx, records: func(in iter.Seq2[chain.Record, error]) iter.Seq2[chain.Record, error] { return f.limited(in) }})
	})
}

func (f *failing) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return f.limited(f.Store.Records(ctx, from, to))
}

func (f *failing) limited(in iter.Seq2[chain.Record, error]) iter.Seq2[chain.Record, error] {
	if f.readings.Add(-1) >= 0 {
		return in
	}
	return func(yield func(chain.Record, error) bool) { yield(chain.Record{}, errDown) }
}

// TestFailing takes the store down after every transaction and every reading of every demand: none may be content.
func TestFailing(t *testing.T) {
	const enough = 1 << 40
	for _, d := range demands() {
		if (d.name == "ten thousand legs" || d.name == "a thousand entries") && testing.Short() {
			continue
		}
		t.Run(d.name, func(t *testing.T) {
			for _, count := range []struct {
				what string
				down func(n int64) (updates, readings int64)
			}{
				{"transactions", func(n int64) (int64, int64) { return n, enough }},
				{"readings", func(n int64) (int64, int64) { return enough, n }},
			} {
				for n := int64(0); ; n += 1 + n/20 {
					var updates, readings atomic.Int64
					u, r := count.down(n)
					updates.Store(u)
					readings.Store(r)
					err := d.check(t.Context(), func() Book { return &failing{updates: &updates, readings: &readings} })
					hit := updates.Load() < 0 || readings.Load() < 0
					if hit && err == nil {
						t.Errorf("content with a store that is down after %d %s", n, count.what)
					}
					if !hit {
						if err != nil {
							t.Errorf("after %d %s: %v", n, count.what, err)
						}
						break
					}
				}
			}
		})
	}
}
