package program

import (
	"slices"

	"github.com/shegong/shegong/eligibility/batch/internal/column"
)

// A chunk is so many whole households that its planes stay in the cache.
const (
	chunkRows = 4096     // people, or households
	chunkTies = 2 * 4096 // ties
	// The most words of a chunk: one more for a start within a word, and two to read across the end.
	rowWords = (chunkRows+64)/64 + 3
	tieWords = (chunkTies+1024)/64 + 3
)

// Data is the facts of many households: columns by fact, and the shape of a batch.
type Data struct {
	Columns []column.Column
	People  []int32          // where the people of each household begin
	Ties    []int32          // where the ties of each person begin
	Kin     []int32          // to whom each tie leads
	Lists   [3]*column.Lists // how people lie in households, and ties by people
}

// Machine runs a program over data, chunk by chunk: it holds the planes and numbers of one chunk.
type Machine struct {
	Program  *Program
	Data     Data
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
	wide  []bool // of a comparison: its products need 128 bits

	x, y   [64]int64 // columns of fewer bits, widened
	list   [][]uint64
	room   []uint64
	sure   [2][tieWords]uint64
	ring   *[2 * chunkRows]uint8 // of a person his place modulo its length
	block  Block
	facts  [][64]int64
	opened []uint64
}

// Prepare makes room for a program.
func (m *Machine) Prepare(p *Program) {
	*m = Machine{Program: p, size: [3]int{rowWords, rowWords, tieWords}}
	total := 0
	for i, v := range p.Values {
		m.at = append(m.at, total)
		total += 2 * m.stride(int32(i), v.Level)
	}
	rows := 0
	for _, n := range p.Nums {
		m.knows, m.numAt = append(m.knows, total), append(m.numAt, rows)
		total += m.size[n.Level]
		rows += 64 * m.size[n.Level]
	}
	m.bits, m.nums, m.bound = make([]uint64, total+4), make([]int64, rows), make([]uint64, len(p.Nums))
	m.wide = make([]bool, len(p.Values))
	m.room, m.ring = make([]uint64, rowWords+4), new([2 * chunkRows]uint8)
	widest := 8
	for i := range p.Steps {
		widest = max(widest, len(p.Steps[i].Kids), len(p.Steps[i].Terms))
	}
	m.list, m.facts, m.opened = make([][]uint64, 0, widest), make([][64]int64, widest), make([]uint64, widest)
	for k := range tieWords { // value 0 is always met; value 1 is never known
		m.bits[k] = ^uint64(0)
	}
}

// Load takes up the data. It returns the criterion in which a number of these data could pass 62 bits, and false, where
// there is one.
func (m *Machine) Load(d Data, verified bool) (node string, ok bool) {
	m.Data, m.verified = d, verified
	return m.bounds()
}

// Chunk runs the program for some households from h on and returns where to go on.
func (m *Machine) Chunk(h int) int {
	d := &m.Data
	// Up to the household with which a bound is passed, and at least one.
	rest := d.People[h+1:]
	rest = rest[:min(len(rest), chunkRows)]
	n, _ := slices.BinarySearch(rest, d.People[h]+chunkRows+1)
	rest = rest[:n]
	most := d.Ties[d.People[h]] + chunkTies
	n, _ = slices.BinarySearchFunc(rest, most+1, func(p, most int32) int { return int(d.Ties[p] - most) })
	end := h + max(n, 1)
	m.lo = [3]int{h, int(d.People[h]), int(d.Ties[d.People[h]])}
	m.hi = [3]int{end, int(d.People[end]), int(d.Ties[d.People[end]])}
	for l := range m.lo {
		m.first[l] = m.lo[l] >> 6
		m.words[l] = (m.hi[l]+63)>>6 - m.first[l]
	}
	m.do(0, len(m.Program.Steps), 0)
	return end
}

// Rows returns the rows of the chunk: the word in which they begin, and the first and last row.
func (m *Machine) Rows(l column.Level) (word, from, to int) { return m.first[l], m.lo[l], m.hi[l] }

// Planes returns the planes of a truth over the chunk, from the word on that Rows says.
func (m *Machine) Planes(r Ref, l column.Level) (met, no []uint64) { return m.planes(r, l) }

// stride is how far the plane of what is not met lies from that of what is.
func (m *Machine) stride(v int32, l column.Level) int {
	if v < 2 { // the constants suit every level
		return tieWords
	}
	return m.size[l]
}

// planes returns the planes of a truth over the rows of the chunk at its level.
func (m *Machine) planes(r Ref, l column.Level) (met, no []uint64) {
	v := r.Value()
	at, w, far := m.at[v], m.words[l], m.stride(v, l)
	met, no = m.bits[at:at+w:at+far], m.bits[at+far:at+far+w]
	if r&1 != 0 {
		return no, met
	}
	return met, no
}

// padded is planes with two words more, to read across the end.
func (m *Machine) padded(r Ref, l column.Level) (met, no []uint64) {
	met, no = m.planes(r, l)
	return met[:len(met)+2], no[:len(no)+2]
}

// numbers returns the rows of a number, in blocks of 64, and where it is known.
func (m *Machine) numbers(n int32, l column.Level) (rows []int64, known []uint64) {
	w := m.words[l]
	return m.nums[m.numAt[n] : m.numAt[n]+64*w], m.bits[m.knows[n] : m.knows[n]+w]
}

// known is the plane that tells where the operand is known; nil where that is everywhere.
func (m *Machine) known(x Operand, l column.Level, room *[tieWords]uint64) []uint64 {
	return m.knownWords(x, m.first[l], 0, m.words[l], room)
}

// knownWords is n words of it, from the k-th word of the chunk on, which begins at word first.
func (m *Machine) knownWords(x Operand, first, k, n int, room *[tieWords]uint64) []uint64 {
	switch x.Kind {
	case Constant:
		return nil
	case FromNumber:
		return m.bits[m.knows[x.At]+k:][:n]
	}
	c, at := &m.Data.Columns[x.At], first+k
	switch {
	case c.Store == column.None || m.verified && c.Verified == nil:
		clear(room[:n])
		return room[:n]
	case m.verified && c.Known != nil:
		for k, w := range c.Verified[at:][:n] {
			room[k] = w & c.Known[at+k]
		}
		return room[:n]
	case m.verified:
		return c.Verified[at:][:n]
	case c.Known == nil:
		return nil
	}
	return c.Known[at:][:n]
}

// settle makes met and not met of what was computed for known and unknown rows alike.
func (m *Machine) settle(s *Step, met, no []uint64) {
	x, y := m.known(s.X, s.Level, &m.sure[0]), m.known(s.Y, s.Level, &m.sure[1])
	if x == nil {
		x, y = y, x
	}
	switch {
	case x == nil:
		invert(no, met)
	case y == nil:
		for k, w := range x {
			met[k], no[k] = met[k]&w, w&^met[k]
		}
	default:
		for k, w := range x {
			w &= y[k]
			met[k], no[k] = met[k]&w, w&^met[k]
		}
	}
}

// block returns 64 rows of an operand as numbers, in buf where they are not held as such.
func (m *Machine) block64(x Operand, l column.Level, k int, buf *[64]int64) *[64]int64 {
	switch x.Kind {
	case Constant:
		for i := range buf {
			buf[i] = x.C
		}
		return buf
	case FromNumber:
		at := m.numAt[x.At] + 64*k
		return (*[64]int64)(m.nums[at : at+64])
	}
	c, word := &m.Data.Columns[x.At], m.first[l]+k
	switch c.Store {
	case column.Fen:
		return (*[64]int64)(c.Fen[64*word:])
	case column.Day:
		for i, v := range (*[64]int32)(c.Days[64*word:]) {
			buf[i] = int64(v)
		}
	case column.Small:
		for i, v := range (*[64]uint8)(c.Bytes[64*word:]) {
			buf[i] = int64(v)
		}
		if c.Paired {
			for i, v := range buf {
				buf[i] = column.PairSet(uint8(v))
			}
		}
	case column.Flags:
		for i := range buf {
			buf[i] = int64(c.Bits[word] >> i & 1)
		}
	case column.Set:
		for i, v := range (*[64]uint64)(c.Bits[64*word:]) {
			buf[i] = int64(v)
		}
	default:
		clear(buf[:])
	}
	return buf
}

// whole returns all rows of an operand that is held as numbers of 64 bits, and nil for any other.
func (m *Machine) whole(x Operand, l column.Level) []int64 {
	switch x.Kind {
	case FromNumber:
		rows, _ := m.numbers(x.At, l)
		return rows
	case FromFact:
		if c := &m.Data.Columns[x.At]; c.Store == column.Fen {
			return c.Fen[64*m.first[l]:]
		}
	}
	return nil
}

// do runs the steps from one on; only those that rest on an assumption, unless it is 0.
func (m *Machine) do(from, to int, only uint64) {
	for i := from; i < to; i++ {
		s := &m.Program.Steps[i]
		if only != 0 && (s.Loops&only == 0 || s.Op == Assume) {
			continue
		}
		if s.Op == Repeat {
			if only == 0 {
				m.repeat(s, i)
			}
			continue
		}
		m.step(s)
	}
}

// repeat takes back from the assumption what does not follow from it, until all of it follows: the greatest solution.
func (m *Machine) repeat(s *Step, end int) {
	assumed, assumedNo := m.planes(s.Kids[0], column.Person)
	met, no := m.planes(s.Kids[1], column.Person)
	loop := s.Loops
	for {
		same := true
		for k := range met {
			if ((met[k]^assumed[k])|(no[k]^assumedNo[k]))&m.own(column.Person, k) != 0 {
				same = false
			}
			assumed[k], assumedNo[k] = met[k], no[k]
		}
		if same {
			return
		}
		m.do(s.N, end, loop)
	}
}

// own is which rows of the k-th word are of the chunk. What the others hold, nobody knows.
func (m *Machine) own(l column.Level, k int) uint64 {
	word, w := 64*(m.first[l]+k), ^uint64(0)
	if m.lo[l] > word {
		w <<= m.lo[l] - word
	}
	if m.hi[l] < word+64 {
		w &= 1<<(m.hi[l]-word) - 1
	}
	return w
}

func (m *Machine) step(s *Step) {
	switch s.Op {
	case Range:
		m.within(s)
	case Less, Equal:
		m.relate(s)
	case Classify:
		m.classify(s)
	case And:
		m.and(s)
	case AtLeast, Choose, Firm, Exception, Clash:
		m.combine(s)
	case Custom:
		m.custom(s)
	case Assume:
		met, no := m.planes(Ref(s.Out<<1), s.Level)
		for k := range met {
			met[k], no[k] = ^uint64(0), 0
			if s.N == IsOpen {
				met[k], no[k] = no[k], met[k]
			}
		}
	case Spread, Gather, Every, Count:
		m.across(s)
	default:
		m.number(s)
	}
}

func (m *Machine) within(s *Step) {
	met, no := m.planes(Ref(s.Out<<1), s.Level)
	if s.X.Kind == FromFact {
		c, at := &m.Data.Columns[s.X.At], m.first[s.Level]
		if s.Hi >= c.Bound && s.Lo <= -c.Bound && c.Store != column.None { // nothing lies outside
			for k := range met {
				met[k] = ^uint64(0)
			}
			m.settle(s, met, no)
			return
		}
		switch c.Store {
		case column.None:
			clear(met)
			clear(no)
			return
		case column.Flags:
			column.FlagsWithin(met, c.Bits[at:], s.Lo, s.Hi)
		case column.Small:
			column.BytesWithin(met, c.Bytes[64*at:], s.Lo, s.Hi)
		case column.Day:
			column.DaysWithin(met, c.Days[64*at:], s.Lo, s.Hi)
		default:
			for k := range met {
				met[k] = column.Within((*[64]int64)(c.Fen[64*(at+k):]), s.Lo, s.Hi)
			}
		}
	} else {
		for k := range met {
			met[k] = column.Within(m.block64(s.X, s.Level, k, &m.x), s.Lo, s.Hi)
		}
	}
	m.settle(s, met, no)
}

func (m *Machine) relate(s *Step) {
	met, no := m.planes(Ref(s.Out<<1), s.Level)
	if s.Op == Equal && s.A == s.C && s.X.Kind == FromFact && s.Y.Kind == FromFact {
		x, y := &m.Data.Columns[s.X.At], &m.Data.Columns[s.Y.At]
		if at := 64 * m.first[s.Level]; x.Store == column.Small && y.Store == column.Small {
			column.BytesSame(met, x.Bytes[at:], y.Bytes[at:])
			m.settle(s, met, no)
			return
		}
	}
	x, y := m.whole(s.X, s.Level), m.whole(s.Y, s.Level)
	if s.Op == Less && x != nil && y != nil && !m.wide[s.Out] {
		column.Less(met, s.A, x, s.C, y)
		m.settle(s, met, no)
		return
	}
	for k := range met {
		x, y := m.block64(s.X, s.Level, k, &m.x), m.block64(s.Y, s.Level, k, &m.y)
		if m.wide[s.Out] {
			met[k] = column.Wide(s.A, x, s.C, y, s.Op == Equal)
		} else if s.Op == Less {
			column.Less(met[k:k+1], s.A, x[:], s.C, y[:])
		} else {
			met[k] = column.Equal(s.A, x, s.C, y)
		}
	}
	m.settle(s, met, no)
}

func (m *Machine) classify(s *Step) {
	c, at := &m.Data.Columns[s.X.At], m.first[s.Level]
	m.list = m.list[:0]
	for j, o := range s.Outs {
		met, _ := m.planes(Ref(o<<1), s.Level)
		m.list = append(m.list, met)
		switch c.Store {
		case column.Set:
			column.SetsMeet(met, c.Bits[64*at:], s.Class.Sets[j][0])
		case column.None:
			clear(met)
		}
	}
	if c.Store == column.Small {
		column.BytesClassed(m.list, c.Bytes[64*at:], &s.Class.Of)
	}
	for _, o := range s.Outs {
		met, no := m.planes(Ref(o<<1), s.Level)
		m.settle(s, met, no)
	}
}

func (m *Machine) and(s *Step) {
	met, no := m.planes(Ref(s.Out<<1), s.Level)
	a, aNo := m.planes(s.Kids[0], s.Level)
	b, bNo := m.planes(s.Kids[1], s.Level)
	for k := range met {
		met[k] = a[k] & b[k]
		no[k] = aNo[k] | bNo[k]
	}
	for _, kid := range s.Kids[2:] {
		a, aNo := m.planes(kid, s.Level)
		for k := range met {
			met[k] &= a[k]
			no[k] |= aNo[k]
		}
	}
}

// combine joins truths of one row in ways of more than two planes.
func (m *Machine) combine(s *Step) {
	met, no := m.planes(Ref(s.Out<<1), s.Level)
	for k := range met {
		switch s.Op {
		case AtLeast:
			met[k] = m.enough(s, k, s.N, false)
			no[k] = m.enough(s, k, len(s.Kids)-s.N+1, true)
		case Choose:
			yes, nay := m.word(s.Kids[0], s.Level, k)
			a, aNo := m.word(s.Kids[1], s.Level, k)
			b, bNo := m.word(s.Kids[2], s.Level, k)
			met[k], no[k] = yes&a|nay&b, yes&aNo|nay&bNo
		case Firm:
			yes, nay := m.word(s.Kids[0], s.Level, k)
			switch s.N {
			case IsOpen:
				yes = ^(yes | nay)
			case IsPossible:
				yes = ^nay
			}
			met[k], no[k] = yes, ^yes
		case Exception:
			met[k], no[k] = m.word(s.Kids[0], s.Level, k)
			var applies uint64
			for i := 1; i < len(s.Kids); i += 2 {
				when, _ := m.word(s.Kids[i], s.Level, k)
				applies |= when
			}
			met[k] |= applies
			no[k] |= applies
			for i := 1; i < len(s.Kids); i += 2 {
				_, out := m.word(s.Kids[i], s.Level, k)
				then, thenNo := m.word(s.Kids[i+1], s.Level, k)
				met[k] &= out | then
				no[k] &= out | thenNo
			}
		case Clash:
			var then, thenNo uint64
			for i := 1; i < len(s.Kids); i += 2 {
				when, _ := m.word(s.Kids[i], s.Level, k)
				t, tNo := m.word(s.Kids[i+1], s.Level, k)
				then, thenNo = then|when&t, thenNo|when&tNo
			}
			met[k] = then & thenNo
			no[k] = ^met[k]
		}
	}
}

func (m *Machine) word(r Ref, l column.Level, k int) (met, no uint64) {
	a, b := m.planes(r, l)
	return a[k], b[k]
}

func (m *Machine) enough(s *Step, k, n int, not bool) uint64 {
	m.list = m.list[:0]
	for _, kid := range s.Kids {
		met, no := m.planes(kid, s.Level)
		if not {
			met = no
		}
		m.list = append(m.list, met)
	}
	return column.AtLeastOf(n, k, m.list)
}

func (m *Machine) custom(s *Step) {
	met, no := m.planes(Ref(s.Out<<1), s.Level)
	n := len(s.Terms)
	m.block = Block{Known: m.opened[:n], Values: m.facts[:n]}
	for k := range met {
		for i, t := range s.Terms {
			m.block.Known[i] = ^uint64(0)
			for _, w := range m.knownWords(t.Operand, m.first[s.Level], k, 1, &m.sure[0]) {
				m.block.Known[i] = w
			}
			v := &m.block.Values[i]
			if x := m.block64(t.Operand, s.Level, k, v); x != v {
				*v = *x
			}
			for j := range v {
				v[j] &= -int64(m.block.Known[i] >> j & 1)
			}
		}
		met[k], no[k] = m.Program.Forms[s.Form](&m.block)
	}
}
