package column

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestACombPicksRowsAndPutsThemBack(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 1))
	for range 2000 {
		m, x := r.Uint64(), r.Uint64()
		for range r.IntN(5) {
			m &= r.Uint64()
		}
		if r.IntN(20) == 0 {
			m = ^uint64(0)
		}
		c := NewComb([]uint64{m, 1})
		var picked, placed uint64
		n := 0
		for i := range 64 {
			if m>>i&1 != 0 {
				picked |= x >> i & 1 << n
				placed |= x >> n & 1 << i
				n++
			}
		}
		if c[0].Pick(x) != picked || c[0].Place(x) != placed || c[1].Rank != n {
			t.Fatalf("%x of %x: %x, want %x; back %x, want %x", x, m, c[0].Pick(x), picked, c[0].Place(x), placed)
		}
	}
}

// Lists of every length, some of them empty, seen through any window of words.
func TestListsSpreadAndCollect(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 2))
	for range 500 {
		starts := []int32{0}
		for range r.IntN(400) {
			n := r.IntN(5)
			if r.IntN(30) == 0 {
				n = 64
			}
			starts = append(starts, starts[len(starts)-1]+int32(n))
		}
		n, rows := len(starts)-1, int(starts[len(starts)-1])
		above, x := make([]uint64, n/64+1), make([]uint64, rows/64+1)
		for k := range above {
			above[k] = r.Uint64()
		}
		for k := range x {
			x[k] = r.Uint64() & r.Uint64()
		}
		l := NewLists(starts)
		// The lists from one on to another, and the words that they touch.
		a := r.IntN(n + 1)
		b := a + r.IntN(n+1-a)
		up, upEnd := a/64, (b+63)/64
		at, atEnd := int(starts[a])/64, (int(starts[b])+63)/64
		if up >= upEnd || at >= atEnd {
			continue
		}
		room := make([]uint64, upEnd-up+4)
		for i := range room {
			room[i] = r.Uint64()
		}
		got := make([]uint64, atEnd-at)
		l.Spread(got, at, above[up:upEnd], up, room)
		some, all := make([]uint64, upEnd-up), make([]uint64, upEnd-up)
		l.Some(some, up, x[at:atEnd], at, 0, room)
		l.Some(all, up, x[at:atEnd], at, ^uint64(0), room)
		bit := func(words []uint64, i int) bool { return words[i>>6]>>(i&63)&1 != 0 }
		for row := a; row < b; row++ {
			var list []bool
			for i := int(starts[row]); i < int(starts[row+1]); i++ {
				if list = append(list, bit(x, i)); bit(got, i-64*at) != bit(above, row) {
					t.Fatalf("row %d of list %d", i, row)
				}
			}
			if bit(some, row-64*up) != slices.Contains(list, true) || bit(all, row-64*up) != slices.Contains(list, false) {
				t.Fatalf("list %d: %v", row, list)
			}
		}
	}
}

func TestBitsAndBytes(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	for range 200 {
		x := r.Uint64()
		var bytes, even uint64
		for i := range 8 {
			bytes |= x >> i & 1 << (8 * i)
		}
		for i := range 32 {
			even |= x >> (2 * i) & 1 << i
		}
		if Bytes(x) != bytes || Even(x) != even {
			t.Fatalf("%x: %x, want %x; %x, want %x", x, Bytes(x), bytes, Even(x), even)
		}
	}
}
