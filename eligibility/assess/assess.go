package assess

import (
	"slices"
	"sync"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/assess/internal/program"
	"github.com/shegong/shegong/eligibility/statutes"
	"github.com/shegong/shegong/station/fault"
	"github.com/shegong/shegong/station/known"
)

// Engine evaluates one law (评估引擎). It is immutable and safe for concurrent use; machines at rest are kept for the next
// question. The zero Engine has no law and answers every question with ErrDictionary, as any Engine does without a case.
type Engine struct {
	law  *statutes.Law
	p    *program.Compiled
	idle sync.Pool
}

// New prepares a law for evaluation. Errors: ErrValue where a product of the law's numbers has no room in 64 bits, and
// ErrDictionary for no law.
func New(law *statutes.Law) (*Engine, error) {
	if law.Dictionary() == nil {
		return nil, eligibility.Faults().New(eligibility.ErrDictionary)
	}
	p, err := program.Compile(law)
	if err != nil {
		return nil, err
	}
	return &Engine{law: law, p: p}, nil
}

// Law returns the law that e evaluates.
func (e *Engine) Law() *statutes.Law { return e.law }

// open checks a question and returns its programme and who is in view.
func (e *Engine) open(c *eligibility.Case, row int, p eligibility.ProgrammeID) (slot int, v frame, err error) {
	if !e.speaks(c) {
		return 0, v, eligibility.Faults().New(eligibility.ErrDictionary)
	}
	slot, ok := e.p.At[p]
	if !ok {
		return 0, v, eligibility.Faults().New(eligibility.ErrProgramme)
	}
	switch n := &e.p.Entries[slot]; {
	case n.Root < 0:
		return 0, v, eligibility.Faults().New(eligibility.ErrNotInForce)
	case n.Household && row == 0:
		return slot, frame{-1, -1, -1}, nil
	case n.Household || row < 0 || row >= c.People():
		return 0, v, eligibility.Faults().New(eligibility.ErrRow)
	}
	return slot, frame{int32(row), -1, -1}, nil
}

// speaks reports whether a case has the dictionary of the law.
func (e *Engine) speaks(c *eligibility.Case) bool {
	return c != nil && e.p != nil && c.Dictionary() == e.p.Dict
}

// machine takes a machine from those at rest, so that none has to be made.
func (e *Engine) machine(c *eligibility.Case) *machine {
	m, ok := e.idle.Get().(*machine)
	if !ok {
		m = &machine{mutuals: make([]mutual, len(e.p.Groups))}
	}
	*m = machine{e: e, p: e.p, c: c, frames: m.frames[:0], wants: m.wants[:0], mutuals: m.mutuals}
	m.start()
	return m
}

// rest puts a machine back, without what it worked on.
func (m *machine) rest() {
	e := m.e
	m.e, m.c, m.findings, m.forced, m.turns = nil, nil, nil, nil, nil
	e.idle.Put(m)
}

// Truth is whether a programme is met, by all known facts and by the verified ones alone (是否符合). Row is the row of the
// person, or 0 for a programme of the household. It allocates nothing, but for custom functions.
//
// Errors: ErrDictionary for a case that speaks another dictionary's language, ErrProgramme for an unknown programme,
// ErrNotInForce, ErrRow, and ErrConflict where the result is unknown because two exceptions apply with different outcomes.
func (e *Engine) Truth(c *eligibility.Case, row int, p eligibility.ProgrammeID) (stated, verified eligibility.Truth, err error) {
	slot, v, err := e.open(c, row, p)
	if err != nil {
		return eligibility.Unknown, eligibility.Unknown, err
	}
	m := e.machine(c)
	defer m.rest()
	stated = m.programme(slot, v.person)
	if err := m.failed(stated); err != nil {
		return eligibility.Unknown, eligibility.Unknown, err
	}
	return stated, m.verify(slot, v.person, stated), nil
}

// Member is whether the person in row is a member of the household by the law's definition [eligibility.MemberOf], by all
// known facts and by the verified ones alone (是否为共同生活的家庭成员). It allocates nothing, but for custom functions. Errors are
// ErrDictionary, ErrDefinition for a law that does not say who is a member, ErrRow and ErrConflict.
func (e *Engine) Member(c *eligibility.Case, row int) (stated, verified eligibility.Truth, err error) {
	var code fault.Code
	switch {
	case !e.speaks(c):
		code = eligibility.ErrDictionary
	case e.p.Member < 0:
		code = eligibility.ErrDefinition
	case row < 0 || row >= c.People():
		code = eligibility.ErrRow
	}
	if code != "" {
		return eligibility.Unknown, eligibility.Unknown, eligibility.Faults().New(code)
	}
	m := e.machine(c)
	defer m.rest()
	stated = m.membership().truth(int32(row))
	if stated == eligibility.Unknown {
		m.conflict = m.members.conflict
	}
	if err := m.failed(stated); err != nil {
		return eligibility.Unknown, eligibility.Unknown, err
	}
	if verified = stated; stated != eligibility.Unknown && c.Unverified() > 0 {
		m.verified = true
		m.start()
		verified = m.membership().truth(int32(row))
	}
	return stated, verified, nil
}

// failed is the error of a result that is unknown because of a conflict.
func (m *machine) failed(t eligibility.Truth) error {
	if t != eligibility.Unknown || m.conflict == 0 {
		return nil
	}
	n := m.p.Nodes[m.conflict>>32-1]
	cite := func(i int64) string {
		s := n.Spec().Branches[i].Criterion.Source
		return s.Document + s.Article
	}
	return eligibility.Faults().New(eligibility.ErrConflict, "a", cite(m.conflict>>16&0xffff), "b", cite(m.conflict&0xffff)).At(n.ID())
}

// verify is the truth by verified facts alone. They are some of the known facts, so what is unknown stays so.
func (m *machine) verify(slot int, person int32, stated eligibility.Truth) eligibility.Truth {
	if stated == eligibility.Unknown || m.c.Unverified() == 0 {
		return stated
	}
	m.verified = true
	m.start()
	return m.programme(slot, person)
}

// Assess assesses one programme for the person in row, or for the household (row 0) (初步研判). Errors are those of Truth,
// and ErrValue where the amount has no room in 64 bits. A programme that refers to another reads it by the same facts.
func (e *Engine) Assess(c *eligibility.Case, row int, p eligibility.ProgrammeID) (eligibility.Assessment, error) {
	var a eligibility.Assessment
	err := e.AssessInto(&a, c, row, p)
	return a, err
}

// AssessInto is Assess into an assessment whose lists are used again: with room in them it allocates nothing. On an error a
// is an empty assessment.
func (e *Engine) AssessInto(a *eligibility.Assessment, c *eligibility.Case, row int, p eligibility.ProgrammeID) error {
	*a = eligibility.Assessment{Parameters: a.Parameters[:0], Facts: a.Facts[:0], Judgements: a.Judgements[:0], Caveats: a.Caveats[:0]}
	slot, v, err := e.open(c, row, p)
	if err != nil {
		return err
	}
	m := e.machine(c)
	defer m.rest()
	stated, err := m.state(a, slot, v.person)
	if err != nil {
		*a = eligibility.Assessment{}
		return err
	}
	together := m.together
	if a.Verified = m.verify(slot, v.person, stated); stated == eligibility.Met && together {
		m.verified, m.least = false, true
		m.start()
		if m.programme(slot, v.person) != eligibility.Met {
			a.Assumed = true
			a.Caveats = append(a.Caveats, eligibility.Caveat{Kind: eligibility.MutualAssumption})
		}
		m.least = false
	}
	a.Caveats = append(a.Caveats, e.p.Entries[slot].Caveats...)
	a.Programme, a.Row, a.Stated, a.Result, a.Law = p, row, stated, result(a, stated), e.law.Fingerprint()
	m.verified = false
	m.start()
	if n := &e.p.Entries[slot]; stated == eligibility.Met {
		if n.Pay != nil {
			amount, ok, err := m.amount(n.Pay, v)
			if err != nil {
				*a = eligibility.Assessment{}
				return err
			}
			if ok {
				a.Amount = known.Of(amount)
			}
		}
	} else if len(n.Next) > 0 {
		a.Next = m.following(n, v)
	}
	return nil
}

func result(a *eligibility.Assessment, stated eligibility.Truth) eligibility.Result {
	switch {
	case stated == eligibility.Met:
		return eligibility.Eligible
	case stated == eligibility.NotMet:
		return eligibility.NotEligible
	case len(a.Parameters) > 0:
		return eligibility.NeedParameter
	case len(a.Facts) > 0:
		return eligibility.NeedFacts
	}
	return eligibility.NeedDiscretion // a judgement, or a custom function that does not answer
}

// list puts the want at i on its list, unless it is there.
func (m *machine) list(a *eligibility.Assessment, i int, w want) {
	if w.kind >= wantDoubt || slices.Contains(m.wants[:i], w) {
		return
	}
	switch n := m.need(w); n.Kind {
	case eligibility.FactNeed:
		a.Facts = append(a.Facts, n)
	case eligibility.JudgementNeed:
		a.Judgements = append(a.Judgements, n)
	default:
		a.Parameters = append(a.Parameters, n)
	}
}

// state evaluates a programme, with what it lacks and with a caveat for every clause not recorded that could change the
// result. Where it is decided even if such clauses are unknown, it is decided.
func (m *machine) state(a *eligibility.Assessment, slot int, person int32) (eligibility.Truth, error) {
	m.doubting, m.collecting = true, true
	t := m.programme(slot, person)
	conflict := m.conflict
	if t == eligibility.Unknown {
		m.expand(slot, person)
		for i, w := range m.wants {
			if w.kind == wantDoubt && !slices.Contains(m.wants[:i], w) {
				a.Caveats = append(a.Caveats, eligibility.Caveat{Kind: eligibility.ClauseNotRecorded, Clause: m.p.Clauses[w.slot]})
			}
		}
		if m.doubting = false; len(a.Caveats) > 0 { // otherwise nothing would be another way
			m.wants = m.wants[:0]
			m.start()
			t = m.programme(slot, person)
			if conflict = m.conflict; t == eligibility.Unknown {
				m.expand(slot, person)
			}
		}
		if t == eligibility.Unknown {
			for i, w := range m.wants {
				m.list(a, i, w)
			}
		}
	}
	m.doubting, m.collecting, m.conflict = false, false, conflict
	return t, m.failed(t)
}

// following is the programme to look at next: the first that is met, or else the first that is not excluded. One of
// persons is looked at for whoever is in view, and for a household for its members. A conflict counts as unknown.
func (m *machine) following(e *program.Entry, v frame) eligibility.ProgrammeID {
	best, at := eligibility.NotMet, -1
	for _, slot := range e.Next {
		t := eligibility.NotMet
		if other := &m.p.Entries[slot]; other.Household || v.person >= 0 {
			t = m.programme(slot, v.person)
		} else {
			g := m.membership()
			for x := range m.c.People() {
				if sure := g.truth(int32(x)); sure != eligibility.NotMet {
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
	return m.p.Programmes[at]
}
