package program

import (
	"math"
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

// spread gives a truth to all rows below. Of met, not met and unknown the rarer two are written, the third is the rest.
func (m *Machine) spread(s *Step, met, no []uint64) {
	from, fromNo := m.planes(s.Kids[0], s.Below)
	yes, nay := column.Count(from), column.Count(fromNo)
	open := 64*len(from) - yes - nay
	clear(met)
	clear(no)
	switch {
	case open >= yes && open >= nay:
		m.copyDown(s, from, nil, met)
		m.copyDown(s, fromNo, nil, no)
	case yes >= nay:
		m.copyDown(s, fromNo, nil, no)
		m.copyDown(s, from, fromNo, met)
		for k := range met {
			met[k] = ^(met[k] | no[k])
		}
	default:
		m.copyDown(s, from, nil, met)
		m.copyDown(s, from, fromNo, no)
		for k := range no {
			no[k] = ^(met[k] | no[k])
		}
	}
}

// copyDown sets the bits of all rows below those of from, or below those in neither plane.
func (m *Machine) copyDown(s *Step, from, or, to []uint64) {
	starts := m.starts(s.Level)
	lo, hi, first, base := m.lo[s.Below], m.hi[s.Below], 64*m.first[s.Below], 64*m.first[s.Level]
	to = to[:len(to)+2]
	for k, w := range from {
		if or != nil {
			w = ^(w | or[k])
		}
		for ; w != 0; w &= w - 1 {
			row := first + k<<6 + bits.TrailingZeros64(w)
			if row < lo || row >= hi {
				continue
			}
			column.Put(to, int(starts[row])-base, int(starts[row+1]-starts[row]))
		}
	}
}

// gather gives each tie the truth of the relative it leads to: 64 ties at a time, the last first.
func (m *Machine) gather(from, fromNo, met, no []uint64) {
	lo, hi := m.lo[column.Tie], m.hi[column.Tie]
	base := int32(64 * m.first[column.Person])
	fromNo = fromNo[:len(from)]
	for k := range met {
		word := 64 * (m.first[column.Tie] + k)
		start, end := max(word, lo), min(word+64, hi)
		var a, b uint64
		kin := m.Data.Kin[start:end]
		for i := len(kin) - 1; i >= 0; i-- {
			p := uint32(kin[i] - base)
			w, s := p>>6, p&63
			a = a<<1 | from[w]>>s&1
			b = b<<1 | fromNo[w]>>s&1
		}
		met[k], no[k] = a<<(start-word), b<<(start-word)
	}
}

// complete is in which rows the list below is known to be complete.
func (m *Machine) complete(l column.Level, k int) uint64 {
	c := &m.Data.Columns[m.Program.MembersComplete]
	if l == column.Person {
		c = &m.Data.Columns[m.Program.KinComplete]
	}
	if c.Store == column.None {
		return 0
	}
	word := m.first[l] + k
	return m.columnKnown(c, word) & c.Bits[word]
}

// every is met where all rows below are, and the list of them is complete if that is asked for.
func (m *Machine) every(s *Step, met, no []uint64) {
	from, fromNo := m.wide(s.Kids[0], s.Below)
	starts, base, first := m.starts(s.Below), 64*m.first[s.Below], 64*m.first[s.Level]
	clear(met)
	clear(no)
	fromNo = fromNo[:len(from)]
	for row := m.lo[s.Level]; row < m.hi[s.Level]; row++ {
		at, n := int(starts[row])-base, int(starts[row+1]-starts[row])
		w, r := at>>6, at&63
		all, none := from[w]>>r, fromNo[w]>>r
		if r+n > 64 {
			all, none = all|from[w+1]<<(64-r), none|fromNo[w+1]<<(64-r)
		}
		k, bit, mask := (row-first)>>6, uint64(1)<<((row-first)&63), uint64(1)<<n-1
		if all&mask == mask {
			met[k] |= bit
		} else if none&mask != 0 {
			no[k] |= bit
		}
	}
	if s.Complete {
		for k := range met {
			met[k] &= m.complete(s.Level, k)
		}
	}
}

// count is met where the number of rows below that are met lies in lo … hi, whatever the unknown ones are.
func (m *Machine) count(s *Step, met, no []uint64) {
	from, fromNo := m.wide(s.Kids[0], s.Below)
	starts, base, first := m.starts(s.Below), 64*m.first[s.Below], 64*m.first[s.Level]
	clear(met)
	clear(no)
	for row := m.lo[s.Level]; row < m.hi[s.Level]; row++ {
		at, n := int(starts[row])-base, int(starts[row+1]-starts[row])
		k, i := (row-first)>>6, (row-first)&63
		least := int64(bits.OnesCount64(column.Run(from, at, n)))
		most := int64(n - bits.OnesCount64(column.Run(fromNo, at, n)))
		if m.complete(s.Level, k)>>i&1 == 0 {
			most = math.MaxInt64
		}
		if least >= s.Lo && most <= s.Hi {
			met[k] |= 1 << i
		} else if most < s.Lo || least > s.Hi {
			no[k] |= 1 << i
		}
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
		first := 64 * m.first[column.Tie]
		clear(known)
		for t := m.lo[column.Tie]; t < m.hi[column.Tie]; t++ {
			p, at := int(m.Data.Kin[t]), t-first
			v, ok := m.one(s.X, column.Person, p)
			rows[at] = v
			known[at>>6] |= ok << (at & 63)
		}
	}
}

// one returns the operand in one row, and 1 where it is known.
func (m *Machine) one(x Operand, l column.Level, row int) (v int64, known uint64) {
	at := row - 64*m.first[l]
	known = m.knownWord(x, l, at>>6) >> (at & 63) & 1
	switch x.Kind {
	case Constant:
		return x.C, 1
	case FromNumber:
		return m.nums[m.numAt[x.At]+at], known
	}
	return m.Data.Columns[x.At].Get(row), known
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
		out := (*[64]int64)(rows[64*k:])
		all := ^uint64(0)
		if s.Op == Product && len(s.Terms) == 2 {
			a, b := s.Terms[0].Operand, s.Terms[1].Operand
			known[k] = m.knownWord(a, s.Level, k) & m.knownWord(b, s.Level, k)
			x := m.block64(a, s.Level, k, &m.x)
			if c := m.smallBlock(b, s.Level, k); c != nil {
				for j, v := range x {
					out[j] = v * int64(c[j])
				}
				continue
			}
			column.Product(out, x, m.block64(b, s.Level, k, &m.y))
			continue
		}
		for i, t := range s.Terms {
			all &= m.knownWord(t.Operand, s.Level, k)
			x := m.block64(t.Operand, s.Level, k, &m.x)
			switch {
			case i == 0 && !t.Minus:
				*out = *x
			case i == 0:
				for j, v := range x {
					out[j] = -v
				}
			case s.Op == Product:
				for j, v := range x {
					out[j] *= v
				}
			case t.Minus:
				for j, v := range x {
					out[j] -= v
				}
			default:
				for j, v := range x {
					out[j] += v
				}
			}
		}
		known[k] = all
	}
}

// overMembers adds a number of people up over the members of each household, or counts them. A person whose membership
// is open, a member whose number is not known, or a list that may not be complete leaves it open.
func (m *Machine) overMembers(s *Step, rows []int64, known []uint64) {
	member, outside := m.wide(s.Kids[0], column.Person)
	starts, base, first := m.starts(column.Person), 64*m.first[column.Person], 64*m.first[column.Household]
	clear(known)
	if s.Kids[0] == Always && s.Op == Heads {
		lo, hi := m.lo[column.Household], m.hi[column.Household]
		from, rows := starts[lo], rows[lo-first:]
		for i, to := range starts[lo+1 : hi+1] {
			rows[i], from = int64(to-from), to
		}
		for k := range known {
			known[k] = m.complete(column.Household, k)
		}
		return
	}
	for h := m.lo[column.Household]; h < m.hi[column.Household]; h++ {
		from, n := int(starts[h]), int(starts[h+1]-starts[h])
		in, out := column.Run(member, from-base, n), column.Run(outside, from-base, n)
		ok := in|out == 1<<n-1
		sum := int64(bits.OnesCount64(in))
		if s.Op == Members {
			sum = 0
			for ; in != 0 && ok; in &= in - 1 {
				v, sure := m.one(s.X, column.Person, from+bits.TrailingZeros64(in))
				sum += v
				ok = sure != 0
			}
		}
		rows[h-first] = sum
		if ok {
			known[(h-first)>>6] |= 1 << ((h - first) & 63)
		}
	}
	for k := range known {
		known[k] &= m.complete(column.Household, k)
	}
}

func (m *Machine) spreadNumber(s *Step, rows []int64, known []uint64) {
	starts, base := m.starts(s.Level), 64*m.first[s.Level]
	clear(known)
	known = known[:len(known)+2]
	for row := m.lo[s.Below]; row < m.hi[s.Below]; row++ {
		v, ok := m.one(s.X, s.Below, row)
		at, n := int(starts[row])-base, int(starts[row+1]-starts[row])
		for i := range n {
			rows[at+i] = v
		}
		if ok != 0 {
			column.Put(known, at, n)
		}
	}
}
