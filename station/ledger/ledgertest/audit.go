package ledgertest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
)

// wrong is what a check returns; the text is for the author of the store.
func wrong(format string, args ...any) error { return fmt.Errorf(format, args...) }

// refused reports whether err is a refusal of the journal with this code, and not a failure of the store.
func refused(err error, code fault.Code) bool { return errors.Is(err, code) }

// view is everything that can be read from a book, line by line.
type view []string

// changed says how b differs from a.
func (a view) changed(b view) error {
	for i := range max(len(a), len(b)) {
		before, after := "nothing", "nothing"
		if i < len(a) {
			before = a[i]
		}
		if i < len(b) {
			after = b[i]
		}
		if before != after {
			return wrong("the book has changed: before %.300s, after %.300s", before, after)
		}
	}
	return nil
}

// expected is a book worked out from its records.
type expected struct {
	records  []chain.Record
	entries  []ledger.Entry
	balances map[journal.Key]int64
	days     map[journal.Key]map[cal.Date]int64
	lots     map[ledger.LotID]ledger.Lot
	reversed map[string]bool
}

// audit compares everything that the book says with its records, and with each other, and returns it. Traces of the tried entries, which
// may or may not have been posted, are looked for too.
func (c clerk) audit(ctx context.Context, tried ...ledger.Entry) (view, error) {
	var v view
	var inside []chain.Record
	err := c.Update(ctx, func(tx journal.DayTx) (err error) {
		if v, err = c.auditTx(ctx, tx, tried); err == nil {
			inside, err = records(ctx, tx)
		}
		return err
	})
	if err != nil {
		return nil, wrong("audit: %w", err)
	}
	outside, err := records(ctx, c)
	if err == nil && !slices.EqualFunc(inside, outside, same) {
		err = wrong("the reader and the transaction show different records")
	}
	return v, err
}

func (c clerk) auditTx(ctx context.Context, tx journal.DayTx, tried []ledger.Entry) (view, error) {
	pos, err := tx.Position(ctx)
	if err != nil {
		return nil, err
	}
	x, err := c.expect(ctx, tx, tried)
	if err != nil {
		return nil, err
	}
	v := view{fmt.Sprint("position ", pos)}
	for _, r := range x.records {
		v = append(v, fmt.Sprintf("record %d of %d with the hash %x and the body %x", r.Seq, r.At, r.Hash, r.Body))
	}
	last := c.j.Chain().Genesis()
	if !pos.Head.IsZero() {
		last = pos.Head
	}
	if head, err := c.j.Chain().Verify(ctx, tx, c.j.Chain().Genesis(), last); err != nil {
		return nil, err
	} else if head != last {
		return nil, wrong("the position is %v, the records end at %v", last, head)
	}
	if closed, held := x.periods(); pos.Closed != closed || pos.Held != held {
		return nil, wrong("the position says closed %v, held %v; the entries say %v, %v", pos.Closed, pos.Held, closed, held)
	}
	for _, part := range []func(context.Context, journal.DayTx, []ledger.Entry) (view, error){x.keys, x.lotsOf, x.sums} {
		lines, err := part(ctx, tx, tried)
		if err != nil {
			return nil, err
		}
		v = append(v, lines...)
	}
	return v, nil
}

// expect reads the records and works out the rest. Keys of tried entries are expected with a balance of zero.
func (c clerk) expect(ctx context.Context, r chain.Reader, tried []ledger.Entry) (expected, error) {
	x := expected{balances: map[journal.Key]int64{}, days: map[journal.Key]map[cal.Date]int64{}, lots: map[ledger.LotID]ledger.Lot{},
		reversed: map[string]bool{}}
	var err error
	if x.records, err = records(ctx, r); err != nil {
		return x, err
	}
	for _, rec := range x.records {
		e, err := ledger.DecodeEntry(rec.Body)
		if err != nil {
			return x, wrong("record %d: %w", rec.Seq, err)
		}
		x.entries = append(x.entries, e)
		if e.Reverses != "" {
			x.reversed[e.Reverses] = true
		}
		for _, l := range e.Lots {
			x.lots[l.ID] = l
		}
		for _, l := range e.Legs {
			x.add(journal.KeyOf(l), e.Date, l.Amount.Minor())
		}
	}
	for _, e := range tried {
		for _, l := range e.Legs {
			x.add(journal.KeyOf(l), e.Date, 0)
		}
	}
	return x, nil
}

func (x *expected) add(k journal.Key, on cal.Date, minor int64) {
	x.balances[k] += minor
	if x.days[k] == nil {
		x.days[k] = map[cal.Date]int64{}
	}
	x.days[k][on] += minor
}

// periods returns the last days that the entries close and hold.
func (x *expected) periods() (closed, held cal.Date) {
	for _, e := range x.entries {
		switch e.Kind {
		case ledger.PeriodClosed, ledger.PeriodReopened:
			closed = e.Closing.Through
		case ledger.PeriodHeld:
			held = e.Closing.Through
		}
	}
	return closed, held
}

// keys asks for every key of an entry.
func (x *expected) keys(ctx context.Context, tx journal.DayTx, tried []ledger.Entry) (v view, err error) {
	seq := make(map[string]int)
	for i, e := range x.entries {
		seq[e.Key] = i + 1
	}
	for _, e := range tried {
		seq[e.Key] += 0
	}
	for _, key := range slices.Sorted(maps.Keys(seq)) {
		rec, ok, err := tx.ByKey(ctx, key)
		if err != nil {
			return nil, err
		}
		if n := seq[key]; ok != (n > 0) || ok && !same(rec, x.records[n-1]) {
			return nil, wrong("ByKey of the entry %q returns %v, %t; its number is %d", key, rec.Seq, ok, n)
		}
		done, err := tx.Reversed(ctx, key)
		if err != nil {
			return nil, err
		}
		if done != x.reversed[key] {
			return nil, wrong("Reversed(%q) is %t", key, done)
		}
		v = append(v, fmt.Sprint("key ", key, ok, done))
	}
	return v, nil
}

// lotsOf asks for every lot.
func (x *expected) lotsOf(ctx context.Context, tx journal.DayTx, tried []ledger.Entry) (v view, err error) {
	ids := slices.Collect(maps.Keys(x.lots))
	for _, e := range tried {
		for _, l := range e.Lots {
			ids = append(ids, l.ID)
		}
	}
	slices.Sort(ids)
	for _, id := range append(slices.Compact(ids), "never declared") {
		got, ok, err := tx.Lot(ctx, id)
		if err != nil {
			return nil, err
		}
		if want, declared := x.lots[id]; got != want || ok != declared {
			return nil, wrong("Lot(%q) is %+v, %t; declared was %+v", id, got, ok, want)
		}
		v = append(v, fmt.Sprintf("lot %s %+v %t", id, got, ok))
	}
	return v, nil
}

// sums asks for all balances at once, as of now and at the end of days.
func (x *expected) sums(ctx context.Context, tx journal.DayTx, _ []ledger.Entry) (v view, err error) {
	keys := slices.SortedFunc(maps.Keys(x.balances), func(a, b journal.Key) int { return strings.Compare(fmt.Sprint(a), fmt.Sprint(b)) })
	keys = append(keys, journal.Key{Account: ledger.Cash, Fund: "NEVER-USED", Unit: ledger.CNY()})
	slices.Reverse(keys) // an order that no index has
	got, err := tx.Balances(ctx, keys)
	if err != nil {
		return nil, err
	}
	if len(got) != len(keys) {
		return nil, wrong("Balances returns %d numbers for %d keys", len(got), len(keys))
	}
	for i, k := range keys {
		if got[i] != x.balances[k] {
			return nil, wrong("the balance of %+v is %d, the entries add up to %d", k, got[i], x.balances[k])
		}
		v = append(v, fmt.Sprint("balance ", k, got[i]))
	}
	if len(keys) > 1000 {
		return v, nil // a day of the very large entry says no more
	}
	for _, on := range []string{"0001-01-01", "2026-01-05", "2026-01-10", "2026-01-14", "2026-02-10", "2026-02-28", "9999-12-31"} {
		from := cal.MustParse(on)
		got, err := tx.Lowest(ctx, keys, from)
		if err != nil {
			return nil, err
		}
		if len(got) != len(keys) {
			return nil, wrong("Lowest returns %d numbers for %d keys", len(got), len(keys))
		}
		for i, k := range keys {
			if want := x.lowest(k, from); got[i] != want {
				return nil, wrong("the lowest balance of %+v from %v on is %d, not %d", k, from, want, got[i])
			}
			v = append(v, fmt.Sprint("lowest ", from, k, got[i]))
		}
	}
	return v, nil
}

// lowest looks at the end of the day from, and of every later day that has entries.
func (x *expected) lowest(k journal.Key, from cal.Date) int64 {
	at := func(end cal.Date) (sum int64) {
		for d, n := range x.days[k] {
			if !d.After(end) {
				sum += n
			}
		}
		return sum
	}
	low := at(from)
	for d := range x.days[k] {
		if d.After(from) {
			low = min(low, at(d))
		}
	}
	return low
}

// records reads all records.
func records(ctx context.Context, r chain.Reader) (out []chain.Record, err error) {
	for rec, err := range r.Records(ctx, 1, 0) {
		if err != nil {
			return nil, err
		}
		out = append(out, rec)
	}
	return out, nil
}

func same(a, b chain.Record) bool {
	return a.Seq == b.Seq && a.At == b.At && bytes.Equal(a.Body, b.Body) && bytes.Equal(a.Hash, b.Hash)
}
