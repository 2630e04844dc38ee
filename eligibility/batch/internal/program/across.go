package program

import (
	"encoding/binary"
	"math/bits"

	"github.com/shegong/shegong/eligibility/batch/internal/column"
)

// starts returns where the rows of l begin for each row of the level above.
func (m *Machine) starts(l column.Level) []int32 {
	if l == column.Tie {
		return m.Data.Ties
	}
	return m.Data.People
}

// across moves truths between levels.
func (m *Machine) across(s *Step) {
	met, no := m.planes(Ref(s.Out<<1), s.Level)
	switch s.Op {
	case Spread:
		m.spread(s, met, no)
	case Gather:
		from, fromNo := m.planes(s.Kids[0], column.Person)
		m.gather(from, fromNo, met, no)
	case Every:
		m.every(s, met, no)
	case Count:
		m.count(s, met, no)
	}
}

// spread gives a truth to all rows below.
func (m *Machine) spread(s *Step, met, no []uint64) {
	from, fromNo := m.planes(s.Kids[0], s.Below)
	l, at, up := m.Data.Lists[s.Level], m.first[s.Level], m.first[s.Below]
	l.Spread(met, at, from, up, m.room)
	if complements(from, fromNo) {
		invert(no, met)
		return
	}
	l.Spread(no, at, fromNo, up, m.room)
}

// gather gives each tie the truth of the relative it leads to: 64 ties at a time, the last first. Both planes of a
// person lie in one byte, so that a tie costs one look at him; of 32 ties the pairs of bits are then taken apart.
func (m *Machine) gather(from, fromNo, met, no []uint64) {
	fromNo = fromNo[:len(from)]
	for k, a := range from {
		b, at := fromNo[k], 64*(m.first[column.Person]+k)
		for i := 0; i < 64; i += 8 {
			binary.LittleEndian.PutUint64(m.ring[(at+i)&(len(m.ring)-1):], column.Bytes(a>>i)|column.Bytes(b>>i)<<1)
		}
	}
	lo, hi := m.lo[column.Tie], m.hi[column.Tie]
	var some [64]int32
	for k := range met {
		word := 64 * (m.first[column.Tie] + k)
		kin := &some
		if word >= lo && word+64 <= hi {
			kin = (*[64]int32)(m.Data.Kin[word:])
		} else {
			start := max(word, lo)
			copy(some[start-word:], m.Data.Kin[start:min(word+64, hi)])
		}
		var low, high uint64
		for i := 31; i >= 0; i-- {
			low = low<<2 | uint64(m.ring[kin[i]&int32(len(m.ring)-1)])
			high = high<<2 | uint64(m.ring[kin[i+32]&int32(len(m.ring)-1)])
		}
		met[k] = column.Even(low) | column.Even(high)<<32
		no[k] = column.Even(low>>1) | column.Even(high>>1)<<32
	}
}

// complete tells in which rows the list below is known to be complete.
func (m *Machine) complete(l column.Level) []uint64 {
	fact := m.Program.MembersComplete
	if l == column.Person {
		fact = m.Program.KinComplete
	}
	c, complete := &m.Data.Columns[fact], m.sure[1][:m.words[l]]
	if c.Store == column.None {
		clear(complete)
		return complete
	}
	copy(complete, c.Bits[m.first[l]:])
	for k, w := range m.known(Operand{Kind: FromFact, At: fact}, l, &m.sure[0]) {
		complete[k] &= w
	}
	return complete
}

// every is met where all rows below are, and the list of them is complete if that is asked for.
func (m *Machine) every(s *Step, met, no []uint64) {
	from, fromNo := m.planes(s.Kids[0], s.Below)
	l, at, up := m.Data.Lists[s.Below], m.first[s.Below], m.first[s.Level]
	l.Some(met, up, from, at, ^uint64(0), m.room)
	if complements(from, fromNo) {
		copy(no, met)
	} else {
		l.Some(no, up, fromNo, at, 0, m.room)
	}
	invert(met, met)
	if s.Complete {
		for k, w := range m.complete(s.Level) {
			met[k] &= w
		}
	}
}

// complements reports whether no row is unknown.
func complements(met, no []uint64) bool {
	for k, w := range met {
		if no[k] != ^w {
			return false
		}
	}
	return true
}

func invert(to, from []uint64) {
	for k, w := range from {
		to[k] = ^w
	}
}

// count is met where the number of rows below that are met lies in lo … hi, whatever the unknown ones are.
func (m *Machine) count(s *Step, met, no []uint64) {
	from, fromNo := m.padded(s.Kids[0], s.Below)
	starts, base := m.starts(s.Below), 64*m.first[s.Below]
	const many = maxPeople + 1 // more than there can be
	lo, hi := int(min(max(s.Lo, -1), many)), int(min(max(s.Hi, -1), many))
	for k, complete := range m.complete(s.Level) {
		word := 64 * (m.first[s.Level] + k)
		var yes, nay uint64
		for row := max(word, m.lo[s.Level]); row < min(word+64, m.hi[s.Level]); row++ {
			at, n, i := int(starts[row])-base, int(starts[row+1]-starts[row]), row&63
			least, most := bits.OnesCount64(column.Run(from, at, n)), many
			if complete>>i&1 != 0 {
				most = n - bits.OnesCount64(column.Run(fromNo, at, n))
			}
			yes |= uint64(^((least - lo) | (hi - most))) >> 63 << i
			nay |= uint64((most-lo)|(hi-least)) >> 63 << i
		}
		met[k], no[k] = yes, nay
	}
}

// number computes a number for all rows of its level.
func (m *Machine) number(s *Step) {
	rows, known := m.numbers(s.Out, s.Level)
	switch s.Op {
	case Sum, Product:
		m.fold(s, rows, known)
	case Members, Heads:
		m.overMembers(s, rows, known)
	case SpreadNumber:
		m.spreadNumber(s, rows, known)
	case GatherNumber:
		first, base := 64*m.first[column.Tie], 64*m.first[column.Person]
		sure := m.sureOf(s.X, column.Person)
		clear(known)
		for t := m.lo[column.Tie]; t < m.hi[column.Tie]; t++ {
			p, at := int(m.Data.Kin[t]), t-first
			rows[at] = m.one(s.X, column.Person, p)
			known[at>>6] |= sure[(p-base)>>6] >> ((p - base) & 63) & 1 << (at & 63)
		}
	}
}

// sureOf is known of an operand as a plane in any case, with a word more to read across the end.
func (m *Machine) sureOf(x Operand, l column.Level) []uint64 {
	room := &m.sure[0]
	if known := m.known(x, l, room); known != nil {
		return known[:len(known)+1]
	}
	n := m.words[l] + 1
	for k := range n {
		room[k] = ^uint64(0)
	}
	return room[:n]
}

// one returns the operand in one row.
func (m *Machine) one(x Operand, l column.Level, row int) int64 {
	switch x.Kind {
	case Constant:
		return x.C
	case FromNumber:
		return m.nums[m.numAt[x.At]+row-64*m.first[l]]
	}
	return m.Data.Columns[x.At].Get(row)
}

// smallBlock returns 64 rows of a column of small counts, nil for any other operand.
func (m *Machine) smallBlock(x Operand, l column.Level, k int) *[64]uint8 {
	if x.Kind == FromFact {
		if c := &m.Data.Columns[x.At]; c.Store == column.Small && !c.Paired {
			return (*[64]uint8)(c.Bytes[64*(m.first[l]+k):])
		}
	}
	return nil
}

func (m *Machine) fold(s *Step, rows []int64, known []uint64) {
	for k := range known {
		known[k] = ^uint64(0)
	}
	for _, t := range s.Terms {
		for k, w := range m.known(t.Operand, s.Level, &m.sure[0]) {
			known[k] &= w
		}
	}
	for k := range known {
		out := (*[64]int64)(rows[64*k:])
		if s.Op == Sum {
			m.sum(s, k, out)
			continue
		}
		a, b := s.Terms[0].Operand, s.Terms[1].Operand
		x := m.block64(a, s.Level, k, &m.x)
		if c := m.smallBlock(b, s.Level, k); c != nil {
			for j, v := range x {
				out[j] = v * int64(c[j])
			}
		} else {
			column.Product(out, x, m.block64(b, s.Level, k, &m.y))
		}
		for _, t := range s.Terms[2:] {
			column.Product(out, out, m.block64(t.Operand, s.Level, k, &m.y))
		}
	}
}

// sum adds up 64 rows, four terms at a time.
func (m *Machine) sum(s *Step, k int, out *[64]int64) {
	clear(out[:])
	for terms := s.Short; len(terms) > 0; {
		a := m.block64(terms[0].Operand, s.Level, k, &m.facts[0])
		if len(terms) < 4 || terms[0].Minus != terms[3].Minus {
			if terms[0].Minus {
				for j, v := range a {
					out[j] -= v
				}
			} else {
				for j, v := range a {
					out[j] += v
				}
			}
			terms = terms[1:]
			continue
		}
		b := m.block64(terms[1].Operand, s.Level, k, &m.facts[1])
		c := m.block64(terms[2].Operand, s.Level, k, &m.facts[2])
		d := m.block64(terms[3].Operand, s.Level, k, &m.facts[3])
		if terms[0].Minus {
			for j := range out {
				out[j] -= a[j] + b[j] + c[j] + d[j]
			}
		} else {
			for j := range out {
				out[j] += a[j] + b[j] + c[j] + d[j]
			}
		}
		terms = terms[4:]
	}
}

// overMembers adds a number of people up over the members of each household, or counts them. A person whose membership
// is open, a member whose number is not known, or a list that may not be complete leaves it open.
func (m *Machine) overMembers(s *Step, rows []int64, known []uint64) {
	member, outside := m.padded(s.Kids[0], column.Person)
	starts, base, first := m.starts(column.Person), 64*m.first[column.Person], 64*m.first[column.Household]
	clear(known)
	if s.Kids[0] == Always && s.Op == Heads {
		lo, hi := m.lo[column.Household], m.hi[column.Household]
		from, rows := starts[lo], rows[lo-first:]
		for i, to := range starts[lo+1 : hi+1] {
			rows[i], from = int64(to-from), to
		}
		copy(known, m.complete(column.Household))
		return
	}
	sure := m.sureOf(s.X, column.Person)
	whole := m.whole(s.X, column.Person)
	for h := m.lo[column.Household]; h < m.hi[column.Household]; h++ {
		at, n := int(starts[h])-base, int(starts[h+1]-starts[h])
		in, out := column.Run(member, at, n), column.Run(outside, at, n)
		ok := in|out == 1<<n-1 && (in == 0 || in&^column.Run(sure, at, n) == 0) // sure may end where the people do
		sum := int64(bits.OnesCount64(in))
		if s.Op == Members {
			sum = 0
			for ; in != 0 && ok; in &= in - 1 {
				i := at + bits.TrailingZeros64(in)
				if whole != nil {
					sum += whole[i]
				} else {
					sum += m.one(s.X, column.Person, base+i)
				}
			}
		}
		rows[h-first] = sum
		if ok {
			known[(h-first)>>6] |= 1 << ((h - first) & 63)
		}
	}
	for k, w := range m.complete(column.Household) {
		known[k] &= w
	}
}

func (m *Machine) spreadNumber(s *Step, rows []int64, known []uint64) {
	starts, base := m.starts(s.Level), 64*m.first[s.Level]
	for row := m.lo[s.Below]; row < m.hi[s.Below]; row++ {
		v := m.one(s.X, s.Below, row)
		for i := int(starts[row]); i < int(starts[row+1]); i++ {
			rows[i-base] = v
		}
	}
	sure := m.sureOf(s.X, s.Below)
	m.Data.Lists[s.Level].Spread(known, m.first[s.Level], sure[:len(sure)-1], m.first[s.Below], m.room)
}
