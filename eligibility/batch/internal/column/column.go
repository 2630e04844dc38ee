// Package column holds facts in columns, 64 rows a word, and compares them.
package column

import (
	"math/bits"

	"github.com/shegong/shegong/eligibility"
)

// Level is what a column or a truth is about: the place of its scope in all tables of this package.
type Level uint8

// The levels.
const (
	Household Level = iota
	Person
	Tie
)

// LevelOf is the level of a scope.
func LevelOf(s eligibility.Scope) Level {
	switch s {
	case eligibility.PerPerson:
		return Person
	case eligibility.PerTie:
		return Tie
	}
	return Household
}

// Store is how a column keeps its values. Which one a fact may have follows from its kind; the narrowest is the
// fastest.
type Store uint8

const (
	None  Store = iota // nothing known
	Flags              // bool: a bit a row
	Small              // count to 255, word, the code of a single pair: a byte
	Day                // date, count: 32 bits
	Fen                // money: 64 bits
	Set                // pairs: 64 bits, as eligibility.PairBits makes them
)

// A Column is one fact of all rows of its level. Slices are padded to whole blocks of 64 rows, bitmaps by a word more.
type Column struct {
	Level  Level
	Paired bool // of a PairsFact
	Store  Store
	Bits   []uint64 // Flags and Set
	Bytes  []uint8
	Days   []int32
	Fen    []int64
	Known  []uint64 // nil: all rows
	// Verified is nil where no row is.
	Verified []uint64
	Bound    int64 // no value lies further from 0; since the last check
	Fresh    bool  // checked since it was last handed out or set
}

// Narrow is the store a fact begins with when cases are appended.
func Narrow(k eligibility.FactKind) Store {
	switch k {
	case eligibility.BoolFact:
		return Flags
	case eligibility.MoneyFact:
		return Fen
	case eligibility.DateFact:
		return Day
	}
	return Small
}

// Open makes the column anew in a store, with room for so many rows.
func (c *Column) Open(s Store, room int) {
	c.Store = s
	switch s {
	case Flags:
		c.Bits = make([]uint64, room/64+1)
	case Small:
		c.Bytes = make([]uint8, room)
	case Day:
		c.Days = make([]int32, room)
	case Fen:
		c.Fen = make([]int64, room)
	case Set:
		c.Bits = make([]uint64, room)
	}
}

// Settle makes explicit what is known of the first n rows, before rows are added of which nothing is known yet.
func (c *Column) Settle(n, room int) {
	if c.Known == nil {
		c.Known = make([]uint64, room/64+1)
		Fill(c.Known, n)
	}
	c.Known[n>>6] &= 1<<(n&63) - 1
	if c.Verified == nil {
		c.Verified = make([]uint64, room/64+1)
	}
	c.Verified[n>>6] &= 1<<(n&63) - 1
}

// Grow moves the column to more room.
func (c *Column) Grow(room int) {
	old := *c
	c.Open(c.Store, room)
	copy(c.Bits, old.Bits)
	copy(c.Bytes, old.Bytes)
	copy(c.Days, old.Days)
	copy(c.Fen, old.Fen)
	regrow := func(from []uint64) []uint64 {
		if from == nil {
			return nil
		}
		to := make([]uint64, room/64+1)
		copy(to, from)
		return to
	}
	c.Known, c.Verified = regrow(old.Known), regrow(old.Verified)
}

// Put stores n, moving to a wider store where the narrow one cannot hold it.
func (c *Column) Put(row int, n int64) {
	c.Fresh = false
	switch c.Store {
	case Flags:
		c.Bits[row>>6] = c.Bits[row>>6]&^(1<<(row&63)) | uint64(n&1)<<(row&63)
	case Small:
		c.setSmall(row, n)
	case Day:
		c.Days[row] = int32(n)
	case Fen:
		c.Fen[row] = n
	case Set:
		c.Bits[row] = uint64(n)
	}
}

// Get is the value of a row as Case.Get gives it, whether known or not.
func (c *Column) Get(row int) int64 {
	switch c.Store {
	case Flags:
		return int64(c.Bits[row>>6] >> (row & 63) & 1)
	case Small:
		if c.Paired {
			return PairSet(c.Bytes[row])
		}
		return int64(c.Bytes[row])
	case Day:
		return int64(c.Days[row])
	case Fen:
		return c.Fen[row]
	case Set:
		return int64(c.Bits[row])
	}
	return 0
}

// setSmall keeps n in a byte; a count beyond 255 moves the column to 32 bits, a second pair to sets.
func (c *Column) setSmall(row int, n int64) {
	switch {
	case c.Paired && n&(n-1) == 0:
		c.Bytes[row] = BitOf(uint64(n))
	case c.Paired:
		c.Bits = make([]uint64, len(c.Bytes))
		for i, code := range c.Bytes {
			c.Bits[i] = uint64(PairSet(code))
		}
		c.Store, c.Bytes = Set, nil
		c.Put(row, n)
	case n <= 255:
		c.Bytes[row] = uint8(n)
	default:
		c.Days = make([]int32, len(c.Bytes))
		for i, x := range c.Bytes {
			c.Days[i] = int32(x)
		}
		c.Store, c.Bytes = Day, nil
		c.Put(row, n)
	}
}

// PairSet is the set that a code of PairCode stands for.
func PairSet(code uint8) int64 {
	if code == 0 {
		return 0
	}
	return 1 << (code & 63)
}

// Has reports whether a row is known.
func (c *Column) Has(row int) bool {
	return c.Store != None && (c.Known == nil || c.Known[row>>6]>>(row&63)&1 != 0)
}

// Sure reports whether a row is known and verified.
func (c *Column) Sure(row int) bool {
	return c.Verified != nil && c.Has(row) && c.Verified[row>>6]>>(row&63)&1 != 0
}

// Fill sets the first n bits.
func Fill(words []uint64, n int) {
	for i := range n >> 6 {
		words[i] = ^uint64(0)
	}
	if n&63 != 0 {
		words[n>>6] = 1<<(n&63) - 1
	}
}

// Bounds of values, those of Case.Put.
const (
	maxMoney = 10_000_000_000_000
	maxCount = 1_000_000_000
	allPairs = 0x1e1e1e1e1e1e1e00 // kinds 1 to 7, grades 1 to 4
)

// Check finds the bound of the column and returns the first row of n whose known value does not suit the fact, or −1.
// What lies out of bounds in a row where nothing is known becomes 0, so that it cannot overflow a sum.
func (c *Column) Check(n int, f *eligibility.Fact) int {
	switch c.Store {
	case Flags:
		c.Bound = 1
	case Small:
		c.Bound = 255
		switch f.Kind {
		case eligibility.WordFact:
			words := len(f.Words)
			return c.scan(n, func(row int) bool { return int(c.Bytes[row]) < words })
		case eligibility.PairsFact:
			for i := 0; i < len(c.Bytes) && i < n; i += 64 {
				if !BytesPaired(c.Bytes[i:]) {
					ok := uint64(allPairs | 1)
					return c.scan(n, func(row int) bool { return c.Bytes[row] < 64 && ok>>c.Bytes[row]&1 != 0 })
				}
			}
		}
	case Day:
		if f.Kind == eligibility.DateFact {
			latest := int32(0)
			for _, x := range c.Days[:n] {
				latest = max(latest, x)
			}
			c.Bound = int64(latest)
			for _, x := range c.Days[:n] {
				if !soundDay(x) {
					return c.scan(n, func(row int) bool { return soundDay(c.Days[row]) })
				}
			}
			return -1
		}
		var reach int32 // all bits of all values, the sign among them
		for _, x := range c.Days[:n] {
			reach |= x
		}
		if c.Bound = int64(reach); reach < 0 || reach > maxCount {
			c.Bound = maxCount
			return c.scan(n, func(row int) bool { return c.Days[row] >= 0 && c.Days[row] <= maxCount })
		}
	case Fen:
		var reach int64 // all bits of all distances from 0
		for _, x := range c.Fen[:n] {
			reach |= x
		}
		if reach < 0 { // some are negative
			reach = 0
			for _, x := range c.Fen[:n] {
				reach |= x ^ x>>63
			}
		}
		if c.Bound = reach + 1; reach >= maxMoney {
			c.Bound = maxMoney
			return c.scan(n, func(row int) bool { return c.Fen[row] >= -maxMoney && c.Fen[row] <= maxMoney })
		}
	case Set:
		ok := uint64(allPairs)
		for _, x := range c.Bits[:n] {
			if x&^ok != 0 {
				return c.scan(n, func(row int) bool { return c.Bits[row]&^ok == 0 })
			}
		}
	}
	return -1
}

// scan is the careful pass over a column in which something is out of bounds.
func (c *Column) scan(n int, sound func(row int) bool) int {
	for row := range n {
		switch {
		case sound(row):
		case c.Has(row):
			return row
		default:
			c.wipe(row)
		}
	}
	return -1
}

func (c *Column) wipe(row int) {
	switch c.Store {
	case Small:
		c.Bytes[row] = 0
	case Day:
		c.Days[row] = 0
	case Fen:
		c.Fen[row] = 0
	case Set:
		c.Bits[row] = 0
	}
}

// soundDay reports whether x can be a day; 0 is no day, which stands where none is known.
func soundDay(x int32) bool {
	return x>>9 >= 1 && x>>9 <= 9999 && uint32(x>>5&15)-1 < 12 && x&31 != 0
}

// BitOf is the place of the one bit of a set, 0 for an empty set.
func BitOf(set uint64) uint8 {
	if set == 0 {
		return 0
	}
	return uint8(bits.TrailingZeros64(set))
}
