package memory

import (
	"context"
	"iter"
	"maps"
	"slices"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

// tx is a transaction: the store's content, which nobody else can change meanwhile, and what was appended on top.
type tx struct {
	store     *Store
	additions []journal.Addition
	added     map[string]int // key -> index in additions
}

func (t *tx) Position(ctx context.Context) (journal.Position, error) {
	if n := len(t.additions); n > 0 {
		return t.additions[n-1].Next, ctx.Err()
	}
	return t.store.book.pos, ctx.Err()
}

func (t *tx) ByKey(ctx context.Context, key string) (chain.Record, bool, error) {
	if i, ok := t.added[key]; ok {
		return t.additions[i].Record, true, ctx.Err()
	}
	if i, ok := t.store.book.byKey[key]; ok {
		return t.store.book.records[i], true, ctx.Err()
	}
	return chain.Record{}, false, ctx.Err()
}

func (t *tx) Reversed(ctx context.Context, key string) (bool, error) {
	here := func(a journal.Addition) bool { return a.Entry.Reverses == key }
	return t.store.book.reversed[key] || slices.ContainsFunc(t.additions, here), ctx.Err()
}

func (t *tx) Lot(ctx context.Context, id ledger.LotID) (ledger.Lot, bool, error) {
	for _, a := range t.additions {
		for _, l := range a.Entry.Lots {
			if l.ID == id {
				return l, true, ctx.Err()
			}
		}
	}
	l, ok := t.store.book.lots[id]
	return l, ok, ctx.Err()
}

func (t *tx) Balances(ctx context.Context, keys []journal.Key) ([]int64, error) {
	out := make([]int64, len(keys))
	for i, k := range keys {
		out[i] = t.store.book.balances[k]
		for _, a := range t.additions {
			for _, d := range a.Deltas {
				if d.Key == k {
					out[i] += d.Minor
				}
			}
		}
	}
	return out, ctx.Err()
}

func (t *tx) Lowest(ctx context.Context, keys []journal.Key, from cal.Date) ([]int64, error) {
	out := make([]int64, len(keys))
	for i, k := range keys {
		days := maps.Clone(t.store.book.days[k])
		if days == nil {
			days = make(map[cal.Date]int64)
		}
		for _, a := range t.additions {
			for _, d := range a.Deltas {
				if d.Key == k {
					days[a.Entry.Date] += d.Minor
				}
			}
		}
		out[i] = lowest(days, from)
	}
	return out, ctx.Err()
}

// lowest runs through the days' changes in order.
func lowest(days map[cal.Date]int64, from cal.Date) int64 {
	var sum, low int64
	started := false
	for _, d := range slices.SortedFunc(maps.Keys(days), cal.Date.Compare) {
		if d.After(from) && !started {
			low, started = sum, true // the balance at the end of the day from itself
		}
		sum += days[d]
		if started {
			low = min(low, sum)
		}
	}
	if !started {
		return sum
	}
	return low
}

func (t *tx) Append(ctx context.Context, a journal.Addition) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	pos, _ := t.Position(ctx)
	_, twice, _ := t.ByKey(ctx, a.Entry.Key)
	again, _ := t.Reversed(ctx, a.Entry.Reverses)
	if twice || again && a.Entry.Reverses != "" || a.Record.Seq != pos.Head.Seq()+1 {
		return ledger.Faults().New(ledger.ErrStore, "invariant", string(ledger.I7))
	}
	t.added[a.Entry.Key] = len(t.additions)
	t.additions = append(t.additions, a)
	return nil
}

func (t *tx) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		records := slices.Clip(t.store.book.records)
		for _, a := range t.additions {
			records = append(records, a.Record)
		}
		read(ctx, records, from, to, yield)
	}
}
