package column

import "math/bits"

// A Comb picks some rows of a level out, lays their bits side by side, and puts them back, a word of 64 rows at a time:
// six shifts a word instead of one a row. It is immutable.
type Comb []Teeth

// Teeth is the part of a comb for one word.
type Teeth struct {
	Rows  uint64 // the rows it picks
	Rank  int    // how many are picked before
	moves [6]uint64
}

// NewComb makes the comb of these rows.
func NewComb(rows []uint64) Comb {
	c, rank := make(Comb, len(rows)), 0
	for k, m := range rows {
		c[k] = Teeth{Rows: m, Rank: rank}
		rank += bits.OnesCount64(m)
		// A bit moves down by as many places as there are gaps below it: by 1 if that number is odd, by 2 if its half
		// is, and so on. The parity of the gaps below every bit is a sum without carry.
		gaps := ^m << 1
		for i := range c[k].moves {
			odd := gaps
			for s := 1; s < 64; s *= 2 {
				odd ^= odd << s
			}
			move := odd & m
			c[k].moves[i] = move
			m = m ^ move | move>>(1<<i)
			gaps &^= odd
		}
	}
	return c
}

// Pick lays the bits of the rows picked side by side.
func (p *Teeth) Pick(x uint64) uint64 {
	if x &= p.Rows; p.Rows == ^uint64(0) {
		return x
	}
	m := &p.moves
	t := x & m[0]
	x = x ^ t | t>>1
	t = x & m[1]
	x = x ^ t | t>>2
	t = x & m[2]
	x = x ^ t | t>>4
	t = x & m[3]
	x = x ^ t | t>>8
	t = x & m[4]
	x = x ^ t | t>>16
	t = x & m[5]
	return x ^ t | t>>32
}

// Place is the other way round: the first bits of x to the rows picked, 0 elsewhere.
func (p *Teeth) Place(x uint64) uint64 {
	m := &p.moves
	x = x&^m[5] | x<<32&m[5]
	x = x&^m[4] | x<<16&m[4]
	x = x&^m[3] | x<<8&m[3]
	x = x&^m[2] | x<<4&m[2]
	x = x&^m[1] | x<<2&m[1]
	x = x&^m[0] | x<<1&m[0]
	return x & p.Rows
}

// Lists is how the rows of one level lie in lists, one for each row of the level above: a household's people, a
// person's ties. It is immutable.
type Lists struct {
	last   Comb // the last row of each list that has any
	filled Comb // the rows above whose list has any
}

// NewLists makes the lists that begin at starts, the last entry being the number of rows.
func NewLists(starts []int32) *Lists {
	n := len(starts) - 1
	last, filled := make([]uint64, starts[n]/64+1), make([]uint64, n/64+1)
	for row, from := range starts[:n] {
		if to := starts[row+1]; to > from {
			last[(to-1)>>6] |= 1 << ((to - 1) & 63)
			filled[row>>6] |= 1 << (row & 63)
		}
	}
	return &Lists{NewComb(last), NewComb(filled)}
}

// Some tells of each row above, from word up on, whether any row of its list has its bit in x ^ flip, x beginning at
// word at. Room is for a bit a list, side by side.
func (l *Lists) Some(above []uint64, up int, x []uint64, at int, flip uint64, room []uint64) {
	last, filled := l.last[at:at+len(x)], l.filled[up:up+len(above)]
	base := min(l.last[at].Rank, l.filled[up].Rank) &^ 63
	clear(room)
	// The last row of a list counts 0 and the others 1: what is added to the others overflows into the last.
	var carry uint64
	for k := range last {
		p, w := &last[k], x[k]^flip
		var sum uint64
		sum, carry = bits.Add64(w&^p.Rows, ^p.Rows, carry)
		put(room, p.Rank-base, p.Pick(sum|w))
	}
	for k := range filled {
		p := &filled[k]
		above[k] = p.Place(get(room, p.Rank-base))
	}
}

// Spread gives each row, from word at on, the bit of the row above whose list it is in.
func (l *Lists) Spread(x []uint64, at int, above []uint64, up int, room []uint64) {
	last, filled := l.last[at:at+len(x)], l.filled[up:up+len(above)]
	base := min(l.last[at].Rank, l.filled[up].Rank) &^ 63
	clear(room)
	for k := range filled {
		p := &filled[k]
		put(room, p.Rank-base, p.Pick(above[k]))
	}
	// The bit of a list is put to its first row, one after the last of the list before; added to the ones there it
	// turns them over, as far as the last row.
	first, carry := get(room, l.last[at].Rank-base)&1, uint64(0)
	for k := range last {
		p := &last[k]
		next, rest := p.Place(get(room, p.Rank+1-base)), ^p.Rows
		var sum uint64
		sum, carry = bits.Add64(rest, next<<1|first, carry)
		x[k], first = sum^rest, next>>63
	}
}

// put adds bits from bit i on, get reads 64.
func put(words []uint64, i int, x uint64) {
	w := (*[2]uint64)(words[i>>6:])
	w[0] |= x << (i & 63)
	w[1] |= x >> 1 >> (^i & 63)
}

func get(words []uint64, i int) uint64 {
	w := (*[2]uint64)(words[i>>6:])
	return w[0]>>(i&63) | w[1]<<1<<(^i&63)
}
