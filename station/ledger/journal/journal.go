// Package journal posts entries into a book of the ledger (记账). It judges each against what the book holds:
// balances and commitments, the rules of funds, lots, periods, reversals. What it accepts is sealed into the book's
// chain and never changed.
//
// The book lives in the embedder's database and is reached through a [Tx], which he makes of his own transaction: a
// distribution of goods and the step of a case that it belongs to are committed together or not at all. Package
// memory is a store for tests, package ledgertest checks any other one.
//
//	j, err := journal.Open(journal.Config{Chain: chain.SHA256("county"), Funds: funds})
//	...
//	receipt, err := j.Post(ctx, tx, entry, journal.Options{At: now})
//
// # Periods
//
// Days are closed by whole months and in order, up to a last closed day; reopening goes back to an earlier one
// (反结账). Hold stops ordinary entries up to a day before it is closed. All three are entries of the book.
//
// # Commitments
//
// A commitment (批而未付) is an entry of the kind Reserve with legs on committed and uncommitted that name the
// entry's own key. What it reserves cannot be spent otherwise. A payment takes its part out with legs of the opposite
// sign in the same entry; Void takes out what is not needed, Expire what its last day has passed.
package journal

import (
	"bytes"
	"context"
	"slices"
	"time"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
)

// TimeCap is the most minutes that one account of the time bank may hold (时间银行账户上限), on the days it is in
// force. Cities set it; hours beyond it can be given away but not kept.
type TimeCap struct {
	Valid   cal.Period
	Minutes int64
}

// Config says how a book is kept (账簿设置). Chain's name is the name of the book.
type Config struct {
	Chain    chain.Chain
	Funds    ledger.FundSource
	TimeCaps []TimeCap // the first in force counts; none is no cap
}

// Journal judges and posts the entries of one book (日记账). It has no state and no clock: the book is what the Tx
// holds, the time of recording is an argument. Make it with [Open]; it is immutable and safe for concurrent use if
// its FundSource is.
type Journal struct{ cfg Config }

// Open returns the journal of a book, or a fault.List of what is wrong with the configuration.
func Open(cfg Config) (*Journal, error) {
	var l fault.List
	l.Add("chain", cfg.Chain.Validate())
	if cfg.Funds == nil {
		l.Add("funds", ledger.Refuse(ledger.I4, ledger.ErrMissing))
	}
	for i, c := range cfg.TimeCaps {
		if c.Valid.IsZero() || c.Minutes < 0 {
			l.Add(fault.Index("time_caps", i), ledger.Refuse(ledger.I3, ledger.ErrCap))
		}
	}
	if err := l.Err(); err != nil {
		return nil, err
	}
	cfg.TimeCaps = slices.Clone(cfg.TimeCaps)
	return &Journal{cfg}, nil
}

// Chain returns how the book hashes, for [chain.Chain.Verify] and books.Replay.
func (j *Journal) Chain() chain.Chain { return j.cfg.Chain }

// Options go with one posting. At is the time of recording, required, kept to the millisecond and covered by the
// chain. Expect, when given, is the head that the caller has seen: if the book has moved on, nothing is posted
// ([ledger.ErrMoved]).
type Options struct {
	At     time.Time
	Expect chain.Head
}

// Receipt says where an entry stands in the journal (记账回执). Repeated is true when the key was posted before with
// the same content: nothing has happened, and the receipt is that of the first time.
type Receipt struct {
	Key      string
	Seq      uint64 // 凭证号: numbers of a book have no gaps
	Head     chain.Head
	At       time.Time
	Repeated bool
}

// Check returns everything that stands against posting e to the book now, and changes nothing. The second result is
// the error of the store or of the fund source; then the list is not complete.
func (j *Journal) Check(ctx context.Context, tx Tx, e ledger.Entry) (fault.List, error) {
	var l fault.List
	if e.Kind.Period() {
		l.Add("kind", ledger.Refuse(ledger.I6, ledger.ErrPeriod))
	}
	pos, err := j.position(ctx, tx)
	if err != nil {
		return l, err
	}
	l.Add("", e.Validate())
	if _, prior, err := j.repeated(ctx, tx, &e); err != nil || prior {
		if found := fault.Of(err); found.Has(ledger.ErrConflict) {
			return append(l, found...), nil
		}
		return l, err
	}
	found, _, err := j.judge(ctx, tx, pos, &e, len(l) == 0)
	return append(l, found...), err
}

// Post judges e and appends it to the book: all or nothing, in the transaction of tx. A refusal is a fault.List with
// every problem; any other error is that of the store, the fund source or ctx, wrapped or not. After an error the
// embedder rolls back.
//
// Posting the same key with the same content again returns the first receipt; with other content it is an
// [ledger.ErrConflict] that names the first field that differs. So a caller whose commit was interrupted posts again.
func (j *Journal) Post(ctx context.Context, tx Tx, e ledger.Entry, opt Options) (Receipt, error) {
	if e.Kind.Period() {
		return Receipt{}, fault.List{ledger.Refuse(ledger.I6, ledger.ErrPeriod).At("kind")}
	}
	return j.post(ctx, tx, &e, opt)
}

func (j *Journal) post(ctx context.Context, tx Tx, e *ledger.Entry, opt Options) (Receipt, error) {
	if err := ctx.Err(); err != nil {
		return Receipt{}, err
	}
	if opt.At.IsZero() {
		return Receipt{}, fault.List{ledger.Refuse(ledger.I2, ledger.ErrMissing).At("at")}
	}
	pos, err := j.position(ctx, tx)
	if err != nil {
		return Receipt{}, err
	}
	if r, prior, err := j.repeated(ctx, tx, e); err != nil || prior {
		return r, err
	}
	if !opt.Expect.IsZero() && opt.Expect != pos.Head {
		return Receipt{}, fault.List{ledger.Refuse(ledger.I7, ledger.ErrMoved)}
	}
	l := fault.Of(e.Validate())
	found, deltas, err := j.judge(ctx, tx, pos, e, len(l) == 0)
	if err != nil {
		return Receipt{}, err
	}
	if err := append(l, found...).Err(); err != nil {
		return Receipt{}, err
	}
	body, err := e.Canonical()
	if err != nil {
		return Receipt{}, err // not reached: what Validate accepts has canonical bytes
	}
	a := Addition{Entry: *e, Deltas: deltas, Next: pos}
	a.Record, a.Next.Head = j.cfg.Chain.Seal(pos.Head, opt.At, body)
	switch e.Kind {
	case ledger.PeriodHeld:
		a.Next.Held = e.Closing.Through
	case ledger.PeriodClosed, ledger.PeriodReopened:
		a.Next.Closed = e.Closing.Through
	}
	if err := tx.Append(ctx, a); err != nil {
		return Receipt{}, err
	}
	return Receipt{e.Key, a.Record.Seq, a.Next.Head, a.Record.Time(), false}, nil
}

// position reads and locks the book; an empty one stands at the genesis of the chain.
func (j *Journal) position(ctx context.Context, tx Tx) (Position, error) {
	pos, err := tx.Position(ctx)
	if err != nil {
		return pos, err
	}
	if pos.Head.IsZero() {
		pos.Head = j.cfg.Chain.Genesis()
	}
	if pos.Head.Algorithm() != j.cfg.Chain.Algorithm {
		return pos, ledger.Refuse(ledger.I9, ledger.ErrStore).At("position.head")
	}
	return pos, nil
}

// repeated finds an entry with e's key: its receipt and true if it has the same content, an error if not.
func (j *Journal) repeated(ctx context.Context, tx Tx, e *ledger.Entry) (Receipt, bool, error) {
	rec, ok, err := tx.ByKey(ctx, e.Key)
	if err != nil || !ok {
		return Receipt{}, false, err
	}
	if body, err := e.Canonical(); err == nil && bytes.Equal(rec.Body, body) {
		head, err := chain.HeadOf(rec.Seq, j.cfg.Chain.Algorithm, rec.Hash)
		return Receipt{e.Key, rec.Seq, head, rec.Time(), true}, true, err
	}
	first, err := ledger.DecodeEntry(rec.Body)
	if err != nil {
		return Receipt{}, false, err
	}
	return Receipt{}, false, fault.List{ledger.Refuse(ledger.I7, ledger.ErrConflict, "field", Differ(first, *e)).At("key")}
}

// Reverse posts the reversal of the entry with key original, on a day and for a reason: the exact negation of its legs
// (红字冲销). It takes the key of the new entry, so that it can be repeated like any posting. Dated in another month than its
// original, it says that it affects that month.
func (j *Journal) Reverse(ctx context.Context, tx Tx, original string, r Correction, opt Options) (Receipt, error) {
	e := r.entry(ledger.Reversal)
	e.Reverses = original
	rec, ok, err := tx.ByKey(ctx, original)
	if err != nil {
		return Receipt{}, err
	}
	if !ok {
		return Receipt{}, fault.List{ledger.Refuse(ledger.I5, ledger.ErrNoOriginal).At("reverses")}
	}
	first, err := ledger.DecodeEntry(rec.Body)
	if err != nil {
		return Receipt{}, err
	}
	e.Legs = first.Reversed()
	if first.Date.StartOfMonth() != r.On.StartOfMonth() {
		e.Affects = month(first.Date)
	}
	return j.Post(ctx, tx, e, opt)
}

// Correction is what a reversal or a step of a period needs beside its object (更正信息).
type Correction struct {
	Key     string
	On      cal.Date
	Reason  string
	Maker   ledger.PartyRef
	Checker ledger.PartyRef
}

// entry is what every such entry begins with.
func (c Correction) entry(kind ledger.Kind) ledger.Entry {
	return ledger.Entry{Key: c.Key, Kind: kind, Date: c.On, Memo: c.Reason, Maker: c.Maker, Checker: c.Checker}
}

func month(d cal.Date) cal.Period { return cal.Month(d.Year(), d.Month()) }

// Hold puts the days up to through, the end of a month, on hold (暂停记账): adjustments and reversals only. Hold with an
// earlier day, or the zero day, lifts it.
func (j *Journal) Hold(ctx context.Context, tx Tx, through cal.Date, c Correction, opt Options) (Receipt, error) {
	return j.step(ctx, tx, ledger.PeriodHeld, through, c, opt)
}

// Close closes the days up to through, the end of a month later than what is closed (结账). It reads the whole book,
// verifies its chain, and stores the head and the digest of the trial balance on that day.
func (j *Journal) Close(ctx context.Context, tx Tx, through cal.Date, c Correction, opt Options) (Receipt, error) {
	return j.step(ctx, tx, ledger.PeriodClosed, through, c, opt)
}

// Reopen opens the months after through again (反结账), newest first as they were closed. It stays in the journal for
// ever, with its reason, which is required.
func (j *Journal) Reopen(ctx context.Context, tx Tx, through cal.Date, c Correction, opt Options) (Receipt, error) {
	return j.step(ctx, tx, ledger.PeriodReopened, through, c, opt)
}

func (j *Journal) step(ctx context.Context, tx Tx, kind ledger.Kind, through cal.Date, c Correction, opt Options) (
	Receipt, error) {
	e := c.entry(kind)
	e.Closing.Through = through
	pos, err := j.position(ctx, tx)
	if err != nil {
		return Receipt{}, err
	}
	// A repeated step is recognised before head and digest are filled, which have changed by the step itself.
	if rec, ok, err := tx.ByKey(ctx, c.Key); err != nil {
		return Receipt{}, err
	} else if first, err := ledger.DecodeEntry(rec.Body); ok && err == nil && first.Closing.Through == through {
		e.Closing = first.Closing
		return j.post(ctx, tx, &e, opt)
	}
	var l fault.List
	switch {
	case !through.IsZero() && through.EndOfMonth() != through,
		kind == ledger.PeriodClosed && (!through.After(pos.Closed) || !through.Before(c.On)),
		kind == ledger.PeriodReopened && !through.Before(pos.Closed):
		l.Add("closing.through", ledger.Refuse(ledger.I6, ledger.ErrPeriod))
	}
	if kind == ledger.PeriodReopened && c.Reason == "" {
		l.Add("memo", ledger.Refuse(ledger.I6, ledger.ErrMissing))
	}
	if err := l.Err(); err != nil {
		return Receipt{}, err
	}
	e.Closing.Head = pos.Head
	if kind == ledger.PeriodClosed {
		s, err := books.Replay(ctx, tx, j.cfg.Chain)
		if err != nil {
			return Receipt{}, err
		}
		if s.Head() != pos.Head {
			return Receipt{}, ledger.Refuse(ledger.I9, ledger.ErrStore).At("position.head")
		}
		balances, err := s.TrialBalance(books.AsOf{Date: through})
		if err != nil {
			return Receipt{}, err
		}
		e.Closing.Digest = balances.Digest(j.cfg.Chain)
	}
	return j.post(ctx, tx, &e, opt)
}
