package batch

import (
	"math"

	"github.com/shegong/shegong/eligibility"
	"github.com/shegong/shegong/eligibility/batch/internal/column"
	"github.com/shegong/shegong/eligibility/batch/internal/program"
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
		f, err := b.together(s.Programme)
		return f.seen(ofKin), err
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
	b.counted = false
	a, err := b.leaf(s, view)
	if err != nil || !b.counted {
		return found{a, metNowhere}, err
	}
	m, err := b.members()
	return b.with(a, b.somewhere(m.conflict, person, ofHousehold)), err
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
	var t at
	switch {
	case s.Kind == eligibility.KindAll:
		t = b.and(truths(fs)...)
	case s.Kind == eligibility.KindAny:
		t = b.or(truths(fs)...)
	case s.Kind == eligibility.KindNot:
		t = fs[0].at.not()
	case s.N <= 0:
		t = metEverywhere
	case s.N > len(fs):
		t = metNowhere
	default:
		refs, to := b.align(truths(fs)...)
		t = at{b.emit(step{Op: program.AtLeast, Level: to.level(), Kids: refs, N: s.N}), to}
	}
	return b.with(t, conflictsOf(fs)...), nil
}

func conflictsOf(fs []found) []at {
	as := make([]at, len(fs))
	for i, f := range fs {
		as[i] = f.conflict
	}
	return as
}

// with is a truth with the conflicts below it: they count where it is open.
func (b *builder) with(t at, conflicts ...at) found {
	c := b.or(conflicts...)
	if c.ref != never {
		c = b.and(c, b.firm(t, program.IsOpen))
	}
	return found{t, c}
}

// firm makes two-valued what may be open.
func (b *builder) firm(t at, what int) at {
	if t.ref.Value() < 2 {
		if t.ref == always && what != program.IsOpen || t.ref == unknown && what != program.IsMet {
			return metEverywhere
		}
		return metNowhere
	}
	return at{b.emit(step{Op: program.Firm, Level: t.place.level(), Kids: []ref{t.ref}, N: what}), t.place}
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
	var conditions []found
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
	fit := kid.at
	if s.Kind == eligibility.KindEvery {
		fit = fit.not()
	}
	// Whoever fails counts for every, whoever fits for the others.
	one := b.with(b.and(append(truths(conditions), fit)...), append(conflictsOf(conditions), kid.conflict)...)
	q := step{Op: program.Every, Level: of, Below: in, Complete: true}
	r := b.lift(one.at, placeOf(in)).ref
	var t at
	switch s.Kind {
	case eligibility.KindEvery:
		q.Kids = []ref{r.Not()}
		t = at{b.emit(q), out}
	case eligibility.KindAnyOf:
		q.Kids = []ref{r.Not()}
		t = at{b.emit(q).Not(), out}
	default:
		q.Lo, q.Hi = span(s.Op.Op, int64(s.N))
		q.Op, q.Kids = program.Count, []ref{r}
		t = at{b.emit(q), out}
	}
	return b.with(t, b.somewhere(one.conflict, in, out)), nil
}

// somewhere is where a conflict is found below.
func (b *builder) somewhere(conflict at, in level, out place) at {
	if conflict.ref == never {
		return conflict
	}
	r := b.lift(conflict, placeOf(in)).ref.Not()
	return at{b.emit(step{Op: program.Every, Level: in - 1, Below: in, Kids: []ref{r}}).Not(), out}
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
	f, err := b.build(d.Root, column.LevelOf(d.Scope))
	if view == tie && d.Scope == eligibility.PerPerson {
		f = f.seen(ofKin)
	}
	return f, err
}

func (b *builder) qualifies(s *eligibility.Spec, view level) (found, error) {
	if _, ok := b.law.Programme(s.Programme); !ok {
		return found{metNowhere, metNowhere}, nil // what is not in force nobody fits
	}
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
	one := b.with(b.and(m.at, a.not()), m.conflict)
	r := b.lift(one.at, ofPerson).ref.Not()
	t := at{b.emit(step{Op: program.Every, Level: household, Below: person, Complete: true, Kids: []ref{r}}), ofHousehold}
	return b.with(t, b.somewhere(one.conflict, person, ofHousehold)), nil
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
	t := at{b.emit(step{Op: program.Exception, Level: to.level(), Kids: refs}), to}
	// A rule that no longer applies and an exception that is ruled out say nothing, not even that they are in conflict.
	var when, conflicts []at
	for i := 1; i < len(fs); i += 2 {
		when = append(when, fs[i].at)
		out := b.firm(fs[i].at, program.IsPossible).not()
		conflicts = append(conflicts, fs[i].conflict, b.unless(fs[i+1].conflict, out))
	}
	conflicts = append(conflicts, b.unless(fs[0].conflict, b.firm(b.or(when...), program.IsMet)))
	if len(when) > 1 {
		conflicts = append(conflicts, at{b.emit(step{Op: program.Clash, Level: to.level(), Kids: refs}), to})
	}
	return b.with(t, conflicts...), nil
}

func (b *builder) unless(conflict, out at) at {
	if conflict.ref == never {
		return conflict
	}
	return b.and(conflict, out.not())
}

const (
	lowest  = math.MinInt64
	highest = math.MaxInt64
)
