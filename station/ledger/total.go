package ledger

import (
	"cmp"
	"math"
	"math/bits"
)

// Total is a sum of smallest parts in 128 bits (合计), so that no order of adding and no subtotal can overflow: 2⁶⁴
// additions fit. The zero value is 0. Totals are comparable with ==.
type Total struct {
	hi int64
	lo uint64
}

// Add adds n.
func (t *Total) Add(n int64) {
	lo, carry := bits.Add64(t.lo, uint64(n), 0)
	t.lo = lo
	t.hi += n>>63 + int64(carry)
}

// Plus returns t + o.
func (t Total) Plus(o Total) Total {
	lo, carry := bits.Add64(t.lo, o.lo, 0)
	return Total{t.hi + o.hi + int64(carry), lo}
}

// Minor returns the sum, and whether an amount can hold it.
func (t Total) Minor() (int64, bool) {
	n := int64(t.lo)
	return n, t.hi == n>>63 && n != math.MinInt64
}

// Sign returns −1, 0 or 1.
func (t Total) Sign() int {
	if t.lo != 0 && t.hi == 0 {
		return 1
	}
	return cmp.Compare(t.hi, 0)
}

// Compare returns −1, 0 or 1 as t is less than, equal to or more than o.
func (t Total) Compare(o Total) int { return cmp.Or(cmp.Compare(t.hi, o.hi), cmp.Compare(t.lo, o.lo)) }

// Share returns ⌊total × part ÷ whole⌋ in 128 bits (按数量比例，尾数舍去): what part of a lot is worth. It wants 0 ≤
// part ≤ whole, 0 < whole and 0 ≤ total, and is 0 otherwise.
func Share(total, part, whole int64) int64 {
	if part < 0 || whole < part || whole < 1 || total < 0 {
		return 0
	}
	hi, lo := bits.Mul64(uint64(total), uint64(part))
	q, _ := bits.Div64(hi, lo, uint64(whole)) // hi < whole, since total < 2⁶⁴ and part ≤ whole
	return int64(q)
}
