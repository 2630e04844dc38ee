package batch

import (
	"strconv"

	"github.com/shegong/shegong/eligibility"
)

// Bounds of values, those of Case.Put.
const (
	maxMoney = 10_000_000_000_000
	maxCount = 1_000_000_000
	allPairs = 0x1e1e1e1e1e1e1e00 // kinds 1 to 7, grades 1 to 4
)

// Check looks at the columns that were written since the last check: a known value outside the bounds of Case.Put is
// ErrValue, with the fact as path and its row. Run does it first; it is for those who run a batch in several goroutines.
func (b *Batch) Check() error {
	for i := range b.cols {
		c := &b.cols[i]
		if c.fresh || c.store == none {
			continue
		}
		if row := c.check(b.rows(c.level), &b.facts[i]); row >= 0 {
			return catalogue().New(ErrValue, "row", strconv.Itoa(row)).At(string(b.facts[i].Key))
		}
		c.fresh = true
	}
	return nil
}

// check finds the bound of the column and returns the first row of n whose known value does not suit the fact, or −1. What lies
// out of bounds in a row where nothing is known becomes 0, so that it cannot overflow a sum.
func (c *column) check(n int, f *eligibility.Fact) int {
	switch c.store {
	case flags:
		c.bound = 1
	case small:
		c.bound = 255
		switch f.Kind {
		case eligibility.WordFact:
			words := len(f.Words)
			return c.scan(n, func(row int) bool { return int(c.bytes[row]) < words })
		case eligibility.PairsFact:
			ok := uint64(allPairs | 1)
			for i := range n {
				if ok>>(c.bytes[i]&63)&1 == 0 || c.bytes[i] > 63 {
					return c.scan(n, func(row int) bool { return c.bytes[row] < 64 && ok>>c.bytes[row]&1 != 0 })
				}
			}
		}
	case day:
		if f.Kind == eligibility.DateFact {
			latest := int32(0)
			for i := range n {
				latest = max(latest, c.days[i])
			}
			c.bound = int64(latest)
			for i := range n {
				if !soundDay(c.days[i]) {
					return c.scan(n, func(row int) bool { return soundDay(c.days[row]) })
				}
			}
			return -1
		}
		var reach int32 // all bits of all values, the sign among them
		for i := range n {
			reach |= c.days[i]
		}
		if c.bound = int64(reach); reach < 0 || reach > maxCount {
			c.bound = maxCount
			return c.scan(n, func(row int) bool { return c.days[row] >= 0 && c.days[row] <= maxCount })
		}
	case fen:
		var reach int64 // all bits of all distances from 0
		for i := range n {
			reach |= c.fen[i] ^ c.fen[i]>>63
		}
		if c.bound = reach + 1; reach >= maxMoney {
			c.bound = maxMoney
			return c.scan(n, func(row int) bool { return c.fen[row] >= -maxMoney && c.fen[row] <= maxMoney })
		}
	case set:
		ok := uint64(allPairs)
		for i := range n {
			if c.bits[i]&^ok != 0 {
				return c.scan(n, func(row int) bool { return c.bits[row]&^ok == 0 })
			}
		}
	}
	return -1
}

// scan is the careful pass over a column in which something is out of bounds.
func (c *column) scan(n int, sound func(row int) bool) int {
	for row := range n {
		switch {
		case sound(row):
		case c.has(row):
			return row
		default:
			c.wipe(row)
		}
	}
	return -1
}

func (c *column) wipe(row int) {
	switch c.store {
	case small:
		c.bytes[row] = 0
	case day:
		c.days[row] = 0
	case fen:
		c.fen[row] = 0
	case set:
		c.bits[row] = 0
	}
}

// soundDay reports whether x can be a day; 0 is no day, which stands where none is known.
func soundDay(x int32) bool {
	return x>>9 >= 1 && x>>9 <= 9999 && uint32(x>>5&15)-1 < 12 && x&31 != 0
}
