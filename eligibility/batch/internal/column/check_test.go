package column

import (
	"testing"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
)

// checked opens a column of ten rows, writes one value into row 5 and checks it.
func checked(f eligibility.Fact, s Store, n int64, known bool) (c *Column, row int) {
	c = &Column{Level: LevelOf(f.Scope), Paired: f.Kind == eligibility.PairsFact}
	c.Open(s, 64)
	if s == Day && f.Kind == eligibility.DateFact {
		for i := range 10 {
			c.Days[i] = 2000<<9 | 1<<5 | 1
		}
	}
	switch s {
	case Small:
		c.Bytes[5] = uint8(n)
	case Set:
		c.Bits[5] = uint64(n)
	default:
		c.Put(5, n)
	}
	if !known {
		c.Known = make([]uint64, 2)
		Fill(c.Known, 10)
		c.Known[0] &^= 1 << 5
	}
	return c, c.Check(10, &f)
}

func TestChecksFindWhatIsOutOfBounds(t *testing.T) {
	words := []eligibility.Word{{Key: "a"}, {Key: "b"}}
	day := cal.MustParse("1999-12-31")
	packed := int64(day.Year()<<9 | int(day.Month())<<5 | day.Day())
	for _, test := range []struct {
		kind  eligibility.FactKind
		store Store
		n     int64
		good  bool
		bound int64
	}{
		{eligibility.BoolFact, Flags, 1, true, 1},
		{eligibility.CountFact, Small, 255, true, 255},
		{eligibility.CountFact, Day, 1000, true, 1000},
		{eligibility.CountFact, Day, 1_000_000_000, true, 1_000_000_000},
		{eligibility.CountFact, Day, 1_000_000_001, false, 0},
		{eligibility.CountFact, Day, -1, false, 0},
		{eligibility.MoneyFact, Fen, 1000, true, 1001},
		{eligibility.MoneyFact, Fen, -1000, true, 1000},
		{eligibility.MoneyFact, Fen, 10_000_000_000_000, true, 10_000_000_000_000},
		{eligibility.MoneyFact, Fen, 10_000_000_000_001, false, 0},
		{eligibility.MoneyFact, Fen, -1 << 63, false, 0},
		{eligibility.DateFact, Day, packed, true, 2000<<9 | 1<<5 | 1},
		{eligibility.DateFact, Day, 0, false, 0},
		{eligibility.DateFact, Day, 10000 << 9, false, 0},
		{eligibility.WordFact, Small, 1, true, 255},
		{eligibility.WordFact, Small, 2, false, 0},
		{eligibility.PairsFact, Small, 9, true, 255},
		{eligibility.PairsFact, Small, 8, false, 0},
		{eligibility.PairsFact, Set, 1<<9 | 1<<60, true, 0},
		{eligibility.PairsFact, Set, 1 << 8, false, 0},
	} {
		f := eligibility.Fact{Scope: eligibility.PerTie, Kind: test.kind}
		if test.kind == eligibility.WordFact {
			f.Words = words
		}
		c, row := checked(f, test.store, test.n, true)
		if (row < 0) != test.good || !test.good && row != 5 {
			t.Errorf("%s in store %d, %d: row %d", test.kind, test.store, test.n, row)
		}
		if test.good && test.bound != 0 && c.Bound < test.bound {
			t.Errorf("%s in store %d, %d: bound %d", test.kind, test.store, test.n, c.Bound)
		}
		if c, row = checked(f, test.store, test.n, false); row >= 0 {
			t.Errorf("%s in store %d, %d: row %d is refused although nothing is known there", test.kind, test.store, test.n, row)
		}
		if !test.good && c.Get(5) != 0 {
			t.Errorf("%s in store %d: %d stays where nothing is known", test.kind, test.store, c.Get(5))
		}
		if test.good && c.Get(5) == 0 {
			t.Errorf("%s in store %d: %d is gone", test.kind, test.store, test.n)
		}
	}
}

func TestColumnsOfEveryStoreAreReadAndGrown(t *testing.T) {
	for kind, n := range map[eligibility.FactKind]int64{eligibility.BoolFact: 1, eligibility.CountFact: 5, eligibility.MoneyFact: -7,
		eligibility.DateFact: 2000<<9 | 1<<5 | 1, eligibility.WordFact: 3, eligibility.PairsFact: 1 << 9} {
		c := Column{Paired: kind == eligibility.PairsFact}
		c.Open(Narrow(kind), 64)
		c.Put(63, n)
		c.Grow(192)
		c.Put(191, n)
		if c.Get(63) != n || c.Get(191) != n || c.Get(100) != 0 {
			t.Errorf("%s: %d, %d", kind, c.Get(63), c.Get(191))
		}
		if !c.Has(191) || c.Sure(63) {
			t.Errorf("%s: a column without bitmaps is known and not verified", kind)
		}
	}
	for s, l := range map[eligibility.Scope]Level{eligibility.PerHousehold: Household, eligibility.PerPerson: Person, eligibility.PerTie: Tie} {
		if LevelOf(s) != l {
			t.Error(s)
		}
	}
	if BitOf(0) != 0 || BitOf(1<<33) != 33 || PairSet(0) != 0 || PairSet(33) != 1<<33 {
		t.Error("bits and codes differ")
	}
}
