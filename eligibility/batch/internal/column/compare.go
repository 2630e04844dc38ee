package column

import (
	"encoding/binary"
	"math/bits"
)

// Eight bytes are compared in one word: the top bit of each byte of low subtractions is the outcome.
const (
	ones = 0x0101010101010101
	tops = 0x8080808080808080
	rest = 0x7f7f7f7f7f7f7f7f
)

// gather collects the top bits of eight bytes into the top byte: m>>8 | gather(x), eight times, is a word of 64 rows.
func gather(x uint64) uint64 { return (x & tops) * 0x0002040810204081 & (0xff << 56) }

// BytesWithin tells which of 64 bytes lie in lo … hi, as often as out has words.
func BytesWithin(out []uint64, x []uint8, lo, hi int64) {
	lo, hi = max(lo, 0), min(hi, 255)
	switch {
	case lo > hi:
		clear(out)
	case lo == 0 && hi == 255:
		for k := range out {
			out[k] = ^uint64(0)
		}
	case lo == hi:
		bytesEqual(out, x, uint8(lo))
	case hi == 255:
		bytesAtLeast(out, x, uint8(lo))
	case lo == 0:
		bytesAtLeast(out, x, uint8(hi+1))
		for k := range out {
			out[k] = ^out[k]
		}
	default:
		bytesBetween(out, x, uint8(lo), uint8(hi+1))
	}
}

// atLeast sets the top bit of every byte of v that is n or more; n is given eight times, its low seven bits in low.
func atLeast(v, low uint64, high bool) uint64 {
	t := (v | tops) - low
	if high {
		return t & v
	}
	return t | v
}

func bytesAtLeast(out []uint64, x []uint8, n uint8) {
	low := uint64(n&127) * ones
	if n < 128 {
		for k := range out {
			b := (*[64]uint8)(x[k*64:])
			var m uint64
			for i := 0; i < 64; i += 16 {
				v, w := binary.LittleEndian.Uint64(b[i:]), binary.LittleEndian.Uint64(b[i+8:])
				m = m>>16 | gather(((v|tops)-low)|v)>>8 | gather(((w|tops)-low)|w)
			}
			out[k] = m
		}
		return
	}
	for k := range out {
		b := (*[64]uint8)(x[k*64:])
		var m uint64
		for i := 0; i < 64; i += 8 {
			v := binary.LittleEndian.Uint64(b[i:])
			m = m>>8 | gather(((v|tops)-low)&v)
		}
		out[k] = m
	}
}

// bytesBetween is n ≤ x < end.
func bytesBetween(out []uint64, x []uint8, n, end uint8) {
	from, to := uint64(n&127)*ones, uint64(end&127)*ones
	for k := range out {
		b := (*[64]uint8)(x[k*64:])
		var m uint64
		for i := 0; i < 64; i += 8 {
			v := binary.LittleEndian.Uint64(b[i:])
			m = m>>8 | gather(atLeast(v, from, n > 127)&^atLeast(v, to, end > 127))
		}
		out[k] = m
	}
}

// equalBytes sets the top bit of every byte of z that is 0.
func equalBytes(z uint64) uint64 { return ^((z & rest) + rest | z) }

func bytesEqual(out []uint64, x []uint8, n uint8) {
	all := uint64(n) * ones
	for k := range out {
		b := (*[64]uint8)(x[k*64:])
		var m uint64
		for i := 0; i < 64; i += 16 {
			v, w := binary.LittleEndian.Uint64(b[i:])^all, binary.LittleEndian.Uint64(b[i+8:])^all
			m = m>>16 | gather(equalBytes(v))>>8 | gather(equalBytes(w))
		}
		out[k] = m
	}
}

// BytesSame tells where two columns of bytes are equal.
func BytesSame(out []uint64, x, y []uint8) {
	for k := range out {
		a, b := (*[64]uint8)(x[k*64:]), (*[64]uint8)(y[k*64:])
		var m uint64
		for i := 0; i < 64; i += 16 {
			v := binary.LittleEndian.Uint64(a[i:]) ^ binary.LittleEndian.Uint64(b[i:])
			w := binary.LittleEndian.Uint64(a[i+8:]) ^ binary.LittleEndian.Uint64(b[i+8:])
			m = m>>16 | gather(equalBytes(v))>>8 | gather(equalBytes(w))
		}
		out[k] = m
	}
}

// Lanes is how many rows of so many sets, up to 8, have room beside each other in a word: 32, 16 or 8.
func Lanes(sets int) int {
	switch {
	case sets <= 2:
		return 32
	case sets <= 4:
		return 16
	}
	return 8
}

// BytesClassed looks bytes up in a table and gives the answers of set j to outs[j]. A word of the table has the answer
// of set j at bit j × Lanes; so many rows, the last first, are shifted into one word and then taken apart.
func BytesClassed(outs [][]uint64, x []uint8, table *[256]uint64) {
	if len(outs) == 0 {
		return
	}
	lanes := Lanes(len(outs))
	for k := range outs[0] {
		b := (*[64]uint8)(x[k*64:])
		if lanes == 32 {
			var low, high uint64
			for i := 31; i > 0; i -= 2 {
				low = 2*low + table[b[i]]
				high = 2*high + table[b[i+32]]
				low = 2*low + table[b[i-1]]
				high = 2*high + table[b[i+31]]
			}
			outs[0][k] = low&(1<<32-1) | high<<32
			if len(outs) == 2 {
				outs[1][k] = low>>32 | high&^(1<<32-1)
			}
			continue
		}
		for _, out := range outs {
			out[k] = 0
		}
		for at := 0; at < 64; at += lanes {
			var m uint64
			for i := at + lanes - 1; i >= at; i-- {
				m = 2*m + table[b[i&63]]
			}
			for j, out := range outs {
				out[k] |= m >> (j * lanes) & (1<<lanes - 1) << at
			}
		}
	}
}

// SetsMeet tells which of 64 sets share a member with s.
func SetsMeet(out []uint64, x []uint64, s uint64) {
	for k := range out {
		b := (*[64]uint64)(x[k*64:])
		var m uint64
		for i := 63; i >= 0; i-- {
			_, empty := bits.Sub64(b[i]&s, 1, 0)
			m, _ = bits.Add64(m, m, empty)
		}
		out[k] = ^m
	}
}

// FlagsWithin tells which bits, as 0 and 1, lie in lo … hi.
func FlagsWithin(out []uint64, x []uint64, lo, hi int64) {
	var no, yes uint64
	if lo <= 0 && hi >= 0 {
		no = ^uint64(0)
	}
	if lo <= 1 && hi >= 1 {
		yes = ^uint64(0)
	}
	for k := range out {
		out[k] = x[k]&yes | ^x[k]&no
	}
}

// Comparisons of single numbers leave their outcome in the carry, from where it is shifted in, the last row first: two
// instructions a row.

// DaysWithin tells which of 64 numbers of 32 bits lie in lo … hi; what is negative lies nowhere.
func DaysWithin(out []uint64, x []int32, lo, hi int64) {
	lo, hi = max(lo, 0), min(hi, 1<<31-1)
	if lo > hi {
		clear(out)
		return
	}
	from, width := uint32(lo), uint64(hi-lo+1)
	for k := range out {
		b := (*[64]int32)(x[k*64:])
		var m uint64
		for i := 63; i > 0; i -= 4 {
			_, c := bits.Sub64(uint64(uint32(b[i])-from), width, 0)
			m, _ = bits.Add64(m, m, c)
			_, c = bits.Sub64(uint64(uint32(b[i-1])-from), width, 0)
			m, _ = bits.Add64(m, m, c)
			_, c = bits.Sub64(uint64(uint32(b[i-2])-from), width, 0)
			m, _ = bits.Add64(m, m, c)
			_, c = bits.Sub64(uint64(uint32(b[i-3])-from), width, 0)
			m, _ = bits.Add64(m, m, c)
		}
		out[k] = m
	}
}

// Numbers stay below 2⁶² and bounds are cut to that, so that a difference keeps its sign.
const Reach = 1 << 62

// BytesPaired reports whether each of 64 bytes is 0 or the code of a pair: kind 1 to 7, grade 1 to 4.
func BytesPaired(x []uint8) bool {
	b := (*[64]uint8)(x)
	bad := uint64(0)
	for i := 0; i < 64; i += 8 {
		v := binary.LittleEndian.Uint64(b[i:])
		grade := v&(7*ones) + 3*ones // 4 to 7 for the grades there are
		kind := v&(0x38*ones) + 0x78*ones
		bad |= ^(equalBytes(v) | grade<<5&kind&^(grade<<4)) | v | v<<1
	}
	return bad&tops == 0
}

// Within tells which of 64 numbers lie in lo … hi.
func Within(x *[64]int64, lo, hi int64) (m uint64) {
	lo, hi = max(lo, -Reach), min(hi, Reach-1)
	if lo > hi {
		return 0
	}
	width := uint64(hi - lo + 1)
	for i := 63; i > 0; i -= 4 {
		_, c := bits.Sub64(uint64(x[i]-lo), width, 0)
		m, _ = bits.Add64(m, m, c)
		_, c = bits.Sub64(uint64(x[i-1]-lo), width, 0)
		m, _ = bits.Add64(m, m, c)
		_, c = bits.Sub64(uint64(x[i-2]-lo), width, 0)
		m, _ = bits.Add64(m, m, c)
		_, c = bits.Sub64(uint64(x[i-3]-lo), width, 0)
		m, _ = bits.Add64(m, m, c)
	}
	return m
}

// Less is a·x < c·y, for as many words as out has.
func Less(out []uint64, a int64, x []int64, c int64, y []int64) {
	for k := range out {
		x, y := (*[64]int64)(x[64*k:]), (*[64]int64)(y[64*k:])
		var m uint64
		switch {
		case a == 1 && c == 1:
			for i := 63; i > 0; i -= 4 {
				m = negative(m, x[i]-y[i])
				m = negative(m, x[i-1]-y[i-1])
				m = negative(m, x[i-2]-y[i-2])
				m = negative(m, x[i-3]-y[i-3])
			}
		case a == 1:
			for i := 63; i > 0; i -= 4 {
				m = negative(m, x[i]-c*y[i])
				m = negative(m, x[i-1]-c*y[i-1])
				m = negative(m, x[i-2]-c*y[i-2])
				m = negative(m, x[i-3]-c*y[i-3])
			}
		case c == 1:
			for i := 63; i > 0; i -= 4 {
				m = negative(m, a*x[i]-y[i])
				m = negative(m, a*x[i-1]-y[i-1])
				m = negative(m, a*x[i-2]-y[i-2])
				m = negative(m, a*x[i-3]-y[i-3])
			}
		default:
			for i := 63; i > 0; i -= 2 {
				m = negative(m, a*x[i]-c*y[i])
				m = negative(m, a*x[i-1]-c*y[i-1])
			}
		}
		out[k] = m
	}
}

// negative shifts the sign of d into m.
func negative(m uint64, d int64) uint64 {
	_, sign := bits.Add64(uint64(d), uint64(d), 0)
	m, _ = bits.Add64(m, m, sign)
	return m
}

// Product multiplies 64 rows.
func Product(out, x, y *[64]int64) {
	for i := 0; i < 64; i += 4 {
		out[i], out[i+1], out[i+2], out[i+3] = x[i]*y[i], x[i+1]*y[i+1], x[i+2]*y[i+2], x[i+3]*y[i+3]
	}
}

// Equal is a·x = c·y over 64 rows.
func Equal(a int64, x *[64]int64, c int64, y *[64]int64) (m uint64) {
	for i := 63; i >= 0; i-- {
		_, same := bits.Sub64(uint64(a*x[i]-c*y[i]), 1, 0)
		m, _ = bits.Add64(m, m, same)
	}
	return m
}

// Wide is a·x < c·y over 64 rows, or a·x = c·y, in 128 bits.
func Wide(a int64, x *[64]int64, c int64, y *[64]int64, equal bool) (m uint64) {
	for i := range x {
		hi, lo := product(a, x[i])
		high, low := product(c, y[i])
		if equal && hi == high && lo == low || !equal && (hi < high || hi == high && lo < low) {
			m |= 1 << i
		}
	}
	return m
}

func product(a, b int64) (hi int64, lo uint64) {
	h, lo := bits.Mul64(uint64(a), uint64(b))
	return int64(h) - a>>63&b - b>>63&a, lo
}

// AtLeastOf tells in which rows n or more of the planes have their bit.
func AtLeastOf(n int, k int, planes [][]uint64) uint64 {
	var sum [16]uint64 // the bits of the count, lowest first
	for _, p := range planes {
		carry := p[k]
		for j := 0; carry != 0; j++ {
			sum[j], carry = sum[j]^carry, sum[j]&carry
		}
	}
	enough, even := uint64(0), ^uint64(0)
	for j := len(sum) - 1; j >= 0; j-- {
		if n>>j&1 == 0 {
			enough |= even & sum[j]
			even &^= sum[j]
		} else {
			even &= sum[j]
		}
	}
	return enough | even
}

// Run is n bits from bit s of words on, n up to 64, padded words allowed for.
func Run(words []uint64, s, n int) uint64 {
	w, k := s>>6, s&63
	return (words[w]>>k | words[w+1]<<(64-k)) & (1<<n - 1)
}

// Bytes makes a byte, 0 or 1, of each of the low eight bits of x.
func Bytes(x uint64) uint64 {
	return ((x&255)*ones&0x8040201008040201 + rest) >> 7 & ones
}

// Even lays the 32 even bits of x side by side.
func Even(x uint64) uint64 {
	x &= 0x5555555555555555
	x = (x | x>>1) & 0x3333333333333333
	x = (x | x>>2) & 0x0f0f0f0f0f0f0f0f
	x = (x | x>>4) & 0x00ff00ff00ff00ff
	x = (x | x>>8) & 0x0000ffff0000ffff
	return (x | x>>16) & (1<<32 - 1)
}

// Count counts the bits of words.
func Count(words []uint64) (n int) {
	for _, w := range words {
		n += bits.OnesCount64(w)
	}
	return n
}
