package books_test

import (
	"fmt"
	"runtime"
	"testing"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/ledger"
	"github.com/shegong/shegong/station/ledger/books"
	"github.com/shegong/shegong/station/ledger/chain"
)

// million is a book of n entries of two legs: 40 funds, 12 stations, 500 persons, a year.
func million(b testing.TB, n int) list {
	var l list
	c := chain.SHA256("county")
	head := c.Genesis()
	for i := range n {
		f := ledger.FundID(fmt.Sprint("2026-", i%40))
		e := pair(fmt.Sprint("V-2026-", i), cal.MustParse("2026-01-01").AddDays(i%365).String(),
			on(ledger.ProgrammeCost, f, fmt.Sprint("S", i%12)), on(ledger.Bank, f, ""), int64(i%9973+1))
		e.Legs[0].Party, e.Legs[0].Purpose, e.Legs[0].Use = ledger.PartyRef(fmt.Sprint("b-", i%500)), "visits",
			ledger.Relief
		e.Memo = "走访慰问"
		body, err := e.Canonical()
		if err != nil {
			b.Fatal(err)
		}
		var r chain.Record
		r, head = c.Seal(head, cal.MustParse("2026-03-05").Time(), body)
		l.records = append(l.records, r)
	}
	l.bad = -1
	return l
}

// BenchmarkReplay is the row of the design: a million entries of two legs, with verification of the chain.
func BenchmarkReplay(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			l := million(b, n)
			runtime.GC()
			b.ReportAllocs()
			b.ResetTimer()
			for b.Loop() {
				s, err := books.Replay(ctx, l, chain.SHA256("county"))
				if err != nil || s.Len() != n {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(n), "ns/entry")
		})
	}
}

func BenchmarkVerifyOnly(b *testing.B) {
	l := million(b, 100_000)
	c := chain.SHA256("county")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := c.Verify(ctx, l, c.Genesis()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/100_000, "ns/entry")
}

func BenchmarkTrialBalance(b *testing.B) {
	s, err := books.Replay(ctx, million(b, 1_000_000), chain.SHA256("county"))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.TrialBalance(books.AsOf{Date: cal.MustParse("2026-06-30")}); err != nil {
			b.Fatal(err)
		}
	}
}

// A replay allocates for places that are new, not for entries: twice as many entries at the same places cost a few slices more.
func TestReplayAllocations(t *testing.T) {
	l := million(t, 20_000)
	allocations := func(n int) float64 {
		half := list{l.records[:n], -1}
		return testing.AllocsPerRun(2, func() {
			if _, err := books.Replay(ctx, half, chain.SHA256("county")); err != nil {
				t.Fatal(err)
			}
		})
	}
	if few, many := allocations(10_000), allocations(20_000); many-few > 50 {
		t.Errorf("%v allocations for 10,000 entries and %v for 20,000", few, many)
	}
}
