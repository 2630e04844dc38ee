package assess

import (
	"math"
	mathbits "math/bits"
	"slices"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess/internal/program"
)

// A frame is who is in view: a person (−1 for the household), and inside a group of kin the tie that leads to him from
// the person in view in frame up.
type frame struct{ person, tie, up int32 }

// A crowd is a set of people with what is known of each.
type crowd struct {
	done      bool
	met, open uint64 // neither: not met
	conflict  int64
}

// A mutual is the fixpoint of a programme with Together: a truth for everybody asked so far.
type mutual struct {
	asked, met, open, conflicts uint64
	conflict                    int64
	listed                      uint64 // whose lacks are among the wants
	busy                        bool   // it is being sought
}

// A want is a need in short.
type want struct {
	kind wantKind
	from uint8
	slot int32
	row  int32
}

type wantKind uint8

const (
	wantFact wantKind = iota
	wantParam
	wantClause
	wantDoubt    // an optional clause that is not recorded
	wantTogether // whatever the person lacks for the programme of the group
)

// A machine evaluates a program on one case. Evaluation is Kleene's, in drafter's order but for what asks of relatives, and
// stops as soon as a node is decided.
// While it collects, undecided branches leave behind what they lack, and decided ones take theirs back; while it
// explains, nothing stops early and every node leaves a finding.
type machine struct {
	e        *Engine
	p        *program.Compiled
	c        *eligibility.Case
	area     int   // 0 town, 1 country, −1 unknown
	verified bool  // by the verified facts alone
	least    bool  // Together is not met until shown
	doubting bool  // a clause not recorded is unknown, not unmet
	together bool  // Together was read
	conflict int64 // 1 + op << 32, and the branches that conflict

	frames  []frame
	members crowd
	mutuals []mutual

	collecting bool
	thorough   bool // a criterion without its parameter lacks its facts too, even known ones
	wants      []want

	explaining bool
	second     bool // the verified truths of findings that are there already
	findings   []eligibility.Finding
	next       int
	depth      uint8
	rows       uint64                     // the members that have findings
	forced     map[spot]eligibility.Truth // criteria whose truth is given
	barred     []forced                   // those that are not to be changed
	turns      map[turn]way               // of exceptions, while somebody is in view

	fewest, utmost int64 // of the last count
}

// A spot is a criterion, wherever it stands, as it is asked about somebody.
type spot struct {
	node        *eligibility.Node
	person, tie int32
}

// forced is a criterion whose truth is given.
type forced struct {
	node  *eligibility.Node // wherever it stands
	op    int32
	view  frame
	truth eligibility.Truth
}

// start prepares m for a pass over the case by other rules than before.
func (m *machine) start() {
	m.members, m.conflict = crowd{}, 0
	clear(m.mutuals)
	m.area = -1
	if n, ok := m.fact(frame{person: -1, tie: -1}, 0, 0); ok { // HouseholdArea is the first fact of every dictionary
		m.area = int(n)
	}
}

// row is where the facts of whoever is in view are.
func (m *machine) row(f frame, from uint8) *eligibility.Row {
	switch from {
	case 1:
		return m.c.Person(int(f.person))
	case 2:
		return m.c.Tie(int(f.tie))
	}
	return m.c.Household()
}

// fact reads a fact of whoever is in view.
func (m *machine) fact(f frame, from uint8, slot uint16) (int64, bool) {
	r := m.row(f, from)
	return r.Number(int(slot)), r.Known(int(slot), m.verified)
}

// programme evaluates a programme for a person, or for the household (−1).
func (m *machine) programme(slot int, person int32) eligibility.Truth {
	e := &m.p.Entries[slot]
	if e.Root < 0 {
		return eligibility.NotMet // what is not in force nobody fits
	}
	if e.Household {
		person = -1
	}
	if e.Group >= 0 && !m.collecting && !m.explaining {
		if t := m.solve(e.Group, person); t != eligibility.Unknown || m.mutuals[e.Group].conflicts == 0 {
			return t
		}
	}
	return m.about(e.Root, frame{person, -1, -1})
}

// about evaluates an op with another in view.
func (m *machine) about(pc int, f frame) eligibility.Truth {
	m.frames = append(m.frames, f)
	t := m.at(pc, len(m.frames)-1)
	m.frames = m.frames[:len(m.frames)-1]
	return t
}

// quiet evaluates an op without leaving anything behind but a conflict.
func (m *machine) quiet(pc int, f frame) (t eligibility.Truth, conflict int64) {
	c, e, before := m.collecting, m.explaining, m.conflict
	m.collecting, m.explaining, m.conflict = false, false, 0
	t = m.about(pc, f)
	conflict = m.conflict
	m.collecting, m.explaining, m.conflict = c, e, before
	return t, conflict
}

// at evaluates an op with frame f in view, leaving a finding where they are wanted.
func (m *machine) at(pc, f int) eligibility.Truth {
	if m.explaining {
		return m.explain(pc, f)
	}
	o := &m.p.Ops[pc]
	if o.Flags&program.FlagSimple == 0 || m.forced != nil {
		return m.eval(pc, f)
	}
	r := m.row(m.frames[f], o.From)
	n := r.Number(int(o.Slot))
	if !r.Known(int(o.Slot), m.verified) || n > o.Top {
		return m.lack(pc, f)
	}
	return o.Judge(m.p, 0, n)
}

// eval evaluates an op with frame f in view.
func (m *machine) eval(pc, f int) eligibility.Truth {
	o := &m.p.Ops[pc]
	switch o.Code {
	case program.OpSome:
		return m.some(pc, f)
	case program.OpMany:
		return m.many(pc, f)
	case program.OpOwner:
		return m.at(pc+1, int(m.frames[f].up))
	case program.OpPass:
		return m.at(pc+1, f)
	case program.OpCall:
		if o.Flags&program.FlagHouse != 0 {
			return m.about(m.p.Definitions[o.Arg], frame{-1, -1, -1})
		}
		return m.at(m.p.Definitions[o.Arg], f)
	case program.OpQualifies:
		e := m.explaining
		m.explaining = false
		t := m.programme(int(o.Arg), m.frames[f].person)
		m.explaining = e
		return t
	case program.OpTogether:
		return m.relative(int(o.Arg), m.frames[f].person)
	case program.OpException:
		return m.exception(pc, f)
	case program.OpConst:
		return eligibility.Truth(o.Arg)
	}
	return m.leaf(pc, f)
}

// some counts the kids that are met, and turns last to the one that is put off.
func (m *machine) some(pc, f int) eligibility.Truth {
	o := &m.p.Ops[pc]
	mark, conflict := len(m.wants), m.conflict
	least, most := int64(0), int64(o.Arg)
	end, late := int(o.End), int(o.Late)
	if m.explaining {
		late = 0
	}
	its, rest := mark, mark // where the lacks of the late kid belong, and where those of the kids after it end
	for k := pc + 1; ; k = int(m.p.Ops[k].End) {
		if k == late {
			its = len(m.wants)
			continue
		}
		if k == end {
			if late == 0 {
				break
			}
			k, late, rest = late, 0, len(m.wants)
			end = int(m.p.Ops[k].End)
		}
		switch m.at(k, f) {
		case eligibility.Met:
			least++
		case eligibility.NotMet:
			most--
		default:
			continue
		}
		if !m.explaining && o.Within(least, most) != eligibility.Unknown {
			break
		}
	}
	m.fewest, m.utmost = least, most
	t := o.Within(least, most)
	if t == eligibility.Unknown && its < rest && rest < len(m.wants) {
		slices.Reverse(m.wants[its:rest])
		slices.Reverse(m.wants[rest:])
		slices.Reverse(m.wants[its:])
	}
	return m.settle(t, mark, conflict)
}

// settle takes back what branches lacked that a decided node does not need.
func (m *machine) settle(t eligibility.Truth, mark int, conflict int64) eligibility.Truth {
	if t != eligibility.Unknown {
		m.wants, m.conflict = m.wants[:mark], conflict
	}
	return t
}

// many counts those of a group who fit.
func (m *machine) many(pc, f int) eligibility.Truth {
	o := &m.p.Ops[pc]
	mark, conflict := len(m.wants), m.conflict
	v, in := m.frames[f], frame{-1, -1, int32(f)}
	var crowd uint64
	ties := 0
	whole := want{from: 0, slot: slotMembers}
	if o.Flags&program.FlagMembers != 0 {
		g := m.membership()
		if crowd = g.met | g.open; m.second {
			crowd |= m.rows
		}
	} else {
		ties = m.c.KinOf(int(v.person))
		whole = want{from: 1, slot: slotKin, row: v.person}
	}
	n := mathbits.OnesCount64(crowd) + ties
	least, most := int64(0), int64(n)
	complete := m.is(v, whole.from, uint16(whole.slot))
	if !complete {
		most = math.MaxInt64
	}
	for i := range n {
		sure := eligibility.Met
		if ties > 0 {
			tie, kin := m.c.TieFrom(int(v.person), i)
			in.tie, in.person = int32(tie), int32(kin)
		} else {
			in.person = int32(mathbits.TrailingZeros64(crowd))
			crowd &= crowd - 1
			sure = m.members.truth(in.person)
		}
		switch m.element(pc, in, sure) {
		case eligibility.Met:
			least++
		case eligibility.NotMet:
			most--
		default:
			continue
		}
		if !m.explaining && o.Within(least, most) != eligibility.Unknown {
			break
		}
	}
	m.fewest, m.utmost = least, most
	t := o.Within(least, most)
	if t == eligibility.Unknown && !complete && m.collecting {
		m.wants = append(m.wants, whole)
	}
	return m.settle(t, mark, conflict)
}

// element is whether one of a group counts; sure is whether he is of the group at all.
func (m *machine) element(pc int, in frame, sure eligibility.Truth) eligibility.Truth {
	o := &m.p.Ops[pc]
	mark, conflict, explaining := len(m.wants), m.conflict, m.explaining
	if sure == eligibility.Unknown {
		m.lackMembership(in.person)
	}
	if m.second && in.tie < 0 && m.rows>>in.person&1 == 0 {
		m.explaining = false // unknown by verified facts, but known not to be a member
	}
	m.frames = append(m.frames, in)
	f, kid, t := len(m.frames)-1, pc+1, sure
	if o.Flags&program.FlagWhere != 0 {
		found := m.next
		t = t.And(m.at(kid, f))
		kid = int(m.p.Ops[kid].End)
		// Whoever is not chosen has no finding for the kid.
		m.explaining = m.explaining && m.findings[found].Stated != eligibility.NotMet
	}
	if t != eligibility.NotMet {
		fit := m.at(kid, f)
		if o.Flags&program.FlagFails != 0 {
			fit = fit.Not()
		}
		t = t.And(fit)
	} else if m.explaining {
		m.at(kid, f)
	}
	m.frames = m.frames[:len(m.frames)-1]
	m.explaining = explaining
	return m.settle(t, mark, conflict)
}

// exception is the rule where no branch applies, and otherwise what all that may apply agree on.
func (m *machine) exception(pc, f int) eligibility.Truth {
	mark, conflict := len(m.wants), m.conflict
	var possible, certain uint8 // sets of truths
	var yes, no int64           // branches that certainly apply and are met, or not met
	rule, first := eligibility.Unknown, pc+1
	if m.explaining {
		rule = m.at(first, f)
	}
	for k, branch := int(m.p.Ops[first].End), int64(0); k < int(m.p.Ops[pc].End); branch++ {
		then := int(m.p.Ops[k].End)
		when := m.at(k, f)
		if when != eligibility.NotMet || m.explaining {
			t := m.at(then, f)
			if when != eligibility.NotMet {
				possible |= 1 << (t + 1)
			}
			if when == eligibility.Met {
				certain |= 1 << (t + 1)
				switch t {
				case eligibility.Met:
					yes = branch
				case eligibility.NotMet:
					no = branch
				}
			}
		}
		k = int(m.p.Ops[then].End)
	}
	if certain == 0 {
		if !m.explaining {
			rule = m.at(first, f)
		}
		possible |= 1 << (rule + 1)
	}
	t := eligibility.Unknown
	switch {
	case certain&5 == 5:
		m.conflict = int64(pc+1)<<32 | min(yes, no)<<16 | max(yes, no)
		return eligibility.Unknown
	case possible == 1:
		t = eligibility.NotMet
	case possible == 4:
		t = eligibility.Met
	}
	return m.settle(t, mark, conflict)
}

// truth is what is known of person x.
func (g *crowd) truth(x int32) eligibility.Truth { return truthIn(g.met, g.open, x) }

func truthIn(met, open uint64, x int32) eligibility.Truth {
	switch {
	case met>>x&1 != 0:
		return eligibility.Met
	case open>>x&1 != 0:
		return eligibility.Unknown
	}
	return eligibility.NotMet
}

// membership finds out, once a pass, who is a member of the household.
func (m *machine) membership() *crowd {
	g := &m.members
	if g.done || m.p.Member < 0 {
		return g
	}
	g.done = true
	for x := range m.c.People() {
		switch t, conflict := m.quiet(m.p.Member, frame{int32(x), -1, -1}); t {
		case eligibility.Met:
			g.met |= 1 << x
		case eligibility.Unknown:
			g.open |= 1 << x
			g.conflict = max(g.conflict, conflict)
		}
	}
	return g
}

// lackMembership notes why it is not known whether x is a member.
func (m *machine) lackMembership(x int32) {
	if m.conflict == 0 {
		m.conflict = m.members.conflict
	}
	if m.collecting {
		e := m.explaining
		m.explaining = false
		m.about(m.p.Member, frame{x, -1, -1})
		m.explaining = e
	}
}

// relative is what the fixpoint so far says of a person.
func (m *machine) relative(group int, x int32) eligibility.Truth {
	m.together = true
	u := &m.mutuals[group]
	if u.busy {
		u.ask(x, !m.least)
	} else {
		m.solve(group, x)
	}
	t := truthIn(u.met, u.open, x)
	if t == eligibility.Unknown {
		if u.conflicts>>x&1 != 0 {
			m.conflict = u.conflict
		}
		if m.collecting {
			m.wants = append(m.wants, want{kind: wantTogether, slot: int32(group), row: x})
		}
	}
	return t
}

func (u *mutual) ask(x int32, met bool) {
	if bit := uint64(1) << x; u.asked&bit == 0 {
		if u.asked |= bit; met {
			u.met |= bit
		}
	}
}

// solve finds the fixpoint of a programme for x and for everybody his result rests on. All who are asked for are taken to
// fit, and whoever does not is taken out until nothing changes; the other way round for the least fixpoint.
func (m *machine) solve(group int, x int32) eligibility.Truth {
	u := &m.mutuals[group]
	todo := uint64(1) << x &^ u.asked
	u.ask(x, !m.least)
	root := m.p.Entries[m.p.Groups[group]].Root
	u.busy = true
	for todo != 0 {
		before := *u
		for ; todo != 0; todo &= todo - 1 {
			y := int32(mathbits.TrailingZeros64(todo))
			old := truthIn(u.met, u.open, y)
			t, conflict := m.quiet(root, frame{y, -1, -1})
			if m.least {
				t = max(t, old)
			} else {
				t = min(t, old)
			}
			u.put(y, t, conflict, t != old)
		}
		if final := u.final(m.least); final>>x&1 != 0 { // enough: what is not final yet of the others is forgotten
			*u = mutual{asked: final, met: u.met & final, listed: u.listed}
			return truthIn(u.met, 0, x)
		}
		fresh := u.asked &^ before.asked
		if before.asked, before.met = u.asked, before.met|u.met&fresh; *u == before {
			todo = fresh // whoever was asked for anew changes nothing for the others yet
		} else {
			todo = u.asked &^ u.final(m.least)
		}
	}
	if u.conflicts != 0 {
		m.clash(u, root)
	}
	u.busy = false
	return truthIn(u.met, u.open, x)
}

// final is who is at the end of the way already: in a greatest fixpoint truths only fall, in a least one they only rise.
func (u *mutual) final(least bool) uint64 {
	if least {
		return u.met
	}
	return u.asked &^ (u.met | u.open)
}

// clash finds anew, now that the truths stand, who is in conflict: a conflict found while somebody was taken to fit who
// does not could be handed round for ever.
func (m *machine) clash(u *mutual, root int) {
	u.conflicts = 0
	for changed := true; changed; {
		before := u.conflicts
		for todo := u.open; todo != 0; todo &= todo - 1 {
			y := int32(mathbits.TrailingZeros64(todo))
			_, conflict := m.quiet(root, frame{y, -1, -1})
			u.put(y, eligibility.Unknown, conflict, false)
		}
		changed = u.conflicts != before
	}
}

func (u *mutual) put(y int32, t eligibility.Truth, conflict int64, changed bool) {
	bit := uint64(1) << y
	if changed {
		u.met, u.open, u.conflicts = u.met&^bit, u.open&^bit, 0
		switch t {
		case eligibility.Met:
			u.met |= bit
		case eligibility.Unknown:
			u.open |= bit
		}
	}
	if t == eligibility.Unknown && conflict != 0 && u.conflicts&bit == 0 {
		u.conflicts |= bit
		u.conflict = conflict
	}
}
