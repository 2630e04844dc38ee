package program

import (
	"math"
	mathbits "math/bits"

	"github.com/shegong/shegong/station/measure"
)

// Order is a comparator as the set of orders it admits.
type Order uint8

// The orders of a number to a limit.
const (
	Below Order = 1 << iota
	Exactly
	Above
)

// OrderOf is the set of a comparator, empty for what is none.
func OrderOf(c measure.Comparator) Order {
	switch c {
	case measure.AtLeast:
		return Exactly | Above
	case measure.AtMost:
		return Exactly | Below
	case measure.Exactly:
		return Exactly
	case measure.MoreThan:
		return Above
	case measure.LessThan:
		return Below
	}
	return 0
}

// Holds reports whether o admits what a comparison gave: −1, 0 or 1.
func (o Order) Holds(cmp int) bool { return o>>(cmp+1)&1 != 0 }

// span is the range of the whole numbers that stand to n as o says.
func (o Order) span(n int64) (lo, hi int64) {
	lo, hi = math.MinInt64, math.MaxInt64
	switch o {
	case Exactly | Above:
		lo = n
	case Exactly | Below:
		hi = n
	case Exactly:
		lo, hi = n, n
	case Above:
		lo = n + 1
	case Below:
		hi = n - 1
	}
	return lo, hi
}

// CompareProducts compares a × b with c × d in 128 bits.
func CompareProducts(a, b, c, d int64) int {
	left, right := Sign(a)*Sign(b), Sign(c)*Sign(d)
	if left != right {
		return max(-1, min(1, left-right))
	}
	h1, l1 := mathbits.Mul64(Size(a), Size(b))
	h2, l2 := mathbits.Mul64(Size(c), Size(d))
	switch {
	case h1 == h2 && l1 == l2:
		return 0
	case h1 < h2 || h1 == h2 && l1 < l2:
		return -left
	}
	return left
}

// Sign is −1, 0 or 1.
func Sign(a int64) int { return int(a>>63) | int(uint64(-a)>>63) }

// Size is a without its sign.
func Size(a int64) uint64 { return uint64(max(a, -a)) }

// Times multiplies, and reports whether the result is below 2⁶² either way.
func Times(a, b int64) (int64, bool) {
	hi, lo := mathbits.Mul64(Size(a), Size(b))
	return a * b, hi == 0 && lo < 1<<62
}

// Capped multiplies, and gives the largest number where the result has no room.
func Capped(a, b int64) int64 {
	p, ok := Times(a, b)
	switch {
	case ok:
		return p
	case Sign(a)*Sign(b) < 0:
		return -math.MaxInt64
	}
	return math.MaxInt64
}
