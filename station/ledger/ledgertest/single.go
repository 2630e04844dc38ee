package ledgertest

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

// errAbandoned is what a transaction that gives up returns.
const errAbandoned = abandonedError("ledgertest: given up")

type abandonedError string

func (e abandonedError) Error() string { return string(e) }

func emptyBook(ctx context.Context, open func() Book) error {
	c, err := newClerk(open())
	if err != nil {
		return err
	}
	return c.empty(ctx)
}

func (c clerk) empty(ctx context.Context) error {
	err := c.Update(ctx, func(tx journal.DayTx) error {
		pos, err := tx.Position(ctx)
		if err == nil && pos != (journal.Position{}) {
			err = wrong("the position of an empty book is %+v, not the zero value", pos)
		}
		return err
	})
	if err == nil {
		_, err = c.audit(ctx, grant("grant", "2026-01-05", "1.00"))
	}
	return err
}

func readBack(ctx context.Context, open func() Book) error {
	c, err := newClerk(open())
	if err != nil {
		return err
	}
	steps, err := script()
	if err != nil {
		return err
	}
	for i, s := range steps {
		r, err := c.do(ctx, s)
		if err != nil {
			return wrong("step %d of the script: %w", i+1, err)
		}
		if r.Seq != uint64(i)+1 || r.Repeated || !r.At.Equal(recorded().At) {
			return wrong("step %d of the script has the receipt %+v", i+1, r)
		}
		// What the journal sealed is rebuilt here, so that a store that changes both body and hash is seen.
		rec, err := only(ctx, c, r.Seq)
		if err != nil {
			return err
		}
		if !slices.Equal(rec.Hash, r.Head.Sum()) || rec.At != r.At.UnixMilli() {
			return wrong("step %d of the script comes back other than it was written", i+1)
		}
		if _, err := c.audit(ctx); err != nil {
			return wrong("after step %d of the script: %w", i+1, err)
		}
	}
	return ranges(ctx, c, len(steps))
}

// only reads one record.
func only(ctx context.Context, c clerk, seq uint64) (rec chain.Record, err error) {
	n := 0
	for r, err := range c.Records(ctx, seq, seq) {
		if err != nil {
			return rec, err
		}
		rec = r
		n++
	}
	if n != 1 || rec.Seq != seq {
		return rec, wrong("Records from and to %d yields %d records, the last %d", seq, n, rec.Seq)
	}
	return rec, nil
}

// ranges reads parts of the book, and stops in the middle.
func ranges(ctx context.Context, c clerk, n int) error {
	for _, r := range [][2]int{{1, 0}, {1, n}, {3, 5}, {n, n}, {n, 0}, {n + 1, 0}, {0, 2}, {5, 4}, {2, n + 9}} {
		want := max(0, min(n, r[1])-max(r[0], 1)+1)
		if r[1] == 0 {
			want = n - r[0] + 1
		}
		next, got := max(r[0], 1), 0
		for rec, err := range c.Records(ctx, uint64(r[0]), uint64(r[1])) {
			if err != nil {
				return err
			}
			if rec.Seq != uint64(next) {
				return wrong("Records from %d to %d yields number %d where %d should come", r[0], r[1], rec.Seq, next)
			}
			next++
			got++
		}
		if got != want {
			return wrong("Records from %d to %d yields %d records, not %d", r[0], r[1], got, want)
		}
	}
	for _, err := range c.Records(ctx, 1, 0) {
		if err != nil {
			return err
		}
		break // and the next transaction goes on
	}
	_, err := c.audit(ctx)
	return err
}

func ownWrites(ctx context.Context, open func() Book) error {
	c, err := newClerk(open())
	if err != nil {
		return err
	}
	given, err := gift()
	if err != nil {
		return err
	}
	later := pay("paid", "2026-01-06", "40.00")
	err = c.Update(ctx, func(tx journal.DayTx) error {
		for _, s := range []step{post(grant("grant", "2026-01-05", "100.00")), post(given), post(later), reverse("paid", "undo", "2026-01-07")} {
			if _, err := s(ctx, c.j, tx); err != nil {
				return err
			}
			if _, err := c.auditTx(ctx, tx, []ledger.Entry{later, given}); err != nil {
				return wrong("inside the transaction: %w", err)
			}
		}
		seen, err := records(ctx, c)
		if err == nil && len(seen) > 0 {
			err = wrong("the reader shows %d records before they are committed", len(seen))
		}
		return err
	})
	if err != nil {
		return err
	}
	_, err = c.audit(ctx, later)
	return err
}

// keysApart uses references that differ in little: case, accents, blanks inside, width.
func keysApart(ctx context.Context, open func() Book) error {
	c, err := funded(ctx, open(), 100)
	if err != nil {
		return err
	}
	for i, key := range []string{"a", "A", "é", "e\u0301", "e", "ａ", "a b", "a  b", "ß", "ss", "1", "01", "1.0", "'", `"`, `\`, "%", "_", "$1", "?", "长", "長"} {
		e := entry(key, ledger.TimeEarned, "2026-01-05", leg(ledger.TimeBank, strconv.Itoa(i+1)+" min", ""), leg(ledger.TimePool, "-"+strconv.Itoa(i+1)+" min", ""))
		e.Legs[0].Party = ledger.PartyRef("p" + key)
		if r, err := c.do(ctx, post(e)); err != nil {
			return wrong("the key %q: %w", key, err)
		} else if r.Repeated {
			return wrong("the key %q is taken for another", key)
		}
	}
	_, err = c.audit(ctx)
	return err
}

func booksApart(ctx context.Context, open func() Book) error {
	a, err := played(ctx, open())
	if err != nil {
		return err
	}
	before, err := a.audit(ctx)
	if err != nil {
		return err
	}
	b, err := newClerk(open())
	if err != nil {
		return err
	}
	if err := b.empty(ctx); err != nil {
		return wrong("a new book beside another: %w", err)
	}
	if b, err = played(ctx, b.Book); err != nil {
		return wrong("the same entries in another book: %w", err)
	}
	after, err := a.audit(ctx)
	if err != nil {
		return err
	}
	return before.changed(after)
}

// manyLegs posts the largest entry there is, with a balance for every leg.
func manyLegs(ctx context.Context, open func() Book) error {
	c, err := newClerk(open())
	if err != nil {
		return err
	}
	e := entry("many", ledger.TimeEarned, "2026-01-05", leg(ledger.TimePool, "-"+strconv.Itoa(ledger.MaxLegs-1)+" min", ""))
	for i := 1; i < ledger.MaxLegs; i++ {
		e.Legs = append(e.Legs, leg(ledger.TimeBank, "1 min", "", "party=v"+strconv.Itoa(i)))
	}
	if _, err := c.do(ctx, post(e)); err != nil {
		return err
	}
	_, err = c.audit(ctx)
	return err
}

// manyEntries posts more entries than any page of a reader holds, in one transaction, and reads parts of them.
func manyEntries(ctx context.Context, open func() Book) error {
	c, err := newClerk(open())
	if err != nil {
		return err
	}
	const n = 1100
	var steps []step
	for i := range n {
		note := entry("note "+strconv.Itoa(i), ledger.Note, "2026-01-05")
		note.Memo = "备注"
		steps = append(steps, post(note))
	}
	if _, err := c.do(ctx, steps...); err != nil {
		return err
	}
	return ranges(ctx, c, n)
}

// attempts are entries that the journal refuses after the script, each for what the store says, and why.
func attempts() []struct {
	e    ledger.Entry
	code error
} {
	stolen := grant("grant", "2026-03-05", "7.00")
	expired := entry("too late", ledger.Distribution, "2027-01-01", leg(ledger.Stock, "-1 rice/袋", own, "lot=R1", "station=S1"),
		leg(ledger.Beneficiary, "1 rice/袋", own, "lot=R1", "party=p-1"), leg(ledger.Stock, "-100.00 CNY", own, "lot=R1", "station=S1"),
		leg(ledger.ProgrammeCost, "100.00 CNY", own, "use=relief"))
	short := entry("short", ledger.StockTransfer, "2026-03-05", leg(ledger.Stock, "-6.000 oil/升/3", own, "lot=O1", "station=S2"),
		leg(ledger.Stock, "6.000 oil/升/3", own, "lot=O1", "station=S1"))
	again := entry("undo again", ledger.Reversal, "2026-03-05", pay("late", "2026-01-10", "50.00").Reversed()...)
	again.Reverses, again.Affects = "late", cal.Month(2026, 1)
	return []struct {
		e    ledger.Entry
		code error
	}{
		{pay("overdrawn", "2026-03-05", "500.03"), ledger.ErrOverdrawn},
		{pay("committed money", "2026-03-05", "400.03"), ledger.ErrAvailable},
		{pay("closed", "2026-02-28", "1.00"), ledger.ErrClosed},
		{stolen, ledger.ErrConflict}, {expired, ledger.ErrExpired}, {short, ledger.ErrShort}, {again, ledger.ErrReversed},
	}
}

func refusal(ctx context.Context, open func() Book) error {
	c, err := played(ctx, open())
	if err != nil {
		return err
	}
	for _, a := range attempts() {
		before, err := c.audit(ctx, a.e)
		if err != nil {
			return err
		}
		// An entry before it in the same transaction goes too.
		first := grant("before "+a.e.Key, "2026-03-05", "0.01")
		if _, err := c.do(ctx, post(first), post(a.e)); !errors.Is(err, a.code) {
			return wrong("the entry %q is not refused with %v: %v", a.e.Key, a.code, err)
		}
		after, err := c.audit(ctx, a.e)
		if err != nil {
			return wrong("after refusing %q: %w", a.e.Key, err)
		}
		if err := before.changed(after); err != nil {
			return wrong("after refusing %q: %w", a.e.Key, err)
		}
	}
	return nil
}

func abandoned(ctx context.Context, open func() Book) error {
	c, err := played(ctx, open())
	if err != nil {
		return err
	}
	e := pay("given up", "2026-03-05", "1.00")
	before, err := c.audit(ctx, e)
	if err != nil {
		return err
	}
	if err := c.Update(ctx, func(tx journal.DayTx) error {
		if _, err := c.j.Post(ctx, tx, e, recorded()); err != nil {
			return err
		}
		return errAbandoned
	}); !errors.Is(err, errAbandoned) {
		return wrong("Update returns %v, not the error of its function", err)
	}
	after, err := c.audit(ctx, e)
	if err == nil {
		err = before.changed(after)
	}
	if err != nil {
		return wrong("after an error: %w", err)
	}
	if !panics(func() {
		_ = c.Update(ctx, func(tx journal.DayTx) error {
			if _, err := c.j.Post(ctx, tx, e, recorded()); err != nil {
				return err
			}
			panic(errAbandoned)
		})
	}) {
		return wrong("Update hides a panic of its function")
	}
	after, err = c.audit(ctx, e)
	if err == nil {
		err = before.changed(after)
	}
	if err != nil {
		return wrong("after a panic: %w", err)
	}
	return nil
}

func panics(f func()) (did bool) {
	defer func() { did = recover() != nil }()
	f()
	return false
}

func lostReply(ctx context.Context, open func() Book) error {
	c, err := played(ctx, open())
	if err != nil {
		return err
	}
	e := pay("once", "2026-03-05", "1.00")
	first, err := c.do(ctx, post(e))
	if err != nil {
		return err
	}
	before, err := c.audit(ctx, e)
	if err != nil {
		return err
	}
	for range 2 { // as if the first reply had been lost
		again, err := c.do(ctx, post(e))
		if err != nil {
			return err
		}
		first.Repeated = true
		if again != first {
			return wrong("the second receipt is %+v, the first %+v", again, first)
		}
	}
	after, err := c.audit(ctx, e)
	if err != nil {
		return err
	}
	if err := before.changed(after); err != nil {
		return err
	}
	e.Memo = strings.Repeat("别", 9)
	if _, err := c.do(ctx, post(e)); !refused(err, ledger.ErrConflict) {
		return wrong("the same key with another content is not refused with %s: %v", ledger.ErrConflict, err)
	}
	return nil
}

// appendRefuses goes past the journal, as a second writer would whom no lock has stopped.
func appendRefuses(ctx context.Context, open func() Book) error {
	c, err := played(ctx, open())
	if err != nil {
		return err
	}
	undo := entry("undo twice", ledger.Reversal, "2026-03-05", pay("late", "2026-01-10", "50.00").Reversed()...)
	undo.Reverses = "late"
	for _, a := range []struct {
		what string
		back uint64 // how many numbers too low
		e    ledger.Entry
	}{
		{"a number that exists", 1, pay("new key", "2026-03-05", "1.00")},
		{"a key that exists", 0, pay("late", "2026-03-05", "1.00")},
		{"a second reversal", 0, undo},
	} {
		before, err := c.audit(ctx, a.e)
		if err != nil {
			return err
		}
		if err := c.Update(ctx, func(tx journal.DayTx) error {
			addition, err := c.addition(ctx, tx, a.e, a.back)
			if err != nil {
				return err
			}
			if err := tx.Append(ctx, addition); err != nil {
				return errAbandoned
			}
			return nil
		}); err == nil {
			return wrong("Append and commit accept %s", a.what)
		}
		after, err := c.audit(ctx, a.e)
		if err != nil {
			return err
		}
		if err := before.changed(after); err != nil {
			return wrong("after appending %s: %w", a.what, err)
		}
	}
	return nil
}

// addition seals e after the record that lies back numbers before the last.
func (c clerk) addition(ctx context.Context, tx journal.DayTx, e ledger.Entry, back uint64) (a journal.Addition, err error) {
	pos, err := tx.Position(ctx)
	if err != nil {
		return a, err
	}
	prev := pos.Head
	if back > 0 {
		rec, err := only(ctx, c, prev.Seq()-back)
		if err != nil {
			return a, err
		}
		if prev, err = chain.HeadOf(rec.Seq, prev.Algorithm(), rec.Hash); err != nil {
			return a, err
		}
	}
	body, err := e.Canonical()
	if err != nil {
		return a, err
	}
	a = journal.Addition{Entry: e, Next: pos}
	a.Record, a.Next.Head = c.j.Chain().Seal(prev, recorded().At, body)
	for _, l := range e.Legs {
		a.Deltas = append(a.Deltas, journal.Delta{Key: journal.KeyOf(l), Minor: l.Amount.Minor()})
	}
	return a, nil
}
