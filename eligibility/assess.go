package eligibility

import (
	"slices"

	"github.com/shegong/shegong/station/known"
	"github.com/shegong/shegong/station/vocab"
)

// open checks a question and returns its programme and who is in view.
func (l *Law) open(c *Case, row int, p ProgrammeID) (slot int, v frame, err error) {
	if c.dict != l.statutes.dict {
		return 0, v, catalogue().New(ErrDictionary)
	}
	slot, ok := l.statutes.programmes.at[p]
	if !ok {
		return 0, v, catalogue().New(ErrProgramme)
	}
	switch e := &l.code.entries[slot]; {
	case e.root < 0:
		return 0, v, catalogue().New(ErrNotInForce)
	case e.household && row == 0:
		return slot, frame{-1, -1, -1}, nil
	case e.household || row < 0 || row >= len(c.people):
		return 0, v, catalogue().New(ErrRow)
	}
	return slot, frame{int32(row), -1, -1}, nil
}

// machine takes a machine from those at rest, so that none has to be made.
func (l *Law) machine(c *Case) *machine {
	m, ok := l.code.idle.Get().(*machine)
	if !ok {
		m = &machine{mutuals: make([]mutual, len(l.code.groups))}
	}
	*m = machine{l: l, p: &l.code, c: c, frames: m.frames[:0], wants: m.wants[:0], mutuals: m.mutuals}
	m.start()
	return m
}

// rest puts a machine back, without what it worked on.
func (m *machine) rest() {
	m.l, m.c, m.findings, m.forced = nil, nil, nil, nil
	m.p.idle.Put(m)
}

// Truth is whether a programme is met, by all known facts and by the verified ones alone (是否符合). Row is the row of the
// person, or 0 for a programme of the household. It allocates nothing, but for custom functions.
//
// Errors: ErrDictionary for a case that speaks another dictionary's language, ErrProgramme for an unknown programme,
// ErrNotInForce, ErrRow, and ErrConflict where the result is unknown because two exceptions apply with different outcomes.
func (l *Law) Truth(c *Case, row int, p ProgrammeID) (stated, verified Truth, err error) {
	slot, v, err := l.open(c, row, p)
	if err != nil {
		return Unknown, Unknown, err
	}
	m := l.machine(c)
	defer m.rest()
	stated = m.programme(slot, v.person)
	if err := m.failed(stated); err != nil {
		return Unknown, Unknown, err
	}
	return stated, m.verify(slot, v.person, stated), nil
}

// failed is the error of a result that is unknown because of a conflict.
func (m *machine) failed(t Truth) error {
	if t != Unknown || m.conflict == 0 {
		return nil
	}
	n := m.p.nodes[m.conflict>>32-1]
	cite := func(i int64) string {
		s := n.s.Branches[i].Criterion.Source
		return s.Document + s.Article
	}
	return catalogue().New(ErrConflict, "a", cite(m.conflict>>16&0xffff), "b", cite(m.conflict&0xffff)).At(n.s.Criterion.ID)
}

// verify is the truth by verified facts alone. They are some of the known facts, so what is unknown stays so.
func (m *machine) verify(slot int, person int32, stated Truth) Truth {
	if stated == Unknown || m.c.unverified == 0 {
		return stated
	}
	m.verified = true
	m.start()
	return m.programme(slot, person)
}

// Assess assesses one programme for the person in row, or for the household (row 0) (初步研判). Errors are those of Truth,
// and ErrValue where the amount has no room in 64 bits. A programme that refers to another reads it by the same facts.
func (l *Law) Assess(c *Case, row int, p ProgrammeID) (Assessment, error) {
	var a Assessment
	err := l.AssessInto(&a, c, row, p)
	return a, err
}

// AssessInto is Assess into an assessment whose lists are used again: with room in them it allocates nothing. On an error a
// is an empty assessment.
func (l *Law) AssessInto(a *Assessment, c *Case, row int, p ProgrammeID) error {
	*a = Assessment{Parameters: a.Parameters[:0], Facts: a.Facts[:0], Judgements: a.Judgements[:0], Caveats: a.Caveats[:0]}
	slot, v, err := l.open(c, row, p)
	if err != nil {
		return err
	}
	m := l.machine(c)
	defer m.rest()
	stated, err := m.state(a, slot, v.person)
	if err != nil {
		*a = Assessment{}
		return err
	}
	together := m.together
	if a.Verified = m.verify(slot, v.person, stated); stated == Met && together {
		m.verified, m.least = false, true
		m.start()
		if m.programme(slot, v.person) != Met {
			a.Assumed = true
			a.Caveats = append(a.Caveats, Caveat{Kind: MutualAssumption})
		}
		m.least = false
	}
	a.Caveats = append(a.Caveats, l.code.entries[slot].caveats...)
	a.Programme, a.Row, a.Stated, a.Result, a.Law = p, row, stated, a.result(stated), l.Fingerprint()
	m.verified = false
	m.start()
	if e := &l.code.entries[slot]; stated == Met {
		if e.pay != nil {
			amount, ok, err := m.amount(e.pay, v)
			if err != nil {
				*a = Assessment{}
				return err
			}
			if ok {
				a.Amount = known.Of(amount)
			}
		}
	} else if len(e.next) > 0 {
		a.Next = m.following(e, v)
	}
	return nil
}

func (a *Assessment) result(stated Truth) Result {
	switch {
	case stated == Met:
		return Eligible
	case stated == NotMet:
		return NotEligible
	case len(a.Parameters) > 0:
		return NeedParameter
	case len(a.Facts) > 0:
		return NeedFacts
	}
	return NeedDiscretion // a judgement, or a custom function that does not answer
}

// list puts the want at i on its list, unless it is there.
func (m *machine) list(a *Assessment, i int, w want) {
	if w.kind >= wantDoubt || slices.Contains(m.wants[:i], w) {
		return
	}
	switch n := m.need(w); n.Kind {
	case FactNeed:
		a.Facts = append(a.Facts, n)
	case JudgementNeed:
		a.Judgements = append(a.Judgements, n)
	default:
		a.Parameters = append(a.Parameters, n)
	}
}

// state evaluates a programme, with what it lacks and with a caveat for every clause not recorded that could change the
// result. Where it is decided even if such clauses are unknown, it is decided.
func (m *machine) state(a *Assessment, slot int, person int32) (Truth, error) {
	m.doubting, m.collecting = true, true
	t := m.programme(slot, person)
	if t == Unknown {
		m.expand(slot, person)
		for i, w := range m.wants {
			if w.kind == wantDoubt && !slices.Contains(m.wants[:i], w) {
				a.Caveats = append(a.Caveats, Caveat{Kind: ClauseNotRecorded, Clause: m.l.statutes.clauses[w.slot].Key})
			}
		}
		m.doubting, m.wants = false, m.wants[:0]
		m.start()
		if t = m.programme(slot, person); t == Unknown {
			if err := m.failed(t); err != nil {
				return t, err
			}
			m.expand(slot, person)
			for i, w := range m.wants {
				m.list(a, i, w)
			}
		}
	}
	m.doubting, m.collecting = false, false
	return t, nil
}

// following is the programme to look at next: the first that is met, or else the first that is not excluded. One of
// persons is looked at for whoever is in view, and for a household for its members. A conflict counts as unknown.
func (m *machine) following(e *entry, v frame) ProgrammeID {
	best, at := NotMet, -1
	for _, slot := range e.next {
		t := NotMet
		if other := &m.p.entries[slot]; other.household || v.person >= 0 {
			t = m.programme(slot, v.person)
		} else {
			g := m.membership()
			for x := range m.c.people {
				if sure := g.truth(int32(x)); sure != NotMet {
					t = max(t, sure.And(m.programme(slot, int32(x))))
				}
			}
		}
		if t > best {
			best, at = t, slot
		}
	}
	if at < 0 {
		return ""
	}
	return m.l.programmes[at].ID
}

// standing is the caveats that a programme carries in every case: remarks, and what was not read in an official text.
func (l *Law) standing(p *Programme) []Caveat {
	var list []Caveat
	add := func(c Caveat) {
		if !slices.Contains(list, c) {
			list = append(list, c)
		}
	}
	source := func(s vocab.Source, c Caveat) {
		switch s.Provenance {
		case vocab.Official:
			return
		case vocab.Fictitious:
			c.Kind = FictitiousValue
		default:
			c.Kind = NotOfficial
		}
		add(c)
	}
	params := func(keys ...ParamKey) {
		for _, k := range keys {
			if k == "" {
				continue
			}
			for _, v := range l.values[l.statutes.values.at[k]] {
				if v != nil {
					source(v.Source, Caveat{Param: k})
				}
			}
		}
	}
	criterion := func(c Criterion) {
		source(c.Source, Caveat{Node: c.ID})
		if c.Note != "" {
			add(Caveat{Kind: NoteOf, Node: c.ID})
		}
	}
	node := func(_ int, n *Node) bool {
		criterion(n.s.Criterion)
		params(n.s.Op.Param, n.s.Than.Param, n.s.Ratio.Param, n.s.Heads.Param, n.s.Months.Param)
		for _, b := range n.s.Branches {
			criterion(b.Criterion)
		}
		if n.s.Kind == KindOpen {
			if f := l.fills[l.statutes.fills.at[n.s.Clause]]; f != nil {
				source(f.Source, Caveat{Clause: n.s.Clause})
			}
		}
		return true
	}
	source(p.Source, Caveat{})
	l.walk(0, p.Root, node)
	if p.Pay != nil {
		params(p.Pay.Round)
		for _, part := range p.Pay.Parts {
			criterion(part.Criterion)
			params(part.Limit.Param, part.Ratio.Param, part.Heads.Param, part.Months.Param)
			for _, n := range []*Node{part.When, part.Each} {
				if n != nil {
					l.walk(0, n, node)
				}
			}
		}
	}
	return list
}
