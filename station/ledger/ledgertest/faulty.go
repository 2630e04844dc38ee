package ledgertest

import (
	"context"
	"errors"

	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/journal"
)

// maxCalls is more than any step of the kit makes.
const maxCalls = 100

// work is what the failing transactions do: steps that together make every call there is.
func work() ([]step, []ledger.Entry, error) {
	given, err := gift()
	if err != nil {
		return nil, nil, err
	}
	first, second := pay("paid", "2026-01-07", "10.00"), pay("paid early", "2026-01-06", "20.00")
	return []step{post(given), post(first), reverse("paid", "undo", "2026-02-01"), post(second), closeThrough("2026-01-31", "close", "2026-02-02")},
		[]ledger.Entry{given, first, second}, nil
}

// failingCalls lets every single call fail, before and after it reaches the store: Update must return the failure, nothing may stay,
// and the work must succeed afterwards.
func failingCalls(ctx context.Context, open func() Book) error {
	c, err := funded(ctx, open(), 100)
	if err != nil {
		return err
	}
	return c.everyCall(ctx, func(f *flaky, steps []step) (bool, error) {
		f.strike = func() error { return errAbandoned }
		err := c.Update(ctx, func(tx journal.DayTx) error { return f.run(ctx, c, tx, steps) })
		if f.calls < f.at {
			return true, err
		}
		if !errors.Is(err, errAbandoned) {
			return false, wrong("Update returns %v where call %d failed", err, f.at)
		}
		return false, nil
	})
}

// cancelledCalls cancels the context around every single call. Update must return an error, since it is cancelled before it commits.
func cancelledCalls(ctx context.Context, open func() Book) error {
	c, err := funded(ctx, open(), 100)
	if err != nil {
		return err
	}
	return c.everyCall(ctx, func(f *flaky, steps []step) (bool, error) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		f.strike = func() error { cancel(); return nil }
		err := c.Update(ctx, func(tx journal.DayTx) error { return f.run(ctx, c, tx, steps) })
		if f.calls < f.at {
			return true, err
		}
		if err == nil {
			return false, wrong("Update returns nil, its context was cancelled around call %d", f.at)
		}
		return false, nil
	})
}

func (f *flaky) run(ctx context.Context, c clerk, tx journal.DayTx, steps []step) error {
	f.tx = tx
	for _, s := range steps {
		if _, err := s(ctx, c.j, f); err != nil {
			return err
		}
	}
	return nil
}

// everyCall tries the work with call 1, 2, 3 … going wrong until none does, and looks at the book after each.
func (c clerk) everyCall(ctx context.Context, try func(f *flaky, steps []step) (done bool, err error)) error {
	steps, tried, err := work()
	if err != nil {
		return err
	}
	before, err := c.audit(ctx, tried...)
	if err != nil {
		return err
	}
	for at := 1; at <= maxCalls; at++ {
		for _, after := range []bool{false, true} {
			done, err := try(&flaky{at: at, after: after}, steps)
			if err != nil {
				return err
			}
			now, err := c.audit(ctx, tried...)
			if err != nil {
				return wrong("after call %d went wrong: %w", at, err)
			}
			if done {
				if at == 1 || len(now) <= len(before) {
					return wrong("the work was not done")
				}
				return nil
			}
			if err := before.changed(now); err != nil {
				return wrong("after call %d went wrong: %w", at, err)
			}
		}
	}
	return wrong("the work makes more than %d calls", maxCalls)
}
