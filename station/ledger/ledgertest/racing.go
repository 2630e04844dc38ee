package ledgertest

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

const (
	writers  = 8
	rounds   = 10  // of a race that is over in one transaction
	maxTries = 200 // of one posting against other writers, where the store does not lock
)

// patient does the step until it is done or refused: a store without locks lets the loser of a race try again.
func (c clerk) patient(ctx context.Context, s step) (r journal.Receipt, err error) {
	for range maxTries {
		if r, err = c.do(ctx, s); err == nil || judged(err) || ctx.Err() != nil {
			return r, err
		}
	}
	return r, wrong("%d times in vain: %w", maxTries, err)
}

// judged reports whether the journal has refused, rather than the store failed.
func judged(err error) bool {
	var l fault.List
	return errors.As(err, &l) && !l.Has(ledger.ErrStore) && !l.Has(ledger.ErrMoved)
}

// race runs n steps on so many goroutines and returns what came of each.
func (c clerk) race(ctx context.Context, n int, of func(i int) step) (receipts []journal.Receipt, errs []error) {
	receipts, errs = make([]journal.Receipt, n), make([]error, n)
	var wg sync.WaitGroup
	for w := range writers {
		wg.Go(func() {
			for i := w; i < n; i += writers {
				receipts[i], errs[i] = c.patient(ctx, of(i))
			}
		})
	}
	wg.Wait()
	return receipts, errs
}

// oneKey lets all writers post the same entry at once, again and again.
func oneKey(ctx context.Context, open func() Book) error {
	c, err := funded(ctx, open(), 100)
	if err != nil {
		return err
	}
	for round := range rounds {
		receipts, errs := c.race(ctx, writers, func(int) step { return post(pay(fmt.Sprint("paid ", round), "2026-01-06", "10.00")) })
		if err := errors.Join(errs...); err != nil {
			return err
		}
		first := 0
		for _, r := range receipts {
			if !r.Repeated {
				first++
			}
			if r.Seq != uint64(round)+2 || r.Head != receipts[0].Head {
				return wrong("one key has the receipts %+v and %+v", receipts[0], r)
			}
		}
		if first != 1 {
			return wrong("one key was posted %d times", first)
		}
	}
	return c.holds(ctx, 1+rounds)
}

// holds audits the book and counts its records.
func (c clerk) holds(ctx context.Context, n int) error {
	if _, err := c.audit(ctx); err != nil {
		return err
	}
	all, err := records(ctx, c)
	if err == nil && len(all) != n {
		err = wrong("the book holds %d records, not %d", len(all), n)
	}
	return err
}

// overdraw makes 100 payments of 10 yuan against 500: exactly 50 succeed.
func overdraw(ctx context.Context, open func() Book) error {
	c, err := funded(ctx, open(), 500)
	if err != nil {
		return err
	}
	_, errs := c.race(ctx, 100, func(i int) step { return post(pay(fmt.Sprint("paid ", i), "2026-01-06", "10.00")) })
	paid := 0
	for _, err := range errs {
		switch {
		case err == nil:
			paid++
		case !refused(err, ledger.ErrOverdrawn):
			return err
		}
	}
	if paid != 50 {
		return wrong("500 yuan paid %d times 10 yuan", paid)
	}
	return c.holds(ctx, 51)
}

// oneReversal lets all writers reverse one entry, under keys of their own.
func oneReversal(ctx context.Context, open func() Book) error {
	c, err := funded(ctx, open(), 100)
	if err != nil {
		return err
	}
	for round := range rounds {
		paid := fmt.Sprint("paid ", round)
		if _, err := c.do(ctx, post(pay(paid, "2026-01-06", "10.00"))); err != nil {
			return err
		}
		_, errs := c.race(ctx, writers, func(i int) step { return reverse(paid, fmt.Sprint("undo ", round, i), "2026-01-07") })
		done := 0
		for _, err := range errs {
			switch {
			case err == nil:
				done++
			case !refused(err, ledger.ErrReversed):
				return err
			}
		}
		if done != 1 {
			return wrong("one entry was reversed %d times", done)
		}
	}
	return c.holds(ctx, 1+2*rounds)
}

// closing closes January while others post into it: what comes after the close is refused.
func closing(ctx context.Context, open func() Book) error {
	c, err := funded(ctx, open(), 500)
	if err != nil {
		return err
	}
	const n, at = 40, 20
	receipts, errs := c.race(ctx, n, func(i int) step {
		if i == at {
			return closeThrough("2026-01-31", "close", "2026-02-01")
		}
		return post(pay(fmt.Sprint("paid ", i), "2026-01-06", "10.00"))
	})
	if errs[at] != nil {
		return errs[at]
	}
	in := 2 // the grant and the close
	for i, err := range errs {
		switch {
		case i == at:
		case err == nil && receipts[i].Seq < receipts[at].Seq:
			in++
		case err == nil:
			return wrong("number %d was posted into a month that number %d had closed", receipts[i].Seq, receipts[at].Seq)
		case !refused(err, ledger.ErrClosed):
			return err
		}
	}
	return c.holds(ctx, in)
}

// prefix reads while others write: numbers from 1 on, a chain that verifies, and never fewer records than before.
func prefix(ctx context.Context, open func() Book) error {
	c, err := funded(ctx, open(), 500)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	done := make(chan error, 1)
	go func() {
		_, errs := c.race(ctx, 40, func(i int) step { return post(pay(fmt.Sprint("paid ", i), "2026-01-06", "10.00")) })
		done <- errors.Join(errs...)
	}()
	var anchors []chain.Head
	for {
		select {
		case err := <-done:
			if err != nil {
				return err
			}
			return c.holds(ctx, 41)
		default:
		}
		head, err := c.j.Chain().Verify(ctx, c, c.j.Chain().Genesis(), anchors...)
		if err != nil {
			cancel()
			<-done
			return wrong("a reader beside writers: %w", err)
		}
		anchors = []chain.Head{head}
	}
}
