package assess

import (
	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess/internal/program"
)

import mathbits "math/bits"

// The places of the engine's own facts in every dictionary.
const (
	slotArea    = 0 // of a household
	slotMembers = 1
	slotKin     = 0 // of a person
)

// leaf evaluates an op that has none below it.
func (m *machine) leaf(pc, f int) eligibility.Truth {
	if m.forced != nil {
		v := m.frames[f]
		if t, ok := m.forced[spot{m.p.Nodes[pc], v.person, v.tie}]; ok {
			return t
		}
	}
	if t := m.test(pc, f); t != eligibility.Unknown {
		return t
	}
	return m.lack(pc, f)
}

// side is which of two numbers an op uses; ok is false where that is not known or a parameter has no value.
func (m *machine) side(o *program.Op) (a int, ok bool) {
	areas := 3
	switch {
	case m.area >= 0:
		a, areas = m.area, 1<<m.area
	case o.Flags&program.FlagSplit != 0:
		return 0, false
	}
	if o.Gap != 0 {
		for _, g := range m.p.Gaps[o.Gap-1] {
			if g.Areas&areas == areas {
				return 0, false
			}
		}
	}
	return a, true
}

func (m *machine) test(pc, f int) eligibility.Truth {
	o := &m.p.Ops[pc]
	a, ok := m.side(o)
	if !ok {
		return eligibility.Unknown
	}
	v := m.frames[f]
	switch o.Code {
	case program.OpClause:
		if o.Flags&program.FlagRequired != 0 || m.doubting {
			return eligibility.Unknown
		}
		return eligibility.NotMet
	case program.OpCustom:
		c := &m.p.Customs[o.Arg]
		// Whatever number the importer's function returns, its sign is the truth.
		return max(eligibility.NotMet, min(eligibility.Met, c.F(view{m.c, c.Facts, v, m.verified})))
	case program.OpLine:
		return m.line(o, f, a)
	}
	n, ok := m.fact(v, o.From, o.Slot)
	if !ok || n > o.Top {
		return eligibility.Unknown
	}
	return o.Judge(m.p, a, n)
}

// line compares a sum with a product. Where terms may or may not count it is decided only if both ways agree.
func (m *machine) line(o *program.Op, f, a int) eligibility.Truth {
	first, last, ok := m.orders(o, f, a)
	if !ok {
		return eligibility.Unknown
	}
	if t := o.Cmp[a].Holds(first); t == o.Cmp[a].Holds(last) && (first == last || o.Cmp[a] != program.Exactly) {
		return eligibility.TruthOf(t)
	}
	return eligibility.Unknown
}

// orders is how the two sides of a line compare: at the least, and at the most.
func (m *machine) orders(o *program.Op, f, a int) (first, last int, ok bool) {
	ln := &m.p.Lines[o.Arg]
	lo, hi, ok := m.total(&ln.Left, f)
	if !ok {
		return 0, 0, false
	}
	by, ok := m.factor(&ln.By, f, a)
	if !ok {
		return 0, 0, false
	}
	low, high := int64(1), int64(1)
	if ln.Share {
		if low, high, ok = m.total(&ln.Right, f); !ok {
			return 0, 0, false
		}
	}
	return program.CompareProducts(lo, ln.By.Den[a], by, high), program.CompareProducts(hi, ln.By.Den[a], by, low), true
}

// total adds up; the two ends differ only where terms may or may not count.
func (m *machine) total(s *program.Sum, f int) (lo, hi int64, ok bool) {
	if !s.Members {
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

func (m *machine) add(s *program.Sum, v frame) (lo, hi int64, ok bool) {
	if s.Plain { // of one row, as nearly all are
		r := m.row(v, s.Terms[0].From)
		for i, need := range s.Needs {
			if !r.Holds(i, need, m.verified) {
				return 0, 0, false
			}
		}
		for i := range s.Terms {
			if t := &s.Terms[i]; t.Minus {
				lo -= r.Number(int(t.Slot))
			} else {
				lo += r.Number(int(t.Slot))
			}
		}
		return lo, lo, true
	}
	for i := range s.Terms {
		t := &s.Terms[i]
		n, ok := m.fact(v, t.From, t.Slot)
		if !ok {
			return 0, 0, false
		}
		if t.Minus {
			n = -n
		}
		if t.Doubt != 0 && m.doubting {
			lo, hi = lo+min(n, 0), hi+max(n, 0)
			continue
		}
		lo, hi = lo+n, hi+n
	}
	return lo, hi, true
}

// factor is the numerator of a product with all its factors.
func (m *machine) factor(p *program.Product, f, a int) (n int64, ok bool) {
	n = p.Num[a]
	for i := range p.Dynamic {
		t := &p.Dynamic[i]
		by := int64(0)
		if t.Heads {
			by, ok = m.heads()
		} else {
			by, ok = m.fact(m.frames[f], t.From, t.Slot)
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
	c        *eligibility.Case
	facts    []eligibility.FactKey
	v        frame
	verified bool
}

// Get returns a declared fact of whoever is in view.
func (w view) Get(k eligibility.FactKey) (int64, bool) {
	for _, f := range w.facts {
		if f == k {
			n, known, verified := w.c.Get(k, w.row(k))
			return n, known && (verified || !w.verified)
		}
	}
	return 0, false
}

// row is the row of whoever is in view that a fact stands in.
func (w view) row(k eligibility.FactKey) int {
	switch f, _ := w.c.Dictionary().Lookup(k); f.Scope {
	case eligibility.PerPerson:
		return int(w.v.person)
	case eligibility.PerTie:
		return int(w.v.tie)
	}
	return 0
}

// lack notes what an undecided leaf lacks. It returns Unknown.
func (m *machine) lack(pc, f int) eligibility.Truth {
	if !m.collecting {
		return eligibility.Unknown
	}
	o, v := &m.p.Ops[pc], m.frames[f]
	if o.Flags&program.FlagSplit != 0 && m.area < 0 {
		m.wants = append(m.wants, want{kind: wantFact, from: 0, slot: slotArea})
	}
	known := m.lackParameters(o) && m.thorough
	switch o.Code {
	case program.OpClause:
		kind := wantDoubt
		if o.Flags&program.FlagRequired != 0 {
			kind = wantClause
		}
		m.wants = append(m.wants, want{kind: kind, slot: o.Arg})
	case program.OpCustom:
		for _, t := range m.p.Customs[o.Arg].Reads {
			m.lackFact(v, t, known)
		}
	case program.OpLine:
		ln := &m.p.Lines[o.Arg]
		m.lackSum(&ln.Left, v, known)
		for _, t := range ln.By.Dynamic {
			if t.Heads {
				m.lackSum(&program.Sum{Members: true}, v, known)
			} else {
				m.lackFact(v, t, known)
			}
		}
		m.lackSum(&ln.Right, v, known)
	default:
		m.lackFact(v, program.Term{From: o.From, Slot: o.Slot}, known || o.Top != program.NoTop)
	}
	return eligibility.Unknown
}

func (m *machine) lackParameters(o *program.Op) bool {
	if o.Gap == 0 {
		return false
	}
	any := false
	for _, g := range m.p.Gaps[o.Gap-1] {
		if m.area >= 0 && g.Areas>>m.area&1 != 0 || g.Areas == 3 {
			m.wants = append(m.wants, want{kind: wantParam, slot: int32(g.Param)})
			any = true
			if m.area < 0 && m.p.ByArea[g.Param] {
				m.wants = append(m.wants, want{kind: wantFact, from: 0, slot: slotArea})
			}
		}
	}
	return any
}

// lackFact notes a fact that is unknown, or any fact where known says so: it says nothing as it is.
func (m *machine) lackFact(v frame, t program.Term, known bool) {
	if n, ok := m.fact(v, t.From, t.Slot); ok && !known {
		if m.doubting && t.Doubt != 0 && n != 0 {
			m.wants = append(m.wants, want{kind: wantDoubt, slot: int32(t.Doubt - 1)})
		}
		return
	}
	row := [3]int32{0, v.person, v.tie}[t.From]
	m.wants = append(m.wants, want{kind: wantFact, from: t.From, slot: int32(t.Slot), row: row})
}

func (m *machine) lackSum(s *program.Sum, v frame, known bool) {
	if !s.Members {
		for _, t := range s.Terms {
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
		for _, t := range s.Terms {
			m.lackFact(frame{x, -1, -1}, t, known)
		}
	}
}
