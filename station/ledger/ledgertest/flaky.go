package ledgertest

import (
	"context"
	"iter"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

// flaky is a transaction in which call number at goes wrong, before it reaches the store or after. Strike is what happens; when it
// returns nil the call goes on.
type flaky struct {
	tx     journal.DayTx
	at     int
	after  bool
	strike func() error
	calls  int
}

// around runs one call.
func (f *flaky) around(call func() error) error {
	f.calls++
	struck := f.calls == f.at
	if struck && !f.after {
		if err := f.strike(); err != nil {
			return err
		}
	}
	err := call()
	if struck && f.after && err == nil {
		err = f.strike()
	}
	return err
}

func (f *flaky) Position(ctx context.Context) (p journal.Position, err error) {
	err = f.around(func() error { p, err = f.tx.Position(ctx); return err })
	return p, err
}

func (f *flaky) ByKey(ctx context.Context, key string) (r chain.Record, ok bool, err error) {
	err = f.around(func() error { r, ok, err = f.tx.ByKey(ctx, key); return err })
	return r, ok, err
}

func (f *flaky) Reversed(ctx context.Context, key string) (done bool, err error) {
	err = f.around(func() error { done, err = f.tx.Reversed(ctx, key); return err })
	return done, err
}

func (f *flaky) Lot(ctx context.Context, id ledger.LotID) (l ledger.Lot, ok bool, err error) {
	err = f.around(func() error { l, ok, err = f.tx.Lot(ctx, id); return err })
	return l, ok, err
}

func (f *flaky) Balances(ctx context.Context, keys []journal.Key) (n []int64, err error) {
	err = f.around(func() error { n, err = f.tx.Balances(ctx, keys); return err })
	return n, err
}

func (f *flaky) Lowest(ctx context.Context, keys []journal.Key, from cal.Date) (n []int64, err error) {
	err = f.around(func() error { n, err = f.tx.Lowest(ctx, keys, from); return err })
	return n, err
}

func (f *flaky) Append(ctx context.Context, a journal.Addition) error {
	return f.around(func() error { return f.tx.Append(ctx, a) })
}

func (f *flaky) Records(ctx context.Context, from, to uint64) iter.Seq2[chain.Record, error] {
	return func(yield func(chain.Record, error) bool) {
		if err := f.around(func() error { return nil }); err != nil {
			yield(chain.Record{}, err)
			return
		}
		f.tx.Records(ctx, from, to)(yield)
	}
}
