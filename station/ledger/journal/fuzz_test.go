package journal_test

import (
	"fmt"
	"maps"
	"math/rand"
	"slices"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
)

// bytesSource makes random numbers of the fuzzer's bytes, so that it steers the operations.
type bytesSource struct {
	data []byte
	rest rand.Source
}

func (s *bytesSource) Seed(int64) {}

func (s *bytesSource) Int63() int64 {
	if len(s.data) == 0 {
		return s.rest.Int63()
	}
	n := int64(s.data[0])
	s.data = s.data[1:]
	return n<<55 | n<<31 | n // the methods of rand.Rand look at high or low bits
}

// FuzzOperations lets bytes choose sequences of operations and compares journal and oracle as the model test does.
func FuzzOperations(f *testing.F) {
	r := rand.New(rand.NewSource(1))
	for range 6 {
		data := make([]byte, 400)
		r.Read(data)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m := &run{world: newWorld(t), r: rand.New(&bytesSource{data, rand.NewSource(int64(len(data)))}),
			hit: map[string]int{}}
		for n := min(len(data)/8, 60); n > 0; n-- {
			m.step()
		}
		if len(m.entries) > 0 {
			m.end()
		}
	})
}

// FuzzEntries decodes entries from bytes, one after the other, and posts whatever comes: no panic, a refusal leaves the store as it
// was, and what is accepted keeps the promises that a look at the whole book can check.
func FuzzEntries(f *testing.F) {
	for _, list := range [][]ledger.Entry{
		{income("g1", "D", "2026-01-05", "100.00"), rice("r1", "L1", "D", "2026-01-10", "100.00"),
			handOut("o1", "L1", "D", "2026-02-10", "3", "30.00")},
		{income("g1", "B", "2026-01-05", "100.00"), reserve("c1", "B", "2026-02-01", "10.00", ""),
			release("x", ledger.Payment, "c1", "B", "2026-02-20", "1.00")},
		{hours("h", "2026-01-05", "60", "v1"), income("g2", "O", "2026-01-05", "92233720368547758.07"),
			income("g3", "O", "2026-01-05", "92233720368547758.07")},
	} {
		var data []byte
		for _, e := range list {
			body, err := e.Canonical()
			if err != nil {
				f.Fatal(err)
			}
			data = append(append(data, byte(len(body)>>8), byte(len(body))), body...)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		w := newWorld(t)
		for len(data) > 2 {
			n := min(int(data[0])<<8|int(data[1]), len(data)-2)
			body := data[2 : 2+n]
			data = data[2+n:]
			e, err := ledger.DecodeEntry(body)
			if err != nil {
				continue
			}
			before := w.dump()
			found, err := check(w, e)
			if err != nil {
				t.Fatalf("a store in memory does not fail: %v", err)
			}
			r, err := w.post(e)
			switch {
			case (err == nil) != (len(found) == 0):
				t.Fatalf("Check finds %v, Post says %v", found, err)
			case err != nil || r.Repeated:
				if w.dump() != before {
					t.Fatal("a refusal changes the store")
				}
			}
		}
		w.promises(t)
	})
}

// promises looks at the whole book: what must hold after any sequence of postings, whatever the entries were.
func (w *world) promises(t *testing.T) {
	s, err := books.Replay(ctx, w.store, w.j.Chain())
	if err != nil {
		t.Fatal(err)
	}
	type holding struct {
		fund    ledger.FundID
		station string
		lot     ledger.LotID
	}
	quantity, value, cash, net := map[holding]int64{}, map[holding]int64{}, map[ledger.FundID]int64{}, map[string]int64{}
	last := uint64(0)
	check := func() {
		for h, n := range quantity {
			if n < 0 || value[h] < 0 || n == 0 && value[h] != 0 {
				t.Fatalf("I10: lot %v holds %d worth %d after entry %d", h, n, value[h], last)
			}
		}
		for f, n := range cash {
			if n < 0 && f != "O" {
				t.Fatalf("I3: fund %s has %d after entry %d", f, n, last)
			}
		}
		for name, n := range net {
			if n != 0 {
				t.Fatalf("I1: %s is off by %d after entry %d", name, n, last)
			}
		}
	}
	for p := range s.Postings(books.AsOf{}, nil) {
		if p.Seq != last {
			check()
			last = p.Seq
		}
		n := p.Leg.Amount.Minor()
		net[fmt.Sprint(p.Leg.Fund, p.Leg.Amount.Unit())] += n
		switch h := (holding{p.Leg.Fund, p.Leg.Station, p.Leg.Lot}); p.Leg.Account {
		case ledger.Cash, ledger.Bank:
			cash[p.Leg.Fund] += n
		case ledger.Stock:
			if goods(p.Leg) {
				quantity[h] += n
			} else {
				value[h] += n
			}
		}
	}
	check()
}

// P2, P3, P9: after random operations the whole book keeps its promises, and reversing everything that can be reversed, newest first,
// leaves nothing.
func TestReversingEverythingLeavesNothing(t *testing.T) {
	for i := range 12 {
		m := &run{world: newWorld(t), r: rand.New(rand.NewSource(int64(i))), hit: map[string]int{}}
		names := slices.DeleteFunc(slices.Sorted(maps.Keys(makers)),
			func(s string) bool { return s == "reversal" || s == "note" || s == "write off" })
		for range 250 {
			name := names[m.r.Intn(len(names))]
			e := makers[name](m)
			e.Date, e.Until = date("2026-03-01").AddDays(m.n/8), cal.Date{}
			m.say(name, e)
			want := m.judge(e)
			_, err := m.post(e)
			m.accepted(e, want, err)
		}
		m.promises(t)
		list := slices.Clone(m.entries)
		slices.Reverse(list)
		for _, e := range list {
			if _, err := m.reverse(e.Key, e.Key+"-r", "2026-09-01"); err != nil {
				t.Fatalf("seed %d: %s of %d: %v", i, e.Key, len(list), err)
			}
		}
		if b := balances(m.world); len(b) > 0 {
			t.Errorf("seed %d: left over %v", i, b)
		}
	}
}
