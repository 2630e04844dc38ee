package memory_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/chain"
	"github.com/shegong/shegong/station/ledger/journal"
	"github.com/shegong/shegong/station/ledger/memory"
)

var ctx = context.Background()

var errBack = errors.New("rolled back")

// add appends an entry that changes one balance of a key by n on a day.
func add(tx journal.Tx, key, on string, n int64, edit ...func(*journal.Addition)) error {
	pos, err := tx.Position(ctx)
	if err != nil {
		return err
	}
	c := chain.SHA256("county")
	if pos.Head.IsZero() {
		pos.Head = c.Genesis()
	}
	a := journal.Addition{Entry: ledger.Entry{Key: key, Date: cal.MustParse(on)},
		Deltas: []journal.Delta{{Key: cash(), Minor: n}}, Next: pos}
	a.Record, a.Next.Head = c.Seal(pos.Head, time.Unix(0, 0), []byte(key))
	for _, f := range edit {
		f(&a)
	}
	return tx.Append(ctx, a)
}

func cash() journal.Key { return journal.Key{Account: ledger.Cash, Fund: "F", Unit: ledger.CNY()} }

// state is what a transaction sees.
func state(t *testing.T, tx journal.DayTx) []any {
	t.Helper()
	pos, err := tx.Position(ctx)
	if err != nil {
		t.Fatal(err)
	}
	out := []any{pos.Head.Seq()}
	for _, key := range []string{"a", "b", "c"} {
		r, ok, err := tx.ByKey(ctx, key)
		if err != nil || ok && string(r.Body) != key {
			t.Fatal(r, err)
		}
		done, err := tx.Reversed(ctx, key)
		if err != nil {
			t.Fatal(err)
		}
		_, known, err := tx.Lot(ctx, ledger.LotID(key))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, fmt.Sprint(key, ok, done, known))
	}
	b, err := tx.Balances(ctx, []journal.Key{cash(), {}})
	if err != nil {
		t.Fatal(err)
	}
	out = append(out, fmt.Sprint(b))
	for _, on := range []string{"2025-12-31", "2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"} {
		low, err := tx.Lowest(ctx, []journal.Key{cash(), {}}, cal.MustParse(on))
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, low[0])
	}
	n := 0
	for _, err := range tx.Records(ctx, 1, 0) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return append(out, n)
}

// The same is seen inside the transaction that wrote it and after its commit; nothing is seen of one that was rolled back.
func TestUpdate(t *testing.T) {
	var s memory.Store
	write := func(tx journal.DayTx) {
		for _, err := range []error{
			add(tx, "a", "2026-01-01", 10),
			add(tx, "b", "2026-01-03", -4, func(a *journal.Addition) { a.Entry.Lots = []ledger.Lot{{ID: "b"}} }),
			add(tx, "c", "2026-01-02", -7, func(a *journal.Addition) { a.Entry.Reverses = "a" }),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	empty := []any{uint64(0), "afalse false false", "bfalse false false", "cfalse false false", "[0 0]", int64(0),
		int64(0), int64(0), int64(0), int64(0), 0}
	// At the end of the 1st 10, of the 2nd 3, of the 3rd −1 and so ever after.
	full := []any{uint64(3), "atrue true false", "btrue false true", "ctrue false false", "[-1 0]", int64(-1),
		int64(-1), int64(-1), int64(-1), int64(-1), 3}
	for _, want := range []error{errBack, nil} {
		err := s.Update(ctx, func(tx journal.DayTx) error {
			if d := cmp.Diff(empty, state(t, tx)); d != "" {
				t.Error(d)
			}
			write(tx)
			if d := cmp.Diff(full, state(t, tx)); d != "" {
				t.Error(d)
			}
			return want
		})
		if !errors.Is(err, want) {
			t.Error(err)
		}
	}
	_ = s.Update(ctx, func(tx journal.DayTx) error {
		if d := cmp.Diff(full, state(t, tx)); d != "" {
			t.Error(d)
		}
		if err := add(tx, "d", "2026-01-02", 5); err != nil {
			t.Fatal(err)
		}
		low, err := tx.Lowest(ctx, []journal.Key{cash()}, cal.MustParse("2026-01-02"))
		if err != nil || low[0] != 4 {
			t.Errorf("committed and new entries together: %v %v", low, err)
		}
		return errBack
	})
	n := 0
	for r, err := range s.Records(ctx, 2, 2) {
		if n++; err != nil || string(r.Body) != "b" {
			t.Error(r, err)
		}
	}
	for range s.Records(ctx, 1, 0) {
		n++
		break
	}
	if n != 2 {
		t.Errorf("%d records", n)
	}
}

func TestAppendRefuses(t *testing.T) {
	var s memory.Store
	if err := s.Update(ctx, func(tx journal.DayTx) error { return add(tx, "a", "2026-01-01", 1) }); err != nil {
		t.Fatal(err)
	}
	for name, edit := range map[string]func(*journal.Addition){
		"a key again":        func(a *journal.Addition) { a.Entry.Key = "a" },
		"a number left out":  func(a *journal.Addition) { a.Record.Seq++ },
		"a number once more": func(a *journal.Addition) { a.Record.Seq-- },
		"a second reversal":  func(a *journal.Addition) { a.Entry.Reverses = "a" },
	} {
		err := s.Update(ctx, func(tx journal.DayTx) error {
			if err := add(tx, "b", "2026-01-01", 1, func(a *journal.Addition) { a.Entry.Reverses = "a" }); err != nil {
				t.Fatal(err)
			}
			return add(tx, "c", "2026-01-01", 1, edit)
		})
		if !errors.Is(err, ledger.ErrStore) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestContexts(t *testing.T) {
	var s memory.Store
	done, cancel := context.WithCancel(ctx)
	cancel()
	called := false
	if err := s.Update(done, func(journal.DayTx) error { called = true; return nil }); !errors.Is(err,
		context.Canceled) || called {
		t.Errorf("%v, called %v", err, called)
	}
	live, cancel := context.WithCancel(ctx)
	err := s.Update(live, func(tx journal.DayTx) error {
		if err := add(tx, "a", "2026-01-01", 1); err != nil {
			t.Fatal(err)
		}
		_, err1 := tx.Position(done)
		_, _, err2 := tx.ByKey(done, "a")
		_, _, err3 := tx.ByKey(done, "b")
		_, err4 := tx.Reversed(done, "a")
		_, _, err5 := tx.Lot(done, "a")
		_, err6 := tx.Balances(done, nil)
		_, err7 := tx.Lowest(done, nil, cal.Date{})
		err8 := tx.Append(done, journal.Addition{})
		var err9 error
		for _, err := range tx.Records(done, 1, 0) {
			err9 = err
		}
		for i, err := range []error{err1, err2, err3, err4, err5, err6, err7, err8, err9} {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("call %d: %v", i+1, err)
			}
		}
		cancel()
		return nil
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("done before the commit: %v", err)
	}
	for r := range s.Records(ctx, 1, 0) {
		t.Errorf("kept %v", r)
	}
}

func ExampleStore() {
	funds, err := ledger.NewFunds(ledger.Fund{ID: "自有", Name: "自有资金", Source: ledger.Own,
		Restriction: ledger.Unrestricted, Guard: ledger.ByPosting})
	if err != nil {
		fmt.Println(err)
		return
	}
	j, err := journal.Open(journal.Config{Chain: chain.SHA256("双湖镇"), Funds: funds})
	if err != nil {
		fmt.Println(err)
		return
	}
	var store memory.Store
	post := func(key string, fen int64) {
		err := store.Update(ctx, func(tx journal.DayTx) error {
			r, err := j.Post(ctx, tx, ledger.Entry{Key: key, Kind: ledger.Adjustment,
				Date: cal.MustParse("2026-03-05"), Legs: []ledger.Leg{
					{Account: ledger.Cash, Amount: ledger.Minor(fen, ledger.CNY()), Fund: "自有"},
					{Account: ledger.OtherIncome, Amount: ledger.Minor(-fen, ledger.CNY()), Fund: "自有"},
				}}, journal.Options{At: time.Date(2026, 3, 5, 9, 0, 0, 0, time.UTC)})
			fmt.Println(r.Key, r.Seq)
			return err
		})
		fmt.Println(err)
	}
	post("1", 500)
	post("2", -501)
	// Output:
	// 1 1
	// <nil>
	//  0
	// legs[0].amount: the balance does not suffice (I3) [LEDGER-OVERDRAWN]
}
