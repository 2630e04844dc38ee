package batch

import (
	"math/bits"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/station/cal"
)

// store is how a column keeps its values. Which one a fact may have follows from its kind; the narrowest is the fastest.
type store uint8

const (
	none  store = iota // nothing known
	flags              // bool: a bit a row
	small              // count to 255, word, the code of a single pair: a byte
	day                // date, count: 32 bits
	fen                // money: 64 bits
	set                // pairs: 64 bits, as eligibility.PairBits makes them
)

// A column is one fact of all rows of its level. Slices are padded to whole blocks of 64 rows, bitmaps by a word more.
type column struct {
	level  level
	paired bool // of a PairsFact
	store  store
	bits   []uint64 // flags and set
	bytes  []uint8
	days   []int32
	fen    []int64
	known  []uint64 // nil: all rows
	// verified is nil where no row is.
	verified []uint64
	bound    int64 // no value lies further from 0; since the last check
	fresh    bool  // checked since it was last handed out or set
}

// narrow is the store a fact begins with when cases are appended.
func narrow(k eligibility.FactKind) store {
	switch k {
	case eligibility.BoolFact:
		return flags
	case eligibility.MoneyFact:
		return fen
	case eligibility.DateFact:
		return day
	}
	return small
}

func (c *column) open(s store, room int) {
	c.store = s
	switch s {
	case flags:
		c.bits = make([]uint64, room/64+1)
	case small:
		c.bytes = make([]uint8, room)
	case day:
		c.days = make([]int32, room)
	case fen:
		c.fen = make([]int64, room)
	case set:
		c.bits = make([]uint64, room)
	}
}

// grow moves the column to more room; had is the number of rows before the one being added.
func (c *column) grow(had, room int) {
	old := *c
	c.open(c.store, room)
	copy(c.bits, old.bits)
	copy(c.bytes, old.bytes)
	copy(c.days, old.days)
	copy(c.fen, old.fen)
	regrow := func(from []uint64) []uint64 {
		if from == nil {
			return nil
		}
		to := make([]uint64, room/64+1)
		copy(to, from)
		return to
	}
	c.known, c.verified = regrow(old.known), regrow(old.verified)
}

// set stores n, moving to a wider store where the narrow one cannot hold it.
func (c *column) set(row int, n int64) {
	c.fresh = false
	switch c.store {
	case flags:
		c.bits[row>>6] = c.bits[row>>6]&^(1<<(row&63)) | uint64(n&1)<<(row&63)
	case small:
		c.setSmall(row, n)
	case day:
		c.days[row] = int32(n)
	case fen:
		c.fen[row] = n
	case set:
		c.bits[row] = uint64(n)
	}
}

func (c *column) get(row int) int64 {
	switch c.store {
	case flags:
		return int64(c.bits[row>>6] >> (row & 63) & 1)
	case small:
		if c.paired {
			return pairSet(c.bytes[row])
		}
		return int64(c.bytes[row])
	case day:
		return int64(c.days[row])
	case fen:
		return c.fen[row]
	case set:
		return int64(c.bits[row])
	}
	return 0
}

// setSmall keeps n in a byte; a count beyond 255 moves the column to 32 bits, a second pair to sets.
func (c *column) setSmall(row int, n int64) {
	switch {
	case c.paired && n&(n-1) == 0:
		c.bytes[row] = bitOf(uint64(n))
	case c.paired:
		c.bits = make([]uint64, len(c.bytes))
		for i, code := range c.bytes {
			c.bits[i] = uint64(pairSet(code))
		}
		c.store, c.bytes = set, nil
		c.set(row, n)
	case n <= 255:
		c.bytes[row] = uint8(n)
	default:
		c.days = make([]int32, len(c.bytes))
		for i, x := range c.bytes {
			c.days[i] = int32(x)
		}
		c.store, c.bytes = day, nil
		c.set(row, n)
	}
}

// pairSet is the set that a code of PairCode stands for.
func pairSet(code uint8) int64 {
	if code == 0 {
		return 0
	}
	return 1 << (code & 63)
}

func (c *column) has(row int) bool {
	return c.store != none && (c.known == nil || c.known[row>>6]>>(row&63)&1 != 0)
}

func (c *column) sure(row int) bool {
	return c.verified != nil && c.has(row) && c.verified[row>>6]>>(row&63)&1 != 0
}

// fill sets the first n bits.
func fill(words []uint64, n int) {
	for i := range n >> 6 {
		words[i] = ^uint64(0)
	}
	if n&63 != 0 {
		words[n>>6] = 1<<(n&63) - 1
	}
}

// PackDay is a day as columns of dates hold it (日期列的写法): year × 512 + month × 32 + day. Days compare as their numbers do.
func PackDay(d cal.Date) int32 { return int32(d.Year())<<9 | int32(d.Month())<<5 | int32(d.Day()) }

// PairCode is one disability pair as a column of bytes holds it (残疾类别等级代码): kind × 8 + grade, the numbers of the
// disability certificate. 0 is no disability, and what a pair with an unknown part gives.
func PairCode(p eligibility.Pair) uint8 { return bitOf(eligibility.PairBits(p)) }

func bitOf(set uint64) uint8 {
	if set == 0 {
		return 0
	}
	return uint8(bits.TrailingZeros64(set))
}

// column returns the column of a fact in this store, made if need be, for writing.
func (b *Batch) column(k eligibility.FactKey, s store, kinds ...eligibility.FactKind) (*column, error) {
	i, ok := b.at[k]
	if !ok {
		return nil, catalogue().New(ErrFact)
	}
	suits := false
	for _, kind := range kinds {
		suits = suits || b.facts[i].Kind == kind
	}
	c := &b.cols[i]
	if !suits || c.store != none && c.store != s {
		return nil, catalogue().New(ErrKind)
	}
	if c.store == none {
		c.open(s, b.room[c.level])
	}
	c.fresh = false
	return c, nil
}

// The methods that return a column hand out the slice itself, one element a row (for Flags and the bitmaps one bit), all
// zero at first. It may be written until the batch is next checked or run; to write again, fetch it again. A fact that does not
// exist is ErrFact, one of another kind, or held in another width already, ErrKind.

// Flags returns the column of a BoolFact: a bit a row (是否列).
func (b *Batch) Flags(k eligibility.FactKey) ([]uint64, error) {
	c, err := b.column(k, flags, eligibility.BoolFact)
	if err != nil {
		return nil, err
	}
	return c.bits[:(b.rows(c.level)+63)/64], nil
}

// Small returns the column of a CountFact whose counts do not pass 255, of a WordFact as the place of the word in the
// fact's list, or of a PairsFact where nobody has more than one pair, as PairCode makes it (字节列).
func (b *Batch) Small(k eligibility.FactKey) ([]uint8, error) {
	c, err := b.column(k, small, eligibility.CountFact, eligibility.WordFact, eligibility.PairsFact)
	if err != nil {
		return nil, err
	}
	return c.bytes[:b.rows(c.level)], nil
}

// Counts returns the column of a CountFact (数量列).
func (b *Batch) Counts(k eligibility.FactKey) ([]int32, error) {
	c, err := b.column(k, day, eligibility.CountFact)
	if err != nil {
		return nil, err
	}
	return c.days[:b.rows(c.level)], nil
}

// Days returns the column of a DateFact, each day as PackDay makes it (日期列).
func (b *Batch) Days(k eligibility.FactKey) ([]int32, error) {
	c, err := b.column(k, day, eligibility.DateFact)
	if err != nil {
		return nil, err
	}
	return c.days[:b.rows(c.level)], nil
}

// Money returns the column of a MoneyFact in fen (金额列).
func (b *Batch) Money(k eligibility.FactKey) ([]int64, error) {
	c, err := b.column(k, fen, eligibility.MoneyFact)
	if err != nil {
		return nil, err
	}
	return c.fen[:b.rows(c.level)], nil
}

// Pairs returns the column of a PairsFact, each set as eligibility.PairBits makes it (残疾列).
func (b *Batch) Pairs(k eligibility.FactKey) ([]uint64, error) {
	c, err := b.column(k, set, eligibility.PairsFact)
	if err != nil {
		return nil, err
	}
	return c.bits[:b.rows(c.level)], nil
}

// Known returns the bitmap of the rows in which a fact is known (已知位图), for a column that is there: all of them, until
// bits are cleared.
func (b *Batch) Known(k eligibility.FactKey) ([]uint64, error) {
	c, n, err := b.bitmap(k)
	if err != nil {
		return nil, err
	}
	if c.known == nil {
		c.known = make([]uint64, b.room[c.level]/64+1)
		fill(c.known, b.rows(c.level))
	}
	return c.known[:n], nil
}

// Verified returns the bitmap of the rows in which a known fact is verified (已核实位图): none of them, until bits are set.
func (b *Batch) Verified(k eligibility.FactKey) ([]uint64, error) {
	c, n, err := b.bitmap(k)
	if err != nil {
		return nil, err
	}
	if c.verified == nil {
		c.verified = make([]uint64, b.room[c.level]/64+1)
	}
	return c.verified[:n], nil
}

func (b *Batch) bitmap(k eligibility.FactKey) (*column, int, error) {
	i, ok := b.at[k]
	if !ok {
		return nil, 0, catalogue().New(ErrFact)
	}
	c := &b.cols[i]
	if c.store == none {
		return nil, 0, catalogue().New(ErrKind)
	}
	c.fresh = false
	return c, (b.rows(c.level) + 63) / 64, nil
}
