package money

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"
)

// maxParts bounds Split, so that a number from outside cannot exhaust the memory.
const maxParts = 1 << 20

// Split divides the amount into n parts (均分) that add up to it and differ by one fen at most; the larger
// ones, by magnitude, come first. ¥1.00 in three is 0.34, 0.33, 0.33. n lies between 1 and 1048576, or it is
// [ErrParts].
func (a Amount) Split(n int) ([]Amount, error) {
	if n < 1 || n > maxParts {
		return nil, catalogue().New(ErrParts, "max", strconv.Itoa(maxParts))
	}
	parts := make([]Amount, n)
	each, left := a.fen/int64(n), a.fen%int64(n)
	for i := range parts {
		parts[i].fen = each
		if int64(i) < max(left, -left) {
			parts[i].fen += int64(a.Sign())
		}
	}
	return parts, nil
}

// Allocate divides the amount in proportion to weights (按权重分配) by the method of largest remainders (最大余数法):
// every part first gets its exact share rounded towards zero, then the fen that are left go one each to the
// parts that lost most; of equal losses the earlier position wins.
//
//   - The parts add up to the amount; nothing is lost.
//   - Each part is less than a fen from its exact share.
//   - A zero weight gets ¥0.00; a larger weight never gets less than a smaller one.
//   - Allocating −a gives the negated parts of a.
//
// Why a zero weight is safe: with total T, weights wᵢ and their sum W, part i first gets qᵢ = ⌊T·wᵢ/W⌋ and
// loses rᵢ/W of a fen, rᵢ = T·wᵢ − qᵢ·W. The rᵢ add up to W·L, where L is the number of fen left. Each is less
// than W, so if any fen are left more than L of the rᵢ are positive, and the L largest never include a zero.
// Products are formed in 128 bits.
//
// The method has one known weakness, the Alabama paradox: the part of a given weight can shrink
// when the amount grows. Weights 6, 6, 2 share 10 fen as 4, 4, 2 but 11 fen as 5, 5, 1. So allocate a total
// once; do not compare parts of different totals.
//
// Negative weights, weights that are all zero (or none) and a sum of weights beyond 64 bits are [ErrWeights].
func (a Amount) Allocate(weights ...int64) ([]Amount, error) {
	return a.AppendAllocate(nil, weights...)
}

// AppendAllocate appends the parts that [Amount.Allocate] returns to dst. With room in dst it does not
// allocate memory for up to 64 weights. On an error it returns dst as it was.
func (a Amount) AppendAllocate(dst []Amount, weights ...int64) ([]Amount, error) {
	var sum, carry, wrapped uint64
	for _, w := range weights {
		if w < 0 {
			return dst, catalogue().New(ErrWeights)
		}
		sum, carry = bits.Add64(sum, uint64(w), 0)
		wrapped |= carry
	}
	if sum == 0 || wrapped != 0 {
		return dst, catalogue().New(ErrWeights)
	}
	var few [64]loss
	losses := few[:0]
	if len(weights) > len(few) {
		losses = make([]loss, 0, len(weights))
	}
	sign := int64(a.Sign())
	left := magnitude(a.fen)
	first := len(dst)
	dst = slices.Grow(dst, len(weights))
	for i, w := range weights {
		hi, lo := bits.Mul64(magnitude(a.fen), uint64(w))
		q, r := bits.Div64(hi, lo, sum) // w ≤ sum, so hi < sum
		left -= q
		dst = append(dst, Amount{sign * int64(q)})
		losses = append(losses, loss{r, first + i})
	}
	if left == 0 {
		return dst, nil
	}
	slices.SortFunc(losses, loss.compare)
	for _, l := range losses[:left] {
		dst[l.at].fen += sign
	}
	return dst, nil
}

// loss is what rounding towards zero took from a part, in units of 1/W fen.
type loss struct {
	r  uint64
	at int
}

// compare puts the largest loss first, and of equal ones the earlier.
func (l loss) compare(o loss) int {
	if l.r != o.r {
		return cmp.Compare(o.r, l.r)
	}
	return l.at - o.at
}
