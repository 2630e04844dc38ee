package eligibility

import (
	mathbits "math/bits"
	"time"

	"github.com/shegong/shegong/station/cal"
	"github.com/shegong/shegong/station/money"
)

// Any returns the value as what its maker took: a bool, an int64, a money.Amount, a cal.Date, the string of a word, or the
// []Pair of a set, sorted by kind and grade and never nil. The zero Datum gives nil.
func (d Datum) Any() any {
	switch d.kind {
	case BoolFact:
		return d.n != 0
	case CountFact:
		return d.n
	case MoneyFact:
		return money.Fen(d.n)
	case DateFact:
		return UnpackDay(d.n)
	case WordFact:
		return d.word
	case PairsFact:
		return pairsOf(uint64(d.n))
	}
	return nil
}

// Valid reports that the value is one a Case takes: within bounds, and made by one of its makers.
func (d Datum) Valid() bool { return d.ok }

// Equal reports whether both are the same value, as == does.
func (d Datum) Equal(o Datum) bool { return d == o }

// Datum returns a fact as Put took it. Known is false where the fact is unknown or does not exist.
func (c *Case) Datum(k FactKey, row int) (d Datum, known, verified bool) {
	r, slot, f, err := c.find(k, row)
	if err != nil || !r.known.has(slot) {
		return Datum{}, false, false
	}
	d = Datum{kind: f.Kind, n: r.v[slot], ok: true}
	if f.Kind == WordFact {
		d.n, d.word = 0, f.Words[d.n].Key
	}
	return d, true, r.verified.has(slot)
}

// holds reports that n lies within the bounds of the fact.
func (f *Fact) holds(n int64) bool {
	switch f.Kind {
	case BoolFact:
		return n == 0 || n == 1
	case CountFact:
		return n >= 0 && n <= MaxCount
	case MoneyFact:
		return n >= -MaxMoney && n <= MaxMoney
	case DateFact:
		return n > 0 && n <= 10_000<<9
	case WordFact:
		return n >= 0 && n < int64(len(f.Words))
	}
	return uint64(n)&^allPairs == 0
}

// allPairs has the bit of every pair there is: grades one to four of seven kinds.
const allPairs = 0x1e1e1e1e1e1e1e << 8

// UnpackDay is the day that PackDay packed (日期解码); not recorded for a number that is no day.
func UnpackDay(n int64) cal.Date {
	if n>>9 > 9999 { // no year, and an int of 32 bits would make one of it
		return cal.Date{}
	}
	d, _ := cal.On(int(max(n, 0)>>9), time.Month(n>>5&15), int(n&31)) // a day that was never packed is not recorded
	return d
}

// pairsOf lists the pairs that PairBits put into a set.
func pairsOf(set uint64) []Pair {
	pairs := make([]Pair, 0, mathbits.OnesCount64(set))
	for ; set != 0; set &= set - 1 {
		b := mathbits.TrailingZeros64(set)
		pairs = append(pairs, Pair{Kind: pairKinds[b/8-1], Grade: pairGrades[b%8-1]})
	}
	return pairs
}
