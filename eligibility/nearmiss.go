package eligibility

import (
	"cmp"
	"slices"
)

// NearMiss finds the fewest criteria that have to change for the programme to be met, with their margins (差距). It names
// only what people can change: no criterion of Fixed facts alone and no judgement, and neither a clause, a standard, who is
// a member nor whether relatives fit together. A criterion that is unknown counts as one to change. Where one criterion
// stands in several places of the tree, the way found is one, but may not be the shortest. Errors are those of Truth.
func (l *Law) NearMiss(c *Case, row int, p ProgrammeID) (Distance, error) {
	slot, v, err := l.open(c, row, p)
	if err != nil {
		return Distance{}, err
	}
	m := l.machine(c)
	defer m.rest()
	t := m.programme(slot, v.person)
	if err := m.failed(t); err != nil || t == Met {
		return Distance{Possible: err == nil}, err
	}
	m.frames = append(m.frames[:0], v)
	way := m.way(l.code.entries[slot].root, 0, Met)
	for len(way.changes) > 0 && way.cost < far && !m.reaches(slot, v.person, way.changes) {
		// A criterion that stands in several places helps in one and hurts in another: go without the last.
		m.barred = append(m.barred, way.changes[len(way.changes)-1])
		m.forced = nil
		m.start()
		m.programme(slot, v.person)
		m.frames = append(m.frames[:0], v)
		way = m.way(l.code.entries[slot].root, 0, Met)
	}
	if way.cost >= far || len(way.changes) == 0 {
		return Distance{}, nil
	}
	for i := 0; i < len(way.changes); i++ { // what one change does in several places may make others needless
		if fewer := slices.Delete(slices.Clone(way.changes), i, i+1); m.reaches(slot, v.person, fewer) {
			way.changes, i = fewer, -1
		}
	}
	m.forced = nil
	m.start()
	d := Distance{Possible: true}
	for _, x := range way.changes {
		m.frames = append(m.frames[:0], x.view)
		m.explaining, m.findings, m.next = true, d.Criteria, len(d.Criteria)
		m.explain(int(x.op), 0)
		d.Criteria = m.findings
	}
	return d, nil
}

// reaches reports whether the programme is met with these changes.
func (m *machine) reaches(slot int, person int32, changes []forced) bool {
	m.forced = changes
	m.start()
	return m.programme(slot, person) == Met
}

// far is the cost of what nobody can reach.
const far = 1 << 20

// A way is how a node gets to a truth: how many criteria have to change, and which.
type way struct {
	cost    int
	changes []forced
}

// same reports that two changes are one, wherever it stands.
func (x forced) same(y forced) bool {
	return x.node == y.node && x.view == y.view && x.truth == y.truth
}

func (w way) and(o way) way {
	w.cost = min(far, w.cost+o.cost)
	w.changes = slices.Clone(w.changes)
	for _, x := range o.changes {
		if !slices.ContainsFunc(w.changes, x.same) {
			w.changes = append(w.changes, x)
		}
	}
	return w
}

func (w way) or(o way) way {
	if o.cost < w.cost {
		return o
	}
	return w
}

// way finds how an op gets to the truth t.
func (m *machine) way(pc, f int, t Truth) way {
	if m.eval(pc, f) == t {
		return way{}
	}
	o := &m.p.ops[pc]
	switch o.code {
	case opSome:
		var met, not []way
		for k := pc + 1; k < int(o.end); k = int(m.p.ops[k].end) {
			met, not = append(met, m.way(k, f, Met)), append(not, m.way(k, f, NotMet))
		}
		return o.count(met, not, t, true)
	case opMany:
		return m.wayOfMany(pc, f, t)
	case opOwner:
		return m.way(pc+1, int(m.frames[f].up), t)
	case opPass:
		return m.way(pc+1, f, t)
	case opCall, opQualifies:
		root, v := 0, m.frames[f]
		if o.code == opCall {
			root = m.p.definitions[o.arg]
		} else if root, v = m.p.entries[o.arg].root, (frame{v.person, -1, -1}); root < 0 {
			return way{cost: far}
		}
		if o.flags&flagHouse != 0 {
			v = frame{-1, -1, -1}
		}
		return m.seeing(v, func(f int) way { return m.way(root, f, t) })
	case opException:
		return m.wayOfException(pc, f, t)
	}
	if _, ok := m.side(o); !ok || !m.changeable(o) {
		return way{cost: far}
	}
	v := m.frames[f]
	v.up = -1
	x := forced{m.p.nodes[pc], int32(pc), v, t}
	if slices.ContainsFunc(m.barred, x.same) {
		return way{cost: far}
	}
	return way{1, []forced{x}}
}

// seeing finds a way with another in view.
func (m *machine) seeing(v frame, find func(f int) way) way {
	m.frames = append(m.frames, v)
	w := find(len(m.frames) - 1)
	m.frames = m.frames[:len(m.frames)-1]
	return w
}

// changeable reports whether an op reads a fact that people can change.
func (m *machine) changeable(o *op) bool {
	free := func(terms ...term) bool {
		return slices.ContainsFunc(terms, func(t term) bool {
			f := &m.l.statutes.dict.facts[m.p.keys[t.from][t.slot]]
			return !t.heads && !f.Fixed && !f.Judgement
		})
	}
	switch o.code {
	case opRange, opWords, opPairs:
		return free(term{from: o.from, slot: o.slot})
	case opLine:
		ln := &m.p.lines[o.arg]
		return free(ln.left.terms...) || free(ln.right.terms...) || free(ln.by.dynamic...)
	case opCustom:
		return free(m.p.customs[o.arg].reads...)
	}
	return false
}

// count finds the cheapest way for lo to hi to be met, or for another number, given how each can be met or not be met.
func (o *op) count(met, not []way, t Truth, complete bool) way {
	n := int64(len(met))
	lo, hi := max(0, o.lo[0]), o.hi[0]
	upper := hi < n || !complete && hi < noTop // some must fail
	if t == NotMet {
		w := way{cost: far}
		if complete && lo > 0 {
			w = w.or(pick(n-lo+1, not, nil))
		}
		if hi < n {
			w = w.or(pick(hi+1, met, nil))
		}
		return w
	}
	switch {
	case upper && !complete:
		return way{cost: far}
	case upper && lo > 0:
		return pick(lo, met, not)
	case upper:
		return pick(n-hi, not, nil)
	}
	return pick(lo, met, nil)
}

// pick takes the way in these for k of them and the way in others, if any, for the rest, so that it is cheapest.
func pick(k int64, these, others []way) way {
	if k > int64(len(these)) || k < 0 {
		return way{cost: far}
	}
	other := func(i int) way {
		if others == nil {
			return way{}
		}
		return others[i]
	}
	order := make([]int, len(these))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(these[a].cost-other(a).cost, these[b].cost-other(b).cost)
	})
	chosen := order[:k]
	var w way
	for i := range these { // in drafter's order
		if slices.Contains(chosen, i) {
			w = w.and(these[i])
		} else {
			w = w.and(other(i))
		}
	}
	return w
}

func (m *machine) wayOfMany(pc, f int, t Truth) way {
	o, v := &m.p.ops[pc], m.frames[f]
	var met, not []way
	one := func(in frame, sure Truth) {
		m.seeing(in, func(f int) way {
			fit := Met
			if o.flags&flagFails != 0 {
				fit = NotMet
			}
			kid, chosen, dropped := pc+1, way{}, way{cost: far}
			if o.flags&flagWhere != 0 {
				kid, chosen, dropped = int(m.p.ops[kid].end), m.way(kid, f, Met), m.way(kid, f, NotMet)
			}
			if sure == Unknown {
				chosen = way{cost: far}
			}
			met = append(met, chosen.and(m.way(kid, f, fit)))
			not = append(not, dropped.or(m.way(kid, f, fit.Not())))
			return way{}
		})
	}
	if o.flags&flagMembers == 0 {
		for _, tie := range m.c.byOwner[v.person] {
			one(frame{int32(m.c.ties[tie].kin), int32(tie), int32(f)}, Met)
		}
		return o.count(met, not, t, m.is(v, 1, slotKin))
	}
	g := m.membership()
	for x := range m.c.people {
		if sure := g.truth(int32(x)); sure != NotMet {
			one(frame{int32(x), -1, -1}, sure)
		}
	}
	return o.count(met, not, t, m.is(v, 0, slotMembers))
}

// wayOfException gets every exception out of the way, or makes it agree; and either the rule comes to t, or one exception
// applies.
func (m *machine) wayOfException(pc, f int, t Truth) way {
	var agree, decides []way
	first := pc + 1
	for k := int(m.p.ops[first].end); k < int(m.p.ops[pc].end); {
		then := int(m.p.ops[k].end)
		comes := m.way(then, f, t)
		agree, decides = append(agree, m.way(k, f, NotMet).or(comes)), append(decides, m.way(k, f, Met).and(comes))
		k = int(m.p.ops[then].end)
	}
	best := m.way(first, f, t)
	for _, w := range agree {
		best = best.and(w)
	}
	for i, w := range decides {
		for j := range agree {
			if j != i {
				w = w.and(agree[j])
			}
		}
		best = best.or(w)
	}
	return best
}
