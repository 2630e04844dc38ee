package assess

import (
	"cmp"
	mathbits "math/bits"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess/internal/program"
)

// NearMiss finds the fewest criteria that have to change for the programme to be met, with their margins (差距). It names
// only what people can change: no criterion of Fixed facts alone and no judgement, and neither a clause, a standard, who is
// a member nor whether relatives fit together. A criterion that is unknown counts as one to change. Where one criterion
// stands in several places of the tree, the way found is one, but may not be the shortest. Errors are those of Truth.
func (e *Engine) NearMiss(c *eligibility.Case, row int, p eligibility.ProgrammeID) (eligibility.Distance, error) {
	slot, v, err := e.open(c, row, p)
	if err != nil {
		return eligibility.Distance{}, err
	}
	m := e.machine(c)
	defer m.rest()
	t := m.programme(slot, v.person)
	if err := m.failed(t); err != nil || t == eligibility.Met {
		return eligibility.Distance{Possible: err == nil}, err
	}
	m.frames, m.turns = append(m.frames[:0], v), nil
	reaches := func() bool {
		m.start()
		return m.programme(slot, v.person) == eligibility.Met
	}
	way := m.way(e.p.Entries[slot].Root, 0, eligibility.Met)
	for len(way.changes) > 0 && way.cost < far {
		if m.force(&way); reaches() {
			break
		}
		// A criterion that stands in several places helps in one and hurts in another: go without the last.
		m.barred = append(m.barred, way.changes[len(way.changes)-1])
		m.forced = nil
		reaches() // by the facts alone again, for what way reads
		m.frames, m.turns = append(m.frames[:0], v), nil
		way = m.way(e.p.Entries[slot].Root, 0, eligibility.Met)
	}
	if way.cost >= far || len(way.changes) == 0 {
		return eligibility.Distance{}, nil
	}
	for before := 0; before != len(way.changes); { // what one change does in several places may make others needless
		before = len(way.changes)
		way.changes = slices.DeleteFunc(way.changes, func(x forced) bool {
			delete(m.forced, x.spot())
			needless := reaches()
			if !needless {
				m.forced[x.spot()] = x.truth
			}
			return needless
		})
	}
	m.forced = nil
	m.start()
	d := eligibility.Distance{Possible: true}
	for _, x := range way.changes {
		m.frames = append(m.frames[:0], x.view)
		m.explaining, m.findings, m.next = true, d.Criteria, len(d.Criteria)
		m.explain(int(x.op), 0)
		d.Criteria = m.findings
	}
	return d, nil
}

// force gives the criteria the truths that the way gives them. Of two for one spot it leaves the first.
func (m *machine) force(w *way) {
	m.forced = make(map[spot]eligibility.Truth, len(w.changes))
	w.changes = slices.DeleteFunc(w.changes, func(x forced) bool {
		_, twice := m.forced[x.spot()]
		if !twice {
			m.forced[x.spot()] = x.truth
		}
		return twice
	})
}

// far is the cost of what nobody can reach.
const far = 1 << 20

// A way is how a node gets to a truth: how many criteria have to change, and which.
type way struct {
	cost    int
	changes []forced
}

// A turn is an exception as it is asked for a truth. It asks its conditions for both, so that the work would double with
// every exception in the condition of another if its way were not kept.
type turn struct {
	op    int32
	view  frame
	truth eligibility.Truth
}

func (x forced) spot() spot { return spot{x.node, x.view.person, x.view.tie} }

// same reports that two changes are one, wherever it stands.
func (x forced) same(y forced) bool {
	return x.node == y.node && x.view == y.view && x.truth == y.truth
}

func (w way) and(o way) way {
	w.changes = slices.Clone(w.changes)
	w.add(o)
	return w
}

// add makes w go the way of o too, in place.
func (w *way) add(o way) {
	w.cost = min(far, w.cost+o.cost)
	for _, x := range o.changes {
		if !slices.ContainsFunc(w.changes, x.same) {
			w.changes = append(w.changes, x)
		}
	}
}

func (w way) or(o way) way {
	if o.cost < w.cost {
		return o
	}
	return w
}

// way finds how an op gets to the truth t.
func (m *machine) way(pc, f int, t eligibility.Truth) way {
	if m.eval(pc, f) == t {
		return way{}
	}
	o := &m.p.Ops[pc]
	switch o.Code {
	case program.OpSome:
		return count(o, int64(o.Arg), t, true, func(t eligibility.Truth) (ways []way) {
			for k := pc + 1; k < int(o.End); k = int(m.p.Ops[k].End) {
				ways = append(ways, m.way(k, f, t))
			}
			return ways
		})
	case program.OpMany:
		return m.wayOfMany(pc, f, t)
	case program.OpOwner:
		return m.way(pc+1, int(m.frames[f].up), t)
	case program.OpPass:
		return m.way(pc+1, f, t)
	case program.OpCall, program.OpQualifies:
		root, v := 0, m.frames[f]
		if o.Code == program.OpCall {
			root = m.p.Definitions[o.Arg]
		} else if root, v = m.p.Entries[o.Arg].Root, (frame{v.person, -1, -1}); root < 0 {
			return way{cost: far}
		}
		if o.Flags&program.FlagHouse != 0 {
			v = frame{-1, -1, -1}
		}
		return m.seeing(v, func(f int) way { return m.way(root, f, t) })
	case program.OpException:
		at := turn{int32(pc), m.frames[f], t}
		w, ok := m.turns[at]
		if !ok {
			if w = m.wayOfException(pc, f, t); m.turns == nil {
				m.turns = make(map[turn]way)
			}
			m.turns[at] = w
		}
		return w
	}
	if _, ok := m.side(o); !ok || !m.changeable(o) {
		return way{cost: far}
	}
	v := m.frames[f]
	v.up = -1
	x := forced{m.p.Nodes[pc], int32(pc), v, t}
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
func (m *machine) changeable(o *program.Op) bool {
	free := func(terms ...program.Term) bool {
		return slices.ContainsFunc(terms, func(t program.Term) bool {
			f := &m.p.Facts[t.From][t.Slot]
			return !t.Heads && !f.Fixed && !f.Judgement
		})
	}
	switch o.Code {
	case program.OpRange, program.OpWords, program.OpPairs:
		return free(program.Term{From: o.From, Slot: o.Slot})
	case program.OpLine:
		ln := &m.p.Lines[o.Arg]
		return free(ln.Left.Terms...) || free(ln.Right.Terms...) || free(ln.By.Dynamic...)
	case program.OpCustom:
		return free(m.p.Customs[o.Arg].Reads...)
	}
	return false
}

// count finds the cheapest way for lo to hi of n to be met, or for another number; each finds how every one comes to a
// truth, and is asked for what is needed only, or the work would double at every level of a tree.
func count(o *program.Op, n int64, t eligibility.Truth, complete bool, each func(t eligibility.Truth) []way) way {
	lo, hi := max(0, o.Lo[0]), o.Hi[0]
	upper := hi < n || !complete && hi < program.NoTop // some must fail
	if t == eligibility.NotMet {
		w := way{cost: far}
		if complete && lo > 0 {
			w = w.or(pick(n-lo+1, each(eligibility.NotMet), nil))
		}
		if hi < n {
			w = w.or(pick(hi+1, each(eligibility.Met), nil))
		}
		return w
	}
	switch {
	case upper && !complete:
		return way{cost: far}
	case upper && lo > 0:
		return pick(lo, each(eligibility.Met), each(eligibility.NotMet))
	case upper:
		return pick(n-hi, each(eligibility.NotMet), nil)
	}
	return pick(lo, each(eligibility.Met), nil)
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
	chosen := make([]bool, len(these))
	for _, i := range order[:k] {
		chosen[i] = true
	}
	var w way
	for i := range these { // in drafter's order
		if chosen[i] {
			w.add(these[i])
		} else {
			w.add(other(i))
		}
	}
	return w
}

func (m *machine) wayOfMany(pc, f int, t eligibility.Truth) way {
	o, v := &m.p.Ops[pc], m.frames[f]
	one := func(in frame, sure, t eligibility.Truth) way {
		kept := m.turns
		m.turns = nil // what was found of another must not stand for him
		defer func() { m.turns = kept }()
		return m.seeing(in, func(f int) way {
			kid, fit := pc+1, t
			if o.Flags&program.FlagFails != 0 {
				fit = t.Not()
			}
			chosen, dropped := way{}, way{cost: far}
			if o.Flags&program.FlagWhere != 0 {
				if kid = int(m.p.Ops[kid].End); t == eligibility.Met {
					chosen = m.way(pc+1, f, eligibility.Met)
				} else {
					dropped = m.way(pc+1, f, eligibility.NotMet)
				}
			}
			if sure == eligibility.Unknown {
				chosen = way{cost: far}
			}
			if t == eligibility.Met {
				return chosen.and(m.way(kid, f, fit))
			}
			return dropped.or(m.way(kid, f, fit))
		})
	}
	if o.Flags&program.FlagMembers == 0 {
		n := m.c.KinOf(int(v.person))
		return count(o, int64(n), t, m.is(v, 1, slotKin), func(t eligibility.Truth) (ways []way) {
			for i := range n {
				tie, kin := m.c.TieFrom(int(v.person), i)
				ways = append(ways, one(frame{int32(kin), int32(tie), int32(f)}, eligibility.Met, t))
			}
			return ways
		})
	}
	g := m.membership()
	crowd := g.met | g.open
	return count(o, int64(mathbits.OnesCount64(crowd)), t, m.is(v, 0, slotMembers), func(t eligibility.Truth) (ways []way) {
		for s := crowd; s != 0; s &= s - 1 {
			x := int32(mathbits.TrailingZeros64(s))
			ways = append(ways, one(frame{x, -1, -1}, g.truth(x), t))
		}
		return ways
	})
}

// wayOfException gets every exception out of the way, or makes it agree; and either the rule comes to t, or one exception
// applies.
func (m *machine) wayOfException(pc, f int, t eligibility.Truth) way {
	var agree, decides []way
	first := pc + 1
	for k := int(m.p.Ops[first].End); k < int(m.p.Ops[pc].End); {
		then := int(m.p.Ops[k].End)
		comes := m.way(then, f, t)
		agree, decides = append(agree, m.way(k, f, eligibility.NotMet).or(comes)), append(decides, m.way(k, f, eligibility.Met).and(comes))
		k = int(m.p.Ops[then].End)
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
