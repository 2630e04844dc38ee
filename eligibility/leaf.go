package eligibility

import mathbits "math/bits"

// The places of the engine's own facts in every dictionary.
const (
	slotArea    = 0 // of a household
	slotMembers = 1
	slotKin     = 0 // of a person
)

// leaf evaluates an op that has none below it.
func (m *machine) leaf(pc, f int) Truth {
	v := m.frames[f]
	for _, x := range m.forced {
		if x.node == m.p.nodes[pc] && x.view.person == v.person && x.view.tie == v.tie {
			return x.truth
		}
	}
	if t := m.test(pc, f); t != Unknown {
		return t
	}
	return m.lack(pc, f)
}

// side is which of two numbers an op uses; ok is false where that is not known or a parameter has no value.
func (m *machine) side(o *op) (a int, ok bool) {
	areas := 3
	switch {
	case m.area >= 0:
		a, areas = m.area, 1<<m.area
	case o.flags&flagSplit != 0:
		return 0, false
	}
	if o.gap != 0 {
		for _, g := range m.p.gaps[o.gap-1] {
			if g.areas&areas == areas {
				return 0, false
			}
		}
	}
	return a, true
}

func (m *machine) test(pc, f int) Truth {
	o := &m.p.ops[pc]
	a, ok := m.side(o)
	if !ok {
		return Unknown
	}
	v := m.frames[f]
	switch o.code {
	case opClause:
		if o.flags&flagRequired != 0 || m.doubting {
			return Unknown
		}
		return NotMet
	case opCustom:
		c := &m.p.customs[o.arg]
		return c.f(view{m.c, m.l.statutes.dict, c.facts, v, m.verified})
	case opLine:
		return m.line(o, f, a)
	}
	n, ok := m.fact(v, o.from, o.slot)
	if !ok || n > o.top {
		return Unknown
	}
	return o.judge(m.p, a, n)
}

// line compares a sum with a product. Where terms may or may not count it is decided only if both ways agree.
func (m *machine) line(o *op, f, a int) Truth {
	first, last, ok := m.orders(o, f, a)
	if !ok {
		return Unknown
	}
	if t := o.cmp[a].holds(first); t == o.cmp[a].holds(last) && (first == last || o.cmp[a] != exactly) {
		return truthOf(t)
	}
	return Unknown
}

// orders is how the two sides of a line compare: at the least, and at the most.
func (m *machine) orders(o *op, f, a int) (first, last int, ok bool) {
	ln := &m.p.lines[o.arg]
	lo, hi, ok := m.total(&ln.left, f)
	if !ok {
		return 0, 0, false
	}
	by, ok := m.factor(&ln.by, f, a)
	if !ok {
		return 0, 0, false
	}
	low, high := int64(1), int64(1)
	if ln.share {
		if low, high, ok = m.total(&ln.right, f); !ok {
			return 0, 0, false
		}
	}
	return compareProducts(lo, ln.by.den[a], by, high), compareProducts(hi, ln.by.den[a], by, low), true
}

// total adds up; the two ends differ only where terms may or may not count.
func (m *machine) total(s *sum, f int) (lo, hi int64, ok bool) {
	if !s.members {
		return m.add(s, m.frames[f])
	}
	g := m.membership()
	if g.open != 0 || !m.is(frame{-1, -1, -1}, 0, slotMembers) {
		if m.conflict == 0 {
			m.conflict = g.conflict
		}
		return 0, 0, false
	}
	for s2 := g.met; s2 != 0; s2 &= s2 - 1 {
		l, h, ok := m.add(s, frame{int32(mathbits.TrailingZeros64(s2)), -1, -1})
		if !ok {
			return 0, 0, false
		}
		lo, hi = lo+l, hi+h
	}
	return lo, hi, true
}

func (m *machine) add(s *sum, v frame) (lo, hi int64, ok bool) {
	if s.plain { // of one row, as nearly all are
		r := m.row(v, s.terms[0].from)
		known := &r.known
		if m.verified {
			known = &r.verified
		}
		for i, need := range s.needs {
			if known[i]&need != need {
				return 0, 0, false
			}
		}
		for i := range s.terms {
			if t := &s.terms[i]; t.minus {
				lo -= r.v[t.slot]
			} else {
				lo += r.v[t.slot]
			}
		}
		return lo, lo, true
	}
	for i := range s.terms {
		t := &s.terms[i]
		n, ok := m.fact(v, t.from, t.slot)
		if !ok {
			return 0, 0, false
		}
		if t.minus {
			n = -n
		}
		if t.doubt != 0 && m.doubting {
			lo, hi = lo+min(n, 0), hi+max(n, 0)
			continue
		}
		lo, hi = lo+n, hi+n
	}
	return lo, hi, true
}

// factor is the numerator of a product with all its factors.
func (m *machine) factor(p *product, f, a int) (n int64, ok bool) {
	n = p.num[a]
	for i := range p.dynamic {
		t := &p.dynamic[i]
		by := int64(0)
		if t.heads {
			by, ok = m.heads()
		} else {
			by, ok = m.fact(m.frames[f], t.from, t.slot)
		}
		if !ok {
			return 0, false
		}
		n *= by
	}
	return n, true
}

// heads is the number of members, where all are listed and known.
func (m *machine) heads() (int64, bool) {
	g := m.membership()
	if g.open != 0 && m.conflict == 0 {
		m.conflict = g.conflict
	}
	return int64(mathbits.OnesCount64(g.met)), g.open == 0 && m.is(frame{-1, -1, -1}, 0, slotMembers)
}

// is reports that a bool is known to be true.
func (m *machine) is(v frame, from uint8, slot uint16) bool {
	n, ok := m.fact(v, from, slot)
	return ok && n != 0
}

// view is what a custom function sees.
type view struct {
	c        *Case
	d        *Dictionary
	facts    []FactKey
	v        frame
	verified bool
}

// Get returns a declared fact of whoever is in view.
func (w view) Get(k FactKey) (int64, bool) {
	for _, f := range w.facts {
		if f == k {
			i := w.d.at[k]
			m := machine{c: w.c, verified: w.verified}
			return m.fact(w.v, uint8(scopeIndex(w.d.facts[i].Scope)), uint16(w.d.slot[i]))
		}
	}
	return 0, false
}

// lack notes what an undecided leaf lacks. It returns Unknown.
func (m *machine) lack(pc, f int) Truth {
	if !m.collecting {
		return Unknown
	}
	o, v := &m.p.ops[pc], m.frames[f]
	if o.flags&flagSplit != 0 && m.area < 0 {
		m.wants = append(m.wants, want{kind: wantFact, from: 0, slot: slotArea})
	}
	known := m.lackParameters(o) && m.thorough
	switch o.code {
	case opClause:
		kind := wantDoubt
		if o.flags&flagRequired != 0 {
			kind = wantClause
		}
		m.wants = append(m.wants, want{kind: kind, slot: o.arg})
	case opCustom:
		for _, t := range m.p.customs[o.arg].reads {
			m.lackFact(v, t, known)
		}
	case opLine:
		ln := &m.p.lines[o.arg]
		m.lackSum(&ln.left, v, known)
		for _, t := range ln.by.dynamic {
			if t.heads {
				m.lackSum(&sum{members: true}, v, known)
			} else {
				m.lackFact(v, t, known)
			}
		}
		m.lackSum(&ln.right, v, known)
	default:
		m.lackFact(v, term{from: o.from, slot: o.slot}, known || o.top != noTop)
	}
	return Unknown
}

func (m *machine) lackParameters(o *op) bool {
	if o.gap == 0 {
		return false
	}
	any := false
	for _, g := range m.p.gaps[o.gap-1] {
		if m.area >= 0 && g.areas>>m.area&1 != 0 || g.areas == 3 {
			m.wants = append(m.wants, want{kind: wantParam, slot: int32(g.param)})
			any = true
			if m.area < 0 && m.l.statutes.params[g.param].ByArea {
				m.wants = append(m.wants, want{kind: wantFact, from: 0, slot: slotArea})
			}
		}
	}
	return any
}

// lackFact notes a fact that is unknown, or any fact where known says so: it says nothing as it is.
func (m *machine) lackFact(v frame, t term, known bool) {
	if n, ok := m.fact(v, t.from, t.slot); ok && !known {
		if m.doubting && t.doubt != 0 && n != 0 {
			m.wants = append(m.wants, want{kind: wantDoubt, slot: int32(t.doubt - 1)})
		}
		return
	}
	row := [3]int32{0, v.person, v.tie}[t.from]
	m.wants = append(m.wants, want{kind: wantFact, from: t.from, slot: int32(t.slot), row: row})
}

func (m *machine) lackSum(s *sum, v frame, known bool) {
	if !s.members {
		for _, t := range s.terms {
			m.lackFact(v, t, known)
		}
		return
	}
	if !m.is(frame{-1, -1, -1}, 0, slotMembers) {
		m.wants = append(m.wants, want{kind: wantFact, from: 0, slot: slotMembers})
	}
	g := m.membership()
	for set := g.met | g.open; set != 0; set &= set - 1 {
		x := int32(mathbits.TrailingZeros64(set))
		if g.open>>x&1 != 0 {
			m.lackMembership(x)
		}
		for _, t := range s.terms {
			m.lackFact(frame{x, -1, -1}, t, known)
		}
	}
}
