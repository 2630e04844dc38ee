package batch

import (
	"math"
	"math/bits"
)

// starts returns where the rows of l begin for each row of the level above.
func (m *machine) starts(l level) []int32 {
	if l == tie {
		return m.batch.shape.Ties
	}
	return m.batch.shape.People
}

// across moves truths between levels.
func (m *machine) across(s *step) {
	met, no := m.planes(ref(s.out<<1), s.level)
	switch s.op {
	case opSpread:
		m.spread(s, met, no)
	case opGather:
		from, fromNo := m.planes(s.kids[0], person)
		m.gather(from, met)
		m.gather(fromNo, no)
	case opEvery:
		m.every(s, met, no)
	case opCount:
		m.count(s, met, no)
	}
}

// spread gives a truth to all rows below. Of met, not met and unknown the rarer two are written, the third is the rest.
func (m *machine) spread(s *step, met, no []uint64) {
	from, fromNo := m.planes(s.kids[0], s.below)
	yes, nay := count(from), count(fromNo)
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
func (m *machine) copyDown(s *step, from, or, to []uint64) {
	starts := m.starts(s.level)
	lo, hi, first, base := m.lo[s.below], m.hi[s.below], 64*m.first[s.below], 64*m.first[s.level]
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
			put(to, int(starts[row])-base, int(starts[row+1]-starts[row]))
		}
	}
}

// gather gives each tie the bit of the relative it leads to.
func (m *machine) gather(from, to []uint64) {
	clear(to)
	base, first := int32(64*m.first[person]), 64*m.first[tie]
	for t := m.lo[tie]; t < m.hi[tie]; t++ {
		p, at := m.batch.shape.Kin[t]-base, t-first
		to[at>>6] |= from[p>>6] >> (p & 63) & 1 << (at & 63)
	}
}

// complete is in which rows the list below is known to be complete.
func (m *machine) complete(l level, k int) uint64 {
	c := &m.batch.cols[m.plan.membersComplete]
	if l == person {
		c = &m.batch.cols[m.plan.kinComplete]
	}
	if c.store == none {
		return 0
	}
	word := m.first[l] + k
	return m.columnKnown(c, word) & c.bits[word]
}

// every is met where all rows below are, and the list of them is complete if that is asked for.
func (m *machine) every(s *step, met, no []uint64) {
	from, fromNo := m.wide(s.kids[0], s.below)
	starts, base, first := m.starts(s.below), 64*m.first[s.below], 64*m.first[s.level]
	clear(met)
	clear(no)
	for row := m.lo[s.level]; row < m.hi[s.level]; row++ {
		at, n := int(starts[row])-base, int(starts[row+1]-starts[row])
		k, bit := (row-first)>>6, uint64(1)<<((row-first)&63)
		if run(from, at, n) == 1<<n-1 {
			met[k] |= bit
		} else if run(fromNo, at, n) != 0 {
			no[k] |= bit
		}
	}
	if s.complete {
		for k := range met {
			met[k] &= m.complete(s.level, k)
		}
	}
}

// count is met where the number of rows below that are met lies in lo … hi, whatever the unknown ones are.
func (m *machine) count(s *step, met, no []uint64) {
	from, fromNo := m.wide(s.kids[0], s.below)
	starts, base, first := m.starts(s.below), 64*m.first[s.below], 64*m.first[s.level]
	clear(met)
	clear(no)
	for row := m.lo[s.level]; row < m.hi[s.level]; row++ {
		at, n := int(starts[row])-base, int(starts[row+1]-starts[row])
		k, i := (row-first)>>6, (row-first)&63
		least := int64(bits.OnesCount64(run(from, at, n)))
		most := int64(n - bits.OnesCount64(run(fromNo, at, n)))
		if m.complete(s.level, k)>>i&1 == 0 {
			most = math.MaxInt64
		}
		if least >= s.lo && most <= s.hi {
			met[k] |= 1 << i
		} else if most < s.lo || least > s.hi {
			no[k] |= 1 << i
		}
	}
}

// number computes a number for all rows of its level.
func (m *machine) number(s *step) {
	rows, known := m.numbers(s.out, s.level)
	switch s.op {
	case opSum, opProduct:
		m.fold(s, rows, known)
	case opMembers, opHeads:
		m.overMembers(s, rows, known)
	case opSpreadNum:
		m.spreadNumber(s, rows, known)
	case opGatherNum:
		first := 64 * m.first[tie]
		clear(known)
		for t := m.lo[tie]; t < m.hi[tie]; t++ {
			p, at := int(m.batch.shape.Kin[t]), t-first
			v, ok := m.one(s.x, person, p)
			rows[at] = v
			known[at>>6] |= ok << (at & 63)
		}
	}
}

// one returns the operand in one row, and 1 where it is known.
func (m *machine) one(x operand, l level, row int) (v int64, known uint64) {
	at := row - 64*m.first[l]
	known = m.knownWord(x, l, at>>6) >> (at & 63) & 1
	switch x.kind {
	case constant:
		return x.c, 1
	case fromNumber:
		return m.nums[m.numAt[x.at]+at], known
	}
	return m.batch.cols[x.at].get(row), known
}

// smallBlock returns 64 rows of a column of small counts, nil for any other operand.
func (m *machine) smallBlock(x operand, l level, k int) *[64]uint8 {
	if x.kind == fromFact {
		if c := &m.batch.cols[x.at]; c.store == small && !c.paired {
			return (*[64]uint8)(c.bytes[64*(m.first[l]+k):])
		}
	}
	return nil
}

func (m *machine) fold(s *step, rows []int64, known []uint64) {
	for k := range known {
		out := (*[64]int64)(rows[64*k:])
		all := ^uint64(0)
		if s.op == opProduct && len(s.terms) == 2 {
			a, b := s.terms[0].operand, s.terms[1].operand
			known[k] = m.knownWord(a, s.level, k) & m.knownWord(b, s.level, k)
			x := m.block64(a, s.level, k, &m.x)
			if c := m.smallBlock(b, s.level, k); c != nil {
				for j, v := range x {
					out[j] = v * int64(c[j])
				}
				continue
			}
			for j, v := range m.block64(b, s.level, k, &m.y) {
				out[j] = x[j] * v
			}
			continue
		}
		for i, t := range s.terms {
			all &= m.knownWord(t.operand, s.level, k)
			x := m.block64(t.operand, s.level, k, &m.x)
			switch {
			case i == 0 && !t.minus:
				*out = *x
			case i == 0:
				for j, v := range x {
					out[j] = -v
				}
			case s.op == opProduct:
				for j, v := range x {
					out[j] *= v
				}
			case t.minus:
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
func (m *machine) overMembers(s *step, rows []int64, known []uint64) {
	member, outside := m.wide(s.kids[0], person)
	starts, base, first := m.starts(person), 64*m.first[person], 64*m.first[household]
	clear(known)
	if s.kids[0] == always && s.op == opHeads {
		for h := m.lo[household]; h < m.hi[household]; h++ {
			rows[h-first] = int64(starts[h+1] - starts[h])
		}
		for k := range known {
			known[k] = m.complete(household, k)
		}
		return
	}
	for h := m.lo[household]; h < m.hi[household]; h++ {
		from, n := int(starts[h]), int(starts[h+1]-starts[h])
		in, out := run(member, from-base, n), run(outside, from-base, n)
		ok := in|out == 1<<n-1
		sum := int64(bits.OnesCount64(in))
		if s.op == opMembers {
			sum = 0
			for ; in != 0 && ok; in &= in - 1 {
				v, sure := m.one(s.x, person, from+bits.TrailingZeros64(in))
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
		known[k] &= m.complete(household, k)
	}
}

func (m *machine) spreadNumber(s *step, rows []int64, known []uint64) {
	starts, base := m.starts(s.level), 64*m.first[s.level]
	clear(known)
	known = known[:len(known)+2]
	for row := m.lo[s.below]; row < m.hi[s.below]; row++ {
		v, ok := m.one(s.x, s.below, row)
		at, n := int(starts[row])-base, int(starts[row+1]-starts[row])
		for i := range n {
			rows[at+i] = v
		}
		if ok != 0 {
			put(known, at, n)
		}
	}
}
