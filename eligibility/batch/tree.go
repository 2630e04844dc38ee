package batch

import (
	"math"

	"github.com/shegong/shegong/eligibility"
)

// build turns a tree into steps, for the household, the person or the tie in view.
func (b *builder) build(n *eligibility.Node, view level) (found, error) {
	key := tree{n, view}
	if f, ok := b.trees[key]; ok {
		return f, nil
	}
	outer := b.node
	s := n.Spec()
	b.node = s.Criterion.ID
	f, err := b.kind(&s, view)
	if err != nil {
		return found{}, err
	}
	b.node = outer
	b.trees[key] = f
	return f, nil
}

func (b *builder) kind(s *eligibility.Spec, view level) (found, error) {
	switch s.Kind {
	case eligibility.KindAll, eligibility.KindAny, eligibility.KindAtLeast, eligibility.KindNot:
		return b.connective(s, view)
	case eligibility.KindEvery, eligibility.KindAnyOf, eligibility.KindCount:
		return b.quantifier(s, view)
	case eligibility.KindException:
		return b.exception(s, view)
	case eligibility.KindHolds:
		return b.holds(s, view)
	case eligibility.KindOwner:
		f, err := b.build(s.Kids[0], person)
		return f.seen(ofOwner), err
	case eligibility.KindQualifies:
		return b.qualifies(s, view)
	case eligibility.KindTogether:
		a, err := b.together(s.Programme)
		return found{a, metNowhere}.seen(ofKin), err
	case eligibility.KindDefined:
		return b.defined(s.Definition, view)
	case eligibility.KindOpen:
		return b.open(s, view)
	case eligibility.KindConst:
		switch {
		case s.Const > 0:
			return found{metEverywhere, metNowhere}, nil
		case s.Const < 0:
			return found{metNowhere, metNowhere}, nil
		}
		return found{openHere, metNowhere}, nil
	}
	a, err := b.leaf(s, view)
	return found{a, metNowhere}, err
}

func (b *builder) kids(nodes []*eligibility.Node, view level) ([]found, error) {
	fs := make([]found, len(nodes))
	for i, n := range nodes {
		f, err := b.build(n, view)
		if err != nil {
			return nil, err
		}
		fs[i] = f
	}
	return fs, nil
}

func truths(fs []found) []at {
	as := make([]at, len(fs))
	for i, f := range fs {
		as[i] = f.at
	}
	return as
}

func (b *builder) connective(s *eligibility.Spec, view level) (found, error) {
	fs, err := b.kids(s.Kids, view)
	if err != nil {
		return found{}, err
	}
	conflict := b.conflicts(fs...)
	switch s.Kind {
	case eligibility.KindAll:
		return found{b.and(truths(fs)...), conflict}, nil
	case eligibility.KindAny:
		return found{b.or(truths(fs)...), conflict}, nil
	case eligibility.KindNot:
		return fs[0].not(), nil
	}
	switch {
	case s.N <= 0:
		return found{metEverywhere, conflict}, nil
	case s.N > len(fs):
		return found{metNowhere, conflict}, nil
	}
	refs, to := b.align(truths(fs)...)
	return found{at{b.emit(step{op: opAtLeast, level: to.level(), kids: refs, n: s.N}), to}, conflict}, nil
}

// quantifier looks through a household's members, or through a person's ties.
func (b *builder) quantifier(s *eligibility.Spec, view level) (found, error) {
	in, of, out := person, household, ofHousehold
	if s.Group == eligibility.Kin {
		in, of, out = tie, person, ofPerson
		if view == tie {
			out = ofKin
		}
	}
	conditions := []found{}
	if s.Group == eligibility.Members {
		m, err := b.members()
		if err != nil {
			return found{}, err
		}
		conditions = append(conditions, m)
	}
	if s.Where != nil {
		w, err := b.build(s.Where, in)
		if err != nil {
			return found{}, err
		}
		conditions = append(conditions, w)
	}
	kid, err := b.build(s.Kids[0], in)
	if err != nil {
		return found{}, err
	}
	conflict := b.conflicts(append(conditions, kid)...)
	if conflict.ref != never {
		r := b.lift(conflict, placeOf(in)).ref.not()
		conflict = at{b.emit(step{op: opEvery, level: of, below: in, kids: []ref{r}}).not(), out}
	}
	where := b.and(truths(conditions)...)
	q := step{op: opEvery, level: of, below: in, complete: true}
	switch s.Kind {
	case eligibility.KindEvery:
		q.kids = []ref{b.lift(b.or(where.not(), kid.at), placeOf(in)).ref}
		return found{at{b.emit(q), out}, conflict}, nil
	case eligibility.KindAnyOf:
		q.kids = []ref{b.lift(b.and(where, kid.at), placeOf(in)).ref.not()}
		return found{at{b.emit(q).not(), out}, conflict}, nil
	}
	op, ok := b.comparator(s.Op, "")
	if !ok {
		return found{openHere, conflict}, nil
	}
	lo, hi := span(op, int64(s.N))
	q.op, q.lo, q.hi = opCount, lo, hi
	q.kids = []ref{b.lift(b.and(where, kid.at), placeOf(in)).ref}
	return found{at{b.emit(q), out}, conflict}, nil
}

// members is who counts as a member of the household.
func (b *builder) members() (found, error) {
	if b.member == nil {
		f, err := b.defined(eligibility.MemberOf, person)
		if err != nil {
			return found{}, err
		}
		b.member = &f
	}
	return *b.member, nil
}

func (b *builder) defined(id eligibility.DefinitionID, view level) (found, error) {
	d, ok := b.law.Definition(id)
	if !ok {
		return found{openHere, metNowhere}, nil
	}
	f, err := b.build(d.Root, levelOf(d.Scope))
	if view == tie && d.Scope == eligibility.PerPerson {
		f = f.seen(ofKin)
	}
	return f, err
}

func (b *builder) qualifies(s *eligibility.Spec, view level) (found, error) {
	f, _, err := b.programme(s.Programme)
	if view == tie {
		f = f.seen(ofKin)
	}
	return f, err
}

// holds reads the recorded status of the person in view, or of every member of the household.
func (b *builder) holds(s *eligibility.Spec, view level) (found, error) {
	if view != household {
		a, err := b.flag(eligibility.HoldsFact(s.Programme), view)
		return found{a, metNowhere}, err
	}
	m, err := b.members()
	if err != nil {
		return found{}, err
	}
	a, err := b.flag(eligibility.HoldsFact(s.Programme), person)
	if err != nil {
		return found{}, err
	}
	conflict := m.conflict
	if conflict.ref != never {
		r := b.lift(conflict, ofPerson).ref.not()
		conflict = at{b.emit(step{op: opEvery, level: household, below: person, kids: []ref{r}}).not(), ofHousehold}
	}
	r := b.lift(b.or(m.at.not(), a), ofPerson).ref
	return found{at{b.emit(step{op: opEvery, level: household, below: person, complete: true, kids: []ref{r}}), ofHousehold}, conflict}, nil
}

// open is a clause in its state: a rule, a switch, nothing enacted, or nothing recorded.
func (b *builder) open(s *eligibility.Spec, view level) (found, error) {
	if s.State == eligibility.Enacted && len(s.Kids) > 0 {
		return b.build(s.Kids[0], view)
	}
	switch {
	case s.State == eligibility.Enacted:
		return found{metEverywhere, metNowhere}, nil
	case s.State == eligibility.NotRecorded && s.Required:
		return found{openHere, metNowhere}, nil
	}
	return found{metNowhere, metNowhere}, nil
}

// exception joins the possible outcomes: the rule where no exception is met, and every exception that is not ruled out.
func (b *builder) exception(s *eligibility.Spec, view level) (found, error) {
	nodes := []*eligibility.Node{s.Kids[0]}
	for _, br := range s.Branches {
		nodes = append(nodes, br.When, br.Then)
	}
	fs, err := b.kids(nodes, view)
	if err != nil {
		return found{}, err
	}
	refs, to := b.align(truths(fs)...)
	inner := b.conflicts(fs...)
	truth := b.emit(step{op: opException, level: to.level(), kids: refs})
	if len(s.Branches) < 2 {
		return found{at{truth, to}, inner}, nil
	}
	clash := b.emit(step{op: opClash, level: to.level(), kids: refs})
	return found{at{truth, to}, b.or(inner, at{clash, to})}, nil
}

const (
	lowest  = math.MinInt64
	highest = math.MaxInt64
)
