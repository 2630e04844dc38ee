package eligibility

import (
	"math"
	mathbits "math/bits"

	"github.com/shegong/shegong/station/measure"
)

// order is a comparator as the set of orders it admits.
type order uint8

const (
	below order = 1 << iota
	exactly
	above
)

func orderOf(c measure.Comparator) order {
	switch c {
	case measure.AtLeast:
		return exactly | above
	case measure.AtMost:
		return exactly | below
	case measure.Exactly:
		return exactly
	case measure.MoreThan:
		return above
	case measure.LessThan:
		return below
	}
	return 0
}

// holds reports whether o admits what a comparison gave: −1, 0 or 1.
func (o order) holds(cmp int) bool { return o>>(cmp+1)&1 != 0 }

// span is the range of the whole numbers that stand to n as o says.
func (o order) span(n int64) (lo, hi int64) {
	lo, hi = math.MinInt64, math.MaxInt64
	switch o {
	case exactly | above:
		lo = n
	case exactly | below:
		hi = n
	case exactly:
		lo, hi = n, n
	case above:
		lo = n + 1
	case below:
		hi = n - 1
	}
	return lo, hi
}

// compareProducts compares a × b with c × d in 128 bits.
func compareProducts(a, b, c, d int64) int {
	left, right := sign(a)*sign(b), sign(c)*sign(d)
	if left != right {
		return max(-1, min(1, left-right))
	}
	h1, l1 := mathbits.Mul64(size(a), size(b))
	h2, l2 := mathbits.Mul64(size(c), size(d))
	switch {
	case h1 == h2 && l1 == l2:
		return 0
	case h1 < h2 || h1 == h2 && l1 < l2:
		return -left
	}
	return left
}

func sign(a int64) int { return int(a>>63) | int(uint64(-a)>>63) }

func size(a int64) uint64 { return uint64(max(a, -a)) }

// times multiplies, and reports whether the result is below 2⁶² either way.
func times(a, b int64) (int64, bool) {
	hi, lo := mathbits.Mul64(size(a), size(b))
	return a * b, hi == 0 && lo < 1<<62
}

// capped multiplies, and gives the largest number where the result has no room.
func capped(a, b int64) int64 {
	p, ok := times(a, b)
	switch {
	case ok:
		return p
	case sign(a)*sign(b) < 0:
		return -math.MaxInt64
	}
	return math.MaxInt64
}
