package batch

// A chunk is so many whole households that its planes stay in the cache.
const (
	chunkRows = 4096     // people, or households
	chunkTies = 2 * 4096 // ties
	// The most words of a chunk: one more for a start within a word, and two to read across the end.
	rowWords = (chunkRows+64)/64 + 3
	tieWords = (chunkTies+1024)/64 + 3
)

// machine is what a run writes while it runs: planes and numbers of one chunk.
type machine struct {
	plan     *Plan
	batch    *Batch
	verified bool

	lo, hi [3]int // the rows of the chunk, by level
	first  [3]int // the word in which they begin
	words  [3]int // how many words they touch

	size  [3]int // words of a plane
	bits  []uint64
	at    []int // where a value's planes begin in bits
	nums  []int64
	numAt []int // where a number's rows begin in nums
	knows []int // where the plane that tells where a number is known begins in bits
	bound []uint64

	x, y   [64]int64 // columns of fewer bits, widened
	list   [][]uint64
	block  Block
	facts  [][64]int64
	opened []uint64
}

func (m *machine) prepare(p *Plan) {
	*m = machine{plan: p, size: [3]int{rowWords, rowWords, tieWords}}
	total := 0
	for i, v := range p.values {
		m.at = append(m.at, total)
		total += 2 * m.stride(int32(i), v.level)
	}
	rows := 0
	for _, n := range p.nums {
		m.knows, m.numAt = append(m.knows, total), append(m.numAt, rows)
		total += m.size[n.level]
		rows += 64 * m.size[n.level]
	}
	m.bits, m.nums, m.bound = make([]uint64, total+4), make([]int64, rows), make([]uint64, len(p.nums))
	widest := 8
	for i := range p.steps {
		widest = max(widest, len(p.steps[i].kids), len(p.steps[i].terms))
	}
	m.list, m.facts, m.opened = make([][]uint64, 0, widest), make([][64]int64, widest), make([]uint64, widest)
	for k := range tieWords { // value 0 is always met; value 1 is never known
		m.bits[k] = ^uint64(0)
	}
}

// stride is how far the plane of what is not met lies from that of what is.
func (m *machine) stride(v int32, l level) int {
	if v < 2 { // the constants suit every level
		return tieWords
	}
	return m.size[l]
}

// planes returns the planes of a truth over the rows of the chunk at its level.
func (m *machine) planes(r ref, l level) (met, no []uint64) {
	v := r.value()
	at, w, far := m.at[v], m.words[l], m.stride(v, l)
	met, no = m.bits[at:at+w:at+far], m.bits[at+far:at+far+w]
	if r&1 != 0 {
		return no, met
	}
	return met, no
}

// wide is planes with two words more, to read across the end.
func (m *machine) wide(r ref, l level) (met, no []uint64) {
	met, no = m.planes(r, l)
	return met[:len(met)+2], no[:len(no)+2]
}

// numbers returns the rows of a number, in blocks of 64, and where it is known.
func (m *machine) numbers(n int32, l level) (rows []int64, known []uint64) {
	w := m.words[l]
	return m.nums[m.numAt[n] : m.numAt[n]+64*w], m.bits[m.knows[n] : m.knows[n]+w]
}

// knownWord tells in which of 64 rows the operand is known.
func (m *machine) knownWord(x operand, l level, k int) uint64 {
	switch x.kind {
	case constant:
		return ^uint64(0)
	case fromNumber:
		return m.bits[m.knows[x.at]+k]
	}
	return m.columnKnown(&m.batch.cols[x.at], m.first[l]+k)
}

func (m *machine) columnKnown(c *column, word int) uint64 {
	switch {
	case c.store == none:
		return 0
	case m.verified && c.verified == nil:
		return 0
	case m.verified && c.known == nil:
		return c.verified[word]
	case m.verified:
		return c.verified[word] & c.known[word]
	case c.known == nil:
		return ^uint64(0)
	}
	return c.known[word]
}

// settle makes met and not met of what was computed for known and unknown rows alike.
func (m *machine) settle(s *step, met, no []uint64) {
	if m.allKnown(s.x) && m.allKnown(s.y) {
		for k, w := range met {
			no[k] = ^w
		}
		return
	}
	for k := range met {
		known := m.knownWord(s.x, s.level, k) & m.knownWord(s.y, s.level, k)
		met[k], no[k] = met[k]&known, known&^met[k]
	}
}

// allKnown reports whether the operand is known in all rows for certain.
func (m *machine) allKnown(x operand) bool {
	if x.kind != fromFact {
		return x.kind == constant
	}
	c := &m.batch.cols[x.at]
	return c.known == nil && c.store != none && !m.verified
}

// block returns 64 rows of an operand as numbers, in buf where they are not held as such.
func (m *machine) block64(x operand, l level, k int, buf *[64]int64) *[64]int64 {
	switch x.kind {
	case constant:
		for i := range buf {
			buf[i] = x.c
		}
		return buf
	case fromNumber:
		at := m.numAt[x.at] + 64*k
		return (*[64]int64)(m.nums[at : at+64])
	}
	c, word := &m.batch.cols[x.at], m.first[l]+k
	switch c.store {
	case fen:
		return (*[64]int64)(c.fen[64*word:])
	case day:
		for i, v := range (*[64]int32)(c.days[64*word:]) {
			buf[i] = int64(v)
		}
	case small:
		for i, v := range (*[64]uint8)(c.bytes[64*word:]) {
			buf[i] = int64(v)
		}
		if c.paired {
			for i, v := range buf {
				buf[i] = pairSet(uint8(v))
			}
		}
	case flags:
		for i := range buf {
			buf[i] = int64(c.bits[word] >> i & 1)
		}
	case set:
		for i, v := range (*[64]uint64)(c.bits[64*word:]) {
			buf[i] = int64(v)
		}
	default:
		clear(buf[:])
	}
	return buf
}

// do runs the steps from one on; only those that rest on an assumption, unless it is 0.
func (m *machine) do(from, to int, only uint64) {
	for i := from; i < to; i++ {
		s := &m.plan.steps[i]
		if only != 0 && (s.loops&only == 0 || s.op == opAssume) {
			continue
		}
		if s.op == opRepeat {
			if only == 0 {
				m.repeat(s, i)
			}
			continue
		}
		m.step(s)
	}
}

// repeat takes back from the assumption what does not follow from it, until all of it follows: the greatest solution.
func (m *machine) repeat(s *step, end int) {
	assumed, assumedNo := m.planes(s.kids[0], person)
	met, no := m.planes(s.kids[1], person)
	loop := s.loops
	for {
		same := true
		for k := range met {
			if met[k] != assumed[k] || no[k] != assumedNo[k] {
				assumed[k], assumedNo[k], same = met[k], no[k], false
			}
		}
		if same {
			return
		}
		m.do(s.n, end, loop)
	}
}

func (m *machine) step(s *step) {
	switch s.op {
	case opRange:
		m.within(s)
	case opLess, opEqual:
		m.relate(s)
	case opClass:
		m.classify(s)
	case opAnd:
		m.and(s)
	case opAtLeast, opChoose, opFirm, opException, opClash:
		m.combine(s)
	case opCustom:
		m.custom(s)
	case opAssume:
		met, no := m.planes(ref(s.out<<1), s.level)
		for k := range met {
			met[k], no[k] = ^uint64(0), 0
			if s.n == isOpen {
				met[k], no[k] = no[k], met[k]
			}
		}
	case opSpread, opGather, opEvery, opCount:
		m.across(s)
	default:
		m.number(s)
	}
}

func (m *machine) within(s *step) {
	met, no := m.planes(ref(s.out<<1), s.level)
	if s.x.kind == fromFact {
		c, at := &m.batch.cols[s.x.at], m.first[s.level]
		if s.hi >= c.bound && s.lo <= -c.bound && c.store != none { // nothing lies outside
			for k := range met {
				met[k] = ^uint64(0)
			}
			m.settle(s, met, no)
			return
		}
		switch c.store {
		case none:
			clear(met)
			clear(no)
			return
		case flags:
			flagsWithin(met, c.bits[at:], s.lo, s.hi)
		case small:
			bytesWithin(met, c.bytes[64*at:], s.lo, s.hi)
		case day:
			daysWithin(met, c.days[64*at:], s.lo, s.hi)
		default:
			for k := range met {
				met[k] = within((*[64]int64)(c.fen[64*(at+k):]), s.lo, s.hi)
			}
		}
	} else {
		for k := range met {
			met[k] = within(m.block64(s.x, s.level, k, &m.x), s.lo, s.hi)
		}
	}
	m.settle(s, met, no)
}

func (m *machine) relate(s *step) {
	met, no := m.planes(ref(s.out<<1), s.level)
	if s.op == opEqual && s.a == s.c && s.x.kind == fromFact && s.y.kind == fromFact {
		x, y := &m.batch.cols[s.x.at], &m.batch.cols[s.y.at]
		if at := 64 * m.first[s.level]; x.store == small && y.store == small {
			bytesSame(met, x.bytes[at:], y.bytes[at:])
			m.settle(s, met, no)
			return
		}
	}
	for k := range met {
		x, y := m.block64(s.x, s.level, k, &m.x), m.block64(s.y, s.level, k, &m.y)
		if s.op == opLess {
			met[k] = less(s.a, x, s.c, y)
		} else {
			met[k] = equal(s.a, x, s.c, y)
		}
	}
	m.settle(s, met, no)
}

func (m *machine) classify(s *step) {
	c, at := &m.batch.cols[s.x.at], m.first[s.level]
	m.list = m.list[:0]
	for j, o := range s.outs {
		met, _ := m.planes(ref(o<<1), s.level)
		m.list = append(m.list, met)
		switch c.store {
		case set:
			setsMeet(met, c.bits[64*at:], s.class.sets[j][0])
		case none:
			clear(met)
		}
	}
	if c.store == small {
		bytesClassed(m.list, c.bytes[64*at:], &s.class.table)
	}
	for _, o := range s.outs {
		met, no := m.planes(ref(o<<1), s.level)
		m.settle(s, met, no)
	}
}

func (m *machine) and(s *step) {
	met, no := m.planes(ref(s.out<<1), s.level)
	a, aNo := m.planes(s.kids[0], s.level)
	b, bNo := m.planes(s.kids[1], s.level)
	for k := range met {
		met[k] = a[k] & b[k]
		no[k] = aNo[k] | bNo[k]
	}
	for _, kid := range s.kids[2:] {
		a, aNo := m.planes(kid, s.level)
		for k := range met {
			met[k] &= a[k]
			no[k] |= aNo[k]
		}
	}
}

// combine joins truths of one row in ways of more than two planes.
func (m *machine) combine(s *step) {
	met, no := m.planes(ref(s.out<<1), s.level)
	for k := range met {
		switch s.op {
		case opAtLeast:
			met[k] = m.enough(s, k, s.n, false)
			no[k] = m.enough(s, k, len(s.kids)-s.n+1, true)
		case opChoose:
			yes, nay := m.word(s.kids[0], s.level, k)
			a, aNo := m.word(s.kids[1], s.level, k)
			b, bNo := m.word(s.kids[2], s.level, k)
			met[k], no[k] = yes&a|nay&b, yes&aNo|nay&bNo
		case opFirm:
			yes, nay := m.word(s.kids[0], s.level, k)
			switch s.n {
			case isOpen:
				yes = ^(yes | nay)
			case isPossible:
				yes = ^nay
			}
			met[k], no[k] = yes, ^yes
		case opException:
			met[k], no[k] = m.word(s.kids[0], s.level, k)
			var applies uint64
			for i := 1; i < len(s.kids); i += 2 {
				when, _ := m.word(s.kids[i], s.level, k)
				applies |= when
			}
			met[k] |= applies
			no[k] |= applies
			for i := 1; i < len(s.kids); i += 2 {
				_, out := m.word(s.kids[i], s.level, k)
				then, thenNo := m.word(s.kids[i+1], s.level, k)
				met[k] &= out | then
				no[k] &= out | thenNo
			}
		case opClash:
			var then, thenNo uint64
			for i := 1; i < len(s.kids); i += 2 {
				when, _ := m.word(s.kids[i], s.level, k)
				t, tNo := m.word(s.kids[i+1], s.level, k)
				then, thenNo = then|when&t, thenNo|when&tNo
			}
			met[k] = then & thenNo
			no[k] = ^met[k]
		}
	}
}

func (m *machine) word(r ref, l level, k int) (met, no uint64) {
	a, b := m.planes(r, l)
	return a[k], b[k]
}

func (m *machine) enough(s *step, k, n int, not bool) uint64 {
	m.list = m.list[:0]
	for _, kid := range s.kids {
		met, no := m.planes(kid, s.level)
		if not {
			met = no
		}
		m.list = append(m.list, met)
	}
	return atLeastOf(n, k, m.list)
}

func (m *machine) custom(s *step) {
	met, no := m.planes(ref(s.out<<1), s.level)
	n := len(s.terms)
	m.block = Block{Known: m.opened[:n], Values: m.facts[:n]}
	for k := range met {
		for i, t := range s.terms {
			m.block.Known[i] = m.knownWord(t.operand, s.level, k)
			v := &m.block.Values[i]
			if x := m.block64(t.operand, s.level, k, v); x != v {
				*v = *x
			}
			for j := range v {
				v[j] &= -int64(m.block.Known[i] >> j & 1)
			}
		}
		met[k], no[k] = m.plan.forms[s.form].judge(&m.block)
	}
}
