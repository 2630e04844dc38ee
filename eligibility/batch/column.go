package batch

import (
	"strconv"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch/internal/column"
	"github.com/shegong/shegong/station/cal"
)

// PackDay is a day as columns of dates hold it (日期列的写法): year × 512 + month × 32 + day. Days compare as their numbers
// do.
func PackDay(d cal.Date) int32 { return int32(d.Year())<<9 | int32(d.Month())<<5 | int32(d.Day()) }

// PairCode is one disability pair as a column of bytes holds it (残疾类别等级代码): kind × 8 + grade, the numbers of the
// disability certificate. 0 is no disability, and what a pair with an unknown part gives.
func PairCode(p eligibility.Pair) uint8 { return column.BitOf(eligibility.PairBits(p)) }

// column returns the column of a fact in this column.Store, made if need be, for writing.
func (b *Batch) column(k eligibility.FactKey, s column.Store, kinds ...eligibility.FactKind) (*column.Column, error) {
	i, ok := b.at[k]
	if !ok {
		return nil, catalogue().New(ErrFact)
	}
	suits := false
	for _, kind := range kinds {
		suits = suits || b.facts[i].Kind == kind
	}
	c := &b.cols[i]
	if !suits || c.Store != column.None && c.Store != s {
		return nil, catalogue().New(ErrKind)
	}
	if c.Store == column.None {
		c.Open(s, b.room[c.Level])
	}
	c.Fresh = false
	return c, nil
}

// The methods that return a column hand out the slice itself, one element a row (for Flags and the bitmaps one bit),
// all zero at first. It may be written until the batch is next checked or run; to write again, fetch it again. A fact
// that does not exist is ErrFact, one of another kind, or held in another width already, ErrKind.

// Flags returns the column of a BoolFact: a bit a row (是否列).
func (b *Batch) Flags(k eligibility.FactKey) ([]uint64, error) {
	c, err := b.column(k, column.Flags, eligibility.BoolFact)
	if err != nil {
		return nil, err
	}
	return c.Bits[:(b.rows(c.Level)+63)/64], nil
}

// Small returns the column of a CountFact whose counts do not pass 255, of a WordFact as the place of the word in the
// fact's list, or of a PairsFact where nobody has more than one pair, as PairCode makes it (字节列).
func (b *Batch) Small(k eligibility.FactKey) ([]uint8, error) {
	c, err := b.column(k, column.Small, eligibility.CountFact, eligibility.WordFact, eligibility.PairsFact)
	if err != nil {
		return nil, err
	}
	return c.Bytes[:b.rows(c.Level)], nil
}

// Counts returns the column of a CountFact (数量列).
func (b *Batch) Counts(k eligibility.FactKey) ([]int32, error) {
	c, err := b.column(k, column.Day, eligibility.CountFact)
	if err != nil {
		return nil, err
	}
	return c.Days[:b.rows(c.Level)], nil
}

// Days returns the column of a DateFact, each day as PackDay makes it (日期列).
func (b *Batch) Days(k eligibility.FactKey) ([]int32, error) {
	c, err := b.column(k, column.Day, eligibility.DateFact)
	if err != nil {
		return nil, err
	}
	return c.Days[:b.rows(c.Level)], nil
}

// Money returns the column of a MoneyFact in fen (金额列).
func (b *Batch) Money(k eligibility.FactKey) ([]int64, error) {
	c, err := b.column(k, column.Fen, eligibility.MoneyFact)
	if err != nil {
		return nil, err
	}
	return c.Fen[:b.rows(c.Level)], nil
}

// Pairs returns the column of a PairsFact, each set as eligibility.PairBits makes it (残疾列).
func (b *Batch) Pairs(k eligibility.FactKey) ([]uint64, error) {
	c, err := b.column(k, column.Set, eligibility.PairsFact)
	if err != nil {
		return nil, err
	}
	return c.Bits[:b.rows(c.Level)], nil
}

// Known returns the bitmap of the rows in which a fact is known (已知位图), for a column that is there: all of them, until
// bits are cleared.
func (b *Batch) Known(k eligibility.FactKey) ([]uint64, error) {
	c, n, err := b.bitmap(k)
	if err != nil {
		return nil, err
	}
	if c.Known == nil {
		c.Known = make([]uint64, b.room[c.Level]/64+1)
		column.Fill(c.Known, b.rows(c.Level))
	}
	return c.Known[:n], nil
}

// Verified returns the bitmap of the rows in which a known fact is verified (已核实位图): none of them, until bits are set.
func (b *Batch) Verified(k eligibility.FactKey) ([]uint64, error) {
	c, n, err := b.bitmap(k)
	if err != nil {
		return nil, err
	}
	if c.Verified == nil {
		c.Verified = make([]uint64, b.room[c.Level]/64+1)
	}
	return c.Verified[:n], nil
}

func (b *Batch) bitmap(k eligibility.FactKey) (*column.Column, int, error) {
	i, ok := b.at[k]
	if !ok {
		return nil, 0, catalogue().New(ErrFact)
	}
	c := &b.cols[i]
	if c.Store == column.None {
		return nil, 0, catalogue().New(ErrKind)
	}
	c.Fresh = false
	return c, (b.rows(c.Level) + 63) / 64, nil
}

// Check looks at the columns that were written since the last check: a known value outside the bounds of Case.Put is
// ErrValue, with the fact as path and its row. Run does it first, so that this is for those who want to know sooner.
func (b *Batch) Check() error {
	if b.dict == nil {
		return catalogue().New(ErrDictionary)
	}
	b.check.Lock()
	defer b.check.Unlock()
	if b.lists[person] == nil {
		b.lists[person], b.lists[tie] = column.NewLists(b.shape.People), column.NewLists(b.shape.Ties)
	}
	for i := range b.cols {
		c := &b.cols[i]
		if c.Fresh || c.Store == column.None {
			continue
		}
		if row := c.Check(b.rows(c.Level), &b.facts[i]); row >= 0 {
			return catalogue().New(ErrValue, "row", strconv.Itoa(row)).At(string(b.facts[i].Key))
		}
		c.Fresh = true
	}
	return nil
}
