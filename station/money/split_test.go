package money_test

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/shegong/shegong/station/money"
)

func fens(parts []money.Amount) []int64 {
	out := make([]int64, len(parts))
	for i, p := range parts {
		out[i] = p.Fen()
	}
	return out
}

func TestAllocateKnownCases(t *testing.T) {
	for _, c := range []struct {
		total   int64
		weights []int64
		want    []int64
	}{
		{9999, []int64{75, 25}, []int64{7499, 2500}},
		{1, []int64{33, 66}, []int64{0, 1}},
		{1, []int64{0, 1, 1}, []int64{0, 1, 0}},
		{100, []int64{1, 1, 1}, []int64{34, 33, 33}},
		{-100, []int64{1, 1, 1}, []int64{-34, -33, -33}},
		{6_000_001, []int64{5, 3, 2}, []int64{3_000_001, 1_800_000, 1_200_000}}, // a contract paid 5:3:2
		{10, []int64{6, 6, 2}, []int64{4, 4, 2}},
		{11, []int64{6, 6, 2}, []int64{5, 5, 1}}, // the Alabama paradox
		{0, []int64{1, 2}, []int64{0, 0}},
		{7, []int64{0, 0, 5, 0}, []int64{0, 0, 7, 0}},
		{highest, []int64{highest, highest}, []int64{highest/2 + 1, highest / 2}},
		{lowest, []int64{1, 0}, []int64{lowest, 0}},
	} {
		got, err := money.Fen(c.total).Allocate(c.weights...)
		if d := cmp.Diff(c.want, fens(got)); d != "" || err != nil {
			t.Errorf("%d by %v: %v %s", c.total, c.weights, err, d)
		}
	}
}

// nearest is the brute-force oracle: of all ways to give out total, those with the least sum of squared
// distances from the exact shares, and of these the one that favours earlier positions. Distances are
// in units of 1/W fen, so they are whole numbers.
func nearest(total int64, weights []int64) []int64 {
	var sum int64
	for _, w := range weights {
		sum += w
	}
	var best []int64
	least := int64(math.MaxInt64)
	parts := make([]int64, len(weights))
	var try func(i int, left, cost int64)
	try = func(i int, left, cost int64) {
		if i == len(weights) {
			if left == 0 && (cost < least || cost == least && slices.Compare(parts, best) > 0) {
				least, best = cost, slices.Clone(parts)
			}
			return
		}
		for p := range left + 1 {
			parts[i] = p
			away := p*sum - total*weights[i]
			try(i+1, left-p, cost+away*away)
		}
	}
	try(0, total, 0)
	return best
}

func TestAllocateAgainstBruteForce(t *testing.T) {
	var weights [4]int64
	for code := range int64(5 * 5 * 5 * 5) {
		for i, rest := 0, code; i < 4; i, rest = i+1, rest/5 {
			weights[i] = rest % 5
		}
		for n := 1; n <= 4; n++ {
			w := weights[:n]
			if slices.Max(w) == 0 {
				continue
			}
			for total := range int64(8) {
				want := nearest(total, w)
				got, err := money.Fen(total).Allocate(w...)
				if err != nil || !slices.Equal(fens(got), want) {
					t.Fatalf("%d by %v: %v, %v; want %v", total, w, fens(got), err, want)
				}
			}
		}
	}
}

// checkAllocation asserts what makes an allocation defensible (I12).
func checkAllocation(t *testing.T, total money.Amount, weights []int64, parts []money.Amount) {
	t.Helper()
	sum, err := money.SumOf(parts...)
	if err != nil || sum != total || len(parts) != len(weights) {
		t.Fatalf("the parts of %v by %v are %v and add up to %v, %v", total, weights, parts, sum, err)
	}
	w := new(big.Int)
	for _, x := range weights {
		w.Add(w, big.NewInt(x))
	}
	for i, p := range parts {
		if weights[i] == 0 && p.Sign() != 0 {
			t.Fatalf("a zero weight got %v: %v by %v is %v", p, total, weights, parts)
		}
		share := new(big.Rat).SetFrac(new(big.Int).Mul(big.NewInt(total.Fen()), big.NewInt(weights[i])), w)
		if off := share.Sub(share, big.NewRat(p.Fen(), 1)); off.Abs(off).Cmp(big.NewRat(1, 1)) >= 0 {
			t.Fatalf("part %d is a fen or more off: %v by %v is %v", i, total, weights, parts)
		}
		for j, q := range parts {
			c := p.Abs().Compare(q.Abs())
			if weights[i] > weights[j] && c < 0 || weights[i] == weights[j] && i < j && c < 0 {
				t.Fatalf("part %d should not be less than part %d: %v by %v is %v", i, j, total, weights, parts)
			}
		}
	}
	opposite, err := total.Neg().Allocate(weights...)
	if err != nil {
		t.Fatal(err)
	}
	for i := range opposite {
		opposite[i] = opposite[i].Neg()
	}
	if !slices.Equal(parts, opposite) {
		t.Fatalf("not symmetric: %v by %v is %v, but %v for the negated total", total, weights, parts, opposite)
	}
}

func TestAllocateProperties(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range rounds(t) / 10 {
		total := money.Fen(anyFen(r))
		weights := make([]int64, 1+r.IntN(80))
		size := r.IntN(57)
		for i := range weights {
			weights[i] = int64(r.Uint64()>>7) >> size
			if r.IntN(5) == 0 {
				weights[i] = 0
			}
		}
		weights[r.IntN(len(weights))] = 1
		parts, err := total.Allocate(weights...)
		if err != nil {
			t.Fatal(err)
		}
		checkAllocation(t, total, weights, parts)
	}
}

func TestAllocateRefuses(t *testing.T) {
	kept := []money.Amount{money.Fen(777)}
	for name, weights := range map[string][]int64{
		"no weights": nil, "zero weights": {0, 0}, "a negative weight": {1, -1, 5}, "only negative": {-1},
		"beyond 64 bits": {highest, highest, highest}, "exactly 2^64": {highest, highest, 2},
		"wrapping twice": {highest, highest, highest, highest, highest},
	} {
		if got, err := money.Fen(100).Allocate(weights...); !errors.Is(err, money.ErrWeights) || got != nil {
			t.Errorf("%s: %v, %v", name, got, err)
		}
		if got, err := money.Fen(100).AppendAllocate(kept, weights...); !errors.Is(err, money.ErrWeights) || !slices.Equal(got, kept) {
			t.Errorf("%s: dst became %v, %v", name, got, err)
		}
	}
	parts, err := money.Fen(100).Allocate(highest, highest, 1) // 2^64 − 1, the largest sum
	if err != nil {
		t.Fatal(err)
	}
	checkAllocation(t, money.Fen(100), []int64{highest, highest, 1}, parts)
}

func TestAppendAllocateAppends(t *testing.T) {
	buf := make([]money.Amount, 1, 8)
	buf[0] = money.Fen(777)
	got, err := money.Fen(-100).AppendAllocate(buf, 1, 0, 2)
	if d := cmp.Diff([]int64{777, -33, 0, -67}, fens(got)); d != "" || err != nil || &got[0] != &buf[0] {
		t.Errorf("%v %s", err, d)
	}
}

func TestSplitIsAllocationByEqualWeights(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 3000 {
		total, n := money.Fen(anyFen(r)), 1+r.IntN(100)
		weights := slices.Repeat([]int64{1}, n)
		want, err := total.Allocate(weights...)
		got, err2 := total.Split(n)
		if err != nil || err2 != nil || !slices.Equal(got, want) {
			t.Fatalf("%v in %d: %v, %v; want %v", total, n, got, err2, want)
		}
	}
	for _, n := range []int{0, -1, math.MinInt, math.MaxInt, 1<<20 + 1} {
		if got, err := money.Fen(100).Split(n); !errors.Is(err, money.ErrParts) || got != nil {
			t.Errorf("%d parts: %v", n, err)
		}
	}
	parts, err := money.Fen(1).Split(1 << 20)
	if sum, _ := money.SumOf(parts...); err != nil || sum != money.Fen(1) || parts[0] != money.Fen(1) {
		t.Error(fmt.Errorf("the most parts: %w", err))
	}
}
