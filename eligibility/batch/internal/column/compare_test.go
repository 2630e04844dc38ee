package column

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/shegong/shegong/eligibility"
)

const blocks = 3

// word joins what holds of 64 rows into words.
func word(holds func(row int) bool) []uint64 {
	out := make([]uint64, blocks)
	for row := range 64 * blocks {
		if holds(row) {
			out[row>>6] |= 1 << (row & 63)
		}
	}
	return out
}

func same(t *testing.T, name string, got, want []uint64) {
	t.Helper()
	for k := range want {
		if got[k] != want[k] {
			t.Fatalf("%s, word %d: %064b, want %064b", name, k, got[k], want[k])
		}
	}
}

func bytes(r *rand.Rand) []uint8 {
	x := make([]uint8, 64*blocks)
	for i := range x {
		x[i] = uint8(r.UintN(256))
		if r.UintN(2) == 0 {
			x[i] &= 7
		}
	}
	return x
}

func TestBytesCompareAsTheirNumbersDo(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	out := make([]uint64, blocks)
	bounds := []int64{math.MinInt64, -1, 0, 1, 2, 5, 126, 127, 128, 129, 200, 254, 255, 256, math.MaxInt64}
	for range 20 {
		x, y := bytes(r), bytes(r)
		for _, lo := range bounds {
			for _, hi := range bounds {
				BytesWithin(out, x, lo, hi)
				same(t, "within", out, word(func(i int) bool { return int64(x[i]) >= lo && int64(x[i]) <= hi }))
			}
		}
		BytesSame(out, x, y)
		same(t, "same", out, word(func(i int) bool { return x[i] == y[i] }))
	}
}

func TestBytesAreClassed(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	for n := range 9 {
		x := bytes(r)
		sets := make([][4]uint64, n)
		outs := make([][]uint64, n)
		var table [256]uint64
		for j := range sets {
			sets[j] = [4]uint64{r.Uint64(), r.Uint64(), r.Uint64(), r.Uint64()}
			outs[j] = make([]uint64, blocks)
			for v := range table {
				table[v] |= sets[j][v>>6] >> (v & 63) & 1 << (j * Lanes(n))
			}
		}
		BytesClassed(outs, x, &table)
		for j := range sets {
			same(t, "class", outs[j], word(func(i int) bool { return sets[j][x[i]>>6]>>(x[i]&63)&1 != 0 }))
		}
	}
}

func TestPairCodesAreTold(t *testing.T) {
	for v := range 256 {
		x := make([]uint8, 64)
		for at := range 64 {
			x[at] = uint8(v)
			kind, grade := v>>3, v&7
			if got, want := BytesPaired(x), v == 0 || kind >= 1 && kind <= 7 && grade >= 1 && grade <= 4; got != want {
				t.Fatalf("code %d at %d: %v", v, at, got)
			}
			x[at] = 0
		}
	}
}

func TestSetsMeet(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	x := make([]uint64, 64*blocks)
	for i := range x {
		x[i] = 1 << r.UintN(64) & r.Uint64()
	}
	out := make([]uint64, blocks)
	for range 50 {
		s := r.Uint64() & r.Uint64()
		SetsMeet(out, x, s)
		same(t, "meet", out, word(func(i int) bool { return x[i]&s != 0 }))
	}
}

func TestFlagsAndDaysLieWithin(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 4))
	flags := []uint64{r.Uint64(), r.Uint64(), r.Uint64()}
	days := make([]int32, 64*blocks)
	for i := range days {
		days[i] = int32(r.Uint32()) >> r.UintN(31)
	}
	days[0], days[1], days[2] = math.MaxInt32, 0, math.MinInt32
	out := make([]uint64, blocks)
	bounds := []int64{math.MinInt64, -1, 0, 1, 2, 1 << 20, 1<<31 - 2, 1<<31 - 1, 1 << 31, math.MaxInt64}
	for _, lo := range bounds {
		for _, hi := range bounds {
			FlagsWithin(out, flags, lo, hi)
			same(t, "flags", out, word(func(i int) bool {
				v := int64(flags[i>>6] >> (i & 63) & 1)
				return v >= lo && v <= hi
			}))
			DaysWithin(out, days, lo, hi)
			same(t, "days", out, word(func(i int) bool { return days[i] >= 0 && int64(days[i]) >= lo && int64(days[i]) <= hi }))
		}
	}
}

func TestNumbersCompare(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 5))
	one := func(m uint64) []uint64 { return []uint64{m} }
	for range 200 {
		var x, y [64]int64
		for i := range x {
			x[i], y[i] = r.Int64N(1<<40)-1<<39, r.Int64N(1<<40)-1<<39
			if r.UintN(3) == 0 {
				y[i] = x[i]
			}
		}
		x[0], x[1] = Reach-1, 1-Reach
		for _, b := range [][2]int64{{math.MinInt64, x[5]}, {x[5], x[5]}, {min(x[5], x[6]), max(x[5], x[6])}, {5, 4}, {math.MinInt64, math.MaxInt64}, {x[7], math.MaxInt64}} {
			same(t, "within", one(Within(&x, b[0], b[1])), word(func(i int) bool { return i < 64 && x[i] >= b[0] && x[i] <= b[1] })[:1])
		}
		x[0], x[1] = 0, 0
		for _, f := range [][2]int64{{1, 1}, {1, 7}, {7, 1}, {3, 2}, {12, -5}, {0, 1}} {
			m := make([]uint64, 1)
			Less(m, f[0], x[:], f[1], y[:])
			same(t, "less", m, word(func(i int) bool { return i < 64 && f[0]*x[i] < f[1]*y[i] })[:1])
			same(t, "equal", one(Equal(f[0], &x, f[1], &y)), word(func(i int) bool { return i < 64 && f[0]*x[i] == f[1]*y[i] })[:1])
		}
	}
}

func TestPlanesAreCounted(t *testing.T) {
	r := rand.New(rand.NewPCG(6, 6))
	planes := make([][]uint64, 11)
	for i := range planes {
		planes[i] = []uint64{r.Uint64(), r.Uint64(), r.Uint64()}
	}
	for n := range 13 {
		out := make([]uint64, blocks)
		for k := range out {
			out[k] = AtLeastOf(n, k, planes)
		}
		same(t, "at least", out, word(func(i int) bool {
			have := 0
			for _, p := range planes {
				have += int(p[i>>6] >> (i & 63) & 1)
			}
			return have >= n
		}))
	}
	if Count([]uint64{1, 3, 1 << 63}) != 4 {
		t.Error("bits are miscounted")
	}
}

func TestRunsOfBits(t *testing.T) {
	words := []uint64{0x0123456789abcdef, 0xfedcba9876543210, 0}
	for s := range 128 {
		for n := range 65 {
			if s+n > 128 {
				continue
			}
			var want uint64
			for i := range n {
				want |= words[(s+i)>>6] >> ((s + i) & 63) & 1 << i
			}
			if got := Run(words, s, n); got != want {
				t.Fatalf("%d bits from %d: %x, want %x", n, s, got, want)
			}
		}
	}
}

func TestColumnsWidenAndGrow(t *testing.T) {
	count := Column{Level: Person}
	count.Open(Narrow(eligibility.CountFact), 64)
	for row, n := range []int64{0, 7, 255, 256, 1_000_000_000, 3} {
		count.Put(row, n)
	}
	count.Known, count.Verified = make([]uint64, 2), make([]uint64, 2)
	Fill(count.Known, 6)
	count.Verified[0] = 1
	count.Grow(128)
	for row, n := range []int64{0, 7, 255, 256, 1_000_000_000, 3} {
		if count.Get(row) != n || !count.Has(row) || count.Sure(row) != (row == 0) {
			t.Errorf("row %d is %d", row, count.Get(row))
		}
	}
	if count.Store != Day || count.Has(6) || len(count.Days) != 128 {
		t.Error("a count did not widen")
	}
	pairs := Column{Paired: true}
	pairs.Open(Narrow(eligibility.PairsFact), 64)
	for row, n := range []int64{0, 1 << 9, 1 << 60, 1<<9 | 1<<33, 0} {
		pairs.Put(row, n)
		if pairs.Get(row) != n {
			t.Errorf("row %d is %x", row, pairs.Get(row))
		}
	}
	if pairs.Store != Set || pairs.Get(1) != 1<<9 {
		t.Error("pairs did not become sets")
	}
	var nothing Column
	if nothing.Has(0) || nothing.Get(0) != 0 || nothing.Sure(0) {
		t.Error("an empty column knows something")
	}
}

func TestWideProductsAgainstBigNumbers(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	number := func() int64 {
		n := r.Int64() >> r.IntN(63)
		if r.IntN(2) == 0 {
			n = -n
		}
		return n
	}
	equals := 0
	for range 2000 {
		a, c := number(), number()
		var x, y [64]int64
		for i := range x {
			x[i], y[i] = number(), number()
			if r.IntN(4) == 0 { // equal products
				x[i], y[i] = c, a
			}
		}
		less, same := Wide(a, &x, c, &y, false), Wide(a, &x, c, &y, true)
		for i := range x {
			left := new(big.Int).Mul(big.NewInt(a), big.NewInt(x[i]))
			order := left.Cmp(new(big.Int).Mul(big.NewInt(c), big.NewInt(y[i])))
			if less>>i&1 != 0 != (order < 0) || same>>i&1 != 0 != (order == 0) {
				t.Fatalf("%d × %d and %d × %d: %d", a, x[i], c, y[i], order)
			}
			if order == 0 {
				equals++
			}
		}
	}
	if equals < 1000 {
		t.Errorf("only %d equal products", equals)
	}
}
